package org.opstap.backend.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.ReleaseChain;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.privacypass.IssuerPublicKey;
import org.opstap.protocol.wire.Bytes;

/** The release of samples names the issuer's keys, as an operator's has to (ADM-13). */
@MicronautTest(transactional = false)
class SampleDirectoryHttpTest implements TestDatabase {
  @Inject TestServer server;
  @Inject SampleDirectory samples;

  @BeforeEach
  void begin() {
    server.clock().reset();
  }

  @Test
  void namesThisMonthsKeyAndTheNextOnes() {
    assertEquals(issuerKeys(2).reversed(), release().content().issuerKeyDigests());
  }

  @Test
  void isIssuedOnceForTheSameKeys() {
    Verified<Release> before = release();

    samples.publish();

    assertEquals(before, release());
  }

  @Test
  void isIssuedAnewForOtherKeys() {
    Verified<Release> before = release();
    LocalDate middle = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(15);
    server.clock().stopAt(middle.atStartOfDay().toInstant(ZoneOffset.UTC));
    server.clock().move(Duration.ofDays(31));

    samples.publish();

    Verified<Release> after = release();
    assertInstanceOf(
        ReleaseChain.Accepted.class,
        ReleaseChain.accept(
            before,
            List.of(after.envelope()),
            server.operator().publicKey(),
            server.clock().instant()));
    assertEquals(before.content().number() + 1, after.content().number());
    assertEquals(issuerKeys(2).reversed(), after.content().issuerKeyDigests());
    assertEquals(
        before.content().issuerKeyDigests().getLast(),
        after.content().issuerKeyDigests().getFirst());
  }

  private Verified<Release> release() {
    Bytes envelope = Bytes.utf8(server.http().get("/v1/directory/release").body());
    return Release.FORMAT.parse(envelope).verify(server.operator().publicKey()).orElseThrow();
  }

  /** The newest ones of the issuer's directory. */
  private List<Bytes> issuerKeys(int count) {
    return TestTokens.directory(server.http()).tokenKeys().stream()
        .limit(count)
        .map(key -> key.publicKey())
        .map(IssuerPublicKey::tokenKeyId)
        .toList();
  }
}
