export const id = 4324;
export const ids = [4324];
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

/***/ 64324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./lib/observe/repository.js
var observe_repository = __webpack_require__(77106);
// EXTERNAL MODULE: ./lib/wheel-cache/key.js
var key = __webpack_require__(70663);
;// CONCATENATED MODULE: ./lib/decide/clean-rule.js
/** What the rule of a clean-up says of each image by itself, whatever needs it. */



/** The tagged images, newest first, those without a time last. @param now milliseconds since the epoch. */
function ruledImages({ held, times }, rule, now) {
    const tagsOf = new Map();
    for (const [tag, digest] of held.tags) {
        // What is attached to an image goes or stays with it.
        if ((0,observe_repository/* subjectOfTag */.sA)(tag) === undefined)
            tagsOf.set(digest, [...(tagsOf.get(digest) ?? []), tag]);
    }
    const images = [...tagsOf]
        .filter(([digest]) => held.manifests.has(digest))
        .map(([digest, tags]) => ({ digest, tags: tags.toSorted(), made: times.get(digest) }))
        .toSorted((one, other) => (other.made ?? -Infinity) - (one.made ?? -Infinity));
    // An SBOM with a tag of its own is no image, and goes and stays with its image.
    const isAttached = (digest) => {
        const subject = held.manifests.get(digest)?.subject;
        return subject !== undefined && held.manifests.has(subject);
    };
    const dated = images.filter(({ digest, made, tags }) => made !== undefined && !isWheel(tags) && !isAttached(digest));
    const count = rule.keep ?? (rule.older === undefined ? 0 : 1);
    // Of several that were made at the same moment, none is newer: all stay.
    const oldestKept = count === 0 ? Infinity : (dated[count - 1]?.made ?? -Infinity);
    const patterns = rule.keepTags.map(patternOf);
    return images.map(({ digest, tags, made }) => {
        const image = { digest, tags, ...(0,defined/* defined */.s)({ made }) };
        const stays = staysBy(image, rule, { now, oldestKept, patterns, isAttached });
        return { ...image, ...(0,defined/* defined */.s)({ stays }) };
    });
}
function staysBy({ digest, tags, made }, { keep, older }, at) {
    if (isWheel(tags))
        return 'wheel';
    if (keep === undefined && older === undefined)
        return 'unruled';
    if (tags.some((tag) => at.patterns.some((pattern) => pattern.test(tag))))
        return 'named';
    if (at.isAttached(digest))
        return undefined;
    if (made === undefined)
        return 'ageless';
    if (made >= at.oldestKept)
        return 'newest';
    return older !== undefined && at.now - made <= older * 1000 ? 'young' : undefined;
}
const isWheel = (tags) => tags.some((tag) => tag.startsWith(key/* wheelTagPrefix */.U7));
const patternOf = (pattern) => new RegExp(`^${pattern
    .split('*')
    .map((part) => part.replaceAll(/[.+]/g, '\\$&'))
    .join('.*')}$`);

// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/plan/build-record.js
var build_record = __webpack_require__(96557);
// EXTERNAL MODULE: ./lib/plan/labels.js
var labels = __webpack_require__(60632);
// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
;// CONCATENATED MODULE: ./lib/decide/needed.js
/** What manifests of repositories need of each other, and in which order they can go. */




const childrenOf = ({ manifests }) => manifests.map(({ digest }) => digest);
/** All that the roots need: children, what is attached, what it is attached to, and bases, in any of the repositories. */
function neededBy(sources, roots) {
    const kept = sources.map(() => new Set());
    const queue = [];
    const keep = (at, digest) => {
        if (kept[at].has(digest))
            return;
        kept[at].add(digest);
        queue.push([at, digest]);
    };
    const places = new Map(sources.map(({ repository }, at) => [(0,names_reference/* repositoryText */.g_)(repository), at]));
    for (const [at, digests] of roots.entries())
        for (const digest of digests)
            keep(at, digest);
    for (const [at, digest] of queue) {
        const { manifests, referrers } = sources[at].held;
        for (const referrer of referrers.get(digest) ?? [])
            keep(at, referrer);
        const held = manifests.get(digest);
        if (held === undefined)
            continue;
        for (const child of childrenOf(held))
            keep(at, child);
        if (held.subject !== undefined)
            keep(at, held.subject);
        const bases = basesOf(held);
        for (const base of bases.digests)
            for (const [place, source] of sources.entries())
                if (source.held.manifests.has(base))
                    keep(place, base);
        for (const reference of bases.references) {
            const base = (0,registry_reference/* parseReference */.F2)(reference);
            if (!base.ok)
                continue;
            const place = places.get((0,names_reference/* repositoryText */.g_)(base.value.repository));
            const today = place === undefined ? undefined : sources[place]?.held.tags.get(base.value.tag ?? 'latest');
            if (place !== undefined && today !== undefined)
                keep(place, today);
        }
    }
    return kept;
}
/**
 * What an image says that it was built on. Putting it onto a newer base needs the old one, by digest, and what its tag stands
 * for today.
 */
function basesOf({ annotations }) {
    const record = (0,build_record/* readBuildRecord */.mx)(annotations);
    const bases = record?.fingerprint.bases ?? {};
    const digests = [
        annotations[labels/* baseDigestKey */.nq],
        ...Object.values(record?.indexes ?? {}),
        ...Object.values(bases).flatMap((each) => Object.values(each)),
    ];
    return {
        digests: digests.filter((digest) => digest !== undefined),
        references: [annotations[labels/* baseNameKey */.QY] ?? [], ...Object.keys(bases)].flat(),
    };
}
/** Indexes before what they name, and images before what is attached to them. */
function removalOrder(held, going) {
    const needs = new Map([...going].map((digest) => [digest, 0]));
    const below = (digest) => partsOf(held, digest).filter((part) => going.has(part));
    for (const digest of going)
        for (const part of below(digest))
            needs.set(part, needs.get(part) + 1);
    const order = [];
    let layer = [...going].filter((digest) => needs.get(digest) === 0);
    while (layer.length > 0) {
        order.push(layer);
        const next = [];
        for (const part of layer.flatMap(below)) {
            needs.set(part, needs.get(part) - 1);
            if (needs.get(part) === 0)
                next.push(part);
        }
        layer = next;
    }
    // An index may be attached to a manifest that it names.
    const done = new Set(order.flat());
    const rest = [...going].filter((digest) => !done.has(digest));
    return rest.length === 0 ? order : [...order, rest];
}
/** What goes with a manifest: what an index names, and what is attached; each once. */
function partsOf({ manifests, referrers }, digest) {
    const held = manifests.get(digest);
    return [...new Set([...(held === undefined ? [] : childrenOf(held)), ...(referrers.get(digest) ?? [])])];
}

;// CONCATENATED MODULE: ./lib/decide/clean.js



/** Milliseconds: what is younger and has no tag may be an image that another run pushes right now. */
const graceTime = 86_400_000;
/**
 * Gives a selection for each repository, in their order. An image may need a base in another one of them.
 *
 * @param now milliseconds since the epoch.
 */
function selectRemovals(sources, rule, now) {
    const ruled = sources.map((source) => ruledImages(source, rule, now));
    const kept = neededBy(sources, sources.map((source, at) => rootsThatStay(source, ruled[at], rule, now)));
    return sources.map((source, at) => selectionOf(source, ruled[at], kept[at], rule));
}
/** What stays for itself. What of it is needed by nothing else goes with it alone. */
function rootsThatStay(source, images, rule, now) {
    const { held, times } = source;
    const tagged = images.flatMap(({ digest, stays }) => (stays === undefined ? [] : [digest]));
    // Attached to something that is not here: as good as untagged.
    const orphans = [...held.tags].flatMap(([tag, digest]) => {
        const subject = (0,observe_repository/* subjectOfTag */.sA)(tag);
        return subject === undefined || held.manifests.has(subject) || rule.untagged ? [] : [digest];
    });
    const pointedAt = new Set([...held.tags.values(), ...[...held.manifests.values()].flatMap(childrenOf)]);
    for (const list of held.referrers.values())
        for (const digest of list)
            pointedAt.add(digest);
    const listed = new Set(source.untagged);
    const loose = [...held.manifests.keys()].filter((digest) => !pointedAt.has(digest) && !(rule.untagged && listed.has(digest)));
    // What was just pushed may belong to an image whose tag is about to come.
    const fresh = source.untagged.filter((digest) => now - (times.get(digest) ?? now) < graceTime);
    return [...tagged, ...orphans, ...loose, ...fresh];
}
function selectionOf(source, ruled, kept, rule) {
    const { held, untagged } = source;
    const images = ruled.map((image) => {
        if (image.stays !== undefined || !kept.has(image.digest))
            return image;
        const subject = held.manifests.get(image.digest)?.subject;
        return { ...image, stays: subject !== undefined && kept.has(subject) ? 'attached' : 'needed' };
    });
    const going = new Map();
    const queue = [];
    const remove = (digest, kind) => {
        if (going.has(digest) || kept.has(digest) || !held.manifests.has(digest))
            return;
        going.set(digest, kind);
        queue.push(digest);
    };
    for (const { digest, stays } of images)
        if (stays === undefined)
            remove(digest, 'image');
    const follow = () => {
        for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
            for (const child of childrenOf(held.manifests.get(at)))
                remove(child, 'part');
            for (const referrer of held.referrers.get(at) ?? [])
                remove(referrer, 'attached');
        }
    };
    follow();
    if (rule.untagged) {
        for (const digest of untagged)
            remove(digest, 'untagged');
        for (const [tag, digest] of held.tags)
            if ((0,observe_repository/* subjectOfTag */.sA)(tag) !== undefined)
                remove(digest, 'attached');
        follow();
    }
    const parts = [...going].flatMap(([digest, kind]) => (kind === 'image' ? [] : [{ digest, kind }]));
    return { images, parts, order: removalOrder(held, new Set(going.keys())) };
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/observe/times.js
var observe_times = __webpack_require__(63026);
// EXTERNAL MODULE: ./lib/ports.js
var ports = __webpack_require__(30391);
// EXTERNAL MODULE: ./lib/publish/github-api.js
var github_api = __webpack_require__(72025);
;// CONCATENATED MODULE: ./lib/publish/github-packages.js
/**
 * GitHub's registry, which deletes nothing over the distribution API: versions of a package are listed and deleted over
 * GitHub's own (REST, "Packages").
 */



const isGitHubs = ({ registry }) => registry === 'ghcr.io';
/** @param token undefined where nobody is logged in. */
function githubStore(world, token, repository) {
    const [owner = '', ...rest] = repository.name.split('/');
    const shared = { package_type: 'container', package_name: rest.join('/') };
    const ids = new Map();
    const refusals = new WeakSet();
    const open = async () => {
        if (token === undefined)
            throw failureOf(repository, 'asks for a login');
        const octokit = await (0,github_api/* openOctokit */.Ov)(world, token);
        const { data } = await octokit.rest.users.getByUsername({ username: owner });
        return { octokit, isOrganization: data.type === 'Organization' };
    };
    const retrying = (0,github_api/* githubRetrier */.dl)(world, open);
    const ask = (work) => retrying(work, (error) => {
        const failure = failureOf(repository, (0,github_api/* wordsOf */.Z9)(error), error.status);
        if ([401, 403, 429].includes(error.status))
            refusals.add(failure);
        return failure;
    });
    return {
        async list() {
            const versions = await ask(async ({ octokit, isOrganization }) => {
                const { packages } = octokit.rest;
                return isOrganization
                    ? octokit.paginate(packages.getAllPackageVersionsForPackageOwnedByOrg, {
                        ...shared,
                        org: owner,
                        per_page: 100,
                    })
                    : octokit.paginate(packages.getAllPackageVersionsForPackageOwnedByUser, {
                        ...shared,
                        username: owner,
                        per_page: 100,
                    });
            });
            if (!versions.every(isVersion))
                throw failureOf(repository, 'sent a list that cannot be read', 200);
            return versions.flatMap(({ id, name, created_at: created }) => {
                const digest = (0,names_reference/* parseDigest */.m)(name);
                if (!digest.ok)
                    return [];
                ids.set(digest.value, id);
                const pushed = Date.parse(created);
                return [{ digest: digest.value, pushed: Number.isNaN(pushed) ? world.clock.now() : pushed }];
            });
        },
        async remove(digest) {
            const id = ids.get(digest);
            if (id === undefined)
                return;
            await ask(async ({ octokit, isOrganization }) => {
                const { packages } = octokit.rest;
                const version = { ...shared, package_version_id: id };
                const removed = isOrganization
                    ? packages.deletePackageVersionForOrg({ ...version, org: owner })
                    : packages.deletePackageVersionForUser({ ...version, username: owner });
                await removed.catch((error) => {
                    if (!(0,github_api/* isAnswer */.Tq)(error) || error.status !== 404)
                        throw error;
                });
            });
        },
        refusesAll: (failure) => refusals.has(failure),
    };
}
/** A proxy may answer in place of GitHub. */
const isVersion = (version) => typeof version?.id === 'number' &&
    typeof version.name === 'string' &&
    typeof version.created_at === 'string';
function failureOf(repository, what, status) {
    const isGrant = status === undefined || [401, 403, 404].includes(status);
    const way = isGrant
        ? ' A job\'s token needs "permissions: packages: write", and this repository the role Admin under "Manage Actions access" in the package\'s settings; a personal access token (classic) needs the scopes read:packages and delete:packages. It is the password of ghcr.io, in the inputs or by "docker login".'
        : '';
    const about = (0,names_reference/* repositoryText */.g_)(repository);
    return new errors/* Failure */.HR([{ station: 'registry', about, message: `${about}: GitHub's API ${what}.${way}` }]);
}

// EXTERNAL MODULE: ./lib/wheel-cache/store.js
var store = __webpack_require__(77277);
;// CONCATENATED MODULE: ./lib/publish/manifest-store.js

/** The distribution API: it deletes by digest, and lists what has a tag. */
const registryStore = (client, repository) => ({
    list: () => Promise.resolve(undefined),
    remove: async (digest) => {
        await client.deleteManifest(repository, digest);
    },
    refusesAll: (failure) => (0,store/* isShut */.fm)(failure) || (0,store/* deletesNothing */.gn)(failure),
});

// EXTERNAL MODULE: ./lib/registry/credentials.js
var credentials = __webpack_require__(96097);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(72527);
// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(65526);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
;// CONCATENATED MODULE: ./lib/report/clean.js



const imagesThatGo = ({ images }) => images.filter(({ stays }) => stays === undefined);
/** How many manifests go. */
const countOfGoing = (repository) => imagesThatGo(repository).length + repository.parts.length;
/** The list as it is shown before anything is removed. */
const cleanList = (repositories, style = layout/* plainStyle */.sj) => repositories.flatMap((one) => listOf(one, style)).join('\n');
/** The list where nothing was to be removed after it, and what was removed; empty where problems left nothing to say. */
function cleanText({ outcome, repositories }, style = layout/* plainStyle */.sj) {
    const lines = repositories.flatMap((one) => outcome === 'listed' || outcome === 'nothing' ? listOf(one, style) : [removedLine(one, outcome)]);
    return lines.map((line) => `${line}\n`).join('');
}
/** Reasons that a user may wonder about: the others are counted alone. */
const surprising = {
    needed: 'stays: another one needs it',
    ageless: 'stays: it does not say when it was made',
};
function listOf(repository, style) {
    const { where, images, parts } = repository;
    const rows = images.flatMap((image) => {
        const what = image.stays === undefined ? 'goes' : surprising[image.stays];
        const made = image.made === undefined ? '' : new Date(image.made).toISOString().slice(0, 10);
        return what === undefined
            ? []
            : [[what, (0,units/* shortDigest */.VK)(image.digest), made, image.tags.map(report_escape/* oneLine */.TN).join(', ')]];
    });
    // Tags are last, since the last is cut where a line is too long.
    const [head, ...lines] = rows.length === 0 ? [] : (0,layout/* columns */.YB)([['What', 'Digest', 'Made', 'Tags'], ...rows], style);
    const goes = imagesThatGo(repository).length;
    const counts = ['part', 'attached', 'untagged'].flatMap((kind) => {
        const count = parts.filter((part) => part.kind === kind).length;
        return count === 0 ? [] : [kindText(kind, count)];
    });
    const more = counts.length === 0 ? '' : `; besides ${counts.join(', ')}`;
    const summary = goes === 0 && parts.length === 0
        ? `${where}: nothing to remove, of ${(0,units/* counted */.hS)(images.length, 'image')}`
        : `${where}: ${goes} of ${(0,units/* counted */.hS)(images.length, 'image')} ${goes === 1 ? 'goes' : 'go'}${more}`;
    return [...(head === undefined ? [] : [(0,layout/* painted */.C$)(style, 'bold', head)]), ...lines, summary];
}
function kindText(kind, count) {
    switch (kind) {
        case 'part':
            return `${(0,units/* counted */.hS)(count, 'manifest')} that only they need`;
        case 'attached':
            return `${(0,units/* counted */.hS)(count, 'manifest')} attached to what goes`;
        case 'untagged':
            return `${(0,units/* counted */.hS)(count, 'manifest')} without a tag`;
    }
}
function removedLine(repository, outcome) {
    const { where, removed } = repository;
    if (outcome === 'declined')
        return `${where}: nothing was removed`;
    const left = countOfGoing(repository) - removed.length;
    const all = `${where}: ${(0,units/* counted */.hS)(removed.length, 'manifest')} removed`;
    return left === 0 ? all : `${all}, ${left} not`;
}

// EXTERNAL MODULE: ./lib/session/registries.js + 1 modules
var registries = __webpack_require__(6724);
// EXTERNAL MODULE: ./lib/commands/check.js + 1 modules
var check = __webpack_require__(12920);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./lib/commands/clean.js
/** Removes from repositories what a rule names and nothing needs: all is read before anything is removed. */
















/** Never throws for what a user can act on: the report carries it, with what was removed until then. */
async function clean(world, request) {
    const { rule, yes, dryRun, repositories, caBundle } = request;
    if (!dryRun && !yes && world.ask === undefined)
        return failed([unasked]);
    const untrusted = caBundle === undefined ? undefined : await (0,require_files/* caBundleProblem */.uk)(world, caBundle);
    if (untrusted !== undefined)
        return failed([untrusted]);
    const listed = [];
    try {
        const client = await (0,registries/* openClient */.M)(world, request.login);
        const known = [];
        for (const repository of repositories)
            known.push(await readAll(world, client, repository, request));
        const selections = selectRemovals(known, rule, world.clock.now());
        for (const [at, { images, parts }] of selections.entries())
            listed.push({ where: (0,names_reference/* repositoryText */.g_)(known[at].repository), images, parts, removed: [] });
        const count = listed.reduce((sum, one) => sum + countOfGoing(one), 0);
        if (count === 0)
            return ended('nothing', listed);
        if (dryRun)
            return ended('listed', listed);
        world.log.info(cleanList(listed));
        if (!yes && !(await agrees(world, (0,units/* counted */.hS)(count, 'manifest'))))
            return ended('declined', listed);
        for (const one of known)
            await requireSameTags(client, one);
        return await removeFrom(known, selections, listed);
    }
    catch (error) {
        if (error instanceof ports/* Interrupted */.j)
            return { ...ended('failed', listed, [interruption]), interrupted: error };
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        return ended('failed', listed, error.problems);
    }
}
const ended = (outcome, repositories, problems = []) => ({ report: { outcome, repositories, problems } });
const failed = (problems) => ended('failed', [], problems);
const unasked = {
    station: 'input',
    about: 'yes',
    message: 'There is no terminal to ask at, and nothing is removed unasked: look with --dry-run what goes, then give --yes.',
};
const interruption = {
    station: 'interruption',
    message: 'What was not removed yet stays. Run again to complete it.',
};
/** @throws Failure where any of it cannot be read: then nothing is known of what it needs. */
async function readAll(world, client, repository, { login }) {
    const store = isGitHubs(repository)
        ? githubStore(world, await tokenOf(world, repository, login), repository)
        : registryStore(client, repository);
    const listed = await store.list();
    const held = await (0,observe_repository/* readRepository */.Nu)(client, repository, listed?.map(({ digest }) => digest));
    if (held === undefined)
        throw (0,check/* noRepository */.G)(repository);
    const pushed = new Map(listed?.map((one) => [one.digest, one.pushed]));
    const images = [...held.tags].flatMap(([tag, digest]) => (0,observe_repository/* subjectOfTag */.sA)(tag) === undefined && !pushed.has(digest) ? [digest] : []);
    const times = new Map([...(await (0,observe_times/* readTimes */.fh)(client, repository, held, images)), ...pushed]);
    const tagged = new Set(held.tags.values());
    const untagged = [...pushed.keys()].filter((digest) => held.manifests.has(digest) && !tagged.has(digest));
    return { repository, store, held, times, untagged };
}
async function tokenOf(world, { registry }, login) {
    const credential = await (0,credentials/* findCredential */.L)(world, registry, login === undefined ? [] : [login]);
    return credential.kind === 'basic' ? credential.password : undefined;
}
/** @param what goes, in words. */
async function agrees({ ask }, what) {
    const answer = await ask?.(`Remove ${what} for good? [y/N] `);
    return /^\s*y(?:es)?\s*$/i.test(answer ?? '');
}
/** @throws Failure where a tag came, went or moved since it was read: it may need what was to be removed. */
async function requireSameTags(client, { repository, held }) {
    const now = await (0,observe_repository/* readTags */.g$)(client, repository);
    const text = (tags) => [...tags].map((one) => one.join(' ')).join('\n');
    if (now !== undefined && text(now.tags) === text(held.tags))
        return;
    const where = (0,names_reference/* repositoryText */.g_)(repository);
    const message = `The tags of ${where} changed since they were listed, and nothing was removed. Run again, best while nothing is pushed there.`;
    throw new errors/* Failure */.HR([{ station: 'registry', about: where, message }]);
}
/** Requests at once. */
const removals = 4;
/** Goes on with the others where one cannot be removed, but leaves what that one needs. */
async function removeFrom(known, selections, listed) {
    const failures = [];
    for (const [at, { store, held }] of known.entries()) {
        const removed = [];
        const spared = new Set();
        const ofThis = [];
        const isOver = () => ofThis.some(store.refusesAll);
        const spare = (digest) => {
            if (spared.has(digest))
                return;
            spared.add(digest);
            for (const part of partsOf(held, digest))
                spare(part);
        };
        const removeOne = async (digest) => {
            if (spared.has(digest) || isOver())
                return;
            try {
                await store.remove(digest);
                removed.push(digest);
            }
            catch (error) {
                if (!(error instanceof errors/* Failure */.HR))
                    throw error;
                ofThis.push(error);
                spare(digest);
            }
        };
        try {
            for (const layer of selections[at].order)
                await (0,p_map["default"])(layer, removeOne, { concurrency: removals });
        }
        finally {
            listed[at] = { ...listed[at], removed };
            failures.push(...ofThis);
        }
    }
    const problems = (0,errors/* uniqueProblems */.OH)(failures.flatMap((failure) => failure.problems));
    return ended(problems.length === 0 ? 'removed' : 'failed', listed, problems);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/build/buildx.js
var buildx = __webpack_require__(44258);
;// CONCATENATED MODULE: ./lib/build/docker-lists.js
const docker = (args) => ({ program: 'docker', args });
const ask = (world, args) => world.run(docker(args));
const linesOf = (text) => text.split('\n').filter((line) => line.trim() !== '');
/** What is gone meanwhile is left out, as Docker prints the others all the same. */
async function inspected(world, kind, ids) {
    if (ids.length === 0)
        return [];
    const { stdout } = await ask(world, [kind, 'inspect', '--format={{json .}}', ...ids]);
    return linesOf(stdout).map((line) => JSON.parse(line));
}
/** Undefined for a time that is none, and for that of Go's zero, which stands for none. */
function timeOf(text) {
    // `2026-11-30 11:52:17 +0000 UTC`, as buildx prints it.
    const time = Date.parse((text ?? '').replace(/^(\S+) (\S+) \+0000 UTC$/, '$1T$2Z'));
    return Number.isNaN(time) || time < 0 ? undefined : time;
}

;// CONCATENATED MODULE: ./lib/build/leftover-images.js



/** @param containers all on this machine, with the id of the image of each. */
async function readImages(world, containers) {
    const listed = await Promise.all([labels/* stepsLabel */.u7, labels/* loadedLabel */.K5].map((label) => ask(world, ['image', 'ls', '--quiet', '--no-trunc', `--filter=label=${label}`])));
    const ids = listed.flatMap(({ stdout }) => linesOf(stdout));
    const images = await inspected(world, 'image', [...new Set(ids)]);
    return Promise.all(images.map(async (value) => {
        const image = value;
        const tags = (image.RepoTags ?? []).filter((tag) => !tag.startsWith('<none>'));
        const [first = image.Id, ...more] = tags.length > 0 ? tags : (image.RepoDigests ?? []);
        return {
            kind: 'image',
            names: [first, ...more],
            containers: containers.filter((one) => one.image === image.Id).map(({ name }) => name),
            ...(0,defined/* defined */.s)({ bytes: image.Size, used: timeOf(image.Metadata?.LastTagTime) }),
            ...((await isOurs(world, image)) ? {} : { stays: 'derived' }),
        };
    }));
}
/** Whether it is the image that the labels are about, and not one that was built on it. */
async function isOurs(world, { Id, RepoTags, Created, Config }) {
    const loaded = Config?.Labels?.[labels/* loadedLabel */.K5];
    if (loaded !== undefined && (RepoTags ?? []).includes(loaded))
        return true;
    const own = (0,labels/* parseSteps */.$i)(Config?.Labels?.[labels/* stepsLabel */.u7]);
    if (own === undefined || timeOf(Created) !== own.time)
        return false;
    const { code, stdout } = await ask(world, [
        'image',
        'history',
        '--no-trunc',
        '--format={{json .CreatedAt}}',
        Id,
    ]);
    // Newest first.
    const times = linesOf(stdout).map((line) => Date.parse(JSON.parse(line)));
    const others = times.findIndex((time) => time !== own.time);
    return code === 0 && (others === -1 ? times.length : others) === own.count;
}

// EXTERNAL MODULE: ./lib/names/run-mark.js
var run_mark = __webpack_require__(87327);
;// CONCATENATED MODULE: ./lib/build/running.js

/**
 * Says of a name whether a run goes on that needs what has it; `unknown` without a mark, as in a job, whose steps share a
 * builder.
 *
 * @param lines the command lines of all processes.
 */
function runReader({ machine }, lines) {
    return (name) => {
        if (lines.some((line) => line.includes(name)))
            return 'goes on';
        const mark = (0,run_mark/* markIn */.bk)(name);
        const isRunning = mark === undefined ? undefined : machine.isRunning(mark.text);
        if (isRunning === undefined)
            return 'unknown';
        return isRunning ? 'goes on' : 'ended';
    };
}

;// CONCATENATED MODULE: ./lib/build/leftovers.js





const prefix = 'python-image-builder-';
/** Docker's names of a builder's container and of the volume with its cache. */
const containerOf = (builder) => `buildx_buildkit_${builder}0`;
const volumeOf = (container) => `${container}_state`;
const builderOf = (name) => /^buildx_buildkit_(python-image-builder-[\w-]+)0(?:_state)?$/.exec(name)?.[1];
/** @param lines the command lines of all processes. */
async function readLeftovers(world, lines) {
    const listed = await ask(world, ['container', 'ls', '--all', '--quiet', '--no-trunc']);
    if (listed.code !== 0) {
        const why = listed.code === 126 || listed.code === 127 ? (0,buildx/* noDocker */.gU)(listed.code) : 'No Docker engine answers.';
        return { found: [], unseen: `${why} What Docker has was not looked at.` };
    }
    const containers = (await inspected(world, 'container', linesOf(listed.stdout))).map(containerFrom);
    const [builders, volumes, images] = await Promise.all([
        readBuilders(world),
        readVolumes(world),
        readImages(world, containers),
    ]);
    const sizes = volumes.length === 0 ? new Map() : await readSizes(world);
    const runOf = runReader(world, lines);
    const found = [];
    for (const { name, used } of builders) {
        const container = containers.find((one) => one.name === containerOf(name));
        found.push({
            kind: 'builder',
            names: [name],
            run: runOf(name),
            ...(0,defined/* defined */.s)({ bytes: sizes.get(volumeOf(containerOf(name))), used: used ?? container?.made }),
        });
    }
    const isOfBuilder = (builder) => builder === undefined || builders.some(({ name }) => name === builder);
    for (const { name, made, isRunning } of containers) {
        const builder = builderOf(name);
        if (builder === undefined || isOfBuilder(builder))
            continue;
        const run = runOf(builder);
        found.push({
            kind: 'container',
            names: [name],
            run,
            ...(0,defined/* defined */.s)({ bytes: sizes.get(volumeOf(name)), used: made }),
            // Another user of this engine may build with it.
            ...(run === 'unknown' && isRunning && { stays: 'foreign' }),
        });
    }
    for (const { name, made } of volumes) {
        const builder = builderOf(name);
        const isMounted = containers.some(({ volumes: its }) => its.includes(name));
        if (builder === undefined || isOfBuilder(builder) || isMounted)
            continue;
        found.push({
            kind: 'volume',
            names: [name],
            run: runOf(builder),
            ...(0,defined/* defined */.s)({ bytes: sizes.get(name), used: made }),
        });
    }
    return { found: [...found, ...images] };
}
/** The commands that remove it, in their order. */
function removalOf({ kind, names }) {
    const [name] = names;
    switch (kind) {
        case 'builder':
            return [(0,buildx/* buildxCommand */.I0)({ env: {} }, ['rm', '--force', name])];
        case 'container':
            return [
                docker(['container', 'rm', '--force', name]),
                docker(['volume', 'rm', '--force', volumeOf(name)]),
            ];
        case 'volume':
            return [docker(['volume', 'rm', name])];
        // Without --force, so that Docker refuses what a container was made from meanwhile.
        case 'image':
            return [docker(['image', 'rm', ...names])];
        default:
            return [];
    }
}
function containerFrom(value) {
    const { Name, Image, State, Created, Mounts } = value;
    return {
        name: Name.replace(/^\//, ''),
        image: Image,
        isRunning: State?.Running === true,
        made: timeOf(Created),
        volumes: (Mounts ?? []).flatMap(({ Name: name }) => (name === undefined ? [] : [name])),
    };
}
/** Of the user's buildx. Its `ls` gives no JSON before 0.14. */
async function readBuilders(world) {
    const { stdout } = await world.run((0,buildx/* buildxCommand */.I0)({ env: {} }, ['ls']));
    const names = linesOf(stdout).flatMap((line) => /^([\w-]+)\*?\s/.exec(line)?.[1] ?? []);
    const ours = names.filter((name) => name.startsWith(prefix));
    return Promise.all(ours.map(async (name) => {
        const { stdout: text } = await world.run((0,buildx/* buildxCommand */.I0)({ env: {} }, ['inspect', name]));
        return { name, used: timeOf(/^Last Activity:\s*(.+)$/m.exec(text)?.[1]?.trim()) };
    }));
}
async function readVolumes(world) {
    const { stdout } = await ask(world, ['volume', 'ls', '--quiet', `--filter=name=buildx_buildkit_${prefix}`]);
    return (await inspected(world, 'volume', linesOf(stdout))).map((value) => {
        const { Name, CreatedAt } = value;
        return { name: Name, made: timeOf(CreatedAt) };
    });
}
const leftovers_units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };
/** Bytes of each volume. Docker counts them only here, and writes them for people. */
async function readSizes(world) {
    const { stdout } = await ask(world, ['system', 'df', '--verbose', '--format={{json .Volumes}}']);
    const volumes = (JSON.parse(stdout.trim() || '[]') ?? []);
    return new Map(volumes.flatMap(({ Name, Size = '' }) => {
        const [, number = '', unit = ''] = /^([\d.]+)([kMGT]?B)$/.exec(Size) ?? [];
        return number === '' ? [] : [[Name, Math.round(Number(number) * leftovers_units[unit])]];
    }));
}

;// CONCATENATED MODULE: ./lib/decide/clean-local.js
/** Chooses what a clean-up of this machine removes, and says why the rest stays. Pure. */
/** In the order in which it is shown and removed. */
const localKinds = [
    'builder',
    'container',
    'volume',
    'image',
    'wheels',
    'facts',
    'pages',
    'uv',
    'temporary',
    'log',
];
/** Milliseconds. A job may hold a builder between two of its steps. */
const clean_local_graceTime = 86_400_000;
/**
 * Gives all that was found, with `stays` where it stays.
 *
 * @param older seconds. @param now milliseconds since the epoch.
 */
function selectLocal(found, older, now) {
    return found
        .map((one) => {
        const stays = clean_local_staysBy(one, older, now);
        return stays === undefined ? one : { ...one, stays };
    })
        .toSorted((one, other) => localKinds.indexOf(one.kind) - localKinds.indexOf(other.kind) ||
        (one.stays ?? '').localeCompare(other.stays ?? '') ||
        (one.names[0] < other.names[0] ? -1 : 1));
}
function clean_local_staysBy(one, older, now) {
    if (one.stays !== undefined)
        return one.stays;
    if (one.run === 'goes on')
        return 'in use';
    if ((one.containers ?? []).length > 0)
        return 'container';
    const age = now - (one.used ?? now);
    if (one.run === 'unknown' && age < clean_local_graceTime)
        return 'recent';
    return older !== undefined && age <= older * 1000 ? 'young' : undefined;
}

;// CONCATENATED MODULE: ./lib/report/clean-local.js



const kindWords = {
    builder: 'builder with its cache',
    container: 'container of a builder',
    volume: 'cache of a builder',
    image: 'image',
    wheels: 'saved wheels',
    facts: 'what bases hold',
    pages: 'what an index said',
    uv: 'uv',
    temporary: 'temporary files',
    log: 'log',
};
const staysWords = {
    'in use': 'a run uses it',
    container: 'a container has it',
    recent: 'a job may use it',
    foreign: "another user's",
    derived: 'built on ours',
    link: 'it is a link',
    young: 'used lately',
};
/** The list as it is shown before anything is removed. */
function localList(items, notes, style = layout/* plainStyle */.sj) {
    const rows = inLines(items).map(({ kind, names, bytes, used, stays, count }) => [
        stays === undefined ? 'goes' : `stays: ${staysWords[stays]}`,
        count === 1 ? kindWords[kind] : `${kindWords[kind]}: ${count}`,
        bytes === undefined ? '' : (0,units/* bytesText */.pV)(bytes),
        used === undefined ? '' : new Date(used).toISOString().slice(0, 10),
        `${names.map(report_escape/* oneLine */.TN).join(', ')}${count === 1 ? '' : style.unicode ? ', …' : ', ..'}`,
    ]);
    const [head, ...lines] = rows.length === 0 ? [] : (0,layout/* columns */.YB)([['What', 'Kind', 'Size', 'Used', 'Name'], ...rows], style);
    const going = items.filter(({ stays }) => stays === undefined);
    const summary = going.length === 0
        ? `this machine: nothing to remove, of ${items.length} found`
        : `this machine: ${going.length} of ${items.length} found ${going.length === 1 ? 'goes' : 'go'}${sizeText(going)}`;
    return [...(head === undefined ? [] : [(0,layout/* painted */.C$)(style, 'bold', head)]), ...lines, ...notes, summary].join('\n');
}
/** A line an item, but one for all logs that go: a machine may have hundreds. */
function inLines(items) {
    const lines = [];
    for (const item of items) {
        const last = lines.at(-1);
        if (last?.kind === 'log' && item.kind === 'log' && last.stays === item.stays) {
            const bytes = (last.bytes ?? 0) + (item.bytes ?? 0);
            const used = Math.max(last.used ?? 0, item.used ?? 0);
            lines.splice(-1, 1, { ...last, bytes, used, count: last.count + 1 });
        }
        else
            lines.push({ ...item, count: 1 });
    }
    return lines;
}
/** The list where nothing was to be removed after it, and what was removed; empty where problems left nothing to say. */
function localText({ outcome, machine, notes, problems }, style = layout/* plainStyle */.sj) {
    if (outcome === 'listed' || outcome === 'nothing')
        return `${localList(machine, notes, style)}\n`;
    if (outcome === 'declined')
        return 'this machine: nothing was removed\n';
    if (machine.length === 0 && problems.length > 0)
        return '';
    const removed = machine.filter((item) => item.removed === true);
    const left = machine.filter(({ stays }) => stays === undefined).length - removed.length;
    return `this machine: ${removed.length} removed${sizeText(removed)}${left === 0 ? '' : `; ${left} not`}\n`;
}
function sizeText(items) {
    const bytes = items.reduce((sum, one) => sum + (one.bytes ?? 0), 0);
    return bytes === 0 ? '' : `, ${(0,units/* bytesText */.pV)(bytes)}`;
}

;// CONCATENATED MODULE: ./lib/commands/clean-local.js
/** Removes from this machine what this program made, and nothing that is in use: all is read and shown before. */









/** Never throws for what a user can act on: the report carries it, with what was removed until then. */
async function cleanLocal(world, request) {
    const { yes, dryRun } = request;
    if (!dryRun && !yes && world.ask === undefined)
        return clean_local_ended('failed', [], [], [unasked]);
    let items = [];
    let notes = [];
    const removed = new Set();
    const end = (outcome, problems = []) => clean_local_ended(outcome, items.map((item) => (removed.has(keyOf(item)) ? { ...item, removed: true } : item)), notes, problems);
    try {
        [items, notes] = await look(world, request);
        const going = items.filter(goes);
        if (going.length === 0)
            return end('nothing');
        if (dryRun)
            return end('listed');
        world.log.info(localList(items, notes));
        if (!yes && !(await agrees(world, (0,units/* counted */.hS)(going.length, 'thing'))))
            return end('declined');
        // A run may have begun while the list was read.
        const still = yes ? going : (await look(world, request))[0].filter(goes);
        const due = new Set(still.map(keyOf));
        const problems = [];
        for (const item of going.filter((one) => due.has(keyOf(one)))) {
            const problem = await remove(world, item);
            if (problem === undefined)
                removed.add(keyOf(item));
            else
                problems.push(problem);
        }
        return end(problems.length === 0 ? 'removed' : 'failed', problems);
    }
    catch (error) {
        if (error instanceof ports/* Interrupted */.j)
            return { ...end('failed', [interruption]), interrupted: error };
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        return end('failed', error.problems);
    }
}
const clean_local_ended = (outcome, items, notes, problems) => ({ report: { outcome, machine: items, notes, problems } });
const goes = ({ stays }) => stays === undefined;
const keyOf = ({ kind, names }) => [kind, ...names].join(' ');
async function look(world, { older, cache }) {
    const lines = await world.machine.commandLines();
    const { found, unseen } = await readLeftovers(world, lines);
    const temporary = await readTemporary(world, lines);
    const isBusy = temporary.some(({ run }) => run === 'goes on');
    const tools = world.env['RUNNER_TOOL_CACHE'];
    // Where steps of the action have theirs.
    const caches = new Set([cache, ...(tools ? [(0,external_node_path_.join)(tools, 'python-image-builder')] : [])]);
    const kept = (await Promise.all([...caches].map((one) => readCache(world, one, isBusy)))).flat();
    const items = selectLocal([...found, ...temporary, ...kept], older, world.clock.now());
    return [items, unseen === undefined ? [] : [unseen]];
}
/** What ended runs left, and what they wrote for whoever reads it: the output of failed builds, long summaries. */
async function readTemporary(world, lines) {
    const { machine, files } = world;
    const runOf = runReader(world, lines);
    const names = (await files.list(machine.temporary)).filter((name) => name.startsWith('python-image-builder-'));
    const found = await Promise.all(names.map(async (name) => {
        const path = (0,external_node_path_.join)(machine.temporary, name);
        const isLog = /^python-image-builder-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(?:log|md)$/.test(name);
        const isFolder = /^python-image-builder-p\d+h[0-9a-f]{6}-/.test(name);
        const measured = isLog || isFolder ? await machine.measure(path) : undefined;
        // Everybody may write there: what has such a name may be another user's, or a link.
        if (measured?.isOwn !== true || measured.kind !== (isLog ? 'file' : 'folder'))
            return [];
        const { bytes, changed: used } = measured;
        return isLog
            ? [{ kind: 'log', names: [path], bytes, used }]
            : [{ kind: 'temporary', names: [path], bytes, used, run: runOf(name) }];
    }));
    return found.flat();
}
/** What this program keeps between runs, and nothing else that stands in the folder. */
function kindIn(name) {
    if (name === 'wheels')
        return 'wheels';
    if (name === 'tools')
        return 'uv';
    if (/^facts-\d+$/.test(name))
        return 'facts';
    return /^(?:pages|resolutions)-\d+$/.test(name) ? 'pages' : undefined;
}
async function readCache(world, cache, isBusy) {
    const found = await Promise.all((await world.files.list(cache)).map(async (name) => {
        const kind = kindIn(name);
        const path = (0,external_node_path_.join)(cache, name);
        const measured = kind === undefined ? undefined : await world.machine.measure(path);
        if (kind === undefined || measured === undefined)
            return [];
        const { bytes, changed: used } = measured;
        return [
            {
                kind,
                names: [path],
                bytes,
                used,
                ...(isBusy && { run: 'goes on' }),
                ...(measured.kind === 'link' && { stays: 'link' }),
            },
        ];
    }));
    return found.flat();
}
/** Gives what kept it from being removed. */
async function remove(world, item) {
    const commands = removalOf(item);
    const [name] = item.names;
    if (commands.length === 0) {
        try {
            await world.machine.removeAll(name);
            return undefined;
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            return error.problems[0];
        }
    }
    for (const command of commands) {
        const ran = await world.run(command);
        if (ran.code === 0)
            continue;
        const why = ran.stderr.trim().split('\n').at(-1) ?? '';
        return { station: 'machine', about: name, message: `"${name}" could not be removed: ${why}` };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/entry/clean-command.js
/** What the command `clean` does, and how its result is shown. */






const run = (world, { inputs, ...request }) => inputs.local === true
    ? cleanLocal(world, { ...inputs, cache: request.cache })
    : clean(world, { ...inputs, ...request });
const show = ({ report, interrupted }) => ({
    text: (style) => ('machine' in report ? localText(report, style) : cleanText(report, style)),
    textHasProblems: false,
    json: report,
    problems: report.problems,
    refused: (0,errors/* blamesInputs */.uU)(report.problems) &&
        ('machine' in report ? report.machine : report.repositories).length === 0,
    ...(0,defined/* defined */.s)({ interrupted }),
});


/***/ }),

/***/ 87327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   QE: () => (/* binding */ markedName),
/* harmony export */   bk: () => (/* binding */ markIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** How a run is named in what it leaves while it works, so that a later one can tell whether it is still needed. */

/** Of a process and its machine: `p1234h9f3a0c`. A container is a machine with a name of its own. */
const markOf = (pid, host) => `p${pid}h${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(host).digest('hex').slice(0, 6)}`;
const programName = 'python-image-builder';
/** What a run calls what it makes for itself: `python-image-builder-p1234h9f3a0c-NAME`. */
const markedName = (mark, name) => `${programName}-${mark}-${name}`;
/** The mark in such a name, and in those of Docker that hold it. */
function markIn(name) {
    const match = /python-image-builder-(p(\d{1,10})h[0-9a-f]{6})-/.exec(name);
    return match === null ? undefined : { pid: Number(match[2]), text: match[1] };
}


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


/***/ }),

/***/ 77277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eq: () => (/* binding */ ofWheels),
/* harmony export */   fm: () => (/* binding */ isShut),
/* harmony export */   gn: () => (/* binding */ deletesNothing)
/* harmony export */ });
/* harmony import */ var _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48110);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70663);


/** Those tags that are of saved wheels, sorted. */
const ofWheels = (tags) => tags.filter((tag) => tag.startsWith(_key_js__WEBPACK_IMPORTED_MODULE_1__/* .wheelTagPrefix */ .U7)).toSorted();
/** Whether it is of no use to ask that store for more: it refuses who asks, or does not answer. */
const isShut = (failure) => failure instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne && [undefined, 401, 403, 429].includes(failure.status);
/** Whether a registry refused to remove something, and would so for everything (distribution specification, "Deleting Manifests"). */
const deletesNothing = (failure) => failure instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne &&
    failure.method === 'DELETE' &&
    (failure.status === 405 || failure.codes.some(({ code }) => code === 'UNSUPPORTED'));


/***/ })

};
