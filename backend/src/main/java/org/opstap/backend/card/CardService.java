package org.opstap.backend.card;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.id.CardId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;

/** Keeps a programme's cards, and counts their uses: never more than a card has (ADM-33). */
@Singleton
public class CardService {
  private final CardStore store;
  private final Transactions transactions;
  private final Clock clock;
  private final SecureRandom random;

  CardService(CardStore store, Transactions transactions, Clock clock, SecureRandom random) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.random = random;
  }

  /** Adds cards to a programme's, all or none; the same ones again are the same cards. */
  AddResult add(ProgrammeId programme, List<CardContent> contents) {
    LocalDate today = Coarse.today(clock);
    if (contents.isEmpty()
        || contents.size() > Limits.CARDS_A_REQUEST
        || !contents.stream().allMatch(content -> content.isWithinLimits(today))) {
      return new AddResult.OutsideLimits();
    }
    return transactions.writeIf(
        AddResult.Added.class::isInstance, connection -> addAll(programme, contents));
  }

  private AddResult addAll(ProgrammeId programme, List<CardContent> contents) {
    boolean isAnyNew = false;
    List<CardId> added = new ArrayList<>();
    // In one order for everybody: requests for the same cards wait for each other, and in no
    // circle.
    List<CardContent> ordered =
        contents.stream()
            .sorted(Comparator.comparing(content -> content.digest().toHex()))
            .toList();
    for (CardContent content : ordered) {
      isAnyNew |= store.insertIfNew(CardId.random(random), programme, content);
    }
    for (CardContent content : contents) {
      Card card = store.find(content.digest()).orElseThrow();
      if (!card.programme().equals(programme) || !card.content().equals(content)) {
        return new AddResult.Exists();
      }
      added.add(card.id());
    }
    return isAnyNew && store.count(programme) > Limits.CARDS_A_PROGRAMME
        ? new AddResult.Full()
        : new AddResult.Added(added);
  }

  /** All that are kept: those that are withdrawn or over, too. */
  List<Card> list(ProgrammeId programme) {
    return store.of(programme);
  }

  /**
   * Of weeks that are over, and only where there was something to count (ADM-35): whoever looks on
   * while a count rises sees who comes, and few uses are few people.
   */
  List<WeekCount> usedByWeek(ProgrammeId programme) {
    return store.usedByWeek(programme, Coarse.week(clock), Limits.CARD_USES_SHOWN);
  }

  /** False where the programme has no such card. */
  boolean withdraw(ProgrammeId programme, CardId card) {
    return store.withdraw(programme, card);
  }

  /**
   * Whose card it is; costs no use, and doesn't tell whether one is left: else whoever saw a card
   * could ask until somebody used it.
   */
  Optional<ProgrammeId> look(CardSecret secret) {
    return store.find(secret.digest()).filter(this::counts).map(Card::programme);
  }

  /**
   * Uses a card for a request, within the caller's transaction if there is one. The same request
   * costs one use, however often it comes, and to whichever node.
   *
   * @param requestDigest 32 bytes
   */
  public CardResult use(CardSecret secret, Bytes requestDigest) {
    return use(secret, card -> true, requestDigest);
  }

  /** The same for a card of one programme: those of others are as good as none. */
  public CardResult use(CardSecret secret, ProgrammeId programme, Bytes requestDigest) {
    return use(secret, card -> card.programme().equals(programme), requestDigest);
  }

  private CardResult use(CardSecret secret, Predicate<Card> isWanted, Bytes requestDigest) {
    return transactions.write(
        connection ->
            store
                .hold(secret.digest())
                .filter(isWanted)
                .map(card -> use(card, requestDigest))
                .orElseGet(CardResult.Invalid::new));
  }

  /** What was paid for stays so, also when the card was withdrawn since or its last day is over. */
  private CardResult use(Card held, Bytes requestDigest) {
    Set<Bytes> requests = store.requests(held.id());
    if (requests.contains(requestDigest)) {
      return new CardResult.Good(held.programme());
    }
    if (!counts(held)) {
      return new CardResult.Invalid();
    }
    if (requests.size() >= held.content().uses()) {
      return new CardResult.UsedUp();
    }
    store.addUse(held, requestDigest, Coarse.week(clock));
    return new CardResult.Good(held.programme());
  }

  private boolean counts(Card card) {
    return card.counts(Coarse.today(clock));
  }
}
