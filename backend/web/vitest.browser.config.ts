import { defineConfig } from 'vitest/config';

/** The stories in a real browser against a real server; `npm run browser`, after the server's jar is built. */
export default defineConfig({
  test: {
    globalSetup: ['test/browser/first-start.ts'],
    include: ['test/browser/**/*.browser.ts'],
    // Each file has a server and a browser of its own. Two at once leave the processors of a small machine idle while pages wait.
    maxWorkers: 3,
    // Files share nothing but modules, and loading those takes seconds.
    isolate: false,
    // Up to five browsers and a server share the processors with whatever else runs: what fails once and not again is reported as such.
    retry: 1,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Milliseconds; a page answers in its own time, and the first that is right ends the wait.
    expect: { poll: { timeout: 60_000 } },
  },
});
