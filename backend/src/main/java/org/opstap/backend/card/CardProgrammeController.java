package org.opstap.backend.card;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.problem.ProblemType;

/** Tells whoever holds a card whose it is. */
@Controller("/v1/admission/card-programmes")
@Tag(name = "admission")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.PHONE)
class CardProgrammeController {
  private final CardService cards;

  CardProgrammeController(CardService cards) {
    this.cards = cards;
  }

  /** The programme of a card, also of one without a use left. Asking costs none. */
  @OpenRoute(OpenRoute.Kind.ADMISSION)
  @Post
  CardProgrammeAnswer look(HttpRequest<?> request) {
    CardSecret secret =
        PresentedCard.of(request).orElseThrow(() -> Problem.of(ProblemType.ADMISSION_MISSING));
    return cards
        .look(secret)
        .map(CardProgrammeAnswer::new)
        .orElseThrow(() -> Problem.of(ProblemType.CARD_INVALID));
  }

  @Serdeable
  record CardProgrammeAnswer(ProgrammeId programme) {}
}
