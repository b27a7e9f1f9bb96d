import type { ClientOptions } from '@opstap/protocol/client/client-parts';
import { breathe } from '@opstap/protocol/session/breathe';
import { MemoryStorage } from '@opstap/protocol/storage/memory-storage';
import type { StorageChange } from '@opstap/protocol/storage/storage';
import { type Trouble, troubleOf } from '../model/trouble.js';
import { type PhoneLanguage, sayFrom, type Words } from '../model/words.js';
import type { FirstWords, Speaking } from './first-words.js';
import type { operatorOf } from './operator-key.js';
import { Saving } from './saving.js';
import { becomeTheOnlyTab } from './single-tab.js';
import { type Keeping, noteChange, readNote, writeNote } from './storage.js';
import { Surroundings } from './surroundings.js';

/** What differs between the pages in how they start. */
export interface PageKind<Key extends string, Note, Language extends PhoneLanguage>
  extends Speaking<Key, Language> {
  /** Of the page's storage, and of the lock on it. */
  readonly name: string;
  /** Of the note in that storage. */
  readonly noteName: string;
  readonly emptyNote: Note;
  readonly decodeNote: (value: unknown) => Note;
}

/**
 * What both pages do alike: one tab works with the page's storage, a note of the page's own is saved as it changes, the page speaks
 * a language, and believes one operator.
 */
export abstract class Page<
  Key extends string,
  Note extends { readonly language: string | null },
  Language extends PhoneLanguage,
> {
  language: Language;
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
  readonly #kind: PageKind<Key, Note, Language>;
  #words: Words<Key>;
  /** The language that she chose last, while its words are on their way. */
  #wanted: Language;
  #keeping: Keeping = { storage: new MemoryStorage(), lasting: false };
  #abandoned = false;
  readonly #saving = new Saving(() => this.#writeNote());

  protected constructor(kind: PageKind<Key, Note, Language>, { words, language }: FirstWords<Key, Language>) {
    this.#kind = kind;
    this.#words = $state.raw(words);
    this.note = $state.raw(kind.emptyNote);
    this.language = $state(language);
    this.#wanted = language;
    this.say = $derived(sayFrom(this.#words, this.language));
  }

  get languages(): readonly Language[] {
    return this.#kind.languages;
  }

  /** Changes the language. Where its words don't come, the page stays in the one that it has, and says that the server is away. */
  async speak(language: Language): Promise<void> {
    this.#wanted = language;
    const words = await this.#kind.words[language]().catch(() => null);
    // The last choice counts, in whatever order words come.
    if (this.#wanted !== language) return;
    if (words === null) {
      this.trouble = 'server-away';
      return;
    }
    this.#words = words;
    this.language = language;
    if (this.note.language !== language) this.changeNote({ ...this.note, language });
  }

  /** Opens what this page keeps, under the name of its kind. */
  protected abstract openKeeping(name: string): Promise<Keeping>;

  /** A request was answered, or none was. */
  protected heard(_answered: boolean): void {}

  /** The live stream stands, or has ended. */
  protected liveIs(_standing: boolean): void {}

  /** Waits until this is the only tab, and reads what an earlier page kept; `waits` is called where another tab is first. */
  protected async begin(waits: () => void): Promise<void> {
    const { name, noteName, decodeNote, emptyNote } = this.#kind;
    await becomeTheOnlyTab(name, waits);
    const keeping = await this.openKeeping(name);
    const note = (await readNote(keeping.storage, noteName, decodeNote)) ?? emptyNote;
    // Whoever left meanwhile begins nothing any more.
    if (this.#abandoned) return new Promise(() => undefined);
    // With its note at once: what isn't read yet is not written over.
    this.#keeping = keeping;
    this.lasting = keeping.lasting;
    this.note = note;
    this.#saveAtTheEnd();
    const kept = this.#kind.languages.find((each) => each === this.note.language);
    if (kept !== undefined) await this.speak(kept);
    await this.breathes();
  }

  /** Lets a tap go first; where that one left the page, what would come next never does. */
  protected async breathes(): Promise<void> {
    await breathe();
    if (this.#abandoned) return new Promise(() => undefined);
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

  /** The change of storage that keeps the note as it is now, for a batch with others. */
  protected get noteKept(): StorageChange {
    return noteChange(this.#kind.noteName, this.note);
  }

  protected save(): Promise<void> {
    return this.#saving.now();
  }

  /** Saves the note at once, and lets go of everything: from here on nothing is kept, and no server is asked. */
  protected abandon(): void {
    void this.save();
    this.#abandoned = true;
    this.#keeping = { storage: new MemoryStorage(), lasting: false };
    this.note = this.#kind.emptyNote;
    this.surroundings.close();
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
