import { expect, test } from 'vitest';
import { helperText, pipBuildReader, pipBuildText } from '../../src/report/pip-builds.ts';
import { progressReader } from '../../src/report/steps.ts';

const output = `#7 [image linux/amd64 builder 1/2] RUN pip install uvloop
#9 [image linux/arm/v7 builder 1/2] RUN pip install uvloop
#9 3.100 Collecting uvloop
#9 10.00 Building wheel for uvloop (pyproject.toml): started
#7 1.000   Building wheel for zope.interface (setup.py): started
#7 4.000   Building wheel for zope.interface (setup.py): finished with status 'done'
#9 70.10 Building wheel for uvloop (pyproject.toml): still running...
#9 430.0   Building wheel for uvloop (pyproject.toml): finished with status 'done'
#9 430.1   Created wheel for uvloop: filename=uvloop-0.21.0-cp313-cp313-linux_armv7l.whl size=1 sha256=2
#9 431.0 Building wheel for broken (pyproject.toml): started
#9 432.0 Building wheel for broken (pyproject.toml): finished with status 'error'
#9 DONE 440.0s
#8 [image linux/arm/v7 builder 2/2] COPY x x
#8 DONE 0.2s
#7 DONE 9.0s
`;

test('reads what pip compiles, and for how long', () => {
  const reader = pipBuildReader();
  for (const line of output.split('\n')) reader.line(line);
  expect(reader.builds()).toEqual([
    { target: 'image', platform: 'linux/amd64', name: 'zope-interface', seconds: 3 },
    { target: 'image', platform: 'linux/arm/v7', name: 'uvloop', version: '0.21.0', seconds: 420 },
  ]);
});

const build = { platform: 'linux/arm/v7', name: 'uvloop', version: '0.21.0', seconds: 420 } as const;
const attempt = {
  name: 'uvloop',
  version: '0.21.0',
  way: 'cross',
  seconds: 3,
  why: 'libuv is missing',
} as const;

test.each<[string, Parameters<typeof pipBuildText>[1], Readonly<Record<string, string>>, string]>([
  [
    'did not cross-compile',
    [attempt],
    { uvloop: '0.21.0' },
    'it could not be cross-compiled (libuv is missing); what its build needs belongs into build_packages',
  ],
  [
    'is not asked for',
    [],
    {},
    'no requirement that can be read in the Dockerfile asks for it; write it on the line of pip',
  ],
  [
    'is another release',
    [],
    { uvloop: '0.20.0' },
    'pip took another release than 0.20.0, which was compiled for it; the index may have moved in between',
  ],
  [
    'is incomplete',
    [{ name: 'uvloop', version: '0.21.0', way: 'cross', seconds: 3, lacks: ['uvloop/loop'] }],
    { uvloop: '0.21.0' },
    'what was cross-compiled has no uvloop/loop, and was not offered; the development package of the library that it wants belongs into build_packages',
  ],
  ['was refused', [], { uvloop: '0.21.0' }, 'pip did not take the wheel that was offered'],
])('says of a wheel that %s what would help', (_, attempts, offered, why) =>
  expect(pipBuildText(build, attempts, offered)).toBe(
    `compiled under emulation in your Dockerfile for linux/arm/v7: uvloop 0.21.0, 7 min: ${why}`,
  ),
);

test('says what a stage took that only compiles', () => {
  const reader = progressReader({ now: () => 0 });
  for (const line of output.split('\n')) reader.line(line);
  const isEmulated = (platform: string): boolean => platform === 'linux/arm/v7';
  expect(helperText(reader.steps(), ['builder'], isEmulated)).toBe(
    'the stage builder took 7 min 20 s for linux/arm/v7 under emulation: COPY --from=packages / /usr/local in the last stage, in place of what it copies from there, would save that',
  );
  expect(helperText(reader.steps(), ['other'], isEmulated)).toBeUndefined();
});
