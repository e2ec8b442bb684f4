/** The build arguments of a custom Dockerfile. Users' Dockerfiles declare them, so their names must not change. */
import type { Cell } from './cell.ts';

export function packageArguments(cell: Cell, maintainer: string): Readonly<Record<string, string>> {
  return {
    python_version: cell.python.text,
    publish_target: cell.base.publishTarget,
    build_target: cell.base.buildTarget,
    package: cell.package.text,
    package_version: cell.version.text,
    maintainer,
  };
}
