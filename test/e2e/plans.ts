/** Plans of several images, made by hand and run in this process as an entry would run them. */
import { join } from 'node:path';
import { Failure } from '../../src/errors.ts';
import { readInputs } from '../../src/inputs/read.ts';
import type { Inputs } from '../../src/inputs/inputs.ts';
import type { Raw } from '../../src/inputs/registry.ts';
import type { Image, ImageId } from '../../src/plan/image.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { Interrupted, type Log, type World } from '../../src/ports.ts';
import type { Login } from '../../src/registry/credentials.ts';
import { reportOf } from '../../src/report/fold.ts';
import { type Event, openJournal } from '../../src/report/journal.ts';
import type { Report } from '../../src/report/report.ts';
import { runPlan } from '../../src/run/run-plan.ts';
import { openSession, type Session } from '../../src/session/session.ts';
import type { Cell } from '../../src/sources/package/cell.ts';
import { namedCell } from '../../src/sources/package/find-cell.ts';
import { imageOf, policyOf } from '../../src/sources/package/plan.ts';
import { openWorld } from '../../src/world/world.ts';
import { kept, registry } from './support.ts';

const usual = {
  package: 'six',
  package_version: '1.17.0',
  python_version: '3.13',
  target_base: 'slim',
  platform: 'linux/amd64',
  registry,
  push: 'true',
  wheel_store: 'off',
};

/** @param raw inputs of the command line; what is not given is six on Python 3.13 slim, for linux/amd64. */
export function inputsOf(raw: Raw): Inputs {
  const { inputs, problems } = readInputs({ ...usual, ...raw }, 'cli');
  if (inputs === undefined || problems.length > 0) throw new Failure(problems);
  return inputs;
}

/** @param parents images of the plan, by what the Dockerfile calls them. */
export function imageFor(
  id: string,
  inputs: Inputs,
  parents: Readonly<Record<string, string>> = {},
  cell: Cell = namedCell(inputs)!,
): Image {
  const image = imageOf(cell, inputs);
  const { content } = image;
  const ids = parents as Readonly<Record<string, ImageId>>;
  return {
    ...image,
    id: id as ImageId,
    parents: Object.values(ids),
    content: content.kind === 'dockerfile' ? { ...content, parents: ids } : content,
  };
}

/** @param raw inputs that say how all of the images are dealt with. */
export const planOf = (images: readonly Image[], raw: Raw = {}): Plan => ({
  images,
  policy: policyOf(inputsOf({ image_name: 'policy', ...raw }), { absolute: (path) => path }),
  skipped: [],
});

export interface PlanRun {
  readonly concurrency?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Folder for what is kept between runs. */
  readonly cache?: string;
  readonly registries?: readonly string[];
  readonly login?: Login;
  readonly indexUrl?: string;
}

export interface Ended {
  /** By the image's id. */
  readonly reports: Readonly<Record<string, Report>>;
  readonly events: readonly Event[];
  /** Lines of the log, without those of other programs. */
  readonly said: readonly string[];
  readonly interrupted: boolean;
}

/** @param plan may ask the session before it is made. */
export async function runPlanned(
  plan: Plan | ((session: Session) => Promise<Plan>),
  {
    concurrency = 1,
    env = process.env,
    cache = kept('plans'),
    registries = [registry],
    ...more
  }: PlanRun = {},
): Promise<Ended> {
  const said: string[] = [];
  const opened = openWorld(logInto(said), env);
  const { world } = opened;
  const trace = openJournal(world.clock);
  try {
    const settings = {
      ...more,
      registries,
      cache,
      secrets: [],
      uvVersion: '',
      programs: join(import.meta.dirname, '../../dockerfiles'),
      verifyEnv: { names: [], values: {} },
    };
    const session = await openSession(world, settings, trace);
    try {
      const made = typeof plan === 'function' ? await plan(session) : plan;
      const error = await runPlan(session, made, concurrency).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error !== undefined && !(error instanceof Interrupted)) throw error;
      // As commands/build.ts has it.
      if (error !== undefined)
        trace.of().add({ is: 'failed', problems: [{ station: 'interruption', message: 'Ended.' }] });
      const { images } = reportOf(made, trace.events);
      const reports = Object.fromEntries(images.map((image) => [image.id, image]));
      return { reports, events: trace.events, said, interrupted: error !== undefined };
    } finally {
      await session.close();
    }
  } finally {
    opened.close();
  }
}

/** Work in a world like this process's own, without a plan. */
export async function inWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const opened = openWorld(logInto([]));
  try {
    return await work(opened.world);
  } finally {
    opened.close();
  }
}

const logInto = (said: string[]): Log => ({
  group: (_title, body) => body(),
  info: (text) => void said.push(text),
  warn: (text) => void said.push(`warning: ${text}`),
  debug: () => {},
  progress: () => {},
  hide: (text) => text,
});
