/** One image of a run: what every station of it is given. Nothing in it changes. */
import type { Image } from '../plan/image.ts';
import type { Policy } from '../plan/policy.ts';
import type { Session } from '../session/session.ts';

export interface ImageRun {
  /** Its journal and its log are the image's own. */
  readonly session: Session;
  readonly policy: Policy;
  readonly image: Image;
  /** It is the only one of its plan. */
  readonly alone: boolean;
}

export const note = ({ session }: Pick<ImageRun, 'session'>, text: string): void =>
  session.journal.add({ is: 'note', text });
