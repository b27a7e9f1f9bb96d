package org.opstap.protocol.bhttp;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.opstap.protocol.wire.Bytes;

/**
 * The two ways in which the parts of a message are held together (RFC 9292 sections 3.1 and 3.2).
 * Both are read; {@link #KNOWN_LENGTH} is written. A message may end before a part: that and all
 * behind it are empty then.
 */
enum Framing {
  KNOWN_LENGTH {
    @Override
    List<Field> fields(MessageReader message) {
      return message.atEnd()
          ? List.of()
          : FieldSection.readToEnd(new MessageReader(message.bytes()));
    }

    @Override
    Bytes content(MessageReader message) {
      return message.atEnd() ? Bytes.empty() : message.bytes();
    }
  },

  INDETERMINATE_LENGTH {
    @Override
    List<Field> fields(MessageReader message) {
      return message.atEnd() ? List.of() : FieldSection.readToTerminator(message);
    }

    @Override
    Bytes content(MessageReader message) {
      return message.atEnd() ? Bytes.empty() : chunks(message);
    }
  };

  /** The indicator of a request of known length (RFC 9292 section 3.3). */
  static final int REQUEST = 0;

  /** The indicator of a response of known length. */
  static final int RESPONSE = 1;

  private static final int INDETERMINATE = 2;

  /** Reads the indicator of a message of a kind. */
  static Framing read(MessageReader message, int kind) {
    long indicator = message.integer();
    MalformedBinaryHttpException.unless(indicator == kind || indicator == kind + INDETERMINATE);
    return indicator == kind ? KNOWN_LENGTH : INDETERMINATE_LENGTH;
  }

  abstract List<Field> fields(MessageReader message);

  abstract Bytes content(MessageReader message);

  private static Bytes chunks(MessageReader message) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Bytes chunk = message.bytes();
    while (chunk.length() > 0) {
      content.writeBytes(chunk.toByteArray());
      chunk = message.bytes();
    }
    return Bytes.copyOf(content.toByteArray());
  }
}
