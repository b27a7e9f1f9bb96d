import { type DeviceNames, decodeDeviceNames } from '../client/worker-identity.js';
import { decodeRecord } from '../conversation/log-record.js';
import { jsonBytes } from '../conversation/log-state.js';
import { type Bytes, bytesOf } from '../json/base64url.js';
import { arrayOf, countOf, objectOf, textOf } from '../json/json-value.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { HttpTransport } from '../session/http-transport.js';
import { withRetry } from '../session/retry.js';
import type { SeatSession } from '../session/seat-session.js';
import { put, type StorageChange } from '../storage/storage.js';
import { decodeConversation, valuesOf } from '../vault/sealed-conversation.js';
import { longestState } from '../vault/sealing.js';
import { toBase64Url } from '../wire/base64url.js';
import { sameBytes } from '../wire/bytes.js';
import { type JsonValue, parseCanonicalJson } from '../wire/canonical-json.js';
import { knownPart, openPart, partOf } from './device-vault.js';
import type { SignedPasskey } from './passkey.js';
import { conversationPart, identityPart, stockPart } from './worker-vault.js';

/** What a return gives at first: enough to sign as the device again. */
export interface ReturnedIdentity {
  readonly names: DeviceNames;
  /** The part as it was kept. */
  readonly identity: JsonValue;
  readonly presence: string;
  readonly known: StorageChange;
}

/** Shows a passkey and gets the device's identity (STF-13). Throws `passkey-refused`, `vault-not-found`, and `vault-unreadable`. */
export async function askForIdentity(
  transport: HttpTransport,
  { members }: SignedPasskey,
  root: Bytes,
): Promise<ReturnedIdentity> {
  const part = partOf(root, identityPart);
  const body = { ...members, part: toBase64Url(part) };
  // Once: the challenge is used with the first answer, and another one takes the person.
  const answer = await transport.send({ method: 'POST', target: '/v1/device-returns', body });
  const { version, state, presence } = objectOf(answer.body);
  const opened = openPart(root, part, countOf(version), bytesOf(state));
  if (opened === undefined) throw new OpstapError('vault-unreadable');
  return {
    names: decodeDeviceNames(answer.body),
    identity: parseCanonicalJson(opened, longestState),
    presence: textOf(presence),
    known: knownPart(identityPart, countOf(version)),
  };
}

/**
 * Everything else that the device kept, as changes of an empty storage. What can't be read is left out: its conversation is one that this
 * device can't decrypt, which the seeker's phone repairs.
 */
export async function changesFromVault(
  transport: HttpTransport,
  session: SeatSession,
  root: Bytes,
  conversationPrefix: string,
): Promise<readonly StorageChange[]> {
  const changes: StorageChange[] = [];
  for (let after = ''; ; ) {
    const target = `/v1/devices/${session.holder}/vault${after === '' ? '' : `?after=${after}`}`;
    const { body } = await withRetry(transport.environment, () => session.request({ method: 'GET', target }));
    const parts = arrayOf(objectOf(body)['parts'] ?? null, objectOf);
    for (const { part, version, state } of parts) {
      after = textOf(part);
      changes.push(...changesOf(root, bytesOf(part), countOf(version), bytesOf(state), conversationPrefix));
    }
    if (parts.length === 0) return changes;
  }
}

function changesOf(
  root: Bytes,
  part: Bytes,
  version: number,
  state: Bytes,
  conversationPrefix: string,
): readonly StorageChange[] {
  const opened = openPart(root, part, version, state);
  if (opened === undefined) return [];
  try {
    const content = objectOf(parseCanonicalJson(opened, longestState));
    const found = 'keyPackages' in content ? stockIn(content) : conversationIn(content, conversationPrefix);
    const isIt = sameBytes(partOf(root, found.name), part);
    return isIt ? [...found.changes, knownPart(found.name, version)] : [];
  } catch {
    return [];
  }
}

interface Found {
  readonly name: string;
  readonly changes: readonly StorageChange[];
}

function stockIn(content: Readonly<Record<string, JsonValue>>): Found {
  const changes = arrayOf(content['keyPackages'] ?? null, (value) => {
    const each = objectOf(value);
    return put(`key-package/${textOf(each['reference'] ?? null)}`, jsonBytes(each));
  });
  return { name: stockPart(countOf(content['place'] ?? null)), changes };
}

function conversationIn(content: JsonValue, conversationPrefix: string): Found {
  const conversation = decodeConversation(content);
  const { view } = decodeRecord(conversation.record);
  if (view === null) throw new OpstapError('vault-unreadable');
  const changes = valuesOf(conversation).map(([end, value]) =>
    put(`${conversationPrefix}${view.conversation}/${end}`, value),
  );
  return { name: conversationPart(view.conversation), changes };
}
