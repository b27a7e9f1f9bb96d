package org.opstap.benchmark.streams;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.opstap.benchmark.client.Conversation;

/**
 * Says over NATS what a node says to the others after an append (WAK-1): who is to be woken, and
 * how far the conversation is.
 */
final class OtherNode implements Closeable {
  private static final String SUBJECT = "opstap.wake";
  private static final byte VERSION = 1;
  private static final byte PSEUDONYM = 1;
  private static final int LENGTH = 1 + 16 + Long.BYTES + 1 + 16;
  private static final int READ_MILLIS = 5_000;

  private final Socket socket;

  private OtherNode(Socket socket) {
    this.socket = socket;
  }

  static OtherNode connect(int port) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    OtherNode node = new OtherNode(socket);
    try {
      socket.setSoTimeout(READ_MILLIS);
      node.await("INFO");
      node.say("CONNECT {\"verbose\":false,\"pedantic\":false}\r\nPING\r\n");
      node.await("PONG");
      return node;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Wakes the seeker of each conversation; returns when NATS has it all. */
  void wake(List<Conversation> conversations, long latest) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Conversation conversation : conversations) {
      all.writeBytes(
          "PUB %s %d\r\n".formatted(SUBJECT, LENGTH).getBytes(StandardCharsets.US_ASCII));
      all.writeBytes(
          ByteBuffer.allocate(LENGTH)
              .put(VERSION)
              .put(conversation.id().toBytes().toByteArray())
              .putLong(latest)
              .put(PSEUDONYM)
              .put(conversation.seeker().seat().holder().toBytes().toByteArray())
              .array());
      all.writeBytes(new byte[] {'\r', '\n'});
    }
    all.writeBytes("PING\r\n".getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(all.toByteArray());
    await("PONG");
  }

  private void say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads lines until one begins with a word. */
  private void await(String word) throws IOException {
    InputStream in = socket.getInputStream();
    while (true) {
      StringBuilder line = new StringBuilder();
      int next;
      while ((next = in.read()) != '\n') {
        if (next < 0) {
          throw new IOException("NATS closed the connection");
        }
        line.append((char) next);
      }
      if (line.toString().startsWith(word)) {
        return;
      }
      if (line.toString().startsWith("-ERR")) {
        throw new IOException("NATS says " + line);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
