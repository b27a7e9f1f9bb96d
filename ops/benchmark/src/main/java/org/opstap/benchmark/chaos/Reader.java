package org.opstap.benchmark.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.opstap.benchmark.client.HttpAnswer;
import org.opstap.benchmark.client.Member;
import org.opstap.benchmark.client.UnexpectedAnswerException;
import org.opstap.benchmark.process.Processes;
import org.opstap.protocol.wire.Bytes;

/** Some members who fetch after their cursor, note it, and acknowledge. */
final class Reader implements Task {
  private static final Duration REST = Duration.ofMillis(50);

  /** Not worth a request while more are coming. */
  private static final int FEW = 10;

  private final List<Cursor> cursors;
  private final Client client;
  private final Ledger ledger;
  private final Course course;

  Reader(List<Member> members, Client client, Ledger ledger, Course course) {
    this.cursors =
        members.stream().map(member -> new Cursor(member, ledger.reading(member))).toList();
    this.client = client;
    this.ledger = ledger;
    this.course = course;
  }

  @Override
  public void run() throws IOException {
    try (client) {
      while (!course.isWritten() && !course.hasFailed()) {
        boolean rested = true;
        for (Cursor cursor : cursors) {
          if (ledger.latest(cursor.member.conversation()) >= cursor.sequence + FEW) {
            rested &= !fetch(cursor);
          }
        }
        if (rested) {
          Processes.pause(REST);
        }
      }
      for (Cursor cursor : cursors) {
        while (!course.hasFailed() && fetch(cursor)) {
          // Until a page is empty.
        }
      }
    }
  }

  /** Reads a page; false if it was empty. */
  private boolean fetch(Cursor cursor) throws IOException {
    Member member = cursor.member;
    String path = member.conversation().path();
    HttpAnswer page =
        require(
            200,
            client.insist(member.seat(), "GET", path + "/entries?after=" + cursor.sequence, ""));
    List<JsonNode> entries = new ArrayList<>();
    page.json().get("entries").forEach(entries::add);
    for (JsonNode entry : entries) {
      cursor.sequence = entry.get("sequence").asLong();
      cursor.reading.add(cursor.sequence, marker(entry));
    }
    if (entries.isEmpty()) {
      return false;
    }
    HttpAnswer unused =
        require(
            204,
            client.insist(
                member.seat(),
                "PUT",
                path + "/acknowledgement",
                "{\"sequence\":%d}".formatted(cursor.sequence)));
    return true;
  }

  private static HttpAnswer require(int status, HttpAnswer answer) {
    if (answer.status() != status) {
      throw new UnexpectedAnswerException(answer);
    }
    return answer;
  }

  private static Marker marker(JsonNode entry) {
    return entry.get("kind").asText().equals("commit")
        ? Marker.COMMIT
        : Marker.find(Bytes.fromBase64Url(entry.get("message").asText()));
  }

  private static final class Cursor {
    private final Member member;
    private final Track reading;
    private long sequence;

    Cursor(Member member, Track reading) {
      this.member = member;
      this.reading = reading;
    }
  }
}
