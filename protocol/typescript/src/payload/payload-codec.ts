import { decodePartner, encodePartner } from '../directory/partner.js';
import { parseId } from '../id/branded-id.js';
import {
  arrayOf,
  booleanOf,
  countOf,
  formatInstant,
  isObject,
  malformed,
  objectOf,
  parseJson,
  textOf,
} from '../json/json-value.js';
import { planContentFromJson, planContentToJson } from '../plan/plan-change.js';
import { OpstapError } from '../problem/opstap-error.js';
import { conditions } from '../vocabulary/vocabulary.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { isDay, isMoment } from '../wire/time.js';
import { isFacetName } from './facets.js';
import { isName } from './name.js';
import type {
  CheckInPayload,
  Facets,
  HandoverCardPayload,
  Passage,
  Payload,
  TextPayload,
} from './payload.js';

const version = 1;
/** Bytes of UTF-8 (PAY-1). */
const longestPayload = 47 * 1024;
/** Characters, counted as code points as JSON Schema does (PAY-1). */
const longestText = 8000;
const longestReason = 2000;
const longestCode = 40;
const mostCodes = 12;
const mostSequences = 100;
/** Messages from before on a card: more than anybody reads to get to know somebody (PAY-9). */
export const mostPassages = 40;
const answers = ['good', 'fair', 'talk', 'none'] as const;
const mostUnanswered = 9999;
const idLength = 16;

/** What a reader makes of the bytes of an application message; it never throws (PAY-3). */
export type ReadPayload =
  | { readonly readable: true; readonly payload: Payload }
  | { readonly readable: false; readonly id: string | undefined };

/** A fresh id: 16 random bytes in base64url. */
export function newPayloadId(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(idLength)));
}

/** The bytes of a payload; throws `payload-invalid` for one that readers would not take. */
export function encodePayload(payload: Payload): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(payloadToJson(payload)));
  if (!readPayload(bytes).readable) throw new OpstapError('payload-invalid');
  return bytes;
}

/** Reads the bytes of an application message. An unknown type or a broken payload is unreadable, and that is all (PAY-3). */
export function readPayload(bytes: Uint8Array): ReadPayload {
  if (bytes.length > longestPayload) return { readable: false, id: undefined };
  let value: JsonValue | undefined;
  try {
    value = parseJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return { readable: true, payload: payloadFromJson(value) };
  } catch {
    const { id } = isObject(value) ? value : {};
    return { readable: false, id: typeof id === 'string' && idPattern.test(id) ? id : undefined };
  }
}

export function payloadToJson({ id, sentAt, ...content }: Payload): JsonObject {
  const base = { v: version, id, sentAt: formatInstant(sentAt) };
  if (content.type === 'plan') return { ...base, type: content.type, ...planContentToJson(content) };
  if (content.type === 'referral')
    return { ...base, type: content.type, partner: encodePartner(content.partner) };
  return { ...base, ...content };
}

const idPattern = /^[A-Za-z0-9_-]{22}$/;
/** 672 bytes of which the first is the version 1: what the server would refuse, no reader takes (PUS-7). */
const capsulePattern = /^A[Q-Za-f][\w-]{894}$/;
const languagePattern = /^[a-z]{2}(-[A-Z]{2})?$/;

/** Decodes JSON by `payload.schema.json`, or throws. Members that the schema doesn't name are left out. */
export function payloadFromJson(value: JsonValue): Payload {
  const object = objectOf(value);
  const { v, type, id, sentAt } = object;
  if (v !== version) throw malformed();
  const base = { id: matching(id, idPattern), sentAt: instant(sentAt) };
  switch (type) {
    case 'text':
      return { type, ...base, ...textContent(object) };
    case 'introduction': {
      const { name } = object;
      return { type, ...base, name: nameOf(name) };
    }
    case 'send-again': {
      const { sequences } = object;
      return { type, ...base, sequences: sequencesOf(sequences) };
    }
    case 'lead':
      return { type, ...base, ...leadContent(object) };
    case 'lead-answer':
      return { type, ...base, ...leadAnswer(object) };
    case 'handover-card':
      return { type, ...base, ...cardContent(object) };
    case 'leaving':
    case 'went-elsewhere':
    case 'erase':
      return { type, ...base };
    case 'check-in':
      return { type, ...base, ...checkInContent(object) };
    case 'wake': {
      const { capsule } = object;
      return { type, ...base, capsule: capsule === null ? null : matching(capsule, capsulePattern) };
    }
    case 'plan':
      return { type, ...base, ...planContentFromJson(object) };
    case 'referral': {
      const { partner } = object;
      if (partner === undefined) throw malformed();
      return { type, ...base, partner: decodePartner(partner) };
    }
    default:
      throw malformed();
  }
}

function textContent(object: JsonObject): Omit<TextPayload, 'type' | 'id' | 'sentAt'> {
  const { text, language, urgent, facets } = object;
  return {
    text: bounded(text, longestText),
    ...(language === undefined ? {} : { language: matching(language, languagePattern) }),
    ...(urgent === undefined ? {} : { urgent: booleanOf(urgent) }),
    ...(facets === undefined ? {} : { facets: facetsOf(facets) }),
  };
}

function leadContent({ lead, programme, text, reasons }: JsonObject) {
  const codes = arrayOf(reasons, (code) => bounded(code, longestCode));
  if (codes.length > mostCodes) throw malformed();
  return {
    lead: parseId('lea', textOf(lead)),
    programme: parseId('prg', textOf(programme)),
    text: bounded(text, longestReason),
    reasons: codes,
  };
}

function leadAnswer({ lead, answer, condition }: JsonObject) {
  if (answer !== 'full' && answer !== 'does-not-fit') throw malformed();
  const code = condition === undefined ? undefined : bounded(condition, longestCode);
  const known = conditions.find((each) => each === code);
  return {
    lead: parseId('lea', textOf(lead)),
    answer,
    ...(known === undefined ? {} : { condition: known }),
  } as const;
}

function cardContent(object: JsonObject): Omit<HandoverCardPayload, 'type' | 'id' | 'sentAt'> {
  const { lead, text, passages, language, facets, plan } = object;
  const earlier = arrayOf(passages, passageOf);
  if (earlier.length > mostPassages) throw malformed();
  return {
    lead: parseId('lea', textOf(lead)),
    ...(text === undefined ? {} : { text: bounded(text, longestText) }),
    passages: earlier,
    ...(language === undefined ? {} : { language: matching(language, languagePattern) }),
    ...(facets === undefined ? {} : { facets: facetsOf(facets) }),
    plan: booleanOf(plan),
  };
}

function passageOf(value: JsonValue): Passage {
  const { from, name, on, text } = objectOf(value);
  if (from !== 'seeker' && from !== 'team') throw malformed();
  const day = textOf(on);
  if (!isDay(day)) throw malformed();
  return {
    from,
    ...(name === undefined ? {} : { name: nameOf(name) }),
    on: day,
    text: bounded(text, longestText),
  };
}

function checkInContent({ answer, unanswered }: JsonObject): Pick<CheckInPayload, 'answer' | 'unanswered'> {
  const known = answers.find((each) => each === answer);
  if (known === undefined) throw malformed();
  if (known !== 'none') return { answer: known };
  const count = countOf(unanswered);
  if (count === 0 || count > mostUnanswered) throw malformed();
  return { answer: known, unanswered: count };
}

function facetsOf(value: JsonValue): Facets {
  return Object.fromEntries(
    Object.entries(objectOf(value)).map(([name, codes]) => {
      const list = arrayOf(codes, (code) => bounded(code, longestCode, 0));
      if (!isFacetName(name) || list.length > mostCodes) throw malformed();
      return [name, list];
    }),
  );
}

function sequencesOf(value: JsonValue | undefined): number[] {
  const sequences = arrayOf(value, countOf);
  const inBounds = sequences.length >= 1 && sequences.length <= mostSequences;
  if (!inBounds || sequences.includes(0)) throw malformed();
  return sequences;
}

function bounded(value: JsonValue | undefined, most: number, least = 1): string {
  const text = textOf(value);
  const length = [...text].length;
  if (length < least || length > most) throw malformed();
  return text;
}

function nameOf(value: JsonValue | undefined): string {
  const text = textOf(value);
  if (!isName(text)) throw malformed();
  return text;
}

function matching(value: JsonValue | undefined, pattern: RegExp): string {
  const text = textOf(value);
  if (!pattern.test(text)) throw malformed();
  return text;
}

function instant(value: JsonValue | undefined): number {
  const text = textOf(value);
  if (!isMoment(text)) throw malformed();
  return Date.parse(text);
}
