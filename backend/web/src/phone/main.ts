import { mount } from 'svelte';
import { heedFragments, takeFragment } from '../shared/api/fragment.js';
import { Phone } from './api/phone.svelte.js';
import { cardIn } from './model/card.js';
import App from './views/App.svelte';

const target = document.querySelector('#page');
if (target !== null) {
  const brought = cardIn(takeFragment());
  const phone = await Phone.open();
  heedFragments((fragment) => phone.bring(cardIn(fragment)));
  mount(App, { target, props: { phone } });
  // What a link brought meanwhile was not heard yet.
  phone.bring(cardIn(takeFragment()) ?? brought);
  await phone.start().catch(() => {
    phone.failed = true;
  });
}
