package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.privacypass.IssuerDirectory.TokenKey;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.MalformedDocumentException;

class IssuerDirectoryTest {
  private static final IssuerPublicKey FIRST = TestIssuer.FIRST.publicKey();
  private static final IssuerPublicKey SECOND = TestIssuer.SECOND.publicKey();
  private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
  private static final String URI = "/v1/admission/tokens";
  private static final IssuerDirectory DIRECTORY =
      new IssuerDirectory(URI, List.of(new TokenKey(SECOND, DECEMBER), new TokenKey(FIRST, null)));

  @Test
  void isWrittenWithTheNamesOfTheStandard() {
    String expected =
        "{\"issuer-request-uri\":\"/v1/admission/tokens\",\"token-keys\":["
            + "{\"not-before\":1796083200,\"token-key\":\""
            + text(SECOND)
            + "\",\"token-type\":2},{\"token-key\":\""
            + text(FIRST)
            + "\",\"token-type\":2}]}";

    assertEquals(Bytes.utf8(expected), DIRECTORY.toJson());
  }

  @Test
  void isReadAsItWasWritten() {
    assertEquals(DIRECTORY, IssuerDirectory.parse(DIRECTORY.toJson()));
  }

  @Test
  void givesTheFirstKeyThatMayBeUsed() {
    assertEquals(Optional.of(FIRST), DIRECTORY.keyAt(DECEMBER.minusSeconds(1)));
    assertEquals(Optional.of(SECOND), DIRECTORY.keyAt(DECEMBER));
  }

  @Test
  void givesNoKeyBeforeItsTime() {
    IssuerDirectory later = new IssuerDirectory(URI, List.of(new TokenKey(SECOND, DECEMBER)));

    assertEquals(Optional.empty(), later.keyAt(DECEMBER.minusSeconds(1)));
  }

  @Test
  void isReadInAnyOrderAndWithMembersThatNobodyAsksFor() {
    String json =
        " { \"x\": [1.5], \"token-keys\" : [ "
            + key("\"token-type\": 1, \"token-key\": \"AAAA\"")
            + ","
            + key("\"token-key\": \"" + text(FIRST) + "\", \"token-type\": 2, \"y\": null")
            + "], \"issuer-request-uri\": \"https://a.example/r\" } ";

    assertEquals(
        new IssuerDirectory("https://a.example/r", List.of(new TokenKey(FIRST, null))),
        IssuerDirectory.parse(Bytes.utf8(json)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"issuer-request-uri\":\"/r\"}",
        "{\"issuer-request-uri\":\"/r\",\"token-keys\":[]}",
        "{\"issuer-request-uri\":\"/r\",\"token-keys\":{}}",
        "{\"issuer-request-uri\":\"/r\",\"token-keys\":[1]}",
        "{\"issuer-request-uri\":\"/r\",\"token-keys\":[{}]}",
        "{\"issuer-request-uri\":\"/r\",\"token-keys\":[{\"token-type\":2}]}",
        "{\"issuer-request-uri\":\"/r\",\"token-keys\":[{\"token-type\":1,\"token-key\":\"A\"}]}",
      })
  void refusesADirectoryWithoutAKey(String json) {
    assertRefused(json);
  }

  @Test
  void refusesSpoiltDirectories() {
    String good = "\"token-type\":2,\"token-key\":\"" + text(FIRST) + '"';
    String whole = directory("/r", good);

    assertEquals(1, IssuerDirectory.parse(Bytes.utf8(whole)).tokenKeys().size());
    assertRefused(whole + "{}");
    assertRefused(whole + "x");
    assertRefused(whole.substring(0, whole.length() - 1));
    assertRefused(whole.replace("/r\"", "/r\",\"issuer-request-uri\":\"/s\""));
    assertRefused(directory("/r", good + ",\"token-type\":2"));
    assertRefused(directory("/r", good.replace(":2", ":\"2\"")));
    assertRefused(directory("/r", good.replace(":2", ":2.0")));
    assertRefused(directory("/r", good.replace(text(FIRST), text(FIRST) + "=")));
    assertRefused(directory("/r", good.replace(text(FIRST), text(FIRST) + "\\n")));
    assertRefused(directory("/r", good.replace(text(FIRST), text(FIRST).substring(4))));
    assertRefused(" ".repeat(65_536) + whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"1\"", "-1", "1.5", "1e3", "9007199254740992", "1e400"})
  void refusesATimeOfAnotherForm(String time) {
    String key = "\"token-type\":2,\"token-key\":\"" + text(FIRST) + "\",\"not-before\":" + time;

    assertRefused(directory("/r", key));
  }

  @Test
  void takesATimeOfZero() {
    String key = "\"token-type\":2,\"token-key\":\"" + text(FIRST) + "\",\"not-before\":0";

    IssuerDirectory read = IssuerDirectory.parse(Bytes.utf8(directory("/r", key)));

    assertEquals(List.of(new TokenKey(FIRST, Instant.EPOCH)), read.tokenKeys());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/a b",
        "/%",
        "ftp://a.example/r",
        "javascript:alert(1)",
        "mailto:a@a.example",
        "https://u:p@a.example/r",
        "/r#f",
        "/caf\u00e9",
      })
  void refusesAnAddressOfAnotherForm(String uri) {
    List<TokenKey> keys = List.of(new TokenKey(FIRST, null));

    assertThrows(MalformedDocumentException.class, () -> new IssuerDirectory(uri, keys));
  }

  @Test
  void refusesTwoKeysThatARequestCouldNotTellApart() {
    List<TokenKey> twice = List.of(new TokenKey(FIRST, null), new TokenKey(FIRST, DECEMBER));

    assertThrows(MalformedDocumentException.class, () -> new IssuerDirectory(URI, twice));
  }

  @Test
  void refusesMoreThanSixteenKeys() {
    String other = key("\"token-type\":1,\"token-key\":\"AAAA\"");

    assertRefused(
        "{\"issuer-request-uri\":\"/r\",\"token-keys\":["
            + String.join(",", Collections.nCopies(17, other))
            + "]}");
  }

  @Test
  void refusesATimeInPartsOfASecond() {
    assertThrows(
        MalformedDocumentException.class, () -> new TokenKey(FIRST, DECEMBER.plusMillis(1)));
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    assertThrows(
        MalformedDocumentException.class,
        () -> IssuerDirectory.parse(Bytes.fromHex("7b22ff223a317d")));
  }

  private static void assertRefused(String json) {
    assertThrows(MalformedDocumentException.class, () -> IssuerDirectory.parse(Bytes.utf8(json)));
  }

  private static String directory(String uri, String members) {
    return "{\"issuer-request-uri\":\"" + uri + "\",\"token-keys\":[" + key(members) + "]}";
  }

  private static String key(String members) {
    return "{" + members + "}";
  }

  private static String text(IssuerPublicKey key) {
    return PaddedBase64Url.encode(key.toBytes());
  }
}
