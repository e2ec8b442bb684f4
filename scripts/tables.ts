/**
 * Writes action.yml and the tables of docs/ from the tables in src: of inputs, outputs, options, exit codes and findings.
 * With `--check` it writes nothing and fails where they differ.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type PackagesMeasured, packageRows, packagesFile } from '../bench/packages.ts';
import { type FindingRule, findingRules } from '../src/build/finding-rules.ts';
import type { ActionWords } from '../src/entry/command.ts';
import { commands } from '../src/entry/commands.ts';
import { exitCodes, inputsInOrder, optionTexts, ownOptionTexts } from '../src/entry/help.ts';
import { inputsOf, outputsOfCommand, wordsFor } from '../src/inputs/command-inputs.ts';
import { matrixSchema } from '../src/sources/matrix/json-schema.ts';
import { type CommandName, commandNames, type InputRow, type InputWords, groups } from '../src/inputs/row.ts';

/** A YAML string that can be nothing else; in double quotes where that needs no escapes. */
const quoted = (text: string): string =>
  text.includes("'") && !/["\\]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;

/** What a workflow's author reads. */
const described = (row: InputWords): string => [row.description, row.inWorkflow ?? ''].join(' ').trim();

const defaultInAction = (row: InputRow): string => row.actionDefault?.expression ?? row.default;

/** Every action.yml by its path: those of the commands that are actions. */
export const actionFiles = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    commandNames.flatMap((command) => {
      const { action } = commands[command];
      return action === undefined
        ? []
        : [[join(action.folder, 'action.yml'), actionFile(command, action)] as const];
    }),
  );

function actionFile(command: CommandName, { folder, name, description }: ActionWords): string {
  const dist = join(relative(folder, ''), 'dist');
  const entry = folder === '' ? 'action' : folder;
  const inputs = inputsOf(command).flatMap((row) => [
    `  ${row.name}:`,
    `    description: ${quoted(described(wordsFor(command, row)))}`,
    `    required: ${row.required === true}`,
    ...(defaultInAction(row) === '' ? [] : [`    default: ${quoted(defaultInAction(row))}`]),
  ]);
  const outputs = outputsOfCommand(command).flatMap((row) => [
    `  ${row.name}:`,
    `    description: ${quoted(row.description)}`,
  ]);
  return `${[
    '# Written by scripts/tables.ts from src/inputs/rows.',
    `name: ${quoted(name)}`,
    `description: ${quoted(description)}`,
    'branding:',
    "  icon: 'package'",
    "  color: 'blue'",
    'inputs:',
    ...inputs,
    'outputs:',
    ...outputs,
    'runs:',
    "  using: 'node24'",
    `  main: '${dist}/${entry}.js'`,
    `  post: '${dist}/post.js'`,
  ].join('\n')}\n`;
}

/** A table whose columns stand under each other in the source, too. */
function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = cells[0]!.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head, ...body] = cells;
  return [line(head!), rule, ...body.map(line)].join('\n');
}

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

function defaultOnPage(row: InputRow): string {
  if (row.required === true) return 'required';
  return code(row.actionDefault?.expression.replace(/^\$\{\{ | \}\}$/g, '') ?? row.default);
}

/** The tables of a command's inputs, one a group. @param level of their headings. */
export function inputTables(command: CommandName, level = '##'): string {
  return groups
    .flatMap((group) => {
      const rows = inputsOf(command).filter((row) => row.group === group);
      return rows.length === 0 ? [] : [`${level} ${group}\n\n${inputTable(command, rows)}`];
    })
    .join('\n\n');
}

function inputTable(command: CommandName, rows: readonly InputRow[]): string {
  const cells = rows.map((row) => {
    const words = wordsFor(command, row);
    const example = words.example === undefined ? '' : ` Example: ${code(words.example)}`;
    const choices = row.choices === undefined ? '' : ` One of ${row.choices.map(code).join(', ')}.`;
    return [code(row.name), defaultOnPage(row), `${described(words)}${choices}${example}`];
  });
  return table([['input', 'default', 'meaning'], ...cells]);
}

export function outputTables(command: CommandName): string {
  return table([
    ['output', 'meaning'],
    ...outputsOfCommand(command).map((row) => [code(row.name), row.description]),
  ]);
}

const optionTable = (rows: readonly (readonly [string, string])[]): string =>
  table([['option', 'meaning'], ...rows.map(([name, text]) => [code(name), text])]);

/** The text with what stands between `<!-- name -->` and `<!-- /name -->` replaced; throws where those are missing. */
export function between(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start === -1 || end < start)
    throw new Error(`The page has no ${open} … ${close}: put the markers back.`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}

/** The table of the checks' findings, fatal ones and warnings, in the order of the checks. */
export function findingTable(): string {
  const rows = Object.entries<FindingRule>(findingRules).map(([kind, rule]) => [
    code(kind),
    rule.check,
    rule.severity === 'fatal' ? '**fatal**' : 'warning',
    [rule.what, rule.advice ?? ''].join(' ').trim(),
  ]);
  return table([['kind', 'check', 'is', 'what was found, and the way out'], ...rows]);
}

/** What the bench measured last of each package. */
const packagesMeasured = (): PackagesMeasured =>
  JSON.parse(readFileSync(new URL(`../${packagesFile}`, import.meta.url), 'utf8')) as PackagesMeasured;

/** The tables of each page by their markers, each of one and the same source. */
const pages: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'docs/inputs.md': { inputs: () => inputTables('build'), outputs: () => outputTables('build') },
  'docs/plan.md': {
    inputs: () =>
      inputTable(
        'plan',
        inputsOf('plan').filter(
          ({ group, name }) => group === 'Matrix' || ['exclude', 'concurrency'].includes(name),
        ),
      ),
    outputs: () => outputTables('plan'),
  },
  'docs/project.md': {
    inputs: () => inputTables('project', '###'),
    outputs: () => outputTables('project'),
  },
  'docs/tree.md': { inputs: () => inputTables('tree', '###'), outputs: () => outputTables('tree') },
  'docs/release.md': {
    inputs: () => inputTable('release', inputsInOrder('release')),
    outputs: () => outputTables('release'),
  },
  'docs/connector.md': {
    inputs: () => inputTables('connector', '###'),
    outputs: () => outputTables('connector'),
  },
  'docs/run.md': { 'run-options': () => optionTable(optionTexts('run')) },
  'docs/registry-care.md': {
    'check-options': () => optionTable(optionTexts('check')),
    'clean-options': () => optionTable(optionTexts('clean')),
  },
  'docs/compiling.md': { packages: () => table(packageRows(packagesMeasured())) },
  'docs/catalogue.md': { 'catalogue-options': () => optionTable(optionTexts('catalogue')) },
  'docs/verifying.md': { findings: findingTable },
  'docs/command-line.md': {
    options: () => optionTable(ownOptionTexts()),
    'wheels-options': () => optionTable(optionTexts('wheels')),
    'exit-codes': () => table([['exit code', 'meaning'], ...exitCodes]),
  },
};

/** For editors of python-images.yml. */
export const matrixSchemaText = `${JSON.stringify(matrixSchema, null, 2)}\n`;

export const pagesWithTables = Object.keys(pages);

/** A page with its tables written anew. */
export const page = (name: string, text: string): string =>
  Object.entries(pages[name] ?? {}).reduce((all, [marker, rows]) => between(all, marker, rows()), text);

if (import.meta.main) {
  const at = (name: string): URL => new URL(`../${name}`, import.meta.url);
  const read = (name: string): string => {
    try {
      return readFileSync(at(name), 'utf8');
    } catch {
      return '';
    }
  };
  const files = [
    ...Object.entries(actionFiles()).map(([name, content]) => ({ name, content })),
    { name: 'schema/python-images.schema.json', content: matrixSchemaText },
    ...pagesWithTables.map((name) => ({ name, content: page(name, read(name)) })),
  ];
  const stale = files.filter(({ name, content }) => read(name) !== content);
  if (process.argv.includes('--check')) {
    for (const { name } of stale)
      console.error(`${name} is not what the tables in src say: run "npm run docs".`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const { name, content } of stale) {
      mkdirSync(new URL('.', at(name)), { recursive: true });
      writeFileSync(at(name), content);
      console.log(`${name} written`);
    }
  }
}
