import { mount } from 'svelte';
import type { FirstWords } from '../shared/api/first-words.js';
import { heedFragments, takeFragment } from '../shared/api/fragment.js';
import type { PhoneLanguage } from '../shared/model/words.js';
import { fetchOrdinary, type Leaving } from './api/leaving.js';
import { painted } from './api/painted.js';
import { Phone } from './api/phone.svelte.js';
import { cardIn } from './model/card.js';
import type { PhoneKey } from './model/words.js';
import App from './views/App.svelte';

/** ms: later than what the first screen needs. */
const guardAfter = 5_000;

/** ms: what is kept is mostly looked at by then, and nothing has to be painted twice. */
const showAfter = 200;

/** What was there before the first screen was. */
export interface Beginning {
  readonly target: Element;
  readonly leaving: Leaving;
  /** The worker that gave this page; null where it came straight from the server. */
  readonly guardian: ServiceWorker | null;
  /** What a link brought. */
  readonly brought: string;
  readonly words: FirstWords<PhoneKey, PhoneLanguage>;
}

/** Shows the first screen, and then gets what comes after it. */
export async function start({ target, leaving, guardian, brought, words }: Beginning): Promise<void> {
  const phone = new Phone(words);
  leaving.letGo = () => phone.leave();
  heedFragments((fragment) => phone.bring(cardIn(fragment)));
  // What a link brought meanwhile was not heard yet.
  phone.bring(cardIn(takeFragment()) ?? cardIn(brought));
  let shown = false;
  const show = () => {
    if (shown) return;
    shown = true;
    mount(App, { target, props: { phone, leave: leaving.leave } });
    void painted()
      .then(fetchOrdinary)
      .catch(() => undefined);
  };
  setTimeout(show, showAfter);
  await phone.start(show).catch(() => {
    phone.failed = true;
    show();
  });
  if (import.meta.env.PROD) setTimeout(() => void watch(phone, guardian), guardAfter);
}

/** Has the page kept at hand, and looked at. Files for later don't come before words of hers. */
async function watch(phone: Phone, guardian: ServiceWorker | null): Promise<void> {
  if (phone.bringing) {
    setTimeout(() => void watch(phone, guardian), guardAfter);
    return;
  }
  try {
    const { guard } = await import('./api/guarding.js');
    // Who has nothing kept gets no worker back (LCK-12), and the second code's list asks for nothing (LCK-17).
    if (!phone.keeping.nothing && !phone.keeping.ordinary) await guard(phone, guardian);
  } catch {
    // Without a connection it is not looked at this time.
  }
}
