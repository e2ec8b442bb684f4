/** Prints which tests failed and why, in few lines, from the JSON reports of vitest that are its arguments. */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

interface Result {
  readonly name: string;
  readonly status: string;
  /** Why the file could not be loaded, or its preparations failed. */
  readonly message: string;
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly failureMessages: readonly string[];
  }[];
}

const longest = 600;
const short = (message: string): string =>
  stripVTControlCharacters(message)
    .replace(/\n\s+at .*$/s, '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, longest);

const reasons = new Map<string, string[]>();
const add = (name: string, message: string): void => {
  const reason = short(message);
  reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
};
for (const path of process.argv.slice(2)) {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly testResults: readonly Result[];
  };
  for (const { name, status, message, assertionResults } of testResults) {
    const file = name.replace(`${process.cwd()}/`, '');
    if (status === 'failed' && message !== '') add(file, message);
    // Vitest's report lacks the error of a beforeAll; the log has it.
    const skipped = assertionResults.filter((one) => one.status === 'skipped').length;
    if (status === 'failed' && skipped > 0)
      add(file, `${skipped} not run, what prepares them failed: see above`);
    for (const one of assertionResults)
      if (one.status === 'failed') add(`${file}: ${one.fullName}`, one.failureMessages.join(' '));
  }
}
for (const [reason, names] of reasons) console.log(`${names.join('\n')}\n    ${reason}`);
