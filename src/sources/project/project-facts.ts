/** What a project says of itself in pyproject.toml and setup.cfg, without running anything of it. */
import { Failure, type Problem } from '../../errors.ts';
import { normalizedName } from '../../names/package-name.ts';
import { parseRepository } from '../../names/image-name.ts';
import type { TextFile } from './config-parser.ts';
import { readPyproject } from './pyproject.ts';
import { readSetupCfg } from './setup-cfg.ts';
import type { Statements } from './statements.ts';

export interface ProjectName {
  readonly written: string;
  /** As package indexes have it (PEP 503). */
  readonly normalized: string;
  /** As a part of an image's name: as it is written, in lower case and with dashes for underscores. */
  readonly image: string;
}

export interface ProjectFacts extends Omit<Statements, 'name'> {
  readonly name?: ProjectName;
}

export interface ProjectTexts {
  readonly pyproject?: TextFile;
  readonly setupCfg?: TextFile;
}

/**
 * A field is undefined where neither file says it: setup.py may, or the build backend. What pyproject.toml says, or may
 * say alone, is not asked of setup.cfg.
 *
 * @throws Failure with the faults of both files.
 */
export function projectFacts({ pyproject, setupCfg }: ProjectTexts): ProjectFacts {
  const problems: Problem[] = [];
  const read = <T>(file: TextFile | undefined, reader: (file: TextFile) => T): T | undefined => {
    try {
      return file && reader(file);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const [first, second] = [read(pyproject, readPyproject), read(setupCfg, readSetupCfg)];
  if (problems.length > 0) throw new Failure(problems);
  const open = Object.entries(second ?? {}).filter(
    ([field]) => first?.elsewhere.includes(field as keyof Statements) ?? true,
  );
  const { name, ...facts }: Statements = { ...Object.fromEntries(open), ...first?.statements };
  return name === undefined ? facts : { name: projectName(name), ...facts };
}

function projectName(written: string): ProjectName {
  const normalized = normalizedName(written);
  const image = written.toLowerCase().replaceAll('_', '-');
  // `a-.b` is a name of a package, and none of an image.
  return { written, normalized, image: parseRepository('localhost', image).ok ? image : normalized };
}
