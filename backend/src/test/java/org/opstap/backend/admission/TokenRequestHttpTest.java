package org.opstap.backend.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestNodes;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.privacypass.IssuerPublicKey;
import org.opstap.protocol.privacypass.TokenRequest;
import org.opstap.protocol.wire.Bytes;

/** ADM-23: what asks for no token that is issued here. */
@MicronautTest(transactional = false)
class TokenRequestHttpTest implements TestDatabase {
  @Inject TestServer server;
  @Inject EmbeddedServer node;

  @BeforeEach
  void begin() {
    server.clock().reset();
  }

  @Test
  void refusesAnEleventhToken() {
    Bytes one = TestTokens.batch(TestTokens.blind(TestTokens.key(server.http()), 1));
    Bytes request = one.slice(2, one.length());
    Bytes eleven = Bytes.fromHex(Integer.toHexString(0x4000 | 11 * request.length()));
    for (int i = 0; i < 11; i++) {
      eleven = Bytes.concat(eleven, request);
    }

    assertProblem("token-request-malformed", solvedAndRefused(eleven));
  }

  @Test
  void refusesWhatAsksForNoToken() {
    Bytes body = freshBatch();

    assertProblem("malformed-request", solvedAndRefused(Bytes.empty()));
    assertProblem("token-request-malformed", solvedAndRefused(body.slice(0, body.length() - 1)));
    assertProblem(
        "token-request-malformed", solvedAndRefused(Bytes.concat(body, Bytes.fromHex("00"))));
    assertProblem("token-request-malformed", solvedAndRefused(Bytes.copyOf(new byte[190 * 1024])));
  }

  @Test
  void refusesANumberThatIsNotBelowTheModulus() {
    int id = TestTokens.key(server.http()).truncatedTokenKeyId();
    Bytes body = new TokenRequest(id, Bytes.fromHex("ff".repeat(256))).toBytes();

    assertProblem(
        "token-request-malformed",
        TestTokens.refused(
            server.http(),
            TestTokens.SINGLE,
            body,
            TestTokens.solve(TestTokens.puzzle(server.http()), body)));
  }

  @Test
  void refusesAKeyThatIsNotThere() {
    Bytes body = freshBatch();
    List<Integer> known =
        TestTokens.directory(server.http()).tokenKeys().stream()
            .map(key -> key.publicKey().truncatedTokenKeyId())
            .toList();
    int unknown = 0;
    while (known.contains(unknown)) {
      unknown++;
    }
    byte[] changed = body.toByteArray();
    changed[4] = (byte) unknown;

    assertProblem("issuer-key-unknown", solvedAndRefused(Bytes.copyOf(changed)));
  }

  @Test
  void refusesAKeyWhoseMonthIsOverOrToCome() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    server.clock().stopAt(today.withDayOfMonth(15).atStartOfDay().toInstant(ZoneOffset.UTC));
    IssuerPublicKey next = TestTokens.directory(server.http()).tokenKeys().getFirst().publicKey();
    Bytes early = TestTokens.batch(TestTokens.blind(next, 1));
    assertProblem("issuer-key-unknown", solvedAndRefused(early));
    Bytes late = freshBatch();

    server.clock().move(Duration.ofDays(31));

    assertProblem("issuer-key-unknown", solvedAndRefused(late));
    assertEquals(200, solvedAndRefused(early).status());
  }

  /** ADM-16. */
  @Test
  void saysThatItCanSignNothingNow() {
    Bytes body = freshBatch();
    String another = Base64.getEncoder().encodeToString(new byte[32]);
    try (EmbeddedServer stranger =
        TestNodes.start(TestNodes.databaseOf(node), "opstap.master-key", another)) {
      TestHttp http = TestNodes.of(stranger).http();

      TestHttp.Answer refused =
          TestTokens.refused(
              http, TestTokens.BATCH, body, TestTokens.solve(TestTokens.puzzle(http), body));

      assertProblem("unavailable", refused);
      assertTrue(refused.headers().firstValue("Retry-After").isPresent());
    }
  }

  @Test
  void takesNoOtherMediaType() {
    Bytes body = freshBatch();
    AdmissionProof.Work work = TestTokens.solve(TestTokens.puzzle(server.http()), body);

    assertProblem(
        "unsupported-media-type",
        TestTokens.refused(server.http(), "application/json", body, work));
  }

  private Bytes freshBatch() {
    return TestTokens.batch(TestTokens.blind(TestTokens.key(server.http()), 2));
  }

  private TestHttp.Answer refused(Bytes body, AdmissionProof.Work work) {
    return TestTokens.refused(server.http(), TestTokens.BATCH, body, work);
  }

  private TestHttp.Answer solvedAndRefused(Bytes body) {
    return refused(body, TestTokens.solve(TestTokens.puzzle(server.http()), body));
  }
}
