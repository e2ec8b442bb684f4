import { defined } from '../../defined.ts';
import { Failure, type Problem } from '../../errors.ts';
import { shown } from '../../names/shown.ts';
import {
  type Config,
  type ConfigLine,
  type ConfigValue,
  messageAt,
  parseConfig,
  type TextFile,
} from './config-parser.ts';
import { type Statements, wrongName } from './statements.ts';

/**
 * Reads the sections of setuptools (`options`, `options.entry_points`, `options.extras_require`) and those of pbr
 * (`entry_points`, `extras`). setup.py may add to each.
 *
 * @throws Failure with all faults.
 */
export function readSetupCfg(file: TextFile): Statements {
  const config = parseConfig(file);
  const problems: Problem[] = [];
  const wrong = (line: ConfigLine, what: string): void => {
    problems.push({ station: 'input', about: file.path, message: messageAt(file.path, line, what) });
  };
  const name = firstLine(option(config, 'metadata', 'name'));
  const wrongly = name && wrongName(name.text);
  if (name !== undefined && wrongly !== undefined) wrong(name, wrongly);
  const scripts = scriptsOf(config)?.flatMap((line) => {
    const script = /^([^=]*[^=\s])\s*=\s*\S/.exec(line.text)?.[1];
    if (script === undefined)
      wrong(line, `${shown(line.text)} is not a console script: write "name = package.module:function".`);
    return script ?? [];
  });
  if (problems.length > 0) throw new Failure(problems);
  const requiresPython =
    option(config, 'options', 'python_requires') ??
    option(config, 'metadata', 'python_requires') ??
    option(config, 'metadata', 'requires_python');
  return defined({
    name: name?.text,
    scripts,
    extras: extrasOf(config),
    requiresPython: requiresPython && textOf(requiresPython),
  });
}

/** setuptools and pbr take upper case and dashes in the names of their own options. */
function option(config: Config, section: string, name: string): ConfigValue | undefined {
  const options = [...(config.get(section) ?? [])];
  return options.find(([written]) => written.toLowerCase().replaceAll('-', '_') === name)?.[1];
}

const firstLine = (value: ConfigValue | undefined): ConfigLine | undefined =>
  value?.find(({ text }) => text !== '');

const textOf = (value: ConfigValue): string => value.map(({ text }) => text).join('');

function scriptsOf(config: Config): readonly ConfigLine[] | undefined {
  const setuptools = config.get('options.entry_points')?.get('console_scripts');
  const value = setuptools ?? option(config, 'entry_points', 'console_scripts');
  const lines = value?.filter(({ text }) => text !== '');
  // A list of setuptools that is on the option's own line has commas.
  const isOneLine = lines?.length === 1 && lines[0] === value?.[0];
  if (setuptools === undefined || !isOneLine) return lines;
  return lines
    .flatMap((line) => line.text.split(',').map((part) => ({ ...line, text: part.trim() })))
    .filter(({ text }) => text !== '');
}

/** pbr writes a marker behind the name: `name:(python_version<'3')`, where the colon ends the option's name. */
function extrasOf(config: Config): string[] | undefined {
  const sections = [config.get('options.extras_require'), config.get('extras')].filter(
    (section) => section !== undefined,
  );
  return sections.length === 0 ? undefined : [...new Set(sections.flatMap((section) => [...section.keys()]))];
}
