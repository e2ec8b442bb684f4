/**
 * The page of all images: one file, which asks nothing of anybody. By hand and not from a framework, since its table must be
 * whole without JavaScript, and nothing but what is written here may run in it.
 */
import { createHash } from 'node:crypto';
import type { CatalogueImage } from '../../observe/catalogue.ts';
import { counted } from '../units.ts';
import { type Change, changesBetween, compareTexts, imagesBefore, inOrder } from './changes.ts';
import { html } from './html.ts';
import { changeList, columnNames, labelOf, rowsOf, timeText } from './rows.ts';
import { script } from './script.ts';
import { style } from './style.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Only the style and the script of this file run, and nothing is loaded (Content Security Policy, level 3). */
const policy = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** @param now when the registry was read; only its day is shown. */
export function cataloguePage(images: readonly CatalogueImage[], now: Date): string {
  const sorted = inOrder(images);
  const before = imagesBefore(images);
  const ranks = ranksOf(images);
  const [sets, lists] = [numbering(setText), numbering(changesText)];
  const rows = sorted.map((image) => {
    const older = before.get(image);
    const changes = older && changesBetween(older, image);
    return rowsOf(image, {
      rank: ranks.get(image.version) ?? 0,
      ...(image.requirements !== undefined && {
        set: sets.numberOf(image.requirements.join('\n'), { image, requirements: image.requirements }),
      }),
      ...(older !== undefined &&
        changes !== undefined && {
          since: {
            before: older,
            changes,
            ...(changes.length > mostInRow && {
              shared: lists.numberOf(JSON.stringify(changes), { image, before: older, changes }),
            }),
          },
        }),
    });
  });
  const repositories = new Set(images.map(({ repository }) => repository));
  const count = `${counted(images.length, 'image')} of ${counted(repositories.size, 'repository', 'repositories')}`;
  return `<!doctype html>
<html lang=en>
<head>
<meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="${policy}">
<meta name=viewport content="width=device-width, initial-scale=1">
<meta name=referrer content=no-referrer>
<link rel=icon href="data:,">
<title>Container images</title>
<style>${style}</style>
</head>
<body>
<header><h1>Container images</h1><button id=theme type=button hidden>Theme: system</button><p>${count}, as the registry had them on ${timeText(now)}.</header>
<main>
<form id=controls role=search aria-label="Choose images" hidden><label>Search <input id=query type=search autocomplete=off spellcheck=false placeholder="name, tag, digest, requirement"></label><button id=clear type=reset>Clear</button></form>
<p id=count role=status></p><p id=said role=status class=quietly></p>
<table id=images>
<caption class=quietly>Images, with their versions, platforms, sizes and requirements</caption>
<thead><tr>${columnNames.map((name) => `<th scope=col>${name}`).join('')}</thead>
${rows.join('')}</table>
<section id=sets>${under('Requirements', sets.texts)}${under('Long lists of changes', lists.texts)}</section>
</main>
<script>${script}</script>
</body>
</html>
`;
}

/** Empty where nothing stands under the heading. */
const under = (heading: string, texts: readonly string[]): string =>
  texts.length === 0 ? '' : `<h2>${heading}</h2>\n${texts.join('')}`;

/** What several images have in common stands once in the page, and is called by its number. */
function numbering<T>(write: (number: number, value: T) => string) {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const numberOf = (key: string, value: T): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, texts.length);
    return texts.push(write(texts.length, value)) - 1;
  };
  return { texts, numberOf };
}

/** Changes of an image that its row holds itself: the other bases of the same version have the same long lists. */
const mostInRow = 6;

const setText = (
  number: number,
  { image, requirements }: { readonly image: CatalogueImage; readonly requirements: readonly string[] },
): string =>
  `<h3 id=r${number}>${html(labelOf(image))}</h3><pre>${requirements.map(html).join('\n')}</pre>\n`;

const changesText = (
  number: number,
  of: {
    readonly image: CatalogueImage;
    readonly before: CatalogueImage;
    readonly changes: readonly Change[];
  },
): string =>
  `<h3 id=c${number}>${html(labelOf(of.image))} since ${html(labelOf(of.before))}</h3>${changeList(of.changes)}\n`;

/** Places of all versions from the oldest on; those of equal ones differ, which no one sees. */
function ranksOf(images: readonly CatalogueImage[]): Map<string | undefined, number> {
  const versions = [...new Set(images.map(({ version }) => version))].toSorted(compareTexts);
  return new Map(versions.map((version, rank) => [version, rank]));
}
