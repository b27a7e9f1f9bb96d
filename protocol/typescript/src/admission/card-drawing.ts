import { cardWordList } from './card-word-list.js';
import { type CardWords, cardLength } from './card-words.js';

/** Words that nobody is handed by a helper: of harm, of blame, of bodies, of money, of police and illness. They are read, and never drawn. */
const unkind: ReadonlySet<string> = new Set(
  `abandon abuse accident accuse addict afraid alcohol alone anger angry animal anxiety arrest assault
  attack betray blade blame bleak blood body bomb bone boss boy broken bullet burden cage camera cash
  cheap client clinic crash crime cruel crush cry damage danger despair destroy dirt disease doctor dog
  dumb enemy escape evil exile exotic expose fat fatal fault female fever force garbage ghost girl gospel
  grab guilt gun hospital hotel hungry hunt hurt husband ill illegal illness infant inflict injury inmate
  innocent insane jealous judge junk kick kidney kiss knife lady lawsuit legal liar lonely love mad maid
  man master meat mercy misery mistake moral naive nasty night obey orphan owner panic penalty pig pistol
  police poverty price prison prize problem punch purity regret reject rent rescue reveal rifle rude sad
  sadness scare secret sell sheriff shoot shy sick silly skin smoke sorry spy squeeze street struggle
  suffer suspect swear symptom tattoo tobacco toilet track tragic trap trash trick trouble ugly upset
  useless vicious virus warfare waste weapon whip wife wine witness woman worry wreck wrong`.split(/\s+/),
);

const drawn = cardWordList.filter((word) => !unkind.has(word));

/** Draws a card: eight words, each as likely as any other, by the platform's secure randomness: {@link bitsOfACard} bits. */
export function drawCard(): CardWords {
  return Array.from({ length: cardLength }, () => drawn[below(drawn.length)] ?? '');
}

/** How many bits a card drawn here has. */
export const bitsOfACard = cardLength * Math.log2(drawn.length);

/** Exported for tests: what is drawn from. */
export const drawnWords: readonly string[] = drawn;

/** A number from 0 up to a bound, each as likely: what would come round a second time is thrown away. */
function below(bound: number): number {
  const most = 2 ** 16 - (2 ** 16 % bound);
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint16Array(1));
    if (number < most) return number % bound;
  }
}
