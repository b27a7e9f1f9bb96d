/** One message in words, ready to be shown. */
export interface Bubble {
  readonly key: string;
  readonly own: boolean;
  readonly who: string;
  /** Null where it could not be read; then `note` says so. */
  readonly text: string | null;
  readonly note: string | null;
  readonly when: string;
  /** Where an own message is on its way. */
  readonly progress: string | null;
  readonly failed: boolean;
}
