import { files } from 'virtual:looks';
import { isLook, type LookId, lookIds, lookName } from '../model/looks.js';

/** A name and an icon that the page can have, in a tab and on a home screen. */
export interface Look {
  readonly id: LookId;
  /** The address of its icon. */
  readonly icon: string;
  nameIn(language: string): string;
  /** Puts its icons and its manifest into the page's head. */
  wear(language: string): void;
}

/** All looks, the page's own first. */
export function allLooks(): readonly Look[] {
  return lookIds.flatMap((id) => lookOf(id) ?? []);
}

/** A look by what is kept of it; null where there is none of that name. */
export function lookOf(id: string): Look | null {
  const worn = files[id];
  if (!isLook(id) || worn === undefined) return null;
  return {
    id,
    icon: worn.icon,
    nameIn: (language) => lookName(id, language),
    wear: (language) => {
      point('icon"][type="image/svg+xml', worn.icon);
      point('icon"][type="image/png', worn.small);
      point('apple-touch-icon', worn.touch);
      point('manifest', worn.manifests[language.slice(0, 2)] ?? worn.manifests['en'] ?? '');
    },
  };
}

function point(rel: string, address: string): void {
  document.querySelector(`link[rel="${rel}"]`)?.setAttribute('href', address);
}
