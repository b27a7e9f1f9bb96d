package org.opstap.benchmark.chaos;

import java.nio.ByteBuffer;
import org.opstap.benchmark.client.Framing;
import org.opstap.protocol.wire.Bytes;

/**
 * What tells a message from every other one of the run: its writer and the number of its append, in
 * the last bytes of what looks like a ciphertext.
 *
 * @param writer 1 for the first seat; in a record, 0 stands for a Commit
 * @param number of the append (LOG-6)
 */
record Marker(int writer, int number) {
  private static final int LENGTH = 2 * Integer.BYTES;

  /** The entry that began the group, which nobody here acknowledged. */
  static final Marker COMMIT = new Marker(0, 0);

  /** The ciphertext that carries it behind noise. */
  Bytes hide() {
    byte[] ciphertext = Framing.noise(Framing.SMALLEST_CIPHERTEXT).toByteArray();
    ByteBuffer.wrap(ciphertext).putInt(ciphertext.length - LENGTH, writer);
    ByteBuffer.wrap(ciphertext).putInt(ciphertext.length - Integer.BYTES, number);
    return Bytes.copyOf(ciphertext);
  }

  /** That of a whole message: the ciphertext is its end. */
  static Marker find(Bytes message) {
    byte[] bytes = message.toByteArray();
    ByteBuffer end = ByteBuffer.wrap(bytes, bytes.length - LENGTH, LENGTH);
    return new Marker(end.getInt(), end.getInt());
  }

  long toLong() {
    return (long) writer << Integer.SIZE | number;
  }

  static Marker of(long packed) {
    return new Marker((int) (packed >> Integer.SIZE), (int) packed);
  }
}
