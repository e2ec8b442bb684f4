/** The inputs of a measured plan, as words of the command line and by name. */

export interface PlanInputs {
  readonly packages: readonly string[];
  /** The last so many of each. */
  readonly versions: number;
  readonly pythons: readonly string[];
  readonly bases: readonly string[];
}

/** @param registry `host:port` of images and bases. @param index `host:port`. */
export const wordsOf = (
  { packages, versions, pythons, bases }: PlanInputs,
  registry: string,
  index: string,
): string[] => [
  `--packages=${packages.join(' ')}`,
  `--package-versions=last ${versions}`,
  `--python-versions=${pythons.join(' ')}`,
  `--target-bases=${bases.join(' ')}`,
  '--image-name=bench/{package}',
  `--registry=${registry}`,
  `--base-registry=${registry}/library`,
  `--index-url=http://${index}/simple`,
  '--platform=linux/amd64,linux/arm64',
];

const ofMatrix: readonly string[] = ['packages', 'package-versions', 'python-versions', 'target-bases'];

/** What a cell takes from its step. */
export const rawOf = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    words.flatMap((word) => {
      const [, name = '', value = ''] = /^--([^=]+)=(.*)$/s.exec(word) ?? [];
      return ofMatrix.includes(name) ? [] : [[name.replaceAll('-', '_'), value]];
    }),
  );
