package org.opstap.protocol.privacypass;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.CanonicalJson;
import org.opstap.protocol.wire.MalformedDocumentException;
import org.opstap.protocol.wire.Members;

/**
 * Where an issuer takes requests, and its keys (RFC 9578 section 4). No two keys have the same
 * truncated id: a request names its key by that alone.
 *
 * @param issuerRequestUri absolute, or relative to the directory
 * @param tokenKeys one to sixteen of type 0x0002, the preferred one first
 */
public record IssuerDirectory(String issuerRequestUri, List<TokenKey> tokenKeys) {
  /** Where an origin serves it. */
  public static final String PATH = "/.well-known/private-token-issuer-directory";

  public static final String MEDIA_TYPE = "application/private-token-issuer-directory";

  private static final int MAXIMUM_LENGTH = 65_536;
  private static final int MAXIMUM_KEYS = 16;
  private static final int LONGEST_URI = 2_048;
  private static final int LONGEST_KEY = 4_096;
  private static final int MAXIMUM_DEPTH = 8;
  private static final long LAST_SECOND = (1L << 53) - 1;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAXIMUM_DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * A key, and from when on it may be used.
   *
   * @param notBefore in whole seconds; null for always
   */
  public record TokenKey(IssuerPublicKey publicKey, @Nullable Instant notBefore) {
    /**
     * @throws MalformedDocumentException if the time is not in whole seconds since 1970
     */
    public TokenKey {
      Members.require(notBefore == null || notBefore.getNano() == 0);
      Members.require(notBefore == null || isSecond(notBefore.getEpochSecond()));
    }

    private boolean isUsableAt(Instant now) {
      return notBefore == null || !now.isBefore(notBefore);
    }
  }

  /**
   * @throws MalformedDocumentException if the address is none, there is no key or too many, or two
   *     have the same truncated id
   */
  public IssuerDirectory {
    tokenKeys = List.copyOf(tokenKeys);
    requireUri(issuerRequestUri);
    Members.require(!tokenKeys.isEmpty() && tokenKeys.size() <= MAXIMUM_KEYS);
    long distinct =
        tokenKeys.stream().map(key -> key.publicKey().truncatedTokenKeyId()).distinct().count();
    Members.require(distinct == tokenKeys.size());
  }

  /**
   * Reads a directory. Keys of other types and members that nobody asks for are ignored.
   *
   * @throws MalformedDocumentException if it is anything else
   */
  public static IssuerDirectory parse(Bytes json) {
    Members members = Members.of(readTree(json));
    List<Optional<TokenKey>> keys =
        members.list("token-keys", MAXIMUM_KEYS, IssuerDirectory::tokenKey);
    return new IssuerDirectory(
        members.text("issuer-request-uri", LONGEST_URI),
        keys.stream().flatMap(Optional::stream).toList());
  }

  /** The same bytes for the same directory. */
  public Bytes toJson() {
    ObjectNode directory =
        JsonNodeFactory.instance.objectNode().put("issuer-request-uri", issuerRequestUri);
    ArrayNode keys = directory.putArray("token-keys");
    for (TokenKey key : tokenKeys) {
      ObjectNode entry =
          keys.addObject()
              .put("token-type", Token.TYPE)
              .put("token-key", PaddedBase64Url.encode(key.publicKey().toBytes()));
      Instant notBefore = key.notBefore();
      if (notBefore != null) {
        entry.put("not-before", notBefore.getEpochSecond());
      }
    }
    return CanonicalJson.encode(directory);
  }

  /** The first key that may be used at a time, as clients choose it. */
  public Optional<IssuerPublicKey> keyAt(Instant now) {
    return tokenKeys.stream()
        .filter(key -> key.isUsableAt(now))
        .map(TokenKey::publicKey)
        .findFirst();
  }

  private static JsonNode readTree(Bytes json) {
    Members.require(json.length() <= MAXIMUM_LENGTH);
    try {
      return MAPPER.readTree(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(json.toByteArray()))
              .toString());
    } catch (JacksonException | CharacterCodingException e) {
      throw new MalformedDocumentException();
    }
  }

  private static Optional<TokenKey> tokenKey(JsonNode node) {
    Members members = Members.of(node);
    if (members.integer("token-type", 0, 0xffff) != Token.TYPE) {
      return Optional.empty();
    }
    IssuerPublicKey key;
    try {
      key = IssuerPublicKey.parse(PaddedBase64Url.decode(members.text("token-key", LONGEST_KEY)));
    } catch (MalformedTokenException e) {
      throw new MalformedDocumentException();
    }
    return Optional.of(new TokenKey(key, notBefore(node.get("not-before"))));
  }

  private static @Nullable Instant notBefore(@Nullable JsonNode seconds) {
    if (seconds == null) {
      return null;
    }
    Members.require(seconds.isIntegralNumber() && seconds.canConvertToLong());
    Members.require(isSecond(seconds.longValue()));
    return Instant.ofEpochSecond(seconds.longValue());
  }

  private static boolean isSecond(long second) {
    return second >= 0 && second <= LAST_SECOND;
  }

  private static void requireUri(String text) {
    Members.require(!text.isEmpty() && text.length() <= LONGEST_URI);
    Members.require(text.chars().allMatch(c -> c < 0x7f));
    try {
      URI uri = new URI(text);
      Members.require(uri.getScheme() == null || SCHEMES.contains(uri.getScheme()));
      Members.require(!uri.isOpaque() && uri.getRawFragment() == null);
      Members.require(uri.getRawUserInfo() == null);
    } catch (URISyntaxException e) {
      throw new MalformedDocumentException();
    }
  }
}
