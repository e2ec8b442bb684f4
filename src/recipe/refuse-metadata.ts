/** Refuses, before anything is built, releases that the base's own pip refuses for their metadata. */
import { Failure, type Problem, uniqueProblems } from '../errors.ts';
import { isStrict, refusedLines } from '../lock/metadata.ts';
import { isLocal } from '../lock/local.ts';
import { shown } from '../names/shown.ts';
import type { Resolved } from './resolve.ts';

/**
 * Wheels are unpacked here without pip, which mends or forgives nothing: an image with such a release could be made, but
 * no pip would have made it, and `pip check` in it fails.
 *
 * @param metadataOf the text of METADATA of the wheel at a URL, where the index serves it.
 * @param asked normalized name of the package that the image is for.
 * @throws Failure (station `index`) with every such release and the lines of its metadata.
 */
export async function refuseMetadata(
  metadataOf: (url: string) => Promise<string | undefined>,
  { facts, requirements }: Pick<Resolved, 'facts' | 'requirements'>,
  asked: string,
): Promise<void> {
  const pips = new Map(facts.map(({ platform, installed }) => [platform, installed['pip'] ?? '']));
  const wheels = requirements
    .filter(({ platform }) => isStrict(pips.get(platform) ?? ''))
    .flatMap(({ platform, requirements: all }) =>
      all.flatMap((one) =>
        // That of a project's own source is of no index.
        one.kind === 'wheel' && !isLocal(one.wheel) ? [{ ...one, pip: pips.get(platform)! }] : [],
      ),
    );
  const each = [...new Map(wheels.map((one) => [one.wheel.url, one])).values()];
  const found = await Promise.all(
    each.map(async ({ name, version, wheel, pip }): Promise<Problem[]> => {
      const lines = refusedLines((await metadataOf(wheel.url)) ?? '');
      if (lines.length === 0) return [];
      const wayOut =
        name === asked ? 'Choose another package_version' : `Add "${name}!=${version}" to requirements`;
      const message = `${name} ${version} is refused by pip ${pip} of the base: its metadata requires ${lines.map(shown).join(', ')}, which is not a requirement of PEP 440. ${wayOut}, or a base whose pip is older than 24.1.`;
      return [{ station: 'index', about: name, message }];
    }),
  );
  // Wheels of one release for several platforms say the same.
  const problems = uniqueProblems(found.flat());
  if (problems.length > 0) throw new Failure(problems);
}
