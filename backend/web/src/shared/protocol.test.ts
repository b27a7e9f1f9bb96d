import { isId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';

test('the pages resolve the protocol package and what it depends on', () => {
  expect(isId('cnv', 'not an identifier')).toBe(false);
});
