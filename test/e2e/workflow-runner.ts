/**
 * Runs workflows with nektos/act on this machine. Actions of others that cannot be fetched everywhere are answered by
 * those of test/e2e/standins; act itself does what actions/checkout does.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { inFolder, must, node, run } from './support.ts';

export interface Ran {
  /** What became of each job that began, sorted: `Images/plan: success`. */
  readonly jobs: readonly string[];
  readonly steps: readonly RanStep[];
  /** All lines that steps wrote. */
  readonly said: string;
}

/** A step of ours: others write no summary. */
export interface RanStep {
  /** `Images/plan`: names of workflow and job. */
  readonly job: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface Workspace {
  /** The checkout that jobs get. */
  readonly clone: string;
  /** Runs all workflows of an event, which must succeed. @param payload as GitHub sends it with the event. */
  readonly trigger: (event: string, payload?: unknown) => Promise<Ran>;
}

/** What GitHub would fetch of this repository for a `uses:`, and nothing else: the runner copies it for every step. */
const fetched = ['action.yml', 'dist', 'dockerfiles', 'plan', 'merge', 'report', 'tree', '.github/workflows'];

/** The other actions of workflows but for the checkout, as they are named: `actions/upload-artifact@COMMIT`. */
const otherActions = (text: string): string[] => [
  ...new Set([...text.matchAll(/\buses: (actions\/(?!checkout@)[\w-]+@\S+)/g)].map(([, uses = '']) => uses)),
];

/**
 * A repository with these files on one branch.
 *
 * @param files content by path; workflows among them.
 */
export async function inWorkspace<T>(
  files: Readonly<Record<string, string>>,
  use: (workspace: Workspace) => Promise<T>,
  branch = 'main',
): Promise<T> {
  const program = process.env['ACT'] ?? '';
  expect(program, 'engine/engine up --test act, and eval of engine/engine env').not.toBe('');
  return inFolder(async (folder) => {
    const [clone, project] = [join(folder, 'clone'), join(folder, 'project')];
    for (const path of fetched) cpSync(path, join(project, path), { recursive: true });
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(clone, path)), { recursive: true });
      writeFileSync(join(clone, path), content);
    }
    const git = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com'];
    await must('git', ['init', '--quiet', `--initial-branch=${branch}`], { cwd: clone });
    await must('git', ['add', '.'], { cwd: clone });
    await must('git', [...git, 'commit', '--quiet', '--message=images'], { cwd: clone });

    const texts = [...Object.values(files), readFileSync('.github/workflows/images.yml', 'utf8')];
    const actions = [
      `OWNER/python-image-builder@main=${project}`,
      ...otherActions(texts.join('\n')).map((uses) => {
        const name = uses.split(/[/@]/)[1]!;
        return `${uses}=${join(process.cwd(), 'test/e2e/standins', name)}`;
      }),
    ];
    let runs = 0;
    const trigger = async (event: string, payload: unknown = {}): Promise<Ran> => {
      runs += 1;
      const [eventFile, artifacts] = [join(folder, `event-${runs}.json`), join(folder, `artifacts-${runs}`)];
      writeFileSync(eventFile, JSON.stringify(payload));
      mkdirSync(artifacts);
      const done = await run(
        program,
        [
          event,
          '--json',
          `--eventpath=${eventFile}`,
          '--platform=ubuntu-latest=-self-hosted',
          '--platform=ubuntu-24.04-arm=-self-hosted',
          // Jobs of several workflows at once take as much of the machine as other tests leave.
          '--concurrent-jobs=1',
          `--env=ARTIFACTS=${artifacts}`,
          ...actions.map((action) => `--local-repository=${action}`),
        ],
        {
          cwd: clone,
          env: {
            // act finds Node on PATH, and its own files in the home folder.
            PATH: `${dirname(node)}:${process.env['PATH']}`,
            XDG_CACHE_HOME: join(folder, 'cache'),
            HOME: folder,
          },
        },
      );
      const lines = done.stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line);
      const ran = ranOf(lines);
      const failed = lines.filter(({ jobResult }) => jobResult === 'failure').map(({ job }) => job);
      const why = lines.filter(({ job, command }) => failed.includes(job) && command === undefined);
      expect(done.code, `${saidBy(why).slice(-6000)}\n${done.stderr.slice(-2000)}`).toBe(0);
      return ran;
    };
    return use({ clone, trigger });
  });
}

/** A line of act's log in JSON. */
interface Line {
  readonly msg: string;
  readonly job?: string;
  readonly jobResult?: string;
  readonly stepID?: readonly string[];
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

const saidBy = (lines: readonly Line[]): string => lines.map(({ msg }) => msg.trimEnd()).join('\n');

function ranOf(lines: readonly Line[]): Ran {
  const jobOf = ({ job = '' }: Line): string => job.trim();
  const isStep = (one: Line, other: Line): boolean =>
    one.job === other.job && one.stepID?.join('/') === other.stepID?.join('/');
  const outputs = lines.filter(({ command }) => command === 'set-output');
  return {
    jobs: lines
      .flatMap((line) => (line.jobResult === undefined ? [] : `${jobOf(line)}: ${line.jobResult}`))
      .toSorted(),
    steps: lines
      .filter(({ command }) => command === 'summary')
      .map((line) => ({
        job: jobOf(line),
        summary: line.content ?? '',
        outputs: Object.fromEntries(
          outputs.filter((one) => isStep(one, line)).map(({ name = '', arg = '' }) => [name, arg]),
        ),
      }))
      .toSorted((one, other) => one.job.localeCompare(other.job)),
    said: saidBy(lines),
  };
}
