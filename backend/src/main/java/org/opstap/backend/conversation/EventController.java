package org.opstap.backend.conversation;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.SessionEnd;
import org.opstap.backend.wake.News;
import org.opstap.backend.wake.WakeHub;
import org.opstap.protocol.id.ConversationId;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The live stream (LOG-17). */
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
  Publisher<Event<NewsView>> events(Caller caller, SessionEnd sessionEnd) {
    // Listen first, look then: what happens in between is told twice rather than not at all.
    Flux<Event<NewsView>> changes = wake.open(caller.holder()).map(EventController::event);
    Flux<Event<NewsView>> present =
        Flux.fromIterable(conversations.list(caller.holder()))
            .map(view -> new News(view.conversation(), view.latest()))
            .map(EventController::news);
    Flux<Event<NewsView>> beats =
        Flux.interval(Limits.HEARTBEAT).onBackpressureDrop().map(tick -> beat());
    Duration left = Duration.between(clock.instant(), sessionEnd.at());
    Flux<Event<NewsView>> told =
        present
            .concatWith(changes)
            .publish(shared -> shared.mergeWith(beats.takeUntilOther(shared.ignoreElements())));
    // The answer's head leaves with the first event: who has no conversation needs one, too.
    return told.startWith(beat()).take(left.isNegative() ? Duration.ZERO : left);
  }

  private static Event<NewsView> event(WakeHub.Signal signal) {
    return switch (signal) {
      case WakeHub.Fresh(News news) -> news(news);
      case WakeHub.Replaced ignored -> Event.of(NewsView.NOTHING).name("replaced");
    };
  }

  private static Event<NewsView> news(News news) {
    return Event.of(new NewsView(news.conversation(), news.latest())).name("news");
  }

  private static Event<NewsView> beat() {
    return Event.of(NewsView.NOTHING).name("beat");
  }

  /** Both members are null in {@code beat} and {@code replaced}. */
  @Serdeable
  record NewsView(@Nullable ConversationId conversation, @Nullable Long latest) {
    static final NewsView NOTHING = new NewsView(null, null);
  }
}
