import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Saving } from './saving.js';

let text: string;
let saved: string[];
let saving: Saving;

beforeEach(() => {
  vi.useFakeTimers();
  text = '';
  saved = [];
  saving = new Saving(async () => {
    saved.push(text);
  });
});

afterEach(() => {
  vi.useRealTimers();
});

async function type(letters: string): Promise<void> {
  for (const letter of letters) {
    text += letter;
    saving.changed();
    await vi.advanceTimersByTimeAsync(100);
  }
}

test('who types without a pause has her words saved all the same', async () => {
  await type('abcdefghij');
  expect(saved.at(-1)?.length).toBeGreaterThan(6);
  await vi.advanceTimersByTimeAsync(250);
  expect(saved.at(-1)).toBe('abcdefghij');
});

test('changes shortly after one another are saved together, and nothing is saved without a change', async () => {
  saving.changed();
  saving.changed();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved.length).toBe(1);
});

test('a page that ends saves at once, and not again afterwards', async () => {
  saving.changed();
  await saving.now();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved.length).toBe(1);
});
