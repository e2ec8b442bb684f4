import type { Instruction } from './instructions.ts';

/** Fields as written, with their variables; empty where they are missing. */
export interface Mount {
  readonly type: string;
  readonly from: string;
  readonly source: string;
}

/** Rule: Dockerfile reference, "RUN --mount". Without a type it is `bind`. */
export const mountsOf = (instruction: Instruction): Mount[] =>
  instruction.keyword === 'RUN'
    ? instruction.flags.filter(({ name }) => name === 'mount').map(({ value }) => mountOf(value))
    : [];

function mountOf(text: string): Mount {
  const fields = new Map(
    text.split(',').map((field) => {
      const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(field) ?? [];
      return [key.toLowerCase(), value];
    }),
  );
  return {
    type: fields.get('type')?.toLowerCase() ?? 'bind',
    from: fields.get('from') ?? '',
    source: fields.get('source') ?? fields.get('src') ?? '',
  };
}
