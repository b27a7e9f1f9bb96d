// Writes plan.json: plans thought out by hand and plans from a seeded generator, with the state that each reader has to reach. The reference
// below follows the words of spec/plan.md one by one, value against value, and knows nothing of an implementation.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const { valid } = JSON.parse(readFileSync(new URL('identifiers.json', import.meta.url), 'utf8'));
const [[her], [noor, kim]] = ['psn', 'dev'].map((kind) => valid.filter(({ brand }) => brand === kind).map(({ text }) => text));
const people = [her, noor, kim];
const idOf = (number) => `plan-vector-payload-${String(number).padStart(2, '0')}`;
const at = (minute) => new Date(Date.UTC(2026, 10, 21, 9, minute)).toISOString().replace('.000', '');
const payload = (number, changes, minute = number) => ({ v: 1, type: 'plan', id: idOf(number), sentAt: at(minute), changes });
const change = (field, value, ...replaces) => ({ field, value, replaces: replaces.map(idOf) });
const goal = (member) => `goal.0t00000aaaaaaaa.${member}`;
const says = (by, said) => ({ by, payload: said });

// ---- the reference
const hers = (field) => field.startsWith('area.') || field === 'agreement.seeker';
const mayWrite = (field, by) => (by === her ? field !== 'agreement.team' : !hers(field));
function stateOf(said) {
  const values = [];
  for (const { by, payload: each } of said) {
    for (const one of each.changes ?? []) values.push({ ...one, by, id: each.id, sentAt: each.sentAt, told: false });
    if (by !== her) continue;
    for (const earlier of each.again ?? [])
      for (const one of earlier.changes)
        values.push({ ...one, by: earlier.by, id: earlier.id, sentAt: earlier.sentAt, told: true });
  }
  const same = (one, other) => one.field === other.field && one.by === other.by && one.id === other.id;
  const distinct = values.filter(
    (value, index) =>
      !values.some((other, place) => same(other, value) && (value.told === other.told ? place < index : value.told)),
  );
  const counts = (value) => mayWrite(value.field, value.by) && !(value.told && value.field === 'agreement.team');
  const counted = distinct.filter(counts);
  const namedBy = (value) => (other) =>
    other.field === value.field && other.id !== value.id && values.some((each) => same(each, other) && each.replaces.includes(value.id));
  const fields = {};
  for (const field of [...new Set(counted.map((value) => value.field))].sort()) {
    const all = counted.filter((value) => value.field === field);
    const left = all.filter((value) => !all.some(namedBy(value)));
    const current = (left.length === 0 ? all : left).sort((one, other) =>
      one.sentAt === other.sentAt ? (`${one.id} ${one.by}` < `${other.id} ${other.by}` ? -1 : 1) : one.sentAt < other.sentAt ? 1 : -1,
    );
    fields[field] = current.map(({ value, by, id }) => ({ value, by, id }));
  }
  const order = ({ field, id, by }) => `${field} ${id} ${by}`;
  const notCounted = distinct
    .filter((value) => !counts(value))
    .map(({ field, by, id }) => ({ field, by, id }))
    .sort((one, other) => (order(one) < order(other) ? -1 : 1));
  return { fields, notCounted };
}

// ---- by hand
const byHand = [
  ['nothing was said', []],
  ['a score, and a new one of hers who saw it', [says(her, payload(1, [change('area.housing.now', 3), change('area.housing.start', 3)])), says(her, payload(2, [change('area.housing.now', 5, 1)]))]],
  ['two who did not know of each other', [says(her, payload(1, [change(goal('text'), 'A room of my own')])), says(noor, payload(2, [change(goal('text'), 'A room', 1)])), says(her, payload(3, [change(goal('text'), 'A flat', 1)]))]],
  ['somebody who saw both has chosen', [says(her, payload(1, [change(goal('text'), 'A room of my own')])), says(noor, payload(2, [change(goal('text'), 'A room', 1)])), says(her, payload(3, [change(goal('text'), 'A flat', 1)])), says(noor, payload(4, [change(goal('text'), 'A flat', 2, 3)]))]],
  ['two who wrote the same', [says(noor, payload(1, [change('agreement.text', 'We talk on Mondays.')])), says(kim, payload(2, [change('agreement.text', 'We talk on Mondays.')]))]],
  ['one takes out what another changes', [says(her, payload(1, [change(goal('text'), 'Learn Dutch'), change(goal('area'), 'practical')])), says(her, payload(2, [change(goal('text'), null, 1), change(goal('area'), null, 1)])), says(noor, payload(3, [change(goal('area'), 'work', 1)]))]],
  ['a score from a device counts for nothing, and replaces nothing', [says(her, payload(1, [change('area.work.now', 2)])), says(noor, payload(2, [change('area.work.now', 9, 1), change(goal('text'), 'Look for a course')]))]],
  ['each says its own yes', [says(her, payload(1, [change('agreement.seeker', 'A'.repeat(43)), change('agreement.team', 'A'.repeat(43))])), says(noor, payload(2, [change('agreement.seeker', 'B'.repeat(43)), change('agreement.team', 'A'.repeat(43))]))]],
  ['a value whose replacement came first', [says(noor, payload(2, [change(goal('text'), 'Second', 1)])), says(her, payload(1, [change(goal('text'), 'First')]))]],
  ['values that name each other are all shown', [says(noor, payload(1, [change(goal('text'), 'One', 2)])), says(kim, payload(2, [change(goal('text'), 'Two', 1)]))]],
  ['the same id from two people is two values', [says(noor, payload(1, [change(goal('text'), 'One')])), says(kim, payload(1, [change(goal('text'), 'Two')]))]],
  ['she tells again', [says(her, { v: 1, type: 'plan', id: idOf(9), sentAt: at(9), again: [{ id: idOf(1), by: noor, sentAt: at(1), changes: [change(goal('text'), 'Find a room')] }, { id: idOf(2), by: noor, sentAt: at(2), changes: [change('agreement.team', 'A'.repeat(43))] }] }), says(kim, payload(3, [change(goal('text'), 'Find a house', 1)]))]],
  ['a device that tells again says nothing', [says(noor, { v: 1, type: 'plan', id: idOf(9), sentAt: at(9), again: [{ id: idOf(1), by: her, sentAt: at(1), changes: [change('area.work.now', 9)] }] })]],
].map(([name, said]) => ({ name, said }));

// ---- by chance
let seed = 7;
const below = (bound) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % bound;
};
const someFields = ['area.health.now', goal('text'), 'agreement.text', 'agreement.team'];
const valueFor = (field) => {
  if (field.startsWith('area.')) return below(6) === 0 ? null : 1 + below(10);
  if (field === 'agreement.team') return 'ABC'[below(3)].repeat(43);
  return below(5) === 0 ? null : `words ${below(4)}`;
};
const byChance = Array.from({ length: 10 }, (_, number) => {
  const said = [];
  for (let each = 1; each <= 8; each += 1) {
    const changes = someFields
      .filter(() => below(2) === 0)
      .map((field) => change(field, valueFor(field), ...Array.from({ length: below(4) }, () => 1 + below(8))));
    if (changes.length > 0) said.push(says(people[below(3)], payload(each, changes, below(5))));
  }
  return { name: `by chance ${number + 1}`, said };
});

const cases = [...byHand, ...byChance].map((each) => ({ ...each, ...stateOf(each.said) }));
const wrong = [
  ['no change at all', {}],
  ['an empty list', { changes: [] }],
  ['a field that there is not', { changes: [change('area.luck.now', 4)] }],
  ['a member that there is not', { changes: [change('goal.0t00000aaaaaaaa.colour', 'red')] }],
  ['a field of every object', { changes: [change('constructor.0t00000aaaaaaaa.name', 'x')] }],
  ['a thing without an id', { changes: [change('goal..text', 'x')] }],
  ['a score of 0', { changes: [change('area.work.now', 0)] }],
  ['a score of 11', { changes: [change('area.work.now', 11)] }],
  ['half a score', { changes: [change('area.work.now', 4.5)] }],
  ['a score in words', { changes: [change('area.work.now', '4')] }],
  ['a number for words', { changes: [change(goal('text'), 4)] }],
  ['no words', { changes: [change(goal('text'), '')] }],
  ['words that are too long', { changes: [change(goal('text'), 'x'.repeat(301))] }],
  ['half a character', { changes: [change(goal('text'), '\ud800')] }],
  ['an agreement that is too long', { changes: [change('agreement.text', 'x'.repeat(4001))] }],
  ['a day that no month has', { changes: [change('step.0t00000aaaaaaaa.by', '2026-02-30')] }],
  ['a day of another century', { changes: [change('step.0t00000aaaaaaaa.by', '1926-02-03')] }],
  ['a minute with a zone', { changes: [change('appointment.0t00000aaaaaaaa.at', '2026-02-03T10:00Z')] }],
  ['a phase that there is not', { changes: [change('phase.0t00000aaaaaaaa.phase', 'success')] }],
  ['a digest that is none', { changes: [change('agreement.team', 'yes')] }],
  ['a field twice', { changes: [change('area.work.now', 4), change('area.work.now', 5)] }],
  ['no value', { changes: [{ field: 'area.work.now', replaces: [] }] }],
  ['nothing about what it replaces', { changes: [{ field: 'area.work.now', value: 4 }] }],
  ['too much that it replaces', { changes: [{ field: 'area.work.now', value: 4, replaces: Array.from({ length: 17 }, (_, each) => idOf(each)) }] }],
  ['an id that is none', { changes: [{ field: 'area.work.now', value: 4, replaces: ['x'] }] }],
    ['told again of nobody', { again: [{ id: idOf(1), by: 'somebody', sentAt: at(1), changes: [change('area.work.now', 4)] }] }],
  ['told again without changes', { again: [{ id: idOf(1), by: noor, sentAt: at(1), changes: [] }] }],
].map(([name, content]) => ({ name, payload: { v: 1, type: 'plan', id: idOf(1), sentAt: at(1), ...content } }));
const digests = ['We talk on Mondays.', 'Twee regels.\nEn "aanhalingstekens".', 'Zoë ❤'].map((text) => ({
  text,
  digest: createHash('sha256').update(JSON.stringify({ agreement: text })).digest('base64url'),
}));
const lines = (list) => `[\n    ${list.map((each) => JSON.stringify(each)).join(',\n    ')}\n  ]`;
const parts = Object.entries({ cases, wrong, digests }).map(([name, list]) => `  "${name}": ${lines(list)}`);
writeFileSync(new URL('plan.json', import.meta.url), `{\n${parts.join(',\n')}\n}\n`);
