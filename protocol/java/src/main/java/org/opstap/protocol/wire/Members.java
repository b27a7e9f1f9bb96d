package org.opstap.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, read strictly: each has the wanted type and stays within its bound,
 * or the whole document is a {@link MalformedDocumentException}. Members that nobody asks for are
 * ignored (DIR-4).
 */
public final class Members {
  private final JsonNode object;

  private Members(JsonNode object) {
    this.object = object;
  }

  public static Members of(JsonNode node) {
    require(node.isObject());
    return new Members(node);
  }

  /** Fails unless the object has exactly this many members. */
  public Members exactly(int count) {
    require(object.size() == count);
    return this;
  }

  /** Whether there is such a member, also if it is null. */
  public boolean has(String name) {
    return object.has(name);
  }

  public String text(String name, int maxLength) {
    return textOf(get(name), maxLength);
  }

  public @Nullable String textOrNull(String name, int maxLength) {
    JsonNode value = get(name);
    return value.isNull() ? null : textOf(value, maxLength);
  }

  public boolean flag(String name) {
    JsonNode value = get(name);
    require(value.isBoolean());
    return value.booleanValue();
  }

  public int integer(String name, int min, int max) {
    return integerOf(get(name), min, max);
  }

  public Members object(String name) {
    return of(get(name));
  }

  public JsonNode node(String name) {
    return get(name);
  }

  /** Base64url of exactly this many bytes. */
  public Bytes bytes(String name, int length) {
    return bytesOf(get(name), length);
  }

  public @Nullable Bytes bytesOrNull(String name, int length) {
    JsonNode value = get(name);
    return value.isNull() ? null : bytesOf(value, length);
  }

  /** A moment in whole seconds, in UTC: {@code 2026-11-21T22:50:00Z}. */
  public Instant instant(String name) {
    String text = text(name, 20);
    return parse(text, Instant::parse);
  }

  /** A day: {@code 2026-11-21}. */
  public LocalDate date(String name) {
    String text = text(name, 10);
    return parse(text, LocalDate::parse);
  }

  public @Nullable LocalDate dateOrNull(String name) {
    return get(name).isNull() ? null : date(name);
  }

  public <T> List<T> list(String name, int maxSize, Function<JsonNode, T> reader) {
    return listOf(get(name), maxSize, reader);
  }

  public static <T> List<T> listOf(JsonNode value, int maxSize, Function<JsonNode, T> reader) {
    require(value.isArray() && value.size() <= maxSize);
    List<T> list = new ArrayList<>(value.size());
    value.forEach(element -> list.add(reader.apply(element)));
    return List.copyOf(list);
  }

  public static String textOf(JsonNode value, int maxLength) {
    require(value.isTextual() && value.textValue().length() <= maxLength);
    return value.textValue();
  }

  public static int integerOf(JsonNode value, int min, int max) {
    require(value.isIntegralNumber() && value.canConvertToInt());
    require(value.intValue() >= min && value.intValue() <= max);
    return value.intValue();
  }

  public static Bytes bytesOf(JsonNode value, int length) {
    try {
      Bytes bytes = Bytes.fromBase64Url(textOf(value, 4 * length));
      require(bytes.length() == length);
      return bytes;
    } catch (MalformedDocumentException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new MalformedDocumentException();
    }
  }

  public static void require(boolean condition) {
    if (!condition) {
      throw new MalformedDocumentException();
    }
  }

  /** What a parser of another package says is malformed, is malformed here. */
  public static <T> T parse(String text, Function<String, T> parser) {
    try {
      T value = parser.apply(text);
      require(value.toString().equals(text));
      return value;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new MalformedDocumentException();
    }
  }

  private JsonNode get(String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      throw new MalformedDocumentException();
    }
    return value;
  }
}
