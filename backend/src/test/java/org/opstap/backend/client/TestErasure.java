package org.opstap.backend.client;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.session.ErasureProof;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** A conversation whose seat's key the test has, and requests to erase it. */
public final class TestErasure {
  private final TestHttp http;
  private final TestConversation conversation;
  private final Ed25519PrivateKey key;

  private TestErasure(TestHttp http, TestConversation conversation, Ed25519PrivateKey key) {
    this.http = http;
    this.conversation = conversation;
    this.key = key;
  }

  /** Of a fresh conversation, before its first group. */
  public static TestErasure open(TestHttp http, ProgrammeId programme) {
    Ed25519PrivateKey key = Ed25519PrivateKey.generate(new SecureRandom());
    return new TestErasure(http, TestConversation.open(TestSeat.seeker(http, key), programme), key);
  }

  public TestConversation conversation() {
    return conversation;
  }

  public String path() {
    return "/v1/erasures/" + conversation.id();
  }

  /** What looks like her request, made in an epoch. */
  public Bytes message(int generation, long epoch) {
    return TestMls.application(conversation.bytes(), generation, epoch);
  }

  public TestHttp.Answer erase(Bytes message) {
    return send(request(Optional.of(message), key));
  }

  public TestHttp.Answer eraseWithoutMessage() {
    return send(request());
  }

  public Map<String, String> request() {
    return request(Optional.empty(), key);
  }

  /** The same, signed by a key that may not. */
  public TestHttp.Answer erase(Bytes message, Ed25519PrivateKey other) {
    return send(request(Optional.of(message), other));
  }

  public TestHttp.Answer send(Map<String, String> request) {
    return http.post("/v1/erasures", request);
  }

  public Map<String, String> request(Optional<Bytes> message, Ed25519PrivateKey signer) {
    Bytes proof = ErasureProof.signingInput(ConversationId.parse(conversation.id()), message);
    Map<String, String> request = new HashMap<>();
    request.put("conversation", conversation.id());
    request.put("signature", signer.sign(proof).toBase64Url());
    message.ifPresent(bytes -> request.put("message", bytes.toBase64Url()));
    return request;
  }

  /** Rows with its identifier, in whatever table, and with its pseudonym's. */
  public List<String> tables(TestServer server) {
    return server
        .query(
            "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns WHERE"
                + " table_schema = DATABASE() AND column_name IN ('conversation_id',"
                + " 'pseudonym_id', 'holder_id', 'sender_id', 'claimant_id') ORDER BY 1")
        .stream()
        .filter(column -> rows(server, column) > 0)
        .map(column -> column.substring(0, column.indexOf('.')))
        .distinct()
        .toList();
  }

  private int rows(TestServer server, String column) {
    String[] names = column.split("\\.", 2);
    String ids =
        List.of(
                conversation.bytes().toHex(),
                PseudonymId.parse(conversation.seeker().holder()).toBytes().toHex())
            .stream()
            .map(id -> "x'" + id + "'")
            .reduce((one, two) -> one + ", " + two)
            .orElseThrow();
    return Integer.parseInt(
        server
            .query(
                "SELECT COUNT(*) FROM `" + names[0] + "` WHERE " + names[1] + " IN (" + ids + ")")
            .getFirst());
  }
}
