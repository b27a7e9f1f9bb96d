package org.opstap.backend.directory;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.ProgrammeProposal;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.MalformedDocumentException;

/** The newest proposal of each programme. None of them changes anything by itself. */
@Singleton
class ProposalService {
  private final ProposalStore store;
  private final DirectoryService directory;
  private final Transactions transactions;

  ProposalService(ProposalStore store, DirectoryService directory, Transactions transactions) {
    this.store = store;
    this.directory = directory;
    this.transactions = transactions;
  }

  /** As it was signed. */
  Optional<String> find(ProgrammeId programme) {
    return store.document(programme.toBytes().toByteArray());
  }

  /**
   * Takes a programme's next proposal.
   *
   * @return false if it is malformed, not this programme's, not signed by it, not newer, or asks
   *     for what no release could say
   */
  boolean put(ProgrammeId sender, Bytes envelope) {
    int number = numberOf(sender, envelope);
    if (number == 0) {
      return false;
    }
    byte[] programme = sender.toBytes().toByteArray();
    String document = DirectoryService.textOf(envelope);
    // A higher number is kept, a lower one isn't, and the same one only if it is there already.
    return transactions.write(
        connection -> {
          store.put(programme, number, document);
          return store.document(programme).filter(document::equals).isPresent();
        });
  }

  /** The number of a proposal that can be taken, or 0. */
  private int numberOf(ProgrammeId sender, Bytes envelope) {
    Release release = directory.current().map(DirectoryService.Directory::release).orElse(null);
    Programme entry = release == null ? null : release.programme(sender).orElse(null);
    if (release == null || entry == null) {
      return 0;
    }
    try {
      Unverified<ProgrammeProposal> parsed = ProgrammeProposal.FORMAT.parse(envelope);
      ProgrammeProposal proposal = parsed.unverifiedContent();
      boolean isOwn =
          proposal.programme().equals(sender) && parsed.verify(entry.publicKey()).isPresent();
      if (!isOwn || proposal.basedOn() > release.number()) {
        return 0;
      }
      proposal.applyTo(entry);
      return proposal.number();
    } catch (MalformedDocumentException e) {
      return 0;
    }
  }
}
