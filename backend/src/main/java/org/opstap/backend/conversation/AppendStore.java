package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;

/** Takes conversations out for a batch of appends, and puts them back: few statements for many. */
@Singleton
class AppendStore {
  private final ConversationStore conversations;
  private final SeatStore seats;
  private final EntryStore entries;
  private final EntryPartitions partitions;

  AppendStore(
      ConversationStore conversations,
      SeatStore seats,
      EntryStore entries,
      EntryPartitions partitions) {
    this.conversations = conversations;
    this.seats = seats;
    this.entries = entries;
    this.partitions = partitions;
  }

  /**
   * Those of the conversations that there are, held with their seats against every other change
   * until the transaction ends.
   */
  Map<ConversationId, HeldConversation> hold(Collection<ConversationId> ids) {
    List<Conversation> found = conversations.lock(ids);
    Map<ConversationId, List<Seat>> seated =
        seats.lock(found.stream().map(Conversation::id).toList());
    Map<ConversationId, HeldConversation> held = new HashMap<>();
    for (Conversation conversation : found) {
      List<Seat> own = seated.getOrDefault(conversation.id(), List.of());
      held.put(conversation.id(), new HeldConversation(conversation, own));
    }
    return held;
  }

  /** What of a seat is really stored: entries that expired are still in its counter. */
  long storedBytes(ConversationId conversation, BrandedId holder) {
    return entries.bytesOf(conversation, holder);
  }

  /** Stores what became of held conversations, within the transaction that holds them. */
  void save(Collection<HeldConversation> held) {
    LocalDate today = partitions.today();
    List<HeldConversation> changed =
        held.stream().filter(conversation -> !conversation.fresh().isEmpty()).toList();
    if (changed.isEmpty()) {
      return;
    }
    entries.insert(changed, today.plusDays(Limits.ENTRY_DAYS));
    conversations.moveOn(changed.stream().map(HeldConversation::now).toList());
    seats.save(changed);
    conversations.touchPseudonyms(
        changed.stream().map(conversation -> conversation.now().pseudonym()).toList(), today);
  }
}
