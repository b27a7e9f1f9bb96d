package org.opstap.backend.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestNodes;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.privacypass.BlindTokenRequest;
import org.opstap.protocol.privacypass.BouncyCastleBlindSigner;
import org.opstap.protocol.privacypass.PrivateTokenChallenge;
import org.opstap.protocol.privacypass.Token;
import org.opstap.protocol.privacypass.TokenChallenge;
import org.opstap.protocol.privacypass.TokenResponse;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** ADM-24 and ADM-25: which token is wanted, and which ones are none. */
@MicronautTest(transactional = false)
class TokenHttpTest implements TestDatabase {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject TestServer server;
  @Inject EmbeddedServer node;

  @BeforeEach
  void begin() {
    server.clock().reset();
  }

  @Test
  void refusesEveryTamperedToken() {
    byte[] token = fresh().toBytes().toByteArray();
    for (int i = 2; i < token.length; i += 11) {
      byte[] tampered = token.clone();
      tampered[i] ^= 1;

      assertProblem(
          "token-invalid",
          TestTokens.spend(
              server.http(), Token.parse(Bytes.copyOf(tampered)), TestTokens.freshKey()));
    }
    assertEquals(
        201,
        TestTokens.spend(server.http(), Token.parse(Bytes.copyOf(token)), TestTokens.freshKey())
            .status());
  }

  @Test
  void refusesATokenOfAnotherIssuer() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    BouncyCastleBlindSigner other =
        BouncyCastleBlindSigner.fromPkcs8(
            SecretBytes.copyOf(generator.generateKeyPair().getPrivate().getEncoded()));
    BlindTokenRequest request =
        BlindTokenRequest.create(TestTokens.CHALLENGE, other.publicKey(), RANDOM);
    Bytes signature = other.blindSign(request.request().blindedMessage());
    Token token = request.finalizeToken(new TokenResponse(signature)).orElseThrow();

    assertProblem("token-invalid", TestTokens.spend(server.http(), token, TestTokens.freshKey()));
  }

  @Test
  void refusesATokenForAnotherOrigin() {
    TokenChallenge other =
        new TokenChallenge("opstap.localhost", Bytes.empty(), List.of("elsewhere.example"));
    BlindTokenRequest request =
        BlindTokenRequest.create(other, TestTokens.key(server.http()), RANDOM);
    Bytes body = TestTokens.batch(List.of(request));
    Bytes answer =
        TestTokens.issued(
            server.http(),
            TestTokens.BATCH,
            body,
            TestTokens.solve(TestTokens.puzzle(server.http()), body));
    Token token = TestTokens.unblind(List.of(request), answer).getFirst();

    assertProblem("token-invalid", TestTokens.spend(server.http(), token, TestTokens.freshKey()));
  }

  @Test
  void takesATokenUntilTheEndOfTheNextMonth() {
    server.clock().stopAt(Instant.parse("2026-11-21T12:00:00Z"));
    List<Token> november = TestTokens.fetch(server.http(), 2);
    server.clock().stopAt(Instant.parse("2026-12-31T23:59:59Z"));
    assertEquals(
        201, TestTokens.spend(server.http(), november.get(0), TestTokens.freshKey()).status());

    server.clock().move(Duration.ofSeconds(1));

    assertProblem(
        "token-invalid", TestTokens.spend(server.http(), november.get(1), TestTokens.freshKey()));
    assertProblem(
        "token-invalid", TestTokens.spend(server.http(), november.get(0), TestTokens.freshKey()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PrivateToken", "Bearer AAAA", "PrivateToken token=\"AAAA\"", "x"})
  void refusesCredentialsOfAnotherForm(String field) {
    TestHttp.Answer refused =
        TestHttp.send(
            TestTokens.pseudonymRequest(server.http(), TestTokens.freshKey())
                .header("Authorization", field));

    assertProblem("token-invalid", refused);
  }

  @Test
  void refusesTwoTokensAtOnce() {
    TestHttp.Answer refused =
        TestHttp.send(
            TestTokens.pseudonymRequest(server.http(), TestTokens.freshKey())
                .header("Authorization", TestTokens.credentials(fresh()))
                .header("Authorization", TestTokens.credentials(fresh())));

    assertProblem("token-invalid", refused);
  }

  @Test
  void saysWhichTokenIsWanted() {
    TestHttp.Answer refused =
        TestHttp.send(TestTokens.pseudonymRequest(server.http(), TestTokens.freshKey()));

    assertProblem("token-missing", refused);
    String field = refused.headers().firstValue("WWW-Authenticate").orElseThrow();
    assertEquals(
        new PrivateTokenChallenge(TestTokens.CHALLENGE, TestTokens.key(server.http())),
        PrivateTokenChallenge.parse(field));
  }

  @Test
  void tellsEverybodyTheSame() {
    Token token = fresh();
    TestTokens.spend(server.http(), token, TestTokens.freshKey());
    TestHttp.Answer spent = TestTokens.spend(server.http(), token, TestTokens.freshKey());
    TestHttp.Answer invalid =
        TestHttp.send(
            TestTokens.pseudonymRequest(server.http(), TestTokens.freshKey())
                .header("Authorization", "x"));

    assertEquals(
        spent.headers().allValues("WWW-Authenticate"),
        invalid.headers().allValues("WWW-Authenticate"));
    TestHttp.Answer missing =
        TestHttp.send(TestTokens.pseudonymRequest(server.http(), TestTokens.freshKey()));
    assertEquals(
        spent.headers().allValues("WWW-Authenticate"),
        missing.headers().allValues("WWW-Authenticate"));
  }

  @Test
  void wantsATokenForTheHostOfPhones() {
    try (EmbeddedServer named =
        TestNodes.start(
            TestNodes.databaseOf(node),
            "opstap.phone-host",
            "Hallo.Example:8443",
            "opstap.team-host",
            "team.example")) {
      PrivateTokenChallenge wanted =
          named.getApplicationContext().getBean(RedemptionService.class).challenge();

      assertEquals(
          new TokenChallenge("hallo.example", Bytes.empty(), List.of("hallo.example")),
          wanted.challenge());
    }
  }

  private Token fresh() {
    return TestTokens.fetch(server.http(), 1).getFirst();
  }
}
