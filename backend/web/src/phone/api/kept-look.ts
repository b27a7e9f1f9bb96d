const kept = 'look';

/** The look that she chose; null for the page's own. It lies open beside what is sealed: a page that is locked wears it too. */
export function keptLook(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}

/** Keeps a look, or forgets it; false where the browser forbids that. */
export function keepLook(look: string | null): boolean {
  try {
    if (look === null) localStorage.removeItem(kept);
    else localStorage.setItem(kept, look);
    return true;
  } catch {
    return false;
  }
}

/** The name of the database of what lies open beside what is sealed: the words of notices, which are shown while nobody unlocks. */
export const openChoices = 'choices';

/** Forgets the look and the words of notices. */
export function forgetChoices(): void {
  try {
    localStorage.removeItem(kept);
    indexedDB.deleteDatabase(openChoices);
  } catch {
    // Where nothing may be kept, nothing is.
  }
}
