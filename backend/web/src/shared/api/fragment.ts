/** What a link brought along behind `#`, taken out of the address at once so that it stays in no history (PAG-13, PAG-29). */
export function takeFragment(): string {
  const brought = location.hash.slice(1);
  if (brought !== '') history.replaceState(null, '', location.pathname);
  return decoded(brought);
}

/** Takes out whatever a link brings to this page while it is open. */
export function heedFragments(heed: (brought: string) => void): void {
  window.addEventListener('hashchange', () => {
    const brought = takeFragment();
    if (brought !== '') heed(brought);
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
