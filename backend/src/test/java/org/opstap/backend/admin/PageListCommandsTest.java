package org.opstap.backend.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opstap.backend.page.PageContents;
import org.opstap.protocol.directory.PageList;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;
import picocli.CommandLine;

/** A release key in a safe, pages that were built for it, and a server that may serve others. */
class PageListCommandsTest {
  private static final String LISTED =
      """
      [{"path":"/","file":"phone.html","offline":true},
       {"path":"/assets/part-x.js","file":"assets/part-x.js","offline":true},
       {"path":"/team","file":"team.html","offline":false},
       {"path":"/worker.js","file":"worker.js","offline":false}]\
      """;

  @TempDir Path folder;

  private final Map<String, Bytes> built = new TreeMap<>();
  private final Map<String, Bytes> served = new TreeMap<>();
  private HttpServer server;
  private TestOperator operator = new TestOperator(Path.of(""));
  private String key = "";

  @BeforeEach
  void build() throws IOException {
    operator = new TestOperator(folder);
    key = operator.key("release.key");
    built.put("file-list.json", Bytes.utf8(LISTED));
    built.put("release-key", Bytes.utf8(key));
    built.put("phone.html", Bytes.utf8("phone"));
    built.put("assets/part-x.js", Bytes.utf8("part"));
    built.put("team.html", Bytes.utf8("team"));
    built.put("worker.js", Bytes.utf8("worker"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Bytes content = served.get(exchange.getRequestURI().getPath());
          byte[] body = content == null ? new byte[0] : content.toByteArray();
          exchange.sendResponseHeaders(
              content == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void signsWhatThePagesAreMadeOf() {
    TestOperator.Answer answer = sign("--first");

    assertEquals(0, answer.code(), answer.err());
    PageList list = list();
    assertEquals(1, list.number());
    assertEquals(LocalDate.now(Clock.systemUTC()), list.issuedOn());
    assertFalse(list.sample());
    assertEquals(
        List.of("/", "/assets/part-x.js", "/team", "/worker.js"),
        list.files().stream().map(PageList.PageFileEntry::path).toList());
    assertEquals(
        Bytes.utf8("part").sha256(), list.file("/assets/part-x.js").orElseThrow().digest());
    assertTrue(list.file("/").orElseThrow().offline());
    assertFalse(list.file("/team").orElseThrow().offline());
  }

  @Test
  void countsOnAndSaysWhatIsNew() {
    sign("--first");
    built.put("phone.html", Bytes.utf8("another phone"));

    TestOperator.Answer answer = sign("--after", operator.file("release.json").toString());

    assertEquals(2, list().number());
    assertTrue(answer.out().contains("changed: /\n"), answer.out());
    assertFalse(answer.out().contains("part-x"), answer.out());
    assertEquals(1, sign().code());
    assertEquals(1, sign("--first", "--after", operator.file("release.json").toString()).code());
    assertEquals(2, list().number());
  }

  @Test
  void signsNothingThatPhonesWouldRefuse() throws IOException {
    built.put("release-key", Bytes.utf8(operator.key("another.key")));
    assertTrue(sign("--first").err().contains("VITE_RELEASE_KEY=" + key));
    built.put("release-key", Bytes.empty());
    assertTrue(sign("--first").err().contains("built for samples alone"));
    assertFalse(Files.exists(operator.file("release.json")));
  }

  @Test
  void findsAServerThatServesWhatWasSigned() {
    sign("--first");
    serve();

    TestOperator.Answer answer = verify("--release-key", key);

    assertEquals(0, answer.code(), answer.err());
    assertTrue(answer.out().contains("all 4 files"), answer.out());
  }

  @Test
  void saysWhichFilesDiffer() {
    sign("--first");
    serve();
    served.put("/", Bytes.utf8("phone "));
    served.remove("/assets/part-x.js");

    TestOperator.Answer answer = verify("--release-key", key);

    assertEquals(1, answer.code());
    assertTrue(answer.out().contains("differs:  / is "), answer.out());
    assertTrue(answer.out().contains("missing:  /assets/part-x.js"), answer.out());
    assertFalse(answer.out().contains("worker"), answer.out());
    assertTrue(answer.err().contains("2 of 4 files"), answer.err());
  }

  @Test
  void looksAtEachHostNameByItself() {
    sign("--first");
    serve();
    served.remove("/team");
    TestOperator.Answer phones = verify("--release-key", key);
    served.put("/team", Bytes.utf8("team"));
    served.remove("/");
    served.remove("/worker.js");
    TestOperator.Answer teams = verify("--release-key", key);
    served.remove("/team");

    assertTrue(phones.out().contains("all 3 files"), phones.out() + phones.err());
    assertTrue(phones.out().contains("not looked at: /team"), phones.out());
    assertTrue(teams.out().contains("all 2 files"), teams.out() + teams.err());
    assertEquals(1, verify("--release-key", key).code());
  }

  @Test
  void takesNoListOfAnotherKeyAndNoSampleForReal() {
    sign("--first");
    serve();
    String stranger = operator.key("stranger.key");

    assertTrue(verify("--release-key", stranger).err().contains("was not signed by " + stranger));
    assertTrue(verify().err().contains("--release-key"), verify().err());
    served.put(
        "/.well-known/opstap", Bytes.utf8("{\"sample\":true,\"operatorKey\":\"" + key + "\"}"));
    assertTrue(verify().err().contains("of a server with samples is none"), verify().err());
    served.remove("/release.json");
    assertTrue(verify("--release-key", key).err().contains("serves no signed list"));
    String kept = operator.file("release.json").toString();
    assertEquals(0, verify("--release-key", key, "--list", kept).code());
  }

  private void serve() {
    served.put("/", bytes("phone.html"));
    served.put("/assets/part-x.js", bytes("assets/part-x.js"));
    served.put("/team", bytes("team.html"));
    served.put("/worker.js", bytes("worker.js"));
    served.put("/release.json", TestOperator.read(operator.file("release.json")));
  }

  private Bytes bytes(String name) {
    return built.getOrDefault(name, Bytes.empty());
  }

  private PageList list() {
    return PageList.FORMAT
        .parse(TestOperator.read(operator.file("release.json")))
        .verify(new Ed25519PublicKey(Bytes.fromBase64Url(key)))
        .orElseThrow()
        .content();
  }

  private TestOperator.Answer sign(String... more) {
    return say(
        "sign",
        more,
        "--key",
        operator.file("release.key").toString(),
        "-o",
        operator.file("release.json").toString());
  }

  private TestOperator.Answer verify(String... more) {
    return say("verify", more, "http://localhost:" + server.getAddress().getPort());
  }

  private TestOperator.Answer say(String command, String[] more, String... rest) {
    List<String> words = new ArrayList<>(List.of("release", command));
    words.addAll(List.of(more));
    words.addAll(List.of(rest));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands =
        Main.commandLine(Clock.systemUTC(), new SecureRandom(), new PageContents(built::get));
    commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = commands.execute(words.toArray(String[]::new));
    return new TestOperator.Answer(code, out.toString(), err.toString());
  }
}
