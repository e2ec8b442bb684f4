import { configDefaults, defineConfig } from 'vitest/config';
import { alone } from './vitest.alone.config.ts';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/e2e/weekly/**', ...alone],
    // One engine and two processors: while one file waits for a network, the other one builds.
    maxWorkers: 2,
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
