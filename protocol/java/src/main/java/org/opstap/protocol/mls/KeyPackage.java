package org.opstap.protocol.mls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.opstap.protocol.wire.Bytes;

/**
 * What a server may know of a key package (RFC 9420 sections 10 and 7.2): its reference, and whose
 * it says it is. Its signatures are for the client that claims it to check.
 *
 * @param reference RefHash("MLS 1.0 KeyPackage Reference", package), 64 bytes
 * @param signatureKey the leaf's signature public key, 32 bytes of Ed25519
 * @param credential the identity of the leaf's basic credential
 */
public record KeyPackage(Bytes reference, Bytes signatureKey, Bytes credential) {
  private static final Bytes REFERENCE_LABEL = Bytes.utf8("MLS 1.0 KeyPackage Reference");
  private static final int BASIC_CREDENTIAL = 1;
  private static final int SOURCE_KEY_PACKAGE = 1;
  private static final int SIGNATURE_KEY_LENGTH = 32;

  /**
   * Reads an MLSMessage to its last byte.
   *
   * @throws MalformedMessageException if it is not a key package of the one cipher suite with a
   *     basic credential
   */
  public static KeyPackage parse(Bytes message) {
    WireReader reader = WireFormat.open(message, WireFormat.KEY_PACKAGE);
    int start = reader.position();
    if (reader.u16() != WireFormat.PROTOCOL_VERSION || reader.u16() != CipherSuite.NUMBER) {
      throw new MalformedMessageException();
    }
    reader.vector(); // init key
    reader.vector(); // encryption key
    Bytes signatureKey = reader.vector();
    if (signatureKey.length() != SIGNATURE_KEY_LENGTH || reader.u16() != BASIC_CREDENTIAL) {
      throw new MalformedMessageException();
    }
    Bytes credential = reader.vector();
    skipRestOfLeaf(reader);
    reader.vector(); // extensions of the package
    reader.vector(); // signature of the package
    reader.end();
    return new KeyPackage(reference(reader.since(start)), signatureKey, credential);
  }

  private static void skipRestOfLeaf(WireReader reader) {
    for (int list = 0; list < 5; list++) {
      reader.vector(); // capabilities: versions, suites, extensions, proposals, credentials
    }
    if (reader.u8() != SOURCE_KEY_PACKAGE) {
      throw new MalformedMessageException();
    }
    reader.unsigned(Long.BYTES); // not before
    reader.unsigned(Long.BYTES); // not after
    reader.vector(); // extensions of the leaf
    reader.vector(); // signature of the leaf
  }

  private static Bytes reference(Bytes keyPackage) {
    try {
      MessageDigest digest = MessageDigest.getInstance(CipherSuite.HASH);
      digest.update(vector(REFERENCE_LABEL).toByteArray());
      digest.update(vector(keyPackage).toByteArray());
      return Bytes.copyOf(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-512", e);
    }
  }

  private static Bytes vector(Bytes content) {
    int length = content.length();
    byte[] header =
        length < 1 << 6
            ? new byte[] {(byte) length}
            : length < 1 << 14
                ? new byte[] {(byte) (0x40 | length >>> 8), (byte) length}
                : new byte[] {
                  (byte) (0x80 | length >>> 24),
                  (byte) (length >>> 16),
                  (byte) (length >>> 8),
                  (byte) length
                };
    return Bytes.concat(Bytes.copyOf(header), content);
  }
}
