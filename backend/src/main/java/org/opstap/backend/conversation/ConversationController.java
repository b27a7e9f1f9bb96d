package org.opstap.backend.conversation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.card.PresentedCard;
import org.opstap.backend.directory.ConversationPrice;
import org.opstap.backend.duty.ClaimedPackage;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.http.WholeNumber;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/**
 * Conversations: opening, looking, claiming keys, becoming the fixed contact and passing that on.
 */
@Controller("/v1/conversations")
@Tag(name = "conversations")
@ExecuteOn(TaskExecutors.BLOCKING)
class ConversationController {
  private final ConversationService conversations;
  private final OpeningService openings;
  private final FixedContactService contacts;

  ConversationController(
      ConversationService conversations, OpeningService openings, FixedContactService contacts) {
    this.conversations = conversations;
    this.openings = openings;
    this.contacts = contacts;
  }

  /**
   * Opens the one conversation of a pseudonym, for what the programme takes for it; again it gives
   * the same one, for nothing.
   */
  @ServedTo(Audience.PHONE)
  @Post
  HttpResponse<ConversationView> open(
      HttpRequest<?> request, Caller caller, @Body OpenRequest body) {
    if (!(caller instanceof Caller.Seeker seeker)) {
      throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
    }
    Payment payment = new Payment(body.furtherTokens(), PresentedCard.of(request));
    return switch (openings.open(seeker.pseudonym(), body.programme(), payment)) {
      case OpenResult.Opened(ConversationView view) -> HttpResponse.created(view);
      case OpenResult.Exists ignored -> throw Problem.of(ProblemType.CONVERSATION_EXISTS);
      case OpenResult.ProgrammeUnavailable ignored ->
          throw Problem.of(ProblemType.PROGRAMME_UNAVAILABLE);
      case OpenResult.CostsMore(ConversationPrice price) ->
          throw Problem.conversationCostsMore(price.tokensPerConversation(), price.cardsOnly());
      case OpenResult.TokenInvalid ignored -> throw Problem.of(ProblemType.TOKEN_INVALID);
      case OpenResult.TokenSpent ignored -> throw Problem.of(ProblemType.TOKEN_SPENT);
      case OpenResult.CardInvalid ignored -> throw Problem.of(ProblemType.CARD_INVALID);
      case OpenResult.CardUsedUp ignored -> throw Problem.of(ProblemType.CARD_USED_UP);
    };
  }

  /** All conversations in which the caller has a seat, and those that it is to forget. */
  @Get
  ConversationList list(Caller caller) {
    return new ConversationList(
        conversations.list(caller.holder()), conversations.erased(caller.holder()));
  }

  /** What the server knows of one. */
  @Get("/{conversation}")
  ConversationView show(Caller caller, ConversationId conversation) {
    return conversations
        .show(caller.holder(), conversation)
        .orElseThrow(() -> Problem.of(ProblemType.CONVERSATION_NOT_FOUND));
  }

  /** Key packages to begin a generation with (a phone), or of a colleague (a worker's device). */
  @Post("/{conversation}/claims")
  ClaimAnswer claim(Caller caller, ConversationId conversation, @Body ClaimRequest request) {
    ClaimOutcome outcome =
        conversations.claim(
            caller, conversation, request.generation(), Optional.ofNullable(request.device()));
    return switch (outcome) {
      case ClaimOutcome.Claimed(long generation, List<ClaimedPackage> packages) ->
          new ClaimAnswer(
              generation,
              packages.stream()
                  .map(found -> new ClaimedView(found.device(), found.message()))
                  .toList());
      case ClaimOutcome.NotFound ignored -> throw Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
      case ClaimOutcome.EpochConflict(long generation, long epoch) ->
          throw Problem.epochConflict(generation, epoch);
      case ClaimOutcome.NotForThisRole ignored -> throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
      case ClaimOutcome.TooMany(Duration pause) ->
          throw Problem.of(ProblemType.RATE_LIMITED, pause);
      case ClaimOutcome.NobodyOnDuty ignored -> throw Problem.of(ProblemType.NOBODY_ON_DUTY);
    };
  }

  /**
   * Makes the caller's device the one fixed contact, if nobody is; the fixed contact passes the
   * place on to a colleague's device; and where its promise is broken, a colleague takes it over.
   */
  @ServedTo(Audience.TEAM)
  @Put("/{conversation}/fixed-contact")
  ContactView becomeFixedContact(
      Caller caller, ConversationId conversation, @Nullable @Body ContactRequest request) {
    if (!(caller instanceof Caller.Device self)) {
      throw refusalOfPhones(caller, conversation);
    }
    ContactRequest asked = request == null ? new ContactRequest(null, null) : request;
    if (asked.device() != null && asked.takeOver() != null) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    ContactResult result =
        asked.takeOver() == null
            ? contacts.become(
                self, conversation, asked.device() == null ? self.device() : asked.device())
            : contacts.takeOver(self, conversation, asked.takeOver());
    return switch (result) {
      case ContactResult.FixedContact(DeviceId device) -> new ContactView(device);
      case ContactResult.AlreadyClaimed ignored -> throw Problem.of(ProblemType.ALREADY_CLAIMED);
      case ContactResult.NotFixedContact ignored -> throw Problem.of(ProblemType.NOT_FIXED_CONTACT);
      case ContactResult.NotAMember ignored -> throw Problem.of(ProblemType.NOT_A_MEMBER);
      case ContactResult.NotFound ignored -> throw Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
    };
  }

  /** A phone learns its role only of its own conversation; others don't exist for it. */
  private Problem refusalOfPhones(Caller caller, ConversationId conversation) {
    return conversations.show(caller.holder(), conversation).isPresent()
        ? Problem.of(ProblemType.NOT_FOR_THIS_ROLE)
        : Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
  }

  @Serdeable
  record OpenRequest(ProgrammeId programme, @Nullable List<Bytes> tokens) {
    List<Bytes> furtherTokens() {
      List<Bytes> given = tokens == null ? List.of() : tokens;
      if (given.size() >= Limits.TOKENS_A_CONVERSATION) {
        throw Problem.of(ProblemType.MALFORMED_REQUEST);
      }
      return given;
    }
  }

  @Serdeable
  record ConversationList(List<ConversationView> conversations, List<ConversationId> erased) {}

  @Serdeable
  record ClaimRequest(
      @Serdeable.Deserializable(using = WholeNumber.class) long generation,
      @Nullable DeviceId device) {}

  @Serdeable
  record ClaimAnswer(long generation, List<ClaimedView> keyPackages) {}

  @Serdeable
  record ClaimedView(DeviceId device, Bytes message) {}

  @Serdeable
  record ContactRequest(@Nullable DeviceId device, @Nullable DeviceId takeOver) {}

  @Serdeable
  record ContactView(DeviceId fixedContact) {}
}
