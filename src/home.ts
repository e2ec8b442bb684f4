/** The user's own folder. */
import { homedir } from 'node:os';

/** HOME, else what the system knows; `/` for a user that it does not know, as containers have them. */
export function homeOf(env: Readonly<Record<string, string | undefined>>): string {
  try {
    return env['HOME'] || homedir();
  } catch {
    return '/';
  }
}
