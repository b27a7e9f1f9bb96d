package org.opstap.backend.admission;

import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.opstap.backend.card.CardResult;
import org.opstap.backend.card.CardService;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.Puzzle;
import org.opstap.protocol.privacypass.BlindSigner;
import org.opstap.protocol.privacypass.MalformedTokenException;
import org.opstap.protocol.privacypass.TokenRequest;
import org.opstap.protocol.wire.Bytes;

/**
 * Signs tokens for whoever has worked for them, or shows a card. Keeps nothing of what it signs:
 * the same request with the same proof gets the same signatures, from any node (ADM-21, ADM-33).
 * There from the start, so that its metrics are.
 */
@Context
class TokenService {
  private final AdmissionChallenges challenges;
  private final IssuerKeyService keys;
  private final CardService cards;
  private final Price price;
  private final RecentAnswers recent = new RecentAnswers(Limits.ADMISSION_RECENT_ANSWERS);
  private final AdmissionMetrics metrics;
  private final Clock clock;
  private final NarrowGate gate = newGate();

  /** Of their own: a flood of solutions that are none leaves those with a card alone (ADM-22). */
  private final NarrowGate cardGate = newGate();

  TokenService(
      AdmissionChallenges challenges,
      IssuerKeyService keys,
      CardService cards,
      Price price,
      AdmissionMetrics metrics,
      Clock clock) {
    this.challenges = challenges;
    this.keys = keys;
    this.cards = cards;
    this.price = price;
    this.metrics = metrics;
    this.clock = clock;
    metrics.waiting(gate);
  }

  private static NarrowGate newGate() {
    return new NarrowGate(
        Limits.ADMISSION_CHECKS_AT_ONCE,
        Limits.ADMISSION_CHECKS_WAITING,
        Limits.ADMISSION_PATIENCE);
  }

  /** Where solutions wait for their check. */
  NarrowGate workGate() {
    return gate;
  }

  Puzzle challenge() {
    return challenges.issue(price.attempts(gate.waiting()));
  }

  /** What is cheap to check comes first, a challenge's MAC before all. */
  IssueResult issue(RequestForm form, Bytes body, AdmissionProof proof) {
    IssueResult result =
        switch (proof) {
          case AdmissionProof.Work work -> forWork(form, body, work);
          case AdmissionProof.Card card -> forCard(form, body, card);
        };
    if (!(result instanceof IssueResult.Issued)) {
      metrics.refusedRequest();
    }
    return result;
  }

  private IssueResult forWork(RequestForm form, Bytes body, AdmissionProof.Work work) {
    Optional<AdmissionChallenges.Challenge> challenge = challenges.open(work.challenge());
    if (challenge.isEmpty()) {
      return new IssueResult.ChallengeInvalid();
    }
    if (!clock.instant().isBefore(challenge.get().expiresAt())) {
      return new IssueResult.ChallengeExpired();
    }
    Puzzle puzzle = challenge.get().puzzle();
    return ordered(
        form,
        body,
        order ->
            answered(
                gate,
                body,
                work,
                () -> {
                  if (price.isOutdated(puzzle.attempts())) {
                    return new IssueResult.ChallengeExpired();
                  }
                  if (!puzzle.accepts(body, work.solution())) {
                    return new IssueResult.WorkInvalid();
                  }
                  price.issued(order.requests().size());
                  return signed(form, body, work, order);
                }));
  }

  /** A use is counted before anything is signed, and only for what can be signed (ADM-33). */
  private IssueResult forCard(RequestForm form, Bytes body, AdmissionProof.Card card) {
    return ordered(
        form,
        body,
        order ->
            switch (cards.use(card.secret(), body.sha256())) {
              case CardResult.Good ignored ->
                  answered(cardGate, body, card, () -> signed(form, body, card, order));
              case CardResult.Invalid ignored -> new IssueResult.CardInvalid();
              case CardResult.UsedUp ignored -> new IssueResult.CardUsedUp();
            });
  }

  /** Reads what is asked for, and goes on if all of it can be signed now. */
  private IssueResult ordered(
      RequestForm form, Bytes body, Function<TokenOrder, IssueResult> next) {
    List<TokenRequest> requests;
    try {
      requests = form.parse(body);
    } catch (MalformedTokenException e) {
      return new IssueResult.RequestMalformed();
    }
    List<BlindSigner> signers = new ArrayList<>();
    for (TokenRequest request : requests) {
      Optional<IssuerKey> key = keys.signing(request.truncatedTokenKeyId());
      if (key.isEmpty()) {
        return new IssueResult.KeyUnknown();
      }
      if (!key.get().publicKey().hasInRange(request.blindedMessage())) {
        return new IssueResult.RequestMalformed();
      }
      BlindSigner signer = key.get().signer();
      if (signer == null) {
        return new IssueResult.Unavailable();
      }
      signers.add(signer);
    }
    return next.apply(new TokenOrder(requests, signers));
  }

  /** The answer that the same request had, or else the work's, when its turn comes. */
  private IssueResult answered(
      NarrowGate turns, Bytes body, AdmissionProof proof, Supplier<IssueResult> work) {
    return recent
        .of(body, proof)
        .<IssueResult>map(IssueResult.Issued::new)
        .or(() -> turns.pass(work))
        .orElseGet(IssueResult.Unavailable::new);
  }

  private IssueResult signed(RequestForm form, Bytes body, AdmissionProof proof, TokenOrder order) {
    Bytes response = form.encode(order.sign());
    recent.remember(body, proof, response);
    metrics.issued(order.requests().size());
    return new IssueResult.Issued(response);
  }
}
