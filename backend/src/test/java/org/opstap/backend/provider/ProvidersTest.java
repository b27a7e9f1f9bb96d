package org.opstap.backend.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.hpke.HpkeProvider;
import org.opstap.protocol.hpke.HpkeSelfTest;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.privacypass.BouncyCastleRsa;
import org.opstap.protocol.privacypass.RsaSelfTest;
import org.opstap.protocol.wire.Ed25519SelfTest;
import org.slf4j.LoggerFactory;

/** PRV-1, PRV-2. */
class ProvidersTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Providers broken = new Providers(new BrokenLibraries(), RANDOM);

  @Test
  void takesTheNativeOnes() {
    assertEquals(
        List.of(
            "rsa: AmazonCorrettoCryptoProvider",
            "ed25519: AmazonCorrettoCryptoProvider",
            "hpke-x25519: Conscrypt",
            "hpke-x-wing: Conscrypt"),
        new Providers(new NativeLibraries(), RANDOM).lines());
  }

  @Test
  void doesWithoutThoseThatAreBroken() {
    assertEquals(
        List.of(
            "rsa: BouncyCastle (AmazonCorrettoCryptoProvider is not used: IllegalStateException)",
            "ed25519: BouncyCastle (AmazonCorrettoCryptoProvider is not used:"
                + " IllegalStateException)",
            "hpke-x25519: BouncyCastle (Conscrypt is not used: a wrong answer)",
            "hpke-x-wing: BouncyCastle (Conscrypt is not used: a wrong answer)"),
        broken.lines());
  }

  @Test
  void warnsOfThoseThatAreBroken() {
    Logger logger = (Logger) LoggerFactory.getLogger(Providers.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);

    broken.choose();

    logger.detachAppender(log);
    assertEquals(
        broken.lines(), log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    assertTrue(log.list.stream().allMatch(event -> event.getLevel().equals(Level.WARN)));
  }

  @Test
  void loadsNothingBeforeSomebodyAsks() {
    List<String> loaded = new ArrayList<>();
    NativeLibraries counted =
        new BrokenLibraries() {
          @Override
          Provider corretto() {
            loaded.add("Corretto");
            return super.corretto();
          }

          @Override
          HpkeProvider conscrypt() {
            loaded.add("Conscrypt");
            return super.conscrypt();
          }
        };

    Providers providers = new Providers(counted, RANDOM);
    assertEquals(List.of(), loaded);

    providers.hpke(Kem.X25519);
    providers.hpke(Kem.X25519);
    assertEquals(List.of("Conscrypt"), loaded);
  }

  @Test
  void answersRightlyWithoutThoseThatAreBroken() {
    assertInstanceOf(BouncyCastleRsa.class, broken.rsa());
    assertTrue(RsaSelfTest.passes(broken.rsa()));
    assertTrue(Ed25519SelfTest.passes(broken.ed25519()));
    for (Kem kem : Kem.values()) {
      assertTrue(HpkeSelfTest.passes(broken.hpke(kem), kem, RANDOM));
    }
  }
}
