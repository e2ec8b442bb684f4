import { expect, test } from 'vitest';
import { hostsOf } from '../../src/commands/settings.ts';
import { inputsOf } from '../support/cells.ts';

test('a session knows the hosts of all images, each once', () => {
  const images = [
    { image_name: 'ghcr.io/owner/one\ndocker.io/owner/one' },
    { image_name: 'localhost:5000/two', base_registry: 'mirror.example.com/library' },
  ].map(inputsOf);
  expect(hostsOf(images)).toEqual([
    'ghcr.io',
    'docker.io',
    'docker.io/library',
    'localhost:5000',
    'mirror.example.com/library',
  ]);
});
