import type { Seeker, SeekerConversation } from '@opstap/protocol/client/index';
import type { DirectoryHolding } from '@opstap/protocol/client/trusted-directory';
import type { Message } from '@opstap/protocol/conversation/message';
import { findProgramme } from '@opstap/protocol/directory/release';
import { environment } from '@opstap/protocol/session/environment';
import { MemoryStorage } from '@opstap/protocol/storage/memory-storage';
import { Repeating } from '../../shared/api/repeating.js';
import { becomeTheOnlyTab } from '../../shared/api/single-tab.js';
import { askToKeep, type Keeping, openKeeping, readNote, writeNote } from '../../shared/api/storage.js';
import { Surroundings } from '../../shared/api/surroundings.js';
import { passes, type Trouble, troubleOf } from '../../shared/model/trouble.js';
import { firstPageLanguage, type PageLanguage, sayFrom } from '../../shared/model/words.js';
import { type Draft, decodeDraft, emptyDraft } from '../model/draft.js';
import { firstText } from '../model/first-message.js';
import { type PhoneWords, phoneWords } from '../model/words.js';
import { loadPlaces, type Places } from './places.js';

const draftKey = 'draft';
const savingPause = 250;
const refreshAfter = 10 * 60_000;

/** What the conversation's screen shows; replaced whole whenever something is new. */
export interface Talk {
  readonly messages: readonly Message[];
  readonly contact: string | null;
  readonly answerBy: number | null;
  readonly programme: string;
  readonly earlier: readonly (readonly Message[])[];
}

/** Troubles after which nothing was sent and she chooses another programme. */
const chooseAgain: readonly Trouble[] = ['nobody-on-duty', 'programme-gone', 'team-not-trusted'];

/** The phone's page: what is shown, and what her taps do. All protocol code is loaded behind it, after the first screen. */
export class Phone {
  phase = $state<'loading' | 'other-tab' | 'ready'>('loading');
  language = $state<PageLanguage>('nl');
  draft = $state.raw<Draft>(emptyDraft);
  trouble = $state<Trouble | null>(null);
  places = $state.raw<Places | null>(null);
  placesFailed = $state(false);
  holding = $state.raw<DirectoryHolding | null>(null);
  talk = $state.raw<Talk | null>(null);
  /** Programmes that turned out not to answer now. */
  passedOver = $state.raw<readonly string[]>([]);
  sending = $state(false);
  /** Whether the last request was answered. */
  reached = $state(true);
  /** Whether what is kept here outlives the page. */
  lasting = $state(true);
  promised = $state(false);
  sample = $state(false);
  clockOffset = $state(0);
  now = $state(Date.now());

  #words = $state.raw<PhoneWords>();
  readonly say = $derived(sayFrom(this.#wordsOrThrow()));

  readonly #surroundings = new Surroundings({
    reached: (answered) => {
      this.reached = answered;
      this.clockOffset = this.#surroundings.clockOffset;
      this.now = this.#surroundings.now();
    },
    live: () => undefined,
  });
  readonly #syncing = new Repeating(() => this.#sync());
  readonly #connecting = new Repeating(() => this.#connect());
  #keeping: Keeping = { storage: new MemoryStorage(), lasting: false };
  #seeker: Seeker | undefined;
  #following: AbortController | undefined;
  #saving: ReturnType<typeof setTimeout> | undefined;
  #refreshed = 0;

  constructor(words: PhoneWords, language: PageLanguage) {
    this.#words = words;
    this.language = language;
  }

  static async open(): Promise<Phone> {
    const language = firstPageLanguage(navigator.languages);
    return new Phone(await phoneWords[language](), language);
  }

  async start(): Promise<void> {
    await becomeTheOnlyTab('notitie', () => {
      this.phase = 'other-tab';
    });
    this.#keeping = await openKeeping('notitie');
    this.lasting = this.#keeping.lasting;
    this.draft = (await readNote(this.#keeping.storage, draftKey, decodeDraft)) ?? emptyDraft;
    if (this.draft.language !== null) await this.speak(this.draft.language);
    if (this.draft.screen === 'conversation') await this.#connecting.run();
    this.phase = 'ready';
    this.#listen();
    void this.#loadPlaces();
    if (this.draft.screen !== 'conversation') await this.#connecting.run();
    this.promised = await navigator.storage?.persisted?.().catch(() => false);
  }

  async speak(language: PageLanguage): Promise<void> {
    this.#words = await phoneWords[language]();
    this.language = language;
    if (this.draft.language !== language) this.change({ language });
  }

  change(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    if (change.screen !== undefined) this.trouble = null;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => void this.#save(), savingPause);
  }

  /** Brings the first words away, to the programme that she chose. */
  async sendFirst(programme: string): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    this.trouble = null;
    try {
      const seeker = this.#seeker;
      const chosen = this.holding?.release.content.programmes.find(({ id }) => id === programme);
      if (seeker === undefined || chosen === undefined) throw new Error('the directory is not here yet');
      const before = this.draft;
      const text = firstText(before, this.language);
      // The screen first: what is kept from here on is found again by a reload, whatever happens.
      this.draft = { ...before, screen: 'conversation' };
      await this.#save();
      const conversation = await this.#begin(seeker, chosen.id, text).catch((error: unknown) => {
        this.draft = before;
        throw error;
      });
      this.#show(conversation);
      void this.#askToKeep();
      await this.#syncing.run();
    } catch (error) {
      this.#meet(this.reached ? error : null);
    } finally {
      this.sending = false;
    }
  }

  /** Keeps a reply here and brings it away; her words leave the field only once they are kept. */
  async reply(text: string): Promise<void> {
    const conversation = this.#conversation;
    if (conversation === undefined || this.sending) return;
    this.sending = true;
    this.trouble = null;
    try {
      await conversation.send({ text: text.trim(), language: this.language });
      this.change({ reply: '' });
      this.#show(conversation);
      void this.#syncing.run();
    } catch (error) {
      this.#meet(error);
    } finally {
      this.sending = false;
    }
  }

  /** Tries whatever failed once more. */
  async again(): Promise<void> {
    this.trouble = null;
    if (this.places === null) void this.#loadPlaces();
    await this.#connecting.run();
    if (this.#conversation !== undefined && this.draft.screen === 'conversation') await this.#syncing.run();
  }

  startAnew(): void {
    this.#following?.abort();
    this.#following = undefined;
    this.#syncing.stop();
    this.change({ screen: 'place', text: '', programme: null });
  }

  get #conversation(): SeekerConversation | undefined {
    return this.#seeker?.conversations.at(-1);
  }

  async #begin(
    seeker: Seeker,
    programme: SeekerConversation['programme'],
    text: ReturnType<typeof firstText>,
  ) {
    const conversation = await seeker.begin(programme);
    try {
      await conversation.send(text);
      return conversation;
    } catch (error) {
      await seeker.forget(conversation).catch(() => undefined);
      throw error;
    }
  }

  /** Opens the client and fetches the directory; true once both are there. */
  async #connect(): Promise<boolean> {
    try {
      await this.#openSeeker();
      const conversation = this.#conversation;
      if (this.draft.screen === 'conversation') await this.#goOn(conversation);
      await this.#refreshDirectory();
      if (this.trouble !== null && passes(this.trouble)) this.trouble = null;
      return true;
    } catch (error) {
      const trouble = troubleOf(error);
      if (this.holding === null || !passes(trouble)) this.trouble = trouble;
      return !passes(trouble);
    }
  }

  async #openSeeker(): Promise<void> {
    if (this.#seeker !== undefined) return;
    const { openSeeker, operatorOf } = await import('./client.js');
    const { storage } = this.#keeping;
    const parts = this.#surroundings.environment;
    const operator = await operatorOf(location.origin, storage, parts);
    this.sample = operator.sample;
    this.#seeker = await openSeeker({
      baseUrl: location.origin,
      operatorKey: operator.key,
      storage,
      environment: parts,
    });
    this.holding = this.#seeker.directory.holding ?? null;
  }

  /** Shows the conversation that a reload goes on with. One that was never written into goes back to writing. */
  async #goOn(conversation: SeekerConversation | undefined): Promise<void> {
    if (conversation !== undefined && conversation.messages.length > 0) {
      this.#show(conversation);
      this.phase = 'ready';
      void this.#syncing.run();
      return;
    }
    if (conversation !== undefined) await this.#seeker?.forget(conversation);
    this.change({ screen: this.draft.text === '' ? 'welcome' : 'write' });
  }

  async #refreshDirectory(): Promise<void> {
    const seeker = this.#seeker;
    if (seeker === undefined || Date.now() - this.#refreshed < refreshAfter) return;
    this.holding = await seeker.directory.refresh();
    this.#refreshed = Date.now();
  }

  /** Brings the conversation up to date; true where there is nothing to try again. */
  async #sync(): Promise<boolean> {
    const conversation = this.#conversation;
    if (conversation === undefined || this.draft.screen !== 'conversation') return true;
    try {
      await conversation.sync();
      this.#show(conversation);
      if (this.draft.text !== '') this.change({ text: '' });
      if (this.trouble !== null && this.trouble !== 'seat-gone') this.trouble = null;
      void this.#follow(conversation);
      return true;
    } catch (error) {
      this.#show(conversation);
      const trouble = troubleOf(error);
      if (chooseAgain.includes(trouble) && conversation.generation === 0) {
        await this.#passOver(conversation);
      }
      this.trouble = trouble;
      return !passes(trouble);
    }
  }

  /** Nothing was sent: back to the choice, with her words. */
  async #passOver(conversation: SeekerConversation): Promise<void> {
    const first = conversation.messages.map(({ payload }) => payload).find((each) => each?.type === 'text');
    const text = this.draft.text === '' && first?.type === 'text' ? first.text : this.draft.text;
    await this.#seeker?.forget(conversation);
    this.passedOver = [...this.passedOver, conversation.programme];
    this.talk = null;
    this.change({ screen: 'write', programme: null, text });
  }

  async #follow(conversation: SeekerConversation): Promise<void> {
    if (this.#following !== undefined) return;
    const following = new AbortController();
    this.#following = following;
    const { follow } = await import('./client.js');
    try {
      const session = await conversation.session();
      const surroundings = environment(this.#surroundings.environment);
      const end = await follow(session, surroundings, () => void this.#syncing.run(), following.signal);
      if (end === 'gone') this.trouble = 'seat-gone';
    } finally {
      if (this.#following === following) this.#following = undefined;
    }
  }

  #show(conversation: SeekerConversation): void {
    this.now = this.#surroundings.now();
    this.talk = {
      messages: conversation.messages,
      contact: conversation.fixedContact,
      answerBy: conversation.view?.answerBy ?? null,
      programme: conversation.programme,
      earlier: this.#seeker?.conversations.slice(0, -1).map(({ messages }) => messages) ?? [],
    };
  }

  /** The programme of the conversation, as the directory has it now. */
  get team() {
    const { talk, holding } = this;
    if (talk === null || holding === null) return undefined;
    const { content } = holding.release;
    return content.programmes
      .map(({ id }) => findProgramme(content, id))
      .find((programme) => programme?.id === talk.programme && programme.state === 'active');
  }

  #meet(error: unknown): void {
    this.trouble = error === null ? 'server-away' : troubleOf(error);
  }

  async #askToKeep(): Promise<void> {
    this.promised = await askToKeep();
  }

  async #loadPlaces(): Promise<void> {
    try {
      this.places = await loadPlaces();
      this.placesFailed = false;
    } catch {
      this.placesFailed = true;
    }
  }

  async #save(): Promise<void> {
    clearTimeout(this.#saving);
    try {
      await writeNote(this.#keeping.storage, draftKey, this.draft);
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  #listen(): void {
    const wake = () => {
      void this.#connecting.run();
      void this.#syncing.run();
    };
    window.addEventListener('online', wake);
    window.addEventListener('pagehide', () => void this.#save());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') wake();
      else void this.#save();
    });
    setInterval(() => {
      this.now = this.#surroundings.now();
    }, 20_000);
  }

  #wordsOrThrow(): PhoneWords {
    if (this.#words === undefined) throw new Error('opened without words');
    return this.#words;
  }
}
