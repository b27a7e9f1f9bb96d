/** The invitation that a link brought along, taken out of the address at once so that it stays in no history. */
export function takeInvitation(): string {
  const brought = decodeURIComponent(location.hash.slice(1));
  if (brought !== '') history.replaceState(null, '', location.pathname);
  return brought;
}
