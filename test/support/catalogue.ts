/** Images as a catalogue of any size has them: the same ones every time. */
import { createHash } from 'node:crypto';
import type { CatalogueImage } from '../../src/observe/catalogue.ts';
import { digest, tag } from './images.ts';

const digestOf = (text: string) => digest(`sha256:${createHash('sha256').update(text).digest('hex')}`);

const software = ['uvicorn', 'gunicorn', 'airflow', 'datasette'];
const pythons = ['3.14.0', '3.13.9', '3.12.12', '3.11.14', '3.10.19'];
const bases = ['3.13-slim', '3.13-alpine', '3.13'];
const platforms = ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/386'] as const;

/** Requirements are shared by the bases of one version on one Python, and a tenth of them changes from a version to the next. */
export function makeCatalogue(count: number, requirements = 40): CatalogueImage[] {
  return Array.from({ length: count }, (_, at) => {
    const [variant, python] = [bases[at % 3]!, pythons[Math.trunc(at / 3) % 5]!];
    const release = Math.trunc(at / 15);
    const name = software[release % 4]!;
    const number = Math.trunc(release / 4);
    const version = `${number < 3 ? 0 : 1}.${number}.0`;
    const stem = `py${python.split('.').slice(0, 2).join('.')}${variant.replace('3.13', '')}`;
    const newest = release + 4 >= Math.trunc((count - 1) / 15);
    return {
      repository: `ghcr.io/example/${name}`,
      digest: digestOf(`image ${at}`),
      tags: [tag(`${stem}-${version}`), ...(newest ? [tag(`${stem}-LATEST`)] : [])].toSorted(),
      name,
      version,
      python,
      base: `docker.io/library/python:${variant.replace('3.13', python.split('.').slice(0, 2).join('.'))}`,
      made: Date.UTC(2025, 6, 1 + release * 12),
      platforms: platforms.map((platform, index) => ({
        platform,
        digest: digestOf(`image ${at} ${platform}`),
        size: 41_234_567 + at * 12_345 + index * 1_234_567 + (variant === '3.13' ? 340_000_000 : 0),
      })),
      requirements: [
        `${name}==${version}`,
        ...Array.from({ length: requirements - 1 }, (_unused, index) => {
          // Each has its turn every tenth version.
          const minor = Math.trunc((number + 9 - (index % 10)) / 10);
          return `library-${name.slice(0, 3)}-${index}==${1 + (index % 9)}.${minor}.${index < 5 ? python.slice(2, 4) : 0}`;
        }),
      ].toSorted(),
    };
  });
}
