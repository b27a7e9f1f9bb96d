import type { Message } from '@opstap/protocol/conversation/message';
import { type DeviceId, parseId, randomId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import { backupOf, choicesOf, namesIn } from './colleagues.js';

const team = [
  { device: 'me', duty: 'primary' },
  { device: 'off', duty: 'off' },
  { device: 'backup', duty: 'backup' },
  { device: 'primary', duty: 'primary' },
  { device: 'reads', duty: 'off' },
];
const devices = (choices: readonly { device: string }[]) => choices.map(({ device }) => device);

test('who reads a case comes first, then who is on duty, then the backups; never this device', () => {
  const choices = choicesOf(team, 'me', ['reads'], new Map([['backup', 'Sam']]));
  expect(devices(choices)).toEqual(['reads', 'primary', 'backup', 'off']);
  expect(choices.map(({ name, member }) => [name, member])).toEqual([
    [null, true],
    [null, false],
    ['Sam', false],
    [null, false],
  ]);
});

test('a full case can be handed only to who is in it', () => {
  expect(devices(choicesOf(team, 'me', ['reads', 'backup'], new Map()))).toEqual(['backup', 'reads']);
});

test('the backup is a member on duty, and nobody else', () => {
  expect(backupOf(team, 'me', ['reads', 'backup'])).toBe('backup');
  expect(backupOf(team, 'me', ['reads'])).toBeUndefined();
  expect(backupOf(team, 'me', [])).toBeUndefined();
});

test('a name is the newest that was given in any conversation', () => {
  const device = parseId('dev', randomId('dev'));
  const said = (name: string, sentAt: number, sender: DeviceId | null = device): Message => ({
    order: 1,
    id: name,
    sender,
    payload: { type: 'introduction', id: name, sentAt, name },
    sentAt,
    delivery: 'sent',
    fetchedBy: [],
    sequence: 1,
  });
  const names = namesIn([
    { messages: [said('Sam', 3), said('me', 4, null)] },
    { messages: [said('Samira', 1)] },
  ]);
  expect([...names]).toEqual([[device, 'Sam']]);
});
