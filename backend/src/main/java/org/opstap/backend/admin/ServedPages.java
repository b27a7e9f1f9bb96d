package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** What a server serves to everybody who asks as a browser would. */
final class ServedPages implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI origin;

  ServedPages(URI origin) {
    this.origin = origin;
  }

  /** The bytes of a file; empty where there is none. */
  Optional<Bytes> get(String path) {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(origin.resolve(path)).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return switch (answer.statusCode()) {
        case OK -> Optional.of(Bytes.copyOf(answer.body()));
        case NOT_FOUND -> Optional.empty();
        default ->
            throw new Refusal("the server answers %d to %s".formatted(answer.statusCode(), path));
      };
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal("%s can't be reached: is the address right?".formatted(origin), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted", e);
    }
  }

  /** The key of the sample operator, which a server for trying out says itself. */
  Ed25519PublicKey sampleKey() {
    try {
      JsonNode described =
          new ObjectMapper()
              .readTree(get("/.well-known/opstap").orElse(Bytes.utf8("{}")).toByteArray());
      if (described.path("sample").asBoolean()) {
        return new Ed25519PublicKey(Bytes.fromBase64Url(described.path("operatorKey").asText()));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal("%s is no server of Opstap".formatted(origin), e);
    }
    throw new Refusal(
        "say whose signature counts: --release-key, as it was published elsewhere than on the"
            + " server");
  }

  @Override
  public void close() {
    client.close();
  }
}
