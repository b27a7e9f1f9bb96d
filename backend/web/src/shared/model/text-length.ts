/** The longest text that fits into a message, in characters (PAY-1). */
export const longestText = 8000;

/** Characters as the protocol counts them: code points, without the blanks around. */
export function textLength(text: string): number {
  return [...text.trim()].length;
}
