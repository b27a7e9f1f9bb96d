package org.opstap.backend.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that takes unsigned requests, within a budget that everybody shares. All other routes
 * demand a signature.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OpenRoute {
  /** Which budget: a flood of one kind delays no other. */
  Kind value();

  /** What is asked for without a signature. */
  enum Kind {
    /** Puzzles and tokens: a solution is checked, which takes long. */
    ADMISSION,
    /** Opens a pseudonym or registers a device: a table grows. */
    JOINING,
    /** Challenges and sessions: a signature is checked. */
    SESSIONS,
    /** A return: a vault is looked for, and a seat gets another key. */
    RETURNS,
    /** An erasure: a signature is checked, and rows go. */
    ERASURES,
    /** The directory, and ranking by it. */
    DIRECTORY
  }
}
