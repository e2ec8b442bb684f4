import { expect, test } from 'vitest';
import { specFault } from '../../src/build/connector-spec.ts';

const json = (...messages: readonly unknown[]): string =>
  messages.map((message) => `${JSON.stringify(message)}\n`).join('');

const spec = {
  type: 'SPEC',
  spec: {
    documentationUrl: 'https://example.com',
    connectionSpecification: { type: 'object', properties: {} },
  },
};
const log = (message: unknown) => ({ type: 'LOG', log: { level: 'INFO', message } });
const trace = (error: unknown) => ({ type: 'TRACE', trace: { type: 'ERROR', emitted_at: 1, error } });

test.each<readonly [string, string]>([
  ['the message alone', json(spec)],
  ['an empty specification', json({ type: 'SPEC', spec: { connectionSpecification: {} } })],
  ['messages around it', json(log('starting'), spec, log('done'))],
  ['lines that are no messages', `starting\n{"a": 1}\n{not json\n[1]\nnull\n${json(spec)}done`],
  ['line ends of Windows, and no end', json(spec).replace('\n', '\r\n').trimEnd()],
  ['a second one that is broken', json(spec, { type: 'SPEC' })],
  ['an error that it lived with', json(trace({ message: 'no cache' }), spec)],
])('passes %s', (_, stdout) => {
  expect(specFault({ code: 0, stdout, stderr: 'warning: old\n' })).toBeUndefined();
});

const rule =
  'Airbyte reads one line {"type": "SPEC", "spec": {"connectionSpecification": {…}}} on the standard output.';
const missing = 'The command spec gave no message of type SPEC.';
const broken = 'The command spec gave a SPEC without an object "connectionSpecification".';

interface Row {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly code?: number;
  readonly fault: string;
}

test.each<readonly [string, Row]>([
  ['nothing', { fault: `${missing} It printed nothing. ${rule}` }],
  [
    'other lines alone',
    {
      stdout: 'usage: main\n\n',
      fault: `${missing} The last line that it printed was "usage: main". ${rule}`,
    },
  ],
  [
    'lines of the log alone',
    {
      stdout: json(log('one'), log('two\nTraceback (most recent call last):\n  …'), { type: 'STATE' }),
      stderr: 'a warning',
      fault: `${missing} The last line of its log was "two". ${rule}`,
    },
  ],
  [
    'a caught error, with exit code 0',
    {
      stdout: json(
        trace({
          message: 'Error starting the sync. Please contact support.',
          stack_trace:
            'Traceback (most recent call last):\n  File "run.py"\nModuleNotFoundError: No module named \'x\'\n',
        }),
        log('done'),
      ),
      fault: `${missing} Its last error was "ModuleNotFoundError: No module named 'x'". ${rule}`,
    },
  ],
  [
    'an error with its own words',
    {
      stdout: json(
        trace({ message: 'early' }),
        trace({
          message: 'Something went wrong.',
          internal_message: 'no manifest.yaml',
          stack_trace: 'T\nE',
        }),
      ),
      code: 1,
      fault: `The command spec ended with exit code 1 and gave no message of type SPEC. Its last error was "no manifest.yaml". ${rule}`,
    },
  ],
  [
    'an error with words for users alone',
    {
      stdout: json(trace({ message: 'Sorry.\nBye.' })),
      fault: `${missing} Its last error was "Sorry.". ${rule}`,
    },
  ],
  [
    'a traceback on the standard error',
    {
      stdout: 'starting\n',
      stderr: 'Traceback (most recent call last):\nImportError: libpq.so.5\n',
      code: 1,
      fault: `The command spec ended with exit code 1 and gave no message of type SPEC. The last line that it printed was "ImportError: libpq.so.5". ${rule}`,
    },
  ],
  [
    'a specification, and then a failure',
    {
      stdout: json(spec),
      stderr: 'Segmentation fault',
      code: 139,
      fault:
        'The command spec ended with exit code 139. The last line that it printed was "Segmentation fault".',
    },
  ],
  [
    'the specification without its message',
    {
      stdout: json(spec.spec),
      fault: `${missing} The last line that it printed was ${JSON.stringify(JSON.stringify(spec.spec))}. ${rule}`,
    },
  ],
  ...[
    undefined,
    null,
    'spec',
    [],
    {},
    { connectionSpecification: null },
    { connectionSpecification: [] },
  ].map(
    (value) =>
      [
        `a SPEC with ${JSON.stringify(value)}`,
        {
          stdout: json(log('here it is'), { type: 'SPEC', spec: value }),
          fault: `${broken} The last line of its log was "here it is". ${rule}`,
        },
      ] as const,
  ),
  [
    'messages of strange kinds',
    {
      stdout: json(
        { type: 'LOG', log: 'x' },
        log(1),
        trace(null),
        { type: 'TRACE' },
        { type: ['SPEC'], ...spec.spec },
      ),
      fault: `${missing} The last line that it printed was ${JSON.stringify(JSON.stringify({ type: ['SPEC'], ...spec.spec }))}. ${rule}`,
    },
  ],
  [
    'a message that is long',
    {
      stdout: json(log('x'.repeat(500))),
      fault: `${missing} The last line of its log was "${'x'.repeat(120)}…". ${rule}`,
    },
  ],
  [
    'credentials',
    {
      stdout: json(log('cannot reach https://me:secret@example.com')),
      fault: `${missing} The last line of its log was "cannot reach ***@example.com". ${rule}`,
    },
  ],
])('refuses %s', (_, { stdout = '', stderr = '', code = 0, fault }) => {
  expect(specFault({ code, stdout, stderr })).toBe(fault);
});
