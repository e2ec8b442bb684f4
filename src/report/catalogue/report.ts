/** What the command `catalogue` read and wrote, as one JSON-safe value and as text. */
import type { Problem } from '../../errors.ts';
import type { CatalogueSource } from '../../observe/catalogue.ts';
import { bytesText, counted } from '../units.ts';

export interface CatalogueReport {
  /** Those that could be read, in the order given; `where` is `registry/name`. */
  readonly repositories: readonly (CatalogueSource & { readonly where: string })[];
  /** Absent where nothing was written. */
  readonly page?: { readonly file: string; readonly bytes: number };
  readonly problems: readonly Problem[];
}

/** A line for each repository, and one for the page. Problems are not in it. */
export const catalogueText = ({ repositories, page }: CatalogueReport): string =>
  [
    ...repositories.map(({ where, images, others }) => {
      const left = others.length === 0 ? '' : `; ${counted(others.length, 'tag')} of no image left out`;
      return `${where}: ${counted(images.length, 'image')}${left}`;
    }),
    ...(page === undefined ? [] : [`${page.file}: ${bytesText(page.bytes)}`]),
  ]
    .map((line) => `${line}\n`)
    .join('');
