package org.opstap.backend.erasure;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.mls.GroupId;
import org.opstap.protocol.mls.MalformedMessageException;
import org.opstap.protocol.mls.PrivateMessage;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Erasing: her request, and how the devices learn of it and follow. */
@Controller("/v1/erasures")
@Tag(name = "erasures")
@ExecuteOn(TaskExecutors.BLOCKING)
class ErasureController {
  private final ErasureService erasures;

  ErasureController(ErasureService erasures) {
    this.erasures = erasures;
  }

  /**
   * Erases a conversation with everything that is in it. The request is signed by itself, so that a
   * phone needs no key any more to send it again; then it gets the same answer.
   */
  @OpenRoute(OpenRoute.Kind.ERASURES)
  @ServedTo(Audience.PHONE)
  @Post
  HttpResponse<Void> erase(@Body EraseRequest request) {
    return switch (erasures.erase(request.parse())) {
      case ErasureResult.Erased ignored -> HttpResponse.noContent();
      case ErasureResult.NotFound ignored -> throw Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
      case ErasureResult.SeatMoved ignored -> throw Problem.of(ProblemType.SEAT_MOVED);
    };
  }

  /** What a device that had a seat needs to see for itself that the seeker asked for it. */
  @ServedTo(Audience.TEAM)
  @Get("/{conversation}")
  ErasureView show(Caller caller, ConversationId conversation) {
    return device(caller)
        .flatMap(device -> erasures.show(device, conversation))
        .map(ErasureView::of)
        .orElseThrow(() -> Problem.of(ProblemType.CONVERSATION_NOT_FOUND));
  }

  /** Says that this device has followed. Nothing here names it any more. */
  @ServedTo(Audience.TEAM)
  @Put("/{conversation}/confirmation")
  HttpResponse<Void> confirm(Caller caller, ConversationId conversation) {
    boolean wasTold =
        device(caller).filter(device -> erasures.confirm(device, conversation)).isPresent();
    if (!wasTold) {
      throw Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
    }
    return HttpResponse.noContent();
  }

  private static Optional<DeviceId> device(Caller caller) {
    return caller instanceof Caller.Device self ? Optional.of(self.device()) : Optional.empty();
  }

  /**
   * @param message null where her phone is in no group
   */
  @Serdeable
  record EraseRequest(ConversationId conversation, @Nullable Bytes message, Bytes signature) {
    ErasureRequest parse() {
      if (message != null) {
        requireApplicationMessage(message);
      }
      return new ErasureRequest(conversation, Optional.ofNullable(message), signature);
    }

    /** What any message of that conversation has to be; of its epoch nothing is asked. */
    private void requireApplicationMessage(Bytes given) {
      if (given.length() > Limits.MESSAGE_BYTES) {
        throw Problem.of(ProblemType.TOO_LARGE);
      }
      try {
        PrivateMessage framing = PrivateMessage.parse(given);
        if (framing.group().map(GroupId::conversation).filter(conversation::equals).isEmpty()) {
          throw Problem.of(ProblemType.GROUP_MISMATCH);
        }
        if (framing.content() != PrivateMessage.Content.APPLICATION) {
          throw Problem.of(ProblemType.MALFORMED_MESSAGE);
        }
        if (!framing.isPadded()) {
          throw Problem.of(ProblemType.MESSAGE_NOT_PADDED);
        }
      } catch (MalformedMessageException e) {
        throw Problem.of(ProblemType.MALFORMED_MESSAGE);
      }
    }
  }

  @Serdeable
  record ErasureView(
      ConversationId conversation, @Nullable Bytes message, List<CommitView> commits) {
    static ErasureView of(Erasure erasure) {
      return new ErasureView(
          erasure.conversation(),
          erasure.message().orElse(null),
          erasure.commits().stream().map(CommitView::of).toList());
    }
  }

  /** The same members as an entry of the log. */
  @Serdeable
  record CommitView(
      long sequence,
      BrandedId sender,
      String kind,
      long generation,
      long epoch,
      Bytes message,
      @Nullable Bytes welcome) {
    static CommitView of(Erasure.Commit commit) {
      return new CommitView(
          commit.sequence(),
          commit.sender(),
          "commit",
          commit.generation(),
          commit.epoch(),
          commit.message(),
          commit.welcome().orElse(null));
    }
  }
}
