/** ms: a page that nobody looks at, or whose phone is busy, gets no frame for a while. */
const longest = 500;

/** Resolves once what has changed is on the screen, so that what comes next holds it up no more. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longest);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
