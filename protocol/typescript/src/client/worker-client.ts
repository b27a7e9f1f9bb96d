import { TeamCards } from '../admission/team-cards.js';
import { decodeConversationView } from '../conversation/conversation-view.js';
import type { Lead } from '../conversation/lead.js';
import { LeadRequests } from '../conversation/lead-requests.js';
import { TeamRoster } from '../duty/roster.js';
import { type ConversationId, type DeviceId, type InvitationId, isId, parseId } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { arrayOf, objectOf, textOf } from '../json/json-value.js';
import { OpstapError } from '../problem/opstap-error.js';
import { withRetry } from '../session/retry.js';
import { SeatSession } from '../session/seat-session.js';
import { DeviceVault, rootOf } from '../staff/device-vault.js';
import { type Authenticator, makePasskey, signWithPasskey } from '../staff/passkey.js';
import { identityPart, keepStockIn } from '../staff/worker-vault.js';
import { EndingStorage } from '../storage/ending-storage.js';
import { put } from '../storage/storage.js';
import type { DeriveRoot } from '../vault/vault-keys.js';
import { toBase64Url } from '../wire/base64url.js';
import { sameBytes, utf8 } from '../wire/bytes.js';
import { canonicalJson } from '../wire/canonical-json.js';
import { type ClientOptions, type ClientParts, openParts } from './client-parts.js';
import { deviceCode } from './device-code.js';
import {
  type Colleague,
  type DeviceView,
  type Duty,
  listTeam,
  publishPackages,
  putDuty,
  showDevice,
} from './device-requests.js';
import type { DirectoryClient } from './directory-client.js';
import { eachInTurn } from './each-in-turn.js';
import { ErasureFollowing } from './erasure-following.js';
import { KeyPackageStock } from './key-package-stock.js';
import { labelKeysOf } from './label-keys.js';
import type { NewPhrase } from './new-phrase.js';
import { OwnProgramme } from './own-programme.js';
import { OwnSocialMap } from './own-social-map.js';
import { type Role, Staff } from './staff.js';
import { type DeviceParts, WorkerConversation } from './worker-conversation.js';
import {
  decodeDeviceNames,
  encodeWorkerIdentity,
  loadWorkerIdentity,
  newWorkerIdentity,
  storeWorkerIdentity,
  type WorkerIdentity,
} from './worker-identity.js';
import { conversationPrefix, presenceKey, rootKey } from './worker-storage.js';

/** Unclaimed key packages that a device has when its stock is full. */
const fullStock = 30;

/** Opens a worker's client with what it has stored; nothing is sent yet. */
export async function openWorker(options: ClientOptions): Promise<Worker> {
  const storage = new EndingStorage(options.storage);
  const parts = await openParts({ ...options, storage }, 'direct');
  const identity = (await loadWorkerIdentity(parts.storage)) ?? newWorkerIdentity();
  const worker = new Worker({ ...parts, storage }, identity, options.deriveRoot ?? deriveHere);
  await worker.load();
  return worker;
}

interface WorkerParts extends ClientParts {
  readonly storage: EndingStorage;
}

/** A worker's device: its registration, its key packages and the conversations that it is a member of. */
export class Worker {
  readonly directory: DirectoryClient;
  readonly #parts: WorkerParts;
  readonly #stock: KeyPackageStock;
  readonly #conversations = new Map<ConversationId, WorkerConversation>();
  #identity: WorkerIdentity;
  #device: DeviceParts | undefined;
  #presence: string | null = null;
  #vault: DeviceVault | null = null;
  readonly #deriveRoot: DeriveRoot;
  #role: Role | null = null;
  readonly #erasures: ErasureFollowing;

  constructor(parts: WorkerParts, identity: WorkerIdentity, deriveRoot: DeriveRoot) {
    this.#deriveRoot = deriveRoot;
    this.directory = parts.directory;
    this.#parts = parts;
    this.#stock = new KeyPackageStock(parts.storage);
    this.#identity = identity;
    this.#erasures = new ErasureFollowing({
      storage: parts.storage,
      conversations: this.#conversations,
      session: () => this.#registered().session,
      vault: () => this.#vault,
    });
  }

  async load(): Promise<void> {
    const presence = await this.#parts.storage.get(presenceKey);
    if (presence !== undefined) this.#presence = new TextDecoder().decode(presence);
    const root = await this.#parts.storage.get(rootKey);
    if (root?.length === 32) this.#openVault(root);
    if (this.#identity.names === null) return;
    for (const key of await this.#parts.storage.list(conversationPrefix)) {
      const [id = '', name] = key.slice(conversationPrefix.length).split('/');
      if (name === 'record' && isId('cnv', id)) await this.#conversation(id);
    }
  }

  get device(): DeviceId | null {
    return this.#identity.names?.device ?? null;
  }

  /** What the person on this device may do, by the server's word; null before it has said so. */
  get role(): Role | null {
    return this.#role;
  }

  /** What she reads out to her coordinator, who sees the same where nobody put another key in this one's place (STF-26). */
  get code(): string | null {
    const { names, signatureKey } = this.#identity;
    return names === null ? null : deviceCode(names.programme, signatureKey.publicKey);
  }

  /** The people of the own programme, for its coordinator. */
  get staff(): Staff {
    return new Staff(this.#registered());
  }

  /** The server's time as this client knows it, in milliseconds since 1970 (SES-13). */
  get now(): number {
    return this.#parts.clock.now();
  }

  get conversations(): readonly WorkerConversation[] {
    return [...this.#conversations.values()];
  }

  conversation(id: ConversationId): WorkerConversation | undefined {
    return this.#conversations.get(id);
  }

  /** The signed session of this device, for the live stream. */
  get session(): SeatSession {
    return this.#registered().session;
  }

  /** The contact cards of the own programme. */
  get cards(): TeamCards {
    const device = this.#registered();
    return new TeamCards(device.session, labelKeysOf(device, this.#identity.seatKey));
  }

  /** The weekly roster of the own programme. */
  get roster(): TeamRoster {
    const { session, programme } = this.#registered();
    return new TeamRoster(session, programme);
  }

  /** What comes in to the own programme and goes out from it, the newest first. */
  leads(): Promise<readonly Lead[]> {
    return new LeadRequests(this.session).ofProgramme();
  }

  /** The own programme, for who coordinates it. */
  get programme(): OwnProgramme {
    return new OwnProgramme(this.#registered());
  }

  /** The organisations that the own programme refers people to. */
  get socialMap(): OwnSocialMap {
    return new OwnSocialMap(this.#registered());
  }

  /**
   * Registers this device with an invitation; again with the same one after a lost answer (SES-4). With an authenticator it makes the person's
   * passkey, which she shows next, by {@link present}; a programme that is no sample wants one.
   */
  async register(invitation: InvitationId, authenticator?: Authenticator): Promise<DeviceId> {
    if (this.#identity.names !== null) return this.#identity.names.device;
    await storeWorkerIdentity(this.#parts.storage, this.#identity);
    const { transport } = this.#parts;
    const passkey = authenticator === undefined ? undefined : await makePasskey(transport, authenticator);
    const body = {
      invitation,
      publicKey: toBase64Url(this.#identity.seatKey.publicKey),
      signatureKey: toBase64Url(this.#identity.signatureKey.publicKey),
      ...(passkey === undefined ? {} : { passkey }),
    };
    const answer = await withRetry(this.#parts.transport.environment, () =>
      this.#parts.transport.send({ method: 'POST', target: '/v1/devices', body }),
    );
    const names = decodeDeviceNames(answer.body);
    await this.#keep({ ...this.#identity, names });
    return names.device;
  }

  /**
   * Shows the person's passkey: this device mints sessions for twelve hours (STF-6). From the first time on it keeps itself in its vault, where
   * the passkey has a secret to seal it with. Throws `no-passkey` and `passkey-refused`.
   */
  async present(authenticator: Authenticator): Promise<void> {
    const { transport, storage } = this.#parts;
    const { device } = this.#registered();
    const { members, secret } = await signWithPasskey(transport, authenticator);
    // Once: the challenge is used with the first answer, and another one takes the person.
    const answer = await transport.send({
      method: 'POST',
      target: '/v1/presences',
      body: { ...members, device },
    });
    const presence = textOf(objectOf(answer.body)['presence'] ?? null);
    await storage.write([put(presenceKey, utf8(presence))]);
    this.#presence = presence;
    if (secret !== null && this.#vault === null) await this.#beginVault(rootOf(secret));
  }

  /** Whether an empty browser could find this device again. */
  get canReturn(): boolean {
    return this.#vault !== null;
  }

  /** Whether the person has a passkey that has no secret to seal with: then a phrase takes its place. */
  get wantsPhrase(): boolean {
    return this.#presence !== null && this.#vault === null;
  }

  /** Draws a phrase for coming back; once two of its words were right, this device keeps itself in its vault (STF-15). */
  async makePhrase(): Promise<NewPhrase> {
    const { NewPhrase } = await import('./new-phrase.js');
    return new NewPhrase(async (phrase) => this.#beginVault(rootOf(await this.#deriveRoot(phrase))));
  }

  /**
   * Fetches the credential that the programme signed, verified (KPK-9). Gives false while there is none yet. Throws
   * `credential-refused` with the reason as cause for one that phones would refuse.
   */
  async fetchCredential(): Promise<boolean> {
    const { programme, device, judge } = this.#registered();
    const { credential } = await this.#show();
    if (credential === null) return false;
    await this.directory.refresh();
    const { publicKey } = this.#identity.signatureKey;
    const reason = judge.refusal(programme, credential, publicKey);
    if (reason !== undefined) throw new OpstapError('credential-refused', { cause: reason });
    if (judge.device(credential, publicKey)?.holder !== device) {
      throw new OpstapError('credential-refused', { cause: 'wrong-device' });
    }
    await this.#keep({ ...this.#identity, credential });
    return true;
  }

  /** Asks for the credential every `interval` milliseconds until it is there; throws `credential-missing` after `attempts`. */
  async awaitCredential(interval = 2000, attempts = 60): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await this.fetchCredential()) return;
      await this.#parts.transport.environment.sleep(interval);
    }
    throw new OpstapError('credential-missing');
  }

  /**
   * Publishes key packages up to `full` where a third of them or fewer are left, and one of last resort where there is none or the
   * one there is old; forgets those that nobody can use any more (KPK-11).
   */
  async keepStock(full = fullStock): Promise<void> {
    const { stock, lastResort, credential: newest } = await this.#show();
    // Renewed while this page was open: packages with the one before are refused.
    if (newest !== null && !sameBytes(newest, this.#identity.credential ?? new Uint8Array())) {
      await this.fetchCredential();
    }
    const { credential, signatureKey } = this.#identity;
    if (credential === null) throw new OpstapError('credential-missing');
    const now = this.#parts.clock.now();
    await this.#stock.forgetExpired(now);
    const missing = stock <= full / 3 ? full - stock : 0;
    const needsLastResort = !lastResort || (await this.#stock.needsLastResort(now));
    const made = missing === 0 ? [] : await this.#stock.make(credential, signatureKey, missing);
    const last = needsLastResort ? await this.#stock.makeLastResort(credential, signatureKey) : undefined;
    // What nobody could use after a return must not be handed out.
    await this.#keepInVault();
    if (missing === 0 && last === undefined) return;
    const messages = made.map(({ message }) => message);
    await publishPackages(this.#registered(), messages, last?.message);
    if (last !== undefined) await this.#stock.published(last, now);
  }

  /** Whether this device gets new conversations first, as the backup, or only when nobody else is there. */
  setDuty(duty: Duty): Promise<void> {
    return putDuty(this.#registered(), duty);
  }

  /** The devices of the own programme, this one included. */
  team(): Promise<readonly Colleague[]> {
    return listTeam(this.#registered());
  }

  /** Brings every conversation up to date, the new ones and those that were closed meanwhile included. */
  async sync(): Promise<void> {
    const { session } = this.#registered();
    if (this.directory.holding === undefined) await this.directory.refresh();
    const { body } = await session.request({ method: 'GET', target: '/v1/conversations' });
    const { conversations, erased } = objectOf(body);
    const open = arrayOf(conversations, decodeConversationView).map(({ conversation }) => conversation);
    for (const id of open) await this.#conversation(id);
    const gone = arrayOf(erased, (id) => parseId('cnv', textOf(id)));
    const looked = this.conversations.filter(
      ({ id, standing, erasure }) =>
        open.includes(id) ||
        (gone.includes(id) && erasure !== 'unreadable') ||
        (standing !== 'closed' && erasure === null),
    );
    await eachInTurn(
      [() => this.#erasures.finish(gone), ...looked.map((each) => () => each.sync())],
      (does) => does(),
    );
  }

  /** How many conversations were erased here since this was last asked, because who wrote wanted it. */
  takeErased(): number {
    return this.#erasures.take();
  }

  /** Removes a conversation that is over for this device, or whose erasure could not be checked here: its person wants it so (ERA-12). */
  removeErased(id: ConversationId): Promise<void> {
    return this.#erasures.remove(id);
  }

  async #conversation(id: ConversationId): Promise<WorkerConversation> {
    const known = this.#conversations.get(id);
    if (known !== undefined) return known;
    const conversation = await WorkerConversation.load(this.#registered(), id, `${conversationPrefix}${id}/`);
    this.#conversations.set(id, conversation);
    return conversation;
  }

  #registered(): DeviceParts {
    const { names, seatKey, signatureKey } = this.#identity;
    if (names === null) throw new OpstapError('not-registered');
    const { device, programme } = names;
    this.#device ??= {
      ...this.#parts,
      session: new SeatSession(
        this.#parts.transport,
        device,
        seatKey,
        this.#parts.clock,
        async () => this.#presence,
      ),
      device,
      programme,
      signatureKey,
      stock: this.#stock,
      vault: () => this.#vault,
      erase: (conversation) => this.#erasures.follow(conversation),
    };
    return this.#device;
  }

  async #show(): Promise<DeviceView> {
    const view = await showDevice(this.#registered());
    this.#role = view.role;
    return view;
  }

  async #beginVault(root: Bytes): Promise<void> {
    await this.#parts.storage.write([put(rootKey, root)]);
    this.#openVault(root);
    await this.#keepInVault();
    for (const conversation of this.#conversations.values()) await conversation.keepInVault();
  }

  #openVault(root: Uint8Array): void {
    const { storage } = this.#parts;
    this.#vault = new DeviceVault(storage, Uint8Array.from(root), () => this.#registered().session);
  }

  /** Brings what belongs to no conversation into the vault. */
  async #keepInVault(): Promise<void> {
    const vault = this.#vault;
    if (vault === null) return;
    await vault.put(identityPart, canonicalJson(encodeWorkerIdentity(this.#identity)));
    await keepStockIn(vault, await this.#stock.stored());
  }

  async #keep(identity: WorkerIdentity): Promise<void> {
    await storeWorkerIdentity(this.#parts.storage, identity);
    this.#identity = identity;
  }
}

const deriveHere: DeriveRoot = async (phrase) => {
  const { deriveRoot } = await import('../vault/vault-keys.js');
  return deriveRoot(phrase);
};
