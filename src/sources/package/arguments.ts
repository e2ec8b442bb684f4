/** The build arguments that an own Dockerfile gets: the seed's six, whose names workflows rely on. */
import type { Cell } from './cell.ts';

export function seedArguments(cell: Cell, maintainer: string): Readonly<Record<string, string>> {
  return {
    python_version: cell.python.text,
    publish_target: cell.base.publishTarget,
    build_target: cell.base.buildTarget,
    package: cell.package.text,
    package_version: cell.version.text,
    maintainer,
  };
}
