package org.opstap.backend.operations;

/**
 * A part without which this node should get no requests. Every bean of this type is asked (OPS-2).
 */
@FunctionalInterface
public interface ReadyWhen {
  /** Asked often, by several threads; answers within seconds. */
  boolean isReady();
}
