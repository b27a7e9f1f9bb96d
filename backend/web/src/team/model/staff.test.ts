import type { StaffMember } from '@opstap/protocol/client/index';
import { parseId, randomId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import { areasFor } from './areas.js';
import { invitationIn } from './invitation.js';
import { heirsOf, linkTo, peopleIn } from './staff.js';

function member(change: Partial<StaffMember>): StaffMember {
  return {
    device: parseId('dev', randomId('dev')),
    worker: parseId('wrk', randomId('wrk')),
    role: 'worker',
    active: true,
    duty: 'primary',
    stock: 30,
    signatureKey: new Uint8Array(32),
    until: 1,
    code: '0000 0000 0000 0000 0000',
    ...change,
  };
}

const self = member({ role: 'coordinator', until: null });
const colleague = member({});
const fresh = member({ until: null });
const gone = member({ active: false, until: null });
const all = [gone, fresh, colleague, self];

test('who waits is not among the others, and the own device never waits', () => {
  expect(peopleIn(all, self.device)).toEqual({ waiting: [fresh], present: [self, colleague], gone: [gone] });
});

test('cases go to who is approved alone', () => {
  expect(heirsOf(all, gone.device)).toEqual([colleague]);
  expect(heirsOf(all, colleague.device)).toEqual([]);
});

test('the link of an invitation brings that invitation', () => {
  const invitation = randomId('inv');
  expect(invitationIn(linkTo('https://team.example', invitation))).toBe(invitation);
});

test('only coordinators are offered what is for them', () => {
  expect(areasFor('worker')).not.toContain('staff');
  expect(areasFor(null)).not.toContain('staff');
  expect(areasFor('coordinator')).toContain('staff');
});
