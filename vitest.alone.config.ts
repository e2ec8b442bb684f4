import { defineConfig } from 'vitest/config';

/** End-to-end files that would disturb others or be disturbed by them: they run after the others, one after another. */
export const alone: readonly string[] = [
  // Removes all images of this program from Docker, also those that other tests pulled.
  'test/e2e/clean-local.test.ts',
  // Measures how long thousands of requests take.
  'test/e2e/clean-many.test.ts',
  // Measures how soon an interrupted run ends, and looks at all processes of the machine.
  'test/e2e/interrupt.test.ts',
  // Switches off a handler of the kernel, which is one for the whole machine.
  'test/e2e/not-executable.test.ts',
];

export default defineConfig({
  test: {
    include: [...alone],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
