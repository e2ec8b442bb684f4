import { configDefaults, defineConfig } from 'vitest/config';
import { registryProgram, testsWithRegistry } from './test/support/registry-program.ts';

/** Why no registry can be started here. */
const lacking = await registryProgram().then(
  () => undefined,
  ({ message }: Error) => message,
);
/** Whether all tests are asked for: files that are asked for by name run, and each says itself what it lacks. */
const isWhole = process.argv
  .slice(2)
  .every((word) => ['run', 'watch'].includes(word) || word.startsWith('--'));
const left = lacking !== undefined && isWhole ? testsWithRegistry() : [];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests of a real engine build images: see vitest.e2e.config.ts.
    exclude: [...configDefaults.exclude, 'test/e2e/**', ...left],
    globalSetup: 'test/support/say-what-lacks.ts',
    provide: { left: left.length === 0 ? '' : `${left.length} files were not run: ${lacking}` },
    // By default one processor is left to the terminal.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
});
