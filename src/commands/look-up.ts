/** What the package index and the registries say, before anything is decided: no program is started for it. */
import { type Engine, isElsewhere, peekEngine, readEngine } from '../build/engine.ts';
import type { Cell } from '../sources/package/cell.ts';
import { observeBase, type ObservedBase, type ObservedImage, observeImage } from '../observe/observe.ts';
import { Failure, gather } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Repository } from '../names/reference.ts';
import type { World } from '../ports.ts';
import { type Reader, RegistryClient } from '../registry/client.ts';
import type { Login } from '../registry/credentials.ts';
import { throughMirrors } from '../registry/mirrors.ts';
import type { Made } from '../plan/fingerprint.ts';
import { findCell, namedCell } from '../sources/package/find-cell.ts';
import type { IndexAccess } from '../session/index-access.ts';
import { destinationsOf, type State } from './state.ts';

export interface LookedUp {
  readonly cell: Cell;
  readonly client: RegistryClient;
  /** Reads Docker Hub's images as the engine will: through its mirrors. */
  readonly reader: Reader;
  /** Today's base; looked up once, when it is first asked for. It throws Failure where it cannot be had. */
  readonly base: () => Promise<ObservedBase>;
  /** What the images that are there say of how they were made. */
  readonly made: readonly Made[];
}

export interface LookUpRequest {
  readonly inputs: Inputs;
  readonly login?: Login;
  readonly access: IndexAccess;
  /** For every `docker` of this run. */
  readonly env: Readonly<Record<string, string>>;
}

type Opened = Pick<LookedUp, 'client' | 'reader'>;

/** @throws Failure with everything that cannot be had, as far as it can be known at once. */
export async function lookUp(world: World, state: State, request: LookUpRequest): Promise<LookedUp> {
  const { inputs, access, login } = request;
  const note = (text: string): void => void state.notes.push(text);
  const open = async (): Promise<Opened> => {
    const engine = await settingsOf(world, request.env);
    const client = new RegistryClient(world, {
      logins: login === undefined ? [] : [login],
      plain: engine?.insecure ?? [],
    });
    return { client, reader: throughMirrors(client, engine?.mirrors ?? []) };
  };
  const observeAll = ({ client }: Opened, cell: Cell): Promise<ObservedImage[]> =>
    gather(cell.repositories.map((repository) => observe(client, cell, repository, inputs.push)));

  // What is there and is not compared needs neither the package index nor a base.
  const compares = !inputs.push || inputs.rebuild === 'stale' || inputs.rebuild === 'always';
  const named = compares ? undefined : namedCell(inputs);
  const opened = named === undefined ? undefined : await open();
  const there = named && opened && (await observeAll(opened, named));
  const settled = there?.every((one) => one.is === 'present') === true;
  const [{ client, reader }, cell] = settled
    ? [opened!, named!]
    : await gather<[Opened, Cell]>([
        opened ?? open(),
        findCell(world, inputs, access.url, access.auth, note),
      ]);
  state.cell = cell;
  const observed = settled ? there : await observeAll({ client, reader }, cell);
  state.destinations = destinationsOf(cell.repositories, observed);
  const made = madeOf(observed);
  let looked: Promise<ObservedBase> | undefined;
  const base = (): Promise<ObservedBase> =>
    (looked ??= observeBase(reader, cell.base.publish, cell.platforms, made).then(
      (found) => (state.base = found),
    ));
  if (compares) await base();
  return { cell, client, reader, base, made };
}

/** What the images that are there say of how they were made. */
const madeOf = (observed: readonly ObservedImage[]): Made[] =>
  observed.flatMap((one) => (one.is === 'present' && one.made !== undefined ? [one.made] : []));

const observe = async (
  client: RegistryClient,
  cell: Cell,
  repository: Repository,
  push: boolean,
): Promise<ObservedImage> => (push ? observeImage(client, repository, cell.tags) : { is: 'unasked' });

/** The engine's mirrors and plain registries, as far as they can be had: whether it works matters once it is needed. */
async function settingsOf(world: World, env: LookUpRequest['env']): Promise<Engine | undefined> {
  if (!(await isElsewhere(world))) return peekEngine(world);
  return readEngine(world, env).catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
}
