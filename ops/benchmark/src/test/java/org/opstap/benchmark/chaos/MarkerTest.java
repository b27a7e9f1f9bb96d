package org.opstap.benchmark.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.opstap.benchmark.client.Framing;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.mls.GroupId;

class MarkerTest {
  @Test
  void isFoundInTheMessageThatCarriesIt() {
    Marker marker = new Marker(70_000, 12);
    GroupId group = new GroupId(ConversationId.random(new SecureRandom()), 1);

    assertEquals(marker, Marker.find(Framing.application(group, 1, marker.hide())));
  }

  @Test
  void fitsIntoANumber() {
    Marker marker = new Marker(70_000, 12);

    assertEquals(marker, Marker.of(marker.toLong()));
  }
}
