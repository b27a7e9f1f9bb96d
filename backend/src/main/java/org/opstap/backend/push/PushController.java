package org.opstap.backend.push;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.opstap.backend.http.OpenRoute;
import org.opstap.protocol.push.PushKey;
import org.opstap.protocol.wire.Bytes;

/** What a device needs to make a capsule. */
@Controller("/v1/push")
@Tag(name = "push")
@ExecuteOn(TaskExecutors.BLOCKING)
class PushController {
  /** A capsule that was sealed to the key of yesterday opens as well (PUS-5). */
  private static final String AN_HOUR = "public, max-age=3600";

  private final PushKeys keys;
  private final VapidKey vapid;
  private final PushHosts hosts;
  private final NoticeSenders senders;

  PushController(PushKeys keys, VapidKey vapid, PushHosts hosts, NoticeSenders senders) {
    this.keys = keys;
    this.vapid = vapid;
    this.hosts = hosts;
    this.senders = senders;
  }

  /** The key to seal capsules to now, and who can be woken through whom. */
  @OpenRoute(OpenRoute.Kind.DIRECTORY)
  @Get("/key")
  HttpResponse<PushKeyView> key() {
    PushKey offered = keys.offered();
    return HttpResponse.ok(
            new PushKeyView(
                offered.id(),
                offered.publicKey(),
                vapid.publicKey(),
                hosts.names(),
                senders.hasFcm()))
        .header("Cache-Control", AN_HOUR);
  }

  /**
   * @param applicationServerKey what browsers subscribe with
   * @param hosts of push services to which notices go
   * @param fcm whether apps on Android are woken
   */
  @Serdeable
  record PushKeyView(
      int id, Bytes publicKey, Bytes applicationServerKey, List<String> hosts, boolean fcm) {}
}
