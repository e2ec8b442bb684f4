import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests of a real engine build images: they run alone and one after another, see vitest.e2e.config.ts.
    exclude: ['test/e2e/**'],
    testTimeout: 60_000,
  },
});
