/** What is said of a saved wheel: written as annotations, and read back without trusting them. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { parsePlatform } from '../names/platform.ts';
import { isDay } from './days.ts';
import { wheelSchema } from './key.ts';
import type { WheelRecord } from './wheel.ts';

const prefix = 'io.github.python-image-builder.wheel';

export function annotationsOfWheel(record: WheelRecord): Record<string, string> {
  const { key, floor } = record;
  return {
    [`${prefix}.schema`]: String(wheelSchema),
    [`${prefix}.name`]: record.name,
    [`${prefix}.version`]: record.version,
    [`${prefix}.sdist`]: key.sdist,
    [`${prefix}.python`]: key.python,
    [`${prefix}.abi`]: key.abi,
    [`${prefix}.platform`]: key.platform,
    [`${prefix}.libc`]: key.libc,
    ...(floor === undefined ? {} : { [`${prefix}.floor`]: floor }),
    [`${prefix}.distribution`]: key.distribution,
    [`${prefix}.build-packages`]: key.buildPackages.join(' '),
    ...(key.buildConstraints === undefined
      ? {}
      : { [`${prefix}.build-constraints`]: key.buildConstraints.join('\n') }),
    [`${prefix}.build-base`]: key.buildBase,
    [`${prefix}.way`]: record.way,
    [`${prefix}.seconds`]: String(record.seconds),
    [`${prefix}.compiled`]: record.compiled,
    [`${prefix}.used`]: record.used,
  };
}

/** Refused with what is wrong, in words that go on after the artifact's name. */
export function readWheelAnnotations(annotations: Readonly<Record<string, string>>): Parsed<WheelRecord> {
  const text = (name: string): string => {
    const value: unknown = annotations[`${prefix}.${name}`];
    return typeof value === 'string' ? value : '';
  };
  if (text('schema') !== String(wheelSchema))
    return refused(`is of another form than this release writes (${text('schema') || 'none'})`);
  const platform = text('platform') === 'any' ? parsed('any' as const) : parsePlatform(text('platform'));
  if (!platform.ok) return refused('does not say what platform it is for');
  const one = <T extends string>(name: string, choices: readonly T[]): T | undefined =>
    choices.find((choice) => choice === text(name));
  const [libc, way] = [
    one('libc', ['glibc', 'musl', 'any'] as const),
    one('way', ['native', 'cross', 'emulated'] as const),
  ];
  const day = { test: isDay };
  const forms: readonly (readonly [string, Pick<RegExp, 'test'>])[] = [
    ['name', /^[a-z0-9-]+$/],
    ['version', /^[\w.+!-]{1,200}$/],
    ['sdist', /^[0-9a-f]{64}$/],
    ['python', /^3\.\d+$/],
    ['abi', /^(?:none|cp3\d+m?)$/],
    ['distribution', /^[\w. -]{0,100}$/],
    ['build-base', /^[\w.:[\]/-]{0,255}$/],
    ['floor', /^(?:\d+(?:\.\d+){1,3})?$/],
    ['seconds', /^\d{1,9}(?:\.\d+)?$/],
    ['compiled', day],
    ['used', day],
  ];
  const wrong = forms.find(([name, form]) => !form.test(text(name)))?.[0];
  if (wrong !== undefined || libc === undefined || way === undefined)
    return refused(`does not say right what its ${wrong ?? (libc === undefined ? 'libc' : 'way')} is`);
  const [floor, packages, constraints] = [text('floor'), text('build-packages'), text('build-constraints')];
  return parsed({
    name: text('name'),
    version: text('version'),
    key: {
      sdist: text('sdist'),
      python: text('python'),
      abi: text('abi'),
      platform: platform.value,
      libc,
      distribution: text('distribution'),
      buildPackages: packages === '' ? [] : packages.split(' '),
      ...(constraints === '' ? {} : { buildConstraints: constraints.split('\n') }),
      buildBase: text('build-base'),
    },
    ...(floor === '' ? {} : { floor }),
    way,
    seconds: Number(text('seconds')),
    compiled: text('compiled'),
    used: text('used'),
  });
}
