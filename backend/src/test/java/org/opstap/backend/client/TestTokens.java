package org.opstap.backend.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.Puzzle;
import org.opstap.protocol.privacypass.BatchedTokenRequest;
import org.opstap.protocol.privacypass.BatchedTokenResponse;
import org.opstap.protocol.privacypass.BlindTokenRequest;
import org.opstap.protocol.privacypass.IssuerDirectory;
import org.opstap.protocol.privacypass.IssuerPublicKey;
import org.opstap.protocol.privacypass.PrivateTokenCredentials;
import org.opstap.protocol.privacypass.Token;
import org.opstap.protocol.privacypass.TokenChallenge;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** Gets admission tokens of a server over HTTP, step by step or all at once, as a phone does. */
public final class TestTokens {
  public static final String SINGLE = "application/private-token-request";
  public static final String BATCH = "application/private-token-generic-batch-request";

  /** What a server without host names asks for. */
  public static final TokenChallenge CHALLENGE =
      new TokenChallenge("opstap.localhost", Bytes.empty(), List.of("opstap.localhost"));

  /** A machine that does much else at the same time. */
  private static final int PATIENCE = 20;

  /** What is left of batches, by the server that signed them. */
  private static final Map<URI, Queue<Token>> LEFT = new ConcurrentHashMap<>();

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private TestTokens() {}

  public static IssuerDirectory directory(TestHttp http) {
    return IssuerDirectory.parse(Bytes.utf8(http.get(IssuerDirectory.PATH).body()));
  }

  /** The key that counts by the server's clock. */
  public static IssuerPublicKey key(TestHttp http) {
    return directory(http).keyAt(http.clock().instant()).orElseThrow();
  }

  public static Puzzle puzzle(TestHttp http) {
    var answer = http.post("/v1/admission/challenges", "").json();
    return new Puzzle(
        Bytes.fromBase64Url(answer.get("challenge").textValue()),
        answer.get("attempts").intValue(),
        answer.get("memoryKib").intValue(),
        answer.get("passes").intValue());
  }

  public static List<BlindTokenRequest> blind(IssuerPublicKey key, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> BlindTokenRequest.create(CHALLENGE, key, RANDOM))
        .toList();
  }

  public static Bytes batch(List<BlindTokenRequest> requests) {
    return new BatchedTokenRequest(requests.stream().map(BlindTokenRequest::request).toList())
        .toBytes();
  }

  public static AdmissionProof.Work solve(Puzzle puzzle, Bytes body) {
    return new AdmissionProof.Work(puzzle.challenge(), puzzle.solve(body, RANDOM));
  }

  public static HttpRequest.Builder request(TestHttp http, String contentType, Bytes body) {
    return http.request("/v1/admission/tokens")
        .header("Content-Type", contentType)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
  }

  public static TestHttp.Answer refused(
      TestHttp http, String contentType, Bytes body, AdmissionProof proof) {
    return TestHttp.send(
        request(http, contentType, body).header(AdmissionProof.FIELD, proof.toFieldValue()));
  }

  /** The bytes of an answer that gives tokens. */
  public static Bytes issued(TestHttp http, String contentType, Bytes body, AdmissionProof proof) {
    HttpRequest request =
        request(http, contentType, body).header(AdmissionProof.FIELD, proof.toFieldValue()).build();
    HttpResponse<byte[]> answer = send(request);
    for (int i = 0; i < PATIENCE && answer.statusCode() == 503; i++) {
      answer = send(request);
    }
    String type = answer.headers().firstValue("Content-Type").orElse("none");
    if (answer.statusCode() != 200 || !type.equals(contentType.replace("-request", "-response"))) {
      throw new AssertionError(answer + " " + type);
    }
    return Bytes.copyOf(answer.body());
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The tokens of an answer to a batch; fails where one doesn't verify. */
  public static List<Token> unblind(List<BlindTokenRequest> requests, Bytes answer) {
    var responses = BatchedTokenResponse.parse(answer).responses();
    if (responses.size() != requests.size()) {
      throw new AssertionError(responses.size() + " responses");
    }
    return IntStream.range(0, requests.size())
        .mapToObj(i -> requests.get(i).finalizeToken(responses.get(i).orElseThrow()).orElseThrow())
        .toList();
  }

  /** A batch, the whole way. */
  public static List<Token> fetch(TestHttp http, int count) {
    List<BlindTokenRequest> requests = blind(key(http), count);
    Bytes body = batch(requests);
    return unblind(requests, issued(http, BATCH, body, solve(puzzle(http), body)));
  }

  /**
   * Opens a pseudonym for a token of a batch that was fetched before, or for a fresh one where that
   * isn't any good.
   *
   * @param body of the request, JSON or text
   */
  public static TestHttp.Answer openPseudonym(TestHttp http, Object body) {
    Queue<Token> left = LEFT.computeIfAbsent(http.server(), _ -> new ConcurrentLinkedQueue<>());
    TestHttp.Answer answer = openPseudonym(http, body, next(http, left));
    if (answer.status() == 401) {
      left.clear();
      answer = openPseudonym(http, body, next(http, left));
    }
    return answer;
  }

  private static TestHttp.Answer openPseudonym(TestHttp http, Object body, Token token) {
    return TestHttp.send(
        http.request("/v1/pseudonyms")
            .header("Content-Type", "application/json")
            .header("Authorization", new PrivateTokenCredentials(token).toFieldValue())
            .POST(HttpRequest.BodyPublishers.ofByteArray(TestHttp.bytes(body))));
  }

  /** The value of {@code Authorization} with a fresh token. */
  public static String credentials(TestHttp http) {
    return new PrivateTokenCredentials(fetch(http, 1).getFirst()).toFieldValue();
  }

  private static Token next(TestHttp http, Queue<Token> left) {
    Token token = left.poll();
    if (token != null) {
      return token;
    }
    List<Token> fresh = fetch(http, BatchedTokenRequest.MAXIMUM_REQUESTS);
    left.addAll(fresh.subList(1, fresh.size()));
    return fresh.getFirst();
  }

  /** The value of {@code Authorization} that spends a token. */
  public static String credentials(Token token) {
    return new PrivateTokenCredentials(token).toFieldValue();
  }

  /** A fresh public key, as the body has it. */
  public static String freshKey() {
    return Ed25519PrivateKey.generate(RANDOM).publicKey().value().toBase64Url();
  }

  /** A request for a pseudonym, without a token. */
  public static HttpRequest.Builder pseudonymRequest(TestHttp http, String publicKey) {
    return http.request("/v1/pseudonyms")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"publicKey\":\"" + publicKey + "\"}"));
  }

  /** Spends a token; asks again while the server says that it can't answer in time. */
  public static TestHttp.Answer spend(TestHttp http, Token token, String publicKey) {
    HttpRequest.Builder request =
        pseudonymRequest(http, publicKey).header("Authorization", credentials(token));
    TestHttp.Answer answer = TestHttp.send(request);
    for (int i = 0; i < PATIENCE && answer.status() == 503; i++) {
      answer = TestHttp.send(request);
    }
    return answer;
  }

  /** One token after the other, fetched as they are needed. */
  public static Stream<Token> all(TestHttp http) {
    return Stream.generate(() -> fetch(http, BatchedTokenRequest.MAXIMUM_REQUESTS))
        .flatMap(List::stream);
  }
}
