package org.opstap.backend.pseudonym;

/** What becomes of a seat's key at a return. */
public enum KeyChange {
  CHANGED,
  /** It had this key already: the same request again. */
  SAME,
  /** A seat has this key, or this one had it before: nothing changed. */
  TAKEN
}
