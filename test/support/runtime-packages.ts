/** Images of nothing but a base and packages of its distribution, as the rendered Dockerfile installs them. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDockerfile } from '../../src/dockerfile/render.ts';

/** Of the last stage nothing but the packages. */
export const packagesDockerfile = (template: 'Dockerfile' | 'plain.Dockerfile' = 'Dockerfile'): string =>
  renderDockerfile(readFileSync(join('dockerfiles', template), 'utf8'), {
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
