package org.opstap.backend.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestPages;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.directory.PageList;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** The pages as a browser gets them (pages.md). */
@MicronautTest(transactional = false)
class PageHttpTest implements TestDatabase {
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]* src=)|<style|\\sstyle=|\\son\\w+=|javascript:");
  private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href)=\"(?!/assets/)");

  @Inject EmbeddedServer server;

  private TestHttp http;

  @BeforeEach
  void connect() {
    http = new TestHttp(server.getURI());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/team"})
  void aPageIsMadeOfThisHostsFilesAlone(String path) {
    TestHttp.Answer page = http.get(path);

    assertEquals(200, page.status());
    assertEquals(List.of("text/html; charset=utf-8"), page.headers().allValues("Content-Type"));
    assertEquals(
        List.of(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self';"
                + " style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self';"
                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
        page.headers().allValues("Content-Security-Policy"));
    assertFalse(INLINE.matcher(page.body()).find());
    assertFalse(ELSEWHERE.matcher(page.body()).find());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/team"})
  void aFileIsKeptForeverAndThePageThatNamesItIsNot(String path) {
    assertEquals(List.of("no-cache"), http.get(path).headers().allValues("Cache-Control"));
    for (String name : TestPages.assetsOf(http, path)) {
      TestHttp.Answer file = http.get("/assets/" + name);

      assertEquals(200, file.status(), name);
      assertTrue(name.matches("[\\w-]+-[\\w-]{8}\\.\\w+"), name);
      assertEquals(
          List.of("public, max-age=31536000, immutable"),
          file.headers().allValues("Cache-Control"),
          name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/team", "/worker.js", "/release.json"})
  void whatABrowserHasAlreadyIsNotSentAgain(String path) {
    TestHttp.Answer first = http.get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    TestHttp.Answer again = TestHttp.send(http.request(path).header("If-None-Match", tag).GET());
    TestHttp.Answer other =
        TestHttp.send(http.request(path).header("If-None-Match", "W/\"x\"").GET());

    assertEquals(List.of("no-cache"), first.headers().allValues("Cache-Control"));
    assertEquals(304, again.status());
    assertEquals("", again.body());
    assertEquals(
        first.headers().allValues("Content-Security-Policy"),
        again.headers().allValues("Content-Security-Policy"));
    assertEquals(200, other.status());
    assertEquals(first.body(), other.body());
  }

  @Test
  void theListOfASampleServerIsOfWhatItServesAndSignedByItsOperator() {
    Bytes key = Bytes.fromBase64Url(http.get("/.well-known/opstap").text("operatorKey"));
    PageList list =
        PageList.FORMAT
            .parse(Bytes.utf8(http.get("/release.json").body()))
            .verify(new Ed25519PublicKey(key))
            .orElseThrow()
            .content();

    assertTrue(list.sample());
    for (String path : List.of("/", "/team", "/worker.js")) {
      assertEquals(
          Bytes.utf8(http.get(path).body()).sha256(), list.file(path).orElseThrow().digest(), path);
    }
    for (String name : TestPages.assetsOf(http, "/")) {
      assertTrue(list.file("/assets/" + name).orElseThrow().offline(), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, deflate, br, zstd", "gzip;q=0.5, BR;q=0.1"})
  void aScriptComesAsItWasCompressedWhereThatIsTaken(String accepted) {
    TestHttp.Answer file = script(accepted);

    assertEquals(List.of("br"), file.headers().allValues("Content-Encoding"));
    assertEquals(List.of("Accept-Encoding"), file.headers().allValues("Vary"));
    assertTrue(file.body().length() < script("identity").body().length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip", "br;q=0", "gzip, br; q=0.000", "brotli", "x-br"})
  void aScriptComesOtherwiseToWhoTakesNoBrotli(String accepted) {
    assertFalse(script(accepted).headers().allValues("Content-Encoding").contains("br"));
  }

  private TestHttp.Answer script(String accepted) {
    String name =
        TestPages.assetsOf(http, "/").stream()
            .filter(each -> each.endsWith(".js"))
            .findFirst()
            .get();
    return TestHttp.send(http.request("/assets/" + name).header("Accept-Encoding", accepted).GET());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/nothing.js",
        "/assets/phone.html",
        "/assets/..%2fphone.html",
        "/assets/%2e%2e%2f%2e%2e%2fapplication.yml",
        "/assets/.js",
        "/assets/a..js",
        "/assets/Application.class"
      })
  void nothingElseIsAFile(String path) {
    assertEquals("not-found", http.get(path).problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pannenkoeken", "/pancakes"})
  void anOrdinaryPageDoesNothingAndIsKeptByTheBrowser(String path) {
    TestHttp.Answer page = http.get(path);

    assertEquals(200, page.status());
    assertEquals(List.of("public, max-age=604800"), page.headers().allValues("Cache-Control"));
    assertEquals(
        List.of(
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action"
                + " 'none'; frame-ancestors 'none'"),
        page.headers().allValues("Content-Security-Policy"));
    assertFalse(page.body().contains("<script"));
    assertFalse(page.body().contains("<a "));
    assertFalse(INLINE.matcher(page.body()).find());
    assertFalse(ELSEWHERE.matcher(page.body()).find());
    assertFalse(
        page.body()
            .toLowerCase()
            .matches("(?s).*(opstap|seks|sex|help|hulp|notitie|manifest|team).*"));
    for (String name : TestPages.assetsOf(http, path)) {
      assertEquals(200, http.get("/assets/" + name).status(), name);
    }
  }

  @Test
  void thePhonesPageSaysNoProvidersNameAndNothingOfItsSubject() {
    String page = http.get("/").body();

    assertTrue(page.contains("<title>Notitie</title>"));
    assertFalse(page.toLowerCase().matches("(?s).*(opstap|seks|sex|help|hulp).*"));
  }
}
