import { afterAll, expect, test, vi } from 'vitest';
import { leavesFast, openPage, showNotice } from './notices.js';
import type { WindowClient, WorkerScope } from './scope.js';

/** A worker's surroundings that note what happens in them. */
function around(open: readonly { url: string; visibilityState?: 'visible' | 'hidden' }[] = []) {
  const heard: string[] = [];
  const note = (what: string) => async () => heard.push(what) > 0;
  const windows: WindowClient[] = open.map(({ url, visibilityState = 'hidden' }) => {
    return { url, visibilityState, focus: note(`focus ${url}`) };
  });
  const scope: Pick<WorkerScope, 'clients' | 'registration'> = {
    clients: {
      get: async () => undefined,
      matchAll: async () => windows,
      openWindow: async (url) => heard.push(`open ${url}`),
    },
    registration: {
      showNotification: async (title, options) => void heard.push(`${title} ${JSON.stringify(options)}`),
      getNotifications: async () => [{ close: () => heard.push('close') }],
      pushManager: { getSubscription: async () => ({ unsubscribe: note('unsubscribe') }) },
    },
  };
  return { heard, scope };
}

const page = 'https://her.example/';
const team = 'https://her.example/team';

vi.stubGlobal('navigator', { languages: ['en-GB'] });
afterAll(() => vi.unstubAllGlobals());

test('a notice says her words and nothing else, under one tag, and is closed where she looks already (PUS-21)', async () => {
  const away = around([{ url: page }, { url: team, visibilityState: 'visible' }]);
  await showNotice(away.scope);
  expect(away.heard).toEqual(['Reminder {"tag":"n","silent":false}']);
  const there = around([{ url: page, visibilityState: 'visible' }]);
  await showNotice(there.scope);
  expect(there.heard).toEqual(['Reminder {"tag":"n","silent":true}', 'close']);
});

test('a tap brings the open page to the front, or opens one', async () => {
  const open = around([{ url: team }, { url: page }]);
  await openPage(open.scope);
  expect(open.heard).toEqual([`focus ${page}`]);
  const none = around([{ url: team }]);
  await openPage(none.scope);
  expect(none.heard).toEqual(['open /']);
});

test('who leaves fast is woken no more, and who goes anywhere else is (PUS-22)', async () => {
  for (const ordinary of ['pannenkoeken', 'pancakes']) {
    const left = around();
    await leavesFast(`https://her.example/${ordinary}`, left.scope);
    expect(left.heard).toEqual(['unsubscribe', 'close']);
  }
  for (const other of [page, team, 'https://her.example/pancakes/x']) {
    const stays = around();
    await leavesFast(other, stays.scope);
    expect(stays.heard).toEqual([]);
  }
});
