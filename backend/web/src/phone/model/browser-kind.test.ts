import { expect, test } from 'vitest';
import { browserKind, browserKinds, browsersFor } from './browser-kind.js';

const android = 'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko)';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
  [`${android} Chrome/141.0.0.0 Mobile Safari/537.36`, 'chrome'],
  [`${android} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 'samsung'],
  [`${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, 'safari'],
  [`${iphone} CriOS/141.0.0.0 Mobile/15E148 Safari/604.1`, 'chrome'],
  [`${iphone} FxiOS/143.0 Mobile/15E148 Safari/605.1.15`, 'firefox'],
  ['Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0', 'firefox'],
  [`${android} Chrome/141.0.0.0 Mobile Safari/537.36 EdgA/141.0.0.0`, null],
  ['something else', null],
])('%s is %s', (userAgent, kind) => {
  expect(browserKind(userAgent)).toBe(kind);
});

test('hers comes first, and all the others are there', () => {
  const shown = browsersFor(`${android} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`);
  expect(shown[0]).toBe('samsung');
  expect([...shown].sort()).toEqual([...browserKinds].sort());
  expect(browsersFor('something else')).toEqual(browserKinds);
});
