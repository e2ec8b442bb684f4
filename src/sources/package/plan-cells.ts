/** The plan of several packages' images, each an image for itself. */
import { Failure } from '../../errors.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { repositoryText } from '../../names/reference.ts';
import { type Image, type ImageId, imageIds } from '../../plan/image.ts';
import type { Plan, Skipped } from '../../plan/plan.ts';
import type { Policy } from '../../plan/policy.ts';
import { plannedName } from '../../report/plan.ts';
import type { Session } from '../../session/session.ts';
import { baseOf } from './base.ts';
import type { Cell } from './cell.ts';
import { imageOf, subjectOf } from './plan.ts';

/** Names that a log and a report show: `uvicorn-0.30.1-py3-13-slim`. */
const cellIds = (cells: readonly Inputs[]): ImageId[] =>
  imageIds(
    cells.map(
      ({ package: { name }, packageVersion, python, variant, baseRegistry }) =>
        `${name} ${packageVersion.kind === 'latest' ? 'latest' : packageVersion.text} py${baseOf(python, variant, baseRegistry).publishTarget}`,
    ),
  );

/**
 * A cell that the index does not have is a failure of its own.
 *
 * @returns a plan, but for the policy of images that have none of their own.
 * @param find the cell of inputs, with the session that has the journal of the image.
 * @throws Failure where two cells are one image.
 */
export async function cellsPlan(
  session: Session,
  cells: readonly Inputs[],
  policyOf: (inputs: Inputs) => Policy,
  find: (session: Session, inputs: Inputs) => Promise<Cell>,
): Promise<Omit<Plan, 'policy'>> {
  const ids = cellIds(cells);
  const found = await Promise.all(
    cells.map(async (inputs, at): Promise<Image | Skipped> => {
      const id = ids[at]!;
      const journal = session.journalOf(id);
      try {
        return imageOf(await find({ ...session, journal }, inputs), inputs, id);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        journal.add({ is: 'failed', problems: error.problems });
        const { packageVersion: wanted } = inputs;
        const version = wanted.kind === 'latest' ? 'latest' : wanted.text;
        return { id, subject: subjectOf(inputs, version), repository: inputs.repositories[0] };
      }
    }),
  );
  const isImage = (one: Image | Skipped): one is Image => 'content' in one;
  const images = found.filter(isImage);
  requireDistinct(images);
  return {
    images,
    policies: Object.fromEntries(ids.map((id, at) => [id, policyOf(cells[at]!)])),
    skipped: found.filter((one): one is Skipped => !isImage(one)),
  };
}

/** @throws Failure with every tag that two images would have. */
function requireDistinct(images: readonly Image[]): void {
  const taken = new Map<string, Image>();
  const messages = new Set<string>();
  for (const image of images) {
    for (const repository of image.repositories) {
      for (const tag of [image.tags.exact, ...image.tags.aliases]) {
        const key = `${repositoryText(repository)}:${tag}`;
        const other = taken.get(key);
        if (other === undefined) taken.set(key, image);
        else if (other !== image)
          messages.add(
            `Two images would be ${key}: ${textOf(other)}, and ${textOf(image)}. ${wayOut(other, image, tag)}`,
          );
      }
    }
  }
  if (messages.size > 0)
    throw new Failure(
      [...messages].map((message) => ({ station: 'input' as const, about: 'image_name', message })),
    );
}

/** How two images that have a tag in common are told apart. */
function wayOut(one: Image, other: Image, tag: string): string {
  const isExact = one.tags.exact === tag && other.tags.exact === tag;
  const [name, otherName] = [one, other].map(({ subject }) => subject.name.replace(/\[.*/, ''));
  if (name !== otherName)
    return 'Give each package a repository of its own: of a plan, {package} in image_name stands for its name, like "owner/{package}".';
  if (one.subject.name !== other.subject.name)
    return 'They are one package with different extras: give one of them an image_name of its own.';
  return isExact
    ? 'Leave one of them out, or give it an image_name of its own.'
    : `Leave "${tag}" out of the input tags, or give it to one image alone.`;
}

const textOf = ({ subject, version }: Image): string =>
  subject.kind === 'package'
    ? plannedName({ package: subject.name, version: version?.text ?? '', python: subject.python })
    : subject.name;
