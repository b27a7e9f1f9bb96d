import { type AxeResults, source as axe, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const folder = new URL('../../../../protocol/spec/pictures/', import.meta.url).pathname;

/** What axe is asked about. */
export const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/** Keeps a picture of a page where `OPSTAP_PICTURES=write` asks for it: who only builds changes none. */
export async function picture(
  page: Page,
  name: string,
  options: { readonly fullPage?: boolean } = {},
): Promise<void> {
  if (process.env['OPSTAP_PICTURES'] !== 'write') return;
  // On a whole page what stays at an edge would lie across its middle.
  const lie = (position: string) =>
    page.evaluate(async (value) => {
      for (const edge of document.querySelectorAll<HTMLElement>('header > .bar, .actions'))
        edge.style.position = value;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }, position);
  await lie(options.fullPage ? 'static' : '');
  await page.screenshot({ ...options, path: `${folder}${name}.png` });
  await lie('');
}

/** Puts axe into the page, unless it is there. */
export async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
}

/** What axe finds in the page, asked in the page itself: its package for Playwright asks in a second one, which takes three times as long. */
export async function findings(page: Page, runOnly: RunOptions['runOnly']): Promise<AxeResults> {
  await bringAxe(page);
  return page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly, resultTypes: ['violations'] })})`);
}

/** Looks at a screen in light and dark: no finding of axe, nothing wider than the window, and a picture of each where asked for. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // What is half under the bar just now is whole one scroll further.
    const lies = (position: string) =>
      page.evaluate((value) => {
        const bar = document.querySelector<HTMLElement>('header > .bar');
        if (bar !== null) bar.style.position = value;
      }, position);
    await lies('static');
    // Nothing but colours is different in the dark.
    const { violations } = await findings(
      page,
      colorScheme === 'light'
        ? { type: 'tag', values: [...standards] }
        : { type: 'rule', values: ['color-contrast'] },
    );
    await lies('');
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
    await picture(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width[0], `${name} is wider than the window`).toBeLessThanOrEqual(width[1] ?? 0);
}
