package org.opstap.benchmark.part;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.opstap.protocol.session.ContentDigest;
import org.opstap.protocol.session.RequestSignature;

/** Checking a signed request, against its bare cryptography: one SHA-256 and one HMAC. */
@State(Scope.Benchmark)
public class SignaturePart {
  private static final String SESSION = "AQAAAABo8d4gbenchmark_session-text";
  private static final String COMPONENTS =
      "(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\")";
  private static final String INPUT =
      "opstap="
          + COMPONENTS
          + ";created=1795255200;nonce=\"bm9uY2Utb2YtdmVjdG9ycw\";keyid=\""
          + SESSION
          + "\";alg=\"hmac-sha256\"";
  private static final String SIGNATURE = "opstap=:ePDpecTp/FaadLLveXty0GH7XTz40KU1PfbKriVE7uk=:";
  private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

  /** As large as an append of 1 KiB. */
  private final byte[] body = new byte[1_500];

  private final byte[] base = base().getBytes(StandardCharsets.ISO_8859_1);

  @Benchmark
  public byte[] measured() throws GeneralSecurityException {
    return hmac(base().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Benchmark
  public byte[] reference() throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
    byte[] mac = hmac(base);
    mac[0] ^= digest[0];
    return mac;
  }

  private String base() {
    return RequestSignature.parse(INPUT, SIGNATURE)
        .base("POST", "phone.example", "/v1/conversations", "?", ContentDigest.of(body));
  }

  private static byte[] hmac(byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(KEY);
    return mac.doFinal(text);
  }
}
