import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sources } from '../../scripts/lint-others.ts';

test('tells Python programs, shell scripts and workflows by their names and first lines', () => {
  const root = mkdtempSync(join(tmpdir(), 'lint-others-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files = {
    check: '#!/usr/bin/env bash\n',
    try: '#!/bin/sh\n',
    LICENSE: 'A shell is mentioned: #!/bin/sh\n',
    '.ci/run': '#!/usr/bin/env bash\n',
    'scripts/build.ts': '#!/bin/sh\n',
    'engine/lib/say.sh': '# read by another\n',
    'engine/node': '#!/usr/bin/env node\n',
    'dockerfiles/verify/checks/elf.py': '',
    'dockerfiles/run': '#!/bin/fish\n',
    'test/make.py': '',
    'dist/cli.py': '',
    'node_modules/x/y.sh': '',
    '.github/workflows/ci.yml': '',
    '.github/workflows/notes.md': '',
    '.github/zizmor.yml': '',
    'examples/plan.yaml': '',
    'examples/docker/compose.yml': '',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  expect(sources(root)).toEqual({
    python: ['dockerfiles/verify/checks/elf.py', 'test/make.py'],
    shell: ['.ci/run', 'check', 'engine/lib/say.sh', 'try'],
    workflows: ['.github/workflows/ci.yml', 'examples/plan.yaml'],
  });
});

test('finds the programs of this repository', () => {
  const { python, shell, workflows } = sources(join(import.meta.dirname, '../..'));
  expect(python).toContain('dockerfiles/compile/audit.py');
  expect(shell).toEqual(expect.arrayContaining(['check', 'engine/engine', 'dockerfiles/compile/compile.sh']));
  expect(workflows).toEqual(expect.arrayContaining(['.github/workflows/ci.yml', 'examples/plan.yml']));
});
