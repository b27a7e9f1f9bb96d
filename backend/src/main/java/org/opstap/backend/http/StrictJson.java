package org.opstap.backend.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * What every JSON body has to be, before anybody reads what it says (PRB-3): one value in UTF-8, no
 * member twice, nothing behind the end, no fraction, no null in a list, and not deep.
 */
final class StrictJson {
  private static final int DEEPEST = 16;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  static boolean accepts(byte[] body) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(body))
              .toString();
      JsonNode value = MAPPER.readTree(text);
      return !value.isMissingNode() && isStrict(value);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isStrict(JsonNode value) {
    if (value.isNumber()) {
      return value.isIntegralNumber() && value.canConvertToLong();
    }
    for (JsonNode inner : value) {
      if ((value.isArray() && inner.isNull()) || !isStrict(inner)) {
        return false;
      }
    }
    return true;
  }
}
