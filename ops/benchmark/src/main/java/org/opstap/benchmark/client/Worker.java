package org.opstap.benchmark.client;

import java.io.IOException;
import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/**
 * A worker's device of a sample programme with its last-resort package, which any number of
 * conversations may begin with (KPK-3).
 */
public final class Worker {
  private final Seat seat;
  private final String programme;

  private Worker(Seat seat, String programme) {
    this.seat = seat;
    this.programme = programme;
  }

  /**
   * @param duty {@code primary}, {@code backup} or {@code off}
   */
  public static Worker join(HttpConnection http, String programme, String invitation, String duty)
      throws IOException {
    Bytes signatureKey = Ed25519PrivateKey.generate(new SecureRandom()).publicKey().value();
    Seat seat = Seat.device(http, invitation, signatureKey);
    String path = "/v1/devices/" + seat.holder().toText();
    Bytes credential =
        Bytes.fromBase64Url(seat.call(http, "GET", path, "").require(200).text("credential"));
    String lastResort = Framing.keyPackage(signatureKey, credential).toBase64Url();
    seat.call(
            http,
            "POST",
            path + "/key-packages",
            "{\"keyPackages\":[],\"lastResort\":\"%s\"}".formatted(lastResort))
        .require(200);
    seat.call(http, "PUT", path + "/duty", "{\"duty\":\"%s\"}".formatted(duty)).require(200);
    return new Worker(seat, programme);
  }

  public Seat seat() {
    return seat;
  }

  public String programme() {
    return programme;
  }
}
