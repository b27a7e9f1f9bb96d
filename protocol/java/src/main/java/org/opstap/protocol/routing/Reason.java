package org.opstap.protocol.routing;

import java.util.List;
import org.opstap.protocol.vocabulary.Language;

/** Why a programme ranks where it does, for a client to say in its own words (RNK-13). */
public sealed interface Reason {

  /** It works for the municipality that was said. */
  record CoversMunicipality() implements Reason {}

  /** It doesn't, and its office is this far away. */
  record Near(int metres) implements Reason {}

  /** It is there for everybody. */
  record NationalFallback() implements Reason {}

  /** It takes new people, and somebody is there now. */
  record OpenNow() implements Reason {}

  /** It takes new people, and somebody is there in so many minutes. */
  record OpensIn(int minutes) implements Reason {}

  /** It takes new people, and hasn't said when somebody is there. */
  record HoursUnknown() implements Reason {}

  /** It has a waiting list of so many weeks. */
  record WaitingList(int weeks) implements Reason {}

  /** It hasn't said lately whether it takes new people. */
  record AvailabilityUnknown() implements Reason {}

  /** It takes nobody new at the moment. */
  record NotTaking() implements Reason {}

  /** It speaks these of the languages that were said, in the vocabulary's order. */
  record SpeaksLanguage(List<Language> languages) implements Reason {
    public SpeaksLanguage {
      languages = List.copyOf(languages);
    }
  }
}
