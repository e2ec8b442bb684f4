/** What is done with an image, and why. */
import type { Digest, Repository, Tag } from '../names/reference.ts';
import { exactReference, type ObservedImage } from './observe.ts';

/** Grows by `retag` and `keep` once what was published can be compared with what is wanted. */
export type Decision =
  | { readonly do: 'build'; readonly because: 'absent' }
  | { readonly do: 'build'; readonly because: 'asked'; readonly replaces: Digest }
  /** Nothing is pushed, so no registry is asked. */
  | { readonly do: 'build'; readonly because: 'local' };

export function decide(observed: ObservedImage): Decision {
  switch (observed.is) {
    case 'unasked':
      return { do: 'build', because: 'local' };
    case 'absent':
      return { do: 'build', because: 'absent' };
    case 'present':
      return { do: 'build', because: 'asked', replaces: observed.digest };
  }
}

/** The reason in words a person understands. */
export function reasonText(decision: Decision, repository: Repository, tag: Tag): string {
  switch (decision.because) {
    case 'absent':
      return `${exactReference(repository, tag)} does not exist yet`;
    case 'asked':
      return `asked for: ${exactReference(repository, tag)} exists (${decision.replaces.slice(0, 19)}…) and is built again`;
    case 'local':
      return 'asked for: nothing is pushed, so that no registry was asked what it holds';
  }
}
