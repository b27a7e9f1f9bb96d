package org.opstap.backend.client;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** A pseudonym or device with a session: signs requests by sessions.md. */
public final class TestSeat {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A machine that does much else at the same time. */
  private static final int PATIENCE = 20;

  private static final int PAUSE_MILLIS = 250;

  private final TestHttp http;
  private final String holder;
  private final String session;
  private final byte[] key;

  private TestSeat(TestHttp http, String holder, String session, byte[] key) {
    this.http = http;
    this.holder = holder;
    this.session = session;
    this.key = key;
  }

  /** Opens a pseudonym with a fresh key and mints its session. */
  public static TestSeat seeker(TestHttp http) {
    return seeker(http, Ed25519PrivateKey.generate(RANDOM));
  }

  /** The same with a key that the test keeps. */
  public static TestSeat seeker(TestHttp http, Ed25519PrivateKey key) {
    String holder =
        TestTokens.openPseudonym(http, Map.of("publicKey", key.publicKey().value().toBase64Url()))
            .text("pseudonym");
    return signIn(http, holder, key);
  }

  /** Uses an invitation for a device with fresh keys and mints its session. */
  public static TestSeat device(TestHttp http, String invitation) {
    return device(http, invitation, Ed25519PrivateKey.generate(RANDOM).publicKey().value());
  }

  public static TestSeat device(TestHttp http, String invitation, Bytes signatureKey) {
    Ed25519PrivateKey key = Ed25519PrivateKey.generate(RANDOM);
    String holder =
        http.post(
                "/v1/devices",
                Map.of(
                    "invitation", invitation,
                    "publicKey", key.publicKey().value().toBase64Url(),
                    "signatureKey", signatureKey.toBase64Url()))
            .text("device");
    return signIn(http, holder, key);
  }

  public static TestSeat signIn(TestHttp http, String holder, Ed25519PrivateKey key) {
    String challenge =
        http.post("/v1/session-challenges", Map.of("holder", holder)).text("challenge");
    return of(http, holder, http.post("/v1/sessions", proof(http, holder, key, challenge)));
  }

  /** A holder with the session that was minted for it, whichever way. */
  public static TestSeat of(TestHttp http, String holder, TestHttp.Answer minted) {
    return new TestSeat(
        http,
        holder,
        minted.text("session"),
        Bytes.fromBase64Url(minted.text("key")).toByteArray());
  }

  /** The body of {@code POST /v1/sessions}. */
  public static Map<String, String> proof(
      TestHttp http, String holder, Ed25519PrivateKey key, String challenge) {
    Bytes zero = Bytes.copyOf(new byte[1]);
    Bytes message =
        Bytes.concat(
            Bytes.utf8("opstap session v1"),
            zero,
            Bytes.utf8(http.server().getAuthority()),
            zero,
            Bytes.utf8(holder),
            zero,
            Bytes.fromBase64Url(challenge));
    return Map.of(
        "holder", holder, "challenge", challenge, "signature", key.sign(message).toBase64Url());
  }

  /** The same session at another node. */
  public TestSeat at(TestHttp node) {
    return new TestSeat(node, holder, session, key);
  }

  public TestHttp http() {
    return http;
  }

  public String holder() {
    return holder;
  }

  public String session() {
    return session;
  }

  public TestHttp.Answer get(String path) {
    return send("GET", path, "");
  }

  public TestHttp.Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public TestHttp.Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  /** Asks again while the server says that it can't answer in time, as every client has to. */
  public TestHttp.Answer send(String method, String path, Object body) {
    TestHttp.Answer answer = sendOnce(method, path, body);
    for (int i = 0; i < PATIENCE && answer.status() == 503; i++) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      answer = sendOnce(method, path, body);
    }
    return answer;
  }

  public TestHttp.Answer sendOnce(String method, String path, Object body) {
    return TestHttp.send(signed(method, path, body, http.clock().instant(), nonce()));
  }

  public static String nonce() {
    byte[] drawn = new byte[16];
    RANDOM.nextBytes(drawn);
    return Bytes.copyOf(drawn).toBase64Url();
  }

  /** A signed request, to be spoilt by tests. */
  public HttpRequest.Builder signed(
      String method, String path, Object body, Instant created, String nonce) {
    return signed(
        method,
        path,
        body,
        Map.of("created", Long.toString(created.getEpochSecond()), "nonce", nonce));
  }

  /**
   * A request that is signed with other parts than it should be.
   *
   * @param others any of {@code components}, {@code created}, {@code nonce}, {@code keyid}, {@code
   *     alg}, {@code label}, {@code authority}, {@code digest}
   */
  public HttpRequest.Builder signed(
      String method, String path, Object body, Map<String, String> others) {
    byte[] content = TestHttp.bytes(body);
    String digest =
        others.getOrDefault(
            "digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256(content)) + ":");
    List<String> components =
        List.of(
            others
                .getOrDefault("components", "@method @authority @path @query content-digest")
                .split(" ", -1));
    String created =
        others.getOrDefault("created", Long.toString(http.clock().instant().getEpochSecond()));
    String parameters =
        "(\""
            + String.join("\" \"", components)
            + "\");created="
            + created
            + ";nonce=\""
            + others.getOrDefault("nonce", nonce())
            + "\";keyid=\""
            + others.getOrDefault("keyid", session)
            + "\";alg=\""
            + others.getOrDefault("alg", "hmac-sha256")
            + '"';
    int mark = path.indexOf('?');
    Map<String, String> values =
        Map.of(
            "@method",
            method,
            "@authority",
            others.getOrDefault("authority", http.server().getAuthority()),
            "@path",
            mark < 0 ? path : path.substring(0, mark),
            "@query",
            mark < 0 ? "?" : path.substring(mark),
            "content-digest",
            digest);
    StringBuilder base = new StringBuilder();
    for (String component : components) {
      base.append('"').append(component).append("\": ");
      base.append(values.getOrDefault(component, "")).append('\n');
    }
    base.append("\"@signature-params\": ").append(parameters);
    String label = others.getOrDefault("label", "opstap");
    HttpRequest.Builder request =
        http.request(path)
            .header("Content-Digest", digest)
            .header("Signature-Input", label + "=" + parameters)
            .header("Signature", label + "=:" + hmac(base.toString()) + ":");
    if (content.length == 0) {
      return request.method(method, HttpRequest.BodyPublishers.noBody());
    }
    return request
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofByteArray(content));
  }

  private String hmac(String base) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
