package org.opstap.protocol.ohttp;

/**
 * Why a request was not opened. The answer goes out in clear (RFC 9458 section 5.2); for all but
 * the first one it is {@link ObliviousHttp#KEY_PROBLEM_TYPE}, so that the client fetches the key
 * configurations again.
 */
public enum Refusal implements Decapsulation {
  /** Too short for its header, its key and a tag, or too long for any request. */
  MALFORMED,

  /** No key has that id, or the one that has it is of another mechanism. */
  UNKNOWN_KEY,

  /** The key is not used with that combination of function and cipher. */
  UNSUPPORTED_ALGORITHMS,

  /** Sealed to another key, with other information, or changed on its way. */
  NOT_OPENED
}
