package org.opstap.backend.admission;

import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.Puzzle;
import org.opstap.protocol.privacypass.BlindSigner;
import org.opstap.protocol.privacypass.MalformedTokenException;
import org.opstap.protocol.privacypass.TokenRequest;
import org.opstap.protocol.privacypass.TokenResponse;
import org.opstap.protocol.wire.Bytes;

/**
 * Signs tokens for whoever has worked for them. Keeps nothing of it: the same request with the same
 * solution gets the same signatures, from any node (ADM-21). There from the start, so that its
 * metrics are.
 */
@Context
class TokenService {
  private final AdmissionChallenges challenges;
  private final IssuerKeyService keys;
  private final Price price;
  private final RecentAnswers recent = new RecentAnswers(Limits.ADMISSION_RECENT_ANSWERS);
  private final AdmissionMetrics metrics;
  private final Clock clock;
  private final NarrowGate gate =
      new NarrowGate(
          Limits.ADMISSION_CHECKS_AT_ONCE,
          Limits.ADMISSION_CHECKS_WAITING,
          Limits.ADMISSION_PATIENCE);

  TokenService(
      AdmissionChallenges challenges,
      IssuerKeyService keys,
      Price price,
      AdmissionMetrics metrics,
      Clock clock) {
    this.challenges = challenges;
    this.keys = keys;
    this.price = price;
    this.metrics = metrics;
    this.clock = clock;
    metrics.waiting(gate);
  }

  Puzzle challenge() {
    return challenges.issue(price.attempts(gate.waiting()));
  }

  /** What is cheap to check comes first, the challenge's MAC before all. */
  IssueResult issue(RequestForm form, Bytes body, AdmissionProof.Work work) {
    IssueResult result = check(form, body, work);
    if (!(result instanceof IssueResult.Issued)) {
      metrics.refusedRequest();
    }
    return result;
  }

  private IssueResult check(RequestForm form, Bytes body, AdmissionProof.Work work) {
    Optional<AdmissionChallenges.Challenge> challenge = challenges.open(work.challenge());
    if (challenge.isEmpty()) {
      return new IssueResult.ChallengeInvalid();
    }
    if (!clock.instant().isBefore(challenge.get().expiresAt())) {
      return new IssueResult.ChallengeExpired();
    }
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
      BlindSigner signer = key.get().signer();
      if (signer == null) {
        return new IssueResult.Unavailable();
      }
      signers.add(signer);
    }
    Puzzle puzzle = challenge.get().puzzle();
    return recent
        .of(body, work)
        .<IssueResult>map(IssueResult.Issued::new)
        .or(() -> gate.pass(() -> checkAndSign(form, body, work, puzzle, requests, signers)))
        .orElseGet(IssueResult.Unavailable::new);
  }

  private IssueResult checkAndSign(
      RequestForm form,
      Bytes body,
      AdmissionProof.Work work,
      Puzzle puzzle,
      List<TokenRequest> requests,
      List<BlindSigner> signers) {
    if (!puzzle.accepts(body, work.solution())) {
      return new IssueResult.WorkInvalid();
    }
    List<TokenResponse> responses = new ArrayList<>();
    try {
      for (int i = 0; i < requests.size(); i++) {
        responses.add(
            new TokenResponse(signers.get(i).blindSign(requests.get(i).blindedMessage())));
      }
    } catch (MalformedTokenException e) {
      return new IssueResult.RequestMalformed();
    }
    Bytes response = form.encode(responses);
    recent.remember(body, work, response);
    price.issued(responses.size());
    metrics.issued(responses.size());
    return new IssueResult.Issued(response);
  }
}
