package org.opstap.backend.http;

import java.util.HashSet;
import java.util.Set;

/**
 * Remembers what was used in the last two minutes on this node, in bounded memory. When the memory
 * is full the oldest half is forgotten, never the newest: every write is harmless by its number
 * anyway (the table in {@code sessions.md}). Each one who asks has a memory of its own, so that
 * spending one kind of thing pushes no other kind out.
 */
public final class ReplayGuard {
  private static final long SPAN = Limits.NONCE_MEMORY.toNanos();

  private Set<String> young = new HashSet<>();
  private Set<String> old = Set.of();
  private long youngSince = System.nanoTime();
  private final int capacity;

  public ReplayGuard() {
    this(Limits.NONCES);
  }

  /**
   * @param capacity how many uses are remembered at least, within the two minutes
   */
  ReplayGuard(int capacity) {
    this.capacity = capacity;
  }

  /** True the first time, false for every later one. */
  public synchronized boolean firstUse(String what) {
    long now = System.nanoTime();
    if (now - youngSince >= SPAN || young.size() >= capacity) {
      old = now - youngSince >= 2 * SPAN ? Set.of() : young;
      young = new HashSet<>();
      youngSince = now;
    }
    return !old.contains(what) && young.add(what);
  }
}
