package org.opstap.protocol.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opstap.protocol.wire.Bytes;

/** ADM-18. */
class PuzzleTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Bytes CHALLENGE = Bytes.utf8("challenge");
  private static final Bytes BODY = Bytes.utf8("what is asked for");

  /** So small that it takes no time. One solution in 256 solves another one by chance. */
  private static final Puzzle PUZZLE = new Puzzle(CHALLENGE, 256, 8, 1);

  @Test
  void acceptsASolution() {
    assertTrue(PUZZLE.accepts(BODY, PUZZLE.solve(BODY, RANDOM)));
  }

  @Test
  void refusesASolutionForAnotherBody() {
    assertFalse(solvesAllOf(PUZZLE, Bytes.utf8("what is asked for!")));
  }

  @Test
  void refusesASolutionOfAnotherChallenge() {
    assertFalse(solvesAllOf(new Puzzle(Bytes.utf8("another"), 256, 8, 1), BODY));
  }

  @Test
  void refusesASolutionOfAnotherLength() {
    Bytes solution = PUZZLE.solve(BODY, RANDOM);

    assertFalse(PUZZLE.accepts(BODY, solution.slice(0, 7)));
    assertFalse(PUZZLE.accepts(BODY, Bytes.concat(solution, Bytes.fromHex("00"))));
    assertFalse(new Puzzle(CHALLENGE, 1, 8, 1).accepts(BODY, Bytes.empty()));
  }

  @Test
  void takesAnySolutionForOneAttempt() {
    assertTrue(new Puzzle(CHALLENGE, 1, 8, 1).accepts(BODY, Bytes.fromHex("ffffffffffffffff")));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 7fffffff, true", "2, 80000000, false",
    "3, 55555555, true", "3, 55555556, false",
    "4096, 000fffff, true", "4096, 00100000, false",
  })
  void countsWithoutOverflow(int attempts, String first, boolean isSmall) {
    Bytes tag = Bytes.fromHex(first + "ff".repeat(28));

    assertEquals(isSmall, new Puzzle(CHALLENGE, attempts, 8, 1).isSmall(tag));
  }

  @ParameterizedTest
  @CsvSource({"0, 8, 1", "4097, 8, 1", "1, 7, 1", "1, 16385, 1", "1, 8, 0", "1, 8, 4"})
  void asksForNoMoreThanAnybodyHasToGive(int attempts, int memoryKib, int passes) {
    assertThrows(
        IllegalArgumentException.class, () -> new Puzzle(CHALLENGE, attempts, memoryKib, passes));
  }

  /** Whether four solutions of the puzzle are all ones of this too: by chance one time in 2^32. */
  private static boolean solvesAllOf(Puzzle other, Bytes body) {
    return Stream.generate(() -> PUZZLE.solve(BODY, RANDOM))
        .limit(4)
        .allMatch(solution -> other.accepts(body, solution));
  }
}
