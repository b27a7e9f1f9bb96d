import type { Plan } from '@opstap/protocol/plan/plan';
import type { PlanValue } from '@opstap/protocol/plan/plan-field';
import { areasOfLife, isCode, type Phase, phases } from '@opstap/protocol/vocabulary/vocabulary';
import { facetWords } from './facet-words.js';
import { at } from './moment-words.js';
import { calendarDay, momentFrom } from './moments.js';
import { shownName } from './names.js';
import type { planNl } from './plan-words-nl.js';
import type { Catalogues, PhoneLanguage, Say } from './words.js';

export type PlanKey = keyof typeof planNl;
export type PlanSay = Say<PlanKey>;
/** Whose page it is. */
export type PlanSide = 'seeker' | 'team';

/** Fetches the plan's catalogue; only with the plan, and in the language in use. */
export const planWords: Catalogues<PlanKey> = {
  nl: async () => (await import('./plan-words-nl.js')).planNl,
  en: async () => (await import('./plan-words-en.js')).planEn,
  es: async () => (await import('./plan-words-es.js')).planEs,
  ro: async () => (await import('./plan-words-ro.js')).planRo,
  bg: async () => (await import('./plan-words-bg.js')).planBg,
  pl: async () => (await import('./plan-words-pl.js')).planPl,
  'pt-BR': async () => (await import('./plan-words-pt-BR.js')).planPtBr,
  th: async () => (await import('./plan-words-th.js')).planTh,
};

export const phaseWords: Readonly<Record<Phase, PlanKey>> = {
  contact: 'phase.contact',
  orientation: 'phase.orientation',
  execution: 'phase.execution',
  aftercare: 'phase.aftercare',
};

const fieldWords: Readonly<Record<string, PlanKey>> = {
  'area.start': 'plan.start',
  'area.now': 'plan.now',
  'area.goal': 'plan.goal',
  'goal.text': 'plan.field.goal.text',
  'goal.area': 'plan.field.goal.area',
  'goal.reached': 'plan.field.goal.reached',
  'step.goal': 'plan.field.step.goal',
  'step.text': 'plan.field.step.text',
  'step.by': 'plan.field.step.by',
  'step.done': 'plan.field.step.done',
  'phase.phase': 'plan.field.phase.phase',
  'phase.began': 'plan.field.phase.began',
  'phase.ended': 'plan.field.phase.ended',
  'appointment.what': 'plan.field.appointment.what',
  'appointment.at': 'plan.field.appointment.at',
  'appointment.place': 'plan.field.appointment.place',
  'agreement.text': 'plan.agreement',
};

/** What a field is called; null for one about which nobody is asked. */
export function fieldInWords(field: string, say: PlanSay): string | null {
  const [part = '', name = '', member] = field.split('.');
  const key = fieldWords[member === undefined ? field : `${part}.${member}`];
  if (key === undefined) return null;
  if (part !== 'area' || !isCode(areasOfLife, name)) return say(key);
  return `${say(facetWords.areas[name])}: ${say(key)}`;
}

/** A value of a field as people read it. */
export function valueInWords(
  field: string,
  value: PlanValue,
  { goals }: Pick<Plan, 'goals'>,
  say: PlanSay,
  language: PhoneLanguage,
): string {
  if (value === null) return say('plan.value.none');
  const text = String(value);
  if (field.endsWith('.area') && isCode(areasOfLife, text)) return say(facetWords.areas[text]);
  if (field.endsWith('.phase') && isCode(phases, text)) return say(phaseWords[text]);
  if (field.endsWith('.goal') && field.startsWith('step.'))
    return goals.find(({ id }) => id === text)?.text ?? say('plan.goal.unnamed');
  if (/^\w+\.\w+\.(reached|by|done|began|ended)$/.test(field)) return calendarDay(text, language);
  return /^\w+\.\w+\.at$/.test(field) ? minuteInWords(text, say, language) : text;
}

/** The words of the thing that a field belongs to, where that is another field; null where there are none. */
export function thingOf(field: string, plan: Plan): string | null {
  const [part, id, member] = field.split('.');
  if (member === 'text' || member === 'what') return null;
  const steps = [...plan.goals.flatMap((goal) => goal.steps), ...plan.looseSteps];
  if (part === 'goal') return plan.goals.find((goal) => goal.id === id)?.text ?? null;
  if (part === 'step') return steps.find((step) => step.id === id)?.text ?? null;
  if (part === 'appointment') return plan.appointments.find((each) => each.id === id)?.what ?? null;
  return null;
}

/** A minute by the clock of its place, `YYYY-MM-DDTHH:MM`. */
export function minuteInWords(minute: string, say: PlanSay, language: PhoneLanguage): string {
  return say('at.day', { day: calendarDay(minute.slice(0, 10), language), time: minute.slice(11) });
}

/** When somebody wrote something. */
export function writtenInWords(instant: number, now: number, say: PlanSay, language: PhoneLanguage): string {
  return at(momentFrom(instant, now, language), say);
}

/** What somebody is called in the plan. `self` is this device, or null. */
export function whoInWords(
  holder: string,
  side: PlanSide,
  self: string | null,
  names: ReadonlyMap<string, string>,
  say: PlanSay,
): string {
  const seeker = holder.startsWith('psn_');
  if (holder === self || (seeker && side === 'seeker')) return say('plan.you');
  if (seeker) return say('plan.visitor');
  return shownName(names.get(holder), [say('plan.you'), say('plan.visitor')]) ?? say('plan.someone');
}
