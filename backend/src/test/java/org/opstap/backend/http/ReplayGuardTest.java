package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReplayGuardTest {
  private static final int CAPACITY = 100;

  private final ReplayGuard guard = new ReplayGuard(CAPACITY);

  @Test
  void knowsWhatWasUsed() {
    assertTrue(guard.firstUse("a"));
    assertTrue(guard.firstUse("b"));
    assertFalse(guard.firstUse("a"));
  }

  /** SES-14: a flood pushes out what is old, never what was just used. */
  @Test
  void forgetsTheOldestFirst() {
    assertTrue(guard.firstUse("old"));
    for (int i = 0; i < 10 * CAPACITY; i++) {
      assertTrue(guard.firstUse("flood " + i));
      assertFalse(guard.firstUse("flood " + i));
      assertFalse(guard.firstUse("flood " + Math.max(0, i - CAPACITY + 1)));
    }
    assertTrue(guard.firstUse("old"));
  }
}
