import { expect, test } from 'vitest';
import { type DeviceId, type ProgrammeId, randomId } from '../id/branded-id.js';
import type { Holder } from '../session/seat-session.js';
import type { LogItem } from './log-item.js';
import { tellsNewcomers } from './newcomers.js';

const [hers, theirs] = [randomId('prg'), randomId('prg')];
const [sender, colleague, stranger] = [randomId('dev'), randomId('dev'), randomId('dev')];

/** What was sent under some sequences, to be sent again where these devices are, each since some sequence. */
function tells(
  sequences: readonly number[],
  devices: readonly (readonly [DeviceId, ProgrammeId, number])[],
): boolean {
  const item: LogItem = {
    order: 1,
    sender: null,
    payload: { type: 'text', id: 'AAAAAAAAAAAAAAAAAAAAAA', text: 'words', urgent: false, sentAt: 0 },
    state: 'waiting',
    sequences,
    seenAt: null,
    sentAgain: sequences.length,
  };
  const members = devices.map(([holder, programme], at) => ({
    leaf: at + 1,
    identity: { kind: 'device' as const, holder, programme },
  }));
  const joined = new Map<Holder, number>(devices.map(([holder, , since]) => [holder, since]));
  return tellsNewcomers(item, { members }, joined);
}

const before = [sender, hers, 10] as const;
const since = (device: DeviceId, programme: ProgrammeId) => [before, [device, programme, 21] as const];

test('what is asked for again is kept from who came in since, and not from her colleagues', () => {
  expect(tells([16], [before])).toBe(false);
  expect(tells([16], since(colleague, hers))).toBe(false);
  expect(tells([16], since(stranger, theirs))).toBe(true);
});

test('also where it was sent again before that, and taken after it: of that epoch they could read nothing', () => {
  expect(tells([16, 23], since(stranger, theirs))).toBe(true);
});
