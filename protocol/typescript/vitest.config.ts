import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // For a test that hangs, not for a slow machine.
    testTimeout: 120_000,
    include: ['src/**/*.test.ts', 'test/unit/**/*.test.ts'],
  },
});
