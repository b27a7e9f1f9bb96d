/** Reads the words of cards; with their list, in a chunk that is loaded when somebody has one. */
export { readCardWords, withWord } from '@opstap/protocol/admission/card-words';
