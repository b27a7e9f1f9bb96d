/** Where a worker's client keeps its conversations, each by the parts of its log. */
export const conversationPrefix = 'worker/conversation/';
/** Where it keeps the presence of its person (STF-6). */
export const presenceKey = 'worker/presence';
/** Where it keeps the root of its vault's keys (STF-15). */
export const rootKey = 'worker/vault-root';
/** Where it notes that a conversation is erased here, until the server knows. */
export const erasedPrefix = 'worker/erased/';
