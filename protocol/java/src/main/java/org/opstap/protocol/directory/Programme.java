package org.opstap.protocol.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.ProgrammeState;
import org.opstap.protocol.wire.Ed25519PublicKey;

/**
 * A programme's public entry in a release.
 *
 * @param sample whether it exists for trying out only, so that nobody reads what is sent there
 * @param seat the municipality of its office
 * @param coverage the municipalities that it works for, ascending; empty for the national programme
 * @param promisedMinutes within how many minutes, opening hours counted, it answers a first message
 * @param verifiedAt the day on which the operator last checked the entry, or null
 * @param source where the entry comes from, or null
 */
public record Programme(
    ProgrammeId id,
    String name,
    boolean sample,
    ProgrammeState state,
    boolean national,
    MunicipalityCode seat,
    List<MunicipalityCode> coverage,
    Conditions conditions,
    List<LanguageTag> languages,
    int promisedMinutes,
    Ed25519PublicKey publicKey,
    Summary summary,
    @Nullable LocalDate verifiedAt,
    @Nullable String source) {

  public Programme {
    coverage = List.copyOf(coverage);
    languages = List.copyOf(languages);
  }

  /**
   * Reads an entry by itself.
   *
   * @throws org.opstap.protocol.wire.MalformedDocumentException if no release could have it
   */
  public static Programme decode(JsonNode entry) {
    return ProgrammeCodec.decode(entry);
  }
}
