package org.opstap.backend.admission;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.opstap.protocol.wire.SecretBytes;

/**
 * A dozen keys for all servers of a test run, in turn: each of them needs fresh ones, and real
 * ones.
 */
@Singleton
@Replaces(PrivateKeys.class)
final class UsedPrivateKeys extends PrivateKeys {
  private static final int MOST = 12;
  private static final List<SecretBytes> MADE = new ArrayList<>();
  private static int given;

  UsedPrivateKeys(SecureRandom random) {
    super(random);
  }

  @Override
  SecretBytes generate() {
    synchronized (MADE) {
      if (MADE.size() < MOST) {
        MADE.add(super.generate());
      }
      return MADE.get(given++ % MOST);
    }
  }
}
