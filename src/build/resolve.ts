/** Resolves in a container, for packages whose build code must run to learn their requirements. */
import { basename, join } from 'node:path';
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import { emptyConfig, projectFile, requirementsFor } from '../lock/image-environment.ts';
import { withLocal } from '../lock/local.ts';
import type { Lock } from '../lock/lock.ts';
import { unserved } from '../lock/page-server.ts';
import { parsePylock } from '../lock/pylock.ts';
import type { ResolveRequest } from '../lock/resolve.ts';
import { NoSolution } from '../lock/uv-errors.ts';
import type { World } from '../ports.ts';
import { bakeText } from './bake.ts';
import { bake, type Buildx } from './buildx.ts';
import { buildProblem } from './failure.ts';
import { indexPrograms, program, type Programs } from './programs.ts';

export interface ContainerRequest {
  readonly question: ResolveRequest;
  /** The same release of the resolver as on the machine. */
  readonly uvVersion: string;
  /** Image with a compiler, in which the resolver runs. */
  readonly buildBase: string;
  readonly buildPackages: readonly string[];
  readonly buildConstraints: readonly string[];
  readonly programs: Programs;
  /** buildx syntax. */
  readonly secrets: readonly string[];
}

/** @throws Failure with the resolver's or the compiler's words. */
export async function resolveInContainer(
  world: World,
  buildx: Buildx,
  request: ContainerRequest,
): Promise<Lock> {
  const { question } = request;
  const folder = await world.files.temporary('resolve');
  const bakefile = {
    target: {
      resolve: {
        context: '.',
        dockerfile: 'resolve.Dockerfile',
        contexts: { request: './request', programs: './programs' },
        args: {
          BUILD_BASE: request.buildBase,
          UV_VERSION: request.uvVersion,
          PYTHON_MINOR: question.python.minor,
          INDEX_URL: question.indexUrl,
          ASKED_AT: String(world.clock.now()),
          ...defined({
            BUILD_PACKAGES: request.buildPackages.join(' ') || undefined,
            EXTRA_INDEXES: question.owners || undefined,
          }),
        },
        ...defined({ secret: request.secrets.length > 0 ? request.secrets : undefined }),
        output: ['type=local,dest=out'],
      },
    },
  };
  const files = {
    'docker-bake.json': bakeText(bakefile),
    'resolve.Dockerfile': program(request.programs, 'resolve.Dockerfile'),
    'request/requirements.in': withLocal(
      requirementsFor(question.requirements, question.python.minor),
      question.local,
      '/request/metadata',
    )
      .map(({ line }) => `${line}\n`)
      .join(''),
    'request/constraints.txt': question.constraints.map((line) => `${line}\n`).join(''),
    'request/build-constraints.txt': request.buildConstraints.map((line) => `${line}\n`).join(''),
    ...indexPrograms(request.programs),
    'request/pyproject.toml': projectFile(question.python.minor),
    ...Object.fromEntries(
      Object.entries(emptyConfig.files).map(([name, content]) => [`request/${name}`, content]),
    ),
  };
  for (const [name, content] of Object.entries(files)) await world.files.write(join(folder, name), content);
  if (question.local !== undefined) {
    const { metadata } = question.local;
    await world.files.replace(
      join(folder, 'request/metadata', basename(metadata)),
      world.files.bytes(metadata),
    );
  }
  const ran = await bake(world, buildx, { folder, targets: ['resolve'] });
  const names = question.requirements.join(', ');
  if (ran.code !== 0) {
    const what = `what ${names} needs could not be resolved`;
    const problem = await buildProblem(world, { ran, about: names, what, base: request.buildBase });
    throw /No solution found/.test(ran.stderr) ? new NoSolution([problem]) : new Failure([problem]);
  }
  const text = (await world.files.read(join(folder, 'out', 'pylock.toml'))) ?? '';
  return parsePylock(withoutView(text, question), 'container', question.local);
}

/** The lock with the addresses of the files themselves, where indexes.py stood for the indexes. */
const withoutView = (text: string, { indexUrl, urlOf = () => indexUrl }: ResolveRequest): string =>
  unserved(
    text.replaceAll(/http:\/\/127\.0\.0\.1:\d+\/files\/(https?)\//g, (_, scheme: string) => `${scheme}://`),
    'http://127\\.0\\.0\\.1:\\d+/simple',
    urlOf,
  );
