package org.opstap.protocol.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON in the one form of RFC 8785. What is read must already have it (DIR-2), so that two readers
 * can't understand the same bytes differently: no second spelling, no member twice, nothing behind
 * the end, no fraction.
 */
public final class CanonicalJson {
  /** Arrays and objects within each other, the outermost counted. */
  public static final int MAX_DEPTH = 16;

  private static final long MAX_INTEGER = (1L << 53) - 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CanonicalJson() {}

  /**
   * Reads a document.
   *
   * @throws MalformedDocumentException if it is longer than allowed, or not in its canonical form
   */
  public static JsonNode parse(Bytes bytes, int maxLength) {
    if (bytes.length() == 0 || bytes.length() > maxLength) {
      throw new MalformedDocumentException();
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      JsonNode node = MAPPER.readTree(text);
      requireIntegers(node);
      if (!canonicalise(text).equals(bytes)) {
        throw new MalformedDocumentException();
      }
      return node;
    } catch (JacksonException | CharacterCodingException e) {
      throw new MalformedDocumentException();
    }
  }

  /** The canonical UTF-8 bytes of a value. */
  public static Bytes encode(JsonNode node) {
    return canonicalise(node.toString());
  }

  private static Bytes canonicalise(String text) {
    try {
      return Bytes.copyOf(new JsonCanonicalizer(text).getEncodedUTF8());
    } catch (IOException e) {
      throw new MalformedDocumentException();
    }
  }

  private static void requireIntegers(JsonNode node) {
    if (node.isNumber()) {
      boolean exact = node.isIntegralNumber() && node.canConvertToLong();
      if (!exact || Math.abs(node.longValue()) > MAX_INTEGER) {
        throw new MalformedDocumentException();
      }
    }
    node.forEach(CanonicalJson::requireIntegers);
  }
}
