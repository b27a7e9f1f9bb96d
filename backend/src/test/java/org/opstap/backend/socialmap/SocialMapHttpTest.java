package org.opstap.backend.socialmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.directory.Partner;
import org.opstap.protocol.directory.SocialMap;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.PartnerKind;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** What a programme keeps of organisations around it, and who sees it. */
@MicronautTest(transactional = false)
class SocialMapHttpTest implements TestDatabase {
  private static final String NONE = "{\"socialMap\":null}";

  @Inject TestServer server;

  @BeforeEach
  void begin() {
    server.begin();
    server.update("DELETE FROM social_map");
  }

  @Test
  void showsWhatACoordinatorPublishedToTheProgrammesDevices() {
    TestTeam coordinator = server.coordinator();
    String map = server.signed(map(coordinator.programme(), 1, "Een"));
    assertEquals(NONE, shown(coordinator));

    TestHttp.Answer taken = put(coordinator, map);

    assertEquals(204, taken.status(), taken.body());
    assertEquals("{\"socialMap\":" + map + "}", shown(server.worker()));
  }

  @Test
  void putsAHigherNumberInThePlaceOfTheOneBeforeAndTakesItAgain() {
    TestTeam coordinator = server.coordinator();
    put(coordinator, server.signed(map(coordinator.programme(), 1, "Een")));
    String newer = server.signed(map(coordinator.programme(), 7, "Twee"));
    put(coordinator, newer);

    TestHttp.Answer again = put(coordinator, newer);

    assertEquals(204, again.status(), again.body());
    assertEquals("{\"socialMap\":" + newer + "}", shown(coordinator));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void refusesALowerNumberAndTheSameWithAnotherContent(int number) {
    TestTeam coordinator = server.coordinator();
    String kept = server.signed(map(coordinator.programme(), 2, "Een"));
    put(coordinator, kept);

    TestHttp.Answer refused =
        put(coordinator, server.signed(map(coordinator.programme(), number, "Twee")));

    assertProblem("social-map-refused", refused);
    assertEquals("{\"socialMap\":" + kept + "}", shown(coordinator));
  }

  @Test
  void refusesWhatSomebodyElseSigned() {
    TestTeam coordinator = server.coordinator();
    SocialMap map = map(coordinator.programme(), 1, "Een");
    String forged = TestServer.text(map, Ed25519PrivateKey.generate(new SecureRandom()));

    TestHttp.Answer refused = put(coordinator, forged);

    assertProblem("social-map-refused", refused);
    assertEquals(NONE, shown(coordinator));
  }

  @Test
  void refusesTheMapOfAnotherProgrammeAtItsOwnAddress() {
    TestTeam coordinator = server.coordinator();

    TestHttp.Answer refused = put(coordinator, server.signed(map(server.programme(1), 1, "Een")));

    assertProblem("social-map-refused", refused);
    assertEquals(NONE, shown(coordinator));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "{\"payload\":{},\"signature\":\"\"}"})
  void refusesWhatIsNoSocialMap(String document) {
    TestHttp.Answer refused = put(server.coordinator(), document);

    assertProblem("social-map-refused", refused);
  }

  @Test
  void refusesAWorker() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = put(worker, server.signed(map(worker.programme(), 1, "Een")));

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void hidesItFromOtherProgrammes() {
    TestTeam foreign = server.coordinator(server.programme(1));
    String path = path(server.programme(0));
    put(server.coordinator(), server.signed(map(server.programme(0), 1, "Een")));

    TestHttp.Answer shown = foreign.seat().get(path);
    TestHttp.Answer refused =
        foreign.seat().put(path, server.signed(map(server.programme(0), 2, "Een")));

    assertProblem("not-found", shown);
    assertProblem("not-found", refused);
  }

  private static SocialMap map(ProgrammeId programme, int number, String name) {
    Partner partner =
        new Partner(
            PartnerKind.HOUSING,
            name,
            List.of(new MunicipalityCode("GM0200")),
            "055 555 0100",
            null,
            LocalDate.of(2026, 11, 1));
    return new SocialMap(programme, number, List.of(partner));
  }

  private static TestHttp.Answer put(TestTeam device, String map) {
    return device.seat().put(path(device.programme()), map);
  }

  private static String shown(TestTeam device) {
    return device.seat().get(path(device.programme())).body();
  }

  private static String path(ProgrammeId programme) {
    return "/v1/programmes/" + programme.toText() + "/social-map";
  }
}
