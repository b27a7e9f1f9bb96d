package org.opstap.protocol.session;

import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** Far above what a signer of this form writes; bounds the work of the patterns. */
  private static final int MAXIMUM_HEADER_LENGTH = 1_024;

  private static final String KEY = "[a-z*][a-z0-9_.*-]{0,31}";
  private static final Pattern INPUT =
      Pattern.compile(
          "(" + KEY + ")=(\\(([^()]*)\\)((?:;[a-z]+=(?:\"[A-Za-z0-9_.-]*\"|[0-9]{1,15}))+))");
  private static final Pattern PARAMETER =
      Pattern.compile(";([a-z]+)=(?:\"([A-Za-z0-9_.-]*)\"|([0-9]{1,15}))");
  private static final Pattern SIGNATURE = Pattern.compile("(" + KEY + ")=:([A-Za-z0-9+/]{43}=):");
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");

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
    Matcher input = INPUT.matcher(signatureInput);
    Matcher signature = SIGNATURE.matcher(signatureHeader);
    if (!input.matches() || !signature.matches() || !input.group(1).equals(signature.group(1))) {
      throw new MalformedSignatureException();
    }
    Map<String, String> parameters = parameters(input.group(4));
    return new RequestSignature(
        components(input.group(3)),
        input.group(2),
        created(require(parameters, "created")),
        nonce(require(parameters, "nonce")),
        require(parameters, "keyid"),
        hmac(signature.group(2)));
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

  private static List<String> components(String list) {
    List<String> components = List.of(list.replace("\"", "").split(" ", -1));
    String canonical = "\"" + String.join("\" \"", components) + "\"";
    if (!canonical.equals(list)
        || components.size() != COVERED.size()
        || !new HashSet<>(components).equals(COVERED)) {
      throw new MalformedSignatureException();
    }
    return components;
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(text);
    while (matcher.find()) {
      String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      if (parameters.put(matcher.group(1), value) != null) {
        throw new MalformedSignatureException();
      }
    }
    if (!parameters.keySet().equals(Set.of("created", "nonce", "keyid", "alg"))
        || !ALGORITHM.equals(parameters.get("alg"))) {
      throw new MalformedSignatureException();
    }
    return parameters;
  }

  private static String require(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new MalformedSignatureException();
    }
    return value;
  }

  private static Instant created(String seconds) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (NumberFormatException e) {
      throw new MalformedSignatureException();
    }
  }

  private static String nonce(String nonce) {
    if (!NONCE.matcher(nonce).matches()) {
      throw new MalformedSignatureException();
    }
    return nonce;
  }

  private static Bytes hmac(String base64) {
    byte[] decoded = Base64.getDecoder().decode(base64);
    if (decoded.length != HMAC_LENGTH) {
      throw new MalformedSignatureException();
    }
    return Bytes.copyOf(decoded);
  }
}
