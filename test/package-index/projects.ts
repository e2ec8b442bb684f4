/** Pages of an index, for tests that choose from one. */
import { type PackageVersion, parsePackageVersion } from '../../src/names/package-version.ts';
import type { Project, ProjectFile } from '../../src/package-index/simple.ts';

export const version = (text: string): PackageVersion => {
  const result = parsePackageVersion(text);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

/** A file of `six` from `1.0 >=3.8`, or from `1.0 >=3.8 !reason` where it was withdrawn. */
export const projectOf = (...lines: string[]): Project => ({
  name: 'six',
  files: lines.map((line): ProjectFile => {
    const [, text, requiresPython, yanked] = /^(\S+)(?: ([^!\s]\S*|!=\S*))?(?: !(.*))?$/.exec(line)!;
    return {
      filename: `six-${text}.tar.gz`,
      url: `https://packages.example.org/six-${text}.tar.gz`,
      kind: 'sdist',
      version: version(text!),
      ...(requiresPython === undefined ? {} : { requiresPython }),
      ...(yanked === undefined ? {} : { yanked }),
    };
  }),
});
