/** Restricts uv to the environment of an image: CPython of one minor release on Linux. */
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { minorNumber } from '../names/python-version.ts';
import { parseRequirement, type RequirementLine } from '../names/requirement.ts';

const minorAfter = (minor: string): string => `3.${minorNumber(minor) + 1}`;

/**
 * Adds the image's environment to the marker of each line, so that the lock leaves out the needs of other systems.
 *
 * @param minor `3.13`.
 * @throws Failure with every line that is no requirement.
 */
export function requirementsFor(requirements: readonly string[], minor: string): readonly RequirementLine[] {
  const image = `sys_platform == 'linux' and platform_python_implementation == 'CPython' and python_full_version < '${minorAfter(minor)}'`;
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
 * A pyproject.toml that makes uv solve for images alone: despite a requirement's marker it also solves what the
 * requirement needs on other systems. uv reads this key from pyproject.toml only, never from uv.toml. All variables are
 * named by which packages exclude Windows or PyPy.
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
    `python_full_version < '${minorAfter(minor)}'`,
  ].join(' and ')}"]\n`;

/**
 * Empty configuration of user and machine. uv reads a pyproject.toml only together with these, and they would make the
 * lock differ from the inputs.
 */
export const emptyConfig = {
  files: { 'config/uv/uv.toml': '' },
  env: (folder: string): Readonly<Record<string, string>> => ({
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CONFIG_DIRS: join(folder, 'config'),
  }),
} as const;
