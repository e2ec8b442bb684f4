/** What the package index and the registries say, before anything is decided: no program is started for it. */
import { peekEngine } from '../build/engine.ts';
import type { Cell } from '../cell/cell.ts';
import { observeBase, type ObservedBase, type ObservedImage, observeImage } from '../decide/observe.ts';
import { gather } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Repository } from '../names/reference.ts';
import type { World } from '../ports.ts';
import { type Reader, RegistryClient } from '../registry/client.ts';
import type { Login } from '../registry/credentials.ts';
import { throughMirrors } from '../registry/mirrors.ts';
import type { Made } from '../sources/fingerprint.ts';
import { findCell } from './cell.ts';
import type { IndexAccess } from './index-access.ts';
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
}

/** @throws Failure with everything that cannot be had, as far as it can be known at once. */
export async function lookUp(world: World, state: State, request: LookUpRequest): Promise<LookedUp> {
  const { inputs, access, login } = request;
  const note = (text: string): void => void state.notes.push(text);
  const [engine, cell] = await gather<[Awaited<ReturnType<typeof peekEngine>>, Cell]>([
    peekEngine(world),
    findCell(world, inputs, access.url, access.auth, note),
  ]);
  state.cell = cell;
  const client = new RegistryClient(world, {
    logins: login === undefined ? [] : [login],
    plain: engine?.insecure ?? [],
  });
  const reader = throughMirrors(client, engine?.mirrors ?? []);
  const observed = await gather<ObservedImage[]>(
    cell.repositories.map((repository) => observe(client, cell, repository, inputs.push)),
  );
  state.destinations = destinationsOf(cell.repositories, observed);
  const made = madeOf(observed);
  let looked: Promise<ObservedBase> | undefined;
  const base = (): Promise<ObservedBase> =>
    (looked ??= observeBase(reader, cell.base.publish, cell.platforms, made).then(
      (found) => (state.base = found),
    ));
  // Where only what is missing is built, the base of an image that is there is nobody's concern.
  if (!inputs.push || inputs.rebuild === 'stale' || inputs.rebuild === 'always') await base();
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
