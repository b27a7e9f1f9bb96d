package org.opstap.protocol.admission;

import java.util.Map;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * The value of the header {@code Opstap-Admission}: what somebody who asks for tokens shows for it
 * (ADM-20, ADM-30).
 */
public sealed interface AdmissionProof {
  /** The name of the header. */
  String FIELD = "Opstap-Admission";

  /**
   * A puzzle's solution.
   *
   * @param challenge as the server gave it
   * @param solution {@link Puzzle#SOLUTION_LENGTH} bytes, if it is any good
   */
  record Work(Bytes challenge, Bytes solution) implements AdmissionProof {
    private static final String CHALLENGE = "challenge";
    private static final String SOLUTION = "solution";

    private static Optional<AdmissionProof> of(Map<String, Bytes> members) {
      Bytes challenge = members.get(CHALLENGE);
      Bytes solution = members.get(SOLUTION);
      return challenge == null || solution == null || members.size() > 2
          ? Optional.empty()
          : Optional.of(new Work(challenge, solution));
    }

    @Override
    public String toFieldValue() {
      return ByteDictionary.member(CHALLENGE, challenge)
          + ", "
          + ByteDictionary.member(SOLUTION, solution);
    }
  }

  /** A contact card. */
  record Card(CardSecret secret) implements AdmissionProof {
    private static final String CARD = "card";

    private static Optional<AdmissionProof> of(Map<String, Bytes> members) {
      Bytes secret = members.get(CARD);
      return secret == null || secret.length() != CardSecret.LENGTH || members.size() > 1
          ? Optional.empty()
          : Optional.of(new Card(new CardSecret(SecretBytes.copyOf(secret.toByteArray()))));
    }

    @Override
    public String toFieldValue() {
      return ByteDictionary.member(CARD, secret.bytes());
    }
  }

  /** The header's value. */
  String toFieldValue();

  /** Reads a value to its last character; empty where it is no proof of a kind known here. */
  static Optional<AdmissionProof> parse(String field) {
    return ByteDictionary.parse(field)
        .flatMap(members -> Work.of(members).or(() -> Card.of(members)));
  }
}
