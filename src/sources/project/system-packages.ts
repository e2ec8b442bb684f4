/** Packages of the base's distribution that a project asks for. */
import { askForPackages } from '../../build/system.ts';
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

/** @throws Failure with the lines of bindep.txt whose packages the distribution does not have, or not in that version. */
async function requirePackages(
  { world, builder, programs }: Session,
  base: ObservedBase,
  lines: readonly BindepPackage[],
  distribution: string,
  path: string,
): Promise<void> {
  const wanted = lines.flatMap(({ name, constraints }) => [
    name,
    ...constraints.map((constraint) => `${name}${constraint}`),
  ]);
  if (wanted.length === 0) return;
  const { buildx } = await builder();
  const { missing, unfit } = await askForPackages(world, buildx, base, [...new Set(wanted)], programs);
  const profile = 'say with a profile which distribution the line is for, like [platform:debian]';
  const problems = lines
    .toSorted((one, other) => one.line - other.line)
    .flatMap(({ name, constraints, line }): Problem[] => {
      const say = (message: string): Problem => ({
        station: 'input',
        about: path,
        message: `${path}, line ${line}: ${message}`,
      });
      if (missing.includes(name))
        return [say(`${distribution} has no package ${name}. Name the one that it has, or ${profile}.`)];
      return unfit
        .filter((one) => one.name === name && constraints.includes(one.constraint))
        .map(({ constraint, version }) =>
          say(
            `${distribution} has ${name} ${version}, and ${constraint} is wanted. Take another base, change the line, or ${profile}.`,
          ),
        );
    });
  if (problems.length > 0) throw new Failure(problems);
}
