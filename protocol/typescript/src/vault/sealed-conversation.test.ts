import { expect, test } from 'vitest';
import { LogState } from '../conversation/log-state.js';
import { PlanLog } from '../conversation/plan-log.js';
import { randomId } from '../id/branded-id.js';
import { parseJson } from '../json/json-value.js';
import { changesTo, type Wanted } from '../plan/plan-edit.js';
import { MemoryStorage } from '../storage/memory-storage.js';
import { decodeConversation, encodeConversation, valuesOf } from './sealed-conversation.js';

const seat = { pseudonym: randomId('psn'), programme: randomId('prg'), highest: 1 };
const field = 'goal.0t00000aaaaaaaa.text';

async function loaded(storage: MemoryStorage) {
  const state = await LogState.load(storage, '', () => undefined);
  return {
    state,
    plan: new PlanLog(
      state,
      () => seat.pseudonym,
      () => 0,
    ),
  };
}

test('a plan comes back whole however much was said since, and what was replaced in it goes first (PLN-11)', async () => {
  const { state, plan } = await loaded(new MemoryStorage());
  const write = (wanted: Wanted) => plan.change(changesTo(plan.state, wanted));
  await write({ [field]: 'x'.repeat(300) });
  await write({ [field]: 'A room', 'area.work.now': 4 });
  for (let each = 0; each < 100; each += 1)
    await state.keep({ type: 'text', text: `${each}`.padEnd(1500) }, 0);
  const bytes = encodeConversation(seat, state);
  const back = new MemoryStorage();
  const values = valuesOf(decodeConversation(parseJson(new TextDecoder().decode(bytes))));
  await back.write(values.map(([key, value]) => ({ kind: 'put', key, value })));
  const again = await loaded(back);
  expect(again.plan.state.fields).toEqual(plan.state.fields);
  const texts = again.state.items.filter(({ payload }) => payload?.type === 'text');
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.length).toBeLessThan(100);
  expect(texts.at(-1)?.payload).toMatchObject({ text: '99'.padEnd(1500) });
  expect(again.state.items.filter(({ payload }) => payload?.type === 'plan')).toHaveLength(1);
});
