export const id = 1941;
export const ids = [1941];
export const modules = {

/***/ 65351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ movingSuffixes),
/* harmony export */   U: () => (/* binding */ movingTags)
/* harmony export */ });
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29033);
/** Which images of a set get the tags that move: `-LATEST`, `-1.2`, `-1`. */

/**
 * What follows the stem of the moving tags of the newest version: `LATEST`, `1.2` and, unless it is 0, where a minor
 * release may break, `1`.
 *
 * @param lowercase adds `latest`.
 */
function movingSuffixes({ epoch, release }, lowercase) {
    const [major = 0, minor = 0] = release;
    const before = epoch === 0 ? '' : `${epoch}-`;
    return [
        'LATEST',
        ...(lowercase ? ['latest'] : []),
        `${before}${major}.${minor}`,
        ...(major === 0 ? [] : [`${before}${major}`]),
    ];
}
/**
 * The same over images that differ in nothing but the version: each suffix belongs to the newest of those that would have
 * it alone, and to none where it is what the exact tag of one of them ends with, like `1.0` of 1.0 beside 1.0.1.
 * Pre-releases get none.
 *
 * @param members with the versions as their exact tags have them. Each is in the result.
 */
function movingTags(members, lowercase) {
    const taken = new Set(members.map(({ version }) => (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOfVersion */ .ml)(version)));
    const newestFirst = members.toSorted((one, other) => (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(other.version, one.version));
    return new Map(newestFirst.map((member) => {
        const suffixes = member.version.isPrerelease ? [] : movingSuffixes(member.version, lowercase);
        const own = suffixes.filter((suffix) => !taken.has(suffix));
        for (const suffix of own)
            taken.add(suffix);
        return [member, own];
    }));
}


/***/ }),

/***/ 41383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ plannedName),
/* harmony export */   FR: () => (/* binding */ emptyPlanReport),
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   Xg: () => (/* binding */ planMarkdown),
/* harmony export */   dZ: () => (/* binding */ jobName),
/* harmony export */   iS: () => (/* binding */ planOutputs)
/* harmony export */ });
/* harmony import */ var _cut_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96590);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72527);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65526);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65259);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88861);





const emptyPlanReport = {
    images: [],
    leftOut: [],
    inputs: {},
    shards: [],
    notes: [],
    problems: [],
};
const staleOf = ({ images }) => images.filter(({ decision }) => decision !== 'keep');
/** Numbers of the shards that make an image, from 1. */
const shardsOfImage = ({ images, shards }, image) => {
    const place = images.indexOf(image);
    return shards.flatMap((shard, at) => (shard.images.includes(place) ? [at + 1] : []));
};
const headline = (report) => {
    const { images, shards } = report;
    const stale = staleOf(report);
    const many = (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(images.length, 'image');
    if (images.length === 0)
        return 'No image';
    if (stale.length === 0)
        return `${many}, and nothing to do`;
    return `${many}: ${stale.length} to make in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(shards.length, 'job')}, ${images.length - stale.length} to keep`;
};
/** `uvicorn 0.30.1 on Python 3.13 slim`, of what is known of an image. */
const plannedName = ({ package: name, version, python, base }) => [name, version, python === undefined ? undefined : `on Python ${python}`, base].filter(Boolean).join(' ');
const verbs = {
    build: 'build',
    rebase: 'put onto its new base',
    sign: 'sign',
    retag: 'move tags',
    keep: 'keep',
};
/** Ends with a newline. Problems are not in it; empty where they left nothing to say. */
function planText(report, style = _layout_js__WEBPACK_IMPORTED_MODULE_2__/* .plainStyle */ .sj) {
    const { images, leftOut, shards, notes, problems, file } = report;
    if (images.length === 0 && problems.length > 0)
        return '';
    const isSplit = new Set(shards.map(({ runner }) => runner)).size > 1;
    const rows = staleOf(report).map((image) => [
        `job ${shardsOfImage(report, image).join(', ')}`,
        verbs[image.decision],
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(image.name),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(image.reason),
    ]);
    const parts = [
        [(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'bold', headline(report)), ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(rows, style)],
        leftOut.length === 0
            ? []
            : [
                (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'bold', 'Left out'),
                ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(leftOut.map((one) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(plannedName(one)), (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(one.because)]), style),
            ],
        shards.length === 0
            ? []
            : [
                (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .painted */ .C$)(style, 'bold', 'Jobs'),
                ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(shards.map(({ cells, seconds, runner }, at) => [
                    `job ${at + 1}`,
                    ...(isSplit ? [runner] : []),
                    (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(cells.length, 'image'),
                    `about ${(0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .secondsText */ .Hd)(seconds)}`,
                ]), style),
            ],
        [
            ...notes.map((note) => `Note: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(note)}`),
            ...(file === undefined ? [] : [`The plan is in ${file}`]),
        ],
    ];
    return `${parts
        .filter((part) => part.length > 0)
        .map((part) => part.join('\n'))
        .join('\n\n')}\n`;
}
/** Markdown for `GITHUB_STEP_SUMMARY`. */
function planMarkdown(report, limit) {
    const { leftOut, notes, problems } = report;
    const rows = staleOf(report).map((image) => [
        shardsOfImage(report, image).join(', '),
        verbs[image.decision],
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(image.name),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(image.reason),
    ]);
    const parts = [
        { text: `## ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(headline(report))}` },
        ...(0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsMarkdown */ .KK)(problems).map((text) => ({
            text,
            loss: { rank: 3, what: ['problem', 'problems'] },
        })),
        ...(rows.length === 0
            ? []
            : [
                {
                    text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['job', 'what', 'image', 'why'], rows),
                    loss: { rank: 2, what: ['image', 'images'], lines: 'table' },
                },
            ]),
        ...(leftOut.length === 0
            ? []
            : [
                { text: '### Left out' },
                {
                    text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['image', 'why'], leftOut.map((one) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(plannedName(one)), (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(one.because)])),
                    loss: { rank: 1, what: ['image that is left out', 'images that are left out'], lines: 'table' },
                },
            ]),
        ...notes.map((note) => ({ text: `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(note)}` })),
    ];
    if (limit === undefined)
        return (0,_cut_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .o)(parts);
    return (0,_cut_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .J)(parts, limit.most, (left) => `**Left out**, for GitHub takes no longer summary: ${left}. The whole is in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(report.file ?? 'the log')}.`);
}
/** What GitHub takes of the outputs of one job: one MiB, each character counted as two bytes. */
const mostCharacters = (1024 * 1024) / 2;
/** Room for the names and the short outputs. */
const reserve = 4096;
/**
 * Every output by name. `matrix` has a job for each image, `shards` one for several; both are JSON for `strategy.matrix`.
 * Where they are longer than GitHub takes, jobs read their images from the file of the plan, and `matrix` is empty.
 */
function planOutputs(report) {
    const { images, inputs, shards, file = '' } = report;
    const stale = staleOf(report);
    const short = {
        count: String(stale.length),
        kept: String(images.length - stale.length),
        split: String(new Set(shards.flatMap(({ images: places, cells }) => places.filter((_, at) => isPart(cells[at]))))
            .size),
        plan: file,
    };
    const cells = shards.flatMap((shard) => shard.cells.map((cell, at) => ({ cell, runner: shard.runner, image: images[shard.images[at]] })));
    const matrix = matrixText(cells.map(({ cell, image, runner }) => ({
        name: jobName(image, partOf(cell)),
        runner,
        package: cell['package'] ?? inputs['package'] ?? '',
        package_version: cell['package_version'] ?? inputs['package_version'] ?? '',
        python_version: cell['python_version'] ?? inputs['python_version'] ?? '',
        target_base: cell['target_base'] ?? inputs['target_base'] ?? '',
        cells: JSON.stringify({ inputs, cells: [cell] }),
    })));
    const whole = matrixText(shards.map(({ name, runner, cells: own }) => ({
        name,
        runner,
        cells: JSON.stringify({ inputs, cells: own }),
    })));
    const most = mostCharacters - reserve;
    if (matrix.length + whole.length <= most)
        return { matrix, shards: whole, ...short };
    const byFile = matrixText(shards.map(({ name, runner }, at) => ({ name, runner, cells: `${file}#${at + 1}` })));
    return { matrix: matrixText([]), shards: whole.length <= most ? whole : byFile, ...short };
}
const isPart = (cell) => cell?.['part'] !== undefined;
const partOf = ({ part }) => part?.split(' ');
/** Each job has its number, from 1: names of artifacts are one for each. */
const matrixText = (include) => JSON.stringify({ include: include.map((job, at) => ({ number: String(at + 1), ...job })) });
/** Longer names of jobs are hard to read. */
const longestName = 100;
/** @param part the platforms that the job makes, where others make the others. */
function jobName({ name, decision, reason }, part) {
    const text = `${name}${part === undefined ? '' : `, ${part.join(' and ')}`}: ${decision === 'build' ? '' : `${verbs[decision]}, `}${reason}`;
    return text.length <= longestName ? text : `${text.slice(0, longestName - 1)}…`;
}


/***/ }),

/***/ 6922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UL: () => (/* binding */ splitCells),
/* harmony export */   XK: () => (/* binding */ planFileText),
/* harmony export */   bW: () => (/* binding */ absentPlan),
/* harmony export */   wr: () => (/* binding */ readPlanFile),
/* harmony export */   y: () => (/* binding */ shardOfFile)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9333);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _inputs_cells_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80604);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88861);
/* harmony import */ var _report_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41383);
/** The file of a plan: which images there are, what is decided of each, and the shards that make those that must be made. */





/** Raised where an older release cannot read the file. */
const schema = 1;
const planFileText = ({ inputs, shards, images, leftOut, notes }) => `${JSON.stringify({ schema, inputs, shards, images, leftOut, notes }, null, 2)}\n`;
/**
 * Undefined where there is no such file.
 *
 * @param about the input that names it.
 * @throws Failure (station `input`) where another program wrote it.
 */
async function readPlanFile(files, path, about) {
    const text = await files.read(path);
    if (text === undefined)
        return undefined;
    let plan;
    try {
        plan = JSON.parse(text);
    }
    catch {
        throw wrong(about, `"${path}" is no JSON: it must be the file that the command "plan" writes.`);
    }
    if (plan.schema !== schema || !Array.isArray(plan.shards))
        throw wrong(about, `"${path}" is no plan that this release can read: make the plan with the same release.`);
    return { ..._report_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .emptyPlanReport */ .FR, ...plan };
}
/** The inputs of each image that several jobs make, once and whole. */
function splitCells({ shards }) {
    const parts = shards.flatMap(({ cells }) => cells.filter(({ part }) => part !== undefined));
    const whole = parts.map((cell) => Object.fromEntries(Object.entries(cell).filter(([name]) => name !== 'part')));
    return [...new Map(whole.map((cell) => [(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(cell), cell])).values()];
}
/**
 * Undefined where the plan has nothing to make, and the first shard or none is asked for.
 *
 * @throws Failure (station `input`) where there is no such file, no such shard, or another program wrote it.
 */
async function shardOfFile(files, { path, shard }) {
    const plan = await readPlanFile(files, path, 'cells');
    if (plan === undefined)
        throw wrong('cells', `There is no file "${path}". The command "plan" writes it; another job gets it with actions/upload-artifact and actions/download-artifact.`);
    if (plan.shards.length === 0 && (shard ?? 1) === 1)
        return undefined;
    const many = plan.shards.length === 0 ? 'no shard' : (0,_report_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(plan.shards.length, 'shard');
    if (shard === undefined)
        throw wrong('cells', `"${path}" has ${many}: name one by its number, like "${path}#1".`);
    const found = plan.shards[shard - 1];
    if (found === undefined)
        throw wrong('cells', plan.shards.length === 0
            ? `"${path}" has no shard ${shard}: nothing is to be made.`
            : `"${path}" has ${many}, and no shard ${shard}.`);
    const text = JSON.stringify({ inputs: plan.inputs, cells: found.cells });
    const { value, messages } = (0,_inputs_cells_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShard */ .uK)(text, `"${path}", shard ${shard}`);
    if (value === undefined)
        throw wrong('cells', ...messages);
    return value;
}
/** A failure where the plan that is to be there is not. */
const absentPlan = (path) => wrong('plan_file', `There is no file "${path}". The command "plan" writes it; another job gets it with actions/upload-artifact and actions/download-artifact.`);
const wrong = (about, ...messages) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(messages.map((message) => ({ station: 'input', about, message: `${about}: ${message}` })));


/***/ }),

/***/ 57496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ baseOf)
/* harmony export */ });
/* harmony import */ var _names_python_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48249);
/** The official Python images: the one to publish on, and the one to compile in. */

function baseOf(python, variant, baseRegistry) {
    const publishTarget = variant === '' ? python.text : `${python.text}-${variant}`;
    const buildTarget = (0,_names_python_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .compilerTag */ .A)(python.text, variant);
    return {
        variant,
        publishTarget,
        buildTarget,
        publish: `${baseRegistry}/python:${publishTarget}`,
        build: `${baseRegistry}/python:${buildTarget}`,
    };
}


/***/ }),

/***/ 89009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ findCell),
  b: () => (/* binding */ namedCell)
});

// EXTERNAL MODULE: ./lib/sources/package/base.js
var package_base = __webpack_require__(57496);
// EXTERNAL MODULE: ./lib/plan/moving-tags.js
var moving_tags = __webpack_require__(65351);
// EXTERNAL MODULE: ./lib/plan/tags.js
var plan_tags = __webpack_require__(45126);
// EXTERNAL MODULE: ./lib/package-index/lost-zero.js
var lost_zero = __webpack_require__(56862);
;// CONCATENATED MODULE: ./lib/sources/package/version-notes.js

/** @param version as the index has it: `0.3.0` where `0.3` was asked for. */
function versionNotes(project, wanted, version, { exact, aliases }) {
    if (wanted.kind === 'latest')
        return [];
    const { text, written = text } = wanted;
    const lost = (0,lost_zero/* lostZero */.J)(project, written);
    const notes = lost === undefined
        ? []
        : [
            `package_version ${written} is ${project.name} ${version.text}; if you meant ${lost}, quote it, "${lost}": YAML reads it as ${written}`,
        ];
    if (written === text)
        return notes;
    const alias = aliases.find((tag) => tag.endsWith(`-${written.replace('!', '-').replace('+', '_')}`));
    const also = alias === undefined ? '' : `, and ${alias} is an alias of it`;
    return [...notes, `"${written}" is the version ${text} by PEP 440: the exact tag is ${exact}${also}`];
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/package-index/choose.js + 1 modules
var choose = __webpack_require__(69503);
;// CONCATENATED MODULE: ./lib/sources/package/find-cell.js
/** From inputs to a cell: the package index says which version is meant and whether it allows this Python. */







/** @throws Failure when the package, the version or this Python cannot be had. */
async function findCell({ packageIndex, journal }, inputs) {
    const note = (text) => journal.add({ is: 'note', text });
    const index = packageIndex(inputs);
    const project = await index.project(inputs.package.name);
    if (project === undefined)
        throw new errors/* Failure */.HR([
            problem('package', (0,choose/* absentPackage */.Sk)(inputs.package.name, index.urlOf(inputs.package.name))),
        ]);
    const wanted = inputs.packageVersion.kind === 'latest' ? 'latest' : parse(inputs.packageVersion.text);
    const choice = (0,choose/* chooseVersion */.EH)(project, wanted, inputs.python);
    if (!choice.ok)
        throw new errors/* Failure */.HR([problem('package_version', choice.message)]);
    const { version, yanked } = choice.value;
    if (yanked !== undefined)
        note(`${project.name} ${version.text} was withdrawn by its authors${yanked && `: ${yanked}`}`);
    // The tag has the version as it was asked for: 1.17 and 1.17.0 are one version, and two tags.
    const asked = wanted === 'latest' ? version : wanted;
    const cell = cellAs(inputs, version, asked);
    if (!cell.tags.exact.endsWith(`-${asked.text}`)) {
        note(`"${asked.text}" is not allowed in a tag: it stands there as "${cell.tags.exact}"`);
    }
    for (const text of versionNotes(project, inputs.packageVersion, version, cell.tags))
        note(text);
    return cell;
}
/** The cell without the index; undefined for `latest`, which only the index knows. */
function namedCell(inputs) {
    if (inputs.packageVersion.kind === 'latest')
        return undefined;
    const version = parse(inputs.packageVersion.text);
    return cellAs(inputs, version, version);
}
function cellAs(inputs, version, asked) {
    const latest = inputs.packageLatestVersion;
    const isLatest = inputs.packageVersion.kind === 'latest' ||
        (latest !== undefined && (0,package_version/* compareVersions */.Zy)(parse(latest), version) === 0);
    const moving = isLatest ? (0,moving_tags/* movingSuffixes */.K)(asked, inputs.lowercaseLatest) : [];
    const base = (0,package_base/* baseOf */.b)(inputs.python, inputs.variant, inputs.baseRegistry);
    const tags = (0,plan_tags/* tagsOf */.F)(base.publishTarget, asked, moving, inputs.tags, writtenOf(inputs));
    // A tag that is too long is said now, and not after the image was published.
    if (inputs.revisionTags)
        (0,plan_tags/* revisionTag */.O)(tags.exact, '00000000', 1);
    return {
        source: 'package',
        package: inputs.package,
        version,
        python: inputs.python,
        base,
        platforms: inputs.platforms,
        repositories: inputs.repositories,
        tags: inputs.revisionTags ? { ...tags, revisions: true } : tags,
    };
}
const writtenOf = ({ packageVersion }) => packageVersion.kind === 'exact' ? packageVersion.written : undefined;
function parse(text) {
    const result = (0,package_version/* parsePackageVersion */.g7)(text);
    if (!result.ok)
        throw new errors/* Failure */.HR([{ station: 'input', about: 'package_version', message: result.message }]);
    return result.value;
}
const problem = (about, message) => ({
    station: 'index',
    about,
    message: message.charAt(0).toUpperCase() + message.slice(1),
});


/***/ }),

/***/ 37438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ cellsPlan)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64021);
/* harmony import */ var _plan_image_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49938);
/* harmony import */ var _report_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41383);
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57496);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5691);
/** The plan of several packages' images, each an image for itself. */






/** Names that a log and a report show: `uvicorn-0.30.1-py3-13-slim`. */
const cellIds = (cells) => (0,_plan_image_js__WEBPACK_IMPORTED_MODULE_4__/* .imageIds */ .kF)(cells.map(({ package: { name }, packageVersion, python, variant, baseRegistry }) => `${name} ${packageVersion.kind === 'latest' ? 'latest' : packageVersion.text} py${(0,_base_js__WEBPACK_IMPORTED_MODULE_5__/* .baseOf */ .b)(python, variant, baseRegistry).publishTarget}`));
/**
 * A cell that the index does not have is a failure of its own.
 *
 * @returns a plan, but for the policy of images that have none of their own.
 * @param find the cell of inputs, with the session that has the journal of the image.
 * @throws Failure where two cells are one image.
 */
async function cellsPlan(session, cells, policyOf, find) {
    const ids = cellIds(cells);
    const found = await Promise.all(cells.map(async (inputs, at) => {
        const id = ids[at];
        const journal = session.journalOf(id);
        try {
            return (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .imageOf */ .dT)(await find({ ...session, journal }, inputs), inputs, id);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR))
                throw error;
            journal.add({ is: 'failed', problems: error.problems });
            const { packageVersion: wanted } = inputs;
            const version = wanted.kind === 'latest' ? 'latest' : wanted.text;
            return { id, subject: (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .subjectOf */ .et)(inputs, version), repository: inputs.repositories[0] };
        }
    }));
    const isImage = (one) => 'content' in one;
    const images = found.filter(isImage);
    requireDistinct(images);
    return {
        images,
        policies: Object.fromEntries(ids.map((id, at) => [id, policyOf(cells[at])])),
        skipped: found.filter((one) => !isImage(one)),
    };
}
/** @throws Failure with every tag that two images would have. */
function requireDistinct(images) {
    const taken = new Map();
    const messages = new Set();
    for (const image of images) {
        for (const repository of image.repositories) {
            for (const tag of [image.tags.exact, ...image.tags.aliases]) {
                const key = `${(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryText */ .g_)(repository)}:${tag}`;
                const other = taken.get(key);
                if (other === undefined)
                    taken.set(key, image);
                else if (other !== image)
                    messages.add(`Two images would be ${key}: ${textOf(other)}, and ${textOf(image)}. ${wayOut(other, image, tag)}`);
            }
        }
    }
    if (messages.size > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([...messages].map((message) => ({ station: 'input', about: 'image_name', message })));
}
/** How two images that have a tag in common are told apart. */
function wayOut(one, other, tag) {
    const isExact = one.tags.exact === tag && other.tags.exact === tag;
    const [name, otherName] = [one, other].map(({ subject }) => subject.name.replace(/\[.*/, ''));
    if (name !== otherName)
        return 'Give each package a repository of its own: of a plan, {package} in image_name stands for its name, like "owner/{package}".';
    if (one.subject.name !== other.subject.name)
        return 'They are one package with different extras: give one of them an image_name of its own.';
    return isExact
        ? 'Leave one of them out, or give it an image_name of its own.'
        : `Leave "${tag}" out of the input tags, or give it to one image alone.`;
}
const textOf = ({ subject, version }) => subject.kind === 'package'
    ? (0,_report_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .plannedName */ .EM)({ package: subject.name, version: version?.text ?? '', python: subject.python })
    : subject.name;


/***/ }),

/***/ 5691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dT: () => (/* binding */ imageOf),
  aI: () => (/* binding */ packagePlan),
  US: () => (/* binding */ policyOf),
  et: () => (/* binding */ subjectOf),
  Iq: () => (/* binding */ unknownPlan)
});

// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/names/extra-index.js
var extra_index = __webpack_require__(94095);
// EXTERNAL MODULE: ./lib/plan/image.js
var plan_image = __webpack_require__(49938);
;// CONCATENATED MODULE: ./lib/sources/package/arguments.js
function packageArguments(cell, maintainer) {
    return {
        python_version: cell.python.text,
        publish_target: cell.base.publishTarget,
        build_target: cell.base.buildTarget,
        package: cell.package.text,
        package_version: cell.version.text,
        maintainer,
    };
}

// EXTERNAL MODULE: ./lib/sources/policy.js
var policy = __webpack_require__(68282);
;// CONCATENATED MODULE: ./lib/sources/package/requirement-lines.js
/** What is resolved: the package at its version, and the requirements of the user (PEP 508). */
const requirementLines = (cell, inputs) => [
    `${cell.package.text}==${cell.version.text}`,
    ...inputs.requirements,
];

;// CONCATENATED MODULE: ./lib/sources/package/plan.js
/** The plan of a package of the index: one image, for one Python on one base. */






/** The plan until the index answers, for a report of a run that ends before. */
const unknownPlan = (inputs, policy) => ({
    images: [],
    policy,
    skipped: [
        {
            id: plan_image/* onlyImage */.A3,
            subject: subjectOf(inputs, inputs.packageVersion.kind === 'latest' ? 'latest' : inputs.packageVersion.text),
            repository: inputs.repositories[0],
        },
    ],
});
const packagePlan = (cell, inputs, policy) => ({
    images: [imageOf(cell, inputs)],
    policy,
    skipped: [],
});
const subjectOf = (inputs, version) => ({
    kind: 'package',
    name: inputs.package.text,
    version,
    python: inputs.python.text,
});
function imageOf(cell, inputs, id = plan_image/* onlyImage */.A3) {
    const { package: asked, version, python, base } = cell;
    const packages = {
        distribution: asked.name,
        requirements: requirementLines(cell, inputs),
        python,
        base: { publish: base.publish, build: base.build },
        buildPackages: inputs.buildPackages,
        buildConstraints: inputs.buildConstraints,
        ...(0,defined/* defined */.s)({ ...(0,extra_index/* indexesOf */.O7)(inputs), uvVersion: inputs.uvVersion, cooldown: inputs.cooldown }),
    };
    return {
        id,
        parents: [],
        subject: subjectOf(inputs, version.text),
        version,
        repositories: cell.repositories,
        tags: cell.tags,
        ...(0,plan_image/* wantedPlatforms */.QM)(cell.platforms, inputs.optionalPlatforms),
        ...(0,defined/* defined */.s)({ part: inputs.part }),
        content: inputs.dockerfile === undefined
            ? {
                kind: 'packages',
                packages,
                runtimePackages: inputs.runtimePackages,
                ...(0,defined/* defined */.s)({ command: inputs.command, user: inputs.user }),
                ...(inputs.layers === 'auto' ? { layers: inputs.layers } : {}),
            }
            : {
                kind: 'dockerfile',
                path: inputs.dockerfile,
                context: inputs.buildPath,
                arguments: { ...packageArguments(cell, inputs.maintainer), ...inputs.buildArgs },
                packages,
                ...(inputs.accelerate ? { accelerate: true } : {}),
                parents: {},
            },
        checks: {
            extras: asked.extras,
            skip: inputs.verifySkip,
            ...(0,defined/* defined */.s)({ command: inputs.verifyCommand, python: inputs.verifyPython }),
        },
        // Images have carried these labels from the start: users may rely on their names.
        labels: {
            python: python.text,
            package: asked.text,
            ...(inputs.maintainer === '' ? {} : { maintainer: inputs.maintainer }),
        },
        given: { labels: inputs.labels, annotations: inputs.annotations },
    };
}
const policyOf = (inputs, files) => ({
    ...(0,policy/* imagePolicy */.a)(inputs, files),
    overwrite: inputs.overwrite,
    compile: inputs.compile,
    wheelStore: inputs.wheelStore,
    savesWheels: inputs.savesWheels,
    ...(0,defined/* defined */.s)({ advisories: advisoriesOf(inputs) }),
});
function advisoriesOf({ advisories: { mode, ...rest } }) {
    return mode === 'off' ? undefined : { mode, ...rest };
}


/***/ })

};
