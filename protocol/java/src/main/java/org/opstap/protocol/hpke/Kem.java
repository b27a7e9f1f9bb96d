package org.opstap.protocol.hpke;

import java.util.Arrays;
import java.util.Optional;

/** The key encapsulation mechanisms with their numbers in HPKE. */
public enum Kem {
  /** DHKEM(X25519, HKDF-SHA256), RFC 9180 section 7.1. */
  X25519(0x0020, 32, 32),

  /** ML-KEM-768 and X25519 at once, draft-connolly-cfrg-xwing-kem: holds if either one does. */
  X_WING(0x647a, 1_216, 1_120);

  /** Of both: a scalar of X25519, or the seed of X-Wing. */
  public static final int SECRET_KEY_LENGTH = 32;

  private final int number;
  private final int publicKeyLength;
  private final int encapsulatedKeyLength;

  Kem(int number, int publicKeyLength, int encapsulatedKeyLength) {
    this.number = number;
    this.publicKeyLength = publicKeyLength;
    this.encapsulatedKeyLength = encapsulatedKeyLength;
  }

  /** Empty for one that is not known here. */
  public static Optional<Kem> ofNumber(int number) {
    return Arrays.stream(values()).filter(kem -> kem.number == number).findFirst();
  }

  /** As the registry of HPKE has it. */
  public int number() {
    return number;
  }

  public int publicKeyLength() {
    return publicKeyLength;
  }

  public int encapsulatedKeyLength() {
    return encapsulatedKeyLength;
  }
}
