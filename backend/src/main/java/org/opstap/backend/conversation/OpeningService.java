package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.admission.RedemptionService;
import org.opstap.backend.admission.VerifiedToken;
import org.opstap.backend.card.CardResult;
import org.opstap.backend.card.CardService;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.directory.ConversationPrice;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.http.MasterKey;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Opens conversations, for what the programme takes for one. Conversation and payment come to be
 * together or not at all (ADM-38, ADM-39).
 */
@Singleton
class OpeningService {
  private final ConversationStore conversations;
  private final SeatStore seats;
  private final DirectoryService directory;
  private final RedemptionService redemption;
  private final CardService cards;
  private final Attendance attendance;
  private final Transactions transactions;
  private final SecretBytes digestKey;
  private final Clock clock;
  private final SecureRandom random;

  OpeningService(
      ConversationStore conversations,
      SeatStore seats,
      DirectoryService directory,
      RedemptionService redemption,
      CardService cards,
      Attendance attendance,
      Transactions transactions,
      MasterKey masterKey,
      Clock clock,
      SecureRandom random) {
    this.conversations = conversations;
    this.seats = seats;
    this.directory = directory;
    this.redemption = redemption;
    this.cards = cards;
    this.attendance = attendance;
    this.transactions = transactions;
    this.digestKey = masterKey.derive("conversation payment v1");
    this.clock = clock;
    this.random = random;
  }

  /** The one conversation of a pseudonym: what it has already costs nothing more (LOG-1). */
  OpenResult open(PseudonymId pseudonym, ProgrammeId programme, Payment payment) {
    Optional<Conversation> earlier = conversations.findByPseudonym(pseudonym);
    return earlier.isPresent()
        ? opened(earlier.get(), programme)
        : openFirst(pseudonym, programme, payment);
  }

  private OpenResult openFirst(PseudonymId pseudonym, ProgrammeId programme, Payment payment) {
    Optional<ConversationPrice> price =
        directory
            .current()
            .filter(current -> current.isOpenToConversations(programme))
            .map(current -> current.price(programme, clock.instant()));
    if (price.isEmpty()) {
      return new OpenResult.ProgrammeUnavailable();
    }
    Bytes request = digest(pseudonym, programme);
    if (price.get().cardsOnly()) {
      return payment
          .card()
          .map(card -> store(pseudonym, programme, () -> use(card, programme, request)))
          .orElseGet(() -> new OpenResult.CostsMore(price.get()));
    }
    List<Bytes> tokens =
        payment.tokens().stream().distinct().limit(price.get().furtherTokens()).toList();
    if (tokens.size() < price.get().furtherTokens()) {
      return new OpenResult.CostsMore(price.get());
    }
    List<VerifiedToken> verified = new ArrayList<>();
    tokens.forEach(token -> redemption.verify(token).ifPresent(verified::add));
    if (verified.size() < tokens.size()) {
      return new OpenResult.TokenInvalid();
    }
    OpenResult result = store(pseudonym, programme, () -> spend(verified, request));
    verified.forEach(token -> redemption.count(result instanceof OpenResult.Opened));
    return result;
  }

  /**
   * The conversation comes first: whoever asks for the same at once waits for it, and then finds it
   * and pays nothing.
   */
  private OpenResult store(PseudonymId pseudonym, ProgrammeId programme, Paying paying) {
    return transactions.writeIf(
        OpenResult.Opened.class::isInstance,
        connection -> {
          ConversationId id = ConversationId.random(random);
          if (conversations.insertIfNew(id, pseudonym, programme)) {
            Optional<OpenResult> refusal = paying.refusal();
            if (refusal.isPresent()) {
              return refusal.get();
            }
            seats.openSeekers(id, pseudonym);
          }
          return opened(conversations.findByPseudonym(pseudonym).orElseThrow(), programme);
        });
  }

  /** Takes what was offered. */
  @FunctionalInterface
  private interface Paying {
    /** Empty where it is paid. */
    Optional<OpenResult> refusal();
  }

  private Optional<OpenResult> spend(List<VerifiedToken> tokens, Bytes request) {
    for (VerifiedToken token : tokens) {
      switch (redemption.spend(token, request)) {
        case FIRST, SAME_REQUEST -> {}
        case ANOTHER_REQUEST -> {
          return Optional.of(new OpenResult.TokenSpent());
        }
        case KEY_DROPPED -> {
          return Optional.of(new OpenResult.TokenInvalid());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<OpenResult> use(CardSecret card, ProgrammeId programme, Bytes request) {
    return switch (cards.use(card, programme, request)) {
      case CardResult.Good ignored -> Optional.empty();
      case CardResult.Invalid ignored -> Optional.of(new OpenResult.CardInvalid());
      case CardResult.UsedUp ignored -> Optional.of(new OpenResult.CardUsedUp());
    };
  }

  private OpenResult opened(Conversation conversation, ProgrammeId programme) {
    if (!conversation.programme().equals(programme)) {
      return new OpenResult.Exists();
    }
    List<Seat> all = seats.of(conversation.id());
    return all.stream()
        .filter(seat -> seat.isMember() && seat.holder().equals(conversation.pseudonym()))
        .findFirst()
        .<OpenResult>map(
            own ->
                new OpenResult.Opened(
                    ConversationView.of(conversation, all, own, attendance.of(conversation.id()))))
        .orElseThrow(() -> new IllegalStateException("her own seat is always open"));
  }

  /**
   * Of what is asked for, so that the same is paid once. Keyed: a copy of the database doesn't say
   * which card or which tokens a conversation was opened with.
   */
  private Bytes digest(PseudonymId pseudonym, ProgrammeId programme) {
    return MasterKey.hmac(digestKey, Bytes.concat(pseudonym.toBytes(), programme.toBytes()));
  }
}
