/** Fails a run in which files were left out, and prints after all tests which, and what to start for them. */
import type { TestProject } from 'vitest/node';

export default function setup({ config }: TestProject): () => void {
  const { left } = config.provide as { readonly left: string };
  return () => {
    if (left === '') return;
    process.stderr.write(`\n${left}\n`);
    process.exitCode = 1;
  };
}
