package org.opstap.backend.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;

/** A device's duty, and what a programme sees of its devices. */
@MicronautTest(transactional = false)
class DutyHttpTest implements TestDatabase {
  @Inject TestServer server;

  @BeforeEach
  @AfterEach
  void begin() {
    server.begin();
  }

  @Test
  void showsADeviceItsDutyStockAndCredential() {
    TestTeam worker = server.worker();

    TestHttp.Answer shown = worker.show();

    assertEquals(200, shown.status());
    assertEquals("primary", shown.text("duty"));
    assertEquals(2, shown.json().get("stock").intValue());
    assertTrue(shown.json().get("lastResort").booleanValue());
    assertEquals(worker.credential().toBase64Url(), shown.text("credential"));
  }

  @Test
  void listsTheDevicesOfTheProgramme() {
    TestTeam worker = server.worker();
    TestTeam backup = server.backup();

    TestHttp.Answer team =
        worker.seat().get("/v1/programmes/" + worker.programme().toText() + "/devices");

    assertEquals(
        List.of(worker.id() + " primary", backup.id() + " backup"),
        team.json()
            .get("devices")
            .valueStream()
            .map(found -> found.get("device").asText() + " " + found.get("duty").asText())
            .toList());
  }

  @Test
  void saysWhatPhonesGetOfAColleague() {
    TestTeam worker = server.worker();
    server.update("UPDATE worker_device SET credential_until = DATE '2027-01-31'");
    server.update("UPDATE key_package SET credential_until = DATE '2027-01-31'");

    var colleague =
        worker
            .seat()
            .get("/v1/programmes/" + worker.programme().toText() + "/devices")
            .json()
            .get("devices")
            .get(0);

    assertEquals("worker", colleague.get("role").asText());
    assertEquals(2, colleague.get("stock").intValue());
    assertTrue(colleague.get("lastResort").booleanValue());
    assertEquals("2027-01-31", colleague.get("credentialUntil").asText());
  }

  @Test
  void hidesTheDevicesOfOtherProgrammes() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused =
        worker.seat().get("/v1/programmes/" + server.programme(1).toText() + "/devices");

    assertProblem("not-found", refused);
  }

  @Test
  void showsPhonesNoDevices() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = server.seeker().get(worker.path());

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void showsPhonesNoTeams() {
    TestHttp.Answer refused =
        server.seeker().get("/v1/programmes/" + server.programme(0).toText() + "/devices");

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void changesNobodyElsesDuty() {
    TestTeam worker = server.worker();
    TestTeam colleague = server.worker();

    TestHttp.Answer refused = worker.seat().put(colleague.path() + "/duty", Map.of("duty", "off"));

    assertProblem("not-found", refused);
  }

  @Test
  void refusesADutyThatThereIsNot() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = worker.setDuty("PRIMARY");

    assertProblem("malformed-request", refused);
  }
}
