package org.opstap.protocol.ohttp;

import org.opstap.protocol.wire.Bytes;

/** Reads key configurations; over the end is a {@link MalformedKeyConfigurationException}. */
final class ConfigurationReader {
  private final Bytes input;
  private int position;

  ConfigurationReader(Bytes input) {
    this.input = input;
  }

  int u8() {
    return bytes(Byte.BYTES).at(0);
  }

  int u16() {
    Bytes number = bytes(Short.BYTES);
    return number.at(0) << 8 | number.at(1);
  }

  Bytes bytes(int length) {
    if (length > input.length() - position) {
      throw new MalformedKeyConfigurationException();
    }
    position += length;
    return input.slice(position - length, position);
  }

  boolean atEnd() {
    return position == input.length();
  }

  void end() {
    if (!atEnd()) {
      throw new MalformedKeyConfigurationException();
    }
  }
}
