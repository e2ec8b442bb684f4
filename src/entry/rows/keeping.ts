/** Commands that look after what was made: tags, pins, reports, and what registries and this machine keep. */
import { readCatalogueInputs } from '../../inputs/catalogue.ts';
import { readCheckInputs } from '../../inputs/check.ts';
import { readCleanInputs } from '../../inputs/clean.ts';
import { readPinsInputs } from '../../inputs/pins.ts';
import { readReleaseInputs } from '../../inputs/release.ts';
import { readReportInputs } from '../../inputs/report.ts';
import { readVerifyInputs } from '../../inputs/verify.ts';
import { readWheelsInputs } from '../../inputs/wheels.ts';
import { program, row } from './row.ts';

export const keepingRows = {
  pins: row({
    summary: 'Shows which images of a file of pins moved, and brings it up to date.',
    usage: '[--path FOLDER] [--pins FILE] [--update]',
    first: ['path', 'pins', 'update'],
    examples: [
      { text: 'What moved:', lines: [`${program} pins --path container`] },
      { text: 'The same, written into the file:', lines: [`${program} pins --path container --update`] },
    ],
    read: readPinsInputs,
    load: () => import('../pins-command.ts'),
  }),
  release: row({
    action: {
      folder: 'release',
      name: 'Python Image Builder: release',
      description: 'Give all images of a repository, as they are published, the tag of a release.',
    },
    summary: 'Gives published images the tag of a release, and symbolic ones.',
    description:
      'Gives all images, as they stand under one tag, the tag of a release, and then symbolic ones. Nothing is built or pulled, and no tag moves before every image was looked at.',
    usage: '[--from TAG] [--tag TAG] [--tags TAGS] [options]',
    first: ['from', 'tag', 'tags', 'prerelease_tags', 'force', 'dry_run', 'images', 'path', 'exclude'],
    examples: [
      {
        text: 'Which tags would move for a release of what the branch main has published:',
        lines: [
          `${program} release --registry ghcr.io --image-name example/images \\`,
          '  --from main --tag v0.1.1 --tags stable --dry-run',
        ],
      },
      {
        text: 'Back to an older release:',
        lines: [
          `${program} release --registry ghcr.io --image-name example/images \\`,
          '  --from v0.1.0 --tag v0.1.0 --tags stable',
        ],
      },
    ],
    read: readReleaseInputs,
    load: () => import('../release-command.ts'),
  }),
  report: row({
    action: {
      folder: 'report',
      name: 'Python Image Builder: report',
      description: 'Put the reports of all jobs of a plan together.',
    },
    summary: 'Puts the reports of all jobs of a plan together.',
    usage: '[FOLDER…] [--plan-file FILE]',
    examples: [
      {
        text: 'What became of all images of a plan:',
        lines: [`${program} report reports --plan-file python-images-plan.json`],
      },
    ],
    read: readReportInputs,
    load: () => import('../report-command.ts'),
  }),
  wheels: row({
    summary: 'Lists saved wheels, and removes old ones.',
    description:
      'Lists the compiled wheels that are saved for later builds, and removes those that none has used.',
    usage: '[--wheel-store STORE] [--unused-for AGE] [--dry-run]',
    first: ['wheel_store', 'unused_for', 'dry_run'],
    examples: [
      {
        text: 'The wheels that are saved beside an image:',
        lines: [`${program} wheels --wheel-store ghcr.io/example/uvicorn`],
      },
      {
        text: 'Which of them would be removed:',
        lines: [`${program} wheels --wheel-store ghcr.io/example/uvicorn --unused-for 90d --dry-run`],
      },
    ],
    read: readWheelsInputs,
    load: () => import('../wheels-command.ts'),
  }),
  check: row({
    summary: 'Looks whether all is there that the tags of repositories need.',
    description:
      'Looks whether every tag leads to an image whose manifests, layers and attached artifacts are all in the repository. Where not, it lists what is missing, and the exit code is 4.',
    usage: '--image-name REPOSITORY [options]',
    first: ['image_name'],
    examples: [
      {
        text: 'Two repositories:',
        lines: [
          `${program} check --image-name ghcr.io/example/uvicorn \\`,
          '  --image-name ghcr.io/example/gunicorn',
        ],
      },
    ],
    read: readCheckInputs,
    load: () => import('../check-command.ts'),
  }),
  verify: row({
    summary: 'Shows who signed an image, and checks it.',
    description:
      'Shows who signed an image, which run made it, from which lock and bases, and what is attested of each platform; and checks all of it. Where no signature counts, the exit code is 6.',
    usage: 'IMAGE [--identity IDENTITY | --public-key FILE] [options]',
    first: ['image', 'identity', 'public_key', 'trusted_root'],
    examples: [
      {
        text: 'An image that a workflow of GitHub made:',
        lines: [
          `${program} verify ghcr.io/example/uvicorn:py3.13-slim-0.35.0 \\`,
          '  --identity https://github.com/example/images/.github/workflows/images.yml@refs/heads/main',
        ],
      },
    ],
    read: readVerifyInputs,
    load: () => import('../verify-command.ts'),
  }),
  clean: row({
    summary: 'Removes old images from repositories, or what this tool left here.',
    description:
      'Removes images that a rule names, with the manifests that only they need. What an image that stays needs is never removed: its platforms, what is attached to it, saved wheels, and its base. With `--local` it removes from this machine what this tool made and no run uses. The list is shown first, and the terminal asked.',
    usage: '[--image-name REPOSITORY | --local] [--keep NUMBER] [options]',
    first: ['image_name', 'keep', 'older', 'untagged', 'keep_tags', 'local', 'yes', 'dry_run'],
    examples: [
      {
        text: 'What would be removed, so that the ten newest images stay:',
        lines: [`${program} clean --image-name ghcr.io/example/uvicorn --keep 10 --dry-run`],
      },
      {
        text: 'In a job: what is older than 90 days, but for the ten newest:',
        lines: [`${program} clean --image-name ghcr.io/example/uvicorn --keep 10 --older 90d --yes`],
      },
      { text: 'What this machine would lose:', lines: [`${program} clean --local --dry-run`] },
    ],
    read: readCleanInputs,
    load: () => import('../clean-command.ts'),
  }),
  catalogue: row({
    summary: 'Writes a page that lists the images of repositories.',
    description:
      'Writes one static page that lists the images of repositories by what the registry says of them: versions, Pythons, bases, platforms, sizes, digests, requirements, and what changed in them. The page asks nothing of anybody, and needs no server.',
    usage: '--image-name REPOSITORY [--out FOLDER] [options]',
    first: ['image_name', 'out'],
    examples: [
      {
        text: 'The images of two repositories, in site/index.html:',
        lines: [
          `${program} catalogue --image-name ghcr.io/example/uvicorn \\`,
          '  --image-name ghcr.io/example/gunicorn --out site',
        ],
      },
    ],
    read: readCatalogueInputs,
    load: () => import('../catalogue-command.ts'),
  }),
};
