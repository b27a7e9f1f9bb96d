/** Puts the focus where a new screen begins, so that a keyboard and a screen reader go on from there. */
export function takesFocus(node: HTMLElement): void {
  node.focus({ preventScroll: false });
}
