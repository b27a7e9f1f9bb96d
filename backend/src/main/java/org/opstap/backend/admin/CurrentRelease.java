package org.opstap.backend.admin;

import java.util.Optional;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Unverified;

/**
 * The newest release of a database, to go on from. Nobody verifies it here: whoever signs the next
 * one compares it with the one before on a machine that trusts no database.
 */
final class CurrentRelease {
  private CurrentRelease() {}

  /** Empty before the first release. */
  static Optional<Unverified<Release>> of(OperatorDatabase database) {
    Optional<Unverified<Release>> current =
        database
            .newestRelease()
            .map(envelope -> ReleaseFile.parse(envelope, "the newest one in the database"));
    if (current.filter(found -> found.unverifiedContent().sample()).isPresent()) {
      throw new Refusal(
          "this database holds sample programmes, whose releases the server makes itself: use"
              + " another one, and start the server with --samples off");
    }
    return current;
  }
}
