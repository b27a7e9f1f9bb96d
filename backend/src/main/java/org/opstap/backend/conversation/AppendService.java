package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.duty.ClaimScope;
import org.opstap.backend.duty.KeyPackageService;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.staff.StaffService;
import org.opstap.backend.wake.News;
import org.opstap.backend.wake.WakeHub;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.wire.Bytes;

/**
 * Appends to the log. Sequence, seats, epoch and append number are read and written in one
 * transaction under the conversation's lock, and the answer is given after its commit: what was
 * answered with {@link AppendResult.Appended} is durable (LOG-7).
 */
@Singleton
class AppendService {
  private final ConversationStore conversations;
  private final SeatStore seats;
  private final EntryStore entries;
  private final KeyPackageService keyPackages;
  private final StaffService staff;
  private final DirectoryService directory;
  private final WakeHub wake;
  private final Transactions transactions;
  private final Clock clock;

  AppendService(
      ConversationStore conversations,
      SeatStore seats,
      EntryStore entries,
      KeyPackageService keyPackages,
      StaffService staff,
      DirectoryService directory,
      WakeHub wake,
      Transactions transactions,
      Clock clock) {
    this.conversations = conversations;
    this.seats = seats;
    this.entries = entries;
    this.keyPackages = keyPackages;
    this.staff = staff;
    this.directory = directory;
    this.wake = wake;
    this.transactions = transactions;
    this.clock = clock;
  }

  AppendResult append(Caller caller, AppendRequest request) {
    AppendResult result = transactions.write(connection -> appendLocked(caller, request));
    if (result instanceof AppendResult.Appended appended) {
      announce(request, appended);
    }
    return result;
  }

  private void announce(AppendRequest request, AppendResult.Appended appended) {
    List<BrandedId> members =
        seats.of(request.conversation()).stream().filter(Seat::isMember).map(Seat::holder).toList();
    wake.announce(new News(request.conversation(), appended.sequence()), members);
  }

  private AppendResult appendLocked(Caller caller, AppendRequest request) {
    Conversation conversation = conversations.lock(request.conversation()).orElse(null);
    if (conversation == null) {
      return new AppendResult.NotFound();
    }
    List<Seat> all = seats.of(conversation.id());
    Seat seat =
        all.stream()
            .filter(found -> found.isMember() && found.holder().equals(request.holder()))
            .findFirst()
            .orElse(null);
    if (seat == null) {
      return new AppendResult.NotFound();
    }
    Optional<AppendResult> refusal =
        AppendRules.checkNumber(request, seat, conversation)
            .or(() -> AppendRules.checkEpoch(request, conversation, all));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (AppendRules.isBacklogFull(seat, sizeOf(request))) {
      return new AppendResult.BacklogFull();
    }
    return request.isCommit()
        ? commit(caller, request, conversation, all)
        : store(request, conversation, conversation.generation(), conversation.epoch(), List.of());
  }

  private AppendResult commit(
      Caller caller, AppendRequest request, Conversation conversation, List<Seat> all) {
    long generation = request.framing().group().orElseThrow().generation();
    Optional<List<DeviceId>> joining = joining(request, generation);
    boolean begins = AppendRules.beginsGeneration(generation, conversation);
    if (joining.isEmpty() || (begins && joining.get().isEmpty())) {
      return new AppendResult.WelcomeNotClaimed();
    }
    if (!mayRemove(caller, request.removed(), all)) {
      return new AppendResult.NotForThisRole();
    }
    Set<BrandedId> leaves = leavesAfter(request, all, joining.get(), begins);
    if (leaves.size() > Limits.OPEN_SEATS) {
      return new AppendResult.GroupFull();
    }
    moveSeats(request, conversation, all, joining.get(), begins);
    long epoch = request.framing().epoch() + 1;
    keyPackages.dropClaimsBefore(conversation.id(), generation, epoch);
    if (conversation.fixedContact().filter(contact -> !leaves.contains(contact)).isPresent()) {
      conversations.setFixedContact(conversation.id(), Optional.empty());
    }
    return store(request, conversation, generation, epoch, joining.get());
  }

  /**
   * Whose the Welcome's key packages are; nobody's where there is no Welcome; empty if one was not
   * claimed, or its device was revoked since.
   */
  private Optional<List<DeviceId>> joining(AppendRequest request, long generation) {
    if (request.welcome().isEmpty()) {
      return Optional.of(List.of());
    }
    ClaimScope scope =
        new ClaimScope(
            request.conversation(), generation, request.framing().epoch(), request.holder());
    return keyPackages
        .devicesOf(scope, request.welcome().get().framing().keyPackageReferences())
        .filter(devices -> devices.stream().allMatch(staff::holdActive));
  }

  private boolean mayRemove(Caller caller, List<DeviceId> removed, List<Seat> all) {
    Set<BrandedId> inGroup = new HashSet<>();
    all.stream()
        .filter(seat -> seat.state() != Seat.State.REMOVED)
        .forEach(seat -> inGroup.add(seat.holder()));
    if (!inGroup.containsAll(removed)) {
      return false;
    }
    return switch (caller) {
      case Caller.Seeker ignored -> true;
      case Caller.Device self ->
          !removed.contains(self.device())
              && removed.stream().allMatch(device -> staff.isOf(device, self.programme()));
    };
  }

  /** Who is in the MLS group after the Commit; a seat whose removal is owed still is. */
  private static Set<BrandedId> leavesAfter(
      AppendRequest request, List<Seat> all, List<DeviceId> joining, boolean begins) {
    Set<BrandedId> leaves = new HashSet<>(joining);
    for (Seat seat : all) {
      if (seat.state() != Seat.State.REMOVED && !leaves(seat, request, begins)) {
        leaves.add(seat.holder());
      }
    }
    return leaves;
  }

  private static boolean leaves(Seat seat, AppendRequest request, boolean begins) {
    return seat.holder() instanceof DeviceId device
        && (begins || request.removed().contains(device));
  }

  /**
   * A device that stays through a new generation keeps its seat, and with it what it has not read
   * yet.
   */
  private void moveSeats(
      AppendRequest request,
      Conversation conversation,
      List<Seat> all,
      List<DeviceId> joining,
      boolean begins) {
    for (Seat seat : all) {
      boolean stays = begins && seat.isMember() && joining.contains(seat.holder());
      if (seat.state() != Seat.State.REMOVED && leaves(seat, request, begins) && !stays) {
        seats.setState(conversation.id(), seat.holder(), Seat.State.REMOVED);
      }
    }
    for (DeviceId device : joining) {
      seats.openDevices(conversation.id(), device, conversation.latest() + 1);
    }
  }

  private AppendResult store(
      AppendRequest request,
      Conversation conversation,
      long generation,
      long epoch,
      List<DeviceId> joining) {
    long sequence = conversation.latest() + 1;
    Entry entry =
        new Entry(
            sequence,
            request.holder(),
            request.framing().content(),
            generation,
            request.framing().epoch(),
            request.message(),
            request.welcome().map(welcome -> new Entry.Joining(welcome.message(), joining)));
    entries.insert(conversation.id(), entry, Coarse.today(clock).plusDays(Limits.ENTRY_DAYS));
    conversations.moveOn(conversation.id(), generation, epoch, sequence);
    seats.noteAppend(
        conversation.id(),
        request.holder(),
        new Seat.Append(request.number(), sequence, request.digest()),
        entry.size());
    if (!request.isCommit()) {
      moveDeadline(request, conversation);
    }
    conversations.touchPseudonym(conversation.pseudonym(), Coarse.today(clock));
    return new AppendResult.Appended(sequence, generation, epoch);
  }

  /** LOG-16: her first message since the last answer starts the promise, an answer ends it. */
  private void moveDeadline(AppendRequest request, Conversation conversation) {
    if (request.holder() instanceof DeviceId) {
      if (conversation.answerBy().isPresent()) {
        conversations.setAnswerBy(conversation.id(), Optional.empty());
      }
    } else if (conversation.answerBy().isEmpty()) {
      conversations.setAnswerBy(
          conversation.id(), directory.answerBy(conversation.programme(), clock.instant()));
    }
  }

  private static int sizeOf(AppendRequest request) {
    return request.message().length()
        + request.welcome().map(AppendRequest.Joining::message).map(Bytes::length).orElse(0);
  }
}
