package org.opstap.backend.oblivious;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.opstap.backend.keychain.KeyChain;

/**
 * The chain of the gateway's secrets. It is there from a node's start on, so that a first release
 * can name its keys.
 */
@Factory
final class GatewayChain {
  static final String NAME = "gateway";

  @Context
  @Named(NAME)
  KeyChain chain(@Value("${opstap.data}") String dataFolder, SecureRandom random, Clock clock) {
    return new KeyChain(Path.of(dataFolder), NAME, random, clock);
  }
}
