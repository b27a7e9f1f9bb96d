package org.opstap.backend.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.TestFolder;
import org.opstap.protocol.wire.Bytes;

/**
 * A push service over TLS on loopback, which also plays Google: its OAuth and its Firebase Cloud
 * Messaging. It keeps what it was asked, and answers 201 or 200 unless it was told otherwise.
 */
final class TestPushService implements AutoCloseable {
  /** A certificate of {@code localhost} that is made for each process of tests. */
  static final Path KEY_STORE = TestFolder.DATA.resolveSibling("push.p12");

  static final String PASSWORD = "nobody reads this";

  private static final String GOOGLE_TOKEN = "/token";
  private static final String GOOGLE_SEND = "/v1/projects/opstap-test/messages:send";
  private static final KeyStore KEYS = keys();

  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final Semaphore held = new Semaphore(0);
  private final HttpsServer server;
  private volatile boolean holding;

  private TestPushService(HttpsServer server) {
    this.server = server;
  }

  static TestPushService start() {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpsServer server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context()));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      TestPushService service = new TestPushService(server);
      server.createContext("/", service::answer);
      server.start();
      return service;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Trusts its certificate and nothing else. */
  static SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(KEYS, PASSWORD.toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(KEYS);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  String authority() {
    return "localhost:" + server.getAddress().getPort();
  }

  String endpoint(String path) {
    return "https://" + authority() + path;
  }

  /** Answers a path, or an app's token, with another status from now on. */
  void tell(String pathOrToken, int status, String body) {
    told.put(pathOrToken, new Told(status, body));
  }

  /** Leaves requests unanswered until {@link #release}. */
  void hold() {
    holding = true;
  }

  void release() {
    holding = false;
    held.release(1_000);
  }

  /** The next request but those for Google's access tokens; fails if none comes within the time. */
  Asked next(int seconds) {
    try {
      Asked next = asked.poll(seconds, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came within " + seconds + " seconds");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether nothing more comes for a moment. */
  boolean isSilent() {
    try {
      return asked.poll(700, TimeUnit.MILLISECONDS) == null;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    if (path.equals(GOOGLE_TOKEN)) {
      boolean isGrant = body.startsWith("grant_type=urn") && body.contains("assertion=");
      reply(
          exchange,
          isGrant ? 200 : 400,
          "{\"access_token\":\"of-the-test\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
      return;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + path,
            headers,
            Bytes.copyOf(body.getBytes(StandardCharsets.ISO_8859_1))));
    if (holding) {
      held.acquireUninterruptibly();
    }
    boolean isGoogle = path.equals(GOOGLE_SEND);
    Told answer =
        told.entrySet().stream()
            .filter(each -> isGoogle ? body.contains(each.getKey()) : path.equals(each.getKey()))
            .map(Map.Entry::getValue)
            .findAny()
            .orElse(isGoogle ? new Told(200, "{\"name\":\"n\"}") : new Told(201, ""));
    if (answer.status() / 100 == 3) {
      exchange.getResponseHeaders().set("Location", endpoint("/redirected"));
    }
    reply(exchange, answer.status(), answer.body());
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  private static KeyStore keys() {
    try {
      Files.createDirectories(KEY_STORE.getParent());
      Files.deleteIfExists(KEY_STORE);
      Process made =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "push",
                  "-keyalg",
                  "EC",
                  "-groupname",
                  "secp256r1",
                  "-dname",
                  "CN=localhost",
                  "-ext",
                  "SAN=dns:localhost",
                  "-validity",
                  "7",
                  "-keystore",
                  KEY_STORE.toString(),
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  PASSWORD)
              .redirectErrorStream(true)
              .start();
      String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (made.waitFor() != 0) {
        throw new AssertionError(said);
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream file = Files.newInputStream(KEY_STORE)) {
        keys.load(file, PASSWORD.toCharArray());
      }
      return keys;
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A request that came. */
  record Asked(String line, Map<String, String> headers, Bytes body) {
    /** A header's value, or none. */
    String header(String name) {
      @Nullable String value = headers.get(name);
      return value == null ? "none" : value;
    }

    String text() {
      return new String(body.toByteArray(), StandardCharsets.UTF_8);
    }
  }

  private record Told(int status, String body) {}
}
