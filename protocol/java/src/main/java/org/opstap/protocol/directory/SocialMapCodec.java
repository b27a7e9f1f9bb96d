package org.opstap.protocol.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.PartnerKind;
import org.opstap.protocol.wire.Members;

/** The payload of a social map as JSON (SOC-1 to SOC-3). */
final class SocialMapCodec {
  /** Some 450 bytes for each partner. */
  static final int MAX_LENGTH = 48 * 1024;

  private static final int MAX_PARTNERS = 100;
  private static final int MAX_NAME = 100;
  private static final int MAX_CONTACT = 300;
  private static final int MAX_MUNICIPALITIES = 500;
  private static final int MAX_WEEKS = 520;

  private SocialMapCodec() {}

  static SocialMap decode(Members members) {
    List<Partner> partners =
        members.list("partners", MAX_PARTNERS, node -> partner(Members.of(node)));
    Members.require(partners.stream().map(Partner::name).distinct().count() == partners.size());
    return new SocialMap(
        Members.parse(members.text("programme", 40), ProgrammeId::parse),
        members.integer("number", 1, Integer.MAX_VALUE),
        partners);
  }

  static ObjectNode encode(SocialMap map) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("programme", map.programme().toString()).put("number", map.number());
    ArrayNode partners = node.putArray("partners");
    map.partners().forEach(partner -> partners.add(encode(partner)));
    return node;
  }

  private static Partner partner(Members members) {
    JsonNode weeks = members.node("weeksWaiting");
    return new Partner(
        ProgrammeCodec.code(PartnerKind.class, members.text("kind", 40)),
        words(members.text("name", MAX_NAME), false),
        municipalities(members),
        words(members.text("contact", MAX_CONTACT), true),
        weeks.isNull() ? null : Members.integerOf(weeks, 0, MAX_WEEKS),
        members.date("checkedOn"));
  }

  private static ObjectNode encode(Partner partner) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", partner.kind().code())
        .put("name", partner.name())
        .put("contact", partner.contact())
        .put("weeksWaiting", partner.weeksWaiting())
        .put("checkedOn", partner.checkedOn().toString());
    ProgrammeCodec.texts(node, "municipalities", partner.municipalities());
    return node;
  }

  private static List<MunicipalityCode> municipalities(Members members) {
    List<MunicipalityCode> codes =
        members.list(
            "municipalities",
            MAX_MUNICIPALITIES,
            node -> Members.parse(Members.textOf(node, 6), MunicipalityCode::new));
    for (int i = 1; i < codes.size(); i++) {
      Members.require(codes.get(i - 1).compareTo(codes.get(i)) < 0);
    }
    return codes;
  }

  /** Something to be read, without spaces around it, and in one line unless it may have more. */
  private static String words(String text, boolean mayHaveLines) {
    Members.require(!text.isEmpty() && text.charAt(0) > ' ');
    Members.require(text.charAt(text.length() - 1) > ' ');
    Members.require(text.chars().allMatch(c -> c >= ' ' || (mayHaveLines && c == '\n')));
    return text;
  }
}
