package org.opstap.benchmark.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** A seat's {@code GET /v1/events} on a connection of its own, read by blocking (LOG-17). */
public final class EventStream implements AutoCloseable {
  private final HttpConnection http;
  private final InputStream lines;

  private EventStream(HttpConnection http, InputStream lines) {
    this.http = http;
    this.lines = lines;
  }

  /**
   * @param patience longest silence; a live server beats every 20 seconds
   */
  public static EventStream open(ServerAddress server, Seat seat, Duration patience)
      throws IOException {
    HttpConnection http = new HttpConnection(server, patience);
    try {
      return new EventStream(http, http.open(seat.sign("GET", "/v1/events", "")));
    } catch (IOException | RuntimeException e) {
      http.close();
      throw e;
    }
  }

  /** The next event; empty when the server ended the stream. */
  public Optional<Event> next() throws IOException {
    String name = "";
    String data = "";
    try {
      while (true) {
        String line = HttpConnection.readLine(lines);
        if (line.startsWith("event:")) {
          name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
          data = line.substring("data:".length()).strip();
        } else if (line.isEmpty() && !name.isEmpty()) {
          return Optional.of(new Event(name, data));
        }
      }
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    http.close();
  }

  /**
   * @param name {@code beat}, {@code news} or {@code replaced}
   * @param data JSON
   */
  public record Event(String name, String data) {}
}
