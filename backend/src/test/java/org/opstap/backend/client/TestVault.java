package org.opstap.backend.client;

import java.security.SecureRandom;
import java.util.Map;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** A conversation's vault with keys that its phone drew, by the specification. */
public final class TestVault {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int UNIT = 16 * 1024;
  private static final int SEAL = 28;

  private final TestConversation conversation;
  private final Bytes locator = random(32);
  private final Bytes accessKey = random(32);

  private TestVault(TestConversation conversation) {
    this.conversation = conversation;
  }

  /** One that is not made yet. */
  public static TestVault of(TestConversation conversation) {
    return new TestVault(conversation);
  }

  /** One with a first state. */
  public static TestVault made(TestConversation conversation) {
    TestVault vault = of(conversation);
    TestHttp.Answer answer = vault.make(state());
    if (answer.status() != 201) {
      throw new AssertionError(answer.body());
    }
    return vault;
  }

  /** What looks like a sealed state of the shortest length. */
  public static Bytes state() {
    return state(1);
  }

  public static Bytes state(int units) {
    return random(units * UNIT + SEAL);
  }

  public static Bytes random(int length) {
    byte[] drawn = new byte[length];
    RANDOM.nextBytes(drawn);
    return Bytes.copyOf(drawn);
  }

  public Bytes locator() {
    return locator;
  }

  public Bytes accessKey() {
    return accessKey;
  }

  public String path() {
    return conversation.path() + "/vault";
  }

  public Map<String, String> content(Bytes state) {
    return Map.of(
        "locator", locator.toBase64Url(),
        "accessKeyDigest", accessKey.sha256().toBase64Url(),
        "state", state.toBase64Url());
  }

  public TestHttp.Answer make(Bytes state) {
    return conversation.seeker().post(path(), content(state));
  }

  public TestHttp.Answer write(long version, Bytes state) {
    return conversation.seeker().put(path(), update(version, state));
  }

  public TestHttp.Answer remove() {
    return conversation.seeker().send("DELETE", path(), "");
  }

  /** As it is written by itself, or with an append. */
  public static Map<String, Object> update(long version, Bytes state) {
    return Map.of("version", version, "state", state.toBase64Url());
  }

  /** The next message of the seat, with a state. */
  public TestHttp.Answer say(long number, Bytes message, long version, Bytes state) {
    return conversation.append(
        conversation.seeker(), number, message, Map.of("vault", update(version, state)));
  }

  public TestHttp.Answer comeBack(Ed25519PrivateKey key) {
    return comeBack(conversation.seeker().http(), locator, accessKey, key);
  }

  public static TestHttp.Answer comeBack(
      TestHttp http, Bytes locator, Bytes accessKey, Ed25519PrivateKey key) {
    return http.post("/v1/vault-returns", request(locator, accessKey, key));
  }

  public static Map<String, String> request(Bytes locator, Bytes accessKey, Ed25519PrivateKey key) {
    return Map.of(
        "locator", locator.toBase64Url(),
        "accessKey", accessKey.toBase64Url(),
        "publicKey", key.publicKey().value().toBase64Url());
  }

  public static Ed25519PrivateKey key() {
    return Ed25519PrivateKey.generate(RANDOM);
  }
}
