package org.opstap.backend.directory;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.directory.OpeningHours;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.ProgrammeStatus;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.StatusBook;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.routing.AnswerTime;
import org.opstap.protocol.routing.MinuteOfWeek;
import org.opstap.protocol.vocabulary.ProgrammeState;
import org.opstap.protocol.wire.Bytes;

/**
 * The current release and the statuses, as this server follows them. Read again from the database
 * as soon as any node has stored something newer.
 */
@Singleton
public class DirectoryService {
  private final DirectoryStore store;
  private final ApplicationEventPublisher<DevicesRevoked> revocations;
  private final ApplicationEventPublisher<SeatsClosed> afterwards;
  private final Transactions transactions;

  private volatile @Nullable Directory cached;

  DirectoryService(
      DirectoryStore store,
      ApplicationEventPublisher<DevicesRevoked> revocations,
      ApplicationEventPublisher<SeatsClosed> afterwards,
      Transactions transactions) {
    this.store = store;
    this.revocations = revocations;
    this.afterwards = afterwards;
    this.transactions = transactions;
  }

  /** Empty before the first release. */
  public Optional<Directory> current() {
    long version = store.version();
    Directory known = cached;
    if (known != null && known.version() == version) {
      return Optional.of(known);
    }
    Optional<Directory> read =
        store.findByNumber(store.newestNumber()).map(row -> read(row, version));
    read.ifPresent(fresh -> cached = fresh);
    return read;
  }

  private Directory read(ReleaseRow row, long version) {
    Bytes envelope = Bytes.utf8(row.document());
    Release release = Release.FORMAT.parse(envelope).unverifiedContent();
    StatusBook book = StatusBook.empty();
    List<Bytes> statuses = new ArrayList<>();
    for (String document : store.statuses()) {
      Bytes status = Bytes.utf8(document);
      if (book.accept(status, release) instanceof StatusBook.Accepted(StatusBook next)) {
        book = next;
        statuses.add(status);
      }
    }
    return new Directory(version, release, envelope, book, statuses);
  }

  /** An earlier release, for clients that walk the chain. */
  Optional<Bytes> release(int number) {
    return store.findByNumber(number).map(ReleaseRow::document).map(Bytes::utf8);
  }

  /** Stores a release that follows the current one. The caller has verified it. */
  public void publish(Verified<Release> release) {
    store.save(new ReleaseRow(release.content().number(), textOf(release.envelope())));
  }

  /**
   * Takes a programme's new status, and closes what it revokes.
   *
   * @param sender the programme that sends it, which must be the one that signed it
   * @return false if it is malformed, not this programme's, not signed by it, or not newer
   */
  public boolean publishStatus(ProgrammeId sender, Bytes envelope) {
    Directory directory = current().orElse(null);
    if (directory == null
        || !(directory.statuses().accept(envelope, directory.release())
            instanceof StatusBook.Accepted)) {
      return false;
    }
    ProgrammeStatus status = ProgrammeStatus.FORMAT.parse(envelope).unverifiedContent();
    if (!status.programme().equals(sender)) {
      return false;
    }
    DevicesRevoked revoked = new DevicesRevoked(sender, status.revokedDevices());
    byte[] programme = sender.toBytes().toByteArray();
    String document = textOf(envelope);
    boolean stored =
        transactions.writeIf(
            kept -> kept,
            connection -> {
              store.putStatus(programme, status.number(), document);
              // Another one may have come first since the book was read, or be there that the
              // programme's present key didn't sign: its number counts all the same.
              if (store.status(programme).filter(document::equals).isEmpty()) {
                return false;
              }
              // All of them each time: what a status says holds, whatever became of an earlier one.
              if (!revoked.devices().isEmpty()) {
                revocations.publishEvent(revoked);
              }
              return true;
            });
    if (!stored) {
      return false;
    }
    if (!revoked.devices().isEmpty()) {
      afterwards.publishEvent(new SeatsClosed(revoked.devices()));
    }
    return true;
  }

  static String textOf(Bytes envelope) {
    return new String(envelope.toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  /**
   * What counts now.
   *
   * @param version grows with every release and status
   * @param envelope the release as it was signed
   * @param statusEnvelopes the statuses as they were signed, those that hold under this release
   */
  public record Directory(
      long version,
      Release release,
      Bytes envelope,
      StatusBook statuses,
      List<Bytes> statusEnvelopes) {
    /** What a conversation with a programme costs now (ADM-37). */
    public ConversationPrice price(ProgrammeId id, Instant now) {
      return statuses
          .current(id, now)
          .map(status -> new ConversationPrice(status.tokensPerConversation(), status.cardsOnly()))
          .orElse(ConversationPrice.LOWEST);
    }

    /** Whether a programme takes conversations. */
    public boolean isOpenToConversations(ProgrammeId id) {
      return release
          .programme(id)
          .filter(found -> found.state() == ProgrammeState.ACTIVE)
          .isPresent();
    }

    /**
     * By when a programme promises an answer to what comes in now; empty if the directory doesn't
     * know it (LOG-16).
     */
    public Optional<Instant> answerBy(ProgrammeId id, Instant now) {
      return due(id, now, Programme::promisedMinutes);
    }

    /**
     * By when the backup of a programme is to answer who is told now that its promise is broken:
     * half of that promise again, and a quarter of an hour at least; empty if the directory doesn't
     * know it (WAI-3).
     */
    public Optional<Instant> backupAnswersBy(ProgrammeId id, Instant now) {
      int least = Math.toIntExact(Limits.LEAST_SECOND_DEADLINE.toMinutes());
      return due(id, now, programme -> Math.max(least, programme.promisedMinutes() / 2));
    }

    /** After so many minutes in which the programme is open. */
    private Optional<Instant> due(ProgrammeId id, Instant now, ToIntFunction<Programme> minutes) {
      Optional<ProgrammeStatus> status = statuses.current(id, now);
      OpeningHours hours =
          status.map(ProgrammeStatus::openingHours).orElse(new OpeningHours(List.of()));
      List<Integer> closedAhead =
          status.map(said -> said.closedAhead(MinuteOfWeek.dayOf(now))).orElse(List.of());
      return release
          .programme(id)
          .map(
              programme ->
                  AnswerTime.answerWithin(
                      hours, closedAhead, MinuteOfWeek.at(now), minutes.applyAsInt(programme)))
          .map(within -> now.plus(Duration.ofMinutes(within)));
    }
  }
}
