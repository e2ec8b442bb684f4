/** Puts inputs of an image over those of many. */
import type { Raw } from '../../inputs/registry.ts';
import { splitList } from '../../inputs/splitting.ts';
import { parsePlatform } from '../../names/platform.ts';

/**
 * What is above wins. Where it has fewer platforms, those of `platform_optional` below that are not among them go, too: else
 * a row for one platform would have to take back what is said of all images.
 */
export function withOverrides(below: Raw, above: Raw): Raw {
  const both = { ...below, ...above };
  const optional = splitList(below['platform_optional'] ?? '');
  const platforms = splitList(above['platform'] ?? '').map(nameOf);
  if (optional.length === 0 || platforms.length === 0 || above['platform_optional'] !== undefined)
    return both;
  const kept = optional.map(nameOf).filter((one) => platforms.includes(one));
  const isAll = platforms.every((one) => kept.includes(one));
  const { platform_optional: _gone, ...rest } = both;
  return kept.length === 0 || isAll ? rest : { ...rest, platform_optional: kept.join(',') };
}

/** What is no platform is refused where it is read. */
function nameOf(text: string): string {
  const platform = parsePlatform(text);
  return platform.ok ? platform.value : text;
}
