import { expect, test } from 'vitest';
import { readInstructions } from '../../src/dockerfile/instructions.ts';
import { pipInstalls } from '../../src/dockerfile/pip-installs.ts';

const given: Readonly<Record<string, string>> = {
  package: 'demo',
  package_version: '1.2.3',
  both: 'one==1 two',
  empty: '',
};

/** What each install of a RUN asks for; a text says why it is left alone. Variables of other names are unknown. */
function read(text: string, shell?: readonly string[]) {
  const { instructions } = readInstructions(text);
  const run = pipInstalls(instructions[0]!, (name) => given[name] ?? null, shell);
  if (run.is === 'left') return run.why;
  return run.installs.map(({ tool, requirements, requirementFiles, constraintFiles, unknown, indexes }) => ({
    ...(tool === 'uv' ? { tool } : {}),
    ...(requirements.length > 0 ? { of: requirements } : {}),
    ...(requirementFiles.length > 0 ? { files: requirementFiles } : {}),
    ...(constraintFiles.length > 0 ? { held: constraintFiles } : {}),
    ...(unknown.length > 0 ? { unknown } : {}),
    ...(indexes.length > 0 ? { indexes } : {}),
  }));
}

const demo = [{ of: ['demo==1.2.3'] }];

test.each<[string, string, unknown]>([
  ['pip', 'RUN pip install $package==$package_version', demo],
  ['pip3', 'RUN pip3 install ${package}==${package_version}', demo],
  ['a version of pip', 'RUN /usr/local/bin/pip3.13 install demo==1.2.3', demo],
  ['python -m pip', 'RUN python -m pip install --no-cache-dir "$package==$package_version"', demo],
  ['options before the command', 'RUN python3 -u -m pip --quiet --retries 9 install -U demo==1.2.3', demo],
  ['uv', 'RUN uv pip install --system demo==1.2.3', [{ tool: 'uv', of: ['demo==1.2.3'] }]],
  ['extras', 'RUN pip install "$package[fast]==$package_version"', [{ of: ['demo[fast]==1.2.3'] }]],
  [
    'several requirements',
    "RUN pip install a 'b>=1,<2' $both $empty",
    [{ of: ['a', 'b>=1,<2', 'one==1', 'two'] }],
  ],
  [
    'files',
    'RUN pip install -r a.txt --requirement=b.txt -cheld.txt -c $package.txt',
    [{ files: ['a.txt', 'b.txt'], held: ['held.txt', 'demo.txt'] }],
  ],
  [
    'several in one line',
    'RUN pip install a && echo x; pip install b || pip3 install c',
    [{ of: ['a'] }, { of: ['b'] }, { of: ['c'] }],
  ],
  ['lines that go on', 'RUN apt-get update \\\n && pip install \\\n  a \\\n  b', [{ of: ['a', 'b'] }]],
  [
    'every branch',
    `RUN bash -c 'if [[ "$TARGETPLATFORM" == "linux/arm/v7" ]]; then pip install a; else pip install b; fi; python -m pip install $package==$package_version'`,
    [{ of: ['a'] }, { of: ['b'] }, ...demo],
  ],
  [
    'a script in double quotes',
    'RUN bash -ec "pip install \\"a>=1\\" \\$package"',
    [{ of: ['a>=1', 'demo'] }],
  ],
  [
    'redirections',
    'RUN pip install a >/dev/null 2>&1 && pip install b > log',
    [{ of: ['a'] }, { of: ['b'] }],
  ],
  ['prefixes', 'RUN set -ex; PIP_NO_CACHE_DIR=1 sudo -E env A=1 pip install a', [{ of: ['a'] }]],
  [
    'a comment in a heredoc, and its lines',
    'RUN <<EOF\n# pip install no\npip install a # and b\npython -m pip install \\\n  b\nEOF',
    [{ of: ['a'] }, { of: ['b'] }],
  ],
  ['a heredoc of bash', 'RUN bash -e <<EOF\npip install a\nEOF', [{ of: ['a'] }]],
  [
    'a heredoc of Python',
    'RUN python <<EOF\nprint("pip install a")\nEOF',
    'its heredoc is no script of a shell',
  ],
  [
    'a heredoc with another interpreter',
    'RUN <<EOF\n#!/usr/bin/env python3\nprint("pip install a")\nEOF',
    'its heredoc is no script of a shell',
  ],
  ['exec form', 'RUN ["pip", "install", "demo==1.2.3"]', demo],
  ['exec form without a shell to expand', 'RUN ["pip", "install", "$package"]', [{ of: ['$package'] }]],
  ['exec form of a shell', 'RUN ["/bin/bash", "-c", "pip install $package==$package_version"]', demo],
  [
    'mounts that are there already',
    'RUN --mount=type=cache,target=/root/.cache pip install a',
    [{ of: ['a'] }],
  ],
  ['an unknown variable', 'RUN pip install a $OTHER', [{ of: ['a'], unknown: ['$OTHER'] }]],
  ['a variable of the script', 'RUN package=x; pip install $package', [{ unknown: ['$package'] }]],
  ['a loop', 'RUN for package in a b; do pip install $package; done', [{ unknown: ['$package'] }]],
  [
    'a command that says what',
    'RUN pip install $(cat wanted) `cat more`',
    [{ unknown: ['$(cat wanted)', '`cat more`'] }],
  ],
  ['an editable project', 'RUN pip install -e . --target /x a', [{ of: ['a'], unknown: ['-e .'] }]],
  [
    'an index',
    'RUN pip install -i https://a.example/simple --extra-index-url=$URL a',
    [{ of: ['a'], indexes: ['https://a.example/simple', null] }],
  ],
  [
    'an index in the environment',
    'RUN PIP_INDEX_URL=https://a.example/simple pip install a',
    [{ of: ['a'], indexes: ['https://a.example/simple'] }],
  ],
  ['what is built on purpose', 'RUN pip install --no-binary :all: a', '--no-binary is given'],
  ['no building where it can', 'RUN pip install --prefer-binary a', '--prefer-binary is given'],
  ['hashes', 'RUN pip install --require-hashes -r a.txt', '--require-hashes is given'],
  ['settings of a build', 'RUN pip install -C x=y a', '-C is given'],
  ['flags of compilers', 'RUN CFLAGS=-O0 pip install a', 'CFLAGS is set for it'],
  ['another platform', 'RUN pip install --platform any --target x a', '--platform is given'],
  ['a configuration', 'RUN PIP_CONFIG_FILE=/x pip install a', 'PIP_CONFIG_FILE is set for it'],
  [
    'other commands of pip',
    'RUN pip download a; pip list; uv sync; python -m venv install; echo pip install',
    [],
  ],
])('reads %s', (_, text, expected) => expect(read(text)).toEqual(expected));

test.each<[string, readonly string[], unknown]>([
  ['bash', ['/bin/bash', '-o', 'pipefail', '-c'], [{ of: ['a'] }]],
  ['Python', ['/usr/bin/python3', '-c'], 'SHELL /usr/bin/python3 is no shell that is read here'],
])('reads a RUN with the SHELL of %s', (_, shell, expected) =>
  expect(read('RUN pip install a', shell)).toEqual(expected),
);
