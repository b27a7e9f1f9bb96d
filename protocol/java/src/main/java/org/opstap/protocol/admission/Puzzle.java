package org.opstap.protocol.admission;

import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.opstap.protocol.wire.Bytes;

/**
 * A client puzzle (ADM-18): eight bytes have to be found whose Argon2id (RFC 9106) over a challenge
 * and the body of one request is small. It takes {@code attempts} tries on average to find them and
 * one to check them. A solution is worth nothing for another body or another challenge.
 *
 * @param challenge what the server gave, opaque to whoever solves it
 * @param attempts how many tries it takes on average
 * @param memoryKib memory of one try, in KiB
 * @param passes over that memory
 */
public record Puzzle(Bytes challenge, int attempts, int memoryKib, int passes) {
  /** Bytes of a solution. */
  public static final int SOLUTION_LENGTH = 8;

  /** More than this a client doesn't try: half an hour on a slow phone. */
  public static final int MAXIMUM_ATTEMPTS = 4_096;

  /** A client gives no more memory than this, and a server checks with no more. */
  public static final int MAXIMUM_MEMORY_KIB = 16 * 1_024;

  public static final int MAXIMUM_PASSES = 3;

  /** Argon2 needs eight blocks of 1 KiB for each lane. */
  private static final int MINIMUM_MEMORY_KIB = 8;

  private static final int LONGEST_CHALLENGE = 256;
  private static final int TAG_LENGTH = 32;
  private static final int LANES = 1;
  private static final long TAGS = 1L << 32;

  /**
   * @throws IllegalArgumentException if it asks for more than anybody has to give
   */
  public Puzzle {
    requireRange(challenge.length(), 1, LONGEST_CHALLENGE);
    requireRange(attempts, 1, MAXIMUM_ATTEMPTS);
    requireRange(memoryKib, MINIMUM_MEMORY_KIB, MAXIMUM_MEMORY_KIB);
    requireRange(passes, 1, MAXIMUM_PASSES);
  }

  /**
   * Whether these bytes solve it for that body. One try's time and memory, none for one attempt.
   */
  public boolean accepts(Bytes body, Bytes solution) {
    return solution.length() == SOLUTION_LENGTH
        && (attempts == 1 || isSmall(tag(salt(body), solution)));
  }

  /**
   * Searches for a solution, from a random place on. Takes as long as it takes.
   *
   * @return 8 bytes
   */
  public Bytes solve(Bytes body, SecureRandom random) {
    byte[] candidate = new byte[SOLUTION_LENGTH];
    random.nextBytes(candidate);
    Bytes salt = salt(body);
    Bytes solution = Bytes.copyOf(candidate);
    while (attempts > 1 && !isSmall(tag(salt, solution))) {
      increment(candidate);
      solution = Bytes.copyOf(candidate);
    }
    return solution;
  }

  /** Argon2id of a candidate: 32 bytes. */
  Bytes tag(Bytes salt, Bytes candidate) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withIterations(passes)
            .withMemoryAsKB(memoryKib)
            .withParallelism(LANES)
            .withSalt(salt.toByteArray())
            .build());
    byte[] tag = new byte[TAG_LENGTH];
    argon2.generateBytes(candidate.toByteArray(), tag);
    return Bytes.copyOf(tag);
  }

  /** SHA-256 of the challenge ‖ SHA-256 of the body. */
  Bytes salt(Bytes body) {
    return Bytes.concat(challenge, body.sha256()).sha256();
  }

  /** Whether the first four bytes, as a number, times the attempts stay below 2^32. */
  boolean isSmall(Bytes tag) {
    long number = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      number = number << 8 | tag.at(i);
    }
    return number * attempts < TAGS;
  }

  private static void increment(byte[] candidate) {
    for (int i = candidate.length - 1; i >= 0 && ++candidate[i] == 0; i--) {
      // the carry goes on to the byte before
    }
  }

  private static void requireRange(int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException("a puzzle out of bounds");
    }
  }
}
