package org.opstap.benchmark.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/** Growing bytes that are used again for each request: making one leaves no garbage behind. */
public final class RequestBuffer {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();
  private static final int DIGEST_LENGTH = 32;
  private static final int DIGEST_TEXT_LENGTH = 44;
  private static final int LONGEST_DECIMAL = 20;

  private final byte[] digest = new byte[DIGEST_LENGTH];
  private final byte[] digestText = new byte[DIGEST_TEXT_LENGTH];
  private byte[] bytes = new byte[4_096];
  private int length;

  public RequestBuffer clear() {
    length = 0;
    return this;
  }

  public int length() {
    return length;
  }

  public RequestBuffer put(byte[] more) {
    return put(more, more.length);
  }

  public RequestBuffer put(byte[] more, int count) {
    reserve(count);
    System.arraycopy(more, 0, bytes, length, count);
    length += count;
    return this;
  }

  public RequestBuffer put(RequestBuffer other) {
    return put(other.bytes, other.length);
  }

  /** Text of ASCII characters alone. */
  public RequestBuffer put(String ascii) {
    return put(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A number that is not negative. */
  public RequestBuffer putDecimal(long number) {
    reserve(LONGEST_DECIMAL);
    int width = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      width++;
    }
    long rest = number;
    for (int i = length + width - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
    return this;
  }

  /** The base64 of a finished SHA-256. */
  public RequestBuffer putDigest(MessageDigest sha256) {
    try {
      sha256.digest(digest, 0, DIGEST_LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
    BASE64.encode(digest, digestText);
    return put(digestText);
  }

  /** The base64 of HMAC-SHA256 over what is in another buffer. */
  public RequestBuffer putMac(Mac mac, RequestBuffer base) {
    try {
      mac.update(base.bytes, 0, base.length);
      mac.doFinal(digest, 0);
    } catch (ShortBufferException e) {
      throw new IllegalStateException(e);
    }
    BASE64.encode(digest, digestText);
    return put(digestText);
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** A view, good until the next change. */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
