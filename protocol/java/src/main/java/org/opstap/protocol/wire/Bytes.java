package org.opstap.protocol.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sequence of bytes, equal by value. What is secret belongs in {@link SecretBytes}
 * instead.
 */
public final class Bytes {
  private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();
  private static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  public static Bytes empty() {
    return EMPTY;
  }

  /** Takes a copy: a later change of the array changes nothing here. */
  public static Bytes copyOf(byte[] source) {
    return new Bytes(source.clone());
  }

  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Lower or upper case hexadecimal digits, an even number of them.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Bytes fromHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  /**
   * Base64url without padding, in its only canonical form: unused bits are zero (RFC 4648 section
   * 5).
   *
   * @throws IllegalArgumentException for anything else, with a fixed text
   */
  public static Bytes fromBase64Url(String text) {
    byte[] decoded;
    try {
      decoded = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not base64url");
    }
    Bytes bytes = new Bytes(decoded);
    if (!bytes.toBase64Url().equals(text)) {
      throw new IllegalArgumentException("not base64url");
    }
    return bytes;
  }

  public static Bytes concat(Bytes... parts) {
    int length = 0;
    for (Bytes part : parts) {
      length = Math.addExact(length, part.value.length);
    }
    byte[] joined = new byte[length];
    int offset = 0;
    for (Bytes part : parts) {
      System.arraycopy(part.value, 0, joined, offset, part.value.length);
      offset += part.value.length;
    }
    return new Bytes(joined);
  }

  public int length() {
    return value.length;
  }

  /** The byte at an index, 0 to 255. */
  public int at(int index) {
    return Byte.toUnsignedInt(value[index]);
  }

  public Bytes slice(int from, int to) {
    if (from < 0 || from > to || to > value.length) {
      throw new IndexOutOfBoundsException("slice outside of the bytes");
    }
    return new Bytes(Arrays.copyOfRange(value, from, to));
  }

  /** A copy, for an interface that wants an array. */
  public byte[] toByteArray() {
    return value.clone();
  }

  /** SHA-256 (FIPS 180-4), 32 bytes. */
  public Bytes sha256() {
    try {
      return new Bytes(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public String toHex() {
    return HexFormat.of().formatHex(value);
  }

  public String toBase64Url() {
    return BASE64_URL.encodeToString(value);
  }

  /** Equality whose time tells nothing about where the bytes differ; only the length may leak. */
  public boolean equalsInConstantTime(Bytes other) {
    return MessageDigest.isEqual(value, other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** The hexadecimal form. */
  @Override
  public String toString() {
    return toHex();
  }
}
