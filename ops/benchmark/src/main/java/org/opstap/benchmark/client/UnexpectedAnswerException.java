package org.opstap.benchmark.client;

/** An answer that the specification gives no reason to expect. */
public final class UnexpectedAnswerException extends RuntimeException {
  public UnexpectedAnswerException(HttpAnswer answer) {
    super("unexpected answer " + answer.status() + ": " + answer.body());
  }
}
