import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const folder = new URL('../../../../protocol/spec/pictures/', import.meta.url).pathname;

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/** Keeps a picture of a page where `OPSTAP_PICTURES=write` asks for it: who only builds changes none. */
export async function picture(
  page: Page,
  name: string,
  options: { readonly fullPage?: boolean } = {},
): Promise<void> {
  if (process.env['OPSTAP_PICTURES'] === 'write')
    await page.screenshot({ ...options, path: `${folder}${name}.png` });
}

/** Looks at a screen in light and dark: no finding of axe, nothing wider than the window, and a picture of each where asked for. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page });
    // Nothing but colours is different in the dark.
    const looking = colorScheme === 'light' ? axe.withTags([...standards]) : axe.withRules('color-contrast');
    const { violations } = await looking.analyze();
    const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(findings, `${name}, ${colorScheme}`).toEqual([]);
    await picture(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width[0], `${name} is wider than the window`).toBeLessThanOrEqual(width[1] ?? 0);
}
