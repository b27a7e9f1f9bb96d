import { textLength } from '../../shared/model/text-length.js';
import { firstLanguage, type PhoneLanguage, phoneLanguages } from '../../shared/model/words.js';

/** What of a notice is kept on the phone, where whoever shows it can read it without a key: the words, and which choice they are of. */
export interface KeptNotice {
  readonly choice: NoticeChoice;
  readonly words: string;
}

export const noticeChoices = ['reminder', 'order', 'forecast', 'own'] as const;
export type NoticeChoice = (typeof noticeChoices)[number];

/** As many characters as a locked screen shows on a line or two. */
export const longestNotice = 60;

/** What is shown where she has chosen nothing, by the language of her browser. */
const unchosen: Readonly<Record<PhoneLanguage, string>> = {
  nl: 'Herinnering',
  en: 'Reminder',
  es: 'Recordatorio',
  ro: 'Memento',
  bg: 'Напомняне',
  pl: 'Przypomnienie',
  'pt-BR': 'Lembrete',
  th: 'เตือนความจำ',
};

/** Words of her own as they are shown: one line, without what can't be seen. Null where none are left, or too many. */
export function ownNotice(typed: string): string | null {
  const words = typed
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' || textLength(words) > longestNotice ? null : words;
}

/** Reads what an earlier page kept; null where it is nothing that may be shown. */
export function decodeNotice(value: unknown): KeptNotice | null {
  if (typeof value !== 'object' || value === null) return null;
  const { choice, words } = Object.fromEntries(Object.entries(value));
  const chosen = noticeChoices.find((each) => each === choice);
  if (chosen === undefined || typeof words !== 'string' || ownNotice(words) !== words) return null;
  return { choice: chosen, words };
}

/** The words of a notice: those that she chose, and never anything of what happened. `languages` are the browser's. */
export function noticeWords(kept: KeptNotice | null, languages: readonly string[]): string {
  return kept === null ? unchosen[firstLanguage(languages, phoneLanguages, 'en')] : kept.words;
}
