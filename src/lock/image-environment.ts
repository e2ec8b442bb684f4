/** Keeps uv to what an image can be: CPython on Linux, of one minor release. */
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { parseRequirement, type RequirementLine } from '../names/requirement.ts';

/** The first release that is later than all of a minor one: `3.14` of `3.13`. */
const next = (minor: string): string => `3.${Number(minor.split('.')[1]) + 1}`;

/**
 * The lines, each narrowed to what an image can be. So the lock does not name what other systems would need.
 *
 * @param minor `3.13`.
 * @throws Failure with every line that is no requirement.
 */
export function requirementsFor(requirements: readonly string[], minor: string): readonly RequirementLine[] {
  const image = `sys_platform == 'linux' and platform_python_implementation == 'CPython' and python_full_version < '${next(minor)}'`;
  const results = requirements.map((line) => parseRequirement(line));
  const problems = results.flatMap((result) =>
    result.ok ? [] : [{ station: 'input', about: 'requirements', message: result.message } as const],
  );
  if (problems.length > 0) throw new Failure(problems);
  return results.flatMap((result): readonly RequirementLine[] => {
    if (!result.ok) return [];
    const { text, specifiers, marker } = result.value;
    const narrowed = marker === undefined ? image : `(${marker}) and ${image}`;
    return [{ ...result.value, marker: narrowed, line: `${text}${specifiers} ; ${narrowed}` }];
  });
}

/**
 * A pyproject.toml that has uv solve for images alone: a marker on a requirement does not keep it from solving what that
 * requirement needs elsewhere. uv takes this key from a project's file only, never from uv.toml. Packages say in several
 * ways that something is for Windows or PyPy: each of their variables is answered.
 *
 * @param minor `3.13`.
 */
export const projectFile = (minor: string): string =>
  `[tool.uv]\nenvironments = ["${[
    "sys_platform == 'linux'",
    "platform_system == 'Linux'",
    "os_name == 'posix'",
    "implementation_name == 'cpython'",
    "platform_python_implementation == 'CPython'",
    `python_full_version < '${next(minor)}'`,
  ].join(' and ')}"]\n`;

/**
 * A project's file is read only where configuration is, and then the user's and the machine's are read, too, and would
 * make another lock than the inputs say. An empty file stands for each.
 */
export const emptyConfig = {
  files: { 'config/uv/uv.toml': '' },
  env: (folder: string): Readonly<Record<string, string>> => ({
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CONFIG_DIRS: join(folder, 'config'),
  }),
} as const;
