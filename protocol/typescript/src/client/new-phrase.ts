import type { Bytes } from '../json/base64url.js';
import { drawPhrase, type PhraseLanguage, wordsOf, wordsOfAPhrase } from '../vault/phrase.js';

/** A phrase that was just drawn. It is nowhere but here until it is confirmed, and only its root is anywhere then (RPH-11). */
export class NewPhrase {
  /** The places, from 1 on, of the two words that are asked back. */
  readonly asked: readonly [number, number];
  readonly #phrase: Bytes;
  readonly #take: (phrase: Bytes) => Promise<void>;

  constructor(take: (phrase: Bytes) => Promise<void>) {
    this.#phrase = drawPhrase();
    this.#take = take;
    this.asked = twoPlaces();
  }

  words(language: PhraseLanguage): readonly string[] {
    return wordsOf(this.#phrase, language);
  }

  /** Makes it the phone's phrase where the two words are right, in one language or the other; else nothing is changed. */
  async confirm(answers: readonly [string, string]): Promise<boolean> {
    const right = (['nl', 'en'] as const).some((language) => {
      const words = this.words(language);
      return this.asked.every((place, at) => words[place - 1] === answers[at]?.trim().toLowerCase());
    });
    if (right) await this.#take(this.#phrase);
    return right;
  }
}

function twoPlaces(): readonly [number, number] {
  const [one = 0, other = 0] = crypto.getRandomValues(new Uint32Array(2));
  const first = one % (wordsOfAPhrase - 1);
  const second = first + 1 + (other % (wordsOfAPhrase - 1 - first));
  return [first + 1, second + 1];
}
