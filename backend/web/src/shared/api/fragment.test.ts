import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { heedFragments, takeFragment } from './fragment.js';

let address: { hash: string; pathname: string };
let page: EventTarget;

beforeEach(() => {
  address = { hash: '', pathname: '/team' };
  page = new EventTarget();
  vi.stubGlobal('location', address);
  vi.stubGlobal('window', page);
  vi.stubGlobal('history', {
    replaceState: () => {
      address.hash = '';
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['#inv_1', 'inv_1'],
  ['#inv_1%20', 'inv_1 '],
  ['#%', '%'],
  ['#inv_%E0', 'inv_%E0'],
  ['', ''],
])('takes what %s brings out of the address, whatever it is', (hash, brought) => {
  address.hash = hash;
  expect(takeFragment()).toBe(brought);
  expect(address.hash).toBe('');
});

test('takes out what a link brings while the page is open', () => {
  const heard: string[] = [];
  heedFragments((brought) => heard.push(brought));
  for (const hash of ['#inv_1', '', '#%']) {
    address.hash = hash;
    page.dispatchEvent(new Event('hashchange'));
  }
  expect(heard).toEqual(['inv_1', '%']);
  expect(address.hash).toBe('');
});
