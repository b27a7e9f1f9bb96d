import {
  parseDocumentOrUndefined,
  signDocument,
  type Verified,
  verifyDocument,
} from '../directory/document.js';
import type { Partner } from '../directory/partner.js';
import { numberBeforeFirst } from '../directory/programme-status.js';
import { findProgramme } from '../directory/release.js';
import { type SocialMap, socialMapFormat } from '../directory/social-map.js';
import type { ProgrammeId } from '../id/branded-id.js';
import { objectOf, parseJson } from '../json/json-value.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import type { SeatSession } from '../session/seat-session.js';
import { put, type Storage } from '../storage/storage.js';
import { canonicalJson, MalformedDocumentError } from '../wire/canonical-json.js';
import type { DirectoryClient } from './directory-client.js';
import { loadProgrammeKey } from './programme-key.js';

const mapKey = 'social-map';

interface Parts {
  readonly session: SeatSession;
  readonly storage: Storage;
  readonly directory: DirectoryClient;
  readonly programme: ProgrammeId;
}

/** The own programme's social map on one of its devices: kept here, never an older one than was seen, and signed by its coordinator. */
export class OwnSocialMap {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The newest that this device has seen; null where it has seen none that counts. */
  async held(): Promise<SocialMap | null> {
    return this.#counting(await this.#parts.storage.get(mapKey));
  }

  /** Fetches the newest. One that the programme's key in the release didn't sign, or an older one than is held, changes nothing (SOC-4). */
  async refresh(): Promise<SocialMap | null> {
    await this.#parts.directory.refresh();
    const { body } = await this.#parts.session.request({ method: 'GET', target: this.#target });
    const { socialMap } = objectOf(body);
    const envelope = socialMap === undefined || socialMap === null ? undefined : canonicalJson(socialMap);
    const fetched = this.#counting(envelope);
    const held = await this.held();
    if (envelope === undefined || fetched === null || fetched.number <= (held?.number ?? 0)) return held;
    await this.#parts.storage.write([put(mapKey, envelope)]);
    return fetched;
  }

  /**
   * Signs and publishes the next one. Throws `social-map-changed` where somebody published after the one with the number that she saw (0 for
   * none): the newest is held then, and nothing was published (SOC-6). Throws `foreign-key` where
   * the programme's key isn't on this device, and `social-map-too-long` for more than the document holds.
   */
  async publish(partners: readonly Partner[], seen: number): Promise<SocialMap> {
    const { programme, directory, storage, session } = this.#parts;
    const before = await this.refresh();
    if ((before?.number ?? 0) !== seen) throw new OpstapError('social-map-changed');
    const release = directory.holding?.release.content;
    const entry = release && findProgramme(release, programme);
    const seed = entry && (await loadProgrammeKey(storage, entry.publicKey));
    if (release === undefined || seed === undefined) throw new OpstapError('foreign-key');
    const number = (before?.number ?? numberBeforeFirst(release)) + 1;
    const { envelope, content } = signed({ programme, number, partners }, seed);
    const body = objectOf(parseJson(new TextDecoder().decode(envelope)));
    try {
      await session.request({ method: 'PUT', target: this.#target, body });
    } catch (error) {
      if (!hasCode(error, 'social-map-refused')) throw error;
      // Somebody was faster by a moment.
      throw ((await this.refresh())?.number ?? 0) > seen ? new OpstapError('social-map-changed') : error;
    }
    await storage.write([put(mapKey, envelope)]);
    return content;
  }

  #counting(envelope: Uint8Array | undefined): SocialMap | null {
    const { directory, programme } = this.#parts;
    const release = directory.holding?.release.content;
    const entry = release && findProgramme(release, programme);
    const unverified = envelope && parseDocumentOrUndefined(socialMapFormat, envelope);
    const content = entry && unverified && verifyDocument(unverified, entry.publicKey)?.content;
    return content?.programme === programme ? content : null;
  }

  get #target(): string {
    return `/v1/programmes/${this.#parts.programme}/social-map`;
  }
}

function signed(map: SocialMap, seed: Uint8Array): Verified<SocialMap> {
  try {
    return signDocument(socialMapFormat, map, seed);
  } catch (error) {
    if (error instanceof MalformedDocumentError)
      throw new OpstapError('social-map-too-long', { cause: error });
    throw error;
  }
}
