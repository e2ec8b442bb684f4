/** The JSON Schema of the file of a matrix, for editors: from the table of inputs, as everything that is said of them. */
import { inputsOf } from '../../inputs/command-inputs.ts';
import type { InputRow } from '../../inputs/row.ts';
import { imageInputs, matchKeys, matrixLists, pairInputs } from './layer.ts';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };

/** Versions are texts: of the number 3.10, YAML leaves 3.1 before a schema sees it. */
function valueOf({ name, kind, choices }: InputRow): Schema {
  const scalar = { type: /_versions?$/.test(name) ? 'string' : ['string', 'number'] };
  const texts = { type: 'array', items: scalar };
  switch (kind) {
    case 'text':
      return scalar;
    case 'flag':
      return { enum: [true, false, 'true', 'false'] };
    case 'choice':
      return { enum: choices };
    // No input of `build` or `plan` is of this kind.
    case 'words':
    case 'list':
      return { oneOf: [scalar, texts] };
    case 'lines':
      return {
        oneOf: [
          scalar,
          texts,
          ...(pairInputs.includes(name) ? [{ type: 'object', additionalProperties: scalar }] : []),
        ],
      };
  }
}

const rows = new Map([...inputsOf('build'), ...inputsOf('plan')].map((row) => [row.name, row]));

const properties = (names: readonly string[]): Schema =>
  Object.fromEntries(
    names.map((name) => {
      const row = rows.get(name)!;
      return [name, { description: row.description, ...valueOf(row) }];
    }),
  );

const rowsOf = (description: string, names: readonly string[]): Schema => ({
  description,
  type: 'array',
  items: { type: 'object', additionalProperties: false, minProperties: 1, properties: properties(names) },
});

/** Draft 2020-12. */
export const matrixSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The images of a matrix',
  description: 'python-images.yml of Python Image Builder: docs/plan.md says what it is for.',
  type: 'object',
  additionalProperties: false,
  properties: {
    packages: {
      description: 'The packages on the index, each a name or a mapping with inputs of its own.',
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [
          text,
          {
            type: 'object',
            additionalProperties: false,
            required: ['package'],
            properties: properties(['package', ...matrixLists, ...imageInputs]),
          },
        ],
      },
    },
    ...properties([...matrixLists, ...imageInputs]),
    exclude: rowsOf('Images to leave out, as in the matrix of a workflow.', matchKeys),
    include: rowsOf('Images to add, or inputs for images that are there.', [...matchKeys, ...imageInputs]),
  },
};
