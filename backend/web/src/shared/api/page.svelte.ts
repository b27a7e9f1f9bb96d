import type { ClientOptions } from '@opstap/protocol/client/client-parts';
import { MemoryStorage } from '@opstap/protocol/storage/memory-storage';
import { type Trouble, troubleOf } from '../model/trouble.js';
import { firstPageLanguage, isPageLanguage, type PageLanguage, sayFrom } from '../model/words.js';
import type { operatorOf } from './operator-key.js';
import { Saving } from './saving.js';
import { becomeTheOnlyTab } from './single-tab.js';
import { type Keeping, openKeeping, readNote, writeNote } from './storage.js';
import { Surroundings } from './surroundings.js';

/** What differs between the pages in how they start. */
export interface PageKind<Words, Note> {
  /** Of the page's storage, and of the lock on it. */
  readonly name: string;
  /** Of the note in that storage. */
  readonly noteName: string;
  readonly emptyNote: Note;
  readonly decodeNote: (value: unknown) => Note;
  /** The catalogues; only the language in use is loaded. */
  readonly words: Record<PageLanguage, () => Promise<Words>>;
}

/** Words of a page in the first language of the browser's that it speaks. */
export async function firstWords<Words>(kind: PageKind<Words, unknown>): Promise<FirstWords<Words>> {
  const language = firstPageLanguage(navigator.languages);
  return { language, words: await kind.words[language]() };
}

export interface FirstWords<Words> {
  readonly language: PageLanguage;
  readonly words: Words;
}

/**
 * What both pages do alike: one tab works with the page's storage, a note of the page's own is saved as it changes, the page speaks
 * a language, and believes one operator.
 */
export abstract class Page<Key extends string, Note extends { readonly language: string | null }> {
  language = $state<PageLanguage>('nl');
  trouble = $state<Trouble | null>(null);
  /** Whether the page could not be brought up. */
  failed = $state(false);
  /** Whether what is kept here outlives the page. */
  lasting = $state(true);
  /** Whether everything here is made up. */
  sample = $state(false);
  now = $state(Date.now());
  /** Whether an answer takes long. */
  slow = $state(false);
  /** What the page keeps beside the client. */
  protected note: Note;
  readonly say;

  protected readonly surroundings = new Surroundings({
    reached: (answered) => this.heard(answered),
    slow: (waits) => {
      this.slow = waits;
    },
    live: (standing) => this.liveIs(standing),
  });
  readonly #kind: PageKind<Readonly<Record<Key, string>>, Note>;
  #words: Readonly<Record<Key, string>>;
  #keeping: Keeping = { storage: new MemoryStorage(), lasting: false };
  readonly #saving = new Saving(() => this.#writeNote());

  protected constructor(
    kind: PageKind<Readonly<Record<Key, string>>, Note>,
    { words, language }: FirstWords<Readonly<Record<Key, string>>>,
  ) {
    this.#kind = kind;
    this.#words = $state.raw(words);
    this.note = $state.raw(kind.emptyNote);
    this.say = $derived(sayFrom(this.#words));
    this.language = language;
  }

  async speak(language: PageLanguage): Promise<void> {
    this.#words = await this.#kind.words[language]();
    this.language = language;
    if (this.note.language !== language) this.changeNote({ ...this.note, language });
  }

  /** A request was answered, or none was. */
  protected heard(_answered: boolean): void {}

  /** The live stream stands, or has ended. */
  protected liveIs(_standing: boolean): void {}

  /** Waits until this is the only tab, and reads what an earlier page kept; `waits` is called where another tab is first. */
  protected async begin(waits: () => void): Promise<void> {
    const { name, noteName, decodeNote, emptyNote } = this.#kind;
    await becomeTheOnlyTab(name, waits);
    this.#keeping = await openKeeping(name);
    this.lasting = this.#keeping.lasting;
    this.note = (await readNote(this.#keeping.storage, noteName, decodeNote)) ?? emptyNote;
    this.#saveAtTheEnd();
    if (isPageLanguage(this.note.language)) await this.speak(this.note.language);
  }

  /** What the client is opened with. */
  protected async clientOptions(findOperator: typeof operatorOf): Promise<ClientOptions> {
    const { storage } = this.#keeping;
    const { environment } = this.surroundings;
    const operator = await findOperator(location.origin, storage, environment);
    this.sample = operator.sample;
    return { baseUrl: location.origin, operatorKey: operator.key, storage, environment };
  }

  /** Changes the note, and saves it soon. */
  protected changeNote(note: Note): void {
    this.note = note;
    this.#saving.changed();
  }

  protected save(): Promise<void> {
    return this.#saving.now();
  }

  /** Calls `wake` whenever the page may have missed something. */
  protected listen(wake: () => void): void {
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') wake();
    });
  }

  #saveAtTheEnd(): void {
    window.addEventListener('pagehide', () => void this.save());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.save();
    });
  }

  async #writeNote(): Promise<void> {
    try {
      await writeNote(this.#keeping.storage, this.#kind.noteName, this.note);
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }
}
