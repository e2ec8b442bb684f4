/** The plan of one run: wanted images, and the policy for each. JSON-safe, so that it can be printed and cross jobs. */
import type { Repository } from '../names/reference.ts';
import type { Image, ImageId, Subject } from './image.ts';
import type { Policy } from './policy.ts';

/** A request that is no image of the plan: it was left out, or the run ended before it was looked up. */
export interface Skipped {
  readonly id: ImageId;
  readonly subject: Subject;
  readonly repository: Repository;
  /** Why it was left out; absent where the run ended before it became an image. */
  readonly because?: string;
}

export interface Plan {
  /** Parents first. */
  readonly images: readonly Image[];
  /** Of all that have none of their own. */
  readonly policy: Policy;
  /** Of those for which another one is wanted. Where images go, and whether anything is done, is the same in all. */
  readonly policies?: Readonly<Record<ImageId, Policy>>;
  readonly skipped: readonly Skipped[];
}

export const policyFor = ({ policy, policies }: Pick<Plan, 'policy' | 'policies'>, id: ImageId): Policy =>
  policies?.[id] ?? policy;

/**
 * Images that are connected through parents, in the order of the plan. Groups are independent of each other.
 *
 * @throws Error where a parent is not in the plan or comes after its child, or two images have one id: whoever made the
 * plan is wrong.
 */
export function groupsOf(images: readonly Image[]): Image[][] {
  const groups = new Map<ImageId, Image[]>();
  for (const image of images) {
    const { content, id, parents } = image;
    const named = content.kind === 'dockerfile' ? Object.values(content.parents) : [];
    const missing = named.find((parent) => !parents.includes(parent));
    if (missing !== undefined) throw new Error(`${id} stands on ${missing}, which is not among its parents`);
    if (groups.has(image.id)) throw new Error(`the plan has two images ${image.id}`);
    const joined = [...new Set(image.parents.map((parent) => groupOf(groups, image, parent)))];
    const group = [...joined.flat(), image];
    for (const { id } of group) groups.set(id, group);
  }
  const order = (one: Image): number => images.indexOf(one);
  return [...new Set(groups.values())].map((group) => group.toSorted((a, b) => order(a) - order(b)));
}

function groupOf(groups: ReadonlyMap<ImageId, Image[]>, child: Image, parent: ImageId): Image[] {
  const group = groups.get(parent);
  if (group === undefined)
    throw new Error(`the plan has no ${parent} before ${child.id}, whose parent it is`);
  return group;
}

/** All images that one stands on, directly or not. */
export function ancestorsOf(images: readonly Image[], id: ImageId): Set<ImageId> {
  const ancestors = new Set<ImageId>();
  const visit = (one: ImageId): void => {
    for (const parent of images.find((image) => image.id === one)?.parents ?? []) {
      if (ancestors.has(parent)) continue;
      ancestors.add(parent);
      visit(parent);
    }
  };
  visit(id);
  return ancestors;
}
