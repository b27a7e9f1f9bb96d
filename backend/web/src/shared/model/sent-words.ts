/** A field again after its words could not be kept: they stand in front of what was typed since. */
export function putBack(sent: string, typed: string): string {
  return typed.trim() === '' ? sent : `${sent.trimEnd()}\n\n${typed}`;
}
