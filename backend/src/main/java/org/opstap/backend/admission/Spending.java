package org.opstap.backend.admission;

/** What became of a token that was to be spent. */
public enum Spending {
  /** It is spent now, if the transaction is committed. */
  FIRST,
  /** The same request had spent it: its answer was lost, or is under way twice. */
  SAME_REQUEST,
  /** Another request had spent it. */
  ANOTHER_REQUEST,
  /** Its key was dropped in the meantime. */
  KEY_DROPPED
}
