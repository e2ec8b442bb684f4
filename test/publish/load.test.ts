import { expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import { loadImage } from '../../src/publish/load.ts';
import { testWorld } from '../support/world.ts';

const loaded = (code: number, stderr = ''): Promise<void> =>
  loadImage(
    testWorld({
      run(command) {
        expect(command).toEqual({ program: 'docker', args: ['load', '--quiet', '--input=/a.tar'], env: {} });
        return { code, stdout: '', stderr };
      },
    }),
    {},
    '/a.tar',
  );

test('what the engine took', async () => {
  await expect(loaded(0)).resolves.toBeUndefined();
});

test('what it did not take, in its words', async () => {
  const message = 'The image was built, and the engine did not take it into its store.';
  await expect(loaded(1, 'no space left on device\n')).rejects.toEqual(
    new Failure([{ station: 'build', about: 'docker', message, detail: ['no space left on device'] }]),
  );
});
