package org.opstap.protocol.mls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.opstap.protocol.wire.Bytes;

/**
 * Whom a Welcome is for (RFC 9420 section 12.4.3.1): the references of the key packages, each once,
 * at least one.
 */
public record Welcome(List<Bytes> keyPackageReferences) {
  /** A group has four leaves and its creator needs no Welcome (E2E-4). */
  public static final int MAXIMUM_JOINERS = 3;

  public Welcome {
    keyPackageReferences = List.copyOf(keyPackageReferences);
  }

  /**
   * Reads an MLSMessage to its last byte.
   *
   * @throws MalformedMessageException if it is not a Welcome of the one cipher suite for one to
   *     three joiners
   */
  public static Welcome parse(Bytes message) {
    WireReader reader = WireFormat.open(message, WireFormat.WELCOME);
    if (reader.u16() != CipherSuite.NUMBER) {
      throw new MalformedMessageException();
    }
    List<Bytes> references = references(new WireReader(reader.vector()));
    reader.vector();
    reader.end();
    return new Welcome(references);
  }

  private static List<Bytes> references(WireReader secrets) {
    List<Bytes> references = new ArrayList<>();
    while (!secrets.atEnd()) {
      if (references.size() == MAXIMUM_JOINERS) {
        throw new MalformedMessageException();
      }
      references.add(secrets.vector());
      secrets.vector();
      secrets.vector();
    }
    if (references.isEmpty() || new HashSet<>(references).size() != references.size()) {
      throw new MalformedMessageException();
    }
    return references;
  }
}
