package org.opstap.protocol.wire;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that must not be seen: {@code toString} is redacted, equality takes constant time, and the
 * content comes out only through {@link #exposeSecret()}, which a reviewer can search for.
 */
public final class SecretBytes {
  private final byte[] value;

  private SecretBytes(byte[] value) {
    this.value = value;
  }

  /** Takes a copy; clearing the given array is up to the caller. */
  public static SecretBytes copyOf(byte[] source) {
    return new SecretBytes(source.clone());
  }

  public static SecretBytes random(int length, SecureRandom random) {
    byte[] drawn = new byte[length];
    random.nextBytes(drawn);
    return new SecretBytes(drawn);
  }

  public int length() {
    return value.length;
  }

  /** A copy of the secret. Every use of this method is a place to review. */
  public byte[] exposeSecret() {
    return value.clone();
  }

  /** Overwrites this copy with zeroes. The virtual machine may have left others behind. */
  public void destroy() {
    Arrays.fill(value, (byte) 0);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretBytes that && MessageDigest.isEqual(value, that.value);
  }

  /** The same for all secrets of a length, so that it tells nothing. */
  @Override
  public int hashCode() {
    return value.length;
  }

  @Override
  public String toString() {
    return "SecretBytes(" + value.length + ", redacted)";
  }
}
