package org.opstap.protocol.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opstap.protocol.wire.Bytes;

/**
 * One parsed, not yet verified HTTP Message Signature (RFC 9421) with the covered components and
 * parameters that sessions demand (SES-10). {@link #base} rebuilds what was signed; whoever
 * verifies compares in constant time.
 *
 * @param components in the signer's order
 * @param parameters the value of {@code @signature-params}, as it was sent
 * @param session the {@code keyid}: the text of a session
 * @param signature 32 bytes of HMAC-SHA256
 */
public record RequestSignature(
    List<String> components,
    String parameters,
    Instant created,
    String nonce,
    String session,
    Bytes signature) {
  private static final Set<String> COVERED =
      Set.of("@method", "@authority", "@path", "@query", "content-digest");
  private static final String ALGORITHM = "hmac-sha256";
  private static final int HMAC_LENGTH = 32;
  private static final int HMAC_BASE64_LENGTH = 44;
  private static final int PARAMETERS = 4;

  /** Far above what a signer of this form writes. */
  private static final int MAXIMUM_HEADER_LENGTH = 1_024;

  private static final int SHORTEST_NONCE = 16;
  private static final int LONGEST_NONCE = 64;

  public RequestSignature {
    components = List.copyOf(components);
  }

  /**
   * Reads the two headers.
   *
   * @throws MalformedSignatureException if they are not exactly one signature of the form of SES-10
   */
  public static RequestSignature parse(String signatureInput, String signatureHeader) {
    if (signatureInput.length() > MAXIMUM_HEADER_LENGTH
        || signatureHeader.length() > MAXIMUM_HEADER_LENGTH) {
      throw new MalformedSignatureException();
    }
    StructuredText input = new StructuredText(signatureInput);
    StructuredText signature = new StructuredText(signatureHeader);
    if (!input.label().equals(signature.label())) {
      throw new MalformedSignatureException();
    }
    input.expect('=');
    int start = input.position();
    List<String> components = components(input);
    Parameters parameters = Parameters.read(input);
    return new RequestSignature(
        components,
        input.since(start),
        Instant.ofEpochSecond(parameters.created()),
        parameters.nonce(),
        parameters.session(),
        hmac(signature));
  }

  /**
   * The signature base (RFC 9421 section 2.5).
   *
   * @param query with its leading question mark; a lone one where there is none
   * @param contentDigest the field's value as sent
   */
  public String base(
      String method, String authority, String path, String query, String contentDigest) {
    StringBuilder base = new StringBuilder();
    for (String component : components) {
      String value =
          switch (component) {
            case "@method" -> method;
            case "@authority" -> authority;
            case "@path" -> path;
            case "@query" -> query;
            case "content-digest" -> contentDigest;
            default -> throw new MalformedSignatureException();
          };
      base.append('"').append(component).append("\": ").append(value).append('\n');
    }
    return base.append("\"@signature-params\": ").append(parameters).toString();
  }

  private static List<String> components(StructuredText input) {
    List<String> components = new ArrayList<>(COVERED.size());
    input.expect('(');
    do {
      String component = input.quoted(c -> StructuredText.isLower(c) || c == '@' || c == '-');
      if (!COVERED.contains(component) || components.contains(component)) {
        throw new MalformedSignatureException();
      }
      components.add(component);
    } while (input.accept(' '));
    input.expect(')');
    if (components.size() != COVERED.size()) {
      throw new MalformedSignatureException();
    }
    return components;
  }

  private static Bytes hmac(StructuredText signature) {
    signature.expect('=');
    signature.expect(':');
    String base64 =
        signature.run(c -> StructuredText.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
    signature.expect(':');
    signature.expectEnd();
    try {
      byte[] decoded = Base64.getDecoder().decode(base64);
      if (decoded.length == HMAC_LENGTH && base64.length() == HMAC_BASE64_LENGTH) {
        return Bytes.copyOf(decoded);
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedSignatureException();
    }
    throw new MalformedSignatureException();
  }

  /** Each of the four once, in any order, and nothing else. */
  private record Parameters(long created, String nonce, String session) {
    static Parameters read(StructuredText input) {
      long created = -1;
      String nonce = "";
      String session = "";
      Set<String> seen = new HashSet<>();
      while (input.accept(';')) {
        String name = input.run(StructuredText::isLower);
        input.expect('=');
        switch (name) {
          case "created" -> created = input.integer();
          case "nonce" -> nonce = token(input);
          case "keyid" -> session = token(input);
          case "alg" -> requireAlgorithm(token(input));
          default -> throw new MalformedSignatureException();
        }
        if (!seen.add(name)) {
          throw new MalformedSignatureException();
        }
      }
      input.expectEnd();
      if (seen.size() != PARAMETERS || !isNonce(nonce)) {
        throw new MalformedSignatureException();
      }
      return new Parameters(created, nonce, session);
    }

    private static String token(StructuredText input) {
      return input.quoted(
          c -> StructuredText.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-');
    }

    private static void requireAlgorithm(String algorithm) {
      if (!ALGORITHM.equals(algorithm)) {
        throw new MalformedSignatureException();
      }
    }

    private static boolean isNonce(String nonce) {
      return nonce.length() >= SHORTEST_NONCE
          && nonce.length() <= LONGEST_NONCE
          && nonce.indexOf('.') < 0;
    }
  }
}
