package org.opstap.backend.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.opstap.protocol.privacypass.PrivateTokenChallenge;
import org.opstap.protocol.problem.ProblemType;

/**
 * An answer that is a problem document. Thrown at the edge only: services give sealed results.
 *
 * <p>Carries no cause and no text of its own, so that nothing of a request can leak through it.
 */
@Introspected
public final class Problem extends RuntimeException {
  private final ProblemType type;
  private final transient Map<String, Object> members;
  private final transient Optional<Duration> retryAfter;
  private final transient Optional<PrivateTokenChallenge> challenge;

  private Problem(
      ProblemType type,
      Map<String, Object> members,
      Optional<Duration> retryAfter,
      Optional<PrivateTokenChallenge> challenge) {
    super(type.slug(), null, false, false);
    this.type = type;
    this.members = members;
    this.retryAfter = retryAfter;
    this.challenge = challenge;
  }

  private Problem(ProblemType type, Map<String, Object> members) {
    this(type, members, Optional.empty(), Optional.empty());
  }

  public static Problem of(ProblemType type) {
    return new Problem(type, Map.of());
  }

  /** With {@code Retry-After}, in seconds, at least one. */
  public static Problem of(ProblemType type, Duration retryAfter) {
    return new Problem(type, Map.of(), Optional.of(retryAfter), Optional.empty());
  }

  /** With {@code WWW-Authenticate}, which says what token is wanted. */
  public static Problem of(ProblemType type, PrivateTokenChallenge challenge) {
    return new Problem(type, Map.of(), Optional.empty(), Optional.of(challenge));
  }

  public static Problem epochConflict(long generation, long epoch) {
    return new Problem(
        ProblemType.EPOCH_CONFLICT, Map.of("generation", generation, "epoch", epoch));
  }

  public static Problem conversationCostsMore(int tokensPerConversation, boolean cardsOnly) {
    return new Problem(
        ProblemType.CONVERSATION_COSTS_MORE,
        Map.of("tokensPerConversation", tokensPerConversation, "cardsOnly", cardsOnly));
  }

  public static Problem appendNumberAhead(long expected) {
    return new Problem(ProblemType.APPEND_NUMBER_AHEAD, Map.of("expected", expected));
  }

  /** What is stored. */
  public static Problem vaultVersion(long version) {
    return new Problem(ProblemType.VAULT_VERSION, Map.of("version", version));
  }

  /** What is stored. */
  public static Problem rosterChanged(long version) {
    return new Problem(ProblemType.ROSTER_CHANGED, Map.of("version", version));
  }

  /** How far the lead has come. */
  public static Problem leadMoved(String state) {
    return new Problem(ProblemType.LEAD_MOVED, Map.of("state", state));
  }

  public static Problem clockSkew(Instant serverTime) {
    return new Problem(
        ProblemType.CLOCK_SKEW,
        Map.of("serverTime", serverTime.truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  public ProblemType type() {
    return type;
  }

  Map<String, Object> members() {
    return members;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  Optional<PrivateTokenChallenge> challenge() {
    return challenge;
  }
}
