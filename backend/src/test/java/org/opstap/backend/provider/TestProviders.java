package org.opstap.backend.provider;

import java.security.SecureRandom;

/** Providers for what is tested without a server. */
public final class TestProviders {
  private TestProviders() {}

  /** Those of this machine. */
  public static Providers ofThisMachine() {
    return new Providers(new NativeLibraries(), new SecureRandom());
  }
}
