/** Packages of the base's distribution that a project asks for. */
import { missingPackages } from '../../build/system.ts';
import { Failure, type Problem } from '../../errors.ts';
import type { ProjectInputs } from '../../inputs/project.ts';
import type { ObservedBase } from '../../observe/observe.ts';
import type { Session } from '../../session/session.ts';
import { readBindep } from './bindep.ts';
import { type BindepPackage, bindepPackages, unknownPlatforms } from './bindep-packages.ts';
import { platformProfiles } from './platform-profiles.ts';
import type { ProjectFiles } from './source.ts';

/** Packages of the base's distribution: for compiling, and for the images. */
export interface SystemPackages {
  readonly compile: readonly string[];
  readonly run: readonly string[];
}

/** What bindep.txt names for this base, and what the inputs add. */
export async function systemPackages(
  session: Session,
  inputs: ProjectInputs,
  base: ObservedBase,
  bindep: ProjectFiles['bindep'],
): Promise<SystemPackages> {
  const lines = bindep === undefined ? [] : readBindep(bindep.text, bindep.path);
  if (bindep === undefined || lines.length === 0)
    return { compile: inputs.buildPackages, run: inputs.runtimePackages };
  const [facts] = await session.facts(base, inputs.platforms);
  const { id = '', version = '', codename = '' } = facts?.distribution ?? {};
  const osRelease = `ID=${id}\nVERSION_ID="${version}"\nVERSION_CODENAME=${codename}\n`;
  const platforms = platformProfiles(osRelease, id === 'alpine' ? 'apk' : 'dpkg');
  for (const text of unknownPlatforms(lines, platforms, bindep.path))
    session.journal.add({ is: 'note', text });
  const { compile, run } = bindepPackages(lines, platforms);
  await requirePackages(
    session,
    base,
    [...compile, ...run],
    `${distributionName(id)} ${version}`,
    bindep.path,
  );
  const names = (all: readonly { readonly name: string }[], more: readonly string[]): string[] => [
    ...new Set([...all.map(({ name }) => name), ...more]),
  ];
  return { compile: names(compile, inputs.buildPackages), run: names(run, inputs.runtimePackages) };
}

const distributionName = (id: string): string => `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;

/** @throws Failure with the lines of bindep.txt that name packages which the distribution does not have. */
async function requirePackages(
  { world, builder, programs }: Session,
  base: ObservedBase,
  lines: readonly BindepPackage[],
  distribution: string,
  path: string,
): Promise<void> {
  const names = [...new Set(lines.map(({ name }) => name))];
  if (names.length === 0) return;
  const missing = await missingPackages(world, (await builder()).buildx, base, names, programs);
  const problems = lines
    .filter(({ name }) => missing.includes(name))
    .toSorted((one, other) => one.line - other.line)
    .map(({ name, line }): Problem => ({
      station: 'input',
      about: path,
      message: `${path}, line ${line}: ${distribution} has no package ${name}. Name the one that it has, or say with a profile which distribution the line is for, like [platform:debian].`,
    }));
  if (problems.length > 0) throw new Failure(problems);
}
