package org.opstap.backend.card;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.http.WholeNumber;
import org.opstap.protocol.id.CardId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** A programme's contact cards, for its workers' devices. The words of a card never come here. */
@Controller("/v1/cards")
@Tag(name = "cards")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class CardController {
  private final CardService cards;

  CardController(CardService cards) {
    this.cards = cards;
  }

  /** Adds to the programme's cards: all are taken, or none. The same ones again are the same. */
  @Post
  HttpResponse<CardsAnswer> add(Caller caller, @Body CardsRequest request) {
    List<CardContent> contents = request.cards().stream().map(CardRequest::content).toList();
    return switch (cards.add(programme(caller), contents)) {
      case AddResult.Added(List<CardId> added) -> HttpResponse.created(new CardsAnswer(added));
      case AddResult.OutsideLimits ignored -> throw Problem.of(ProblemType.MALFORMED_REQUEST);
      case AddResult.Exists ignored -> throw Problem.of(ProblemType.CARD_EXISTS);
      case AddResult.Full ignored -> throw Problem.of(ProblemType.CARDS_FULL);
    };
  }

  /**
   * All cards of the caller's programme, and how often any of them was used in weeks that are over.
   */
  @Get
  CardList list(Caller caller) {
    ProgrammeId programme = programme(caller);
    return new CardList(
        cards.list(programme).stream().map(CardView::of).toList(),
        cards.usedByWeek(programme).stream().map(WeekView::of).toList());
  }

  /** Takes a card back: it counts no more. */
  @Delete("/{card}")
  HttpResponse<Void> withdraw(Caller caller, CardId card) {
    if (!cards.withdraw(programme(caller), card)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return HttpResponse.noContent();
  }

  private static ProgrammeId programme(Caller caller) {
    return switch (caller) {
      case Caller.Seeker ignored -> throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
      case Caller.Device device -> device.programme();
    };
  }

  @Serdeable
  record CardsRequest(List<CardRequest> cards) {}

  /**
   * @param digest SHA-256 of the card's secret
   */
  @Serdeable
  record CardRequest(
      Bytes digest,
      @Serdeable.Deserializable(using = WholeNumber.class) long uses,
      LocalDate validUntil,
      Bytes label) {
    CardContent content() {
      return new CardContent(digest, uses, validUntil, label);
    }
  }

  @Serdeable
  record CardsAnswer(List<CardId> cards) {}

  @Serdeable
  record CardList(List<CardView> cards, List<WeekView> usedByWeek) {}

  @Serdeable
  record CardView(CardId card, long uses, LocalDate validUntil, Bytes label, boolean withdrawn) {
    static CardView of(Card card) {
      return new CardView(
          card.id(),
          card.content().uses(),
          card.content().validUntil(),
          card.content().label(),
          card.isWithdrawn());
    }
  }

  /**
   * @param week such as {@code 2026-W47} (ISO 8601)
   */
  @Serdeable
  record WeekView(String week, int count) {
    private static final int WITHOUT_DAY = "2026-W47".length();

    static WeekView of(WeekCount count) {
      String day = DateTimeFormatter.ISO_WEEK_DATE.format(count.week());
      return new WeekView(day.substring(0, WITHOUT_DAY), count.count());
    }
  }
}
