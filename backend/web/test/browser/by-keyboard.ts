import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Stops of the Tab key that a screen has at most. */
const mostStops = 60;

/** What has the focus: what it is called, and what is wrong with how it stands there. */
export function focused(page: Page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) return { name: '', faults: ['lost'] };
    const field = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
    const label = field ? active.labels?.[0] : undefined;
    const name = (label ?? active).innerText.trim() || active.getAttribute('aria-label') || active.id;
    const faults: string[] = [];
    const { left, top, right, bottom, width, height } = active.getBoundingClientRect();
    if (active.tabIndex >= 0) {
      const target = label?.contains(active) ? label.getBoundingClientRect() : { width, height };
      if (target.width < 24 || target.height < 24) faults.push('small');
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) faults.push('unmarked');
    }
    const points = [0.1, 0.5, 0.9].map((part) => [left + width * 0.5, top + height * part] as const);
    const seen = points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (active.contains(there) || there.contains(active));
    });
    const heard = active.closest('.only-heard') !== null;
    if (!heard && (!seen || right < 0 || bottom < 0)) faults.push('covered');
    return { name, faults };
  });
}

/** Goes on by Tab, or back, until something is reached; every stop on the way is marked, large enough and not covered. */
export async function reach(page: Page, wanted: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press(key);
    const { name, faults } = await focused(page);
    // Past the last one is the browser's own.
    if (faults.length > 0 && name !== '') expect(faults, name).toEqual([]);
    if (name === wanted) return;
    passed.push(name);
  }
  throw new Error(`${wanted} is not among ${passed.join(', ')}`);
}

export async function press(page: Page, wanted: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await reach(page, wanted, key);
  await page.keyboard.press('Enter');
}

/** Where the focus is once it is there. */
export async function expectFocus(page: Page, name: string): Promise<void> {
  await expect.poll(() => focused(page), { timeout: 8_000 }).toEqual({ name, faults: [] });
}
