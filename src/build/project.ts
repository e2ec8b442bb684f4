/** Builds the distribution of a project's source, in a container of the base that compiles. */
import { createHash } from 'node:crypto';
import { join, posix } from 'node:path';
import { defined } from '../defined.ts';
import { Failure, type Problem } from '../errors.ts';
import type { LocalFile } from '../lock/local.ts';
import type { World } from '../ports.ts';
import { bakeText } from './bake.ts';
import { bake, type Buildx } from './buildx.ts';
import { buildProblem } from './failure.ts';
import { indexPrograms, program, type Programs } from './programs.ts';

export interface ProjectRequest {
  /** Absolute path of the folder that is mounted: the root of the Git repository, where there is one. */
  readonly source: string;
  /** Path of the project in it. */
  readonly path: string;
  /** Seconds since the epoch: the time of every file in what is built. */
  readonly epoch: number;
  /** The full image, with Git and a compiler. */
  readonly buildBase: string;
  readonly buildConstraints: readonly string[];
  readonly indexUrl: string;
  /** Packages of other indexes, as the programs read them. */
  readonly owners: string;
  readonly programs: Programs;
  /** buildx syntax. */
  readonly secrets: readonly string[];
}

export interface BuiltProject {
  /** A wheel of pure Python, else the sdist. */
  readonly file: LocalFile;
  /** Absolute path of a wheel with nothing but the metadata. */
  readonly metadataWheel: string;
  /** Texts of METADATA and entry_points.txt. */
  readonly metadata: string;
  readonly entryPoints: string;
}

/** @throws Failure with the words of the project's build. */
export async function buildProject(
  world: World,
  buildx: Buildx,
  request: ProjectRequest,
): Promise<BuiltProject> {
  const { files } = world;
  const { source, path, epoch, buildBase, buildConstraints, indexUrl, owners, secrets } = request;
  const folder = await files.temporary('project');
  const mounted = await withoutIgnoreFile(world, source);
  const bakefile = {
    target: {
      project: {
        context: '.',
        dockerfile: 'project.Dockerfile',
        contexts: { source: mounted.context, programs: './programs' },
        args: {
          BUILD_BASE: buildBase,
          INDEX_URL: indexUrl,
          PROJECT_PATH: posix.join(mounted.path, path),
          SOURCE_DATE_EPOCH: String(epoch),
          ...defined({
            BUILD_CONSTRAINTS: buildConstraints.join('\n') || undefined,
            EXTRA_INDEXES: owners || undefined,
          }),
        },
        ...defined({ secret: secrets.length > 0 ? secrets : undefined }),
        output: ['type=local,dest=out'],
      },
    },
  };
  const texts = {
    'docker-bake.json': bakeText(bakefile),
    'project.Dockerfile': program(request.programs, 'project.Dockerfile'),
    'programs/project.py': program(request.programs, 'project.py'),
    ...indexPrograms(request.programs),
  };
  for (const [name, content] of Object.entries(texts)) await files.write(join(folder, name), content);
  const ran = await bake(world, buildx, { folder, targets: ['project'] });
  if (ran.code !== 0) {
    const what = `a wheel of the project in "${path}" could not be built`;
    throw new Failure([await buildProblem(world, { ran, about: path, what, base: buildBase })]);
  }
  const out = join(folder, 'out');
  const filename = (await files.list(out)).find((name) => /\.(?:whl|tar\.gz)$/.test(name));
  const [bare] = await files.list(join(out, 'metadata'));
  if (filename === undefined || bare === undefined) throw new Failure([nothing(path)]);
  return {
    file: { filename, path: join(out, filename), sha256: await hashOf(files, join(out, filename)) },
    metadataWheel: join(out, 'metadata', bare),
    metadata: (await files.read(join(out, 'METADATA'))) ?? '',
    entryPoints: (await files.read(join(out, 'entry_points.txt'))) ?? '',
  };
}

/**
 * A `.dockerignore` of the project is for its own images, and mostly leaves out the Git folder that versions are made of.
 * BuildKit obeys it in the top folder of whatever it is given: so it is given the folder around a copy.
 */
async function withoutIgnoreFile(
  { files, run }: Pick<World, 'files' | 'run'>,
  source: string,
): Promise<{ readonly context: string; readonly path: string }> {
  if ((await files.stat(join(source, '.dockerignore'))) === undefined) return { context: source, path: '.' };
  const context = await files.temporary('source');
  const copied = await run({ program: 'cp', args: ['-a', source, join(context, 'copy')] });
  if (copied.code === 0) return { context, path: 'copy' };
  const detail = copied.stderr.split('\n').filter(Boolean);
  const message = `${source} could not be copied, which is done where it has a .dockerignore.`;
  throw new Failure([{ station: 'machine', about: source, message, detail }]);
}

const nothing = (path: string): Problem => ({
  station: 'build',
  about: path,
  message: `The build of the project in "${path}" left neither a wheel nor an sdist.`,
});

async function hashOf(files: World['files'], path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of files.bytes(path)) hash.update(piece);
  return hash.digest('hex');
}
