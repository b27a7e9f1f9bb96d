import type { Plan, Written } from '@opstap/protocol/plan/plan';
import type { Seen, Wanted } from '@opstap/protocol/plan/plan-edit';
import type { PlanState } from '@opstap/protocol/plan/plan-state';
import type { PlanFormPart, PlanTyped, TypedForm } from './plan-typed.js';
import type { PlanSay, PlanSide } from './plan-words.js';
import type { PhoneLanguage } from './words.js';

/** What the parts of a plan are shown with, and what they do. */
export interface PlanDesk {
  readonly say: PlanSay;
  readonly language: PhoneLanguage;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly side: PlanSide;
  readonly state: PlanState;
  readonly plan: Plan;
  /** Whether something can be written now. */
  readonly writes: boolean;
  readonly who: (holder: string) => string;
  /** A sentence with the gaps `{name}` and `{when}`; the name's stays open. */
  readonly when: (written: Written, key: 'plan.written' | 'plan.agreement.said') => string;
  /** `seen` is what stood there when she began to write, where that isn't what stands there now: only that is replaced. */
  readonly want: (wanted: Wanted, seen?: Seen) => void;
  /** The forms that are open, and how one is kept, or not any more. */
  readonly typed: PlanTyped;
  readonly keep: (part: PlanFormPart, form: TypedForm | null) => void;
}

/** One input of a form of the plan. */
export interface PlanInput {
  readonly field: string;
  readonly label: string;
  readonly kind: 'words' | 'long' | 'day' | 'minute' | 'area' | 'phase';
  readonly value: string;
  /** Whether it may not stay empty. */
  readonly needed?: boolean;
  /** The most characters of words. */
  readonly longest?: number;
}
