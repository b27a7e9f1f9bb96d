import { sha256 } from '@noble/hashes/sha2.js';
import { expect, test } from 'vitest';
import { parseId } from '../id/branded-id.js';
import { concatBytes, utf8 } from '../wire/bytes.js';
import { publicKeyOf, verifies } from '../wire/ed25519.js';
import { erasureText, signErasure } from './erasure-proof.js';
import { generateSeatKey } from './seat-key.js';

const conversation = parseId('cnv', `cnv_${'0'.repeat(27)}`);
const message = Uint8Array.of(0xc0, 0xff, 0xee);

test('a request to erase is signed with its context, the conversation and what the members are to read', () => {
  const expected = concatBytes(utf8(`opstap erase v1\u0000cnv_${'0'.repeat(27)}\u0000`), sha256(message));
  expect(erasureText(conversation, message)).toEqual(expected);
  const key = generateSeatKey();
  expect(verifies(publicKeyOf(key.secretKey), expected, signErasure(key, conversation, message))).toBe(true);
});

test('it is another one without anything to read', () => {
  expect(erasureText(conversation, null)).not.toEqual(erasureText(conversation, message));
});
