package org.opstap.backend.client;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** A worker with a passkey and a device, by hand: each request can be spoilt. */
public final class TestStaff {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TestHttp http;
  private final TestAuthenticator authenticator;
  private final Ed25519PrivateKey key = Ed25519PrivateKey.generate(RANDOM);
  private final Ed25519PrivateKey signatureKey = Ed25519PrivateKey.generate(RANDOM);
  private String device = "";

  public TestStaff(TestHttp http, TestAuthenticator authenticator) {
    this.http = http;
    this.authenticator = authenticator;
  }

  public TestStaff(TestHttp http) {
    this(http, new TestAuthenticator(http));
  }

  /** One that has joined. */
  public static TestStaff joined(TestHttp http, String invitation) {
    TestStaff staff = new TestStaff(http);
    TestHttp.Answer answer = staff.join(invitation);
    if (answer.status() != 201) {
      throw new AssertionError(answer.body());
    }
    return staff;
  }

  public TestHttp.Answer join(String invitation) {
    return join(invitation, Optional.of(authenticator.made()));
  }

  public TestHttp.Answer join(String invitation, Optional<Map<String, String>> passkey) {
    Map<String, Object> body = new HashMap<>();
    body.put("invitation", invitation);
    body.put("publicKey", key.publicKey().value().toBase64Url());
    body.put("signatureKey", signatureKey.publicKey().value().toBase64Url());
    passkey.ifPresent(made -> body.put("passkey", made));
    TestHttp.Answer answer = http.post("/v1/devices", body);
    if (answer.status() == 201) {
      device = answer.text("device");
    }
    return answer;
  }

  public TestHttp http() {
    return http;
  }

  public String device() {
    return device;
  }

  public TestAuthenticator authenticator() {
    return authenticator;
  }

  public TestHttp.Answer present(Map<String, String> assertion) {
    return http.post("/v1/presences", presenting(assertion));
  }

  /** The body of a request for a presence, with a fresh assertion. */
  public Map<String, String> presenting() {
    return presenting(authenticator.signed());
  }

  private Map<String, String> presenting(Map<String, String> assertion) {
    Map<String, String> body = new HashMap<>(assertion);
    body.put("device", device);
    return body;
  }

  public String presence() {
    return present(authenticator.signed()).text("presence");
  }

  public TestHttp.Answer signIn(Optional<String> presence) {
    String challenge =
        http.post("/v1/session-challenges", Map.of("holder", device)).text("challenge");
    Map<String, String> body = new HashMap<>(TestSeat.proof(http, device, key, challenge));
    presence.ifPresent(text -> body.put("presence", text));
    return http.post("/v1/sessions", body);
  }

  /** A session of hers, with a fresh presence. */
  public TestSeat seat() {
    return TestSeat.of(http, device, signIn(Optional.of(presence())));
  }
}
