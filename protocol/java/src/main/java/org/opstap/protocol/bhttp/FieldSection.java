package org.opstap.protocol.bhttp;

import java.util.ArrayList;
import java.util.List;
import org.opstap.protocol.wire.Bytes;

/** Header and trailer sections (RFC 9292 section 3.6), bounded. */
final class FieldSection {
  private static final String CONTENT_LENGTH = "content-length";

  private FieldSection() {}

  static List<Field> copyOf(List<Field> fields) {
    MalformedBinaryHttpException.unless(fields.size() <= BinaryHttp.MAXIMUM_FIELDS);
    return List.copyOf(fields);
  }

  /** Reads lines to the end of a section whose length was known. */
  static List<Field> readToEnd(MessageReader section) {
    List<Field> fields = new ArrayList<>();
    while (!section.atEnd()) {
      add(fields, section.text(), section);
    }
    return fields;
  }

  /** Reads lines until an empty name ends the section. */
  static List<Field> readToTerminator(MessageReader message) {
    List<Field> fields = new ArrayList<>();
    String name = message.text();
    while (!name.isEmpty()) {
      add(fields, name, message);
      name = message.text();
    }
    return fields;
  }

  static Bytes encode(List<Field> fields) {
    MessageWriter section = new MessageWriter();
    for (Field field : fields) {
      section.text(field.name());
      section.text(field.value());
    }
    return section.toBytes();
  }

  /** Whether every length that the fields give is that of the content (RFC 9113 section 8.1.1). */
  static boolean lengthFits(List<Field> fields, Bytes content) {
    String length = Integer.toString(content.length());
    return values(fields, CONTENT_LENGTH).stream().allMatch(length::equals);
  }

  static List<String> values(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
  }

  private static void add(List<Field> fields, String name, MessageReader reader) {
    MalformedBinaryHttpException.unless(fields.size() < BinaryHttp.MAXIMUM_FIELDS);
    fields.add(new Field(name, reader.text()));
  }
}
