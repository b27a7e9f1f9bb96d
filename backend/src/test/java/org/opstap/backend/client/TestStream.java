package org.opstap.backend.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An open stream of server-sent events, read by a thread of its own. */
public final class TestStream implements AutoCloseable {
  private static final String BEAT = "event: beat";
  private static final int PATIENCE = 10;
  private static final String END = "end of the stream";

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final HttpResponse<Stream<String>> response;

  private TestStream(TestSeat seat) {
    try {
      response =
          client.send(
              seat.signed("GET", "/v1/events", "", Map.of()).build(),
              HttpResponse.BodyHandlers.ofLines());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    Thread.ofVirtual().start(this::read);
  }

  public static TestStream open(TestSeat seat) {
    return new TestStream(seat);
  }

  private void read() {
    try (Stream<String> body = response.body()) {
      body.forEach(lines::add);
    } catch (RuntimeException e) {
      // The connection was cut, which is an end like any other.
    }
    lines.add(END);
  }

  public int status() {
    return response.statusCode();
  }

  public String contentType() {
    return response.headers().firstValue("Content-Type").orElse("none");
  }

  /** What a proxy is told. */
  public String buffering() {
    return response.headers().firstValue("X-Accel-Buffering").orElse("none");
  }

  /** The next event's lines, beats left out; fails if none comes within the time. */
  public List<String> next(int seconds) {
    List<String> event = nextOfAny(seconds);
    while (event.getFirst().equals(BEAT)) {
      event = nextOfAny(seconds);
    }
    return event;
  }

  /** The next event's lines, which may be a beat. */
  public List<String> nextOfAny(int seconds) {
    List<String> event = new ArrayList<>();
    try {
      while (true) {
        String line = lines.poll(seconds, TimeUnit.SECONDS);
        if (line == null) {
          throw new AssertionError("no event within " + seconds + " seconds, after " + event);
        }
        if (line.equals(END)) {
          return List.of(END);
        }
        if (!line.isEmpty()) {
          event.add(line);
        } else if (!event.isEmpty()) {
          return event;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Whether the stream ends within the time, whatever comes before that. */
  public boolean endsWithin(int seconds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      while (true) {
        String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (line == null || line.equals(END)) {
          return line != null;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Whether nothing comes for a second but the beat with which every stream begins. */
  public boolean isSilent() {
    nextOfAny(PATIENCE);
    try {
      return lines.poll(1, TimeUnit.SECONDS) == null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
