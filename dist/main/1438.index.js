export const id = 1438;
export const ids = [1438];
export const modules = {

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

/***/ 31438:
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
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/ports.js
var ports = __webpack_require__(30391);
// EXTERNAL MODULE: ./lib/report/journal.js
var journal = __webpack_require__(78201);
// EXTERNAL MODULE: ./lib/report/plan.js
var plan = __webpack_require__(41383);
// EXTERNAL MODULE: ./lib/session/session.js + 25 modules
var session_session = __webpack_require__(79087);
// EXTERNAL MODULE: ./lib/canonical.js
var canonical = __webpack_require__(9333);
// EXTERNAL MODULE: ./lib/names/python-selection.js
var python_selection = __webpack_require__(46967);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/package-index/lost-zero.js
var lost_zero = __webpack_require__(56862);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/package-index/choose.js + 1 modules
var choose = __webpack_require__(69503);
;// CONCATENATED MODULE: ./lib/package-index/select.js
/** Chooses the versions of a package for a matrix. */


/** A matrix asks once for each Python, and thousands of releases take long to sort. */
const sorted = new WeakMap();
function sortedReleases(project) {
    const known = sorted.get(project);
    if (known !== undefined)
        return known;
    const all = (0,choose/* releasesOf */.w0)(project);
    const offered = all.filter((release) => (0,choose/* yankedOf */.Ez)(release) === undefined);
    const releases = { all, offered, stable: offered.filter(({ version }) => !version.isPrerelease) };
    sorted.set(project, releases);
    return releases;
}
/**
 * Pre-releases are left out unless a version or a range names one, withdrawn releases (PEP 592) unless a version names
 * one, or a range like `==1.4`.
 */
function selectVersions(project, selectors, python) {
    const releases = sortedReleases(project);
    const found = new Map();
    const nothing = [];
    for (const selector of selectors) {
        const chosen = select_select(selector, releases, python);
        if (chosen.length === 0)
            nothing.push({ selector, newest: releases.offered.slice(0, 3).map(({ version }) => version.text) });
        // What was named is written as the user wrote it, whatever else selects it.
        const written = selector.kind === 'exact' ? selector.written : undefined;
        for (const release of chosen)
            found.set(release, found.get(release) ?? written);
    }
    const versions = releases.all
        .filter((release) => found.has(release))
        .map((release) => {
        const [written, yanked] = [found.get(release), (0,choose/* yankedOf */.Ez)(release)];
        return {
            ...release,
            ...(written === undefined ? {} : { written }),
            ...(yanked === undefined ? {} : { yanked }),
        };
    });
    return { versions, nothing };
}
function select_select(selector, { all, offered, stable }, python) {
    switch (selector.kind) {
        case 'exact': {
            const key = (0,package_version/* releaseKey */.DR)(selector.version);
            return all.filter(({ version }) => (0,package_version/* releaseKey */.DR)(version) === key);
        }
        case 'latest': {
            // Where none allows the Python, the newest one is left out with its rule as the reason.
            const newest = (0,choose/* newestFor */.Qy)(stable, python) ?? stable[0];
            return newest === undefined ? [] : [newest];
        }
        case 'last':
            return stable.slice(0, selector.count);
        case 'minors': {
            const newest = new Map();
            for (const release of stable) {
                const series = seriesOf(release.version);
                if (!newest.has(series))
                    newest.set(series, release);
            }
            return [...newest.values()].slice(0, selector.count);
        }
        case 'range': {
            const { specifiers } = selector;
            const within = specifiers.some(isPin) ? all : takesPrereleases(specifiers) ? offered : stable;
            return within.filter(({ version }) => (0,package_version/* satisfies */.ib)(version, specifiers));
        }
    }
}
/** Whether a range asks for pre-releases: it names one, and not to leave it out. */
const takesPrereleases = (specifiers) => specifiers.some(({ operator, version }) => operator !== '!=' && version?.isPrerelease === true);
/** Whether a clause allows one version alone: `==1.4`. */
const isPin = ({ operator, prefix }) => operator === '===' || (operator === '==' && !prefix);
/** Epoch, major and minor. */
const seriesOf = ({ epoch, release: [major = 0, minor = 0] }) => `${epoch}!${major}.${minor}`;
/** What the files of a release require of Python, where none of them allows it: `>=3.10`. */
const whyRefused = (version, python) => (0,choose/* allowsSome */.Rt)(version, python) ? undefined : (0,choose/* rulesOf */.fD)(version);

;// CONCATENATED MODULE: ./lib/sources/matrix/matrix.js


/** Packages with the same key have one page of one index. */
const projectKey = (name, inputs) => [name, inputs['index_url'], inputs['extra_indexes']].filter(Boolean).join(' ');
/** Cells with the same key are one image. */
const keyOf = ({ package: { text }, version: { version }, python, base }) => [text, (0,package_version/* releaseKey */.DR)(version), python.text, base].join(' ');
const writtenText = ({ version, written }) => written ?? version.text;
/** What a report names of a cell, each as the matrix writes it. */
const partsOf = ({ package: { text }, version, python, base }) => ({
    package: text,
    version: writtenText(version),
    python: python.text,
    base,
});
const nameOfCell = (cell) => (0,plan/* plannedName */.EM)(partsOf(cell));

;// CONCATENATED MODULE: ./lib/sources/matrix/notes.js
/** What is worth knowing of what a matrix asks for. */

/** Releases that images are made of although their authors withdrew them. */
const withdrawnNotes = (cells) => [
    ...new Set(cells.flatMap(({ package: { name }, version: { version, yanked } }) => yanked === undefined
        ? []
        : [`${name} ${version.text} was withdrawn by its authors${yanked && `: ${yanked}`}`])),
];
/** Pythons that get no fixes any more. @param today milliseconds since the epoch. */
function lifeNotes(cells, today) {
    const pythons = new Map(cells.map(({ python }) => [python.minor, python]));
    return [...pythons.values()].flatMap((python) => {
        const last = (0,python_selection/* endOfLife */.PB)(python, today);
        return last === undefined ? [] : [`Python ${python.minor} has had no fixes since ${last}`];
    });
}

// EXTERNAL MODULE: ./lib/names/python-version.js
var python_version = __webpack_require__(76117);
// EXTERNAL MODULE: ./lib/names/package-name.js
var package_name = __webpack_require__(28066);
;// CONCATENATED MODULE: ./lib/sources/matrix/fitting.js
/** Which cells of a matrix a row of `exclude` or `include` is about. */


/**
 * Whether a cell has everything that a row names. A version is the same however it is written; `3.12` is not `3.12.4`.
 *
 * @param names of all packages of the matrix.
 */
function fitting({ package: name, package_version: version, python_version: python, target_base: base }, names) {
    const texts = name === undefined ? undefined : new Set(namedBy(name, names).map(({ text }) => text));
    const parsed = version === undefined ? undefined : (0,package_version/* parsePackageVersion */.g7)(version);
    const key = parsed?.ok === true ? (0,package_version/* releaseKey */.DR)(parsed.value) : undefined;
    return (cell) => (texts === undefined || texts.has(cell.package.text)) &&
        (python === undefined || python === cell.python.text) &&
        (base === undefined || base === cell.base) &&
        (version === undefined || key === (0,package_version/* releaseKey */.DR)(cell.version.version));
}
/** The packages that a row names: those with its extras; or, where it has none and no such package is there, with any. */
function namedBy(text, names) {
    const asked = (0,package_name/* parsePackageName */.Rl)(text);
    if (!asked.ok)
        return [];
    const same = names.filter((one) => one.text === asked.value.text);
    return same.length > 0 || asked.value.extras.length > 0
        ? same
        : names.filter((one) => one.name === asked.value.name);
}

// EXTERNAL MODULE: ./lib/inputs/splitting.js
var splitting = __webpack_require__(56253);
// EXTERNAL MODULE: ./lib/names/platform.js
var names_platform = __webpack_require__(29885);
;// CONCATENATED MODULE: ./lib/sources/matrix/overrides.js


/**
 * What is above wins. Where it has fewer platforms, those of `platform_optional` below that are not among them go, too: else
 * a row for one platform would have to take back what is said of all images.
 */
function withOverrides(below, above) {
    const both = { ...below, ...above };
    const optional = (0,splitting/* splitList */.ry)(below['platform_optional'] ?? '');
    const platforms = (0,splitting/* splitList */.ry)(above['platform'] ?? '').map(nameOf);
    if (optional.length === 0 || platforms.length === 0 || above['platform_optional'] !== undefined)
        return both;
    const kept = optional.map(nameOf).filter((one) => platforms.includes(one));
    const isAll = platforms.every((one) => kept.includes(one));
    const { platform_optional: _gone, ...rest } = both;
    return kept.length === 0 || isAll ? rest : { ...rest, platform_optional: kept.join(',') };
}
/** What is no platform is refused where it is read. */
function nameOf(text) {
    const platform = (0,names_platform/* parsePlatform */.FL)(text);
    return platform.ok ? platform.value : text;
}

;// CONCATENATED MODULE: ./lib/sources/matrix/add-cell.js








/**
 * What the matrix has one of alone, a row need not name.
 *
 * @returns a problem where the row cannot add one.
 */
function addedBy({ match, inputs, where }, packages, projects) {
    const wrong = (message, station = 'input') => ({
        station,
        about: 'include',
        message: `${where} ${message}`,
    });
    const names = packages.map((one) => one.package);
    const of = new Set((match.package === undefined ? names : namedBy(match.package, names)).map(({ text }) => text));
    if (of.size === 0)
        return wrong(`names the package ${(0,shown/* shown */.S)(match.package ?? '')}, which is not among packages: name it there, too.`);
    if (match.package_version !== undefined && !(0,package_version/* parsePackageVersion */.g7)(match.package_version).ok)
        return wrong(`names the version ${(0,shown/* shown */.S)(match.package_version)}, and a row is about one version: name it, like "1.2.3", or leave package_version out, so that the row is about all of the matrix.`);
    const one = packages.find(({ package: { text } }) => of.has(text));
    const version = match.package_version ?? (one && onlyVersion(one));
    const pythonText = match.python_version ?? (one && onlyPython(one));
    const base = match.target_base ?? (one && only(one.bases));
    if (of.size !== 1 ||
        one === undefined ||
        version === undefined ||
        pythonText === undefined ||
        base === undefined) {
        const missing = [
            ...(of.size === 1 ? [] : ['one of the packages']),
            ...(version === undefined ? ['package_version'] : []),
            ...(pythonText === undefined ? ['python_version'] : []),
            ...(base === undefined ? ['target_base'] : []),
        ];
        return wrong(`is about no image of the matrix. To add one, it must name ${new Intl.ListFormat('en-GB').format(missing)}.`);
    }
    const { name } = one.package;
    const python = (0,python_version/* parsePythonVersion */.yn)(pythonText);
    if (!python.ok)
        return wrong(`adds ${name}: ${python.message}`);
    const parsed = (0,package_version/* parsePackageVersion */.g7)(version);
    if (!parsed.ok)
        return wrong(`adds ${name}: ${parsed.message}`);
    const own = withOverrides(one.inputs, inputs);
    const project = projects.get(projectKey(name, own));
    const selected = project &&
        selectVersions(project, [{ kind: 'exact', version: parsed.value, written: version }], python.value)
            .versions[0];
    if (selected === undefined)
        return wrong(`adds ${name} ${(0,shown/* shown */.S)(version)}, which is not on the index.${project === undefined ? '' : (0,lost_zero/* lostZeroHint */.o)(project, version)}`, 'index');
    const rule = whyRefused(selected, python.value);
    if (rule !== undefined)
        return wrong(`adds ${name} ${selected.version.text} on Python ${pythonText}, and it requires Python ${(0,shown/* shown */.S)(rule)}.`);
    return {
        package: one.package,
        version: selected,
        python: python.value,
        base,
        inputs: own,
        pythonIsNamed: true,
    };
}
const only = (values) => (values.length === 1 ? values[0] : undefined);
function onlyVersion({ versions }) {
    const selector = only(versions);
    return selector?.kind === 'exact' ? selector.written : undefined;
}
function onlyPython({ pythons }) {
    const selector = only(pythons);
    return selector?.kind === 'exact' ? selector.python.text : undefined;
}

;// CONCATENATED MODULE: ./lib/sources/matrix/rows.js




/** What is left of the cells, what is not with the first row that excludes it, and a note for each row that excludes none. */
function excludeCells(cells, exclude, names) {
    const rows = exclude.map((row) => ({ row, fits: fitting(row.match, names), isUsed: false }));
    const kept = [];
    const excluded = [];
    for (const cell of cells) {
        const fitted = rows.filter(({ fits }) => fits(cell));
        for (const one of fitted)
            one.isUsed = true;
        const [first] = fitted;
        if (first === undefined)
            kept.push(cell);
        else
            excluded.push({ cell, row: first.row });
    }
    const notes = rows.filter(({ isUsed }) => !isUsed).map(({ row }) => `${row.where} excludes no image`);
    return { kept, excluded, notes };
}
/** The cells with the inputs that rows give them, then those that rows add. */
function includeRows(kept, include, packages, projects) {
    const names = packages.map((one) => one.package);
    const added = new Map();
    const problems = [];
    let cells = kept;
    for (const row of include) {
        const fits = fitting(row.match, names);
        if (cells.some(fits)) {
            cells = cells.map((cell) => fits(cell) ? { ...cell, inputs: withOverrides(cell.inputs, row.inputs) } : cell);
            continue;
        }
        const cell = addedBy(row, packages, projects);
        if ('station' in cell) {
            problems.push(cell);
            continue;
        }
        const before = added.get(keyOf(cell));
        if (before === undefined)
            added.set(keyOf(cell), { cell, where: row.where });
        else
            problems.push({
                station: 'input',
                about: 'include',
                message: `${row.where} adds ${nameOfCell(cell)}, as ${before.where} does: give one of them all its inputs.`,
            });
    }
    return { cells: [...cells, ...[...added.values()].map(({ cell }) => cell)], problems };
}

;// CONCATENATED MODULE: ./lib/sources/matrix/expand.js
/** The cells of a matrix: every version with every Python on every base, without those that cannot be or were left out. */









/**
 * Rows are applied as GitHub does to a workflow's matrix (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrixinclude):
 * first those that exclude; then each of `include` to the cells that it fits. One that fits none adds a cell, to which
 * later rows give nothing.
 *
 * @param projects pages of indexes, by `projectKey`.
 * @param today milliseconds since the epoch.
 */
function expand(packages, exclude, include, projects, today) {
    const names = packages.map((one) => one.package);
    const expanded = packages.map((one) => cellsOfPackage(one, projects.get(projectKey(one.package.name, one.inputs)), today));
    const { all, problems: twice } = eachOnce(expanded.flatMap(({ cells }) => cells));
    const { kept, excluded, notes } = excludeCells(all, exclude, names);
    const { cells, problems } = includeRows(kept, include, packages, projects);
    const there = new Set(cells.map(keyOf));
    return {
        cells,
        leftOut: [
            ...new Map(expanded.flatMap(({ leftOut }) => leftOut.map((one) => [(0,canonical/* canonical */.$)(one), one]))).values(),
            // A row of include may add back what another one excludes.
            ...excluded.flatMap(({ cell, row }) => there.has(keyOf(cell)) ? [] : [{ ...partsOf(cell), because: `${row.where} excludes it` }]),
        ],
        problems: (0,errors/* uniqueProblems */.OH)([...expanded.flatMap((one) => one.problems), ...twice, ...problems]),
        notes: [...notes, ...withdrawnNotes(cells), ...lifeNotes(cells, today)],
    };
}
/** The first of cells that are one image; a problem where two of them have other inputs. */
function eachOnce(cells) {
    const byKey = new Map();
    const problems = new Map();
    for (const cell of cells) {
        const first = byKey.get(keyOf(cell)) ?? cell;
        byKey.set(keyOf(cell), first);
        const name = cell.package.text;
        if (!problems.has(name) && (0,canonical/* canonical */.$)(first.inputs) !== (0,canonical/* canonical */.$)(cell.inputs))
            problems.set(name, {
                station: 'input',
                about: 'packages',
                message: `packages: ${name} is there twice, with other inputs for ${nameOfCell(cell)}. Give each image once.`,
            });
    }
    return { all: [...byKey.values()], problems: [...problems.values()] };
}
function cellsOfPackage({ package: wanted, versions, pythons: selectors, bases, inputs }, project, today) {
    const cells = [];
    const leftOut = [];
    const problems = [];
    const pythons = (0,python_selection/* selectPythons */.gX)(selectors, today);
    if (pythons.length === 0)
        problems.push({
            station: 'input',
            about: 'python_versions',
            message: 'python_versions leaves out every Python that is supported: name one that the images are for.',
        });
    for (const python of pythons) {
        const pythonIsNamed = selectors.some((one) => one.kind === 'exact' && one.python.text === python.text);
        const selected = selectVersions(project, versions, python);
        for (const { selector, newest } of selected.nothing)
            problems.push({
                station: 'index',
                about: 'packages',
                message: nothingText(project, selector, newest),
            });
        for (const version of selected.versions) {
            const rule = whyRefused(version, python);
            if (rule !== undefined) {
                const because = `${wanted.name} ${version.version.text} requires Python ${(0,shown/* shown */.S)(rule)}`;
                leftOut.push({
                    package: wanted.text,
                    version: writtenText(version),
                    python: python.text,
                    because,
                });
                continue;
            }
            for (const base of bases)
                cells.push({ package: wanted, version, python, base, inputs, pythonIsNamed });
        }
    }
    return { cells, leftOut, problems };
}
function nothingText(project, selector, newest) {
    const { name } = project;
    const offer = newest.length === 0 ? '' : ` The newest there are: ${newest.join(', ')}.`;
    switch (selector.kind) {
        case 'exact': {
            const { written } = selector;
            return `package_versions: ${name} has no version ${(0,shown/* shown */.S)(written)} on the index.${(0,lost_zero/* lostZeroHint */.o)(project, written)}${offer}`;
        }
        case 'range': {
            const kind = takesPrereleases(selector.specifiers) ? 'version' : 'stable version';
            return `package_versions: ${name} has no ${kind} in ${(0,shown/* shown */.S)(selector.text)} on the index.${offer}`;
        }
        case 'latest':
        case 'last':
        case 'minors':
            return `package_versions: ${name} has no stable version on the index.${offer && `${offer} Name one to have a pre-release.`}`;
    }
}

// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/decide/reason.js
var reason = __webpack_require__(47786);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./lib/inputs/plan.js
var inputs_plan = __webpack_require__(49766);
;// CONCATENATED MODULE: ./lib/sources/matrix/shards.js
/** A job takes about a minute to start: one that works for less than this is not worth it. */
const worthwhile = 600;
/**
 * The longest first, each into the job that has least to do. There are as many jobs as there is work for, and at most
 * `mostJobs`. What belongs together is only taken apart where it is more than a job's part.
 *
 * @param mostJobs at least 1.
 * @returns shards and their values in the order of the items.
 */
function shardsOf(items, mostJobs) {
    const total = sum(items);
    if (items.length === 0)
        return [];
    const capacity = Math.max(worthwhile, total / mostJobs);
    const jobs = Math.min(mostJobs, Math.max(1, Math.ceil(total / capacity)));
    const bins = Array.from({ length: jobs }, () => []);
    for (const part of parts(items, capacity)) {
        const least = bins.reduce((one, other) => (sum(other) < sum(one) ? other : one));
        least.push(...part);
    }
    const place = new Map(items.map((item, at) => [item, at]));
    return bins
        .filter((bin) => bin.length > 0)
        .map((bin) => bin.toSorted((one, other) => place.get(one) - place.get(other)))
        .toSorted(([one], [other]) => place.get(one) - place.get(other))
        .map((bin) => ({ values: bin.map(({ value }) => value), seconds: sum(bin) }));
}
const sum = (items) => items.reduce((seconds, item) => seconds + item.seconds, 0);
/** What goes into one job whole, the longest first. */
function parts(items, capacity) {
    const groups = Map.groupBy(items, ({ together }) => together);
    return [...groups.values()]
        .flatMap((group) => {
        const split = [[]];
        for (const item of group) {
            const last = split.at(-1);
            if (last.length > 0 && sum(last) + item.seconds > capacity)
                split.push([item]);
            else
                last.push(item);
        }
        return split;
    })
        .toSorted((one, other) => sum(other) - sum(one));
}

// EXTERNAL MODULE: ./lib/lock/split.js
var split = __webpack_require__(67639);
// EXTERNAL MODULE: ./lib/observe/image.js
var observe_image = __webpack_require__(98393);
// EXTERNAL MODULE: ./lib/recipe/dropped-platforms.js
var dropped_platforms = __webpack_require__(10501);
// EXTERNAL MODULE: ./lib/recipe/resolve.js + 2 modules
var resolve = __webpack_require__(85291);
// EXTERNAL MODULE: ./lib/wheel-cache/key.js
var wheel_cache_key = __webpack_require__(70663);
// EXTERNAL MODULE: ./lib/wheel-cache/open.js + 2 modules
var wheel_cache_open = __webpack_require__(26686);
;// CONCATENATED MODULE: ./lib/sources/matrix/weigh.js






/** Seconds, from many runs on GitHub's own runners. */
const takes = { retag: 2, sign: 5, rebase: 20, build: 60, compile: 120, restore: 1 };
/**
 * What a base of a variant brings at least, where none was read yet. The libc is newer than any: what is refused for it is
 * refused for every base.
 */
function anyBase(platform, python, variant) {
    const [libc, id] = variant.includes('alpine')
        ? [{ kind: 'musl', version: '1.99' }, 'alpine']
        : [{ kind: 'glibc', version: '2.99' }, 'debian'];
    return {
        platform,
        python: `${python}.0`,
        libc,
        distribution: { id, version: '', codename: '' },
        installed: {},
    };
}
/** On some platforms of an image, or on all of them. */
const secondsOn = ({ seconds, compiling }, platforms = Object.keys(compiling)) => platforms.reduce((sum, platform) => sum + (compiling[platform] ?? 0), seconds);
/**
 * What an image is reckoned to take. Only what is installed from source counts beside the work that all have.
 *
 * @param facts of its bases, as far as a published image says them.
 * @throws Failure where nothing can be installed: of the index, or of a requirement that has neither wheel nor source.
 */
async function reckon(session, image, policy, decision, facts) {
    if (decision === 'retag' || decision === 'sign' || decision === 'rebase')
        return { seconds: takes[decision], compiling: {} };
    const { packages } = image.content;
    if (packages === undefined)
        return { seconds: takes.build, compiling: {} };
    return {
        seconds: takes.build,
        compiling: await compileSeconds(session, packages, image, policy, facts),
    };
}
async function compileSeconds(session, packages, image, { wheelStore }, known) {
    const lock = await session.resolve({ packages, constraints: [] });
    // It must be built to say what it needs: then nothing is known before.
    if (lock === undefined)
        return Object.fromEntries(image.platforms.map((platform) => [platform, takes.compile]));
    const { python, base, buildPackages, buildConstraints } = packages;
    const tag = base.publish.slice(base.publish.lastIndexOf(':') + 1);
    const store = await session.wheelStore(wheelStore);
    const installed = await (0,dropped_platforms/* retryWithFewerPlatforms */.KT)(image, [], async (dropped) => {
        const bases = (0,observe_image/* platformsLeft */.W9)(image, { dropped }).map((platform) => known.find((one) => one.platform === platform) ?? anyBase(platform, python.minor, tag));
        const whole = await (0,resolve/* withWheelIndexes */.ym)(session, packages, lock, bases);
        return bases.map((facts) => ({ facts, ...(0,split/* splitRequirements */.p)(whole, facts) }));
    }, (more, failure) => (0,dropped_platforms/* noteDropped */.p8)({ journal: session.journalOf(image.id), world: session.world }, more, failure));
    const compiling = {};
    for (const { platform, facts, requirements } of installed) {
        let seconds = 0;
        for (const requirement of requirements) {
            if (requirement.kind !== 'compile')
                continue;
            const wanted = {
                requirement,
                facts,
                buildPackages,
                buildConstraints,
                buildBase: (0,wheel_cache_open/* buildBaseOf */.$)(base),
                mayBePure: (0,wheel_cache_key/* mayBePure */.zT)(lock, requirement),
            };
            if (await isSaved(store, wanted))
                seconds += takes.restore;
            else {
                const times = store === undefined ? {} : await session.earlierTimes(store, requirement.name);
                // Of another platform it is a better guess than none.
                const known = times[platform] ?? times.any ?? Math.max(0, ...Object.values(times));
                seconds += known === 0 ? takes.compile : known;
            }
        }
        compiling[platform] = seconds;
    }
    return compiling;
}
/** A store that refuses or does not answer has nothing. */
async function isSaved(store, wanted) {
    if (store === undefined)
        return false;
    for (const key of (0,wheel_cache_key/* keysOfWanted */.HU)(wanted)) {
        const found = await store.manifest((0,wheel_cache_key/* tagOfWheel */.fV)(wanted.requirement.name, key)).catch(() => undefined);
        if (found !== undefined)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/sources/matrix/jobs.js
/** Which jobs make the images of a plan: each is made by one, or its platforms by one on each of their runners. */



/** @param mostJobs at least as many as there are runners. */
function jobsOf(stale, runners, mostJobs) {
    const tasks = stale.flatMap((decided) => tasksOf(decided, runners));
    const byRunner = Map.groupBy(tasks, ({ runner }) => runner);
    const total = secondsOfTasks(tasks);
    // One job each, and of the others a part by what there is to do.
    const more = mostJobs - byRunner.size;
    return [...byRunner].flatMap(([runner, own]) => {
        const most = 1 + (total === 0 ? 0 : Math.floor((more * secondsOfTasks(own)) / total));
        const weighed = own.map(({ task, seconds }) => ({
            value: task,
            together: togetherOf(task.decided),
            seconds,
        }));
        return shardsOf(weighed, most).map((shard) => ({ ...shard, runner }));
    });
}
const secondsOfTasks = (tasks) => tasks.reduce((sum, { seconds }) => sum + seconds, 0);
const runnerOf = (platform, runners) => (platform && runners[platform]) ?? inputs_plan/* usualRunner */.V;
/** Only what is built is split: a new base or a tag takes seconds. */
function tasksOf(decided, runners) {
    const { image, decision, reckoned } = decided;
    const parts = Map.groupBy(image.platforms, (platform) => runnerOf(platform, runners));
    if (decision.do !== 'build' || parts.size === 1)
        return [
            { runner: runnerOf(image.platforms[0], runners), task: { decided }, seconds: secondsOn(reckoned) },
        ];
    return [...parts].map(([runner, part]) => ({
        runner,
        task: { decided, part },
        seconds: secondsOn(reckoned, part),
    }));
}
const togetherOf = ({ cell: { package: wanted, python, base } }) => [wanted.text, python.text, base].join(' ');

;// CONCATENATED MODULE: ./lib/sources/matrix/outcome.js
/** From decided images to the report of a plan: names, shards, and what all images have in common. */







/** @param maxJobs at least 1. */
function planReport({ decided, leftOut, notes, maxJobs, runners = {}, store, }) {
    // What is oldest is made first: what an earlier run had no time for is.
    const stale = decided
        .filter(({ decision }) => decision.do !== 'keep')
        .toSorted((one, other) => one.created - other.created);
    const jobs = jobsOf(stale, runners, maxJobs);
    // Else each job would save them beside its own first image, where no other one looks.
    const shared = store?.kind === 'repository' ? { wheel_store: (0,names_reference/* repositoryText */.g_)(store.repository) } : {};
    const inputs = inCommon(stale.map(({ raw }) => ({ ...shared, ...raw })));
    const ordered = [
        ...new Set(jobs.flatMap(({ values }) => values.map((task) => task.decided))),
        ...decided.filter(({ decision }) => decision.do === 'keep'),
    ];
    return {
        images: ordered.map(imageOf),
        leftOut,
        inputs,
        shards: jobs.map(({ values, seconds, runner }, at) => ({
            name: shardName(values, at + 1, jobs.length),
            runner,
            seconds,
            images: values.map((task) => ordered.indexOf(task.decided)),
            cells: values.map(({ decided: { raw }, part }) => ({
                ...without(raw, inputs),
                ...(0,defined/* defined */.s)({ part: part?.join(' ') }),
            })),
        })),
        notes,
        problems: [],
    };
}
function imageOf({ cell, image, decision }) {
    const [repository, ...others] = image.repositories;
    const reference = (0,names_reference/* taggedText */.Ms)(repository, image.tags.exact);
    return {
        name: nameOfCell(cell),
        subject: image.subject,
        reference,
        ...(others.length > 0 && { otherRepositories: others.map(names_reference/* repositoryText */.g_) }),
        tags: [image.tags.exact, ...image.tags.aliases],
        decision: decision.do,
        reason: (0,reason/* reasonText */.uV)(decision, reference).replaceAll(`${reference} `, 'it '),
    };
}
/** One image is named with its reason; several by what they have in common. */
function shardName(values, number, shards) {
    const [only] = values;
    if (values.length === 1 && only !== undefined)
        return (0,plan/* jobName */.dZ)(imageOf(only.decided), only.part);
    const cells = values.map(({ decided }) => decided.cell);
    const parts = [
        cells.map((cell) => cell.package.text),
        cells.map(({ python }) => `Python ${python.text}`),
        cells.map(({ base }) => base),
        values.map(({ part = [] }) => part.join(' and ')),
    ].flatMap((each) => (new Set(each).size === 1 && each[0] !== '' ? [each[0]] : []));
    return `${(0,units/* counted */.hS)(values.length, 'image')}${parts.length === 0 ? '' : ` of ${parts.join(', ')}`} (${number} of ${shards})`;
}
/** Inputs that have the same value in all. */
function inCommon(all) {
    const [first = {}, ...others] = all;
    return Object.fromEntries(Object.entries(first).filter(([name, value]) => others.every((one) => one[name] === value)));
}
const without = (raw, common) => Object.fromEntries(Object.entries(raw).filter(([name]) => common[name] === undefined));

// EXTERNAL MODULE: ./lib/advisories/findings.js
var findings = __webpack_require__(409);
// EXTERNAL MODULE: ./lib/report/advisory-words.js
var advisory_words = __webpack_require__(15287);
;// CONCATENATED MODULE: ./lib/sources/matrix/plan-notes.js
/** What is worth knowing of what a plan decided. */






/** Runners of platforms that no image is for. */
function runnerNotes(decided, runners) {
    const wanted = new Set(decided.flatMap(({ image }) => image.platforms));
    return Object.keys(runners)
        .filter((platform) => !wanted.has(platform))
        .map((platform) => `runners: no image is for ${platform}, so that nothing runs on ${runners[platform]}: name it in platform, too, or leave it out`);
}
/** Where the images of several repositories save their wheels in one of these, which nobody named, and some are to be compiled. */
function storeNotes(decided, store) {
    const unnamed = decided.filter(({ raw }) => raw['wheel_store'] === undefined);
    const own = new Set(unnamed.map(({ image }) => (0,names_reference/* repositoryText */.g_)(image.repositories[0])));
    const compiles = unnamed.some(({ reckoned }) => Object.values(reckoned.compiling).some((seconds) => seconds > 0));
    return store?.kind === 'repository' && own.size > 1 && compiles
        ? [
            `wheels that are compiled are saved in ${(0,names_reference/* repositoryText */.g_)(store.repository)} for all images of this plan, so that what several need is compiled once: wheel_store names another place`,
        ]
        : [];
}
/** So many images are named; more are counted. */
const mostNames = 3;
/** Optional platforms that images are without, as far as that is known before a build. */
function missingNotes(decided, events) {
    const cells = new Map(decided.map(({ image, cell }) => [image.id, cell]));
    const found = new Map();
    for (const { image, platform, problems } of (0,journal/* allOf */.bn)(events, 'dropped')) {
        const cell = image && cells.get(image);
        if (cell === undefined)
            continue;
        const why = problems.map(({ message }) => message).join(' ');
        const key = `${platform} ${why}`;
        const known = found.get(key) ?? { platform, why, names: new Set() };
        known.names.add(nameOfCell(cell));
        found.set(key, known);
    }
    return [...found.values()].map(({ platform, why, names }) => {
        const who = names.size > mostNames ? (0,units/* counted */.hS)(names.size, 'image') : [...names].join(', ');
        return `${who}: without ${platform}, which is optional: ${why.replace(/\.$/, '')}`;
    });
}
/** Advisories of images that stay as they are: no job says of them. What could not be asked is said once. */
function adviceNotes(decided, events) {
    const kept = new Map(decided.flatMap(({ image, cell, decision }) => decision.do === 'keep' || decision.do === 'retag' ? [[image.id, cell]] : []));
    const found = new Map();
    const unknown = new Set();
    for (const { image, advice } of (0,journal/* allOf */.bn)(events, 'advised')) {
        const cell = image && kept.get(image);
        if (advice.unknown !== undefined)
            unknown.add(advice.unknown);
        if (cell === undefined)
            continue;
        for (const finding of (0,findings/* counting */.Mr)(advice.findings, advice)) {
            const text = (0,advisory_words/* findingText */.NK)(finding);
            found.set(text, (found.get(text) ?? new Set()).add(nameOfCell(cell)));
        }
    }
    return [
        ...[...found].map(([text, names]) => {
            const who = names.size > mostNames ? (0,units/* counted */.hS)(names.size, 'image') : [...names].join(', ');
            return `${who}: nothing is built for ${text}`;
        }),
        ...[...unknown].map((why) => `advisories are not known of all images: ${why}`),
    ];
}

// EXTERNAL MODULE: ./lib/inputs/extra-indexes.js
var extra_indexes = __webpack_require__(34526);
// EXTERNAL MODULE: ./lib/names/extra-index.js
var extra_index = __webpack_require__(94095);
;// CONCATENATED MODULE: ./lib/sources/matrix/projects.js
/** The pages of the packages of a matrix, each of its own index. */







/**
 * A row of `include` with an index of its own may add a version that is there alone: then its page is read, too.
 *
 * @returns by `projectKey`; a page that only a row asks for may be missing.
 * @throws Failure with every package that its index does not have.
 */
async function projectsOf({ packageIndex }, packages, include) {
    const names = packages.map((one) => one.package);
    const ofPackages = packages.map(({ package: { name }, inputs }) => ({ name, inputs, where: undefined }));
    const ofRows = include.flatMap(({ match, inputs, where }) => inputs['index_url'] === undefined && inputs['extra_indexes'] === undefined
        ? []
        : (match.package === undefined ? names : namedBy(match.package, names)).map(({ name }) => ({
            name,
            inputs,
            where,
        })));
    // Those of packages come last: what they lack is a failure, whatever a row asks for besides.
    const asked = new Map([...ofRows, ...ofPackages].map((one) => [projectKey(one.name, one.inputs), one]));
    const found = await (0,errors/* gather */.kg)([...asked].map(async ([key, { name, inputs, where }]) => {
        const indexUrl = inputs['index_url']?.trim();
        const { value: extraIndexes } = (0,extra_indexes/* parseExtraIndexes */.I)(inputs['extra_indexes'] ?? '');
        const index = packageIndex((0,extra_index/* indexesOf */.O7)({ ...(0,defined/* defined */.s)({ indexUrl }), extraIndexes }));
        const project = await index.project(name);
        if (project === undefined && where === undefined)
            throw new errors/* Failure */.HR([
                { station: 'index', about: 'packages', message: (0,choose/* absentPackage */.Sk)(name, index.urlOf(name)) },
            ]);
        return project === undefined ? [] : [[key, project]];
    }));
    return new Map(found.flat());
}

// EXTERNAL MODULE: ./lib/sources/matrix/plan-file.js
var plan_file = __webpack_require__(6922);
// EXTERNAL MODULE: ./lib/inputs/cells.js
var cells = __webpack_require__(80604);
// EXTERNAL MODULE: ./lib/inputs/command-inputs.js + 1 modules
var command_inputs = __webpack_require__(47192);
// EXTERNAL MODULE: ./lib/inputs/matrix.js + 1 modules
var matrix = __webpack_require__(97979);
// EXTERNAL MODULE: ./lib/inputs/packages.js
var inputs_packages = __webpack_require__(88148);
// EXTERNAL MODULE: ./lib/inputs/read.js + 2 modules
var read = __webpack_require__(83764);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/inputs/table.js + 16 modules
var table = __webpack_require__(8805);
// EXTERNAL MODULE: ./lib/names/nearest.js
var nearest = __webpack_require__(13114);
// EXTERNAL MODULE: ./lib/sources/yaml-nodes.js + 1 modules
var yaml_nodes = __webpack_require__(11241);
;// CONCATENATED MODULE: ./lib/sources/matrix/layer.js
/**
 * Inputs by name that are written in YAML, each with its place. By hand over the nodes of the library `yaml`, and not with
 * a library of schemas: values are texts that the readers of the inputs judge, as everywhere else; what is left are
 * places, and numbers that YAML has changed.
 */






const matrixLists = ['package_versions', 'python_versions', 'target_bases'];
/** What a row names of the cells that it is about. */
const matchKeys = ['package', 'package_version', 'python_version', 'target_base'];
/** Inputs of a matrix that every package may have its own of. */
const imageInputs = cells/* cellInputs */.U3.filter((name) => !['package_latest_version', 'registry', 'part', ...matchKeys].includes(name));
/** @param about the input or file that problems are of. */
function layerReader(text, path, about) {
    const said = [];
    const yaml = (0,yaml_nodes/* yamlReader */.B)(text, path, (message, offset) => said.push({ message, offset }));
    const layer = (node, names, left = []) => {
        const raw = {};
        const at = {};
        const fields = yaml.fields(node);
        if (fields === undefined)
            yaml.say(node, 'this is no mapping: write "name: value".');
        for (const field of fields ?? []) {
            const { name, key } = field;
            if (left.includes(name))
                continue;
            if (!names.includes(name)) {
                yaml.say(key, unknownKey(name, [...new Set([...left, ...names])]));
                continue;
            }
            if (Object.hasOwn(raw, name))
                yaml.say(key, `${name} is there twice: keep one.`);
            const value = textOf(yaml, field);
            if (value === undefined)
                continue;
            raw[name] = value;
            at[name] = yaml.place(field.value);
        }
        return { raw, at };
    };
    return {
        yaml,
        layer,
        rows(node, what, others) {
            const items = yaml.items(node);
            if (items === undefined)
                yaml.say(node, `${what} is no list: write rows, like "- python_version: '3.11'".`);
            return (items ?? []).flatMap((item) => {
                const before = said.length;
                const { raw, at } = layer(item, [...matchKeys, ...(others ? imageInputs : [])]);
                if (said.length > before)
                    return [];
                const match = {};
                const own = {};
                for (const [name, value] of Object.entries(raw))
                    (matchKeys.some((key) => key === name) ? match : own)[name] = value;
                if (!others && Object.keys(match).length === 0) {
                    yaml.say(item, `this row of ${what} names nothing: it would leave out everything.`);
                    return [];
                }
                return [{ match, layer: { raw: own, at }, where: yaml.place(item) }];
            });
        },
        problems: () => said
            .toSorted((one, other) => one.offset - other.offset)
            .map(({ message }) => ({ station: 'input', about, message })),
    };
}
/** Keys of the whole file alone. */
const wholeFile = ['packages', 'include', 'exclude'];
/** @param names keys that may be there. */
function unknownKey(name, names) {
    // The list of a row's one value, or one value of a list.
    const pair = name.endsWith('s') ? name.slice(0, -1) : `${name}s`;
    const near = names.includes(pair) ? pair : (0,nearest/* nearest */.p)(name, names);
    const isInput = commandsOf(name).length > 0;
    if (near !== undefined && (near === pair || !isInput))
        return `there is no key ${(0,shown/* shown */.S)(name)} here. Did you mean "${near}"?`;
    if (wholeFile.includes(name))
        return `${name} is for all packages: write it at the top of the file.`;
    if (imageInputs.includes(name))
        return `${name} says how an image is made, and this row only names images, by ${matchKeys.join(', ')}: write it beside a package, or in a row of include.`;
    if (isInput)
        return `${name} belongs to the step or the command line, not into this list of images: give it to ${commandsOf(name)
            .map((command) => `"${command}"`)
            .join(' and ')} there.`;
    const inputs = imageInputs.every((one) => names.includes(one))
        ? ', and inputs of an image, which docs/inputs.md lists'
        : '';
    const own = names.filter((one) => !imageInputs.includes(one));
    return `there is no key ${(0,shown/* shown */.S)(name)} here. Keys are ${own.join(', ')}${inputs}.`;
}
/** Commands of a matrix that take an input. */
const commandsOf = (name) => ['plan', 'build'].filter((command) => rowOf(name)?.commands.includes(command));
const rowOf = (name) => table/* inputTable */.F.find((row) => row.name === name);
/** Inputs whose lines are `key=value`: these may be a mapping. */
const pairInputs = ['build_args', 'labels', 'annotations'];
/** The text of a value: of a list one a line, of a mapping `key=value` a line. */
function textOf(yaml, { name, value }) {
    const kind = name === 'packages' ? 'list' : (rowOf(name)?.kind ?? 'text');
    const items = yaml.items(value);
    if (items !== undefined) {
        if (kind !== 'list' && kind !== 'lines') {
            yaml.say(value, `${name} is one value, and here is a list.`);
            return undefined;
        }
        const texts = items.map((item) => scalarText(yaml, item, name));
        return texts.includes(undefined) ? undefined : texts.join('\n');
    }
    const fields = yaml.fields(value);
    if (fields === undefined)
        return scalarText(yaml, value, name);
    if (!pairInputs.includes(name)) {
        const orList = kind === 'list' || kind === 'lines' ? ' or a list' : '';
        yaml.say(value, `${name} must be one text${orList}, and here is a mapping.`);
        return undefined;
    }
    const pairs = fields.map((field) => {
        const text = scalarText(yaml, field.value, `${name}.${field.name}`);
        return text === undefined ? undefined : `${field.name}=${text}`;
    });
    return pairs.includes(undefined) ? undefined : pairs.join('\n');
}
/** Numbers that YAML changes are refused: 3.10 is 3.1 for every other program that reads the file. */
function scalarText(yaml, node, what) {
    const text = yaml.text(node, what);
    if (text === undefined || !(0,dist/* isScalar */.jn)(node) || typeof node.value !== 'number')
        return scalarValue(node, text);
    if (String(node.value) === text)
        return text;
    yaml.say(node, `${what} ${text} is the number ${node.value} in YAML: quote it, "${text}".`);
    return undefined;
}
/** A text of several lines is not what stands in the file. */
const scalarValue = (node, text) => (0,dist/* isScalar */.jn)(node) && typeof node.value === 'string' ? node.value : text;

;// CONCATENATED MODULE: ./lib/sources/matrix/read-cell.js







/** @param severalPackages whether the matrix has images of more than one. */
function cellReader({ raw: step, where, env }, severalPackages) {
    return (cell, exact, places) => {
        const raw = {
            ...cell.inputs,
            package: cell.package.text,
            package_version: exact.version,
            python_version: exact.python,
            target_base: cell.base,
        };
        raw['image_name'] = nameFor(raw['image_name'] ?? '', cell.package.name, severalPackages, env);
        const tags = [...(0,splitting/* splitList */.ry)(raw['tags'] ?? ''), ...exact.tags];
        if (tags.length > 0)
            raw['tags'] = tags.join(' ');
        const { inputs, problems } = (0,read/* readInputs */.K)({ ...ofMachine(step), ...raw, push: 'true' }, where, env, places, 'plan');
        return inputs === undefined
            ? { problems: problems.map((one) => withPlaceholder(one, raw['image_name'] ?? '')), raw }
            : { problems, raw: handedOn(raw, inputs), inputs };
    };
}
/**
 * What belongs to the step and its machine, which every image is read with. Optional platforms of the step are among the inputs
 * of a cell already, as far as it has them.
 */
const ofMachine = (step) => {
    const others = ['packages', 'platform_optional', ...matrixLists];
    return Object.fromEntries(Object.entries(step).filter(([name]) => !others.includes(name)));
};
/** `{package}` stands for the package; of several, it is added to the name of the repository that GitHub fills in. */
function nameFor(text, name, severalPackages, env) {
    const isFilledIn = text === '' || text === env['GITHUB_REPOSITORY'];
    const template = severalPackages && isFilledIn && text !== '' ? `${text}/{package}` : text;
    return template.replaceAll('{package}', name);
}
/** Of a name whose braces hold anything else, the message says what they may hold. */
function withPlaceholder(problem, imageName) {
    const [other] = /\{[^{}]*\}/.exec(imageName) ?? [];
    return problem.about !== 'image_name' || other === undefined
        ? problem
        : {
            ...problem,
            message: `${problem.message} ${(0,shown/* shown */.S)(other)} stands for nothing: "{package}" stands for the name of the package.`,
        };
}
/** What `build` is given: values that are not its defaults, and those that depend on where they are read. */
function handedOn(raw, { repositories, maintainer }) {
    const rows = (0,command_inputs/* inputsOf */.Vc)('build');
    const given = Object.entries(raw).filter(([name, value]) => {
        const row = rows.find((one) => one.name === name);
        return row !== undefined && cells/* cellInputs */.U3.includes(name) && value.trim() !== row.default;
    });
    return {
        ...Object.fromEntries(given),
        package: raw['package'] ?? '',
        package_version: raw['package_version'] ?? '',
        python_version: raw['python_version'] ?? '',
        target_base: raw['target_base'] ?? '',
        image_name: repositories.map(names_reference/* repositoryText */.g_).join('\n'),
        ...(maintainer === '' ? {} : { maintainer }),
    };
}

;// CONCATENATED MODULE: ./lib/sources/matrix/text.js





/** The file that is taken where no other is named. */
const usualFile = 'python-images.yml';
const topNames = ['packages', ...matrixLists, ...imageInputs];
/** @param step its inputs by name. @param env what a runner fills defaults in from. */
function readMatrixText(step, file, env) {
    const reader = layerReader(file?.text ?? '', file?.path ?? usualFile, file?.path ?? usualFile);
    const { yaml } = reader;
    const top = yaml.root === undefined
        ? emptyLayer
        : reader.layer(yaml.root, topNames, ['packages', 'include', 'exclude']);
    const fields = yaml.fields(yaml.root) ?? [];
    const fieldOf = (name) => fields.find((field) => field.name === name)?.value;
    const ofFile = packagesOf(reader, fieldOf('packages'));
    const rowsOf = (name) => {
        const takesInputs = name === 'include';
        const node = fieldOf(name);
        const rows = node === undefined ? [] : reader.rows(node, name, takesInputs);
        const inStep = rowsOfStep(step, name, takesInputs);
        return { rows: [...rows, ...inStep.rows], problems: inStep.problems };
    };
    const [exclude, include] = [rowsOf('exclude'), rowsOf('include')];
    const ofStep = (0,splitting/* splitList */.ry)(step['packages'] ?? '').map((name) => ({ raw: { package: name }, at: {} }));
    return {
        packages: (ofFile.length > 0 ? ofFile : ofStep).map((own) => over({ raw: step, at: {} }, top, own)),
        exclude: exclude.rows,
        include: include.rows,
        isEmptyFile: file !== undefined && yaml.root === undefined,
        problems: [...exclude.problems, ...include.problems, ...reader.problems()],
        notes: overruledNotes(file?.path ?? usualFile, topNames.filter((name) => isGiven(step, name, env)), top.raw, ofFile),
    };
}
/** So many packages are named; more are counted. */
const text_mostNames = 3;
/** One note of all inputs of the step that do not count. @param given those that the step says itself. */
function overruledNotes(path, given, top, packages) {
    const overruled = given.flatMap((name) => {
        if (top[name] !== undefined || (name === 'packages' && packages.length > 0))
            return [{ name, text: name }];
        const own = packages.filter(({ raw }) => raw[name] !== undefined).map(({ raw }) => raw['package']);
        const who = own.length > text_mostNames ? (0,units/* counted */.hS)(own.length, 'package') : own.join(', ');
        return own.length === 0 ? [] : [{ name, text: `${name} of ${who}` }];
    });
    const [first, ...others] = overruled;
    if (first === undefined)
        return [];
    const said = new Intl.ListFormat('en-GB').format(overruled.map(({ text }) => text));
    const counts = others.length === 0 ? `counts in place of the input ${first.name}` : 'count in place of these inputs';
    return [`${path} says ${said}, which ${counts}`];
}
/** Whether the step says something else than the default, which a runner fills in. */
function isGiven(step, name, env) {
    const value = (step[name] ?? '').trim();
    const row = (0,command_inputs/* inputsOf */.Vc)('plan').find((one) => one.name === name);
    const filledIn = row?.actionDefault && env[row.actionDefault.variable];
    return value !== '' && value !== row?.default && value !== filledIn;
}
/** The rows of an input whose text is a list in YAML. */
function rowsOfStep(step, name, takesInputs) {
    const text = (step[name] ?? '').trim();
    if (text === '')
        return { rows: [], problems: [] };
    const reader = layerReader(text, name, name);
    const { root } = reader.yaml;
    const rows = root === undefined ? [] : reader.rows(root, name, takesInputs);
    return { rows, problems: reader.problems() };
}
function packagesOf(reader, node) {
    if (node === undefined)
        return [];
    const { yaml } = reader;
    const items = yaml.items(node);
    if (items === undefined || items.length === 0) {
        yaml.say(node, 'packages must be a list, each a name or a mapping: "- uvicorn" or "- package: uvicorn".');
        return [];
    }
    return items.flatMap((item) => {
        if (yaml.fields(item) === undefined) {
            const name = yaml.text(item, 'a package');
            return name === undefined ? [] : [{ raw: { package: name }, at: { package: yaml.place(item) } }];
        }
        const layer = reader.layer(item, ['package', ...matrixLists, ...imageInputs]);
        if (layer.raw['package'] === undefined)
            yaml.say(item, 'this row names no package: it needs "package".');
        return layer.raw['package'] === undefined ? [] : [layer];
    });
}
const emptyLayer = { raw: {}, at: {} };
/** Later layers win. */
const over = (...layers) => ({
    raw: layers.map(({ raw }) => raw).reduce(withOverrides),
    at: Object.assign({}, ...layers.map(({ at }) => at)),
});

;// CONCATENATED MODULE: ./lib/sources/matrix/read.js
/** Reads a matrix: the inputs of the step, and a file that says more for each package. */










/** @throws Failure with all that is wrong with the step and the file. */
function readMatrix(inputs, file) {
    const text = readMatrixText(inputs.raw, file, inputs.env);
    const problems = [...text.problems];
    const say = (about, message) => void problems.push({ station: 'input', about, message });
    if (text.packages.length === 0 && problems.length === 0)
        say('packages', withoutPackages(file, text));
    const packages = text.packages.flatMap((layer) => packageOf(layer, say));
    const read = cellReader(inputs, text.packages.length > 1);
    // What is wrong with the inputs of an image is said before the index is asked for its version.
    const samples = packages.flatMap(({ package: one, bases, inputs: own, at }) => {
        const sample = read({ package: one, base: bases[0] ?? 'slim', inputs: own }, { version: '1', python: '3.13', tags: [] }, at);
        problems.push(...sample.problems);
        return sample.inputs === undefined ? [] : { raw: sample.raw, inputs: sample.inputs };
    });
    problems.push(...text.include.flatMap((row) => problemsOfRow(row, packages, read)));
    const [first, ...others] = samples.map((sample) => sample.inputs);
    const unnamed = samples.find(({ raw }) => raw['wheel_store'] === undefined);
    if (first === undefined || problems.length > 0)
        throw new errors/* Failure */.HR((0,errors/* uniqueProblems */.OH)(problems));
    return {
        packages,
        exclude: text.exclude.map(({ match, where }) => ({ match, where })),
        include: text.include.map(({ match, layer, where }) => ({ match, inputs: layer.raw, where })),
        read,
        notes: text.notes,
        samples: [first, ...others],
        ...(0,defined/* defined */.s)({ sharedStore: unnamed?.inputs.wheelStore }),
    };
}
/** The message for a matrix without packages. */
function withoutPackages(file, { isEmptyFile }) {
    const way = 'Name packages, like "uvicorn[standard] gunicorn"';
    if (file === undefined)
        return `packages: it is missing. ${way}, or write a file ${usualFile} with a list of them.`;
    const what = isEmptyFile ? 'the file is empty' : 'it has no packages';
    return `${file.path}: ${what}. ${way}, or write a list of them into the file, as packages.`;
}
/** What is wrong with the inputs of a row, read as those of an image that it may be about. */
function problemsOfRow({ match, layer }, packages, read) {
    const names = packages.map((one) => one.package);
    const [name] = match.package === undefined ? names : namedBy(match.package, names);
    const of = packages.find((one) => one.package === name);
    if (of === undefined)
        return [];
    const { problems } = read({
        package: of.package,
        base: match.target_base ?? of.bases[0] ?? 'slim',
        inputs: withOverrides(of.inputs, layer.raw),
    }, { version: match.package_version ?? '1', python: match.python_version ?? '3.13', tags: [] }, layer.at);
    return problems.filter(({ about }) => about !== undefined && layer.at[about] !== undefined);
}
function packageOf({ raw, at }, say) {
    const sayOf = (name, message) => say(name, `${at[name] ?? name}: ${at[name] === undefined ? '' : `${name}: `}${message}`);
    const text = (name) => (raw[name] ?? '').trim() || ((0,command_inputs/* inputsOf */.Vc)('plan').find((row) => row.name === name)?.default ?? '');
    const parts = (name, parse) => {
        const { value, messages } = parse(text(name));
        for (const message of messages)
            sayOf(name, message);
        if (value.length === 0 && messages.length === 0)
            sayOf(name, 'it names nothing.');
        return value;
    };
    const wanted = (0,inputs_packages/* parsePackage */.C)(text('package'));
    if (!wanted.ok)
        sayOf('package', wanted.message);
    const versions = parts('package_versions', matrix/* parseMatrixVersions */.eq);
    const pythons = parts('python_versions', matrix/* parseMatrixPythons */.qU);
    const bases = parts('target_bases', matrix/* parseMatrixBases */.rB);
    if (!wanted.ok)
        return [];
    const inputs = Object.fromEntries(Object.entries(raw).filter(([name, value]) => cells/* cellInputs */.U3.includes(name) && name !== 'package' && value.trim() !== ''));
    return [{ package: wanted.value, versions, pythons, bases, inputs, at }];
}

// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./lib/observe/observe.js
var observe = __webpack_require__(66104);
// EXTERNAL MODULE: ./lib/plan/plan.js
var plan_plan = __webpack_require__(49164);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(45650);
// EXTERNAL MODULE: ./lib/run/run-plan.js + 96 modules
var run_plan = __webpack_require__(66262);
// EXTERNAL MODULE: ./lib/inputs/image.js
var inputs_image = __webpack_require__(32632);
// EXTERNAL MODULE: ./lib/plan/moving-tags.js
var moving_tags = __webpack_require__(65351);
// EXTERNAL MODULE: ./lib/sources/package/base.js
var base = __webpack_require__(57496);
;// CONCATENATED MODULE: ./lib/sources/matrix/tagged.js
/** The tags that move, over the whole set: each belongs to one image of a package, a Python and a base. */





/** Tags that each cell gets besides its exact one. */
function taggedCells(cells) {
    const tags = new Map();
    const sets = Map.groupBy(cells, ({ package: { text }, python, base }) => [text, python.text, base].join(' '));
    for (const set of sets.values()) {
        const members = set.map((cell) => ({ version: askedVersion(cell), cell }));
        const lowercase = set.some(({ inputs }) => inputs['lowercase_latest']?.toLowerCase() === 'true');
        for (const [{ cell }, suffixes] of (0,moving_tags/* movingTags */.U)(members, lowercase)) {
            const variant = (0,inputs_image/* parseVariant */.Pn)(cell.base);
            const { publishTarget } = (0,base/* baseOf */.b)(cell.python, variant.ok ? variant.value : '', '');
            tags.set(cell, suffixes.map((suffix) => `py${publishTarget}-${suffix}`));
        }
    }
    return tags;
}
/** The version as the exact tag has it: `1.0` where that was named, of 1.0.0 on the index. */
function askedVersion({ version }) {
    const asked = (0,package_version/* parsePackageVersion */.g7)(writtenText(version));
    return asked.ok ? asked.value : version.version;
}

// EXTERNAL MODULE: ./lib/sources/package/find-cell.js + 1 modules
var find_cell = __webpack_require__(89009);
// EXTERNAL MODULE: ./lib/once.js
var once = __webpack_require__(4986);
// EXTERNAL MODULE: ./lib/wheel-cache/manifest.js + 1 modules
var wheel_cache_manifest = __webpack_require__(2429);
;// CONCATENATED MODULE: ./lib/wheel-cache/earlier-times.js
/** How long a package took to compile before: the next version takes about as long. */




/** More wheels of one package say no more. */
const mostRead = 6;
/**
 * Looks up times by the normalized name (PEP 503) of a package; each once, and the tags of a store once. Empty where
 * nothing of the package is saved, or the store does not say.
 */
function openEarlierTimes() {
    const tagsOf = (0,once/* onceFor */.b)(({ where }) => where, async (store) => (await store.tags().catch(nothingOf)) ?? []);
    return (0,once/* onceFor */.b)(({ where }, name) => `${where} ${name}`, async (store, name) => earlierTimes(store, await tagsOf(store), name));
}
async function earlierTimes(store, tags, name) {
    const own = tags.filter((tag) => tag.startsWith(`${wheel_cache_key/* wheelTagPrefix */.U7}${name}-`) && /^[0-9a-f]{16}$/.test(tag.slice(-16)));
    const times = {};
    for (const tag of own.slice(0, mostRead)) {
        const manifest = await store.manifest(tag).catch(nothingOf);
        const read = manifest && (0,wheel_cache_manifest/* readWheelManifest */.d)(manifest.bytes);
        // Another package's name may begin with this one's.
        if (read?.ok !== true || read.value.record.name !== name)
            continue;
        const { key, seconds } = read.value.record;
        times[key.platform] = Math.max(times[key.platform] ?? 0, seconds);
    }
    return times;
}
/** What a store that refuses or does not answer has to say. */
const nothingOf = (error) => {
    if (!(error instanceof errors/* Failure */.HR))
        throw error;
};

// EXTERNAL MODULE: ./lib/sources/package/plan-cells.js
var plan_cells = __webpack_require__(37438);
// EXTERNAL MODULE: ./lib/sources/package/plan.js + 2 modules
var package_plan = __webpack_require__(5691);
;// CONCATENATED MODULE: ./lib/commands/decide-cells.js
/** Decides about the cells of a matrix as `build` would about each, without making any. */














/**
 * @param concurrency so many at once.
 * @throws Failure of the inputs of a cell, or of a registry.
 */
async function decideCells(session, matrix, cells, concurrency) {
    const tags = taggedCells(cells);
    const rows = cells.map((cell) => {
        const exact = {
            version: writtenText(cell.version),
            python: cell.python.text,
            tags: tags.get(cell) ?? [],
        };
        return { cell, ...matrix.read(cell, exact) };
    });
    const problems = (0,errors/* uniqueProblems */.OH)(rows.flatMap((one) => one.problems));
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    const all = rows.map(({ inputs }) => inputs);
    const named = new Set(rows.flatMap(({ raw, inputs }) => (raw['wheel_store'] === undefined ? [] : inputs)));
    const policyOfCell = (inputs) => ({
        ...(0,package_plan/* policyOf */.US)(inputs, session.world.files),
        dryRun: true,
        ...(named.has(inputs) ? {} : (0,defined/* defined */.s)({ wheelStore: matrix.sharedStore })),
    });
    // Of hundreds of images, the report says enough.
    const { log } = session.world;
    const quiet = {
        ...session,
        world: { ...session.world, log: { ...log, info: (text) => log.debug(text) } },
    };
    const planned = await (0,plan_cells/* cellsPlan */.d)(quiet, all, policyOfCell, async (_, inputs) => (0,find_cell/* namedCell */.b)(inputs));
    const plan = { policy: policyOfCell(matrix.samples[0]), ...planned };
    const decisions = await (0,run_plan/* decidePlan */.s8)(quiet, plan, concurrency);
    const weighed = { ...session, earlierTimes: openEarlierTimes() };
    // Each may start a resolver: of hundreds at once, none would come to its end.
    const ended = await (0,p_map["default"])(rows, (one, at) => {
        const image = plan.images[at];
        const policy = (0,plan_plan/* policyFor */.KV)(plan, image.id);
        const outcome = outcomeOf(weighed, one, image, decisions.get(image.id), policy);
        return Promise.allSettled([outcome]);
    }, { concurrency });
    const outcomes = await (0,errors/* gather */.kg)(ended.map(([one]) => (one.status === 'fulfilled' ? one.value : Promise.reject(one.reason))));
    return {
        decided: outcomes.flatMap((one) => ('because' in one ? [] : [one])),
        impossible: outcomes.flatMap((one) => ('because' in one ? [one] : [])),
    };
}
/** @throws Failure of a registry. */
async function outcomeOf(session, { cell, raw }, image, decided, policy) {
    if (decided instanceof errors/* Failure */.HR)
        return impossible(cell, decided);
    const leading = decided.toSorted((one, other) => report/* decisionOrder */.d.indexOf(one.decision.do) - report/* decisionOrder */.d.indexOf(other.decision.do))[0];
    const { decision } = leading;
    const present = decided.flatMap(({ held }) => (held.is === 'present' ? [held] : []));
    const facts = present.flatMap(({ record }) => record?.facts ?? []);
    const common = {
        cell,
        image,
        raw,
        decision,
        created: present.length === 0 ? 0 : Math.min(...present.map(({ created }) => created ?? 0)),
    };
    if (decision.do === 'keep')
        return { ...common, reckoned: { seconds: 0, compiling: {} } };
    try {
        return { ...common, reckoned: await reckon(session, image, policy, decision.do, facts) };
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        return impossible(cell, error);
    }
}
/** @throws the failure where it is not the index that says so, or the base of a Python that was found. */
function impossible(cell, failure) {
    const mayBeLeft = failure instanceof observe/* AbsentBase */.Bk && !cell.pythonIsNamed;
    if (!mayBeLeft && failure.problems.some(({ station }) => station !== 'index'))
        throw failure;
    const because = failure.problems.map(({ message }) => message).join(' ');
    return { cell, because, ...(failure instanceof observe/* AbsentBase */.Bk ? { absentBase: failure } : {}) };
}

// EXTERNAL MODULE: ./lib/commands/failure-of.js
var failure_of = __webpack_require__(35848);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
// EXTERNAL MODULE: ./lib/commands/require-writable.js
var require_writable = __webpack_require__(97814);
// EXTERNAL MODULE: ./lib/commands/settings.js
var commands_settings = __webpack_require__(61057);
;// CONCATENATED MODULE: ./lib/commands/plan.js
/** The command `plan`: which images of a matrix there are, which of them must be made, and which job makes each. */


















/** Never throws for what a user can act on: the report carries it. */
async function commands_plan_plan(world, request) {
    const trace = (0,journal/* openJournal */._0)(world.clock);
    const progress = { notes: [], leftOut: [] };
    try {
        const { inputs, ...resources } = request;
        const matrix = await matrixOf(world, inputs);
        const [first] = matrix.samples;
        await (0,errors/* gather */.kg)([
            (0,require_files/* requireAllFiles */.ad)(world, matrix.samples),
            (0,require_writable/* requireWritable */.i)(world.files, inputs.planFile, 'plan_file'),
        ]);
        const settings = {
            ...(0,commands_settings/* settingsOf */.f)({ ...resources, inputs: first }, (0,commands_settings/* hostsOf */.P)(matrix.samples)),
            keepsResolutions: true,
        };
        const planned = async (onUnaskedPage) => {
            const session = await (0,session_session/* openSession */.f)(world, { ...settings, onUnaskedPage }, trace);
            try {
                return await world.log.group('plan', () => planMatrix(session, trace, inputs, matrix, progress));
            }
            finally {
                await session.close();
            }
        };
        let isUnasked = false;
        const asks = matrix.samples.some(({ rebuild }) => rebuild === 'always');
        const report = await planned(asks ? undefined : () => (isUnasked = true)).catch((error) => {
            // A version of a minute ago may be missing from a page that still holds.
            if (isUnasked && isMissing(error))
                return planned();
            throw error;
        });
        await world.files.write(inputs.planFile, (0,plan_file/* planFileText */.XK)(report));
        return { report: { ...report, file: inputs.planFile } };
    }
    catch (error) {
        const failure = (0,failure_of/* failureOf */.g)(error);
        if (failure === undefined)
            throw error;
        return {
            report: { ...plan/* emptyPlanReport */.FR, ...progress, problems: failure.problems },
            ...(error instanceof ports/* Interrupted */.j ? { interrupted: error } : {}),
        };
    }
}
/** Whether an index answered, and does not have what was named. */
const isMissing = (error) => error instanceof errors/* Failure */.HR &&
    error.problems.some(({ station, about }) => station === 'index' && about !== undefined);
/** @throws Failure where a file that was named is not there, and of what is wrong with the matrix. */
async function matrixOf({ files }, inputs) {
    const path = inputs.imagesFile ?? usualFile;
    const text = await files.read(path);
    if (text === undefined && inputs.imagesFile !== undefined)
        throw new errors/* Failure */.HR([
            { station: 'input', about: 'images_file', message: `images_file: there is no file "${path}".` },
        ]);
    return readMatrix(inputs, text === undefined ? undefined : { path, text });
}
/** @throws Failure of the matrix, the index or a registry. */
async function planMatrix(session, trace, { concurrency, maxJobs, runners }, matrix, progress) {
    const today = session.world.clock.now();
    const projects = await projectsOf(session, matrix.packages, matrix.include);
    const expanded = expand(matrix.packages, matrix.exclude, matrix.include, projects, today);
    progress.notes = [...matrix.notes, ...expanded.notes];
    progress.leftOut = expanded.leftOut;
    if (expanded.problems.length > 0)
        throw new errors/* Failure */.HR(expanded.problems);
    // Which image a tag that moves belongs to is known once it is known which images can be made.
    let { cells } = expanded;
    for (;;) {
        const { decided, impossible } = await decideCells(session, matrix, cells, concurrency);
        if (impossible.length === 0) {
            progress.notes = [
                ...progress.notes,
                ...runnerNotes(decided, runners),
                ...storeNotes(decided, matrix.sharedStore),
                ...missingNotes(decided, trace.events),
                ...adviceNotes(decided, trace.events),
            ];
            return planReport({ decided, ...progress, maxJobs, runners, store: matrix.sharedStore });
        }
        progress.leftOut = [
            ...progress.leftOut,
            ...impossible.map(({ cell, because }) => ({ ...partsOf(cell), because })),
        ];
        cells = cells.filter((one) => !impossible.some(({ cell }) => cell === one));
        // One Python without a base is left out; where none has any, the name of the base is wrong.
        const [first] = impossible;
        if (cells.length === 0 && impossible.every(({ absentBase }) => absentBase !== undefined))
            throw first.absentBase;
    }
}

;// CONCATENATED MODULE: ./lib/entry/plan-command.js
/** What the command `plan` does, and how its result is shown. */




const run = commands_plan_plan;
function show({ report, interrupted }) {
    return {
        text: (style) => (0,plan/* planText */.Pt)(report, style),
        textHasProblems: false,
        json: report,
        problems: report.problems,
        refused: (0,errors/* blamesInputs */.uU)(report.problems) && interrupted === undefined,
        stepResults: {
            outputs: (0,plan/* planOutputs */.iS)(report),
            warnings: [],
            summary: (limit) => (0,plan/* planMarkdown */.Xg)(report, limit),
        },
        ...(0,defined/* defined */.s)({ interrupted }),
    };
}


/***/ }),

/***/ 11241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ yamlReader)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/sources/yaml-errors.js
const indented = 'the line is not indented like those that it belongs to: begin all of them in the same column.';
/** Also of a reference that the parser takes, and that leads nowhere. */
const referenceText = 'what begins with "*" or "&" is a reference in YAML, and this one leads nowhere: put the value in quotes.';
const openList = 'a "[" before this place is not closed: write "]".';
const openMapping = 'a "{" before this place is not closed: write "}".';
/** The first that fits counts. */
const rows = [
    { code: 'TAB_AS_INDENT', text: 'the line is indented with a tab: YAML takes spaces alone.' },
    { code: 'DUPLICATE_KEY', text: 'this key is there twice: keep one.' },
    {
        code: 'BLOCK_AS_IMPLICIT_KEY',
        when: /compact mappings[^]*single line/,
        text: 'the line after this value is indented more than its key: begin both in the same column.',
    },
    {
        code: 'BLOCK_AS_IMPLICIT_KEY',
        when: /compact mappings/,
        text: 'there is a second ": " in this line: put the value in quotes, or what belongs to it on lines of its own.',
    },
    { code: 'BLOCK_AS_IMPLICIT_KEY', text: indented },
    {
        code: 'MULTILINE_IMPLICIT_KEY',
        text: 'a ":" is missing, or the lines that belong together are not indented alike: write "name: value" on one line.',
    },
    {
        code: 'BAD_SCALAR_START',
        text: 'a value begins with a character that YAML keeps for itself: put it in quotes.',
    },
    { code: 'BAD_ALIAS', text: referenceText },
    {
        code: 'BAD_DQ_ESCAPE',
        text: 'a backslash in double quotes is followed by what YAML does not know: use single quotes.',
    },
    { code: 'TAG_RESOLVE_FAILED', text: 'what begins with "!" is a tag in YAML: put the value in quotes.' },
    { code: 'MULTIPLE_DOCS', text: 'a second document begins here: leave one, without "---" between.' },
    { code: 'MISSING_CHAR', when: /closing .quote/, text: 'a quote is not closed.' },
    {
        code: 'MISSING_CHAR',
        when: /map keys need to be followed/,
        text: 'a ":" is missing behind this key: write "name: value".',
    },
    { code: 'MISSING_CHAR', when: /without - indicator/, text: indented },
    { code: 'MISSING_CHAR', when: /between/, text: 'a comma is missing between two items.' },
    { code: 'MISSING_CHAR', when: /end with a \]/, text: openList },
    { code: 'MISSING_CHAR', when: /end with a \}/, text: openMapping },
    { code: 'BAD_INDENT', when: /end with a \]/, text: openList },
    { code: 'BAD_INDENT', when: /end with a \}/, text: openMapping },
    { code: 'BAD_INDENT', text: indented },
    {
        code: 'UNEXPECTED_TOKEN',
        when: /Block scalar header/,
        text: 'what begins with ">" or "|" is a text of several lines in YAML: put the value in quotes.',
    },
    {
        code: 'UNEXPECTED_TOKEN',
        when: /on same line with key/,
        text: 'a list begins in the line of its key: write its first "- " on a line of its own.',
    },
    {
        code: 'UNEXPECTED_TOKEN',
        when: /at node end/,
        text: 'the value before this has ended already: put the whole value in quotes, or this on a line of its own, as "name: value" or "- item".',
    },
    {
        code: 'UNEXPECTED_TOKEN',
        when: /Unexpected (?:,|empty item|flow-seq-end|flow-map-end)/,
        text: 'there is a comma or a bracket too many.',
    },
];
/**
 * One sentence or two. What no row knows has the parser's own behind it.
 *
 * @param all errors of the document.
 */
function yamlErrorText({ code, message, pos }, all) {
    const said = all
        .filter((one) => one.pos[0] === pos[0])
        .map((one) => one.message)
        .join('\n');
    const known = rows.find((row) => row.code === code && (row.when?.test(said) ?? true));
    return (known?.text ??
        `from here on this is no YAML that can be read. The parser says: ${message.replace(/\.$/, '')}.`);
}

;// CONCATENATED MODULE: ./lib/sources/yaml-nodes.js
/** Reads nodes of a YAML document, and says what is wrong with its line and column. */


/** @param say takes each message, `images.yml:3:5: …`, and its place in characters, by which messages can be sorted. */
function yamlReader(source, path, say) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(source, {
        lineCounter: lines,
        prettyErrors: false,
    });
    const placeAt = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}`;
    };
    const sayAt = (offset, message) => say(`${placeAt(offset)}: ${message}`, offset);
    // What follows the first error of the syntax most likely comes of it; keys that are there twice do not.
    const [first] = document.errors;
    for (const error of document.errors)
        if (error === first || error.code === 'DUPLICATE_KEY')
            sayAt(error.pos[0], yamlErrorText(error, document.errors));
    const resolved = (node) => (0,dist/* isAlias */.Vj)(node) ? resolved(node.resolve(document)) : (node ?? undefined);
    const startOf = (node) => node?.range?.[0] ?? 0;
    const reader = {
        // A document with a fault of syntax has nodes that nobody wrote.
        root: document.errors.length > 0 ? undefined : (document.contents ?? undefined),
        say: (node, message) => sayAt(startOf(node), message),
        line: (node) => lines.linePos(startOf(node)).line,
        place: (node) => placeAt(startOf(node)),
        text(node, what) {
            const value = resolved(node);
            if ((0,dist/* isScalar */.jn)(value) && value.value !== null)
                return value.source ?? '';
            const wrong = (0,dist/* isScalar */.jn)(value) ? 'has no value: write one, or leave it out.' : 'must be one text.';
            const isLost = (0,dist/* isAlias */.Vj)(node) && value === undefined;
            reader.say(node, isLost ? referenceText : `${what} ${wrong}`);
            return undefined;
        },
        texts: (node, what) => (reader.items(node) ?? [node]).flatMap((item) => {
            const text = reader.text(item, what);
            return text === undefined ? [] : [{ text, node: item }];
        }),
        items(node) {
            const value = resolved(node);
            return (0,dist/* isSeq */.oP)(value) ? value.items : undefined;
        },
        fields(node) {
            const value = resolved(node);
            if (!(0,dist/* isMap */.jh)(value))
                return undefined;
            return value.items.map((pair) => ({
                name: (0,dist/* isScalar */.jn)(pair.key) ? (pair.key.source ?? '') : '',
                key: pair.key,
                // A key of `{key}` has no value at all: then its place is that of the key.
                value: pair.value ?? { range: pair.key.range },
            }));
        },
    };
    return reader;
}


/***/ })

};
