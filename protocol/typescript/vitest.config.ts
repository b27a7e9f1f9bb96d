import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Where there are two processors, both work: by itself one would be left idle.
    maxWorkers: 2,
    // Files share nothing but modules; loading them anew for each is a quarter of the work.
    isolate: false,
    // For a test that hangs, not for a slow machine.
    testTimeout: 120_000,
    include: ['src/**/*.test.ts', 'test/unit/**/*.test.ts'],
  },
});
