/** Says after all tests, in one line, which files were not run and what to start for them: the run has then failed. */
import type { TestProject } from 'vitest/node';

export default function setup({ config }: TestProject): () => void {
  const { left } = config.provide as { readonly left: string };
  return () => {
    if (left === '') return;
    process.stderr.write(`\n${left}\n`);
    process.exitCode = 1;
  };
}
