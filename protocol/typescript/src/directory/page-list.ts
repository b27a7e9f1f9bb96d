import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { bytesOf, Members, require } from '../wire/members.js';
import type { DocumentFormat } from './document.js';

/** What the pages are made of: the digest of every file, signed with the release key (release.md). */
export interface PageList {
  /** Counts lists, from 1. */
  readonly number: number;
  readonly issuedOn: string;
  /** Whether the sample operator signed it, for trying out. */
  readonly sample: boolean;
  /** By path, each path once, the phone's page first. */
  readonly files: readonly PageFile[];
}

export interface PageFile {
  /** Where it is served, such as `/assets/part-x.js`. */
  readonly path: string;
  /** SHA-256 of its bytes, before any content coding. */
  readonly digest: Uint8Array<ArrayBuffer>;
  /** Whether the phone's page needs it without a connection. */
  readonly offline: boolean;
}

const maxNumber = 2 ** 31 - 1;
const maxFiles = 1000;
const maxPath = 120;
const digestLength = 32;
const pathForm = /^\/(?:team|pannenkoeken|pancakes|worker\.js|assets\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)?$/;

export const pageListFormat: DocumentFormat<PageList> = {
  type: 'opstap-page-list',
  context: 'opstap page list v1',
  maxLength: 128 * 1024,
  decode,
  encode,
};

function decode(members: Members): PageList {
  const files = members.list('files', maxFiles, fileOf);
  require(files[0]?.path === '/');
  require(files.every(({ path }, index) => index === 0 || (files[index - 1]?.path ?? '') < path));
  return {
    number: members.integer('number', 1, maxNumber),
    issuedOn: members.day('issuedOn'),
    sample: members.flag('sample'),
    files,
  };
}

function encode({ number, issuedOn, sample, files }: PageList): JsonObject {
  return {
    number,
    issuedOn,
    sample,
    files: files.map(({ path, digest, offline }) => ({ path, digest: toBase64Url(digest), offline })),
  };
}

function fileOf(value: JsonValue): PageFile {
  const members = new Members(value);
  const path = members.text('path', maxPath);
  require(pathForm.test(path));
  return {
    path,
    digest: bytesOf(members.node('digest'), digestLength),
    offline: members.flag('offline'),
  };
}
