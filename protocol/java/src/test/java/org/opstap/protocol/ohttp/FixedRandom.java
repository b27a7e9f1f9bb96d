package org.opstap.protocol.ohttp;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.opstap.protocol.wire.Bytes;

/** Draws what an example drew, in its order. */
final class FixedRandom extends SecureRandom {
  private final transient Queue<Bytes> draws;

  FixedRandom(Bytes... draws) {
    this.draws = new ArrayDeque<>(List.of(draws));
  }

  @Override
  public void nextBytes(byte[] drawn) {
    Bytes next = draws.remove();
    if (next.length() != drawn.length) {
      throw new IllegalStateException("the example drew another length");
    }
    System.arraycopy(next.toByteArray(), 0, drawn, 0, drawn.length);
  }
}
