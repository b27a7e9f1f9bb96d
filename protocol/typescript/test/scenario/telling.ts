/** One line of the transcript. */
export function say(who: string, what: string): void {
  const time = new Date().toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' });
  console.log(`${time}  ${who.padEnd(7)} ${what}`);
}

export function heading(text: string): void {
  console.log(`\n${text}\n`);
}

/** Ends the demo where something is not as it has to be. */
export function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}
