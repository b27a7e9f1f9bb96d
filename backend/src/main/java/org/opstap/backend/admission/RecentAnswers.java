package org.opstap.backend.admission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.wire.Bytes;

/**
 * The last answers of this node, so that sending one solved request a thousand times costs it
 * nothing. Whatever is not in here any more is checked and signed again, with the same result.
 */
final class RecentAnswers {
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

  Optional<Bytes> of(Bytes body, AdmissionProof.Work work) {
    Bytes key = key(body, work);
    synchronized (responses) {
      return Optional.ofNullable(responses.get(key));
    }
  }

  void remember(Bytes body, AdmissionProof.Work work, Bytes response) {
    Bytes key = key(body, work);
    synchronized (responses) {
      responses.put(key, response);
    }
  }

  /** Of fixed lengths but for the last part, so that no two requests run into each other. */
  private static Bytes key(Bytes body, AdmissionProof.Work work) {
    return Bytes.concat(work.challenge(), work.solution(), body).sha256();
  }
}
