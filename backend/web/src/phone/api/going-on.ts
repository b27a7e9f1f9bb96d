import type { SeekerConversation } from '@opstap/protocol/client/index';
import type { Environment } from '@opstap/protocol/session/environment';
import type { Choice } from '../model/choices.js';
import type { Draft } from '../model/draft.js';
import { unansweredText } from '../model/first-message.js';

/** What going on needs to know of a conversation, and to do in it. */
export type Left = Pick<
  SeekerConversation,
  'prefix' | 'programme' | 'messages' | 'view' | 'elsewhere' | 'moved' | 'goElsewhere' | 'sync'
>;

/** What going on needs from the page. */
export interface GoingPage {
  readonly conversations: () => readonly Left[];
  readonly current: () => Left | undefined;
  readonly draft: () => Draft;
  readonly change: (change: Partial<Draft>) => void;
  /** What can be offered now. */
  readonly offers: () => readonly Choice[];
  /** Begins the conversation with a programme, with the words of the draft. */
  readonly send: (programme: string) => Promise<void>;
  /** Shows the current conversation, another one maybe than before, and brings it up to date. */
  readonly turn: () => void;
  /** Shows what has come into conversations that she left. */
  readonly show: () => void;
  readonly environment: Pick<Environment, 'sleep' | 'jitter'>;
}

/** Looks right after each other would be taken for one person's (OHT-18). */
const longestApart = 30_000;
const looksAgainAfter = 3 * 60_000;

/** From a team that doesn't answer to the next one (WAI-8 to WAI-11): the conversations stay apart, and only this phone knows of both. */
export class GoingOn {
  readonly #page: GoingPage;
  #looking = false;

  constructor(page: GoingPage) {
    this.#page = page;
  }

  /** The programmes that she has written to on this way. */
  get tried(): readonly string[] {
    const { from, left } = this.#page.draft();
    return this.#conversations([...left, ...(from === null ? [] : [from])]).map(({ programme }) => programme);
  }

  /** Whether the current conversation is one that nobody answered, and there is another one to go to or not. */
  get waits(): boolean {
    const current = this.#page.current();
    if (current === undefined || this.#page.draft().left.includes(current.prefix)) return false;
    return current.view?.waiting === 'next' && !current.elsewhere && !current.moved;
  }

  /** The team that comes next; null where none is left. */
  get next(): Choice | null {
    const programme = this.#page.current()?.programme;
    const offers = this.#page.offers().filter((each) => each.programme !== programme && !each.needsCard);
    return offers.find(({ answer }) => answer !== null) ?? offers[0] ?? null;
  }

  /** Puts what she wrote before her, for the next team: what goes along is hers to say. */
  compose(): void {
    const current = this.#page.current();
    if (current === undefined) return;
    const text = unansweredText(current.messages);
    this.#page.change({
      screen: 'write',
      text,
      programme: null,
      cardTeam: null,
      from: current.prefix,
    });
  }

  /** Rather stays with the team that she wrote to. */
  stay(): void {
    this.#page.change({ screen: 'conversation', text: '', from: null });
    this.#page.turn();
  }

  /** What becomes of the draft with the conversation that begins. */
  leaving({ from, left }: Draft): Pick<Draft, 'current' | 'from' | 'left'> {
    return { current: null, from: null, left: from === null ? left : added(left, from) };
  }

  /** The same backwards, where nothing could be sent. */
  comingBack({ left }: Draft): Pick<Draft, 'current' | 'from' | 'left'> {
    const from = this.#page.current()?.prefix;
    if (from === undefined || !left.includes(from)) return { current: null, from: null, left };
    return { current: null, from, left: left.filter((each) => each !== from) };
  }

  /** Goes on in a conversation that she had left. */
  goOnIn(prefix: string): void {
    const before = this.#page.current()?.prefix;
    if (before === undefined || before === prefix) return;
    const { left } = this.#page.draft();
    this.#page.change({ current: prefix, left: added(left, before).filter((each) => each !== prefix) });
    this.#page.turn();
  }

  /** What the state of the current conversation asks for. Never throws. */
  async goOn(): Promise<void> {
    const current = this.#page.current();
    const { goesOn, screen, reply } = this.#page.draft();
    if (current === undefined || screen !== 'conversation') return;
    if (this.#saidIn(current)) await this.#tellThoseLeft(current);
    if (this.#page.draft().left.length > 0) void this.#look();
    if (!goesOn || !this.waits || reply !== '') return;
    const { next } = this;
    if (next === null) return;
    const text = unansweredText(current.messages);
    // Without words of hers, only that she wants to talk, there is nothing that could go along.
    if (text === '') return;
    this.#page.change({ text, from: current.prefix });
    await this.#page.send(next.programme);
  }

  /** Whether the team of a conversation has words of hers, and she is there. */
  #saidIn(conversation: Left): boolean {
    return (
      !conversation.elsewhere &&
      conversation.messages.some(
        ({ sender, payload, sequence }) => sender === null && payload?.type === 'text' && sequence !== null,
      )
    );
  }

  /** Only once the next team has her words: until then nobody has lost her. */
  async #tellThoseLeft(current: Left): Promise<void> {
    for (const each of this.#conversations(this.#page.draft().left)) {
      if (each === current || each.moved || each.elsewhere) continue;
      await each.goElsewhere().catch(() => undefined);
      void this.#bring(each);
    }
  }

  /** At a moment of its own. What can't be done now is done the next time. */
  async #bring(each: Left): Promise<void> {
    const { sleep, jitter } = this.#page.environment;
    await sleep(longestApart * jitter());
    if (each !== this.#page.current()) await each.sync().catch(() => undefined);
    this.#page.show();
  }

  /** Hears of answers that come late, and brings away what could not be brought before. */
  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const { sleep, jitter } = this.#page.environment;
    while (this.#page.draft().left.length > 0) {
      for (const each of this.#conversations(this.#page.draft().left)) {
        await this.#bring(each);
      }
      await sleep(looksAgainAfter * (1 + jitter()));
    }
    this.#looking = false;
  }

  #conversations(prefixes: readonly string[]): readonly Left[] {
    return this.#page.conversations().filter(({ prefix }) => prefixes.includes(prefix));
  }
}

function added(list: readonly string[], one: string): readonly string[] {
  return [...list.filter((each) => each !== one), one];
}
