/** Words for what advisories say. */
import type { Finding } from '../advisories/findings.ts';
import { shortPlatform } from './step-words.ts';

const owners: Readonly<Record<Finding['owner'], string>> = {
  base: 'the base',
  package: 'the package',
  requirement: 'a requirement',
};

/** Whose it is, and whether it is run. */
export const ownerText = ({ owner, reach }: Finding): string =>
  reach === 'base-pip' ? "the base's own pip, which is not run" : owners[owner];

export function mendText({ name, mend, unread }: Pick<Finding, 'name' | 'mend' | 'unread'>): string {
  switch (mend.kind) {
    case 'rebuild':
      return mend.by === 'base' ? 'rebuild (base has it fixed)' : 'rebuild (its requirements have it fixed)';
    case 'bump':
      return `bump ${name} to ${mend.to}`;
    case 'base-behind':
      return `nobody yet (fixed in ${mend.to}, which the base does not have)`;
    case 'nobody':
      return unread === true ? 'what mends it is not known' : 'nobody yet';
  }
}

/** `CVE-2025-43859` for what is better known by that. */
export const namesText = ({ id, aliases }: Finding): string => {
  const [cve] = aliases.filter((one) => one.startsWith('CVE-') && !id.endsWith(one));
  return cve === undefined ? id : `${id} (${cve})`;
};

export const findingRelease = ({ name, version }: Finding): string => `${name} ${version}`;

/** Empty where all platforms have it. */
export const platformsText = ({ platforms }: Finding, all: number): string =>
  platforms.length === 0 || platforms.length >= all ? '' : platforms.map(shortPlatform).join(', ');

export const ratingText = ({ rating, ignored }: Finding): string => {
  const text = rating === 'unrated' ? 'not rated' : rating;
  return ignored === undefined ? text : `${text}, ignored until ${ignored.until}`;
};

/** One line: `GHSA-… (CVE-…), high: h11 0.14.0, a requirement; bump h11 to 0.16.0. What it is`. */
export const findingText = (finding: Finding): string =>
  `${namesText(finding)}, ${ratingText(finding)}: ${findingRelease(finding)}, ${ownerText(finding)}; ${mendText(finding)}${finding.summary === '' ? '' : `. ${finding.summary}`}`;
