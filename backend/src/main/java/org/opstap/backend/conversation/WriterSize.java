package org.opstap.backend.conversation;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/**
 * How appends are gathered. The properties are for measuring: {@code opstap.append.batch} of 1 is a
 * commit for each message.
 *
 * @param writers transactions under way at once
 * @param batch appends in one of them; 128 of the largest are 12 MB, their states as much in
 *     another statement, and MariaDB takes 16 in one
 */
@Singleton
record WriterSize(
    @Property(name = "opstap.append.writers", defaultValue = "1") int writers,
    @Property(name = "opstap.append.batch", defaultValue = "128") int batch) {
  /** For each writer: more than a second's work, after which its caller is no longer there. */
  static final int WAITING = 8_192;
}
