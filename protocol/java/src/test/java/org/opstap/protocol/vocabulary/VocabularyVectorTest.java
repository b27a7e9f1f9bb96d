package org.opstap.protocol.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.VectorFile;

class VocabularyVectorTest {
  private static final JsonNode VECTORS = VectorFile.read("vocabulary.json");

  private static final Map<String, Class<? extends Code>> VOCABULARIES =
      Map.ofEntries(
          Map.entry("areas-of-life", AreaOfLife.class),
          Map.entry("phases", Phase.class),
          Map.entry("sectors", Sector.class),
          Map.entry("genders", Gender.class),
          Map.entry("age-groups", AgeGroup.class),
          Map.entry("profiles", Profile.class),
          Map.entry("residences", Residence.class),
          Map.entry("addictions", Addiction.class),
          Map.entry("still-working", StillWorking.class),
          Map.entry("languages", Language.class),
          Map.entry("lead-outcomes", LeadOutcome.class),
          Map.entry("conditions", Condition.class),
          Map.entry("addiction-conditions", AddictionCondition.class),
          Map.entry("capacities", Capacity.class),
          Map.entry("programme-states", ProgrammeState.class),
          Map.entry("partner-kinds", PartnerKind.class));

  @Test
  void hasTheSharedCodesInTheirOrder() {
    List<String> names = new ArrayList<>();
    VECTORS.fieldNames().forEachRemaining(names::add);
    assertEquals(VOCABULARIES.size(), names.size());
    VOCABULARIES.forEach(
        (name, vocabulary) -> {
          List<String> shared =
              VectorFile.elements(VECTORS.get(name)).map(JsonNode::textValue).toList();
          assertEquals(shared, Stream.of(vocabulary.getEnumConstants()).map(Code::code).toList());
        });
  }

  @Test
  void findsOnlyExactCodes() {
    assertEquals(Optional.of(Language.PT_BR), Code.find(Language.class, "pt-BR"));
    for (String unknown : List.of("pt-br", "PT-BR", " nl", "nl ", "", "NL", "dutch")) {
      assertEquals(Optional.empty(), Code.find(Language.class, unknown));
    }
  }
}
