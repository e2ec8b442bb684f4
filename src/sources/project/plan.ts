/** The plan of a Python project: a base image with its wheel, and an image for each console script on it. */
import { join } from 'node:path';
import { type BuiltProject, buildProject } from '../../build/project.ts';
import { missingPackages } from '../../build/system.ts';
import { defined } from '../../defined.ts';
import { Failure, type Problem } from '../../errors.ts';
import type { ProjectInputs } from '../../inputs/project.ts';
import { normalizedName } from '../../names/package-name.ts';
import { type PackageVersion, parsePackageVersion, tagOfVersion } from '../../names/package-version.ts';
import type { Platform } from '../../names/platform.ts';
import { parseTag, type Repository, repositoryText, type Tag } from '../../names/reference.ts';
import { parseRepository } from '../../names/image-name.ts';
import { nearest } from '../../names/nearest.ts';
import { shown } from '../../names/shown.ts';
import { observeBase, type ObservedBase } from '../../observe/observe.ts';
import { type Image, imageIds, type Packages } from '../../plan/image.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Policy } from '../../plan/policy.ts';
import type { Tags } from '../../plan/tags.ts';
import type { World } from '../../ports.ts';
import { resolveOn } from '../../recipe/resolve.ts';
import type { Session } from '../../session/session.ts';
import { followed } from '../followed.ts';
import { baseOf } from '../package/base.ts';
import { readBindep } from './bindep.ts';
import { type BindepPackage, bindepPackages, unknownPlatforms } from './bindep-packages.ts';
import { extrasByImage } from './extras.ts';
import { findPins } from './locks.ts';
import { platformProfiles } from './platform-profiles.ts';
import { projectFacts } from './project-facts.ts';
import { consoleScripts, wheelFacts } from './wheel-facts.ts';

/** Packages of the base's distribution: for compiling, and for the images. */
interface SystemPackages {
  readonly compile: readonly string[];
  readonly run: readonly string[];
}

/** @throws Failure of the inputs, of the project's files, of its build or of the resolver. */
export async function projectPlan(session: Session, inputs: ProjectInputs, policy: Policy): Promise<Plan> {
  const { world } = session;
  const source = await sourceOf(world, inputs.path);
  const files = await readFiles(world, inputs.path, source);
  requireHistory(files, source);
  const said = projectFacts(files);
  const base = baseOf(inputs.python, inputs.variant, inputs.baseRegistry);
  const { reader } = await session.registries();
  const observed = await observeBase(reader, base.publish, inputs.platforms);
  const system = await systemPackages(session, inputs, observed, files.bindep);
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
  const all = consoleScripts(built.entryPoints);
  const scripts = chosen(all, inputs);
  const project = said.name ?? { normalized: normalizedName(facts.name), image: imageName(facts.name) };
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
    ...defined({ indexUrl: inputs.indexUrl, pins, present }),
  });
  const ofBase = packagesWith(extras.base);
  const withExtras = extras.scripts.some((one) => one.extras.length > 0 && scripts.includes(one.script));
  const present = withExtras ? await installedIn(session, ofBase, observed, inputs.platforms) : undefined;
  const names = [`${project.image}-base`, ...scripts];
  requireNames(names);
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
    },
    checks: { extras: extras.base, skip: inputs.verifySkip, ...defined({ command: inputs.verifyCommand }) },
  };
  const reference = `${repositoryText(baseImage.repositories[0])}:${tags.exact}`;
  const scriptImages = await Promise.all(
    scripts.map(async (script, at): Promise<Image> => {
      const own = extras.scripts.find((one) => one.script === script)?.extras ?? [];
      const packages = own.length === 0 ? ofBase : packagesWith([...extras.base, ...own], present);
      const folder = await scriptFolder(world, reference, script, own.length > 0);
      return {
        ...common(shared, script, facts.name),
        id: ids[at]!,
        parents: [baseId!],
        content: {
          kind: 'dockerfile',
          path: join(folder, 'Dockerfile'),
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

/** Where the source is that is mounted. */
interface Source {
  /** Absolute path of the Git repository, or of the project where it is in none. */
  readonly root: string;
  /** Path of the project in it; `.` for itself. */
  readonly path: string;
  /** Seconds since the epoch, of the last commit. */
  readonly epoch: number;
  /** Whether the clone lacks a part of its history. */
  readonly isShallow: boolean;
}

/** @throws Failure where there is no such folder. */
async function sourceOf({ files, run }: Pick<World, 'files' | 'run'>, path: string): Promise<Source> {
  const folder = files.absolute(path);
  if ((await files.stat(folder))?.kind !== 'folder')
    throw wrong('path', `There is no folder ${shown(path)}. The input path is the folder of the project.`);
  const git = async (...args: readonly string[]): Promise<string | undefined> => {
    const ran = await run({ program: 'git', args: ['-C', folder, ...args] });
    return ran.code === 0 ? ran.stdout.trim() : undefined;
  };
  const root = await git('rev-parse', '--show-toplevel');
  const within = await git('rev-parse', '--show-prefix');
  const epoch = Number((await git('log', '-1', '--format=%ct')) ?? NaN);
  return {
    root: root ?? folder,
    path: within?.replace(/\/$/, '') || '.',
    // Archives cannot hold an earlier year than 1980.
    epoch: Number.isFinite(epoch) ? epoch : 315_532_800,
    isShallow: (await git('rev-parse', '--is-shallow-repository')) === 'true',
  };
}

/** What makes versions of the history. Without all of it, some of them make up one. */
const historians =
  /setuptools[-_]scm|hatch-vcs|\bpbr\b|versioneer|versioningit|vcs-versioning|poetry-dynamic-versioning|pdm\.version|flit[-_]scm/;

/** @throws Failure where the version would be made of a history that is not there. */
function requireHistory(files: ProjectFiles, { isShallow }: Source): void {
  const asked = [files.pyproject, files.setupCfg, files.setupPy].find(
    (file) => file !== undefined && historians.test(file.text),
  );
  if (isShallow && asked !== undefined)
    throw wrong(
      'path',
      `The version is made of the Git history (${asked.path} says so), and this clone has only a part of that: fetch all of it with its tags, in a workflow with "fetch-depth: 0" of actions/checkout.`,
    );
}

/** Files that this program reads itself. */
const isRead = (name: string): boolean =>
  /^(?:pyproject\.toml|setup\.cfg|setup\.py|bindep\.txt|uv\.lock|pylock\.toml|requirements.*\.txt)$/.test(
    name,
  );

interface ProjectFiles {
  /** Names in the folder. */
  readonly names: readonly string[];
  readonly pyproject?: { readonly path: string; readonly text: string };
  readonly setupCfg?: { readonly path: string; readonly text: string };
  readonly setupPy?: { readonly path: string; readonly text: string };
  readonly bindep?: { readonly path: string; readonly text: string };
}

/** @throws Failure where the folder holds no project. */
async function readFiles(
  { files }: Pick<World, 'files'>,
  folder: string,
  { root, path: within }: Source,
): Promise<ProjectFiles> {
  const entries = await files.entries(files.absolute(folder));
  const links = entries.filter(({ name, kind }) => kind === 'link' && isRead(name));
  const ways = await Promise.all(links.map(({ name }) => followed(files, root, join(root, within, name))));
  const problems = links
    .filter((_, at) => ways[at] === 'outside')
    .map(({ name }): Problem => ({
      station: 'input',
      about: join(folder, name),
      message: `${join(folder, name)} is a link out of ${root === files.absolute(folder) ? 'the project' : 'the repository'}. Only what is in it is built: copy the file.`,
    }));
  if (problems.length > 0) throw new Failure(problems);
  const read = async (name: string) => {
    const path = join(folder, name);
    const text = await files.read(path);
    return text === undefined ? undefined : { path, text };
  };
  const [pyproject, setupCfg, setupPy, bindep] = await Promise.all(
    ['pyproject.toml', 'setup.cfg', 'setup.py', 'bindep.txt'].map(read),
  );
  if (pyproject === undefined && setupCfg === undefined && setupPy === undefined)
    throw wrong(
      'path',
      `There is no pyproject.toml, setup.cfg or setup.py in ${shown(folder)}: a Python project has one of them. Name its folder in the input path.`,
    );
  const names = entries.map(({ name }) => name);
  return { names, ...defined({ pyproject, setupCfg, setupPy, bindep }) };
}

/** What bindep.txt names for this base, and what the inputs add. */
async function systemPackages(
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

async function build(session: Session, inputs: ProjectInputs, source: Source): Promise<BuiltProject> {
  const { world, access, programs } = session;
  const { buildx } = await session.builder();
  return buildProject(world, buildx, {
    source: source.root,
    path: source.path,
    epoch: source.epoch,
    buildBase: baseOf(inputs.python, '', inputs.baseRegistry).publish,
    buildConstraints: inputs.buildConstraints,
    indexUrl: access.url,
    programs,
    secrets: access.secrets,
  });
}

/** @throws Failure where a script is asked for that the project does not have, or it has none. */
function chosen(all: readonly string[], { scripts, verifyCommands }: ProjectInputs): readonly string[] {
  const named = [...scripts, ...Object.keys(verifyCommands)];
  const problems = [...new Set(named)]
    .filter((name) => !all.includes(name))
    .map((name): Problem => {
      const near = nearest(name, all);
      const way = near === undefined ? `It has ${all.join(', ') || 'none'}.` : `Did you mean "${near}"?`;
      const about = scripts.includes(name) ? 'scripts' : 'verify_commands';
      return {
        station: 'input',
        about,
        message: `${about}: the project has no console script ${shown(name)}. ${way}`,
      };
    });
  if (problems.length > 0) throw new Failure(problems);
  if (all.length === 0)
    throw wrong(
      'path',
      'The project has no console script, so that there is nothing to make an image of. [project.scripts] in pyproject.toml names them.',
    );
  return scripts.length === 0 ? all : all.filter((name) => scripts.includes(name));
}

/** @throws Failure with names that no image can have, and those that would be one image. */
function requireNames(names: readonly string[]): void {
  const problems = names.flatMap((name, at): Problem[] => {
    const image = imageName(name);
    const say = (what: string): Problem => ({
      station: 'input',
      about: 'scripts',
      message: `the console script ${shown(name)} ${what}`,
    });
    if (!parseRepository('localhost', image).ok)
      return [say('is no name of an image, even in lower case: leave it out with the input scripts.')];
    const same = names.slice(0, at).find((other) => imageName(other) === image);
    return same === undefined
      ? []
      : [say(`and ${shown(same)} would both be the image ${image}: choose one with the input scripts.`)];
  });
  if (problems.length > 0) throw new Failure(problems);
}

/** A version's own tag, and `latest` of a release. */
function tagsOf(version: PackageVersion, more: readonly Tag[]): Tags {
  const exact = parseTag(tagOfVersion(version));
  if (!exact.ok) throw wrong('path', `The version cannot be a tag: ${exact.message}`);
  const isRelease = /^[\d.!]+(?:\.post\d+)?$/.test(version.text);
  const aliases = [...(isRelease ? ['latest' as Tag] : []), ...more];
  return { exact: exact.value, aliases: [...new Set(aliases)].filter((tag) => tag !== exact.value) };
}

const imageName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

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
    platforms: inputs.platforms,
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
