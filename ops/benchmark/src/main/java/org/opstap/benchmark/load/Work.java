package org.opstap.benchmark.load;

import org.opstap.benchmark.client.RequestBuffer;

/** One request and what becomes of it. */
public interface Work {
  /** Appends the whole request to a buffer. */
  void write(RequestBuffer request);

  /** The answer is there. */
  void answered(Answer answer, long now);
}
