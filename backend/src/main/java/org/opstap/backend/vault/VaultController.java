package org.opstap.backend.vault;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.MinuteBudget;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** A conversation's vault, for its own phone. */
@Controller("/v1/conversations/{conversation}/vault")
@Tag(name = "vaults")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.PHONE)
class VaultController {
  private final VaultService vaults;
  private final MinuteBudget budget;

  VaultController(VaultService vaults, Clock clock) {
    this.vaults = vaults;
    this.budget = new MinuteBudget(Limits.VAULT_WRITES_A_MINUTE, clock);
  }

  /** Makes the vault, or puts it in the place of the one that is there. */
  @Post
  HttpResponse<VersionAnswer> make(
      Caller caller, ConversationId conversation, @Body VaultRequest request) {
    Caller.Seeker seeker = Writers.seeker(caller);
    NewVault vault = request.parse();
    count(seeker, conversation);
    return switch (vaults.make(seeker, conversation, vault)) {
      case MakeResult.Made ignored -> HttpResponse.created(new VersionAnswer(NewVault.VERSION));
      case MakeResult.ConversationNotFound ignored ->
          throw Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
      case MakeResult.LocatorTaken ignored -> throw Problem.of(ProblemType.VAULT_LOCATOR_TAKEN);
      case MakeResult.OtherVersion(long stored) -> throw Problem.vaultVersion(stored);
      case MakeResult.SeatMoved ignored -> throw Problem.of(ProblemType.SEAT_MOVED);
    };
  }

  /** Stores the next state. The same one again is as good as once. */
  @Put
  HttpResponse<Void> write(Caller caller, ConversationId conversation, @Body VaultUpdate request) {
    VaultWrite write = request.by(caller);
    count(write.writer(), conversation);
    return switch (vaults.write(conversation, write)) {
      case WriteResult.Written ignored -> HttpResponse.noContent();
      case WriteResult.ConversationNotFound ignored ->
          throw Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
      case WriteResult.Refused(WriteRefusal refusal) -> throw VaultProblems.of(refusal);
    };
  }

  /** Removes the vault, if there is one: the return phrase finds nothing of it any more. */
  @Delete
  HttpResponse<Void> remove(Caller caller, ConversationId conversation) {
    Caller.Seeker seeker = Writers.seeker(caller);
    return switch (vaults.remove(seeker, conversation)) {
      case RemoveResult.Removed ignored -> HttpResponse.noContent();
      case RemoveResult.ConversationNotFound ignored ->
          throw Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
      case RemoveResult.SeatMoved ignored -> throw Problem.of(ProblemType.SEAT_MOVED);
    };
  }

  private void count(Caller.Seeker seeker, ConversationId conversation) {
    budget
        .take(seeker.pseudonym(), conversation)
        .ifPresent(
            wait -> {
              throw Problem.of(ProblemType.RATE_LIMITED, wait);
            });
  }

  /**
   * @param accessKeyDigest SHA-256 of the access key: that one comes with a return only
   */
  @Serdeable
  record VaultRequest(Bytes locator, Bytes accessKeyDigest, Bytes state) {
    NewVault parse() {
      if (locator.length() != Limits.VAULT_KEY_BYTES
          || accessKeyDigest.length() != Limits.VAULT_KEY_BYTES) {
        throw Problem.of(ProblemType.MALFORMED_REQUEST);
      }
      return new NewVault(locator.sha256(), accessKeyDigest, SealedState.parse(state));
    }
  }

  @Serdeable
  record VersionAnswer(long version) {}
}
