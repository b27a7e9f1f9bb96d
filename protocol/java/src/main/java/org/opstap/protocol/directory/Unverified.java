package org.opstap.protocol.directory;

import java.util.Optional;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** A well-formed document whose signature nobody has checked yet: anybody may have written it. */
public final class Unverified<T> {
  private final T content;
  private final Bytes payload;
  private final Bytes context;
  private final Bytes signature;
  private final Bytes envelope;

  Unverified(T content, Bytes payload, Bytes context, Bytes signature, Bytes envelope) {
    this.content = content;
    this.payload = payload;
    this.context = context;
    this.signature = signature;
    this.envelope = envelope;
  }

  /** What it claims; only good for finding the key that has to have signed it. */
  public T unverifiedContent() {
    return content;
  }

  /** The bytes that were read, to be passed on as they are. */
  public Bytes envelope() {
    return envelope;
  }

  /** SHA-256 of the payload's canonical bytes, whoever signed them. */
  public Bytes digest() {
    return payload.sha256();
  }

  /** The document as one to rely on, if the key signed it (DIR-3). */
  public Optional<Verified<T>> verify(Ed25519PublicKey signer) {
    return signer.verifies(Bytes.concat(context, payload), signature)
        ? Optional.of(new Verified<>(content, payload, envelope))
        : Optional.empty();
  }
}
