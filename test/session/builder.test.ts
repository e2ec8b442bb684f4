import { expect, test } from 'vitest';
import type { Ran } from '../../src/ports.ts';
import { openJournal } from '../../src/report/journal.ts';
import { openBuilder } from '../../src/session/builder.ts';
import { testWorld } from '../support/world.ts';

const ran = (code: number, stdout = ''): Ran => ({ code, stdout, stderr: '' });

/** An engine with the classic image store, and no builder yet. */
async function openedWith(name: string | undefined) {
  const created: string[] = [];
  const told: string[] = [];
  const world = testWorld({
    run({ args }) {
      if (args[0] === 'info') return ran(0, '{"Architecture":"x86_64"}');
      if (args[1] === 'version') return ran(0, 'github.com/docker/buildx v0.13.1 0de5f1c');
      if (args[1] === 'inspect') return args[2] === undefined ? ran(0, 'Driver: docker') : ran(1);
      created.push(...args.filter((word) => word.startsWith('--name=')));
      return ran(0);
    },
  });
  const files = {
    ...world.files,
    temporary: () => Promise.resolve('/tmp/b'),
    write: () => Promise.resolve(),
  };
  const builder = await openBuilder({ ...world, files }, openJournal(world.clock).of(), {
    env: {},
    registries: [],
    beforeCreate: (made) => void told.push(made),
    ...(name === undefined ? {} : { name }),
  });
  return { created, told, builder: builder.buildx.builder };
}

test('calls a builder that it has to make as it is told', async () => {
  expect(await openedWith('lasting')).toEqual({
    created: ['--name=lasting'],
    told: ['lasting'],
    builder: 'lasting',
  });
});

test('else calls it by a name of this run', async () => {
  const [one, other] = await Promise.all([openedWith(undefined), openedWith(undefined)]);
  expect(one.builder).toMatch(/^python-image-builder-[\w]+-[0-9a-f]{12}$/);
  expect(one.created).toEqual([`--name=${one.builder}`]);
  expect(other.builder).not.toBe(one.builder);
});
