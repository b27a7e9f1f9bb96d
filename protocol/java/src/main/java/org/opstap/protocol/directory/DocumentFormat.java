package org.opstap.protocol.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.CanonicalJson;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.Members;

/**
 * One kind of signed document: what its payload holds, and the context that keeps its signatures
 * from counting for another kind (DIR-1 to DIR-6).
 *
 * @param <T> the content
 */
public final class DocumentFormat<T> {
  private static final int VERSION = 1;

  private final String type;
  private final Bytes context;
  private final int maxLength;
  private final Function<Members, T> decoder;
  private final Function<T, ObjectNode> encoder;

  DocumentFormat(
      String type,
      String context,
      int maxLength,
      Function<Members, T> decoder,
      Function<T, ObjectNode> encoder) {
    this.type = type;
    this.context = Bytes.utf8(context + "\0");
    this.maxLength = maxLength;
    this.decoder = decoder;
    this.encoder = encoder;
  }

  /**
   * Reads an envelope without believing it.
   *
   * @throws org.opstap.protocol.wire.MalformedDocumentException if it is no document of this format
   */
  public Unverified<T> parse(Bytes envelope) {
    Members members = Members.of(CanonicalJson.parse(envelope, maxLength)).exactly(2);
    Bytes signature = members.bytes("signature", Ed25519PublicKey.SIGNATURE_LENGTH);
    JsonNode payload = members.node("payload");
    return new Unverified<>(
        decode(payload), CanonicalJson.encode(payload), context, signature, envelope);
  }

  /**
   * Signs a content that this process stands for.
   *
   * @throws org.opstap.protocol.wire.MalformedDocumentException if the content breaks a rule of its
   *     format
   */
  public Verified<T> sign(T content, Ed25519PrivateKey key) {
    ObjectNode payload = payload(content);
    Bytes payloadBytes = CanonicalJson.encode(payload);
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.set("payload", payload);
    envelope.put("signature", key.sign(Bytes.concat(context, payloadBytes)).toBase64Url());
    return parse(CanonicalJson.encode(envelope)).verify(key.publicKey()).orElseThrow();
  }

  /** What is signed of a content: its canonical form is that of {@link CanonicalJson#encode}. */
  public ObjectNode payload(T content) {
    return encoder.apply(content).put("type", type).put("version", VERSION);
  }

  /**
   * Reads a payload that nobody has signed yet.
   *
   * @throws org.opstap.protocol.wire.MalformedDocumentException if it is no payload of this format
   */
  public T decode(JsonNode payload) {
    Members members = Members.of(payload);
    Members.require(members.text("type", 64).equals(type));
    Members.require(members.integer("version", 0, Integer.MAX_VALUE) == VERSION);
    return decoder.apply(members);
  }
}
