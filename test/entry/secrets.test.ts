/** The password of each command: found, and kept out of everything that is printed. */
import { expect, test } from 'vitest';
import { readPassword } from '../../src/entry/password.ts';
import { secretsOf } from '../../src/entry/secrets.ts';
import { type CommandLine, parseCommandLine } from '../../src/inputs/options.ts';
import type { CommandName } from '../../src/inputs/row.ts';

const raw = { registry_password: 'of-the-registry', 'docker-hub-password': 'of-docker-hub' };

test.each<readonly [CommandName, string]>([
  ['build', 'of-the-registry'],
  ['tree', 'of-the-registry'],
  ['wheels', 'of-the-registry'],
  ['connector', 'of-docker-hub'],
])('of %s is %s', (command, password) => {
  const secrets = secretsOf(command, raw, {}, undefined);
  expect({ ...secrets, filter: secrets.filter(`a ${password} b`) }).toEqual({
    registryPassword: password,
    verifyEnv: {},
    values: [password],
    filter: 'a *** b',
  });
});

const line = (...argv: readonly string[]): CommandLine => parseCommandLine(argv);
const env = { REGISTRY_PASSWORD: 'one', DOCKER_HUB_PASSWORD: 'two' };

test.each<readonly [CommandName, object]>([
  ['build', { registry_password: 'one' }],
  ['connector', { 'docker-hub-password': 'two' }],
])('of %s is taken from the environment', (command, expected) => {
  expect(readPassword(line(command), env)).toEqual(expected);
  expect(readPassword(line(command), {})).toEqual({});
});
