/** Puts the focus where a new screen begins, so that a keyboard and a screen reader go on from there. */
export function takesFocus(node: HTMLElement): void {
  node.focus({ preventScroll: false });
}

/** Hands the focus on where a node goes away that had it, so that a keyboard and a screen reader stay where they were. */
export function handsFocusTo(other: () => HTMLElement | undefined): () => () => void {
  return () => () => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) other()?.focus({ preventScroll: true });
  };
}
