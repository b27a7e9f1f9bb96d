package org.opstap.backend.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Unsigned requests to one server, and answers as JSON. */
public final class TestHttp {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI server;
  private final Clock clock;

  public TestHttp(URI server) {
    this(server, Clock.systemUTC());
  }

  /**
   * @param clock by which requests are signed
   */
  public TestHttp(URI server, Clock clock) {
    this.server = server;
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  public URI server() {
    return server;
  }

  public Answer post(String path, Object body) {
    return send(request(path).POST(json(body)).header("Content-Type", "application/json"));
  }

  /** Bytes of any kind and form. */
  public Answer send(String method, String path, String contentType, String body) {
    return send(
        request(path)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", contentType));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path));
  }

  public static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response.headers());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static HttpRequest.BodyPublisher json(Object body) {
    return HttpRequest.BodyPublishers.ofByteArray(bytes(body));
  }

  /** The body as it is sent. */
  public static byte[] bytes(Object body) {
    try {
      return body instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : JSON.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What came back. */
  public record Answer(int status, String body, java.net.http.HttpHeaders headers) {
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + body, e);
      }
    }

    /** A member's text; fails with the whole answer if there is none. */
    public String text(String member) {
      JsonNode node = json().get(member);
      if (node == null) {
        throw new AssertionError(status + " " + body + " has no " + member);
      }
      return node.asText();
    }

    /** The slug of a problem. */
    public String problem() {
      return text("type").replace("urn:opstap:problem:", "");
    }
  }
}
