/** The lists that `install.py` and `sources.py` read, as text. */
import type { Artifact, PlatformRequirements, Requirement } from '../lock/lock.ts';
import { compiledThere } from '../sources/package.ts';
import type { Image, NativeBuild } from '../sources/plan.ts';

interface Entry extends Artifact {
  readonly name: string;
  readonly version: string;
  readonly like?: Artifact;
}

/** `wheels` are downloaded, `compile` is compiled on the platform, `native` was built on the build machine. */
export function requirementsFile(
  platform: PlatformRequirements,
  { native, requested }: Pick<Image, 'native' | 'requested'>,
): string {
  const wheels = platform.requirements.flatMap((one) =>
    one.kind === 'wheel' ? [entry(one, one.wheel)] : [],
  );
  const there = compiledThere(platform, native);
  const compile = there.flatMap((one) => (one.kind === 'compile' ? [sourceEntry(one)] : []));
  const built = platform.requirements.flatMap((one) =>
    one.kind === 'compile' && !there.includes(one) ? [entry(one, one.sdist)] : [],
  );
  return text({ wheels, compile, native: built, requested });
}

export const nativeFile = (native: readonly NativeBuild[]): string =>
  text({ compile: native.map((one) => entry(one, one.sdist)) });

const entry = (
  { name, version }: { readonly name: string; readonly version: string },
  file: Artifact,
): Entry => ({
  name,
  version,
  filename: file.filename,
  url: file.url,
  sha256: file.sha256,
});

const sourceEntry = (one: Extract<Requirement, { kind: 'compile' }>): Entry => ({
  ...entry(one, one.sdist),
  ...(one.like === undefined ? {} : { like: one.like }),
});

const text = (lists: Readonly<Record<string, readonly (Entry | string)[]>>): string =>
  `${JSON.stringify(lists, null, 2)}\n`;
