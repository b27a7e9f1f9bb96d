package org.opstap.backend.push;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.opstap.protocol.push.PushTarget;

/** Gives each kind of target its sender. */
@Singleton
class NoticeSenders {
  private final WebPushSender webPush;
  private final Optional<FcmSender> fcm;

  NoticeSenders(WebPushSender webPush, Optional<FcmSender> fcm) {
    this.webPush = webPush;
    this.fcm = fcm;
  }

  /** Whether apps on Android are woken. */
  boolean hasFcm() {
    return fcm.isPresent();
  }

  Outcome send(PushTarget target) {
    return switch (target) {
      case PushTarget.WebPush browser -> webPush.send(browser);
      case PushTarget.Fcm app -> fcm.map(sender -> sender.send(app)).orElse(Outcome.REFUSED);
    };
  }
}
