import type { Duty, Worker, WorkerConversation } from '@opstap/protocol/client/index';
import type { QueueEntry } from '@opstap/protocol/client/queue-entry';
import type { Message } from '@opstap/protocol/conversation/message';
import type { Geography } from '@opstap/protocol/geography/geography';
import type { InvitationId } from '@opstap/protocol/id/branded-id';
import type { News } from '@opstap/protocol/live/event-stream';
import { nameFrom } from '@opstap/protocol/payload/name';
import { environment } from '@opstap/protocol/session/environment';
import { loadGeography } from '../../shared/api/geography.js';
import { type FirstWords, firstWords, Page, type PageKind } from '../../shared/api/page.svelte.js';
import { Repeating } from '../../shared/api/repeating.js';
import { askToKeep } from '../../shared/api/storage.js';
import { putBack } from '../../shared/model/sent-words.js';
import { passes, troubleOf } from '../../shared/model/trouble.js';
import { type Desk, decodeDesk, emptyDesk } from '../model/desk.js';
import { type TeamKey, type TeamWords, teamWords } from '../model/words.js';
import { CardDesk } from './cards.svelte.js';

/** A conversation as the page shows it; replaced whole whenever something is new. */
export interface Shown {
  readonly id: string;
  readonly entry: QueueEntry;
  readonly contact: string | null;
  readonly standing: WorkerConversation['standing'];
  readonly messages: readonly Message[];
  /** Whether a message arrived unreadable, and was asked for again. */
  readonly awaitsAgain: boolean;
}

const kind: PageKind<TeamWords, Desk> = {
  name: 'team',
  noteName: 'desk',
  emptyNote: emptyDesk,
  decodeNote: decodeDesk,
  words: teamWords,
};
const everythingAgainAfter = 5 * 60_000;
const shownAsLostAfter = 2_000;

/** The team's page: what is shown, and what a worker does. */
export class Team extends Page<TeamKey, Desk> {
  phase = $state<'loading' | 'other-tab' | 'join' | 'joining' | 'waits' | 'console'>('loading');
  conversations = $state.raw<readonly Shown[]>([]);
  device = $state<string | null>(null);
  /** The invitation that a link brought, or nothing. */
  invitation = $state('');
  /** Whether news arrives by itself; null before the first stream stood. */
  live = $state<boolean | null>(null);
  busy = $state(false);
  geography = $state.raw<Geography | null>(null);

  readonly cards = new CardDesk({
    cards: () => this.#worker?.cards,
    now: () => this.surroundings.now(),
    surroundings: this.surroundings.environment,
    attempt: (action) => this.#attempt(action),
  });
  readonly #settling = new Repeating(() => this.#settle());
  readonly #syncing = new Repeating(() => this.#sync());
  readonly #new = new Map<string, News>();
  #everything = true;
  #worker: Worker | undefined;
  #following = false;
  #lost: ReturnType<typeof setTimeout> | undefined;

  private constructor(words: FirstWords<TeamWords>) {
    super(kind, words);
  }

  static async open(): Promise<Team> {
    return new Team(await firstWords(kind));
  }

  async start(): Promise<void> {
    await this.begin(() => {
      this.phase = 'other-tab';
    });
    const wake = () => {
      this.#everything = true;
      void this.#syncing.run();
    };
    this.listen(wake);
    setInterval(() => this.#show(), 20_000);
    setInterval(wake, everythingAgainAfter);
    void loadGeography().then(
      (geography) => {
        this.geography = geography;
      },
      () => undefined,
    );
    await this.#settling.run();
  }

  /** What this worker's page keeps beside the client: her name, her duty, what she is writing. */
  get desk(): Desk {
    return this.note;
  }

  change(change: Partial<Desk>): void {
    this.changeNote({ ...this.desk, ...change });
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
    this.change({ open: id });
    this.trouble = null;
  }

  /** Puts words into the field of a conversation. */
  write(id: string, text: string): void {
    this.change({ answers: { ...this.desk.answers, [id]: text } });
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

  /** Keeps an answer here and brings it away. The field is free for the next one meanwhile; what can't be kept is back in it. */
  async answer(id: string, text: string): Promise<void> {
    const conversation = this.#find(id);
    if (conversation === undefined || this.busy) return;
    this.busy = true;
    this.write(id, '');
    const kept = await this.#attempt(async () => {
      // Not before the first answer: the server takes whatever a device sends for an answer, and the promise would be gone (LOG-16).
      const name = nameFrom(this.desk.name);
      if (name !== null && !introduced(conversation)) await conversation.introduce(name);
      await conversation.send({ text: text.trim() });
    });
    if (!kept) this.write(id, putBack(text, this.desk.answers[id] ?? ''));
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
    this.#worker = await openWorker(await this.clientOptions(operatorOf));
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
    const surroundings = environment(this.surroundings.environment);
    const end = await follow(worker.session, surroundings, heard, new AbortController().signal);
    this.#following = false;
    if (end === 'gone') this.trouble = 'seat-gone';
  }

  /** A stream ends with each session and stands again at once: only a longer pause is a lost connection. */
  protected override liveIs(standing: boolean): void {
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
    this.now = this.surroundings.now();
    this.conversations = (this.#worker?.conversations ?? []).map((conversation) => ({
      id: conversation.id,
      entry: conversation.queueEntry,
      contact: conversation.fixedContact,
      standing: conversation.standing,
      messages: conversation.messages,
      awaitsAgain: conversation.awaitsAgain,
    }));
  }

  /** Whether it succeeded; the trouble is shown otherwise. */
  async #attempt(action: () => Promise<void>): Promise<boolean> {
    this.trouble = null;
    try {
      await action();
      return true;
    } catch (error) {
      this.trouble = troubleOf(error);
      return false;
    }
  }

  async #attemptQuietly(action: () => Promise<void>): Promise<void> {
    await action().catch(() => undefined);
  }
}

/** Whether this device has said a name here already. */
function introduced({ messages }: WorkerConversation): boolean {
  return messages.some(({ sender, payload }) => sender === null && payload?.type === 'introduction');
}
