package org.opstap.backend.push;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.opstap.backend.http.Limits;
import org.opstap.backend.push.PushHosts.Place;
import org.opstap.protocol.push.PushTarget;

/**
 * Sends a browser its notice (RFC 8030, RFC 8291, RFC 8292): always the same sixteen zeroes, sealed
 * for the browser, under the same headers (PUS-9).
 */
@Singleton
class WebPushSender {
  private static final PushMessage NOTICE = PushMessage.of(new byte[16]);
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int SUCCESS = 2;

  private final PushHosts hosts;
  private final PushConnection connection;
  private final VapidKey vapid;

  WebPushSender(PushHosts hosts, PushConnection connection, VapidKey vapid) {
    this.hosts = hosts;
    this.connection = connection;
    this.vapid = vapid;
  }

  Outcome send(PushTarget.WebPush target) {
    Optional<Place> place = hosts.place(target.endpoint());
    if (place.isEmpty()) {
      return Outcome.REFUSED;
    }
    EncryptedPushMessage notice;
    try {
      notice = sealed(target);
    } catch (RuntimeException e) {
      // Its key is no point of the curve.
      return Outcome.REFUSED;
    }
    try {
      int status =
          connection.post(place.get(), headers(target.endpoint(), notice), notice.toBytes());
      return status / 100 == SUCCESS
          ? Outcome.SENT
          : status == NOT_FOUND || status == GONE ? Outcome.GONE : Outcome.FAILED;
    } catch (IOException e) {
      // Its text may name the host: nobody is told.
      return Outcome.FAILED;
    }
  }

  private static EncryptedPushMessage sealed(PushTarget.WebPush target) {
    return MessageEncryptions.of()
        .encrypt(
            UserAgentMessageEncryptionKeyInfo.of(
                target.publicKey().toByteArray(), target.secret().exposeSecret()),
            NOTICE);
  }

  /** The topic lets a newer notice take the place of one that waits at the push service. */
  private Map<String, String> headers(String endpoint, EncryptedPushMessage notice) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("TTL", Long.toString(Limits.NOTICE_LIFE.toSeconds()));
    headers.put("Topic", "n");
    headers.put("Urgency", "high");
    headers.put("Content-Type", notice.mediaType());
    headers.put("Content-Encoding", notice.contentEncoding());
    headers.put("Authorization", vapid.authorization(endpoint));
    return headers;
  }
}
