import { expect, test } from 'vitest';
import { clearsAfterAWeek } from './forgetting.js';

test.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15', 5, true],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 5, true],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 0, false],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140 Mobile', 5, false],
])('%s with %i fingers clears after a week: %s', (userAgent, maxTouchPoints, clears) => {
  expect(clearsAfterAWeek({ userAgent, maxTouchPoints })).toBe(clears);
});
