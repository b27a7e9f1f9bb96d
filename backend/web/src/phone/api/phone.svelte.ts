import type { Seeker, SeekerConversation } from '@opstap/protocol/client/index';
import type { DirectoryHolding } from '@opstap/protocol/client/trusted-directory';
import type { Programme } from '@opstap/protocol/directory/programme';
import type { ProgrammeId } from '@opstap/protocol/id/branded-id';
import { environment } from '@opstap/protocol/session/environment';
import type { FirstWords } from '../../shared/api/first-words.js';
import { Page, type PageKind } from '../../shared/api/page.svelte.js';
import { PhraseMaking } from '../../shared/api/phrase-making.svelte.js';
import { Repeating } from '../../shared/api/repeating.js';
import { askToKeep, type Keeping } from '../../shared/api/storage.js';
import {
  type PlanFormPart,
  type PlanTyped,
  type TypedForm,
  withForm,
} from '../../shared/model/plan-typed.js';
import { putBack } from '../../shared/model/sent-words.js';
import { passes, type Trouble, troubleOf } from '../../shared/model/trouble.js';
import type { PhoneLanguage } from '../../shared/model/words.js';
import type { Choice } from '../model/choices.js';
import { type Draft, decodeDraft, emptyDraft } from '../model/draft.js';
import { firstText, unsentText } from '../model/first-message.js';
import type { PhoneKey } from '../model/words.js';
import { CardEntry } from './card.svelte.js';
import { CheckIns } from './check-ins.svelte.js';
import { ComingBack } from './coming-back.svelte.js';
import { derivingBeside } from './deriving.js';
import { Erasing } from './erasing.svelte.js';
import { Following } from './following.js';
import { GoingOn } from './going-on.js';
import type { Guarded } from './guarding.js';
import { PhoneKeeping } from './keeping.svelte.js';
import { forgetChoices, keptLook } from './kept-look.js';
import { Leads } from './leads.svelte.js';
import type { Look } from './looks.js';
import { painted } from './painted.js';
import type { Places } from './places.js';
import { solvingBeside } from './solving.js';
import { speaking } from './speaking.js';
import { type Talk, talkOf } from './talk.js';
import type { Waking } from './waking.svelte.js';
import { endAll } from './workers.js';

const kind: PageKind<PhoneKey, Draft, PhoneLanguage> = {
  name: 'notitie',
  noteName: 'draft',
  emptyNote: emptyDraft,
  decodeNote: decodeDraft,
  ...speaking,
};
const refreshAfter = 10 * 60_000;
const lookAgainAfter = 5 * 60_000;

/** Troubles after which nothing was sent and she chooses another programme. */
const chooseAgain: readonly Trouble[] = [
  'nobody-on-duty',
  'programme-gone',
  'card-needed',
  'team-not-trusted',
];

/** The phone's page: what is shown, and what her taps do. All protocol code is loaded behind it, after the first screen. */
export class Phone extends Page<PhoneKey, Draft, PhoneLanguage> {
  phase = $state<'opening' | 'other-tab' | 'locked' | 'ordinary' | 'loading' | 'ready'>('opening');
  places = $state.raw<Places | null>(null);
  placesFailed = $state(false);
  holding = $state.raw<DirectoryHolding | null>(null);
  talk = $state.raw<Talk | null>(null);
  /** Programmes that turned out not to answer now. */
  passedOver = $state.raw<readonly string[]>([]);
  sending = $state(false);
  /** Whether the last request was answered. */
  reached = $state(true);
  /** Whether the browser has promised to keep what is here. */
  promised = $state(false);
  clockOffset = $state(0);
  /** Whether this is the page that was published, as far as is known; null before anything is. */
  guarded = $state.raw<Guarded | null>(null);
  /** How far the phone is with its part of being let in, from 0 to 1; null while there is nothing to do. */
  work = $state<number | null>(null);
  /** What lies over the screen that she is on: it is there again when she goes back. */
  aside = $state<'safe' | 'hide' | 'settings' | 'access' | 'here' | null>(null);
  /** What comes after the first screen, once it is loaded. */
  onward = $state.raw<typeof import('./onward.js') | null>(null);
  /** The name and icon that she chose; null for the page's own. */
  look = $state.raw<Look | null>(null);

  readonly card = new CardEntry({
    draft: () => this.draft,
    change: (change) => this.change(change),
    connected: () => this.#connected(),
    taken: (programme) => this.#takenFrom(programme),
    meet: (error) => this.#meet(error),
  });
  readonly making = new PhraseMaking({
    connected: () => this.#connected(),
    meet: (error) => this.#meet(error),
  });
  readonly returning = new ComingBack({
    connected: () => this.#connected(),
    back: () => this.#cameBack(),
    meet: (error) => this.#meet(error),
  });
  readonly going: GoingOn = new GoingOn({
    conversations: () => this.#seeker?.conversations ?? [],
    current: () => this.#conversation,
    draft: () => this.draft,
    change: (change) => this.change(change),
    offers: () => this.offers,
    send: (programme) => this.sendFirst(programme),
    turn: () => this.#turn(),
    show: () => {
      const conversation = this.#conversation;
      if (conversation !== undefined && this.talk !== null) this.#show(conversation);
    },
    environment: environment(this.surroundings.environment),
  });
  readonly erasing: Erasing = new Erasing({
    seeker: () => this.#seeker,
    current: () => this.#conversation,
    letGo: (all) => this.#letGo(all),
    gone: (all) => this.#erased(all),
    meet: (error) => this.#meet(error),
  });
  readonly leads: Leads = new Leads({
    current: () => this.#conversation,
    draft: () => this.draft,
    change: (change) => this.change(change),
    bring: () => this.#bring(),
  });
  readonly checkIns: CheckIns = new CheckIns({
    current: () => this.#conversation,
    changed: (tells) => {
      const conversation = this.#conversation;
      if (conversation !== undefined) this.#show(conversation);
      if (!tells) return;
      this.#following.wake();
      void this.#syncing.run();
    },
    meet: (error) => this.#meet(error),
  });
  readonly keeping: PhoneKeeping = new PhoneKeeping({
    locked: () => {
      this.phase = 'locked';
    },
    lasts: (lasting) => {
      this.lasting = lasting;
    },
  });
  readonly #syncing = new Repeating(() => this.#sync());
  readonly #connecting = new Repeating(() => this.#connect());
  #seeker: Seeker | undefined;
  readonly #following = new Following(environment(this.surroundings.environment), {
    sync: () => this.#syncing.run(),
    gone: () => void this.#gone(),
  });
  #waking: Waking | undefined;
  #refreshed = 0;
  #begun = false;
  #brought: string | null = null;
  #bringing = $state(false);

  constructor(words: FirstWords<PhoneKey, PhoneLanguage>) {
    super(kind, words);
  }

  /** Opens what is kept, and goes on from there; `known` is called once it is known which screen comes first. */
  async start(known: () => void): Promise<void> {
    // Where that fails, the page's own name tells as little.
    void this.#dress().catch(() => undefined);
    await this.begin(() => {
      this.phase = 'other-tab';
      known();
    });
    this.phase = this.keeping.ordinary ? 'ordinary' : 'loading';
    this.#wake();
    // After the second code nothing of the channel begins (LCK-17).
    if (this.keeping.ordinary) return known();
    this.#begun = true;
    this.card.bring(this.#brought);
    if (this.draft.screen === 'conversation') {
      known();
      await this.breathes();
      await this.#connecting.run();
    }
    this.phase = 'ready';
    known();
    await painted();
    this.listen(() => {
      this.#following.wake();
      void this.#connecting.run();
      void this.checkIns.opened().then(() => this.#syncing.run());
    });
    setInterval(() => {
      this.now = this.#time;
      void this.going.goOn();
    }, 20_000);
    setInterval(() => this.#lookAgain(), lookAgainAfter);
    void this.#loadPlaces();
    if (this.draft.screen !== 'conversation') await this.#connecting.run();
    this.promised = await navigator.storage?.persisted?.().catch(() => false);
  }

  /** Puts on the look that she chose. */
  async #dress(): Promise<void> {
    const kept = keptLook();
    if (kept === null) return;
    const { lookOf } = await import('./looks.js');
    this.look = lookOf(kept);
  }

  protected override openKeeping(name: string): Promise<Keeping> {
    return this.keeping.open(name);
  }

  /** Takes the words of a card that a link brought, or null; what comes before the page has begun waits for that. */
  bring(card: string | null): void {
    if (this.#begun) this.card.bring(card);
    else this.#brought = card ?? this.#brought;
  }

  /** Saves what she was writing, and lets go of everything: keys, state and work (EXI-3). */
  leave(): void {
    endAll();
    this.#following.stop();
    this.#syncing.stop();
    this.#connecting.stop();
    this.abandon();
    this.#seeker = undefined;
    this.holding = null;
    this.talk = null;
    this.making.begin();
    this.returning.type('');
  }

  /** Everything on the way to the first message, and the reply that she is writing. */
  get draft(): Draft {
    return this.note;
  }

  change(change: Partial<Draft>): void {
    this.changeNote({ ...this.draft, ...change });
    if (change.screen !== undefined) {
      this.trouble = null;
      this.checkIns.said = null;
    }
    if (change.screen === 'write') void this.#prepare();
  }

  /** Does something that can fail, and says so; null where it did. */
  async tries<T>(does: () => Promise<T>): Promise<T | null> {
    this.trouble = null;
    try {
      return await does();
    } catch (error) {
      this.#meet(error);
      return null;
    }
  }

  /** Whether words of hers are on their way: what can wait, waits. */
  get bringing(): boolean {
    return this.sending || (this.#bringing && this.trouble === null);
  }

  /** Brings the first words away, to the programme that she chose. */
  async sendFirst(programme: string): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    this.trouble = null;
    if (await this.#keepFirst(programme)) await this.#syncing.run();
  }

  /** Keeps the first words here; false where that failed. */
  async #keepFirst(programme: string): Promise<boolean> {
    try {
      const seeker = this.#seeker;
      const chosen = this.holding?.release.content.programmes.find(({ id }) => id === programme);
      if (seeker === undefined || chosen === undefined) throw new Error('the directory is not here yet');
      const before = this.draft;
      const text = firstText(before, this.language);
      // With the screen in the same batch: a reload finds all of it, or her words where she wrote them.
      this.note = { ...before, screen: 'conversation', ...this.going.leaving(before) };
      const first = { text, along: [this.noteKept] };
      const conversation = await seeker.begin(chosen.id, first).catch((error: unknown) => {
        this.note = before;
        throw error;
      });
      this.#following.stop();
      this.#show(conversation);
      void this.#askToKeep();
      return true;
    } catch (error) {
      this.#meet(this.reached ? error : null);
      return false;
    } finally {
      this.sending = false;
    }
  }

  /** Keeps a reply here and brings it away. The field is free for the next one meanwhile; what can't be kept is back in it. An urgent one moves the conversation up. */
  async reply(text: string, urgent = false): Promise<void> {
    const conversation = this.#conversation;
    if (conversation === undefined) return;
    this.trouble = null;
    this.checkIns.said = null;
    this.change({ reply: '' });
    try {
      await conversation.send({ text: text.trim(), language: this.language, ...(urgent && { urgent }) });
      this.#show(conversation);
      this.#following.wake();
      void this.#syncing.run();
    } catch (error) {
      this.change({ reply: putBack(text, this.draft.reply) });
      this.#meet(error);
    }
  }

  /** Keeps something of the plan here, and brings it away. */
  async writePlan(write: (plan: SeekerConversation['plan']) => Promise<void>): Promise<void> {
    const conversation = this.#conversation;
    if (conversation === undefined) return;
    this.trouble = null;
    try {
      await write(conversation.plan);
      this.#bring();
    } catch (error) {
      this.#meet(error);
    }
  }

  /** The forms that are open in the plan of this conversation. */
  get planForms(): PlanTyped {
    const { plan } = this.draft;
    return plan !== null && plan.of === this.#conversation?.prefix ? plan.forms : {};
  }

  keepPlanForm(part: PlanFormPart, form: TypedForm | null): void {
    const of = this.#conversation?.prefix;
    if (of !== undefined) this.change({ plan: { of, forms: withForm(this.planForms, part, form) } });
  }

  /** Tries whatever failed once more. */
  async again(): Promise<void> {
    this.trouble = null;
    if (this.places === null) void this.#loadPlaces();
    await this.#connecting.run();
    if (this.draft.screen === 'card') await this.card.use();
    if (this.#conversation !== undefined && this.#talks) await this.#syncing.run();
  }

  /** Leaves the conversation as it is, and begins another with what never left this phone. */
  startAnew(): void {
    this.#following.stop();
    this.#syncing.stop();
    const text = unsentText(this.talk?.messages ?? [], this.draft.reply);
    const nowhere = { current: null, from: null, left: [] };
    this.change({ screen: 'place', text, reply: '', programme: null, cardTeam: null, ...nowhere });
  }

  /** Forgets here what goes on on another phone. */
  async forgetMoved(): Promise<void> {
    try {
      for (const each of this.#seeker?.conversations.filter(({ moved }) => moved) ?? [])
        await this.#seeker?.forget(each);
      const left = this.#conversation;
      if (left !== undefined) this.#show(left);
      else {
        this.talk = null;
        this.change({ screen: 'welcome', reply: '', text: '', plan: null, wake: null });
      }
    } catch (error) {
      this.#meet(error);
    }
  }

  /** Nothing of what goes is followed, shown or kept in the page's note from here on. Gives what puts it back. */
  async #letGo(all: boolean): Promise<() => void> {
    const { draft, talk } = this;
    this.#following.stop();
    this.#syncing.stop();
    const { language, goesOn } = draft;
    const wake = (this.#seeker?.conversations.length ?? 0) > 1 ? draft.wake : null;
    this.note = all ? emptyDraft : { ...emptyDraft, language, goesOn, wake };
    this.talk = null;
    this.trouble = null;
    this.leads.showFor(null);
    this.checkIns.said = null;
    await this.save();
    if (all) await this.keeping.dropAside();
    return () => {
      this.changeNote(draft);
      this.talk = talk;
      void this.#syncing.run();
    };
  }

  /** Shows what is left: another conversation, or the first screen. */
  async #erased(all: boolean): Promise<void> {
    if (all) {
      forgetChoices();
      this.look = null;
      this.#seeker = undefined;
      this.passedOver = [];
      this.card.waiting = null;
      this.making.held = false;
      this.#refreshed = 0;
      await this.save();
      void this.#connecting.run();
      this.#wake();
      return;
    }
    this.#wake();
    const conversation = this.#conversation;
    if (conversation === undefined) return this.save();
    this.change({ screen: 'conversation' });
    this.#turn();
  }

  /** Back from the words to where she was. */
  leaveReturning(): void {
    const conversation = this.#conversation;
    if (conversation !== undefined) this.#show(conversation);
    this.change({ screen: conversation === undefined ? 'welcome' : 'conversation' });
  }

  /** The same, with the card that a link brought. */
  startWithCard(): void {
    const { waiting } = this.card;
    this.startAnew();
    this.card.waiting = null;
    this.card.bring(waiting);
  }

  protected override heard(answered: boolean): void {
    this.reached = answered;
    this.clockOffset = this.surroundings.clockOffset;
    this.now = this.#time;
  }

  /** Whether somebody is there changes without news (WAI-14). Where there is a relay, looking has its own moments. */
  #lookAgain(): void {
    const seen = document.visibilityState === 'visible' && this.#talks;
    if (seen && this.#seeker?.relayed === false) void this.#syncing.run();
  }

  /** Whether she looks at the conversation, or at something of it. */
  get #talks(): boolean {
    return ['conversation', 'plan', 'pass-on', 'care'].includes(this.draft.screen);
  }

  get #conversation(): SeekerConversation | undefined {
    const all = this.#seeker?.conversations ?? [];
    return all.find(({ prefix }) => prefix === this.draft.current) ?? all.at(-1);
  }

  /** Her conversations are here. */
  #cameBack(): void {
    const conversation = this.#conversation;
    if (conversation === undefined) return;
    this.#following.stop();
    this.#show(conversation);
    this.change({ screen: 'conversation', current: null, from: null, left: [] });
    void this.#askToKeep();
    void this.#syncing.run();
  }

  /** The stream's seat is on the server no more, or another phone's: which, the next look tells. */
  async #gone(): Promise<void> {
    await this.#syncing.run();
    if (this.#conversation?.moved !== true) this.trouble = 'seat-gone';
  }

  /** Opens the client and fetches the directory; true once both are there. */
  async #connect(): Promise<boolean> {
    try {
      await this.#openSeeker();
      void this.erasing.bring();
      const conversation = this.#conversation;
      if (this.draft.screen === 'conversation') await this.#goOn(conversation);
      await this.#refreshDirectory();
      if (this.draft.screen === 'write') void this.#prepare();
      if (this.draft.screen === 'card') this.card.goOn();
      if (await this.#seeker?.isComingBack()) {
        if (this.draft.screen !== 'return') this.change({ screen: 'return' });
        if (!this.returning.working) void this.returning.goOn();
      }
      if (this.trouble !== null && passes(this.trouble)) this.trouble = null;
      return true;
    } catch (error) {
      const trouble = troubleOf(error);
      if (this.holding === null || !passes(trouble)) this.trouble = trouble;
      return !passes(trouble);
    }
  }

  async #connected(): Promise<Seeker | undefined> {
    this.trouble = null;
    await this.#connecting.run();
    return this.holding === null ? undefined : this.#seeker;
  }

  /** A card was taken: its programme is the one that she sees first. */
  #takenFrom(programme: ProgrammeId): void {
    const known = this.holding?.release.content.programmes.some(({ id }) => id === programme) === true;
    const chosen = known ? programme : null;
    this.passedOver = this.passedOver.filter((each) => each !== programme);
    this.change({ screen: 'write', card: '', programme: chosen, cardTeam: chosen });
    if (!known) this.trouble = 'programme-gone';
  }

  async #openSeeker(): Promise<void> {
    if (this.#seeker !== undefined) return;
    const onward = import('./onward.js').then((part) => {
      this.onward = part;
    });
    const [{ openSeeker, operatorOf }] = await Promise.all([import('./client.js'), onward]);
    const solve = solvingBeside((share) => {
      this.work = share;
    });
    this.#seeker = await openSeeker({
      ...(await this.clientOptions(operatorOf)),
      solve,
      deriveRoot: derivingBeside,
    });
    this.holding = this.#seeker.directory.holding ?? null;
    this.making.held = this.#seeker.hasPhrase;
    await this.breathes();
  }

  /** While she writes, so that she doesn't wait for it when she sends. What goes wrong here is said then. */
  async #prepare(): Promise<void> {
    await this.#seeker?.prepare().catch(() => undefined);
  }

  /** Shows the conversation that a reload goes on with. One that was never written into goes back to writing. */
  async #goOn(conversation: SeekerConversation | undefined): Promise<void> {
    if (conversation !== undefined && conversation.messages.length > 0) {
      if (this.talk === null) await this.checkIns.opened();
      await this.breathes();
      this.#show(conversation);
      this.phase = 'ready';
      // What is kept stands there before anything new is looked for.
      await painted();
      void this.#syncing.run();
      return;
    }
    if (conversation !== undefined) await this.#seeker?.forget(conversation);
    this.change({ screen: this.draft.text === '' ? 'welcome' : 'write' });
  }

  async #refreshDirectory(): Promise<void> {
    const seeker = this.#seeker;
    if (seeker === undefined || Date.now() - this.#refreshed < refreshAfter) return;
    this.holding = await seeker.refresh();
    this.#refreshed = Date.now();
  }

  /** Brings the conversation up to date; true where there is nothing to try again. */
  async #sync(): Promise<boolean> {
    const conversation = this.#conversation;
    if (conversation === undefined || !this.#talks || this.erasing.working) return true;
    if (this.teamGone && conversation.generation > 0) {
      // Whoever answers can't be told from a stranger any more: there is nothing to send or to read.
      this.trouble = null;
      return true;
    }
    this.#bringing = true;
    try {
      await conversation.sync(() => this.#taken(conversation));
      // Another one meanwhile: that one is looked at next.
      if (conversation !== this.#conversation || this.erasing.working) return true;
      this.#show(conversation);
      if (this.draft.text !== '') this.change({ text: '' });
      if (this.trouble !== null && this.trouble !== 'seat-gone') this.trouble = null;
      this.#wake();
      if (conversation.moved) {
        this.#following.stop();
        this.making.held = this.#seeker?.hasPhrase === true;
        return true;
      }
      if (this.#seeker !== undefined) void this.#following.start(this.#seeker, conversation);
      void this.going.goOn();
      await this.leads.look();
      return true;
    } catch (error) {
      if (conversation !== this.#conversation || this.erasing.working) return true;
      this.#show(conversation);
      const trouble = troubleOf(error);
      if (trouble === 'seat-gone') this.#following.stop();
      if (chooseAgain.includes(trouble) && conversation.generation === 0) {
        await this.#passOver(conversation);
      }
      this.trouble = trouble;
      return !passes(trouble);
    } finally {
      this.#bringing = false;
    }
  }

  /** Something of hers is with the server: that is shown before the rest is done. */
  #taken(conversation: SeekerConversation): void {
    if (conversation === this.#conversation && !this.erasing.working) this.#show(conversation);
  }

  /** Nothing was sent: back to the choice, with her words. */
  async #passOver(conversation: SeekerConversation): Promise<void> {
    await this.#seeker?.forget(conversation);
    const unsent = unsentText(conversation.messages, this.draft.reply);
    this.passedOver = [...this.passedOver, conversation.programme];
    this.talk = null;
    const back = this.going.comingBack(this.draft);
    this.change({ screen: 'write', programme: null, cardTeam: null, text: unsent, reply: '', ...back });
  }

  /** Something of the current conversation was changed here: it is shown, and brought away. */
  #bring(): void {
    const conversation = this.#conversation;
    if (conversation === undefined) return;
    this.#show(conversation);
    this.#following.wake();
    void this.#syncing.run();
  }

  /** Being woken, which is loaded where she is, was, or may choose to be. */
  async waking(): Promise<Waking> {
    const { Waking } = await import('./waking.svelte.js');
    this.#waking ??= new Waking({
      seeker: () => this.#seeker,
      delay: () => (this.#keeps ? this.draft.wake : null),
      keeps: () => this.#keeps,
      choose: (wake) => {
        this.change({ wake });
        return this.save();
      },
      environment: environment(this.surroundings.environment),
    });
    return this.#waking;
  }

  /** Whether what is here outlives the page. */
  get #keeps(): boolean {
    return this.lasting && !this.keeping.nothing;
  }

  /** Who is woken has the others know where; what is left of it where she isn't, or where what was kept here was emptied, goes. */
  #wake(): void {
    if (this.keeping.nothing && this.draft.wake !== null) this.change({ wake: null });
    const was = this.#conversation?.tellsWake === true || globalThis.Notification?.permission === 'granted';
    if (was || this.draft.wake !== null)
      void this.waking().then(
        (waking) => waking.look().catch(() => undefined),
        () => undefined,
      );
  }

  /** Another conversation than before is the current one. */
  #turn(): void {
    const conversation = this.#conversation;
    if (conversation === undefined) return;
    this.checkIns.said = null;
    this.#following.stop();
    this.#show(conversation);
    void this.#syncing.run();
  }

  #show(conversation: SeekerConversation): void {
    this.now = this.#time;
    this.leads.showFor(conversation.prefix);
    this.talk = talkOf(conversation, this.#seeker?.conversations ?? [], this.going.waits);
  }

  /** The server's time, as far as it is known. */
  get #time(): number {
    return this.#seeker?.now ?? this.surroundings.now();
  }

  /** The programmes that can be offered to her now, but those that she has tried. */
  get offers(): readonly Choice[] {
    const { places, holding, onward, say, language, now } = this;
    if (places === null || holding === null || onward === null) return [];
    const without = [...this.passedOver, ...this.going.tried];
    return onward.offersOf(holding, places.geography, this.draft, { say, language, now }, without);
  }

  /** The programme of the conversation, as the directory has it now. */
  get team(): Programme | undefined {
    return this.holding?.release.content.programmes.find(({ id }) => id === this.talk?.programme);
  }

  /** Whether a relay hides her address, by the directory; false before there is one. */
  get relayed(): boolean {
    return (this.holding?.release.content.relays.length ?? 0) > 0;
  }

  /** Whether the programme of the conversation is in the directory no longer. */
  get teamGone(): boolean {
    return this.holding !== null && this.talk !== null && this.team === undefined;
  }

  #meet(error: unknown): void {
    this.trouble = error === null ? 'server-away' : troubleOf(error);
  }

  async #askToKeep(): Promise<void> {
    this.promised = this.lasting && (await askToKeep());
  }

  async #loadPlaces(): Promise<void> {
    try {
      const { loadPlaces } = await import('./onward.js');
      this.places = await loadPlaces();
      this.placesFailed = false;
    } catch {
      this.placesFailed = true;
    }
  }
}
