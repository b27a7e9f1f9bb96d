package org.opstap.benchmark.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way between a node and its database, which can be cut or go silent. */
final class TcpProxy implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;
  private static final Duration FORGOTTEN = Duration.ofSeconds(1);

  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Set<Socket> forgotten = ConcurrentHashMap.newKeySet();
  private State state = State.OPEN;

  /**
   * @param target port on loopback
   */
  TcpProxy(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Thread unused = Thread.ofVirtual().name("proxy").start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Every connection ends, and so does each new one. */
  synchronized void cut() {
    state = State.CUT;
    notifyAll();
    sockets.forEach(TcpProxy::end);
  }

  /** Connections stay, and nothing passes; what was sent passes when it is mended. */
  synchronized void swallow() {
    state = State.SILENT;
  }

  /** Those that are open say nothing any more, and end never; new ones pass. */
  void forget() {
    forgotten.addAll(sockets);
  }

  synchronized void mend() {
    state = State.OPEN;
    notifyAll();
  }

  private synchronized boolean isCut() {
    return state == State.CUT;
  }

  private synchronized void awaitPassage() throws InterruptedException {
    while (state == State.SILENT) {
      wait();
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket near = listening.accept();
        if (isCut()) {
          end(near);
        } else {
          Thread unused = Thread.ofVirtual().start(() -> connect(near));
        }
      } catch (IOException e) {
        // One that failed, or the end: the loop tells.
      }
    }
  }

  private void connect(Socket near) {
    sockets.add(near);
    try {
      awaitPassage();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(far);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      if (isCut()) {
        endBoth(near, far);
        return;
      }
      Thread unused = Thread.ofVirtual().start(() -> pass(near, far));
      pass(far, near);
    } catch (IOException | InterruptedException e) {
      end(near);
      sockets.remove(near);
    }
  }

  private void pass(Socket from, Socket to) {
    try {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        awaitPassage();
        if (!forgotten.contains(from)) {
          output.write(buffer, 0, read);
        }
      }
      awaitPassage();
      while (forgotten.contains(from) && !listening.isClosed()) {
        Thread.sleep(FORGOTTEN);
      }
    } catch (IOException | InterruptedException e) {
      // The other direction ends with this one.
    } finally {
      endBoth(from, to);
    }
  }

  private void endBoth(Socket one, Socket other) {
    end(one);
    end(other);
    sockets.remove(one);
    sockets.remove(other);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }

  private enum State {
    OPEN,
    CUT,
    SILENT
  }
}
