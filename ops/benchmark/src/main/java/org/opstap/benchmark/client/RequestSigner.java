package org.opstap.benchmark.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.opstap.protocol.wire.Bytes;

/**
 * Writes whole signed HTTP/1.1 requests of one session (SES-10 to SES-14). Each has a nonce of its
 * own. For one thread at a time.
 */
public final class RequestSigner {
  private static final String HMAC = "HmacSHA256";
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
  private static final int NONCE_COUNTER_DIGITS = 8;
  private static final byte[] COMPONENTS =
      ascii("(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\");created=");

  private final MessageDigest sha256 = sha256();
  private final Mac mac;
  private final byte[] authority;
  private final byte[] afterNonce;
  private final byte[] nonce;
  private final RequestBuffer base = new RequestBuffer();
  private final RequestBuffer parameters = new RequestBuffer();
  private final RequestBuffer digest = new RequestBuffer();
  private int made;

  public RequestSigner(ServerAddress server, Session session, SecureRandom random) {
    try {
      mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(session.key().exposeSecret(), HMAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
    authority = ascii(server.authority());
    afterNonce = ascii("\";keyid=\"" + session.text() + "\";alg=\"hmac-sha256\"");
    byte[] drawn = new byte[9];
    random.nextBytes(drawn);
    nonce = ascii(Bytes.copyOf(drawn).toBase64Url() + "0".repeat(NONCE_COUNTER_DIGITS));
  }

  /**
   * Appends a request without a body, or with one of JSON.
   *
   * @param target path and query
   */
  public void write(RequestBuffer out, String method, String target, byte[] body) {
    sha256.update(body);
    int mark = target.indexOf('?');
    byte[] path = ascii(mark < 0 ? target : target.substring(0, mark));
    byte[] query = ascii(mark < 0 ? "?" : target.substring(mark));
    writeHead(out, ascii(method), path, query, sha256, body.length);
    out.put(body);
  }

  /**
   * Appends the head of a request; its body follows.
   *
   * @param query with its leading question mark, a lone one where there is none
   * @param bodySha256 has taken in the body, and is ready for another one afterwards
   */
  void writeHead(
      RequestBuffer out,
      byte[] method,
      byte[] path,
      byte[] query,
      MessageDigest bodySha256,
      int bodyLength) {
    digest.clear().put(DIGEST_START).putDigest(bodySha256).put(COLON);
    parameters
        .clear()
        .put(COMPONENTS)
        .putDecimal(System.currentTimeMillis() / 1_000)
        .put(NONCE)
        .put(nextNonce())
        .put(afterNonce);
    base.clear()
        .put(METHOD)
        .put(method)
        .put(AUTHORITY)
        .put(authority)
        .put(PATH)
        .put(path)
        .put(QUERY)
        .put(query)
        .put(DIGEST)
        .put(digest)
        .put(PARAMETERS)
        .put(parameters);
    out.put(method).put(SPACE).put(path);
    if (query.length > 1) {
      out.put(query);
    }
    out.put(HOST).put(authority);
    if (bodyLength > 0) {
      out.put(JSON);
    }
    out.put(LENGTH)
        .putDecimal(bodyLength)
        .put(DIGEST_FIELD)
        .put(digest)
        .put(INPUT_FIELD)
        .put(parameters)
        .put(SIGNATURE_FIELD)
        .putMac(mac, base)
        .put(END);
  }

  private byte[] nextNonce() {
    int number = made++;
    for (int i = nonce.length - 1; i >= nonce.length - NONCE_COUNTER_DIGITS; i--) {
      nonce[i] = HEX[number & 0xf];
      number >>>= 4;
    }
    return nonce;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final byte[] SPACE = ascii(" ");
  private static final byte[] COLON = ascii(":");
  private static final byte[] DIGEST_START = ascii("sha-256=:");
  private static final byte[] NONCE = ascii(";nonce=\"");
  private static final byte[] METHOD = ascii("\"@method\": ");
  private static final byte[] AUTHORITY = ascii("\n\"@authority\": ");
  private static final byte[] PATH = ascii("\n\"@path\": ");
  private static final byte[] QUERY = ascii("\n\"@query\": ");
  private static final byte[] DIGEST = ascii("\n\"content-digest\": ");
  private static final byte[] PARAMETERS = ascii("\n\"@signature-params\": ");
  private static final byte[] HOST = ascii(" HTTP/1.1\r\nHost: ");
  private static final byte[] JSON = ascii("\r\nContent-Type: application/json");
  private static final byte[] LENGTH = ascii("\r\nContent-Length: ");
  private static final byte[] DIGEST_FIELD = ascii("\r\nContent-Digest: ");
  private static final byte[] INPUT_FIELD = ascii("\r\nSignature-Input: opstap=");
  private static final byte[] SIGNATURE_FIELD = ascii("\r\nSignature: opstap=:");
  private static final byte[] END = ascii(":\r\n\r\n");
}
