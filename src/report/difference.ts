/** Words for what would change of a published image. */
import { type Difference, partsText } from '../decide/compare.ts';
import { changeText, moveText } from '../decide/reason.ts';
import type { Report } from './report.ts';
import { bytesText } from './units.ts';

/** `rows`: what it is about, and what changes. Empty where both images are made of the same. */
export const differenceRows = ({
  requirements,
  parts,
  bases,
  sizes,
}: Difference): (readonly [about: string, change: string])[] => [
  ...(parts.length === 0 ? [] : [['Recipe', partsText(parts)] as const]),
  ...bases.map((move) => ['Base', moveText(move)] as const),
  ...requirements.map((change) => ['Requirement', changeText(change)] as const),
  ...sizes.flatMap(({ platform, before, now }) =>
    before === now ? [] : [[`Size, ${platform}`, sizeText(before, now)] as const],
  ),
];

/** What an image is compared with. */
export const against = ({ outcome }: Pick<Report, 'outcome'>): string =>
  outcome === 'published' ? 'against the image before' : 'against what is published';

function sizeText(before: number | undefined, now: number): string {
  if (before === undefined) return `${bytesText(now)}, new`;
  const sign = now > before ? '+' : '-';
  return `${bytesText(before)} → ${bytesText(now)} (${sign}${bytesText(Math.abs(now - before))})`;
}
