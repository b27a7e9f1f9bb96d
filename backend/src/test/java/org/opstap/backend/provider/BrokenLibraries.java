package org.opstap.backend.provider;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.Provider;
import java.util.Optional;
import org.opstap.protocol.hpke.HpkeProvider;

/** One has no algorithm at all, and the other opens nothing. */
@Singleton
@Replaces(NativeLibraries.class)
@Requires(property = "opstap.test.broken-libraries")
public class BrokenLibraries extends NativeLibraries {
  @Override
  Provider corretto() {
    return new Provider("Broken", "1", "for tests") {};
  }

  @Override
  HpkeProvider conscrypt() {
    return key -> (exchange, encapsulatedKey, ciphertext) -> Optional.empty();
  }
}
