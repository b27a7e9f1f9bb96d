package org.opstap.benchmark.client;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
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

/**
 * Admission tokens, got as a phone gets them, ten at a time. Several threads share what is left of
 * a batch. What it pays is set by the server: ours are started with a price of one attempt.
 */
final class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int REFUSED = 401;
  private static final String BATCH = "application/private-token-generic-batch-request";

  /** Of a server without host names (ADM-24). */
  private static final TokenChallenge CHALLENGE =
      new TokenChallenge("opstap.localhost", Bytes.empty(), List.of("opstap.localhost"));

  private static final Map<ServerAddress, Queue<Token>> LEFT = new ConcurrentHashMap<>();

  private Tokens() {}

  /** Asks for something that takes a token. One of an earlier server under that port is none. */
  static HttpAnswer spend(HttpConnection http, String path, String json) throws IOException {
    Queue<Token> left = LEFT.computeIfAbsent(http.server(), _ -> new ConcurrentLinkedQueue<>());
    HttpAnswer answer = spend(http, path, json, next(http, left));
    if (answer.status() == REFUSED) {
      left.clear();
      answer = spend(http, path, json, next(http, left));
    }
    return answer;
  }

  private static HttpAnswer spend(HttpConnection http, String path, String json, Token token)
      throws IOException {
    return http.postOpenly(
        path,
        "application/json",
        Bytes.utf8(json),
        Map.of("Authorization", new PrivateTokenCredentials(token).toFieldValue()));
  }

  private static Token next(HttpConnection http, Queue<Token> left) throws IOException {
    Token token = left.poll();
    if (token != null) {
      return token;
    }
    List<Token> fresh = fetch(http);
    left.addAll(fresh.subList(1, fresh.size()));
    return fresh.getFirst();
  }

  private static List<Token> fetch(HttpConnection http) throws IOException {
    IssuerPublicKey key =
        IssuerDirectory.parse(http.getOpenly(IssuerDirectory.PATH).require(200).content())
            .keyAt(Instant.now())
            .orElseThrow();
    List<BlindTokenRequest> requests =
        Stream.generate(() -> BlindTokenRequest.create(CHALLENGE, key, RANDOM))
            .limit(BatchedTokenRequest.MAXIMUM_REQUESTS)
            .toList();
    Bytes body =
        new BatchedTokenRequest(requests.stream().map(BlindTokenRequest::request).toList())
            .toBytes();
    var answer =
        BatchedTokenResponse.parse(
                http.postOpenly(
                        "/v1/admission/tokens",
                        BATCH,
                        body,
                        Map.of(AdmissionProof.FIELD, solve(http, body).toFieldValue()))
                    .require(200)
                    .content())
            .responses();
    return IntStream.range(0, requests.size())
        .mapToObj(i -> requests.get(i).finalizeToken(answer.get(i).orElseThrow()).orElseThrow())
        .toList();
  }

  private static AdmissionProof.Work solve(HttpConnection http, Bytes body) throws IOException {
    HttpAnswer asked = http.postOpenly("/v1/admission/challenges", "{}").require(200);
    Puzzle puzzle =
        new Puzzle(
            Bytes.fromBase64Url(asked.text("challenge")),
            Math.toIntExact(asked.number("attempts")),
            Math.toIntExact(asked.number("memoryKib")),
            Math.toIntExact(asked.number("passes")));
    return new AdmissionProof.Work(puzzle.challenge(), puzzle.solve(body, RANDOM));
  }
}
