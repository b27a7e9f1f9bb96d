package org.opstap.backend.conversation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.WholeNumber;
import org.opstap.backend.lead.LeadState;
import org.opstap.backend.vault.VaultProblems;
import org.opstap.backend.vault.VaultUpdate;
import org.opstap.backend.vault.WriteRefusal;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.mls.GroupId;
import org.opstap.protocol.mls.MalformedMessageException;
import org.opstap.protocol.mls.PrivateMessage;
import org.opstap.protocol.mls.Welcome;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.push.PushCapsule;
import org.opstap.protocol.wire.Bytes;

/** The log of a conversation: append, read, acknowledge. */
@Controller("/v1/conversations/{conversation}")
@Tag(name = "conversations")
@ExecuteOn(TaskExecutors.BLOCKING)
class EntryController {
  private final AppendService appends;
  private final ConversationService conversations;
  private final AppendBudget budget;

  EntryController(AppendService appends, ConversationService conversations, AppendBudget budget) {
    this.appends = appends;
    this.conversations = conversations;
    this.budget = budget;
  }

  /** Appends a message to the log. The same append again gives the same answer. */
  @Post("/entries")
  HttpResponse<Receipt> append(
      Caller caller, ConversationId conversation, @Body EntryRequest request) {
    AppendRequest append = parse(caller, conversation, request);
    budget
        .take(caller.holder(), conversation)
        .ifPresent(
            wait -> {
              throw Problem.of(ProblemType.RATE_LIMITED, wait);
            });
    return switch (appends.append(caller, append)) {
      case AppendResult.Appended(long sequence, long generation, long epoch) ->
          HttpResponse.created(new Receipt(sequence, generation, epoch));
      case AppendResult.NotFound ignored -> throw Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
      case AppendResult.NumberTaken ignored -> throw Problem.of(ProblemType.APPEND_NUMBER_TAKEN);
      case AppendResult.NumberAhead(long expected) -> throw Problem.appendNumberAhead(expected);
      case AppendResult.EpochConflict(long generation, long epoch) ->
          throw Problem.epochConflict(generation, epoch);
      case AppendResult.NotForThisRole ignored -> throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
      case AppendResult.WelcomeNotClaimed ignored ->
          throw Problem.of(ProblemType.WELCOME_NOT_CLAIMED);
      case AppendResult.GroupFull ignored -> throw Problem.of(ProblemType.GROUP_FULL);
      case AppendResult.RemovalOwed ignored -> throw Problem.of(ProblemType.REMOVAL_OWED);
      case AppendResult.BacklogFull ignored ->
          throw Problem.of(ProblemType.BACKLOG_FULL, AppendBudget.BACKLOG_PAUSE);
      case AppendResult.LeadNotFound ignored -> throw Problem.of(ProblemType.LEAD_NOT_FOUND);
      case AppendResult.LeadMoved(LeadState state) -> throw Problem.leadMoved(state.code());
      case AppendResult.ProgrammeUnavailable ignored ->
          throw Problem.of(ProblemType.PROGRAMME_UNAVAILABLE);
      case AppendResult.VaultRefused(WriteRefusal refusal) -> throw VaultProblems.of(refusal);
    };
  }

  /** Entries after a sequence, in order. */
  @Get("/entries")
  EntryPage read(
      Caller caller,
      ConversationId conversation,
      @QueryValue(defaultValue = "0") long after,
      @QueryValue(defaultValue = "" + Limits.ENTRIES_A_PAGE) int limit) {
    if (after < 0 || limit < 1) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    return conversations
        .read(caller.holder(), conversation, after, Math.min(limit, Limits.ENTRIES_A_PAGE))
        .map(page -> EntryPage.of(page, caller.holder()))
        .orElseThrow(() -> Problem.of(ProblemType.CONVERSATION_NOT_FOUND));
  }

  /** Says that everything up to a sequence was fetched and kept. */
  @Put("/acknowledgement")
  HttpResponse<Void> acknowledge(
      Caller caller, ConversationId conversation, @Body AcknowledgementRequest request) {
    if (request.sequence() < 0) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    if (!conversations.acknowledge(caller.holder(), conversation, request.sequence())) {
      throw Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
    }
    return HttpResponse.noContent();
  }

  /** LOG-4, LOG-5, E2E-6: what can be refused without looking anything up. */
  private static AppendRequest parse(
      Caller caller, ConversationId conversation, EntryRequest request) {
    List<DeviceId> removed = request.removed() == null ? List.of() : request.removed();
    List<PushCapsule> capsules = capsules(request);
    boolean isEachOnce = new HashSet<>(removed).size() == removed.size();
    if (request.number() < 1 || removed.size() > Limits.OPEN_SEATS || !isEachOnce) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    if (request.message().length() > Limits.MESSAGE_BYTES
        || (request.welcome() != null && request.welcome().length() > Limits.WELCOME_BYTES)) {
      throw Problem.of(ProblemType.TOO_LARGE);
    }
    try {
      PrivateMessage framing = PrivateMessage.parse(request.message());
      Optional<AppendRequest.Joining> welcome =
          Optional.ofNullable(request.welcome())
              .map(bytes -> new AppendRequest.Joining(bytes, Welcome.parse(bytes)));
      boolean changesMembers = welcome.isPresent() || !removed.isEmpty() || request.lead() != null;
      requireConsistent(conversation, framing, changesMembers);
      return new AppendRequest(
          conversation,
          caller.holder(),
          request.number(),
          request.message(),
          framing,
          welcome,
          removed,
          Boolean.TRUE.equals(request.quiet()),
          Optional.ofNullable(request.lead()),
          Optional.ofNullable(request.vault()).map(update -> update.by(caller)),
          capsules);
    } catch (MalformedMessageException e) {
      throw Problem.of(ProblemType.MALFORMED_MESSAGE);
    }
  }

  private static List<PushCapsule> capsules(EntryRequest request) {
    List<Bytes> given = request.capsules() == null ? List.of() : request.capsules();
    List<PushCapsule> capsules =
        given.stream().flatMap(bytes -> PushCapsule.of(bytes).stream()).toList();
    if (given.size() > Limits.CAPSULES_AN_APPEND || capsules.size() < given.size()) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    return capsules;
  }

  private static void requireConsistent(
      ConversationId conversation, PrivateMessage framing, boolean changesMembers) {
    boolean isApplication = framing.content() == PrivateMessage.Content.APPLICATION;
    if (framing.group().map(GroupId::conversation).filter(conversation::equals).isEmpty()) {
      throw Problem.of(ProblemType.GROUP_MISMATCH);
    }
    if (isApplication && changesMembers) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    if (isApplication && !framing.isPadded()) {
      throw Problem.of(ProblemType.MESSAGE_NOT_PADDED);
    }
  }

  @Serdeable
  record EntryRequest(
      @Serdeable.Deserializable(using = WholeNumber.class) long number,
      Bytes message,
      @Nullable Bytes welcome,
      @Nullable List<DeviceId> removed,
      @Nullable Boolean quiet,
      @Nullable LeadId lead,
      @Nullable VaultUpdate vault,
      @Nullable List<Bytes> capsules) {}

  @Serdeable
  record Receipt(long sequence, long generation, long epoch) {}

  @Serdeable
  record AcknowledgementRequest(
      @Serdeable.Deserializable(using = WholeNumber.class) long sequence) {}

  @Serdeable
  record EntryPage(List<EntryView> entries, long latest) {
    static EntryPage of(ConversationService.Page page, BrandedId reader) {
      return new EntryPage(
          page.entries().stream().map(entry -> EntryView.of(entry, reader)).toList(),
          page.latest());
    }
  }

  /** A welcome is shown only to the devices that it is for. */
  @Serdeable
  record EntryView(
      long sequence,
      BrandedId sender,
      String kind,
      long generation,
      long epoch,
      Bytes message,
      @Nullable Bytes welcome) {
    static EntryView of(Entry entry, BrandedId reader) {
      return new EntryView(
          entry.sequence(),
          entry.sender(),
          entry.kind().name().toLowerCase(Locale.ROOT),
          entry.generation(),
          entry.epoch(),
          entry.message(),
          entry.welcomeFor(reader).orElse(null));
    }
  }
}
