package org.opstap.backend.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opstap.protocol.directory.PageList;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** REL-4: the list that an operator brings to a server. */
class SignedPagesTest {
  @TempDir Path folder;

  private final Map<String, Bytes> built = new TreeMap<>();
  private final Ed25519PrivateKey key = Ed25519PrivateKey.generate(new SecureRandom());

  @BeforeEach
  void build() {
    built.put(
        "file-list.json",
        Bytes.utf8("[{\"path\":\"/\",\"file\":\"phone.html\",\"offline\":true}]"));
    built.put("phone.html", Bytes.utf8("phone"));
    built.put("release-key", Bytes.utf8(key.publicKey().toString()));
  }

  @Test
  void servesTheListOfThesePages() throws IOException {
    Bytes list = signed(key, false);

    assertEquals(Optional.of(list), pages(list).envelope());
  }

  @Test
  void servesNoneWhereNoneWasBrought() {
    assertEquals(
        Optional.empty(), new SignedPages(null, Optional.empty(), clock(), contents()).envelope());
  }

  @Test
  void endsTheStartWithAListThatPhonesWouldRefuse() throws IOException {
    Bytes good = signed(key, false);
    isRefused(signed(Ed25519PrivateKey.generate(new SecureRandom()), false), "was not signed by");
    isRefused(signed(key, true), "is a sample");
    isRefused(Bytes.utf8("{}"), "is no list of pages");
    built.put("phone.html", Bytes.utf8("another phone"));
    isRefused(good, "of other pages than these, / differs");
    built.put("phone.html", Bytes.utf8("phone"));
    built.put("release-key", Bytes.empty());
    isRefused(good, "without a release key");
    built.put("release-key", Bytes.utf8("release.key.pub"));
    isRefused(good, "no release key");
  }

  @Test
  void endsTheStartWithAFileThatIsNotThere() {
    SignedPages pages =
        new SignedPages(
            folder.resolve("none.json").toString(), Optional.empty(), clock(), contents());

    assertThrows(WrongPageListException.class, pages::begin);
  }

  private void isRefused(Bytes list, String reason) throws IOException {
    SignedPages pages = pages(list);

    String said = assertThrows(WrongPageListException.class, pages::begin).getMessage();

    assertTrue(said.contains(reason), said);
  }

  private Bytes signed(Ed25519PrivateKey by, boolean sample) {
    PageList list = new PageList(1, LocalDate.of(2026, 11, 23), sample, contents().files());
    return PageList.FORMAT.sign(list, by).envelope();
  }

  private SignedPages pages(Bytes list) throws IOException {
    Path file = folder.resolve("release.json");
    Files.write(file, list.toByteArray());
    return new SignedPages(file.toString(), Optional.empty(), clock(), contents());
  }

  private PageContents contents() {
    return new PageContents(built::get);
  }

  private static Clock clock() {
    return Clock.systemUTC();
  }
}
