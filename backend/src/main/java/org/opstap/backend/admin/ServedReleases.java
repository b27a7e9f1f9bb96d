package org.opstap.backend.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.opstap.protocol.wire.Bytes;

/** The releases that a server serves to everybody. */
final class ServedReleases {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final URI origin;

  ServedReleases(URI origin) {
    this.origin = origin;
  }

  /** Oldest first. */
  List<Bytes> all() {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      Bytes newest = get(client, "/v1/directory/release");
      int number = ReleaseFile.parse(newest, "what the server serves").unverifiedContent().number();
      List<Bytes> found = new ArrayList<>();
      for (int before = 1; before < number; before++) {
        found.add(get(client, "/v1/directory/releases/" + before));
      }
      found.add(newest);
      return found;
    }
  }

  private Bytes get(HttpClient client, String path) {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(origin.resolve(path)).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != OK) {
        throw new Refusal(
            "the server answers %d to %s: is it there for phones, and was a release published?"
                .formatted(answer.statusCode(), path));
      }
      return Bytes.copyOf(answer.body());
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal("%s can't be reached: is the address right?".formatted(origin), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted", e);
    }
  }
}
