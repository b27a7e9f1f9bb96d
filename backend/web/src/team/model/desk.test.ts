import { expect, test } from 'vitest';
import { decodeDesk, emptyDesk, withoutGone, withoutOver } from './desk.js';

const form = {
  open: 'text',
  fresh: '',
  values: { 'agreement.text': 'Op maandag bellen' },
  first: { 'agreement.text': '' },
  seen: {},
};

test('a reload finds the conversation that is open, and what is written in it', () => {
  const kept = {
    language: 'en',
    name: 'Noor',
    duty: 'off',
    pause: { duty: 'backup', cases: ['cnv_2'], over: true },
    joined: true,
    open: 'cnv_1',
    answers: { cnv_1: 'Dat kan' },
    plans: { cnv_1: { agreement: form } },
    erased: 2,
  };
  expect(decodeDesk(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

test('what is not of the form counts as not there', () => {
  expect(
    decodeDesk({ open: 3, answers: { cnv_1: 4 }, plans: { cnv_1: 4 }, duty: 'always', pause: 1, erased: -1 }),
  ).toEqual(emptyDesk);
  expect(decodeDesk('x')).toEqual(emptyDesk);
  expect(decodeDesk(null)).toEqual(emptyDesk);
});

test('a case that ends while it is open is left, with what was being written in it', () => {
  const plans = { a: { agreement: form }, b: { agreement: form } };
  const desk = { ...emptyDesk, open: 'a', answers: { a: 'draft', b: 'other draft' }, plans };
  const left = { open: null, answers: { b: 'other draft' }, plans: { b: { agreement: form } } };
  const [going, over] = [
    { id: 'a', over: false },
    { id: 'a', over: true },
  ];
  expect(withoutOver(desk, [going], [going])).toBeNull();
  expect(withoutOver(desk, [over], [going])).toEqual(left);
  expect(withoutOver(desk, [over], [])).toEqual(left);
});

test('a case that was over before can be opened and read', () => {
  const over = { id: 'a', over: true };
  expect(withoutOver({ ...emptyDesk, open: 'a' }, [over], [over])).toBeNull();
});

test('nothing of a case that its writer erased stays on the desk', () => {
  const desk = {
    ...emptyDesk,
    open: 'a',
    answers: { a: 'draft', b: 'other draft' },
    plans: { a: { agreement: form }, b: { agreement: form } },
    pause: { duty: 'primary', cases: ['a', 'b'], over: false } as const,
  };
  expect(withoutGone(desk, ['a', 'b', 'c'])).toBeNull();
  expect(withoutGone(desk, ['b'])).toEqual({
    open: null,
    answers: { b: 'other draft' },
    plans: { b: { agreement: form } },
    pause: { duty: 'primary', cases: ['b'], over: false },
  });
  expect(withoutGone({ ...emptyDesk, open: 'a' }, [])).toMatchObject({ open: null });
});
