package org.opstap.protocol.directory;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.wire.Bytes;

/** A document whose signature was checked. Two are equal if their payloads have the same bytes. */
public final class Verified<T> {
  private final T content;
  private final Bytes envelope;
  private final Bytes digest;

  Verified(T content, Bytes payload, Bytes envelope) {
    this.content = content;
    this.envelope = envelope;
    this.digest = sha256(payload);
  }

  public T content() {
    return content;
  }

  /** The bytes that were read or made, to be passed on as they are. */
  public Bytes envelope() {
    return envelope;
  }

  /** SHA-256 of the payload's canonical bytes. */
  public Bytes digest() {
    return digest;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Verified<?> that && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return "Verified(" + digest.toBase64Url() + ")";
  }

  private static Bytes sha256(Bytes payload) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(payload.toByteArray(), 0, payload.length());
    byte[] output = new byte[digest.getDigestSize()];
    digest.doFinal(output, 0);
    return Bytes.copyOf(output);
  }
}
