export const id = 6215;
export const ids = [6215];
export const modules = {

/***/ 96215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ release_command_run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/ports.js
var ports = __webpack_require__(30391);
// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/registry/errors.js + 1 modules
var errors = __webpack_require__(48110);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var registry_manifest = __webpack_require__(50886);
// EXTERNAL MODULE: ./lib/registry/publish-tag.js
var publish_tag = __webpack_require__(40085);
// EXTERNAL MODULE: ./lib/publish/publish.js
var publish = __webpack_require__(42004);
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
    return (0,p_map["default"])(repositories, async (repository) => {
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
    const named = (0,registry_manifest/* isIndex */.nw)(mediaType) ? ((0,registry_manifest/* readContent */.c_)(bytes).manifests ?? []) : [];
    const found = await (0,p_map["default"])(named, ({ digest }) => client.headManifest(repository, digest), {
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
            await (0,p_map["default"])(candidates, (one) => moveOne(one, tag), { concurrency });
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

// EXTERNAL MODULE: ./lib/publish/github-api.js
var github_api = __webpack_require__(72025);
;// CONCATENATED MODULE: ./lib/publish/release-assets.js
/** Attaches files to a release of GitHub (REST, "Release assets"). */


/** @param repository `owner/name`. @param tag of a release that is published. */
function releaseAssets(world, token, { repository, tag }) {
    const [owner = '', repo = ''] = repository.split('/');
    const open = async () => {
        const octokit = await (0,github_api/* openOctokit */.Ov)(world, token);
        const { data } = await octokit.rest.repos.getReleaseByTag({ owner, repo, tag });
        const { id, upload_url: url } = data;
        const held = await octokit.paginate(octokit.rest.repos.listReleaseAssets, {
            owner,
            repo,
            release_id: id,
            per_page: 100,
        });
        return { octokit, url, held };
    };
    const attach = async ({ octokit, url, held }, { name, from, sha256 }) => {
        const old = held.find((one) => one.name === name);
        if (old?.state === 'uploaded' && old.digest === `sha256:${sha256}`)
            return 'there';
        // Of two files with one name, GitHub refuses the second.
        if (old !== undefined)
            await octokit.rest.repos
                .deleteReleaseAsset({ owner, repo, asset_id: old.id })
                .catch((error) => {
                if (!(0,github_api/* isAnswer */.Tq)(error) || error.status !== 404)
                    throw error;
            });
        const data = (await world.files.content(from)) ?? Buffer.alloc(0);
        await octokit.request({
            method: 'POST',
            url,
            name,
            data,
            headers: { 'content-type': 'application/octet-stream', 'content-length': data.length },
        });
        return 'attached';
    };
    // What arrived of an upload whose answer was lost is seen only in a new list.
    const retrying = (0,github_api/* githubRetrier */.dl)(world, open);
    return {
        attach: (asset) => retrying((opened) => attach(opened, asset), (error) => refusal(repository, tag, asset.name, error)),
    };
}
function refusal(repository, tag, name, error) {
    const way = [401, 403, 404].includes(error.status)
        ? ' A job\'s token needs "permissions: contents: write". It is the variable GITHUB_TOKEN, or the password of ghcr.io.'
        : '';
    return new lib_errors/* Failure */.HR([
        {
            station: 'registry',
            about: name,
            message: `${name} could not be attached to the release ${tag} of ${repository}: GitHub's API ${(0,github_api/* wordsOf */.Z9)(error)}.${way}`,
        },
    ]);
}

// EXTERNAL MODULE: ./lib/registry/credentials.js
var credentials = __webpack_require__(96097);
// EXTERNAL MODULE: ./lib/report/cut.js
var cut = __webpack_require__(96590);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(72527);
// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(65526);
// EXTERNAL MODULE: ./lib/report/summary.js + 1 modules
var summary = __webpack_require__(65259);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
;// CONCATENATED MODULE: ./lib/report/release.js





/** The report of a run as far as it came. */
function releaseReport(known) {
    const all = known.images.flatMap(({ tags }) => tags);
    const has = (...wanted) => all.some(({ outcome }) => wanted.includes(outcome));
    if (known.problems.length > 0)
        return { outcome: has('moved', 'unsure') ? 'partial' : 'failed', ...known };
    if (has('planned'))
        return { outcome: 'planned', ...known };
    const isNew = has('moved') || known.files.some(({ outcome }) => outcome === 'attached');
    return { outcome: isNew ? 'released' : 'unchanged', ...known };
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
        ...(0,layout/* columns */.YB)(fileRows(report).map((row) => row.map(report_escape/* oneLine */.TN)), style),
        ...notes.map((note) => `  ${(0,report_escape/* oneLine */.TN)(note)}`),
    ];
    return `${lines.join('\n')}\n`;
}
const fileColumns = ['File', 'Size', 'Release'];
/** With the columns' names first; empty without files. */
const fileRows = ({ files }) => files.length === 0
    ? []
    : [
        [...fileColumns],
        ...files.map(({ name, size, outcome }) => [
            name,
            (0,units/* bytesText */.pV)(size),
            outcome === 'left' ? 'not attached' : outcome === 'there' ? 'attached before' : outcome,
        ]),
    ];
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
        ...(report.files.length === 0
            ? []
            : [
                {
                    text: (0,report_escape/* table */.tp)([...fileColumns], fileRows(report)
                        .slice(1)
                        .map((row) => row.map(report_escape/* markdown */.wD)), ['Size']),
                    loss: { rank: 0, what: ['file', 'files'], lines: 'table' },
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
var sources_git = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/sources/tree/branch.js
var tree_branch = __webpack_require__(39075);
// EXTERNAL MODULE: ./lib/sources/kind.js
var kind = __webpack_require__(40582);
// EXTERNAL MODULE: ./lib/sources/project/project-facts.js + 3 modules
var project_facts = __webpack_require__(71305);
// EXTERNAL MODULE: ./lib/sources/project/scripts.js
var project_scripts = __webpack_require__(54508);
// EXTERNAL MODULE: ./lib/sources/project/source.js
var source = __webpack_require__(18275);
;// CONCATENATED MODULE: ./lib/sources/project/names.js
/** Names of a project's images, as far as its files say them without a build. */




/** The base first. @throws Failure where the files are wrong, or only the built wheel would say it. */
async function projectNames(world, path) {
    const files = await (0,source/* readFiles */.Ul)(world, path, await (0,source/* sourceOf */.vz)(world, path));
    const { name, scripts } = (0,project_facts/* projectFacts */.P)(files);
    if (name === undefined || scripts === undefined)
        throw new lib_errors/* Failure */.HR([
            {
                station: 'input',
                about: 'images',
                message: `images: it is empty, and neither pyproject.toml nor setup.cfg of the project says its ${name === undefined ? 'name' : 'console scripts'}: only a build would. Name the images, like "foo-base foo-manage".`,
            },
        ]);
    const names = [`${name.image}-base`, ...(0,project_scripts/* chosenScripts */.$$)(scripts, { scripts: [], verifyCommands: {} })];
    (0,project_scripts/* requireNames */.kR)(names);
    return names.map(project_scripts/* imageName */.tO);
}

// EXTERNAL MODULE: ./lib/sources/tree/files.js + 1 modules
var files = __webpack_require__(39156);
// EXTERNAL MODULE: ./lib/sources/tree/find.js
var find = __webpack_require__(73716);
;// CONCATENATED MODULE: ./lib/sources/release.js
/** What a release is of: the images, the tag that they stand under, and those that they get. */









/** @throws Failure (station `input`) with all that does not follow from inputs, event and Git. */
async function releaseOf(world, inputs, event) {
    const git = (0,sources_git/* gitIn */.uM)(world, inputs.path);
    const [release, from, names] = await (0,lib_errors/* gather */.kg)([
        releaseTag(git, inputs.tag, event),
        fromTag(git, inputs.from, event),
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
async function releaseTag(git, given, event) {
    const release = event?.release;
    if (release !== undefined)
        requirePublished(release);
    if (given !== undefined)
        return given;
    const ref = event?.ref ?? '';
    const name = release?.tag ??
        (ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : undefined) ??
        (ref === '' ? await onlyTag(git) : undefined);
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
async function onlyTag(git) {
    const [first, ...others] = await (0,sources_git/* tagsAtHead */.FF)(git);
    if (others.length === 0)
        return first;
    throw wrong('tag', `tag: HEAD has the tags ${[first, ...others].join(', ')}. Name the one to release.`);
}
/** Commits are not published under a tag of their own. */
const isCommit = (target) => /^[0-9a-f]{40}$/.test(target);
async function fromTag(git, given, event) {
    if (given !== undefined)
        return given;
    const target = event?.release?.target.replace(/^refs\/heads\//, '') ?? '';
    const usual = event?.defaultBranch || (await (0,sources_git/* defaultBranch */.OR)(git)) || 'main';
    const branch = target === '' || isCommit(target) ? usual : target;
    return (0,tree_branch/* tagOfBranch */.W)(branch, [...(await (0,sources_git/* branchesOf */.IJ)(git)), usual]);
}
async function namesOf(world, inputs) {
    const { images, repositories, path } = inputs;
    if (images.length > 0 && !images.some((name) => name.includes('*')))
        return images;
    const known = await (0,files/* treeNames */.zg)(world.files, inputs).catch(async (error) => {
        if (!(error instanceof lib_errors/* Failure */.HR))
            throw error;
        const isProject = error instanceof find/* NoDockerfile */.g && (await (0,kind/* sourceIn */.t)(world.files, inputs.path)) === 'project';
        if (isProject)
            return projectNames(world, inputs.path);
        if (images.length > 0)
            throw error;
        const way = `images: it is empty, so the Dockerfiles in ${(0,shown/* shown */.S)(path)}, or the Python project there, say which images there are. Check the repository out in an earlier step, or name the images; "." is ${(0,reference/* repositoryText */.g_)(repositories[0])} itself.`;
        throw new lib_errors/* Failure */.HR([...error.problems, ...wrong('images', way).problems]);
    });
    if (images.length === 0)
        return known;
    const named = (0,files/* namesMatching */.G)(known, images.filter((name) => name !== '.'));
    return [...(images.includes('.') ? ['.'] : []), ...named];
}
const wrong = (about, message) => new lib_errors/* Failure */.HR([{ station: 'input', about, message }]);

// EXTERNAL MODULE: ./lib/commands/failure-of.js
var failure_of = __webpack_require__(35848);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/build/bake.js
var bake = __webpack_require__(18839);
// EXTERNAL MODULE: ./lib/build/builder.js
var builder = __webpack_require__(87159);
// EXTERNAL MODULE: ./lib/build/buildx.js
var build_buildx = __webpack_require__(44258);
// EXTERNAL MODULE: ./lib/build/client-config.js
var client_config = __webpack_require__(68896);
// EXTERNAL MODULE: ./lib/build/exports.js
var build_exports = __webpack_require__(43119);
// EXTERNAL MODULE: ./lib/build/failure.js
var failure = __webpack_require__(46194);
// EXTERNAL MODULE: ./lib/build/programs.js
var build_programs = __webpack_require__(75519);
// EXTERNAL MODULE: ./lib/plan/build-record.js
var build_record = __webpack_require__(96557);
// EXTERNAL MODULE: ./lib/plan/image.js
var plan_image = __webpack_require__(49938);
// EXTERNAL MODULE: ./lib/plan/labels.js
var labels = __webpack_require__(60632);
// EXTERNAL MODULE: ./lib/report/journal.js
var journal = __webpack_require__(78201);
// EXTERNAL MODULE: ./lib/session/builder.js
var session_builder = __webpack_require__(99891);
;// CONCATENATED MODULE: ./lib/commands/release-files.js
/** The files of released images: taken out of them as they are published, and attached to the release of GitHub. */

















/** Each name once: in several registries there are copies of one image. */
function exportingImages(candidates) {
    const images = candidates.flatMap(({ repository, manifest }) => {
        if (manifest === undefined)
            return [];
        const annotations = (0,registry_manifest/* readContent */.c_)(manifest.bytes).annotations ?? {};
        const exports = (0,labels/* exportsOf */.v1)(annotations);
        if (exports.length === 0)
            return [];
        const platforms = (0,registry_manifest/* isIndex */.nw)(manifest.mediaType)
            ? (0,registry_manifest/* platformsOf */.Wt)(manifest.bytes).map(({ platform }) => platform)
            : ((0,build_record/* readBuildRecord */.mx)(annotations)?.fingerprint.platforms ?? []);
        return [
            {
                name: repository.name.replace(/^.*\//, ''),
                reference: `${(0,reference/* repositoryText */.g_)(repository)}@${manifest.digest}`,
                registry: repository.registry,
                platforms,
                exports,
            },
        ];
    });
    return images.filter(({ name }, at) => images.findIndex((one) => one.name === name) === at);
}
/** @throws Failure where a pattern names nothing, two files would have one name, or there is no builder. */
async function takeFiles(world, { programs: programsFolder, baseRegistry, login, keepBuilder }, images) {
    const programs = await (0,build_programs/* readPrograms */.wl)(world, programsFolder);
    const env = await (0,client_config/* clientEnvironment */.B)(world, login);
    const own = [];
    const { buildx } = await (0,session_builder/* openBuilder */.I)(world, (0,journal/* openJournal */._0)(world.clock).of(), {
        env,
        registries: [...images.map(({ registry }) => registry), baseRegistry],
        beforeCreate: async (name) => {
            if ((await keepBuilder?.(name)) !== true)
                own.push(name);
        },
    });
    try {
        const folder = await world.files.temporary('release');
        const targets = images.map((image, at) => ({ ...image, id: `image-${at}` }));
        const target = Object.fromEntries(targets.map(({ id, reference, platforms }) => [
            id,
            (0,build_exports/* exportsTarget */.tS)(id, {
                image: `docker-image://${reference}`,
                tools: (0,plan_image/* toolsImage */.PZ)(baseRegistry),
                platforms,
            }),
        ]));
        await world.files.write((0,external_node_path_.join)(folder, 'docker-bake.json'), (0,bake/* bakeText */.HM)({ target }));
        for (const { id, exports } of targets)
            for (const [name, text] of Object.entries((0,build_exports/* exportsFiles */.Bd)(programs, exports)))
                await world.files.write((0,external_node_path_.join)(folder, id, name), text);
        const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, { folder, targets: targets.map(({ id }) => id) });
        const about = images.map(({ name }) => name).join(', ');
        if (ran.code !== 0) {
            const what = `the files of ${about} could not be taken out`;
            throw new lib_errors/* Failure */.HR([await (0,failure/* buildProblem */.U)(world, { ran, about, what, base: '', asksIndex: false })]);
        }
        const taken = await Promise.all(targets.map(async ({ id, name, platforms }) => (await (0,build_exports/* readExports */.IL)(world, (0,external_node_path_.join)(folder, id), name, platforms)).map((file) => ({
            ...file,
            image: name,
        }))));
        return namedFiles(taken.flat());
    }
    finally {
        for (const name of own)
            await (0,builder/* removeBuilder */.iq)(world, {}, name);
    }
}
/**
 * Names of files in a release, which has no folders: `base-linux-arm64-app.lock`; with the folders where an image has two
 * files that are called the same, `base-linux-arm64-opt-locks-app.lock`. GitHub puts a dot for every other character.
 *
 * @throws Failure (station `input`) where two would have one name all the same.
 */
function namedFiles(files) {
    const lastOf = (path) => path.replace(/^.*\//, '');
    const named = files.map((file) => {
        const { image, platform, path } = file;
        const isShared = files.some((one) => one.image === image && one.path !== path && lastOf(one.path) === lastOf(path));
        const rest = isShared ? path.slice(1).replaceAll('/', '-') : lastOf(path);
        const name = `${image}-${platform.replaceAll('/', '-')}-${rest}`;
        return { ...file, name: name.replaceAll(/[^\w.-]/g, '.').replace(/\.+$/, '') };
    });
    const problems = named.flatMap((file, at) => {
        const first = named.findIndex(({ name }) => name === file.name);
        if (first === at)
            return [];
        const { image, path } = named[first];
        const message = `${image} ${path} and ${file.image} ${file.path} would both be ${file.name} in the release. Call one of them otherwise.`;
        return [{ station: 'input', about: 'exports', message }];
    });
    if (problems.length > 0)
        throw new lib_errors/* Failure */.HR(problems);
    return named;
}
/** So many uploads at once. */
const release_files_concurrency = 4;
/** The first failure ends it: what is left is attached by the next run. @param onAttach told of each that was uploaded. */
function attachFiles(assets, files, onAttach) {
    const states = new Map();
    const problems = [];
    const attach = async (asset) => {
        if (problems.length > 0)
            return;
        try {
            const outcome = await assets.attach(asset);
            states.set(asset.name, outcome);
            if (outcome === 'attached')
                onAttach(asset.name);
        }
        catch (error) {
            if (!(error instanceof lib_errors/* Failure */.HR))
                throw error;
            // Of those that were under way, each would say the same.
            if (problems.length === 0)
                problems.push(...error.problems);
        }
    };
    return {
        files: () => files.map(({ name, image, platform, path, size }) => ({
            name,
            image,
            platform,
            path,
            size,
            outcome: states.get(name) ?? 'left',
        })),
        run: async () => {
            await (0,p_map["default"])(files, attach, { concurrency: release_files_concurrency });
            return problems;
        },
    };
}

// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./lib/commands/release.js
/** Gives images that are published another tag, and symbolic ones. Nothing is pulled, and nothing is built. */












/** Never throws for what a user can act on: the report carries it, beside what was moved. */
async function release(world, request) {
    const progress = { images: () => [], files: () => [], notes: [] };
    const reportWith = (problems) => reportOf(request.inputs, progress, problems);
    try {
        return { report: reportWith(await run(world, request, progress)) };
    }
    catch (error) {
        const failure = (0,failure_of/* failureOf */.g)(error);
        if (failure === undefined)
            throw error;
        return {
            report: reportWith(failure.problems),
            ...(error instanceof ports/* Interrupted */.j ? { interrupted: error } : {}),
        };
    }
}
/** @throws Failure of the inputs, and Interrupted. */
async function run(world, request, progress) {
    const { inputs, login } = request;
    const { caBundle, force, dryRun } = inputs;
    const untrusted = caBundle === undefined ? undefined : await (0,require_files/* caBundleProblem */.uk)(world, caBundle);
    if (untrusted !== undefined)
        return [untrusted];
    const event = await request.event();
    const wanted = await releaseOf(world, inputs, event);
    const { tags, repositories } = wanted;
    progress.release = wanted;
    const client = await (0,registries/* openClient */.M)(world, login);
    const candidates = await world.log.group('check', () => examine(client, repositories, tags, { force, writes: !dryRun }));
    const problems = candidates.flatMap((one) => one.problems);
    const outcome = problems.length === 0 && dryRun ? 'planned' : 'left';
    progress.images = () => candidates.map((one) => unmoved(one, tags, outcome));
    if (problems.length > 0)
        return problems;
    const files = await filesOf(world, request, candidates, event, progress);
    if (dryRun)
        return [];
    if (files !== undefined) {
        progress.files = files.files;
        // Before any tag: whoever may not attach files has released nothing.
        const refused = await world.log.group('attach', files.run);
        if (refused.length > 0)
            return refused;
    }
    const { moves, run: move } = moveTags(client, candidates, tags, force, (repository, tag) => world.log.info(`moved    ${(0,reference/* taggedText */.Ms)(repository, tag)}`));
    progress.images = () => candidates.map((one) => moved(one, tags, moves));
    return world.log.group('publish', move);
}
/**
 * Takes the files out that images export. Undefined where nothing is to be attached; a note says why where images export
 * any. @throws Failure where they cannot be taken out.
 */
async function filesOf(world, { inputs, login, ...request }, candidates, event, progress) {
    const images = exportingImages(candidates);
    if (images.length === 0)
        return undefined;
    const what = `files of ${images.map(({ name, exports }) => `${name} (${exports.join(', ')})`).join(', ')}`;
    const repository = world.env['GITHUB_REPOSITORY'];
    const tag = event?.release?.tag;
    if (tag === undefined || repository === undefined) {
        progress.notes = [`${what} are not attached: this run is of no release of GitHub`];
        return undefined;
    }
    const token = await githubToken(world, login);
    if (token === undefined) {
        progress.notes = [
            `${what} are not attached: there is no token, neither in the variable GITHUB_TOKEN nor a login to ghcr.io`,
        ];
        return undefined;
    }
    if (inputs.dryRun) {
        progress.notes = [`${what} would be attached to the release ${tag}`];
        return undefined;
    }
    const { baseRegistry } = inputs;
    const taken = await world.log.group('take files out', () => takeFiles(world, { ...request, baseRegistry, ...(0,defined/* defined */.s)({ login }) }, images));
    const assets = releaseAssets(world, token, { repository, tag });
    return attachFiles(assets, taken, (name) => world.log.info(`attached ${name}`));
}
async function githubToken(world, login) {
    const given = world.env['GITHUB_TOKEN'];
    if (given !== undefined && given !== '')
        return given;
    const credential = await (0,credentials/* findCredential */.L)(world, 'ghcr.io', login === undefined ? [] : [login]);
    return credential.kind === 'basic' ? credential.password : undefined;
}
function reportOf(inputs, { release: wanted, images, files, notes }, problems) {
    return releaseReport({
        ...(wanted === undefined
            ? { from: inputs.from ?? '', tag: inputs.tag ?? '', symbolic: inputs.tags }
            : { from: wanted.tags.from, tag: wanted.tags.release, symbolic: wanted.tags.symbolic }),
        images: images(),
        files: files(),
        notes: [...(wanted?.notes ?? []), ...notes],
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
    ...(0,defined/* defined */.s)({ interrupted }),
});


/***/ }),

/***/ 96557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jV: () => (/* binding */ annotationsOfRecord),
/* harmony export */   mx: () => (/* binding */ readBuildRecord)
/* harmony export */ });
/* unused harmony export annotationKeys */
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9333);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64222);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29885);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64021);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52911);
/** Writes build records as annotations of an index, and reads them back without trusting them. */





const prefix = 'io.github.python-image-builder';
/** Keys of the annotations; `fingerprint` is a hash of the others, but for `facts`, `indexes`, `layers` and `system`. */
const annotationKeys = {
    fingerprint: `${prefix}.fingerprint`,
    recipe: `${prefix}.recipe`,
    bases: `${prefix}.bases`,
    requirements: `${prefix}.requirements`,
    installs: `${prefix}.installs`,
    platforms: `${prefix}.platforms`,
    facts: `${prefix}.facts`,
    indexes: `${prefix}.indexes`,
    layers: `${prefix}.layers`,
    system: `${prefix}.system`,
};
function annotationsOfRecord({ fingerprint, facts, indexes, layers, }) {
    const { schema: number, recipe, bases, requirements, installs, platforms } = fingerprint;
    return {
        [annotationKeys.fingerprint]: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintHash */ .jS)(fingerprint),
        [annotationKeys.recipe]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)({ schema: number, ...recipe }),
        [annotationKeys.bases]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(bases),
        [annotationKeys.requirements]: requirements.join(' '),
        [annotationKeys.installs]: installs,
        [annotationKeys.platforms]: platforms.join(','),
        [annotationKeys.facts]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(facts.map((one) => ({ ...one, system: undefined }))),
        [annotationKeys.indexes]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(indexes),
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .s)({ [annotationKeys.system]: systemText(facts) }),
        ...(layers === undefined ? {} : { [annotationKeys.layers]: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(layers) }),
    };
}
/** The base of the packages, and where there are none, of the first step that runs pip: others have their name with them. */
const isFirst = ({ base }) => base === undefined;
/** Platforms have nearly the same packages, which would be most of the index if each were written. */
function systemText(all) {
    const facts = all.filter(isFirst);
    const [first, ...others] = facts.map(({ system }) => Object.entries(system ?? {}));
    if (first === undefined || facts.every(({ system }) => system === undefined))
        return undefined;
    const isShared = ([name, version]) => facts.every(({ system }) => system?.[name] === version);
    const own = facts.map(({ platform }, at) => [platform, Object.fromEntries([first, ...others][at].filter((entry) => !isShared(entry)))]);
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)({
        all: Object.fromEntries(first.filter(isShared)),
        ...Object.fromEntries(own.filter(([, versions]) => Object.keys(versions).length > 0)),
    });
}
const withSystem = (facts, system) => isSystem(system)
    ? facts.map((one) => isFirst(one) ? { ...one, system: { ...system.all, ...system[one.platform] } } : one)
    : facts;
/**
 * Undefined where another tool made the image, or the annotations that the fingerprint hashes were changed by hand. Whoever
 * may push can write anything there, so that the form of all is checked; but whoever may push can also push another image.
 */
function readBuildRecord(annotations) {
    const text = (key) => {
        const value = annotations[annotationKeys[key]];
        return typeof value === 'string' ? value : '';
    };
    const words = (key, separator) => text(key).split(separator).filter(Boolean);
    const [head, bases] = [valueOf(text('recipe')), valueOf(text('bases'))];
    const [facts, indexes] = [valueOf(text('facts')), valueOf(text('indexes'))];
    // Only an image of several layers says what is in which.
    const layers = annotationKeys.layers in annotations ? valueOf(text('layers')) : undefined;
    if (annotationKeys.layers in annotations && !isLayers(layers))
        return undefined;
    if (!isRecord(head) || !isBases(bases) || !isDigests(indexes))
        return undefined;
    if (!Array.isArray(facts) || !facts.every(isFacts))
        return undefined;
    const { schema: number, ...recipe } = head;
    if (typeof number !== 'number' || !isTexts(recipe))
        return undefined;
    const fingerprint = {
        schema: number,
        recipe,
        bases,
        requirements: words('requirements', ' '),
        installs: text('installs'),
        platforms: words('platforms', ',').flatMap((one) => {
            const platform = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL)(one);
            return platform.ok ? [platform.value] : [];
        }),
    };
    if ((0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintHash */ .jS)(fingerprint) !== text('fingerprint'))
        return undefined;
    return {
        fingerprint,
        facts: withSystem(facts, valueOf(text('system'))),
        indexes,
        ...(layers === undefined ? {} : { layers: layers }),
    };
}
function valueOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value) => isRecord(value) && Object.values(value).every((item) => typeof item === 'string');
const isDigests = (value) => isTexts(value) && Object.values(value).every((digest) => (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(digest).ok);
const isLayers = (value) => Array.isArray(value) &&
    value.length === 5 &&
    value.every((names) => Array.isArray(names) && names.every((name) => typeof name === 'string'));
const isBases = (value) => isRecord(value) && Object.values(value).every(isDigests);
const isSystem = (value) => isRecord(value) && isRecord(value['all']) && Object.values(value).every(isTexts);
function isFacts(value) {
    if (!isRecord(value))
        return false;
    const { platform, python, libc, distribution, installed, links = {}, base = '' } = value;
    return (isTexts({ platform, python, base }) &&
        isTexts(libc) &&
        ['glibc', 'musl'].includes(libc['kind'] ?? '') &&
        libc['version'] !== undefined &&
        isTexts(distribution) &&
        isTexts(installed) &&
        isTexts(links));
}


/***/ }),

/***/ 60632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ parseSteps),
/* harmony export */   GO: () => (/* binding */ isLoneManifest),
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   K5: () => (/* binding */ loadedLabel),
/* harmony export */   PC: () => (/* binding */ labelsOf),
/* harmony export */   QY: () => (/* binding */ baseNameKey),
/* harmony export */   _5: () => (/* binding */ versionKey),
/* harmony export */   aV: () => (/* binding */ missingKey),
/* harmony export */   bS: () => (/* binding */ stepsText),
/* harmony export */   eG: () => (/* binding */ packageVersionKey),
/* harmony export */   kz: () => (/* binding */ titleKey),
/* harmony export */   nq: () => (/* binding */ baseDigestKey),
/* harmony export */   u7: () => (/* binding */ stepsLabel),
/* harmony export */   v1: () => (/* binding */ exportsOf),
/* harmony export */   wv: () => (/* binding */ annotationsAt)
/* harmony export */ });
/* harmony import */ var _build_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96557);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52911);
/* harmony import */ var _sbom_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85562);



/** Keys of the OCI image specification, "Pre-Defined Annotation Keys". */
const titleKey = 'org.opencontainers.image.title';
const versionKey = 'org.opencontainers.image.version';
const baseNameKey = 'org.opencontainers.image.base.name';
const baseDigestKey = 'org.opencontainers.image.base.digest';
/** The package's version as this project reads it back: the user may set another one under the standard key. */
const packageVersionKey = 'io.github.python-image-builder.version';
/** Annotation of an image that was published without optional platforms: which, separated by commas. */
const missingKey = 'io.github.python-image-builder.missing';
/** JSON list of the patterns of paths whose files are taken out of the image. */
const exportsKey = 'io.github.python-image-builder.exports';
/**
 * Label by which `clean` tells an image of this program from one that was built on it: that one inherits the label, and has
 * another time, or more steps of that time.
 */
const stepsLabel = 'io.github.python-image-builder.steps';
/** Label of an image that was loaded into the engine's store: the name that it was loaded under. */
const loadedLabel = 'io.github.python-image-builder.loaded';
/** `3 2026-01-02T03:04:05Z`. */
const stepsText = ({ count, time }) => `${count} ${new Date(time).toISOString().replace('.000', '')}`;
/** Undefined where somebody else wrote the label. */
function parseSteps(text) {
    const match = /^(\d{1,4}) (\S+)$/.exec(text ?? '');
    const time = Date.parse(match?.[2] ?? '');
    return match === null || Number.isNaN(time) ? undefined : { count: Number(match[1]), time };
}
/** @param base undefined where it is not known. */
const labelsOf = (image, base) => ({
    ...image.labels,
    ...described(image, base),
    ...image.given.labels,
});
/**
 * What an image says of the files that are to be taken out of it; none where another tool wrote it otherwise.
 *
 * @param annotations of the index, or of a manifest that has none.
 */
function exportsOf(annotations) {
    try {
        const patterns = JSON.parse(annotations[exportsKey] ?? '[]');
        const isPath = (one) => typeof one === 'string' && one.startsWith('/');
        return Array.isArray(patterns) && patterns.every(isPath) ? patterns : [];
    }
    catch {
        return [];
    }
}
/**
 * Annotations of the index, unless the user names another level; one platform without attestations has no index but a
 * manifest. They hold no time and no run, so that the same image has the same digest; only `max_age` adds the time.
 *
 * @param created milliseconds since the epoch.
 * @param missing optional platforms that it is made without.
 */
function annotationsOf(image, policy, { base, record, created, missing = [], }) {
    const all = {
        ...described(image, base),
        ...image.given.annotations,
        ...(created !== undefined && { [_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .createdKey */ .Yw]: new Date(created).toISOString() }),
        ...(image.version && { [packageVersionKey]: image.version.text }),
        ...(image.exports && { [exportsKey]: JSON.stringify(image.exports) }),
        ...(missing.length > 0 && { [missingKey]: missing.join(',') }),
        ...(0,_build_record_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationsOfRecord */ .jV)(record),
    };
    // Statements of this program need an index, which is then made.
    const isLone = isLoneManifest(image.platforms, policy) && (0,_sbom_js__WEBPACK_IMPORTED_MODULE_2__/* .sbomForms */ .f)(policy.sbom).length === 0;
    const level = isLone ? 'manifest' : 'index';
    return Object.fromEntries(Object.entries(all).map(([key, value]) => [
        /^(?:index|manifest)\b[^:.]*:/.test(key) ? key : `${level}:${key}`,
        value,
    ]));
}
/** Whether BuildKit makes no index of it. */
const isLoneManifest = (platforms, { provenance, sbom }) => platforms.length === 1 && [provenance, (0,_sbom_js__WEBPACK_IMPORTED_MODULE_2__/* .buildxSbom */ .C)(sbom)].every(isOff);
/** `disabled` is buildx's key, with any value that Go reads as true. */
const isOff = (attestation) => attestation === 'false' || /(?:^|,)disabled=(?:1|t|true)(?:,|$)/i.test(attestation);
const described = ({ subject, version }, base) => ({
    [titleKey]: subject.name,
    ...(version && { [versionKey]: version.text }),
    ...(base && {
        [baseNameKey]: base.reference,
        ...(base.digest && { [baseDigestKey]: base.digest }),
    }),
});
/**
 * Picks the annotations of one level from keys that begin with levels: `index:`, `manifest[linux/amd64]:`,
 * `index,manifest:`. A level without a platform is of all.
 */
function annotationsAt(annotations, level, platform) {
    return Object.fromEntries(Object.entries(annotations).flatMap(([key, value]) => {
        const at = key.indexOf(':');
        const levels = key.slice(0, at).split(',');
        const holds = levels.some((one) => one === level || one === `${level}[${platform}]`);
        return holds ? [[key.slice(at + 1), value]] : [];
    }));
}


/***/ }),

/***/ 72025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ openOctokit),
/* harmony export */   Tq: () => (/* binding */ isAnswer),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   dl: () => (/* binding */ githubRetrier)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44247);

async function openOctokit(world, token) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    return getOctokit(token, {
        baseUrl: world.env['GITHUB_API_URL'] || 'https://api.github.com',
        request: { fetch: world.fetch },
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    });
}
const ignore = () => { };
const isAnswer = (error) => error instanceof Error && 'status' in error && typeof error.status === 'number';
/** GitHub limits how often it may be asked with 429, and with 403 and a header. */
function again(error, now) {
    if (!isAnswer(error))
        return undefined;
    const { status, response } = error;
    const { 'retry-after': wait, 'x-ratelimit-remaining': left } = response?.headers ?? {};
    const isLimit = status === 403 && (wait !== undefined || String(left) === '0');
    if (!isLimit && !(0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .isTemporaryStatus */ .wA)(status))
        return undefined;
    const after = (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .mu)(wait === undefined ? null : String(wait), now);
    return after === undefined ? {} : { after };
}
/**
 * Tries work again after a temporary answer. What it works with is opened once, and anew before work is tried again: the
 * opening may be what failed, and a list in it may no longer be true.
 */
function githubRetrier({ clock }, open) {
    let opened;
    return (work, refusal) => (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .withRetries */ .LH)(async () => work(await (opened ??= open())), {
        clock,
        again: (error) => {
            const temporary = again(error, clock.now());
            if (temporary !== undefined)
                opened = undefined;
            return temporary;
        },
        giveUp: (error) => (isAnswer(error) ? refusal(error) : error),
    });
}
const wordsOf = ({ status, message }) => `answered ${status} (${message
    .replace(/ - https:\S+$/, '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300)})`;


/***/ }),

/***/ 40582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ sourceIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _small_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53252);
/** Which source of images a folder holds. */


/** Files of a Python project, and what they must have: many a pyproject.toml or setup.cfg only configures a linter. */
const projectFiles = [
    ['setup.py', /^/],
    ['pyproject.toml', /^[ \t]*\[[ \t]*(?:project|build-system)[ \t]*\]/m],
    ['setup.cfg', /^\[(?:metadata|options)\]/m],
];
/** What is too long to be read counts as what its name says: the reader of a project refuses it. */
async function sourceIn(files, folder) {
    for (const [name, table] of projectFiles) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
        const stat = await files.stat(path);
        if (stat?.kind === 'file' && stat.size > _small_file_js__WEBPACK_IMPORTED_MODULE_1__/* .mostBytes */ .j$)
            return 'project';
        const text = await files.read(path);
        if (text !== undefined && table.test(text))
            return 'project';
    }
    return 'tree';
}


/***/ })

};
