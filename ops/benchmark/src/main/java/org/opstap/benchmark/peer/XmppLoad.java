package org.opstap.benchmark.peer;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.opstap.benchmark.load.Samples;

/**
 * Pairs of online users. Each sender has one message on its way: it sends, asks for the
 * acknowledgement, and sends the next when that is there.
 */
public final class XmppLoad implements AutoCloseable {
  private static final long TICK_MILLIS = 100;

  private final Selector selector;
  private final List<XmppClient> clients = new ArrayList<>();
  private final List<Sender> senders = new ArrayList<>();
  private Samples samples = new Samples();
  private long acknowledged;
  private long delivered;
  private double perSecond;

  private XmppLoad() throws IOException {
    selector = Selector.open();
  }

  /**
   * @param payload what a message carries, as text
   */
  public static XmppLoad login(int port, int pairs, String password, String payload)
      throws IOException {
    XmppLoad load = new XmppLoad();
    try {
      for (int i = 0; i < pairs; i++) {
        XmppClient receiver = XmppClient.login(port, "receiver" + i, password, false);
        load.clients.add(receiver);
        receiver.register(load.selector, load.new Receiver(receiver));
        XmppClient client = XmppClient.login(port, "sender" + i, password, true);
        load.clients.add(client);
        Sender sender = load.new Sender(client, message("receiver" + i, payload));
        load.senders.add(sender);
        client.register(load.selector, sender);
      }
      return load;
    } catch (IOException e) {
      load.close();
      throw e;
    }
  }

  /** As an end-to-end encrypted message is sent: no body, but the wish to have it archived. */
  private static String message(String to, String payload) {
    return "<message to='"
        + to
        + "@localhost/b' type='chat'><encrypted xmlns='eu.siacs.conversations.axolotl'><payload>"
        + payload
        + "</payload></encrypted><store xmlns='urn:xmpp:hints'/></message>"
        + "<r xmlns='urn:xmpp:sm:3'/>";
  }

  /** Sends for that time, and waits for what is on its way. */
  public void run(Duration time) throws IOException {
    samples = new Samples();
    acknowledged = 0;
    delivered = 0;
    long startedAt = System.nanoTime();
    long endsAt = startedAt + time.toNanos();
    for (Sender sender : senders) {
      sender.send();
    }
    int inFlight = senders.size();
    while (inFlight > 0) {
      if (selector.select(TICK_MILLIS) == 0 && System.nanoTime() > endsAt + time.toNanos()) {
        throw new IOException("the XMPP server acknowledges no more");
      }
      for (SelectionKey key : selector.selectedKeys()) {
        if (key.attachment() instanceof Receiver receiver) {
          receiver.ready();
        } else if (key.attachment() instanceof Sender sender && sender.ready(endsAt)) {
          inFlight--;
        }
      }
      selector.selectedKeys().clear();
    }
    perSecond = acknowledged * 1e9 / time.toNanos();
  }

  public double perSecond() {
    return perSecond;
  }

  /** From sent to acknowledged. */
  public Samples samples() {
    return samples;
  }

  /** Messages that receivers got in the same time. */
  public long delivered() {
    return delivered;
  }

  @Override
  public void close() throws IOException {
    for (XmppClient client : clients) {
      client.close();
    }
    selector.close();
  }

  private final class Sender {
    private final XmppClient client;
    private final byte[] stanza;
    private long sentAt;

    Sender(XmppClient client, String stanza) {
      this.client = client;
      this.stanza = stanza.getBytes(StandardCharsets.UTF_8);
    }

    void send() throws IOException {
      sentAt = System.nanoTime();
      client.send(stanza);
    }

    /** True if this was its last message. */
    boolean ready(long endsAt) throws IOException {
      if (client.acknowledgements() == 0) {
        return false;
      }
      long now = System.nanoTime();
      if (now >= endsAt) {
        return true;
      }
      acknowledged++;
      samples.add(now - sentAt);
      send();
      return false;
    }
  }

  private final class Receiver {
    private final XmppClient client;

    Receiver(XmppClient client) {
      this.client = client;
    }

    void ready() throws IOException {
      delivered += client.messages();
    }
  }
}
