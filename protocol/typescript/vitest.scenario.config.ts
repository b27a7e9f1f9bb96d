import { defineConfig } from 'vitest/config';

// Stories against a running server: `OPSTAP_URL=http://127.0.0.1:8080 npm run scenario`.
export default defineConfig({
  test: {
    include: ['test/scenario/**/*.test.ts'],
    testTimeout: 60_000,
    fileParallelism: false,
    passWithNoTests: true,
  },
});
