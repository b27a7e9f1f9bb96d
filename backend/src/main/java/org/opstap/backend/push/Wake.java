package org.opstap.backend.push;

import org.opstap.backend.wake.ExpiredCapsule;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.push.PushCapsule;

/** A capsule that came with an accepted append, still sealed, and whose append it was. */
record Wake(BrandedId sender, ConversationId conversation, PushCapsule capsule) {
  ExpiredCapsule expired() {
    return ExpiredCapsule.of(conversation, capsule.bytes());
  }
}
