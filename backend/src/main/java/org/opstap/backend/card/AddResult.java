package org.opstap.backend.card;

import java.util.List;
import org.opstap.protocol.id.CardId;

/** What can come of new cards. */
sealed interface AddResult {
  /**
   * @param cards in the order in which they were asked for
   */
  record Added(List<CardId> cards) implements AddResult {
    public Added {
      cards = List.copyOf(cards);
    }
  }

  /** None, too many at once, or one that no card may be like. */
  record OutsideLimits() implements AddResult {}

  /** One of the digests is of another card. */
  record Exists() implements AddResult {}

  /** The programme keeps as many as it may. */
  record Full() implements AddResult {}
}
