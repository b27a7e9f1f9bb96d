import { defineConfig } from 'vitest/config';

/** The stories in a real browser against a real server; `npm run browser`, after the server's jar is built. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.browser.ts'],
    // Each file has a server and a browser of its own; more than two at once wait for each other's processor.
    maxWorkers: 2,
    // Up to five browsers and a server share the processors with whatever else runs: what fails once and not again is reported as such.
    retry: 1,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
