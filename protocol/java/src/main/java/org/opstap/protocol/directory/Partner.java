package org.opstap.protocol.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.vocabulary.PartnerKind;

/**
 * An organisation that a programme refers people to, as everybody may know it.
 *
 * @param municipalities those that it works for, ascending; none is the whole country
 * @param contact how it is reached, in words
 * @param weeksWaiting null where that isn't known
 * @param checkedOn the day on which somebody last looked whether this is right
 */
public record Partner(
    PartnerKind kind,
    String name,
    List<MunicipalityCode> municipalities,
    String contact,
    @Nullable Integer weeksWaiting,
    LocalDate checkedOn) {

  public Partner {
    municipalities = List.copyOf(municipalities);
  }
}
