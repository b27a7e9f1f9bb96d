/** Reads the words of a return phrase; with both lists, in a chunk that is loaded when somebody comes back. */
export { readPhrase } from '@opstap/protocol/vault/phrase';
export { withWord } from '@opstap/protocol/words/typed-words';
