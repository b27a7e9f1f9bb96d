/**
 * The closed vocabularies (VOC-1): codes in English that documents, messages and requests may carry. The codes and
 * their order are those of `protocol/vectors/vocabulary.json`; words for people are the clients' affair.
 */

/** An area of life that a question or a plan is about. */
export const areasOfLife = [
  'housing',
  'finance',
  'social-network',
  'psychological',
  'meaning',
  'health',
  'practical',
  'work',
  'legal',
  'safety',
] as const;
export type AreaOfLife = (typeof areasOfLife)[number];

/** A phase of a trajectory; they come in any order, also several at once. */
export const phases = ['contact', 'orientation', 'execution', 'aftercare'] as const;
export type Phase = (typeof phases)[number];

/** Where somebody works. */
export const sectors = [
  'window',
  'club',
  'private-house',
  'escort-agency',
  'independent-escort',
  'home',
  'street',
  'massage',
  'online',
  'other',
] as const;
export type Sector = (typeof sectors)[number];

/** Gender, as far as somebody says it. */
export const genders = ['female', 'male', 'transgender', 'other'] as const;
export type Gender = (typeof genders)[number];

/** Age, as far as somebody says it. */
export const ageGroups = ['minor', '18-23', 'adult'] as const;
export type AgeGroup = (typeof ageGroups)[number];

/** How big the question is. */
export const profiles = ['practical-questions', 'several-questions', 'forced-or-exploited'] as const;
export type Profile = (typeof profiles)[number];

/** What somebody's papers allow. */
export const residences = ['live-and-work', 'self-employed-only', 'neither', 'victim-permit'] as const;
export type Residence = (typeof residences)[number];

/** What somebody says about using alcohol or drugs. */
export const addictions = ['none', 'under-control', 'active'] as const;
export type Addiction = (typeof addictions)[number];

/** Whether somebody still does sex work. */
export const stillWorking = ['yes', 'no'] as const;
export type StillWorking = (typeof stillWorking)[number];

/** A language of the pages, as a BCP 47 tag. */
export const languages = ['nl', 'en', 'es', 'ro', 'bg', 'pl', 'pt-BR', 'th', 'hu'] as const;
export type Language = (typeof languages)[number];

/** How a lead ended. */
export const leadOutcomes = ['accepted', 'full', 'does-not-fit', 'no-answer', 'withdrawn'] as const;
export type LeadOutcome = (typeof leadOutcomes)[number];

/** A condition by which a programme may not be for somebody. */
export const conditions = [
  'addiction',
  'residence-needed',
  'language-needed',
  'must-have-stopped',
  'lives-or-works-in-region',
  'women-only',
] as const;
export type Condition = (typeof conditions)[number];

/** What a programme asks about addiction. */
export const addictionConditions = ['no-matter', 'under-control', 'treated-first', 'own-field'] as const;
export type AddictionCondition = (typeof addictionConditions)[number];

/** Whether a programme takes new people. */
export const capacities = ['open', 'waiting-list', 'closed'] as const;
export type Capacity = (typeof capacities)[number];

/** Whether a programme takes part. */
export const programmeStates = ['active', 'suspended'] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/** What an organisation on a programme's social map helps with. */
export const partnerKinds = [
  'debt-help',
  'housing',
  'addiction-care',
  'legal',
  'work',
  'health',
  'mental-health',
  'safety',
  'language-and-papers',
  'meeting-people',
  'other',
] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** Whether a text is a code of the vocabulary (VOC-2). */
export function isCode<T extends string>(vocabulary: readonly T[], text: unknown): text is T {
  return vocabulary.some((code) => code === text);
}
