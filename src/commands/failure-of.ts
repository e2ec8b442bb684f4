/** What ends a command early, as problems of its report. */
import { Failure } from '../errors.ts';
import { fileFailure } from '../file-failure.ts';
import { Interrupted } from '../ports.ts';

/** What a thrown value means to a user; undefined when it is a mistake in this program. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  if (!(error instanceof Interrupted)) return fileFailure(error);
  return new Failure([
    { station: 'interruption', message: 'What was running was ended. Run again to complete it.' },
  ]);
}
