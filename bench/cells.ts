/** What is measured, and what each ratio has to reach. Versions are fixed, so that two runs of the bench compare. */

export interface Cell {
  /** What `--only` takes: the part before the first `-` names the whole group. */
  readonly name: string;
  readonly package: string;
  readonly version: string;
  readonly python: string;
  readonly platforms: readonly string[];
  readonly verify: 'all' | 'off';
  /** Largest ratios to the baseline: of wall time, and of bytes pulled where nothing is compiled. */
  readonly targets: { readonly time: number; readonly pulled?: number };
}

/** Largest ratio of an entry's start-up to that of bare Node. */
export const startupTarget = 2.5;

const three = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
const uvicorn = { package: 'uvicorn', version: '0.54.0', python: '3.13', platforms: three };
const cryptography = { package: 'cryptography', version: '50.0.2', python: '3.13' };

export const cells: readonly Cell[] = [
  { ...uvicorn, name: 'uvicorn', verify: 'all', targets: { time: 0.5, pulled: 0.25 } },
  { ...uvicorn, name: 'uvicorn-unverified', verify: 'off', targets: { time: 0.35, pulled: 0.25 } },
  {
    ...cryptography,
    name: 'cryptography-64-bit',
    platforms: ['linux/amd64', 'linux/arm64'],
    verify: 'all',
    targets: { time: 0.25, pulled: 0.25 },
  },
  // cffi has no wheel for arm/v7 and is compiled.
  { ...cryptography, name: 'cryptography-all', platforms: three, verify: 'all', targets: { time: 0.6 } },
  // setproctitle has no wheel for arm/v7 and is compiled.
  {
    name: 'gunicorn',
    package: 'gunicorn[setproctitle]',
    version: '27.0.1',
    python: '3.11',
    platforms: three,
    verify: 'all',
    targets: { time: 0.6 },
  },
];

/** Whether `--only` asks for it: by its name, or by the group's. */
export const wanted = (name: string, only: readonly string[]): boolean =>
  only.length === 0 || only.some((one) => one === name || name.startsWith(`${one}-`));
