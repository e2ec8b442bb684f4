/** The files that a build stage reads for one platform. */
import type { Artifact, PlatformRequirements } from './lock.ts';

interface Line extends Artifact {
  readonly name: string;
  readonly version: string;
}

/**
 * `requirements.json` for the program that installs: `{ wheels, compile }`, each a list of
 * `{ name, version, filename, url, sha256 }`; and the same for a reader, `wheels.txt` and `compile.txt`, in pip's
 * requirements format. Keys in this order and lines sorted by name, so that the same requirements are the same bytes.
 */
export function platformFiles({ requirements }: PlatformRequirements): Readonly<Record<string, string>> {
  const lineOf = (name: string, version: string, { filename, url, sha256 }: Artifact): Line => ({
    name,
    version,
    filename,
    url,
    sha256,
  });
  const wheels = requirements.flatMap((item) =>
    item.kind === 'wheel' ? [lineOf(item.name, item.version, item.wheel)] : [],
  );
  const compile = requirements.flatMap((item) =>
    item.kind === 'compile' ? [lineOf(item.name, item.version, item.sdist)] : [],
  );
  return {
    'requirements.json': `${JSON.stringify({ wheels, compile }, undefined, 1)}\n`,
    'wheels.txt': textOf(wheels),
    'compile.txt': textOf(compile),
  };
}

const textOf = (lines: readonly Line[]): string =>
  lines
    .map(
      ({ name, version, filename, sha256 }) => `# ${filename}\n${name}==${version} --hash=sha256:${sha256}\n`,
    )
    .join('');
