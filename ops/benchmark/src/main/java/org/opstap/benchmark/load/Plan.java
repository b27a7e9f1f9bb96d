package org.opstap.benchmark.load;

import java.util.Optional;

/** Decides what a {@link LoadLoop} sends, and when. All calls come from the loop's thread. */
public interface Plan {
  /** What a free connection is to send now; empty to leave it free. */
  Optional<Work> next(long now);

  /** When {@link #next} may have something if nothing is answered until then, as nano time. */
  long wakeAt(long now);

  /** Whether the loop ends now. */
  boolean isOver(long now);
}
