package org.opstap.benchmark.chaos;

import java.io.IOException;
import java.util.List;
import org.opstap.benchmark.client.HttpAnswer;
import org.opstap.benchmark.client.Member;
import org.opstap.benchmark.client.UnexpectedAnswerException;
import org.opstap.protocol.wire.Bytes;

/** Some members who take turns in writing; each append is sent until it is answered (LOG-6). */
final class Writer implements Task {
  private final List<Author> authors;
  private final Client client;
  private final Ledger ledger;
  private final Course course;

  Writer(List<Author> authors, Client client, Ledger ledger, Course course) {
    this.authors = List.copyOf(authors);
    this.client = client;
    this.ledger = ledger;
    this.course = course;
  }

  @Override
  public void run() throws IOException {
    try (client) {
      while (true) {
        for (Author author : authors) {
          if (!course.goesOn()) {
            return;
          }
          append(author);
        }
      }
    }
  }

  private void append(Author author) throws IOException {
    Member member = author.member();
    Marker marker = new Marker(author.mark(), (int) member.nextNumber());
    Bytes message = member.conversation().application(marker.hide());
    HttpAnswer answer =
        client.insist(
            member.seat(),
            "POST",
            member.conversation().path() + "/entries",
            Member.appendBody(member.nextNumber(), message));
    if (answer.status() != 201) {
      throw new UnexpectedAnswerException(answer);
    }
    member.appended();
    ledger.acknowledge(member.conversation(), answer.number("sequence"), marker);
  }

  /**
   * A member who writes.
   *
   * @param mark of its messages
   */
  record Author(Member member, int mark) {}
}
