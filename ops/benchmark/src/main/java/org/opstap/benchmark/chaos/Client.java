package org.opstap.benchmark.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.opstap.benchmark.client.HttpAnswer;
import org.opstap.benchmark.client.HttpConnection;
import org.opstap.benchmark.client.RequestBuffer;
import org.opstap.benchmark.client.RequestSigner;
import org.opstap.benchmark.client.Seat;
import org.opstap.benchmark.client.Session;
import org.opstap.benchmark.client.UnexpectedAnswerException;
import org.opstap.benchmark.process.Processes;

/**
 * Sends each request until it is answered, as a phone does: it comes back when it is told to, goes
 * to another node when one is silent, and renews sessions. For one thread at a time.
 */
final class Client implements AutoCloseable {
  /** Longer than a server takes to say that it can't (LOG-7). */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration SESSION_LEFT = Duration.ofSeconds(90);

  /** No fault lasts as long as this: who waits longer has found one that stays. */
  private static final Duration GIVE_UP = Duration.ofMinutes(3);

  /** Requests to another node before the first one is tried again. */
  private static final int STAY = 20;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<Node> nodes;
  private final Troubles troubles;
  private final Course course;
  private final int home;
  private int turn;
  private int asked;
  private HttpConnection http;

  /**
   * @param home which node to begin with, and to come back to from another one
   */
  Client(List<Node> nodes, int home, Troubles troubles, Course course) {
    this.course = course;
    this.nodes = List.copyOf(nodes);
    this.troubles = troubles;
    this.home = home % nodes.size();
    this.turn = this.home;
    this.http = connection();
  }

  /** The answer to a signed request, however often it has to be sent for that. */
  HttpAnswer insist(Seat seat, String method, String target, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    long end = System.nanoTime() + GIVE_UP.toNanos();
    asked++;
    if (asked % STAY == 0) {
      turn = home;
    }
    while (true) {
      Duration pause = PAUSE;
      try {
        HttpAnswer answer = once(seat, method, target, bytes);
        if (answer.status() == 401) {
          renew(seat, seat.session());
        } else if (answer.status() < 500 && answer.status() != 429) {
          if (answer.status() == 201) {
            nodes.get(turn).noteAppend();
          }
          return answer;
        } else {
          pause = answer.retryAfter().orElse(PAUSE);
        }
        troubles.note(answer);
      } catch (IOException | UnexpectedAnswerException e) {
        troubles.noteSilence();
        goElsewhere();
      }
      if (course.hasFailed()) {
        throw new IOException("the run has failed");
      }
      if (System.nanoTime() > end) {
        throw new IOException("no answer to " + method + " in " + GIVE_UP.toMinutes() + " minutes");
      }
      Processes.pause(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
  }

  private HttpAnswer once(Seat seat, String method, String target, byte[] body) throws IOException {
    Session session = seat.session();
    if (session.expiresAt().isBefore(Instant.now().plus(SESSION_LEFT))) {
      renew(seat, session);
    }
    Node node = nodes.get(turn);
    if (!http.server().equals(node.address())) {
      http.close();
      http = connection();
    }
    RequestBuffer request = new RequestBuffer();
    new RequestSigner(http.server(), seat.session(), RANDOM).write(request, method, target, body);
    return http.exchange(request.toByteArray());
  }

  /** A device is in many conversations: one of its threads renews, the others wait for it. */
  private void renew(Seat seat, Session old) throws IOException {
    synchronized (seat) {
      if (seat.session().equals(old)) {
        seat.renew(http);
      }
    }
  }

  private void goElsewhere() {
    http.close();
    turn = (turn + 1) % nodes.size();
    http = connection();
  }

  private HttpConnection connection() {
    return new HttpConnection(nodes.get(turn).address(), SILENCE);
  }

  @Override
  public void close() {
    http.close();
  }
}
