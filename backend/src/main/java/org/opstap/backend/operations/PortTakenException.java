package org.opstap.backend.operations;

/** Somebody else has the management port. Says so in one line, and has no cause. */
public final class PortTakenException extends RuntimeException {
  PortTakenException(int port) {
    super("port %d can't be used, choose another with --management-port".formatted(port));
  }
}
