package org.opstap.backend.pseudonym;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.PublicKeys;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/**
 * Opens pseudonyms. Whoever comes in the budget of open routes is admitted; blind admission tokens
 * will be asked for here.
 */
@Controller("/v1/pseudonyms")
@Tag(name = "sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.PHONE)
class PseudonymController {
  private final PseudonymService pseudonyms;

  PseudonymController(PseudonymService pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** A seat for a key that a phone made. The same key gets the same seat. */
  @OpenRoute(OpenRoute.Kind.JOINING)
  @Post
  HttpResponse<PseudonymAnswer> open(@Body PseudonymRequest request) {
    return HttpResponse.created(
        new PseudonymAnswer(pseudonyms.open(PublicKeys.parse(request.publicKey()))));
  }

  @Serdeable
  record PseudonymRequest(Bytes publicKey) {}

  @Serdeable
  record PseudonymAnswer(PseudonymId pseudonym) {}
}
