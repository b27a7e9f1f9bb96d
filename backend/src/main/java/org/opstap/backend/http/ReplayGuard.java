package org.opstap.backend.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;

/**
 * Remembers what was used in the last two minutes on this node, in bounded memory. When the memory
 * is full the oldest is forgotten: every write is harmless by its number anyway (the table in
 * {@code sessions.md}).
 */
@Singleton
public final class ReplayGuard {
  private final Cache<String, Boolean> used =
      Caffeine.newBuilder()
          .maximumSize(Limits.NONCES)
          .expireAfterWrite(Limits.NONCE_MEMORY)
          .build();

  /** True the first time, false for every later one. */
  public boolean firstUse(String session, String nonce) {
    return used.asMap().putIfAbsent(session + ' ' + nonce, Boolean.TRUE) == null;
  }
}
