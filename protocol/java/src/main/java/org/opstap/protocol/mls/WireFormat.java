package org.opstap.protocol.mls;

import org.opstap.protocol.wire.Bytes;

/** Wire formats of an MLSMessage (RFC 9420 section 6). */
final class WireFormat {
  static final int PROTOCOL_VERSION = 1;
  static final int PRIVATE_MESSAGE = 2;
  static final int WELCOME = 3;
  static final int KEY_PACKAGE = 5;

  private WireFormat() {}

  /** Reads the header of an MLSMessage of that wire format, and nothing else. */
  static WireReader open(Bytes message, int wireFormat) {
    WireReader reader = new WireReader(message);
    if (reader.u16() != PROTOCOL_VERSION || reader.u16() != wireFormat) {
      throw new MalformedMessageException();
    }
    return reader;
  }
}
