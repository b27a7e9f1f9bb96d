package org.opstap.backend.card;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.http.Problem;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.problem.ProblemType;

/** Reads the header of routes that take a card and nothing else. */
public final class PresentedCard {
  private PresentedCard() {}

  /** The card of a request; empty where it shows nothing. */
  public static Optional<CardSecret> of(HttpRequest<?> request) {
    List<String> fields = request.getHeaders().getAll(AdmissionProof.FIELD);
    return fields.isEmpty() ? Optional.empty() : Optional.of(parse(String.join(", ", fields)));
  }

  private static CardSecret parse(String field) {
    if (AdmissionProof.parse(field).orElse(null)
        instanceof AdmissionProof.Card(CardSecret secret)) {
      return secret;
    }
    throw Problem.of(ProblemType.CARD_INVALID);
  }
}
