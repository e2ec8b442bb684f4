export const id = 1709;
export const ids = [1709];
export const modules = {

/***/ 1148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ mergedAttempts),
/* harmony export */   HK: () => (/* binding */ attemptsFolder),
/* harmony export */   QA: () => (/* binding */ parseAttempts),
/* harmony export */   jY: () => (/* binding */ readAttempts),
/* harmony export */   vO: () => (/* binding */ parseAttemptLine)
/* harmony export */ });
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29885);
/* harmony import */ var _local_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54221);
/** Reads how requirements were compiled: the compiling stages write it beside the wheels. */


/** Those of several locks. */
function mergedAttempts(all) {
    const merged = new Map();
    for (const [where, attempts] of all.flatMap((one) => [...one]))
        merged.set(where, [...(merged.get(where) ?? []), ...attempts]);
    return merged;
}
/** Output folder of the bake target that compiles, among those of its image. */
const attemptsFolder = 'compiled';
/** Written by the cross-compiling stage and by the compiling ones. */
const attemptFiles = ['cross.json', 'compiled.json'];
/** In the order of the attempts. @param folder that the bake target wrote to. */
async function readAttempts(world, folder, platforms) {
    const read = await Promise.all(attemptFiles.map((name) => (0,_local_output_js__WEBPACK_IMPORTED_MODULE_1__/* .readPerPlatform */ .v)(world, folder, name, platforms)));
    const attempts = new Map();
    for (const { platform, text } of read.flat())
        attempts.set(platform, [...(attempts.get(platform) ?? []), ...parseAttempts(text)]);
    return attempts;
}
/** A file that was left half written, as by a full disk, gives none: the build reports its failure itself. */
function parseAttempts(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return [];
    }
}
/** The cross-compile that a line of buildx's log reports: a build that ends early leaves no file. */
function parseAttemptLine(line, platforms) {
    const [, not, name, version, key, seconds, rest] = /^#\d+ \d+\.\d+ (not )?cross-compiled (\S+) (\S+) for (\w+): (\d+\.\d) s, (.+)$/.exec(line) ?? [];
    const platform = platforms.find((one) => (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(one) === key);
    if (name === undefined || version === undefined || rest === undefined || platform === undefined)
        return undefined;
    const outcome = not === undefined ? { bytes: Number.parseInt(rest, 10) } : { why: rest };
    return { platform, attempt: { name, version, way: 'cross', seconds: Number(seconds), ...outcome } };
}


/***/ }),

/***/ 18839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   AI: () => (/* binding */ verifyFile),
/* harmony export */   Es: () => (/* binding */ exportLines),
/* harmony export */   FA: () => (/* binding */ isTargetOf),
/* harmony export */   HM: () => (/* binding */ bakeText),
/* harmony export */   IL: () => (/* binding */ exportsVariable),
/* harmony export */   e: () => (/* binding */ verifyVariable),
/* harmony export */   mN: () => (/* binding */ offeredFile),
/* harmony export */   u0: () => (/* binding */ exportPath),
/* harmony export */   vn: () => (/* binding */ checkDockerfile),
/* harmony export */   wG: () => (/* binding */ pathsOf),
/* harmony export */   wQ: () => (/* binding */ bakeFile),
/* harmony export */   y0: () => (/* binding */ checkedFile)
/* harmony export */ });
/* unused harmony export bakeParts */
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64222);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64021);
/* harmony import */ var _plan_image_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49938);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60632);
/* harmony import */ var _plan_recipe_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(55149);
/* harmony import */ var _plan_sbom_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85562);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9758);
/* harmony import */ var _attempts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1148);
/* harmony import */ var _exports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43119);
/** Makes the bake file and the files of its folder as values: a dry run prints what a real run writes. */









/** Environment variable of buildx with the variables of the checks, as a JSON object: they must not be arguments. */
const verifyVariable = 'PYTHON_IMAGE_BUILDER_VERIFY_ENV';
/** The same as commands of a shell, for an image that may have no Python. */
const exportsVariable = 'PYTHON_IMAGE_BUILDER_VERIFY_EXPORTS';
/** `export NAME='value'` lines. */
const exportLines = (variables) => Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join('');
/** The targets of an image in a bake file. */
const bakeParts = ['image', ..._plan_image_js__WEBPACK_IMPORTED_MODULE_6__/* .auxiliaryTargets */ .hT];
const targetOf = (id, part) => (part === 'image' ? id : `${id}-${part}`);
/** Whether a target of a bake file is one of an image's. */
function isTargetOf(id, target) {
    if (!target.startsWith(id))
        return false;
    const rest = target.slice(id.length).replace(/^-offer\d+(?=-)/, '');
    return bakeParts.some((part) => rest === (part === 'image' ? '' : `-${part}`));
}
/** Paths of an image's outputs, relative to the bake file: no two images share one. */
const pathsOf = (id) => ({
    /** Results of the checks. */
    verified: `${id}/verified`,
    /** Output of the compiling stages. */
    compiled: `${id}/${_attempts_js__WEBPACK_IMPORTED_MODULE_4__/* .attemptsFolder */ .HK}`,
    /** Programs that take files out of the image, and those files. */
    exports: `${id}/exports`,
    /** The image, from which it is pushed once it is verified. */
    layout: `${id}/image`,
    archive: `${id}/image.tar`,
});
/** Where buildx writes an image, relative to the bake file. */
const exportPath = (id, { exports = 'archive' }) => exports === 'layout' ? pathsOf(id).layout : pathsOf(id).archive;
const exportTypes = {
    layout: 'type=oci,tar=false',
    archive: 'type=oci',
    engine: 'type=docker',
};
/** The bake file of images that are built together; those that stand on each other are linked by their targets. */
const bakeFile = (images) => ({
    target: Object.assign({}, ...images.map(targetsOf)),
});
function targetsOf({ recipe, options }) {
    const { image, platforms, source } = recipe;
    const { id } = image;
    const epoch = epochArgument(recipe);
    const shared = sharedBy(recipe, options);
    const published = {
        ...shared,
        labels: recipe.labels,
        annotations: Object.entries(annotationsFor(recipe, options)).map(([key, value]) => `${key}=${value}`),
        attest: attestations(options),
        output: [
            `${exportTypes[options.exports ?? 'archive']},dest=${exportPath(id, options)},name=${(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryText */ .g_)(image.repositories[0])}:${image.tags.exact}`,
        ],
    };
    const rendered = renderedStages(recipe);
    const target = {};
    if (source.kind === 'rendered') {
        target[id] = { ...rendered, target: 'image', ...refetchOptions(recipe, options), ...published };
    }
    else {
        const packages = targetOf(id, 'packages');
        if (source.packages !== undefined) {
            target[packages] = {
                ...rendered,
                target: 'packages',
                ...refetchOptions(recipe, options),
                ...shared,
                output: ['type=cacheonly'],
            };
        }
        const offers = (0,_plan_recipe_js__WEBPACK_IMPORTED_MODULE_7__/* .offersOf */ .fI)(recipe);
        for (const offer of offers)
            Object.assign(target, offerTargets((0,_plan_recipe_js__WEBPACK_IMPORTED_MODULE_7__/* .recipeOfOffer */ .yw)(recipe, offer), options));
        const built = {
            contexts: {
                // Pinned: a tag that moves between verifying and pushing would publish an image that was never run.
                ...contextsOf(source.pins, (image) => `docker-image://${image}`),
                ...contextsOf(source.parents, (parent) => `target:${parent}`),
                ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .defined */ .s)({ packages: source.packages && `target:${packages}` }),
                ...Object.fromEntries(offers.map((one) => [one.context, `target:${targetOf(one.id, 'packages')}`])),
            },
            args: { ...recipe.arguments, ...epoch },
            ...(options.fresh === true ? { 'no-cache': true } : {}),
        };
        const { context } = source;
        const dockerfile = source.offer === undefined ? source.path : `cwd://${id}/${offeredFile}`;
        target[id] = { context, dockerfile, ...built, ...published };
        if (source.checked !== undefined && options.verify.length > 0)
            target[targetOf(id, 'checked')] = {
                context,
                // Beside an inline one there is no place for a .dockerignore of its own.
                ...(source.ignore === undefined
                    ? { 'dockerfile-inline': source.checked }
                    : { dockerfile: `cwd://${id}/${checkedFile}` }),
                ...built,
                ...shared,
                output: ['type=cacheonly'],
            };
    }
    Object.assign(target, compiledTarget(recipe, options));
    if (image.exports !== undefined)
        target[targetOf(id, 'exports')] = (0,_exports_js__WEBPACK_IMPORTED_MODULE_5__/* .exportsTarget */ .tS)(pathsOf(id).exports, {
            image: `target:${id}`,
            tools: toolsOf(recipe),
            platforms,
        });
    if (options.verify.length > 0)
        target[targetOf(id, 'verify')] = verifyTarget(recipe, options.verify, `target:${hasChecked(recipe) ? targetOf(id, 'checked') : id}`);
    return target;
}
const epochArgument = ({ sourceDateEpoch }) => (0,_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .defined */ .s)({ SOURCE_DATE_EPOCH: sourceDateEpoch?.toString() });
const sharedBy = ({ platforms }, { secrets }) => ({
    platforms,
    ...(secrets.length > 0 ? { secret: secrets } : {}),
});
const renderedStages = (recipe) => ({
    context: `./${recipe.image.id}`,
    dockerfile: 'Dockerfile',
    contexts: {
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .defined */ .s)({ lock: recipe.lock && `./${recipe.image.id}/lock` }),
        programs: `./${recipe.image.id}/programs`,
    },
    args: { ...recipe.packagesArguments, ...epochArgument(recipe) },
});
/** What pip is offered, and how it was compiled. */
const offerTargets = (recipe, options) => ({
    [targetOf(recipe.image.id, 'packages')]: {
        ...renderedStages(recipe),
        target: 'offered',
        ...refetchOptions(recipe, options),
        ...sharedBy(recipe, options),
        output: ['type=cacheonly'],
    },
    ...compiledTarget(recipe, options),
});
/** None where nothing is compiled on a platform itself. */
function compiledTarget(recipe, options) {
    const { id } = recipe.image;
    const platforms = recipe.requirements
        .filter((platform) => (0,_plan_recipe_js__WEBPACK_IMPORTED_MODULE_7__/* .compiledOnTarget */ .af)(platform, recipe).length > 0)
        .map(({ platform }) => platform);
    if (platforms.length === 0)
        return {};
    return {
        [targetOf(id, 'compiled')]: {
            ...renderedStages(recipe),
            target: options.saveWheels === true ? 'made' : 'attempts',
            ...sharedBy(recipe, options),
            platforms,
            output: [`type=local,dest=${pathsOf(id).compiled}`],
        },
    };
}
/**
 * Of an image of one platform BuildKit makes no index: where others add platforms to it, or this program statements, it
 * gets its annotations when it is put into one.
 */
function annotationsFor({ image, platforms, annotations }, options) {
    const isWhole = platforms.length === image.platforms.length && (0,_plan_sbom_js__WEBPACK_IMPORTED_MODULE_2__/* .sbomForms */ .f)(options.sbom).length === 0;
    if (isWhole || !(0,_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoneManifest */ .GO)(platforms, options))
        return annotations;
    const own = (0,_plan_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationsAt */ .wv)(annotations, 'manifest', platforms[0]);
    return Object.fromEntries(Object.entries(own).map(([key, value]) => [`manifest:${key}`, value]));
}
/** The Dockerfile that the checks are built on, in the folder of its image. */
const checkedFile = 'checked/Dockerfile';
/** The Dockerfile with what its pip is offered, in the folder of its image. */
const offeredFile = 'offered/Dockerfile';
const hasChecked = ({ source }) => source.kind === 'custom' && source.checked !== undefined;
const contextsOf = (images, context) => Object.fromEntries(Object.entries(images).map(([from, image]) => [contextName(from), context(image)]));
/**
 * The name under which BuildKit looks for a context in an image's place: the reference in its short form. A context of
 * another name is passed over without a word.
 */
function contextName(from) {
    const read = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(from);
    if (!read.ok || read.value.digest !== undefined)
        return from;
    const { repository, tag } = read.value;
    const name = repository.registry === 'docker.io'
        ? repository.name.replace(/^library\/(?=[^/]+$)/, '')
        : (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryText */ .g_)(repository);
    return tag === undefined || tag === 'latest' ? name : `${name}:${tag}`;
}
/** A bake file that only runs the checks, on an image of a registry. @param reference by digest. */
const verifyFile = (recipe, platforms, reference) => ({
    target: {
        [targetOf(recipe.image.id, 'verify')]: verifyTarget(recipe, platforms, `docker-image://${reference}`),
    },
});
function verifyTarget(recipe, platforms, context) {
    const { id } = recipe.image;
    const hasPackage = recipe.image.content.packages !== undefined;
    const secret = hasPackage
        ? `id=verify_env,env=${verifyVariable}`
        : `id=verify_exports,env=${exportsVariable}`;
    return {
        context: `./${id}/verify`,
        dockerfile: `../${checkDockerfile(hasPackage)}`,
        target: 'verify',
        platforms,
        contexts: { image: context, checks: `./${id}/verify` },
        ...(recipe.checksHaveVariables ? { secret: [secret] } : {}),
        args: { [hasPackage ? 'PUBLISH_BASE' : 'TOOLS']: toolsOf(recipe) },
        // Checks run every time: verify_command may find something else today than it did last week.
        'no-cache-filter': ['run'],
        output: [`type=local,dest=${pathsOf(id).verified}`],
    };
}
/** An image with Python, on which programs look at the finished one. */
const toolsOf = ({ bases: { publish } }) => `${publish.reference}@${publish.digest}`;
const checkDockerfile = (hasPackage) => hasPackage ? 'verify.Dockerfile' : 'verify-any.Dockerfile';
/** Locked requirements are the same files at any time; packages that a distribution or pip chooses are not. */
function refetchOptions(recipe, { fresh }) {
    if (fresh !== true)
        return {};
    if (recipe.lock === undefined)
        return { 'no-cache': true };
    const installs = recipe.source.kind === 'rendered' && recipe.arguments['RUNTIME_PACKAGES'] !== undefined;
    return installs ? { 'no-cache-filter': ['runtime', 'image'] } : {};
}
/** The file's text. bake reads `${` and `%{` as templates, in JSON too: values of users must not be any. */
const bakeText = (bake) => `${JSON.stringify(bake, (_, value) => (typeof value === 'string' ? value.replaceAll(/[$%](?=\{)/g, '$&$&') : value), 2)}\n`;
function attestations(options) {
    const attestation = (type, value) => {
        if (value === 'false')
            return `type=${type},disabled=true`;
        if (value === 'true')
            return `type=${type}`;
        return `type=${type},${value.includes('=') ? value : `generator=${value}`}`;
    };
    return [attestation('provenance', options.provenance), attestation('sbom', (0,_plan_sbom_js__WEBPACK_IMPORTED_MODULE_2__/* .buildxSbom */ .C)(options.sbom))];
}


/***/ }),

/***/ 87159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z7: () => (/* binding */ chooseBuilder),
/* harmony export */   b8: () => (/* binding */ builderName),
/* harmony export */   iq: () => (/* binding */ removeBuilder),
/* harmony export */   l5: () => (/* binding */ isElsewhere)
/* harmony export */ });
/* unused harmony export buildkitConfig */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64222);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _names_run_mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87327);
/* harmony import */ var _names_tool_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97709);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29885);
/* harmony import */ var _registry_hosts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68040);
/* harmony import */ var _buildx_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44258);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71125);
/** Chooses the builder: the current one where it can make an index of several platforms, else a new one. */









/**
 * A name for the builder of this run. The steps of one job share it, so that the second finds the first's cache. Two
 * jobs, or two runs on a laptop, do not: the first to end would remove the builder of the other. Where one is killed,
 * `clean` can tell by the name whose it was.
 */
function builderName({ env, machine }) {
    const job = env['RUNNER_TRACKING_ID'];
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(job ?? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)())
        .digest('hex')
        .slice(0, 12);
    return job === undefined ? (0,_names_run_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .markedName */ .QE)(machine.mark, hash) : `python-image-builder-${hash}`;
}
/** Whether its nodes are of no Docker, so that nothing can be said or done of their machines from here. */
const isElsewhere = ({ driver }) => !['docker', 'docker-container'].includes(driver);
/** @throws Failure when the wanted builder does not exist or none can be made. */
async function chooseBuilder(world, request) {
    const { wanted, engine, env } = request;
    const current = await inspect(world, env, wanted);
    const driver = current?.driver;
    if (driver === undefined) {
        if (wanted !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([
                {
                    station: 'build',
                    about: 'builder',
                    message: `builder "${wanted}" does not exist. "docker buildx ls" lists those that do; leave the input empty to take the current one.`,
                },
            ]);
        }
        return makeBuilder(world, request, 'there is no current builder');
    }
    const makesIndexes = driver !== 'docker' || engine.makesIndexes;
    if (makesIndexes) {
        const buildx = wanted === undefined ? { env } : { env, builder: wanted };
        const because = wanted === undefined ? 'the current builder can make an index' : 'asked for';
        const platform = current?.platform ?? engine.platform;
        return { buildx, driver, platform, ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_8__/* .defined */ .s)({ nodes: current?.nodes }), because };
    }
    if (wanted !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([
            {
                station: 'build',
                about: 'builder',
                message: `builder "${wanted}" is Docker's own with the classic image store, which cannot put several platforms into one index. Take one with the docker-container driver, or leave the input empty and one is made.`,
            },
        ]);
    }
    return makeBuilder(world, request, "Docker's own builder with the classic image store cannot make an index");
}
/** Removes a builder of this run, with its cache. A failure is a warning: the work is done. */
async function removeBuilder(world, env, name) {
    // A run that was interrupted while it created the builder may have left none.
    if ((await inspect(world, env, name, true)) === undefined)
        return;
    const ran = await world.run((0,_buildx_js__WEBPACK_IMPORTED_MODULE_6__/* .buildxCommand */ .I0)({ env }, ['rm', '--force', name]), { cleanup: true });
    if (ran.code !== 0)
        world.log.warn(`The builder "${name}" could not be removed: ${ran.stderr.trim()}`);
}
async function makeBuilder(world, request, because) {
    const { engine, env, name } = request;
    const buildx = { env, builder: name };
    const builder = { buildx, driver: 'docker-container', platform: engine.platform, because };
    // Another step of the same job may have created it: that step removes it.
    if ((await inspect(world, env, name)) !== undefined)
        return builder;
    const folder = await world.files.temporary('builder');
    const config = `${folder}/buildkitd.toml`;
    await world.files.write(config, buildkitConfig(engine, request.registries));
    const network = [...engine.mirrors, ...engine.insecure, ...request.registries].map(hostOf).some(_registry_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .isLoopback */ .U);
    await request.beforeCreate(name);
    const ran = await world.run((0,_buildx_js__WEBPACK_IMPORTED_MODULE_6__/* .buildxCommand */ .I0)({ env }, [
        'create',
        `--name=${name}`,
        '--driver=docker-container',
        ...(network ? ['--driver-opt=network=host'] : []),
        `--config=${config}`,
        '--bootstrap',
    ]), { onLine: (line) => world.log.progress(line) });
    if (ran.code === 0)
        return builder;
    const unwritable = unwritableOf(ran.stderr);
    if (unwritable !== undefined)
        throw unwritable;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([
        {
            station: 'build',
            about: 'builder',
            message: `${because}, and a builder with the docker-container driver could not be started. Its image must be reachable: moby/buildkit:buildx-stable-1. ${imageStore(engine)}, or name a builder that can.`,
            detail: ran.stderr.trim().split('\n').slice(-8),
        },
    ]);
}
/** The failure of a buildx that cannot write the folder of its builders, with the system's words as Go repeats them. */
function unwritableOf(stderr) {
    const match = /ERROR: (?:mkdir|open|create|chmod|rename) (\/[^:\n]*): ([^\n]+)/.exec(stderr);
    if (match === null)
        return undefined;
    const message = `"${match[1]}" could not be written by buildx, which keeps its builders there: ${match[2]}. BUILDX_CONFIG names another folder.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([{ station: 'machine', about: 'builder', message }]);
}
/** The first Docker that has the image store that can hold an index. */
const oldestWithStore = '24.0.0';
/** Advice on how Docker's own builder can make an index. */
const imageStore = ({ version }) => version !== undefined && (0,_names_tool_version_js__WEBPACK_IMPORTED_MODULE_3__/* .isOlderTool */ .b)(version, oldestWithStore)
    ? `Or update Docker, which is ${version}: ${oldestWithStore} and newer have the containerd image store`
    : "Or switch on Docker's containerd image store";
/** Configuration of a new builder: it does not know the engine's mirrors, and must pull what the engine would. */
function buildkitConfig(engine, registries) {
    const plain = new Set([
        ...engine.insecure.filter((host) => !host.includes('/')),
        ...registries.map(hostOf).filter(_registry_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .isLoopback */ .U),
    ]);
    const mirrors = engine.mirrors.map((url) => new URL(url));
    for (const mirror of mirrors)
        if (mirror.protocol === 'http:')
            plain.add(mirror.host);
    const lines = [];
    if (mirrors.length > 0) {
        const hosts = mirrors.map((mirror) => JSON.stringify(mirror.host)).join(', ');
        lines.push('[registry."docker.io"]', `  mirrors = [${hosts}]`);
    }
    for (const host of plain)
        lines.push(`[registry.${JSON.stringify(host)}]`, '  http = true');
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
/** Host and port of a registry, of one with a path, or of a mirror's URL. */
const hostOf = (text) => text.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
/** Inspects a builder, without a name the current one; undefined where there is none. */
async function inspect(world, env, name, cleanup = false) {
    const ask = (...options) => world.run((0,_buildx_js__WEBPACK_IMPORTED_MODULE_6__/* .buildxCommand */ .I0)({ env }, ['inspect', ...options, ...(name === undefined ? [] : [name])]), {
        cleanup,
    });
    const ran = await ask();
    const driver = ran.code === 0 ? /^Driver:\s*(\S+)/m.exec(ran.stdout)?.[1] : undefined;
    if (driver === undefined)
        return undefined;
    let { stdout } = ran;
    const hasSeveral = (0,_nodes_js__WEBPACK_IMPORTED_MODULE_7__/* .readNodes */ .g0)(stdout).length > 1;
    // Which node builds what is known once all of them run.
    if (hasSeveral && !cleanup)
        stdout = (await ask('--bootstrap')).stdout || stdout;
    const first = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePlatform */ .FL)(/^Platforms:\s*([\w/]+)/m.exec(stdout)?.[1] ?? '');
    return {
        driver,
        ...(first.ok && { platform: first.value }),
        ...(hasSeveral && { nodes: (0,_nodes_js__WEBPACK_IMPORTED_MODULE_7__/* .readNodes */ .g0)(stdout) }),
    };
}


/***/ }),

/***/ 68896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ clientEnvironment)
/* harmony export */ });
/* unused harmony export withLogin */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32030);
/* harmony import */ var _registry_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96097);
/** Makes a client configuration for one run: the user's own with the registry's credentials, removed afterwards. */




/**
 * Environment for every `docker` of this run; empty without a login, so that the user's own configuration is taken.
 *
 * With a login, a temporary folder holds a copy of `config.json` with the login added (mode 0600; credentials are neither an
 * argument nor left behind as `docker login` would) and links to everything else, since plug-ins, contexts and builders
 * are looked for beside it.
 */
async function clientEnvironment(world, login) {
    if (login === undefined)
        return {};
    const userFolder = (0,_registry_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .clientFolder */ .y)(world.env);
    const folder = await world.files.temporary('client');
    // As for Docker itself, a folder that cannot be read has no plug-ins and builders.
    for (const name of (await world.files.list(userFolder).catch((0,_file_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessRefused */ .J0)(() => { }))) ?? []) {
        if (name !== 'config.json')
            await world.files.link((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(userFolder, name), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name));
    }
    const config = parseConfig(await world.files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(userFolder, 'config.json')), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(userFolder, 'config.json'));
    await world.files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'config.json'), JSON.stringify(withLogin(config, login)), 0o600);
    // Builders are kept in the user's folder, so that one made in this run is found by the next command.
    const builders = world.env['BUILDX_CONFIG'] || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(userFolder, 'buildx');
    return { DOCKER_CONFIG: folder, BUILDX_CONFIG: builders };
}
/** The parser's message is not shown: it can quote the file, and with it a credential. */
function parseConfig(text, path) {
    try {
        const config = JSON.parse(text || '{}');
        if (typeof config === 'object' && config !== null && !Array.isArray(config))
            return config;
    }
    catch {
        // The message below tells it.
    }
    const message = `Docker's configuration ${path} is not a JSON object: mend or remove it.`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([{ station: 'registry', about: 'config.json', message }]);
}
/** Docker Hub's login has a special name, for historical reasons. */
const authKey = (registry) => registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
function withLogin(config, login) {
    const key = authKey(login.registry);
    const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64');
    return {
        ...config,
        auths: { ...config.auths, [key]: { auth } },
        // An empty helper means the file itself, where a helper or a store would be asked first.
        credHelpers: { ...config.credHelpers, [key]: '' },
    };
}


/***/ }),

/***/ 59388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isForeign),
/* harmony export */   y: () => (/* binding */ requireEmulation)
/* harmony export */ });
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29885);
/** Installs QEMU's handlers, but only where something must run emulated and no handler is registered. */

/** Where the kernel lists its handlers of foreign executables. */
const handlers = '/proc/sys/fs/binfmt_misc';
/** Other platforms whose programs a processor runs without emulation. */
const alsoNative = { 'linux/amd64': ['linux/386'] };
/** Whether a platform's programs need emulation on a machine of another. */
const isForeign = (platform, machine) => platform !== machine && alsoNative[machine]?.includes(platform) !== true;
/**
 * Makes foreign platforms executable, as far as that can be done: a builder may bring its own emulation, so that only the
 * build shows whether they are.
 *
 * @param foreign what is emulated on this machine.
 */
async function requireEmulation(world, env, foreign) {
    const registered = await world.files.list(handlers);
    const missing = foreign.filter((platform) => !registered.includes((0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .qemuOf */ .kf)(platform)));
    if (missing.length === 0)
        return;
    const architectures = [...new Set(missing.map((platform) => (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .qemuOf */ .kf)(platform).replace('qemu-', '')))];
    world.log.info(`Installing QEMU's handlers for ${missing.join(', ')}`);
    const ran = await world.run({
        program: 'docker',
        args: ['run', '--privileged', '--rm', 'tonistiigi/binfmt', '--install', architectures.join(',')],
        env,
    });
    if (ran.code !== 0) {
        world.log.warn(`QEMU's handlers for ${missing.join(', ')} could not be installed; if the builder cannot run these platforms, install the package qemu-user-static (Debian, Ubuntu) and run again. ${ran.stderr.trim().split('\n').at(-1) ?? ''}`);
    }
}


/***/ }),

/***/ 43119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ exportsFiles),
/* harmony export */   IL: () => (/* binding */ readExports),
/* harmony export */   tS: () => (/* binding */ exportsTarget)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _local_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54221);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75519);
/** Takes files out of images by a build that reads them and runs nothing of them, and reads what came of it. */




/**
 * A target of a bake file that takes files out.
 *
 * @param folder that `exportsFiles` are in, and that is written to, from the bake file's own.
 * @param image a bake context. @param tools an image with Python.
 */
const exportsTarget = (folder, { image, tools, platforms }) => ({
    context: `./${folder}/given`,
    dockerfile: '../exports.Dockerfile',
    target: 'exports',
    platforms,
    contexts: { image, given: `./${folder}/given` },
    args: { TOOLS: tools },
    output: [`type=local,dest=${folder}/taken`],
});
/** The files of that folder, by path in it. */
const exportsFiles = (programs, patterns) => ({
    'exports.Dockerfile': (0,_programs_js__WEBPACK_IMPORTED_MODULE_3__/* .program */ .DM)(programs, 'exports.Dockerfile'),
    'given/exports.py': (0,_programs_js__WEBPACK_IMPORTED_MODULE_3__/* .program */ .DM)(programs, 'exports.py'),
    'given/facts.py': (0,_programs_js__WEBPACK_IMPORTED_MODULE_3__/* .program */ .DM)(programs, 'facts.py'),
    'given/exports.json': `${JSON.stringify(patterns)}\n`,
});
/**
 * The files of all platforms, in the order of the platforms.
 *
 * @param folder absolute, as in `exportsTarget`. @param about the image's name.
 * @throws Failure (station `verify`) where a pattern names no file, or something that is none.
 */
async function readExports(world, folder, about, platforms) {
    const read = await (0,_local_output_js__WEBPACK_IMPORTED_MODULE_2__/* .readPerPlatform */ .v)(world, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'taken'), 'exports.json', platforms);
    const results = platforms.map((platform) => {
        const one = read.find((result) => result.platform === platform);
        return one === undefined ? { platform, files: [], faults: ['nothing came of it'] } : resultOf(one);
    });
    const problems = results.flatMap(({ platform, faults }) => faults.map((fault) => ({
        station: 'verify',
        about,
        message: `${about} on ${platform}, exports: ${fault}. Mend "exports" in the row of the image, or the image.`,
    })));
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(problems);
    return results.flatMap(({ platform, files }) => files.map(({ path, size, sha256, at }) => ({
        platform,
        path,
        size,
        sha256,
        from: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(at, 'files', path),
    })));
}
const resultOf = ({ platform, text, folder }) => {
    const { files, faults } = JSON.parse(text);
    return { platform, faults, files: files.map((file) => ({ ...file, at: folder })) };
};


/***/ }),

/***/ 46194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ buildProblem)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32030);
/* harmony import */ var _compiler_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75356);
/** Turns a failed build into a problem: the lines that matter, the way out, and a file with the whole log. */




async function buildProblem(world, { ran, about, what, base, asksIndex }) {
    const family = base.includes('alpine') ? 'alpine' : 'debian';
    const { lines, hint } = (0,_compiler_output_js__WEBPACK_IMPORTED_MODULE_3__/* .shortenBuildLog */ .m)(ran.stderr, family, asksIndex);
    const folder = world.env['RUNNER_TEMP'] || world.env['TMPDIR'] || '/tmp';
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `python-image-builder-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.log`);
    // The problem itself matters more than the file with the whole log.
    const written = await world.files.write(file, world.log.hide(ran.stderr), 0o600).then(() => ({ file }), (0,_file_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessRefused */ .J0)(({ fact }) => world.log.warn(`The whole output of the build is not in a file: ${fact}.`)));
    const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}.`;
    return {
        station: 'build',
        about,
        message: hint === undefined ? sentence : `${sentence} ${hint}`,
        detail: lines,
        ...written,
    };
}


/***/ }),

/***/ 54221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ readPerPlatform)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** Reads outputs of buildx's local exporter: a folder for each platform, or none where there is only one. */

async function readPerPlatform(world, folder, name, platforms) {
    const read = await Promise.all(platforms.map(async (platform) => {
        const own = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, platform.replaceAll('/', '_'));
        for (const at of platforms.length === 1 ? [own, folder] : [own]) {
            const text = await world.files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(at, name));
            if (text !== undefined)
                return [{ platform, text, folder: at }];
        }
        return [];
    }));
    return read.flat();
}


/***/ }),

/***/ 71125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ sharesOf),
/* harmony export */   BP: () => (/* binding */ emulatedOf),
/* harmony export */   W5: () => (/* binding */ sharesText),
/* harmony export */   g0: () => (/* binding */ readNodes)
/* harmony export */ });
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29885);
/* harmony import */ var _emulation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59388);
/** Which node of a builder builds what: a builder may have several, on machines of their own. */


/** The nodes of what `docker buildx inspect` prints, in their order. One that does not run lists nothing but its names. */
function readNodes(inspected) {
    // What comes before the first node is of the builder.
    const [, ...nodes] = inspected.split(/^Name:/m).slice(1);
    return nodes.map((text) => {
        const words = /^Platforms:\s*(.+)$/m.exec(text)?.[1]?.split(/,\s*/) ?? [];
        const platforms = words.flatMap((word) => {
            const platform = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .FL)(word.replace('*', ''));
            return platform.ok ? [{ platform: platform.value, isNamed: word.includes('*') }] : [];
        });
        const of = (wanted) => platforms.filter(({ isNamed }) => isNamed === wanted).map(({ platform }) => platform);
        return { name: text.trimStart().split('\n')[0].trim(), named: of(true), listed: of(false) };
    });
}
/**
 * How buildx shares the platforms of one target out to nodes: to those that were given them by name, if each platform was;
 * else to the first node that lists it.
 */
function sharesOf(nodes, platforms) {
    const nodeOf = (platform) => {
        const listing = nodes.findIndex(({ named, listed }) => [...named, ...listed].includes(platform));
        return Math.max(listing, 0);
    };
    const namedOf = (platform) => nodes.findIndex(({ named }) => named.includes(platform));
    const areNamed = platforms.every((platform) => namedOf(platform) !== -1);
    const places = platforms.map(areNamed ? namedOf : nodeOf);
    return nodes.flatMap((_, node) => {
        const own = platforms.filter((_platform, at) => places[at] === node);
        return own.length === 0 ? [] : [{ node, platforms: own }];
    });
}
/** For the log: `nodes    a: linux/amd64; b: linux/arm64`, and what keeps buildx from sharing. */
function sharesText(nodes, platforms) {
    const shares = sharesOf(nodes, platforms);
    const text = shares.map((share) => `${nodes[share.node].name}: ${share.platforms.join(', ')}`).join('; ');
    return shares.length > 1 || platforms.length === 1
        ? `nodes    ${text}`
        : `nodes    ${text}. buildx takes several only where each platform was given to a node by name: docker buildx create --append --platform`;
}
/**
 * Those platforms of an image that are emulated. What a node was given by name counts as its own: whoever named it knows
 * the machine.
 */
function emulatedOf({ platform: machine, nodes = [] }, platforms) {
    if (nodes.length === 0)
        return platforms.filter((platform) => (0,_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .isForeign */ .j)(platform, machine));
    return sharesOf(nodes, platforms).flatMap((share) => {
        const { named, listed } = nodes[share.node];
        return share.platforms.filter((platform) => !named.includes(platform) && (0,_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .isForeign */ .j)(platform, listed[0] ?? machine));
    });
}


/***/ }),

/***/ 75519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ program),
/* harmony export */   MN: () => (/* binding */ stagePrograms),
/* harmony export */   ay: () => (/* binding */ offerPrograms),
/* harmony export */   eN: () => (/* binding */ indexPrograms),
/* harmony export */   uj: () => (/* binding */ checkPrograms),
/* harmony export */   wl: () => (/* binding */ readPrograms)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** Reads the files of `dockerfiles/`: the Dockerfiles, and the programs that run inside a build. */


/** Folders of `dockerfiles/`, each with the path of its files in a stage. */
const folders = {
    '.': '',
    install: '',
    compile: '',
    verify: '',
    'verify/checks': 'checks/',
};
async function readPrograms(world, folder) {
    const files = await Promise.all(Object.entries(folders).map(async ([from, to]) => (await world.files.list((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, from)))
        .filter((name) => /(?:\.py|\.sh|\.txt|\.json|Dockerfile)$/.test(name))
        .map((name) => ({ name: `${to}${name}`, path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, from, name) }))));
    const read = await Promise.all(files.flat().map(async ({ name, path }) => [name, (await world.files.read(path)) ?? '']));
    const programs = Object.fromEntries(read);
    if (programs['Dockerfile'] === undefined)
        throw notWhole((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'Dockerfile'));
    return programs;
}
const notWhole = (path) => {
    const message = `${path} is not there, which is a part of Python Image Builder: get it anew.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([{ station: 'machine', about: path, message }]);
};
/** @throws Failure where the file is missing. */
function program(programs, name) {
    const text = programs[name];
    if (text === undefined)
        throw notWhole(`dockerfiles/${name}`);
    return text;
}
/** Files of the stages that install and compile. */
const stageFiles = [
    'sources.py',
    'install.py',
    'fetch.py',
    'indexes.py',
    'facts.py',
    'links.py',
    'account.sh',
    'runtime.py',
    'wheel.py',
    'bytecode.py',
    'compile.py',
    'frontend.py',
    'hook.py',
    'backends.py',
    'target.py',
    'target_site.py',
    'target_numpy.py',
    'sysroot.py',
    'audit.py',
    'symbol-versions.json',
    'needs.py',
    'checks/__init__.py',
    'checks/elf.py',
    'compile.sh',
    'index.sh',
    'tools.py',
    'tools.txt',
];
/** Files of the stages where nothing is locked and pip installs. */
const plainStageFiles = [
    'facts.py',
    'links.py',
    'account.sh',
    'runtime.py',
    'index.sh',
    'indexes.py',
    'fetch.py',
    'wheel.py',
];
/** Those that stand for package indexes, and what they import. */
const indexPrograms = (programs) => Object.fromEntries(['index.sh', 'indexes.py', 'fetch.py', 'wheel.py'].map((name) => [
    `programs/${name}`,
    program(programs, name),
]));
/** @param locked whether this program installs a lock; else pip installs. */
const stagePrograms = (programs, locked = true) => Object.fromEntries((locked ? stageFiles : plainStageFiles).map((name) => [`programs/${name}`, program(programs, name)]));
/** Those that gather what a custom Dockerfile's pip is offered. */
const offerPrograms = (programs) => Object.fromEntries(['offer.py', 'startup.py'].map((name) => [`programs/${name}`, program(programs, name)]));
const checkFiles = ['verify.py', 'interpreter.py', 'carried.py', 'facts.py', 'bytecode.py'];
/** Of an image that may hold anything. */
const anyCheckFiles = [
    'verify.py',
    'interpreter.py',
    'facts.py',
    'carried.py',
    'survey.py',
    'run.sh',
    'judge.py',
];
/**
 * Programs that find the image's Python, make bytecode for it, and check the image.
 *
 * @param hasPackage whether the image is one of a Python package; else it may hold anything.
 */
const checkPrograms = (programs, hasPackage) => Object.fromEntries(Object.entries(programs)
    .filter(([name]) => (hasPackage ? checkFiles : anyCheckFiles).includes(name) || name.startsWith('checks/'))
    .map(([name, text]) => [`verify/${name}`, text]));


/***/ }),

/***/ 35848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32030);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30391);
/** What ends a command early, as problems of its report. */



/** What a thrown value means to a user; undefined when it is a mistake in this program. */
function failureOf(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    if (!(error instanceof _ports_js__WEBPACK_IMPORTED_MODULE_2__/* .Interrupted */ .j))
        return (0,_file_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .fileFailure */ .fE)(error);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
        { station: 'interruption', message: 'What was running was ended. Run again to complete it.' },
    ]);
}


/***/ }),

/***/ 10244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ isAhead),
/* harmony export */   g: () => (/* binding */ tagsBehind)
/* harmony export */ });
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29033);
/** Chooses the tags that follow a new image; those that stand for a newer version stay. */

/** Whether a tag stands for a newer version of the package, by PEP 440, and so must not move back. */
const isAhead = ({ version }, target) => !target.forced &&
    version !== undefined &&
    target.version !== undefined &&
    (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version, target.version) > 0;
/** The aliases that must move so that all point at the target. */
const tagsBehind = (aliases, target) => aliases
    .filter((alias) => alias.digest !== target.digest && !isAhead(alias, target))
    .map((alias) => alias.tag);


/***/ }),

/***/ 75327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isTable)
/* harmony export */ });
const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);


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

/***/ 66104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ observeBase),
/* harmony export */   Bk: () => (/* binding */ AbsentBase),
/* harmony export */   WY: () => (/* binding */ observeImage),
/* harmony export */   lN: () => (/* binding */ findBase),
/* harmony export */   p6: () => (/* binding */ observeAlias)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64222);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29033);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50886);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9758);
/* harmony import */ var _plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52911);
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60632);
/* harmony import */ var _plan_build_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96557);








/** A base image that does not exist. */
class AbsentBase extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
}
/**
 * Looks a base up, without pulling it.
 *
 * @param record build records of published images: see {@link findBase}.
 * @throws Failure when it does not exist, or not for every wanted platform.
 */
async function observeBase(reader, reference, wanted, record = []) {
    const base = await findBase(reader, reference, wanted, record);
    if (base === undefined) {
        throw new AbsentBase([
            problem(`The base image ${reference} does not exist. Its name is made from base_registry, python_version and target_base: look at which tags the official Python image has there.`),
        ]);
    }
    // A lone manifest is for one platform, whichever it is.
    if (wanted.length > 1 && base.platforms.some(({ digest }) => digest === base.digest)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
            problem(`The base image ${reference} is for one platform only, and it is wanted for ${wanted.join(', ')}. Leave all but its own out of the input platform, or take another target_base.`),
        ]);
    }
    const held = base.platforms.map((one) => one.platform);
    const missing = wanted.filter((platform) => !held.includes(platform));
    if (missing.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
            {
                ...problem(`The base image ${reference} does not exist for ${missing.join(', ')}: it has ${held.join(', ') || 'no platform that is known here'}. Leave ${missing.length === 1 ? 'it' : 'them'} out of the input platform, or take another target_base.`),
                platforms: missing,
            },
        ]);
    }
    return base;
}
/**
 * An image as it is now, for the platforms that it has; undefined when it does not exist. Where a build record knows the
 * base, only its digest is asked for at first: Docker Hub counts reads of manifests, and not of digests. A lone manifest
 * does not name its platform: it is taken for every wanted one, as a builder does, and the checks look at what runs.
 *
 * @throws Failure.
 */
async function findBase(reader, reference, wanted, record) {
    const parsedReference = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(reference);
    if (!parsedReference.ok)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([problem(parsedReference.message)]);
    const { repository, tag, digest } = parsedReference.value;
    const at = digest ?? tag ?? 'latest';
    const named = { reference, repository, ...(tag === undefined ? {} : { tag }) };
    const known = record.filter(({ indexes, fingerprint }) => indexes[reference] !== undefined &&
        wanted.every((platform) => fingerprint.bases[reference]?.[platform] !== undefined));
    if (known.length > 0) {
        const now = await reader.headManifest(repository, at);
        if (now === undefined)
            return undefined;
        const same = known.find(({ indexes }) => indexes[reference] === now.digest);
        if (same !== undefined) {
            const digests = same.fingerprint.bases[reference];
            const platforms = wanted.map((platform) => ({ platform, digest: digests[platform] }));
            return { ...named, digest: now.digest, platforms };
        }
    }
    const manifest = await reader.getManifest(repository, at);
    if (manifest === undefined)
        return undefined;
    const platforms = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(manifest.mediaType)
        ? (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .platformsOf */ .Wt)(manifest.bytes)
        : wanted.map((platform) => ({ platform, digest: manifest.digest }));
    return { ...named, digest: manifest.digest, platforms };
}
/** One request for each tag, all at once; and one more for each alias that points at another image. */
async function observeImage(reader, repository, tags) {
    const [index, ...heads] = await Promise.all([
        reader.getManifest(repository, tags.exact),
        ...tags.aliases.map((tag) => reader.headManifest(repository, tag)),
    ]);
    const aliases = await Promise.all(tags.aliases.map((tag, at) => aliasOf(reader, repository, { tag, digest: heads[at]?.digest }, index?.digest)));
    if (index === undefined)
        return { is: 'absent', aliases };
    const annotations = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readContent */ .c_)(index.bytes).annotations ?? {};
    const record = (0,_plan_build_record_js__WEBPACK_IMPORTED_MODULE_6__/* .readBuildRecord */ .mx)(annotations);
    const created = Date.parse(annotations[_plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__/* .createdKey */ .Yw] ?? '');
    return {
        is: 'present',
        aliases,
        index,
        // A lone manifest does not name its platform; its build record does.
        platforms: (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(index.mediaType)
            ? (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .platformsOf */ .Wt)(index.bytes)
                .map((one) => one.platform)
                .toSorted()
            : (record?.fingerprint.platforms ?? []),
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .s)({ record, created: Number.isNaN(created) ? undefined : created }),
    };
}
/**
 * The version of the image is read only where the tag does not point at `known`: registries count reads of manifests,
 * and not of digests.
 */
async function observeAlias(reader, repository, tag, known) {
    const head = await reader.headManifest(repository, tag);
    return aliasOf(reader, repository, { tag, digest: head?.digest }, known);
}
async function aliasOf(reader, repository, { tag, digest }, known) {
    if (digest === undefined)
        return { tag };
    const manifest = digest === known ? undefined : await reader.getManifest(repository, digest);
    const annotations = manifest && (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readContent */ .c_)(manifest.bytes).annotations;
    // An image of another tool has the standard annotation alone.
    const text = annotations?.[_plan_labels_js__WEBPACK_IMPORTED_MODULE_5__/* .packageVersionKey */ .eG] ?? annotations?.[_plan_labels_js__WEBPACK_IMPORTED_MODULE_5__/* .versionKey */ ._5];
    const version = typeof text === 'string' ? (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageVersion */ .g7)(text) : undefined;
    return { tag, digest, ...(version?.ok === true ? { version: version.value } : {}) };
}
const problem = (message) => ({ station: 'registry', about: 'base image', message });


/***/ }),

/***/ 65909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ patternList),
/* harmony export */   i7: () => (/* binding */ ignoreLines),
/* harmony export */   s$: () => (/* binding */ pathPattern)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
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

/***/ 49938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ onlyImage),
/* harmony export */   PZ: () => (/* binding */ toolsImage),
/* harmony export */   QM: () => (/* binding */ wantedPlatforms),
/* harmony export */   S6: () => (/* binding */ offerId),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   hT: () => (/* binding */ auxiliaryTargets),
/* harmony export */   kF: () => (/* binding */ imageIds)
/* harmony export */ });
/** Reference of an image of Alpine with Python. @param baseRegistry where official images are. */
const toolsImage = (baseRegistry) => `${baseRegistry}/python:3.13-alpine`;
/** The platforms of an image that may be for fewer than others of its source: then all of its own may be optional to those. */
function wantedPlatforms(platforms, optional) {
    const own = platforms.filter((platform) => optional.includes(platform));
    return own.length === 0 || own.length === platforms.length ? { platforms } : { platforms, optional: own };
}
/** The distribution that an image is for; of others, what a report calls it. */
const nameOf = ({ content, subject }) => content.packages?.distribution ?? subject.name;
/**
 * Suffixes of the targets that are built beside an image: `demo-verify`. Each may have `-node1` behind it, and what is
 * offered has `-offer1` before it.
 */
const auxiliaryTargets = ['packages', 'verify', 'compiled', 'checked', 'exports'];
const isAuxiliary = (id) => /-(?:node|offer)\d+$/.test(id) || auxiliaryTargets.some((part) => id.endsWith(`-${part}`));
/** Names the targets of what an image's own pip is offered. @param number from 1. */
const offerId = (id, number) => `${id}-offer${number}`;
/** The id of an image that is the only one of its plan. */
const onlyImage = 'image';
/** Makes ids of names, in their order, none of them a target of another image; a single one is `image`. */
function imageIds(names) {
    if (names.length === 1)
        return [onlyImage];
    const taken = new Set();
    return names.map((name) => {
        const plain = name.replaceAll(/[^A-Za-z0-9_]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'image';
        let id = plain;
        for (let count = 2; taken.has(id) || isAuxiliary(id); count += 1)
            id = `${plain}-${count}`;
        taken.add(id);
        return id;
    });
}


/***/ }),

/***/ 55149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MI: () => (/* binding */ installsTheSame),
/* harmony export */   af: () => (/* binding */ compiledOnTarget),
/* harmony export */   fI: () => (/* binding */ offersOf),
/* harmony export */   yP: () => (/* binding */ restoredFor),
/* harmony export */   yw: () => (/* binding */ recipeOfOffer)
/* harmony export */ });
const offersOf = (recipe) => recipe.do === 'bake' && recipe.source.kind === 'custom' ? (recipe.source.offer?.parts ?? []) : [];
/** The recipe of an offer as though it were one of an image. */
function recipeOfOffer(recipe, offer) {
    const { id, packages, lock, requirements, native, restored, stages } = offer;
    return {
        ...recipe,
        image: { ...recipe.image, id, content: { ...recipe.image.content, packages } },
        source: { kind: 'rendered', dockerfile: stages },
        packagesArguments: offer.arguments,
        replaced: [],
        requested: [],
        lock,
        requirements,
        native,
        restored,
    };
}
/** Releases that are compiled on a platform itself: those without a wheel that the build machine does not build. */
function compiledOnTarget(platform, { native, restored }) {
    const served = new Set([...native, ...restored].filter((one) => one.serves.includes(platform.platform)).map(releaseOf));
    return platform.requirements.filter((one) => one.kind === 'compile' && !served.has(releaseOf(one)));
}
const restoredFor = (platform, restored) => restored.filter(({ serves }) => serves.includes(platform));
const releaseOf = ({ name, version }) => `${name} ${version}`;
/** Whether all platforms install the same files at the same places, so that none compiles or has its own wheels. */
function installsTheSame(locked) {
    const { requirements, native, restored } = locked;
    const lists = requirements.map((one) => JSON.stringify([one.requirements, one.links]));
    const once = [...native, ...restored].every((one) => one.serves.length === requirements.length);
    return (new Set(lists).size === 1 &&
        once &&
        requirements.every((one) => compiledOnTarget(one, locked).length === 0));
}


/***/ }),

/***/ 45126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ tagsOf),
/* harmony export */   O: () => (/* binding */ revisionTag)
/* harmony export */ });
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29033);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64021);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/** Tags of a package's image: one exact tag, and aliases that move with the newest version. */



/**
 * Tags as `py{publish target}-{version}`. A version that was written in another way than PEP 440 normalizes it to
 * (`2025.06.30`) is an alias, so that whoever looks for it finds it.
 *
 * @param moving what follows the stem of the tags of the newest version: `LATEST`.
 * @throws Failure when a tag would be longer than a registry takes.
 */
function tagsOf(publishTarget, version, moving, more, written) {
    const stem = `py${publishTarget}`;
    const exact = tag(`${stem}-${(0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOfVersion */ .ml)(version)}`);
    const asWritten = written === undefined ? undefined : writtenTag(stem, written, version);
    const aliases = [
        ...moving.map((suffix) => tag(`${stem}-${suffix}`)),
        ...(asWritten === undefined ? [] : [asWritten]),
        ...more,
    ];
    return { exact, aliases: [...new Set(aliases)].filter((alias) => alias !== exact) };
}
/** @param count from 1, of the images of that day. @throws Failure when it would be longer than a registry takes. */
const revisionTag = (exact, day, count) => tag(`${exact}-${day}${count === 1 ? '' : `.${count}`}`);
/** Undefined where it is no tag, or would be the exact tag of another version: `1-1` is 1.post1 as well as 1!1's tag. */
function writtenTag(stem, written, version) {
    const suffix = written.replace('!', '-').replace('+', '_');
    const other = (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOfTag */ .mx)(suffix);
    if (other !== undefined && (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(other, version) !== 0)
        return undefined;
    const result = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(`${stem}-${suffix}`);
    return result.ok ? result.value : undefined;
}
function tag(text) {
    const result = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(text);
    if (result.ok)
        return result.value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([{ station: 'input', about: 'package_version', message: result.message }]);
}


/***/ }),

/***/ 42004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UX: () => (/* binding */ comparePlatforms),
/* harmony export */   as: () => (/* binding */ moveAliases),
/* harmony export */   fM: () => (/* binding */ tagFailure),
/* harmony export */   mk: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var _observe_observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66104);
/* harmony import */ var _decide_aliases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10244);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64021);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50886);
/* harmony import */ var _registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40085);
/* harmony import */ var _plan_tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45126);
/* harmony import */ var _push_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85487);
/** Publishes a verified image: by digest, then the exact tag, then the aliases; and reads all back. */








/**
 * Gives the digest that the exact tag has at the end. Where another run published the same tag at the same time and
 * came last, it is that run's, and all tags follow it: they never point at different images.
 *
 * @throws Failure; `trace` knows what was published until then. Run again, it completes.
 */
async function publish(request) {
    const { client, repository, trace, verified, expected, mountFrom, lacking = [] } = request;
    const { content } = verified;
    const { image: { tags }, platforms, } = verified.recipe;
    const { index } = content;
    comparePlatforms(platforms, index, (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .taggedText */ .Ms)(repository, tags.exact));
    trace.onContent(await (0,_push_js__WEBPACK_IMPORTED_MODULE_7__/* .pushContent */ .g)(client, repository, content, { mountFrom, lacking }));
    if (expected !== undefined &&
        (await client.headManifest(repository, tags.exact))?.digest !== expected.digest) {
        throw tagFailure(repository, tags.exact, 'is another one than before, and overwrite is "false"');
    }
    await request.beforeTags();
    trace.onPush();
    await (0,_registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_5__/* .publishTag */ .q)(client, repository, index.bytes, index.mediaType, tags.exact);
    trace.onTag(tags.exact, index.digest);
    const digest = await moveAliases({ ...request, exact: tags.exact, aliases: tags.aliases });
    if (tags.revisions === true)
        await addRevision(request, tags.exact, digest);
    return digest;
}
/** More images of one day than that are somebody's mistake. */
const mostRevisions = 100;
/** Gives an image the tag of its day, `1.2.3-20261127`; the second one of a day gets `1.2.3-20261127.2`. */
async function addRevision({ client, repository, trace, day }, exact, digest) {
    const index = await client.getManifest(repository, digest);
    if (index === undefined)
        throw tagFailure(repository, exact, 'was published, but read back it is not there');
    for (let count = 1; count <= mostRevisions; count += 1) {
        const tag = (0,_plan_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .revisionTag */ .O)(exact, day, count);
        const held = await client.headManifest(repository, tag);
        if (held?.digest === digest)
            return;
        if (held !== undefined)
            continue;
        await (0,_registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_5__/* .publishTag */ .q)(client, repository, index.bytes, index.mediaType, tag);
        trace.onTag(tag, digest);
        return;
    }
}
/** More rounds than that mean that other runs keep moving the tags. */
const rounds = 5;
/** Moves the aliases to the digest of the exact tag, and reads back until all agree. Gives the digest that they agree on. */
async function moveAliases(request) {
    const { client, repository, exact, aliases, trace, version, forced } = request;
    const stayed = new Set();
    for (let round = 1; round <= rounds; round += 1) {
        const index = await client.getManifest(repository, exact);
        if (index === undefined)
            throw tagFailure(repository, exact, 'was published, but read back it is not there');
        let moved = false;
        for (const tag of aliases.filter((alias) => !stayed.has(alias))) {
            // Read right before it moves: another run may have published a newer version meanwhile.
            const now = await (0,_observe_observe_js__WEBPACK_IMPORTED_MODULE_0__/* .observeAlias */ .p6)(client, repository, tag, index.digest);
            if (now.digest === index.digest)
                continue;
            if ((0,_decide_aliases_js__WEBPACK_IMPORTED_MODULE_1__/* .isAhead */ .Y)(now, { version, forced })) {
                stayed.add(tag);
                trace.onStayed(now);
                continue;
            }
            await (0,_registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_5__/* .publishTag */ .q)(client, repository, index.bytes, index.mediaType, tag);
            trace.onTag(tag, index.digest);
            moved = true;
        }
        // Another run that publishes at the same time may have moved a tag since: the next round reads all back.
        if (moved)
            continue;
        const after = await client.headManifest(repository, exact);
        if (after?.digest === index.digest)
            return index.digest;
    }
    throw tagFailure(repository, exact, 'was published, but read back it changes all the time');
}
const tagFailure = (repository, tag, what) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([
    {
        station: 'registry',
        about: (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryText */ .g_)(repository),
        message: `${(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .taggedText */ .Ms)(repository, tag)} ${what}. Another run may push or delete the same tag: let only one run at a time (a workflow's "concurrency"), then run again.`,
    },
]);
/** @throws Failure when the index lacks a platform that was wanted. */
function comparePlatforms(wanted, index, about) {
    // One platform without attestations is a manifest, which does not name its platform.
    if (!(0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .isIndex */ .nw)(index.mediaType) && wanted.length === 1)
        return;
    const held = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .platformsOf */ .Wt)(index.bytes).map((one) => one.platform);
    const missing = wanted.filter((platform) => !held.includes(platform));
    if (missing.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([
        {
            station: 'build',
            about,
            message: `The image of ${about} was built without ${missing.join(', ')}: its index holds ${held.join(', ') || 'no platform'}. The builder cannot put all platforms into one index: name another one in the input builder.`,
        },
    ]);
}


/***/ }),

/***/ 85487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ pushContent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _registry_attach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17646);
/* harmony import */ var _registry_content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2774);
/* harmony import */ var _registry_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48110);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50886);
/* harmony import */ var _registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40085);
/** Pushes an image into a repository: blobs, manifests by digest, the index by digest. No tag moves. */






/** Requests at once: more gain little, and registries count them. */
const concurrency = 4;
/**
 * Puts an image and everything below it into a repository, in the order in which registries take it: blobs, manifests,
 * the index, then what refers to them. What the repository holds already is not sent. With a manifest it holds the blobs too, since registries take
 * none without; but an index may have lost manifests to a clean-up of untagged ones, so each is asked for.
 *
 * Nothing depends on an earlier run: cut off at any point and run again, it completes.
 *
 * @throws Failure of the registry or of the content.
 */
async function pushContent(client, repository, content, { mountFrom = [], lacking = [] } = {}) {
    const nodes = await (0,_registry_content_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestsOf */ .oF)(content);
    const held = new Set();
    await forEachConcurrently(nodes, async ({ manifest: { digest } }) => {
        if (await client.headManifest(repository, digest))
            held.add(digest);
    });
    const heldBlobs = new Set(nodes.filter(({ manifest }) => held.has(manifest.digest)).flatMap(({ blobs }) => blobs.map(digestOf)));
    for (const digest of lacking)
        heldBlobs.delete(digest);
    const amounts = { there: none, mounted: none, uploaded: none };
    const blobs = new Map(nodes.flatMap((node) => node.blobs.map((blob) => [blob.digest, blob])));
    const place = (descriptor) => client.placeBlob(repository, {
        digest: descriptor.digest,
        size: descriptor.size,
        source: () => content.blob(descriptor),
        mountFrom,
    });
    await forEachConcurrently([...blobs.values()], async (descriptor) => {
        const { digest, size } = descriptor;
        const placed = heldBlobs.has(digest) ? 'there' : await place(descriptor);
        const { blobs: count, bytes } = amounts[placed];
        amounts[placed] = { blobs: count + 1, bytes: bytes + size };
    });
    const put = async ({ manifest, blobs: ownBlobs }) => {
        const { bytes, mediaType, digest } = manifest;
        try {
            await (0,_registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_5__/* .publishTag */ .q)(client, repository, bytes, mediaType, digest);
        }
        catch (error) {
            if (!isBlobUnknown(error))
                throw error;
            // Another run uploaded the same blob at the same moment, and the registry lost sight of it.
            for (const descriptor of ownBlobs)
                await place(descriptor);
            await (0,_registry_publish_tag_js__WEBPACK_IMPORTED_MODULE_5__/* .publishTag */ .q)(client, repository, bytes, mediaType, digest);
        }
    };
    const absent = nodes.filter(({ manifest }) => !held.has(manifest.digest));
    const manifests = absent.filter(({ manifest }) => !(0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .isIndex */ .nw)(manifest.mediaType));
    // Some registries refuse what refers to a manifest that they do not have.
    for (const refers of [false, true]) {
        await forEachConcurrently(manifests.filter(({ manifest }) => ((0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .readContent */ .c_)(manifest.bytes).subject !== undefined) === refers), put);
    }
    for (const node of absent.filter(({ manifest }) => (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .isIndex */ .nw)(manifest.mediaType)))
        await put(node);
    await attachAll(client, repository, content.attached ?? []);
    return { digest: content.index.digest, ...amounts };
}
/** Of one manifest after each other: where a tag stands for the referrers API, each reads it before it writes. */
async function attachAll(client, repository, attached) {
    const subjects = new Set(attached.map(({ subject }) => subject.digest));
    await forEachConcurrently([...subjects], async (digest) => {
        for (const one of attached)
            if (one.subject.digest === digest)
                await (0,_registry_attach_js__WEBPACK_IMPORTED_MODULE_1__/* .attach */ .K0)(client, repository, one);
    });
}
const isBlobUnknown = (error) => error instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryProblem */ .Ne && error.codes.some(({ code }) => code === 'MANIFEST_BLOB_UNKNOWN');
const none = { blobs: 0, bytes: 0 };
const digestOf = ({ digest }) => digest;
/** After a failure no item is begun, and those that were begun are waited for: p-map would not wait for them. */
async function forEachConcurrently(items, work) {
    const queue = items.values();
    const errors = [];
    const worker = async () => {
        for (const item of queue) {
            if (errors.length > 0)
                return;
            await work(item).catch((error) => errors.push(error));
        }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    // What failed first is what is wrong; the others mostly say the same. An interruption goes before all.
    if (errors.length > 0)
        throw errors.find((error) => !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)) ?? errors[0];
}


/***/ }),

/***/ 17646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ empty),
/* harmony export */   K0: () => (/* binding */ attach),
/* harmony export */   p$: () => (/* binding */ emptyDescriptor)
/* harmony export */ });
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73658);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50886);
/* harmony import */ var _publish_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40085);



/** The blob of an artifact without content (image specification, "Guidance for an Empty Descriptor"). */
const empty = new Uint8Array(Buffer.from('{}'));
const emptyDescriptor = {
    mediaType: 'application/vnd.oci.empty.v1+json',
    digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(empty),
    size: empty.length,
};
/**
 * Attaches annotations or a document to a manifest, which must be there already; `RegistryClient.referrers` finds them.
 * Where a registry lacks the referrers API, they are added to the tag in its place. No other tag moves. What is there
 * already is not sent again.
 *
 * @throws RegistryProblem.
 */
async function attach(client, repository, { subject, artifactType, annotations, content }) {
    const layer = content === undefined
        ? emptyDescriptor
        : { mediaType: artifactType, digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(content), size: content.length };
    const bytes = jsonOf({
        schemaVersion: 2,
        mediaType: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociManifest,
        artifactType,
        config: emptyDescriptor,
        layers: [layer],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.bytes.length },
        annotations,
    });
    const digest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes);
    if ((await client.headManifest(repository, digest)) === undefined) {
        for (const blob of content === undefined ? [empty] : [empty, content])
            await client.uploadBlob(repository, { kind: 'bytes', bytes: blob });
        await (0,_publish_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .publishTag */ .q)(client, repository, bytes, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociManifest, digest);
    }
    const listed = await client.referrers(repository, subject.digest);
    if (listed.some((referrer) => referrer.digest === digest))
        return digest;
    const descriptor = {
        mediaType: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociManifest,
        digest,
        size: bytes.length,
        artifactType,
        annotations,
    };
    await addToTag(client, repository, subject.digest, descriptor);
    return digest;
}
async function addToTag(client, repository, subject, descriptor) {
    const tag = (0,_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .referrersTag */ .LN)(subject);
    const existing = await client.getManifest(repository, tag);
    const manifests = existing === undefined ? [] : ((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)(existing.bytes).manifests ?? []);
    const bytes = jsonOf({
        schemaVersion: 2,
        mediaType: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociIndex,
        manifests: [...manifests, descriptor],
    });
    await (0,_publish_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .publishTag */ .q)(client, repository, bytes, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaTypes */ .Ib.ociIndex, tag);
}
const jsonOf = (value) => new Uint8Array(Buffer.from(JSON.stringify(value)));


/***/ }),

/***/ 2774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   M5: () => (/* binding */ blobChunks),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   XI: () => (/* binding */ smallBlob),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   oF: () => (/* binding */ manifestsOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64021);
/* harmony import */ var _file_part_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4591);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50886);






const smallBlob = 1 << 20;
/** The bytes of a blob as they come; a temporary file is removed after them. @throws Failure as `blob`. */
async function* blobChunks(content, descriptor) {
    const source = await content.blob(descriptor);
    if (source.kind === 'bytes') {
        yield source.bytes;
        return;
    }
    try {
        yield* (0,_file_part_js__WEBPACK_IMPORTED_MODULE_4__/* .chunksOf */ .U)(source.part, () => { });
    }
    finally {
        await source.discard?.();
    }
}
/** A small blob, such as a configuration. @throws Failure as `blob`. */
async function readBlob(content, descriptor) {
    const chunks = [];
    for await (const chunk of blobChunks(content, descriptor))
        chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
}
/**
 * All manifests of an image, attestations too: each once, and before the index that names it, as registries require.
 *
 * @throws Failure where one is missing or cannot be read.
 */
async function manifestsOf(content) {
    const nodes = new Map();
    const visit = async (manifest) => {
        const { blobs, manifests } = descriptorsOf(manifest);
        for (const { digest, mediaType } of manifests) {
            if (!nodes.has(digest))
                await visit({ ...(await content.manifest(digest)), mediaType });
        }
        nodes.set(manifest.digest, { manifest, blobs });
    };
    await visit(content.index);
    return [...nodes.values()];
}
function descriptorsOf({ digest, bytes }) {
    try {
        const { config, layers = [], manifests = [] } = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .readContent */ .c_)(bytes);
        const blobs = [...(config ? [config] : []), ...layers];
        for (const descriptor of [...blobs, ...manifests]) {
            const digest = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDigest */ .m)(descriptor.digest);
            if (!digest.ok)
                throw new SyntaxError(digest.message);
        }
        return { blobs, manifests };
    }
    catch (error) {
        if (!(error instanceof SyntaxError || error instanceof TypeError))
            throw error;
        const message = `The manifest ${digest} cannot be read, so that its image cannot be pushed: ${error.message}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([{ station: 'registry', about: digest, message }]);
    }
}
/**
 * The content of an image in a repository. A layer is saved to a temporary file before it is sent, since an upload that
 * breaks off must be sent again from its start.
 */
function contentOf(reader, repository, index, files) {
    return {
        index,
        async manifest(digest) {
            const manifest = await reader.getManifest(repository, digest);
            if (manifest === undefined)
                throw missing(repository, index.digest, digest);
            return manifest;
        },
        blob: blobsOf(reader, repository, index.digest, files),
    };
}
/** As `contentOf`, for the blobs of an image alone. */
function blobsOf(reader, repository, image, files) {
    let folder;
    return async ({ digest, size }) => {
        if (size <= smallBlob) {
            const bytes = await reader.getBlob(repository, digest);
            if (bytes === undefined)
                throw missing(repository, image, digest);
            return { kind: 'bytes', bytes: new Uint8Array(bytes) };
        }
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (folder ??= files.temporary('layers')), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
        const discard = () => files.remove(path);
        if (!(await reader.saveBlob(repository, digest, path))) {
            await discard();
            throw missing(repository, image, digest);
        }
        return { kind: 'file', digest, part: { path, offset: 0, size }, discard };
    };
}
function missing(repository, image, digest) {
    const message = `${(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryText */ .g_)(repository)} does not hold ${digest}, which its image ${image} needs. Push that image anew, or take another one.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([{ station: 'registry', about: (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryText */ .g_)(repository), message }]);
}


/***/ }),

/***/ 40085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ publishTag)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50886);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48621);


/**
 * Puts a manifest under a tag, or under its own digest. After a lost answer it reads the tag back, and puts the manifest
 * again only where the tag does not point at it.
 *
 * @throws RegistryProblem.
 */
async function publishTag(client, repository, bytes, mediaType, tag) {
    const digest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes);
    return (0,_retries_js__WEBPACK_IMPORTED_MODULE_1__/* .withPutRetries */ .ag)(client.world.clock, client.options.budget, async (attempt) => {
        if (attempt > 1) {
            const current = await client.headManifest(repository, tag);
            if (current?.digest === digest)
                return digest;
        }
        return client.putManifest(repository, tag, { bytes, mediaType });
    });
}


/***/ }),

/***/ 96590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cut),
/* harmony export */   o: () => (/* binding */ joined)
/* harmony export */ });
/** Markdown that must not be longer than so many bytes: what a reader loses least by is left out first, and counted. */
/** Parts, whole, with an empty line between them. */
const joined = (parts) => `${parts.map(({ text }) => text).join('\n\n')}\n`;
/**
 * The same in no more than `most` bytes, if what always stays leaves room for it.
 *
 * @param note a paragraph on what was left out (`1 chart, 380 of 400 checks`), which stands behind the first two parts.
 */
function cut(parts, most, note) {
    if (bytes(joined(parts)) <= most)
        return joined(parts);
    const open = parts.map(openPart);
    // No note is longer than the one that counts all of everything, of all.
    let room = most - bytes(joined([...parts, { text: note(leftText(open, ({ lines }) => lines.length, 'of all')) }]));
    const order = open
        .flatMap((part, at) => part.lines.map((line, index) => ({ part, at, index, rank: rankOf(part, line) })))
        .toSorted((one, other) => one.rank - other.rank || other.at - one.at || other.index - one.index);
    for (const { part, index } of order) {
        if (room >= 0)
            break;
        room += leave(part, index);
    }
    const shown = open.filter(({ lines, gone }) => lines.length === 0 || gone.size < lines.length).map(textOf);
    const said = note(leftText(open, ({ gone }) => gone.size));
    return joined([...shown.slice(0, 2), said, ...shown.slice(2)].map((text) => ({ text })));
}
const bytes = (text) => Buffer.byteLength(text);
function openPart(part) {
    const all = part.text.split('\n');
    const [from, to] = rangeOf(part, all);
    const lines = part.loss !== undefined && part.loss.lines === undefined ? [part.text] : all.slice(from, to);
    return { ...part, head: all.slice(0, from), lines, tail: all.slice(to), gone: new Set() };
}
const firstLine = {
    table: /^\| /,
    list: /^- /,
    code: /^`{3,}/,
};
/** Where the lines begin that can go, and where they end. */
function rangeOf({ loss }, all) {
    if (loss?.lines === undefined)
        return [all.length, all.length];
    const isLine = (line) => firstLine[loss.lines].test(line);
    const first = all.findIndex(isLine);
    // A block of code has a fence before and behind it, a table two lines of head.
    if (loss.lines === 'code')
        return [first + 1, all.length - 1];
    return [first + (loss.lines === 'table' ? 2 : 0), all.findLastIndex(isLine) + 1];
}
const rankOf = ({ loss }, line) => loss?.later?.is(line) === true ? loss.later.rank : (loss?.rank ?? 0);
/** Gives the bytes that this saves. */
function leave({ text, lines, gone }, index) {
    gone.add(index);
    if (gone.size < lines.length)
        return bytes(lines[index]) + 1;
    const others = lines.reduce((sum, line, at) => (at === index ? sum : sum + bytes(line) + 1), 0);
    // With the empty line behind it.
    return bytes(text) - others + 2;
}
const textOf = ({ text, head, lines, tail, gone }) => gone.size === 0 ? text : [...head, ...lines.filter((_, index) => !gone.has(index)), ...tail].join('\n');
/** `1 chart, 380 of 400 checks`: what several parts have of one kind is counted together. */
function leftText(parts, count, always) {
    const kinds = new Map();
    for (const part of parts) {
        if (part.loss === undefined)
            continue;
        const [one, many] = part.loss.what;
        const before = kinds.get(many) ?? { left: 0, all: 0, one };
        kinds.set(many, { left: before.left + count(part), all: before.all + part.lines.length, one });
    }
    return [...kinds]
        .filter(([, { left }]) => left > 0)
        .map(([many, { left, all, one }]) => {
        const whole = `${all} ${all === 1 ? one : many}`;
        return left < all || always !== undefined ? `${left} of ${whole}` : whole;
    })
        .join(', ');
}


/***/ }),

/***/ 78201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   ay: () => (/* binding */ timed),
/* harmony export */   bn: () => (/* binding */ allOf),
/* harmony export */   g1: () => (/* binding */ lastOf)
/* harmony export */ });
const allOf = (events, is) => events.filter((event) => event.is === is);
const lastOf = (events, is) => allOf(events, is).at(-1);
/** A journal for a whole run, and all that was written into it. */
function openJournal(clock) {
    const events = [];
    const of = (image) => ({
        add: (happening) => void events.push({ at: clock.now(), ...(image === undefined ? {} : { image }), ...happening }),
    });
    return { of, events };
}
/** Does a piece of work and writes down how long it took, also where it fails. */
async function timed({ journal, clock }, section, name, work) {
    const start = clock.now();
    try {
        return await work();
    }
    finally {
        const seconds = (clock.now() - start) / 1000;
        journal.add({ is: 'span', span: { section, name, start, seconds } });
    }
}


/***/ }),

/***/ 65259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pt: () => (/* binding */ icons),
  j$: () => (/* binding */ mostBytes),
  KK: () => (/* binding */ problemsMarkdown),
  eH: () => (/* binding */ summaryMarkdown)
});

// EXTERNAL MODULE: ./lib/report/advisories.js
var advisories = __webpack_require__(96099);
// EXTERNAL MODULE: ./lib/report/advisory-words.js
var advisory_words = __webpack_require__(15287);
// EXTERNAL MODULE: ./lib/report/cut.js
var cut = __webpack_require__(96590);
// EXTERNAL MODULE: ./lib/report/difference.js
var report_difference = __webpack_require__(65383);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(72527);
// EXTERNAL MODULE: ./lib/report/timeline.js
var report_timeline = __webpack_require__(51451);
;// CONCATENATED MODULE: ./lib/report/gantt.js
/** The timeline as a Mermaid Gantt chart, which GitHub draws in a job summary. */


/** Words that Mermaid takes for a statement where a row begins. */
const statements = /^(?:gantt|title|section|click|call|href|date|axis|tick|incl|excl|today|top|week|acc|display|---|\d{4}-)/i;
const entity = (character) => `#${character.codePointAt(0)};`;
/** A row's name: what would end it or start something else is written as Mermaid's entity (`#58;` is a colon). */
function nameText(name) {
    const line = (0,report_escape/* oneLine */.TN)(name) || 'step';
    const cut = line.length > 60 ? `${line.slice(0, 59)}…` : line;
    const safe = cut.replaceAll(/[:;#%{}<>"'`\\&|]/g, entity);
    return statements.test(cut) && !safe.startsWith('#') ? entity(safe[0]) + safe.slice(1) : safe;
}
const rowText = (row) => `  ${nameText(row.label)} :${row.cached ? 'done, ' : ''}${row.start}, ${row.length}ms`;
/** The chart's source, without its fence; undefined when there is nothing to draw. Times count from the first span. */
function ganttText(timeline) {
    const rows = (0,report_timeline/* timelineRows */.LY)(timeline);
    if (rows.length === 0)
        return undefined;
    const drawn = report_timeline/* sections */.V0.flatMap((section) => {
        const own = rows.filter((row) => row.section === section);
        return own.length === 0 ? [] : [`  section ${section}`, ...own.map(rowText)];
    });
    return ['gantt', '  dateFormat x', '  axisFormat %M:%S', ...drawn].join('\n');
}

// EXTERNAL MODULE: ./lib/report/platforms.js
var platforms = __webpack_require__(53570);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./lib/report/check-words.js
var check_words = __webpack_require__(52382);
// EXTERNAL MODULE: ./lib/report/notes.js
var notes = __webpack_require__(43731);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
;// CONCATENATED MODULE: ./lib/report/summary.js











const none = '–';
const marks = ['✅', '❌', '⚠️'];
const icons = {
    published: '✅',
    pushed: '✅',
    built: '✅',
    planned: '📝',
    kept: '💤',
    signed: '✍️',
    retagged: '🏷️',
    failed: '❌',
    blocked: '⛔',
    skipped: '➖',
};
/** GitHub drops a step's summary that is longer than this. */
const mostBytes = 1024 * 1024;
/** Markdown for `GITHUB_STEP_SUMMARY`. Text of users and other programs is escaped: it is shown, never obeyed. */
function summaryMarkdown(report, limit) {
    const parts = [
        { text: `## ${icons[report.outcome]} ${(0,words/* headline */.Pl)(report)} ${(0,report_escape/* code */.aY)((0,words/* imageText */.f1)(report))}` },
        { text: `**${(0,words/* whyText */.ss)(report)}** ${(0,report_escape/* markdown */.wD)(report.reason)}` },
        { text: facts(report) },
        part(destinationTable(report), { rank: 5, what: ['repository', 'repositories'], lines: 'table' }),
        ...report.problems.flatMap(problemParts),
        ...(report.missing ?? []).flatMap((one) => missingParts(report, one)),
        part(warningList(report), { rank: 8, what: ['warning', 'warnings'], lines: 'list' }),
        ...adviceTables(report),
        part(differenceTable(report), { rank: 6, what: ['difference', 'differences'], lines: 'table' }),
        part(platformTable(report), { rank: 6, what: ['platform', 'platforms'], lines: 'table' }),
        part(pullLines(report), { rank: 3, what: ['tag', 'tags'], lines: 'code' }),
        part(exportTable(report), { rank: 2, what: ['exported file', 'exported files'], lines: 'table' }),
        part(compiledTable(report), { rank: 2, what: ['compiled package', 'compiled packages'], lines: 'table' }),
        part(checkTable(report), {
            rank: 1,
            what: ['check', 'checks'],
            lines: 'table',
            later: { rank: 8, is: (line) => !line.includes(`| ${marks[0]} `) },
        }),
        part(chart(report), { rank: 0, what: ['chart', 'charts'] }),
        part(list((0,notes/* notesOf */.h)(report)), { rank: 4, what: ['note', 'notes'], lines: 'list' }),
    ];
    const there = parts.filter((one) => one !== undefined);
    if (limit === undefined)
        return (0,cut/* joined */.o)(there);
    const file = limit.file === undefined ? '' : ` and in ${(0,report_escape/* code */.aY)(limit.file)}`;
    return (0,cut/* cut */.J)(there, limit.most, (left) => `**Left out**, for GitHub takes no longer summary: ${left}. The whole is in the output \`metadata\`${file}.`);
}
const part = (text, loss) => text === undefined ? undefined : { text, loss };
function facts(report) {
    const base = (0,report_escape/* code */.aY)(report.base.reference);
    const digest = report.base.digest === undefined ? '' : ` at ${(0,report_escape/* code */.aY)((0,units/* shortDigest */.VK)(report.base.digest))}`;
    const from = report.base.reference === '' ? '' : `, from ${base}${digest}`;
    const lock = report.lock === undefined ? '' : `; requirements ${words/* lockText */.li[report.lock]}`;
    const lines = [
        `${(0,report_escape/* markdown */.wD)((0,words/* subjectText */.yq)(report.subject))}${from}${lock}.`,
        ...(report.digest === undefined ? [] : [`Digest: ${(0,report_escape/* code */.aY)(report.digest)}`]),
        ...(report.output === undefined ? [] : [`OCI layout: ${(0,report_escape/* code */.aY)(report.output)}`]),
    ];
    return lines.join('<br>\n');
}
/** Problems of a run, as in the summary of an image. */
const problemsMarkdown = (problems) => problems.flatMap(problemParts).map(({ text }) => text);
/** What is wrong and the way out, with the lines of the other program that matter. */
function problemParts(problem) {
    const message = (0,report_escape/* plain */.pj)(problem.message).split('\n').map(report_escape/* markdown */.wD).join('<br>\n');
    const loss = { rank: 9, what: ['problem', 'problems'] };
    const { detail = [], file } = problem;
    return [
        { text: `### ❌ ${(0,report_escape/* markdown */.wD)((0,words/* problemTitle */.yz)(problem))}\n\n${message}`, loss },
        ...(detail.length === 0
            ? []
            : [
                {
                    text: (0,report_escape/* fenced */.OF)(detail, 'text'),
                    loss: { rank: 7, what: ['line of output', 'lines of output'], lines: 'code' },
                },
            ]),
        ...(file === undefined
            ? []
            : [
                {
                    text: `The whole output is in ${(0,report_escape/* code */.aY)(file)}.`,
                    loss: { rank: 9, what: ['file of output', 'files of output'] },
                },
            ]),
    ];
}
function missingParts(report, missing) {
    const detail = (0,words/* missingDetail */.SX)(missing);
    const title = `### ⚠️ Without ${missing.platform}`;
    return [
        {
            text: `${title}\n\n${(0,report_escape/* markdown */.wD)((0,words/* missingText */.qq)(report, missing))}`,
            loss: { rank: 9, what: ['missing platform', 'missing platforms'] },
        },
        ...(detail.length === 0
            ? []
            : [
                {
                    text: (0,report_escape/* fenced */.OF)(detail, 'text'),
                    loss: { rank: 7, what: ['line of output', 'lines of output'], lines: 'code' },
                },
            ]),
    ];
}
/** What is new and what is gone first: the rest was there before. */
function adviceTables({ advice, outcome, platforms }) {
    if (advice === undefined)
        return [];
    const { isCompared, added, gone, others } = (0,advisories/* adviceParts */.dW)(advice);
    const loss = { rank: 6, what: ['advisory', 'advisories'], lines: 'table' };
    const rowsOf = (findings) => findings.map((one) => [
        `[${(0,report_escape/* markdown */.wD)((0,advisory_words/* namesText */.cb)(one))}](https://osv.dev/vulnerability/${one.id})`,
        (0,report_escape/* markdown */.wD)((0,advisory_words/* ratingText */.l$)(one)),
        (0,report_escape/* code */.aY)((0,advisory_words/* findingRelease */.$K)(one)),
        (0,report_escape/* markdown */.wD)([(0,advisory_words/* ownerText */.dP)(one), (0,advisory_words/* platformsText */.Ci)(one, platforms.length)].filter(Boolean).join('; ')),
        (0,report_escape/* markdown */.wD)((0,advisory_words/* mendText */.kK)(one)),
    ]);
    const head = ['Advisory', 'Severity', 'In', 'Whose', 'What mends it'];
    const list = (title, findings) => part(findings.length === 0 ? undefined : `${title}\n\n${(0,report_escape/* table */.tp)(head, rowsOf(findings))}`, loss);
    const folded = others.length === 0
        ? undefined
        : `<details${isCompared ? '' : ' open'}><summary>${isCompared ? 'As before' : 'Advisories'}: ${(0,units/* counted */.hS)(others.length, 'advisory', 'advisories')}</summary>\n\n${(0,report_escape/* table */.tp)(head, rowsOf(others))}\n\n</details>`;
    const unknown = advice.unknown === undefined ? undefined : `⚠️ ${(0,report_escape/* markdown */.wD)((0,advisories/* unknownText */.qL)(advice, outcome === 'planned'))}`;
    const none = advice.findings.length === 0 && advice.unknown === undefined ? 'No advisory is known.' : undefined;
    const title = ['### Advisories', unknown ?? none].filter((one) => one !== undefined).join('\n\n');
    return [
        { text: title, loss: { rank: 8, what: ['heading', 'headings'] } },
        list('**New since the image before**', added),
        list('**Gone since the image before**', gone),
        part(folded, loss),
    ];
}
/** What would change of what is published. */
function differenceTable(report) {
    const { destinations } = report;
    const rows = destinations.flatMap(({ repository, difference }) => difference === undefined
        ? []
        : (0,report_difference/* differenceRows */.l)(difference).map(([about, change]) => [
            ...(destinations.length > 1 ? [(0,report_escape/* code */.aY)(repository)] : []),
            about,
            (0,report_escape/* markdown */.wD)(change),
        ]));
    const head = [...(destinations.length > 1 ? ['repository'] : []), (0,report_difference/* against */.A)(report), 'change'];
    return rows.length === 0 ? undefined : (0,report_escape/* table */.tp)(head, rows);
}
/** Where the image goes to one repository, the headline says it all. */
function destinationTable(report) {
    if (report.destinations.length < 2)
        return undefined;
    const rows = report.destinations.map((one) => [
        (0,report_escape/* code */.aY)(one.repository),
        (0,words/* doneText */.ks)(report, one) ?? none,
        one.reason === undefined ? none : (0,report_escape/* markdown */.wD)(one.reason),
        one.digest === undefined ? none : (0,report_escape/* code */.aY)((0,units/* shortDigest */.VK)(one.digest)),
        one.moved.length === 0 ? none : one.moved.map(report_escape/* code */.aY).join(' '),
    ]);
    return (0,report_escape/* table */.tp)(['Repository', 'Done', 'Why', 'Digest', 'Tags moved'], rows);
}
/** What publishes all the same is still worth a look, and stands where it is seen. */
function warningList(report) {
    const warnings = (0,check_words/* warningsOf */.nZ)(report);
    return warnings.length === 0
        ? undefined
        : `### ⚠️ Warnings of the checks\n\n${warnings.map((warning) => `- ${(0,report_escape/* markdown */.wD)((0,check_words/* warningText */.i4)(warning))}`).join('\n')}`;
}
const columns = ['Platform', 'Digest', 'Size', 'Over base', 'Wheels', 'Compiled', 'Checks', 'Time'];
const right = ['Size', 'Over base', 'Wheels', 'Compiled', 'Time'];
function platformTable(report) {
    const rows = (0,platforms/* platformRows */.R)(report, marks);
    if (rows.length === 0)
        return undefined;
    const shown = (0,platforms/* filledColumns */.k)(rows, columns);
    const cell = (row, column) => {
        const text = row[column];
        if (text === undefined)
            return none;
        return column === 'Digest' ? (0,report_escape/* code */.aY)(text) : column === 'Checks' ? (0,report_escape/* markdown */.wD)(text) : text;
    };
    return (0,report_escape/* table */.tp)(shown, rows.map((row) => shown.map((column) => cell(row, column))), right);
}
function pullLines(report) {
    const images = (0,words/* pullable */.Iw)(report);
    if (images.length === 0)
        return undefined;
    return `### Tags\n\n${(0,report_escape/* fenced */.OF)(images.map((image) => `docker pull ${image}`), 'shell')}`;
}
function compiledTable(report) {
    if (report.compiled.length === 0)
        return undefined;
    const rows = report.compiled.map((one) => [
        (0,report_escape/* code */.aY)(`${one.name}==${one.version}`),
        one.platform,
        (0,report_escape/* markdown */.wD)(one.because),
        (0,words/* wayText */.xt)(one, report.outcome),
        one.seconds === undefined ? none : (0,units/* secondsText */.Hd)(one.seconds),
        one.size === undefined ? none : (0,units/* bytesText */.pV)(one.size),
    ]);
    const columns = ['Package', 'Platform', 'Why', 'How', 'Time', 'Size'];
    return `### Compiled\n\n${(0,report_escape/* table */.tp)(columns, rows, ['Time', 'Size'])}`;
}
function exportTable({ exports }) {
    if (exports === undefined)
        return undefined;
    const rows = exports.files.map(({ platform, path, size }) => [(0,report_escape/* code */.aY)(path), platform, (0,units/* bytesText */.pV)(size)]);
    return `### Files in ${(0,report_escape/* code */.aY)(exports.folder)}\n\n${(0,report_escape/* table */.tp)(['File', 'Platform', 'Size'], rows, ['Size'])}`;
}
/** Every check of every platform, folded away: the table above says whether there is something to look for. */
function checkTable(report) {
    const rows = report.platforms.flatMap((platform) => platform.checks.map((check) => [
        platform.platform,
        `${(0,check_words/* checkMark */.kQ)(check, marks)} ${(0,report_escape/* markdown */.wD)(check.name)}`,
        (0,report_escape/* markdown */.wD)((0,check_words/* checkText */.qW)(check)),
        (0,units/* secondsText */.Hd)(check.seconds),
    ]));
    if (rows.length === 0)
        return undefined;
    const wrong = rows.some(([, name]) => !name.startsWith(marks[0]));
    return `<details${wrong ? ' open' : ''}><summary>Checks</summary>\n\n${(0,report_escape/* table */.tp)(['Platform', 'Check', 'Result', 'Time'], rows, ['Time'])}\n\n</details>`;
}
function chart(report) {
    const source = ganttText(report.timeline);
    return source === undefined
        ? undefined
        : `### Where the time went\n\n${(0,report_escape/* fenced */.OF)(source.split('\n'), 'mermaid')}`;
}
const list = (notes) => notes.length === 0 ? undefined : `### Notes\n\n${notes.map((note) => `- ${(0,report_escape/* markdown */.wD)(note)}`).join('\n')}`;


/***/ }),

/***/ 99891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ openBuilder)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64222);
/* harmony import */ var _build_builder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87159);
/* harmony import */ var _build_buildx_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44258);
/* harmony import */ var _build_engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74776);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _report_journal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78201);
/** Opens the engine and its builder. Only a build does so: a run that changes nothing starts neither. */






/** @throws Failure when there is no engine, or no builder that will do. */
const openBuilder = (world, journal, settings) => (0,_report_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .timed */ .ay)({ journal, clock: world.clock }, 'plan', 'open the builder', async () => {
    const { env, registries, beforeCreate, builder: wanted } = settings;
    const [engine] = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .kg)([(0,_build_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .readEngine */ .Rz)(world, env), (0,_build_buildx_js__WEBPACK_IMPORTED_MODULE_1__/* .requireBuildx */ .En)(world, env)]);
    const builder = await (0,_build_builder_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseBuilder */ .Z7)(world, {
        engine,
        env,
        registries,
        name: settings.name ?? (0,_build_builder_js__WEBPACK_IMPORTED_MODULE_0__/* .builderName */ .b8)(world),
        beforeCreate,
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_5__/* .defined */ .s)({ wanted }),
    });
    journal.add({ is: 'builder', platform: builder.platform, ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_5__/* .defined */ .s)({ nodes: builder.nodes }) });
    world.log.info(`builder  ${builder.buildx.builder ?? 'the current one'} (${builder.driver}): ${builder.because}`);
    return builder;
});


/***/ })

};
