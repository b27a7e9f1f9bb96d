const longestName = 80;
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const seen = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a text is a name (PAY-7): one line in which something is to be seen, and nothing that changes how the text around it is read. */
export function isName(text: string): boolean {
  return [...text].length <= longestName && seen.test(text) && !controls.test(text);
}

/** A name as somebody typed it: without what no name has, and without the blanks around; null where nothing is left to be seen. */
export function nameFrom(text: string): string | null {
  const name = text.replace(new RegExp(controls, 'gu'), '').trim();
  return isName(name) ? name : null;
}
