import type { Duty, Worker, WorkerConversation } from '@opstap/protocol/client/index';
import type { QueueEntry } from '@opstap/protocol/client/queue-entry';
import type { Message } from '@opstap/protocol/conversation/message';
import type { Geography } from '@opstap/protocol/geography/geography';
import type { InvitationId } from '@opstap/protocol/id/branded-id';
import type { News } from '@opstap/protocol/live/event-stream';
import { environment } from '@opstap/protocol/session/environment';
import { MemoryStorage } from '@opstap/protocol/storage/memory-storage';
import { loadGeography } from '../../shared/api/geography.js';
import { Repeating } from '../../shared/api/repeating.js';
import { becomeTheOnlyTab } from '../../shared/api/single-tab.js';
import { askToKeep, type Keeping, openKeeping, readNote, writeNote } from '../../shared/api/storage.js';
import { Surroundings } from '../../shared/api/surroundings.js';
import { passes, type Trouble, troubleOf } from '../../shared/model/trouble.js';
import { firstPageLanguage, isPageLanguage, type PageLanguage, sayFrom } from '../../shared/model/words.js';
import { type Desk, decodeDesk, emptyDesk } from '../model/desk.js';
import { type TeamWords, teamWords } from '../model/words.js';

/** A conversation as the page shows it; replaced whole whenever something is new. */
export interface Shown {
  readonly id: string;
  readonly entry: QueueEntry;
  readonly contact: string | null;
  readonly standing: WorkerConversation['standing'];
  readonly messages: readonly Message[];
}

const everythingAgainAfter = 5 * 60_000;
const shownAsLostAfter = 2_000;
const savingPause = 250;

/** The team's page: what is shown, and what a worker does. */
export class Team {
  phase = $state<'loading' | 'other-tab' | 'join' | 'joining' | 'waits' | 'console'>('loading');
  language = $state<PageLanguage>('nl');
  /** What this worker's page keeps beside the client: her name, her duty, what she is writing. */
  desk = $state.raw<Desk>(emptyDesk);
  trouble = $state<Trouble | null>(null);
  conversations = $state.raw<readonly Shown[]>([]);
  selected = $state<string | null>(null);
  device = $state<string | null>(null);
  /** Whether news arrives by itself; null before the first stream stood. */
  live = $state<boolean | null>(null);
  lasting = $state(true);
  sample = $state(false);
  busy = $state(false);
  now = $state(Date.now());
  geography = $state.raw<Geography | null>(null);

  #words = $state.raw<TeamWords>();
  readonly say = $derived(sayFrom(this.#wordsOrThrow()));

  readonly #surroundings = new Surroundings({
    reached: () => undefined,
    live: (standing) => this.#liveIs(standing),
  });
  readonly #settling = new Repeating(() => this.#settle());
  readonly #syncing = new Repeating(() => this.#sync());
  readonly #new = new Map<string, News>();
  #everything = true;
  #keeping: Keeping = { storage: new MemoryStorage(), lasting: false };
  #worker: Worker | undefined;
  #following = false;
  #lost: ReturnType<typeof setTimeout> | undefined;
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor(words: TeamWords, language: PageLanguage) {
    this.#words = words;
    this.language = language;
  }

  static async open(): Promise<Team> {
    const language = firstPageLanguage(navigator.languages);
    return new Team(await teamWords[language](), language);
  }

  async start(): Promise<void> {
    await becomeTheOnlyTab('team', () => {
      this.phase = 'other-tab';
    });
    this.#keeping = await openKeeping('team');
    this.lasting = this.#keeping.lasting;
    this.desk = (await readNote(this.#keeping.storage, 'desk', decodeDesk)) ?? emptyDesk;
    if (isPageLanguage(this.desk.language)) await this.speak(this.desk.language);
    this.#listen();
    void loadGeography().then(
      (geography) => {
        this.geography = geography;
      },
      () => undefined,
    );
    await this.#settling.run();
  }

  async speak(language: PageLanguage): Promise<void> {
    this.#words = await teamWords[language]();
    this.language = language;
    if (this.desk.language !== language) this.change({ language });
  }

  change(change: Partial<Desk>): void {
    this.desk = { ...this.desk, ...change };
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => void this.#save(), savingPause);
  }

  /** Makes this device the worker's own. The same invitation may be tried again after a lost answer. */
  async join(invitation: InvitationId, name: string): Promise<void> {
    this.trouble = null;
    this.phase = 'joining';
    this.change({ name });
    try {
      await this.#open();
      await this.#worker?.register(invitation);
      void askToKeep();
      await this.#settling.run();
    } catch (error) {
      this.trouble = troubleOf(error);
      this.phase = 'join';
    }
  }

  async setDuty(duty: Duty): Promise<void> {
    const before = this.desk.duty;
    this.change({ duty });
    await this.#attempt(async () => {
      await this.#worker?.setDuty(duty).catch((error: unknown) => {
        this.change({ duty: before });
        throw error;
      });
    });
  }

  select(id: string | null): void {
    this.selected = id;
    this.trouble = null;
  }

  /** Becomes the fixed contact. */
  async claim(id: string): Promise<void> {
    const conversation = this.#find(id);
    if (conversation === undefined || this.busy) return;
    this.busy = true;
    await this.#attempt(() => conversation.claim());
    if (this.trouble === 'already-claimed') await this.#attemptQuietly(() => conversation.sync());
    this.busy = false;
    this.#show();
  }

  /** Keeps an answer here and brings it away; the words leave the field only once they are kept. */
  async answer(id: string, text: string): Promise<void> {
    const conversation = this.#find(id);
    if (conversation === undefined || this.busy) return;
    this.busy = true;
    await this.#attempt(async () => {
      // Not before the first answer: the server takes whatever a device sends for an answer, and the promise would be gone (LOG-16).
      if (this.desk.name !== '' && !introduced(conversation)) await conversation.introduce(this.desk.name);
      await conversation.send({ text: text.trim() });
      this.change({ answers: { ...this.desk.answers, [id]: '' } });
    });
    this.busy = false;
    this.#show();
    this.#everything = true;
    void this.#syncing.run();
  }

  /** Opens the client, and brings this device to where it can answer; true once it is there or waits for a person. */
  async #settle(): Promise<boolean> {
    try {
      await this.#open();
      const worker = this.#worker;
      if (worker === undefined || worker.device === null) {
        this.phase = 'join';
        return true;
      }
      this.device = worker.device;
      if (this.desk.joined) this.phase = 'console';
      this.#show();
      if (!(await worker.fetchCredential())) {
        this.phase = 'waits';
        return false;
      }
      await worker.keepStock();
      await worker.setDuty(this.desk.duty);
      if (!this.desk.joined) this.change({ joined: true });
      this.phase = 'console';
      this.trouble = null;
      void this.#syncing.run();
      void this.#follow(worker);
      return true;
    } catch (error) {
      this.trouble = troubleOf(error);
      if (passes(this.trouble)) this.live = false;
      if (this.phase === 'loading') this.phase = this.#worker?.device != null ? 'console' : 'join';
      return !passes(this.trouble);
    }
  }

  async #open(): Promise<void> {
    if (this.#worker !== undefined) return;
    const { openWorker, operatorOf } = await import('./client.js');
    const { storage } = this.#keeping;
    const parts = this.#surroundings.environment;
    const operator = await operatorOf(location.origin, storage, parts);
    this.sample = operator.sample;
    this.#worker = await openWorker({
      baseUrl: location.origin,
      operatorKey: operator.key,
      storage,
      environment: parts,
    });
  }

  /** Brings what is new up to date: single conversations by their news, and all of them now and then. */
  async #sync(): Promise<boolean> {
    const worker = this.#worker;
    if (worker === undefined || worker.device === null) return true;
    const news = [...this.#new.values()];
    this.#new.clear();
    const unknown = news.some(({ conversation }) => worker.conversation(conversation) === undefined);
    const everything = this.#everything || unknown;
    try {
      if (everything) await worker.sync();
      else for (const { conversation } of news) await worker.conversation(conversation)?.sync();
      this.#everything = false;
      if (this.trouble !== null && passes(this.trouble)) this.trouble = null;
      if (unknown) await worker.keepStock();
      return true;
    } catch (error) {
      this.#everything = true;
      const trouble = troubleOf(error);
      this.trouble = trouble;
      return !passes(trouble);
    } finally {
      this.#show();
    }
  }

  async #follow(worker: Worker): Promise<void> {
    if (this.#following) return;
    this.#following = true;
    const { follow } = await import('./client.js');
    const heard = (news: News) => {
      this.#new.set(news.conversation, news);
      void this.#syncing.run();
    };
    const surroundings = environment(this.#surroundings.environment);
    const end = await follow(worker.session, surroundings, heard, new AbortController().signal);
    this.#following = false;
    if (end === 'gone') this.trouble = 'seat-gone';
  }

  /** A stream ends with each session and stands again at once: only a longer pause is a lost connection. */
  #liveIs(standing: boolean): void {
    clearTimeout(this.#lost);
    if (standing) this.live = true;
    else
      this.#lost = setTimeout(() => {
        this.live = false;
      }, shownAsLostAfter);
  }

  #find(id: string): WorkerConversation | undefined {
    return this.#worker?.conversations.find((conversation) => conversation.id === id);
  }

  #show(): void {
    this.now = this.#surroundings.now();
    this.conversations = (this.#worker?.conversations ?? []).map((conversation) => ({
      id: conversation.id,
      entry: conversation.queueEntry,
      contact: conversation.fixedContact,
      standing: conversation.standing,
      messages: conversation.messages,
    }));
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    this.trouble = null;
    try {
      await action();
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  async #attemptQuietly(action: () => Promise<void>): Promise<void> {
    await action().catch(() => undefined);
  }

  async #save(): Promise<void> {
    clearTimeout(this.#saving);
    try {
      await writeNote(this.#keeping.storage, 'desk', this.desk);
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  #listen(): void {
    const wake = () => {
      this.#everything = true;
      void this.#syncing.run();
    };
    window.addEventListener('online', wake);
    window.addEventListener('pagehide', () => void this.#save());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') wake();
      else void this.#save();
    });
    setInterval(() => this.#show(), 20_000);
    setInterval(wake, everythingAgainAfter);
  }

  #wordsOrThrow(): TeamWords {
    if (this.#words === undefined) throw new Error('opened without words');
    return this.#words;
  }
}

/** Whether this device has said a name here already. */
function introduced({ messages }: WorkerConversation): boolean {
  return messages.some(({ sender, payload }) => sender === null && payload?.type === 'introduction');
}
