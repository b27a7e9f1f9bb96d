package org.opstap.backend.admission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.wire.Bytes;

/**
 * The last answers of this node, so that sending one paid request a thousand times costs it
 * nothing. Whatever is not in here any more is checked and signed again, with the same result.
 */
final class RecentAnswers {
  private static final Bytes WORK = Bytes.copyOf(new byte[] {1});
  private static final Bytes CARD = Bytes.copyOf(new byte[] {2});

  private final Map<Bytes, Bytes> responses;

  RecentAnswers(int most) {
    this.responses =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Bytes, Bytes> eldest) {
            return size() > most;
          }
        };
  }

  Optional<Bytes> of(Bytes body, AdmissionProof proof) {
    Bytes key = key(body, proof);
    synchronized (responses) {
      return Optional.ofNullable(responses.get(key));
    }
  }

  void remember(Bytes body, AdmissionProof proof, Bytes response) {
    Bytes key = key(body, proof);
    synchronized (responses) {
      responses.put(key, response);
    }
  }

  /** Of fixed lengths but for the last part, so that no two requests run into each other. */
  private static Bytes key(Bytes body, AdmissionProof proof) {
    return switch (proof) {
      case AdmissionProof.Work(Bytes challenge, Bytes solution) ->
          Bytes.concat(WORK, challenge, solution, body).sha256();
      case AdmissionProof.Card(CardSecret secret) ->
          Bytes.concat(CARD, secret.digest(), body).sha256();
    };
  }
}
