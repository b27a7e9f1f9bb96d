package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opstap.backend.duty.ClaimScope;
import org.opstap.backend.duty.KeyPackageService;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.staff.StaffService;
import org.opstap.backend.vault.VaultService;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;

/**
 * One append to a held conversation: refused, or added to what the transaction will store. Claims
 * and devices are read, and claims dropped, in the same transaction.
 */
@Singleton
class AppendSteps {
  private final AppendStore store;
  private final KeyPackageService keyPackages;
  private final StaffService staff;
  private final VaultService vaults;
  private final LeadSteps leads;

  AppendSteps(
      AppendStore store,
      KeyPackageService keyPackages,
      StaffService staff,
      VaultService vaults,
      LeadSteps leads) {
    this.leads = leads;
    this.store = store;
    this.keyPackages = keyPackages;
    this.staff = staff;
    this.vaults = vaults;
  }

  /** What comes of one append, in the state in which those before it left the conversation. */
  AppendResult append(
      Caller caller, AppendRequest request, HeldConversation held, Deadlines deadlines) {
    Seat seat = held.member(request.holder()).orElse(null);
    if (seat == null) {
      return new AppendResult.NotFound();
    }
    Optional<AppendResult> refusal =
        AppendRules.checkNumber(request, seat, held.now())
            .or(() -> AppendRules.checkEpoch(request, held.now(), held.seats()))
            .or(() -> checkVault(request, held));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (isBacklogFull(request, seat, held)) {
      return new AppendResult.BacklogFull();
    }
    AppendResult result =
        request.isCommit()
            ? commit(caller, request, held, deadlines)
            : say(request, held, deadlines);
    if (result instanceof AppendResult.Appended) {
      request.vault().ifPresent(write -> held.vault().orElseThrow().write(write));
    }
    return result;
  }

  /** VLT-6; after everything that makes it a retry, whose state changes nothing (VLT-7). */
  private Optional<AppendResult> checkVault(AppendRequest request, HeldConversation held) {
    return request
        .vault()
        .flatMap(write -> vaults.refusal(held.vault().orElseThrow(), write))
        .map(AppendResult.VaultRefused::new);
  }

  private static AppendResult say(
      AppendRequest request, HeldConversation held, Deadlines deadlines) {
    AppendResult result =
        add(request, held, held.now().generation(), held.now().epoch(), List.of());
    if (!request.quiet()) {
      held.become(deadlines.move(request.holder(), held.now()));
    }
    return result;
  }

  /** Counts again before it refuses: what expired was not taken off the seat's counter. */
  private boolean isBacklogFull(AppendRequest request, Seat seat, HeldConversation held) {
    if (!AppendRules.isBacklogFull(seat, request.size())) {
      return false;
    }
    Seat counted =
        seat.withStoredBytes(
            store.storedBytes(held.now().id(), seat.holder()) + held.freshBytesOf(seat.holder()));
    held.put(counted);
    return AppendRules.isBacklogFull(counted, request.size());
  }

  private AppendResult commit(
      Caller caller, AppendRequest request, HeldConversation held, Deadlines deadlines) {
    Conversation conversation = held.now();
    long generation = request.framing().group().orElseThrow().generation();
    Optional<List<DeviceId>> joining = joining(request, generation);
    boolean begins = AppendRules.beginsGeneration(generation, conversation);
    if (joining.isEmpty() || (begins && joining.get().isEmpty())) {
      return new AppendResult.WelcomeNotClaimed();
    }
    if (!mayRemove(caller, request.removed(), held)) {
      return new AppendResult.NotForThisRole();
    }
    Optional<AppendResult> refusal =
        leads.refusal(caller, request, conversation, joining.get(), begins, deadlines);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Set<BrandedId> leaves = leavesAfter(request, held, joining.get(), begins);
    if (leaves.size() > Limits.OPEN_SEATS) {
      return new AppendResult.GroupFull();
    }
    leads.take(request, conversation, joining.get(), leaves, deadlines);
    moveSeats(request, held, joining.get(), begins);
    long epoch = request.framing().epoch() + 1;
    keyPackages.dropClaimsBefore(conversation.id(), generation, epoch);
    if (conversation.fixedContact().filter(contact -> !leaves.contains(contact)).isPresent()) {
      held.become(conversation.withFixedContact(Optional.empty()));
    }
    if (conversation.successor().filter(joining.get()::contains).isPresent()) {
      held.become(held.now().takenOver());
    }
    return add(request, held, generation, epoch, joining.get());
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

  private boolean mayRemove(Caller caller, List<DeviceId> removed, HeldConversation held) {
    Set<BrandedId> inGroup = new HashSet<>();
    Set<BrandedId> owed = new HashSet<>();
    for (Seat seat : held.seats()) {
      if (seat.state() != Seat.State.REMOVED) {
        inGroup.add(seat.holder());
      }
      if (seat.state() == Seat.State.REMOVAL_OWED) {
        owed.add(seat.holder());
      }
    }
    if (!inGroup.containsAll(removed)) {
      return false;
    }
    return switch (caller) {
      case Caller.Seeker ignored -> true;
      case Caller.Device self ->
          !removed.contains(self.device())
              && removed.stream()
                  .allMatch(
                      device -> owed.contains(device) || staff.isOf(device, self.programme()));
    };
  }

  /** Who is in the MLS group after the Commit; a seat whose removal is owed still is. */
  private static Set<BrandedId> leavesAfter(
      AppendRequest request, HeldConversation held, List<DeviceId> joining, boolean begins) {
    Set<BrandedId> leaves = new HashSet<>(joining);
    for (Seat seat : held.seats()) {
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
  private static void moveSeats(
      AppendRequest request, HeldConversation held, List<DeviceId> joining, boolean begins) {
    for (Seat seat : List.copyOf(held.seats())) {
      boolean stays = begins && seat.isMember() && joining.contains(seat.holder());
      if (seat.state() != Seat.State.REMOVED && leaves(seat, request, begins) && !stays) {
        held.put(seat.removed());
      }
    }
    for (DeviceId device : joining) {
      held.open(device, held.now().latest() + 1);
    }
  }

  private static AppendResult add(
      AppendRequest request,
      HeldConversation held,
      long generation,
      long epoch,
      List<DeviceId> joining) {
    long sequence = held.now().latest() + 1;
    Entry entry =
        new Entry(
            sequence,
            request.holder(),
            request.framing().content(),
            generation,
            request.framing().epoch(),
            request.message(),
            request.welcome().map(welcome -> new Entry.Joining(welcome.message(), joining)));
    held.add(entry);
    held.become(held.now().after(sequence, generation, epoch));
    Seat.Append append = new Seat.Append(request.number(), sequence, request.digest());
    held.put(held.member(request.holder()).orElseThrow().after(append, entry.size()));
    return new AppendResult.Appended(sequence, generation, epoch);
  }
}
