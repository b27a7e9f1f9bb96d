package org.opstap.backend.admin;

import java.util.List;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.ProgrammeProposal;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.MalformedDocumentException;

/**
 * What a programme asks for, signed with the key that the current release gives it.
 *
 * @param entry what the current release says of it
 * @param asked the same with the changes
 */
record Proposal(ProgrammeProposal content, Programme entry, Programme asked) {
  /** Believes nothing of what the database says but the programme's signature. */
  static Proposal read(Bytes envelope, Release current) {
    try {
      Unverified<ProgrammeProposal> parsed = ProgrammeProposal.FORMAT.parse(envelope);
      Programme entry =
          current
              .programme(parsed.unverifiedContent().programme())
              .orElseThrow(() -> refused("the current release doesn't have its programme"));
      ProgrammeProposal content =
          parsed
              .verify(entry.publicKey())
              .map(Verified::content)
              .orElseThrow(() -> refused("the key of %s didn't sign it".formatted(entry.name())));
      return new Proposal(content, entry, content.applyTo(entry));
    } catch (MalformedDocumentException e) {
      throw new Refusal("a proposal in the database is none that a release could take up", e);
    }
  }

  private static Refusal refused(String why) {
    return new Refusal("a proposal in the database doesn't count: " + why);
  }

  /** For a person: whose it is, and what would change. */
  List<String> lines() {
    List<String> changes = Differences.ofProgramme(entry, asked);
    String head =
        "%s (%s), proposal %d, on release %d:"
            .formatted(entry.name(), entry.id(), content.number(), content.basedOn());
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(head),
            changes.isEmpty()
                ? java.util.stream.Stream.of("  nothing that the current release doesn't say")
                : changes.stream())
        .toList();
  }
}
