package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LIM-4 and LIM-5: how long a connection may take to ask for something, and how much memory. */
class RequestReceiptTest {
  private static final Duration TIME = Duration.ofMillis(200);

  private final UnfinishedBodies bodies = new UnfinishedBodies();
  private EmbeddedChannel channel;

  @BeforeEach
  void open() {
    channel = new EmbeddedChannel(new RequestReceipt(bodies, TIME));
  }

  /** What comes after an answer is dropped, so it pushes nobody else out. */
  @Test
  void holdsNothingOfABodyThatWasAnswered() {
    var slow = new EmbeddedChannel(new RequestReceipt(bodies, Limits.REQUEST_TIME));
    slow.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
    slow.writeInbound(new DefaultHttpContent(Unpooled.copiedBuffer(new byte[1])));
    begin();
    channel.writeOutbound(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_FOUND));

    channel.writeInbound(
        new DefaultHttpContent(
            Unpooled.wrappedBuffer(new byte[(int) Limits.UNFINISHED_BODY_BYTES])));

    assertTrue(slow.isActive());
  }

  /** A part of one byte takes more than that. */
  @Test
  void countsWhatItTakesToKeepManySmallParts() {
    var first = new EmbeddedChannel(new RequestReceipt(bodies, Limits.REQUEST_TIME));
    var second = new EmbeddedChannel(new RequestReceipt(bodies, Limits.REQUEST_TIME));
    for (EmbeddedChannel each : List.of(first, second)) {
      each.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
      each.writeInbound(new DefaultHttpContent(Unpooled.copiedBuffer(new byte[1])));
    }

    for (int part = 0; first.isActive() && part < Limits.UNFINISHED_BODY_BYTES / 256; part++) {
      second.writeInbound(new DefaultHttpContent(Unpooled.copiedBuffer(new byte[1])));
    }

    assertFalse(first.isActive());
    assertTrue(second.isActive());
  }

  /** Parts come as pieces of what was read, which may be long and of something else. */
  @Test
  void keepsNothingElseOfWhatWasReadWithASmallPart() {
    var patient = new EmbeddedChannel(new RequestReceipt(bodies, Limits.REQUEST_TIME));
    patient.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
    ByteBuf read = Unpooled.buffer(65_536).writeBytes(new byte[] {7});

    patient.writeInbound(new DefaultHttpContent(read.readRetainedSlice(1)));
    read.release();

    assertEquals(0, read.refCnt());
    patient.readInbound();
    HttpContent part = patient.readInbound();
    assertEquals(7, part.content().readByte());
    part.release();
  }

  @Test
  void endsAConnectionThatAsksForNothing() throws Exception {
    assertTrue(channel.isActive());

    pass(TIME.multipliedBy(2));

    assertFalse(channel.isActive());
  }

  @Test
  void endsARequestThatComesTooSlowly() throws Exception {
    begin();
    pass(TIME.dividedBy(2));
    channel.writeInbound(new DefaultHttpContent(Unpooled.copiedBuffer(new byte[1])));
    pass(TIME);

    assertFalse(channel.isActive());
  }

  @Test
  void endsNoConnectionWhoseAnswerIsAwaited() throws Exception {
    begin();
    channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);

    pass(TIME.multipliedBy(3));

    assertTrue(channel.isActive());
  }

  @Test
  void endsAConnectionThatAsksForNothingMore() throws Exception {
    begin();
    channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    assertTrue(channel.isActive());

    pass(TIME.multipliedBy(3));

    assertFalse(channel.isActive());
  }

  private void begin() {
    channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
  }

  private void pass(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(10));
      channel.runScheduledPendingTasks();
    }
  }
}
