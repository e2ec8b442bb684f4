export const id = 317;
export const ids = [317];
export const modules = {

/***/ 3081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ release_command_run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(4222);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(4021);
// EXTERNAL MODULE: ./lib/ports.js
var ports = __webpack_require__(391);
// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./lib/registry/errors.js + 1 modules
var errors = __webpack_require__(8110);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var manifest = __webpack_require__(886);
// EXTERNAL MODULE: ./lib/registry/publish-tag.js
var publish_tag = __webpack_require__(85);
// EXTERNAL MODULE: ./lib/publish/publish.js
var publish = __webpack_require__(2004);
;// CONCATENATED MODULE: ./lib/publish/release.js
/** Gives published images more tags: manifests alone are written, and only once every image was looked at. */







/** So many images at once. */
const concurrency = 4;
/** So many manifests of one index at once. */
const childConcurrency = 8;
/**
 * Looks at every image, whatever is wrong with another; only a registry that does not answer is asked no further. No tag
 * moves.
 */
async function examine(client, repositories, tags, checks) {
    const silent = new Set();
    return (0,p_map/* default */.Ay)(repositories, async (repository) => {
        if (silent.has(repository.registry))
            return { repository, held: new Map(), problems: [] };
        try {
            return await candidateOf(client, repository, tags, checks);
        }
        catch (error) {
            if (!(error instanceof lib_errors/* Failure */.HR))
                throw error;
            if (isSilent(error))
                silent.add(repository.registry);
            return { repository, held: new Map(), problems: error.problems };
        }
    }, { concurrency });
}
const isSilent = (error) => error instanceof errors/* RegistryProblem */.Ne && (error.temporary || error.status === undefined);
/** @throws Failure where the registry does not say what it holds. */
async function candidateOf(client, repository, tags, { force, writes }) {
    const { from, release, symbolic } = tags;
    const manifest = await client.getManifest(repository, from);
    if (manifest === undefined)
        return { repository, held: new Map(), problems: [missing(repository, from)] };
    const wanted = [release, ...symbolic];
    const [heads, lost] = await (0,lib_errors/* gather */.kg)([
        Promise.all(wanted.map((tag) => client.headManifest(repository, tag))),
        lostManifests(client, repository, manifest),
    ]);
    const held = new Map(wanted.flatMap((tag, at) => {
        const head = heads[at];
        return head === undefined ? [] : [[tag, head.digest]];
    }));
    const problems = lost.length === 0 ? [] : [incomplete(repository, from, lost)];
    const old = held.get(release);
    if (old !== undefined && old !== manifest.digest && !force)
        problems.push(released(repository, tags, old, manifest.digest));
    const moves = wanted.some((tag) => held.get(tag) !== manifest.digest);
    if (writes && moves)
        problems.push(...(await refusedWrite(client, repository)));
    return { repository, manifest, held, problems };
}
/** Manifests that an index names and the registry no longer has; attestations are among them. */
async function lostManifests(client, repository, { mediaType, bytes }) {
    const named = (0,manifest/* isIndex */.nw)(mediaType) ? ((0,manifest/* readContent */.c_)(bytes).manifests ?? []) : [];
    const found = await (0,p_map/* default */.Ay)(named, ({ digest }) => client.headManifest(repository, digest), {
        concurrency: childConcurrency,
    });
    return named.filter((_, at) => found[at] === undefined);
}
async function refusedWrite(client, repository) {
    try {
        await client.probeWrite(repository);
        return [];
    }
    catch (error) {
        if (error instanceof lib_errors/* Failure */.HR)
            return error.problems;
        throw error;
    }
}
const problem = (repository, message) => ({
    station: 'registry',
    about: (0,reference/* repositoryText */.g_)(repository),
    message,
});
const missing = (repository, from) => problem(repository, `${(0,reference/* taggedText */.Ms)(repository, from)} does not exist. All images of a release must be published under "${from}" before: build it, or leave it out.`);
function incomplete(repository, from, lost) {
    const names = lost.map(({ digest, platform }) => {
        const of = platform === undefined || platform.os === 'unknown' ? '' : ` (${platformText(platform)})`;
        return `${digest}${of}`;
    });
    return problem(repository, `${(0,reference/* taggedText */.Ms)(repository, from)} is not whole: the registry no longer has ${names.join(', ')}. A clean-up of untagged manifests deletes what an index is made of, too: build the image anew with force, and let the clean-up keep what an index names.`);
}
const platformText = ({ os, architecture, variant }) => [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
const released = (repository, { from, release }, old, now) => problem(repository, `${(0,reference/* taggedText */.Ms)(repository, release)} is ${old} already, and "${from}" is ${now}. A released tag stays where it is: release under another tag, or move this one with force.`);
/**
 * Moves the release's tag of all images, then each symbolic tag of all images, and reads each back. The first failure
 * ends it: what is left is moved by the next run.
 *
 * @param candidates all with their manifest. @param force see {@link Checks}. @param onMove told of each tag that moved.
 */
function moveTags(client, candidates, { release, symbolic }, force, onMove) {
    const wanted = [release, ...symbolic];
    const moves = new Map(candidates.map(({ repository, manifest, held }) => {
        const of = (tag) => (held.get(tag) === manifest?.digest ? 'there' : 'left');
        return [repository, new Map(wanted.map((tag) => [tag, of(tag)]))];
    }));
    const errors = [];
    const moveOne = async ({ repository, manifest, held }, tag) => {
        const state = moves.get(repository);
        if (errors.length > 0 || state.get(tag) === 'there')
            return;
        try {
            if (tag === release && !force)
                await requireAmong(client, repository, tag, [held.get(tag), manifest.digest]);
            state.set(tag, 'unsure');
            await moveTag(client, repository, manifest, tag);
            state.set(tag, 'moved');
            onMove(repository, tag);
        }
        catch (error) {
            if (wasRefused(error))
                state.set(tag, 'left');
            errors.push(error);
        }
    };
    const run = async () => {
        for (const tag of wanted)
            await (0,p_map/* default */.Ay)(candidates, (one) => moveOne(one, tag), { concurrency });
        const other = errors.find((error) => !(error instanceof lib_errors/* Failure */.HR));
        if (other !== undefined)
            throw other;
        return errors.flatMap(({ problems }) => problems);
    };
    return { moves, run };
}
/** Another run may have released something else since the images were looked at. */
async function requireAmong(client, repository, tag, digests) {
    if (!digests.includes((await client.headManifest(repository, tag))?.digest))
        throw (0,publish/* tagFailure */.fM)(repository, tag, 'is another image than before this run');
}
async function moveTag(client, repository, { bytes, mediaType, digest }, tag) {
    await (0,publish_tag/* publishTag */.q)(client, repository, bytes, mediaType, tag);
    if ((await client.headManifest(repository, tag))?.digest !== digest)
        throw (0,publish/* tagFailure */.fM)(repository, tag, 'was moved, but read back it is another image');
}
const wasRefused = (error) => error instanceof errors/* RegistryProblem */.Ne &&
    (error.request.during ?? error.method) === 'PUT' &&
    error.status !== undefined &&
    !error.temporary;

// EXTERNAL MODULE: ./lib/report/cut.js
var cut = __webpack_require__(6590);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(5526);
// EXTERNAL MODULE: ./lib/report/summary.js + 1 modules
var summary = __webpack_require__(5259);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
;// CONCATENATED MODULE: ./lib/report/release.js





/** The report of a run as far as it came. */
function releaseReport(known) {
    const all = known.images.flatMap(({ tags }) => tags);
    const has = (...wanted) => all.some(({ outcome }) => wanted.includes(outcome));
    if (known.problems.length > 0)
        return { outcome: has('moved', 'unsure') ? 'partial' : 'failed', ...known };
    return { outcome: has('planned') ? 'planned' : has('moved') ? 'released' : 'unchanged', ...known };
}
/** Ends with a newline. Problems are not in it; empty where they left nothing to say. */
function releaseText(report, style = layout/* plainStyle */.sj) {
    const { images, notes, problems } = report;
    if (images.length === 0 && problems.length > 0)
        return '';
    const rows = [
        ['Image', ...tagsOf(report), 'Digest'],
        ...images.map((image) => [
            (0,report_escape/* oneLine */.TN)(image.repository),
            ...cellsOf(report, image),
            (0,units/* shortDigest */.VK)(image.digest ?? '-'),
        ]),
    ];
    const lines = [
        (0,layout/* painted */.C$)(style, 'bold', (0,report_escape/* oneLine */.TN)(headline(report))),
        ...(0,layout/* columns */.YB)(rows, style),
        ...notes.map((note) => `  ${(0,report_escape/* oneLine */.TN)(note)}`),
    ];
    return `${lines.join('\n')}\n`;
}
/** Markdown for `GITHUB_STEP_SUMMARY`. */
function releaseMarkdown(report, limit) {
    const { images, notes, problems, outcome } = report;
    const rows = images.map((image) => [
        (0,report_escape/* code */.aY)(image.repository),
        ...cellsOf(report, image).map(report_escape/* markdown */.wD),
        image.digest === undefined ? '–' : (0,report_escape/* code */.aY)((0,units/* shortDigest */.VK)(image.digest)),
    ]);
    const parts = [
        { text: `## ${icons[outcome]} ${(0,report_escape/* markdown */.wD)(headline(report))}` },
        ...(0,summary/* problemsMarkdown */.KK)(problems).map((text) => ({
            text,
            loss: { rank: 2, what: ['problem', 'problems'] },
        })),
        ...(rows.length === 0
            ? []
            : [
                {
                    text: (0,report_escape/* table */.tp)(['Image', ...tagsOf(report).map(report_escape/* markdown */.wD), 'Digest'], rows),
                    loss: { rank: 1, what: ['image', 'images'], lines: 'table' },
                },
            ]),
        ...notes.map((note) => ({ text: `- ${(0,report_escape/* markdown */.wD)(note)}` })),
    ];
    if (limit === undefined)
        return (0,cut/* joined */.o)(parts);
    const file = limit.file === undefined ? '' : ` and in ${(0,report_escape/* code */.aY)(limit.file)}`;
    return (0,cut/* cut */.J)(parts, limit.most, (left) => `**Left out**, for GitHub takes no longer summary: ${left}. The whole is in the output \`metadata\`${file}.`);
}
/** Every output by name. `images` and `metadata` are JSON. */
function releaseOutputs(report) {
    return {
        images: JSON.stringify(report.images.map((image) => ({
            name: image.repository,
            outcome: imageOutcome(image),
            image: image.digest === undefined ? '' : `${image.repository}@${image.digest}`,
            tags: image.tags
                .filter(({ outcome }) => outcome === 'moved' || outcome === 'there')
                .map(({ tag }) => `${image.repository}:${tag}`),
            reason: image.tags.map((one) => `${one.tag}: ${words[one.outcome](one)}`).join(', '),
        }))),
        tag: report.tag,
        push_executed: String(hasMoved(report)),
        metadata: JSON.stringify(report),
    };
}
const hasMoved = ({ images }) => images.some(({ tags }) => tags.some(({ outcome }) => outcome === 'moved' || outcome === 'unsure'));
const icons = {
    released: '✅',
    unchanged: '💤',
    planned: '📝',
    partial: '❌',
    failed: '❌',
};
const words = {
    moved: ({ before }) => (before === undefined ? 'new' : 'moved'),
    there: () => 'was there',
    planned: ({ before }) => (before === undefined ? 'would be new' : 'would move'),
    left: () => 'not moved',
    unsure: () => 'perhaps moved',
};
const tagsOf = ({ tag, symbolic }) => [tag, ...symbolic];
const cellsOf = (report, { tags }) => tagsOf(report).map((name) => {
    const found = tags.find(({ tag }) => tag === name);
    return found === undefined ? '-' : words[found.outcome](found);
});
function imageOutcome({ tags }) {
    const order = ['unsure', 'left', 'planned', 'moved', 'there'];
    const found = order.find((wanted) => tags.some(({ outcome }) => outcome === wanted));
    const names = { unsure: 'failed', left: 'failed', planned: 'planned', moved: 'released', there: 'kept' };
    return found === undefined ? 'failed' : names[found];
}
function headline({ outcome, from, tag, symbolic, images }) {
    const of = (0,units/* counted */.hS)(images.length, 'image');
    const names = [tag, ...symbolic].join(', ');
    const all = images.flatMap(({ tags }) => tags);
    const standing = all.filter((one) => one.outcome === 'moved' || one.outcome === 'there').length;
    switch (outcome) {
        case 'released':
            return `Released ${names} from ${from}: ${of}`;
        case 'unchanged':
            return `Nothing to do: ${of} had ${names} already, as ${from} stands`;
        case 'planned':
            return `Would release ${names} from ${from}: ${of}`;
        case 'partial':
            return `Release ${tag} is incomplete: ${standing} of ${(0,units/* counted */.hS)(all.length, 'tag')} stand. The next run completes it`;
        case 'failed':
            return `Not released: ${tag}. No tag was moved`;
    }
}

// EXTERNAL MODULE: ./lib/session/registries.js + 1 modules
var registries = __webpack_require__(6724);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/sources/git.js
var git = __webpack_require__(1022);
// EXTERNAL MODULE: ./lib/sources/tree/branch.js
var tree_branch = __webpack_require__(9075);
// EXTERNAL MODULE: ./lib/sources/tree/files.js + 2 modules
var files = __webpack_require__(2787);
;// CONCATENATED MODULE: ./lib/sources/release.js
/** What a release is of: the images, the tag that they stand under, and those that they get. */






/** @throws Failure (station `input`) with all that does not follow from inputs, event and Git. */
async function releaseOf(world, inputs, event) {
    const [release, from, names] = await (0,lib_errors/* gather */.kg)([
        releaseTag(world, inputs.tag, event),
        fromTag(world, inputs.from, event),
        namesOf(world, inputs),
    ]);
    const isPreRelease = event?.release?.prerelease === true;
    const symbolic = (isPreRelease ? inputs.prereleaseTags : inputs.tags).filter((tag) => tag !== release);
    if (from === release && symbolic.length === 0)
        throw wrong('from', `from: the images would get the tag ${(0,shown/* shown */.S)(from)} that they stand under, and no other: name another tag, or symbolic ones in the input tags.`);
    const stays = isPreRelease ? inputs.tags.filter((tag) => ![...symbolic, release].includes(tag)) : [];
    return {
        tags: { from, release, symbolic },
        repositories: eachOnce(inputs.repositories.flatMap((prefix) => names.map((name) => (name === '.' ? prefix : { ...prefix, name: `${prefix.name}/${name}` })))),
        notes: stays.length === 0
            ? []
            : [
                `${release} is a pre-release, and does not move ${stays.join(', ')}: prerelease_tags names what it moves`,
            ],
    };
}
const eachOnce = (repositories) => [
    ...new Map(repositories.map((one) => [(0,reference/* repositoryText */.g_)(one), one])).values(),
];
async function releaseTag(world, given, event) {
    const release = event?.release;
    if (release !== undefined)
        requirePublished(release);
    if (given !== undefined)
        return given;
    const ref = event?.ref ?? '';
    const name = release?.tag ??
        (ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : undefined) ??
        (ref === '' ? await onlyTag(world) : undefined);
    if (name === undefined)
        throw wrong('tag', 'tag: nothing names it, since this run is of no release and of no tag of Git. Give it, or let the workflow run "on: release: types: [published]".');
    const tag = (0,tree_branch/* tagOfRef */.D)({ ref: `refs/tags/${name}` }, []);
    if (!tag.ok)
        throw wrong('tag', `tag: ${tag.message}`);
    return tag.value;
}
/** Without types, a workflow runs for everything that happens to a release. */
function requirePublished({ action, tag }) {
    if (action !== 'deleted' && action !== 'unpublished')
        return;
    throw wrong('tag', `tag: the release ${(0,shown/* shown */.S)(tag)} was ${action}, which releases nothing. Let the workflow run "on: release: types: [published]".`);
}
/** @throws Failure where HEAD has several. */
async function onlyTag(world) {
    const [first, ...others] = await (0,git/* tagsAtHead */.FF)(world);
    if (others.length === 0)
        return first;
    throw wrong('tag', `tag: HEAD has the tags ${[first, ...others].join(', ')}. Name the one to release.`);
}
/** Commits are not published under a tag of their own. */
const isCommit = (target) => /^[0-9a-f]{40}$/.test(target);
async function fromTag(world, given, event) {
    if (given !== undefined)
        return given;
    const target = event?.release?.target.replace(/^refs\/heads\//, '') ?? '';
    const usual = event?.defaultBranch || (await (0,git/* defaultBranch */.OR)(world)) || 'main';
    const branch = target === '' || isCommit(target) ? usual : target;
    return (0,tree_branch/* tagOfBranch */.W)(branch, [...(await (0,git/* branchesOf */.IJ)(world)), usual]);
}
async function namesOf(world, inputs) {
    const { images, repositories, path } = inputs;
    if (images.length > 0 && !images.some((name) => name.includes('*')))
        return images;
    const known = await (0,files/* treeNames */.zg)(world.files, inputs).catch((error) => {
        if (!(error instanceof lib_errors/* Failure */.HR) || images.length > 0)
            throw error;
        const way = `images: it is empty, so the Dockerfiles in ${(0,shown/* shown */.S)(path)} say which images there are. Check the repository out in an earlier step, or name the images; "." is ${(0,reference/* repositoryText */.g_)(repositories[0])} itself.`;
        throw new lib_errors/* Failure */.HR([...error.problems, ...wrong('images', way).problems]);
    });
    if (images.length === 0)
        return known;
    const named = (0,files/* namesMatching */.G)(known, images.filter((name) => name !== '.'));
    return [...(images.includes('.') ? ['.'] : []), ...named];
}
const wrong = (about, message) => new lib_errors/* Failure */.HR([{ station: 'input', about, message }]);

// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./lib/commands/release.js
/** Gives images that are published another tag, and symbolic ones. Nothing is pulled, and nothing is built. */









/** Never throws for what a user can act on: the report carries it, beside what was moved. */
async function release(world, request) {
    const progress = { images: () => [] };
    const reportWith = (problems) => reportOf(request.inputs, progress, problems);
    try {
        return { report: reportWith(await run(world, request, progress)) };
    }
    catch (error) {
        if (error instanceof ports/* Interrupted */.j)
            return { report: reportWith([ended]), interrupted: error };
        if (!(error instanceof lib_errors/* Failure */.HR))
            throw error;
        return { report: reportWith(error.problems) };
    }
}
const ended = {
    station: 'interruption',
    message: 'What was running was ended. Run again to complete it.',
};
/** @throws Failure of the inputs, and Interrupted. */
async function run(world, { inputs, login, event }, progress) {
    const { caBundle, force, dryRun } = inputs;
    const untrusted = caBundle === undefined ? undefined : await (0,require_files/* caBundleProblem */.u)(world, caBundle);
    if (untrusted !== undefined)
        return [untrusted];
    const wanted = await releaseOf(world, inputs, await event());
    const { tags, repositories } = wanted;
    progress.release = wanted;
    const { client } = await (0,registries/* openRegistries */.c)(world, {}, login);
    const candidates = await world.log.group('check', () => examine(client, repositories, tags, { force, writes: !dryRun }));
    const problems = candidates.flatMap((one) => one.problems);
    const outcome = problems.length === 0 ? 'planned' : 'left';
    progress.images = () => candidates.map((one) => unmoved(one, tags, outcome));
    if (problems.length > 0 || dryRun)
        return problems;
    const { moves, run: move } = moveTags(client, candidates, tags, force, (repository, tag) => world.log.info(`moved    ${(0,reference/* taggedText */.Ms)(repository, tag)}`));
    progress.images = () => candidates.map((one) => moved(one, tags, moves));
    return world.log.group('publish', move);
}
function reportOf(inputs, { release: wanted, images }, problems) {
    return releaseReport({
        ...(wanted === undefined
            ? { from: inputs.from ?? '', tag: inputs.tag ?? '', symbolic: inputs.tags }
            : { from: wanted.tags.from, tag: wanted.tags.release, symbolic: wanted.tags.symbolic }),
        images: images(),
        notes: wanted?.notes ?? [],
        problems,
    });
}
const unmoved = (candidate, tags, outcome) => imageOf(candidate, tags, (tag) => candidate.held.get(tag) === candidate.manifest?.digest ? 'there' : outcome);
const moved = (candidate, tags, moves) => imageOf(candidate, tags, (tag) => moves.get(candidate.repository).get(tag));
function imageOf({ repository, manifest, held }, { release: exact, symbolic }, outcomeOf) {
    const tagOf = (tag) => {
        const before = held.get(tag) === manifest?.digest ? undefined : held.get(tag);
        return { tag, outcome: outcomeOf(tag), ...(0,defined/* defined */.s)({ before }) };
    };
    return {
        repository: (0,reference/* repositoryText */.g_)(repository),
        ...(0,defined/* defined */.s)({ digest: manifest?.digest }),
        tags: manifest === undefined ? [] : [exact, ...symbolic].map(tagOf),
    };
}

;// CONCATENATED MODULE: ./lib/entry/release-command.js
/** What the command `release` does, and how its result is shown. */



const release_command_run = release;
const show = ({ report, interrupted }) => ({
    text: (style) => releaseText(report, style),
    textHasProblems: false,
    json: report,
    problems: report.problems,
    refused: (0,lib_errors/* blamesInputs */.uU)(report.problems) && interrupted === undefined && !hasMoved(report),
    stepResults: {
        outputs: releaseOutputs(report),
        warnings: [],
        summary: (limit) => releaseMarkdown(report, limit),
    },
    ...(interrupted !== undefined && { interrupted }),
});


/***/ }),

/***/ 5909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ patternList),
/* harmony export */   i7: () => (/* binding */ ignoreLines),
/* harmony export */   s$: () => (/* binding */ pathPattern)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/** Matches paths against the patterns of a `.dockerignore`, of `--exclude`, and of a COPY's sources. */

/** Lines of a `.dockerignore`. Rule: Dockerfile reference, ".dockerignore file". */
const ignoreLines = (text) => text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
    const [, exception = '', path = ''] = /^\s*(!?)\s*(.*?)\s*$/s.exec(line) ?? [];
    return path === '' ? '' : `${exception}${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/^\/(?=.)/, '')}`;
});
/**
 * A list as BuildKit applies it: the last pattern that matches a path or a folder above it decides, and one with `!` makes
 * it unmatched. A pattern is tried only where it would change the result so far; so an exception of a whole folder after
 * a pattern of something in it changes nothing for that.
 */
function patternList(lines) {
    const patterns = lines
        .map((line) => /^(!?)(.*)$/s.exec(line.trim()))
        .filter(([, , path]) => path !== '')
        .map(([, exception, path = '']) => {
        const cleaned = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/(?<=.)\/$/, '');
        return { exception: exception === '!', cleaned, matches: pathPattern(cleaned) };
    });
    return {
        match(path, above) {
            let matched = false;
            const by = patterns.map(({ exception, matches }, index) => {
                const hit = above?.by[index] === true || (exception === matched && matches(path));
                if (hit)
                    matched = !exception;
                return hit;
            });
            return { matched, by };
        },
        mayExcept: (folder) => patterns.some(({ exception, cleaned }) => {
            const [fixed = ''] = /^[^*?[\\]*/.exec(cleaned) ?? [];
            const inside = `${folder}/`;
            return exception && (fixed.startsWith(inside) || (fixed !== cleaned && inside.startsWith(fixed)));
        }),
    };
}
/**
 * Go's filepath.Match, and `**` for any number of names. A pattern that Go refuses matches nothing: the builder reports it.
 * Rules: golang.org/pkg/path/filepath#Match; Dockerfile reference, ".dockerignore file".
 */
function pathPattern(pattern) {
    // `**.pyc` is any path that ends so, though `**a*` begins a name.
    if (/^\*\*[^/*?[\]\\]+$/.test(pattern))
        return (path) => path.endsWith(pattern.slice(2));
    let source = '';
    for (let at = 0; at < pattern.length;) {
        const [token = ''] = /^(?:\*\*\/?|\[\^?(?:\\.|[^\\])(?:\\.|[^\]\\])*\]|\\.|[^\\[])/su.exec(pattern.slice(at)) ?? [];
        if (token === '')
            return () => false;
        at += token.length;
        if (token.startsWith('**'))
            source += at === pattern.length ? '.*' : '(?:.*/)?';
        else if (token === '*')
            source += '[^/]*';
        else if (token === '?')
            source += '[^/]';
        else if (token.startsWith('['))
            source += characterClass(token);
        else
            source += literal(token.replace(/^\\/, ''));
    }
    try {
        const expression = new RegExp(`^${source}$`, 'u');
        return (path) => expression.test(path);
    }
    catch {
        return () => false;
    }
}
const literal = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** A dash stays a range. */
function characterClass(token) {
    const [, not = '', members = ''] = /^\[(\^?)(.*)\]$/su.exec(token);
    const escaped = members.replaceAll(/\\(.)|([[\]^])/gsu, (_, quoted, plain) => quoted === undefined ? `\\${plain}` : quoted === '-' ? '\\-' : literal(quoted));
    return `[${not}${escaped}]`;
}


/***/ }),

/***/ 4986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once),
/* harmony export */   b: () => (/* binding */ onceFor)
/* harmony export */ });
/**
 * Work that is done once for each question. By hand, since p-memoize forgets what failed: here a question that failed is
 * not asked again either, so that fifty images on one base wait for a registry that is away once.
 */
/** Work without a question: done when it is first asked for. */
function once(work) {
    let begun;
    return () => (begun ??= work());
}
/** @param keyOf two questions with the same key are one. */
function onceFor(keyOf, work) {
    const answers = new Map();
    return (...question) => {
        const key = keyOf(...question);
        const answer = answers.get(key) ?? work(...question);
        answers.set(key, answer);
        return answer;
    };
}


/***/ }),

/***/ 6724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ openRegistries)
});

// EXTERNAL MODULE: ./lib/build/engine.js
var engine = __webpack_require__(4776);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/registry/client.js + 8 modules
var registry_client = __webpack_require__(9597);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var registry_manifest = __webpack_require__(886);
// EXTERNAL MODULE: ./lib/registry/reference.js
var reference = __webpack_require__(9758);
;// CONCATENATED MODULE: ./lib/registry/mirrors.js



function parseMirror(text) {
    const match = /^(?:(https?):\/\/)?([^/]+)\/?$/.exec(text);
    const registry = match && (0,reference/* parseRegistry */.l5)(match[2]);
    if (!registry?.ok)
        return (0,errors/* refused */.J5)(`mirror ${JSON.stringify(text)} is not valid: it is "https://" or "http://", a host and a port.`);
    return (0,errors/* parsed */.Yz)({ registry: registry.value, plain: match?.[1] === 'http' });
}
/**
 * A reader that asks each mirror in order for Docker Hub's images, and Docker Hub itself last. Like an engine it skips a
 * mirror that lacks the image or does not answer. Other registries are asked directly. Invalid mirrors are logged and
 * left out.
 */
function throughMirrors(client, mirrors) {
    const { world, options } = client;
    const valid = mirrors.map(parseMirror).flatMap((mirror) => {
        if (mirror.ok)
            return [mirror.value];
        world.log.warn(mirror.message);
        return [];
    });
    if (valid.length === 0)
        return client;
    const mirrorClient = new registry_client/* RegistryClient */.b(world, {
        ...options,
        plain: [...(options.plain ?? []), ...valid.flatMap(({ registry, plain }) => (plain ? [registry] : []))],
        // A slow mirror is skipped early, since Docker Hub has the image too.
        budget: { attempts: 2, time: 5000, first: 100, longest: 1000 },
        stall: 10_000,
    });
    async function read(repository, from) {
        if (repository.registry === 'docker.io')
            for (const { registry } of valid)
                try {
                    const value = await from(mirrorClient, { registry, name: repository.name });
                    if (value !== undefined)
                        return value;
                }
                catch (error) {
                    world.log.debug(`The mirror ${registry} was passed over. ${error.message}`);
                }
        return from(client, repository);
    }
    return {
        headManifest: (repository, reference) => read(repository, (reader, at) => reader.headManifest(at, reference)),
        getManifest: (repository, reference) => read(repository, (reader, at) => reader.getManifest(at, reference)),
        headBlob: (repository, digest) => read(repository, (reader, at) => reader.headBlob(at, digest)),
        getBlob: (repository, digest) => read(repository, (reader, at) => reader.getBlob(at, digest)),
        saveBlob: async (repository, digest, path) => {
            const saved = await read(repository, async (reader, at) => (await reader.saveBlob(at, digest, path)) ? path : undefined);
            return saved !== undefined;
        },
        listTags: (repository) => read(repository, (reader, at) => reader.listTags(at)),
    };
}

// EXTERNAL MODULE: ./lib/once.js
var once = __webpack_require__(4986);
;// CONCATENATED MODULE: ./lib/session/registries.js
/** The registries of one process: a client, and a reader through the engine's mirrors. */






async function openRegistries(world, env, login) {
    const engine = await settingsOf(world, env);
    const client = new registry_client/* RegistryClient */.b(world, {
        logins: login === undefined ? [] : [login],
        plain: engine?.insecure ?? [],
    });
    const reader = throughMirrors(client, engine?.mirrors ?? []);
    return { client, reader: readOnce(reader) };
}
/** Reads each manifest and blob once. A HEAD of a manifest that is being read waits for it. */
function readOnce(reader) {
    const keyOf = ({ registry, name }, reference) => `${registry}/${name} ${reference}`;
    const manifests = new Map();
    return {
        headManifest: (0,once/* onceFor */.b)(keyOf, async (repository, reference) => {
            const begun = manifests.get(keyOf(repository, reference));
            if (begun === undefined)
                return reader.headManifest(repository, reference);
            const manifest = await begun;
            return manifest && (0,registry_manifest/* descriptorOf */.nb)(manifest);
        }),
        getManifest: (repository, reference) => {
            const key = keyOf(repository, reference);
            const answer = manifests.get(key) ?? reader.getManifest(repository, reference);
            manifests.set(key, answer);
            return answer;
        },
        headBlob: (...asked) => reader.headBlob(...asked),
        getBlob: (0,once/* onceFor */.b)(keyOf, (...asked) => reader.getBlob(...asked)),
        saveBlob: (...asked) => reader.saveBlob(...asked),
        listTags: (...asked) => reader.listTags(...asked),
    };
}
/** Undefined where there is no engine: that is an error only once something must be built. */
async function settingsOf(world, env) {
    if (!(await (0,engine/* isElsewhere */.l5)(world)))
        return (0,engine/* peekEngine */.sR)(world);
    return (0,engine/* readEngine */.Rz)(world, env).catch((error) => {
        if (error instanceof errors/* Failure */.HR)
            return undefined;
        throw error;
    });
}


/***/ })

};
