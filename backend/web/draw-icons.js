// Draws the icons in the sizes that home screens ask for: `npm run icons`, after a change of one of the SVG files.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const folder = new URL('src/shared/icons/', import.meta.url).pathname;

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const name of ['icon', 'weather', 'recipes', 'calendar']) {
  const rounded = readFileSync(`${folder}${name}.svg`, 'utf8');
  // Systems that cut a shape of their own out of it need it up to the corners.
  const square = rounded.replace(' rx="14"', '');
  for (const [size, svg] of [
    [180, square],
    [192, rounded],
    [512, square],
  ]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await page.screenshot({ path: `${folder}${name}-${size}.png`, omitBackground: true });
    await page.close();
  }
}
await browser.close();
