package org.opstap.benchmark.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.session.ContentDigest;
import org.opstap.protocol.session.RequestSignature;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

class RequestSignerTest {
  private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 8080);
  private static final Session SESSION =
      new Session(
          "session", SecretBytes.copyOf(new byte[32]), Instant.parse("2026-01-01T00:00:00Z"));

  private final RequestSigner signer = new RequestSigner(SERVER, SESSION, new SecureRandom());

  @Test
  void signsWhatTheProtocolRebuilds() throws GeneralSecurityException {
    List<String> lines = write("POST", "/v1/conversations", "{\"a\":1}");

    assertEquals("POST /v1/conversations HTTP/1.1", lines.getFirst());
    RequestSignature signature = signature(lines);
    String base =
        signature.base(
            "POST", "127.0.0.1:8080", "/v1/conversations", "?", field(lines, "Content-Digest"));
    assertEquals(hmac(base), signature.signature());
    assertEquals(ContentDigest.of(bytes("{\"a\":1}")), field(lines, "Content-Digest"));
    assertEquals("7", field(lines, "Content-Length"));
  }

  @Test
  void signsTheQuery() throws GeneralSecurityException {
    List<String> lines = write("GET", "/v1/x/entries?after=3", "");

    assertEquals("GET /v1/x/entries?after=3 HTTP/1.1", lines.getFirst());
    RequestSignature signature = signature(lines);
    String base =
        signature.base(
            "GET", "127.0.0.1:8080", "/v1/x/entries", "?after=3", field(lines, "Content-Digest"));
    assertEquals(hmac(base), signature.signature());
  }

  @Test
  void usesNoNonceTwice() {
    String first = signature(write("GET", "/v1/events", "")).nonce();
    String second = signature(write("GET", "/v1/events", "")).nonce();

    assertNotEquals(first, second);
  }

  private List<String> write(String method, String target, String body) {
    RequestBuffer request = new RequestBuffer();
    signer.write(request, method, target, bytes(body));
    return new String(request.toByteArray(), StandardCharsets.UTF_8).lines().toList();
  }

  private static RequestSignature signature(List<String> lines) {
    return RequestSignature.parse(field(lines, "Signature-Input"), field(lines, "Signature"));
  }

  private static String field(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }

  private static Bytes hmac(String base) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    return Bytes.copyOf(mac.doFinal(bytes(base)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
