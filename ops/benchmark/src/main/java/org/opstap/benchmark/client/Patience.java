package org.opstap.benchmark.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Comes back when the server says so, as every client has to. */
final class Patience {
  private static final int TIMES = 60;
  private static final Duration UNSAID = Duration.ofMillis(200);

  private Patience() {}

  static HttpAnswer exchange(Exchange exchange) throws IOException {
    HttpAnswer answer = exchange.once();
    for (int i = 0; i < TIMES && answer.asksToComeBack(); i++) {
      pause(answer.retryAfter().orElse(UNSAID));
      answer = exchange.once();
    }
    return answer;
  }

  private static void pause(Duration duration) throws IOException {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @FunctionalInterface
  interface Exchange {
    HttpAnswer once() throws IOException;
  }
}
