package org.opstap.protocol.privacypass;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.opstap.protocol.wire.Bytes;

/**
 * What a token has to be for (RFC 9577 section 2.1). Everything in it is in the token as a digest,
 * so two clients with different challenges can be told apart: everybody gets the same one.
 *
 * @param issuerName the issuer's host name, with a port where it needs one
 * @param redemptionContext empty, or 32 bytes
 * @param originNames whom a token may be spent with, none for anybody
 */
public record TokenChallenge(String issuerName, Bytes redemptionContext, List<String> originNames) {
  private static final int CONTEXT_LENGTH = 32;
  private static final int LONGEST_NAME = 0xffff;
  private static final String SEPARATOR = ",";

  /**
   * @throws MalformedTokenException if a name is empty, too long or not of visible ASCII, or the
   *     context is of another length
   */
  public TokenChallenge {
    originNames = List.copyOf(originNames);
    requireName(issuerName);
    originNames.forEach(TokenChallenge::requireName);
    if ((redemptionContext.length() != 0 && redemptionContext.length() != CONTEXT_LENGTH)
        || String.join(SEPARATOR, originNames).length() > LONGEST_NAME) {
      throw new MalformedTokenException();
    }
  }

  /**
   * Reads a challenge to its last byte.
   *
   * @throws MalformedTokenException if it is not a challenge for a token of type 0x0002
   */
  public static TokenChallenge parse(Bytes challenge) {
    TokenReader reader = new TokenReader(challenge);
    reader.tokenType();
    String issuerName = ascii(reader.bytes(reader.u16()));
    Bytes redemptionContext = reader.bytes(reader.u8());
    String originInfo = ascii(reader.bytes(reader.u16()));
    reader.end();
    return new TokenChallenge(
        issuerName,
        redemptionContext,
        originInfo.isEmpty() ? List.of() : List.of(originInfo.split(SEPARATOR, -1)));
  }

  public Bytes toBytes() {
    Bytes issuer = Bytes.utf8(issuerName);
    Bytes origins = Bytes.utf8(String.join(SEPARATOR, originNames));
    return Bytes.concat(
        TokenWriter.TOKEN_TYPE,
        TokenWriter.u16(issuer.length()),
        issuer,
        TokenWriter.u8(redemptionContext.length()),
        redemptionContext,
        TokenWriter.u16(origins.length()),
        origins);
  }

  /** SHA-256 of the challenge, as tokens carry it. */
  public Bytes digest() {
    return toBytes().sha256();
  }

  /** Whether a token for it may be spent with an origin; case makes no difference. */
  public boolean isFor(String origin) {
    return originNames.isEmpty() || originNames.stream().anyMatch(origin::equalsIgnoreCase);
  }

  /** Other bytes than those of visible ASCII come out as a character that no name may have. */
  private static String ascii(Bytes name) {
    return new String(name.toByteArray(), StandardCharsets.US_ASCII);
  }

  private static void requireName(String name) {
    boolean isVisible = name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ',');
    if (name.isEmpty() || name.length() > LONGEST_NAME || !isVisible) {
      throw new MalformedTokenException();
    }
  }
}
