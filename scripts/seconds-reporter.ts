/**
 * A reporter of vitest that writes the seconds of each file, `unit.seconds.json` beside the report `unit.json`. The report
 * itself leaves out the time of loading a file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

export default class SecondsReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const report = this.#vitest?.config.outputFile;
    if (typeof report !== 'string')
      throw new Error(
        'scripts/seconds-reporter.ts needs --outputFile=NAME.json, and writes NAME.seconds.json beside it.',
      );
    const seconds = modules.map((module) => {
      const { collectDuration, duration } = module.diagnostic();
      return [relative(process.cwd(), module.moduleId), (collectDuration + duration) / 1000] as const;
    });
    const path = report.replace(/\.json$/, '.seconds.json');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(Object.fromEntries(seconds)));
  }
}
