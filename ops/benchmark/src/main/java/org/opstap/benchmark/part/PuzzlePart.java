package org.opstap.benchmark.part;

import java.security.SecureRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.opstap.protocol.admission.Puzzle;
import org.opstap.protocol.wire.Bytes;

/**
 * Checking the solution of a puzzle as servers make them, against one SHA-256 of as much memory.
 */
@State(Scope.Benchmark)
public class PuzzlePart {
  private static final int MEMORY_KIB = 4_096;

  /** Two attempts: how many it takes to solve doesn't change what it takes to check. */
  private static final Puzzle PUZZLE = new Puzzle(Bytes.utf8("challenge"), 2, MEMORY_KIB, 1);

  private final Bytes body = Bytes.utf8("what is asked for");
  private final Bytes solution = PUZZLE.solve(body, new SecureRandom());
  private final Bytes memory = Bytes.copyOf(new byte[MEMORY_KIB * 1_024]);

  @Benchmark
  public boolean measured() {
    return PUZZLE.accepts(body, solution);
  }

  @Benchmark
  public Bytes reference() {
    return memory.sha256();
  }
}
