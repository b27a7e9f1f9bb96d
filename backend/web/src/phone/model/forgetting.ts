/** What a browser says of the machine that it runs on. */
export interface Machine {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
}

/** Whether this is an iPhone or an iPad, whose browsers clear what isn't looked at for a week. An iPad may call itself a Mac. */
export function clearsAfterAWeek({ userAgent, maxTouchPoints }: Machine): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
}
