/** The plan of a Python project: a base image with its wheel, and an image for each console script on it. */
import { join } from 'node:path';
import { type BuiltProject, buildProject } from '../../build/project.ts';
import { defined } from '../../defined.ts';
import { Failure } from '../../errors.ts';
import type { ProjectInputs } from '../../inputs/project.ts';
import { indexesOf, ownersText } from '../../names/extra-index.ts';
import { normalizedName } from '../../names/package-name.ts';
import { type PackageVersion, parsePackageVersion, tagOfVersion } from '../../names/package-version.ts';
import type { Platform } from '../../names/platform.ts';
import { parseTag, type Repository, repositoryText, type Tag } from '../../names/reference.ts';
import { platformsLeft } from '../../observe/image.ts';
import { observeBase, type ObservedBase } from '../../observe/observe.ts';
import { type Image, imageIds, type Packages, wantedPlatforms } from '../../plan/image.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Policy } from '../../plan/policy.ts';
import type { Tags } from '../../plan/tags.ts';
import type { World } from '../../ports.ts';
import { retryWithFewerPlatforms } from '../../recipe/dropped-platforms.ts';
import { resolveOn } from '../../recipe/resolve.ts';
import type { Session } from '../../session/session.ts';
import { baseOf } from '../package/base.ts';
import { extrasByImage } from './extras.ts';
import { findPins } from './locks.ts';
import { projectFacts } from './project-facts.ts';
import { chosenScripts, imageName, requireNames } from './scripts.ts';
import { readFiles, requireHistory, type Source, sourceOf } from './source.ts';
import { systemPackages } from './system-packages.ts';
import { consoleScripts, wheelFacts } from './wheel-facts.ts';

/** @throws Failure of the inputs, of the project's files, of its build or of the resolver. */
export async function projectPlan(session: Session, inputs: ProjectInputs, policy: Policy): Promise<Plan> {
  const { world } = session;
  const source = await sourceOf(world, inputs.path);
  const files = await readFiles(world, inputs.path, source);
  requireHistory(files, source);
  const said = projectFacts(files);
  // What can be refused without a build is.
  if (said.scripts !== undefined) requireNames(chosenScripts(said.scripts, inputs), inputs);
  const base = baseOf(inputs.python, inputs.variant, inputs.baseRegistry);
  const { reader } = await session.registries();
  const wanted = wantedPlatforms(inputs.platforms, inputs.optionalPlatforms);
  // Each image drops, and notes, again what is dropped here.
  const { observed, left } = await retryWithFewerPlatforms(wanted, [], async (dropped) => {
    const platforms = platformsLeft(wanted, { dropped });
    return { left: platforms, observed: await observeBase(reader, base.publish, platforms) };
  });
  const system = await systemPackages(session, { ...inputs, platforms: left }, observed, files.bindep);
  const pins = await findPins(files.names, async (name) => {
    const path = join(inputs.path, name);
    const text = await world.files.read(path);
    return text === undefined ? undefined : { path, text };
  });
  if (pins !== undefined)
    session.journal.add({
      is: 'note',
      text: `versions and hashes of requirements are those of ${pins.from}`,
    });
  const built = await build(session, inputs, source);
  const facts = wheelFacts(built.metadata);
  const version = parsePackageVersion(facts.version);
  if (!version.ok)
    throw wrong('path', `The wheel of the project names no version of PEP 440: ${version.message}`);
  const all = said.scripts ?? consoleScripts(built.entryPoints);
  const scripts = chosenScripts(all, inputs);
  const project = said.name ?? { normalized: normalizedName(facts.name), image: normalizedName(facts.name) };
  const extras = extrasByImage({ project: facts.name, scripts: all, extras: facts.extras });
  const tags = tagsOf(version.value, inputs.tags);
  const local = {
    name: project.normalized,
    version: version.value.text,
    file: built.file,
    metadata: built.metadataWheel,
  };
  const packagesWith = (some: readonly string[], present?: Packages['present']): Packages => ({
    distribution: project.normalized,
    requirements: [`${facts.name}${some.length === 0 ? '' : `[${some.join(',')}]`}==${version.value.text}`],
    python: inputs.python,
    base: { publish: base.publish, build: base.build },
    buildPackages: system.compile,
    buildConstraints: inputs.buildConstraints,
    local,
    ...defined({ ...indexesOf(inputs), uvVersion: inputs.uvVersion, pins, present }),
  });
  const ofBase = packagesWith(extras.base);
  const extrasOf = new Map(extras.scripts.map((one) => [one.script, one.extras]));
  const withExtras = scripts.some((script) => (extrasOf.get(script) ?? []).length > 0);
  const present = withExtras
    ? await retryWithFewerPlatforms({ ...wanted, platforms: left }, [], (dropped) =>
        installedIn(session, ofBase, observed, platformsLeft({ platforms: left }, { dropped })),
      )
    : undefined;
  const names = [`${project.image}-base`, ...scripts];
  requireNames(names, inputs);
  const [baseId, ...ids] = imageIds(names);
  const shared = { inputs, version: version.value, tags };
  const baseImage: Image = {
    ...common(shared, names[0]!, facts.name),
    id: baseId!,
    parents: [],
    content: {
      kind: 'packages',
      packages: ofBase,
      runtimePackages: system.run,
      ...defined({ user: inputs.user }),
      ...(inputs.layers === 'auto' ? { layers: inputs.layers } : {}),
    },
    checks: { extras: extras.base, skip: inputs.verifySkip, ...defined({ command: inputs.verifyCommand }) },
  };
  const reference = `${repositoryText(baseImage.repositories[0])}:${tags.exact}`;
  const scriptImages = await Promise.all(
    scripts.map(async (script, at): Promise<Image> => {
      const own = extrasOf.get(script) ?? [];
      const packages = own.length === 0 ? ofBase : packagesWith([...extras.base, ...own], present);
      const folder = await scriptFolder(world, reference, script, own.length > 0);
      return {
        ...common(shared, script, facts.name),
        id: ids[at]!,
        parents: [baseId!],
        content: {
          kind: 'dockerfile',
          path: join(folder, 'Dockerfile'),
          isWritten: true,
          context: folder,
          arguments: {},
          packages,
          parents: { [reference]: baseId! },
        },
        checks: {
          extras: [...extras.base, ...own],
          skip: inputs.verifySkip,
          ...checkOf(script, inputs.verifyCommands),
        },
      };
    }),
  );
  return { images: [baseImage, ...scriptImages], policy, skipped: [] };
}

async function build(session: Session, inputs: ProjectInputs, source: Source): Promise<BuiltProject> {
  const { world, access, programs } = session;
  const { buildx } = await session.builder();
  return buildProject(world, buildx, {
    source: source.root,
    path: source.path,
    epoch: source.epoch,
    buildBase: baseOf(inputs.python, '', inputs.baseRegistry).publish,
    buildConstraints: inputs.buildConstraints,
    indexUrl: session.packageIndex(inputs).url,
    owners: ownersText(inputs),
    programs,
    secrets: access.secrets,
  });
}

/** A version's own tag, and `latest` of a release. */
function tagsOf(version: PackageVersion, more: readonly Tag[]): Tags {
  const exact = parseTag(tagOfVersion(version));
  if (!exact.ok) throw wrong('path', `The version cannot be a tag: ${exact.message}`);
  const isRelease = /^[\d.!]+(?:\.post\d+)?$/.test(version.text);
  const aliases = [...(isRelease ? ['latest' as Tag] : []), ...more];
  return { exact: exact.value, aliases: [...new Set(aliases)].filter((tag) => tag !== exact.value) };
}

/** What the base image installs on each platform. */
async function installedIn(
  session: Session,
  packages: Packages,
  base: ObservedBase,
  platforms: readonly Platform[],
): Promise<Packages['present']> {
  const resolved = await resolveOn(session, packages, base, platforms);
  return Object.fromEntries(
    (resolved?.requirements ?? []).map(({ platform, requirements }) => [
      platform,
      Object.fromEntries(requirements.map(({ name, version }) => [name, version])),
    ]),
  );
}

/** What all images of the project have. */
function common(
  {
    inputs,
    version,
    tags,
  }: { readonly inputs: ProjectInputs; readonly version: PackageVersion; readonly tags: Tags },
  name: string,
  project: string,
): Omit<Image, 'id' | 'parents' | 'content' | 'checks'> {
  const [first, ...rest] = inputs.repositories.map((prefix): Repository => ({
    ...prefix,
    name: `${prefix.name}/${imageName(name)}`,
  }));
  return {
    subject: { kind: 'package', name, version: version.text, python: inputs.python.text },
    version,
    repositories: [first!, ...rest],
    tags,
    ...wantedPlatforms(inputs.platforms, inputs.optionalPlatforms),
    labels: { python: inputs.python.text, package: project },
    given: { labels: inputs.labels, annotations: inputs.annotations },
  };
}

/** A folder with the Dockerfile of a script's image. */
async function scriptFolder(
  { files }: Pick<World, 'files'>,
  base: string,
  script: string,
  hasPackages: boolean,
): Promise<string> {
  const folder = await files.temporary(`script-${script}`);
  const lines = [
    `FROM ${base}`,
    ...(hasPackages ? ['COPY --link --from=packages / /usr/local'] : []),
    `CMD ${JSON.stringify([script])}`,
  ];
  await files.write(join(folder, 'Dockerfile'), `${lines.join('\n')}\n`);
  return folder;
}

/** What is run in the image of a script: what was asked for, even if nothing, else what most scripts know. */
function checkOf(
  script: string,
  given: ProjectInputs['verifyCommands'],
): Pick<Image['checks'], 'command' | 'trial'> {
  if (!Object.hasOwn(given, script)) return { trial: `${script} --help` };
  return defined({ command: given[script] || undefined });
}

const wrong = (about: string, message: string): Failure =>
  new Failure([{ station: 'input', about, message }]);
