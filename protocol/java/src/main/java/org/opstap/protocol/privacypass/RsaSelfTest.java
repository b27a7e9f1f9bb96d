package org.opstap.protocol.privacypass;

import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Known answers for a {@link RsaProvider}: the first vector of RFC 9578 appendix B.2, whose private
 * key everybody knows.
 */
public final class RsaSelfTest {
  private static final int NONCE_AT = 2;

  /** {@code skS}, in PKCS #8. */
  private static final Bytes PRIVATE_KEY =
      bytes(
          """
          MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDLGu1rapX1sc4BOkz8qyW5Sy5kojA0
          5CUKfqtDwN86jBKZOvErERkI1LRxvsMdS2ya2c3akGEqLukDUj5t5aIk1rAvCeXDdNDP4B2PUpxQCnii
          9nkI-mgrWitDDIHq8a9y17XnlPyYoxOSdoeXV85FO1Ju-b9s65mXm4QjuQ9EYaIq83qrDPVzP3WXq-RN
          Mccy22ihgcbLvmB9jA5S4GVf2ZltxYTsoL6Hr7zXijN9F7Hbqegou9geKRMXFE5_-
          J9VYZcJsJbLuepHTOrSZMIHP-SXQMAfAOEJEGBmmD0h5fg_CG4ugjyHnNQ873ANKjUqm6vWEtA8rQLbE
          0t-IlpfAgMBAAECggEALzCbdzi1jPd58MkV-CLfyfSQ2-rfHnrfrFeP_VcDxrui2p1aSXJYibe6ES-Mb
          _MFUdlHPgALw1xQ4Werf6c6DCshllxLWSV8GsBsvc8o6GP2cY6owpBDwcbahGKUkP0Ekb9S0XLJWcGSG
          5aUnHJXR7inx4cZlfoLnrEQe6hUxsMqb0dHxdHDBMdGfVWwgKojOjpS_98mEUy7VB_6a2lreglvjc_2n
          KCKtY77D7dTqlGFxzABaWu86MCZ4_Q13Lv-BefbqtI9sqZZwjrdUhQH8VCxry2QVMQWQinWhAt6MqT4S
          BSTrolZzwrqje8MPJ91uaNMdXGLcHLI26sXzv7KSQKBgQDvcwsPUUvA9Z2ZX9X5mIxMTBNdEFzVbUPuK
          KA1yWn1UMDNcUjqh-ze_7k3yFxkh0QF31bq60eL90GISiAO5KOWM9EKo-
          xAQ2baK1MfOY1G-8jzBXUpBs94k53S88yXmK6nydgv70BJ8Zh5fkUqW20oSbhkhjRdSzH2kRGirg-
          USwKBgQDZJMnry2Exa_3Eq7PbosxAPMiYnk5JAPSGy2z0Z7TUb-uHQO_-xPM7nC0uyLIMD9laTMHwn6s
          7_LbGoEP1WRgpoYH_B14k_Rn6fuwRN62Io9tc9-ACLtUB7vtGay3-
          gRwYtSC2b5ed8lIiegtTkea0h0uDSRxAtVs3n5kya2Q9vQKBgFJuFzOZt-
          tgYnWnQUEgW8P0OIJEHME4UTdOcwCxKrHRr93JjuF2E3wdKoTii7PrwOYIoaJThpjPcJbbdbfKy-nsQp
          1YGv9wdJrMaVwJcvIpwV6v1UpfVtLadm1lklvpqs6GNM8jnM0Xx3ajmmnfeW9yGXE5phMrzLJl9F09cI
          2LAoGBANXvugVXrp2bsT1okd6uSaBsgpJjPewNRd3cZK9z0aSP1DTA1PNkpeQwHg_-
          6fSaVOHzyAxDs9h5RrbxRaNfsT-rAUH7x1SYDVVQYVMhURbToZe6G_jqnTC3fNfHV1xtZfot0loMHgwe
          p6-SIMCoee2ZctuZV32lcIaf9rbHOc7dAoGAeQ8k8SILNG6DOA31TE5Pm01AJIYw7AlR3uo_RNaC-xYd
          PU3TskuALxxiDR_WsLEQBCjkFWmmJAWnQUDtbnYNScwR8G2J6FnrECtbtys73WAVGooFZncmPLP8lxLy
          blSBDELyaZv_bAsPlMO9bD5cJ-NSBaa-oiLl1wmCa5MCflc
          """);

  /** {@code token_request}. */
  private static final Bytes REQUEST =
      bytes(
          """
          AAIIapW-
          hLY8_tCZO7V5GUpyqVBX4VSKxGOppbM7AR8rIBHVlIfwGGLx2OTV6kLnOmYPvD0BC5RKVNo6TglC-IlM
          CIRYm0OMuQLpo0J4lw8zwW81H32uWNJzw6tm7zaNo294XoniTR2YPVw0MRzSHykPnonoZGqw0KSJiPzU
          YjDeXnYDzRLMlcfsUALl4mc3qn62nGJkdubI1GUQ7kBKPX2vOiO3xmc102PKE2dpJcbtARf2DRZc4fi6
          YW0EG2OEuvbaPi91fLGOh5pPhZXC3Ild3x9CecdXaNEItcR_lflOgeLYuci3RHaSSrO3xFJD_JmsVGbo
          o2gK03-hXJYBCydAlA
          """);

  /** {@code token_response}. */
  private static final Bytes RESPONSE =
      bytes(
          """
          Z12Et1HZ5ZMzDsS216tpyaYVF-
          mJcfS3NhUFCBdLQzV2FGTyN74tcruuS5Tf_GFDQT9jUfGqTv3mwy1NbZOSoAgpDVbRIi-bd6EzYhPgGT
          T32XLzv56lpXhsMhNS8QOzZn5gU3mlXw-
          5Jfuwm4qfhefdSziKO0nQb9cLoo9qeA47yPZCFVT9bDi2PvGfhMz88UcJ3QtNciE8HwYIk4VOug6hoUf
          iddoyDbXphJiC1fkXnvqKLY07gD-dFEXvXB9mC-CIg86bKaCpkvwDXSk4y7YcRABEQ427izznFYqPmCf
          SMEgvYi0pFAarI2sysSJieuD9Nr0Na3YHuARKzkBNRA
          """);

  /** {@code token}. */
  private static final Bytes TOKEN =
      bytes(
          """
          AAKqcgGdH5Ud8ZcCHOY4dv6LCgLcHDGhKwot0VCNB4J_BVlp9kO0z9pRltSqhq61Nog09PBt5GlQ7UNb
          O4G9A21EylcviYKpyiSKMFYYYyLZPKFHJmEh3etWMsB_H3HNJwi8aiG1M9BylLXpAPr1U33T6zPO5OCM
          lnDR5TWP0YSw4AxjcXT1IGsUx7sOck6_a1YnHlqi7ZTAUcSkM9MCsjvFJGCBDUifsFD53lyGjGwbBuOE
          n9CHYp9wTMckvA0JhNXDOWhvzddfmpzdJfN_hV9vTFhNhPcWhk9Ua2ltYgxb1BqBFJjehP-
          XQLowA7okItJrket0XAhHWJdGQqQgeCAVQyRt21gDDqjnIjdqqCSE3KlhCo-34BjjlhZUYuF6A-QOp-E
          owJCpEezHCAZssgGDMBDB69TpEPyOJ6G-
          Rn94Zxg2pQglcSOkXk4K4hgKQ0vRA3cTRmNHqOvkZDnT2hlw
          """);

  private RsaSelfTest() {}

  /**
   * Whether it signs as the vector says, verifies neither a token with another nonce nor one with
   * another signature, and after these the vector's. May throw what the provider throws.
   */
  public static boolean passes(RsaProvider provider) {
    SecretBytes privateKey = SecretBytes.copyOf(PRIVATE_KEY.toByteArray());
    BlindSigner signer = provider.signer(privateKey);
    IssuerPublicKey publicKey = BouncyCastleBlindSigner.fromPkcs8(privateKey).publicKey();
    TokenVerifier verifier = provider.verifier(publicKey);
    return RESPONSE.equals(signer.blindSign(TokenRequest.parse(REQUEST).blindedMessage()))
        && !verifier.verifies(changed(NONCE_AT))
        && !verifier.verifies(changed(TOKEN.length() - 1))
        && verifier.verifies(Token.parse(TOKEN));
  }

  private static Token changed(int index) {
    byte[] changed = TOKEN.toByteArray();
    changed[index] ^= 1;
    return Token.parse(Bytes.copyOf(changed));
  }

  private static Bytes bytes(String lines) {
    return Bytes.fromBase64Url(lines.replace("\n", ""));
  }
}
