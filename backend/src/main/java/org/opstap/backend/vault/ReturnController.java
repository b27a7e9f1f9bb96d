package org.opstap.backend.vault;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.PublicKeys;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** Lets in whoever knows a return phrase, on any phone. */
@Controller("/v1/vault-returns")
@Tag(name = "vaults")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.PHONE)
class ReturnController {
  private final ReturnService returns;

  ReturnController(ReturnService returns) {
    this.returns = returns;
  }

  /** Gives a vault's state, and its conversation's seat to a new key. The phone before is out. */
  @OpenRoute(OpenRoute.Kind.RETURNS)
  @Post
  ReturnAnswer comeBack(@Body ReturnRequest request) {
    Ed25519PublicKey key = PublicKeys.parse(request.publicKey());
    if (request.locator().length() != Limits.VAULT_KEY_BYTES
        || request.accessKey().length() != Limits.VAULT_KEY_BYTES) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    return switch (returns.comeBack(request.locator(), request.accessKey(), key)) {
      case ReturnResult.Returned(
              PseudonymId pseudonym,
              ConversationId conversation,
              long version,
              SealedState state) ->
          new ReturnAnswer(pseudonym, conversation, version, state.value());
      case ReturnResult.NotFound ignored -> throw Problem.of(ProblemType.VAULT_NOT_FOUND);
      case ReturnResult.KeyTaken ignored -> throw Problem.of(ProblemType.SEAT_KEY_TAKEN);
    };
  }

  @Serdeable
  record ReturnRequest(Bytes locator, Bytes accessKey, Bytes publicKey) {}

  @Serdeable
  record ReturnAnswer(
      PseudonymId pseudonym, ConversationId conversation, long version, Bytes state) {}
}
