/**
 * What has no wheel: cross-compiled for the platform that lacks it, or built once for all. These are the targets and files
 * that a bake file can have, so ./check runs them with the newest buildx, too.
 */
import { cellRows, furthest } from './cell-rows.ts';

await cellRows([
  {
    name: 'gunicorn[setproctitle] cross-compiles only setproctitle, and only for arm/v7',
    options: [
      '--package=gunicorn[setproctitle]',
      '--package-version=23.0.0',
      '--python-version=3.11',
      '--target-base=slim',
    ],
    platforms: furthest,
    modules: ['gunicorn', 'setproctitle._setproctitle'],
    commands: [[['gunicorn', '--version'], /^gunicorn \(version 23\.0\.0\)$/]],
    installed: () => ['gunicorn', 'packaging', 'setproctitle'],
    compiled: ['setproctitle on linux/arm/v7, cross'],
    lock: 'host',
  },
  {
    name: 'docopt, which has no wheel, is built once for all platforms',
    options: ['--package=docopt', '--package-version=0.6.2', '--python-version=3.13', '--target-base=slim'],
    platforms: furthest,
    modules: ['docopt'],
    installed: () => ['docopt'],
    compiled: furthest.map((platform) => `docopt on ${platform}, once`),
    lock: 'container',
  },
]);
