package org.opstap.backend.wake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/**
 * What one node says to the others (WAK-1): version, conversation, latest, then each holder with
 * its kind. Integers are big-endian; nothing else is in it.
 */
record WakeMessage(News news, List<BrandedId> holders) {
  /** A conversation has four open seats; those that close are told, too. */
  static final int HOLDERS = 16;

  private static final byte VERSION = 1;
  private static final byte PSEUDONYM = 1;
  private static final byte DEVICE = 2;
  private static final int ID_LENGTH = 16;
  private static final int HEAD = 1 + ID_LENGTH + Long.BYTES;
  private static final int HOLDER = 1 + ID_LENGTH;

  /** As many messages as it takes, usually one. */
  static List<byte[]> encode(News news, Collection<? extends BrandedId> holders) {
    List<BrandedId> all = new ArrayList<>(holders);
    List<byte[]> messages = new ArrayList<>();
    for (int start = 0; start < all.size(); start += HOLDERS) {
      messages.add(message(news, all.subList(start, Math.min(all.size(), start + HOLDERS))));
    }
    return messages;
  }

  private static byte[] message(News news, List<BrandedId> holders) {
    ByteBuffer message = ByteBuffer.allocate(HEAD + holders.size() * HOLDER);
    message.put(VERSION).put(news.conversation().toBytes().toByteArray()).putLong(news.latest());
    for (BrandedId holder : holders) {
      message.put(holder instanceof PseudonymId ? PSEUDONYM : DEVICE);
      message.put(holder.toBytes().toByteArray());
    }
    return message.array();
  }

  /** Empty for bytes that no node sends. */
  static Optional<WakeMessage> decode(byte[] bytes) {
    int rest = bytes.length - HEAD;
    if (rest < HOLDER || rest > HOLDERS * HOLDER || rest % HOLDER != 0 || bytes[0] != VERSION) {
      return Optional.empty();
    }
    ByteBuffer message = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    News news = new News(ConversationId.fromBytes(id(message)), message.getLong());
    List<BrandedId> holders = new ArrayList<>();
    while (message.hasRemaining()) {
      byte kind = message.get();
      if (kind == PSEUDONYM) {
        holders.add(PseudonymId.fromBytes(id(message)));
      } else if (kind == DEVICE) {
        holders.add(DeviceId.fromBytes(id(message)));
      } else {
        return Optional.empty();
      }
    }
    return news.latest() < 0 ? Optional.empty() : Optional.of(new WakeMessage(news, holders));
  }

  private static Bytes id(ByteBuffer message) {
    byte[] id = new byte[ID_LENGTH];
    message.get(id);
    return Bytes.copyOf(id);
  }
}
