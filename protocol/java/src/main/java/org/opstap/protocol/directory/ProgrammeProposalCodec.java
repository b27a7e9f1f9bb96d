package org.opstap.protocol.directory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Members;

/** The payload of a proposal as JSON (DIR-29, DIR-30). */
final class ProgrammeProposalCodec {
  static final int MAX_LENGTH = 1 << 14;

  private static final String COVERAGE = "coverage";
  private static final String CONDITIONS = "conditions";
  private static final String LANGUAGES = "languages";
  private static final String PROMISED_MINUTES = "promisedMinutes";
  private static final String SUMMARY = "summary";
  private static final List<String> CHANGES =
      List.of(COVERAGE, CONDITIONS, LANGUAGES, PROMISED_MINUTES, SUMMARY);

  private ProgrammeProposalCodec() {}

  static ProgrammeProposal decode(Members members) {
    Members.require(CHANGES.stream().anyMatch(members::has));
    List<MunicipalityCode> coverage =
        members.has(COVERAGE) ? ProgrammeCodec.coverage(members) : null;
    Members.require(coverage == null || !coverage.isEmpty());
    return new ProgrammeProposal(
        Members.parse(members.text("programme", 40), ProgrammeId::parse),
        members.integer("number", 1, Integer.MAX_VALUE),
        members.integer("basedOn", 1, Integer.MAX_VALUE),
        coverage,
        members.has(CONDITIONS) ? ProgrammeCodec.conditions(members.object(CONDITIONS)) : null,
        members.has(LANGUAGES) ? ProgrammeCodec.languages(members) : null,
        members.has(PROMISED_MINUTES) ? ProgrammeCodec.promisedMinutes(members) : null,
        members.has(SUMMARY) ? ProgrammeCodec.summary(members.object(SUMMARY)) : null);
  }

  static ObjectNode encode(ProgrammeProposal proposal) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("programme", proposal.programme().toString())
        .put("number", proposal.number())
        .put("basedOn", proposal.basedOn());
    if (proposal.coverage() != null) {
      ProgrammeCodec.texts(node, COVERAGE, proposal.coverage());
    }
    if (proposal.conditions() != null) {
      node.set(CONDITIONS, ProgrammeCodec.encode(proposal.conditions()));
    }
    if (proposal.languages() != null) {
      ProgrammeCodec.texts(node, LANGUAGES, proposal.languages());
    }
    if (proposal.promisedMinutes() != null) {
      node.put(PROMISED_MINUTES, proposal.promisedMinutes());
    }
    if (proposal.summary() != null) {
      node.set(SUMMARY, ProgrammeCodec.encode(proposal.summary()));
    }
    return node;
  }
}
