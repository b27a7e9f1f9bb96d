package org.opstap.benchmark.peer;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One online user: logs in by blocking, and is then driven by a selector. */
final class XmppClient implements AutoCloseable {
  private static final String OPEN =
      "<?xml version='1.0'?><stream:stream to='localhost' version='1.0' xmlns='jabber:client'"
          + " xmlns:stream='http://etherx.jabber.org/streams'>";
  private static final byte[] ACKNOWLEDGED = "<a ".getBytes(StandardCharsets.UTF_8);
  private static final byte[] MESSAGE = "<message".getBytes(StandardCharsets.UTF_8);

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.wrap(new byte[64 * 1024]);
  private ByteBuffer out = ByteBuffer.allocate(0);

  private XmppClient(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Logs in, binds and goes online.
   *
   * @param acknowledged whether the server is to acknowledge stanzas (XEP-0198)
   */
  static XmppClient login(int port, String user, String password, boolean acknowledged)
      throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    XmppClient client = new XmppClient(channel);
    try {
      client.ask(OPEN, "</stream:features>");
      String proof =
          Base64.getEncoder()
              .encodeToString(("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8));
      client.ask(
          "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + proof + "</auth>",
          "<success");
      client.ask(OPEN, "</stream:features>");
      client.ask(
          "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>b"
              + "</resource></bind></iq>",
          "</iq>");
      if (acknowledged) {
        client.ask("<enable xmlns='urn:xmpp:sm:3'/>", "<enabled");
      }
      client.ask("<presence/>", "<presence");
      return client;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private void ask(String request, String expected) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    in.clear();
    while (true) {
      if (channel.read(in) < 0) {
        throw new EOFException("the XMPP server closed a connection");
      }
      String said = new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
      if (said.contains("<failure") || said.contains("<stream:error")) {
        throw new IOException("the XMPP server refuses: " + said);
      }
      if (said.contains(expected)) {
        in.clear();
        return;
      }
    }
  }

  void register(Selector selector, Object attachment) throws IOException {
    channel.configureBlocking(false);
    SelectionKey unused = channel.register(selector, SelectionKey.OP_READ, attachment);
  }

  void send(byte[] stanza) throws IOException {
    out = ByteBuffer.wrap(stanza);
    // A socket's buffer holds far more than the one message that is in flight.
    if (channel.write(out) < stanza.length) {
      throw new IOException("the XMPP server doesn't read");
    }
  }

  /** Reads what is there; counts acknowledgements. */
  int acknowledgements() throws IOException {
    return count(ACKNOWLEDGED);
  }

  /** Reads what is there; counts messages. */
  int messages() throws IOException {
    return count(MESSAGE);
  }

  private int count(byte[] text) throws IOException {
    if (channel.read(in) < 0) {
      throw new EOFException("the XMPP server closed a connection");
    }
    int found = 0;
    int kept = 0;
    int end = in.position();
    byte[] bytes = in.array();
    for (int i = 0; i + text.length <= end; i++) {
      int j = 0;
      while (j < text.length && bytes[i + j] == text[j]) {
        j++;
      }
      if (j == text.length) {
        found++;
        kept = i + 1;
      }
    }
    // What may be the beginning of the next one stays.
    int from = Math.max(kept, end - text.length + 1);
    in.position(from).limit(end);
    in.compact();
    return found;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
