package org.opstap.backend.socialmap;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.protocol.directory.SocialMap;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.MalformedDocumentException;

/** The newest social map of each programme. */
@Singleton
class SocialMapService {
  private final SocialMapStore store;
  private final DirectoryService directory;
  private final Transactions transactions;

  SocialMapService(SocialMapStore store, DirectoryService directory, Transactions transactions) {
    this.store = store;
    this.directory = directory;
    this.transactions = transactions;
  }

  /** As it was signed. */
  Optional<String> find(ProgrammeId programme) {
    return store.document(programme.toBytes().toByteArray());
  }

  /**
   * Takes a programme's next social map (SOC-5).
   *
   * @return false if it is malformed, not this programme's, not signed by it, or not newer
   */
  boolean put(ProgrammeId sender, Bytes envelope) {
    int number = numberOf(sender, envelope);
    if (number == 0) {
      return false;
    }
    byte[] programme = sender.toBytes().toByteArray();
    String document = new String(envelope.toByteArray(), StandardCharsets.UTF_8);
    // A higher number is kept, a lower one isn't, and the same one only if it is there already.
    return transactions.write(
        connection -> {
          store.put(programme, number, document);
          return store.document(programme).filter(document::equals).isPresent();
        });
  }

  /** The number of a social map that can be taken, or 0. */
  private int numberOf(ProgrammeId sender, Bytes envelope) {
    Ed25519PublicKey key =
        directory
            .current()
            .flatMap(current -> current.release().programme(sender))
            .map(entry -> entry.publicKey())
            .orElse(null);
    if (key == null) {
      return 0;
    }
    try {
      Unverified<SocialMap> parsed = SocialMap.FORMAT.parse(envelope);
      boolean isOwn =
          parsed.unverifiedContent().programme().equals(sender) && parsed.verify(key).isPresent();
      return isOwn ? parsed.unverifiedContent().number() : 0;
    } catch (MalformedDocumentException e) {
      return 0;
    }
  }
}
