package org.opstap.backend.provider;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import org.opstap.backend.provider.Choice.Candidate;
import org.opstap.protocol.hpke.BouncyCastleHpke;
import org.opstap.protocol.hpke.HpkeProvider;
import org.opstap.protocol.hpke.HpkeSelfTest;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.privacypass.BouncyCastleRsa;
import org.opstap.protocol.privacypass.JcaRsa;
import org.opstap.protocol.privacypass.RsaProvider;
import org.opstap.protocol.privacypass.RsaSelfTest;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.Ed25519SelfTest;
import org.opstap.protocol.wire.Ed25519Verifier;
import org.opstap.protocol.wire.JcaEd25519;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each kind of work its provider. What is native takes a while to load: it is loaded behind
 * the start of the server, or by whoever asks before.
 */
@Singleton
public class Providers {
  private static final String BOUNCY_CASTLE = "BouncyCastle";
  private static final String CORRETTO = "AmazonCorrettoCryptoProvider";
  private static final String CONSCRYPT = "Conscrypt";

  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

  private final Work<RsaProvider> rsa;
  private final Work<Ed25519Verifier> ed25519;
  private final Work<HpkeProvider> x25519;
  private final Work<HpkeProvider> xWing;

  Providers(NativeLibraries libraries, SecureRandom random) {
    rsa =
        new Work<>(
            "rsa",
            new Candidate<>(CORRETTO, () -> new JcaRsa(libraries.corretto())),
            RsaSelfTest::passes,
            new Candidate<>(BOUNCY_CASTLE, BouncyCastleRsa::new));
    ed25519 =
        new Work<>(
            "ed25519",
            new Candidate<>(CORRETTO, () -> new JcaEd25519(libraries.corretto())),
            Ed25519SelfTest::passes,
            new Candidate<>(BOUNCY_CASTLE, () -> Ed25519PublicKey::verifies));
    x25519 = hpke("hpke-x25519", Kem.X25519, libraries, random);
    xWing = hpke("hpke-x-wing", Kem.X_WING, libraries, random);
  }

  private static Work<HpkeProvider> hpke(
      String name, Kem kem, NativeLibraries libraries, SecureRandom random) {
    return new Work<>(
        name,
        new Candidate<>(CONSCRYPT, libraries::conscrypt),
        provider -> HpkeSelfTest.passes(provider, kem, random),
        new Candidate<>(BOUNCY_CASTLE, () -> BouncyCastleHpke::opener));
  }

  /** Signs and verifies tokens. */
  public RsaProvider rsa() {
    return rsa.choice().provider();
  }

  /** Verifies what holders sign. */
  public Ed25519Verifier ed25519() {
    return ed25519.choice().provider();
  }

  /** Opens what was sealed to a key of this mechanism. */
  public HpkeProvider hpke(Kem kem) {
    return switch (kem) {
      case X25519 -> x25519.choice().provider();
      case X_WING -> xWing.choice().provider();
    };
  }

  /** A line for each kind of work: who does it, and why another one doesn't. */
  public List<String> lines() {
    return all().stream().map(Work::line).toList();
  }

  @EventListener
  void started(ServerStartupEvent event) {
    Thread.ofPlatform().daemon().name("providers").start(this::choose);
  }

  /** Says which native one is there and not used. */
  void choose() {
    for (Work<?> work : all()) {
      if (work.choice().refused().isPresent()) {
        LOG.warn("{}", work.line());
      }
    }
  }

  private List<Work<?>> all() {
    return List.of(rsa, ed25519, x25519, xWing);
  }
}
