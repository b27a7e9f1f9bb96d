package org.opstap.benchmark.part;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.opstap.benchmark.client.Framing;
import org.opstap.protocol.mls.GroupId;
import org.opstap.protocol.mls.PrivateMessage;
import org.opstap.protocol.wire.Bytes;

/** Reading the framing of a PrivateMessage, against decoding the base64url in which it comes. */
@State(Scope.Benchmark)
public class FramingPart {
  private final String text = message().toBase64Url();
  private final Bytes message = message();

  private static Bytes message() {
    return Framing.application(new GroupId(PartsBenchmark.CONVERSATION, 1), 1);
  }

  @Benchmark
  public PrivateMessage measured() {
    return PrivateMessage.parse(message);
  }

  @Benchmark
  public Bytes reference() {
    return Bytes.fromBase64Url(text);
  }
}
