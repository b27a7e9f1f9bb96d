package org.opstap.backend.conversation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.DirectOnly;
import org.opstap.backend.http.SessionEnd;
import org.opstap.backend.wake.WakeHub;

/** The live stream (LOG-17). It takes its connection, which is the relay's where there is one. */
@DirectOnly
@Controller("/v1/events")
@Tag(name = "conversations")
class EventController {
  private final ConversationService conversations;
  private final WakeHub wake;
  private final Clock clock;

  EventController(ConversationService conversations, WakeHub wake, Clock clock) {
    this.conversations = conversations;
    this.wake = wake;
    this.clock = clock;
  }

  /**
   * A beat, one event for each conversation that the caller has a seat in, then one for each
   * change, until the session ends.
   */
  @Get(headRoute = false)
  @Produces(MediaType.TEXT_EVENT_STREAM)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> events(HttpRequest<?> request, Caller caller, SessionEnd sessionEnd) {
    return wake.open(
        request,
        caller.holder(),
        Duration.between(clock.instant(), sessionEnd.at()),
        () -> conversations.news(caller.holder()));
  }
}
