/** The invitation that a link brought along, taken out of the address at once so that it stays in no history (PAG-13). */
export function takeInvitation(): string {
  const brought = location.hash.slice(1);
  if (brought !== '') history.replaceState(null, '', location.pathname);
  return decoded(brought);
}

/** Takes out each invitation that a link brings to this page while it is open. */
export function heedInvitations(heed: (invitation: string) => void): void {
  window.addEventListener('hashchange', () => {
    const invitation = takeInvitation();
    if (invitation !== '') heed(invitation);
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
