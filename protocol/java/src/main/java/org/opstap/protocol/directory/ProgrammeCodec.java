package org.opstap.protocol.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.AddictionCondition;
import org.opstap.protocol.vocabulary.Code;
import org.opstap.protocol.vocabulary.ProgrammeState;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.MalformedDocumentException;
import org.opstap.protocol.wire.Members;

/** A programme as the JSON of a release (DIR-12 to DIR-15). */
final class ProgrammeCodec {
  private static final int MAX_NAME = 100;
  private static final int MAX_COVERAGE = 500;
  private static final int MAX_LANGUAGES = 64;
  private static final int MAX_PROMISED_MINUTES = 40_320;
  private static final int MAX_SUMMARY = 600;
  private static final int MAX_SOURCE = 500;

  private ProgrammeCodec() {}

  static Programme decode(JsonNode node) {
    Members members = Members.of(node);
    Programme programme =
        new Programme(
            Members.parse(members.text("id", 40), ProgrammeId::parse),
            nonEmpty(members.text("name", MAX_NAME)),
            members.flag("sample"),
            code(ProgrammeState.class, members.text("state", 20)),
            members.flag("national"),
            Members.parse(members.text("seat", 6), MunicipalityCode::new),
            coverage(members),
            conditions(members.object("conditions")),
            languages(members),
            promisedMinutes(members),
            publicKey(members.bytes("publicKey", Ed25519PublicKey.LENGTH)),
            summary(members.object("summary")),
            members.dateOrNull("verifiedAt"),
            members.textOrNull("source", MAX_SOURCE));
    check(programme);
    return programme;
  }

  private static void check(Programme programme) {
    List<MunicipalityCode> coverage = programme.coverage();
    if (programme.national()) {
      Members.require(coverage.isEmpty() && programme.conditions().equals(Conditions.NONE));
      Members.require(programme.state() == ProgrammeState.ACTIVE);
    } else {
      Members.require(!coverage.isEmpty());
    }
  }

  static ObjectNode encode(Programme programme) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", programme.id().toString())
        .put("name", programme.name())
        .put("sample", programme.sample())
        .put("state", programme.state().code())
        .put("national", programme.national())
        .put("seat", programme.seat().value())
        .put("promisedMinutes", programme.promisedMinutes())
        .put("publicKey", programme.publicKey().toString())
        .put("verifiedAt", Objects.toString(programme.verifiedAt(), null))
        .put("source", programme.source());
    texts(node, "coverage", programme.coverage());
    texts(node, "languages", programme.languages());
    node.set("conditions", encode(programme.conditions()));
    node.set("summary", encode(programme.summary()));
    return node;
  }

  static ObjectNode encode(Conditions conditions) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("addiction", conditions.addiction().code())
        .put("womenOnly", conditions.womenOnly())
        .put("residenceNeeded", conditions.residenceNeeded())
        .put("languageNeeded", conditions.languageNeeded())
        .put("mustHaveStopped", conditions.mustHaveStopped())
        .put("livesOrWorksInRegion", conditions.livesOrWorksInRegion());
  }

  static ObjectNode encode(Summary summary) {
    return JsonNodeFactory.instance.objectNode().put("nl", summary.nl()).put("en", summary.en());
  }

  static List<MunicipalityCode> coverage(Members members) {
    List<MunicipalityCode> coverage =
        members.list("coverage", MAX_COVERAGE, ProgrammeCodec::municipality);
    for (int i = 1; i < coverage.size(); i++) {
      Members.require(coverage.get(i - 1).compareTo(coverage.get(i)) < 0);
    }
    return coverage;
  }

  static List<LanguageTag> languages(Members members) {
    List<LanguageTag> languages =
        members.list("languages", MAX_LANGUAGES, ProgrammeCodec::language);
    long different = languages.stream().distinct().count();
    Members.require(different > 0 && different == languages.size());
    return languages;
  }

  static int promisedMinutes(Members members) {
    return members.integer("promisedMinutes", 1, MAX_PROMISED_MINUTES);
  }

  /** Adds an array of the values' text forms. */
  static void texts(ObjectNode node, String name, List<?> values) {
    ArrayNode array = node.putArray(name);
    values.forEach(value -> array.add(value.toString()));
  }

  static <E extends Enum<E> & Code> E code(Class<E> vocabulary, String text) {
    return Code.find(vocabulary, text).orElseThrow(MalformedDocumentException::new);
  }

  static Conditions conditions(Members members) {
    return new Conditions(
        code(AddictionCondition.class, members.text("addiction", 20)),
        members.flag("womenOnly"),
        members.flag("residenceNeeded"),
        members.flag("languageNeeded"),
        members.flag("mustHaveStopped"),
        members.flag("livesOrWorksInRegion"));
  }

  static Summary summary(Members members) {
    return new Summary(members.text("nl", MAX_SUMMARY), members.text("en", MAX_SUMMARY));
  }

  private static MunicipalityCode municipality(JsonNode node) {
    return Members.parse(Members.textOf(node, 6), MunicipalityCode::new);
  }

  private static LanguageTag language(JsonNode node) {
    return Members.parse(Members.textOf(node, 6), LanguageTag::new);
  }

  static Ed25519PublicKey publicKey(Bytes bytes) {
    try {
      return new Ed25519PublicKey(bytes);
    } catch (IllegalArgumentException e) {
      throw new MalformedDocumentException();
    }
  }

  private static String nonEmpty(String text) {
    Members.require(!text.isEmpty());
    return text;
  }
}
