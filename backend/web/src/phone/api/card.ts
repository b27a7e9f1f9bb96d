/** Reads the words of cards; with their list, in a chunk that is loaded when somebody has one. */
export { readCardWords } from '@opstap/protocol/admission/card-words';
export { withWord } from '@opstap/protocol/words/typed-words';
