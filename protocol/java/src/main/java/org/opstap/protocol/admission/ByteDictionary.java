package org.opstap.protocol.admission;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opstap.protocol.wire.Bytes;

/**
 * A dictionary whose values are byte sequences without parameters (RFC 8941 sections 3.2 and
 * 3.3.5). No key is there twice, and base64 is in its canonical form.
 */
final class ByteDictionary {
  private static final int LONGEST = 1_024;

  private static final Pattern MEMBER =
      Pattern.compile(
          "([a-z*][a-z0-9_.*-]{0,31})=:([A-Za-z0-9+/]*={0,2}):(?:[ \\t]*,[ \\t]*(?=[a-z*])|$)");

  private ByteDictionary() {}

  static String member(String key, Bytes value) {
    return key + "=:" + Base64.getEncoder().encodeToString(value.toByteArray()) + ':';
  }

  /** Its members by their keys; empty where the text is anything else. */
  static Optional<Map<String, Bytes>> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Map<String, Bytes> members = new HashMap<>();
    Matcher matcher = MEMBER.matcher(text);
    int at = 0;
    while (at < text.length() && matcher.region(at, text.length()).lookingAt()) {
      Optional<Bytes> value = decode(matcher.group(2));
      if (value.isEmpty() || members.put(matcher.group(1), value.get()) != null) {
        return Optional.empty();
      }
      at = matcher.end();
    }
    return at == text.length() ? Optional.of(Map.copyOf(members)) : Optional.empty();
  }

  private static Optional<Bytes> decode(String base64) {
    try {
      byte[] decoded = Base64.getDecoder().decode(base64);
      return Base64.getEncoder().encodeToString(decoded).equals(base64)
          ? Optional.of(Bytes.copyOf(decoded))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
