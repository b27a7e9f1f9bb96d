package org.opstap.benchmark.load;

import java.io.Closeable;
import java.io.IOException;

/** What a {@link LoadLoop} selects on. */
interface Channel extends Closeable {
  /** Reads or writes what is possible. True if it became free for other work. */
  boolean ready(long now) throws IOException;
}
