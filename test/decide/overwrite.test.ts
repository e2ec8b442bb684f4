import type { Because, Decision } from '../../src/decide/decide.ts';
import { type Fingerprint, recipeName, schema } from '../../src/plan/fingerprint.ts';
import {
  adopted,
  base,
  digestOfOnly,
  holdsEvery,
  keep,
  record,
  present,
  presentOf,
  reference,
  wanted,
} from './values.ts';

const other = { recipe: { ...record.recipe, command: 'e0', labels: 'e1' } };
const rule = 'overwrite is "false", so that a released tag keeps its recipe.';
const ends = 'give the image another name, or set overwrite to "true".';
const refused = (changed: Partial<Fingerprint>, what: string): Decision => ({
  do: 'refuse',
  message: `${reference} exists with the recipe ${recipeName(record)}, and is wanted with the recipe ${recipeName({ ...record, ...changed })}. What changed: ${what}. ${rule} Take the change back, ${ends}`,
});
const unknown: Decision = {
  do: 'refuse',
  message: `${reference} exists and does not say what it was made of (another tool made it, or its annotations are gone); it is wanted with the recipe ${recipeName(record)}. ${rule} To build it, ${ends}`,
};
const guard = { overwrite: false } as const;
const moves = { bases: { [base]: { 'linux/amd64': digestOfOnly('3'), 'linux/arm64': digestOfOnly('2') } } };
const because: Because = {
  kind: 'base-moved',
  moves: [
    {
      reference: base,
      platforms: ['linux/amd64'],
      stayed: ['linux/arm64'],
      from: digestOfOnly('1'),
      to: digestOfOnly('3'),
    },
  ],
};
const one = { platforms: ['linux/amd64'] } as const;
holdsEvery([
  ['nothing changed', wanted(guard), present(), keep],
  ['the recipe changed', wanted(guard, other), present(), refused(other, 'the command, labels')],
  [
    'the recipe changed, rebuild: always',
    wanted({ ...guard, rebuild: 'always' }, other),
    present(),
    refused(other, 'the command, labels'),
  ],
  ['a platform less', wanted(guard, one), present(), refused(one, 'a platform that is no longer asked for')],
  ['another tool made it', wanted(guard), adopted(), unknown],
  ['another tool made it, always', wanted({ ...guard, rebuild: 'always' }), adopted(), unknown],
  ['only the base moved', wanted(guard, moves), present(), { do: 'build', because }],
  [
    'only the base moved, and it can be put under the image',
    wanted({ ...guard, rebasable: true }, moves),
    present(),
    { do: 'rebase', because },
  ],
  [
    'only a requirement changed',
    wanted(guard, { installs: 'd1' }),
    present(),
    { do: 'build', because: { kind: 'requirement-changed', changes: [] } },
  ],
  [
    'one more platform',
    wanted(guard, { platforms: [...record.platforms, 'linux/s390x'] }),
    present(),
    { do: 'build', because: { kind: 'platform-missing', platforms: ['linux/s390x'] } },
  ],
  [
    'only this program is a newer one',
    wanted(guard),
    presentOf({ schema: schema - 1 }),
    { do: 'build', because: { kind: 'recipe-changed', parts: ['program'] } },
  ],
  [
    'the same recipe, rebuild: always',
    wanted({ ...guard, rebuild: 'always' }),
    present(),
    { do: 'build', because: { kind: 'forced' } },
  ],
  [
    'an image that is not built',
    wanted({ ...guard, rebuild: 'missing' }, other),
    adopted(),
    { do: 'keep', because: { kind: 'exists' } },
  ],
]);
