package org.opstap.backend.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.client.TestVault;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.wire.Bytes;

/** VLT-1 to VLT-5, VLT-8, VLT-14. */
@MicronautTest(transactional = false)
class VaultHttpTest implements TestDatabase {
  private static final Bytes FIRST = TestVault.state();
  private static final Bytes SECOND = TestVault.state();
  private static final Bytes OTHER = TestVault.state();

  @Inject TestServer server;

  private TestConversation conversation;
  private TestVault vault;

  @BeforeEach
  void begin() {
    server.begin();
    conversation = server.conversation();
    vault = TestVault.of(conversation);
  }

  @Test
  void keepsDigestsAndTheStateAndNothingElse() {
    vault.make(FIRST);

    assertEquals(
        List.of(
            String.join(
                " ",
                conversation.bytes().toHex(),
                vault.locator().sha256().toHex(),
                vault.accessKey().sha256().toHex(),
                "1",
                FIRST.toHex())),
        server.query(
            "SELECT LOWER(CONCAT_WS(' ', HEX(conversation_id), HEX(locator_digest),"
                + " HEX(access_key_digest), version, HEX(state))) FROM vault"
                + where()));
    assertEquals(
        List.of("conversation_id locator_digest access_key_digest version state"),
        server.query(
            "SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position SEPARATOR ' ') FROM"
                + " information_schema.columns WHERE table_schema = DATABASE() AND table_name ="
                + " 'vault'"));
  }

  @Test
  void answersTheSameToTheSameRequest() {
    TestHttp.Answer first = vault.make(FIRST);

    TestHttp.Answer second = vault.make(FIRST);

    assertEquals(201, first.status());
    assertEquals("{\"version\":1}", first.body());
    assertEquals(first.body(), second.body());
    assertStored(1, FIRST);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void takesTheSixLengths(int units) {
    Bytes state = TestVault.state(units);

    assertEquals(201, vault.make(state).status());

    assertStored(1, state);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 28, 16_384, 16_411, 16_413, 32_768})
  void refusesOtherLengths(int length) {
    vault.make(FIRST);

    assertProblem("malformed-request", vault.write(2, TestVault.random(length)));

    assertProblem(
        "malformed-request", TestVault.of(server.conversation()).make(TestVault.random(length)));
    assertStored(1, FIRST);
  }

  @ParameterizedTest
  @ValueSource(ints = {98_333, 114_716})
  void refusesLongerStates(int length) {
    vault.make(FIRST);

    assertProblem("too-large", vault.write(2, TestVault.random(length)));

    assertStored(1, FIRST);
  }

  @Test
  void refusesKeysOfOtherLengths() {
    for (String member : List.of("locator", "accessKeyDigest")) {
      for (int length : new int[] {0, 31, 33}) {
        Map<String, String> content = new HashMap<>(vault.content(FIRST));
        content.put(member, TestVault.random(length).toBase64Url());

        assertProblem("malformed-request", conversation.seeker().post(vault.path(), content));
      }
    }
    assertEquals(List.of(), stored());
  }

  @Test
  void putsAVaultInThePlaceOfAnother() {
    vault.make(FIRST);
    vault.write(2, SECOND);
    TestVault next = TestVault.of(conversation);

    assertEquals("{\"version\":1}", next.make(OTHER).body());

    assertStored(1, OTHER);
    assertProblem("vault-not-found", vault.comeBack(TestVault.key()));
    assertEquals(200, next.comeBack(TestVault.key()).status());
  }

  /** A request that somebody sends again, to another node. */
  @Test
  void makesNoVaultAgainThatWasReplaced() {
    vault.make(FIRST);
    TestVault.of(conversation).make(OTHER);

    assertProblem("vault-locator-taken", vault.make(FIRST));

    assertStored(1, OTHER);
  }

  @Test
  void makesNoVaultAgainThatWasRemoved() {
    vault.make(FIRST);
    vault.remove();

    assertProblem("vault-locator-taken", vault.make(FIRST));

    assertEquals(List.of(), stored());
  }

  @Test
  void leavesAVaultThatMovedOnAsItIs() {
    vault.make(FIRST);
    vault.write(2, SECOND);

    assertProblem("vault-version", Map.of("version", 2), vault.make(FIRST));

    assertStored(2, SECOND);
  }

  @Test
  void refusesAnotherVaultUnderTheSameLocator() {
    vault.make(FIRST);
    Map<String, String> otherKey = new HashMap<>(vault.content(FIRST));
    otherKey.put("accessKeyDigest", TestVault.random(32).toBase64Url());

    assertProblem("vault-version", Map.of("version", 1), vault.make(OTHER));
    assertProblem(
        "vault-version", Map.of("version", 1), conversation.seeker().post(vault.path(), otherKey));

    assertStored(1, FIRST);
  }

  @Test
  void refusesTheLocatorOfAnotherConversation() {
    vault.make(FIRST);
    TestConversation other = server.conversation();
    TestVault own = TestVault.made(other);

    assertProblem(
        "vault-locator-taken", other.seeker().post(other.path() + "/vault", vault.content(OTHER)));

    assertStored(1, FIRST);
    assertEquals(200, own.comeBack(TestVault.key()).status());
  }

  @Test
  void letsOneOfManyHaveALocator() throws Exception {
    List<TestConversation> conversations = new ArrayList<>(List.of(conversation));
    for (int i = 0; i < 7; i++) {
      conversations.add(server.conversation());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TestHttp.Answer>> answers =
          conversations.stream()
              .map(
                  each ->
                      threads.submit(
                          () -> each.seeker().post(each.path() + "/vault", vault.content(FIRST))))
              .toList();

      int made = 0;
      for (Future<TestHttp.Answer> answer : answers) {
        made += answer.get().status() == 201 ? 1 : 0;
        if (answer.get().status() != 201) {
          assertProblem("vault-locator-taken", answer.get());
        }
      }
      assertEquals(1, made);
    }
  }

  @Test
  void takesTheNextVersionAndTheSameOneAgain() {
    vault.make(FIRST);

    assertEquals(204, vault.write(1, FIRST).status());
    assertEquals(204, vault.write(2, SECOND).status());
    assertEquals(204, vault.write(2, SECOND).status());

    assertStored(2, SECOND);
  }

  @Test
  void saysWhichVersionIsThereToAnyOther() {
    vault.make(FIRST);
    vault.write(2, SECOND);

    for (TestHttp.Answer refused :
        List.of(
            vault.write(1, FIRST),
            vault.write(2, OTHER),
            vault.write(4, OTHER),
            vault.write(Long.MAX_VALUE, OTHER))) {
      assertProblem("vault-version", Map.of("version", 2), refused);
    }
    assertProblem("malformed-request", vault.write(0, OTHER));
    assertStored(2, SECOND);
  }

  /** Two sessions of one seat: a page in two windows, or a phone that was copied. */
  @Test
  void letsOneOfTwoWritersHaveAVersion() throws Exception {
    vault.make(FIRST);
    List<Bytes> states = List.of(SECOND, OTHER, TestVault.state(), TestVault.state());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TestHttp.Answer>> answers =
          states.stream().map(state -> threads.submit(() -> vault.write(2, state))).toList();

      List<Bytes> written = new ArrayList<>();
      for (int i = 0; i < states.size(); i++) {
        if (answers.get(i).get().status() == 204) {
          written.add(states.get(i));
        } else {
          assertProblem("vault-version", Map.of("version", 2), answers.get(i).get());
        }
      }
      assertEquals(1, written.size());
      assertStored(2, written.getFirst());
    }
  }

  @Test
  void saysThatThereIsNone() {
    assertProblem("vault-not-found", vault.write(1, FIRST));
    assertEquals(204, vault.remove().status());
  }

  @Test
  void removesAVault() {
    vault.make(FIRST);

    assertEquals(204, vault.remove().status());
    assertEquals(204, vault.remove().status());

    assertEquals(List.of(), stored());
    assertProblem("vault-not-found", vault.comeBack(TestVault.key()));
    assertProblem("vault-not-found", vault.write(2, SECOND));
  }

  @Test
  void hidesAVaultFromOtherSeekers() {
    vault.make(FIRST);
    TestConversation other = server.conversation();
    String unknown = "/v1/conversations/cnv_15XB35WBFZ697GTRMPJ0TSG64K7/vault";

    for (String method : List.of("POST", "PUT", "DELETE")) {
      Object body =
          switch (method) {
            case "POST" -> TestVault.of(other).content(OTHER);
            case "PUT" -> TestVault.update(2, OTHER);
            default -> "";
          };
      TestHttp.Answer foreign = other.seeker().send(method, vault.path(), body);

      assertProblem("conversation-not-found", foreign);
      assertEquals(other.seeker().send(method, unknown, body).body(), foreign.body());
    }
    assertStored(1, FIRST);
  }

  @Test
  void refusesWorkersDevices() {
    TestTeam worker = server.worker();
    TestConversation begun = server.begunConversation();
    TestVault own = TestVault.made(begun);

    assertProblem("not-for-this-role", worker.seat().post(own.path(), own.content(OTHER)));
    assertProblem("not-for-this-role", worker.seat().put(own.path(), TestVault.update(2, OTHER)));
    assertProblem("not-for-this-role", worker.seat().send("DELETE", own.path(), ""));
  }

  @Test
  void refusesThe61stWriteInAMinute() {
    server.clock().stopAt(server.clock().instant());
    vault.make(FIRST);
    for (int i = 1; i < Limits.VAULT_WRITES_A_MINUTE; i++) {
      assertEquals(204, vault.write(1, FIRST).status());
    }

    TestHttp.Answer refused = vault.write(2, SECOND);

    assertProblem("rate-limited", refused);
    assertFalse(refused.headers().allValues("Retry-After").isEmpty());
    assertStored(1, FIRST);
  }

  @Test
  void diesWithItsPseudonym() {
    vault.make(FIRST);

    server.update(
        "DELETE p FROM pseudonym p JOIN conversation c ON c.pseudonym_id = p.pseudonym_id"
            + where().replace("conversation_id", "c.conversation_id"));

    assertEquals(List.of(), stored());
    assertProblem("vault-not-found", vault.comeBack(TestVault.key()));
  }

  private void assertStored(long version, Bytes state) {
    assertEquals(List.of(version + " " + state.sha256().toHex()), stored());
  }

  private List<String> stored() {
    return server.query("SELECT CONCAT(version, ' ', SHA2(state, 256)) FROM vault" + where());
  }

  private String where() {
    return " WHERE conversation_id = X'" + conversation.bytes().toHex() + "'";
  }
}
