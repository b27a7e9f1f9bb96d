import { cardWordList } from './card-word-list.js';
import { type CardWords, cardLength } from './card-words.js';

/** Words that nobody is handed by a helper: of harm, of blame, of bodies, of police and illness. They are read, and never drawn. */
const unkind: ReadonlySet<string> = new Set(
  `abandon abuse accident accuse addict afraid alcohol arrest assault attack betray blame bleak blood bomb
  broken bullet burden cheap crime cruel damage danger despair destroy dirt disease dumb enemy escape evil
  exile exotic expose fatal fault fever force girl gospel guilt gun hurt husband ill illegal illness
  infant inflict injury inmate innocent insane jealous judge junk kidney kiss knife lady lawsuit legal
  liar lonely love mad maid master mercy misery mistake moral naive nasty obey orphan panic penalty pistol
  police poverty prison prize problem punch purity reject rescue rifle rude sad sadness sell sheriff shoot
  sick skin sorry spy struggle suffer suspect swear tattoo tobacco tragic trap trash ugly useless vicious
  virus warfare waste weapon whip wife worry wreck wrong`.split(/\s+/),
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
