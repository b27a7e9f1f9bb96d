import type { Duty, Role, Worker, WorkerConversation } from '@opstap/protocol/client/index';
import type { Partner } from '@opstap/protocol/directory/partner';
import type { Geography } from '@opstap/protocol/geography/geography';
import type { InvitationId } from '@opstap/protocol/id/branded-id';
import type { News } from '@opstap/protocol/live/event-stream';
import { nameFrom } from '@opstap/protocol/payload/name';
import type { PlanChange } from '@opstap/protocol/plan/plan-change';
import { environment } from '@opstap/protocol/session/environment';
import type { Authenticator } from '@opstap/protocol/staff/passkey';
import { openDatabase } from '../../shared/api/database.js';
import { type FirstWords, firstWords } from '../../shared/api/first-words.js';
import { loadGeography } from '../../shared/api/geography.js';
import { Page, type PageKind } from '../../shared/api/page.svelte.js';
import { PhraseMaking } from '../../shared/api/phrase-making.svelte.js';
import { Repeating } from '../../shared/api/repeating.js';
import { askToKeep, type Keeping } from '../../shared/api/storage.js';
import { type PlanFormPart, type TypedForm, withForm } from '../../shared/model/plan-typed.js';
import { putBack } from '../../shared/model/sent-words.js';
import { passes, troubleOf } from '../../shared/model/trouble.js';
import { type PageLanguage, pageLanguages } from '../../shared/model/words.js';
import type { Area } from '../model/areas.js';
import { hasIntroducedItself, namesIn } from '../model/colleagues.js';
import { type Desk, decodeDesk, emptyDesk, withoutGone, withoutOver } from '../model/desk.js';
import { type Shown, shownOf } from '../model/shown.js';
import { type TeamKey, teamWords } from '../model/words.js';
import { CardDesk } from './cards.svelte.js';
import { Handing } from './handing.svelte.js';
import { watchIdle } from './idle.js';
import { LeadDesk } from './leads.svelte.js';
import { Live } from './live.js';
import { PartnersDesk } from './partners.svelte.js';
import { authenticatorOf, phraseIn } from './passkeys.js';
import { ProgrammeDesk } from './programme.svelte.js';
import { RosterDesk } from './roster.svelte.js';
import { StaffDesk } from './staff.svelte.js';

const kind: PageKind<TeamKey, Desk, PageLanguage> = {
  name: 'team',
  noteName: 'desk',
  emptyNote: emptyDesk,
  decodeNote: decodeDesk,
  languages: pageLanguages,
  otherwise: 'nl',
  words: teamWords,
};
const everythingAgainAfter = 5 * 60_000;
const renewalEvery = 60 * 60_000;

/** The team's page: what is shown, and what a worker does. */
export class Team extends Page<TeamKey, Desk, PageLanguage> {
  area = $state<Area>('queue');
  phase = $state<'loading' | 'other-tab' | 'join' | 'joining' | 'waits' | 'console'>('loading');
  conversations = $state.raw<readonly Shown[]>([]);
  /** The names that colleagues gave, by device. */
  names = $state.raw<ReadonlyMap<string, string>>(new Map());
  /** Whether nobody has touched the screen for long: then no seeker's words are in it. */
  cleared = $state(false);
  device = $state<string | null>(null);
  /** What the person on this device may do; null before that is known. */
  role = $state<Role | null>(null);
  /** What she reads out to her coordinator while she waits for her. */
  code = $state<string | null>(null);
  /** The invitation that a link brought, or nothing. */
  invitation = $state('');
  /** Whether news arrives by itself; null before the first stream stood. */
  live = $state<boolean | null>(null);
  busy = $state(false);
  geography = $state.raw<Geography | null>(null);

  /** Whether only a phrase can bring her back, because her passkey has no secret. */
  wantsPhrase = $state(false);

  readonly making = new PhraseMaking({
    connected: async () => this.#worker,
    meet: (error) => {
      this.trouble = troubleOf(error);
    },
  });
  readonly cards = new CardDesk({
    cards: () => this.#worker?.cards,
    now: () => this.surroundings.now(),
    surroundings: this.surroundings.environment,
    attempt: (action) => this.#attempt(action),
  });
  readonly duties = new RosterDesk({
    worker: () => this.#worker,
    attempt: (action) => this.#attempt(action),
  });
  readonly handing = new Handing({
    worker: () => this.#worker,
    desk: () => this.desk,
    change: (change) => this.change(change),
    leave: () => this.select(null),
    show: () => this.#show(),
    attempt: (action) => this.#attempt(action),
  });
  readonly leads = new LeadDesk({
    worker: () => this.#worker,
    show: () => this.#show(),
    attempt: (action) => this.#attempt(action),
  });
  readonly programme = new ProgrammeDesk({
    programme: () => (this.role === 'coordinator' ? this.#worker?.programme : undefined),
    attempt: (action) => this.#attempt(action),
  });
  readonly partners = new PartnersDesk({
    map: () => (this.device === null ? undefined : this.#worker?.socialMap),
    attempt: (action) => this.#attempt(action),
  });
  readonly staff = new StaffDesk({
    worker: () => this.#worker,
    settle: () => void this.#settling.run(),
    attempt: (action) => this.#attempt(action),
  });
  readonly #live = new Live(() => environment(this.surroundings.environment), {
    heard: (news) => {
      this.#new.set(news.conversation, news);
      void this.#syncing.run();
    },
    gone: () => {
      this.trouble = 'seat-gone';
    },
    stands: (standing) => {
      this.live = standing;
    },
  });
  readonly #settling = new Repeating(() => this.#settle());
  readonly #syncing = new Repeating(() => this.#sync());
  readonly #new = new Map<string, News>();
  #everything = true;
  #worker: Worker | undefined;

  private constructor(words: FirstWords<TeamKey, PageLanguage>) {
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
    watchIdle({ left: () => this.#clear(), back: () => this.#uncover() });
    setInterval(() => this.#show(), 20_000);
    setInterval(wake, everythingAgainAfter);
    setInterval(() => void this.programme.renew(), renewalEvery);
    void loadGeography().then(
      (geography) => {
        this.geography = geography;
      },
      () => undefined,
    );
    await this.#settling.run();
  }

  protected override openKeeping(name: string): Promise<Keeping> {
    return openDatabase(name);
  }

  /** What this worker's page keeps beside the client: her name, her duty, what she is writing. */
  get desk(): Desk {
    return this.note;
  }

  change(change: Partial<Desk>): void {
    this.changeNote({ ...this.desk, ...change });
  }

  /** Makes this device the worker's own. The same invitation may be tried again after a lost answer. */
  async join(invitation: InvitationId, name: string, withPasskey: boolean): Promise<void> {
    this.change({ name });
    await this.#enter(async () => {
      const authenticator = withPasskey ? this.#authenticator() : undefined;
      await this.#worker?.register(invitation, authenticator);
      if (authenticator !== undefined) await this.#worker?.present(authenticator);
    });
  }

  /** Makes this empty browser the worker's own again, by her passkey, and by her words where the passkey opens nothing. */
  async comeBack(name: string, words: string): Promise<void> {
    this.change({ name });
    await this.#enter(async () => {
      const { operatorOf, returnWorker } = await import('./client.js');
      const phrase = words.trim() === '' ? undefined : await phraseIn(words);
      const options = await this.clientOptions(operatorOf);
      this.#worker = await returnWorker(options, this.#authenticator(), phrase);
    });
  }

  /** Shows her passkey for another twelve hours. */
  async signIn(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const signed = await this.#attempt(async () => {
      await this.#worker?.present(this.#authenticator());
    });
    this.busy = false;
    if (signed) await this.#settling.run();
  }

  async #enter(enter: () => Promise<void>): Promise<void> {
    this.trouble = null;
    this.phase = 'joining';
    try {
      await this.#open();
      await enter();
      void askToKeep();
      await this.#settling.run();
    } catch (error) {
      this.trouble = troubleOf(error);
      this.phase = 'join';
    }
  }

  #authenticator(): Authenticator {
    return authenticatorOf(this.say('page.name'), this.desk.name);
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

  /** Opens a conversation, or none. What was open before is not in the page any more. */
  select(id: string | null): void {
    this.change({ open: id });
    this.trouble = null;
    this.handing.stop();
    this.leads.stop();
    this.#show();
  }

  /** Puts words into the field of a conversation. */
  write(id: string, text: string): void {
    this.change({ answers: { ...this.desk.answers, [id]: text } });
  }

  /** Becomes the fixed contact. */
  async claim(id: string): Promise<void> {
    await this.#become(id, (conversation) => conversation.claim());
  }

  /** Becomes the fixed contact in place of a colleague whose promise is broken. */
  async takeOver(id: string): Promise<void> {
    await this.#become(id, (conversation) => conversation.takeOver());
  }

  async #become(id: string, action: (conversation: WorkerConversation) => Promise<void>): Promise<void> {
    const conversation = this.#find(id);
    if (conversation === undefined || this.busy) return;
    this.busy = true;
    await this.#attempt(() => action(conversation));
    if (this.trouble === 'already-claimed') await this.#attemptQuietly(() => conversation.sync());
    this.busy = false;
    this.#show();
  }

  /** Keeps an answer here and brings it away. The field is free for the next one meanwhile; what can't be kept is back in it. */
  async answer(id: string, text: string): Promise<void> {
    const conversation = this.#find(id);
    if (conversation === undefined) return;
    // Not passed over while something else goes on, such as taking this conversation; the empty field keeps it from going twice.
    this.write(id, '');
    const kept = await this.#attempt(async () => {
      // Not before the first answer: the server takes whatever a device sends for an answer, and the promise would be gone (LOG-16).
      const name = nameFrom(this.desk.name);
      if (name !== null && !hasIntroducedItself(conversation.messages)) await conversation.introduce(name);
      await conversation.send({ text: text.trim() });
    });
    if (!kept) this.write(id, putBack(text, this.desk.answers[id] ?? ''));
    this.#show();
    this.#everything = true;
    void this.#syncing.run();
  }

  /** Keeps a card of an organisation here, and brings it away. */
  async refer(id: string, partner: Partner): Promise<void> {
    const conversation = this.#find(id);
    if (conversation === undefined || this.busy) return;
    this.busy = true;
    await this.#attempt(async () => {
      await conversation.refer(partner);
    });
    this.busy = false;
    this.#show();
    this.#everything = true;
    void this.#syncing.run();
  }

  /** Keeps what is being written in a plan, until it is saved or left. */
  keepPlanForm(id: string, part: PlanFormPart, form: TypedForm | null): void {
    const { plans } = this.desk;
    this.change({ plans: { ...plans, [id]: withForm(plans[id] ?? {}, part, form) } });
  }

  /** Keeps changes of a plan here, and brings them away. */
  async changePlan(id: string, changes: readonly PlanChange[]): Promise<void> {
    const conversation = this.#find(id);
    if (conversation === undefined) return;
    await this.#attempt(() => conversation.plan.change(changes));
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
      this.code = worker.code;
      const approved = await worker.fetchCredential();
      this.role = worker.role;
      if (!approved) {
        this.phase = 'waits';
        return false;
      }
      void this.programme.renew();
      await worker.keepStock();
      await worker.setDuty(this.desk.duty);
      if (!this.desk.joined) this.change({ joined: true });
      this.phase = 'console';
      this.wantsPhrase = worker.wantsPhrase;
      this.trouble = null;
      void this.#syncing.run();
      void this.#live.follow(worker);
      return true;
    } catch (error) {
      this.trouble = troubleOf(error);
      if (passes(this.trouble)) this.live = false;
      if (this.phase === 'loading') this.phase = this.#worker?.device != null ? 'console' : 'join';
      if (this.trouble === 'team-not-trusted') this.#goOnReading();
      return !passes(this.trouble);
    }
  }

  /** Whose credential has run out comes into no group any more, and stays in those that she is in: what is written there is hers to read (CAR-11). */
  #goOnReading(): void {
    if (this.#worker === undefined) return;
    void this.#syncing.run();
    void this.#live.follow(this.#worker);
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
      if (everything) await worker.sync().then(() => this.handing.goOn().then(() => this.staff.renew()));
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
      void this.#attemptQuietly(() => this.leads.look());
    }
  }

  protected override liveIs(standing: boolean): void {
    this.#live.streamIs(standing);
  }

  #find(id: string): WorkerConversation | undefined {
    return this.#worker?.conversations.find((conversation) => conversation.id === id);
  }

  #show(): void {
    this.now = this.#worker?.now ?? this.surroundings.now();
    const sources = this.#worker?.conversations ?? [];
    const { team } = this.handing;
    const { programme, leads } = this.leads;
    const look = { cleared: this.cleared, self: this.device, team, programme, leads: leads ?? [] };
    const show = () => sources.map((source) => shownOf(source, { ...look, open: this.desk.open }));
    this.#clearErased(sources);
    const left = withoutOver(this.desk, show(), this.conversations);
    if (left !== null) this.change(left);
    this.conversations = show();
    this.names = namesIn(sources);
  }

  /** Nothing of what its writer erased stays on the desk, but that it was. */
  #clearErased(sources: readonly WorkerConversation[]): void {
    const worker = this.#worker;
    if (worker === undefined) return;
    const erased = worker.takeErased();
    if (erased > 0) this.change({ erased: this.desk.erased + erased });
    const gone = withoutGone(
      this.desk,
      sources.map(({ id }) => id),
    );
    if (gone === null) return;
    this.handing.stop();
    this.change(gone);
    void this.save();
  }

  /** Removes a case that is over, or whose erasure could not be checked on this device. */
  async removeErased(id: string): Promise<void> {
    const conversation = this.#find(id);
    if (conversation === undefined || this.busy) return;
    this.busy = true;
    await this.#attempt(async () => this.#worker?.removeErased(conversation.id));
    this.busy = false;
    this.#show();
  }

  /** Nothing of a seeker stays on a screen that nobody touches. */
  #clear(): void {
    this.cleared = true;
    this.select(null);
    getSelection()?.removeAllRanges();
  }

  #uncover(): void {
    this.cleared = false;
    this.#show();
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
