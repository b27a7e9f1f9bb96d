package org.opstap.backend.directory;

/**
 * What a programme takes for a new conversation.
 *
 * @param tokensPerConversation with the one that opened the pseudonym, 1 to 10
 * @param cardsOnly whether it takes a use of one of its cards instead
 */
public record ConversationPrice(int tokensPerConversation, boolean cardsOnly) {
  /** Of a programme that says nothing: the token that opened the pseudonym was enough. */
  public static final ConversationPrice LOWEST = new ConversationPrice(1, false);

  /** How many tokens have to come with the request. */
  public int furtherTokens() {
    return tokensPerConversation - 1;
  }
}
