package org.opstap.benchmark.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.mls.GroupId;
import org.opstap.protocol.mls.KeyPackage;
import org.opstap.protocol.mls.PrivateMessage;
import org.opstap.protocol.mls.Welcome;
import org.opstap.protocol.wire.Bytes;

class FramingTest {
  private static final GroupId GROUP = new GroupId(ConversationId.random(new SecureRandom()), 1);

  @Test
  void framesAPaddedApplicationMessageOfItsGroup() {
    PrivateMessage parsed = PrivateMessage.parse(Framing.application(GROUP, 3));

    assertEquals(GROUP, parsed.group().orElseThrow());
    assertEquals(3, parsed.epoch());
    assertEquals(PrivateMessage.Content.APPLICATION, parsed.content());
    assertTrue(parsed.isPadded());
  }

  @Test
  void framesAWelcomeForKeyPackages() {
    Bytes keyPackage = Framing.keyPackage(Framing.noise(32), Framing.noise(100));

    Welcome parsed = Welcome.parse(Framing.welcome(List.of(keyPackage)));

    assertEquals(List.of(KeyPackage.parse(keyPackage).reference()), parsed.keyPackageReferences());
  }
}
