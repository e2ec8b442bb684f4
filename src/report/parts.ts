/** What the reports of an image's parts come to together. */
import { defined } from '../defined.ts';
import type { Platform } from '../names/platform.ts';
import type { Report } from './report.ts';

/** Fields of a report that parts have something to say of. */
type OfParts = Pick<Report, 'platforms' | 'compiled' | 'timeline' | 'notes' | 'built' | 'lock'>;

/** @param platforms of the whole image, in their order. */
export const combinedParts = (platforms: readonly Platform[], parts: readonly Report[]): OfParts => ({
  platforms: platforms.flatMap((platform) =>
    parts.flatMap((part) => part.platforms.filter((one) => one.platform === platform)),
  ),
  compiled: parts.flatMap(({ compiled }) => compiled),
  timeline: parts.flatMap(({ timeline }) => timeline),
  notes: [...new Set(parts.flatMap(({ notes }) => notes))],
  built: parts.some(({ built }) => built),
  ...defined({ lock: parts[0]?.lock }),
});
