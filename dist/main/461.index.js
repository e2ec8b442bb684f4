export const id = 461;
export const ids = [461];
export const modules = {

/***/ 7159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z7: () => (/* binding */ chooseBuilder),
/* harmony export */   b8: () => (/* binding */ builderName),
/* harmony export */   iq: () => (/* binding */ removeBuilder)
/* harmony export */ });
/* unused harmony export buildkitConfig */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _names_tool_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7709);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9885);
/* harmony import */ var _registry_hosts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8040);
/* harmony import */ var _buildx_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4258);
/** Chooses the builder: the current one where it can make an index of several platforms, else one that is made here. */






/**
 * A name for a builder of this run's own. The steps of one job share it, so that the second finds the first's cache; two
 * jobs, or two runs on a laptop, do not: the first to end removes its own.
 */
function builderName(env) {
    const job = env['RUNNER_TRACKING_ID'] ?? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    return `python-image-builder-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(job).digest('hex').slice(0, 12)}`;
}
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
    const able = driver !== 'docker' || engine.makesIndexes;
    if (able) {
        const buildx = wanted === undefined ? { env } : { env, builder: wanted };
        const because = wanted === undefined ? 'the current builder can make an index' : 'asked for';
        return { buildx, driver, platform: current?.platform ?? engine.platform, because };
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
/** Removes a builder that was made here, with its cache. A failure is only worth a word: the work is done. */
async function removeBuilder(world, env, name) {
    // One that was interrupted while it was made may not be there.
    if ((await inspect(world, env, name, true)) === undefined)
        return;
    const ran = await world.run((0,_buildx_js__WEBPACK_IMPORTED_MODULE_5__/* .buildxCommand */ .I0)({ env }, ['rm', '--force', name]), { cleanup: true });
    if (ran.code !== 0)
        world.log.warn(`The builder "${name}" could not be removed: ${ran.stderr.trim()}`);
}
async function makeBuilder(world, request, because) {
    const { engine, env, name } = request;
    const buildx = { env, builder: name };
    const made = { buildx, driver: 'docker-container', platform: engine.platform, because };
    // Another step of the same job may have made it: that step removes it.
    if ((await inspect(world, env, name)) !== undefined)
        return made;
    const folder = await world.files.temporary('builder');
    const config = `${folder}/buildkitd.toml`;
    await world.files.write(config, buildkitConfig(engine, request.registries));
    const network = [...engine.mirrors, ...engine.insecure, ...request.registries].map(hostOf).some(_registry_hosts_js__WEBPACK_IMPORTED_MODULE_4__/* .isLoopback */ .U);
    await request.onMake(name);
    const ran = await world.run((0,_buildx_js__WEBPACK_IMPORTED_MODULE_5__/* .buildxCommand */ .I0)({ env }, [
        'create',
        `--name=${name}`,
        '--driver=docker-container',
        ...(network ? ['--driver-opt=network=host'] : []),
        `--config=${config}`,
        '--bootstrap',
    ]), { onLine: (line) => world.log.progress(line) });
    if (ran.code === 0)
        return made;
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
/** The folder that buildx keeps its builders in, where it cannot be written: the system's words, as Go repeats them. */
function unwritableOf(stderr) {
    const said = /ERROR: (?:mkdir|open|create|chmod|rename) (\/[^:\n]*): ([^\n]+)/.exec(stderr);
    if (said === null)
        return undefined;
    const message = `"${said[1]}" could not be written by buildx, which keeps its builders there: ${said[2]}. BUILDX_CONFIG names another folder.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([{ station: 'machine', about: 'builder', message }]);
}
/** The first Docker that has the image store that can hold an index. */
const oldestWithStore = '24.0.0';
/** How Docker's own builder comes to make an index. */
const imageStore = ({ version }) => version !== undefined && (0,_names_tool_version_js__WEBPACK_IMPORTED_MODULE_2__/* .isOlderTool */ .b)(version, oldestWithStore)
    ? `Or update Docker, which is ${version}: ${oldestWithStore} and newer have the containerd image store`
    : "Or switch on Docker's containerd image store";
/** A builder of its own knows nothing of the engine's mirrors: it is told, so that it pulls what the engine would. */
function buildkitConfig(engine, registries) {
    const plain = new Set([
        ...engine.insecure.filter((host) => !host.includes('/')),
        ...registries.map(hostOf).filter(_registry_hosts_js__WEBPACK_IMPORTED_MODULE_4__/* .isLoopback */ .U),
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
/** What buildx says of a builder (the current one without a name); undefined where there is none. */
async function inspect(world, env, name, cleanup = false) {
    const args = ['inspect', ...(name === undefined ? [] : [name])];
    const ran = await world.run((0,_buildx_js__WEBPACK_IMPORTED_MODULE_5__/* .buildxCommand */ .I0)({ env }, args), { cleanup });
    const driver = ran.code === 0 ? /^Driver:\s*(\S+)/m.exec(ran.stdout)?.[1] : undefined;
    if (driver === undefined)
        return undefined;
    const first = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePlatform */ .FL)(/^Platforms:\s*([\w/]+)/m.exec(ran.stdout)?.[1] ?? '');
    return first.ok ? { driver, platform: first.value } : { driver };
}


/***/ }),

/***/ 496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  build: () => (/* binding */ build_build)
});

// EXTERNAL MODULE: ./lib/names/platform.js
var names_platform = __webpack_require__(9885);
// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(4021);
;// CONCATENATED MODULE: ./lib/dockerfile/arguments.js
function seedArguments(cell, maintainer) {
    return {
        python_version: cell.python.text,
        publish_target: cell.base.publishTarget,
        build_target: cell.base.buildTarget,
        package: cell.package.text,
        package_version: cell.version.text,
        maintainer,
    };
}

;// CONCATENATED MODULE: ./lib/dockerfile/render.js
/** Renders the Dockerfile of `dockerfiles/`: the same text, without the sections that have nothing to do. */

/**
 * Keeps the lines of a section when its condition holds. Sections nest.
 *
 * @param template text of `dockerfiles/Dockerfile`.
 * @throws Error when the template has an unknown or unclosed section: a mistake in this repository, not a user's.
 */
function renderDockerfile(template, sections) {
    const lines = [];
    /** One entry for each open section: whether its lines are kept. */
    const open = [];
    for (const line of template.split('\n')) {
        const directive = /^#: (.*)$/.exec(line)?.[1];
        if (directive === undefined) {
            if (open.every(Boolean))
                lines.push(line);
        }
        else if (directive === 'end') {
            if (open.pop() === undefined)
                throw new Error('dockerfiles/Dockerfile: "#: end" without a beginning');
        }
        else {
            const kept = open.every(Boolean);
            const section = sectionOf(directive, sections);
            open.push(section === true);
            if (kept && typeof section !== 'boolean')
                lines.push(...section);
        }
    }
    if (open.length > 0)
        throw new Error('dockerfiles/Dockerfile: a section is not closed');
    const [, ...withoutUsage] = splitUsage(lines.join('\n'));
    return `${withoutUsage
        .join('')
        .replace(/\n{3,}/g, '\n\n')
        .trim()}\n`;
}
/** Whether a user is `uid` or `uid:gid`: it need not be in the image's list of users. */
const isNumeric = (user) => /^\d+(?::\d+)?$/.test(user);
/** Whether a section stays, or the lines that stand in its place. */
function sectionOf(directive, sections) {
    switch (directive) {
        case 'when native':
            return sections.native;
        case 'when built':
            return sections.native || sections.compile.length > 0;
        case 'when compile':
            return sections.compile.length > 0;
        case 'when emulated':
            return sections.emulated;
        case 'when different':
            return sections.different;
        case 'when replaced':
            return sections.replaced;
        case 'when runtime_packages':
            return sections.runtimePackages;
        case 'when build_constraints':
            return sections.buildConstraints;
        case 'when user':
            return sections.user !== undefined && !isNumeric(sections.user);
        case 'platforms': {
            const last = sections.emulated ? 'compile' : 'cross';
            return sections.platforms.map((platform) => `FROM ${sections.compile.includes(platform) ? last : 'scratch'} AS compiled-${(0,names_platform/* keyOf */.TN)(platform)}`);
        }
        case 'config':
            return [
                ...(sections.user === undefined ? [] : [`USER ${sections.user}`]),
                ...(sections.command === undefined ? [] : [`CMD ${JSON.stringify(sections.command)}`]),
            ];
        default:
            throw new Error(`dockerfiles/Dockerfile: unknown section "${directive}"`);
    }
}
/** The head comment tells how to use the file by hand; a rendered one says what it is instead. */
function splitUsage(text) {
    const end = text.indexOf('\n\n');
    return [text.slice(0, end), '# Rendered by Python Image Builder.\n', text.slice(end)];
}

// EXTERNAL MODULE: ./lib/names/package-name.js
var package_name = __webpack_require__(8066);
// EXTERNAL MODULE: ./lib/canonical.js
var canonical = __webpack_require__(9333);
;// CONCATENATED MODULE: ./lib/sources/requirement-lines.js
/** The package at its version, and what the user wants besides (PEP 508). */
const requirementLines = (cell, inputs) => [
    `${cell.package.text}==${cell.version.text}`,
    ...inputs.requirements,
];

;// CONCATENATED MODULE: ./lib/sources/fingerprint.js
/** What made an image, in parts that can be compared and named. */



/**
 * Raised when this program would make another image of the same inputs: when what `dockerfiles/` holds, how it is
 * rendered, or the labels say something else. Everything is then built anew, once. A change of words there is no reason
 * to; test/sources/schema.test.ts asks at every change.
 */
const schema = 1;
/** What the recipe is compared by, so that a reason can name the part that changed. */
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
    'index',
    'labels',
    'annotations',
    'checks',
    'attestations',
];
/**
 * All that is known beforehand of what an image will hold. Left out, although an image may differ by it:
 *
 * - the values and sources of secrets, the user of the registry, and the index's credentials: no hash of a secret may
 *   stand where everybody reads;
 * - times: SOURCE_DATE_EPOCH, and the `created` that users give as a label or an annotation;
 * - the image that compiles, the builder, the machine and the version of uv: what is compiled again of the same sources
 *   is right on the same base, and what uv finds is in `requirements`;
 * - what distribution packages and build requirements are at the moment, and all that a Dockerfile fetches by itself:
 *   nobody knows without building. `max_age` is there for that.
 *
 * Python's version and the variant are in the names of the base and of the exact tag.
 */
function fingerprintOf(source) {
    const { inputs, bases, requirements } = source;
    return {
        schema,
        recipe: recipeOf(source),
        bases,
        requirements: requirements === undefined ? [] : pinned(requirements),
        installs: requirements === undefined ? '' : installsOf(requirements),
        platforms: inputs.platforms.toSorted(),
    };
}
/** Only what has an effect: the rendered stages do not read build arguments, nor a Dockerfile of the user's `command`. */
function recipeOf({ cell, inputs, own }) {
    const rendered = own === undefined;
    const installs = rendered || own.usesPackages;
    const [asked, ...more] = requirementLines(cell, inputs);
    const parts = {
        dockerfile: own?.text.replaceAll('\r\n', '\n'),
        context: own?.contextHashes.files,
        git: own?.contextHashes.git?.hash,
        buildArguments: rendered ? {} : { ...seedArguments(cell, inputs.maintainer), ...inputs.buildArgs },
        requirements: installs ? [asked, ...more.toSorted()] : [],
        buildPackages: installs ? inputs.buildPackages.toSorted() : [],
        buildConstraints: installs ? inputs.buildConstraints.toSorted() : [],
        runtimePackages: rendered ? inputs.runtimePackages.toSorted() : [],
        command: rendered ? inputs.command : undefined,
        user: rendered ? inputs.user : undefined,
        index: installs ? inputs.indexUrl : undefined,
        labels: withoutTime({
            ...(inputs.maintainer === '' ? {} : { maintainer: inputs.maintainer }),
            ...inputs.labels,
        }),
        annotations: withoutTime(inputs.annotations),
        checks: { verify: inputs.verify, command: inputs.verifyCommand, python: inputs.verifyPython },
        attestations: { provenance: inputs.provenance, sbom: inputs.sbom },
    };
    return Object.fromEntries(recipeParts.flatMap((part) => (isEmpty(parts[part]) ? [] : [[part, (0,canonical/* hashOf */.q)(parts[part]).slice(0, 12)]])));
}
/** The OCI image specification's key of when an image was made. */
const createdKey = 'org.opencontainers.image.created';
/** Workflows that make labels with another action get a new time with every run. */
const withoutTime = (pairs) => Object.fromEntries(
// The key of an annotation may begin with levels: `index,manifest:`.
Object.entries(pairs).filter(([key]) => key.slice(key.indexOf(':') + 1) !== createdKey));
const isEmpty = (value) => value === undefined || ['""', '[]', '{}'].includes((0,canonical/* canonical */.$)(value));
/** One hash of all parts: two images with the same one were made of the same. */
const fingerprintHash = (fingerprint) => `sha256:${(0,canonical/* hashOf */.q)(fingerprint)}`;
/** A short name of what was asked for, for messages that must tell two recipes apart. */
const recipeName = ({ recipe, platforms }) => (0,canonical/* hashOf */.q)({ recipe, platforms }).slice(0, 12);
/** Hash of the very files that each platform installs or compiles, in whatever order; not of where they are got from. */
const installsOf = (requirements) => (0,canonical/* hashOf */.q)(Object.fromEntries(requirements.map((one) => [one.platform, filesOf(one.requirements)])));
/** Version and file of everything, by name. */
const filesOf = (requirements) => Object.fromEntries(requirements.map((one) => {
    const { kind, name, version } = one;
    switch (kind) {
        case 'wheel':
            return [name, [version, one.wheel.sha256]];
        case 'compile':
            return [name, [version, one.sdist.sha256]];
        case 'present':
            return [name, [version]];
    }
}));
const pinned = (requirements) => [
    ...new Set(requirements.flatMap((platform) => platform.requirements.map(({ name, version }) => `${name}==${version}`))),
].toSorted();

;// CONCATENATED MODULE: ./lib/sources/made.js
/** What an index says of how it was made: written as annotations, and read back without trusting them. */




const prefix = 'io.github.python-image-builder';
/** Keys of the annotations; what `fingerprint` hashes stands in the others to be read. */
const annotationKeys = {
    fingerprint: `${prefix}.fingerprint`,
    recipe: `${prefix}.recipe`,
    bases: `${prefix}.bases`,
    requirements: `${prefix}.requirements`,
    installs: `${prefix}.installs`,
    platforms: `${prefix}.platforms`,
    facts: `${prefix}.facts`,
    indexes: `${prefix}.indexes`,
};
function annotationsOfMade({ fingerprint, facts, indexes }) {
    const { schema: number, recipe, bases, requirements, installs, platforms } = fingerprint;
    return {
        [annotationKeys.fingerprint]: fingerprintHash(fingerprint),
        [annotationKeys.recipe]: (0,canonical/* canonical */.$)({ schema: number, ...recipe }),
        [annotationKeys.bases]: (0,canonical/* canonical */.$)(bases),
        [annotationKeys.requirements]: requirements.join(' '),
        [annotationKeys.installs]: installs,
        [annotationKeys.platforms]: platforms.join(','),
        [annotationKeys.facts]: (0,canonical/* canonical */.$)(facts),
        [annotationKeys.indexes]: (0,canonical/* canonical */.$)(indexes),
    };
}
/**
 * Undefined where an image was made by something else, or what its fingerprint hashes was changed by hand. Whoever may
 * push can write anything there, so that the form of all is checked; but who may push may also push another image.
 */
function readMade(annotations) {
    const text = (key) => {
        const value = annotations[annotationKeys[key]];
        return typeof value === 'string' ? value : '';
    };
    const words = (key, separator) => text(key).split(separator).filter(Boolean);
    const [head, bases] = [made_valueOf(text('recipe')), made_valueOf(text('bases'))];
    const [facts, indexes] = [made_valueOf(text('facts')), made_valueOf(text('indexes'))];
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
            const platform = (0,names_platform/* parsePlatform */.FL)(one);
            return platform.ok ? [platform.value] : [];
        }),
    };
    return fingerprintHash(fingerprint) === text('fingerprint') ? { fingerprint, facts, indexes } : undefined;
}
function made_valueOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value) => isRecord(value) && Object.values(value).every((item) => typeof item === 'string');
const isDigests = (value) => isTexts(value) && Object.values(value).every((digest) => (0,names_reference/* parseDigest */.m)(digest).ok);
const isBases = (value) => isRecord(value) && Object.values(value).every(isDigests);
function isFacts(value) {
    if (!isRecord(value))
        return false;
    const { platform, python, libc, distribution, installed, links = {} } = value;
    return (isTexts({ platform, python }) &&
        isTexts(libc) &&
        ['glibc', 'musl'].includes(libc['kind'] ?? '') &&
        libc['version'] !== undefined &&
        isTexts(distribution) &&
        isTexts(installed) &&
        isTexts(links));
}

;// CONCATENATED MODULE: ./lib/sources/labels.js


/** Keys of the OCI image specification, "Pre-Defined Annotation Keys". */
const versionKey = 'org.opencontainers.image.version';
const baseDigestKey = 'org.opencontainers.image.base.digest';
/** The package's version as this project reads it back: the user may say what else is to be shown as the image's. */
const packageVersionKey = 'io.github.python-image-builder.version';
/** `python`, `package` and `maintainer` are the seed's; the others are the OCI image specification's. The user's win. */
function labelsOf(cell, inputs, base) {
    return {
        python: cell.python.text,
        package: cell.package.text,
        ...(inputs.maintainer === '' ? {} : { maintainer: inputs.maintainer }),
        ...described(cell, base),
        ...inputs.labels,
    };
}
/**
 * On the index, unless the user names another level; one platform without attestations is no index but a manifest. No
 * time and no run in them: the same image has the same digest. Only who wants images to grow old gets their time.
 *
 * @param created milliseconds since the epoch.
 */
function annotationsOf(cell, inputs, { base, made, created, }) {
    const all = {
        ...described(cell, base),
        ...inputs.annotations,
        ...(created === undefined ? {} : { [createdKey]: new Date(created).toISOString() }),
        [packageVersionKey]: cell.version.text,
        ...annotationsOfMade(made),
    };
    const alone = inputs.platforms.length === 1 && [inputs.provenance, inputs.sbom].every(isOff);
    const level = alone ? 'manifest' : 'index';
    return Object.fromEntries(Object.entries(all).map(([key, value]) => [
        /^(?:index|manifest)\b[^:.]*:/.test(key) ? key : `${level}:${key}`,
        value,
    ]));
}
/** `disabled` is buildx's, and takes what Go takes for true. */
const isOff = (attestation) => attestation === 'false' || /(?:^|,)disabled=(?:1|t|true)(?:,|$)/i.test(attestation);
const described = (cell, base) => ({
    'org.opencontainers.image.title': cell.package.text,
    [versionKey]: cell.version.text,
    ...(base && { 'org.opencontainers.image.base.name': base.reference, [baseDigestKey]: base.digest }),
});
/**
 * Annotations of one level out of those of a plan, whose keys begin with levels: `index:`, `manifest[linux/amd64]:`,
 * `index,manifest:`. A level without platforms holds for all.
 */
function annotationsAt(annotations, level, platform) {
    return Object.fromEntries(Object.entries(annotations).flatMap(([key, value]) => {
        const at = key.indexOf(':');
        const levels = key.slice(0, at).split(',');
        const holds = levels.some((one) => one === level || one === `${level}[${platform}]`);
        return holds ? [[key.slice(at + 1), value]] : [];
    }));
}

;// CONCATENATED MODULE: ./lib/sources/package.js






function planPackage(source) {
    const { cell, inputs, base, locked, own } = source;
    // An own Dockerfile stands on what its FROM says, not on the cell's image.
    const described = own === undefined ? base : own.standsOn;
    const rendered = renderedArguments(source);
    const image = {
        repositories: cell.repositories,
        tags: cell.tags,
        platforms: cell.platforms,
        recipe: package_recipeOf(source),
        bases: { publish: base, build: buildBase(source) },
        arguments: own === undefined ? rendered : { ...seedArguments(cell, inputs.maintainer), ...inputs.buildArgs },
        packagesArguments: rendered,
        labels: labelsOf(cell, inputs, described),
        annotations: annotationsOf(cell, inputs, { ...source, base: described }),
        checks: {
            python: cell.python.text,
            distribution: cell.package.name,
            version: cell.version.text,
            extras: cell.package.extras,
            requirements: namesOf(locked),
            // An own Dockerfile may leave the scripts out, as the seed's did.
            scripts: own === undefined,
            verify_command: inputs.verifyCommand ?? null,
            verify_python: inputs.verifyPython ?? null,
            starts: own?.starts ?? null,
            cmd: own === undefined ? (inputs.command ?? null) : null,
            skip: inputs.verifySkip,
        },
        checksHaveVariables: inputs.verifyEnv.length > 0,
        ...(locked === undefined ? {} : { lock: locked.lock }),
        requirements: locked?.requirements ?? [],
        replaced: locked?.replaced ?? [],
        requested: requestedNames(cell, inputs),
        native: locked?.native ?? [],
        kept: locked?.kept ?? [],
        ...epochOf(source),
    };
    return { images: [image] };
}
/** What is compiled for a platform by itself: all that has no wheel, but for what is built for it on the build machine. */
function compiledThere(platform, { native, kept }) {
    const served = new Set([...native, ...kept].filter((one) => one.serves.includes(platform.platform)).map(releaseOf));
    return platform.requirements.filter((one) => one.kind === 'compile' && !served.has(releaseOf(one)));
}
/** Whether the last stage of the rendered Dockerfile runs nothing: then it is one copied layer on its base. */
const copiesOnly = (inputs, replaced) => replaced.length === 0 &&
    inputs.runtimePackages.length === 0 &&
    // A number needs no account.
    (inputs.user === undefined || isNumeric(inputs.user));
/** The wheels that a platform takes because they were compiled before. */
const keptFor = (platform, kept) => kept.filter(({ serves }) => serves.includes(platform));
const releaseOf = ({ name, version }) => `${name} ${version}`;
/** Whether every platform installs the same files at the same places: none has wheels of its own, or compiles on itself. */
function installsTheSame(locked) {
    const { requirements, native, kept } = locked;
    const lists = requirements.map((one) => JSON.stringify([one.requirements, one.links]));
    const once = [...native, ...kept].every((one) => one.serves.length === requirements.length);
    return (new Set(lists).size === 1 && once && requirements.every((one) => compiledThere(one, locked).length === 0));
}
function package_recipeOf(source) {
    const { own } = source;
    if (own === undefined)
        return { kind: 'rendered', dockerfile: render(source) };
    const recipe = { kind: 'own', path: own.path, context: own.context, pins: own.pins };
    return own.usesPackages ? { ...recipe, packages: render(source) } : recipe;
}
function render({ cell, inputs, templates, locked }) {
    return renderDockerfile(locked === undefined ? templates.plain : templates.locked, {
        native: (locked?.native.length ?? 0) > 0,
        compile: (locked?.requirements ?? [])
            .filter((platform) => compiledThere(platform, locked).length > 0)
            .map((platform) => platform.platform),
        platforms: cell.platforms,
        emulated: inputs.compile !== 'cross',
        different: locked !== undefined && !installsTheSame(locked),
        replaced: (locked?.replaced.length ?? 0) > 0,
        runtimePackages: inputs.runtimePackages.length > 0,
        buildConstraints: inputs.buildConstraints.length > 0,
        ...(inputs.user === undefined ? {} : { user: inputs.user }),
        ...(inputs.command === undefined ? {} : { command: inputs.command }),
    });
}
/** By digest where it was looked at: what is verified and what is pushed then stand on the same. */
function buildBase({ cell, locked }) {
    const build = locked?.build;
    return build === undefined ? cell.base.build : `${build.reference}@${build.digest}`;
}
function renderedArguments(source) {
    const { inputs, base, cell, locked } = source;
    const given = (name, words) => words.length === 0 ? {} : { [name]: words.join(' ') };
    return {
        PUBLISH_BASE: `${base.reference}@${base.digest}`,
        BUILD_BASE: buildBase(source),
        ...given('BUILD_PACKAGES', inputs.buildPackages),
        ...(inputs.buildConstraints.length === 0
            ? {}
            : { BUILD_CONSTRAINTS: inputs.buildConstraints.join('\n') }),
        ...(inputs.compile === 'auto' ? {} : { COMPILE: inputs.compile }),
        ...given('EMULATED', (locked?.emulated ?? []).map(names_platform/* keyOf */.TN)),
        ...given('RUNTIME_PACKAGES', inputs.runtimePackages),
        ...(inputs.user === undefined ? {} : { RUN_AS: inputs.user }),
        ...(inputs.indexUrl === undefined ? {} : { INDEX_URL: inputs.indexUrl }),
        ...(locked === undefined ? { REQUIREMENTS: requirementLines(cell, inputs).join('\n') } : {}),
    };
}
const requestedNames = (cell, inputs) => requirementLines(cell, inputs).map((line) => (0,package_name/* normalizedName */.j8)(/^[\w.-]+/.exec(line)?.[0] ?? line));
const namesOf = (locked) => {
    const everywhere = locked?.requirements ?? [];
    const [first, ...rest] = everywhere.map((platform) => platform.requirements.map(({ name }) => name));
    return (first ?? []).filter((name) => rest.every((names) => names.includes(name)));
};
/** An own Dockerfile that installs by itself keeps its own times, unless the environment says otherwise. */
function epochOf({ sourceDateEpoch: given, locked, own }) {
    if (given !== undefined)
        return { sourceDateEpoch: given };
    return own !== undefined && locked === undefined ? {} : { sourceDateEpoch: sourceDateEpoch(locked?.lock) };
}
/**
 * The time that files carry: when the newest file of the lock was published, so that the same lock gives the same layer.
 * 1980 where the index does not say: archives cannot hold an earlier year.
 */
function sourceDateEpoch(lock) {
    const times = [...(lock?.text.matchAll(/upload-time = (\d{4}-\d\d-\d\dT[\d:.]+Z)/g) ?? [])];
    const seconds = times.map(([, time = '']) => Math.floor(Date.parse(time) / 1000)).filter(Number.isFinite);
    return Math.max(315_532_800, ...seconds);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/build/local-output.js
/** Reads what buildx's local exporter wrote: a folder for each platform, or none when there is only one. */

async function readPerPlatform(world, folder, name, platforms) {
    const read = await Promise.all(platforms.map(async (platform) => {
        const own = await world.files.read((0,external_node_path_.join)(folder, platform.replaceAll('/', '_'), name));
        const text = own ?? (platforms.length === 1 ? await world.files.read((0,external_node_path_.join)(folder, name)) : undefined);
        return text === undefined ? [] : [{ platform, text }];
    }));
    return read.flat();
}

;// CONCATENATED MODULE: ./lib/build/attempts.js
/** How requirements were compiled: what the compiling stages write beside the wheels. */



/** Folder that the bake target `compiled` writes to, relative to the bake file. */
const attemptsFolder = 'compiled';
/** Written by the cross-compiling stage and by the compiling ones. */
const files = ['cross.json', 'compiled.json'];
/** In the order of the tries. */
async function readAttempts(world, folder, platforms) {
    const read = await Promise.all(files.map((name) => readPerPlatform(world, (0,external_node_path_.join)(folder, attemptsFolder), name, platforms)));
    const found = new Map();
    for (const { platform, text } of read.flat())
        found.set(platform, [...(found.get(platform) ?? []), ...parseAttempts(text)]);
    return found;
}
const parseAttempts = (text) => JSON.parse(text);
/** What a line of buildx's says of a requirement that was cross-compiled, or could not be: of a build that ends early no file comes. */
function saidAttempt(line, platforms) {
    const [, not, name, version, key, seconds, rest] = /^#\d+ \d+\.\d+ (not )?cross-compiled (\S+) (\S+) for (\w+): (\d+\.\d) s, (.+)$/.exec(line) ?? [];
    const platform = platforms.find((one) => (0,names_platform/* keyOf */.TN)(one) === key);
    if (name === undefined || version === undefined || rest === undefined || platform === undefined)
        return undefined;
    const came = not === undefined ? { bytes: Number.parseInt(rest, 10) } : { why: rest };
    return { platform, attempt: { name, version, way: 'cross', seconds: Number(seconds), ...came } };
}

// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/build/programs.js
/** The files of `dockerfiles/`: what is rendered, and the programs that run inside a build. */


/** Folders of `dockerfiles/`, each with what its files are called in a stage. */
const folders = {
    '.': '',
    install: '',
    compile: '',
    verify: '',
    'verify/checks': 'checks/',
};
async function readPrograms(world, folder) {
    const files = await Promise.all(Object.entries(folders).map(async ([from, to]) => (await world.files.list((0,external_node_path_.join)(folder, from)))
        .filter((name) => /(?:\.py|\.sh|\.txt|\.json|Dockerfile)$/.test(name))
        .map((name) => ({ name: `${to}${name}`, path: (0,external_node_path_.join)(folder, from, name) }))));
    const read = await Promise.all(files.flat().map(async ({ name, path }) => [name, (await world.files.read(path)) ?? '']));
    const programs = Object.fromEntries(read);
    if (programs['Dockerfile'] === undefined)
        throw notWhole((0,external_node_path_.join)(folder, 'Dockerfile'));
    return programs;
}
const notWhole = (path) => {
    const message = `${path} is not there, which is a part of Python Image Builder: get it anew.`;
    return new lib_errors/* Failure */.HR([{ station: 'machine', about: path, message }]);
};
/** A file that must be there. */
function program(programs, name) {
    const text = programs[name];
    if (text === undefined)
        throw notWhole(`dockerfiles/${name}`);
    return text;
}
/** What the stages that install and compile run. */
const stages = [
    'sources.py',
    'install.py',
    'fetch.py',
    'facts.py',
    'links.py',
    'account.sh',
    'wheel.py',
    'bytecode.py',
    'compile.py',
    'frontend.py',
    'hook.py',
    'backends.py',
    'target.py',
    'target_site.py',
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
/** What the stages run where nothing is locked, and pip does the rest. */
const plainStages = ['facts.py', 'links.py', 'account.sh'];
/** @param locked whether this program installs what is locked; else pip does. */
const stagePrograms = (programs, locked = true) => Object.fromEntries((locked ? stages : plainStages).map((name) => [`programs/${name}`, program(programs, name)]));
const checking = ['verify.py', 'interpreter.py', 'facts.py', 'bytecode.py'];
/** What finds the image's Python and makes bytecode for it, and what runs on it: `verify.py` and the checks beside it. */
const checkPrograms = (programs) => Object.fromEntries(Object.entries(programs)
    .filter(([name]) => checking.includes(name) || name.startsWith('checks/'))
    .map(([name, text]) => [`verify/${name}`, text]));

;// CONCATENATED MODULE: ./lib/build/requirements-file.js

/**
 * `wheels` are downloaded, `compile` is compiled on the platform, `native` was built on the build machine, `kept` by an
 * earlier build.
 */
function requirementsFile(platform, image) {
    const { requested } = image;
    const wheels = platform.requirements.flatMap((one) => one.kind === 'wheel' ? [entry(one, one.wheel)] : []);
    const there = compiledThere(platform, image);
    const kept = keptFor(platform.platform, image.kept);
    const isKept = ({ name, version }) => kept.some((one) => one.name === name && one.version === version);
    const compile = there.flatMap((one) => (one.kind === 'compile' ? [sourceEntry(one)] : []));
    const built = platform.requirements.flatMap((one) => one.kind === 'compile' && !there.includes(one) && !isKept(one) ? [entry(one, one.sdist)] : []);
    const { links } = platform;
    const lists = { wheels, compile, native: built, requested, ...(links === undefined ? {} : { links }) };
    return requirements_file_text(kept.length === 0 ? lists : { ...lists, kept: kept.map(keptEntry) });
}
const nativeFile = (native) => requirements_file_text({ compile: native.map((one) => entry(one, one.sdist)) });
const entry = ({ name, version }, file) => ({
    name,
    version,
    filename: file.filename,
    url: file.url,
    sha256: file.sha256,
});
const keptEntry = ({ name, version, filename, sha256 }) => ({
    name,
    version,
    filename,
    sha256,
});
const sourceEntry = (one) => ({
    ...entry(one, one.sdist),
    ...(one.like === undefined ? {} : { like: one.like }),
});
const requirements_file_text = (lists) => `${JSON.stringify(lists, null, 2)}\n`;

;// CONCATENATED MODULE: ./lib/build/bake.js
/** The bake file and the folder it is run in, as values: a dry run prints what a real run writes. */






/** The variable of buildx's environment that has the checks' own variables, as a JSON object: none is an argument. */
const verifyVariable = 'PYTHON_IMAGE_BUILDER_VERIFY_ENV';
/** Folder that the verified results are written to, relative to the bake file. */
const verifiedFolder = 'verified';
/**
 * The image as an OCI layout in a tar file, relative to the bake file: it is pushed from there once it is verified. Not as
 * a folder: there, two platforms that share a layer write it at once, and fail.
 */
const archiveFile = 'image.tar';
function bakeFile(image, options) {
    const { recipe } = image;
    const contexts = {
        contexts: { ...(image.lock === undefined ? {} : { lock: './lock' }), programs: './programs' },
    };
    const epoch = image.sourceDateEpoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(image.sourceDateEpoch) };
    const shared = {
        platforms: image.platforms,
        ...(options.secrets.length > 0 ? { secret: options.secrets } : {}),
    };
    const published = {
        ...shared,
        labels: image.labels,
        annotations: Object.entries(image.annotations).map(([key, value]) => `${key}=${value}`),
        attest: attestations(options),
        output: [
            `type=oci,dest=${archiveFile},name=${(0,names_reference/* repositoryText */.g_)(image.repositories[0])}:${image.tags.exact}`,
        ],
    };
    const rendered = {
        context: '.',
        dockerfile: 'Dockerfile',
        ...contexts,
        args: { ...image.packagesArguments, ...epoch },
    };
    const target = {};
    if (recipe.kind === 'rendered') {
        target['image'] = { ...rendered, target: 'image', ...fetchedAnew(image, options), ...published };
    }
    else {
        if (recipe.packages !== undefined) {
            target['packages'] = {
                ...rendered,
                target: 'packages',
                ...fetchedAnew(image, options),
                ...shared,
                output: ['type=cacheonly'],
            };
        }
        target['image'] = {
            context: recipe.context,
            dockerfile: recipe.path,
            contexts: {
                // A tag that moved between verifying and pushing would publish what was never run.
                ...Object.fromEntries(Object.entries(recipe.pins).map(([from, image]) => [from, `docker-image://${image}`])),
                ...(recipe.packages === undefined ? {} : { packages: 'target:packages' }),
            },
            args: { ...image.arguments, ...epoch },
            ...(options.fresh === true ? { 'no-cache': true } : {}),
            ...published,
        };
    }
    const compiling = image.requirements
        .filter((one) => compiledThere(one, image).length > 0)
        .map(({ platform }) => platform);
    if (compiling.length > 0) {
        target['compiled'] = {
            ...rendered,
            target: options.keep === true ? 'made' : 'attempts',
            ...shared,
            platforms: compiling,
            output: [`type=local,dest=${attemptsFolder}`],
        };
    }
    if (options.verify.length > 0)
        target['verify'] = verifyTarget(image, options.verify, 'target:image');
    return { target };
}
/** The bake file that only runs the checks, in an image that a registry holds. @param reference by digest. */
const verifyFile = (image, platforms, reference) => ({
    target: { verify: verifyTarget(image, platforms, `docker-image://${reference}`) },
});
function verifyTarget(image, platforms, context) {
    return {
        context: './verify',
        dockerfile: '../verify.Dockerfile',
        target: 'verify',
        platforms,
        contexts: { image: context, checks: './verify' },
        ...(image.checksHaveVariables ? { secret: [`id=verify_env,env=${verifyVariable}`] } : {}),
        args: { PUBLISH_BASE: `${image.bases.publish.reference}@${image.bases.publish.digest}` },
        // Checks run every time: a result of last week says nothing of what verify_command would find today.
        'no-cache-filter': ['run'],
        output: [`type=local,dest=${verifiedFolder}`],
    };
}
/** Locked requirements are the same files whenever they are fetched; what a distribution or pip alone chooses is not. */
function fetchedAnew(image, { fresh }) {
    if (fresh !== true)
        return {};
    if (image.lock === undefined)
        return { 'no-cache': true };
    const installs = image.recipe.kind === 'rendered' && image.arguments['RUNTIME_PACKAGES'] !== undefined;
    return installs ? { 'no-cache-filter': ['image'] } : {};
}
/** The file's text. bake takes `${` and `%{` for templates of its own, in JSON too: what users write is no template. */
const bakeText = (bake) => `${JSON.stringify(bake, (_, value) => (typeof value === 'string' ? value.replaceAll(/[$%](?=\{)/g, '$&$&') : value), 2)}\n`;
/** The folder's files, path to content; `programs` are the files of `dockerfiles/` by name. */
function workFiles(image, bake, programs) {
    const dockerfile = image.recipe.kind === 'rendered' ? image.recipe.dockerfile : image.recipe.packages;
    const builds = bake.target['image'] !== undefined;
    return {
        'docker-bake.json': bakeText(bake),
        ...(dockerfile === undefined || !builds ? {} : { Dockerfile: dockerfile }),
        ...(dockerfile === undefined || !builds ? {} : stagePrograms(programs, image.lock !== undefined)),
        ...(image.lock === undefined || !builds ? {} : lockFiles(image)),
        ...(bake.target['verify'] === undefined
            ? {}
            : {
                'verify.Dockerfile': program(programs, 'verify.Dockerfile'),
                ...checkPrograms(programs),
                'verify/checks.json': `${JSON.stringify(image.checks, null, 2)}\n`,
            }),
    };
}
function lockFiles(image) {
    const files = {};
    const [first] = image.requirements;
    if (first !== undefined && installsTheSame(image)) {
        files['lock/requirements.json'] = requirementsFile(first, image);
    }
    else {
        for (const platform of image.requirements) {
            files[`lock/${(0,names_platform/* keyOf */.TN)(platform.platform)}/requirements.json`] = requirementsFile(platform, image);
        }
    }
    if (image.native.length > 0) {
        files['lock/native/requirements.json'] = nativeFile(image.native);
    }
    return files;
}
function attestations(options) {
    const of = (type, value) => {
        if (value === 'false')
            return [`type=${type},disabled=true`];
        return [
            value === 'true'
                ? `type=${type}`
                : `type=${type},${value.includes('=') ? value : `generator=${value}`}`,
        ];
    };
    return [...of('provenance', options.provenance), ...of('sbom', options.sbom)];
}

// EXTERNAL MODULE: ./lib/build/builder.js
var build_builder = __webpack_require__(7159);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(2030);
// EXTERNAL MODULE: ./lib/registry/credentials.js
var credentials = __webpack_require__(6097);
;// CONCATENATED MODULE: ./lib/build/client-config.js
/** A client configuration for one run: the user's own, with the registry's credentials added, removed afterwards. */




/**
 * Environment for every `docker` of this run. Without a login it is the user's own configuration.
 *
 * With one, a temporary folder holds a copy of `config.json` with the login added (mode 0600; credentials are neither an
 * argument nor left behind as `docker login` would) and links to everything else, since plug-ins, contexts and builders
 * are looked for beside it.
 */
async function clientEnvironment(world, login) {
    if (login === undefined)
        return {};
    const own = (0,credentials/* clientFolder */.y)(world.env);
    const folder = await world.files.temporary('client');
    // A folder that cannot be read is one without plug-ins and builders, as for Docker itself.
    for (const name of (await world.files.list(own).catch((0,file_failure/* unlessRefused */.J0)(() => { }))) ?? []) {
        if (name !== 'config.json')
            await world.files.link((0,external_node_path_.join)(own, name), (0,external_node_path_.join)(folder, name));
    }
    const config = parseConfig(await world.files.read((0,external_node_path_.join)(own, 'config.json')), (0,external_node_path_.join)(own, 'config.json'));
    await world.files.write((0,external_node_path_.join)(folder, 'config.json'), JSON.stringify(withLogin(config, login)), 0o600);
    // Builders are kept in the user's folder, so that one made in this run is found by the next command.
    const builders = world.env['BUILDX_CONFIG'] || (0,external_node_path_.join)(own, 'buildx');
    return { DOCKER_CONFIG: folder, BUILDX_CONFIG: builders };
}
/** The parser's own message can quote the file, and with it a credential: it is not shown. */
function parseConfig(text, path) {
    try {
        const config = JSON.parse(text || '{}');
        if (typeof config === 'object' && config !== null && !Array.isArray(config))
            return config;
    }
    catch {
        // Said below.
    }
    const message = `Docker's configuration ${path} is not a JSON object: mend or remove it.`;
    throw new lib_errors/* Failure */.HR([{ station: 'registry', about: 'config.json', message }]);
}
/** Docker Hub's login stands under a name of its own, for historical reasons. */
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

// EXTERNAL MODULE: ./lib/build/buildx.js
var build_buildx = __webpack_require__(4258);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/build/compiler-output.js + 2 modules
var compiler_output = __webpack_require__(5356);
;// CONCATENATED MODULE: ./lib/build/failure.js
/** A failed build as a problem: the lines that matter, the way out, and a file with the whole. */




async function buildProblem(world, { ran, about, what, base }) {
    const { lines, hint } = (0,compiler_output/* shortenBuildLog */.m)(ran.stderr, base.includes('alpine') ? 'alpine' : 'debian');
    const folder = world.env['RUNNER_TEMP'] || world.env['TMPDIR'] || '/tmp';
    const file = (0,external_node_path_.join)(folder, `python-image-builder-${(0,external_node_crypto_.randomUUID)()}.log`);
    // What could not be built is worth more than where the whole of it would have been.
    const written = await world.files.write(file, world.log.hide(ran.stderr), 0o600).then(() => ({ file }), (0,file_failure/* unlessRefused */.J0)(({ fact }) => world.log.warn(`The whole output of the build is not in a file: ${fact}.`)));
    const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}.`;
    return {
        station: 'build',
        about,
        message: hint === undefined ? sentence : `${sentence} ${hint}`,
        detail: lines,
        ...written,
    };
}

;// CONCATENATED MODULE: ./lib/build/finding-rules.js
/**
 * What each kind of finding of the checks means for an image. Fatal is what makes the image wrong; what the package's
 * author did, and what pip would have installed all the same, is a warning. docs/verifying.md is drawn from this table.
 */
const fatal = (check, what, more = {}) => ({
    check,
    severity: 'fatal',
    suspect: false,
    what,
    ...more,
});
const warning = (check, what, more = {}) => ({
    ...fatal(check, what, more),
    severity: 'warning',
});
const suspect = { suspect: true };
const extra = { advice: 'Ask for the extra that brings it in package, or name it in requirements.' };
const held = {
    advice: 'A plain pip install gives the same: name an older version of what it imports in requirements, or leave it out with verify_skip.',
};
const setting = { advice: 'Give the checks what it needs with verify_env.' };
/** By kind, in the order of the checks; the kinds are those of `dockerfiles/verify/checks`. */
const findingRules = {
    'interpreter-version': fatal('interpreter', 'The image runs another Python than the one asked for.'),
    'interpreter-processor': fatal('interpreter', "The image's Python is a program for another processor than the platform's."),
    'not-installed': fatal('metadata', 'The package, or a requirement of the lock, is not installed.'),
    'other-version': fatal('metadata', 'Another version of the package is installed than the one asked for.'),
    requirement: fatal('metadata', 'Something that the package needs, directly or not, is missing or has a version that does not fit.'),
    'requirement-elsewhere': warning('metadata', 'The same of a distribution that the package does not need, such as one of the base.'),
    'requirement-invalid': warning('metadata', 'A requirement in some metadata is not one by today’s rules. pip installed it; a newer `pip check` complains.', { advice: 'A newer pip refuses it: take a newer version of what requires it, where there is one.' }),
    'file-missing': fatal('imports, scripts', 'A module or script that the package recorded at its installation is not in the image.'),
    'file-damaged': fatal('imports, libraries', 'A module or extension is not whole.', suspect),
    'import-library': fatal('imports', 'The package itself does not import, because a shared library is not in the image.', { advice: 'Name what brings the library in runtime_packages.' }),
    'import-crash': fatal('imports', 'A signal ends the process while the package itself is imported.', suspect),
    'import-processor': fatal('imports', 'The package itself does not import, because an extension of it is for another processor.', suspect),
    'import-extra': warning('imports', 'The package imports something that no requirement of it names.', extra),
    'import-environment': warning('imports', 'The package imports only with an environment variable or a credential.', setting),
    'import-file': warning('imports', 'The package reads or writes a file at import, such as one in HOME, and cannot.', { advice: 'Point the checks to a folder that can be written with verify_env, such as HOME=/tmp.' }),
    'import-network': warning('imports', 'The package opens a network connection at import.', {
        advice: 'If a variable keeps it from that, set it with verify_env; verify_skip leaves the module out.',
    }),
    'import-python': warning('imports', 'The package is written for another Python, or uses a module that Python no longer has.', { advice: 'A newer version of the package, or an older python_version, is the way out.' }),
    'import-time': warning('imports', 'The package did not finish importing in the time for the checks.', {
        advice: 'verify_skip leaves the module out.',
    }),
    'import-symbol': warning('imports', 'The package itself does not import, because an extension does not fit this Python or system.', suspect),
    'import-error': warning('imports', 'The package itself does not import, for another reason.', {
        ...suspect,
        ...held,
    }),
    'part-extra': warning('imports', 'One module of several imports something that no requirement names.', extra),
    'part-library': warning('imports', 'One module of several does not import, because a shared library is not in the image.'),
    'part-crash': warning('imports', 'A signal ends the process while one module of several is imported.', suspect),
    'part-symbol': warning('imports', 'One module of several does not import, because an extension does not fit this Python or system.', suspect),
    'part-error': warning('imports', 'One module of several does not import, for another reason.', held),
    'extension-library': warning('libraries', 'An extension needs a shared library that is not in the image; the package imports without it.'),
    'extension-processor': fatal('libraries', 'All extensions of a distribution are for another processor or another C library.', suspect),
    'part-processor': warning('imports, libraries', 'One extension of several is for another processor or another C library.'),
    'extension-load': warning('libraries', 'The loader does not take an extension.', suspect),
    'extension-crash': warning('libraries', 'A signal ends the process while an extension is loaded.', suspect),
    'script-target': warning('scripts', 'A script leads to a module that is not installed.'),
    'script-mode': fatal('scripts', 'The script of an entry point cannot be executed.'),
    'script-author-mode': warning('scripts', 'A script that the package brings as it is cannot be executed.', {
        advice: 'pip leaves it so, too: start it with its interpreter.',
    }),
    'script-python': fatal('scripts', 'A script runs with a Python that is not in the image.'),
    'script-runner': warning('scripts', 'A script runs with another program that is not in the image.'),
    'program-processor': fatal('scripts', 'A program is for another processor than the platform’s.', suspect),
    'script-extra': warning('scripts', 'What a script starts imports something that no requirement names.', extra),
    'script-library': warning('scripts', 'What a script starts does not import, because a shared library is not in the image.'),
    'script-crash': warning('scripts', 'A signal ends the process while what a script starts is imported.', suspect),
    'script-error': warning('scripts', 'What a script starts does not import, for another reason.', held),
    'cmd-missing': fatal('cmd', 'The program of `command` is not in the image.'),
    'command-failed': fatal('command', '`verify_command` fails.', suspect),
    'time-limit': warning('imports, libraries, scripts', 'The time for the checks was over before all was looked at.'),
    'check-error': fatal('any', 'A check itself broke, so that nobody looked.', {
        advice: 'Report it with the package; verify_skip leaves the check out, such as imports or scripts.',
    }),
};
/** The rule of a kind; undefined for a word that is no kind. */
const findingRule = (kind) => Object.hasOwn(findingRules, kind) ? findingRules[kind] : undefined;

;// CONCATENATED MODULE: ./lib/build/verify.js
/** Builds for every platform and runs the checks there; only what was verified can be published. */







/** @throws Failure with one problem for each check that failed on each platform; the report keeps the rest. */
async function verify(world, buildx, request) {
    const { image, folder, platforms, strict } = request;
    if (request.targets.length > 0)
        await build(world, buildx, request);
    if (platforms.length === 0)
        return proven(image, await request.content(), []);
    const read = await readPerPlatform(world, (0,external_node_path_.join)(folder, verifiedFolder), 'verify.json', platforms);
    const verified = read.flatMap(({ platform, text }) => {
        const result = readResult(text, strict);
        return result === undefined ? [] : [{ ...result, platform }];
    });
    const problems = [
        ...platforms
            .filter((platform) => !verified.some((one) => one.platform === platform))
            .map((platform) => ({
            station: 'verify',
            about: platform,
            message: `${platform}: the checks left no result.`,
        })),
        ...verified.flatMap(failedChecks),
    ];
    if (problems.length > 0)
        throw new VerifyFailure(problems, verified);
    return proven(image, await request.content(), verified);
}
/** What `verify.py` wrote, judged; undefined where it did not come to its end. */
function readResult(text, strict) {
    try {
        const { checks, ...rest } = JSON.parse(text);
        return {
            ...rest,
            checks: checks.map((check) => {
                const findings = check.findings.map((one) => judged(one, strict));
                return { ...check, findings, ok: findings.every(({ severity }) => severity === 'warning') };
            }),
        };
    }
    catch {
        return undefined;
    }
}
/** A kind that this program has no rule for comes from another release of the checks: nobody can say it is harmless. */
function judged({ advice, ...found }, strict) {
    const rule = findingRule(found.kind);
    const [first = '', ...rest] = found.message.split('\n');
    const wayOut = advice || rule?.advice || '';
    const sentence = wayOut === '' || /[.!?]$/.test(first) ? first : `${first}.`;
    return {
        ...found,
        message: [`${sentence} ${wayOut}`.trim(), ...rest].join('\n'),
        severity: strict ? 'fatal' : (rule?.severity ?? 'fatal'),
    };
}
const proven = (image, content, platforms) => ({ image, content, platforms });
async function build(world, buildx, request) {
    const { image, folder, targets, onAttempt } = request;
    const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, {
        folder,
        targets,
        ...(onAttempt === undefined ? {} : { onAttempt }),
    });
    if (ran.code === 0)
        return;
    const without = withoutPython(ran.stderr);
    if (without.length > 0)
        throw new lib_errors/* Failure */.HR(without);
    const about = image.checks.distribution;
    const what = `the image of ${about} could not be built`;
    throw new lib_errors/* Failure */.HR([await buildProblem(world, { ran, about, what, base: image.bases.build })]);
}
/** What interpreter.py said of images in which it found no Python to run the checks with. */
function withoutPython(log) {
    const said = [...log.matchAll(/^(?:#\d+ [\d.]+ )?interpreter: ([\w/]+): (.+)$/gm)];
    return [...new Map(said.map(([, platform = '', what = '']) => [platform, what]))].map(([platform, what]) => ({
        station: 'verify',
        about: platform,
        message: `${platform}, interpreter: ${what}`,
    }));
}
/** Carries what was seen on every platform, so that the report can show it. */
class VerifyFailure extends lib_errors/* Failure */.HR {
    platforms;
    constructor(problems, platforms) {
        super(problems);
        this.platforms = platforms;
    }
}
function failedChecks(verified) {
    return verified.checks
        .filter((check) => !check.ok)
        .map((check) => {
        const fatal = check.findings.filter(({ severity }) => severity === 'fatal');
        const lines = fatal.map(({ message }) => message.split('\n'));
        const detail = lines.flatMap(([, ...rest]) => rest);
        return {
            station: 'verify',
            about: verified.platform,
            message: `${verified.platform}, ${check.name}: ${lines.map(([first]) => first).join('; ')}`,
            ...(detail.length > 0 ? { detail } : {}),
        };
    });
}

// EXTERNAL MODULE: ./lib/ports.js
var ports = __webpack_require__(391);
// EXTERNAL MODULE: ./lib/names/package-version.js + 5 modules
var package_version = __webpack_require__(3196);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var registry_manifest = __webpack_require__(886);
// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
;// CONCATENATED MODULE: ./lib/decide/observe.js







/**
 * Looks a base up, without pulling it.
 *
 * @param made what images say of how they were made: see {@link findBase}.
 * @throws Failure when it does not exist, or not for every wanted platform.
 */
async function observeBase(reader, reference, wanted, made = []) {
    const base = await findBase(reader, reference, wanted, made);
    if (base === undefined) {
        throw new lib_errors/* Failure */.HR([
            problem(`The base image ${reference} does not exist. Its name is made from python_version and target_base: look at which tags the official Python image has.`),
        ]);
    }
    // A lone manifest is for one platform, whichever it is.
    if (wanted.length > 1 && base.platforms.some(({ digest }) => digest === base.digest)) {
        throw new lib_errors/* Failure */.HR([
            problem(`The base image ${reference} is for one platform only, and it is wanted for ${wanted.join(', ')}. Leave all but its own out of the input platform, or take another target_base.`),
        ]);
    }
    const held = base.platforms.map((one) => one.platform);
    const missing = wanted.filter((platform) => !held.includes(platform));
    if (missing.length > 0) {
        throw new lib_errors/* Failure */.HR([
            problem(`The base image ${reference} does not exist for ${missing.join(', ')}: it has ${held.join(', ') || 'no platform that is known here'}. Leave ${missing.length === 1 ? 'it' : 'them'} out of the input platform, or take another target_base.`),
        ]);
    }
    return base;
}
/**
 * An image as it is now, for the platforms that it has; undefined when it does not exist. Where an image says what its
 * base was, the base is first asked for its digest alone: Docker Hub counts whoever reads a manifest, and not who asks
 * for its digest. A lone manifest does not say its platform: it stands for every wanted one, as for a builder, and the
 * checks look at what runs.
 *
 * @throws Failure.
 */
async function findBase(reader, reference, wanted, made) {
    const parsedReference = (0,registry_reference/* parseReference */.F2)(reference);
    if (!parsedReference.ok)
        throw new lib_errors/* Failure */.HR([problem(parsedReference.message)]);
    const { repository, tag, digest } = parsedReference.value;
    const at = digest ?? tag ?? 'latest';
    const known = made.filter(({ indexes, fingerprint }) => indexes[reference] !== undefined &&
        wanted.every((platform) => fingerprint.bases[reference]?.[platform] !== undefined));
    if (known.length > 0) {
        const now = await reader.headManifest(repository, at);
        if (now === undefined)
            return undefined;
        const same = known.find(({ indexes }) => indexes[reference] === now.digest);
        if (same !== undefined) {
            const digests = same.fingerprint.bases[reference];
            const platforms = wanted.map((platform) => ({ platform, digest: digests[platform] }));
            return { reference, repository, digest: now.digest, platforms };
        }
    }
    const manifest = await reader.getManifest(repository, at);
    if (manifest === undefined)
        return undefined;
    const platforms = (0,registry_manifest/* isIndex */.nw)(manifest.mediaType)
        ? (0,registry_manifest/* platformsOf */.Wt)(manifest.bytes)
        : wanted.map((platform) => ({ platform, digest: manifest.digest }));
    return { reference, repository, digest: manifest.digest, platforms };
}
/** One request for each tag, all at once; and one more for each alias that stands for something else. */
async function observeImage(reader, repository, tags) {
    const [index, ...heads] = await Promise.all([
        reader.getManifest(repository, tags.exact),
        ...tags.aliases.map((tag) => reader.headManifest(repository, tag)),
    ]);
    const aliases = await Promise.all(tags.aliases.map((tag, at) => aliasOf(reader, repository, { tag, digest: heads[at]?.digest }, index?.digest)));
    if (index === undefined)
        return { is: 'absent', aliases };
    const annotations = (0,registry_manifest/* readContent */.c_)(index.bytes).annotations ?? {};
    const made = readMade(annotations);
    const created = Date.parse(annotations[createdKey] ?? '');
    return {
        is: 'present',
        aliases,
        index,
        // A lone manifest does not name its platform; what made it did.
        platforms: (0,registry_manifest/* isIndex */.nw)(index.mediaType)
            ? (0,registry_manifest/* platformsOf */.Wt)(index.bytes)
                .map((one) => one.platform)
                .toSorted()
            : (made?.fingerprint.platforms ?? []),
        ...(made === undefined ? {} : { made }),
        ...(Number.isNaN(created) ? {} : { created }),
    };
}
/**
 * What a tag points at. Its version is read only where it does not point at `known`: registries count who reads
 * manifests, and not who asks for their digests.
 */
async function observeAlias(reader, repository, tag, known) {
    const head = await reader.headManifest(repository, tag);
    return aliasOf(reader, repository, { tag, digest: head?.digest }, known);
}
async function aliasOf(reader, repository, { tag, digest }, known) {
    if (digest === undefined)
        return { tag };
    const found = digest === known ? undefined : await reader.getManifest(repository, digest);
    const annotations = found && (0,registry_manifest/* readContent */.c_)(found.bytes).annotations;
    // Of an image that another tool made, what everybody calls its version is the best there is.
    const text = annotations?.[packageVersionKey] ?? annotations?.[versionKey];
    const version = typeof text === 'string' ? (0,package_version/* parsePackageVersion */.g7)(text) : undefined;
    return { tag, digest, ...(version?.ok === true ? { version: version.value } : {}) };
}
const problem = (message) => ({ station: 'registry', about: 'base image', message });

;// CONCATENATED MODULE: ./lib/decide/aliases.js
/** Which tags follow a new image, and which stay because they are ahead of it. */

/** Whether a tag stands for a newer version of the package, by PEP 440, and so must not move back. */
const isAhead = ({ version }, target) => !target.forced && version !== undefined && (0,package_version/* compareVersions */.Zy)(version, target.version) > 0;
/** Tags that must move for all to stand for the target. */
const behind = (aliases, target) => aliases
    .filter((alias) => alias.digest !== target.digest && !isAhead(alias, target))
    .map((alias) => alias.tag);

// EXTERNAL MODULE: ./lib/registry/publish-tag.js
var publish_tag = __webpack_require__(85);
;// CONCATENATED MODULE: ./lib/registry/content.js
/** What an image is made of, by digest, wherever it lies: in an archive of this machine, in another repository. */





/** Blobs of at most so many bytes are held in memory. */
const smallBlob = 1 << 20;
/**
 * All manifests of an image, attestations too: each once, children before the index that names them, the top last.
 *
 * @throws Failure where one is missing or cannot be read.
 */
async function manifestsOf(content) {
    const nodes = new Map();
    const visit = async (manifest) => {
        const { blobs, manifests } = namedBy(manifest);
        for (const { digest, mediaType } of manifests) {
            if (!nodes.has(digest))
                await visit({ ...(await content.manifest(digest)), mediaType });
        }
        nodes.set(manifest.digest, { manifest, blobs });
    };
    await visit(content.index);
    return [...nodes.values()];
}
function namedBy({ digest, bytes }) {
    try {
        const { config, layers = [], manifests = [] } = (0,registry_manifest/* readContent */.c_)(bytes);
        const blobs = [...(config ? [config] : []), ...layers];
        for (const named of [...blobs, ...manifests]) {
            const written = (0,names_reference/* parseDigest */.m)(named.digest);
            if (!written.ok)
                throw new SyntaxError(written.message);
        }
        return { blobs, manifests };
    }
    catch (error) {
        if (!(error instanceof SyntaxError || error instanceof TypeError))
            throw error;
        const message = `The manifest ${digest} cannot be read, so that its image cannot be pushed: ${error.message}`;
        throw new lib_errors/* Failure */.HR([{ station: 'registry', about: digest, message }]);
    }
}
/**
 * The content of an image in a repository. Layers go through a file of a temporary folder, one at a time for each that
 * is sent, since a registry that lost one in the middle must get it again.
 */
function contentOf(reader, repository, index, files) {
    let folder;
    const missing = (digest) => {
        const message = `${(0,names_reference/* repositoryText */.g_)(repository)} does not hold ${digest}, which its image ${index.digest} needs. Push that image anew, or take another one.`;
        return new lib_errors/* Failure */.HR([{ station: 'registry', about: (0,names_reference/* repositoryText */.g_)(repository), message }]);
    };
    return {
        index,
        async manifest(digest) {
            const manifest = await reader.getManifest(repository, digest);
            if (manifest === undefined)
                throw missing(digest);
            return manifest;
        },
        async blob({ digest, size }) {
            if (size <= smallBlob) {
                const bytes = await reader.getBlob(repository, digest);
                if (bytes === undefined)
                    throw missing(digest);
                return { kind: 'bytes', bytes: new Uint8Array(bytes) };
            }
            const path = (0,external_node_path_.join)(await (folder ??= files.temporary('layers')), (0,external_node_crypto_.randomUUID)());
            const discard = () => files.remove(path);
            if (!(await reader.saveBlob(repository, digest, path))) {
                await discard();
                throw missing(digest);
            }
            return { kind: 'file', digest, part: { path, offset: 0, size }, discard };
        },
    };
}

// EXTERNAL MODULE: ./lib/registry/errors.js + 1 modules
var errors = __webpack_require__(8110);
;// CONCATENATED MODULE: ./lib/publish/push.js
/** An image goes into a repository: its blobs, its manifests by digest, its index by digest. No tag moves. */





/** So many requests at once: more gain little, and registries count them. */
const atOnce = 4;
/**
 * Puts an image and everything below it into a repository, in the order in which registries take it: blobs, manifests,
 * the index. What is there already is not sent. A manifest that is there has its blobs there too, since registries take
 * none without; but an index may have lost manifests to a clean-up of untagged ones, so each is asked for.
 *
 * Nothing depends on an earlier run: cut off at any point and run again, it completes.
 *
 * @throws Failure of the registry or of the content.
 */
async function pushContent(client, repository, content, { mountFrom = [] } = {}) {
    const nodes = await manifestsOf(content);
    const there = new Set();
    await eachOf(nodes, async ({ manifest: { digest } }) => {
        if (await client.headManifest(repository, digest))
            there.add(digest);
    });
    const known = new Set(nodes.filter(({ manifest }) => there.has(manifest.digest)).flatMap(({ blobs }) => blobs.map(digestOf)));
    const amounts = { there: none, mounted: none, uploaded: none };
    const blobs = new Map(nodes.flatMap((node) => node.blobs.map((blob) => [blob.digest, blob])));
    const place = (descriptor) => client.placeBlob(repository, {
        digest: descriptor.digest,
        size: descriptor.size,
        source: () => content.blob(descriptor),
        mountFrom,
    });
    await eachOf([...blobs.values()], async (descriptor) => {
        const { digest, size } = descriptor;
        const how = known.has(digest) ? 'there' : await place(descriptor);
        amounts[how] = { blobs: amounts[how].blobs + 1, bytes: amounts[how].bytes + size };
    });
    const put = async ({ manifest, blobs: named }) => {
        const { bytes, mediaType, digest } = manifest;
        try {
            await (0,publish_tag/* publishTag */.q)(client, repository, bytes, mediaType, digest);
        }
        catch (error) {
            if (!isBlobUnknown(error))
                throw error;
            // Another run uploaded the same blob at the same moment, and the registry lost sight of it.
            for (const descriptor of named)
                await place(descriptor);
            await (0,publish_tag/* publishTag */.q)(client, repository, bytes, mediaType, digest);
        }
    };
    const absent = nodes.filter(({ manifest }) => !there.has(manifest.digest));
    await eachOf(absent.filter(({ manifest }) => !(0,registry_manifest/* isIndex */.nw)(manifest.mediaType)), put);
    for (const node of absent.filter(({ manifest }) => (0,registry_manifest/* isIndex */.nw)(manifest.mediaType)))
        await put(node);
    return { digest: content.index.digest, ...amounts };
}
const isBlobUnknown = (error) => error instanceof errors/* RegistryProblem */.Ne && error.codes.some(({ code }) => code === 'MANIFEST_BLOB_UNKNOWN');
const none = { blobs: 0, bytes: 0 };
const digestOf = ({ digest }) => digest;
/** Works on several items at once. After a failure none is begun, and those that were begun are waited for. */
async function eachOf(items, work) {
    const queue = items.values();
    const errors = [];
    const worker = async () => {
        for (const item of queue) {
            if (errors.length > 0)
                return;
            await work(item).catch((error) => errors.push(error));
        }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    // What failed first is what is wrong; the others mostly say the same. An interruption goes before all.
    if (errors.length > 0)
        throw errors.find((error) => !(error instanceof lib_errors/* Failure */.HR)) ?? errors[0];
}

;// CONCATENATED MODULE: ./lib/publish/publish.js
/** Publishes what was verified: the image by digest, the exact tag, the aliases; then all is read back. */







/**
 * Gives what the exact tag stands for at the end: another digest than the content's where another run published the
 * same tag at the same time and came last. Then all tags follow that one: there is never a mixture.
 *
 * @throws Failure; `told` has been told what was published until then. Run again, it completes.
 */
async function publish(request) {
    const { client, repository, told, verified, only } = request;
    const { content } = verified;
    const { tags, platforms } = verified.image;
    const { index } = content;
    comparePlatforms(platforms, index, (0,names_reference/* taggedText */.Ms)(repository, tags.exact));
    told.onContent(await pushContent(client, repository, content, { mountFrom: request.mountFrom }));
    if (only !== undefined && (await client.headManifest(repository, tags.exact))?.digest !== only.digest) {
        throw lost(repository, tags.exact, 'is another one than before, and overwrite is "false"');
    }
    told.onPush();
    await (0,publish_tag/* publishTag */.q)(client, repository, index.bytes, index.mediaType, tags.exact);
    told.onTag(tags.exact, index.digest);
    return moveAliases({ ...request, exact: tags.exact, aliases: tags.aliases });
}
/** How often two runs may get in each other's way before it is a failure. */
const rounds = 5;
/** Moves tags to what the exact tag stands for, and reads back until all agree. Gives the digest that they agree on. */
async function moveAliases(request) {
    const { client, repository, exact, aliases, told, version, forced } = request;
    const held = new Set();
    for (let round = 1; round <= rounds; round += 1) {
        const index = await client.getManifest(repository, exact);
        if (index === undefined)
            throw lost(repository, exact, 'was published, but read back it is not there');
        let moved = false;
        for (const tag of aliases.filter((alias) => !held.has(alias))) {
            // Read right before it moves: another run may have published a newer version meanwhile.
            const now = await observeAlias(client, repository, tag, index.digest);
            if (now.digest === index.digest)
                continue;
            if (isAhead(now, { version, forced })) {
                held.add(tag);
                told.onHeld(now);
                continue;
            }
            await (0,publish_tag/* publishTag */.q)(client, repository, index.bytes, index.mediaType, tag);
            told.onTag(tag, index.digest);
            moved = true;
        }
        // What was moved is read back, and whoever publishes at the same time may have moved it since.
        if (moved)
            continue;
        const after = await client.headManifest(repository, exact);
        if (after?.digest === index.digest)
            return index.digest;
    }
    throw lost(repository, exact, 'was published, but read back it changes all the time');
}
const lost = (repository, tag, what) => new lib_errors/* Failure */.HR([
    {
        station: 'registry',
        about: (0,names_reference/* repositoryText */.g_)(repository),
        message: `${(0,names_reference/* taggedText */.Ms)(repository, tag)} ${what}. Another run may push or delete the same tag: let only one run at a time (a workflow's "concurrency"), then run again.`,
    },
]);
/** @throws Failure when the index lacks a platform that was wanted. */
function comparePlatforms(wanted, index, about) {
    // One platform without attestations is a manifest, which does not name its platform.
    if (!(0,registry_manifest/* isIndex */.nw)(index.mediaType) && wanted.length === 1)
        return;
    const held = (0,registry_manifest/* platformsOf */.Wt)(index.bytes).map((one) => one.platform);
    const missing = wanted.filter((platform) => !held.includes(platform));
    if (missing.length === 0)
        return;
    throw new lib_errors/* Failure */.HR([
        {
            station: 'build',
            about,
            message: `The image of ${about} was built without ${missing.join(', ')}: its index holds ${held.join(', ') || 'no platform'}. The builder cannot put all platforms into one index: name another one in the input builder.`,
        },
    ]);
}

;// CONCATENATED MODULE: ./lib/publish/layout.js
/** Writes what was verified as an OCI layout in a folder: no registry needed, and every tool takes it. */





/**
 * Refuses a folder that holds anything but an earlier layout: before anything is built.
 *
 * @throws Failure (station `input`).
 */
async function requireLayoutFolder(world, output) {
    const there = await world.files.list(output);
    if (there.length > 0 && !there.includes('oci-layout')) {
        throw new lib_errors/* Failure */.HR([
            {
                station: 'input',
                about: 'output',
                message: `The folder "${output}" holds other files. The image is written as an OCI layout into an empty folder, or over an earlier layout: name another one.`,
            },
        ]);
    }
}
/**
 * Makes the folder and writes into it: after an hour of compiling it is too late to learn that one cannot.
 *
 * @throws FileFailure (station `input`).
 */
async function makeLayoutFolder({ files }, output) {
    const probe = (0,external_node_path_.join)(output, `.${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await files.makeFolder(output);
        await files.write(probe, '');
        await files.remove(probe);
    }
    catch (error) {
        const wayOut = 'The image is written there as an OCI layout: name another folder.';
        throw error instanceof file_failure/* FileFailure */.Py ? error.of({ station: 'input', about: 'output', wayOut }) : error;
    }
}
/** What an earlier run may have left there, with what tools add; nothing else is removed. */
const layoutNames = ['blobs', 'ingest', 'index.json', 'oci-layout', 'manifest.json', 'repositories'];
/** @throws Failure when the image lacks a platform, or the folder cannot be written. */
async function writeLayout(world, request) {
    const { verified, output, archive } = request;
    comparePlatforms(verified.image.platforms, verified.content.index, output);
    const commands = [
        // Node's own loops for ever where a folder cannot be made, as below /proc.
        { program: 'mkdir', args: ['-p', '--', output] },
        { program: 'rm', args: ['-rf', '--', ...layoutNames.map((name) => (0,external_node_path_.join)(output, name))] },
        { program: 'tar', args: ['-xf', archive, '-C', output] },
    ];
    for (const command of commands) {
        const ran = await world.run(command);
        if (ran.code !== 0) {
            const message = `The layout could not be written to "${output}": ${ran.stderr.trim()}`;
            throw new lib_errors/* Failure */.HR([{ station: 'build', about: 'output', message }]);
        }
    }
}

;// CONCATENATED MODULE: ./lib/commands/cache.js
/** @param folder for what is kept between runs. */
function openCache({ log }, state, folder) {
    let said = false;
    return {
        folder,
        refused: ({ fact }) => {
            log.debug(`no cache: ${fact}`);
            if (said)
                return;
            said = true;
            state.notes.push(`there is no cache, so that the next run fetches and reads everything again: ${fact}. XDG_CACHE_HOME, on a runner RUNNER_TOOL_CACHE, names another place`);
        },
    };
}

;// CONCATENATED MODULE: ./lib/decide/compare.js

/** What each is called in a sentence. */
const partWords = {
    program: 'the way in which this program makes images',
    dockerfile: 'the Dockerfile',
    context: 'files of the build context',
    git: '.git in the build context, which is another one in every clone',
    buildArguments: 'build arguments',
    requirements: 'the requirements that are asked for',
    buildPackages: 'the build packages',
    buildConstraints: 'the build constraints',
    runtimePackages: 'the runtime packages',
    command: 'the command',
    user: 'the user',
    index: 'the package index',
    labels: 'labels',
    annotations: 'annotations',
    checks: 'what is verified',
    attestations: 'provenance or SBOM',
    platforms: 'a platform that is no longer asked for',
};
const partsText = (parts) => parts.map((part) => partWords[part]).join(', ');
/** Not of what is installed, nor of bases: those move by themselves. */
function changedParts(before, now) {
    return [
        ...(before.schema === now.schema ? [] : ['program']),
        ...recipeParts.filter((part) => before.recipe[part] !== now.recipe[part]),
        // One that is missing in the image is a reason of its own.
        ...(before.platforms.every((platform) => now.platforms.includes(platform))
            ? []
            : ['platforms']),
    ];
}
/** @param before and now: `name==version` in any order; several versions of one name belong to several platforms. */
function changedRequirements(before, now) {
    const [old, current] = [versionsOf(before), versionsOf(now)];
    const names = [...new Set([...old.keys(), ...current.keys()])].toSorted();
    return names.flatMap((name) => {
        const [from, to] = [old.get(name), current.get(name)];
        if (from === to)
            return [];
        return [{ name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
    });
}
function versionsOf(requirements) {
    const versions = new Map();
    for (const requirement of requirements.toSorted()) {
        const [name = '', version = ''] = requirement.split('==', 2);
        const known = versions.get(name);
        versions.set(name, known === undefined ? version : `${known} and ${version}`);
    }
    return versions;
}
const entriesOf = (digests) => Object.entries(digests);
/** Bases that are gone are no moves: what names a base is part of the recipe. */
function movedBases(before, now) {
    return Object.entries(now).flatMap(([reference, digests]) => {
        // The same images under another name, as through a mirror, are no reason.
        const old = before[reference] ?? Object.values(before).find((one) => isSame(one, digests));
        // A platform that the image lacks is a reason of its own.
        const both = entriesOf(digests).filter(([platform]) => old === undefined || old[platform] !== undefined);
        const moved = both.filter(([platform, digest]) => old?.[platform] !== digest);
        const [first] = moved;
        if (first === undefined)
            return [];
        const from = old?.[first[0]];
        return [
            {
                reference,
                platforms: moved.map(([platform]) => platform),
                stayed: both.flatMap(([platform, digest]) => (old?.[platform] === digest ? [platform] : [])),
                ...(from === undefined ? {} : { from }),
                to: first[1],
            },
        ];
    });
}
/** Of the platforms that both have, and there are some. */
function isSame(one, other) {
    const both = entriesOf(other).filter(([platform]) => one[platform] !== undefined);
    return both.length > 0 && both.every(([platform, digest]) => one[platform] === digest);
}

;// CONCATENATED MODULE: ./lib/decide/decide.js



/** Whether one of these is among the reasons. */
const isFor = (decision, kinds) => decision !== undefined &&
    decision.do !== 'refuse' &&
    [decision.because, ...(decision.do === 'build' ? (decision.also ?? []) : [])].some(({ kind }) => kinds.includes(kind));
function decide(wanted, observed) {
    const { rebuild, reference } = wanted;
    if (observed.is !== 'present') {
        if (rebuild === 'never')
            return { do: 'refuse', message: neverText(observed.is, reference) };
        return { do: 'build', because: { kind: observed.is === 'unasked' ? 'local' : 'absent' } };
    }
    switch (rebuild) {
        case 'missing':
        case 'never':
            return settled(wanted, observed, { kind: 'exists' });
        case 'always':
            return guarded(wanted, observed, [{ kind: 'forced' }]);
        case 'stale': {
            const reasons = reasonsToBuild(wanted, observed);
            return reasons.length === 0
                ? settled(wanted, observed, { kind: 'unchanged', locked: wanted.fingerprint.installs !== '' })
                : guarded(wanted, observed, reasons);
        }
    }
}
const neverText = (is, reference) => is === 'unasked'
    ? 'rebuild is "never", so that nothing may be built, and nothing is pushed, so that no registry is asked what it holds: nothing is left to do. Push, or take another rebuild.'
    : `${reference} does not exist, and rebuild is "never": nothing may be built. Take "missing" to build it once.`;
/** The image is right; its aliases may not be. */
function settled({ version }, { aliases, index, made }, because) {
    // What another tool put under the exact tag may be anything: no alias follows it.
    if (made === undefined)
        return { do: 'keep', because };
    const tags = behind(aliases, { digest: index.digest, version, forced: false });
    return tags.length === 0 ? { do: 'keep', because } : { do: 'retag', because: { kind: 'tag-behind', tags } };
}
/** The first is the one that matters most; what needs a build comes before what a rebase mends. */
function reasonsToBuild({ fingerprint, maxAge, now }, { made, platforms, created }) {
    if (made === undefined)
        return [{ kind: 'adopted' }];
    const before = made.fingerprint;
    const reasons = [];
    const missing = fingerprint.platforms.filter((platform) => !platforms.includes(platform));
    if (missing.length > 0)
        reasons.push({ kind: 'platform-missing', platforms: missing });
    const parts = changedParts(before, fingerprint);
    if (parts.length > 0)
        reasons.push({ kind: 'recipe-changed', parts });
    // Another set of platforms installs other files: that is said already.
    if (before.installs !== fingerprint.installs && missing.length === 0 && !parts.includes('platforms')) {
        reasons.push(otherInstalls(before, fingerprint));
    }
    const moves = movedBases(before.bases, fingerprint.bases);
    if (moves.length > 0)
        reasons.push({ kind: 'base-moved', moves });
    const expired = maxAge === undefined ? undefined : expiry(created, now, maxAge);
    if (expired !== undefined)
        reasons.push(expired);
    return reasons;
}
function otherInstalls(before, now) {
    if (before.installs === '')
        return { kind: 'locking-changed', now: 'locked' };
    if (now.installs === '')
        return { kind: 'locking-changed', now: 'unlocked' };
    return { kind: 'requirement-changed', changes: changedRequirements(before.requirements, now.requirements) };
}
function expiry(created, now, greatest) {
    if (created === undefined)
        return { kind: 'expired', greatest };
    const age = Math.floor((now - created) / 1000);
    return age > greatest ? { kind: 'expired', age, greatest } : undefined;
}
function guarded(wanted, { made }, reasons) {
    const [because, ...also] = reasons;
    const other = wanted.overwrite ? undefined : otherRecipe(wanted, made?.fingerprint);
    if (other !== undefined)
        return { do: 'refuse', message: other };
    if (because.kind === 'base-moved' && also.length === 0 && wanted.rebasable)
        return { do: 'rebase', because };
    return also.length === 0 ? { do: 'build', because } : { do: 'build', because, also };
}
/**
 * Why a released tag may not be replaced, where the user wants it to keep its recipe: bases and dependencies that move
 * do not change that, nor does a newer version of this program.
 */
function otherRecipe({ fingerprint, reference }, before) {
    const rule = 'overwrite is "false", so that a released tag keeps its recipe.';
    const way = 'give the image another name, or set overwrite to "true".';
    const now = recipeName(fingerprint);
    if (before === undefined)
        return `${reference} exists and does not say what it was made of (another tool made it, or its annotations are gone); it is wanted with the recipe ${now}. ${rule} To build it, ${way}`;
    const parts = changedParts(before, fingerprint).filter((part) => part !== 'program');
    if (parts.length === 0)
        return undefined;
    return `${reference} exists with the recipe ${recipeName(before)}, and is wanted with the recipe ${now}. What changed: ${partsText(parts)}. ${rule} Take the change back, ${way}`;
}

;// CONCATENATED MODULE: ./lib/decide/reason.js
/** Why something is done, in words that a person understands: they lead the log and the summary. */

/** @param reference the exact tag, `registry/name:tag`. */
function reasonText(decision, reference) {
    if (decision.do === 'refuse')
        return decision.message;
    const also = decision.do === 'build' ? (decision.also ?? []) : [];
    return [decision.because, ...also].map((because) => becauseText(because, reference)).join('; ');
}
function becauseText(because, reference) {
    switch (because.kind) {
        case 'local':
            return 'nothing is pushed, so no registry was asked whether it is there already';
        case 'absent':
            return `${reference} does not exist yet`;
        case 'forced':
            return `${reference} exists, and is built again because that was asked for (force, or rebuild: always)`;
        case 'adopted':
            return `${reference} does not say what it was made of (another tool made it, or its annotations are gone): it is built once, and from then on only for a reason`;
        case 'recipe-changed':
            return `the recipe changed: ${partsText(because.parts)}`;
        case 'platform-missing':
            return `${reference} has no image for ${because.platforms.join(', ')}`;
        case 'requirement-changed':
            return changesText(because.changes);
        case 'locking-changed':
            return because.now === 'locked'
                ? 'its requirements can be locked now'
                : 'its requirements can no longer be locked';
        case 'base-moved':
            return because.moves.map(moveText).join(', ');
        case 'expired':
            return because.age === undefined
                ? `max_age is ${ageText(because.greatest)}, and the image does not say when it was made`
                : `it is older than max_age (${ageText(because.greatest)}): it was made ${ageText(because.age)} ago`;
        case 'tag-behind':
            return `${because.tags.join(', ')} ${because.tags.length === 1 ? 'does' : 'do'} not point at ${reference} yet`;
        case 'unchanged':
            return because.locked
                ? 'nothing changed: its recipe, its base and its requirements are those that it was made of'
                : 'nothing changed that can be seen: its recipe and its base are those that it was made of, and what it installs is not locked';
        case 'exists':
            return `${reference} exists, and rebuild asks for no more`;
        case 'identical':
            return `${becauseText(because.built, reference)}; but what was built is the very image that is there already`;
    }
}
/** At most so many changes are spelled out. */
const spelled = 5;
function changesText(changes) {
    if (changes.length === 0)
        return 'the package index has other files of the same versions';
    const texts = changes.map(({ name, from, to }) => from === undefined
        ? `${name} ${to} is new`
        : to === undefined
            ? `${name} ${from} is gone`
            : `${name} ${from} → ${to}`);
    const more = texts.length - spelled;
    return more > 1 ? `${texts.slice(0, spelled).join(', ')} and ${more} more` : texts.join(', ');
}
function moveText({ reference, platforms, stayed, from, to }) {
    const name = shortReference(reference);
    if (from === undefined)
        return `${name} is a new base`;
    const where = stayed.length === 0 ? '' : ` on ${platforms.join(', ')}`;
    return `${name} moved${where} (${shortDigest(from)} → ${shortDigest(to)})`;
}
/** As people write it: Docker Hub's official images have their name alone. */
const shortReference = (reference) => reference.replace(/^docker\.io\/(?:library\/)?/, '');
const shortDigest = (digest) => digest.replace(/^sha256:(.{8}).*/, '$1');
/** In the largest unit that fits, rounded down. */
function ageText(seconds) {
    const units = [
        [86_400, 'day'],
        [3600, 'hour'],
        [60, 'minute'],
    ];
    const [size, unit] = units.find(([one]) => seconds >= one) ?? [1, 'second'];
    const count = Math.floor(seconds / size);
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./lib/registry/attach.js
var attach = __webpack_require__(7646);
;// CONCATENATED MODULE: ./lib/decide/same.js




const artifactType = 'application/vnd.python-image-builder.fingerprint.v1';
/** Says of an image that it is the outcome of other inputs too: its index and its tags stay as they are. */
async function saySame(client, repository, index, annotations) {
    await (0,attach/* attach */.K0)(client, repository, { subject: index, artifactType, annotations });
}
/**
 * What was said of an image with this fingerprint; undefined where nothing was, or the registry does not tell: then it is
 * built, as it would be without. One request, or two.
 */
async function sameAs(client, repository, index, fingerprint) {
    const wanted = fingerprintHash(fingerprint);
    const said = await client.referrers(repository, index, artifactType).catch((error) => {
        if (!(error instanceof errors/* RegistryProblem */.Ne))
            throw error;
        client.world.log.debug(`What is said beside ${index} could not be read. ${error.message}`);
        return [];
    });
    return said
        .flatMap(({ annotations }) => readMade(annotations ?? {}) ?? [])
        .find((made) => fingerprintHash(made.fingerprint) === wanted);
}

;// CONCATENATED MODULE: ./lib/commands/context.js
/** Whether requirements are installed by stages of this project. */
const installs = ({ own }) => own === undefined || own.usesPackages;
/** What the image stands on today, by platform. */
function basesOf({ own, cell }, base) {
    return Object.fromEntries(standsOn(own, base).map((one) => [one.reference, digestsOf(one, cell)]));
}
/** The same as a whole: what each reference stands for. */
const indexesOf = ({ own }, base) => Object.fromEntries(standsOn(own, base).map(({ reference, digest }) => [reference, digest]));
const standsOn = (own, base) => [
    // A FROM of the same image says it already, under the name that is written there.
    ...(own === undefined || (own.usesPackages && !own.bases.some(({ digest }) => digest === base.digest))
        ? [base]
        : []),
    ...(own?.bases ?? []),
];
function digestsOf({ platforms, digest: whole }, { platforms: wanted }) {
    const held = platforms.filter((one) => wanted.includes(one.platform));
    // An image that only helps to build may be for other platforms: then any move of it counts.
    const digests = held.length > 0 ? held : wanted.map((platform) => ({ platform, digest: whole }));
    return Object.fromEntries(digests.map(({ platform, digest }) => [platform, digest]));
}

;// CONCATENATED MODULE: ./lib/commands/decide.js
/** Compares what every repository holds with what is wanted, and says what is done there. */








/** Sets every destination's decision. @throws Failure with everything that may not be done. */
async function decideAll(context) {
    const { state } = context;
    const problems = [];
    for (const destination of state.destinations) {
        const reference = (0,names_reference/* taggedText */.Ms)(destination.repository, context.cell.tags.exact);
        const decision = await decideOne(context, destination, reference);
        if (decision.do === 'refuse') {
            problems.push({ station: 'registry', about: reference, message: decision.message });
        }
        destination.decision = decision;
        describe(context, reference, decision);
    }
    if (problems.length > 0)
        throw new lib_errors/* Failure */.HR(problems);
}
async function decideOne(context, destination, reference) {
    const wanted = await wantedOf(context, destination, reference);
    const decision = decide(wanted, destination.observed);
    const { observed, repository } = destination;
    const settled = decision.do !== 'build' && decision.do !== 'refuse';
    if (settled || observed.is !== 'present' || wanted.rebuild !== 'stale')
        return decision;
    // An earlier build of the same may have come out as what was there already, and have said so beside it.
    const same = await sameAs(context.found.client, repository, observed.index.digest, wanted.fingerprint);
    return same === undefined ? decision : decide(wanted, { ...observed, made: same });
}
async function wantedOf(context, destination, reference) {
    const { inputs, cell, world, found } = context;
    const { observed } = destination;
    const made = observed.is === 'present' ? observed.made : undefined;
    const compares = inputs.rebuild === 'stale' && made !== undefined;
    const resolved = compares && installs(context) ? await resolvedFor(context, made) : undefined;
    return {
        fingerprint: compares
            ? todayOf(context, resolved, basesOf(context, await found.base()))
            : todayOf(context, undefined, {}),
        version: cell.version,
        rebuild: inputs.rebuild,
        overwrite: inputs.overwrite,
        ...(inputs.maxAge === undefined ? {} : { maxAge: inputs.maxAge }),
        now: world.clock.now(),
        rebasable: isRebasable(context, resolved),
        reference,
    };
}
/**
 * Resolved for the base that the image stands on, by what it says of it: so nothing must be pulled to learn that nothing
 * moved.
 */
const resolvedFor = ({ locker, inputs }, { facts }) => locker.resolve(facts.filter((one) => inputs.platforms.includes(one.platform)));
function todayOf({ cell, inputs, own }, resolved, bases) {
    return fingerprintOf({
        cell,
        inputs,
        bases,
        ...(resolved === undefined ? {} : { requirements: resolved.requirements }),
        ...(own === undefined ? {} : { own }),
    });
}
/** Whether the final stage does nothing but copy one layer, and nothing but images is published. */
function isRebasable({ inputs, own }, resolved) {
    const copies = resolved !== undefined && copiesOnly(inputs, resolved.replaced);
    // Of more than the least provenance, and of an SBOM, only a build knows.
    const attested = ['false', 'true', 'mode=min'].includes(inputs.provenance) && inputs.sbom === 'false';
    return own === undefined && copies && attested;
}
function describe({ world }, reference, decision) {
    world.log.info(`${decision.do.padEnd(8)} ${reference}`);
    world.log.info(`because  ${reasonText(decision, reference)}`);
}

// EXTERNAL MODULE: ./lib/build/engine.js
var build_engine = __webpack_require__(4776);
;// CONCATENATED MODULE: ./lib/commands/state.js
const begin = (inputs) => ({
    inputs,
    spans: [],
    notes: [],
    destinations: [],
    attempts: new Map(),
    taken: [],
});
const destinationsOf = (repositories, observed) => repositories.map((repository, at) => ({ repository, observed: observed[at], moved: [], held: [] }));
/** Does a piece of work, and notes how long it took. */
async function timed(world, state, section, name, work) {
    const start = world.clock.now();
    try {
        return await work();
    }
    finally {
        state.spans.push({ section, name, start, seconds: (world.clock.now() - start) / 1000 });
    }
}

;// CONCATENATED MODULE: ./lib/commands/engine.js
/** The engine and its builder, opened when something must run there: a run that changes nothing starts neither. */





/** Gives a function that opens the builder once. It throws Failure when there is no engine, or no builder that will do. */
function builderOpener(world, state, request) {
    let opened;
    return () => (opened ??= timed(world, state, 'plan', 'open the builder', () => engine_open(world, state, request)));
}
async function engine_open(world, state, { inputs, env, onMake }) {
    const [engine] = await (0,lib_errors/* gather */.kg)([
        (0,build_engine/* readEngine */.Rz)(world, env),
        (0,build_buildx/* requireBuildx */.En)(world, env),
    ]);
    const builder = await (0,build_builder/* chooseBuilder */.Z7)(world, {
        engine,
        env,
        registries: [...inputs.repositories.map((one) => one.registry), inputs.baseRegistry],
        name: (0,build_builder/* builderName */.b8)(world.env),
        onMake,
        ...(inputs.builder === undefined ? {} : { wanted: inputs.builder }),
    });
    state.machine = builder.platform;
    world.log.info(`builder  ${builder.buildx.builder ?? 'the current one'} (${builder.driver}): ${builder.because}`);
    return builder;
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/http.js
var http = __webpack_require__(4247);
;// CONCATENATED MODULE: ./lib/package-index/request.js
/** One GET to a package index: credentials for its host alone, tried again while that may help. */


/** A large project's page is some megabytes. */
const patience = 60_000;
class IndexError extends Error {
    temporary;
    after;
    constructor(message, temporary, after) {
        super(message);
        this.temporary = temporary;
        this.after = after;
    }
}
/**
 * What is there, or undefined when nothing is.
 *
 * @throws Failure (station `index`) with method, address and status, when trying again was of no use.
 */
function get(world, url, { auth, accept = '*/*' }) {
    return (0,http/* withRetries */.LH)(async () => {
        // A redirect to another host loses the header: `fetch` itself sees to that.
        const response = await requested(world, url, { accept, ...authorization(url, auth) });
        if (response.status === 404 || response.status === 410) {
            await response.body?.cancel();
            return undefined;
        }
        if (!response.ok) {
            await response.body?.cancel();
            const temporary = (0,http/* isTemporaryStatus */.wA)(response.status);
            const after = (0,http/* parseRetryAfter */.mu)(response.headers.get('retry-after'), world.clock.now());
            throw new IndexError(`the index answered ${response.status}${wayOut(response.status, url, auth)}`, temporary, after);
        }
        const bytes = await response.arrayBuffer().catch((error) => {
            throw new IndexError(`the answer broke off: ${reason(error)}`, true);
        });
        return {
            body: Buffer.from(bytes),
            contentType: response.headers.get('content-type') ?? '',
            url: response.url || url,
        };
    }, {
        clock: world.clock,
        again: (error) => {
            if (!(error instanceof IndexError) || !error.temporary)
                return undefined;
            return error.after === undefined ? {} : { after: error.after };
        },
        onWait: (error, milliseconds) => world.log.info(`GET ${redacted(url)}: ${reason(error)}; again in ${Math.ceil(milliseconds / 1000)} s`),
        giveUp: (error, { attempts }) => error instanceof IndexError
            ? failed(`GET ${redacted(url)}: ${error.message}.${attempts > 1 ? ` Tried ${attempts} times.` : ''}`)
            : error,
    });
}
async function requested(world, url, headers) {
    try {
        return await world.fetch(url, { headers, signal: AbortSignal.timeout(patience) });
    }
    catch (error) {
        const why = reason(error);
        const isCertificate = /certificate|self.signed|CERT_/i.test(why);
        const wayOut = isCertificate
            ? "; when a company's own authority signed the index's certificate, name its PEM file as ca_bundle"
            : '; look at index_url, the network and the proxy variables';
        throw new IndexError(`the index cannot be reached: ${why}${wayOut}`, !isCertificate);
    }
}
function wayOut(status, url, auth) {
    if (status === 401 || status === 403) {
        return sends(url, auth)
            ? `: it does not accept the credentials of ${JSON.stringify(auth.username)} for this package`
            : ': it wants credentials, and none were given for this host';
    }
    return (0,http/* isTemporaryStatus */.wA)(status) ? ': it is busy or out of order, try again later' : ': look at index_url';
}
const sends = (url, auth) => auth !== undefined && URL.canParse(url) && new URL(url).host === auth.host;
function authorization(url, auth) {
    if (auth === undefined || !sends(url, auth))
        return {};
    return { authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}` };
}
/** A URL as messages show it: without user, password, query. */
function redacted(url) {
    if (!URL.canParse(url))
        return 'an address that is no URL';
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
}
/** The innermost cause's words: `fetch` itself says only "fetch failed". */
function reason(error) {
    let innermost = error;
    while (innermost instanceof Error && innermost.cause !== undefined)
        innermost = innermost.cause;
    if (!(innermost instanceof Error))
        return String(innermost);
    return innermost.message || ('code' in innermost ? String(innermost.code) : innermost.name);
}
const failed = (message) => new lib_errors/* Failure */.HR([{ station: 'index', message }]);

// EXTERNAL MODULE: ./node_modules/htmlparser2/dist/Parser.js + 7 modules
var Parser = __webpack_require__(1600);
// EXTERNAL MODULE: ./lib/package-index/filenames.js
var filenames = __webpack_require__(5879);
;// CONCATENATED MODULE: ./lib/package-index/simple.js
/** A project's page of the simple API: HTML (PEP 503, 592, 658) or JSON (PEP 691), whichever the index gives. */



/**
 * Reads a project's page.
 *
 * @param url where the page came from: links may be relative to it.
 * @throws Error when it is neither of the two, or of a later major version than this knows (PEP 629).
 */
function parseProject(name, body, contentType, url) {
    const isJson = /[/+]json\b/.test(contentType) || /^\s*\{/.test(body);
    const links = isJson ? jsonLinks(body, url) : htmlLinks(body, url);
    const project = (0,package_name/* normalizedName */.j8)(name);
    const files = links.flatMap(({ filename, url, sha256, requiresPython, yanked }) => {
        const wheel = (0,filenames/* parseWheelName */.C)(filename);
        if (wheel !== undefined && wheel.name !== project)
            return [];
        const version = wheel?.version ?? (0,filenames/* sdistVersion */.g)(filename, project);
        if (version === undefined)
            return [];
        return [
            {
                filename,
                url,
                ...(sha256 === undefined ? {} : { sha256: sha256.toLowerCase() }),
                ...(requiresPython === undefined || requiresPython.trim() === '' ? {} : { requiresPython }),
                ...(yanked === undefined ? {} : { yanked }),
                kind: wheel === undefined ? 'sdist' : 'wheel',
                version,
            },
        ];
    });
    return { name: project, files };
}
function checkVersion(version) {
    if (version !== undefined && !/^1(\.|$)/.test(version)) {
        throw new Error(`it speaks version ${version} of the simple API, and this program version 1`);
    }
}
const simple_isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value) => (typeof value === 'string' ? value : undefined);
function jsonLinks(body, base) {
    const page = JSON.parse(body);
    if (!simple_isRecord(page) || !Array.isArray(page['files']))
        throw new Error('its JSON has no list of files (PEP 691)');
    if (simple_isRecord(page['meta']))
        checkVersion(textOf(page['meta']['api-version']));
    return page['files'].filter(simple_isRecord).flatMap((file) => {
        const filename = textOf(file['filename']);
        const url = textOf(file['url']);
        if (filename === undefined || url === undefined || !URL.canParse(url, base))
            return [];
        const yanked = file['yanked'] === true ? '' : textOf(file['yanked']);
        return [
            {
                filename,
                url: new URL(url, base).href,
                sha256: simple_isRecord(file['hashes']) ? textOf(file['hashes']['sha256']) : undefined,
                requiresPython: textOf(file['requires-python']),
                yanked,
            },
        ];
    });
}
function htmlLinks(body, page) {
    if (!/<[a-z!]/i.test(body))
        throw new Error('it is neither HTML (PEP 503) nor JSON (PEP 691)');
    let base;
    const links = [];
    const parser = new Parser/* Parser */.i({
        onopentag(name, attributes) {
            const { href } = attributes;
            if (name === 'meta') {
                if (attributes['name'] === 'pypi:repository-version')
                    checkVersion(attributes['content']);
            }
            else if (href !== undefined && URL.canParse(href, base ?? page)) {
                // Only the first <base> counts (HTML, section 4.2.3).
                if (name === 'base')
                    base ??= new URL(href, page).href;
                else if (name === 'a')
                    links.push(linkOf(new URL(href, base ?? page), attributes));
            }
        },
    });
    parser.end(body);
    return links;
}
function linkOf(url, attributes) {
    const sha256 = /(?:^#|&)sha256=([\da-f]{64})(?:&|$)/i.exec(url.hash)?.[1];
    url.hash = '';
    const last = url.pathname.split('/').at(-1);
    return {
        filename: unescaped(last),
        url: url.href,
        sha256,
        requiresPython: attributes['data-requires-python'],
        yanked: attributes['data-yanked'],
    };
}
function unescaped(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return segment;
    }
}

;// CONCATENATED MODULE: ./lib/package-index/read.js
/** Reads a project from a package index over HTTP. */




/** The index that is asked when no other is named. */
const defaultIndexUrl = 'https://pypi.org/simple';
/** JSON first (PEP 691); indexes that know only HTML ignore this. */
const accept = [
    'application/vnd.pypi.simple.v1+json',
    'application/vnd.pypi.simple.v1+html;q=0.2',
    'text/html;q=0.1',
].join(', ');
/**
 * The project's files, or undefined when the index has no project of this name.
 *
 * @param indexUrl the root of a simple API: `https://packages.example.org/simple`.
 * @throws Failure (station `index`) when the index cannot be reached, refuses, or answers with something else.
 */
async function readProject(world, indexUrl, name, auth) {
    const url = `${indexUrl.replace(/\/+$/, '')}/${(0,package_name/* normalizedName */.j8)(name)}/`;
    const answer = await get(world, url, { auth, accept });
    if (answer === undefined)
        return undefined;
    try {
        return parseProject(name, answer.body.toString('utf8'), answer.contentType, answer.url);
    }
    catch (error) {
        throw failed(`GET ${redacted(url)}: the answer is not a page of a package index: ${reason(error)}. index_url is the root of a simple API, often ending in "/simple".`);
    }
}

// EXTERNAL MODULE: ./lib/package-index/netrc.js
var package_index_netrc = __webpack_require__(8289);
;// CONCATENATED MODULE: ./lib/commands/index-access.js
/** How the package index is reached: its URL, who asks, and what of that the build stages are given. */





/**
 * The index's credentials come in as the secret with the id `netrc`, a file or an environment variable in the form of
 * a netrc file: the same that pip reads inside the build. A CA bundle is trusted besides what is trusted anyway: programs
 * that take one file for all trust are given one with everything in it.
 *
 * @throws Failure when a file or a variable is not there.
 */
async function indexAccess(world, inputs) {
    const url = inputs.indexUrl ?? defaultIndexUrl;
    const caBundle = inputs.caBundle === undefined ? undefined : await wholeTrust(world, inputs.caBundle);
    const trusted = caBundle === undefined ? {} : { caBundle };
    const own = inputs.secrets.map((secret) => absolute(world, secret));
    const secrets = caBundle === undefined ? own : [...own, `id=ca_bundle,src=${caBundle}`];
    const given = inputs.secrets.map(fieldsOf).find((fields) => fields['id'] === 'netrc');
    if (given === undefined)
        return { url, ...trusted, secrets };
    const text = given['env'] === undefined ? await readFile(world, given) : world.env[given['env']];
    if (text === undefined) {
        const where = given['env'] === undefined ? `file "${given['src'] ?? ''}"` : `environment variable "${given['env']}"`;
        throw new lib_errors/* Failure */.HR([
            {
                station: 'input',
                about: 'secrets',
                message: `The secret "netrc" is not there: there is no ${where}.`,
            },
        ]);
    }
    const netrc = (0,external_node_path_.join)(await world.files.temporary('netrc'), 'netrc');
    await world.files.write(netrc, text, 0o600);
    const entry = (0,package_index_netrc/* parseNetrc */.Q)(text, new URL(url).hostname);
    const auth = entry === undefined ? {} : { auth: { host: new URL(url).host, ...entry } };
    return { url, ...trusted, secrets, netrc, ...auth };
}
/** The user's certificates together with those that this process trusts, in one file. */
async function wholeTrust(world, path) {
    const pem = await world.files.read(path);
    if (pem === undefined) {
        const message = `There is no file "${path}". ca_bundle is the path of a PEM file.`;
        throw new lib_errors/* Failure */.HR([{ station: 'input', about: 'ca_bundle', message }]);
    }
    const whole = (0,external_node_path_.join)(await world.files.temporary('trust'), 'ca.pem');
    await world.files.write(whole, [...(0,external_node_tls_.getCACertificates)('default'), pem].map((one) => `${one.trim()}\n`).join(''));
    return whole;
}
/** buildx runs in a folder of its own: a path that is relative to this one is made whole. */
const absolute = ({ files }, secret) => secret
    .split(',')
    .map((field) => field.replace(/^(src|source)=(.*)$/, (_, name, path) => `${name}=${files.absolute(path)}`))
    .join(',');
const fieldsOf = (secret) => Object.fromEntries(secret.split(',').map((field) => [field.split('=', 1)[0] ?? '', field.slice(field.indexOf('=') + 1)]));
const readFile = (world, fields) => world.files.read(fields['src'] ?? fields['source'] ?? '');

;// CONCATENATED MODULE: ./lib/build/facts.js
/** Reads what a base image holds on each platform, without running it there. */








/**
 * Facts of each platform of a base.
 *
 * A digest always means the same files, so that what was read once is kept in the cache.
 */
async function readFacts(world, buildx, base, platforms, programs, cache) {
    const uncached = (0,file_failure/* unlessRefused */.J0)(cache.refused);
    const kept = await Promise.all(platforms.map(async (platform) => {
        const path = cacheFile(cache.folder, base, platform);
        const text = await world.files.read(path).catch(uncached);
        return text === undefined ? undefined : parseFacts(text);
    }));
    const missing = platforms.filter((_, index) => kept[index] === undefined);
    const read = missing.length === 0 ? [] : await readFresh(world, buildx, base, missing, programs);
    for (const facts of read) {
        const path = cacheFile(cache.folder, base, facts.platform);
        await world.files.write(path, JSON.stringify(facts)).catch(uncached);
    }
    const all = new Map([...kept, ...read].flatMap((facts) => (facts === undefined ? [] : [[facts.platform, facts]])));
    return platforms.map((platform) => {
        const facts = all.get(platform);
        if (facts !== undefined)
            return facts;
        const message = `The builder read nothing of the base image ${base.reference} for ${platform}. Try another builder.`;
        throw new lib_errors/* Failure */.HR([{ station: 'build', about: base.reference, message }]);
    });
}
/** What another run left half written is read again. */
function parseFacts(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const cacheFile = (cache, base, platform) => (0,external_node_path_.join)(cache, 'facts-2', base.digest.replace(':', '-'), `${platform.replaceAll('/', '-')}.json`);
async function readFresh(world, buildx, base, platforms, programs) {
    const folder = await world.files.temporary('facts');
    const bakefile = {
        target: {
            facts: {
                context: '.',
                dockerfile: 'facts.Dockerfile',
                platforms,
                contexts: { programs: './programs' },
                args: { PUBLISH_BASE: `${base.reference}@${base.digest}` },
                output: ['type=local,dest=out'],
            },
        },
    };
    await world.files.write((0,external_node_path_.join)(folder, 'docker-bake.json'), bakeText(bakefile));
    await world.files.write((0,external_node_path_.join)(folder, 'facts.Dockerfile'), program(programs, 'facts.Dockerfile'));
    await world.files.write((0,external_node_path_.join)(folder, 'programs', 'facts.py'), program(programs, 'facts.py'));
    const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, { folder, targets: ['facts'] });
    if (ran.code !== 0) {
        throw new lib_errors/* Failure */.HR([
            await buildProblem(world, {
                ran,
                about: base.reference,
                what: `the base image ${base.reference} could not be read`,
                base: base.reference,
            }),
        ]);
    }
    const read = await readPerPlatform(world, (0,external_node_path_.join)(folder, 'out'), 'facts.json', platforms);
    return read.map(({ platform, text }) => ({
        ...JSON.parse(text),
        platform,
    }));
}

// EXTERNAL MODULE: ./lib/names/requirement.js
var requirement = __webpack_require__(2663);
;// CONCATENATED MODULE: ./lib/lock/image-environment.js
/** Keeps uv to what an image can be: CPython on Linux, of one minor release. */



/** The first release that is later than all of a minor one: `3.14` of `3.13`. */
const next = (minor) => `3.${Number(minor.split('.')[1]) + 1}`;
/**
 * The lines, each narrowed to what an image can be. So the lock does not name what other systems would need.
 *
 * @param minor `3.13`.
 * @throws Failure with every line that is no requirement.
 */
function requirementsFor(requirements, minor) {
    const image = `sys_platform == 'linux' and platform_python_implementation == 'CPython' and python_full_version < '${next(minor)}'`;
    const results = requirements.map((line) => (0,requirement/* parseRequirement */.pP)(line));
    const problems = results.flatMap((result) => result.ok ? [] : [{ station: 'input', about: 'requirements', message: result.message }]);
    if (problems.length > 0)
        throw new lib_errors/* Failure */.HR(problems);
    return results.flatMap((result) => {
        if (!result.ok)
            return [];
        const { text, specifiers, marker } = result.value;
        const narrowed = marker === undefined ? image : `(${marker}) and ${image}`;
        return [{ ...result.value, marker: narrowed, line: `${text}${specifiers} ; ${narrowed}` }];
    });
}
/**
 * A pyproject.toml that has uv solve for images alone: a marker on a requirement does not keep it from solving what that
 * requirement needs elsewhere. uv takes this key from a project's file only, never from uv.toml. Packages say in several
 * ways that something is for Windows or PyPy: each of their variables is answered.
 *
 * @param minor `3.13`.
 */
const projectFile = (minor) => `[tool.uv]\nenvironments = ["${[
    "sys_platform == 'linux'",
    "platform_system == 'Linux'",
    "os_name == 'posix'",
    "implementation_name == 'cpython'",
    "platform_python_implementation == 'CPython'",
    `python_full_version < '${next(minor)}'`,
].join(' and ')}"]\n`;
/**
 * A project's file is read only where configuration is, and then the user's and the machine's are read, too, and would
 * make another lock than the inputs say. An empty file stands for each.
 */
const emptyConfig = {
    files: { 'config/uv/uv.toml': '' },
    env: (folder) => ({
        XDG_CONFIG_HOME: (0,external_node_path_.join)(folder, 'config'),
        XDG_CONFIG_DIRS: (0,external_node_path_.join)(folder, 'config'),
    }),
};

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./lib/lock/pylock.js
/** Reads a pylock.toml (PEP 751). */



const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
const tables = (value) => (Array.isArray(value) ? value.filter(isTable) : []);
const pylock_textOf = (value) => (typeof value === 'string' ? value : undefined);
/**
 * The lock of a pylock.toml. Comments, among them the command that made it, are left out of its text.
 *
 * @throws Failure when it holds what cannot be installed from an index: a checkout, a folder, a file without a sha256.
 */
function parsePylock(text, resolved) {
    let page;
    try {
        page = (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        throw wrong(`is no TOML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
    const version = pylock_textOf(page['lock-version']);
    if (version === undefined || !version.startsWith('1.'))
        throw wrong(`has lock-version ${JSON.stringify(version)}, not 1`);
    return { text: withoutComments(text), packages: tables(page['packages']).map(packageOf), resolved };
}
/** Lines that are comments alone; a pylock.toml as tools write it has no text of several lines. */
const withoutComments = (text) => text.replace(/^[ \t]*#.*\n/gm, '');
function packageOf(table) {
    const name = pylock_textOf(table['name']);
    if (name === undefined)
        throw wrong('has a package without a name');
    for (const source of ['vcs', 'directory', 'archive']) {
        if (source in table)
            throw wrong(`takes ${name} from a ${source}: only packages of an index can be locked`);
    }
    const version = pylock_textOf(table['version']);
    if (version === undefined)
        throw wrong(`has no version for ${name}`);
    const marker = pylock_textOf(table['marker']);
    return {
        name: (0,package_name/* normalizedName */.j8)(name),
        version,
        ...(marker === undefined ? {} : { marker }),
        wheels: tables(table['wheels']).map((wheel) => artifactOf(wheel, name)),
        ...(isTable(table['sdist']) ? { sdist: artifactOf(table['sdist'], name) } : {}),
    };
}
function artifactOf(table, name) {
    const url = pylock_textOf(table['url']) ?? pylock_textOf(table['path']);
    if (url === undefined)
        throw wrong(`has a file of ${name} without an address`);
    const hashes = isTable(table['hashes']) ? table['hashes'] : {};
    const sha256 = pylock_textOf(hashes['sha256'])?.toLowerCase();
    if (sha256 === undefined)
        throw wrong(`has no sha256 for ${url.split('/').at(-1)}`);
    return { filename: pylock_textOf(table['name']) ?? filenameOf(url), url, sha256 };
}
const filenameOf = (url) => {
    const last = url
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1);
    try {
        return decodeURIComponent(last);
    }
    catch {
        return last;
    }
};
const wrong = (what) => new lib_errors/* Failure */.HR([
    {
        station: 'index',
        about: 'pylock.toml',
        message: `the lock that was resolved cannot be used: it ${what}.`,
    },
]);

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/inputs/nearest.js
var nearest = __webpack_require__(3231);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
;// CONCATENATED MODULE: ./lib/package-index/known-names.js
/** Widely used packages: the nearest of these is offered for a name that the index does not have. No lookup is made. */
const knownNames = `
aiofiles aiohttp airflow alembic amqp annotated-types ansible anyio apache-airflow argon2-cffi asgiref asyncpg attrs
awscli azure-core azure-identity babel bcrypt beautifulsoup4 billiard black blinker boto3 botocore bottle cachetools
celery certbot certifi cffi chardet charset-normalizer cherrypy circus click cloudpickle colorama coverage croniter
cryptography cx-oracle cython dagster dash dask databases devpi-server distributed django djangorestframework dnspython
docker docopt docutils dramatiq elasticsearch eventlet execnet falcon fastapi filelock flake8 flask flask-cors
flask-login flower fonttools frozenlist fsspec gevent gitpython google-api-core google-auth google-cloud-storage
granian graphene greenlet grpcio gunicorn h11 h2 hatchling httpcore httptools httpx huey hupper hypercorn hypothesis
idna importlib-metadata influxdb-client ipython isort itsdangerous jax jedi jinja2 jmespath joblib jsonschema jupyter
jupyterlab kafka-python keras kombu kubernetes libcst litestar lightgbm loguru luigi lxml mako markdown markupsafe
marshmallow matplotlib meinheld mercurial minio mkdocs mkdocs-material mlflow more-itertools motor msgpack multidict
mypy mysqlclient nltk networkx nicegui notebook numba numpy oauthlib odoo openai openpyxl opentelemetry-api orjson
packaging pandas paramiko passlib paste pastedeploy peewee pexpect pillow pip platformdirs plotly pluggy poetry
portalocker prefect prettytable prometheus-client prompt-toolkit propcache protobuf psutil psycopg psycopg2
psycopg2-binary pyarrow pyasn1 pycparser pycryptodome pydantic pydantic-core pydantic-settings pygments pyjwt pylint
pymongo pymysql pynacl pyopenssl pyparsing pyramid pytest pytest-cov python-dateutil python-dotenv python-ldap
python-multipart python-socketio pytz pyyaml pyzmq quart rcssmin redis regex requests requests-oauthlib rich robotframework rq
ruff s3transfer sanic scikit-learn scipy scrapy seaborn selenium sentry-sdk setproctitle setuptools shapely simplejson six
sniffio sphinx sqlalchemy sqlmodel sqlparse starlette streamlit structlog supervisor sympy tabulate tenacity tensorflow
textual toml tomli torch tornado tox tqdm transformers trio trytond twisted typer typing-extensions tzdata ujson urllib3
uvicorn uvloop uwsgi virtualenv waitress watchdog watchfiles wcwidth websocket-client websockets werkzeug wheel whitenoise
wrapt xlsxwriter xmltodict yarl zope-interface zstandard
`
    .trim()
    .split(/\s+/);

;// CONCATENATED MODULE: ./lib/package-index/lost-zero.js
/** Finds out whether a version may have lost a zero at its end: YAML takes what looks like a number for one. */

/**
 * The version that YAML reads as this one, where the index has it: `0.30` of `0.3`. Only a text that YAML would write for a
 * number can be one, and a release that was withdrawn is not meant.
 */
function lostZero({ files }, written) {
    if (!/^(?:0|[1-9]\d*)\.\d*[1-9]$/.test(written))
        return undefined;
    return [`${written}0`, `${written}00`].find((text) => {
        const version = (0,package_version/* parsePackageVersion */.g7)(text);
        return (version.ok &&
            files.some((file) => file.yanked === undefined && (0,package_version/* compareVersions */.Zy)(file.version, version.value) === 0));
    });
}

;// CONCATENATED MODULE: ./lib/package-index/choose.js
/** Which version of a project is meant, and whether it allows this Python. */







/** What to tell a user whose package the index does not have. */
function absentPackage(name, indexUrl) {
    const near = (0,nearest/* nearest */.p)(name, knownNames);
    const offer = near === undefined || near === name ? 'Look at its spelling' : `Did you mean ${(0,shown/* shown */.S)(near)}?`;
    return `the index ${redacted(indexUrl)} has no package ${(0,shown/* shown */.S)(name)}. ${offer}${near === undefined || near === name ? ', or name another index_url.' : ''}`;
}
/** The version that is wanted, or why it cannot be had, with what can. `latest` is the newest final one that was not withdrawn and allows this Python. */
function chooseVersion(project, wanted, python) {
    const releases = releasesOf(project);
    if (releases.length === 0)
        return (0,lib_errors/* refused */.J5)(`${project.name} has no wheel and no source distribution on the index.`);
    if (wanted === 'latest')
        return newest(project, releases, python);
    const release = releases.find(({ version }) => (0,package_version/* compareVersions */.Zy)(version, wanted) === 0);
    if (release === undefined)
        return (0,lib_errors/* refused */.J5)(absentVersion(project, releases, wanted));
    const files = release.files.filter((file) => allows(file, python));
    if (files.length === 0)
        return (0,lib_errors/* refused */.J5)(forbids(project, releases, release, python));
    const yanked = yankedOf(release);
    return (0,lib_errors/* parsed */.Yz)({ version: release.version, files, ...(yanked === undefined ? {} : { yanked }) });
}
function newest(project, releases, python) {
    const kept = releases.filter((release) => yankedOf(release) === undefined);
    const final = kept.filter(({ version }) => !version.isPrerelease);
    const fitting = newestFor(final, python);
    if (fitting !== undefined) {
        return (0,lib_errors/* parsed */.Yz)({ version: fitting.version, files: fitting.files.filter((file) => allows(file, python)) });
    }
    const [last] = final;
    if (last !== undefined)
        return (0,lib_errors/* refused */.J5)(forbids(project, final, last, python));
    const offer = kept[0] ?? releases[0];
    return (0,lib_errors/* refused */.J5)(kept.length > 0
        ? `${project.name} has only pre-releases on the index. "latest" means a final release: name a version, like "${offer.version.text}".`
        : `every version of ${project.name} was withdrawn. Name one to have it all the same, like "${offer.version.text}".`);
}
/** Newest first. */
function releasesOf(project) {
    const byText = new Map();
    for (const file of project.files) {
        // 1.0 and 1.0.0 are one release whose files are spelled differently.
        const key = file.version.text.replace(/^((?:\d+!)?\d+(?:\.\d+)*?)(?:\.0)+(?![.\d])/, '$1');
        const release = byText.get(key) ?? { version: file.version, files: [] };
        release.files.push(file);
        byText.set(key, release);
    }
    return [...byText.values()].toSorted((one, other) => (0,package_version/* compareVersions */.Zy)(other.version, one.version));
}
const yankedOf = ({ files }) => files.every(({ yanked }) => yanked !== undefined) ? files[0]?.yanked : undefined;
/**
 * Whether a file allows this Python. Of a minor release alone, the image has some patch of it: what allows an early one
 * or a late one is allowed (`!=3.9.0,!=3.9.1` does not keep 3.9 out). Specifiers that are none keep nobody out, as in pip.
 */
function allows({ requiresPython }, { minor, patch }) {
    const specifiers = (0,package_version/* parseSpecifiers */.$h)(requiresPython ?? '');
    if (!specifiers.ok)
        return true;
    return (patch === undefined ? [0, 99] : [patch]).some((number) => {
        const version = (0,package_version/* parsePackageVersion */.g7)(`${minor}.${number}`);
        return version.ok && (0,package_version/* satisfies */.ib)(version.value, specifiers.value);
    });
}
const newestFor = (releases, python) => releases.find(({ files }) => files.some((file) => allows(file, python)));
const choose_textOf = ({ minor, patch }) => patch === undefined ? minor : `${minor}.${patch}`;
function forbids(project, releases, release, python) {
    const rules = [...new Set(release.files.flatMap(({ requiresPython }) => requiresPython ?? []))].join(' or ');
    const usable = releases.filter(({ version, ...rest }) => !version.isPrerelease && yankedOf({ version, ...rest }) === undefined);
    const other = newestFor(usable, python);
    const offer = other === undefined
        ? `No version of it allows Python ${choose_textOf(python)}: choose another python_version.`
        : `The newest version that allows Python ${choose_textOf(python)} is ${other.version.text}.`;
    return `${project.name} ${release.version.text} does not allow Python ${choose_textOf(python)}: it requires Python ${(0,shown/* shown */.S)(rules)}. ${offer}`;
}
function absentVersion(project, releases, wanted) {
    const known = releases.filter((release) => yankedOf(release) === undefined);
    const above = known.findLastIndex(({ version }) => (0,package_version/* compareVersions */.Zy)(version, wanted) > 0);
    const near = known.slice(Math.max(0, above - 1), above + 3).map(({ version }) => version.text);
    const latest = known.find(({ version }) => !version.isPrerelease)?.version.text;
    const listed = near.length === 0 ? '' : ` Nearest: ${near.toReversed().join(', ')}.`;
    const last = latest === undefined || near.includes(latest) ? '' : ` Newest: ${latest}.`;
    const lost = lostZero(project, wanted.text);
    const quote = lost === undefined ? '' : ` YAML reads ${lost} as ${wanted.text}: quote it, "${lost}".`;
    return `${project.name} has no version ${wanted.text} on the index.${quote}${listed}${last}`;
}

;// CONCATENATED MODULE: ./lib/lock/uv-words.js
/** Reads what uv says when it cannot resolve. */





/** Said on every machine whose own Python is another; nothing is built, so it means nothing here. */
const idle = /^The requested Python version .* is not available/;
/** What uv warns of, without what means nothing here. */
const warningsOf = (stderr) => stderr
    .split('\n')
    .flatMap((line) => /^warning: (.*)$/.exec(line)?.[1] ?? [])
    .filter((line) => !idle.test(line));
/** The lines that matter: without warnings, without the frame that uv draws around them. */
function linesOf(stderr) {
    return stderr
        .split('\n')
        .filter((line) => !line.startsWith('warning: '))
        .map((line) => line
        .replace(/^[\s×╰─▶├│]+/u, '')
        .replace(/^(error|cause): /, '')
        // The markers that every requirement was narrowed with.
        .replace(/\{[^{}]*\}/g, '')
        .trimEnd())
        .filter((line) => line !== '' && !line.startsWith('hint: While the active Python version'))
        .slice(0, 25);
}
/** What is wanted contradicts itself: asking again would not help, asking for something else may. */
class NoSolution extends lib_errors/* Failure */.HR {
}
/** Why packages must be built before anything is known of them, as a sentence without its full stop. */
function wheelless(packages) {
    const [has, it] = packages.length === 1 ? ['has', 'it needs'] : ['have', 'they need'];
    return `${packages.join(', ')} ${has} no wheel that tells what ${it}`;
}
/** The file that uv could not use, mostly one of its cache. Undefined where something else was wrong. */
function fileOf(stderr) {
    const lines = linesOf(stderr);
    const at = lines.findLastIndex((line) => /\(os error \d+\)/.test(line));
    // Rust's library prints errno's number.
    const number = Number(/\(os error (\d+)\)/.exec(lines[at] ?? '')?.[1]);
    const [code] = (0,external_node_util_.getSystemErrorMap)().get(-number) ?? [];
    if (code === undefined || !(0,file_failure/* isFileCode */.Ao)(code))
        return undefined;
    // The path stands in quotes, in the same line or in the one above it.
    const said = lines.slice(0, at + 1).toReversed();
    const path = said.flatMap((line) => /[`"](\/[^`"]*)[`"]/.exec(line)?.[1] ?? [])[0];
    return path === undefined ? undefined : new file_failure/* FileFailure */.Py({ path, doing: 'used', code });
}
/** What to do about a run of uv that did not end well. */
function readComplaint({ code, stderr }, indexUrl) {
    const lines = linesOf(stderr);
    const words = lines.join(' ');
    const unread = [
        // Of a release with wheels for other systems alone uv gives the markers that none of them is for.
        ...words.matchAll(/Wheels are required for `([^`]+)`|([\w.-]+)\S* has no `[^`]+`-compatible wheels/g),
    ].map(([, one, other]) => one ?? other);
    if (unread.length > 0 || /has no usable wheels/.test(words)) {
        const [first] = /(\S+?)(?:==\S+)? has no usable wheels/.exec(words)?.slice(1) ?? [];
        const packages = [...new Set(unread.length > 0 ? unread : [first])];
        return { kind: 'needs-building', packages, why: wheelless(packages) };
    }
    if (/No interpreter found/.test(words)) {
        return {
            kind: 'needs-building',
            packages: [],
            why: 'uv wants a Python on this machine and there is none',
        };
    }
    const failure = failureOf(code, lines, words, indexUrl);
    const later = laterPatch(words);
    return later === undefined ? { kind: 'failure', failure } : { kind: 'python', from: later, failure };
}
/** The first patch after all that uv names, when it is the Python that does not fit: `3.9.2` after `Python>3.9.1`. */
function laterPatch(words) {
    const minor = /requested Python version \(>=(3\.\d+)\) does not satisfy/.exec(words)?.[1];
    if (minor === undefined)
        return undefined;
    const patches = [...words.matchAll(new RegExp(`\\b${minor.replace('.', '\\.')}\\.(\\d+)\\b`, 'g'))].map(([, patch]) => Number(patch));
    return patches.length === 0 ? undefined : `${minor}.${Math.max(...patches) + 1}`;
}
function failureOf(code, lines, words, indexUrl) {
    const index = redacted(indexUrl);
    const status = /\((40[13])\b/.exec(words)?.[1];
    if (status !== undefined) {
        return uv_words_failed(`the index ${index} answered ${status} while requirements were resolved: it wants credentials, or refuses the ones that it was given.`, lines);
    }
    if (/certificate|UnknownIssuer/i.test(words)) {
        return uv_words_failed(`the index ${index} has a certificate that is not trusted: when a company's own authority signed it, name its PEM file as ca_bundle.`, lines);
    }
    if (/Failed to fetch|error sending request|Could not connect|Request failed|dns error|timed out/i.test(words)) {
        return uv_words_failed(`the index ${index} could not be reached while requirements were resolved: look at index_url, the network and the proxy variables.`, lines);
    }
    // Of a requirement with a marker uv says that it has no versions, of one without that it was not found.
    const missing = /([\w.-]+) was not found in the package registry|there are no versions of ([\w.-]+) and/g;
    const absent = [...new Set([...words.matchAll(missing)].map(([, one, other]) => one ?? other))];
    if (absent.length > 0) {
        return new lib_errors/* Failure */.HR(absent.map((name) => ({
            station: 'index',
            about: name,
            message: absentPackage(name, indexUrl),
            detail: lines,
        })));
    }
    const version = /there is no version of ([\w.-]+)==(\S+)/.exec(words);
    if (version !== null) {
        return uv_words_failed(`the index ${index} has no version ${version[2]} of ${version[1]}: choose another.`, lines);
    }
    if (/No solution found/.test(words)) {
        const { problems } = uv_words_failed('no versions fit together: what is required contradicts itself, or this Python, or what the index has. Loosen a requirement, or choose another version.', lines.filter((line) => !line.startsWith('No solution found')));
        return new NoSolution(problems);
    }
    if (code === 127)
        return uv_words_failed('uv cannot be run: it is not where it was found.', lines);
    if (code === 126)
        return uv_words_failed('uv cannot be run: install it and have it on PATH, or keep it in another folder.', lines);
    return uv_words_failed(`uv ended with code ${code} while it resolved.`, lines);
}
function uv_words_failed(message, detail) {
    const problem = {
        station: 'index',
        about: 'requirements',
        message,
        ...(detail.length === 0 ? {} : { detail }),
    };
    return new lib_errors/* Failure */.HR([problem]);
}

;// CONCATENATED MODULE: ./lib/build/resolve.js
/** Resolves in a container, for packages whose build code must run to say what they need. */









/** @throws Failure with the resolver's or the compiler's words. */
async function resolveInContainer(world, buildx, request) {
    const { asked } = request;
    const folder = await world.files.temporary('resolve');
    const bakefile = {
        target: {
            resolve: {
                context: '.',
                dockerfile: 'resolve.Dockerfile',
                contexts: { request: './request' },
                args: {
                    BUILD_BASE: request.buildBase,
                    UV_VERSION: request.uvVersion,
                    PYTHON_MINOR: asked.python.minor,
                    INDEX_URL: asked.indexUrl,
                    ASKED_AT: String(world.clock.now()),
                    ...(request.buildPackages.length === 0 ? {} : { BUILD_PACKAGES: request.buildPackages.join(' ') }),
                },
                ...(request.secrets.length === 0 ? {} : { secret: request.secrets }),
                output: ['type=local,dest=out'],
            },
        },
    };
    const files = {
        'docker-bake.json': bakeText(bakefile),
        'resolve.Dockerfile': program(request.programs, 'resolve.Dockerfile'),
        'request/requirements.in': requirementsFor(asked.requirements, asked.python.minor)
            .map(({ line }) => `${line}\n`)
            .join(''),
        'request/constraints.txt': asked.constraints.map((line) => `${line}\n`).join(''),
        'request/build-constraints.txt': request.buildConstraints.map((line) => `${line}\n`).join(''),
        'request/pyproject.toml': projectFile(asked.python.minor),
        ...Object.fromEntries(Object.entries(emptyConfig.files).map(([name, content]) => [`request/${name}`, content])),
    };
    for (const [name, content] of Object.entries(files))
        await world.files.write((0,external_node_path_.join)(folder, name), content);
    const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, { folder, targets: ['resolve'] });
    const names = asked.requirements.join(', ');
    if (ran.code !== 0) {
        const what = `what ${names} needs could not be resolved`;
        const problem = await buildProblem(world, { ran, about: names, what, base: request.buildBase });
        throw /No solution found/.test(ran.stderr) ? new NoSolution([problem]) : new lib_errors/* Failure */.HR([problem]);
    }
    return parsePylock((await world.files.read((0,external_node_path_.join)(folder, 'out', 'pylock.toml'))) ?? '', 'container');
}

;// CONCATENATED MODULE: ./lib/lock/passed-over.js
/** Finds releases that uv may have left out because none of their wheels is for Linux. */



/**
 * Packages of which the index has a newer release than the lock that pip could compile for this Python, with wheels and
 * none of them for Linux: such a release uv passes over where it may not build. It may as well be newer than a requirement
 * allows, which only another resolution tells.
 */
function passedOver({ packages }, projects, python) {
    const names = packages.flatMap(({ name, version }) => {
        const locked = (0,package_version/* parsePackageVersion */.g7)(version);
        if (!locked.ok)
            return [];
        const newer = (projects.get(name)?.files ?? []).filter((file) => (0,package_version/* compareVersions */.Zy)(file.version, locked.value) > 0 &&
            (!file.version.isPrerelease || locked.value.isPrerelease) &&
            file.yanked === undefined &&
            allows(file, python));
        const releases = new Set(newer.map((file) => file.version.text));
        const passed = [...releases].some((text) => isPassedOver(newer.filter((file) => file.version.text === text), python));
        return passed ? [name] : [];
    });
    return [...new Set(names)];
}
const isPassedOver = (files, python) => files.some(({ kind }) => kind === 'sdist') &&
    files.some(({ kind }) => kind === 'wheel') &&
    !files.some((file) => file.kind === 'wheel' && mayServe(file, python));
/** Whether a wheel is for this Python on Linux, of whatever processor and libc. */
function mayServe({ filename }, { minor }) {
    const name = (0,filenames/* parseWheelName */.C)(filename);
    if (name === undefined)
        return false;
    const own = `cp${minor.replace('.', '')}`;
    return (name.platforms.some((platform) => platform === 'any' || platform.includes('linux')) &&
        (name.pythons.some((tag) => tag.startsWith('py3') || tag === own) || name.abis.includes('abi3')));
}

;// CONCATENATED MODULE: ./lib/package-index/download.js
/** Takes a file of a package index. Its hash is for the caller to check. */

/** @throws Failure (station `index`) when it cannot be had. */
async function download(world, url, auth) {
    const answer = await get(world, url, { auth });
    if (answer === undefined)
        throw failed(`GET ${redacted(url)}: the index names this file and does not have it.`);
    return answer.body;
}

;// CONCATENATED MODULE: ./lib/lock/sdists.js
/** Gives a lock the source distributions that uv leaves out of it when it may not build. */





/** A wheel for every platform makes the source distribution needless. */
const fitsEverywhere = ({ wheels }) => wheels.some(({ filename }) => {
    const name = (0,filenames/* parseWheelName */.C)(filename);
    return name !== undefined && name.platforms.includes('any') && name.pythons.includes('py3');
});
/** @throws Failure when the index cannot be read. */
async function readProjects(world, lock, indexUrl, auth) {
    const names = new Set(lock.packages
        .filter((entry) => entry.sdist === undefined && !fitsEverywhere(entry))
        .map(({ name }) => name));
    const read = await Promise.all([...names].map(async (name) => [name, await readProject(world, indexUrl, name, auth)]));
    return new Map(read.flatMap(([name, project]) => (project === undefined ? [] : [[name, project]])));
}
/**
 * The lock with an sdist for each package that may have to be compiled somewhere, in its values and in its text.
 * `uv pip compile --no-build` writes wheels alone; the index has the rest, so that no build is ever allowed.
 *
 * @throws Failure when a file whose hash the index does not say cannot be read.
 */
async function withSdists(world, lock, projects, auth) {
    const found = await Promise.all(lock.packages.map(async (entry) => {
        if (entry.sdist !== undefined || fitsEverywhere(entry))
            return entry;
        const sdist = await sdistOf(world, entry, projects.get(entry.name), auth);
        return sdist === undefined ? entry : { ...entry, sdist };
    }));
    const added = found.filter((entry, index) => entry !== lock.packages[index]);
    return { ...lock, packages: found, text: added.reduce(insert, lock.text) };
}
async function sdistOf(world, { version }, project, auth) {
    const wanted = (0,package_version/* parsePackageVersion */.g7)(version);
    const files = (project?.files ?? []).filter((file) => file.kind === 'sdist' && wanted.ok && (0,package_version/* compareVersions */.Zy)(file.version, wanted.value) === 0);
    const file = files.find(({ filename }) => filename.endsWith('.tar.gz')) ?? files[0];
    if (file === undefined)
        return undefined;
    return { filename: file.filename, url: file.url, sha256: file.sha256 ?? (await hashOf(world, file, auth)) };
}
/** An index need not say a file's hash; uv, too, takes the file to know it. */
async function hashOf(world, { url }, auth) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(await download(world, url, auth))
        .digest('hex');
}
/** The text with one package's sdist written where PEP 751's own examples have it, before the wheels. */
function insert(text, { name, version, sdist }) {
    if (sdist === undefined)
        return text;
    const line = `sdist = { url = ${JSON.stringify(sdist.url)}, hashes = { sha256 = "${sdist.sha256}" } }\n`;
    return text
        .split(/^(?=\[\[packages\]\])/m)
        .map((block) => block.includes(`\nname = "${name}"\n`) && block.includes(`\nversion = "${version}"\n`)
        ? block.replace(/^(?=wheels = )/m, () => line)
        : block)
        .join('');
}

;// CONCATENATED MODULE: ./lib/lock/resolve.js
/** Resolves requirements on this machine for all platforms at once, without running any package's code. */







/**
 * Resolves with uv, for Linux and CPython alone: what a package needs on another system is neither looked for nor solved.
 *
 * uv may build nothing here. What a release needs it then reads from a wheel, and asked for Linux it takes one for Linux
 * only: a release whose wheels are all for other systems (psycopg2 has them for Windows) is passed over for an older one,
 * or refused. pip on Linux would compile it. So where that happened uv is asked for all systems, too: a wheel for Windows
 * says as well what is needed. What both cannot tell must be built.
 *
 * @throws Failure when no versions fit together, the index lacks something or cannot be reached, or a line is no requirement.
 */
async function resolveOnHost(world, uv, request) {
    const auth = await authOf(world, request);
    const finished = async ({ lock, projects }) => ({
        kind: 'lock',
        lock: await withSdists(world, lock, projects, auth),
    });
    const first = await answer(world, uv, request, 'images', auth);
    if (first.kind === 'failure')
        throw first.failure;
    const passed = first.kind === 'lock' ? passedOver(first.lock, first.projects, request.python) : [];
    if (first.kind === 'lock' && passed.length === 0)
        return finished(first);
    const second = await answer(world, uv, request, 'any', auth);
    if (second.kind === 'lock') {
        const wasRight = first.kind === 'lock' && passed.every((name) => resolve_isSame(name, first.lock, second.lock));
        return finished(wasRight ? first : second);
    }
    return first.kind === 'needs-building'
        ? first
        : { kind: 'needs-building', packages: passed, why: wheelless(passed) };
}
const resolve_isSame = (name, one, other) => resolve_versionsOf(name, one) === resolve_versionsOf(name, other);
const resolve_versionsOf = (wanted, { packages }) => packages
    .flatMap(({ name, version }) => (name === wanted ? [version] : []))
    .toSorted()
    .join(' ');
async function answer(world, uv, request, systems, auth) {
    const first = await attempt(world, uv, request, systems, request.python.text);
    // Of "3.9" uv takes 3.9.0, which a package may leave out (`!=3.9.0,!=3.9.1`) although every later patch will do.
    const last = first.kind === 'python' && request.python.patch === undefined
        ? await attempt(world, uv, request, systems, first.from)
        : first;
    if (last.kind === 'python')
        return { kind: 'failure', failure: last.failure };
    if (last.kind !== 'lock')
        return last;
    return { ...last, projects: await readProjects(world, last.lock, request.indexUrl, auth) };
}
async function attempt(world, uv, request, systems, python) {
    const lines = requirementsFor(request.requirements, request.python.minor);
    const folder = await world.files.temporary('lock');
    const files = {
        'requirements.in': lines.map(({ line }) => `${line}\n`).join(''),
        ...(request.constraints.length === 0
            ? {}
            : { 'constraints.txt': request.constraints.map((line) => `${line}\n`).join('') }),
        ...(systems === 'any'
            ? {}
            : { 'pyproject.toml': projectFile(request.python.minor), ...emptyConfig.files }),
    };
    for (const [name, content] of Object.entries(files))
        await world.files.write((0,external_node_path_.join)(folder, name), content);
    const command = resolveCommand(uv, request, systems, python, folder, lines, world.env);
    const ran = await runUv(world, request.cache, command);
    for (const warning of warningsOf(ran.stderr))
        world.log.warn(`uv: ${warning}`);
    const text = ran.code === 0 ? await world.files.read((0,external_node_path_.join)(folder, 'pylock.toml')) : undefined;
    if (text === undefined)
        return readComplaint(ran, request.indexUrl);
    // The Python that it was asked for is the caller's; as a floor it would change with every patch of the base.
    return { kind: 'lock', lock: parsePylock(text.replace(/^requires-python = .*\n/m, ''), 'host') };
}
/** Where it is a file that uv cannot use, it runs once more without its cache, and fails only where that is of no use. */
async function runUv(world, cache, command) {
    const run = (env) => world.run({ ...command, env: { ...command.env, ...env } }, { timeout: 600_000 });
    const ran = await run({});
    const refused = ran.code === 0 ? undefined : fileOf(ran.stderr);
    if (refused === undefined)
        return ran;
    const again = await run({ UV_NO_CACHE: '1' });
    const still = again.code === 0 ? undefined : fileOf(again.stderr);
    if (still !== undefined)
        throw still;
    cache.refused(refused);
    return again;
}
/** The user's variables for uv that reach it: how it connects and caches, and the day it resolves for. */
const kept = /^UV_(CACHE_DIR|NO_CACHE|OFFLINE|EXCLUDE_NEWER|HTTP_\w+|REQUEST_TIMEOUT|CONCURRENT_\w+|NATIVE_TLS|SYSTEM_CERTS|INSECURE_HOST)$/;
function resolveCommand(uv, request, systems, python, folder, lines, env) {
    const args = [
        'pip',
        'compile',
        '--universal',
        '--generate-hashes',
        '--no-build',
        ...(systems === 'any' ? ['--no-config'] : []),
        '--no-header',
        '--no-progress',
        '--color=never',
        // Any will do: it is only asked what it is. Without this, uv tries all that are on PATH for one of the wanted version.
        '--python=3',
        `--python-version=${python}`,
        `--default-index=${request.indexUrl}`,
        // What the index said a moment ago of these is already known; uv must not answer from an older page.
        ...lines.map(({ name }) => `--refresh-package=${name}`),
        ...(request.constraints.length > 0 ? ['--constraint=constraints.txt'] : []),
        '--format=pylock.toml',
        '--output-file=pylock.toml',
        'requirements.in',
    ];
    // Other settings of the user's, such as an index or a resolution of their own, would make another lock than the inputs say.
    const dropped = Object.keys(env)
        .filter((name) => name.startsWith('UV_') && name !== 'UV_PYTHON_DOWNLOADS' && !kept.test(name))
        .toSorted();
    return {
        ...(dropped.length === 0
            ? { program: uv.program, args }
            : { program: 'env', args: [...dropped.flatMap((name) => ['-u', name]), uv.program, ...args] }),
        env: {
            UV_PYTHON_DOWNLOADS: 'never',
            ...(systems === 'any' ? {} : emptyConfig.env(folder)),
            ...(request.netrc === undefined ? {} : { NETRC: request.netrc }),
            ...(request.caBundle === undefined ? {} : { SSL_CERT_FILE: request.caBundle }),
        },
        cwd: folder,
    };
}
async function authOf({ files }, { netrc, indexUrl }) {
    if (netrc === undefined)
        return undefined;
    const { hostname, host } = new URL(indexUrl);
    const found = (0,package_index_netrc/* parseNetrc */.Q)((await files.read(netrc)) ?? '', hostname);
    return found === undefined ? undefined : { host, ...found };
}

// EXTERNAL MODULE: ./lib/names/marker.js
var names_marker = __webpack_require__(7412);
;// CONCATENATED MODULE: ./lib/lock/markers.js

/**
 * The environment of PEP 508 for CPython on this platform, whatever machine builds it. Kernel facts (`platform_release`,
 * `platform_version`) are those of the machine that an image runs on one day: they are empty.
 *
 * @param python the full version, `3.13.9`.
 */
function markerEnvironment(platform, python) {
    return {
        os_name: 'posix',
        sys_platform: 'linux',
        platform_system: 'Linux',
        platform_machine: (0,names_platform/* machineOf */.VT)(platform),
        platform_release: '',
        platform_version: '',
        platform_python_implementation: 'CPython',
        implementation_name: 'cpython',
        implementation_version: python,
        python_full_version: python,
        python_version: minorOf(python),
        extra: '',
        extras: [],
        dependency_groups: [],
    };
}
/** `3.13` of `3.13.9` or `3.15.0a1`. */
const minorOf = (python) => python.split('.').slice(0, 2).join('.');

// EXTERNAL MODULE: ./lib/lock/wheel-tags.js
var wheel_tags = __webpack_require__(6484);
;// CONCATENATED MODULE: ./lib/lock/split.js
/** What one platform installs: a wheel, something compiled, or what the base has already. */





/**
 * The requirements of a lock that hold on the base's platform, and how each gets there, sorted by name.
 *
 * @throws Failure when a package has neither a wheel that fits nor a source distribution, or the lock is ambiguous.
 */
function splitRequirements(lock, facts) {
    const environment = markerEnvironment(facts.platform, facts.python);
    const wanted = lock.packages.filter(({ name, marker }) => marker === undefined || holds(name, marker, environment));
    const requirements = wanted.map((entry) => requirementOf(entry, facts)).toSorted(byName);
    if (requirements.length === 0) {
        throw split_failed('requirements', `nothing of the lock holds for Python ${facts.python} on ${facts.platform}: it was made for another Python.`);
    }
    const twice = requirements.find(({ name }, index) => requirements[index + 1]?.name === name);
    if (twice !== undefined) {
        throw split_failed(twice.name, `the lock names two versions of ${twice.name} for ${facts.platform}: its markers overlap.`);
    }
    const { platform, links = {} } = facts;
    return { platform, requirements, ...(Object.keys(links).length === 0 ? {} : { links }) };
}
const byName = (one, other) => one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
function holds(name, text, environment) {
    const marker = (0,names_marker/* parseMarker */.g)(text);
    if (!marker.ok)
        throw split_failed(name, `the lock cannot be used: ${marker.message}`);
    return (0,names_marker/* evaluate */._)(marker.value, environment);
}
function requirementOf(entry, facts) {
    const { name, version, wheels, sdist } = entry;
    if ((0,package_version/* isSameVersion */.p)(facts.installed[name] ?? '', version))
        return { kind: 'present', name, version };
    const wheel = (0,wheel_tags/* bestWheel */.yJ)(wheels, facts);
    if (wheel !== undefined)
        return { kind: 'wheel', name, version, wheel };
    const because = (0,wheel_tags/* whyNoWheel */.l6)(wheels, facts);
    if (sdist === undefined) {
        throw split_failed(name, `${name} ${version} cannot be installed on ${facts.platform}: ${because}, and the index has no source distribution to compile. Leave the platform out, or choose another version.`);
    }
    const like = (0,wheel_tags/* similarWheel */.N0)(wheels, facts);
    return { kind: 'compile', name, version, sdist, because, ...(like === undefined ? {} : { like }) };
}
const split_failed = (about, message) => new lib_errors/* Failure */.HR([{ station: 'index', about, message }]);

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/lock/zip.js
/** Reads a zip archive (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16), which is what a wheel is. */

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** Room for what an entry's header has besides its name; the directory says another length for it. */
const zip_extra = 1024;
/** Where the end of the directory begins. The directory's end is followed by a comment of at most 65535 bytes. */
function endOf(zip) {
    let end = zip.length - 22;
    while (end >= 0 && zip.length - end < 65_558 && zip.readUInt32LE(end) !== endOfDirectory)
        end -= 1;
    if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory)
        throw new Error('it is no zip archive');
    return end;
}
/** Where in the archive its directory begins. @param tail its last bytes. @throws Error when it is no zip archive. */
const directoryStart = (tail) => tail.readUInt32LE(endOf(tail) + 16);
/**
 * The entries, in the order of the archive's directory.
 *
 * @param zip the archive, or its bytes from `from` to the end, the whole directory among them.
 * @throws Error when it is no zip archive, a split or a 64-bit one.
 */
function readZip(zip, from = 0) {
    const end = endOf(zip);
    const count = zip.readUInt16LE(end + 10);
    let at = zip.readUInt32LE(end + 16) - from;
    return Array.from({ length: count }, () => {
        if (zip.readUInt32LE(at) !== directoryEntry)
            throw new Error('its directory is damaged');
        const method = zip.readUInt16LE(at + 10);
        const packed = zip.readUInt32LE(at + 20);
        const nameLength = zip.readUInt16LE(at + 28);
        const rest = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
        const start = zip.readUInt32LE(at + 42);
        const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
        at += 46 + nameLength + rest;
        return {
            name,
            start,
            end: start + 30 + nameLength + zip_extra + packed,
            content: (bytes = zip, offset = from) => contentAt(bytes, start - offset, packed, method),
        };
    });
}
function contentAt(zip, header, packed, method) {
    // The local header has lengths of its own: its extra field may differ from the directory's.
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const data = zip.subarray(start, start + packed);
    if (method === 0)
        return data;
    if (method === 8)
        return (0,external_node_zlib_.inflateRawSync)(data);
    throw new Error(`an entry is packed with method ${method}`);
}
/** The content of the first entry whose name is wanted, or undefined when there is none. @throws Error as both do. */
const readZipEntry = (zip, isWanted) => readZip(zip)
    .find(({ name }) => isWanted(name))
    ?.content();

;// CONCATENATED MODULE: ./lib/lock/uv.js
/** Finds uv: the one on PATH, one that was kept, else the package index's wheel of it, checked by its hash. */









/** First whose `pip compile` writes pylock.toml with what is read here. */
const oldest = '0.8.0';
/**
 * The uv that a list of tools names, so that the machine and the stages of a build run the same one.
 *
 * @param tools text of dockerfiles/compile/tools.txt.
 */
function pinnedUv(tools) {
    const [, version, hashes = ''] = /^uv==(\S+)((?:.*\\\n)*.*)/m.exec(tools) ?? [];
    const sha256 = [...hashes.matchAll(/--hash=sha256:([\da-f]{64})/g)].map(([, hash]) => hash);
    if (version === undefined || sha256.length === 0)
        throw new Error('dockerfiles/compile/tools.txt names no uv with its hashes');
    return { version, sha256 };
}
/** Platform tags of uv's wheel, by host: see `World.host`. */
const wheelTags = {
    'x64-glibc': 'manylinux_2_17_x86_64.manylinux2014_x86_64',
    'x64-musl': 'musllinux_1_1_x86_64',
    'arm64-glibc': 'manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64',
    'arm64-musl': 'manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64',
};
/**
 * A uv that can be run.
 *
 * @throws Failure (station `index`) when there is none for this machine, or what the index gives is not what was pinned.
 */
async function findUv(world, request) {
    const onPath = await uvOnPath(world);
    if (onPath !== undefined &&
        (request.version === undefined ? !isOlder(onPath, oldest) : onPath === request.version)) {
        return { program: 'uv', version: onPath, from: 'path' };
    }
    const version = request.version ?? request.pin.version;
    const kept = await world.tools
        .find('uv', version, world.host())
        .catch((0,file_failure/* unlessRefused */.J0)(request.cache.refused));
    if (kept !== undefined)
        return { program: (0,external_node_path_.join)(kept, 'uv'), version, from: 'kept' };
    return { program: await fetchUv(world, request, version), version, from: 'index' };
}
async function uvOnPath({ run }) {
    const { code, stdout } = await run({ program: 'uv', args: ['--version'] });
    return code === 0 ? /^uv (\d\S*)/.exec(stdout)?.[1] : undefined;
}
function isOlder(version, than) {
    const [one, other] = [(0,package_version/* parsePackageVersion */.g7)(version), (0,package_version/* parsePackageVersion */.g7)(than)];
    return !one.ok || !other.ok || (0,package_version/* compareVersions */.Zy)(one.value, other.value) < 0;
}
async function fetchUv(world, { indexUrl, auth, pin, cache }, version) {
    const host = world.host();
    const tags = wheelTags[host];
    if (tags === undefined)
        throw uv_failed(`there is no uv ${version} to fetch for ${host}: install uv and have it on PATH.`);
    const filename = `uv-${version}-py3-none-${tags}.whl`;
    const project = await readProject(world, indexUrl, 'uv', auth);
    const file = project?.files.find((candidate) => candidate.filename === filename);
    // A version of the user's own choice is checked against what the index itself says.
    const allowed = version === pin.version ? pin.sha256 : file?.sha256 === undefined ? [] : [file.sha256];
    if (file === undefined || allowed.length === 0) {
        throw uv_failed(`the index ${redacted(indexUrl)} has no uv ${(0,shown/* shown */.S)(version)} for this machine (${filename}): install uv and have it on PATH, or name another uv_version.`);
    }
    world.log.info(`Fetching uv ${version} from ${redacted(file.url)}`);
    const wheel = await download(world, file.url, auth);
    const found = (0,external_node_crypto_.createHash)('sha256').update(wheel).digest('hex');
    if (!allowed.includes(found)) {
        throw uv_failed(`${filename} of ${redacted(indexUrl)} is not what was pinned: its sha256 is ${found}, and ${allowed.join(' or ')} was expected. Nothing of it was run.`);
    }
    const binary = readZipEntry(wheel, (name) => name === `uv-${version}.data/scripts/uv`);
    if (binary === undefined)
        throw uv_failed(`${filename} holds no program named uv.`);
    const path = (0,external_node_path_.join)(await world.files.temporary('uv'), 'uv');
    await world.files.write(path, binary, 0o755);
    const kept = await world.tools.keep(path, 'uv', version, host).catch((0,file_failure/* unlessRefused */.J0)(cache.refused));
    return kept === undefined ? path : (0,external_node_path_.join)(kept, 'uv');
}
const uv_failed = (message) => new lib_errors/* Failure */.HR([{ station: 'index', about: 'uv', message }]);

;// CONCATENATED MODULE: ./lib/commands/lock.js
/** Finds out what a cell's requirements are on each platform. */










/** uv's own wheels are for Python 3.8 and later. */
const oldestForUv = 8;
/** uv runs once for the same question, however often the lock is asked for. */
function lockerOf(world, request) {
    const { cell, inputs, state } = request;
    const asked = new Map();
    const ask = (constraints) => {
        const key = constraints.join(' ');
        const known = asked.get(key);
        if (known !== undefined)
            return known;
        const { url, netrc, caBundle } = request.access;
        const resolving = timed(world, state, 'lock', 'resolve', () => resolve(world, request, {
            requirements: requirementLines(cell, inputs),
            python: cell.python,
            indexUrl: url,
            constraints,
            cache: request.cache,
            ...(netrc === undefined ? {} : { netrc }),
            ...(caBundle === undefined ? {} : { caBundle }),
        }));
        asked.set(key, resolving);
        return resolving;
    };
    const finish = async (facts) => {
        const first = await ask([]);
        if (first === undefined)
            return undefined;
        const { lock, replaced } = await keepBase(ask, first, facts);
        return { lock, replaced, facts, requirements: facts.map((one) => splitRequirements(lock, one)) };
    };
    return {
        resolve: finish,
        resolveOn: async (base) => {
            const facts = timed(world, state, 'lock', 'read the base', async () => readFacts(world, (await request.builder()).buildx, base, cell.platforms, request.programs, request.cache));
            const [read] = await (0,lib_errors/* gather */.kg)([facts, ask([])]);
            return finish(read);
        },
    };
}
const unlockedNote = ({ package: name, python }) => `${name.name} must be built to say what it needs, and the resolver does not run on Python ${python.minor}: pip installs on each platform by itself, under emulation where it is foreign, and nothing is locked`;
/** Undefined where only a container could tell, and the resolver does not run in it. */
async function resolve(world, request, asked) {
    const { access, inputs } = request;
    const uv = await findUv(world, {
        indexUrl: access.url,
        pin: pinnedUv(program(request.programs, 'tools.txt')),
        cache: request.cache,
        ...(access.auth === undefined ? {} : { auth: access.auth }),
        ...(inputs.uvVersion === '' ? {} : { version: inputs.uvVersion }),
    });
    const resolved = await resolveOnHost(world, uv, asked);
    if (resolved.kind === 'lock')
        return resolved.lock;
    if (Number(asked.python.minor.split('.')[1]) < oldestForUv)
        return undefined;
    world.log.info(`${resolved.why}: resolving in a container of the base, so that no build code runs on this machine`);
    return resolveInContainer(world, (await request.builder()).buildx, {
        asked,
        uvVersion: uv.version,
        buildBase: request.cell.base.build,
        programs: request.programs,
        secrets: request.secrets,
        buildPackages: request.inputs.buildPackages,
        buildConstraints: request.inputs.buildConstraints,
    });
}
/**
 * A plain `pip install` leaves alone what the base brings and the package allows (setuptools, wheel). The resolver knows
 * nothing of the base and takes the newest: so it is asked again with the base's versions as constraints. Where those do
 * not do, the newest come, and the base's go.
 */
async function keepBase(ask, lock, facts) {
    const installed = facts[0]?.installed ?? {};
    const moved = lock.packages.filter(({ name, version }) => installed[name] !== undefined && installed[name] !== version);
    if (moved.length === 0)
        return { lock, replaced: [] };
    try {
        const constrained = await ask(moved.map(({ name }) => `${name}==${installed[name]}`));
        if (constrained !== undefined)
            return { lock: constrained, replaced: [] };
    }
    catch (error) {
        if (!(error instanceof NoSolution))
            throw error;
    }
    return { lock, replaced: moved.map(({ name }) => name) };
}

// EXTERNAL MODULE: ./lib/registry/client.js + 9 modules
var registry_client = __webpack_require__(1656);
;// CONCATENATED MODULE: ./lib/registry/mirrors.js



/** A mirror as an engine's settings name it: `http://127.0.0.1:5000`, `https://mirror.example/`. */
function parseMirror(text) {
    const match = /^(?:(https?):\/\/)?([^/]+)\/?$/.exec(text);
    const registry = match && (0,registry_reference/* parseRegistry */.l5)(match[2]);
    if (!registry?.ok)
        return (0,lib_errors/* refused */.J5)(`mirror ${JSON.stringify(text)} is not valid: it is "https://" or "http://", a host and a port.`);
    return (0,lib_errors/* parsed */.Yz)({ registry: registry.value, plain: match?.[1] === 'http' });
}
/**
 * A reader that asks each mirror in order for what is Docker Hub's, and Docker Hub itself last. A mirror that does
 * not have it, or does not answer, is passed over, as an engine does. Other registries go to the client straight.
 * Mirrors that are not valid are said in the log and left out.
 */
function throughMirrors(client, mirrors) {
    const { world, options } = client;
    const found = mirrors.map(parseMirror).flatMap((mirror) => {
        if (mirror.ok)
            return [mirror.value];
        world.log.warn(mirror.message);
        return [];
    });
    if (found.length === 0)
        return client;
    const quick = new registry_client/* RegistryClient */.b(world, {
        ...options,
        plain: [...(options.plain ?? []), ...found.flatMap(({ registry, plain }) => (plain ? [registry] : []))],
        // There is another place to ask: no mirror is waited for.
        budget: { attempts: 2, time: 5000, first: 100, longest: 1000 },
        stall: 10_000,
    });
    async function read(repository, from) {
        if (repository.registry === 'docker.io')
            for (const { registry } of found)
                try {
                    const got = await from(quick, { registry, name: repository.name });
                    if (got !== undefined)
                        return got;
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

;// CONCATENATED MODULE: ./lib/cell/base.js
/**
 * The images of a variant. A slim image is compiled for in the full one of the same distribution release;
 * Alpine has no fuller image, so that a compiler is added to it.
 */
function baseOf(python, variant, baseRegistry) {
    const tagged = (suffix) => (suffix === '' ? python.text : `${python.text}-${suffix}`);
    const publishTarget = tagged(variant);
    const buildTarget = variant.startsWith('alpine') ? publishTarget : tagged(variant.replace(/^slim-?/, ''));
    return {
        variant,
        publishTarget,
        buildTarget,
        publish: `${baseRegistry}/python:${publishTarget}`,
        build: `${baseRegistry}/python:${buildTarget}`,
    };
}

;// CONCATENATED MODULE: ./lib/cell/tags.js
/** Tags of a package's image: one exact tag, and aliases that move with the newest version. */



/**
 * Tags as `py{publish target}-{version}`. The newest version also gets `-LATEST`, `-{major.minor}` and, unless the major
 * is 0 (where a minor release may break), `-{major}`. A version that was written in another way than PEP 440 normalizes
 * it to (`2025.06.30`) is an alias, so that whoever looks for it finds it.
 *
 * @throws Failure when a tag would be longer than a registry takes.
 */
function tagsOf(publishTarget, version, isLatest, more, written) {
    const stem = `py${publishTarget}`;
    const [major = 0, minor = 0] = version.release;
    const epoch = version.epoch === 0 ? '' : `${version.epoch}-`;
    const moving = isLatest
        ? ['LATEST', `${epoch}${major}.${minor}`, ...(major === 0 ? [] : [`${epoch}${major}`])]
        : [];
    const exact = tag(`${stem}-${(0,package_version/* tagOfVersion */.ml)(version)}`);
    const own = written === undefined ? undefined : writtenTag(stem, written, version);
    const aliases = [
        ...moving.map((suffix) => tag(`${stem}-${suffix}`)),
        ...(own === undefined ? [] : [own]),
        ...more,
    ];
    return { exact, aliases: [...new Set(aliases)].filter((alias) => alias !== exact) };
}
/** Undefined where it is no tag, or would be the exact tag of another version: `1-1` is 1.post1 as well as 1!1's tag. */
function writtenTag(stem, written, version) {
    const suffix = written.replace('!', '-').replace('+', '_');
    const other = (0,package_version/* versionOfTag */.mx)(suffix);
    if (other !== undefined && (0,package_version/* compareVersions */.Zy)(other, version) !== 0)
        return undefined;
    const result = (0,names_reference/* parseTag */.ED)(`${stem}-${suffix}`);
    return result.ok ? result.value : undefined;
}
function tag(text) {
    const result = (0,names_reference/* parseTag */.ED)(text);
    if (result.ok)
        return result.value;
    throw new lib_errors/* Failure */.HR([{ station: 'input', about: 'package_version', message: result.message }]);
}

;// CONCATENATED MODULE: ./lib/cell/version-notes.js

/** @param version as the index has it: `0.3.0` where `0.3` was asked for. */
function versionNotes(project, wanted, version, { exact, aliases }) {
    if (wanted.kind === 'latest')
        return [];
    const { text, written = text } = wanted;
    const lost = lostZero(project, written);
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

;// CONCATENATED MODULE: ./lib/commands/cell.js
/** From inputs to the cell: the package index says which version is meant and whether it allows this Python. */







/** @throws Failure when the package, the version or this Python cannot be had. */
async function findCell(world, inputs, indexUrl, auth, note) {
    const project = await readProject(world, indexUrl, inputs.package.name, auth);
    if (project === undefined)
        throw new lib_errors/* Failure */.HR([cell_problem('package', absentPackage(inputs.package.name, indexUrl))]);
    const wanted = inputs.packageVersion.kind === 'latest' ? 'latest' : parse(inputs.packageVersion.text);
    const choice = chooseVersion(project, wanted, inputs.python);
    if (!choice.ok)
        throw new lib_errors/* Failure */.HR([cell_problem('package_version', choice.message)]);
    const { version, yanked } = choice.value;
    if (yanked !== undefined)
        note(`${project.name} ${version.text} was withdrawn by its authors${yanked && `: ${yanked}`}`);
    // The tag says the version as it was asked for: 1.17 and 1.17.0 are one version, and two tags.
    const cell = cellAs(inputs, version, wanted === 'latest' ? version : wanted);
    const asked = wanted === 'latest' ? version : wanted;
    if (!cell.tags.exact.endsWith(`-${asked.text}`)) {
        note(`"${asked.text}" is not allowed in a tag: it stands there as "${cell.tags.exact}"`);
    }
    for (const text of versionNotes(project, inputs.packageVersion, version, cell.tags))
        note(text);
    return cell;
}
/** The same without the index, where a version is named: undefined for the latest one, which only the index knows. */
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
    const base = baseOf(inputs.python, inputs.variant, inputs.baseRegistry);
    return {
        source: 'package',
        package: inputs.package,
        version,
        python: inputs.python,
        base,
        platforms: inputs.platforms,
        repositories: inputs.repositories,
        tags: tagsOf(base.publishTarget, asked, isLatest, inputs.tags, writtenOf(inputs)),
    };
}
const writtenOf = ({ packageVersion }) => packageVersion.kind === 'exact' ? packageVersion.written : undefined;
function parse(text) {
    const result = (0,package_version/* parsePackageVersion */.g7)(text);
    if (!result.ok)
        throw new lib_errors/* Failure */.HR([{ station: 'input', about: 'package_version', message: result.message }]);
    return result.value;
}
const cell_problem = (about, message) => ({
    station: 'index',
    about,
    message: message.charAt(0).toUpperCase() + message.slice(1),
});

;// CONCATENATED MODULE: ./lib/commands/look-up.js
/** What the package index and the registries say, before anything is decided: no program is started for it. */







/** @throws Failure with everything that cannot be had, as far as it can be known at once. */
async function lookUp(world, state, request) {
    const { inputs, access, login } = request;
    const note = (text) => void state.notes.push(text);
    const open = async () => {
        const engine = await settingsOf(world, request.env);
        const client = new registry_client/* RegistryClient */.b(world, {
            logins: login === undefined ? [] : [login],
            plain: engine?.insecure ?? [],
        });
        return { client, reader: throughMirrors(client, engine?.mirrors ?? []) };
    };
    const observeAll = ({ client }, cell) => (0,lib_errors/* gather */.kg)(cell.repositories.map((repository) => observe(client, cell, repository, inputs.push)));
    // What is there and is not compared needs neither the package index nor a base.
    const compares = !inputs.push || inputs.rebuild === 'stale' || inputs.rebuild === 'always';
    const named = compares ? undefined : namedCell(inputs);
    const opened = named === undefined ? undefined : await open();
    const there = named && opened && (await observeAll(opened, named));
    const settled = there?.every((one) => one.is === 'present') === true;
    const [{ client, reader }, cell] = settled
        ? [opened, named]
        : await (0,lib_errors/* gather */.kg)([
            opened ?? open(),
            findCell(world, inputs, access.url, access.auth, note),
        ]);
    state.cell = cell;
    const observed = settled ? there : await observeAll({ client, reader }, cell);
    state.destinations = destinationsOf(cell.repositories, observed);
    const made = madeOf(observed);
    let looked;
    const base = () => (looked ??= observeBase(reader, cell.base.publish, cell.platforms, made).then((found) => (state.base = found)));
    if (compares)
        await base();
    return { cell, client, reader, base, made };
}
/** What the images that are there say of how they were made. */
const madeOf = (observed) => observed.flatMap((one) => (one.is === 'present' && one.made !== undefined ? [one.made] : []));
const observe = async (client, cell, repository, push) => (push ? observeImage(client, repository, cell.tags) : { is: 'unasked' });
/** The engine's mirrors and plain registries, as far as they can be had: whether it works matters once it is needed. */
async function settingsOf(world, env) {
    if (!(await (0,build_engine/* isElsewhere */.l5)(world)))
        return (0,build_engine/* peekEngine */.sR)(world);
    return (0,build_engine/* readEngine */.Rz)(world, env).catch((error) => {
        if (error instanceof lib_errors/* Failure */.HR)
            return undefined;
        throw error;
    });
}

;// CONCATENATED MODULE: ./lib/registry/size.js

/**
 * Sizes as the manifests say them; two requests, no layer. Undefined when the image has no manifest there. A base
 * counts as far as the image begins with its layers: a base that was rewritten on the way adds everything.
 */
async function imageSize(reader, image, base) {
    const layers = await layersOf(reader, image);
    if (layers === undefined)
        return undefined;
    const under = base === undefined ? [] : ((await layersOf(reader, base)) ?? []);
    const differs = under.findIndex(({ digest }, at) => layers[at]?.digest !== digest);
    const baseLayers = differs < 0 ? under.length : differs;
    const total = (some) => some.reduce((sum, { size }) => sum + size, 0);
    return { size: total(layers), layers: layers.length, added: total(layers.slice(baseLayers)), baseLayers };
}
async function layersOf(reader, { repository, digest }) {
    const manifest = await reader.getManifest(repository, digest);
    return manifest && ((0,registry_manifest/* readContent */.c_)(manifest.bytes).layers ?? []);
}

;// CONCATENATED MODULE: ./lib/build/platform-size.js


/** @param reader gives manifests of the image and of its base. */
async function measureSizes(reader, { index, repository, platforms: wanted, base }) {
    const sizes = await Promise.all(platform_size_manifestsOf(index, wanted).map(async ({ platform, digest }) => {
        const below = base.platforms.find((one) => one.platform === platform);
        const under = below && { repository: base.repository, digest: below.digest };
        const measured = await imageSize(reader, { repository, digest }, under);
        return measured === undefined ? [] : [{ platform, digest, size: measured.size, added: measured.added }];
    }));
    return sizes.flat();
}
/** Reads manifests of an image from its content, and what is not there (those of the base) from a registry. */
function contentReader(content, base) {
    const ours = new Set((0,registry_manifest/* platformsOf */.Wt)(content.index.bytes).map((one) => one.digest));
    return {
        getManifest: async (repository, reference) => {
            if (reference === content.index.digest)
                return content.index;
            return ours.has(reference)
                ? content.manifest(reference)
                : base.getManifest(repository, reference);
        },
    };
}
const platform_size_manifestsOf = (index, wanted) => (0,registry_manifest/* isIndex */.nw)(index.mediaType)
    ? (0,registry_manifest/* platformsOf */.Wt)(index.bytes)
    : wanted.slice(0, 1).map((platform) => ({ platform, digest: index.digest }));

// EXTERNAL MODULE: ./lib/registry/file-part.js
var file_part = __webpack_require__(4591);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/build/tar.js
/** The files of a tar archive, where they lie in it: nothing is unpacked. */


/** Headers, and the content of every file, fill whole blocks of so many bytes. */
const block = 512;
/**
 * The regular files of an uncompressed tar archive, by name. Of files of one name the last counts, as when unpacked.
 * Formats are POSIX's (ustar and pax: IEEE Std 1003.1, "pax", "EXTENDED DESCRIPTION") and GNU's, with long names and,
 * from 8 GiB, sizes in base 256. Refused with what is wrong, in words that go on after the archive's name; throws where
 * the file cannot be read.
 */
async function readTar(path) {
    const tar = await (0,promises_.open)(path);
    try {
        const { size } = await tar.stat();
        return await readEntries(path, size, async (position, length) => {
            const { bytesRead, buffer } = await tar.read(Buffer.alloc(length), 0, length, position);
            return buffer.subarray(0, bytesRead);
        });
    }
    finally {
        await tar.close();
    }
}
async function readEntries(path, total, read) {
    const files = new Map();
    /** What extra headers say of the entry that follows them. */
    let said = {};
    for (let at = 0;;) {
        const header = await read(at, block);
        if (header.length < block)
            return (0,lib_errors/* refused */.J5)(`ends after ${total} bytes without the mark of a tar's end`);
        if (header.every((byte) => byte === 0))
            return (0,lib_errors/* parsed */.Yz)(files);
        const own = readHeader(header);
        if (own === undefined)
            return (0,lib_errors/* refused */.J5)(`has no header of a tar at byte ${at}`);
        const { name, size, type } = { ...own, ...said };
        const offset = at + block;
        if (offset + size > total)
            return (0,lib_errors/* refused */.J5)(`ends after ${total} bytes, in the middle of "${name}"`);
        at = offset + Math.ceil(size / block) * block;
        switch (type) {
            case 'x': {
                const records = readPax(await read(offset, size));
                if (records === undefined)
                    return (0,lib_errors/* refused */.J5)(`has an extended header at byte ${offset} that is not valid`);
                said = { ...said, ...records };
                break;
            }
            case 'L':
                said = { ...said, name: tar_textOf(await read(offset, size)) };
                break;
            // Long targets of links, and what holds for all entries, which is never a name or a size.
            case 'K':
            case 'g':
                break;
            default:
                if (regular.has(type))
                    files.set(name.replace(/^(?:\.\/)+/, ''), { path, offset, size });
                said = {};
        }
    }
}
const regular = new Set(['0', '\0', '7']);
/** Links, devices, folders and pipes: whatever size they say, no content follows. */
const bare = /^[1-6]$/;
const tar_textOf = (bytes) => bytes.toString('utf8').replace(/\0.*$/s, '');
function readHeader(header) {
    const type = header.toString('latin1', 156, 157);
    const size = readNumber(header.subarray(124, 136));
    // The sum is of the header's bytes, with its own field as spaces.
    const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
    if (size === undefined || readNumber(header.subarray(148, 156)) !== sum)
        return undefined;
    const isUstar = header.toString('latin1', 257, 263) === 'ustar\0';
    const prefix = isUstar ? tar_textOf(header.subarray(345, 500)) : '';
    const name = tar_textOf(header.subarray(0, 100));
    return {
        name: prefix === '' ? name : `${prefix}/${name}`,
        size: bare.test(type) ? 0 : size,
        type,
    };
}
/** Octal digits, or, marked by the highest bit, a number in base 256. */
function readNumber(field) {
    const digits = tar_textOf(field).trim();
    const number = field[0] === 0x80
        ? Number(`0x${field.toString('hex', 1)}`)
        : /^[0-7]*$/.test(digits)
            ? Number(`0o0${digits}`)
            : NaN;
    return Number.isSafeInteger(number) ? number : undefined;
}
/** Records of `LENGTH KEY=VALUE\n`, whose length in bytes counts the whole of it. */
function readPax(bytes) {
    const said = {};
    for (let at = 0; at < bytes.length;) {
        const length = Number(/^\d+(?= )/.exec(bytes.toString('latin1', at, at + 20))?.[0]);
        const record = bytes.subarray(at, at + length);
        const [, key, value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(record.toString('utf8')) ?? [];
        if (key === undefined || record.length !== length)
            return undefined;
        if (key === 'path')
            said.name = value;
        if (key === 'size') {
            if (!/^\d+$/.test(value))
                return undefined;
            said.size = Number(value);
        }
        at += length;
    }
    return said;
}

;// CONCATENATED MODULE: ./lib/build/archive.js
/** An image in an OCI archive, as buildx exports it: read where it lies, and sent from there. */






/**
 * The image of an OCI archive: a tar file, not compressed, of an OCI image layout (image specification, "Image
 * Layout"). Its layers are parts of the file, which must stay until they are sent and are checked by who takes them;
 * everything else is checked against its digest when it is read.
 *
 * @throws Failure (station `build`) where the file is not such an archive or not the whole of one, or holds no image or
 *   several; so do the functions of what it gives.
 */
async function openArchive(path) {
    const broken = (what) => {
        const message = `The archive ${path}, which the builder wrote, ${what}. Mostly a disk was full or a build was cut off: make room, and build again.`;
        return new lib_errors/* Failure */.HR([{ station: 'build', about: 'image', message }]);
    };
    const unreadable = (error) => {
        throw broken(`cannot be read (${(0,file_failure/* fileFailure */.fE)(error, path, 'read')?.code ?? String(error)})`);
    };
    const files = await readTar(path).catch(unreadable);
    if (!files.ok)
        throw broken(files.message);
    const partOf = (digest) => {
        const part = files.value.get(`blobs/${digest.replace(':', '/')}`);
        if (part === undefined)
            throw broken(`does not hold ${digest}, which its image needs`);
        return part;
    };
    const bytesOf = async (digest) => {
        const bytes = await (0,file_part/* readPart */.o)(partOf(digest)).catch(unreadable);
        if ((0,registry_manifest/* digestOf */.ol)(bytes) !== digest)
            throw broken(`holds something else under the name of ${digest}`);
        return bytes;
    };
    const contentOf = (bytes, name) => {
        try {
            return (0,registry_manifest/* readContent */.c_)(bytes);
        }
        catch {
            throw broken(`holds ${name}, which is not a JSON object`);
        }
    };
    const manifest = async (digest) => {
        const bytes = await bytesOf(digest);
        const { mediaType, manifests } = contentOf(bytes, digest);
        const usual = manifests === undefined ? registry_manifest/* mediaTypes */.Ib.ociManifest : registry_manifest/* mediaTypes */.Ib.ociIndex;
        return { mediaType: mediaType ?? usual, digest, bytes };
    };
    const list = files.value.get('index.json');
    if (list === undefined)
        throw broken('has no index.json: it is not an OCI image layout');
    const { manifests = [] } = contentOf(await (0,file_part/* readPart */.o)(list).catch(unreadable), 'index.json');
    // An image with several names is in the list once for each.
    const digests = new Set(manifests.map(({ digest }) => digest));
    const [top] = digests;
    if (top === undefined || digests.size > 1)
        throw broken(`holds ${digests.size} images where one is due`);
    return {
        index: await manifest(top),
        manifest,
        async blob({ digest, size }) {
            const part = partOf(digest);
            if (part.size !== size)
                throw broken(`holds ${part.size} bytes of ${digest}, which has ${size}`);
            return size > smallBlob
                ? { kind: 'file', digest, part }
                : { kind: 'bytes', bytes: await bytesOf(digest) };
        },
    };
}

;// CONCATENATED MODULE: ./lib/build/emulation.js
/** QEMU's handlers: installed only when something must run emulated and no handler is registered. */

/** Where the kernel lists its handlers of foreign executables. */
const handlers = '/proc/sys/fs/binfmt_misc';
/** What a processor runs besides its own. */
const alsoNative = { 'linux/amd64': ['linux/386'] };
/** Whether a platform's programs need emulation on a machine of another. */
const isForeign = (platform, machine) => platform !== machine && alsoNative[machine]?.includes(platform) !== true;
/**
 * Makes foreign platforms executable. Best effort: whether they are is decided by running, since a builder may be
 * elsewhere, bring its own emulation, or be the other platform.
 */
async function requireEmulation(world, env, machine, emulated) {
    const foreign = emulated.filter((platform) => isForeign(platform, machine));
    const there = await world.files.list(handlers);
    const missing = foreign.filter((platform) => !there.includes((0,names_platform/* qemuOf */.kf)(platform)));
    if (missing.length === 0)
        return;
    const architectures = [...new Set(missing.map((platform) => (0,names_platform/* qemuOf */.kf)(platform).replace('qemu-', '')))];
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

;// CONCATENATED MODULE: ./lib/wheel-cache/compiled.js
/** Wheels that came out of a build: what `needs.py` says of them. */

/** @param folder what a bake target wrote. Empty where no wheel came out. */
async function readMadeWheels(world, folder) {
    const text = await world.files.read((0,external_node_path_.join)(folder, 'wheels.json'));
    if (text === undefined)
        return [];
    return JSON.parse(text).map((wheel) => ({
        ...wheel,
        path: (0,external_node_path_.join)(folder, wheel.filename),
    }));
}
/** @param folder what a bake target wrote for all its platforms: buildx makes a folder for each where there are several. */
async function readCompiledWheels(world, folder, platform) {
    const own = await readMadeWheels(world, (0,external_node_path_.join)(folder, platform.replaceAll('/', '_')));
    return own.length > 0 ? own : readMadeWheels(world, folder);
}

// EXTERNAL MODULE: ./lib/wheel-cache/days.js
var days = __webpack_require__(1665);
// EXTERNAL MODULE: ./lib/wheel-cache/key.js
var wheel_cache_key = __webpack_require__(663);
;// CONCATENATED MODULE: ./lib/wheel-cache/wheel.js
/** The digest of a file, by its hash in hexadecimal. */
const digestOfWheel = (sha256) => `sha256:${sha256}`;

// EXTERNAL MODULE: ./lib/wheel-cache/manifest.js + 1 modules
var wheel_cache_manifest = __webpack_require__(4810);
// EXTERNAL MODULE: ./lib/wheel-cache/open.js + 2 modules
var wheel_cache_open = __webpack_require__(6686);
// EXTERNAL MODULE: ./lib/wheel-cache/store.js
var wheel_cache_store = __webpack_require__(7277);
;// CONCATENATED MODULE: ./lib/commands/proposals.js
const given = /\S/;
/** A number, or the word that says that there is none. */
const givenOrFalse = /^(?!\s*false\s*$).*\S/is;
/** What one variable holds in a run for a proposal. One that is not set holds nothing. */
const signs = [
    ['CI_MERGE_REQUEST_IID', given],
    ['CI_EXTERNAL_PULL_REQUEST_IID', given],
    ['CHANGE_ID', given],
    ['SYSTEM_PULLREQUEST_PULLREQUESTID', given],
    ['BITBUCKET_PR_ID', given],
    ['CIRCLE_PULL_REQUEST', given],
    ['TRAVIS_PULL_REQUEST', givenOrFalse],
    ['BUILDKITE_PULL_REQUEST', givenOrFalse],
    ['DRONE_PULL_REQUEST', given],
];
/** A workflow_run may follow a pull request's, and a merge queue tries what is not merged yet. */
const proposing = /^(?:pull_request\w*|issue_comment|workflow_run|merge_group)$/;
const proposes = ({ name, ref, pullRequest }) => proposing.test(name) || ref.startsWith('refs/pull/') || pullRequest !== undefined;
/** @param event of the workflow that runs, if one does. */
const isProposal = (env, event) => (event !== undefined && proposes(event)) ||
    signs.some(([variable, holds]) => holds.test(env[variable] ?? ''));

;// CONCATENATED MODULE: ./lib/commands/keep-wheels.js
/** Keeps what was compiled, once the image that it is in was verified, so that nobody compiles it again. */

















/** Whether this run may keep wheels: what somebody proposes is not kept, nor what is not verified. Others would install it. */
const mayKeep = async ({ inputs, world, event, }) => inputs.keepsWheels &&
    inputs.wheelStore.kind !== 'off' &&
    inputs.verify !== 'off' &&
    !inputs.dryRun &&
    !isProposal(world.env, await event?.());
/** Puts the kept wheels that are used where the build finds them. */
async function placeTaken({ world, state }, folder) {
    for (const { artifact, path } of state.taken) {
        const { digest, filename } = artifact;
        const place = (0,external_node_path_.join)(folder, 'lock', 'kept', digest.slice('sha256:'.length), filename);
        await world.files.replace(place, world.files.bytes(path));
    }
}
/** Stores what was compiled, and notes that what was taken is in use. That it cannot is a warning. */
async function keepWheels(context, image, folder) {
    const { world, inputs, found, cache, state } = context;
    const store = (await mayKeep(context))
        ? (0,wheel_cache_open/* openWheelStore */.V)(world, found.client, inputs, cache.folder)
        : undefined;
    if (store === undefined) {
        const proposed = (await context.event?.())?.pullRequest;
        const isWanted = inputs.keepsWheels && inputs.wheelStore.kind !== 'off' && inputs.verify !== 'off';
        if (proposed !== undefined && isWanted && !inputs.dryRun)
            world.log.info(`compiled wheels are not kept: this run is for pull request ${proposed.number}, onto ${proposed.base.slice(0, 7)}`);
        return;
    }
    const note = ([first], text) => {
        // The cache is nobody's choice: it is spoken of once for all that it would have kept.
        if (inputs.wheelStore.kind === 'cache' && first?.failure instanceof file_failure/* FileFailure */.Py) {
            cache.refused(first.failure);
            return;
        }
        world.log.warn(text);
        state.notes.push(text);
    };
    const compiled = await compiledOf(context, image, folder);
    const put = () => putAll(context, store, compiled);
    const refused = compiled.length === 0 ? [] : await timed(world, state, 'publish', 'keep compiled wheels', put);
    if (refused.length > 0) {
        const names = refused.map(({ one }) => one.wheel.filename).join(', ');
        note(refused, `${names} could not be kept in ${store.where}, and will be compiled again: ${firstOf(refused)}`);
    }
    if (refused.some(({ failure }) => (0,wheel_cache_store/* isShut */.fm)(failure)))
        return;
    const forgotten = await touch(context, store);
    if (forgotten.length > 0) {
        const names = forgotten.map(({ one }) => one.artifact.filename).join(', ');
        note(forgotten, `that ${names} was used could not be written down in ${store.where}, so that it may count as unused: ${firstOf(forgotten)}`);
    }
}
const firstOf = ([first]) => first?.failure.message ?? '';
/** Works on one after the other, whatever fails, until the store is shut: then on no more. Gives what was not done. */
async function each(all, work) {
    const failed = [];
    let shut;
    for (const one of all) {
        const failure = shut ?? (await work(one).catch(asFailure));
        if (failure === undefined)
            continue;
        failed.push({ one, failure });
        if ((0,wheel_cache_store/* isShut */.fm)(failure))
            shut = failure;
    }
    return failed;
}
function asFailure(error) {
    if (error instanceof lib_errors/* Failure */.HR)
        return error;
    throw error;
}
/** What this run compiled on platforms that were verified. */
async function compiledOf(context, image, folder) {
    const { world, state } = context;
    const verified = new Set((state.verified ?? []).map(({ platform }) => platform));
    const native = state.nativeFolder === undefined ? [] : await readMadeWheels(world, state.nativeFolder);
    const compiledFolder = (0,external_node_path_.join)(folder, attemptsFolder);
    const all = image.requirements
        .filter(({ platform }) => verified.has(platform))
        .map(async (platform) => {
        const there = compiledThere(platform, image);
        const own = there.length === 0 ? [] : await readCompiledWheels(world, compiledFolder, platform.platform);
        const built = compiledThere(platform, { native: [], kept: image.kept });
        return built.flatMap((one) => {
            if (one.kind !== 'compile')
                return [];
            const isNative = !there.includes(one);
            const wheel = wheelOf(isNative ? native : own, one);
            const made = wheel && keep_wheels_madeOf(context, image, platform.platform, one, isNative, wheel);
            return wheel === undefined || made === undefined ? [] : [{ wheel, made }];
        });
    });
    // What serves every platform is found once for each.
    const found = (await Promise.all(all)).flat();
    return [...new Map(found.map((one) => [(0,wheel_cache_key/* tagOfWheel */.fV)(one.made.name, one.made.key), one])).values()];
}
const wheelOf = (wheels, { name, version }) => wheels.find(({ filename }) => {
    const named = (0,filenames/* parseWheelName */.C)(filename);
    return named?.name === name && (0,package_version/* isSameVersion */.p)(named.version.text, version);
});
function keep_wheels_madeOf({ state, inputs, world, cell }, image, platform, requirement, isNative, wheel) {
    const { name, version } = requirement;
    const facts = state.facts?.find((one) => one.platform === platform);
    const attempt = state.attempts
        .get(isNative ? 'native' : platform)
        ?.find((one) => one.name === name && one.why === undefined);
    // What lacks something is compiled again, so that it is said again.
    if (facts === undefined || attempt === undefined || attempt.lacks !== undefined)
        return undefined;
    const isPure = isNative && wheel.filename.endsWith('-none-any.whl') && (0,wheel_cache_key/* mayBePure */.zT)(image.lock, requirement);
    const needs = isPure ? 'nothing' : wheel.free ? 'libc' : 'distribution';
    const { buildPackages, buildConstraints } = inputs;
    const wanted = { requirement, facts, buildPackages, buildConstraints, buildBase: (0,wheel_cache_open/* buildBaseOf */.$)(cell) };
    // Nothing says what of musl or of a distribution's libraries is used: those that it was compiled with are safe.
    const floor = wheel.free && facts.libc.kind === 'glibc' ? wheel.glibc : facts.libc.version;
    const today = (0,days/* dayOf */.kb)(world.clock.now());
    const way = attempt.way === 'cross'
        ? 'cross'
        : isForeign(platform, state.machine ?? platform) && !isNative
            ? 'emulated'
            : 'native';
    const { seconds } = attempt;
    const key = (0,wheel_cache_key/* keyOfWheel */.u0)(wanted, needs);
    const needed = needs === 'nothing' || floor === null ? {} : { floor };
    return { name, version, key, ...needed, way, seconds, compiled: today, used: today };
}
const putAll = ({ world }, store, compiled) => each(compiled, async ({ wheel, made }) => {
    const { filename, sha256, size, path } = wheel;
    const tag = (0,wheel_cache_key/* tagOfWheel */.fV)(made.name, made.key);
    await store.put(tag, (0,wheel_cache_manifest/* wheelManifest */.z)(made, { filename, digest: digestOfWheel(sha256), size }), path);
    world.log.info(`kept     ${store.named(tag)} (${filename})`);
});
/** A use is written down when the last that was is a week ago: so what is used every day costs one request a week. */
function touch({ world, state }, store) {
    const now = world.clock.now();
    const stale = state.taken.filter(({ artifact }) => (0,days/* daysSince */.Mn)(artifact.made.used, now) >= days/* staleAfter */.S);
    const byTag = [...new Map(stale.map((one) => [one.tag, one])).values()];
    return each(byTag, async ({ tag, manifest, artifact }) => {
        // Another run may have kept a newer one there since, or somebody removed it.
        if ((await store.manifest(tag))?.digest !== manifest)
            return;
        await store.put(tag, (0,wheel_cache_manifest/* wheelManifest */.z)({ ...artifact.made, used: (0,days/* dayOf */.kb)(now) }, artifact));
    });
}

;// CONCATENATED MODULE: ./lib/commands/plan.js
/** The plan of this run, from everything that was found out. */




function planOf(context, base, { resolved, locked, starts, created = context.world.clock.now(), }) {
    const { world, inputs, cell, own, programs } = context;
    const epoch = world.env['SOURCE_DATE_EPOCH'] ?? '';
    return planPackage({
        cell,
        inputs,
        base,
        made: {
            fingerprint: todayOf(context, resolved, basesOf(context, base)),
            facts: resolved?.facts ?? [],
            indexes: indexesOf(context, base),
        },
        templates: { locked: program(programs, 'Dockerfile'), plain: program(programs, 'plain.Dockerfile') },
        ...(inputs.maxAge === undefined ? {} : { created }),
        ...(/^\d+$/.test(epoch) ? { sourceDateEpoch: Number(epoch) } : {}),
        ...(locked === undefined ? {} : { locked }),
        ...(own === undefined ? {} : { own: { ...own, ...(starts === undefined ? {} : { starts }) } }),
    });
}

;// CONCATENATED MODULE: ./lib/commands/platforms.js
/** On which platforms something runs: the checks, and whatever else needs emulation. */


/**
 * Platforms whose image is checked before it is published.
 *
 * @throws Failure when the build machine's own is wanted and not among those that are built.
 */
function verifiedOn(inputs, machine) {
    switch (inputs.verify) {
        case 'all':
        case 'strict':
            return inputs.platforms;
        case 'build-platform':
            if (inputs.platforms.includes(machine))
                return [machine];
            throw new lib_errors/* Failure */.HR([
                {
                    station: 'input',
                    about: 'verify',
                    message: `verify is "build-platform", but ${machine}, which this builder runs on, is not among the platforms. Take "all", or "off" to publish what was never run.`,
                },
            ]);
        case 'off':
            return [];
    }
}
/** Platforms on which anything runs while building. An own Dockerfile may run anything. */
function runsOn(image, verified, inputs) {
    const everywhere = image.recipe.kind === 'own' || image.lock === undefined || !copiesOnly(inputs, image.replaced);
    if (everywhere)
        return image.platforms;
    // Also what is only cross-compiled: some packages' builds run a program there to ask something.
    const compiling = image.requirements
        .filter((one) => compiledThere(one, image).length > 0)
        .map(({ platform }) => platform);
    return [...new Set([...verified, ...compiling])];
}

;// CONCATENATED MODULE: ./lib/dockerfile/shell-pattern.js
/**
 * Patterns that take a variable's value apart, as in `${name%pattern}`: `*` is any text, `?` any character, and brackets
 * have no meaning. Rule: Dockerfile reference, "Environment replacement". By hand, since a shell's `[a-z]` is none here.
 */
/** undefined where BuildKit refuses the pattern: a backslash stands before `*`, `?`, `/`, `}` or a backslash alone. */
function pieces(pattern) {
    const result = [];
    const chars = Array.from(pattern);
    for (let at = 0; at < chars.length; at += 1) {
        const char = chars[at];
        if (char === '*')
            result.push({ kind: 'any' });
        else if (char === '?')
            result.push({ kind: 'one' });
        else if (char !== '\\')
            result.push({ kind: 'char', char });
        else {
            const escaped = chars[(at += 1)];
            if (escaped === undefined || !'*?\\/}'.includes(escaped))
                return undefined;
            result.push({ kind: 'char', char: escaped });
        }
    }
    return result;
}
/** Where matches that begin at `start` end: the shortest and the longest; undefined where none begins there. */
function ends(pattern, text, start) {
    let reached = new Set([start]);
    for (const piece of pattern) {
        const next = new Set();
        for (const at of reached) {
            if (piece.kind === 'any') {
                for (let end = at; !next.has(end); end += 1) {
                    next.add(end);
                    if (end === text.length || text[end] === '\n')
                        break;
                }
            }
            else if (at < text.length && (piece.kind === 'one' ? text[at] !== '\n' : text[at] === piece.char)) {
                next.add(at + 1);
            }
        }
        reached = next;
    }
    return reached.size === 0 ? undefined : { shortest: Math.min(...reached), longest: Math.max(...reached) };
}
/** `${name#pattern}` and `${name##pattern}`: the value without what it begins with. @returns undefined for a pattern that BuildKit refuses. */
function withoutPrefix(value, pattern, length) {
    const parsed = pieces(pattern);
    return parsed && trimmed(Array.from(value), parsed, length).join('');
}
/** `${name%pattern}` and `${name%%pattern}`: the value without what it ends with. @returns undefined for a pattern that BuildKit refuses. */
function withoutSuffix(value, pattern, length) {
    const parsed = pieces(pattern);
    return parsed && trimmed(Array.from(value).toReversed(), parsed.toReversed(), length).toReversed().join('');
}
const trimmed = (text, pattern, length) => text.slice(ends(pattern, text, 0)?.[length] ?? 0);
/**
 * `${name/pattern/replacement}`, and with `//` every match that no other one overlaps. The longest match counts.
 *
 * @returns undefined for a pattern that BuildKit refuses.
 */
function replaced(value, pattern, replacement, which) {
    const parsed = pieces(pattern);
    if (parsed === undefined)
        return undefined;
    const text = Array.from(value);
    let result = '';
    let copied = 0;
    for (let at = 0; at <= text.length; at += 1) {
        const end = ends(parsed, text, at)?.longest;
        // Nothing, right behind a match, is no match of its own.
        if (end === undefined || (end === at && at === copied && at > 0))
            continue;
        const match = text.slice(at, end).join('');
        result +=
            text.slice(copied, at).join('') + (which === 'all' ? filledIn(replacement, match) : replacement);
        copied = end;
        if (which === 'first')
            break;
        at = Math.max(at, end - 1);
    }
    return result + text.slice(copied).join('');
}
/** Where all are replaced, BuildKit takes the replacement for a template of Go's `Regexp.Expand`; a pattern has no groups. */
const filledIn = (replacement, match) => replacement.replaceAll(/\$(?:(\$)|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu, (_, dollar, braced, bare) => dollar === '$' ? '$' : (braced ?? bare) === '0' ? match : '');

;// CONCATENATED MODULE: ./lib/dockerfile/words.js
/** Words of an instruction, and the variables in them. */

/** Cut at blanks that are not in quotes; quotes and what escapes stay. */
function words(text, escape) {
    const result = [];
    let word = '';
    let quote = '';
    for (let at = 0; at < text.length; at += 1) {
        const char = text[at];
        if (quote === '' && /\s/.test(char)) {
            if (word !== '')
                result.push(word);
            word = '';
            continue;
        }
        word += char;
        if (char === escape && quote !== "'" && at + 1 < text.length)
            word += text[(at += 1)];
        else if (quote === '' && (char === '"' || char === "'"))
            quote = char;
        else if (char === quote)
            quote = '';
    }
    return word === '' ? result : [...result, word];
}
/**
 * One word without its quotes and with its variables' values, as BuildKit's shell lexer makes it: `$name`, `${name}`;
 * `${name:-word}`, `${name:+word}`, `${name:?word}`, each without the colon too; `${name#pattern}`, `${name%pattern}`,
 * each doubled too; `${name/pattern/word}`, `${name//pattern/word}`. By hand: the lexer exists in Go alone.
 *
 * @returns null where it holds a variable that cannot be known, or what BuildKit refuses.
 */
function expand(word, variables, escape) {
    let at = 0;
    let known = true;
    let refused = false;
    /** In a pattern, and in what replaces one, what escapes stays. */
    let raw = false;
    const refuse = () => {
        refused = true;
        return '';
    };
    /** Up to a character outside of quotes, or to the end; `at` then stands behind it. */
    const upTo = (stop) => {
        let result = '';
        while (at < word.length) {
            const char = word[at];
            at += 1;
            if (char === stop)
                return result;
            if (char === "'")
                result += single();
            else if (char === '"')
                result += double();
            else if (char === '$')
                result += variable();
            else if (char === escape)
                result += `${raw ? char : ''}${next()}`;
            else
                result += char;
        }
        return stop === undefined ? result : refuse();
    };
    const rawUpTo = (stop, isRaw) => {
        const before = raw;
        raw = isRaw;
        const result = upTo(stop);
        raw = before;
        return result;
    };
    const next = () => {
        const char = word[at] ?? '';
        at += 1;
        return char;
    };
    const single = () => {
        const end = word.indexOf("'", at);
        if (end < 0)
            return refuse();
        const text = word.slice(at, end);
        at = end + 1;
        return text;
    };
    const double = () => {
        let result = '';
        while (at < word.length) {
            const char = next();
            if (char === '"')
                return result;
            if (char === '$')
                result += variable();
            else if (char === escape) {
                const escapes = ['"', '$', escape].includes(word[at] ?? '');
                result += `${raw ? char : ''}${escapes ? next() : char}`;
            }
            else
                result += char;
        }
        return refuse();
    };
    const take = (value) => {
        if (value === null)
            known = false;
        return value ?? '';
    };
    const variable = () => {
        const [whole = '', brace = '', name = ''] = /^(\{?)([\p{L}_][\p{L}\p{Nd}_]*|\p{Nd}+|[@*#?\-$!]|)/u.exec(word.slice(at)) ?? [];
        at += whole.length;
        if (brace === '')
            return name === '' ? '$' : take(variables(name));
        const [operator = ''] = /^(?:}|:?[-+?]|[#%]|\/\/?)/.exec(word.slice(at)) ?? [];
        at += operator.length;
        if (operator === '' || (name === '' && /^[}:]/.test(operator)))
            return refuse();
        const value = name === '' ? undefined : variables(name);
        if (operator === '}')
            return take(value);
        return operator.startsWith('/') ? replacing(value, operator) : substituted(value, operator);
    };
    const replacing = (value, operator) => {
        const pattern = rawUpTo('/', true);
        const replacement = rawUpTo('}', true);
        return replaced(take(value), pattern, replacement, operator === '//' ? 'all' : 'first') ?? refuse();
    };
    const substituted = (value, operator) => {
        const kind = operator.at(-1);
        const before = known;
        const other = rawUpTo('}', kind === '#' || kind === '%');
        const otherIsKnown = known;
        known = before;
        const takeOther = () => {
            known &&= otherIsKnown;
            return other;
        };
        const given = value !== undefined && !(operator.startsWith(':') && value === '');
        if (value === null)
            return take(null);
        switch (kind) {
            case '-':
                return given ? value : takeOther();
            case '+':
                return given ? takeOther() : '';
            case '?':
                return given ? value : refuse();
            default: {
                const trim = kind === '#' ? withoutPrefix : withoutSuffix;
                const pattern = takeOther();
                const longest = pattern.startsWith(kind);
                return (trim(value ?? '', longest ? pattern.slice(1) : pattern, longest ? 'longest' : 'shortest') ??
                    refuse());
            }
        }
    };
    const result = upTo();
    return known && !refused ? result : null;
}

;// CONCATENATED MODULE: ./lib/dockerfile/instructions.js
/** A Dockerfile's instructions, cut from its text as BuildKit's parser does. */

/** Rules: Dockerfile reference, "Parser directives", "Format", "Here-Documents". Takes any text; what is wrong is the builder's to say. */
function readInstructions(text) {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const escape = escapeOf(lines);
    const continued = escape === '`' ? /(?<!`)`[ \t]*$/ : /(?<!\\)\\[ \t]*$/;
    const instructions = [];
    let at = 0;
    while (at < lines.length) {
        const line = at + 1;
        let logical = '';
        let open = true;
        while (open && at < lines.length) {
            const raw = lines[at++];
            if (isComment(raw) || raw.trim() === '') {
                if (logical === '')
                    break;
                continue;
            }
            open = continued.test(raw);
            logical += raw.replace(continued, '');
        }
        if (logical.trim() === '')
            continue;
        const heredocs = heredocsOf(logical, escape).map(({ name, chomp }) => {
            const body = [];
            while (at < lines.length) {
                const raw = chomp ? lines[at].replace(/^\t+/, '') : lines[at];
                at += 1;
                if (raw === name)
                    break;
                body.push(raw);
            }
            return body.join('\n');
        });
        instructions.push({ line, ...parts(logical, escape), heredocs });
    }
    return { escape, instructions };
}
/** What `ONBUILD` holds back, as the instruction that it becomes in a stage that stands on this one. */
const triggerOf = (onbuild, escape) => ({
    ...onbuild,
    ...parts(onbuild.rest, escape),
});
const isComment = (line) => /^\s*#/.test(line);
/** Directives stand before everything else, blank lines and other comments among it. */
function escapeOf(lines) {
    for (const line of lines) {
        const [, name = '', value] = /^\s*#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
        if (!['syntax', 'check', 'escape'].includes(name.toLowerCase()))
            break;
        if (name.toLowerCase() === 'escape' && value === '`')
            return value;
    }
    return '\\';
}
function parts(logical, escape) {
    const [, keyword = '', all = ''] = /^\s*(\S+)\s*(.*)$/s.exec(logical) ?? [];
    const flags = [];
    let rest = all;
    while (rest.startsWith('--')) {
        const [word = ''] = words(rest, escape);
        rest = rest.slice(word.length).trimStart();
        if (word === '--')
            break;
        const [, name = '', value = ''] = /^--([^=]*)=?(.*)$/s.exec(unquoted(word, escape)) ?? [];
        flags.push({ name, value });
    }
    return { keyword: keyword.toUpperCase(), flags, rest: rest.trim() };
}
/** In flags, quotes and what escapes go away, and nothing else is looked at. */
const unquoted = (word, escape) => word.replace(escape === '`' ? /`(.)|["']/gs : /\\(.)|["']/gs, (_, escaped) => escaped ?? '');
function heredocsOf(logical, escape) {
    const { keyword, rest } = parts(logical.replace(/^\s*onbuild\s+/i, ''), escape);
    if (!['RUN', 'COPY', 'ADD'].includes(keyword) || jsonWords(rest) !== undefined)
        return [];
    // Between `<<` and the name may be blanks.
    return words(rest.replaceAll(/<<(-?)[ \t]+/g, '<<$1'), '\\').flatMap((word) => {
        const [, minus, name = ''] = heredocWord.exec(word) ?? [];
        return name === '' ? [] : [{ name: name.replaceAll(/["'\\]/g, ''), chomp: minus === '-' }];
    });
}
/** A word that announces a heredoc: `<<EOF`, `<<-"EOF"`, `3<<EOF`. */
const heredocWord = /^\d*<<(-?)([^<]+)$/;
/** Arguments in their JSON form, `["a", "b"]`; undefined where they are not. */
function jsonWords(rest) {
    if (!rest.startsWith('['))
        return undefined;
    try {
        const parsed = JSON.parse(rest);
        return Array.isArray(parsed) && parsed.every((word) => typeof word === 'string') ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/dockerfile/scope.js

/** Set by BuildKit for every build; those of the build machine cannot be told from here. */
const predefined = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;
/** Set by images of Python, as is known without looking into one. What an ARG of such a name holds, builders differ on. */
const setByBases = /^(?:PATH|LANG|GPG_KEY|PYTHON_\w+)$/;
/**
 * Variables of FROM: the ARGs before the first one, and what BuildKit sets. Rule: Dockerfile reference, "Understand how
 * ARG and FROM interact", "Automatic platform ARGs in the global scope".
 *
 * @param platform that is built for; without it, what depends on it is not known.
 */
function globalScope(args, given, platform, escape) {
    const values = new Map(Object.entries(platform === undefined ? {} : targetArguments(platform)));
    const get = (name) => {
        if (predefined.test(name) && given[name] !== undefined)
            return given[name];
        return values.has(name) ? values.get(name) : predefined.test(name) ? null : undefined;
    };
    for (const { name, value } of args.flatMap((arg) => assignments(arg, escape))) {
        const wanted = given[name] ?? (value === undefined ? undefined : expand(value, get, escape));
        if (wanted !== undefined)
            values.set(name, wanted);
    }
    return get;
}
function targetArguments(platform) {
    const [os = '', arch = '', variant = ''] = platform.split('/');
    return { TARGETPLATFORM: platform, TARGETOS: os, TARGETARCH: arch, TARGETVARIANT: variant };
}
/** @param onImage whether the stage stands on an image, whose own ENV is not seen here. */
function stageScope(globals, given, onImage, escape) {
    const make = (values, environment) => {
        const get = (name) => (values.has(name) ? values.get(name) : onImage ? null : undefined);
        return {
            get,
            add(instruction) {
                for (const { name, value } of assignments(instruction, escape)) {
                    if (instruction.keyword === 'ENV') {
                        values.set(name, expand(value ?? '', get, escape));
                        environment.add(name);
                        continue;
                    }
                    const wanted = given[name] ?? (value === undefined ? globals(name) : expand(value, get, escape));
                    if (wanted === undefined)
                        continue;
                    const contested = (environment.has(name) && values.get(name) !== wanted) || (onImage && setByBases.test(name));
                    values.set(name, contested ? null : wanted);
                }
            },
            derived: () => make(new Map(values), new Set(environment)),
        };
    };
    return make(new Map(), new Set());
}
function assignments({ keyword, rest }, escape) {
    if (keyword !== 'ARG' && keyword !== 'ENV')
        return [];
    const all = words(rest, escape);
    if (keyword === 'ENV' && !all[0]?.includes('=')) {
        const [, name = '', value = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
        return [{ name, value }];
    }
    return all.map((word) => {
        const at = word.indexOf('=');
        return at < 0 ? { name: word, value: undefined } : { name: word.slice(0, at), value: word.slice(at + 1) };
    });
}

;// CONCATENATED MODULE: ./lib/dockerfile/mounts.js
/** Rule: Dockerfile reference, "RUN --mount". Without a type it is `bind`. */
const mountsOf = (instruction) => instruction.keyword === 'RUN'
    ? instruction.flags.filter(({ name }) => name === 'mount').map(({ value }) => mountOf(value))
    : [];
function mountOf(text) {
    const fields = new Map(text.split(',').map((field) => {
        const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(field) ?? [];
        return [key.toLowerCase(), value];
    }));
    return {
        type: fields.get('type')?.toLowerCase() ?? 'bind',
        from: fields.get('from') ?? '',
        source: fields.get('source') ?? fields.get('src') ?? '',
    };
}

;// CONCATENATED MODULE: ./lib/dockerfile/stages.js
/** Stages, what each is made from, and which of them the image needs. */



/** ARGs before the first FROM. */
const globalArguments = ({ instructions }) => {
    const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    return instructions.slice(0, Math.max(first, 0)).filter(({ keyword }) => keyword === 'ARG');
};
/** @param globals variables of FROM. */
function readStages({ instructions, escape }, globals) {
    const stages = [];
    /** What ONBUILD holds back, by stage. */
    const held = [];
    for (const instruction of instructions) {
        if (instruction.keyword === 'FROM') {
            const [written = '', as = '', name = ''] = instruction.rest.split(/\s+/);
            const base = named(expand(written, globals, escape), written, indexes(stages));
            stages.push({
                ...(/^as$/i.test(as) ? { name: name.toLowerCase() } : {}),
                base,
                instructions: base.kind === 'stage' ? [...held[base.index]] : [],
            });
            held.push([]);
        }
        else if (instruction.keyword === 'ONBUILD') {
            held.at(-1)?.push(triggerOf(instruction, escape));
        }
        else {
            stages.at(-1)?.instructions.push(instruction);
        }
    }
    const byName = indexes(stages);
    return stages.map((stage) => ({
        ...stage,
        copies: stage.instructions.flatMap((one) => copiesOf(one, byName, stages.length)),
    }));
}
/** Of two stages with one name, the later one. */
const indexes = (stages) => new Map(stages.flatMap(({ name }, index) => (name === undefined ? [] : [[name, index]])));
function named(text, written, byName) {
    const index = text === null ? undefined : byName.get(text.toLowerCase());
    if (index !== undefined)
        return { kind: 'stage', index };
    if (text === null || !imageName.test(text))
        return { kind: 'unknown', written };
    return text === 'scratch' ? { kind: 'scratch' } : { kind: 'image', reference: text };
}
/** What could be one, IPv6 hosts among it. A variable that is not set leaves such as `python:`. */
const imageName = /^[\w[](?:[\w.[\]/:@-]*\w)?$/;
/** Names as written: BuildKit takes variables in FROM alone, and a name with a `$` is none of an image. */
function copiesOf(instruction, byName, count) {
    const plain = (from) => named(from, from, byName);
    if (instruction.keyword !== 'COPY') {
        return mountsOf(instruction).flatMap(({ from }) => (from === '' ? [] : [plain(from)]));
    }
    return instruction.flags
        .filter(({ name, value }) => name === 'from' && value !== '')
        .map(({ value }) => {
        if (!/^\d+$/.test(value))
            return plain(value);
        const index = Number(value);
        return index < count ? { kind: 'stage', index } : { kind: 'unknown', written: value };
    });
}
/**
 * Indexes of the stages that the last one needs, itself among them, in the file's order. Where a base cannot be known,
 * every stage before may be it.
 */
function reachedStages(stages) {
    const reached = new Set();
    const visit = (index) => {
        const stage = stages[index];
        if (stage === undefined || reached.has(index))
            return;
        reached.add(index);
        if (stage.base.kind === 'unknown')
            for (let before = 0; before < index; before += 1)
                visit(before);
        for (const from of [stage.base, ...stage.copies])
            if (from.kind === 'stage')
                visit(from.index);
    };
    visit(stages.length - 1);
    return [...reached].toSorted((one, other) => one - other);
}

;// CONCATENATED MODULE: ./lib/dockerfile/starts.js
/** What a container of an own Dockerfile's image starts: read from its text, since a build does not see it. */





/**
 * Rules: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact", "WORKDIR". An ENTRYPOINT does away with the
 * CMD of what its stage stands on.
 *
 * @param below what the image under the last stage starts, where that is known.
 */
function readStarts(text, given, platform, below = { entrypoint: [], cmd: [], folder: '/' }) {
    const file = readInstructions(text);
    const { escape } = file;
    const globals = globalScope(globalArguments(file), given, platform, escape);
    const chain = chainOf(readStages(file, globals));
    let scope;
    let [entrypoint, cmd, folder, shell] = [below.entrypoint, below.cmd, below.folder, defaultShell];
    for (const { base, instructions } of chain) {
        scope = scope?.derived() ?? stageScope(globals, given, base.kind !== 'scratch', escape);
        let setsCmd = false;
        for (const instruction of instructions) {
            const { keyword, rest } = instruction;
            scope.add(instruction);
            switch (keyword) {
                case 'SHELL':
                    shell = jsonWords(rest) ?? shell;
                    break;
                case 'WORKDIR':
                    // Where a part of it cannot be known, it is somewhere.
                    folder = external_node_path_.posix.resolve('/', folder, expand(words(rest, escape).join(' '), scope.get, escape) ?? '');
                    break;
                case 'ENTRYPOINT':
                    entrypoint = jsonWords(rest) ?? [...shell, rest];
                    if (!setsCmd)
                        cmd = [];
                    break;
                case 'CMD':
                    cmd = jsonWords(rest) ?? [...shell, rest];
                    setsCmd = true;
                    break;
                default:
            }
        }
    }
    return { entrypoint, cmd, folder };
}
const defaultShell = ['/bin/sh', '-c'];
/** The last stage and those that it stands on, the lowest first. */
function chainOf(stages) {
    const chain = [];
    for (let stage = stages.at(-1); stage !== undefined;) {
        chain.unshift(stage);
        stage = stage.base.kind === 'stage' ? stages[stage.base.index] : undefined;
    }
    return chain;
}

;// CONCATENATED MODULE: ./lib/registry/image-config.js
/** Throws SyntaxError where the bytes are no JSON. */
const readConfig = (bytes) => JSON.parse(Buffer.from(bytes).toString('utf8'));

;// CONCATENATED MODULE: ./lib/commands/starts.js
/** What a container of an own Dockerfile's image starts, with what the image below it says. */






/** Undefined where the image is rendered. Asks a registry only where the Dockerfile leaves the ENTRYPOINT to its base. */
async function startsOf({ own, inputs, cell, found, }) {
    if (own === undefined)
        return undefined;
    const given = { ...seedArguments(cell, inputs.maintainer), ...inputs.buildArgs };
    const [platform] = cell.platforms;
    const starts = readStarts(own.text, given, platform);
    const known = starts.entrypoint.length > 0 || inputs.verify === 'off' || inputs.verifyPython !== undefined;
    if (known || own.standsOn === undefined || platform === undefined)
        return starts;
    const below = await startsOfBase(found.reader, own.standsOn, platform);
    return below === undefined ? starts : readStarts(own.text, given, platform, below);
}
/** Undefined where no registry says it: the Python is then looked for where the Dockerfile and PATH lead. */
async function startsOfBase(reader, { repository, digest, platforms }, platform) {
    try {
        const at = platforms.find((one) => one.platform === platform)?.digest ?? digest;
        const manifest = await reader.getManifest(repository, at);
        const config = manifest && (0,registry_manifest/* readContent */.c_)(manifest.bytes).config;
        const bytes = config && (await reader.getBlob(repository, config.digest));
        const runs = bytes && readConfig(bytes).config;
        if (!runs)
            return undefined;
        return { entrypoint: runs.Entrypoint ?? [], cmd: runs.Cmd ?? [], folder: runs.WorkingDir || '/' };
    }
    catch (error) {
        // A registry that is only away for now must not have the checks look into another Python.
        const isLasting = error instanceof lib_errors/* Failure */.HR && !(error instanceof errors/* RegistryProblem */.Ne && error.temporary);
        if (!isLasting && !(error instanceof SyntaxError))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/report/step-words.js
const rows = [
    // With build-base stands the compiler of Alpine; runtime packages come without.
    { command: /^RUN .*\bbuild-base\b/s, words: 'install the compiler and build packages' },
    { command: /^RUN .*\b(?:apt-get|apk add)\b/s, words: 'install the runtime packages' },
    { command: /\/tools\.py\b/, words: 'fetch the tools that compile', withoutPlatform: true },
    { stage: 'native-sources', command: /\/sources\.py\b/, words: 'fetch the sources', withoutPlatform: true },
    { command: /\/sources\.py\b/, words: 'fetch the sources' },
    { command: /\/compile\.py\b.*--sysroot\b/s, words: 'cross-compile' },
    { command: /\/compile\.py\b/, words: 'compile on the build machine', withoutPlatform: true },
    { command: /\/compile\.sh\b/, words: 'compile what is left' },
    { command: /\/needs\.py\b/, words: 'read what the compiled wheels need', withoutPlatform: true },
    // Where every platform installs the same, the stage has no such variable, and it stays as it is written.
    { command: /\/install\.py\b.*\/lock\/\$TARGETARCH/s, words: 'install the wheels', withoutPlatform: true },
    { command: /\/install\.py\b/, words: 'install the wheels' },
    { command: /\/facts\.py\b/, words: 'read what the base holds' },
    { command: /\bpip compile\b/, words: 'resolve the requirements', withoutPlatform: true },
    { command: /\/bytecode\.py\b/, words: "compile the standard library's bytecode", withoutPlatform: true },
    { stage: 'look', command: /^COPY <<environment\b/, words: 'read what the image sets' },
    { command: /\/interpreter\.py\b/, words: "find the image's Python" },
    { command: /^COPY .*--from=interpreter\b/, words: 'put the start of the checks into the image' },
    { command: /\/verify\.py\b/, words: 'verify' },
    { command: /\bpip install\b.*--prefix\b/s, words: 'resolve and install with pip' },
    { command: /\/install\/removed\b/, words: 'remove what newer versions replace' },
    { command: /\/account\.sh\b/, words: 'make the account' },
    { command: /^COPY .*--from=cross\b/, words: 'take over what was cross-compiled' },
    { command: /^COPY .*--from=compiled\b/, words: 'collect how it was compiled' },
    { command: /^COPY .*--from=needs\b/, words: 'collect the compiled wheels' },
    { stage: 'packages', command: /^COPY .*--from=install\b/, words: 'collect what is installed' },
    { command: /^COPY .*--from=(?:install|packages)\b/, words: 'put what is installed onto the base' },
    { command: /^COPY .*--from=read\b/, words: 'collect what the base holds' },
    { stage: 'resolve', command: /^COPY .*--from=run\b/, words: 'collect the lock', withoutPlatform: true },
    { command: /^COPY .*--from=run\b/, words: 'collect the results of the checks' },
];
/** `verify linux/arm64`; undefined for an instruction of no rendered Dockerfile. */
function stepWords(step) {
    const { stage, name, platform, runsOn } = step;
    const [, image] = /^FROM (\S+)/.exec(name) ?? [];
    // What is pulled is for where the stage runs.
    if (image !== undefined)
        return forPlatform(`pull ${shortImage(image)}`, runsOn ?? platform);
    const row = rows.find((one) => (one.stage ?? stage) === stage && one.command.test(name));
    if (row === undefined)
        return undefined;
    if (row.words === 'verify')
        return platform === undefined ? 'verify' : `verify ${platform}`;
    return row.withoutPlatform === true ? row.words : forPlatform(row.words, platform);
}
/** `arm/v7`: every platform here is Linux. */
const shortPlatform = (platform) => platform.replace(/^linux\//, '');
/** `install the wheels for arm/v7`. */
const forPlatform = (words, platform) => platform === undefined ? words : `${words} for ${shortPlatform(platform)}`;
/** As people write it: without a digest, and of Docker Hub's official images the name alone. */
const shortImage = (image) => image.replace(/@sha256:.*/, '').replace(/^docker\.io\/(?:library\/)?/, '');

// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
;// CONCATENATED MODULE: ./lib/report/steps.js
/** What `docker buildx … --progress=plain` prints, read as steps with their times. */


function platformOf(text) {
    const platform = (0,names_platform/* parsePlatform */.FL)(text);
    return platform.ok ? platform.value : undefined;
}
/**
 * `linux/amd64`, `linux/amd64->arm/v7`, `linux/arm/v7->v6`: left of the arrow is where a step runs, right of it what
 * differs of the platform that it is for.
 */
function platformsOf(word) {
    const [left = '', right] = word.split('->');
    const runsOn = platformOf(left);
    if (runsOn === undefined)
        return undefined;
    if (right === undefined)
        return { platform: runsOn };
    const variant = /^v\d+$/.test(right);
    const parts = left.split('/');
    const platform = platformOf(right) ??
        platformOf(variant ? [...parts.slice(0, 2), right].join('/') : `${parts[0]}/${right}`);
    return platform === undefined ? { platform: runsOn } : { platform, runsOn };
}
const known = /^(?:internal|auth|stage-\d+)$/;
/** Reads `[target platform stage n/m] instruction`, where each part in the brackets may be missing. */
function stepName(text) {
    const [, inside, rest] = /^\[([^\]]*)\] ?(.*)$/.exec(text) ?? [];
    if (inside === undefined || rest === undefined)
        return { stage: '', name: text };
    const words = inside.split(/ +/).filter((word) => word !== '' && !/^\d+\/\d+$/.test(word));
    const at = words.findIndex((word) => platformsOf(word) !== undefined);
    if (at >= 0) {
        const target = words.slice(0, at).join(' ');
        const stage = words.slice(at + 1).join(' ');
        return { ...(target === '' ? {} : { target }), stage, ...platformsOf(words[at]), name: rest };
    }
    // Without a platform between target and stage, what the stage can be says where it begins.
    const counts = /\d+\/\d+$/.test(inside);
    const context = words.indexOf('context');
    const split = context >= 0
        ? context
        : known.test(words.at(-1) ?? '')
            ? words.length - 1
            : counts
                ? Math.max(0, Math.min(1, words.length - 1))
                : 1;
    const target = words.slice(0, split).join(' ');
    return { ...(target === '' ? {} : { target }), stage: words.slice(split).join(' '), name: rest };
}
/** Reads lines as they come. Times are the clock's, corrected by the seconds that buildx says a step took. */
function progressReader(clock) {
    const seen = new Map();
    const end = (step, seconds) => {
        step.end = clock.now();
        if (seconds !== undefined)
            step.seconds = Math.max(seconds, step.seconds ?? 0);
    };
    return {
        line(text) {
            const [, number, rest] = /^#(\d+) (.*)$/.exec((0,report_escape/* plain */.pj)(text).trimEnd()) ?? [];
            // Number 0 is buildx's word on the builder, no step.
            if (number === undefined || rest === undefined || number === '0')
                return;
            const id = Number(number);
            const step = seen.get(id);
            if (step === undefined) {
                seen.set(id, { id, name: stepName(rest), first: clock.now(), cached: false });
                return;
            }
            const [, done] = /^DONE (\d+(?:\.\d+)?)s$/.exec(rest) ?? [];
            if (done !== undefined)
                end(step, Number(done));
            else if (rest === 'CACHED') {
                step.cached = true;
                end(step, 0);
            }
            else if (rest === 'CANCELED') {
                step.error = 'canceled';
                end(step);
            }
            else if (rest.startsWith('ERROR: ')) {
                step.error = rest.slice('ERROR: '.length);
                end(step);
            }
        },
        steps: () => [...seen.values()].toSorted((one, other) => one.id - other.id).map((step) => stepOf(step, clock.now())),
    };
}
/** buildx shows one step at a time and holds the others back, so a step can have begun before its first line. */
function stepOf(seen, now) {
    const end = seen.end ?? now;
    const start = seen.seconds === undefined ? seen.first : Math.min(seen.first, end - Math.round(seen.seconds * 1000));
    return {
        id: seen.id,
        ...seen.name,
        start,
        seconds: seen.seconds ?? (end - start) / 1000,
        cached: seen.cached,
        ...(seen.error === undefined ? {} : { error: seen.error }),
    };
}

;// CONCATENATED MODULE: ./lib/commands/steps.js


/**
 * Reads along while `work` runs buildx, whose numbers begin anew with each attempt. What is noted is noted even when it fails.
 *
 * @param own whether the target `image` is a Dockerfile of the user's own, whose steps keep their text.
 */
async function recordSteps(world, state, section, work, own = false) {
    let reader = progressReader(world.clock);
    const note = () => {
        state.spans.push(...reader.steps().flatMap((step) => spanOf(step, section, own)));
    };
    try {
        return await work(() => {
            note();
            const begun = progressReader(world.clock);
            reader = begun;
            return (line) => begun.line(line);
        });
    }
    finally {
        note();
    }
}
/** Notes how requirements were compiled; those that this run compiled get a stretch of time each. */
function recordAttempts(state, platform, attempts) {
    state.attempts.set(platform, attempts);
    // What a builder had in its cache was compiled before this run.
    const begun = Math.min(...state.spans.map(({ start }) => start));
    for (const { name, way, began, seconds } of attempts) {
        const start = (began ?? 0) * 1000;
        if (start < begun)
            continue;
        const where = platform === 'native' ? {} : { platform };
        const section = platform === 'native' ? 'lock' : 'build';
        const verb = way === 'cross' ? 'cross-compile' : 'compile';
        const words = `${verb} ${name}${way === 'emulated' ? ' under emulation' : ''}`;
        state.spans.push({
            section,
            name: forPlatform(words, where.platform),
            ...where,
            start,
            seconds,
            alone: true,
        });
    }
}
/** Stages that only verifying needs. */
const verifying = new Set(['look', 'interpreter', 'run', 'verify']);
/** Steps of buildx's own housekeeping are left out. */
function spanOf(step, section, own) {
    if (step.stage === 'internal' ||
        step.stage === '' ||
        step.stage.startsWith('context ') ||
        step.seconds < 0.05)
        return [];
    return [
        {
            section: section === 'build' && verifying.has(step.stage) ? 'verify' : section,
            name: steps_textOf(step, own),
            ...(step.platform === undefined ? {} : { platform: step.platform }),
            start: step.start,
            seconds: step.seconds,
            ...(step.cached ? { cached: true } : {}),
        },
    ];
}
/** buildx names the target only where it builds several. */
function steps_textOf(step, own) {
    const isOwn = own && (step.target ?? 'image') === 'image';
    const words = isOwn ? undefined : stepWords(step);
    if (words !== undefined)
        return words;
    const platform = step.platform === undefined ? '' : `${shortPlatform(step.platform)} `;
    return platform + `${step.stage} ${step.name}`.slice(0, 60);
}

;// CONCATENATED MODULE: ./lib/commands/build-image.js
/** One build of the image: the files for buildx, the build with the checks in it, and what it says of itself. */












/** Undefined in a dry run, which ends with the files. @throws Failure, VerifyFailure where a check failed. */
async function buildImage(context, { builder, base, resolved, locked, onFiles }) {
    const { world, state, inputs, access, env } = context;
    const verifying = verifiedOn(inputs, builder.platform);
    state.plan = planOf(context, base, { resolved, locked, starts: await startsOf(context) });
    const [image] = state.plan.images;
    const bake = bakeFile(image, {
        verify: verifying,
        secrets: access.secrets,
        provenance: inputs.provenance,
        sbom: inputs.sbom,
        keep: await mayKeep(context),
        fresh: state.destinations.some(({ decision }) => isFor(decision, ['forced', 'expired'])),
    });
    const files = workFiles(image, bake, context.programs);
    onFiles(files);
    if (inputs.dryRun)
        return undefined;
    const folder = await world.files.temporary('build');
    for (const [name, content] of Object.entries(files))
        await world.files.write((0,external_node_path_.join)(folder, name), content);
    await placeTaken(context, folder);
    const said = new Map();
    const readAlong = (line) => {
        const { platform, attempt } = saidAttempt(line, image.platforms) ?? {};
        if (platform !== undefined)
            said.set(platform, [...(said.get(platform) ?? []), attempt]);
    };
    await requireEmulation(world, env, builder.platform, runsOn(image, verifying, inputs));
    const verified = await world.log
        .group(verifying.length === 0 ? 'build' : 'build and verify', () => recordSteps(world, state, 'build', (onAttempt) => verify(world, builder.buildx, {
        image,
        folder,
        targets: Object.keys(bake.target).filter((name) => name !== 'packages'),
        platforms: verifying,
        strict: inputs.verify === 'strict',
        content: () => openArchive((0,external_node_path_.join)(folder, archiveFile)),
        onAttempt: () => {
            said.clear();
            const hear = onAttempt();
            return (line) => {
                hear(line);
                readAlong(line);
            };
        },
    }), context.own !== undefined))
        // Where a check failed, how everything was compiled is the first that one wants to know.
        .finally(() => noteAttempts(context, folder, bake.target['compiled']?.platforms ?? [], said));
    state.verified = verified.platforms;
    return { verified, folder };
}
async function noteAttempts({ world, state }, folder, platforms, said) {
    // What came out says more than what was read along.
    const found = new Map([...said, ...(await readAttempts(world, folder, platforms))]);
    for (const [platform, attempts] of found)
        recordAttempts(state, platform, attempts);
}

// EXTERNAL MODULE: ./lib/build/temporary.js
var temporary = __webpack_require__(8891);
;// CONCATENATED MODULE: ./lib/build/native.js
/** Builds what has only a source, once, on the build machine's own architecture: a pure wheel serves every platform. */











/** What must be built on the machine's own platform, and what has only a source and so might be pure. */
function nativeCandidates(requirements, build, hasWheel, kept) {
    const found = new Map();
    for (const { platform, requirements: list } of requirements) {
        for (const requirement of list) {
            if (requirement.kind !== 'compile')
                continue;
            const { name, version, sdist } = requirement;
            const here = kept.filter((one) => one.name === name && one.version === version);
            // One that is kept for the build machine alone is not pure.
            if (here.some(({ serves }) => serves.includes(build) || serves.includes(platform)))
                continue;
            if (platform === build || !hasWheel(name, version))
                found.set(`${name} ${version}`, { name, version, sdist, serves: [build] });
        }
    }
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** Those that compile.py says did not compile; undefined where it did not come to say so. */
function failedOf(log, native) {
    const said = log.split('\n').filter((line) => line.includes('did not compile: '));
    const names = native
        .map(({ name, version }) => `${name} ${version}`)
        .filter((release) => said.some((line) => line.split(/: |, |\. /).includes(release)));
    return names.length === 0 ? undefined : names.join(', ');
}
/**
 * Builds the candidates, and says which gave a pure wheel. The stage is the one that the image uses afterwards: from the
 * cache, so that nothing is built twice. Where the image is for other platforms alone, it is no more than a try: what does
 * not build here may there.
 */
async function buildNative(world, buildx, request) {
    const folder = await world.files.temporary('native');
    const bakefile = {
        target: {
            native: {
                context: '.',
                dockerfile: 'Dockerfile',
                target: 'native-list',
                contexts: { lock: './lock', programs: './programs' },
                args: request.arguments,
                ...(request.secrets.length > 0 ? { secret: request.secrets } : {}),
                output: ['type=local,dest=out'],
            },
        },
    };
    const files = {
        'docker-bake.json': bakeText(bakefile),
        Dockerfile: `${request.dockerfile}\n${listStages(request.keep)}`,
        'lock/native/requirements.json': nativeFile(request.native),
        ...stagePrograms(request.programs),
    };
    for (const [name, content] of Object.entries(files))
        await world.files.write((0,external_node_path_.join)(folder, name), content);
    const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, {
        folder,
        targets: ['native'],
        ...(request.onAttempt === undefined ? {} : { onAttempt: request.onAttempt }),
    });
    const names = request.native.map(({ name, version }) => `${name} ${version}`).join(', ');
    const isWanted = request.native.some(({ serves }) => serves.some((platform) => request.platforms.includes(platform)));
    if (ran.code !== 0 && !isWanted && !(0,temporary/* isTemporary */.e)((0,compiler_output/* failedSteps */.t)(ran.stderr))) {
        world.log.info(`${names}: not built on this machine, and so not known to be pure Python`);
        return { folder: (0,external_node_path_.join)(folder, 'out'), native: [], attempts: [] };
    }
    if (ran.code !== 0) {
        const base = request.arguments['BUILD_BASE'] ?? '';
        const about = failedOf(ran.stderr, request.native) ?? names;
        const what = `a wheel of ${about} could not be built`;
        throw new lib_errors/* Failure */.HR([await buildProblem(world, { ran, about, what, base })]);
    }
    const wheels = ((await world.files.read((0,external_node_path_.join)(folder, 'out', 'names'))) ?? '').split('\n');
    const isPure = (name) => wheels.some((file) => file.endsWith('-none-any.whl') && (0,package_name/* normalizedName */.j8)(file.split('-', 1)[0] ?? '') === name);
    const native = request.native.map((one) => ({
        ...one,
        serves: isPure(one.name) ? request.platforms : one.serves,
    }));
    const said = await world.files.read((0,external_node_path_.join)(folder, 'out', 'compiled.json'));
    return { folder: (0,external_node_path_.join)(folder, 'out'), native, attempts: said === undefined ? [] : parseAttempts(said) };
}
/** What comes out: names of the wheels and how they were made, and where they are to be kept, the wheels too. */
function listStages(keep) {
    const needs = '--mount=type=bind,from=programs,target=/programs python3 /programs/needs.py /wheels /made';
    const only = 'mkdir /made && cp /wheels/compiled.json /made';
    return [
        'FROM native AS native-made',
        `RUN ${keep ? needs : only} && ls /wheels >/made/names`,
        'FROM scratch AS native-list',
        'COPY --from=native-made /made /',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./lib/lock/wheel-file.js
/** What a wheel's file says of itself. */




/**
 * What is wrong with a file that is to be the wheel of this release, in words that go on after its name.
 *
 * @param filename as it is to be called: its platforms must be those that the wheel itself names (binary distribution
 *   format, "File contents").
 */
function wrongWheel(bytes, filename, { name, version }) {
    try {
        const entries = readZip(bytes);
        const outside = entries.find((entry) => leads(entry.name));
        if (outside !== undefined)
            return `is no wheel: ${JSON.stringify(outside.name)} leads out of it`;
        const metadata = wheel_file_textOf(entries, 'METADATA');
        const [wheel, said] = [wheel_file_textOf(entries, 'WHEEL'), (key) => valuesOf(metadata, key)[0] ?? ''];
        if ((0,package_name/* normalizedName */.j8)(said('Name')) !== name || !(0,package_version/* isSameVersion */.p)(said('Version'), version))
            return `is ${said('Name') || 'nameless'} ${said('Version')} by its METADATA`;
        const platforms = valuesOf(wheel, 'Tag').map((tag) => tag.toLowerCase().split('-').at(-1));
        const named = (0,filenames/* parseWheelName */.C)(filename)?.platforms ?? [];
        return platforms.some((platform) => platform !== undefined && named.includes(platform))
            ? undefined
            : `is for ${platforms.join(', ') || 'no platform'} by its WHEEL`;
    }
    catch (error) {
        return `is no wheel: ${error.message}`;
    }
}
/** Whether a name is none within the archive. */
const leads = (name) => /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name);
function wheel_file_textOf(entries, name) {
    const entry = entries.find((one) => new RegExp(`^[^/]+\\.dist-info/${name}$`).test(one.name));
    if (entry === undefined)
        throw new Error(`it has no ${name}`);
    return entry.content().toString('utf8');
}
const valuesOf = (text, key) => [...text.matchAll(new RegExp(`^${key}: *(.*)$`, 'gim'))].map(([, value = '']) => value.trim());

// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/wheel-cache/fit.js
/** Where a kept wheel may be used again. */




/** Whether a wheel that was found under a key does for what is wanted, as far as its artifact says. */
function fitOf(wanted, key, { made, filename }) {
    const { requirement, facts } = wanted;
    const wrong = (why) => ({ fits: false, is: 'wrong', why });
    if ((0,canonical/* hashOf */.q)(made.key) !== (0,canonical/* hashOf */.q)(key))
        return wrong('says that it was made of or for something else');
    if (made.name !== requirement.name || !(0,package_version/* isSameVersion */.p)(made.version, requirement.version))
        return wrong(`says that it is ${made.name} ${made.version}`);
    const named = (0,filenames/* parseWheelName */.C)(filename);
    const isThis = named !== undefined &&
        !/[/\\]/.test(filename) &&
        named.name === requirement.name &&
        (0,package_version/* isSameVersion */.p)(named.version.text, requirement.version);
    if (!isThis)
        return wrong('holds a file with the name of something else');
    const { kind, version } = facts.libc;
    if (made.floor !== undefined && (0,wheel_tags/* compareLibcs */.n1)(version, made.floor) < 0)
        return { fits: false, is: 'unfit', why: `needs ${kind} ${made.floor}, and the base has ${version}` };
    if ((0,wheel_tags/* bestWheel */.yJ)([{ filename }], facts) === undefined)
        return wrong(`holds ${filename}, which cannot be installed on ${facts.platform}`);
    return { fits: true };
}

;// CONCATENATED MODULE: ./lib/commands/take-wheels.js
/** Takes what has no wheel from where compiled wheels are kept: what is there is not compiled again. */











/**
 * The kept wheels that do for what has none. What does not do, or cannot be had, is a word and no failure.
 *
 * @param except platforms that take none.
 */
async function takeKept(context, resolved, except = []) {
    const { world, inputs, cache, found, state } = context;
    state.taken = [];
    const store = (0,wheel_cache_open/* openWheelStore */.V)(world, found.client, inputs, cache.folder);
    const wanted = wantedFor(context, resolved).filter(({ facts }) => !except.includes(facts.platform));
    const [first] = wanted;
    if (store === undefined || first === undefined)
        return [];
    const taker = takerOf(context, store, await world.files.temporary('kept'));
    // A store that lets nobody in, or does not answer, is asked for one and no more.
    await taker.kept((0,wheel_cache_key/* tagOfWheel */.fV)(first.requirement.name, (0,wheel_cache_key/* keysOfWanted */.HU)(first)[0]));
    const taken = await (0,lib_errors/* gather */.kg)(wanted.map((one) => takeOne(context, taker, one)));
    state.taken = taken.flatMap((one) => one ?? []);
    return together(state.taken);
}
const wantedFor = ({ inputs, cell }, { lock, requirements, facts }) => requirements.flatMap(({ platform, requirements: all }) => {
    const base = facts.find((one) => one.platform === platform);
    if (base === undefined)
        return [];
    const shared = {
        facts: base,
        buildPackages: inputs.buildPackages,
        buildConstraints: inputs.buildConstraints,
        buildBase: (0,wheel_cache_open/* buildBaseOf */.$)(cell),
    };
    return all.flatMap((one) => one.kind === 'compile' ? [{ ...shared, requirement: one, mayBePure: (0,wheel_cache_key/* mayBePure */.zT)(lock, one) }] : []);
});
function takerOf({ world, state, inputs, cache }, store, folder) {
    const said = new Set();
    const once = (key, say) => {
        if (!said.has(key))
            say();
        said.add(key);
    };
    let shut = false;
    const failed = (error) => {
        if (!(error instanceof lib_errors/* Failure */.HR))
            throw error;
        shut ||= (0,wheel_cache_store/* isShut */.fm)(error);
        if (inputs.wheelStore.kind === 'cache' && error instanceof file_failure/* FileFailure */.Py) {
            cache.refused(error);
            return;
        }
        const text = `not every kept wheel could be looked for in ${store.where}, and what is not found is compiled: ${error.message}`;
        once('', () => state.notes.push(text));
    };
    const say = (tag, is, why) => {
        const text = `the kept wheel ${store.named(tag)} ${why}: it is not used`;
        const note = `${text}, and compiled anew. If this stays, remove it`;
        once(text, () => (is === 'wrong' ? state.notes.push(note) : world.log.info(text)));
    };
    const kept = async (tag) => {
        const manifest = shut ? undefined : await store.manifest(tag).catch(failed);
        if (manifest === undefined)
            return undefined;
        const read = (0,wheel_cache_manifest/* readWheelManifest */.d)(manifest.bytes);
        if (read.ok)
            return { manifest: manifest.digest, artifact: read.value };
        say(tag, 'wrong', read.message);
        return undefined;
    };
    const file = async (tag, artifact) => {
        if (shut)
            return undefined;
        const path = (0,external_node_path_.join)(folder, tag);
        try {
            const there = await store.save(artifact.digest, path);
            const wrong = there ? wrongFile(artifact, await world.files.content(path)) : 'is not there';
            if (wrong === undefined)
                return path;
            say(tag, 'wrong', `names ${artifact.filename}, which ${wrong}`);
        }
        catch (error) {
            if (!(error instanceof lib_errors/* Failure */.HR) || (0,wheel_cache_store/* isShut */.fm)(error))
                return failed(error);
            say(tag, 'wrong', `names ${artifact.filename}, which could not be fetched (${error.message.replace(/\.$/, '')})`);
        }
        return undefined;
    };
    return { say, kept: remembered(kept), file: remembered(file) };
}
/** Works once for each tag. */
function remembered(work) {
    const known = new Map();
    return (tag, ...more) => {
        const there = known.get(tag) ?? work(tag, ...more);
        known.set(tag, there);
        return there;
    };
}
/** What is wrong with a file, in words that go on after its name. */
const wrongFile = ({ made, filename, size }, bytes) => bytes === undefined
    ? 'is not there'
    : (wrongWheel(bytes, filename, made) ??
        (bytes.length === size ? undefined : `has ${bytes.length} bytes where ${size} were due`));
async function takeOne({ world, state, inputs }, taker, wanted) {
    const start = world.clock.now();
    const { name, version } = wanted.requirement;
    const { platform } = wanted.facts;
    for (const key of (0,wheel_cache_key/* keysOfWanted */.HU)(wanted)) {
        const tag = (0,wheel_cache_key/* tagOfWheel */.fV)(name, key);
        const kept = await taker.kept(tag);
        if (kept === undefined || !isRight(taker, inputs, wanted, { key, tag, artifact: kept.artifact }))
            continue;
        const path = await taker.file(tag, kept.artifact);
        if (path === undefined)
            continue;
        const seconds = (world.clock.now() - start) / 1000;
        const words = forPlatform(`take the kept wheel of ${name}`, platform);
        state.spans.push({ section: 'lock', name: words, platform, start, seconds, alone: true });
        const { made } = kept.artifact;
        world.log.info(`${name} ${version} ${platform}: ${(0,report_words/* keptText */.GD)({ ...made, took: seconds })}`);
        return { ...kept, tag, release: { name, version }, platform, seconds, path };
    }
    return undefined;
}
function isRight({ say }, { compile }, wanted, { key, tag, artifact }) {
    const fit = fitOf(wanted, key, artifact);
    if (!fit.fits)
        say(tag, fit.is, fit.why);
    else if (compile === 'emulate' && artifact.made.way === 'cross')
        say(tag, 'unfit', 'was cross-compiled, and compile is "emulate"');
    else
        return true;
    return false;
}
/** One entry for each file, with the platforms that take it. */
function together(taken) {
    const wheels = new Map();
    for (const { artifact, release, platform } of taken) {
        const { filename, digest, size } = artifact;
        const { way, seconds, compiled } = artifact.made;
        const key = `${digest} ${release.name}`;
        wheels.set(key, {
            ...release,
            filename,
            sha256: digest.slice('sha256:'.length),
            size,
            serves: [...(wheels.get(key)?.serves ?? []), platform],
            way,
            seconds,
            compiled,
        });
    }
    return [...wheels.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

;// CONCATENATED MODULE: ./lib/commands/compile.js
/** What must be compiled: where, on which image, and what of it is built natively first. */








/** Looks up what compiling needs, and builds natively what can be, where something must be compiled. */
async function lockCell(context, base, resolved, distrust = { kept: [], cross: [] }) {
    const { cell, found, state, world } = context;
    const { lock, requirements, replaced } = resolved;
    state.facts = resolved.facts;
    compile_describe(world, requirements);
    if (replaced.length > 0) {
        state.notes.push(`the base's own ${replaced.join(', ')} does not do for ${cell.package.name}, and is replaced`);
    }
    const kept = await takeKept(context, resolved, distrust.kept);
    const compiling = requirements.filter((one) => compiledThere(one, { native: [], kept }).length > 0);
    if (compiling.length === 0)
        return { lock, requirements, native: [], kept, replaced };
    const platforms = compiling.map(({ platform }) => platform);
    const build = await observeBase(found.reader, cell.base.build, platforms);
    const native = await builtNatively(context, base, { lock, requirements, kept, build });
    return { lock, requirements, native, kept, replaced, build, emulated: distrust.cross };
}
/** What has no wheel on the build machine's own platform, and what has none at all, is built there first. */
async function builtNatively(context, base, { lock, requirements, kept, build, }) {
    const { world, cell, inputs, state, programs, access } = context;
    const { buildx, platform: machine } = await context.builder();
    const hasWheel = (name, version) => lock.packages.some((one) => one.name === name && one.version === version && one.wheels.length > 0);
    const native = nativeCandidates(requirements, machine, hasWheel, kept);
    if (native.length === 0)
        return [];
    if (inputs.dryRun) {
        state.notes.push(`a dry run compiles nothing: whether ${native.map(({ name }) => name).join(', ')} is pure Python, and so built once for all platforms, is known only then`);
        return native;
    }
    const dockerfile = renderDockerfile(program(programs, 'Dockerfile'), {
        native: true,
        compile: [],
        platforms: [],
        emulated: false,
        different: false,
        replaced: false,
        runtimePackages: false,
        buildConstraints: inputs.buildConstraints.length > 0,
    });
    const keep = await mayKeep(context);
    const built = await recordSteps(world, state, 'lock', (onAttempt) => buildNative(world, buildx, {
        dockerfile,
        programs,
        native,
        platforms: cell.platforms,
        secrets: access.secrets,
        keep,
        arguments: {
            PUBLISH_BASE: `${base.reference}@${base.digest}`,
            BUILD_BASE: `${build.reference}@${build.digest}`,
            ...(inputs.buildPackages.length === 0 ? {} : { BUILD_PACKAGES: inputs.buildPackages.join(' ') }),
            ...(inputs.buildConstraints.length === 0
                ? {}
                : { BUILD_CONSTRAINTS: inputs.buildConstraints.join('\n') }),
            ...(inputs.indexUrl === undefined ? {} : { INDEX_URL: inputs.indexUrl }),
        },
        onAttempt,
    }));
    recordAttempts(state, 'native', built.attempts);
    state.nativeFolder = built.folder;
    return built.native;
}
function compile_describe(world, requirements) {
    for (const { platform, requirements: list } of requirements) {
        const compiled = list.flatMap((one) => one.kind === 'compile' ? [`${one.name} ${one.version} (${one.because})`] : []);
        const wheels = list.filter((one) => one.kind === 'wheel').length;
        const without = compiled.length === 0 ? 'nothing to compile' : `without a wheel: ${compiled.join('; ')}`;
        world.log.info(`${platform.padEnd(14)} ${wheels} wheel${wheels === 1 ? '' : 's'}, ${without}`);
    }
}

;// CONCATENATED MODULE: ./lib/commands/doubt.js

const isCross = ({ way, why }) => way === 'cross' && why === undefined;
/** Made once for all platforms: where it is compiled anew for one, the others must not keep it. */
const isShared = ({ artifact }) => artifact.made.key.platform === 'any';
/**
 * Whether a kept wheel may be why a check found this. A package whose own Python code fails does so at every build: to doubt its wheel each time
 * would keep nothing.
 */
const mayComeOfKeptWheel = (kind) => kind !== 'import-error';
const hasKept = ({ taken }, platform) => taken.some((one) => one.platform === platform);
const hasCross = ({ attempts }, platform) => (attempts.get(platform) ?? []).some(isCross);
/**
 * Undefined where building again would change nothing: a platform failed that has nothing of the kind, or a check that
 * has other causes.
 *
 * @param mayEmulate whether what was cross-compiled may be emulated in its place.
 */
function doubtOf(state, verified, mayEmulate) {
    const found = verified.flatMap(({ platform, checks }) => checks.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, name, platform }))));
    const fatal = found.filter(({ severity }) => severity === 'fatal');
    // Where nothing is fatal the image is published: then it is only looked at again for what a wheel may be behind.
    const failed = fatal.length > 0 ? fatal : found.filter(({ kind }) => findingRule(kind)?.suspect === true);
    const [first] = failed;
    const may = failed.every(({ platform, kind }) => ((mayComeOfKeptWheel(kind) && hasKept(state, platform)) || (mayEmulate && hasCross(state, platform))) &&
        findingRule(kind)?.suspect === true);
    if (first === undefined || !may)
        return undefined;
    const platforms = [...new Set(failed.map(({ platform }) => platform))];
    const kept = failed.some(({ kind }) => mayComeOfKeptWheel(kind))
        ? state.taken.filter(({ platform }) => platforms.includes(platform))
        : [];
    const sharing = kept.some(isShared) ? state.taken.filter(isShared).map(({ platform }) => platform) : [];
    return {
        of: kept.length > 0 ? 'kept' : 'cross',
        platforms: [...new Set([...platforms, ...sharing])],
        why: `with it the image failed a check on ${first.platform} (${first.name}: ${first.message.split('\n')[0]})`,
    };
}
/**
 * Forgets what is doubted, and says so. What it gives puts the failed tries, with their reason, before those that came in
 * their place.
 */
function forget(state, { of, platforms, why }) {
    if (of === 'kept') {
        for (const { release, platform } of state.taken.filter((one) => platforms.includes(one.platform)))
            state.notes.push(`the kept wheel of ${release.name} ${release.version} for ${platform} is not used, and compiled anew: ${why}`);
        return () => undefined;
    }
    const crossed = platforms.map((platform) => ({
        platform,
        attempts: (state.attempts.get(platform) ?? []).filter(({ way }) => way === 'cross'),
    }));
    for (const { platform } of crossed)
        state.attempts.delete(platform);
    return () => {
        for (const { platform, attempts } of crossed) {
            const failed = attempts.map((one) => ({ ...one, why: one.why ?? why }));
            state.attempts.set(platform, [...failed, ...(state.attempts.get(platform) ?? [])]);
        }
    };
}

;// CONCATENATED MODULE: ./lib/commands/build-without-suspects.js
/** One image, built once more where a wheel in it may be why its checks found something. */






/** Builds again without what may be why the checks failed, until they pass or nothing is left that may be. */
async function buildWithoutSuspects(context, of, distrust = { kept: [], cross: [] }, steps = { buildImage: buildImage, lockCell: lockCell, keepWheels: keepWheels }) {
    const { world, state, inputs } = context;
    const ended = await steps.buildImage(context, of).catch((error) => {
        if (error instanceof VerifyFailure)
            return error;
        throw error;
    });
    if (ended === undefined)
        return undefined;
    const platforms = ended instanceof VerifyFailure ? ended.platforms : ended.verified.platforms;
    const suspected = of.resolved === undefined ? undefined : doubtOf(state, platforms, inputs.compile === 'auto');
    if (suspected === undefined || of.resolved === undefined) {
        if (ended instanceof VerifyFailure)
            throw ended;
        await steps.keepWheels(context, ended.verified.image, ended.folder);
        return ended;
    }
    const what = suspected.of === 'kept' ? 'Kept wheels are compiled anew' : 'What was cross-compiled is emulated';
    world.log.warn(`${what} for ${suspected.platforms.join(', ')}: ${suspected.why}.`);
    const before = { ...state, attempts: new Map(state.attempts) };
    const blame = forget(state, suspected);
    const more = { ...distrust, [suspected.of]: [...distrust[suspected.of], ...suspected.platforms] };
    try {
        const locked = await steps.lockCell(context, of.base, of.resolved, more);
        return await buildWithoutSuspects(context, { ...of, locked }, more, steps).finally(blame);
    }
    catch (error) {
        // An image with warnings alone is published, whether or not another way of compiling is open to it.
        if (ended instanceof VerifyFailure || !(error instanceof lib_errors/* Failure */.HR))
            throw error;
        Object.assign(state, before);
        state.notes.push(`${what.toLowerCase()}: this failed, and the image with its warnings is published. ${error.problems[0]?.message ?? ''}`);
        await steps.keepWheels(context, ended.verified.image, ended.folder);
        return ended;
    }
}

;// CONCATENATED MODULE: ./lib/publish/identical.js


/**
 * The same platforms with the same configuration and layers. Attestations do not count, since they hold the time of
 * their build; but where other attestations or annotations are asked for than those that are there, they must go out.
 */
async function isIdentical(content, reader, repository, there) {
    if (besidesOf(content.index) !== besidesOf(there))
        return false;
    const ours = await imagesOf(content.index, (digest) => content.manifest(digest));
    const theirs = await imagesOf(there, (digest) => reader.getManifest(repository, digest));
    return ours !== undefined && JSON.stringify(ours) === JSON.stringify(theirs);
}
/** What was asked for of an index besides its images. */
function besidesOf({ bytes }) {
    const recipe = readMade((0,registry_manifest/* readContent */.c_)(bytes).annotations ?? {})?.fingerprint.recipe;
    return recipe && `${recipe.annotations} ${recipe.attestations}`;
}
/** Platform, configuration and layers of each image, sorted by platform; undefined where one cannot be read. */
async function imagesOf(index, manifest) {
    if (!(0,registry_manifest/* isIndex */.nw)(index.mediaType))
        return [['', ...identical_contentOf(index)]];
    const images = await Promise.all((0,registry_manifest/* platformsOf */.Wt)(index.bytes).map(async ({ platform, digest }) => {
        const read = await manifest(digest);
        return read === undefined ? undefined : [platform, ...identical_contentOf(read)];
    }));
    const found = images.filter((image) => image !== undefined);
    return found.length === images.length
        ? found.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
        : undefined;
}
function identical_contentOf({ bytes }) {
    const { config, layers = [] } = (0,registry_manifest/* readContent */.c_)(bytes);
    return [config?.digest ?? '', ...layers.map((layer) => layer.digest)];
}

// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
;// CONCATENATED MODULE: ./lib/commands/publish.js










/** Those of which something must be built or put together. */
const toMake = ({ state }) => state.destinations.filter(({ decision }) => decision?.do === 'build' || decision?.do === 'rebase');
/** Whoever may not push is told now, and not after an hour of compiling. */
async function probeWrites(context) {
    const { client } = context.found;
    await publish_each(toMake(context), ({ repository }) => client.probeWrite(repository));
}
/** Moves the tags that are behind where nothing is built. */
function retag(context) {
    const behind = context.state.destinations.filter(({ decision }) => decision?.do === 'retag');
    return publish_each(behind, async (destination) => {
        destination.digest = await moveAliases({ ...asked(context, destination), ...context.cell.tags });
    });
}
function publishAll(context, destinations, verified) {
    const { content } = verified;
    const base = context.state.base?.repository;
    const mountFrom = base === undefined ? [] : [base];
    return publish_each(destinations, async (destination) => {
        const { client } = context.found;
        const { observed, repository, decision } = destination;
        const built = decision?.do === 'build' ? decision.because : undefined;
        // An image that became too old is there anew, although it is the same: so that its age begins anew.
        const may = built !== undefined && !isFor(decision, ['expired']) && observed.is === 'present';
        if (may && (await isIdentical(content, client, repository, observed.index))) {
            await keepIdentical(context, destination, built, content.index);
            return;
        }
        const digest = await publish({
            ...asked(context, destination),
            verified,
            mountFrom: [...mountFrom],
            ...(context.inputs.overwrite
                ? {}
                : { only: { digest: observed.is === 'present' ? observed.index.digest : undefined } }),
        });
        // What one repository of a registry has, the next one need not be sent.
        mountFrom.push(repository);
        destination.digest = digest;
        if (digest !== content.index.digest) {
            context.state.notes.push(`another run published ${(0,names_reference/* repositoryText */.g_)(repository)}:${context.cell.tags.exact} at the same time and came last: its image stands, under all tags`);
        }
    });
}
/** The old index stays, with its tags; aliases may still be behind. */
async function keepIdentical(context, destination, built, index) {
    const { repository, observed } = destination;
    destination.digest = await moveAliases({ ...asked(context, destination), ...context.cell.tags });
    const because = { kind: 'identical', built };
    destination.decision = { do: destination.moved.length > 0 ? 'retag' : 'keep', because };
    const made = readMade((0,registry_manifest/* readContent */.c_)(index.bytes).annotations ?? {});
    if (made === undefined || observed.is !== 'present' || isOf(observed, made))
        return;
    // Else the next run would find the same reason, and build the same again.
    try {
        await saySame(context.found.client, repository, observed.index, annotationsOfMade(made));
    }
    catch (error) {
        if (!(error instanceof lib_errors/* Failure */.HR))
            throw error;
        context.state.notes.push(`that ${(0,names_reference/* repositoryText */.g_)(repository)} holds the outcome of today's inputs could not be noted there, so that the next run builds again: ${error.message}`);
    }
}
const isOf = (observed, made) => observed.made !== undefined &&
    fingerprintHash(observed.made.fingerprint) === fingerprintHash(made.fingerprint);
function asked(context, destination) {
    const { cell, inputs, found, world } = context;
    const told = {
        onContent: ({ uploaded, mounted, there }) => {
            const sent = `${(0,units/* counted */.hS)(uploaded.blobs, 'blob')} (${(0,units/* bytesText */.pV)(uploaded.bytes)})`;
            world.log.info(`pushed   ${(0,names_reference/* repositoryText */.g_)(destination.repository)}: ${sent}; ${there.blobs + mounted.blobs} were in the registry already`);
        },
        onPush: () => (destination.pushing = true),
        onTag: (tag, digest) => {
            destination.digest = digest;
            if (!destination.moved.includes(tag))
                destination.moved.push(tag);
            world.log.info(`moved    ${(0,names_reference/* repositoryText */.g_)(destination.repository)}:${tag}`);
        },
        onHeld: (alias) => {
            destination.held.push(alias);
        },
    };
    return {
        client: found.client,
        repository: destination.repository,
        version: cell.version,
        forced: inputs.rebuild === 'always',
        told,
    };
}
/**
 * One after the other: what fails in one repository does not keep the others from theirs, and all is said in the end. What
 * follows for all of them is not begun then.
 */
async function publish_each(destinations, work) {
    const problems = [];
    for (const destination of destinations) {
        try {
            await work(destination);
        }
        catch (error) {
            if (!(error instanceof lib_errors/* Failure */.HR))
                throw error;
            problems.push(...error.problems);
        }
    }
    if (problems.length > 0)
        throw new lib_errors/* Failure */.HR(problems);
}

;// CONCATENATED MODULE: ./lib/lock/metadata.js
/** What pip refuses of a wheel's metadata. */


/** The first pip that refuses a release where one line of its requirements is not of PEP 440 and PEP 508. */
const strictPip = '24.1';
/** Whether this pip refuses such releases. @param version `25.3`. */
function isStrict(version) {
    const [pip, strict] = [(0,package_version/* parsePackageVersion */.g7)(version), (0,package_version/* parsePackageVersion */.g7)(strictPip)];
    return pip.ok && strict.ok && (0,package_version/* compareVersions */.Zy)(pip.value, strict.value) >= 0;
}
/**
 * The lines of requirements whose versions are not of PEP 440: `PyYAML (>=5.1.*)`. Markers do not matter, pip reads every
 * line before it evaluates them. A line that is odd in another way is left to pip: what is refused here must be refused there.
 *
 * @param metadata text of a wheel's METADATA.
 */
function refusedLines(metadata) {
    const [headers = ''] = metadata.replaceAll('\r\n', '\n').split('\n\n');
    const lines = [...headers.matchAll(/^Requires-Dist:[ \t]*(.*)$/gm)].map(([, line]) => line.trim());
    return lines.filter((line) => {
        const rest = (0,package_name/* splitHead */.nD)(line)?.rest;
        if (rest === undefined || rest.startsWith('@'))
            return false;
        const specifiers = rest.replace(/;.*$/, '').trim();
        return !(0,package_version/* parseSpecifiers */.$h)(/^\((.*)\)$/.exec(specifiers)?.[1] ?? specifiers).ok;
    });
}

;// CONCATENATED MODULE: ./lib/package-index/metadata.js
/** Takes parts of a wheel: its metadata where the index serves that by itself (PEP 658), else a range of its bytes. */

/** What is asked for is small; who does not answer soon is not waited for. */
const metadata_patience = 10_000;
/** The text of METADATA; undefined where the index does not serve it, or not now: nothing depends on it. */
async function readMetadata(world, wheelUrl, auth) {
    const response = await ask(world, `${wheelUrl.replace(/[?#].*$/, '')}.metadata`, {}, auth);
    const text = response?.status === 200 ? await response.text().catch(() => '') : '';
    return text.startsWith('Metadata-Version:') ? text : undefined;
}
/** @param range as HTTP has it: `-65536` for the last ones, `100-200`. Undefined where the index gives no parts, or not now. */
async function readPart(world, url, range, auth) {
    const response = await ask(world, url, { range: `bytes=${range}` }, auth);
    const from = /^bytes (\d+)-/.exec(response?.headers.get('content-range') ?? '')?.[1];
    if (response?.status !== 206 || from === undefined) {
        // Of a whole wheel, which may be large, nothing is read.
        await response?.body?.cancel().catch(() => undefined);
        return undefined;
    }
    const bytes = await response.arrayBuffer().catch(() => undefined);
    return bytes && { bytes: Buffer.from(bytes), from: Number(from) };
}
async function ask(world, url, headers, auth) {
    try {
        const signal = AbortSignal.timeout(metadata_patience);
        const response = await world.fetch(url, { headers: { ...headers, ...authorization(url, auth) }, signal });
        if (!response.ok)
            await response.body?.cancel();
        return response;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/lock/wheel-metadata.js
/** Reads the metadata of a wheel on the index without fetching the wheel. */


/** Of most wheels the directory and the metadata are in their last bytes. */
const tailLength = 65_536;
/** The text of METADATA; undefined where the index serves neither it nor parts of files. */
async function wheelMetadata(world, url, auth) {
    const served = await readMetadata(world, url, auth);
    if (served !== undefined)
        return served;
    try {
        const last = await readPart(world, url, `-${tailLength}`, auth);
        if (last === undefined)
            return undefined;
        const start = directoryStart(last.bytes);
        const tail = start < last.from ? await readPart(world, url, `${start}-`, auth) : last;
        if (tail === undefined)
            return undefined;
        const entry = readZip(tail.bytes, tail.from).find(({ name }) => /^[^/]+\.dist-info\/METADATA$/.test(name));
        if (entry === undefined)
            return undefined;
        const part = entry.start < tail.from ? await readPart(world, url, `${entry.start}-${entry.end - 1}`, auth) : tail;
        return part && entry.content(part.bytes, part.from).toString('utf8');
    }
    catch {
        // What is no wheel is found when it is installed.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/commands/refuse-metadata.js
/** Refuses, before anything is built, releases that the base's own pip refuses for their metadata. */




/**
 * Wheels are unpacked here without pip, which mends or forgives nothing: an image with such a release could be made, but
 * no pip would have made it, and `pip check` in it fails.
 *
 * @param asked normalized name of the package that the image is for.
 * @throws Failure (station `index`) with every such release and the lines of its metadata.
 */
async function refuseMetadata(world, { facts, requirements }, asked, auth) {
    const pips = new Map(facts.map(({ platform, installed }) => [platform, installed['pip'] ?? '']));
    const wheels = requirements
        .filter(({ platform }) => isStrict(pips.get(platform) ?? ''))
        .flatMap(({ platform, requirements: all }) => all.flatMap((one) => (one.kind === 'wheel' ? [{ ...one, pip: pips.get(platform) }] : [])));
    const each = [...new Map(wheels.map((one) => [one.wheel.url, one])).values()];
    const found = await Promise.all(each.map(async ({ name, version, wheel, pip }) => {
        const lines = refusedLines((await wheelMetadata(world, wheel.url, auth)) ?? '');
        if (lines.length === 0)
            return [];
        const wayOut = name === asked ? 'Choose another package_version' : `Add "${name}!=${version}" to requirements`;
        const message = `${name} ${version} is refused by pip ${pip} of the base: its metadata requires ${lines.map(shown/* shown */.S).join(', ')}, which is not a requirement of PEP 440. ${wayOut}, or a base whose pip is older than 24.1.`;
        return [{ station: 'index', about: name, message }];
    }));
    // Wheels of one release for several platforms say the same.
    const problems = [...new Map(found.flat().map((problem) => [problem.message, problem])).values()];
    if (problems.length > 0)
        throw new lib_errors/* Failure */.HR(problems);
}

;// CONCATENATED MODULE: ./lib/commands/sizes.js
/** Sizes for the report. */


/** That a size cannot be told is no failure: a note says so. */
async function noteSizes({ state, cell }, base, index, reader) {
    const { platforms, repositories } = cell;
    try {
        state.sizes = await measureSizes(reader, { index, repository: repositories[0], platforms, base });
    }
    catch (error) {
        if (!(error instanceof lib_errors/* Failure */.HR))
            throw error;
        state.notes.push(`sizes could not be read: ${error.message}`);
    }
}

;// CONCATENATED MODULE: ./lib/commands/make.js
/** Builds the image, verifies it on its platforms, and hands it on: to registries, or to a folder. */















/** @throws Failure. */
async function make(context, onFiles) {
    const { world, state, inputs, found } = context;
    const [builder, base] = await (0,lib_errors/* gather */.kg)([context.builder(), found.base()]);
    const built = await buildWithoutSuspects(context, {
        builder,
        base,
        onFiles,
        ...(await lockOf(context, base)),
    });
    if (built === undefined)
        return;
    const { verified, folder } = built;
    const { content } = verified;
    state.digest = content.index.digest;
    if (readMade((0,registry_manifest/* readContent */.c_)(content.index.bytes).annotations ?? {}) === undefined) {
        state.notes.push('the builder left out the annotations, which say what the image is made of: the next run cannot compare and will build again. Name another one in the input builder');
    }
    await noteSizes(context, base, content.index, contentReader(content, found.reader));
    if (inputs.push) {
        await world.log.group('publish', () => timed(world, state, 'publish', 'push', () => publishAll(context, toMake(context), verified)));
        return;
    }
    const output = world.files.absolute(inputs.output);
    await timed(world, state, 'publish', 'write the layout', () => writeLayout(world, { verified, archive: (0,external_node_path_.join)(folder, archiveFile), output }));
    state.output = output;
}
/** Nothing where an own Dockerfile installs by itself, or nothing can be locked. */
async function lockOf(context, base) {
    const { world, state, locker, cell, access } = context;
    if (!installs(context))
        return { resolved: undefined, locked: undefined };
    return world.log.group('lock', async () => {
        const resolved = await locker.resolveOn(base);
        if (resolved !== undefined) {
            await timed(world, state, 'lock', 'read the metadata', () => refuseMetadata(world, resolved, cell.package.name, access.auth));
            return { resolved, locked: await lockCell(context, base, resolved) };
        }
        state.notes.push(unlockedNote(cell));
        return { resolved, locked: undefined };
    });
}

;// CONCATENATED MODULE: ./lib/dockerfile/context-sources.js
/** What an instruction takes from the build context. */



const everything = { path: '', exclude: [] };
/** Rules: Dockerfile reference, "COPY", "ADD", "RUN --mount=type=bind". A source that cannot be known is all of the context. */
function contextSources(instruction, get, escape) {
    switch (instruction.keyword) {
        case 'COPY':
        case 'ADD':
            return copied(instruction, get, escape);
        case 'RUN':
            return mountsOf(instruction).flatMap(({ type, from, source }) => {
                const kind = expand(type, get, escape);
                if (from !== '' || (kind !== null && kind !== 'bind'))
                    return [];
                const path = expand(source, get, escape);
                // A mount's source is a name, and never a pattern.
                return [path === null ? everything : { path: clean(literalPath(path)), exclude: [] }];
            });
        default:
            return [];
    }
}
/** A path as a pattern that matches only itself. */
const literalPath = (path) => path.replaceAll(/[\\*?[]/g, '\\$&');
/** What is copied, without the last word, which says where to; each as written where a variable in it cannot be known. */
function copiedWords({ rest }, get, escape) {
    return (jsonWords(rest) ?? rest.split(/\s+/))
        .slice(0, -1)
        .filter((word) => !heredocWord.test(word))
        .map((word) => expand(word, get, escape));
}
/** What ADD fetches instead of reading it from the context. */
const isRemote = (word) => /^(?:https?|git|ssh):\/\/|^[\w.-]+@[\w.-]+:/i.test(word);
function copied(instruction, get, escape) {
    const flag = (wanted) => instruction.flags.flatMap(({ name, value }) => (name === wanted ? [value] : []));
    if (instruction.keyword === 'COPY' && flag('from').some((from) => from !== ''))
        return [];
    const patterns = flag('exclude').map((pattern) => expand(pattern, get, escape));
    const known = patterns.filter((pattern) => pattern !== null);
    const exclude = known.length === patterns.length ? known : [];
    const parents = flag('parents').some((value) => value.toLowerCase() !== 'false');
    return copiedWords(instruction, get, escape)
        .filter((word) => word === null || instruction.keyword === 'COPY' || !isRemote(word))
        .map((word) => {
        if (word === null)
            return everything;
        if (!parents)
            return { path: clean(word), exclude };
        const at = word.indexOf('/./');
        const above = at < 0 ? '' : clean(word.slice(0, at));
        return { path: clean(word), exclude, parents: above === '' ? 0 : above.split('/').length };
    });
}
/** As Go's `path.Join("/", …)` makes it, without the slash: `./a/`, `/a` and `../a` are all `a`. */
function clean(path) {
    const names = [];
    for (const name of path.split('/')) {
        if (name === '..')
            names.pop();
        else if (name !== '' && name !== '.')
            names.push(name);
    }
    return names.join('/');
}

;// CONCATENATED MODULE: ./lib/dockerfile/unseen.js
/** Instructions whose result hangs on what no hash of a file or base sees. */


/** Programs that fetch, and their commands that do; without such a list they always do. */
const fetching = [
    ['a repository', 'git', 'clone|fetch|pull|submodule|ls-remote|lfs'],
    ['a repository', 'hg', 'clone|pull'],
    ['a repository', 'svn', 'checkout|co|export|update|up'],
    ['a download', 'curl|wget|wget2|aria2c|lftp'],
    ['a download', 'gh', 'release|repo|api'],
    ['a download', 'hf|huggingface-cli', 'download'],
    ['a download', 'aws|gsutil|rclone'],
    [
        'a package manager',
        'apt-get|apt|aptitude',
        'update|install|upgrade|dist-upgrade|full-upgrade|build-dep|source|download|satisfy',
    ],
    ['a package manager', 'apk', 'add|update|upgrade|fetch'],
    [
        'a package manager',
        'dnf|yum|microdnf|tdnf',
        'install|update|upgrade|makecache|groupinstall|localinstall|reinstall|builddep|download',
    ],
    ['a package manager', 'zypper', 'install|in|update|up|refresh|ref|patch|dup'],
    ['a package manager', 'pacman', '-S\\w*'],
    ['a package manager', 'add-apt-repository|cpan|cpanm|npx|pnpx|uvx|easy_install'],
    ['a package manager', 'rustup|nvm|sdk', 'install|update|toolchain|target|component|default'],
    ['a package manager', 'pip[\\d.]*', 'install|download|wheel'],
    ['a package manager', 'pipx', 'install|run|upgrade|inject'],
    ['a package manager', 'uv', 'sync|add|lock|run|pip|tool|python|build'],
    ['a package manager', 'poetry|pdm|pipenv|hatch|rye|pixi', 'install|add|update|sync|lock|env|build'],
    ['a package manager', 'conda|mamba|micromamba', 'install|create|update|env'],
    ['a package manager', 'npm|pnpm|bun', 'install|i|ci|add|update|exec|fetch|dlx|x'],
    // Without a command, yarn installs.
    ['a package manager', 'yarn'],
    ['a package manager', 'corepack', 'enable|install|prepare'],
    ['a package manager', 'gem', 'install|update|fetch'],
    ['a package manager', 'bundle|bundler', 'install|update'],
    ['a package manager', 'composer', 'install|update|require|create-project'],
    ['a package manager', 'cargo', 'install|build|fetch|update|run|test|binstall|chef'],
    ['a package manager', 'go', 'install|get|build|mod|run|test|generate'],
    ['a package manager', 'mvn|mvnw|gradle|gradlew|sbt'],
    ['a package manager', 'dotnet', 'restore|build|publish|tool|add'],
    ['a package manager', 'playwright', 'install|install-deps'],
    ['a package manager', 'brew', 'install|update|upgrade|tap'],
    ['a package manager', 'luarocks', 'install'],
];
/** Of a word; a quote ends the text that a shell is given. */
const end = `(?=[\\s"']|$)`;
const patterns = fetching.map(([what, programs, commands]) => ({
    what,
    // Options may stand between a program and its command; some have a value.
    pattern: new RegExp(`^(?:\\S*/)?(?:${programs})${end}${commands === undefined ? '' : `(?:\\s+-\\S+(?:\\s+[^\\s-]\\S*)??)*?\\s+(?:${commands})${end}`}`),
}));
/**
 * What is recognisably fetching: package managers and downloads that a RUN calls, and remote sources of an ADD whose
 * content is not pinned by a checksum or a commit. Programs that are not known are not listed.
 */
function unseenOf(instruction, get, escape) {
    const what = instruction.keyword === 'ADD'
        ? added(instruction, copiedWords(instruction, get, escape))
        : run(instruction);
    return what === undefined ? undefined : { line: instruction.line, text: shortened(instruction), what };
}
function added({ flags }, sources) {
    if (flags.some(({ name }) => name === 'checksum'))
        return undefined;
    const remote = sources.find((word) => word !== null && isRemote(word) && !isPinned(word));
    if (remote === undefined || remote === null)
        return undefined;
    return /^https?:/i.test(remote) && !remote.replace(/[?#].*$/, '').endsWith('.git')
        ? 'a download'
        : 'a repository';
}
/** A commit is the content's own hash. Rule: Dockerfile reference, "Adding files from a Git repository". */
const isPinned = (word) => /\.git(?:\?.*)?#[0-9a-f]{40}(?::|$)|[?&](?:checksum|commit)=[0-9a-f]{40}(?:&|#|$)/.test(word);
function run(instruction) {
    if (instruction.keyword !== 'RUN')
        return undefined;
    if (instruction.flags.some(({ name, value }) => name === 'network' && value === 'none'))
        return undefined;
    for (const command of commandsOf(instruction)) {
        const found = patterns.find(({ pattern }) => pattern.test(command));
        if (found !== undefined)
            return found.what;
    }
    return undefined;
}
/** Simple commands of a shell's text, each from its program on. */
function commandsOf({ rest, heredocs }) {
    // A heredoc is a script where nothing stands before it, or a shell; otherwise it is data.
    const isScript = /^(?:\S*\/)?(?:(?:ba|da|a|z|k)?sh\b[^<|;&]*)?<<-?\S+\s*$/.test(rest);
    const scripts = isScript ? heredocs : [];
    return [jsonWords(rest)?.join(' ') ?? rest, ...scripts].flatMap((script) => script
        .replaceAll(/^\s*#.*$/gm, '')
        .replaceAll(/\\\n/g, ' ')
        // The text that a shell is given is a script too.
        .replaceAll(/\b(?:ba|da|a|z|k)?sh\s(?:[^;&|\n]*\s)?-\w*c\s+["']?/g, ' ; ')
        .split(/&&|\|\||[;&|\n(){}`]|\$\(|\b(?:then|do|else|if|while|until)\s/)
        .map((command) => command.trim().replace(before, '')));
}
/** What may stand before a program's name: assignments, and programs that run another. */
const before = /^(?:!\s+|[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\S*)\s+|(?:\S*\/)?(?:sudo|exec|env|time|nice|command|xargs|timeout\s+\S+|python[\d.]*\s+-m)\s+(?:-\w+\s+)*)*/;
function shortened({ keyword, flags, rest, heredocs }) {
    const given = flags.map(({ name, value }) => `--${name}${value === '' ? '' : `=${value}`}`);
    const text = [keyword, ...given, rest, ...heredocs]
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/:\/\/[^\s/]*@/g, '://***@');
    return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

;// CONCATENATED MODULE: ./lib/dockerfile/own.js





/**
 * Reads the stages as BuildKit does where no target is chosen. Takes any text: what is wrong in it is the builder's to say.
 *
 * @param buildArguments override the defaults of ARGs, as `--build-arg` does.
 * @param platforms that are built for: a name with `$TARGETARCH` in it is another one on each. Without any, it is unknown.
 */
function readOwnDockerfile(text, buildArguments, platforms = []) {
    const file = readInstructions(text);
    const all = (platforms.length === 0 ? [undefined] : platforms).map((platform) => readFor(file, buildArguments, globalScope(globalArguments(file), buildArguments, platform, file.escape)));
    // On several images, one for each platform, it stands on none that could be named.
    const [standsOn, ...more] = distinct(all.map((one) => one.standsOn));
    return {
        usesPackages: all.some(({ usesPackages }) => usesPackages),
        ...(standsOn === undefined || more.length > 0 ? {} : { standsOn }),
        bases: distinct(all.flatMap(({ bases }) => bases)),
        unknown: distinct(all.flatMap(({ unknown }) => unknown)),
        sources: distinct(all.flatMap(({ sources }) => sources)),
        unseen: distinct(all.flatMap(({ unseen }) => unseen)).toSorted((one, other) => one.line - other.line),
    };
}
function readFor(file, given, globals) {
    const { escape } = file;
    const stages = readStages(file, globals);
    const reached = reachedStages(stages);
    const froms = reached.flatMap((index) => [stages[index].base, ...stages[index].copies]);
    const images = froms.flatMap((from) => (from.kind === 'image' ? [from.reference] : []));
    const scopes = new Map();
    const sources = [];
    const unseen = [];
    for (const index of reached) {
        const { base, instructions } = stages[index];
        const below = base.kind === 'stage' ? scopes.get(base.index) : undefined;
        const scope = below?.derived() ?? stageScope(globals, given, base.kind !== 'scratch', escape);
        scopes.set(index, scope);
        for (const instruction of instructions) {
            scope.add(instruction);
            sources.push(...contextSources(instruction, scope.get, escape));
            const found = unseenOf(instruction, scope.get, escape);
            if (found !== undefined)
                unseen.push(found);
        }
    }
    // A stage of that name is the user's own, and no context may stand in its place.
    const isContext = (image) => image === 'packages' && !stages.some(({ name }) => name === 'packages');
    const standsOn = lowest(stages);
    return {
        usesPackages: images.some(isContext),
        ...(standsOn === undefined || isContext(standsOn) ? {} : { standsOn }),
        bases: images.filter((image) => !isContext(image)),
        unknown: froms.flatMap((from) => (from.kind === 'unknown' ? [from.written] : [])),
        sources,
        unseen,
    };
}
/** Each value once, in the order in which they come first. */
const distinct = (values) => [
    ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
/** The image under the last stage. */
function lowest(stages) {
    let base = stages.at(-1)?.base;
    while (base?.kind === 'stage')
        base = stages[base.index]?.base;
    return base?.kind === 'image' ? base.reference : undefined;
}

;// CONCATENATED MODULE: ./lib/sources/patterns.js
/** Patterns of paths: those of a `.dockerignore`, of `--exclude`, and of a COPY's sources. */

/** Lines of a `.dockerignore`. Rule: Dockerfile reference, ".dockerignore file". */
const ignoreLines = (text) => text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
    const [, exception = '', path = ''] = /^\s*(!?)\s*(.*?)\s*$/s.exec(line) ?? [];
    return path === '' ? '' : `${exception}${external_node_path_.posix.normalize(path).replace(/^\/(?=.)/, '')}`;
});
/**
 * A list as BuildKit applies it: the last pattern that matches a path or a folder above it says, and one with `!` says
 * that it is not matched. A pattern is tried only where it would change what was said so far; so an exception of a whole
 * folder that comes after a pattern of something in it changes nothing for that.
 */
function patternList(lines) {
    const patterns = lines
        .map((line) => /^(!?)(.*)$/s.exec(line.trim()))
        .filter(([, , path]) => path !== '')
        .map(([, exception, path = '']) => {
        const cleaned = external_node_path_.posix.normalize(path).replace(/(?<=.)\/$/, '');
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
 * Go's filepath.Match, and `**` for any number of names. What Go refuses matches nothing: the builder says so.
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
/** A dash stays what it is: a range. */
function characterClass(token) {
    const [, not = '', members = ''] = /^\[(\^?)(.*)\]$/su.exec(token);
    const escaped = members.replaceAll(/\\(.)|([[\]^])/gsu, (_, quoted, plain) => quoted === undefined ? `\\${plain}` : quoted === '-' ? '\\-' : literal(quoted));
    return `[${not}${escaped}]`;
}

;// CONCATENATED MODULE: ./lib/sources/context-files.js
/** Which files of a build context are taken, as BuildKit sends and copies them. */



/** Links that are followed for one source, as Linux does for one path. */
const mostLinks = 40;
const root = { path: '', entry: { name: '', kind: 'folder', mode: 0 }, ignored: undefined };
/**
 * What the sources name and `.dockerignore` lets through: files, links, and the folders that hold them, by path from
 * the context's root. Where in doubt, a file is among them.
 *
 * @param unreadable makes what is thrown where a folder cannot be read.
 */
async function contextFiles(files, folder, sources, ignore, unreadable) {
    const looked = new Map();
    const look = async (node) => {
        if (node.ignored?.matched === true && !ignore.mayExcept(node.path))
            return [];
        const entries = await files.entries((0,external_node_path_.join)(folder, node.path)).catch((error) => {
            throw unreadable(node.path, error);
        });
        return entries.map((entry) => {
            const path = external_node_path_.posix.join(node.path, entry.name);
            return { path, entry, ignored: ignore.match(path, node.ignored) };
        });
    };
    const below = (node) => {
        if (node.entry.kind !== 'folder')
            return Promise.resolve([]);
        const found = looked.get(node.path) ?? look(node);
        looked.set(node.path, found);
        return found;
    };
    const taken = new Map();
    for (const source of sources)
        await takeSource(below, source, taken);
    return taken;
}
async function takeSource(below, source, taken) {
    const { parents } = source;
    const exclude = patternList(source.exclude);
    const takeMatch = (node, links) => {
        // Behind a link the names are others: what `--exclude` would leave out there is not known, so nothing is.
        if (links > 0)
            return take(below, node, { path: '', above: undefined, exclude: nothing }, taken);
        const names = parents === undefined ? [] : node.path.split('/').slice(parents);
        let above;
        for (let end = 1; end < names.length; end += 1)
            above = exclude.match(names.slice(0, end).join('/'), above);
        return take(below, node, { path: names.join('/'), above, exclude }, taken);
    };
    const find = async (node, names, links) => {
        const [name, ...rest] = names;
        if (name === undefined)
            return takeMatch(node, links);
        const fits = pathPattern(name);
        let some = name === '**' && (await find(node, rest, links));
        for (const child of await below(node)) {
            if (name === '**')
                some = (await find(child, names, links)) || some;
            if (!fits(child.entry.name))
                continue;
            some = (await find(child, rest, links)) || some;
            if (child.entry.kind !== 'link' || child.ignored?.matched === true || links === mostLinks)
                continue;
            taken.set(child.path, child.entry);
            some = (await find(root, [...targetOf(child.path, child.entry.target), ...rest], links + 1)) || some;
        }
        if (some && parents !== undefined && node !== root)
            taken.set(node.path, node.entry);
        return some;
    };
    await find(root, source.path.split('/').filter(Boolean), 0);
}
const nothing = patternList([]);
/** Takes a node with all that is below it. Gives whether anything was taken. */
async function take(below, node, asked, taken) {
    const { path, above, exclude } = asked;
    // What is named itself is copied, whatever `--exclude` says of its name.
    const excluded = path === '' ? undefined : exclude.match(path, above);
    let some = node.ignored?.matched !== true && excluded?.matched !== true;
    if (excluded?.matched !== true || exclude.mayExcept(path)) {
        for (const child of await below(node)) {
            const next = { path: external_node_path_.posix.join(path, child.entry.name), above: excluded, exclude };
            some = (await take(below, child, next, taken)) || some;
        }
    }
    // A folder that is left out is made all the same for what is taken below it.
    if (some && node !== root)
        taken.set(node.path, node.entry);
    return some;
}
/** Where a link leads, as patterns from the context's root, which no link leaves. */
const targetOf = (path, target) => literalPath(external_node_path_.posix.resolve('/', external_node_path_.posix.dirname(path), target))
    .split('/')
    .filter(Boolean);

;// CONCATENATED MODULE: ./lib/sources/context.js
/** The build context of a user's own Dockerfile: hashes of the files that the builder would take from it. */






/**
 * What BuildKit's own cache looks at: paths, kinds, permissions, content and where links lead; no times and no owners.
 *
 * @throws Failure when what is taken cannot be read.
 */
async function contextHashes(files, question) {
    const { folder, sources } = question;
    // Without a source there is nothing to ignore, and nothing is looked at.
    const ignore = sources.length === 0 ? patternList([]) : await ignored(files, question);
    const taken = await contextFiles(files, folder, sources, ignore, unreadable);
    const [hash, gitHash] = [(0,external_node_crypto_.createHash)('sha256'), (0,external_node_crypto_.createHash)('sha256')];
    const git = new Set();
    for (const [path, entry] of [...taken].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
        const parts = entry.kind === 'link'
            ? [entry.target]
            : [entry.mode, ...(entry.kind === 'file' ? [await contentHash(files, folder, path)] : [])];
        const [gitPath] = /^(?:.*?\/)?\.git(?=\/|$)/.exec(path) ?? [];
        if (gitPath !== undefined)
            git.add(gitPath);
        (gitPath === undefined ? hash : gitHash).update(`${JSON.stringify([path, entry.kind, ...parts])}\n`);
    }
    const paths = [...git].toSorted();
    return {
        files: hash.digest('hex'),
        ...(paths.length === 0 ? {} : { git: { hash: gitHash.digest('hex'), paths, config: hasConfig(taken) } }),
    };
}
/** That of a submodule is in `.git/modules`, that of a worktree is `config.worktree`. */
const hasConfig = (taken) => [...taken.keys()].some((path) => /(?:^|\/)\.git\/(?:.*\/)?config(?:\.worktree)?$/.test(path));
/** A Dockerfile's own list, even an empty one, stands in the place of the context's. */
async function ignored(files, { folder, dockerfile }) {
    const read = (path) => files.read(path).catch((error) => {
        throw unreadable((0,external_node_path_.basename)(path), error);
    });
    const text = (await read(`${dockerfile}.dockerignore`)) ?? (await read((0,external_node_path_.join)(folder, '.dockerignore')));
    return patternList(ignoreLines(text ?? ''));
}
async function contentHash(files, folder, path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        for await (const piece of files.bytes((0,external_node_path_.join)(folder, path)))
            hash.update(piece);
    }
    catch (error) {
        throw unreadable(path, error);
    }
    return hash.digest('hex');
}
function unreadable(path, error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return new lib_errors/* Failure */.HR([
        {
            station: 'input',
            about: 'docker_build_path',
            message: `${(0,shown/* shown */.S)(path === '' ? '.' : path)} of the build context cannot be read: ${code}. The builder needs it too: make it readable, or name it in .dockerignore.`,
        },
    ]);
}

;// CONCATENATED MODULE: ./lib/commands/own-dockerfile.js









/** Undefined where the image is rendered. @throws Failure when there is no such file. */
async function ownDockerfile(world, inputs, cell, reader, made, note) {
    if (inputs.dockerfile === undefined)
        return undefined;
    const path = world.files.absolute(inputs.dockerfile);
    const text = await world.files.read(path).catch((error) => {
        throw error instanceof file_failure/* FileFailure */.Py ? error.of({ station: 'input', about: 'dockerfile' }) : error;
    });
    if (text === undefined) {
        throw new lib_errors/* Failure */.HR([
            {
                station: 'input',
                about: 'dockerfile',
                message: `There is no file "${inputs.dockerfile}". The input dockerfile is a path from the workspace; leave it empty to take the one that is rendered here.`,
            },
        ]);
    }
    const given = { ...seedArguments(cell, inputs.maintainer), ...inputs.buildArgs };
    const read = readOwnDockerfile(text, given, cell.platforms);
    const { usesPackages, bases, unknown, sources, unseen } = read;
    const context = world.files.absolute(inputs.buildPath);
    const hashes = await contextHashes(world.files, { folder: context, dockerfile: path, sources });
    if (hashes.git !== undefined)
        note(gitNote(hashes.git));
    for (const { line, text: written, what } of unseen) {
        note(`line ${line} of the Dockerfile, ${written}: ${what}, of which nothing can be seen here; rebuild: always or a max_age renews it`);
    }
    const looked = await Promise.all(bases.map(async (from) => [from, await look(reader, from, cell.platforms, made)]));
    const unread = [...unknown, ...looked.flatMap(([from, base]) => (base === undefined ? [from] : []))];
    if (unread.length > 0) {
        note(`whether ${unread.join(', ')} moved cannot be seen: it was not found, or no registry could be asked about it`);
    }
    const known = looked.flatMap(([, base]) => (base === undefined ? [] : [base]));
    const standsOn = known.find(({ reference }) => reference === read.standsOn);
    return {
        path,
        context,
        usesPackages,
        text,
        contextHashes: hashes,
        pins: Object.fromEntries(known
            .filter(({ reference }) => !reference.includes('@'))
            .map(({ reference, repository, digest }) => [reference, own_dockerfile_pinned(reference, repository, digest)])),
        bases: known,
        ...(standsOn === undefined ? {} : { standsOn }),
    };
}
/** Why a build context with Git's own files in it is worth a note. */
function gitNote({ paths, config }) {
    const names = paths.join(', ');
    const credential = config
        ? ' The credential of a checkout may get into the image too: actions/checkout leaves it in .git/config unless persist-credentials is false.'
        : '';
    return `the Dockerfile takes ${names} from the build context, which is another one in every clone, so that each clone builds anew.${credential} The way out is a line **/.git in .dockerignore`;
}
/** An image as it is now. What cannot be looked up is left to the builder, which may know more. */
async function look(reader, from, platforms, made) {
    try {
        return await findBase(reader, from, platforms, made);
    }
    catch (error) {
        // What may pass is no answer: without this base, a move of it would not be seen.
        if (!(error instanceof lib_errors/* Failure */.HR) || (error instanceof errors/* RegistryProblem */.Ne && error.temporary))
            throw error;
        return undefined;
    }
}
function own_dockerfile_pinned(reference, repository, digest) {
    const parsed = (0,registry_reference/* parseReference */.F2)(reference);
    const tag = parsed.ok ? parsed.value.tag : undefined;
    return `${(0,names_reference/* repositoryText */.g_)(repository)}:${tag ?? 'latest'}@${digest}`;
}

;// CONCATENATED MODULE: ./lib/decide/fits-base.js
/** Whether what an image installs is right on another base, so that only the base need be changed. */


/** The message of a refusal names what is another one, without a full stop. */
function fitsBase(made, now) {
    const [replaced] = now.replaced;
    if (replaced !== undefined)
        return (0,lib_errors/* refused */.J5)(`the base brings another ${replaced} now, which has to go`);
    for (const facts of now.facts) {
        const before = made.facts.find((one) => one.platform === facts.platform);
        const change = before === undefined ? `${facts.platform} is new` : changeOf(before, facts);
        if (change !== undefined)
            return (0,lib_errors/* refused */.J5)(change);
    }
    return installsOf(now.requirements) === made.fingerprint.installs
        ? (0,lib_errors/* parsed */.Yz)(true)
        : (0,lib_errors/* refused */.J5)('what is installed depends on what the base brings, which is another version now');
}
/** What compiled code stands on: Python's ABI, the libc, the distribution's libraries. */
function changeOf(before, now) {
    const rows = [
        ['Python', minor(before), minor(now)],
        ['the libc', libc(before), libc(now)],
        ['the distribution', release(before), release(now)],
        ...(before.links === undefined ? [] : [['the layout', layout(before), layout(now)]]),
    ];
    const row = rows.find(([, from, to]) => from !== to);
    return row && `${row[0]} of the base is ${row[2]} on ${now.platform}, and was ${row[1]}`;
}
const minor = ({ python }) => python.split('.').slice(0, 2).join('.');
const libc = ({ libc: { kind, version } }) => `${kind} ${version}`;
/** `/usr/local/man → share/man`: where files of the layer were laid. */
const layout = ({ links = {} }) => {
    const texts = Object.entries(links).map(([from, to]) => `/usr/local/${from} → ${to}`);
    return texts.length === 0
        ? 'without links'
        : texts.toSorted((one, other) => (one < other ? -1 : 1)).join(', ');
};
/** `debian bookworm`, `alpine 3.20`: what its updates do not change. */
const release = ({ distribution: { id, codename, version } }) => `${id} ${codename || version.split('.').slice(0, 2).join('.')}`;

;// CONCATENATED MODULE: ./lib/publish/rebase/go-json.js
/** JSON in the bytes that BuildKit, a Go program, writes: the same value then has the same digest. */
/** @param indent of each level; none puts everything on one line. */
const goJson = (value, indent = '') => new Uint8Array(Buffer.from(
// What has a meaning in HTML or ends a line of JavaScript is escaped.
JSON.stringify(value, null, indent).replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)));
/** A map in the order of its keys' bytes; undefined, which is left out, where it is empty. */
function sorted(map) {
    const entries = Object.entries(map ?? {});
    if (entries.length === 0)
        return undefined;
    return Object.fromEntries(entries.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
}
/** The indent of JSON on several lines: releases of BuildKit differ in it. */
const indentOf = (bytes) => /^\{\n( +)/.exec(Buffer.from(bytes).toString('utf8'))?.[1] ?? '';

;// CONCATENATED MODULE: ./lib/publish/rebase/own-layer.js
/** Whether an image is nothing but one copied layer on its base, so that another base can be put under it. */





/** Throws SyntaxError where bytes are no JSON. */
function readImage({ manifest, config }) {
    const content = (0,registry_manifest/* readContent */.c_)(manifest);
    const read = readConfig(config);
    return {
        manifest: content,
        config: read,
        layers: content.layers ?? [],
        diffIds: read.rootfs?.diff_ids ?? [],
        history: read.history ?? [],
    };
}
/** Times of an image with SOURCE_DATE_EPOCH. */
const timeText = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
/**
 * The steps of an image's own, or why it cannot be put from its old base onto the new one. Layers are compared as they
 * are unpacked: a builder may have packed those of a base anew.
 *
 * @param old undefined where no registry has the old base any more.
 */
function ownSteps(image, old, base, settings) {
    const reason = otherForm(image) ??
        otherBase(image, base) ??
        uncounted('image', image) ??
        uncounted('new base', base) ??
        (old && uncounted('old base', old));
    if (reason !== undefined)
        return (0,lib_errors/* refused */.J5)(reason);
    const own = old === undefined ? stepsByTime(image, settings.created) : stepsAfter(image, old);
    if (!own.ok)
        return own;
    const unfit = unfitLayer(own.value) ?? unfitStep(own.value, old) ?? otherSetting(image, own.value, settings);
    return unfit === undefined ? own : (0,lib_errors/* refused */.J5)(unfit);
}
const otherForm = ({ manifest: { mediaType = '' } }) => mediaType === registry_manifest/* mediaTypes */.Ib.ociManifest
    ? undefined
    : `the image's manifest is of the type ${(0,shown/* shown */.S)(mediaType)}, and only an OCI manifest is put onto another base.`;
function otherBase(image, base) {
    const [from, to] = [(0,names_platform/* platformOfDescriptor */.KZ)(image.config), (0,names_platform/* platformOfDescriptor */.KZ)(base.config)];
    if (from === undefined || from !== to)
        return `the new base is for ${platformText(base.config)}, and the image for ${platformText(image.config)}.`;
    if (base.config.config?.OnBuild?.length)
        return 'the new base has instructions for what is built on it (ONBUILD), which only a build follows.';
    return undefined;
}
const platformText = ({ os, architecture, variant }) => [os, architecture, ...(variant ? [variant] : [])].join('/');
/** BuildKit makes up steps for layers that no step tells of, and in no order that could be told here. */
function uncounted(name, { layers, diffIds, history }) {
    const steps = history.filter(hasLayer).length;
    if (layers.length === steps && layers.length === diffIds.length)
        return undefined;
    return `the history of the ${name} does not tell where its layers come from: ${layers.length} layers, and ${steps} steps that made one.`;
}
function stepsAfter(image, old) {
    const stands = old.diffIds.every((diffId, at) => image.diffIds[at] === diffId) &&
        old.history.every((step, at) => own_layer_isSame(step, image.history[at]));
    return stands
        ? (0,lib_errors/* parsed */.Yz)(image.history.slice(old.history.length))
        : (0,lib_errors/* refused */.J5)('the image does not stand on its old base: there are other layers below its own.');
}
/** Times are not compared: builders set them back or fill them in. */
const own_layer_isSame = (step, other) => step.created_by === other?.created_by && hasLayer(step) === (other !== undefined && hasLayer(other));
/** All steps of an image that was built with SOURCE_DATE_EPOCH have that very time; those of its base keep their own. */
function stepsByTime(image, created) {
    const time = created === undefined ? undefined : timeText(created);
    if (time === undefined || image.config.created !== time)
        return (0,lib_errors/* refused */.J5)('the old base is not there any more, and the history of the image does not tell where it ended.');
    return (0,lib_errors/* parsed */.Yz)(image.history.slice(image.history.findLastIndex((step) => step.created !== time) + 1));
}
const hasLayer = (step) => step.empty_layer !== true;
const instructionOf = ({ created_by: text = '' }) => text.split(' ', 1)[0];
function unfitLayer(own) {
    const made = own.filter(hasLayer);
    const [layer] = made;
    if (layer === undefined || made.length > 1)
        return `the image has ${made.length === 0 ? 'no layer' : `${made.length} layers`} of its own: exactly one can be put onto another base.`;
    return instructionOf(layer) === 'COPY'
        ? undefined
        : `the image's own layer was made by ${(0,shown/* shown */.S)(layer.created_by ?? '')}: only one that was copied does not depend on the base.`;
}
/** Variables can be told from those of the base where that is known; what other steps set would be lost. */
function unfitStep(own, old) {
    const known = ['ARG', 'USER', 'CMD', ...(old === undefined ? [] : ['ENV'])];
    const strange = own.find((step) => !hasLayer(step) && !known.includes(instructionOf(step)));
    return (strange &&
        `the image's step ${(0,shown/* shown */.S)(strange.created_by ?? '')} cannot be told from what its old base set: only a build repeats it.`);
}
/** The texts of the steps are taken over: they must say what is wanted. */
function otherSetting({ config: { config } }, own, settings) {
    const rows = [
        { name: 'CMD', wanted: settings.command, has: config?.Cmd ?? [] },
        { name: 'USER', wanted: settings.user, has: config?.User ?? '' },
    ];
    const other = rows.find(({ name, wanted, has }) => own.some((step) => instructionOf(step) === name)
        ? JSON.stringify(wanted) !== JSON.stringify(has)
        : wanted !== undefined);
    return other && `the image's ${other.name} is not the one that is wanted.`;
}

;// CONCATENATED MODULE: ./lib/publish/rebase/write-config.js
/** An image's configuration in the bytes that BuildKit would write. */

/** Fields in the order that they are written in; BuildKit drops all others of a base, such as `StopTimeout`. */
const fields = {
    image: [
        'architecture',
        'author',
        'config',
        'created',
        'history',
        'os',
        'os.features',
        'os.version',
        'rootfs',
        'variant',
    ],
    // The instructions of OnBuild have run once an image stands on it.
    execution: [
        'User',
        'ExposedPorts',
        'Env',
        'Entrypoint',
        'Cmd',
        'Volumes',
        'WorkingDir',
        'Labels',
        'StopSignal',
        'ArgsEscaped',
        'Healthcheck',
        'Shell',
    ],
    healthcheck: ['Test', 'Interval', 'Timeout', 'StartPeriod', 'StartInterval', 'Retries'],
    step: ['created', 'created_by', 'author', 'comment', 'empty_layer'],
};
function writeConfig(config) {
    const { Labels, ExposedPorts, Volumes, Healthcheck, ...execution } = config.config ?? {};
    const written = {
        ...config,
        config: only(fields.execution, {
            ...execution,
            Labels: sorted(Labels),
            ExposedPorts: sorted(ExposedPorts),
            Volumes: sorted(Volumes),
            Healthcheck: Healthcheck && only(fields.healthcheck, Healthcheck),
        }),
        history: config.history?.map((step) => only(fields.step, step)),
    };
    return goJson(only(fields.image, written));
}
/** These fields in this order, without what says nothing (Go's `omitempty`; structures are written however empty). */
const only = (names, value) => Object.fromEntries(names.flatMap((name) => {
    const field = value[name];
    return field && !(Array.isArray(field) && field.length === 0) ? [[name, field]] : [];
}));

;// CONCATENATED MODULE: ./lib/publish/rebase/compose.js
/** One platform's image on another base: a new manifest and a new configuration around layers that there are. */





/** Layers of a Docker manifest are in an OCI manifest under their OCI names. */
const layerTypes = {
    'application/vnd.docker.image.rootfs.diff.tar': 'application/vnd.oci.image.layer.v1.tar',
    'application/vnd.docker.image.rootfs.diff.tar.gzip': 'application/vnd.oci.image.layer.v1.tar+gzip',
    'application/vnd.docker.image.rootfs.diff.tar.zstd': 'application/vnd.oci.image.layer.v1.tar+zstd',
};
/** What BuildKit gives to an image on a base that has no PATH. */
const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/**
 * Puts an image that is one `COPY --link` on its base onto another base, or says why not. The bytes are those that
 * BuildKit would export for the same Dockerfile on the new base, so that building it later finds nothing new. They
 * cannot be where the base's history lacks times (BuildKit takes those of its own pull) or has them, or its working
 * directory, in another spelling than Go's; where the image was built without SOURCE_DATE_EPOCH; where it sets variables
 * of its own (the text of the step is the old one); and where a builder is so old that it sets back the times of the
 * base too (moby/buildkit, issue 4614).
 *
 * Throws SyntaxError where bytes are no JSON.
 */
function compose({ image, oldBase, base, wanted }) {
    const [was, on] = [readImage(image), readImage(base)];
    const old = oldBase && readImage(oldBase);
    const own = ownSteps(was, old, on, wanted);
    if (!own.ok)
        return own;
    const time = wanted.created === undefined ? undefined : timeText(wanted.created);
    const [layer, diffId] = [was.layers.at(-1), was.diffIds.at(-1)];
    const { architecture, os, variant = '', created = '' } = was.config;
    const config = writeConfig({
        ...on.config,
        // As the builder names the platform: the variant v8 of a base for arm64 is none there.
        architecture,
        os,
        variant,
        created: time ?? created,
        config: {
            ...on.config.config,
            Env: environment(was.config, old?.config, on.config),
            Labels: { ...on.config.config?.Labels, ...wanted.labels },
            ...(wanted.command && { Cmd: wanted.command, ArgsEscaped: true }),
            ...(wanted.user !== undefined && { User: wanted.user }),
        },
        rootfs: { type: 'layers', diff_ids: [...on.diffIds, diffId] },
        history: [
            ...on.history,
            ...own.value.map((step) => (time === undefined ? step : { ...step, created: time })),
        ],
    });
    const content = {
        ...was.manifest,
        config: { ...was.manifest.config, digest: (0,registry_manifest/* digestOf */.ol)(config), size: config.length },
        layers: [
            ...on.layers.map(({ mediaType, digest, size }) => ({
                mediaType: layerTypes[mediaType] ?? mediaType,
                digest,
                size,
            })),
            layer,
        ],
        annotations: sorted(wanted.annotations),
    };
    const bytes = goJson(content, indentOf(image.manifest));
    return (0,lib_errors/* parsed */.Yz)({
        manifest: { mediaType: registry_manifest/* mediaTypes */.Ib.ociManifest, digest: (0,registry_manifest/* digestOf */.ol)(bytes), bytes },
        config,
        layer,
    });
}
/** The new base's variables, and those that the image set over its old one. */
function environment(image, old, base) {
    if (old === undefined)
        return variablesOf(base);
    const before = variablesOf(old);
    const own = variablesOf(image).filter((variable) => !before.includes(variable));
    return own.reduce((all, variable) => {
        const at = all.findIndex((one) => nameOf(one) === nameOf(variable));
        return at < 0 ? [...all, variable] : all.with(at, variable);
    }, variablesOf(base));
}
function variablesOf({ config }) {
    const variables = config?.Env ?? [];
    return variables.some((variable) => nameOf(variable) === 'PATH') ? variables : [...variables, defaultPath];
}
const nameOf = (variable) => variable.split('=', 1)[0];

;// CONCATENATED MODULE: ./lib/publish/rebase/provenance.js
/** The attestation of an image that was put onto another base: what its provenance says must hold for the new one. */




const predicateKey = 'in-toto.io/predicate-type';
const buildType = 'https://python-image-builder.github.io/rebase/v1';
/**
 * The same kind of attestation, saying of the new image that it was put together from its materials. No time and no run
 * is in it. Refused where anything but provenance (SLSA, https://slsa.dev/spec/v1.0/provenance, and 0.2) is attested: an
 * SBOM of the old base would be wrong. Throws SyntaxError where bytes are no JSON.
 */
function rebaseProvenance({ manifest, config, statements }, rebased) {
    const content = (0,registry_manifest/* readContent */.c_)(manifest);
    const layers = content.layers ?? [];
    const made = [];
    for (const [at, layer] of layers.entries()) {
        const type = layer.annotations?.[predicateKey] ?? '';
        const predicate = predicateOf(type, rebased);
        if (predicate === undefined || statements[at] === undefined) {
            return (0,lib_errors/* refused */.J5)(`the image comes with an attestation of the type "${type}", which only a build makes anew.`);
        }
        const statement = JSON.parse(Buffer.from(statements[at]).toString('utf8'));
        const digest = { sha256: rebased.image.digest.replace('sha256:', '') };
        const subject = (statement.subject ?? []).map((one) => ({ ...one, digest }));
        const bytes = goJson({ ...statement, subject, predicate });
        made.push({ bytes, layer: { ...layer, digest: (0,registry_manifest/* digestOf */.ol)(bytes), size: bytes.length } });
    }
    const configuration = configOf(content.config?.mediaType, config, made);
    const { digest, mediaType, bytes } = rebased.image;
    const written = goJson({
        ...content,
        config: { ...content.config, digest: (0,registry_manifest/* digestOf */.ol)(configuration), size: configuration.length },
        layers: made.map(({ layer }) => layer),
        ...(content.subject && { subject: { ...content.subject, mediaType, digest, size: bytes.length } }),
    }, indentOf(manifest));
    return (0,lib_errors/* parsed */.Yz)({
        manifest: { mediaType: registry_manifest/* mediaTypes */.Ib.ociManifest, digest: (0,registry_manifest/* digestOf */.ol)(written), bytes: written },
        blobs: [configuration, ...made.map((one) => one.bytes)],
    });
}
/** An artifact's configuration is empty; that of an image names its layers. */
function configOf(mediaType, config, made) {
    if (mediaType !== 'application/vnd.oci.image.config.v1+json')
        return new Uint8Array(config);
    const read = JSON.parse(Buffer.from(config).toString('utf8'));
    return goJson({ ...read, rootfs: { ...read.rootfs, diff_ids: made.map(({ layer }) => layer.digest) } });
}
/** Undefined for what is no provenance. */
function predicateOf(type, { platform, materials }) {
    const of = materials.map((material) => ({
        uri: packageUrl(material, platform),
        digest: { sha256: material.digest.replace('sha256:', '') },
    }));
    switch (type) {
        case 'https://slsa.dev/provenance/v0.2':
            return {
                builder: { id: '' },
                buildType,
                materials: of,
                invocation: { configSource: {}, parameters: {}, environment: { platform } },
                metadata: {
                    completeness: { parameters: true, environment: true, materials: true },
                    reproducible: true,
                },
            };
        case 'https://slsa.dev/provenance/v1':
            return {
                buildDefinition: {
                    buildType,
                    externalParameters: {},
                    internalParameters: { platform },
                    resolvedDependencies: of,
                },
                runDetails: { builder: { id: '' }, metadata: {} },
            };
        default:
            return undefined;
    }
}
/** An image as a package URL (the type `docker` of the purl specification), as BuildKit writes it. */
function packageUrl({ repository, tag, digest }, platform) {
    const { registry, name } = repository;
    const path = registry === 'docker.io' ? name.replace(/^library\//, '') : `${encodeURIComponent(registry)}/${name}`;
    return `pkg:docker/${path}${tag === undefined ? '' : `@${tag}`}?digest=${digest}&platform=${encodeURIComponent(platform)}`;
}

;// CONCATENATED MODULE: ./lib/publish/rebase/attestations.js
/** Attestations in an index, as BuildKit puts them there: one manifest for each image, which names it. */




/** Annotation of an attestation's descriptor: the digest of what is attested. */
const attestedKey = 'vnd.docker.reference.digest';
/** Those of the given images. */
const attestationsOf = (index, images) => ((0,registry_manifest/* readContent */.c_)(index.bytes).manifests ?? []).flatMap(({ digest, annotations = {} }) => {
    const image = images.find((one) => one.digest === annotations[attestedKey]);
    const is = annotations['vnd.docker.reference.type'] === 'attestation-manifest';
    return is && image !== undefined ? [{ digest, platform: image.platform, of: image.digest }] : [];
});
/** The same attestation for the image on its new base: see {@link rebaseProvenance}. Throws RegistryProblem. */
async function attest(reader, { platform, digest }, { repository, image, materials }) {
    const manifest = await reader.getManifest(repository, digest);
    const { config, layers = [] } = manifest === undefined ? {} : (0,registry_manifest/* readContent */.c_)(manifest.bytes);
    const blobs = await (0,lib_errors/* gather */.kg)([...(config ? [config] : []), ...layers].map((one) => reader.getBlob(repository, one.digest)));
    const [configuration, ...statements] = blobs.filter((blob) => blob !== undefined);
    if (manifest === undefined || configuration === undefined || statements.length !== layers.length) {
        return (0,lib_errors/* refused */.J5)(`${platform}: ${(0,names_reference/* repositoryText */.g_)(repository)} does not hold the attestation ${digest} of the image.`);
    }
    const made = rebaseProvenance({ manifest: manifest.bytes, config: configuration, statements }, { platform, image, materials });
    return made.ok ? made : (0,lib_errors/* refused */.J5)(`${platform}: ${made.message}`);
}

;// CONCATENATED MODULE: ./lib/publish/rebase/rebase.js
/** An image on the new base of all its platforms, put together without building: layers stay where they lie. */







/**
 * The image on its new base, or why only a build makes it. Manifests and configurations are read, of all platforms at
 * once. Layers are not, until they are asked for: `pushContent` asks for none that the repository has, or can mount
 * from the base's.
 *
 * @throws RegistryProblem.
 */
async function rebaseContent(reader, request, files) {
    const { repository, index, base, annotations } = request;
    const read = rebase_imagesOf(index, request.platforms);
    if (!read.ok)
        return read;
    const { images, attestations } = read.value;
    const rebased = await (0,lib_errors/* gather */.kg)(images.map((image) => rebaseImage(reader, request, image)));
    const composed = new Map();
    for (const [at, one] of rebased.entries()) {
        if (!one.ok)
            return one;
        composed.set(images[at].digest, one.value);
    }
    const attested = await (0,lib_errors/* gather */.kg)(attestations.map((one) => attest(reader, one, {
        image: composed.get(one.of).manifest,
        repository,
        materials: [rebase_baseOf(base, one.platform), { repository, digest: one.of }],
    })));
    const statements = new Map();
    for (const [at, one] of attested.entries()) {
        if (!one.ok)
            return one;
        statements.set(attestations[at].digest, one.value);
    }
    const top = (0,registry_manifest/* isIndex */.nw)(index.mediaType)
        ? newIndex(index, composed, statements, annotations)
        : composed.get(index.digest).manifest;
    const all = [...composed.values(), ...statements.values()];
    const manifests = new Map(all.map(({ manifest }) => [manifest.digest, manifest]));
    const small = [
        ...[...composed.values()].map(({ config }) => config),
        ...[...statements.values()].flatMap(({ blobs }) => blobs),
    ];
    const configs = new Map(small.map((bytes) => [(0,registry_manifest/* digestOf */.ol)(bytes), bytes]));
    const own = new Set([...composed.values()].map(({ layer }) => layer.digest));
    const before = contentOf(reader, repository, index, files);
    const under = contentOf(reader, base.repository, top, files);
    return (0,lib_errors/* parsed */.Yz)({
        index: top,
        manifest: async (digest) => manifests.get(digest) ?? before.manifest(digest),
        blob: async (descriptor) => {
            const bytes = configs.get(descriptor.digest);
            if (bytes !== undefined)
                return { kind: 'bytes', bytes };
            return (own.has(descriptor.digest) ? before : under).blob(descriptor);
        },
    });
}
/** The image of each platform, where there are just those that are wanted, and their attestations. */
function rebase_imagesOf(index, wanted) {
    const [first, ...more] = wanted;
    if (!(0,registry_manifest/* isIndex */.nw)(index.mediaType))
        return first !== undefined && more.length === 0
            ? (0,lib_errors/* parsed */.Yz)({ images: [{ platform: first, digest: index.digest }], attestations: [] })
            : (0,lib_errors/* refused */.J5)(`the image is one for a single platform, and ${wanted.join(', ')} are wanted.`);
    const images = (0,registry_manifest/* platformsOf */.Wt)(index.bytes);
    const held = images.map(({ platform }) => platform);
    if (held.length !== wanted.length || !wanted.every((platform) => held.includes(platform)))
        return (0,lib_errors/* refused */.J5)(`the image is for ${held.join(', ')}, and ${wanted.join(', ')} is wanted.`);
    const attestations = attestationsOf(index, images);
    return (0,registry_manifest/* readContent */.c_)(index.bytes).manifests?.length === images.length + attestations.length
        ? (0,lib_errors/* parsed */.Yz)({ images, attestations })
        : (0,lib_errors/* refused */.J5)('the image comes with manifests that are neither for a platform nor of its build.');
}
async function rebaseImage(reader, { repository, base, oldBase, wanted }, { platform, digest }) {
    const [image, under, old] = await (0,lib_errors/* gather */.kg)([
        imageAt(reader, repository, digest),
        imageAt(reader, base.repository, base.platforms.find((one) => one.platform === platform)?.digest),
        oldBase && imageAt(reader, oldBase.repository, oldBase.digests[platform]),
    ]);
    const lacking = (where) => (0,lib_errors/* refused */.J5)(`${platform}: ${(0,names_reference/* repositoryText */.g_)(where)} does not hold the image of this platform.`);
    if (image === undefined)
        return lacking(repository);
    if (under === undefined)
        return lacking(base.repository);
    const one = compose({ image, base: under, wanted: wanted(platform), ...(old && { oldBase: old }) });
    return one.ok ? one : (0,lib_errors/* refused */.J5)(`${platform}: ${one.message}`);
}
async function imageAt(reader, repository, digest) {
    const manifest = digest && (await reader.getManifest(repository, digest));
    const config = manifest && (0,registry_manifest/* readContent */.c_)(manifest.bytes).config;
    const bytes = config && (await reader.getBlob(repository, config.digest));
    return manifest && bytes && { manifest: manifest.bytes, config: bytes };
}
/** Descriptors keep their platforms, their order and what is annotated there; attestations name their new image. */
function newIndex({ bytes, mediaType }, composed, attested, annotations) {
    const content = (0,registry_manifest/* readContent */.c_)(bytes);
    const manifests = content.manifests?.map((descriptor) => {
        const { manifest } = (composed.get(descriptor.digest) ?? attested.get(descriptor.digest));
        const of = composed.get((descriptor.annotations?.[attestedKey] ?? ''))?.manifest.digest;
        return {
            ...descriptor,
            digest: manifest.digest,
            size: manifest.bytes.length,
            ...(of && { annotations: { ...descriptor.annotations, [attestedKey]: of } }),
        };
    });
    const written = goJson({ ...content, manifests, annotations: sorted(annotations) }, indentOf(bytes));
    return { mediaType, digest: (0,registry_manifest/* digestOf */.ol)(written), bytes: written };
}
function rebase_baseOf({ repository, tag, platforms }, platform) {
    // Its image was composed on it.
    const { digest } = platforms.find((one) => one.platform === platform);
    return { repository, digest, ...(tag === undefined ? {} : { tag }) };
}

;// CONCATENATED MODULE: ./lib/commands/rebase.js
/** Puts the image that is there onto its base of today: nothing is built, and it is verified like any other. */


















/**
 * Nothing is published before all repositories have what they are to have: else one would be published twice where another
 * one needs a build.
 *
 * @throws Failure. @returns whether it could be done; if not, a note says why, and the image is to be built.
 */
async function rebase(context, onFiles) {
    const { state, found, world, inputs } = context;
    const base = await found.base();
    const resolved = await world.log.group('lock', () => context.locker.resolveOn(base));
    const may = sameFor(context, resolved);
    const done = may.ok ? await rebaseAll(context, base, may.value, onFiles) : may;
    if (!done.ok) {
        const note = `the image cannot be put onto its new base, and is built instead: ${done.message}`;
        state.notes.push(note);
        world.log.info(`build    ${note}`);
        delete state.plan;
        delete state.verified;
        delete state.sizes;
        return false;
    }
    if (inputs.dryRun)
        return true;
    await timed(world, state, 'publish', 'move tags', async () => {
        const verified = new Map(done.value.map((one) => [one.destination, one.verified]));
        await publish_each([...verified.keys()], (destination) => publishAll(context, [destination], verified.get(destination)));
    });
    return true;
}
/** What cannot be put onto its new base is built for the same reason; so is all, where one repository needs a build. */
function buildInstead(context) {
    for (const destination of toMake(context)) {
        const { decision } = destination;
        if (decision?.do === 'rebase')
            destination.decision = { do: 'build', because: decision.because };
    }
}
/** Whether the layers that are there are right on the new base: then what they hold. */
function sameFor({ state }, resolved) {
    if (resolved === undefined)
        return (0,lib_errors/* refused */.J5)('its requirements cannot be locked');
    for (const { observed } of state.destinations) {
        const made = observed.is === 'present' ? observed.made : undefined;
        const may = made === undefined ? (0,lib_errors/* parsed */.Yz)(true) : fitsBase(made, resolved);
        if (!may.ok)
            return may;
    }
    return (0,lib_errors/* parsed */.Yz)(resolved);
}
async function rebaseAll(context, base, resolved, onFiles) {
    const { state } = context;
    const done = [];
    for (const destination of toMake(context)) {
        const { created } = destination.observed;
        // What was compiled is as old as it was.
        state.plan = planOf(context, base, { resolved, locked: { ...resolved, native: [], kept: [] }, created });
        const [image] = state.plan.images;
        const verified = await rebaseOne(context, base, image, destination, onFiles);
        if (!verified.ok)
            return verified;
        if (verified.value !== undefined)
            done.push({ destination, verified: verified.value });
    }
    return (0,lib_errors/* parsed */.Yz)(done);
}
/** Undefined in a dry run, which looks whether it can be done, and pushes nothing. */
async function rebaseOne(context, base, image, destination, onFiles) {
    const { world, state, found, inputs } = context;
    const { repository } = destination;
    const made = await timed(world, state, 'build', 'put onto the new base', async () => {
        const composed = await rebase_compose(context, base, image, destination);
        if (composed.ok && !inputs.dryRun)
            await pushContent(found.client, repository, composed.value, { mountFrom: [base.repository] });
        return composed;
    });
    if (!made.ok)
        return made;
    const { index } = made.value;
    const { buildx, platform: machine } = await context.builder();
    const platforms = verifiedOn(inputs, machine);
    const bake = verifyFile(image, platforms, `${(0,names_reference/* repositoryText */.g_)(repository)}@${index.digest}`);
    const files = platforms.length === 0 ? {} : workFiles(image, bake, context.programs);
    onFiles(files);
    if (inputs.dryRun)
        return (0,lib_errors/* parsed */.Yz)(undefined);
    await noteSizes(context, base, index, contentReader(made.value, found.reader));
    const folder = await world.files.temporary('verify');
    for (const [name, content] of Object.entries(files))
        await world.files.write((0,external_node_path_.join)(folder, name), content);
    await requireEmulation(world, context.env, machine, platforms);
    const targets = platforms.length === 0 ? [] : ['verify'];
    try {
        const verified = await world.log.group('verify', () => recordSteps(world, state, 'build', (onAttempt) => verify(world, buildx, {
            image,
            folder,
            targets,
            platforms,
            strict: inputs.verify === 'strict',
            content: () => Promise.resolve(made.value),
            onAttempt,
        })));
        state.verified = verified.platforms;
        return (0,lib_errors/* parsed */.Yz)(verified);
    }
    catch (error) {
        // What a build does not need either, such as pulling from where the image goes, is no reason to end here.
        if (!(error instanceof lib_errors/* Failure */.HR))
            throw error;
        return (0,lib_errors/* refused */.J5)(`there it did not pass its checks: ${error.problems[0]?.message ?? ''}`);
    }
}
function rebase_compose({ cell, inputs, found, world }, base, image, { repository, observed }) {
    const { index, made } = observed;
    const [[reference, digests] = []] = Object.entries(made?.fingerprint.bases ?? {});
    const before = reference === undefined ? undefined : (0,registry_reference/* parseReference */.F2)(reference);
    return rebaseContent(found.reader, {
        repository,
        index,
        platforms: cell.platforms,
        base: { ...base, ...tagOf(base.reference) },
        ...(before?.ok === true && digests !== undefined
            ? { oldBase: { repository: before.value.repository, digests } }
            : {}),
        wanted: (platform) => ({
            labels: image.labels,
            annotations: annotationsAt(image.annotations, 'manifest', platform),
            ...(inputs.command === undefined ? {} : { command: inputs.command }),
            ...(inputs.user === undefined ? {} : { user: inputs.user }),
            ...(image.sourceDateEpoch === undefined ? {} : { created: image.sourceDateEpoch }),
        }),
        annotations: annotationsAt(image.annotations, 'index'),
    }, world.files);
}
function tagOf(reference) {
    const read = (0,registry_reference/* parseReference */.F2)(reference);
    return read.ok && read.value.tag !== undefined ? { tag: read.value.tag } : {};
}

;// CONCATENATED MODULE: ./lib/commands/report.js
/** Draws the report from what a run found out, wherever it ended. */










/** What does more comes first. */
const weights = ['build', 'rebase', 'retag', 'keep'];
function reportOf(state, failure) {
    const { inputs, cell } = state;
    const base = state.stands ?? state.base;
    const image = state.plan?.images[0];
    const wanted = inputs.packageVersion.kind === 'latest' ? 'latest' : inputs.packageVersion.text;
    const destinations = state.destinations.map((one) => destinationReport(state, one));
    const decision = weights.find((one) => destinations.some((destination) => destination.decision === one));
    const leading = destinations.find((one) => one.decision === decision && one.reason !== undefined);
    const digest = inputs.push ? destinations[0]?.digest : state.digest;
    const baseDigest = base?.digest ?? publishedBase(state);
    return {
        outcome: outcomeOf(state, decision, failure),
        repository: (0,names_reference/* repositoryText */.g_)(inputs.repositories[0]),
        tags: cell === undefined ? [] : [cell.tags.exact, ...cell.tags.aliases],
        ...(digest === undefined ? {} : { digest }),
        package: { name: inputs.package.text, version: cell?.version.text ?? wanted },
        python: inputs.python.text,
        base: {
            reference: base?.reference ?? cell?.base.publish ?? '',
            ...(baseDigest === undefined ? {} : { digest: baseDigest }),
        },
        ...(decision === undefined ? {} : { decision }),
        reason: leading?.reason ?? 'it ended before anything was decided',
        destinations,
        push: inputs.push && !inputs.dryRun,
        built: state.verified !== undefined && decision !== 'rebase',
        platforms: image === undefined ? keptPlatforms(state) : builtPlatforms(state, image, decision === 'rebase'),
        compiled: decision === 'rebase' ? [] : report_compiledOf(state, image),
        timeline: state.spans,
        verify: inputs.verify,
        ...(image === undefined ? {} : { lock: image.lock?.resolved ?? 'none' }),
        // Where an image is built again, the same is found again.
        notes: [...new Set([...state.notes, ...unusedSkips(state), ...unseen(state)])],
        problems: failure?.problems ?? [],
        ...(state.output === undefined ? {} : { output: state.output }),
    };
}
function destinationReport({ cell, inputs }, destination) {
    const { repository, observed, decision, moved, held } = destination;
    const digest = destination.digest ?? (observed.is === 'present' ? observed.index.digest : undefined);
    const target = { version: cell.version, forced: inputs.rebuild === 'always' };
    const ahead = observed.is === 'unasked' ? [] : observed.aliases.filter((alias) => isAhead(alias, target));
    return {
        repository: (0,names_reference/* repositoryText */.g_)(repository),
        ...(decision === undefined
            ? {}
            : {
                ...(decision.do === 'refuse' ? {} : { decision: decision.do }),
                reason: reasonText(decision, (0,names_reference/* taggedText */.Ms)(repository, cell.tags.exact)),
            }),
        wanted: wantedTags(cell.tags, decision),
        ...(digest === undefined ? {} : { digest }),
        ...(observed.is === 'unasked' ? {} : { existed: observed.is === 'present' }),
        moved,
        held: [...new Set([...ahead, ...held].map((alias) => alias.tag))].filter((tag) => !moved.includes(tag)),
    };
}
function wantedTags({ exact, aliases }, decision) {
    switch (decision?.do) {
        case 'build':
        case 'rebase':
            return [exact, ...aliases];
        case 'retag':
            return decision.because.kind === 'tag-behind' ? decision.because.tags : aliases;
        case 'keep':
        case 'refuse':
        case undefined:
            return [];
    }
}
/** What an image that was left alone says that it stands on. */
function publishedBase({ destinations }) {
    const observed = destinations[0]?.observed;
    if (observed?.is !== 'present')
        return undefined;
    return (0,registry_manifest/* readContent */.c_)(observed.index.bytes).annotations?.[baseDigestKey];
}
/** From the registry, as an image that was left alone has them. */
function keptPlatforms({ destinations }) {
    const observed = destinations[0]?.observed;
    if (observed?.is !== 'present')
        return [];
    const digests = new Map((0,registry_manifest/* platformsOf */.Wt)(observed.index.bytes).map((one) => [one.platform, one.digest]));
    return observed.platforms.map((platform) => {
        const digest = digests.get(platform) ?? observed.index.digest;
        return { platform, digest, checks: [], emulated: false };
    });
}
/** What a thrown value means to a user; undefined when it is a mistake in this program. */
function report_failureOf(error) {
    if (error instanceof lib_errors/* Failure */.HR)
        return error;
    if (!(error instanceof ports/* Interrupted */.j))
        return (0,file_failure/* fileFailure */.fE)(error);
    return new lib_errors/* Failure */.HR([
        { station: 'build', message: 'Interrupted: what was running was ended. Run again to complete it.' },
    ]);
}
/** A line that leaves nothing out may be a slip of the pen. */
function unusedSkips({ inputs, verified }) {
    if (verified === undefined || verified.length === 0)
        return [];
    const used = new Set(verified.flatMap(({ checks }) => checks.flatMap(({ skipped }) => skipped)));
    return inputs.verifySkip
        .filter((line) => !used.has(line))
        .map((line) => `verify_skip: nothing was left out by "${line}"`);
}
/** A push that was cut off may have moved the exact tag: nobody saw. */
const unseen = ({ destinations }) => destinations
    .filter(({ pushing, moved }) => pushing === true && moved.length === 0)
    .map(({ repository }) => `the push to ${(0,names_reference/* repositoryText */.g_)(repository)} did not end here: the exact tag may have moved. Run again to complete it`);
function outcomeOf({ inputs }, decision, failure) {
    if (failure !== undefined)
        return 'failed';
    if (inputs.dryRun)
        return 'planned';
    if (!inputs.push)
        return 'built';
    return decision === 'keep' ? 'kept' : decision === 'retag' ? 'retagged' : 'published';
}
/** Of an image that was put onto another base, nothing was installed or compiled. */
const builtPlatforms = (state, image, rebased) => state.inputs.platforms.map((platform) => {
    const { wheels, compiled, ...rest } = platformReport(state, image, platform);
    return rebased ? rest : { ...rest, wheels: wheels ?? 0, compiled: compiled ?? 0 };
});
function platformReport(state, image, platform) {
    const requirements = image.requirements.find((one) => one.platform === platform)?.requirements ?? [];
    const kept = keptFor(platform, image.kept).length;
    const size = state.sizes?.find((one) => one.platform === platform);
    const verified = state.verified?.find((one) => one.platform === platform);
    return {
        platform,
        ...(size === undefined ? {} : { digest: size.digest, size: size.size, added: size.added }),
        wheels: requirements.filter((one) => one.kind === 'wheel').length + kept,
        compiled: requirements.filter((one) => one.kind === 'compile').length - kept,
        checks: verified?.checks ?? [],
        emulated: state.machine !== undefined && isForeign(platform, state.machine),
    };
}
/** One row for each requirement that had no wheel; what was built once for all stands under each platform. */
function report_compiledOf(state, image) {
    if (image === undefined)
        return [];
    return image.requirements.flatMap((platform) => {
        const there = compiledThere(platform, image);
        return platform.requirements.flatMap((one) => {
            if (one.kind !== 'compile')
                return [];
            const { name, version, because } = one;
            const taken = state.taken.find((kept) => kept.platform === platform.platform && kept.artifact.made.name === name);
            if (taken !== undefined)
                return [{ platform: platform.platform, name, version, because, ...keptOf(taken) }];
            const where = there.includes(one) ? platform.platform : 'native';
            const attempts = (state.attempts.get(where) ?? []).filter(({ name }) => name === one.name);
            const made = attempts.find(({ why }) => why === undefined);
            const failed = attempts.find(({ way, why }) => way === 'cross' && why !== undefined);
            return [
                {
                    platform: platform.platform,
                    name: one.name,
                    version: one.version,
                    because: one.because,
                    way: made?.way === 'cross' ? 'cross' : wayOf(state, image, platform.platform, one, where),
                    ...(made === undefined ? {} : { seconds: made.seconds }),
                    ...(made?.bytes === undefined ? {} : { size: made.bytes }),
                    ...(made?.lacks === undefined ? {} : { lacks: made.lacks }),
                    ...(failed?.why === undefined ? {} : { fallback: { why: failed.why, seconds: failed.seconds } }),
                },
            ];
        });
    });
}
const keptOf = ({ artifact, seconds }) => {
    const { way, seconds: spent, compiled } = artifact.made;
    return { way: 'kept', seconds, size: artifact.size, kept: { way, seconds: spent, compiled } };
};
/** How it is compiled where nothing says how it was. */
function wayOf({ machine, inputs, attempts }, image, platform, { name, version }, where) {
    if (where === 'native') {
        const built = image.native.find((native) => native.name === name && native.version === version);
        return image.platforms.length > 1 && built?.serves.length === image.platforms.length ? 'once' : 'native';
    }
    if (!isForeign(platform, machine ?? platform))
        return 'native';
    if (inputs.compile !== 'auto')
        return inputs.compile === 'emulate' ? 'emulated' : 'cross';
    return attempts.has(platform) ? 'emulated' : 'cross';
}

// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./lib/commands/build.js
/** One cell: look up, decide, and then keep, retag, rebase or make. The order of the stations is here and nowhere else. */





















/** Never throws for what a user can act on: the report carries it. */
async function build_build(world, request) {
    const state = begin(request.inputs);
    const made = {};
    const result = (failure) => ({
        report: reportOf(state, failure),
        ...(state.plan === undefined ? {} : { plan: state.plan }),
        ...(made.files === undefined ? {} : { files: made.files }),
    });
    try {
        await build_run(world, request, state, made);
        return result();
    }
    catch (error) {
        const failure = report_failureOf(error);
        if (failure === undefined)
            throw error;
        if (failure instanceof VerifyFailure)
            state.verified = failure.platforms;
        return { ...result(failure), ...(error instanceof ports/* Interrupted */.j ? { interrupted: error } : {}) };
    }
    finally {
        if (made.builder !== undefined)
            await (0,build_builder/* removeBuilder */.iq)(world, {}, made.builder);
    }
}
async function build_run(world, request, state, made) {
    const context = await world.log.group('plan', () => build_open(world, request, state, (name) => (made.builder = name)));
    const { inputs } = request;
    await decideAll(context);
    const does = new Set(state.destinations.map(({ decision }) => decision?.do));
    if (inputs.push && !inputs.dryRun) {
        await probeWrites(context);
        await retag(context);
    }
    const onFiles = (files) => void (made.files = files);
    if (does.has('rebase')) {
        if (!does.has('build') && (await rebase(context, onFiles)))
            return;
        buildInstead(context);
    }
    if (toMake(context).length === 0)
        return;
    const unset = inputs.verifyEnv.filter((name) => request.verifyEnv?.[name] === undefined);
    if (unset.length > 0)
        state.notes.push(`verify_env: ${unset.join(', ')} ${unset.length === 1 ? 'is' : 'are'} not set in this environment, and the checks run without`);
    if (!inputs.push && !inputs.dryRun)
        await makeLayoutFolder(world, world.files.absolute(inputs.output));
    await make(context, onFiles);
}
/** Asks whoever must be asked before anything is decided. */
async function build_open(world, request, state, onMake) {
    const { inputs, login } = request;
    await (0,require_files/* requireFiles */.P)(world, inputs);
    if (inputs.dockerfile !== undefined && (inputs.command !== undefined || inputs.user !== undefined)) {
        state.notes.push('command and user belong to the Dockerfile that is rendered here: yours says itself what runs, and as whom');
    }
    if (!inputs.push && !inputs.dryRun)
        await requireLayoutFolder(world, world.files.absolute(inputs.output));
    const env = {
        ...(await clientEnvironment(world, login)),
        ...(inputs.verifyEnv.length > 0 ? { [verifyVariable]: JSON.stringify(request.verifyEnv ?? {}) } : {}),
    };
    const programs = await readPrograms(world, request.programs);
    const access = await indexAccess(world, inputs);
    const noteMade = async (name) => {
        if ((await request.keepBuilder?.(name)) !== true)
            onMake(name);
    };
    const builder = builderOpener(world, state, { inputs, env, onMake: noteMade });
    // Where it is needed in any case, what is wrong with it is said together with all else.
    const surely = !inputs.push || inputs.rebuild === 'always';
    const [found] = await (0,lib_errors/* gather */.kg)([
        timed(world, state, 'plan', 'look up', () => lookUp(world, state, { inputs, access, env, ...(login === undefined ? {} : { login }) })),
        surely ? builder() : undefined,
    ]);
    const { cell } = found;
    // Nothing is compared and nothing built: a Dockerfile is nobody's concern then.
    const idle = (inputs.rebuild === 'missing' || inputs.rebuild === 'never') &&
        state.destinations.every(({ observed }) => observed.is === 'present');
    const own = idle
        ? undefined
        : await ownDockerfile(world, inputs, cell, found.reader, found.made, (text) => state.notes.push(text));
    if (own?.standsOn !== undefined)
        state.stands = own.standsOn;
    const cache = openCache(world, state, request.cache);
    const shared = { state, inputs, cell, access, programs, cache, builder };
    const locker = lockerOf(world, { ...shared, secrets: access.secrets });
    return {
        ...shared,
        world,
        env,
        found,
        locker,
        ...(request.event === undefined ? {} : { event: request.event }),
        ...(own === undefined ? {} : { own }),
    };
}


/***/ }),

/***/ 2180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/** The user's own folder. */

/** HOME, else what the system knows; `/` for a user that it does not know, as containers have them. */
function homeOf(env) {
    try {
        return env['HOME'] || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
    }
    catch {
        return '/';
    }
}


/***/ }),

/***/ 391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ Interrupted)
/* harmony export */ });
/** What `run` and `sleep` reject with when the person or the runner ends the work. */
class Interrupted extends Error {
    /** As a shell counts: 129 after SIGHUP, 130 after SIGINT, 143 after SIGTERM. */
    exitCode;
    constructor(signal) {
        super(`Interrupted by ${signal}.`);
        this.name = 'Interrupted';
        this.exitCode = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal];
    }
}


/***/ })

};
