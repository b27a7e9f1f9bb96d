package org.opstap.protocol.ohttp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.wire.Bytes;

/**
 * A public key of a gateway and what to use it with (RFC 9458 section 3.1). The bytes decide: it is
 * encoded to what it was decoded from, so its digest is the same for everybody who was given the
 * same.
 *
 * @param keyId 0 to 255
 * @param publicKey of the length of its mechanism
 * @param algorithms at least one, the gateway's order
 */
public record KeyConfiguration(
    int keyId, Kem kem, Bytes publicKey, List<SymmetricAlgorithms> algorithms) {
  /** Several times the combinations that HPKE has. */
  public static final int MAXIMUM_ALGORITHMS = 64;

  private static final int LARGEST_KEY_ID = 0xff;

  /** A valid configuration; {@link IllegalArgumentException} for any other. */
  public KeyConfiguration {
    algorithms = List.copyOf(algorithms);
    if (keyId < 0
        || keyId > LARGEST_KEY_ID
        || publicKey.length() != kem.publicKeyLength()
        || algorithms.isEmpty()
        || algorithms.size() > MAXIMUM_ALGORITHMS) {
      throw new IllegalArgumentException("not a key configuration");
    }
  }

  /**
   * Reads one configuration to its last byte.
   *
   * @throws MalformedKeyConfigurationException if it is not one, or of a mechanism that is not
   *     known here
   */
  public static KeyConfiguration decode(Bytes encoded) {
    ConfigurationReader reader = new ConfigurationReader(encoded);
    int keyId = reader.u8();
    Kem kem = Kem.ofNumber(reader.u16()).orElseThrow(MalformedKeyConfigurationException::new);
    Bytes publicKey = reader.bytes(kem.publicKeyLength());
    Bytes algorithms = reader.bytes(reader.u16());
    reader.end();
    int count = algorithms.length() / SymmetricAlgorithms.LENGTH;
    if (count == 0
        || count > MAXIMUM_ALGORITHMS
        || algorithms.length() % SymmetricAlgorithms.LENGTH != 0) {
      throw new MalformedKeyConfigurationException();
    }
    return new KeyConfiguration(keyId, kem, publicKey, algorithms(algorithms, count));
  }

  public Bytes encode() {
    int algorithmsLength = algorithms.size() * SymmetricAlgorithms.LENGTH;
    ByteBuffer encoded =
        ByteBuffer.allocate(
            Byte.BYTES + Short.BYTES + publicKey.length() + Short.BYTES + algorithmsLength);
    encoded
        .put((byte) keyId)
        .putShort((short) kem.number())
        .put(publicKey.toByteArray())
        .putShort((short) algorithmsLength);
    for (SymmetricAlgorithms each : algorithms) {
      encoded.putShort((short) each.kdf()).putShort((short) each.aead());
    }
    return Bytes.copyOf(encoded.array());
  }

  /** SHA-256 of the encoded configuration: what a directory names it by. */
  public Bytes digest() {
    return encode().sha256();
  }

  private static List<SymmetricAlgorithms> algorithms(Bytes encoded, int count) {
    ConfigurationReader reader = new ConfigurationReader(encoded);
    List<SymmetricAlgorithms> algorithms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      algorithms.add(new SymmetricAlgorithms(reader.u16(), reader.u16()));
    }
    return algorithms;
  }
}
