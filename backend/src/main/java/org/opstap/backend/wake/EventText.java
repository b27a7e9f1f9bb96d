package org.opstap.backend.wake;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.opstap.backend.wake.EventStream.Farewell;

/** Server-sent events as bytes. Those that are always the same exist once. */
final class EventText {
  private static final String NOTHING = "{\"conversation\":null,\"latest\":null}";
  private static final int NEWS_BYTES = 128;

  private static final ByteBuf BEAT = constant("beat");
  private static final ByteBuf REPLACED = constant("replaced");
  private static final ByteBuf RECONNECT = constant("reconnect");

  private EventText() {}

  /** The body with which an answer begins: its head leaves with the first event. */
  static byte[] first() {
    return text("beat", NOTHING).getBytes(StandardCharsets.US_ASCII);
  }

  static ByteBuf beat() {
    return BEAT.duplicate();
  }

  static ByteBuf news(ByteBufAllocator allocator, News news) {
    ByteBuf bytes = allocator.buffer(NEWS_BYTES);
    String data =
        "{\"conversation\":\"%s\",\"latest\":%d}"
            .formatted(news.conversation().toText(), news.latest());
    ByteBufUtil.writeAscii(bytes, text("news", data));
    return bytes;
  }

  static ByteBuf expired(ByteBufAllocator allocator, ExpiredCapsule expired) {
    ByteBuf bytes = allocator.buffer(NEWS_BYTES);
    String data =
        "{\"conversation\":\"%s\",\"capsule\":\"%s\"}"
            .formatted(expired.conversation().toText(), expired.digest().toBase64Url());
    ByteBufUtil.writeAscii(bytes, text("capsule-expired", data));
    return bytes;
  }

  static ByteBuf farewell(Farewell why) {
    return switch (why) {
      case REPLACED -> REPLACED.duplicate();
      case RECONNECT -> RECONNECT.duplicate();
      case NONE -> Unpooled.EMPTY_BUFFER;
    };
  }

  private static ByteBuf constant(String name) {
    byte[] bytes = text(name, NOTHING).getBytes(StandardCharsets.US_ASCII);
    return Unpooled.unreleasableBuffer(
        Unpooled.directBuffer(bytes.length).writeBytes(bytes).asReadOnly());
  }

  private static String text(String name, String data) {
    return "event: " + name + "\ndata: " + data + "\n\n";
  }
}
