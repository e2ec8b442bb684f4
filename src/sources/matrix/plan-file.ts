/** The file of a plan: which images there are, what is decided of each, and the shards that make those that must be made. */
import { canonical } from '../../canonical.ts';
import { Failure } from '../../errors.ts';
import { parseShard, type Shard } from '../../inputs/cells.ts';
import type { ShardPlace } from '../../inputs/build.ts';
import type { Raw } from '../../inputs/registry.ts';
import type { Files } from '../../ports.ts';
import { counted } from '../../report/units.ts';
import { emptyPlanReport, type PlanReport } from '../../report/plan.ts';

/** Raised where an older release cannot read the file. */
const schema = 1;

export const planFileText = ({ inputs, shards, images, leftOut, notes }: PlanReport): string =>
  `${JSON.stringify({ schema, inputs, shards, images, leftOut, notes }, null, 2)}\n`;

/**
 * Undefined where there is no such file.
 *
 * @param about the input that names it.
 * @throws Failure (station `input`) where another program wrote it.
 */
export async function readPlanFile(
  files: Pick<Files, 'read'>,
  path: string,
  about: 'cells' | 'plan_file',
): Promise<PlanReport | undefined> {
  const text = await files.read(path);
  if (text === undefined) return undefined;
  let plan: Partial<PlanReport> & { readonly schema?: unknown };
  try {
    plan = JSON.parse(text) as typeof plan;
  } catch {
    throw wrong(about, `"${path}" is no JSON: it must be the file that the command "plan" writes.`);
  }
  if (plan.schema !== schema || !Array.isArray(plan.shards))
    throw wrong(
      about,
      `"${path}" is no plan that this release can read: make the plan with the same release.`,
    );
  return { ...emptyPlanReport, ...plan };
}

/** The inputs of each image that several jobs make, once and whole. */
export function splitCells({ shards }: PlanReport): Raw[] {
  const parts = shards.flatMap(({ cells }) => cells.filter(({ part }) => part !== undefined));
  const whole = parts.map((cell) =>
    Object.fromEntries(Object.entries(cell).filter(([name]) => name !== 'part')),
  );
  return [...new Map(whole.map((cell) => [canonical(cell), cell])).values()];
}

/**
 * Undefined where the plan has nothing to make, and the first shard or none is asked for.
 *
 * @throws Failure (station `input`) where there is no such file, no such shard, or another program wrote it.
 */
export async function shardOfFile(
  files: Pick<Files, 'read'>,
  { path, shard }: ShardPlace,
): Promise<Shard | undefined> {
  const plan = await readPlanFile(files, path, 'cells');
  if (plan === undefined)
    throw wrong(
      'cells',
      `There is no file "${path}". The command "plan" writes it; another job gets it with actions/upload-artifact and actions/download-artifact.`,
    );
  if (plan.shards.length === 0 && (shard ?? 1) === 1) return undefined;
  const many = plan.shards.length === 0 ? 'no shard' : counted(plan.shards.length, 'shard');
  if (shard === undefined)
    throw wrong('cells', `"${path}" has ${many}: name one by its number, like "${path}#1".`);
  const found = plan.shards[shard - 1];
  if (found === undefined)
    throw wrong(
      'cells',
      plan.shards.length === 0
        ? `"${path}" has no shard ${shard}: nothing is to be made.`
        : `"${path}" has ${many}, and no shard ${shard}.`,
    );
  const text = JSON.stringify({ inputs: plan.inputs, cells: found.cells });
  const { value, messages } = parseShard(text, `"${path}", shard ${shard}`);
  if (value === undefined) throw wrong('cells', ...messages);
  return value;
}

/** A failure where the plan that is to be there is not. */
export const absentPlan = (path: string): Failure =>
  wrong(
    'plan_file',
    `There is no file "${path}". The command "plan" writes it; another job gets it with actions/upload-artifact and actions/download-artifact.`,
  );

const wrong = (about: 'cells' | 'plan_file', ...messages: readonly string[]): Failure =>
  new Failure(messages.map((message) => ({ station: 'input', about, message: `${about}: ${message}` })));
