import { mount } from 'svelte';
import { heedFragments, takeFragment } from '../shared/api/fragment.js';
import { fetchOrdinary, Leaving } from './api/leaving.js';
import { Phone } from './api/phone.svelte.js';
import { cardIn } from './model/card.js';
import App from './views/App.svelte';

/** ms: later than what the first screen needs. */
const guardAfter = 5_000;
/** What gave this page: nobody else may take its place while the page is open. */
const guardian = navigator.serviceWorker?.controller ?? null;

const target = document.querySelector('#page');
if (target !== null) {
  const leaving = new Leaving();
  const brought = cardIn(takeFragment());
  const phone = await Phone.open();
  leaving.letGo = () => phone.leave();
  heedFragments((fragment) => phone.bring(cardIn(fragment)));
  mount(App, { target, props: { phone, leave: leaving.leave } });
  // What a link brought meanwhile was not heard yet.
  phone.bring(cardIn(takeFragment()) ?? brought);
  void fetchOrdinary().catch(() => undefined);
  await phone.start().catch(() => {
    phone.failed = true;
  });
  if (import.meta.env.PROD)
    setTimeout(
      () =>
        void import('./api/guarding.js')
          // Who has nothing kept gets no worker back (LCK-12).
          .then(({ guard }) => (phone.keeping.nothing ? undefined : guard(phone, guardian)))
          // Without a connection it is not looked at this time.
          .catch(() => undefined),
      guardAfter,
    );
}
