import { defineConfig } from 'vitest/config';

/** The stories in a real browser against a real server; `npm run browser`, after the server's jar is built. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.browser.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
