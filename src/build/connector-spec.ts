/**
 * Judges what a connector printed when it was asked for its specification. Each message is a line of JSON on the standard
 * output, and other lines may be between them. Rules: "Airbyte Protocol" in Airbyte's documentation, "Spec" and
 * "AirbyteMessage".
 */
import { shown } from '../names/shown.ts';
import type { Ran } from '../ports.ts';

type Json = Readonly<Record<string, unknown>>;

/** Undefined where the connector ended well and gave its specification; else what it did instead, in whole sentences. */
export function specFault({ code, stdout, stderr }: Ran): string | undefined {
  const lines = linesOf(stdout);
  const messages = lines.map(messageOf).filter((message) => message !== undefined);
  const specs = messages.filter(({ type }) => type === 'SPEC');
  const isWhole = specs.some(({ spec }) => isObject(spec) && isObject(spec['connectionSpecification']));
  if (code === 0 && isWhole) return undefined;
  const fault = [
    ...(code === 0 ? [] : [`ended with exit code ${code}`]),
    ...(isWhole
      ? []
      : [
          specs.length === 0
            ? 'gave no message of type SPEC'
            : 'gave a SPEC without an object "connectionSpecification"',
        ]),
  ].join(' and ');
  return `The command spec ${fault}. ${instead(messages, lines, linesOf(stderr))}${isWhole ? '' : ` ${rule}`}`;
}

const rule =
  'Airbyte reads one line {"type": "SPEC", "spec": {"connectionSpecification": {…}}} on the standard output.';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function messageOf(line: string): Json | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) && typeof value['type'] === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What says most of why: a trace of an error, a line of the log, then any other line. */
function instead(messages: readonly Json[], lines: readonly string[], errors: readonly string[]): string {
  const trace = messages.flatMap((message) => errorText(message) ?? []).at(-1);
  if (trace !== undefined) return `Its last error was ${shown(trace)}.`;
  const log = messages.flatMap((message) => logText(message) ?? []).at(-1);
  if (log !== undefined) return `The last line of its log was ${shown(log)}.`;
  const line = errors.at(-1) ?? lines.at(-1);
  return line === undefined ? 'It printed nothing.' : `The last line that it printed was ${shown(line)}.`;
}

/** `message` is made for users and says little; `internal_message` or the end of the stack trace names the error. */
function errorText({ type, trace }: Json): string | undefined {
  if (type !== 'TRACE' || !isObject(trace) || !isObject(trace['error'])) return undefined;
  const { message, internal_message: internal, stack_trace: stack } = trace['error'];
  return firstLine(internal) ?? linesOf(textOf(stack)).at(-1) ?? firstLine(message);
}

/** The first line, since a stack trace may follow. */
const logText = ({ type, log }: Json): string | undefined =>
  type === 'LOG' && isObject(log) ? firstLine(log['message']) : undefined;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const firstLine = (value: unknown): string | undefined => linesOf(textOf(value))[0];
