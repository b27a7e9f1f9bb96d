import { mount } from 'svelte';
import { Phone } from './api/phone.svelte.js';
import App from './views/App.svelte';

const target = document.querySelector('#page');
if (target !== null) {
  const phone = await Phone.open();
  mount(App, { target, props: { phone } });
  await phone.start().catch(() => {
    phone.failed = true;
  });
}
