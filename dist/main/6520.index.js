export const id = 6520;
export const ids = [6520];
export const modules = {

/***/ 12920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ check_check),
  G: () => (/* binding */ noRepository)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
;// CONCATENATED MODULE: ./lib/observe/missing-parts.js
/** @param lackingBlobs blobs that the repository does not hold. */
function missingParts({ tags, lostTags, manifests, referrers }, lackingBlobs) {
    const lost = lostTags.map((tag) => ({ kind: 'tag', tags: [tag] }));
    const tagsOf = new Map();
    for (const [tag, digest] of tags)
        tagsOf.set(digest, [...(tagsOf.get(digest) ?? []), tag]);
    const found = new Map();
    for (const [root, names] of tagsOf) {
        for (const part of partsOf(root, { manifests, referrers }, lackingBlobs)) {
            const key = `${part.neededBy} ${part.digest}`;
            const known = found.get(key);
            found.set(key, { ...part, tags: [...(known?.tags ?? []), ...names].toSorted() });
        }
    }
    return [...lost, ...found.values()];
}
function partsOf(root, { manifests, referrers }, lackingBlobs) {
    const found = [];
    const seen = new Set([root]);
    const queue = [{ digest: root }];
    for (const { digest, platform } of queue) {
        const held = manifests.get(digest);
        if (held === undefined)
            continue;
        for (const blob of held.blobs) {
            if (!lackingBlobs.has(blob.digest))
                continue;
            found.push({
                ...partOf(isConfiguration(held, blob) ? 'configuration' : 'layer', blob.digest, digest, platform),
            });
        }
        const children = held.manifests.map((one) => ({
            digest: one.digest,
            kind: 'manifest',
            platform: platformText(one),
        }));
        const attached = (referrers.get(digest) ?? []).map((one) => ({
            digest: one,
            kind: 'attached',
            platform: undefined,
        }));
        for (const next of [...children, ...attached]) {
            if (seen.has(next.digest))
                continue;
            seen.add(next.digest);
            if (!manifests.has(next.digest))
                found.push(partOf(next.kind, next.digest, digest, next.platform));
            queue.push({
                digest: next.digest,
                ...(next.platform === undefined ? {} : { platform: next.platform }),
            });
        }
    }
    return found;
}
const partOf = (kind, digest, neededBy, platform) => ({
    kind,
    digest,
    neededBy,
    ...(platform === undefined ? {} : { platform }),
});
const isConfiguration = (held, blob) => held.blobs[0] === blob;
function platformText({ platform }) {
    if (typeof platform?.os !== 'string' || platform.os === 'unknown')
        return undefined;
    return [platform.os, platform.architecture, platform.variant].filter(Boolean).join('/');
}

// EXTERNAL MODULE: ./lib/observe/repository.js
var observe_repository = __webpack_require__(77106);
// EXTERNAL MODULE: ./lib/report/check.js
var check = __webpack_require__(27098);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./lib/session/registries.js + 1 modules
var registries = __webpack_require__(6724);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./lib/commands/check.js
/** Looks whether everything is there that the tags of repositories lead to. */








/** Never throws for what a user can act on. Another repository is checked although one cannot be read. */
async function check_check(world, request) {
    const { caBundle } = request;
    const untrusted = caBundle === undefined ? undefined : await (0,require_files/* caBundleProblem */.uk)(world, caBundle);
    if (untrusted !== undefined)
        return { repositories: [], problems: [untrusted] };
    const client = await (0,registries/* openClient */.M)(world, request.login);
    const repositories = [];
    const problems = [];
    for (const repository of request.repositories) {
        try {
            const checked = await checkRepository(client, repository);
            repositories.push(checked);
            problems.push(...problemsOf(checked));
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            problems.push(...error.problems);
        }
    }
    return { repositories, problems };
}
/** There is no such repository. */
const noRepository = (repository) => {
    const about = (0,reference/* repositoryText */.g_)(repository);
    const message = `There is no repository ${about}: check the name, which is without a tag.`;
    return new errors/* Failure */.HR([{ station: 'registry', about, message }]);
};
/** @throws Failure where the repository does not exist or cannot be read. */
async function checkRepository(reader, repository) {
    const held = await (0,observe_repository/* readRepository */.Nu)(reader, repository);
    if (held === undefined)
        throw noRepository(repository);
    const manifests = [...held.manifests.values()];
    const lacking = await (0,observe_repository/* lackingBlobs */.eq)(reader, repository, manifests);
    return {
        where: (0,reference/* repositoryText */.g_)(repository),
        tags: held.tags.size + held.lostTags.length,
        manifests: manifests.length,
        blobs: new Set(manifests.flatMap(({ blobs }) => blobs.map(({ digest }) => digest))).size,
        missing: missingParts(held, new Set(lacking)),
    };
}
function problemsOf(checked) {
    const { where, tags, missing } = checked;
    if (missing.length === 0)
        return [];
    const broken = (0,check/* tagsNotWhole */.A)(checked);
    const message = `${where}: ${broken.length} of ${(0,units/* counted */.hS)(tags, 'tag')} ${broken.length === 1 ? 'leads' : 'lead'} to something that is not whole, which a pull or the next build may fail for. Build those images anew ("deep" finds them), or remove their tags.`;
    return [{ station: 'registry', about: where, message }];
}


/***/ }),

/***/ 97814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ requireWritable)
/* harmony export */ });
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32030);
/** Whether a file that is written last can be written, asked before anything is made. */

/** @param about the input that names it. @throws FileFailure (station `input`). */
async function requireWritable(files, path, about) {
    try {
        await files.requireWritable(path);
    }
    catch (error) {
        const wayOut = `It is written at the end, as ${about} says: name another ${about === 'out' ? 'folder' : 'file'}.`;
        throw error instanceof _file_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FileFailure */ .Py ? error.of({ station: 'input', about, wayOut }) : error;
    }
}


/***/ }),

/***/ 86520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/names/platform.js
var names_platform = __webpack_require__(29885);
// EXTERNAL MODULE: ./lib/once.js
var once = __webpack_require__(4986);
// EXTERNAL MODULE: ./lib/plan/build-record.js
var build_record = __webpack_require__(96557);
// EXTERNAL MODULE: ./lib/plan/fingerprint.js
var fingerprint = __webpack_require__(52911);
// EXTERNAL MODULE: ./lib/plan/labels.js
var plan_labels = __webpack_require__(60632);
// EXTERNAL MODULE: ./lib/registry/image-config.js
var image_config = __webpack_require__(85473);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var manifest = __webpack_require__(50886);
// EXTERNAL MODULE: ./lib/wheel-cache/key.js
var key = __webpack_require__(70663);
// EXTERNAL MODULE: ./lib/observe/repository.js
var observe_repository = __webpack_require__(77106);
// EXTERNAL MODULE: ./lib/observe/times.js
var times = __webpack_require__(63026);
;// CONCATENATED MODULE: ./lib/observe/catalogue.js
/** The images of a repository as a catalogue lists them: by what the registry says, without a layer. */













/**
 * Reads one HEAD a tag, one GET a manifest, and one more of an image's configuration where its annotations do not say all.
 *
 * @returns undefined where there is no such repository.
 * @throws RegistryProblem where any of it cannot be read.
 */
async function readCatalogue(reader, repository) {
    const named = await (0,observe_repository/* readTags */.g$)(reader, repository);
    if (named === undefined)
        return undefined;
    const tagsOf = new Map();
    const others = [...named.lostTags];
    for (const [tag, digest] of named.tags) {
        if ((0,observe_repository/* subjectOfTag */.sA)(tag) !== undefined || tag.startsWith(key/* wheelTagPrefix */.U7))
            others.push(tag);
        else
            tagsOf.set(digest, [...(tagsOf.get(digest) ?? []), tag]);
    }
    // Images of several indexes may have a platform in common.
    const read = (0,once/* onceFor */.b)((digest) => digest, (digest) => readManifest(reader, repository, digest));
    const images = await (0,p_map["default"])(tagsOf, async ([digest, tags]) => {
        const image = await readImage(reader, repository, digest, read);
        if (image === undefined)
            others.push(...tags);
        return image === undefined ? [] : [{ ...image, tags: tags.toSorted() }];
    }, { concurrency: observe_repository/* concurrency */.Ex });
    return { images: images.flat(), others: others.toSorted() };
}
/** Undefined where it is not there, and where it is none. */
async function readManifest(reader, repository, digest) {
    const manifest = await reader.getManifest(repository, digest);
    try {
        return manifest && (0,observe_repository/* heldManifest */.VH)(manifest);
    }
    catch (error) {
        // One thing that nobody can read is left out, and hides no other image.
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/** Undefined where it is no image that runs Python anywhere. */
async function readImage(reader, repository, digest, read) {
    const top = await read(digest);
    if (top === undefined || top.subject !== undefined)
        return undefined;
    const children = (0,manifest/* isIndex */.nw)(top.mediaType) ? await readChildren(top, read) : undefined;
    const record = (0,build_record/* readBuildRecord */.mx)(top.annotations);
    const annotated = (0,times/* timeIn */.Hi)(top.annotations[fingerprint/* createdKey */.Yw]);
    const configs = [top, ...(children ?? []).map(({ manifest }) => manifest)].map((one) => one?.blobs[0]);
    const descriptor = configs.find(times/* isConfig */.Lq);
    const isSaid = record !== undefined && annotated !== undefined && children !== undefined;
    const config = isSaid || descriptor === undefined
        ? undefined
        : await readConfiguration(reader, repository, descriptor.digest);
    const platforms = children?.map(({ manifest, ...child }) => withSize(child, manifest)) ?? alone(top, config);
    if (platforms.length === 0)
        return undefined;
    const { annotations } = top;
    const labels = textsOf(config?.config?.Labels);
    const said = (...keys) => keys.map((key) => annotations[key] ?? labels[key]).find((text) => text !== undefined && text !== '');
    return {
        repository: (0,reference/* repositoryText */.g_)(repository),
        digest,
        platforms,
        ...(0,defined/* defined */.s)({
            name: said(plan_labels/* titleKey */.kz),
            version: said(plan_labels/* packageVersionKey */.eG, plan_labels/* versionKey */._5),
            python: record?.facts[0]?.python ?? pythonOf(config),
            base: said(plan_labels/* baseNameKey */.QY) ?? Object.keys(record?.fingerprint.bases ?? {})[0],
            made: annotated ?? (0,times/* timeIn */.Hi)(config?.created),
            requirements: record?.fingerprint.requirements,
        }),
    };
}
/** Those of platforms that Python's images are made for, without attestations. */
async function readChildren({ manifests }, read) {
    const children = [];
    for (const { digest, annotations, platform: named } of manifests) {
        const platform = named ? (0,names_platform/* platformOfDescriptor */.KZ)(named) : undefined;
        if (platform !== undefined && annotations?.['vnd.docker.reference.type'] === undefined)
            children.push({ platform, digest, manifest: await read(digest) });
    }
    return children;
}
function alone(top, config) {
    const platform = config && (0,names_platform/* platformOfDescriptor */.KZ)(config);
    return platform === undefined ? [] : [withSize({ platform, digest: top.digest }, top)];
}
function withSize(child, manifest) {
    if (manifest === undefined)
        return child;
    const sizes = manifest.blobs
        .slice(1)
        .map(({ size }) => (Number.isSafeInteger(size) && size > 0 ? size : 0));
    return { ...child, size: sizes.reduce((sum, size) => sum + size, 0) };
}
async function readConfiguration(reader, repository, digest) {
    const bytes = await reader.getBlob(repository, digest);
    try {
        return bytes && ((0,image_config/* readConfig */.X)(bytes) ?? undefined);
    }
    catch {
        return undefined;
    }
}
/** What the official images of Python say. */
function pythonOf(config) {
    const variables = config?.config?.Env;
    const texts = Array.isArray(variables) ? variables.filter((one) => typeof one === 'string') : [];
    return texts.flatMap((one) => /^PYTHON_VERSION=(.+)$/.exec(one)?.[1] ?? [])[0];
}
const textsOf = (pairs) => Object.fromEntries(Object.entries(pairs ?? {}).filter((entry) => typeof entry[1] === 'string'));

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/names/python-version.js
var python_version = __webpack_require__(76117);
;// CONCATENATED MODULE: ./lib/report/catalogue/changes.js


const byText = (one = '', other = '') => (one < other ? -1 : Number(one > other));
/** Oldest first; a text that is no version of PEP 440 is older than all that are, and a missing one older still. */
function compareTexts(one, other) {
    const [left, right] = [one, other].map((text) => text === undefined ? undefined : (0,package_version/* parsePackageVersion */.g7)(text));
    if (left?.ok && right?.ok)
        return (0,package_version/* compareVersions */.Zy)(left.value, right.value) || byText(one, other);
    return Number(left?.ok === true) - Number(right?.ok === true) || byText(one, other);
}
/** By repository and software; within these the newest version first, then the newest Python, then by base. */
const inOrder = (images) => images.toSorted((one, other) => byText(one.repository, other.repository) ||
    byText(one.name, other.name) ||
    compareTexts(other.version, one.version) ||
    compareTexts(other.python, one.python) ||
    byText(one.base, other.base) ||
    (other.made ?? 0) - (one.made ?? 0) ||
    byText(one.digest, other.digest));
/**
 * The image before each: of the same software in the same repository, on the same minor version of Python and the same base
 * but for Python's version, with the next lower version, or made earlier with the same one.
 */
function imagesBefore(images) {
    const series = Map.groupBy(images, (image) => JSON.stringify([image.repository, image.name, (0,python_version/* minorOf */.Hs)(image.python ?? ''), baseName(image.base)]));
    const pairs = [...series.values()].flatMap((all) => {
        const sorted = all.toSorted((one, other) => compareTexts(one.version, other.version) ||
            (one.made ?? 0) - (other.made ?? 0) ||
            byText(one.digest, other.digest));
        return sorted.slice(1).map((image, at) => [image, sorted[at]]);
    });
    return new Map(pairs);
}
/**
 * A base without the host, `library/`, and a digest; of an official image of Python only what follows its version: `slim`,
 * and `full` where nothing does.
 */
function baseName(reference) {
    if (reference === undefined)
        return undefined;
    const [tagged = ''] = reference.split('@');
    const variant = /(?:^|\/)python:\d[\w.]*(?:-(.+))?$/.exec(tagged);
    if (variant !== null)
        return variant[1] ?? 'full';
    return tagged.replace(/^docker\.io\//, '').replace(/^library\//, '') || reference;
}
/** Sorted by name, Python first; undefined where the requirements of one of the two are not known. */
function changesBetween(before, after) {
    if (before.requirements === undefined || after.requirements === undefined)
        return undefined;
    const [old, now] = [versionsOf(before.requirements), versionsOf(after.requirements)];
    const names = [...new Set([...old.keys(), ...now.keys()])].toSorted(byText);
    return [
        ...changeOf('Python', before.python, after.python),
        ...names.flatMap((name) => changeOf(name, old.get(name), now.get(name))),
    ];
}
const changeOf = (name, before, after) => before === after
    ? []
    : [{ name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
/** Versions by name, those of one name joined. */
function versionsOf(requirements) {
    const versions = new Map();
    for (const requirement of requirements) {
        const at = requirement.indexOf('==');
        const [name, version] = at < 0 ? [requirement, ''] : [requirement.slice(0, at), requirement.slice(at + 2)];
        const known = versions.get(name);
        versions.set(name, known === undefined ? version : `${known}, ${version}`);
    }
    return versions;
}

// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(72527);
;// CONCATENATED MODULE: ./lib/report/catalogue/html.js
/** Text as HTML. */

const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Longer texts are cut: what an image says of itself may be a book. */
const longest = 300;
/** Escaped for the content of an element and for a quoted attribute, on one line. */
function html(text) {
    const line = Array.from((0,report_escape/* oneLine */.TN)(text));
    const shown = line.length > longest ? `${line.slice(0, longest).join('')}…` : line.join('');
    return shown.replaceAll(/[&<>"']/g, (one) => entities[one]);
}

;// CONCATENATED MODULE: ./lib/report/catalogue/rows.js




const columnNames = ['Image', 'Version', 'Python', 'Base', 'Platforms', 'Size', 'Made'];
/** `<li>` and cells are not closed: HTML asks for no end tags there, and a page of 500 images is a sixth smaller. */
function rowsOf(image, place) {
    const { rank, set } = place;
    const { repository, name, version, python, base, platforms, made } = image;
    const sizes = platforms.flatMap(({ size }) => size ?? []);
    const attributes = [
        `data-v=${rank}`,
        ...(sizes.length === 0 ? [] : [`data-s=${Math.max(...sizes)}`]),
        ...(set === undefined ? [] : [`data-r=${set}`]),
    ];
    const tags = tagsOf(image);
    const cells = [
        known(version),
        known(python),
        known(baseName(base)),
        list(platforms.map(({ platform }) => html(platform.replace('linux/', ''))), 'platforms'),
        sizes.length === 0 ? known(undefined) : sizeText(sizes),
        made === undefined ? known(undefined) : timeText(new Date(made)),
    ];
    return `<tbody ${attributes.join(' ')}>
<tr><th scope=row><b>${html(name ?? repository.split('/').at(-1) ?? '')}</b> <small>${html(repository)}</small>${list(tags.map(html), 'tags')}${cells.map((cell) => `<td>${cell}`).join('')}
<tr><td colspan=7><details><summary>${summaryOf(image, place)}</summary><dl>${detailsOf(image, tags, place)}</dl></details>
`;
}
const timeText = (time) => {
    const day = time.toISOString().slice(0, 10);
    return `<time datetime=${day}>${day}</time>`;
};
const known = (text) => text === undefined ? '<span class=none>not known</span>' : html(text);
const list = (items, kind) => `<ul${kind === undefined ? '' : ` class=${kind}`}>${items.map((item) => `<li>${item}`).join('')}</ul>`;
/** `41.2 to 45.3 MB`, `950 kB to 1.2 MB`. */
function sizeText(sizes) {
    const [least, most] = [(0,units/* bytesText */.pV)(Math.min(...sizes)), (0,units/* bytesText */.pV)(Math.max(...sizes))];
    const [number, unit] = least.split(' ');
    if (least === most)
        return most;
    return `${most.endsWith(` ${unit}`) ? number : least} to ${most}`;
}
/** The tag of the very version first, since it moves least. */
function tagsOf({ tags, version }) {
    const parsed = version === undefined ? undefined : (0,package_version/* parsePackageVersion */.g7)(version);
    const ending = parsed?.ok ? (0,package_version/* tagOfVersion */.ml)(parsed.value) : version;
    const exact = tags.filter((tag) => tag === ending || (ending !== undefined && tag.endsWith(`-${ending}`)));
    return [...new Set([...exact, ...tags])];
}
/** What an image is called by one that is compared with it. */
const labelOf = (image) => tagsOf(image)[0] ?? image.digest;
function summaryOf({ requirements }, { since }) {
    if (requirements === undefined)
        return 'Pull lines and digests';
    const count = (0,units/* counted */.hS)(requirements.length, 'requirement');
    if (since === undefined)
        return count;
    return `${count}, ${since.changes.length === 0 ? 'none' : since.changes.length} changed`;
}
function detailsOf({ repository, digest, platforms, requirements }, tags, { set, since }) {
    const pulled = [...tags.slice(0, 1).map((tag) => `${repository}:${tag}`), `${repository}@${digest}`];
    const lines = pulled.map((one) => `<div class=pull><code>docker pull ${html(one)}</code></div>`);
    const parts = platforms.map((one) => `${html(one.platform)}, ${one.size === undefined ? 'which the registry has lost' : (0,units/* bytesText */.pV)(one.size)} <code>${html(one.digest)}</code>`);
    const changed = since === undefined || since.changes.length === 0
        ? ''
        : `<dt>Changed since ${html(labelOf(since.before))}<dd>${since.shared === undefined ? changeList(since.changes) : `<a href=#c${since.shared}>${(0,units/* counted */.hS)(since.changes.length, 'change')}</a>`}`;
    const needs = requirements === undefined || set === undefined
        ? ''
        : `<dt>Requirements<dd><a href=#r${set}>${requirements.length > 1 ? 'All ' : ''}${(0,units/* counted */.hS)(requirements.length, 'requirement')}</a>`;
    return `<dt>Pull<dd>${lines.join('')}<dt>Platforms<dd>${list(parts)}${changed}${needs}`;
}
const changeList = (changes) => list(changes.map(changeText));
function changeText({ name, before, after }) {
    if (before === undefined)
        return `${html(name)} ${html(after ?? '')}, new`;
    if (after === undefined)
        return `${html(name)} ${html(before)}, gone`;
    return `${html(name)} ${html(before)} → ${html(after)}`;
}

;// CONCATENATED MODULE: ./lib/report/catalogue/script.js
/**
 * What the page does in a browser, on top of a table that is whole without it: searches, filters, sorts, copies, and has a
 * switch for light and dark. It reads all from the table, and makes no markup out of text.
 */
/** JavaScript, as browsers run it; test/e2e/catalogue.test.ts runs it in one. */
const script = `
'use strict';
const at = (id) => document.getElementById(id);
const make = (tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  element.append(text);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
const root = document.documentElement;
const table = at('images');
const none = 'not known';
const textOf = (element) => element.textContent.trim();

/* Requirements are there once for all images that have the same. */
const sets = [...document.querySelectorAll('#sets pre')].map((set) => set.textContent.toLowerCase());
const images = [...table.tBodies].map((body, place) => {
  const [image, version, python, base, platforms, , made] = body.rows[0].cells;
  const minor = textOf(python).split('.').slice(0, 2).join('.');
  return {
    body, place, set: Number(body.dataset.r ?? -1), text: body.textContent.toLowerCase(),
    rank: Number(body.dataset.v), size: Number(body.dataset.s), name: textOf(image).toLowerCase(),
    made: made.querySelector('time')?.dateTime ?? '', python: textOf(python), base: textOf(base), version: textOf(version),
    platforms: [...platforms.querySelectorAll('li')].map(textOf),
    values: {
      Image: [textOf(image.querySelector('small'))], Version: [textOf(version)], Python: [minor], Base: [textOf(base)],
      Platform: [...platforms.querySelectorAll('li')].map(textOf),
    },
  };
});

const numeric = new Intl.Collator('en', { numeric: true });
const form = at('controls');
const query = at('query');
/* What all images have is no choice, and is not offered. */
const filters = ['Image', 'Version', 'Python', 'Base', 'Platform'].flatMap((key) => {
  const ranks = new Map(images.flatMap(({ values, rank }) => values[key].map((value) => [value, rank])));
  if (images.every(({ values }) => values[key].length === ranks.size)) return [];
  const byRank = (one, other) => ranks.get(other) - ranks.get(one);
  const order = { Version: byRank, Python: (one, other) => numeric.compare(other, one) }[key] ?? numeric.compare;
  const select = make('select', make('option', 'all', { value: '' }));
  for (const value of [...ranks.keys()].sort(order)) select.append(make('option', value, { value }));
  const label = make('label', key);
  label.append(select);
  at('clear').before(label);
  return [{ key, select }];
});

const apply = () => {
  const words = query.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const inSets = sets.map((text) => words.map((word) => text.includes(word)));
  const chosen = filters.filter(({ select }) => select.value !== '');
  let count = 0;
  for (const { body, text, set, values } of images) {
    const fits = chosen.every(({ key, select }) => values[key].includes(select.value))
      && words.every((word, index) => text.includes(word) || inSets[set]?.[index] === true);
    if (fits) count += 1;
    if (body.hidden === fits) body.hidden = !fits;
  }
  const all = images.length === 1 ? '1 image' : images.length + ' images';
  at('count').textContent = count === images.length ? all : count === 0 ? 'No image of ' + images.length + ' fits.' : count + ' of ' + all;
};
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
/* The fields are emptied after this event. */
form.addEventListener('reset', () => setTimeout(apply));

/* Newest and largest come first where that is asked for more often. */
const columns = [
  { of: ({ name }) => name },
  { of: ({ rank, version }) => (version === none ? '' : rank), down: true },
  { of: ({ python }) => (python === none ? '' : python), down: true },
  { of: ({ base }) => (base === none ? '' : base) },
  { of: ({ platforms }) => platforms.length, down: true },
  { of: ({ size }) => size || '', down: true },
  { of: ({ made }) => made, down: true },
];
const heads = [...table.tHead.rows[0].cells];
heads.forEach((head, column) => {
  const button = make('button', head.firstChild, { type: 'button' });
  head.append(button);
  const { of, down = false } = columns[column];
  button.addEventListener('click', () => {
    const before = head.getAttribute('aria-sort');
    const falls = before === null ? down : before === 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', falls ? 'descending' : 'ascending');
    const keyed = images.map((image) => ({ image, key: of(image) }));
    keyed.sort((one, other) => {
      /* What is not known is last, either way. */
      if (one.key === '' || other.key === '') return (one.key === '') - (other.key === '') || one.image.place - other.image.place;
      const order = typeof one.key === 'number' ? one.key - other.key : numeric.compare(one.key, other.key);
      return (falls ? -order : order) || one.image.place - other.image.place;
    });
    table.append(...keyed.map(({ image }) => image.body));
  });
});

const [ages, days] = ['always', 'auto'].map((numeric) => new Intl.RelativeTimeFormat('en', { numeric }));
const ageOf = (count) => {
  if (count < 60) return days.format(-count, 'day');
  return count < 730 ? ages.format(-Math.floor(count / 30.4), 'month') : ages.format(-Math.floor(count / 365.25), 'year');
};
for (const time of table.querySelectorAll('time')) {
  const age = Math.floor((Date.now() - Date.parse(time.dateTime)) / 86400000);
  time.after(make('small', ageOf(Math.max(0, age))));
}

const said = at('said');
const copy = async (code) => {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    /* A page that came over plain HTTP has no clipboard of its own. */
    getSelection().selectAllChildren(code);
    return document.execCommand('copy');
  }
};
table.addEventListener('toggle', ({ target }) => {
  const body = target.closest('tbody');
  if (!target.open || body.dataset.whole) return;
  body.dataset.whole = 'yes';
  for (const code of target.querySelectorAll('.pull code')) {
    const button = make('button', 'Copy', { type: 'button', 'aria-label': 'Copy ' + code.textContent });
    code.after(button);
    button.addEventListener('click', async () => {
      const done = await copy(code);
      button.textContent = done ? 'Copied' : 'Press Ctrl+C';
      said.textContent = '';
      said.textContent = button.textContent;
      setTimeout(() => button.replaceChildren('Copy'), 2000);
    });
  }
  for (const link of target.querySelectorAll('a'))
    link.replaceWith(at(link.hash.slice(1)).nextElementSibling.cloneNode(true));
}, true);

const themes = ['system', 'light', 'dark'];
const theme = at('theme');
const remembered = () => {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
};
const paint = (name) => {
  if (name === 'system') delete root.dataset.theme;
  else root.dataset.theme = name;
  theme.textContent = 'Theme: ' + name;
};
let current = themes.includes(remembered()) ? remembered() : 'system';
paint(current);
theme.addEventListener('click', () => {
  current = themes[(themes.indexOf(current) + 1) % themes.length];
  paint(current);
  try {
    localStorage.setItem('theme', current);
  } catch {
    /* It holds for this visit alone. */
  }
});

root.classList.add('js');
for (const element of [form, theme]) element.hidden = false;
apply();
`;

;// CONCATENATED MODULE: ./lib/report/catalogue/style.js
/** How the page looks: light and dark, a table where there is room for one, else a list of cards. */
/**
 * Rows are grids of fixed columns, each laid out by itself and only where it is seen: as a table the browser would measure all
 * 500 after each letter of a search. Their roles stay those of a table.
 */
const style = `
:root { color-scheme: light dark; --back: light-dark(#fff, #12161b); --text: light-dark(#1c2127, #e4e8ec);
  --quiet: light-dark(#57606a, #a3adb8); --line: light-dark(#d5dae0, #333b44); --soft: light-dark(#f3f5f7, #1b2128);
  --link: light-dark(#0b57c2, #86bdff); scroll-padding-top: 3rem }
:root[data-theme=light] { color-scheme: light }
:root[data-theme=dark] { color-scheme: dark }
* { box-sizing: border-box }
[hidden] { display: none !important }
body { margin: 0 auto; padding: 1.5rem; max-width: 84rem; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between }
h1 { font-size: 1.6rem; margin: 0; line-height: 1.2 }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem }
header p { flex-basis: 100%; margin: 0; color: var(--quiet) }
a { color: var(--link) }
code, pre, .tags { font: .8125rem/1.5 ui-monospace, monospace }
button, input, select { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--quiet);
  border-radius: .375rem; padding: .25rem .625rem; min-height: 2.25rem; max-width: 100% }
::placeholder { color: var(--quiet); opacity: 1 }
button { cursor: pointer; background: var(--soft) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
form { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin: 1.25rem 0 0 }
label { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; font-size: .8125rem; color: var(--quiet) }
label :is(input, select) { font-size: 1rem; color: var(--text) }
label:first-child { flex: 1 1 16rem }
label select { max-width: 16rem }
#count { margin: .75rem 0; color: var(--quiet) }
table, thead, tbody, th, td { display: block }
tr { display: grid; grid-template-columns: 31fr 11fr 9fr 11fr 14fr 13fr 11fr }
tbody { content-visibility: auto; contain-intrinsic-size: auto 6.25rem; border-bottom: 1px solid var(--line) }
th, td { text-align: left; vertical-align: top; padding: .625rem .75rem .25rem 0; font-weight: 400 }
thead { position: sticky; top: 0; z-index: 1; background: var(--back); border-bottom: 2px solid var(--line) }
thead th { padding: .375rem .75rem .375rem 0; font-weight: 600 }
thead button { border: 0; background: none; padding: .25rem 0; font-weight: 600; text-align: left }
thead button:hover { text-decoration: underline }
[aria-sort=ascending] button::after { content: " \\25B2" / "" }
[aria-sort=descending] button::after { content: " \\25BC" / "" }
tbody b { font-weight: 600 }
small, .none { color: var(--quiet); font-size: .8125rem }
td small { display: block }
ul { list-style: none; margin: 0; padding: 0 }
.tags { display: flex; flex-wrap: wrap; gap: .25rem; margin-top: .25rem }
.platforms { display: flex; flex-wrap: wrap; column-gap: .625rem }
.tags li { background: var(--soft); border-radius: .25rem; padding: 0 .375rem }
td[colspan] { grid-column: 1 / -1; padding: 0 0 .5rem }
summary { cursor: pointer; width: fit-content; max-width: 100%; padding: .25rem .5rem .25rem 0; color: var(--link); font-size: .875rem }
dl { margin: .25rem 0 .5rem; padding: .25rem 1rem 1rem; background: var(--soft); border-radius: .5rem; font-size: .875rem }
dt { font-weight: 600; margin-top: .75rem }
dd { margin: 0 }
.pull { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; margin: .25rem 0 }
.pull button { background: var(--back); padding: 0 .5rem; min-height: 1.75rem }
pre { margin: .25rem 0; columns: 16rem; column-gap: 2rem; white-space: pre-wrap }
.js #sets { display: none }
.quietly { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media (width < 52rem) {
  body { padding: 1rem }
  #theme { order: 1 }
  .js thead tr::before { content: "Sort by"; flex-basis: 100%; color: var(--quiet); font-size: .8125rem }
  label, label select { flex: 1 1 9rem; max-width: none }
  thead tr { display: flex; flex-wrap: wrap; column-gap: 1rem }
  thead { position: static }
  thead th { padding: 0 }
  tbody { padding: .75rem 0 .25rem; contain-intrinsic-size: auto 17rem }
  tbody tr { display: block }
  tbody th, tbody td { padding: 0 0 .125rem }
  tbody td:not([colspan]) { display: grid; grid-template-columns: 6rem 1fr }
  tbody td:not([colspan])::before { color: var(--quiet) }
  td:nth-child(2)::before { content: "Version" } td:nth-child(3)::before { content: "Python" }
  td:nth-child(4)::before { content: "Base" } td:nth-child(5)::before { content: "Platforms" }
  td:nth-child(6)::before { content: "Size" } td:nth-child(7)::before { content: "Made" }
  td small { grid-column: 2 }
  .tags { margin-bottom: .375rem }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
`;

;// CONCATENATED MODULE: ./lib/report/catalogue/page.js
/**
 * The page of all images: one file, which asks nothing of anybody. By hand and not from a framework, since its table must be
 * whole without JavaScript, and nothing but what is written here may run in it.
 */







const hashOf = (text) => `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
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
function cataloguePage(images, now) {
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
    const count = `${(0,units/* counted */.hS)(images.length, 'image')} of ${(0,units/* counted */.hS)(repositories.size, 'repository', 'repositories')}`;
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
const under = (heading, texts) => texts.length === 0 ? '' : `<h2>${heading}</h2>\n${texts.join('')}`;
/** What several images have in common stands once in the page, and is called by its number. */
function numbering(write) {
    const numbers = new Map();
    const texts = [];
    const numberOf = (key, value) => {
        const known = numbers.get(key);
        if (known !== undefined)
            return known;
        numbers.set(key, texts.length);
        return texts.push(write(texts.length, value)) - 1;
    };
    return { texts, numberOf };
}
/** Changes of an image that its row holds itself: the other bases of the same version have the same long lists. */
const mostInRow = 6;
const setText = (number, { image, requirements }) => `<h3 id=r${number}>${html(labelOf(image))}</h3><pre>${requirements.map(html).join('\n')}</pre>\n`;
const changesText = (number, of) => `<h3 id=c${number}>${html(labelOf(of.image))} since ${html(labelOf(of.before))}</h3>${changeList(of.changes)}\n`;
/** Places of all versions from the oldest on; those of equal ones differ, which no one sees. */
function ranksOf(images) {
    const versions = [...new Set(images.map(({ version }) => version))].toSorted(compareTexts);
    return new Map(versions.map((version, rank) => [version, rank]));
}

// EXTERNAL MODULE: ./lib/session/registries.js + 1 modules
var registries = __webpack_require__(6724);
// EXTERNAL MODULE: ./lib/commands/check.js + 1 modules
var check = __webpack_require__(12920);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
// EXTERNAL MODULE: ./lib/commands/require-writable.js
var require_writable = __webpack_require__(97814);
;// CONCATENATED MODULE: ./lib/commands/catalogue.js
/** Writes a page of all images of repositories, once all of them were read. */









/** Never throws for what a user can act on. Where one repository cannot be read, the page that is there stays as it is. */
async function writeCatalogue(world, request) {
    const { caBundle, out } = request;
    const untrusted = caBundle === undefined ? undefined : await (0,require_files/* caBundleProblem */.uk)(world, caBundle);
    if (untrusted !== undefined)
        return { repositories: [], problems: [untrusted] };
    const file = (0,external_node_path_.join)(out, 'index.html');
    const problems = [];
    const failing = async (work) => {
        try {
            await work();
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            problems.push(...error.problems);
        }
    };
    await failing(() => (0,require_writable/* requireWritable */.i)(world.files, file, 'out'));
    if (problems.length > 0)
        return { repositories: [], problems };
    const client = await (0,registries/* openClient */.M)(world, request.login);
    const sources = [];
    for (const repository of request.repositories)
        await failing(async () => {
            const source = await readCatalogue(client, repository);
            if (source === undefined)
                throw (0,check/* noRepository */.G)(repository);
            sources.push({ ...source, where: (0,reference/* repositoryText */.g_)(repository) });
        });
    const repositories = sources.map(({ where, images, others }) => ({ where, images, others }));
    if (problems.length > 0)
        return { repositories, problems };
    const content = Buffer.from(cataloguePage(sources.flatMap(({ images }) => images), new Date(world.clock.now())));
    await failing(() => world.files.replace(file, content));
    return problems.length > 0
        ? { repositories, problems }
        : { repositories, problems, page: { file, bytes: content.length } };
}

;// CONCATENATED MODULE: ./lib/report/catalogue/report.js

/** A line for each repository, and one for the page. Problems are not in it. */
const catalogueText = ({ repositories, page }) => [
    ...repositories.map(({ where, images, others }) => {
        const left = others.length === 0 ? '' : `; ${(0,units/* counted */.hS)(others.length, 'tag')} of no image left out`;
        return `${where}: ${(0,units/* counted */.hS)(images.length, 'image')}${left}`;
    }),
    ...(page === undefined ? [] : [`${page.file}: ${(0,units/* bytesText */.pV)(page.bytes)}`]),
]
    .map((line) => `${line}\n`)
    .join('');

;// CONCATENATED MODULE: ./lib/entry/catalogue-command.js
/** What the command `catalogue` does, and how its result is shown. */



const run = (world, { inputs, ...request }) => writeCatalogue(world, { ...inputs, ...request });
const show = (report) => ({
    text: () => catalogueText(report),
    textHasProblems: false,
    json: report,
    problems: report.problems,
    refused: (0,errors/* blamesInputs */.uU)(report.problems),
});


/***/ }),

/***/ 63026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ timeIn),
/* harmony export */   Lq: () => (/* binding */ isConfig),
/* harmony export */   fh: () => (/* binding */ readTimes)
/* harmony export */ });
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(606);
/* harmony import */ var _plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52911);
/* harmony import */ var _registry_image_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85473);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77106);
/** When images were made, by what they say of themselves. */




/** The last time that stands for none: builds that are the same every time take the epoch of Unix, or that of ZIP. */
const noTime = Date.UTC(1980, 0, 2);
/**
 * Milliseconds since the epoch: the annotation of the index, else what the configuration of its first image says. Images
 * that say nothing are left out.
 *
 * @throws RegistryProblem.
 */
async function readTimes(reader, repository, held, digests) {
    const times = await (0,p_map__WEBPACK_IMPORTED_MODULE_2__["default"])(new Set(digests), async (digest) => [digest, await timeOf(reader, repository, held, digest)], { concurrency: _repository_js__WEBPACK_IMPORTED_MODULE_1__/* .concurrency */ .Ex });
    return new Map(times.flatMap(([digest, time]) => (time === undefined ? [] : [[digest, time]])));
}
async function timeOf(reader, repository, { manifests }, digest) {
    const top = manifests.get(digest);
    const annotated = timeIn(top?.annotations[_plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .createdKey */ .Yw]);
    if (top === undefined || annotated !== undefined)
        return annotated;
    const images = [top, ...top.manifests.map((one) => manifests.get(one.digest))];
    const config = images.map((one) => one?.blobs[0]).find(isConfig);
    if (config === undefined)
        return undefined;
    const bytes = await reader.getBlob(repository, config.digest);
    if (bytes === undefined)
        return undefined;
    try {
        return timeIn((0,_registry_image_config_js__WEBPACK_IMPORTED_MODULE_3__/* .readConfig */ .X)(bytes).created);
    }
    catch {
        return undefined;
    }
}
/** Whether it is the configuration of an image, and of no other artifact. */
const isConfig = (blob) => blob !== undefined &&
    /^application\/vnd\.(?:oci\.image\.config|docker\.container\.image)\./.test(blob.mediaType);
/** Milliseconds since the epoch; undefined for what is no time, or stands for none. */
function timeIn(text) {
    const time = typeof text === 'string' ? Date.parse(text) : Number.NaN;
    return time > noTime ? time : undefined;
}


/***/ }),

/***/ 52911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ recipeParts),
/* harmony export */   Ur: () => (/* binding */ installsOf),
/* harmony export */   Ww: () => (/* binding */ recipeName),
/* harmony export */   Yw: () => (/* binding */ createdKey),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   jS: () => (/* binding */ fingerprintHash)
/* harmony export */ });
/* unused harmony export schema */
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9333);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64222);
/** Fingerprints: all that an image is made of, in parts that can be compared and named. */


/**
 * Raised when this program would make another image of the same inputs: when the files of `dockerfiles/`, their rendering
 * or the labels change. Everything is then built anew, once. A change of wording there is no reason to raise it;
 * test/plan/schema.test.ts asks at every change.
 */
const schema = 1;
/** Parts of the recipe that are compared one by one, so that a reason can name the part that changed. */
const recipeParts = [
    'dockerfile',
    'context',
    'git',
    'buildArguments',
    'requirements',
    'buildPackages',
    'buildConstraints',
    'runtimePackages',
    'command',
    'user',
    'layers',
    'index',
    'labels',
    'annotations',
    'exports',
    'checks',
    'attestations',
];
/**
 * The fingerprint of an image as far as its contents are known before the build. Left out, although an image may differ
 * by it:
 *
 * - the values and sources of secrets, the user of the registry, and the index's credentials: no hash of a secret may
 *   stand where everybody reads;
 * - times: SOURCE_DATE_EPOCH, and the `created` that users give as a label or an annotation;
 * - the image that compiles, the builder, the machine and the version of uv: what is compiled again of the same sources
 *   is right on the same base, and what uv finds is in `requirements`;
 * - today's versions of distribution packages and build requirements, and all that a Dockerfile fetches by itself: only a
 *   build can tell. `max_age` covers them.
 *
 * Python's version and the variant are in the names of the base and of the exact tag.
 */
function fingerprintOf(source) {
    const { image, bases, requirements } = source;
    return {
        schema,
        recipe: recipeOf(source),
        bases,
        requirements: requirements === undefined ? [] : pinned(requirements),
        installs: requirements === undefined ? '' : installsOf(requirements),
        platforms: image.platforms.toSorted(),
    };
}
/** Only inputs with an effect: the rendered stages do not read build arguments. */
function recipeOf({ image, policy, dockerfile }) {
    const { content, checks, exports, labels, given } = image;
    const rendered = content.kind === 'packages' ? content : undefined;
    const packages = rendered !== undefined || dockerfile?.usesPackages === true ? content.packages : undefined;
    const [asked, ...more] = packages?.requirements ?? [];
    const parts = {
        dockerfile: dockerfile?.text.replaceAll('\r\n', '\n'),
        context: dockerfile?.contextHashes.files,
        git: dockerfile?.contextHashes.git?.hash,
        buildArguments: content.kind === 'dockerfile' ? content.arguments : {},
        requirements: asked === undefined ? [] : [asked, ...more.toSorted()],
        buildPackages: packages?.buildPackages.toSorted() ?? [],
        buildConstraints: packages?.buildConstraints.toSorted() ?? [],
        runtimePackages: rendered?.runtimePackages.toSorted() ?? [],
        command: rendered?.command,
        user: rendered?.user,
        layers: rendered?.layers,
        index: indexesPart(packages ?? {}),
        labels: withoutTime({
            ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .s)({ maintainer: labels['maintainer'] }),
            ...given.labels,
        }),
        annotations: withoutTime(given.annotations),
        exports: exports?.toSorted(),
        checks: {
            verify: policy.verify,
            command: checks.command,
            trial: checks.trial,
            python: checks.python,
            test: checks.test,
            runs: checks.runs,
        },
        attestations: { provenance: policy.provenance, sbom: policy.sbom },
    };
    return Object.fromEntries(recipeParts.flatMap((part) => (isEmpty(parts[part]) ? [] : [[part, (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)(parts[part]).slice(0, 12)]])));
}
/** Its order decides which index a package belongs to; what a report calls one changes nothing. */
const indexesPart = ({ indexUrl, extraIndexes = [] }) => extraIndexes.length === 0
    ? indexUrl
    : { main: indexUrl, extra: extraIndexes.map((index) => ({ ...index, name: undefined })) };
/** The OCI image specification's key of the time at which an image was made. */
const createdKey = 'org.opencontainers.image.created';
/** Labels that another action makes in a workflow have a new time in every run. */
const withoutTime = (pairs) => Object.fromEntries(
// The key of an annotation may begin with levels: `index,manifest:`.
Object.entries(pairs).filter(([key]) => key.slice(key.indexOf(':') + 1) !== createdKey));
const isEmpty = (value) => value === undefined || ['""', '[]', '{}'].includes((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(value));
/** One hash of all parts. */
const fingerprintHash = (fingerprint) => `sha256:${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)(fingerprint)}`;
/** A short name of a recipe, for messages that must tell two of them apart. */
const recipeName = ({ recipe, platforms }) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)({ recipe, platforms }).slice(0, 12);
/**
 * Hash of the very files that each platform installs or compiles, in any order; without their URLs. Of a Dockerfile that runs
 * pip on several bases a platform has several lists.
 */
const installsOf = (requirements) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)(Object.fromEntries([...Map.groupBy(requirements, ({ platform }) => platform)].map(([platform, lists]) => {
    const files = lists.map((one) => filesOf(one.requirements));
    return [platform, files.length === 1 ? files[0] : files];
})));
/** Version and file of everything, by name. */
const filesOf = (requirements) => Object.fromEntries(requirements.map((one) => {
    const { kind, name, version } = one;
    switch (kind) {
        case 'wheel':
            // An index of wheels that is down, or has one more, is no reason to build: the release is the same.
            return [name, [version, (one.instead?.compile?.sdist ?? one.wheel).sha256]];
        case 'compile':
            return [name, [version, one.sdist.sha256]];
        case 'present':
            return [name, [version]];
    }
}));
const pinned = (requirements) => [
    ...new Set(requirements.flatMap((platform) => platform.requirements.map(({ name, version }) => `${name}==${version}`))),
].toSorted();


/***/ }),

/***/ 27098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ tagsNotWhole),
/* harmony export */   q: () => (/* binding */ checkText)
/* harmony export */ });
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65526);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88861);


/** Tags whose image lacks something, sorted. */
const tagsNotWhole = ({ missing }) => [...new Set(missing.flatMap(({ tags }) => tags))].toSorted();
/** What is missing, then a line for each repository; empty where problems left none. Problems are not in it. */
const checkText = ({ repositories }, style = _layout_js__WEBPACK_IMPORTED_MODULE_0__/* .plainStyle */ .sj) => repositories
    .flatMap((one) => [...missingLines(one, style), summaryLine(one)])
    .map((line) => `${line}\n`)
    .join('');
function missingLines({ missing }, style) {
    if (missing.length === 0)
        return [];
    const rows = missing.map((part) => {
        const tags = part.tags.join(', ');
        if (part.kind === 'tag')
            return ['its manifest', '', '', '', tags];
        return [part.kind, part.platform ?? '', (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(part.digest), (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(part.neededBy), tags];
    });
    // Tags are last, since the last goes on below a line that is too long.
    const [head = '', ...lines] = (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .columns */ .YB)([['Missing', 'Platform', 'Digest', 'Needed by', 'Tags'], ...rows], style);
    return [(0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .painted */ .C$)(style, 'bold', head), ...lines];
}
function summaryLine(repository) {
    const { where, tags, manifests, blobs, missing } = repository;
    const whole = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(tags, 'tag')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(manifests, 'manifest')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(blobs, 'blob')}`;
    if (tags === 0)
        return `${where}: no tags, so there is nothing to check`;
    if (missing.length === 0)
        return `${where}: ${whole}; all that they need is there`;
    return `${where}: ${whole}; ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(missing.length, 'part')} missing, of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(tagsNotWhole(repository).length, 'tag')}`;
}


/***/ })

};
