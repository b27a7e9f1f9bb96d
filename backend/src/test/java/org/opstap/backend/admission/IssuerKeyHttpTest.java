package org.opstap.backend.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestNodes;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.privacypass.IssuerDirectory;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** ADM-13 to ADM-16, on two nodes over one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerKeyHttpTest {
  private static final Instant NOVEMBER = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant JANUARY = Instant.parse("2027-01-01T00:00:00Z");

  private Map<String, String> database = Map.of();
  private EmbeddedServer here;
  private EmbeddedServer there;

  @BeforeAll
  void start() {
    database = TestDatabase.emptyDatabase();
    here = TestNodes.start(database);
    there = TestNodes.start(database);
  }

  @AfterAll
  void stop() {
    here.close();
    there.close();
  }

  @BeforeEach
  void begin() {
    server().update("DELETE FROM spent_token");
    server().update("DELETE FROM issuer_key");
    at(NOVEMBER);
    keys(here).read();
    keys(there).read();
  }

  @Test
  void servesTheDirectoryOfTheStandard() {
    TestHttp.Answer answer = server().http().get(IssuerDirectory.PATH);

    assertEquals(200, answer.status(), answer.body());
    assertEquals(
        IssuerDirectory.MEDIA_TYPE, answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        "public, max-age=3600", answer.headers().firstValue("Cache-Control").orElseThrow());
    IssuerDirectory directory = IssuerDirectory.parse(Bytes.utf8(answer.body()));
    assertEquals("/v1/admission/tokens", directory.issuerRequestUri());
    assertEquals(
        List.of(DECEMBER, Instant.parse("2026-11-01T00:00:00Z")),
        directory.tokenKeys().stream().map(IssuerDirectory.TokenKey::notBefore).toList());
  }

  @Test
  void hasTheNextMonthsKeyAheadOfItsTime() {
    IssuerDirectory before = directory(here);
    at(DECEMBER);

    IssuerDirectory after = directory(here);

    assertEquals(3, after.tokenKeys().size());
    assertEquals(before.tokenKeys(), after.tokenKeys().subList(1, 3));
    assertEquals(before.tokenKeys().getFirst().publicKey(), after.keyAt(DECEMBER).orElseThrow());
    assertEquals(JANUARY, after.tokenKeys().getFirst().notBefore());
  }

  @Test
  void dropsAKeyWhenTheNextMonthIsOver() {
    Bytes november = keys(here).current().publicKey().tokenKeyId();
    at(JANUARY.minusSeconds(1));
    assertTrue(keys(here).redeeming(november).isPresent());

    at(JANUARY);

    assertFalse(keys(here).redeeming(november).isPresent());
    assertEquals(3, directory(here).tokenKeys().size());
  }

  @Test
  void forgetsADroppedKeyWithWhatWasSpentUnderIt() {
    server()
        .update(
            "INSERT INTO spent_token SELECT month, REPEAT('n', 32), REPEAT('d', 32) FROM"
                + " issuer_key");
    at(Instant.parse("2027-01-02T12:00:00Z"));
    assertEquals(0, keys(here).expire());

    at(Instant.parse("2027-01-03T00:00:00Z"));

    assertEquals(1, keys(here).expire());
    assertEquals(List.of("2026-12-01"), server().query("SELECT month FROM spent_token"));
    assertEquals(List.of("2026-12-01", "2027-01-01", "2027-02-01"), months());
  }

  @Test
  void signsALittleLongerThanItsMonth() {
    int november = keys(here).current().publicKey().truncatedTokenKeyId();

    at(DECEMBER.plusSeconds(3_599));
    assertTrue(keys(here).signing(november).isPresent());
    at(DECEMBER.plusSeconds(3_600));
    assertTrue(keys(here).signing(november).isEmpty());
  }

  @Test
  void signsNotLongBeforeItsMonth() {
    int december = directory(here).tokenKeys().getFirst().publicKey().truncatedTokenKeyId();

    at(DECEMBER.minusSeconds(3_601));
    assertTrue(keys(here).signing(december).isEmpty());
    at(DECEMBER.minusSeconds(3_600));
    assertTrue(keys(here).signing(december).isPresent());
  }

  @Test
  void sharesOneKeyAmongNodesThatMakeItAtOnce() throws Exception {
    server().update("DELETE FROM issuer_key");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<IssuerKey>>> both = List.of(keys(here)::read, keys(there)::read);
      for (var made : threads.invokeAll(both)) {
        assertEquals(2, made.get().size());
      }
    }

    assertEquals(2, months().size());
    assertEquals(directory(here), directory(there));
    assertTrue(keys(here).read().stream().allMatch(key -> key.signer() != null));
    assertTrue(keys(there).read().stream().allMatch(key -> key.signer() != null));
  }

  @Test
  void storesNoKeyThatRequestsCouldNotTellFromAnother() {
    int stored =
        server()
            .update(
                "INSERT IGNORE INTO issuer_key (month, token_key_id, public_key,"
                    + " sealed_private_key) SELECT '2030-01-01', CONCAT(REPEAT('x', 31),"
                    + " RIGHT(token_key_id, 1)), public_key, sealed_private_key FROM issuer_key"
                    + " LIMIT 1");

    assertEquals(0, stored);
  }

  @Test
  void keepsPrivateKeysSealed() {
    KeySeal seal = here.getApplicationContext().getBean(KeySeal.class);
    List<String> rows =
        server()
            .query(
                "SELECT HEX(CONCAT(token_key_id, public_key, sealed_private_key)) FROM issuer_key");
    List<String> sealed = server().query("SELECT HEX(sealed_private_key) FROM issuer_key");
    List<String> ids = server().query("SELECT HEX(token_key_id) FROM issuer_key");

    for (int i = 0; i < rows.size(); i++) {
      SecretBytes opened =
          seal.open(Bytes.fromHex(sealed.get(i)), Bytes.fromHex(ids.get(i))).orElseThrow();
      String privateKey = Bytes.copyOf(opened.exposeSecret()).toHex();
      // What PKCS #8 has behind the modulus and the exponent, which are public.
      String secrets = privateKey.substring(privateKey.indexOf("0203010001") + 10);
      assertTrue(secrets.length() > 1_500, "a private exponent, primes and more");
      for (int at = 0; at + 16 <= secrets.length(); at += 16) {
        assertFalse(
            rows.get(i)
                .toLowerCase(java.util.Locale.ROOT)
                .contains(secrets.substring(at, at + 16)));
      }
    }
  }

  @Test
  void startsUnderAnotherMasterKeyAndSignsNothing() {
    String other = Base64.getEncoder().encodeToString(new byte[32]);
    try (EmbeddedServer stranger = TestNodes.start(database, "opstap.master-key", other)) {
      TestNodes.of(stranger).clock().stopAt(NOVEMBER);
      IssuerKeyService keys = keys(stranger);

      assertEquals(directory(here), directory(stranger));
      assertNull(keys.current().signer());
      assertNotEquals(null, keys(here).current().signer());
    }
  }

  private void at(Instant moment) {
    TestNodes.of(here).clock().stopAt(moment);
    TestNodes.of(there).clock().stopAt(moment);
  }

  private TestServer server() {
    return TestNodes.of(here);
  }

  private List<String> months() {
    return server().query("SELECT month FROM issuer_key ORDER BY month");
  }

  private static IssuerKeyService keys(EmbeddedServer node) {
    ApplicationContext context = node.getApplicationContext();
    return context.getBean(IssuerKeyService.class);
  }

  private static IssuerDirectory directory(EmbeddedServer node) {
    TestHttp.Answer answer = TestNodes.of(node).http().get(IssuerDirectory.PATH);
    return IssuerDirectory.parse(Bytes.utf8(answer.body()));
  }
}
