import type { ProgrammeId } from '../id/branded-id.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { bytesOf, type Members, require, textOf } from '../wire/members.js';
import type { DocumentFormat } from './document.js';
import { decodeProgramme, encodeProgramme, type Programme, publicKeyIn } from './programme.js';

/** The content of a directory release, signed by the operator. */
export interface Release {
  /** Counts releases, from 1. */
  readonly number: number;
  /** SHA-256 of the payload of the release before, or null for number 1. */
  readonly previous: Uint8Array<ArrayBuffer> | null;
  readonly issuedOn: string;
  /** The moment from which clients refuse it. */
  readonly validUntil: string;
  /** Whether it may hold sample programmes. */
  readonly sample: boolean;
  readonly programmes: readonly Programme[];
  /** SHA-256 of each token issuer key that counts. */
  readonly issuerKeyDigests: readonly Uint8Array<ArrayBuffer>[];
  /** Origins of the relays that hide addresses. */
  readonly relays: readonly string[];
  /** SHA-256 of each gateway key configuration. */
  readonly gatewayKeyDigests: readonly Uint8Array<ArrayBuffer>[];
  /** What signs every release after this one; missing while the key stays (DIR-26). */
  readonly nextOperatorKey?: Uint8Array<ArrayBuffer>;
}

export const maxNumber = 2 ** 31 - 1;

const maxProgrammes = 200;
const maxDigests = 32;
const maxRelays = 16;
const maxOrigin = 200;
const digestLength = 32;
const nextKey = 'nextOperatorKey';

const origin = /^https:\/\/[a-z0-9.-]+(:[1-9][0-9]{0,4})?$/;

/** For trying out: a relay on the same machine (DIR-11). */
const localOrigin = /^http:\/\/(localhost|127\.0\.0\.1):[1-9][0-9]{0,4}$/;

export const releaseFormat: DocumentFormat<Release> = {
  type: 'opstap-directory-release',
  context: 'opstap directory release v1',
  maxLength: 2 ** 20,
  decode,
  encode,
};

export function findProgramme(release: Release, id: ProgrammeId): Programme | undefined {
  return release.programmes.find((programme) => programme.id === id);
}

function decode(members: Members): Release {
  const digests = (name: string) => members.list(name, maxDigests, (value) => bytesOf(value, digestLength));
  const release: Release = {
    number: members.integer('number', 1, maxNumber),
    previous: members.orNull('previous', (name) => members.bytes(name, digestLength)),
    issuedOn: members.day('issuedOn'),
    validUntil: members.moment('validUntil'),
    sample: members.flag('sample'),
    programmes: members.list('programmes', maxProgrammes, decodeProgramme),
    issuerKeyDigests: digests('issuerKeyDigests'),
    relays: members.list('relays', maxRelays, originOf),
    gatewayKeyDigests: digests('gatewayKeyDigests'),
    ...(members.has(nextKey) && { nextOperatorKey: publicKeyIn(members, nextKey) }),
  };
  check(release);
  return release;
}

function check({ number, previous, programmes, sample, relays }: Release): void {
  require((number === 1) === (previous === null));
  require(programmes.filter((programme) => programme.national).length === 1);
  require(new Set(programmes.map((programme) => programme.id)).size === programmes.length);
  require(sample || !programmes.some((programme) => programme.sample));
  require(relays.every((relay) => origin.test(relay) || (sample && localOrigin.test(relay))));
}

function encode(release: Release): JsonObject {
  return {
    number: release.number,
    previous: release.previous === null ? null : toBase64Url(release.previous),
    issuedOn: release.issuedOn,
    validUntil: release.validUntil,
    sample: release.sample,
    programmes: release.programmes.map(encodeProgramme),
    issuerKeyDigests: release.issuerKeyDigests.map(toBase64Url),
    relays: release.relays,
    gatewayKeyDigests: release.gatewayKeyDigests.map(toBase64Url),
    ...(release.nextOperatorKey && { [nextKey]: toBase64Url(release.nextOperatorKey) }),
  };
}

function originOf(value: JsonValue): string {
  return textOf(value, maxOrigin);
}
