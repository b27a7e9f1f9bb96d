import { firstWords } from '../shared/api/first-words.js';
import { takeFragment } from '../shared/api/fragment.js';
import { Leaving } from './api/leaving.js';
import { speaking } from './api/speaking.js';

/** What gave this page: nobody else may take its place while the page is open. */
const guardian = navigator.serviceWorker?.controller ?? null;

const target = document.querySelector('#page');
if (target !== null) {
  const leaving = new Leaving();
  const brought = takeFragment();
  // They are on their way while the rest of the first screen still comes.
  const coming = firstWords(speaking);
  const [{ start }, words] = await Promise.all([import('./start.js'), coming]);
  await start({ target, leaving, guardian, brought, words });
}
