package org.opstap.protocol.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.ProgrammeStatus;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.geography.Municipality;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.CanonicalJson;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.SecretBytes;

/** The backend's sample directory fits the rules of the real one. */
class SampleDirectoryTest {
  private static final Ed25519PrivateKey KEY =
      new Ed25519PrivateKey(SecretBytes.copyOf(new byte[32]));
  private static final Geography GEOGRAPHY = Geography.bundled();
  private static final JsonNode SAMPLES =
      VectorFile.parse(
              Path.of(
                  "..", "..", "backend", "src", "main", "resources", "sample", "programmes.json"))
          .get("programmes");
  private static final Release RELEASE = release();
  private static final Map<ProgrammeId, ProgrammeStatus> STATUSES = statuses();

  @Test
  void hasEighteenRegionalProgrammesAndANationalOne() {
    assertEquals(19, RELEASE.programmes().size());
    assertEquals(1, RELEASE.programmes().stream().filter(Programme::national).count());
    assertEquals(19, STATUSES.size());
  }

  @Test
  void isMarkedAsSampleThroughout() {
    for (Programme programme : RELEASE.programmes()) {
      assertTrue(programme.sample());
      assertTrue(programme.name().endsWith("(test)"));
      assertNull(programme.verifiedAt());
      assertNull(programme.source());
    }
  }

  @Test
  void coversEveryMunicipality() {
    Set<MunicipalityCode> covered = new TreeSet<>();
    RELEASE.programmes().forEach(programme -> covered.addAll(programme.coverage()));
    Set<MunicipalityCode> all =
        GEOGRAPHY.municipalities().stream().map(Municipality::code).collect(Collectors.toSet());
    assertEquals(all, covered);
    assertEquals(342, covered.size());
  }

  @ParameterizedTest
  @CsvSource({
    "Heerde, Apeldoorn",
    "Elburg, Apeldoorn",
    "Winterswijk, Apeldoorn",
    "Huizen, Utrecht",
    "Blaricum, Utrecht",
    "Texel, Alkmaar",
    "Vlissingen, Breda",
    "Vaals, Maastricht",
    "Urk, Zwolle"
  })
  void ranksTheRegionsOwnProgrammeFirst(String municipality, String centre) {
    assertEquals("Voorbeeld " + centre + " (test)", namesFor(municipality).get(0));
  }

  @Test
  void ranksTheNationalProgrammeLast() {
    List<String> names = namesFor("Heerde");
    assertEquals("Voorbeeld Nederland (test)", names.get(names.size() - 1));
  }

  @Test
  void speaksOfSexWorkersAlone() {
    for (Programme programme : RELEASE.programmes()) {
      String summary =
          (programme.summary().nl() + programme.summary().en()).toLowerCase(Locale.ROOT);
      assertFalse(summary.contains("prostitu"));
    }
  }

  private static List<String> namesFor(String name) {
    Municipality municipality =
        GEOGRAPHY.municipalities().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow();
    RankingRequest request =
        new RankingRequest(municipality, Set.of(), Set.of(), Set.of(), Set.of(), null, 600, null);
    return Ranking.of(RELEASE, STATUSES, request, GEOGRAPHY).programmes().stream()
        .map(ranked -> RELEASE.programme(ranked.programme()).orElseThrow().name())
        .toList();
  }

  private static Release release() {
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "opstap-directory-release")
            .put("version", 1)
            .put("number", 1)
            .putNull("previous")
            .put("issuedOn", "2026-11-21")
            .put("validUntil", "2026-12-21T00:00:00Z")
            .put("sample", true);
    ArrayNode programmes = payload.putArray("programmes");
    for (JsonNode sample : SAMPLES) {
      ObjectNode programme = sample.deepCopy();
      programme.put("publicKey", KEY.publicKey().toString()).remove("status");
      programmes.add(programme);
    }
    List.of("issuerKeyDigests", "relays", "gatewayKeyDigests").forEach(payload::putArray);
    return Release.FORMAT.parse(unsigned(payload)).unverifiedContent();
  }

  private static Map<ProgrammeId, ProgrammeStatus> statuses() {
    Map<ProgrammeId, ProgrammeStatus> statuses = new HashMap<>();
    for (JsonNode sample : SAMPLES) {
      ObjectNode payload = sample.get("status").deepCopy();
      payload
          .put("type", "opstap-programme-status")
          .put("version", 1)
          .put("programme", sample.get("id").textValue())
          .put("number", 1)
          .put("validUntil", "2026-12-21T00:00:00Z")
          .putArray("revokedDevices");
      ProgrammeStatus status = ProgrammeStatus.FORMAT.parse(unsigned(payload)).unverifiedContent();
      statuses.put(status.programme(), status);
    }
    return statuses;
  }

  private static Bytes unsigned(ObjectNode payload) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.set("payload", payload);
    envelope.put("signature", Bytes.copyOf(new byte[64]).toBase64Url());
    return CanonicalJson.encode(envelope);
  }
}
