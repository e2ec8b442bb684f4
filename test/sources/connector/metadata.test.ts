import { expect, test } from 'vitest';
import { readConnectorMetadata } from '../../../src/sources/connector/metadata.ts';

const path = 'connectors/source-demo/metadata.yaml';
const digest = `sha256:${'a1'.repeat(32)}`;
const baseImage = `docker.io/airbyte/python-connector-base:4.0.0@${digest}`;

const whole = `data:
  connectorBuildOptions:
    baseImage: ${baseImage}
  connectorType: source
  dockerImageTag: 1.2.3
  dockerRepository: airbyte/source-demo
  name: Demo
  tags:
    - language:python
    - cdk:python
metadataSpecVersion: "1.0"
`;
const demo = {
  language: 'python',
  baseImage,
  repository: { registry: 'docker.io', name: 'airbyte/source-demo' },
  version: '1.2.3',
};

test.each<readonly [string, string, typeof demo]>([
  ['Python', whole, demo],
  [
    'manifest-only',
    whole.replace('language:python', 'language:manifest-only'),
    { ...demo, language: 'manifest-only' },
  ],
  ['line ends of Windows, after a byte order mark', `\uFEFF${whole.replaceAll('\n', '\r\n')}`, demo],
  [
    'a base on Docker Hub without its host, as written',
    whole.replace('docker.io/', ''),
    { ...demo, baseImage: baseImage.replace('docker.io/', '') },
  ],
  [
    'another registry',
    whole.replace('airbyte/source-demo', 'localhost:5000/team/demo'),
    { ...demo, repository: { registry: 'localhost:5000', name: 'team/demo' } },
  ],
  ['a language that is there twice', whole.replace('cdk:python', 'language:python'), demo],
  ['a tag of another kind', whole.replace('cdk:python', '1'), demo],
  [
    'aliases',
    whole
      .replace('connectorType: source', 'definition: &version 1.2.3\n  list: &tags [language:python]')
      .replace('dockerImageTag: 1.2.3', 'dockerImageTag: *version')
      .replace('tags:\n    - language:python\n    - cdk:python', 'tags: *tags'),
    demo,
  ],
  ['a quoted version with one dot', whole.replace('1.2.3', '"1.10"'), { ...demo, version: '1.10' }],
  ['a key that is twice and not read', whole.replace('name: Demo', 'name: A\n  name: B'), demo],
])('reads %s', (_, text, metadata) => {
  expect(readConnectorMetadata(text, path)).toEqual({ ok: true, metadata });
});

const languages = 'one of them has to be "language:python" or "language:manifest-only".';

test.each<readonly [string, string, readonly string[]]>([
  ['nothing', '', ['1:1: this is no map with a field "data".']],
  ['a comment', '# nothing yet\n', ['1:1: this is no map with a field "data".']],
  ['a list', '- data\n', ['1:1: this is no map with a field "data".']],
  ['text without any structure', '\0\u0001PNG', ['1:1: this is no map with a field "data".']],
  ['another map', 'name: demo\n', ['1:1: data is missing.']],
  ['data without anything', 'version: 1\ndata:\n', ['2:1: data is empty.']],
  ['data that is a text', 'data: demo\n', ['1:7: data is the text "demo", and has to be a map.']],
  ['an alias of nothing', 'data: *missing\n', ['1:7: data is an alias of nothing, and has to be a map.']],
  [
    'every field missing',
    'data:\n  name: demo\n',
    ['connectorBuildOptions', 'tags', 'dockerRepository', 'dockerImageTag'].map(
      (name) => `2:3: data.${name} is missing.`,
    ),
  ],
  [
    'every field empty',
    `data:
  tags:
  dockerImageTag: ""
  dockerRepository: ~
  connectorBuildOptions:
    baseImage:
`,
    [
      '2:3: data.tags is empty.',
      '3:19: data.dockerImageTag is empty.',
      '4:21: data.dockerRepository is empty.',
      '6:5: data.connectorBuildOptions.baseImage is empty.',
    ],
  ],
  [
    'every field of a wrong kind',
    `data:
  tags: language:python
  dockerImageTag: 1.10
  dockerRepository: [airbyte/source-demo]
  connectorBuildOptions:
    - baseImage: airbyte/base
`,
    [
      `2:9: data.tags is the text "language:python", and has to be a list of texts: ${languages}`,
      '3:19: data.dockerImageTag is the number 1.1, and has to be a text. Quote it: "1.10".',
      '4:21: data.dockerRepository is a list, and has to be a text.',
      '6:5: data.connectorBuildOptions is a list, and has to be a map.',
    ],
  ],
  [
    'every field with a value that is none',
    `data:
  connectorBuildOptions:
    baseImage: airbyte/python-connector-base:4.0.0
  dockerImageTag: 1.2.3 beta
  dockerRepository: airbyte/source-demo:1.2.3
  tags:
    - cdk:python
    - language:java
`,
    [
      '3:16: data.connectorBuildOptions.baseImage: "airbyte/python-connector-base:4.0.0" has no digest, so that it may be another image tomorrow: write it as "name:tag@sha256:…".',
      '4:19: data.dockerImageTag: tag "1.2.3 beta" is not valid: a tag has 1 to 128 letters, digits, "_", "." and "-", and starts with a letter, a digit or "_".',
      '5:21: data.dockerRepository: "airbyte/source-demo:1.2.3" has a tag or a digest: it is a name alone, like "airbyte/source-faker".',
      '8:7: data.tags: connectors in the language "java" are not built here, only those in "python" and "manifest-only".',
    ],
  ],
  [
    'names that are none',
    whole
      .replace(baseImage, `Airbyte/Base@${digest}`)
      .replace('airbyte/source-demo', 'airbyte/../source-demo'),
    [
      '3:16: data.connectorBuildOptions.baseImage: repository "Airbyte/Base" has upper-case letters: a repository\'s name is lower case only. Write "airbyte/base".',
      '6:21: data.dockerRepository: repository "airbyte/../source-demo" is not valid at "..": each part between slashes is lower-case letters and digits, joined by one ".", one or two "_", or "-".',
    ],
  ],
  [
    'a digest that is too short',
    whole.replace(digest, 'sha256:a1'),
    [
      '3:16: data.connectorBuildOptions.baseImage: reference "docker.io/airbyte/python-connector-base:4.0.0@sha256:a1": digest "sha256:a1" is not valid: it is "sha256:" and 64 lower-case hexadecimal digits.',
    ],
  ],
  [
    'no language',
    whole.replace('language:python', 'python'),
    [`9:5: data.tags names no language: ${languages}`],
  ],
  [
    'a language that is misspelt',
    whole.replace('language:python', 'language:pyhton'),
    [
      '9:7: data.tags: connectors in the language "pyhton" are not built here, only those in "python" and "manifest-only". Did you mean "python"?',
    ],
  ],
  [
    'two languages',
    whole.replace('cdk:python', 'language:low-code'),
    ['10:7: data.tags names two languages, "python" and "low-code": keep one.'],
  ],
  [
    'a field that is twice',
    `${whole.replace('metadataSpecVersion: "1.0"\n', '')}  dockerImageTag: 1.2.4\n`,
    ['11:19: data.dockerImageTag is there more than once: keep one.'],
  ],
  [
    'broken YAML',
    whole.replace('connectorType: source', 'connectorType: "source'),
    ['4:25: this is not valid YAML. Missing closing "quote.'],
  ],
  [
    'a tab',
    whole.replace('  dockerImageTag', '\tdockerImageTag'),
    ['5:1: this is not valid YAML. Tabs are not allowed as indentation.'],
  ],
  ['a second document', `${whole}---\n${whole}`, ['12:1: a second document begins here: keep one.']],
  ['much too many levels', '['.repeat(20_000), ['1:1: this is nested too deeply to be read.']],
  [
    'two faults, of which the second may follow from the first',
    'a: "b" "c"\nd: "e" "f"\n',
    ['1:8: this is not valid YAML. Unexpected double-quoted-scalar at node end.'],
  ],
])('refuses %s', (_, text, messages) => {
  const problems = messages.map((message) => {
    const [line, column] = message.split(':').map(Number);
    return { station: 'input', about: path, line, column, message: `${path}:${message}` };
  });
  expect(readConnectorMetadata(text, path)).toEqual({ ok: false, problems });
});
