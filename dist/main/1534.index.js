export const id = 1534;
export const ids = [1534];
export const modules = {

/***/ 63680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ makeImages)
});

// EXTERNAL MODULE: ./lib/ports.js
var ports = __webpack_require__(30391);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/plan/plan.js
var plan_plan = __webpack_require__(49164);
// EXTERNAL MODULE: ./lib/plan/policy.js
var plan_policy = __webpack_require__(39633);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
;// CONCATENATED MODULE: ./lib/report/carried.js

/**
 * One sentence at most, of all platforms together: never a failure, since there are reasons for each.
 *
 * @param isParent other images stand on it: what they are built with is in place there, and so is the account that builds.
 */
function carriedNotes(checked, isParent) {
    const all = checked.flatMap(({ carries }) => carries ?? []);
    const isRoot = !isParent && all.some(({ root }) => root);
    const compilers = isParent ? [] : [...new Set(all.flatMap((one) => one.compilers))];
    const caches = largest(all);
    const bytes = caches.reduce((sum, one) => sum + one.bytes, 0);
    const parts = [
        ...(isRoot ? [{ what: 'it runs as root', way: 'USER names another account' }] : []),
        ...(compilers.length > 0
            ? [
                {
                    what: `it carries a compiler (${compilers.join(', ')})`,
                    way: 'a stage of its own that compiles keeps it out',
                },
            ]
            : []),
        ...(caches.length > 0
            ? [
                {
                    what: `it carries ${(0,units/* bytesText */.pV)(bytes)} of what package managers keep (${caches.map(({ path }) => path).join(', ')})`,
                    way: 'RUN --mount=type=cache keeps that out, or removing it in the RUN that made it',
                },
            ]
            : []),
    ];
    return hint(parts);
}
/**
 * One sentence at most on the base image of a project, of the images that stand on it: they have its base and its account,
 * and Dockerfiles that nobody else can change. What package managers leave there is not mentioned.
 *
 * @param checked of these images, all platforms together.
 */
function projectNotes(checked) {
    const all = checked.flatMap(({ carries }) => carries ?? []);
    const compilers = [...new Set(all.flatMap((one) => one.compilers))];
    return hint([
        ...(all.some(({ root }) => root)
            ? [{ what: 'it runs as root', way: 'the input user names another account' }]
            : []),
        ...(compilers.length > 0
            ? [
                {
                    what: `it carries a compiler (${compilers.join(', ')})`,
                    way: 'the input target_base names a base without one',
                },
            ]
            : []),
    ]);
}
function hint(parts) {
    if (parts.length === 0)
        return [];
    const words = parts.map(({ what }, at) => (at === 0 ? what : what.replace(/^it /, '')));
    return [`a hint: ${joined(words)}; ${parts.map(({ way }) => way).join('; ')}`];
}
/** Each cache once, as large as on the platform where it is largest. */
function largest(all) {
    const sizes = new Map();
    for (const { path, bytes } of all.flatMap(({ caches }) => caches))
        sizes.set(path, Math.max(bytes, sizes.get(path) ?? 0));
    return [...sizes].map(([path, bytes]) => ({ path, bytes }));
}
const joined = (words) => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

// EXTERNAL MODULE: ./lib/build/nodes.js
var nodes = __webpack_require__(71125);
// EXTERNAL MODULE: ./lib/plan/recipe.js
var plan_recipe = __webpack_require__(55149);
// EXTERNAL MODULE: ./lib/report/journal.js
var journal = __webpack_require__(78201);
;// CONCATENATED MODULE: ./lib/report/fold-build.js
/** What a report says of the build that counts: how requirements were compiled, and what each platform holds. */




function buildOf(events) {
    const prepared = (0,journal/* allOf */.bn)(events, 'prepared');
    const number = (0,journal/* lastOf */.g1)(events, 'chosen')?.build ?? prepared.at(-1)?.build ?? 0;
    const counts = prepared.findLast(({ build }) => build === number);
    const checked = (0,journal/* allOf */.bn)(events, 'checked').findLast(({ build }) => build <= number);
    const machines = (0,journal/* lastOf */.g1)(events, 'builder');
    return {
        restored: counts?.restored ?? [],
        attempts: attemptsOf(events, number),
        sizes: (0,journal/* lastOf */.g1)(events, 'measured')?.sizes ?? [],
        ...(counts === undefined ? {} : { recipe: counts.recipe }),
        ...(checked === undefined ? {} : { checked: checked.platforms }),
        ...(machines === undefined ? {} : { machines }),
    };
}
/**
 * How requirements were compiled. What was cross-compiled and then suspected stands, with its reason, before what came in
 * its place.
 */
function attemptsOf(events, number) {
    const attempts = new Map();
    const suspicions = new Map((0,journal/* allOf */.bn)(events, 'suspected').map(({ build, suspicion }) => [build, suspicion]));
    for (let build = 1; build <= number; build += 1) {
        const suspected = new Map();
        const before = suspicions.get(build - 1);
        if (before?.of === 'cross')
            for (const platform of before.platforms)
                suspected.set(platform, blamed(attempts.get(platform), before));
        for (const [platform, failed] of suspected)
            attempts.set(platform, failed);
        for (const [where, tried] of triedIn(events, build))
            attempts.set(where, [...(suspected.get(where) ?? []), ...tried]);
    }
    return attempts;
}
/** What is offered on several bases is said of each, and what is built once more alone is said again. */
function triedIn(events, build) {
    const tried = new Map();
    const isSame = (one, other) => one.name === other.name && one.version === other.version && one.way === other.way;
    for (const { where, attempts } of (0,journal/* allOf */.bn)(events, 'compiled').filter((one) => one.build === build)) {
        const before = tried.get(where) ?? [];
        tried.set(where, [...before.filter((one) => !attempts.some((other) => isSame(one, other))), ...attempts]);
    }
    return tried;
}
const blamed = (attempts = [], { why }) => attempts.filter(({ way }) => way === 'cross').map((one) => ({ ...one, why: one.why ?? why }));
/** Of an image that was put onto another base, nothing was installed or compiled. */
function platformReport(recipe, build, platform) {
    const size = build.sizes.find((one) => one.platform === platform);
    const verified = build.checked?.find((one) => one.platform === platform);
    return {
        platform,
        ...(size === undefined
            ? {}
            : { digest: size.digest, size: size.size, ...(0,defined/* defined */.s)({ added: size.added }) }),
        ...(recipe.do === 'rebase' || !installs(recipe) ? {} : countsOf(recipe, platform)),
        checks: verified?.checks ?? [],
        emulated: isEmulated(build, recipe, platform),
    };
}
const isEmulated = ({ machines }, { platforms }, platform) => machines !== undefined && (0,nodes/* emulatedOf */.BP)(machines, platforms).includes(platform);
/**
 * Whether an image has packages of its own that somebody chose: those of a lock, or what a custom Dockerfile has pip choose.
 * One that stands on another image of the run has those of that one.
 */
const installs = ({ image: { content }, ...recipe }) => content.packages !== undefined &&
    (content.kind === 'packages' ||
        Object.keys(content.parents).length === 0 ||
        (recipe.do === 'bake' && recipe.source.kind === 'custom' && recipe.source.packages !== undefined));
function countsOf(recipe, platform) {
    const requirements = recipe.requirements.find((one) => one.platform === platform)?.requirements ?? [];
    const restored = (0,plan_recipe/* restoredFor */.yP)(platform, recipe.restored).length;
    return {
        wheels: requirements.filter((one) => one.kind === 'wheel').length + restored,
        compiled: requirements.filter((one) => one.kind === 'compile').length - restored,
    };
}
/** One row for each requirement that had no wheel; what was built once for all stands under each platform. */
function compiledRows(policy, recipe, build) {
    const offers = (0,plan_recipe/* offersOf */.fI)(recipe).map((offer) => (0,plan_recipe/* recipeOfOffer */.yw)(recipe, offer));
    const rows = [recipe, ...offers].flatMap((one) => rowsOf(policy, one, build));
    // The same may be offered on several bases.
    return [...new Map(rows.map((row) => [`${row.platform} ${row.name} ${row.version}`, row])).values()];
}
function rowsOf(policy, recipe, build) {
    return recipe.requirements.flatMap((platform) => {
        const onTarget = (0,plan_recipe/* compiledOnTarget */.af)(platform, recipe);
        return platform.requirements.flatMap((one) => {
            if (one.kind === 'wheel' && one.instead !== undefined && one.wheel.from !== undefined)
                return [
                    {
                        platform: platform.platform,
                        name: one.name,
                        version: one.version,
                        because: one.instead.because,
                        way: 'wheel',
                        from: one.wheel.from,
                    },
                ];
            if (one.kind !== 'compile')
                return [];
            const { name, version, because } = one;
            const row = { platform: platform.platform, name, version, because };
            const restored = build.restored.find((kept) => kept.platform === platform.platform && kept.artifact.record.name === name);
            if (restored !== undefined)
                return [{ ...row, ...restoredRow(restored) }];
            const where = onTarget.includes(one) ? platform.platform : 'native';
            const attempts = (build.attempts.get(where) ?? []).filter((attempt) => attempt.name === name);
            const success = attempts.find(({ why }) => why === undefined);
            const failed = attempts.find(({ way, why }) => way === 'cross' && why !== undefined);
            return [
                {
                    ...row,
                    way: success?.way === 'cross' ? 'cross' : wayOf(policy, recipe, build, platform.platform, one, where),
                    ...(success === undefined ? {} : { seconds: success.seconds }),
                    ...(success?.bytes === undefined ? {} : { size: success.bytes }),
                    ...(success?.lacks === undefined ? {} : { lacks: success.lacks }),
                    ...(failed?.why === undefined ? {} : { fallback: { why: failed.why, seconds: failed.seconds } }),
                },
            ];
        });
    });
}
const restoredRow = ({ artifact, seconds, }) => {
    const { way, seconds: spent, compiled } = artifact.record;
    return { way: 'kept', seconds, size: artifact.size, kept: { way, seconds: spent, compiled } };
};
/** How it is compiled where nothing says how it was. */
function wayOf({ compile }, { native, platforms }, build, platform, { name, version }, where) {
    if (where === 'native') {
        const built = native.find((one) => one.name === name && one.version === version);
        return platforms.length > 1 && built?.serves.length === platforms.length ? 'once' : 'native';
    }
    if (!isEmulated(build, { platforms }, platform))
        return 'native';
    if (compile !== 'auto')
        return compile === 'emulate' ? 'emulated' : 'cross';
    return build.attempts.has(platform) ? 'emulated' : 'cross';
}

// EXTERNAL MODULE: ./lib/decide/reason.js
var reason = __webpack_require__(47786);
// EXTERNAL MODULE: ./lib/unique.js
var unique = __webpack_require__(14748);
;// CONCATENATED MODULE: ./lib/report/fold-places.js





/** Empty until a registry answered; from then on, of those that did not it is not known what they hold. */
function placesOf(repositories, events) {
    if ((0,journal/* lastOf */.g1)(events, 'observed') === undefined)
        return [];
    return repositories.map((repository) => {
        const name = (0,reference/* repositoryText */.g_)(repository);
        const at = events.filter((event) => 'repository' in event && event.repository !== undefined && (0,reference/* repositoryText */.g_)(event.repository) === name);
        const held = (0,journal/* lastOf */.g1)(at, 'observed')?.held;
        return { repository, held, decision: (0,journal/* lastOf */.g1)(at, 'decided')?.decision, events: at };
    });
}
function destinationReport({ tags }, { repository, held, decision, events }) {
    const moved = (0,unique/* unique */.A)((0,journal/* allOf */.bn)(events, 'moved').map(({ tag }) => tag));
    const settled = events.findLast((event) => event.is === 'moved' || event.is === 'settled');
    const digest = settled !== undefined && 'digest' in settled ? settled.digest : held?.digest;
    const stayed = (0,unique/* unique */.A)([...(held?.ahead ?? []), ...(0,journal/* allOf */.bn)(events, 'stayed').map(({ tag }) => tag)]);
    return {
        repository: (0,reference/* repositoryText */.g_)(repository),
        ...(decision === undefined
            ? {}
            : {
                ...(decision.do === 'refuse' ? {} : { decision: decision.do }),
                reason: (0,reason/* reasonText */.uV)(decision, (0,reference/* taggedText */.Ms)(repository, tags.exact), moved.length === 0 && (0,journal/* lastOf */.g1)(events, 'signed') === undefined ? 'present' : 'past'),
            }),
        wanted: wantedTags(tags, decision),
        ...(digest === undefined ? {} : { digest }),
        ...(held?.exists === undefined ? {} : { existed: held.exists }),
        moved,
        held: stayed.filter((tag) => !moved.includes(tag)),
        ...(0,defined/* defined */.s)({
            pushed: (0,journal/* lastOf */.g1)(events, 'pushed')?.digest,
            difference: (0,journal/* lastOf */.g1)(events, 'compared')?.difference,
            signedBy: (0,journal/* lastOf */.g1)(events, 'signed')?.by,
            unsigned: unsignedText(repository, (0,journal/* lastOf */.g1)(events, 'unsigned')),
        }),
    };
}
const unsignedText = (repository, event) => event &&
    `${(0,reference/* repositoryText */.g_)(repository)} holds the image without a signature: ${event.problems.map(({ message }) => message).join(' ')} The next run signs it, and builds nothing for that.`;
function wantedTags({ exact, aliases }, decision) {
    switch (decision?.do) {
        case 'build':
        case 'rebase':
            return [exact, ...aliases];
        case 'retag':
            return decision.because.kind === 'tag-behind' ? decision.because.tags : aliases;
        case 'sign':
            return (decision.also ?? []).flatMap((one) => (one.kind === 'tag-behind' ? one.tags : []));
        case 'keep':
        case 'refuse':
        case undefined:
            return [];
    }
}
/** A push that was cut off may have moved the exact tag: nobody saw. */
const unseenMoves = (places) => places
    .filter(({ events }) => events.some(({ is }) => is === 'moving') && !events.some(({ is }) => is === 'moved'))
    .map(({ repository }) => `the push to ${(0,reference/* repositoryText */.g_)(repository)} did not end here: the exact tag may have moved. Run again to complete it`);

// EXTERNAL MODULE: ./lib/report/parts.js
var report_parts = __webpack_require__(78984);
// EXTERNAL MODULE: ./lib/report/report.js
var report_report = __webpack_require__(45650);
;// CONCATENATED MODULE: ./lib/report/fold.js











function reportOf(plan, events) {
    const { images, skipped } = plan;
    const isAlone = images.length + skipped.length === 1;
    // What is done or known once for several images would look in each of them as if it were its own.
    const isShared = ({ is, image }) => (is === 'span' || is === 'note') && image === undefined && !isAlone;
    const shared = events.filter(isShared);
    const parents = new Set(images.flatMap((image) => image.parents));
    const of = (id) => eventsOf(events, id).filter((event) => !isShared(event));
    const checkedOf = (image) => buildOf(withoutAbandonedRebase(of(image.id))).checked ?? [];
    const isWritten = ({ content }) => content.kind === 'dockerfile' && content.isWritten === true;
    /** What is so of all images of a project is said once, of their base. */
    const hintsOf = (image) => {
        if (isWritten(image))
            return [];
        const above = images.filter((one) => isWritten(one) && one.parents.includes(image.id));
        return above.length > 0
            ? projectNotes(above.flatMap(checkedOf))
            : carriedNotes(checkedOf(image), parents.has(image.id));
    };
    return {
        problems: (0,journal/* allOf */.bn)(events, 'failed').flatMap(({ image, problems }) => (image === undefined ? problems : [])),
        notes: (0,unique/* unique */.A)((0,journal/* allOf */.bn)(shared, 'note').map(({ text }) => text)),
        timeline: timelineOf(shared),
        images: [
            ...images.map((image) => imageReport((0,plan_plan/* policyFor */.KV)(plan, image.id), image, of(image.id), hintsOf(image))),
            ...skipped.map((one) => skippedReport((0,plan_plan/* policyFor */.KV)(plan, one.id), one, of(one.id))),
        ],
    };
}
const timelineOf = (events) => (0,journal/* allOf */.bn)(events, 'span').map(({ span }) => span);
/** Every run of buildx: where one builds again, what it builds last. */
function buildxRuns(events) {
    const runs = new Map();
    for (const { images, repository, files } of (0,journal/* allOf */.bn)(withoutAbandonedRebase(events), 'files')) {
        const at = repository === undefined ? {} : { repository: (0,reference/* repositoryText */.g_)(repository) };
        if (Object.keys(files).length > 0)
            runs.set(JSON.stringify([images, at]), { images, ...at, files });
    }
    return [...runs.values()];
}
/** What was prepared: of each image the recipe of its last build, of one that is put onto a new base one a repository. */
function recipesOf(events) {
    const recipes = new Map();
    for (const { image, recipe } of (0,journal/* allOf */.bn)(withoutAbandonedRebase(events), 'prepared')) {
        const place = recipe.do === 'rebase' ? (0,reference/* repositoryText */.g_)(recipe.place.repository) : '';
        recipes.set(JSON.stringify([image, recipe.do, place]), recipe);
    }
    return [...recipes.values()];
}
/** Of an image, and of the whole run. */
const eventsOf = (events, id) => events.filter(({ image }) => image === undefined || image === id);
/** What was prepared and checked to put an image onto its new base counts no more where it could not be done. */
function withoutAbandonedRebase(events) {
    const undone = new Set();
    for (const [at, event] of events.entries()) {
        if (event.is !== 'not-rebased')
            continue;
        for (const before of events.slice(0, at))
            if (before.image === event.image && ['prepared', 'checked', 'measured', 'files'].includes(before.is))
                undone.add(before);
    }
    return events.filter((event) => !undone.has(event));
}
/** Problems of the image itself, and those that ended the run before the image was done. */
function problemsOf(events) {
    const isDone = (0,journal/* lastOf */.g1)(events, 'done') !== undefined;
    const ended = events.some(({ is, image }) => image !== undefined && (is === 'failed' || is === 'blocked' || is === 'left'));
    return (0,journal/* allOf */.bn)(events, 'failed')
        .filter(({ image }) => image !== undefined || (!isDone && !ended))
        .flatMap(({ problems }) => problems);
}
/** @param hints notes on what the image could do without. */
function imageReport(policy, image, all, hints) {
    const events = withoutAbandonedRebase(all);
    const build = buildOf(events);
    const { repositories, tags, subject } = image;
    const places = placesOf(repositories, events);
    const destinations = places.map((place) => destinationReport(image, place));
    const decision = report_report/* decisionOrder */.d.find((one) => destinations.some((destination) => destination.decision === one));
    // Where something may not be done, nothing is, and the problems say why.
    const isRefused = places.some((place) => place.decision?.do === 'refuse');
    const leading = isRefused
        ? { reason: 'nothing was begun, since not all of it may be done' }
        : destinations.find((one) => one.decision === decision && one.reason !== undefined);
    const [first] = places;
    const recipe = build.recipe;
    // Nothing is known of an image that a dry run would make.
    const isToCome = policy.dryRun && (decision === 'build' || decision === 'rebase');
    const known = (0,plan_policy/* pushes */.PN)(policy) || (policy.target.kind === 'trial' && decision === 'keep')
        ? (destinations[0]?.pushed ?? destinations[0]?.digest)
        : (0,journal/* lastOf */.g1)(events, 'built')?.digest;
    const digest = isToCome ? undefined : known;
    const bases = (0,journal/* allOf */.bn)(events, 'base');
    const base = (bases.findLast(({ of }) => of === 'dockerfile') ?? bases.at(-1))?.base;
    const baseDigest = base?.digest ?? first?.held?.baseDigest;
    const problems = problemsOf(events);
    const isEmpty = (0,journal/* lastOf */.g1)(events, 'empty') !== undefined;
    const merged = (0,journal/* lastOf */.g1)(events, 'merged');
    const parts = merged && (0,report_parts/* combinedParts */.G)(image.platforms, merged.parts);
    const platforms = parts?.platforms ?? (isEmpty ? [] : platformReports(build, first));
    const missing = recipe === undefined && parts === undefined ? [] : missingOf(image, platforms, events, places, problems);
    const blocked = (0,journal/* lastOf */.g1)(events, 'blocked');
    const output = (0,journal/* lastOf */.g1)(events, 'written')?.folder;
    const exported = (0,journal/* lastOf */.g1)(events, 'exported');
    const checked = build.checked ?? [];
    const rebased = decision === 'rebase';
    const left = (0,journal/* lastOf */.g1)(events, 'left');
    const isSkipped = left !== undefined || (isEmpty && problems.length === 0);
    // What could not be signed is as it was, but for its tags.
    const done = decision === 'sign' ? signDone(destinations) : decision;
    const outcome = isSkipped ? 'skipped' : outcomeOf(policy, image, done, problems, blocked !== undefined);
    const because = left?.because ?? (isSkipped ? emptyText : undefined);
    const report = {
        id: image.id,
        outcome,
        repository: (0,reference/* repositoryText */.g_)(repositories[0]),
        tags: [tags.exact, ...tags.aliases],
        ...(digest === undefined ? {} : { digest }),
        subject,
        ...(0,defined/* defined */.s)({ part: image.part }),
        base: {
            reference: base?.reference ?? image.content.packages?.base.publish ?? '',
            ...(baseDigest === undefined ? {} : { digest: baseDigest }),
        },
        ...(decision === undefined ? {} : { decision }),
        reason: because ?? (outcome === 'blocked' ? whyBlocked(blocked) : leading?.reason) ?? undecided,
        destinations,
        push: (0,plan_policy/* pushes */.PN)(policy) && !policy.dryRun,
        built: build.checked !== undefined && !rebased,
        platforms,
        ...(missing.length === 0 ? {} : { missing }),
        compiled: recipe === undefined || recipe.do === 'rebase' ? [] : compiledRows(policy, recipe, build),
        timeline: timelineOf(events),
        verify: policy.verify,
        ...(recipe === undefined || !installs(recipe) ? {} : { lock: recipe.lock?.resolved ?? 'none' }),
        notes: [...notesOf(image, events, places, checked), ...hints],
        problems,
        ...(exported === undefined ? {} : { exports: { folder: exported.folder, files: exported.files } }),
        ...(output === undefined ? {} : { output }),
        ...(0,defined/* defined */.s)({ advice: adviceOf(events) }),
        ...(blocked === undefined ? {} : { blockedBy: blocked.by }),
    };
    if (parts === undefined)
        return report;
    const { notes, timeline, ...made } = parts;
    return {
        ...report,
        ...made,
        notes: (0,unique/* unique */.A)([...notes, ...report.notes]),
        timeline: [...timeline, ...report.timeline],
    };
}
/** Of what was made, else of what is there. */
function adviceOf(events) {
    const all = (0,journal/* allOf */.bn)(events, 'advised').map(({ advice }) => advice);
    return all.findLast(({ of }) => of === 'made') ?? all[0];
}
/** Where nothing was prepared, those of the image that is there. */
const platformReports = (build, place) => build.recipe === undefined
    ? (place?.held?.platforms ?? []).map((one) => ({ ...one, checks: [], emulated: false }))
    : build.recipe.platforms.map((platform) => platformReport(build.recipe, build, platform));
const emptyText = 'nothing of it could be made, and the image can do without';
/** @param failed why the image failed: what says so of all platforms is no reason why one of them is missing. */
function missingOf({ part, platforms: all }, made, events, places, failed) {
    const dropped = (0,journal/* allOf */.bn)(events, 'dropped');
    return (part ?? all)
        .filter((platform) => !made.some((one) => one.platform === platform))
        .flatMap((platform) => {
        const known = dropped.findLast((one) => one.platform === platform)?.problems ?? [];
        const problems = known.filter(({ message }) => failed.every((one) => one.message !== message));
        if (problems.length === 0)
            return [];
        const place = places.find(({ held }) => held?.platforms.some((one) => one.platform === platform));
        const before = place?.held?.digest && `${(0,reference/* repositoryText */.g_)(place.repository)}@${place.held.digest}`;
        return [{ platform, problems, ...(0,defined/* defined */.s)({ before }) }];
    });
}
/** Of what never became an image. */
function skippedReport(policy, skipped, events) {
    const { id, subject, repository, because } = skipped;
    const problems = problemsOf(events);
    return {
        id,
        outcome: problems.length > 0 ? 'failed' : 'skipped',
        repository: (0,reference/* repositoryText */.g_)(repository),
        tags: [],
        subject,
        base: { reference: '' },
        reason: because ?? undecided,
        destinations: [],
        push: (0,plan_policy/* pushes */.PN)(policy) && !policy.dryRun,
        built: false,
        platforms: [],
        compiled: [],
        timeline: timelineOf(events),
        verify: policy.verify,
        notes: (0,unique/* unique */.A)((0,journal/* allOf */.bn)(events, 'note').map(({ text }) => text)),
        problems,
    };
}
const undecided = 'it ended before anything was decided';
const whyBlocked = (blocked) => blocked && `${blocked.by}, which it stands on, was not published`;
function signDone(destinations) {
    if (destinations.some(({ signedBy, unsigned }) => signedBy !== undefined || unsigned === undefined))
        return 'sign';
    return destinations.some(({ moved }) => moved.length > 0) ? 'retag' : 'keep';
}
function outcomeOf(policy, { part }, decision, problems, blocked) {
    if (problems.length > 0)
        return 'failed';
    if (blocked)
        return 'blocked';
    if (policy.dryRun)
        return 'planned';
    if (!(0,plan_policy/* compares */.tk)(policy))
        return 'built';
    if (policy.target.kind === 'engine')
        return decision === 'keep' ? 'kept' : 'built';
    if (decision === 'keep')
        return 'kept';
    if (policy.target.kind === 'trial')
        return decision === 'retag' ? 'planned' : 'built';
    if (decision === 'retag')
        return 'retagged';
    if (decision === 'sign')
        return 'signed';
    return part === undefined ? 'published' : 'pushed';
}
function notesOf(image, events, places, checked) {
    const notes = (0,journal/* allOf */.bn)(events, 'note').map(({ text }) => text);
    // Where an image is built again, the same is found again.
    return (0,unique/* unique */.A)([...notes, ...unusedSkips(image, checked), ...unseenMoves(places)]);
}
/** A line that leaves nothing out may be a slip of the pen. */
function unusedSkips({ checks: { skip } }, checked) {
    if (checked.length === 0)
        return [];
    const used = new Set(checked.flatMap(({ checks }) => checks.flatMap(({ skipped }) => skipped)));
    return skip
        .filter((line) => !used.has(line))
        .map((line) => `verify_skip: nothing was left out by "${line}"`);
}

// EXTERNAL MODULE: ./lib/run/run-plan.js + 96 modules
var run_plan = __webpack_require__(66262);
// EXTERNAL MODULE: ./lib/session/session.js + 25 modules
var session_session = __webpack_require__(79087);
// EXTERNAL MODULE: ./lib/commands/failure-of.js
var failure_of = __webpack_require__(35848);
;// CONCATENATED MODULE: ./lib/commands/make-images.js






/** Never throws for what a user can act on: the report carries it. */
async function makeImages(world, task) {
    const trace = (0,journal/* openJournal */._0)(world.clock);
    const { plan, error } = await run(world, task, trace);
    const failure = (0,failure_of/* failureOf */.g)(error);
    if (error !== undefined && failure === undefined)
        throw error;
    if (failure !== undefined)
        trace.of().add({ is: 'failed', problems: failure.problems });
    return {
        report: reportOf(plan, trace.events),
        plan,
        recipes: recipesOf(trace.events),
        runs: buildxRuns(trace.events),
        ...(error instanceof ports/* Interrupted */.j ? { interrupted: error } : {}),
    };
}
/** The plan as far as it was made, and what ended the run before its end. */
async function run(world, { unknown, settings, concurrency, limits, work = run_plan/* runPlan */.Fo, requireFiles, plan: planOf }, trace) {
    let plan = unknown;
    try {
        await requireFiles();
        const session = await (0,session_session/* openSession */.f)(world, settings, trace);
        try {
            plan = await world.log.group('plan', () => planOf(session));
            await work(session, plan, concurrency, limits);
        }
        finally {
            await session.close();
        }
        return { plan };
    }
    catch (error) {
        return { plan, error };
    }
}


/***/ }),

/***/ 37149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ showRun)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64222);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _report_annotations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91116);
/* harmony import */ var _report_dry_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13175);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8568);
/* harmony import */ var _report_run_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22666);
/* harmony import */ var _report_run_terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6664);
/* harmony import */ var _unique_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(14748);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58191);
/** How the result of a command that makes several images is shown. */









function showRun({ report, interrupted, ...planned }) {
    const { images, problems } = report;
    const isPlanned = planned.plan.policy.dryRun && planned.plan.images.length > 0;
    // What ended the run is among those of the images that it ended, too.
    const said = [...problems, ...images.flatMap((image) => image.problems)];
    const all = [...new Map(said.map((one) => [JSON.stringify(one), one])).values()];
    return {
        text: (style) => (0,_report_run_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .runText */ .l)(report, style),
        textHasProblems: true,
        json: { ...report, ...(isPlanned ? planned : {}) },
        problems: all,
        refused: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .blamesInputs */ .uU)(all) && interrupted === undefined && !images.some(_report_words_js__WEBPACK_IMPORTED_MODULE_5__/* .hasDone */ .BR),
        stepResults: {
            outputs: (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .runOutputsOf */ .bx)(report),
            // What several images have in common is said once.
            warnings: (0,_unique_js__WEBPACK_IMPORTED_MODULE_7__/* .unique */ .A)(images.flatMap(_report_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .warnings */ .AR)),
            summary: (limit) => (0,_report_run_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .runMarkdown */ .l)(report, limit),
        },
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .defined */ .s)({ interrupted }),
        ...(isPlanned && { dryRun: (0,_report_dry_run_js__WEBPACK_IMPORTED_MODULE_2__/* .dryRunText */ .u)(planned) }),
    };
}


/***/ }),

/***/ 13175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ dryRunText)
/* harmony export */ });
/* harmony import */ var _plan_recipe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55149);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72527);


/**
 * The plan and the recipes as JSON, what is built in place of a custom Dockerfile, the lock of each image, then every file
 * that buildx would be given, each under its name. Programs are named, not printed.
 */
function dryRunText({ plan, recipes, runs }) {
    // An image that is put onto its new base has a recipe for each repository, and one lock.
    const locks = new Map(recipes.flatMap((recipe) => [
        ...(recipe.lock === undefined
            ? []
            : [[fileName(plan, recipe.image.id, 'pylock.toml'), recipe.lock.text.trim()]]),
        ...(0,_plan_recipe_js__WEBPACK_IMPORTED_MODULE_1__/* .offersOf */ .fI)(recipe).map(({ id, lock }) => [`${id}/pylock.toml`, lock.text.trim()]),
    ]));
    const prepared = recipes.map(({ image, lock: _lock, ...rest }) => ({
        image: image.id,
        ...(rest.do === 'bake' ? { ...rest, source: withoutLocks(rest.source) } : rest),
    }));
    const parts = [
        json('plan', plan),
        ...(recipes.length === 0 ? [] : [json('recipes', prepared)]),
        ...recipes.flatMap((recipe) => differenceText(plan, recipe)),
        ...[...locks].map(([title, text]) => `${heading(title)}${text}\n`),
        ...runs.map((run) => runText(run, runs.length > 1)),
    ];
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(parts.join(''));
}
/** Locks are printed by themselves. */
const withoutLocks = (source) => source.kind === 'custom' && source.offer !== undefined
    ? {
        ...source,
        offer: { ...source.offer, parts: source.offer.parts.map(({ lock: _lock, ...rest }) => rest) },
    }
    : source;
const heading = (title) => `\n--- ${title}\n`;
const json = (title, value) => `${heading(title)}${JSON.stringify(value, null, 2)}\n`;
const fileName = ({ images }, id, name) => images.length === 1 ? name : `${id}/${name}`;
/** How the Dockerfile that is built differs from the user's own. */
const differenceText = (plan, recipe) => recipe.do === 'bake' && recipe.source.kind === 'custom' && recipe.source.offer !== undefined
    ? [
        `${heading(fileName(plan, recipe.image.id, 'the Dockerfile, as it is built'))}${recipe.source.offer.difference.trimEnd()}\n`,
    ]
    : [];
const isProgram = (name) => /\.(?:py|sh)$|\/programs\/|\/verify\.Dockerfile$/.test(name);
/** @param isNamed where there are several runs of buildx, each says for which images and which repository it is. */
function runText({ images, repository, files }, isNamed) {
    const shown = Object.entries(files).filter(([name]) => !isProgram(name));
    const programs = Object.keys(files).filter(isProgram);
    const of = repository === undefined ? images.join(', ') : `${images.join(', ')} in ${repository}`;
    return [
        ...(isNamed ? [heading(`buildx for ${of}`)] : []),
        ...shown.map(([name, content]) => `${heading(name)}${content.trimEnd()}\n`),
        `${heading('programs beside them')}${programs.join('\n')}\n\n`,
    ].join('');
}


/***/ })

};
