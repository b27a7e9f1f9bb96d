package org.opstap.backend.admission;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.privacypass.MalformedTokenException;
import org.opstap.protocol.privacypass.PrivateTokenChallenge;
import org.opstap.protocol.privacypass.PrivateTokenCredentials;
import org.opstap.protocol.privacypass.Token;
import org.opstap.protocol.privacypass.TokenChallenge;
import org.opstap.protocol.wire.Bytes;

/** Says which token is wanted, looks whether one is good, and spends it once (ADM-24 to ADM-28). */
@Singleton
public class RedemptionService {
  /** For a server without host names, which is on loopback. */
  private static final String OWN_MACHINE = "opstap.localhost";

  private final IssuerKeyService keys;
  private final SpentTokenStore spent;
  private final AdmissionMetrics metrics;
  private final TokenChallenge wanted;

  RedemptionService(
      IssuerKeyService keys,
      SpentTokenStore spent,
      AdmissionMetrics metrics,
      @Nullable @Property(name = "opstap.phone-host") String phoneHost) {
    this.keys = keys;
    this.spent = spent;
    this.metrics = metrics;
    String name = phoneHost == null ? OWN_MACHINE : nameOf(phoneHost);
    this.wanted = new TokenChallenge(name, Bytes.empty(), List.of(name));
  }

  private static String nameOf(String authority) {
    return authority.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }

  /** What everybody without a token is told: the same bytes for a whole month. */
  public PrivateTokenChallenge challenge() {
    return new PrivateTokenChallenge(wanted, keys.current().publicKey());
  }

  /**
   * Looks at the token in a header, and spends nothing.
   *
   * @param authorization the value of {@code Authorization}
   * @return empty where it is no token of this issuer for this origin, or one of a month that is
   *     over
   */
  public Optional<VerifiedToken> verify(String authorization) {
    return counted(read(() -> PrivateTokenCredentials.parse(authorization).token()));
  }

  /**
   * The same for a token that comes in a body.
   *
   * @param token as RFC 9577 section 2.2 writes it
   */
  public Optional<VerifiedToken> verify(Bytes token) {
    return counted(read(() -> Token.parse(token)));
  }

  private static Optional<Token> read(Supplier<Token> reader) {
    try {
      return Optional.of(reader.get());
    } catch (MalformedTokenException e) {
      return Optional.empty();
    }
  }

  private Optional<VerifiedToken> counted(Optional<Token> read) {
    Optional<VerifiedToken> verified = read.flatMap(this::verified);
    if (verified.isEmpty()) {
      metrics.refused();
    }
    return verified;
  }

  private Optional<VerifiedToken> verified(Token token) {
    return keys.redeeming(token.tokenKeyId())
        .filter(key -> token.answers(wanted) && key.verifier().verifies(token))
        .map(key -> new VerifiedToken(key.month().atDay(1), token.nonce()));
  }

  /**
   * Spends a token within the caller's transaction: what it is spent for happens in the same one,
   * or neither does. Of several that come at once, on any node, one is the first.
   *
   * @param requestDigest SHA-256 of what it is spent for
   */
  public Spending spend(VerifiedToken token, Bytes requestDigest) {
    if (spent.insertIfNew(token, requestDigest)) {
      return Spending.FIRST;
    }
    Optional<Bytes> before = spent.requestDigest(token);
    if (before.isEmpty()) {
      keys.forget();
      return Spending.KEY_DROPPED;
    }
    return before.get().equalsInConstantTime(requestDigest)
        ? Spending.SAME_REQUEST
        : Spending.ANOTHER_REQUEST;
  }

  /** Counts what became of a token, when it is certain. */
  public void count(boolean accepted) {
    if (accepted) {
      metrics.spent();
    } else {
      metrics.refused();
    }
  }
}
