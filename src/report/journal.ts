/** What happened in a run, as it happened: written by every station, and read by the report alone. */
import type { Attempt } from '../build/attempts.ts';
import type { Machines } from '../build/nodes.ts';
import type { Size } from '../build/platform-size.ts';
import type { PlatformVerified } from '../build/verify.ts';
import type { Difference } from '../decide/compare.ts';
import type { Decision } from '../decide/decide.ts';
import type { Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest, Repository, Tag } from '../names/reference.ts';
import type { Clock } from '../ports.ts';
import type { ImageId } from '../plan/image.ts';
import type { NamedBase, Recipe } from '../plan/recipe.ts';
import type { RestoredWheel } from '../wheel-cache/restored.ts';
import type { Advice, ExportReport, Report, Span } from './report.ts';

/** What a registry held of an image before this run. */
export interface Held {
  /** Absent where the registry was not asked. */
  readonly exists?: boolean;
  /** What the exact tag stood for. */
  readonly digest?: Digest;
  readonly platforms: readonly { readonly platform: Platform; readonly digest: Digest }[];
  /** What the image says that it stands on. */
  readonly baseDigest?: string;
  /** Aliases that stand for a newer version. */
  readonly ahead: readonly Tag[];
}

/** Which wheels the checks make suspect, of which platforms, and why. */
export interface Suspicion {
  /** Wheels of another index are suspected first, then restored ones: what this run compiled itself is newer. */
  readonly of: 'elsewhere' | 'restored' | 'cross';
  /** Those that failed, and those that share with them what is suspected. */
  readonly platforms: readonly Platform[];
  readonly why: string;
}

/** What happened. An image is built several times where wheels in it are suspected: `build` counts from 1. */
export type Happening =
  | { readonly is: 'observed'; readonly repository: Repository; readonly held: Held }
  /** Advisories were looked up for what is there, or for what is made. */
  | { readonly is: 'advised'; readonly advice: Advice }
  | { readonly is: 'decided'; readonly repository: Repository; readonly decision: Decision }
  /** An image that the wanted one stands on, as it is today: the base of its packages, or what a Dockerfile is FROM. */
  | { readonly is: 'base'; readonly of: 'packages' | 'dockerfile'; readonly base: NamedBase }
  /** A builder was opened: the platforms that it runs on. */
  | ({ readonly is: 'builder' } & Machines)
  | {
      readonly is: 'prepared';
      readonly build: number;
      readonly recipe: Recipe;
      readonly restored: readonly RestoredWheel[];
    }
  /** How requirements were compiled for one platform; `native` stands for what is built on the builder's own. */
  | {
      readonly is: 'compiled';
      readonly build: number;
      readonly where: Platform | 'native';
      readonly attempts: readonly Attempt[];
    }
  /** The files of one run of buildx. Images that are put onto a new base have one for each repository. */
  | {
      readonly is: 'files';
      readonly images: readonly ImageId[];
      readonly repository?: Repository;
      readonly files: Readonly<Record<string, string>>;
    }
  | { readonly is: 'checked'; readonly build: number; readonly platforms: readonly PlatformVerified[] }
  | { readonly is: 'suspected'; readonly build: number; readonly suspicion: Suspicion }
  /** An optional platform failed, and is given up. */
  | { readonly is: 'dropped'; readonly platform: Platform; readonly problems: readonly Problem[] }
  /** Nothing is left of a part: all its platforms were given up. */
  | { readonly is: 'empty' }
  /** Which of several builds is published. */
  | { readonly is: 'chosen'; readonly build: number }
  /** Digest of what was built, whether or not it is pushed. */
  | { readonly is: 'built'; readonly digest: Digest }
  /** Parts that other runs made are put together: what those reported. */
  | { readonly is: 'merged'; readonly parts: readonly Report[] }
  /** The image could not be put onto its new base: what was prepared and checked for that counts no more. */
  | { readonly is: 'not-rebased' }
  | { readonly is: 'measured'; readonly sizes: readonly Size[] }
  /** Files were taken out of the image into a folder. */
  | { readonly is: 'exported'; readonly folder: string; readonly files: readonly ExportReport[] }
  /** A layout was written into a folder. */
  | { readonly is: 'written'; readonly folder: string }
  /** What this run made of the image is in the repository, under its digest alone. */
  | { readonly is: 'pushed'; readonly repository: Repository; readonly digest: Digest }
  /** The exact tag is about to move: when this is cut off, it may have moved unseen. */
  | { readonly is: 'moving'; readonly repository: Repository }
  | { readonly is: 'moved'; readonly repository: Repository; readonly tag: Tag; readonly digest: Digest }
  /** A tag that stands for a newer version stayed. */
  | { readonly is: 'stayed'; readonly repository: Repository; readonly tag: Tag }
  /** Who signed what is in the repository: the identity of a certificate, or a key. */
  | { readonly is: 'signed'; readonly repository: Repository; readonly by: string }
  /** It is published all the same. */
  | { readonly is: 'unsigned'; readonly repository: Repository; readonly problems: readonly Problem[] }
  /** What the exact tag stands for in the end. */
  | { readonly is: 'settled'; readonly repository: Repository; readonly digest: Digest }
  | { readonly is: 'span'; readonly span: Span }
  | { readonly is: 'note'; readonly text: string }
  /** All that was to be done with the image is done. */
  | { readonly is: 'done' }
  | { readonly is: 'failed'; readonly problems: readonly Problem[] }
  | { readonly is: 'blocked'; readonly by: ImageId }
  /** It was not begun. */
  | { readonly is: 'left'; readonly because: string }
  /** What would change of the image that a repository holds. */
  | { readonly is: 'compared'; readonly repository: Repository; readonly difference: Difference };

/** `at` is in milliseconds since the epoch; without an image, it is about the whole run. */
export type Event = { readonly at: number; readonly image?: ImageId } & Happening;

export type EventOf<Is extends Happening['is']> = Extract<Event, { readonly is: Is }>;

export const allOf = <Is extends Happening['is']>(events: readonly Event[], is: Is): EventOf<Is>[] =>
  events.filter((event): event is EventOf<Is> => event.is === is);

export const lastOf = <Is extends Happening['is']>(
  events: readonly Event[],
  is: Is,
): EventOf<Is> | undefined => allOf(events, is).at(-1);

export interface Journal {
  readonly add: (happening: Happening) => void;
}

/** A journal for a whole run, and all that was written into it. */
export function openJournal(clock: Pick<Clock, 'now'>): {
  /** @param image that what is written is about; absent where it is about the whole run. */
  readonly of: (image?: ImageId) => Journal;
  readonly events: readonly Event[];
} {
  const events: Event[] = [];
  const of = (image?: ImageId): Journal => ({
    add: (happening) =>
      void events.push({ at: clock.now(), ...(image === undefined ? {} : { image }), ...happening }),
  });
  return { of, events };
}

/** Does a piece of work and writes down how long it took, also where it fails. */
export async function timed<T>(
  { journal, clock }: { readonly journal: Journal; readonly clock: Pick<Clock, 'now'> },
  section: Span['section'],
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const start = clock.now();
  try {
    return await work();
  } finally {
    const seconds = (clock.now() - start) / 1000;
    journal.add({ is: 'span', span: { section, name, start, seconds } });
  }
}
