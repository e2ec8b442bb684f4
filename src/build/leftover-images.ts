/** Images on this machine that carry a label of this program. */
import type { LocalFind } from '../decide/clean-local.ts';
import { defined } from '../defined.ts';
import { loadedLabel, parseSteps, stepsLabel } from '../plan/labels.ts';
import type { World } from '../ports.ts';
import { ask, inspected, linesOf, timeOf } from './docker-lists.ts';

interface InspectedImage {
  readonly Id: string;
  readonly RepoTags?: readonly string[] | null;
  readonly RepoDigests?: readonly string[] | null;
  readonly Created?: string;
  readonly Size?: number;
  readonly Metadata?: { readonly LastTagTime?: string };
  readonly Config?: { readonly Labels?: Readonly<Record<string, string>> | null } | null;
}

/** @param containers all on this machine, with the id of the image of each. */
export async function readImages(
  world: World,
  containers: readonly { readonly name: string; readonly image: string }[],
): Promise<LocalFind[]> {
  const listed = await Promise.all(
    [stepsLabel, loadedLabel].map((label) =>
      ask(world, ['image', 'ls', '--quiet', '--no-trunc', `--filter=label=${label}`]),
    ),
  );
  const ids = listed.flatMap(({ stdout }) => linesOf(stdout));
  const images = await inspected(world, 'image', [...new Set(ids)]);
  return Promise.all(
    images.map(async (value): Promise<LocalFind> => {
      const image = value as InspectedImage;
      const tags = (image.RepoTags ?? []).filter((tag) => !tag.startsWith('<none>'));
      const [first = image.Id, ...more] = tags.length > 0 ? tags : (image.RepoDigests ?? []);
      return {
        kind: 'image',
        names: [first, ...more],
        containers: containers.filter((one) => one.image === image.Id).map(({ name }) => name),
        ...defined({ bytes: image.Size, used: timeOf(image.Metadata?.LastTagTime) }),
        ...((await isOurs(world, image)) ? {} : { stays: 'derived' as const }),
      };
    }),
  );
}

/** Whether it is the image that the labels are about, and not one that was built on it. */
async function isOurs(world: World, { Id, RepoTags, Created, Config }: InspectedImage): Promise<boolean> {
  const loaded = Config?.Labels?.[loadedLabel];
  if (loaded !== undefined && (RepoTags ?? []).includes(loaded)) return true;
  const own = parseSteps(Config?.Labels?.[stepsLabel]);
  if (own === undefined || timeOf(Created) !== own.time) return false;
  const { code, stdout } = await ask(world, [
    'image',
    'history',
    '--no-trunc',
    '--format={{json .CreatedAt}}',
    Id,
  ]);
  // Newest first.
  const times = linesOf(stdout).map((line) => Date.parse(JSON.parse(line) as string));
  const others = times.findIndex((time) => time !== own.time);
  return code === 0 && (others === -1 ? times.length : others) === own.count;
}
