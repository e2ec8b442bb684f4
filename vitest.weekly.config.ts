import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/weekly/**/*.test.ts'],
    // Minutes of compiling a test, on all processors.
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 900_000,
  },
});
