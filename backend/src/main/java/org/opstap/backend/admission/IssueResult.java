package org.opstap.backend.admission;

import org.opstap.protocol.wire.Bytes;

/** What can come of a request for tokens. */
sealed interface IssueResult {
  /**
   * @param response of the form that belongs to the request's
   */
  record Issued(Bytes response) implements IssueResult {}

  /** No node issued this challenge. */
  record ChallengeInvalid() implements IssueResult {}

  /** The solution came too late. */
  record ChallengeExpired() implements IssueResult {}

  /** Not one to ten token requests of the one type. */
  record RequestMalformed() implements IssueResult {}

  /** No key has that truncated id now. */
  record KeyUnknown() implements IssueResult {}

  /** The solution is none, or of another body. */
  record WorkInvalid() implements IssueResult {}

  /** A card that is unknown, withdrawn or over. */
  record CardInvalid() implements IssueResult {}

  /** Other requests had all uses of the card. */
  record CardUsedUp() implements IssueResult {}

  /** Too many ask, or this node can't open its key: later, or on another node. */
  record Unavailable() implements IssueResult {}
}
