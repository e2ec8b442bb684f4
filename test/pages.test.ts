/** The pages for people: links lead somewhere, files that are named are there, and what is copied from them is right. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readInstructions } from '../src/dockerfile/instructions.ts';
import { commands } from '../src/entry/commands.ts';
import { parseCommandLine } from '../src/inputs/options.ts';
import { unknownInputs } from '../src/inputs/reader.ts';
import { splitList } from '../src/inputs/splitting.ts';
import type { CommandName } from '../src/inputs/row.ts';
import { inputTable } from '../src/inputs/table.ts';
import {
  anchorsOf,
  argumentsOf,
  blocksOf,
  commandOn,
  commandsOf,
  linksOf,
  pages,
  pathsOf,
  replaced,
} from './support/pages.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

/** Why a link leads nowhere; undefined where it leads to something. */
function broken(page: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#', 2);
  const file = path === '' ? page : normalize(join(dirname(page), path));
  if (!existsSync(file)) return `${page}: ${link}: there is no ${file}`;
  const isHeading = anchor === undefined || anchorsOf(read(file)).includes(anchor);
  return isHeading ? undefined : `${page}: ${link}: ${file} has no such heading`;
}

describe.each(pages)('%s', (page) => {
  test('every link leads to a file and a heading', () => {
    expect(linksOf(read(page)).flatMap((link) => broken(page, link) ?? [])).toEqual([]);
  });

  test('every file that it names is there', () => {
    expect(pathsOf(read(page)).filter((path) => !existsSync(path))).toEqual([]);
  });
});

test('the README takes at most 12 KB', () => {
  expect(statSync('README.md').size).toBeLessThanOrEqual(12_000);
});

test('every page is led to from the README, and the architecture from CONTRIBUTING.md, too', () => {
  const led = linksOf(read('README.md'));
  expect(pages.filter((page) => page !== 'README.md' && !led.includes(page))).toEqual([]);
  expect(linksOf(read('CONTRIBUTING.md'))).toContain('docs/architecture.md');
});

const ours = pages.flatMap((page) =>
  commandsOf(page)
    .filter((command) => command.startsWith('python-image-builder '))
    .map((command): [page: string, command: string] => [page, command.split(' | ')[0]!]),
);

test.each(ours)('%s: the command line takes %s', (_, command) => {
  const { command: name, raw, problems } = parseCommandLine(argumentsOf(command));
  const read = commands[name as CommandName].read(raw, 'cli', {});
  expect([...problems, ...read.problems]).toEqual([]);
  expect(read.inputs).toBeDefined();
});

interface Step {
  readonly command: CommandName;
  readonly with: Readonly<Record<string, string>>;
}

/** Steps of this project in a YAML document; what has no `uses:` beside its `with:` is one of the root action. */
function stepsIn(value: unknown): Step[] {
  if (Array.isArray(value)) return value.flatMap((inner: unknown) => stepsIn(inner));
  if (typeof value !== 'object' || value === null) return [];
  const { uses = 'OWNER/python-image-builder@main', with: given } = value as {
    uses?: string;
    with?: Step['with'];
  };
  // The workflow that is called hands its inputs on to the plan.
  const [, folder = 'build'] = /^OWNER\/python-image-builder(?:\/(\w+))?@/.exec(
    uses.replace('/.github/workflows/images.yml@', '/plan@'),
  ) ?? ['', ''];
  if (given !== undefined) return folder === '' ? [] : [{ command: folder as CommandName, with: given }];
  return Object.values(value).flatMap((inner: unknown) => stepsIn(inner));
}

const examples = readdirSync('examples').map((name) => `examples/${name}`);
const workflows = [
  ...pages.flatMap((page) =>
    blocksOf(page)
      .filter(({ language }) => language === 'yaml')
      .map(({ line, text }): [where: string, text: string] => [`${page}:${line}`, text]),
  ),
  ...examples.map((path): [where: string, text: string] => [path, read(path)]),
];

// Of images.yml there is no step.
const withSteps = workflows.filter(([, text]) => text.includes('with:'));

test.each(withSteps)('%s: every input is one, and its value is taken', (_, text) => {
  const steps = stepsIn(parse(text));
  expect(steps.length).toBeGreaterThan(0);
  for (const { command, with: step } of steps) {
    // What an expression gives is known to a workflow alone.
    const raw = Object.fromEntries(
      Object.entries(step).map(([name, value]) => {
        const required = inputTable.find((row) => row.name === name)?.required !== undefined;
        const given = name === 'cells' ? '[{"package": "six"}]' : required ? 'latest' : '';
        return [name, String(value).includes('${{') ? given : String(value)];
      }),
    );
    expect(unknownInputs(command, raw)).toEqual([]);
    // Of several packages, images in one repository would have the same tags.
    if (splitList(step['packages'] ?? '').length > 1) expect(step['image_name']).toContain('{package}');
    const env = { GITHUB_REPOSITORY: 'example/images', GITHUB_REPOSITORY_OWNER: 'example' };
    expect(commands[command].read(raw, 'action', env).problems).toEqual([]);
  }
});

/** The value of a YAML document below these keys. */
const below = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce((inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[key], value);

const calls = workflows.filter(([, text]) => text.includes('/images.yml@'));

test.each(calls)('%s: the workflow that it calls has the inputs', (_, text) => {
  const given = below(parse(text), 'jobs', 'images', 'with') as Readonly<Record<string, string>>;
  const called: unknown = parse(read('.github/workflows/images.yml'));
  const known = Object.keys(below(called, 'on', 'workflow_call', 'inputs') as object);
  expect(Object.keys(given).filter((name) => !known.includes(name))).toEqual([]);
});

const copied = 'docs/workflows.md';

test('the page of workflows names each input of the one that is called', () => {
  const called: unknown = parse(read('.github/workflows/images.yml'));
  const inputs = Object.keys(below(called, 'on', 'workflow_call', 'inputs') as object);
  const [, list = ''] = /^Its inputs are (.*?), as /m.exec(read(copied)) ?? [];
  const named = [...list.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
  expect(named.toSorted()).toEqual(inputs.toSorted());
});

test('the page of workflows has each example', () => {
  const rows = linksOf(read(copied)).filter((link) => link.startsWith('../examples/'));
  expect(rows.toSorted()).toEqual(examples.map((path) => `../${path}`).toSorted());
});

test('other actions are pinned to the commit and release that the page of workflows names', () => {
  const rows = [...read(copied).matchAll(/^\| `(actions\/[\w-]+)` +\| `([0-9a-f]{40})` +\| (v[\d.]+) /gm)];
  const named = rows.map(([, action, commit, release]) => `${action}@${commit} # ${release}`);
  const own = readdirSync('.github/workflows').map((name) => read(`.github/workflows/${name}`));
  const texts = [...own, ...workflows.map(([, text]) => text)];
  const used = texts.flatMap((text) =>
    [...text.matchAll(/\buses: +(?!OWNER\/)(?!\.\/)(\S+(?: # \S+)?)/g)].map(([, uses = '']) => uses),
  );
  expect([...new Set(used)].toSorted()).toEqual(named.toSorted());
});

test('what the README shows of a workflow is in the example', () => {
  const [shown] = blocksOf('README.md').filter(({ language }) => language === 'yaml');
  expect(read('examples/image.yml')).toContain(shown?.text);
});

const builds = commandsOf('docs/plain-buildx.md').filter((one) => one.startsWith('docker buildx build '));

test.each(builds)(
  '%s: gives every context that the Dockerfile wants, and only arguments that it has',
  (command) => {
    const file = /-f (\S+)/.exec(command)?.[1] ?? 'dockerfiles/Dockerfile';
    const { instructions } = readInstructions(read(file));
    const stages = instructions.flatMap(({ keyword, rest }) =>
      keyword === 'FROM' ? [/ AS (\S+)$/i.exec(rest)?.[1] ?? ''] : [],
    );
    const named = [...read(file).matchAll(/\bfrom=([\w-]+)/g)].map(([, name = '']) => name);
    const wanted = named.filter((name) => !stages.includes(name));
    const given = [...command.matchAll(/--build-context (\S+?)=/g)].map(([, name]) => name);
    expect(new Set(given)).toEqual(new Set(wanted));
    const known = instructions.flatMap(({ keyword, rest }) =>
      keyword === 'ARG' ? [rest.split('=')[0]!] : [],
    );
    const passed = [...command.matchAll(/--build-arg (\S+?)=/g)].map(([, name = '']) => name);
    expect(passed.filter((name) => !known.includes(name))).toEqual([]);
  },
);

/** A command, and the end-to-end test or the script that runs it; of a script, what runs it there. */
type Run = readonly [which: RegExp, by: string, ...texts: readonly string[]];

/** All commands of the pages, in their order. */
const runs: Readonly<Record<string, readonly Run[]>> = {
  'README.md': [
    [/^\.\/try$/, 'test/e2e/readme.test.ts'],
    [/^\.\/check$/, '.ci/run', 'step tests ./check'],
    [/^\.\/try '/, 'test/e2e/readme.test.ts'],
  ],
  'CONTRIBUTING.md': [
    [/^\.\/check$/, '.ci/run', 'step tests ./check'],
    [/^\.ci\/run$/, '.github/workflows/ci.yml', '- run: .ci/run'],
    [/^npx vitest run test\/names$/, 'check', 'phase unit tests unit'],
    [/^eval /, 'check', 'eval "$(engine/engine env)"'],
    [/ vitest\.e2e\.config\.ts /, 'check', '--config vitest.e2e.config.ts'],
    [/ vitest\.alone\.config\.ts$/, 'check', '--config vitest.alone.config.ts'],
    [
      /^npm run lint && /,
      '.ci/run',
      'step lint npm run --silent lint',
      'step types npm run --silent types',
      'step format npm run --silent format',
    ],
    [/^npm run lint:others$/, '.ci/run', 'npm run --silent lint:others'],
  ],
  'docs/command-line.md': [
    [/ build .* slim$/s, 'test/e2e/layout.test.ts'],
    [/ build .* --dry-run$/s, 'test/e2e/dry-run.test.ts'],
    [/ build .* --push$/s, 'test/e2e/plain-install.test.ts'],
    [/ wheels \S+ \S+$/, 'test/e2e/wheels.test.ts'],
    [/ wheels .* --dry-run$/, 'test/e2e/wheels.test.ts'],
    [/ wheels .* 90d$/, 'test/e2e/wheels.test.ts'],
    [/docker load$/, 'test/e2e/layout.test.ts'],
    [/^docker run /, 'test/e2e/layout.test.ts'],
    [/ imagetools create /, 'test/e2e/layout.test.ts'],
  ],
  'docs/plain-buildx.md': [
    [/^python-image-builder /, 'test/e2e/cross.test.ts'],
    [/^cd work\/image$/, 'test/e2e/cross.test.ts'],
    [/linux\/amd64/, 'test/e2e/cross.test.ts'],
    [/libyaml-dev/, 'test/e2e/library.test.ts'],
    [/plain\.Dockerfile/, 'test/e2e/accounts.test.ts'],
  ],
  'docs/private-index.md': [
    [/^export /, 'test/e2e/private-index.test.ts'],
    [/^python-image-builder /, 'test/e2e/private-index.test.ts'],
  ],
  'docs/clean-machine.md': [
    [/ clean --local --dry-run$/, 'test/e2e/clean-local.test.ts'],
    [/ clean --local --older /, 'test/e2e/clean-local.test.ts'],
  ],
  'docs/registry-care.md': [
    [/ check /, 'test/e2e/registry-care.test.ts'],
    [/ clean .* --dry-run$/, 'test/e2e/registry-care.test.ts'],
    [/ clean .* --yes$/, 'test/e2e/registry-care.test.ts'],
  ],
  'docs/catalogue.md': [[/ catalogue /, 'test/e2e/catalogue.test.ts']],
  'docs/project.md': [[/^python-image-builder /, 'test/e2e/project.test.ts']],
  'docs/connector.md': [[/^python-image-builder /, 'test/e2e/connector.test.ts']],
  'docs/building.md': [
    [/ --platform linux\/amd64 /, 'test/e2e/nodes.test.ts'],
    [/ --append /, 'test/e2e/nodes.test.ts'],
  ],
  'docs/plan.md': [
    [/^python-image-builder plan /, 'test/e2e/matrix.test.ts'],
    [/ build .* --push$/, 'test/e2e/matrix.test.ts'],
    [/ build .* --report-file /, 'test/e2e/native-runners.test.ts'],
    [/^python-image-builder merge /, 'test/e2e/native-runners.test.ts'],
    [/^python-image-builder report /, 'test/e2e/native-runners.test.ts'],
  ],
  'docs/tree.md': [
    [/^python-image-builder tree /, 'test/e2e/tree.test.ts'],
    [/ pins --path \S+$/, 'test/e2e/pins.test.ts'],
    [/ pins --path \S+ --update$/, 'test/e2e/pins.test.ts'],
  ],
  'docs/run.md': [
    [/ run foo-serve -p /, 'test/e2e/run.test.ts'],
    [/ run foo-manage -e /, 'test/e2e/run.test.ts'],
    [/ run app /, 'test/e2e/run.test.ts'],
  ],
  'docs/release.md': [
    [/ v0\.1\.1 .* --dry-run$/, 'test/e2e/release.test.ts'],
    [/ v0\.1\.1 --tags stable$/, 'test/e2e/release.test.ts'],
    [/ v0\.1\.0 --tags stable$/, 'test/e2e/release.test.ts'],
  ],
  'docs/rebuilding.md': [[/^python-image-builder /, 'test/e2e/dry-run.test.ts']],
};

/** Every end-to-end test is run by `check`, but those that take too long for it. */
const isEndToEnd = (path: string): boolean => /^test\/e2e\/[\w-]+\.test\.ts$/.test(path);
const withoutComments = (text: string): string => text.replaceAll(/^\s*#.*$/gm, '');

describe('each command is run', () => {
  const withCommands = pages.filter((page) => commandsOf(page).length > 0);

  test('on every page', () => {
    expect(withCommands.toSorted()).toEqual(Object.keys(runs).toSorted());
  });

  test.each(withCommands)('%s: by a test or a script, in order', (page) => {
    const rows = runs[page] ?? [];
    const commands = commandsOf(page);
    expect(commands.filter((command, at) => rows[at]?.[0].test(command) !== true)).toEqual([]);
    expect(rows.length).toBe(commands.length);
  });

  test.each(withCommands)('%s: by tests that take it from there, and scripts that have it', (page) => {
    const isRun = ([which, by, ...texts]: Run): boolean => {
      const content = read(by);
      if (isEndToEnd(by)) return content.includes(`'${page}'`) && content.includes(String(which));
      return texts.length > 0 && texts.every((text) => withoutComments(content).includes(text));
    };
    expect((runs[page] ?? []).filter((row) => !isRun(row))).toEqual([]);
  });
});

test.each(pages)('%s: every script that it names is one of package.json', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
  const named = [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

describe('what tests take from a page', () => {
  const page = [
    '## Two words, `code` and [a link](other.md#x)',
    '```sh',
    "one --quoted 'two words'   # said of it",
    'two \\',
    '  --more',
    "three '",
    '# kept',
    "'",
    '```',
    '## Two words, `code` and [a link](other.md#x)',
    '[web](https://example.com) `[no](link.md)` [there](#two-words)',
  ].join('\n');

  test('commands, with their lines and without comments', () => {
    expect(commandsOf('', page)).toEqual([
      "one --quoted 'two words'",
      'two \\\n  --more',
      "three '\n# kept\n'",
    ]);
  });

  test('their arguments', () => {
    expect(argumentsOf("one --quoted 'two words' \\\n  --more=x")).toEqual([
      '--quoted',
      'two words',
      '--more=x',
    ]);
  });

  test('links and anchors, as GitHub makes them', () => {
    expect(linksOf(page)).toEqual(['other.md#x', 'other.md#x', '#two-words']);
    expect(anchorsOf(page)).toEqual(['two-words-code-and-a-link', 'two-words-code-and-a-link-1']);
  });

  test('nothing that is not there', () => {
    expect(() => commandOn('README.md', /^no such/)).toThrow(
      'README.md has 0 commands that /^no such/ matches.',
    );
    expect(() => replaced('one', { two: '2' }, 'README.md')).toThrow(
      'README.md: "two" is not in what the test takes from there.',
    );
  });
});
