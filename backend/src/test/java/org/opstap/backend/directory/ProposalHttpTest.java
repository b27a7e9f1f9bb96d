package org.opstap.backend.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.ProgrammeProposal;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** What a programme may ask for, and who sees it. */
@MicronautTest(transactional = false)
class ProposalHttpTest implements TestDatabase {
  private static final String NONE = "{\"proposal\":null}";

  @Inject TestServer server;

  @BeforeEach
  void begin() {
    server.begin();
    server.update("DELETE FROM programme_proposal");
  }

  @Test
  void takesWhatACoordinatorProposes() {
    TestTeam coordinator = server.coordinator();
    String proposal =
        server.signed(
            new ProgrammeProposal(
                coordinator.programme(),
                1,
                1,
                List.of(new MunicipalityCode("GM0200")),
                null,
                null,
                480,
                null));

    TestHttp.Answer taken = put(coordinator, proposal);

    assertEquals(204, taken.status(), taken.body());
    assertEquals("{\"proposal\":" + proposal + "}", shown(server.worker()));
  }

  @Test
  void showsNullWhereNothingWasProposed() {
    assertEquals(NONE, shown(server.worker()));
  }

  @Test
  void changesNothingOfTheReleaseByItself() {
    TestTeam coordinator = server.coordinator();
    int promised = entry(coordinator.programme()).promisedMinutes();

    put(coordinator, server.proposal(coordinator.programme(), 1, promised + 1));

    assertEquals(promised, entry(coordinator.programme()).promisedMinutes());
  }

  @Test
  void putsAHigherNumberInThePlaceOfTheOneBefore() {
    TestTeam coordinator = server.coordinator();
    put(coordinator, server.proposal(coordinator.programme(), 1, 300));
    String newer = server.proposal(coordinator.programme(), 7, 301);

    TestHttp.Answer taken = put(coordinator, newer);

    assertEquals(204, taken.status(), taken.body());
    assertEquals("{\"proposal\":" + newer + "}", shown(coordinator));
  }

  @Test
  void takesTheSameAgain() {
    TestTeam coordinator = server.coordinator();
    String proposal = server.proposal(coordinator.programme(), 1, 300);
    put(coordinator, proposal);

    TestHttp.Answer again = put(coordinator, proposal);

    assertEquals(204, again.status(), again.body());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void refusesALowerNumberAndTheSameWithAnotherContent(int number) {
    TestTeam coordinator = server.coordinator();
    String kept = server.proposal(coordinator.programme(), 2, 300);
    put(coordinator, kept);

    TestHttp.Answer refused =
        put(coordinator, server.proposal(coordinator.programme(), number, 301));

    assertProblem("proposal-refused", refused);
    assertEquals("{\"proposal\":" + kept + "}", shown(coordinator));
  }

  @Test
  void refusesWhatSomebodyElseSigned() {
    TestTeam coordinator = server.coordinator();
    String forged =
        TestServer.text(
            new ProgrammeProposal(coordinator.programme(), 1, 1, null, null, null, 300, null),
            Ed25519PrivateKey.generate(new SecureRandom()));

    TestHttp.Answer refused = put(coordinator, forged);

    assertProblem("proposal-refused", refused);
  }

  @Test
  void refusesTheProposalOfAnotherProgrammeAtItsOwnAddress() {
    TestTeam coordinator = server.coordinator();

    TestHttp.Answer refused = put(coordinator, server.proposal(server.programme(1), 1, 300));

    assertProblem("proposal-refused", refused);
    assertEquals(NONE, shown(coordinator));
  }

  @Test
  void refusesWhatIsBasedOnAReleaseToCome() {
    TestTeam coordinator = server.coordinator();
    int number = server.directory().current().orElseThrow().release().number();
    ProgrammeProposal early =
        new ProgrammeProposal(coordinator.programme(), 1, number + 1, null, null, null, 300, null);

    TestHttp.Answer refused = put(coordinator, server.signed(early));

    assertProblem("proposal-refused", refused);
  }

  @Test
  void refusesCoverageByNameForTheNationalProgramme() {
    ProgrammeId national =
        server.directory().current().orElseThrow().release().programmes().stream()
            .filter(Programme::national)
            .findFirst()
            .orElseThrow()
            .id();
    TestTeam coordinator = server.coordinator(national);
    ProgrammeProposal proposal =
        new ProgrammeProposal(
            national, 1, 1, List.of(new MunicipalityCode("GM0200")), null, null, null, null);

    TestHttp.Answer refused = put(coordinator, server.signed(proposal));

    assertProblem("proposal-refused", refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "{\"payload\":{},\"signature\":\"\"}"})
  void refusesWhatIsNoProposal(String document) {
    TestHttp.Answer refused = put(server.coordinator(), document);

    assertProblem("proposal-refused", refused);
  }

  @Test
  void refusesAWorker() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = put(worker, server.proposal(worker.programme(), 1, 300));

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void hidesItFromOtherProgrammes() {
    TestTeam foreign = server.coordinator(server.programme(1));
    String path = path(server.programme(0));

    TestHttp.Answer shown = foreign.seat().get(path);
    TestHttp.Answer refused =
        foreign.seat().put(path, server.proposal(server.programme(0), 1, 300));

    assertProblem("not-found", shown);
    assertProblem("not-found", refused);
    assertEquals(NONE, shown(server.worker()));
  }

  private Programme entry(ProgrammeId id) {
    return server.directory().current().orElseThrow().release().programme(id).orElseThrow();
  }

  private static TestHttp.Answer put(TestTeam device, String proposal) {
    return device.seat().put(path(device.programme()), proposal);
  }

  private static String shown(TestTeam device) {
    return device.seat().get(path(device.programme())).body();
  }

  private static String path(ProgrammeId programme) {
    return "/v1/programmes/" + programme.toText() + "/proposal";
  }
}
