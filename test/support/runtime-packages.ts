/** Images of nothing but a base and packages of its distribution, as the rendered Dockerfile installs them. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDockerfile } from '../../src/dockerfile/render.ts';
import { must } from '../e2e/support.ts';

/** Of the last stage nothing but the packages. */
export const packagesDockerfile = (): string =>
  renderDockerfile(readFileSync('dockerfiles/Dockerfile', 'utf8'), {
    native: false,
    compile: [],
    platforms: [],
    emulated: false,
    different: false,
    replaced: false,
    runtimePackages: true,
    buildConstraints: false,
    extraIndexes: false,
    image: true,
    offered: true,
  }).replace(/^COPY --link .*$/m, '');

/** A context in place of the stage `runtime`: nothing is prepared, and the package manager runs on the platform. */
export function nothingPrepared(folder: string): string {
  const context = join(folder, 'nothing-prepared');
  mkdirSync(join(context, 'runtime'), { recursive: true });
  return context;
}

const alpine = (registry: string): string => `
FROM --platform=$BUILDPLATFORM ${registry}/library/python:3.13 AS repository
COPY apk-repository.py repositories /
ARG FILLERS
RUN python3 /apk-repository.py /repository $FILLERS
FROM ${registry}/library/python:3.13-alpine
COPY --from=repository /repository /repository
COPY --from=repository /repository/keys /etc/apk/keys/
COPY --from=repository /repositories /etc/apk/repositories
`;

/**
 * Pushes a base of Alpine with a repository of its own, where the package is `demo`.
 *
 * @param image `repository:tag`.
 * @param fillers packages that are in its index alone.
 */
export async function pushAlpineBase(
  folder: string,
  registry: string,
  image: string,
  { fillers = 0, env = {} }: { readonly fillers?: number; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<void> {
  const context = join(folder, 'alpine');
  mkdirSync(context);
  writeFileSync(join(context, 'Dockerfile'), alpine(registry));
  writeFileSync(join(context, 'repositories'), '/repository\n');
  copyFileSync('test/e2e/standins/apk-repository.py', join(context, 'apk-repository.py'));
  const platforms = '--platform=linux/amd64,linux/arm64,linux/arm/v7';
  const named = ['--build-arg', `FILLERS=${fillers}`, `--tag=${registry}/${image}`];
  await must('docker', ['buildx', 'build', '--push', '--provenance=false', platforms, ...named, context], {
    env,
  });
}
