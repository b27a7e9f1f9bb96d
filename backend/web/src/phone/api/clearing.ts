import { forgetWorker } from '../../shared/api/forget-worker.js';
import { forgetChoices } from './kept-look.js';

/**
 * Takes away what else a browser keeps for this page beside its database: the worker and its files, what she chose of it, and small notes.
 * What can't be reached isn't there. Never throws.
 */
export async function clearElsewhere(): Promise<void> {
  forgetChoices();
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Forbidden: then there is nothing in them.
  }
  await forgetWorker().catch(() => undefined);
}
