/** Reads the words of a phrase; with both lists, in a chunk that is loaded when somebody comes back with one. */
export { readPhrase } from '@opstap/protocol/vault/phrase';
