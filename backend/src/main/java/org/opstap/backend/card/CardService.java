package org.opstap.backend.card;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    for (CardContent content : contents) {
      isAnyNew |= store.insertIfNew(CardId.random(random), programme, content);
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

  List<WeekCount> usedByWeek(ProgrammeId programme) {
    return store.usedByWeek(programme);
  }

  /** False where the programme has no such card. */
  boolean withdraw(ProgrammeId programme, CardId card) {
    return store.withdraw(programme, card);
  }

  /** Whose card it is, if it has a use left; costs none. */
  CardResult look(CardSecret secret) {
    return store
        .find(secret.digest())
        .filter(this::counts)
        .<CardResult>map(
            card ->
                store.requests(card.id()).size() < card.content().uses()
                    ? new CardResult.Good(card.programme())
                    : new CardResult.UsedUp())
        .orElseGet(CardResult.Invalid::new);
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
                .filter(this::counts)
                .filter(isWanted)
                .map(card -> use(card, requestDigest))
                .orElseGet(CardResult.Invalid::new));
  }

  private CardResult use(Card held, Bytes requestDigest) {
    Set<Bytes> requests = store.requests(held.id());
    if (!requests.contains(requestDigest)) {
      if (requests.size() >= held.content().uses()) {
        return new CardResult.UsedUp();
      }
      store.addUse(held.id(), requestDigest, Coarse.week(clock));
    }
    return new CardResult.Good(held.programme());
  }

  private boolean counts(Card card) {
    return card.counts(Coarse.today(clock));
  }
}
