package org.opstap.backend.devicevault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestAuthenticator;
import org.opstap.backend.client.TestDeviceVault;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStaff;
import org.opstap.backend.client.TestVault;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.wire.Bytes;

/** STF-9 to STF-14. */
@MicronautTest(transactional = false)
class DeviceVaultHttpTest implements TestDatabase {
  @Inject TestServer server;

  @BeforeEach
  @AfterEach
  void begin() {
    server.begin();
  }

  @Test
  void takesTheNextVersionAndTheSameOneAgain() {
    TestDeviceVault vault = vault();
    Bytes state = TestVault.state();

    assertEquals(204, vault.write(1, state).status());
    assertEquals(204, vault.write(1, state).status());
    assertEquals(204, vault.write(2, TestVault.state()).status());
  }

  @Test
  void saysWhichVersionIsThereToAnyOther() {
    TestDeviceVault vault = vault();
    Bytes state = TestVault.state();
    vault.write(1, state);

    TestHttp.Answer behind = vault.write(1, TestVault.state());
    TestHttp.Answer ahead = vault.write(3, TestVault.state());

    assertProblem("vault-version", Map.of("version", 1), behind);
    assertProblem("vault-version", Map.of("version", 1), ahead);
    assertEquals(state.toBase64Url(), vault.comeBack().text("state"));
  }

  @Test
  void letsOneOfTwoBrowsersHaveAVersion() throws Exception {
    TestDeviceVault vault = vault();
    vault.write(1, TestVault.state());
    List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
    List<Thread> browsers = new ArrayList<>();

    for (int i = 0; i < 4; i++) {
      browsers.add(
          Thread.ofVirtual().start(() -> answers.add(vault.write(2, TestVault.state()).status())));
    }
    for (Thread browser : browsers) {
      browser.join(Duration.ofSeconds(10));
    }

    assertEquals(List.of(204, 409, 409, 409), answers.stream().sorted().toList());
  }

  @Test
  void refusesOtherFormsAndLengths() {
    TestDeviceVault vault = vault();

    assertProblem("malformed-request", vault.write(1, TestVault.random(100)));
    assertProblem("malformed-request", vault.write(0, TestVault.state()));
    assertProblem("too-large", vault.write(1, TestVault.random(7 * 16_384 + 28)));
    assertProblem(
        "malformed-request",
        vault
            .seat()
            .put(vault.path(), TestDeviceVault.body(TestVault.random(16), 1, TestVault.state())));
  }

  @Test
  void hasRoomForSoManyParts() {
    TestDeviceVault vault = vault();
    vault.write(1, TestVault.state());
    fill(vault, Limits.VAULT_PARTS_A_DEVICE, "x'00'");

    TestHttp.Answer more = vault.seat().put(vault.path(), TestDeviceVault.part(1));

    assertProblem("vault-full", more);
    assertEquals(204, vault.write(2, TestVault.state()).status());
  }

  @Test
  void hasRoomAgainForEachPartThatEnds() {
    TestDeviceVault vault = vault();
    vault.write(1, TestVault.state());
    fill(vault, Limits.VAULT_PARTS_A_DEVICE, "x'00'");
    vault.end(2);

    assertEquals(204, vault.seat().put(vault.path(), TestDeviceVault.part(1)).status());
    assertProblem("vault-full", vault.write(3, TestVault.state()));
  }

  @Test
  void keepsSoManyVersions() {
    TestDeviceVault vault = vault();
    vault.write(1, TestVault.state());
    fill(vault, Limits.VAULT_VERSIONS_A_DEVICE, "NULL");

    assertProblem("vault-full", vault.seat().put(vault.path(), TestDeviceVault.part(1)));
    assertEquals(204, vault.write(2, TestVault.state()).status());
    server.update("DELETE FROM device_vault");
  }

  @Test
  void givesBackEveryPartThatIsThere() {
    TestDeviceVault vault = vault();
    vault.write(1, TestVault.state());
    for (int i = 0; i < 12; i++) {
      vault
          .seat()
          .put(
              vault.path(),
              TestDeviceVault.body(TestVault.random(32), 1, TestVault.random(6 * 16_384 + 28)));
    }
    List<String> read = new ArrayList<>();

    for (String after = ""; ; after = "?after=" + read.getLast()) {
      var parts = vault.seat().get(vault.path() + after).json().get("parts");
      parts.forEach(part -> read.add(part.get("part").asText()));
      if (parts.isEmpty()) {
        break;
      }
    }

    assertEquals(13, read.size());
    assertEquals(13, read.stream().distinct().count());
  }

  @Test
  void forgetsAPartAndNotItsVersion() {
    TestDeviceVault vault = vault();
    vault.write(1, TestVault.state());

    assertEquals(204, vault.end(2).status());

    assertEquals(0, vault.seat().get(vault.path()).json().get("parts").size());
    assertProblem("vault-not-found", vault.comeBack());
    assertProblem("vault-version", Map.of("version", 2), vault.write(1, TestVault.state()));
  }

  @Test
  void bringsAWorkerBackToHerDevice() {
    TestStaff worker = worker();
    TestDeviceVault vault = TestDeviceVault.of(worker);
    Bytes state = TestVault.state();
    vault.write(1, state);

    TestHttp.Answer back = vault.comeBack();

    assertEquals(200, back.status(), back.body());
    assertEquals(worker.device(), back.text("device"));
    assertEquals(state.toBase64Url(), back.text("state"));
    assertEquals(1, back.json().get("version").asInt());
    assertEquals(201, worker.signIn(Optional.of(back.text("presence"))).status());
  }

  @Test
  void bringsNobodyElseBack() {
    TestDeviceVault vault = vault();
    vault.write(1, TestVault.state());

    TestHttp.Answer stranger = vault.comeBack(new TestAuthenticator(server.http()).signed());
    TestHttp.Answer colleague = vault.comeBack(worker().authenticator().signed());

    assertProblem("passkey-refused", stranger);
    assertProblem("vault-not-found", colleague);
  }

  @Test
  void forgetsTheVaultOfADeviceThatIsCutOff() {
    TestStaff worker = worker();
    TestDeviceVault vault = TestDeviceVault.of(worker);
    vault.write(1, TestVault.state());

    assertEquals(204, server.revoke(server.worker(), worker.device()).status());

    assertProblem("passkey-refused", vault.comeBack());
    assertProblem("signature-invalid", vault.write(2, TestVault.state()));
    assertEquals(
        List.of("0"),
        server.query(
            "SELECT COUNT(*) FROM device_vault WHERE part = x'" + vault.part().toHex() + "'"));
  }

  /** Gives the device so many parts, with one that it has. */
  private void fill(TestDeviceVault vault, int parts, String state) {
    server.update(
        "INSERT INTO device_vault (device_id, part, version, state) SELECT x'%s',"
                .formatted(DeviceId.parse(vault.seat().holder()).toBytes().toHex())
            + " UNHEX(SHA2(seq, 256)), 1, %s FROM seq_2_to_%d".formatted(state, parts));
  }

  private TestStaff worker() {
    return TestStaff.joined(server.http(), server.invitation(server.programme(0)));
  }

  private TestDeviceVault vault() {
    return TestDeviceVault.of(worker());
  }
}
