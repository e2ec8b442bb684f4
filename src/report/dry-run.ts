/** What a dry run prints: the same values that a real run executes. */
import type { Plan } from '../plan/recipe.ts';

/** The plan as JSON, then every file that buildx would be given, each under its name. Programs are named, not printed. */
export function dryRunText(plan: Plan, files: Readonly<Record<string, string>>): string {
  const [image] = plan.images;
  const { lock, ...rest } = image ?? {};
  const heading = (title: string): string => `\n--- ${title}\n`;
  const isProgram = (name: string): boolean => /\.(?:py|sh)$|^programs\/|^verify\.Dockerfile$/.test(name);
  const shown = Object.entries(files).filter(([name]) => !isProgram(name));
  const programs = Object.keys(files).filter(isProgram);
  return [
    `${heading('plan')}${JSON.stringify({ images: [rest] }, null, 2)}\n`,
    ...(lock === undefined ? [] : [`${heading('pylock.toml')}${lock.text.trim()}\n`]),
    ...shown.map(([name, content]) => `${heading(name)}${content.trimEnd()}\n`),
    `${heading('programs beside them')}${programs.join('\n')}\n\n`,
  ].join('');
}
