package org.opstap.backend.session;

import org.opstap.backend.http.Sessions;

/** What can come of a proof. */
sealed interface SessionResult {
  record Minted(Sessions.Session session) implements SessionResult {}

  /** The challenge is late, used, of another holder, or not ours. */
  record ChallengeOver() implements SessionResult {}

  /** It was proved by the key that the seat had before a return (SES-19). */
  record Moved() implements SessionResult {}

  /** The device's key is right, and its person was not seen lately (STF-7). */
  record PasskeyNeeded() implements SessionResult {}

  /** The signature does not hold, or nobody has that identifier. */
  record NotProved() implements SessionResult {}
}
