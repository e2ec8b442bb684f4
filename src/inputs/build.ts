/** Reads the inputs of the command `build`: those of one image, or of several. */
import { defined } from '../defined.ts';
import type { BuildSecret } from '../names/build-secret.ts';
import { type Parsed, parsed, refused, uniqueProblems } from '../errors.ts';
import { shown } from '../names/shown.ts';
import { parsePath, type Where } from './building.ts';
import { parseShard, readCells, type Shard } from './cells.ts';
import type { Inputs } from './inputs.ts';
import { readInputs } from './read.ts';
import { inputReader, type Read } from './reader.ts';
import { parseTimeBudget } from './rebuilding.ts';
import type { Env, Raw } from './registry.ts';
import { parseConcurrency } from './several.ts';
import type { Many } from './splitting.ts';
import { parseFlag } from './values.ts';

/** A file with a plan, and the number of a shard in it, from 1; without a number, the plan must have nothing to make. */
export interface ShardPlace {
  readonly path: string;
  readonly shard?: number;
}

/** Inputs of a step, however many images it makes. */
export interface Step {
  readonly registry: string;
  readonly registryUsername?: string;
  readonly caBundle?: string;
  readonly secrets: readonly BuildSecret[];
  /** Path of a file that gets the report as JSON. */
  readonly reportFile?: string;
  /** Path of a file that gets the advisories as SARIF. */
  readonly sarifFile?: string;
}

export interface SeveralInputs extends Step {
  readonly kind: 'several';
  readonly from:
    | { readonly kind: 'shard'; readonly shard: Shard }
    | { readonly kind: 'file'; readonly place: ShardPlace };
  /** The inputs of each image, where those of the step are not enough. */
  readonly read: (shard: Shard) => ReturnType<typeof readCells>;
  /** Those of the step with a stand-in for the package: for settings where no image could be read. */
  readonly step: Inputs;
  /** So many images at once, 1 to 64. */
  readonly concurrency: number;
  readonly failFast: boolean;
  /** Seconds from the start after which nothing should still run. */
  readonly timeBudget?: number;
}

export type BuildInputs = (Step & { readonly kind: 'one'; readonly image: Inputs }) | SeveralInputs;

export function readBuildInputs(raw: Raw, where: Where, env: Env = {}): Read<BuildInputs> {
  const isOne = (raw['cells'] ?? '').trim() === '';
  const complete = isOne ? raw : withStandIns(raw);
  const { inputs: image, problems: ofImage } = readInputs(complete, where, env);
  const reader = inputReader('build', complete, where, env);
  const { inputs: job, problems: ofJob } = reader.done(
    {
      concurrency: reader.one('concurrency', parseConcurrency),
      failFast: reader.one('fail_fast', parseFlag),
    },
    {
      from: reader.many('cells', (text) => parseCells(text, where)),
      timeBudget: reader.one('time_budget', parseTimeBudget),
      reportFile: reader.one('report_file', (text) => parsePath(text, where)),
      sarifFile: reader.one('sarif_file', (text) => parsePath(text, where)),
    },
  );
  const problems = uniqueProblems([...ofImage, ...ofJob]);
  if (job === undefined || image === undefined || problems.length > 0) return { problems };
  const { from, reportFile, sarifFile, ...limits } = job;
  const step = { ...stepOf(image), ...defined({ reportFile, sarifFile }) };
  if (from === undefined) return { inputs: { kind: 'one', image, ...step }, problems };
  const read: SeveralInputs['read'] = (shard) => readCells(shard, raw, where, env);
  return { inputs: { kind: 'several', ...limits, ...step, from, step: image, read }, problems };
}

/** What only an image has is not missed: each cell brings it. */
const withStandIns = (raw: Raw): Raw => ({
  ...raw,
  package: 'cells',
  package_version: '1',
  package_latest_version: '',
  tags: '',
  // Each cell names its own, whose registry may be another one.
  image_name: raw['image_name'] || 'localhost/cells',
});

/** The inputs of a step that makes several images, with a stand-in for the package. */
export const stepInputs = (raw: Raw, where: Where, env: Env): Read<Inputs> =>
  readInputs(withStandIns(raw), where, env);

const stepOf = ({ registry, registryUsername, caBundle, secrets }: Inputs): Step => ({
  registry,
  secrets,
  ...defined({ registryUsername, caBundle }),
});

function parseCells(text: string, where: Where): Many<SeveralInputs['from'] | undefined> {
  if (/^[[{]/.test(text)) {
    const { value: shard, messages } = parseShard(text, 'the text');
    return { value: shard && { kind: 'shard', shard }, messages };
  }
  const place = text === '' ? undefined : parsePlace(text, where);
  if (place?.ok === false) return { value: undefined, messages: [place.message] };
  return { value: place && { kind: 'file', place: place.value }, messages: [] };
}

function parsePlace(text: string, where: Where): Parsed<ShardPlace> {
  const [, file = '', number] = /^([^#\n]+)(?:#([1-9]\d{0,3}))?$/.exec(text) ?? [];
  const path = parsePath(file, where);
  // A plan with nothing to make has no shard to name: that is known once the file is read.
  if (file === '' || (number === undefined && !file.endsWith('.json')))
    return refused(
      `${shown(text)} is neither a list of images in JSON nor the file of a plan and the number of a shard, like "python-images-plan.json#3".`,
    );
  if (!path.ok) return path;
  return parsed({ path: path.value, ...(number === undefined ? {} : { shard: Number(number) }) });
}
