/** Which platforms an image is made without, where something fails for those alone that it can do without. */
import { Failure, type Problem } from '../errors.ts';
import { parsePlatform, type Platform } from '../names/platform.ts';
import type { Image } from '../plan/image.ts';
import type { Log } from '../ports.ts';
import type { Journal } from '../report/journal.ts';

/** Undefined where it may be about all. */
function platformsOf({ platforms, about }: Problem): readonly Platform[] | undefined {
  // Problems of checks are about their platform.
  const named = (platforms ?? [about ?? '']).flatMap((text) => {
    const platform = parsePlatform(text);
    return platform.ok ? [platform.value] : [];
  });
  return platforms === undefined && named.length === 0 ? undefined : named;
}

/** Platforms that problems are known to be about. */
export const failedOf = ({ problems }: Pick<Failure, 'problems'>): readonly Platform[] => [
  ...new Set(problems.flatMap((problem) => platformsOf(problem) ?? [])),
];

/**
 * Platforms to go on without after a failure; undefined where it stands, since it is about others, too. Of a build it may not
 * be known for which platform it failed: then it is tried without all that are optional.
 *
 * @param tried platforms that the work was for.
 */
export function platformsToDrop(
  { optional = [], part }: Pick<Image, 'optional' | 'part'>,
  tried: readonly Platform[],
  { problems }: Pick<Failure, 'problems'>,
): readonly Platform[] | undefined {
  const known = problems.map((problem) => platformsOf(problem)?.filter((one) => tried.includes(one)));
  const isKnown = known.every((platforms) => platforms !== undefined && platforms.length > 0);
  if (!isKnown && problems.some(({ station }) => station !== 'build')) return undefined;
  const without = isKnown
    ? failedOf({ problems }).filter((platform) => tried.includes(platform))
    : tried.filter((platform) => optional.includes(platform));
  const may = without.length > 0 && without.every((platform) => optional.includes(platform));
  // Of a part nothing may be left: other parts have what the image needs.
  return may && (part !== undefined || without.length < tried.length) ? without : undefined;
}

/** Writes down why they are given up; each with the problems that are about it. */
export function noteDropped(
  { journal, world: { log } }: { readonly journal: Journal; readonly world: { readonly log: Log } },
  dropped: readonly Platform[],
  { problems }: Pick<Failure, 'problems'>,
): void {
  for (const platform of dropped) {
    const own = problems.filter((problem) => platformsOf(problem)?.includes(platform) ?? true);
    journal.add({ is: 'dropped', platform, problems: own });
    log.info(`without  ${platform}, which is optional: ${own[0]?.message ?? ''}`);
  }
}

/**
 * Does work for the platforms of an image, and again for fewer as long as it fails for those alone that the image can do
 * without.
 *
 * @param dropped those that are given up already. @param work is told of all that are.
 * @throws what the work throws otherwise.
 */
export async function retryWithFewerPlatforms<T>(
  image: Pick<Image, 'platforms' | 'optional' | 'part'>,
  dropped: readonly Platform[],
  work: (dropped: readonly Platform[]) => Promise<T>,
  onDrop: (more: readonly Platform[], failure: Failure) => void = () => {},
): Promise<T> {
  try {
    return await work(dropped);
  } catch (error) {
    const tried = image.platforms.filter((platform) => !dropped.includes(platform));
    const more = error instanceof Failure ? platformsToDrop(image, tried, error) : undefined;
    if (more === undefined) throw error;
    onDrop(more, error as Failure);
    return retryWithFewerPlatforms(image, [...dropped, ...more], work, onDrop);
  }
}
