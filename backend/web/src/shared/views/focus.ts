/** Puts the focus where a new screen begins, so that a keyboard and a screen reader go on from there. */
export function takesFocus(node: HTMLElement): void {
  // Who is choosing a language goes on choosing: the screen only says the same in other words.
  if (document.activeElement?.matches('select.language')) return;
  node.focus({ preventScroll: false });
}

/** Hands the focus on where a node goes away that had it, so that a keyboard and a screen reader stay where they were. */
export function handsFocusTo(other: () => HTMLElement | undefined): () => () => void {
  return () => () => {
    if (isLost()) other()?.focus({ preventScroll: true });
  };
}

const isLost = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Never lets the focus get lost in what it is attached to: where what had it goes away, the heading of the smallest part that
 * still stands has it next, or of what comes in its place. Nothing that has it is covered by what stays at the lower edge.
 */
export function keepsFocus(main: HTMLElement): () => void {
  /** What has the focus and what that is in, from the inside out; nothing where it isn't in here. */
  let way: readonly Element[] = [];

  function came({ target }: FocusEvent): void {
    way = [];
    if (!(target instanceof Element) || !main.contains(target)) return;
    const around: Element[] = [];
    for (let each: Element | null = target; each !== null && each !== main; each = each.parentElement)
      around.push(each);
    way = [...around, main];
    requestAnimationFrame(() => uncover(target));
  }

  /** Moves what has the focus out from under the lower edge. */
  function uncover(target: Element): void {
    const edge = main.querySelector('.actions');
    if (edge === null || edge.contains(target)) return;
    const hidden = target.getBoundingClientRect().bottom - edge.getBoundingClientRect().top;
    if (hidden > 0) scrollBy({ top: hidden + 8 });
  }

  /** A touch beside everything takes the focus away, too: nothing is lost by that. */
  function went({ target }: FocusEvent): void {
    queueMicrotask(() => {
      if (isLost() && target instanceof Element && target.isConnected) way = [];
    });
  }

  function find(): void {
    if (way.length === 0 || way[0]?.isConnected || !isLost()) return;
    const part = way.find((each) => each.isConnected && each.querySelector('h1, h2, h3') !== null);
    const heading = part?.querySelector<HTMLElement>('h1, h2, h3');
    if (heading === undefined || heading === null) return;
    heading.tabIndex = -1;
    // What is only heard is nowhere to scroll to.
    heading.focus({ preventScroll: heading.classList.contains('only-heard') });
  }

  document.addEventListener('focusin', came);
  document.addEventListener('focusout', went);
  const watching = new MutationObserver(find);
  watching.observe(main, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', came);
    document.removeEventListener('focusout', went);
    watching.disconnect();
  };
}
