package org.opstap.backend.push;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.opstap.backend.http.Limits;
import org.opstap.backend.push.PushHosts.Place;

/**
 * One POST over a connection of its own, which goes to an address that was looked at (PUS-11): no
 * name is looked up twice. Of the answer only the status is read; where it sends the reader is not.
 * Nothing of a request outlives it: no pool, no cookie, no cache.
 */
@Singleton
class PushConnection {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

  /** A status, and the interim answers that may come before it. */
  private static final int ANSWER_BYTES = 8 * 1024;

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
  private static final int FINAL = 200;

  private final PushTrust trust;
  private final Names names;

  PushConnection(PushTrust trust, Names names) {
    this.trust = trust;
    this.names = names;
  }

  /**
   * The status of the answer.
   *
   * @throws IOException if the host has an address that isn't public, or doesn't answer
   */
  int post(Place place, Map<String, String> headers, byte[] body) throws IOException {
    InetAddress[] addresses = names.addresses(place.host());
    if (!place.ofTests() && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
      throw new IOException("not a public address");
    }
    try (Socket socket = connected(addresses, place.port())) {
      try (SSLSocket secure =
          (SSLSocket) trust.sockets().createSocket(socket, place.host(), place.port(), true)) {
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.getOutputStream().write(request(place, headers, body));
        return status(secure.getInputStream());
      }
    }
  }

  /** To the first address that answers. */
  private static Socket connected(InetAddress[] addresses, int port) throws IOException {
    IOException last = new IOException("no address");
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), (int) CONNECT_TIME.toMillis());
        socket.setSoTimeout((int) Limits.WAKE_TIME.toMillis());
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private static byte[] request(Place place, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(place.target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(place.authority()).append("\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n");
    head.append("Connection: close\r\n\r\n");
    byte[] ascii = head.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] request = Arrays.copyOf(ascii, ascii.length + body.length);
    System.arraycopy(body, 0, request, ascii.length, body.length);
    return request;
  }

  private static int status(InputStream answer) throws IOException {
    StringBuilder line = new StringBuilder();
    boolean isStatus = true;
    int status = 0;
    for (int read = 0; read < ANSWER_BYTES; read++) {
      int next = answer.read();
      if (next < 0) {
        break;
      }
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      String text = line.toString().stripTrailing();
      line.setLength(0);
      if (isStatus) {
        status = parse(text);
        isStatus = false;
      }
      if (status >= FINAL) {
        return status;
      }
      // An interim answer ends with an empty line; the next one follows.
      isStatus = text.isEmpty();
    }
    throw new IOException("no answer of HTTP");
  }

  private static int parse(String line) throws IOException {
    Matcher matcher = STATUS.matcher(line);
    if (!matcher.matches()) {
      throw new IOException("no answer of HTTP");
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** Looks names up; tests have their own. */
  @Singleton
  static class Names {
    /**
     * All addresses of a host, one at least.
     *
     * @throws java.net.UnknownHostException if it has none
     */
    InetAddress[] addresses(String host) throws IOException {
      return InetAddress.getAllByName(host);
    }
  }
}
