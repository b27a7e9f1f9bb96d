package org.opstap.protocol.ohttp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.wire.Bytes;

/**
 * What a gateway offers (RFC 9458 section 3.2, {@code application/ohttp-keys}), in its order. One
 * fault anywhere, and the whole is refused: to save what can be saved would tell clients apart.
 *
 * @param all those of a mechanism that is known here
 */
public record KeyConfigurations(List<KeyConfiguration> all) {
  /** Bytes: some fifty configurations with X-Wing. */
  public static final int MAXIMUM_LENGTH = 64 * 1_024;

  public KeyConfigurations {
    all = List.copyOf(all);
  }

  /**
   * Reads configurations to the last byte, and passes over those of a mechanism that is not known
   * here.
   *
   * @throws MalformedKeyConfigurationException if there is none at all, one is malformed, or they
   *     are longer than {@link #MAXIMUM_LENGTH}
   */
  public static KeyConfigurations decode(Bytes encoded) {
    if (encoded.length() == 0 || encoded.length() > MAXIMUM_LENGTH) {
      throw new MalformedKeyConfigurationException();
    }
    List<KeyConfiguration> known = new ArrayList<>();
    ConfigurationReader reader = new ConfigurationReader(encoded);
    while (!reader.atEnd()) {
      Bytes configuration = reader.bytes(reader.u16());
      if (isOfKnownKem(configuration)) {
        known.add(KeyConfiguration.decode(configuration));
      }
    }
    return new KeyConfigurations(known);
  }

  /** Each with its length in two bytes in front. */
  public Bytes encode() {
    return Bytes.concat(all.stream().map(KeyConfigurations::withLength).toArray(Bytes[]::new));
  }

  private static Bytes withLength(KeyConfiguration configuration) {
    Bytes encoded = configuration.encode();
    byte[] length = ByteBuffer.allocate(Short.BYTES).putShort((short) encoded.length()).array();
    return Bytes.concat(Bytes.copyOf(length), encoded);
  }

  private static boolean isOfKnownKem(Bytes configuration) {
    ConfigurationReader reader = new ConfigurationReader(configuration);
    reader.u8(); // key id
    return Kem.ofNumber(reader.u16()).isPresent();
  }
}
