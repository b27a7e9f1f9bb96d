package org.opstap.protocol.wire;

/** A known answer for an {@link Ed25519Verifier}: RFC 8032 section 7.1, test 3. */
public final class Ed25519SelfTest {
  private static final Ed25519PublicKey KEY =
      new Ed25519PublicKey(
          Bytes.fromHex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"));

  private static final Bytes MESSAGE = Bytes.fromHex("af82");
  private static final Bytes OTHER_MESSAGE = Bytes.fromHex("af83");

  private static final Bytes SIGNATURE =
      Bytes.fromHex(
          "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
              + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");

  private Ed25519SelfTest() {}

  /**
   * Whether it verifies the signature, and neither another one nor the same one over another
   * message. May throw what the provider throws.
   */
  public static boolean passes(Ed25519Verifier verifier) {
    byte[] changed = SIGNATURE.toByteArray();
    changed[0] ^= 1;
    return verifier.verifies(KEY, MESSAGE, SIGNATURE)
        && !verifier.verifies(KEY, OTHER_MESSAGE, SIGNATURE)
        && !verifier.verifies(KEY, MESSAGE, Bytes.copyOf(changed));
  }
}
