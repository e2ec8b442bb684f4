export const id = 618;
export const ids = [618];
export const modules = {

/***/ 61057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ hostsOf),
/* harmony export */   f: () => (/* binding */ settingsOf)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64222);
/** What a session is opened with, whatever makes its images. */

/** @param hosts that images are pushed to and pulled from. */
function settingsOf({ inputs, ...request }, hosts) {
    const { caBundle, secrets, builder, verifyEnv: names, signing } = inputs;
    const { login, programs, cache, event, keepBuilder, verifyEnv: values = {}, signSecrets } = request;
    return {
        secrets,
        programs,
        cache,
        verifyEnv: { names, values },
        registries: hosts,
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .s)({ caBundle, builder, login, event, keepBuilder }),
        ...(signing === undefined
            ? {}
            : { signing: { ...signing, ...(signSecrets ?? { key: '', passphrase: '' }) } }),
    };
}
/** Hosts that the images of these inputs are pushed to, and those that their bases are pulled from. */
const hostsOf = (inputs) => [
    ...new Set(inputs.flatMap(({ repositories, baseRegistry }) => [
        ...repositories.map(({ registry }) => registry),
        baseRegistry,
    ])),
];


/***/ }),

/***/ 58996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ baseFaults)
/* harmony export */ });
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8065);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9758);
/* harmony import */ var _instructions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37917);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40102);
/* harmony import */ var _stage_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31601);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15743);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83407);







/**
 * Each FROM of the last stage, and of those that it needs, that names no image. One with a variable that is not set is none of
 * them: what is missing there is the value.
 */
function baseFaults(text, buildArguments, platforms) {
    if ((0,_stage_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherLanguage */ .z)(text, buildArguments))
        return [];
    const file = (0,_instructions_js__WEBPACK_IMPORTED_MODULE_1__/* .readInstructions */ .KK)(text);
    const faults = (platforms.length === 0 ? [undefined] : platforms).flatMap((platform) => {
        const globals = (0,_scope_js__WEBPACK_IMPORTED_MODULE_4__/* .globalScope */ .gm)((0,_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .globalArguments */ .yZ)(file), buildArguments, platform, file.escape);
        const stages = (0,_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .readStages */ .ir)(file, globals);
        return (0,_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .reachedStages */ .mP)(stages).flatMap((index) => {
            const { base, line } = stages[index];
            if (base.kind === 'stage' || base.kind === 'scratch')
                return [];
            const { written } = base;
            if ((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .variableNames */ .zo)(written).some((name) => !globals(name)))
                return [];
            const reference = (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .expand */ .fT)(written, globals, file.escape) ?? written;
            const read = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(reference);
            if (read.ok)
                return [];
            const message = reference === '' ? 'FROM names no image.' : `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_6__/* .shown */ .S)(reference)} is no image: ${read.message}`;
            return [{ line, reference, message }];
        });
    });
    return [...new Map(faults.map((fault) => [fault.line, fault])).values()];
}


/***/ }),

/***/ 77792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ offerContext),
/* harmony export */   e4: () => (/* binding */ withoutOffers),
/* harmony export */   eo: () => (/* binding */ lineDifference),
/* harmony export */   s0: () => (/* binding */ withOffers)
/* harmony export */ });
/* harmony import */ var _instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37917);
/** Writes a Dockerfile in which instructions that run pip have mounts with what they are offered. */

/** Name of the build context with what is offered to the steps of one of several bases. @param number from 1. */
const offerContext = (number) => number === 1 ? 'python-image-builder' : `python-image-builder-${number}`;
/** Where offer.py expects its mount: no folder of any image. */
const place = '/run/python-image-builder';
/**
 * BuildKit's history has no flags of a RUN, and what it makes for a mount it removes: the image says nothing of them. The
 * files of settings are those that every other setting goes before.
 */
function withOffers(text, lines) {
    const all = text.split('\n');
    for (const { line, context, library } of lines) {
        const [, run, rest] = /^(\s*RUN)(\s.*|)$/is.exec(all[line - 1] ?? '') ?? [];
        if (run === undefined || rest === undefined)
            continue;
        const mounts = [
            `target=${place}`,
            'source=/pip.conf,target=/etc/xdg/pip/pip.conf',
            'source=/uv.toml,target=/etc/uv/uv.toml',
            ...(library === undefined
                ? []
                : [`source=/sitecustomize.pyc,target=/usr/local/lib/python${library}/sitecustomize.pyc`]),
        ];
        all[line - 1] =
            `${run} ${mounts.map((mount) => `--mount=type=bind,from=${context},${mount}`).join(' ')}${rest}`;
    }
    return all.join('\n');
}
/** An instruction as it is written in the user's own Dockerfile. */
const withoutOffers = (instruction) => instruction.replaceAll(/--mount=type=bind,from=python-image-builder(?:-\d+)?,\S+ /g, '');
/** The lines that differ, as a unified difference has them, without lines around. */
function lineDifference(before, after, names) {
    const [old, changed] = [(0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileLines */ .S5)(before), (0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileLines */ .S5)(after)];
    const hunks = old.flatMap((line, at) => line === changed[at] ? [] : [`@@ -${at + 1} +${at + 1} @@`, `-${line}`, `+${changed[at] ?? ''}`]);
    return [`--- ${names.before}`, `+++ ${names.after}`, ...hunks, ''].join('\n');
}


/***/ }),

/***/ 31601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ stageFault),
/* harmony export */   z: () => (/* binding */ isOtherLanguage)
/* harmony export */ });
/* harmony import */ var _instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37917);
/** Finds why no builder takes a Dockerfile at all: it has no stage, or something stands before the first one. */

/**
 * Rules: Dockerfile reference, "FROM", "syntax". A text for another frontend than Docker's own may be in another language,
 * and has no fault here.
 */
function stageFault(text, buildArguments) {
    if (isOtherLanguage(text, buildArguments))
        return undefined;
    const { instructions } = (0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .readInstructions */ .KK)(text);
    const first = instructions.find(({ keyword }) => keyword !== 'ARG');
    if (first === undefined)
        return { line: (0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileLines */ .S5)(text.trimEnd()).length };
    return first.keyword === 'FROM' ? undefined : { line: first.line, keyword: first.keyword };
}
/** Whether another frontend than Docker's own is to read it. */
function isOtherLanguage(text, buildArguments) {
    const frontend = buildArguments['BUILDKIT_SYNTAX'] ?? frontendOf(text);
    return frontend !== undefined && !dockersOwn.test(frontend);
}
/** `docker/dockerfile:1`, also from a mirror, and its test channel. */
const dockersOwn = /(?:^|\/)docker\/dockerfile(?:-upstream)?(?:[:@\s]|$)/;
/** What a text wants to be read by. It may say so in the ways of other languages: after `#!`, behind `//`, or in JSON. */
function frontendOf(text) {
    const lines = (0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileLines */ .S5)(text);
    if (lines[0]?.startsWith('#!'))
        lines.shift();
    return ((0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .directivesOf */ .mD)(lines).get('syntax') ??
        (0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .directivesOf */ .mD)(lines, '//').get('syntax') ??
        syntaxOfJson(lines.join('\n')));
}
function syntaxOfJson(text) {
    if (!text.trimStart().startsWith('{'))
        return undefined;
    try {
        const { syntax } = JSON.parse(text);
        return typeof syntax === 'string' ? syntax : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 72485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ headerValues)
/* harmony export */ });
/**
 * The values of a header of METADATA or WHEEL, in their order (core metadata, "File format"). What follows the headers is
 * the description, whose lines may look the same.
 *
 * @param name in any case.
 */
function headerValues(text, name) {
    const [headers = ''] = text.replaceAll('\r\n', '\n').trimStart().split('\n\n', 1);
    return [...headers.matchAll(new RegExp(`^${name}:[ \\t]*(.*)$`, 'gim'))].map(([, value = '']) => value.trim());
}


/***/ }),

/***/ 23632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H_: () => (/* binding */ placeLocal),
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   KB: () => (/* binding */ lockedLocal),
/* harmony export */   eG: () => (/* binding */ withLocal),
/* harmony export */   z3: () => (/* binding */ withoutLocalPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** Distributions that were built of a folder, and stand in a lock beside those of an index. */

/**
 * Has the first line take the package's metadata from its file.
 *
 * @param folder of that file where the resolver runs.
 */
function withLocal([first, ...rest], local, folder) {
    if (first === undefined)
        return rest;
    if (local === undefined)
        return [first, ...rest];
    const marker = first.marker === undefined ? '' : ` ; ${first.marker}`;
    const file = local.metadata.slice(local.metadata.lastIndexOf('/') + 1);
    return [{ ...first, line: `${first.text} @ file://${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, file)}${marker}` }, ...rest];
}
const scheme = 'local:';
/** Whether a file of a lock is of no index, and found by its hash. */
const isLocal = ({ url }) => url.startsWith(scheme);
/** The package of a lock that stands for the distribution. */
function lockedLocal({ name, version, file }, marker) {
    const { filename, sha256 } = file;
    const artifact = { filename, sha256, url: `${scheme}${filename}` };
    return {
        name,
        version,
        ...(marker === undefined ? {} : { marker }),
        ...(filename.endsWith('.whl') ? { wheels: [artifact] } : { wheels: [], sdist: artifact }),
    };
}
/** The text of a lock without the path of the metadata, which is another one in every run. */
const withoutLocalPath = (text, { file }) => text.replace(/^archive = .*$/m, `archive = { path = "${file.filename}", hashes = { sha256 = "${file.sha256}" } }`);
/** Puts the file where the stages look for it. @param folder of the context `lock`. */
async function placeLocal(files, folder, local) {
    if (local === undefined)
        return;
    const { filename, sha256, path } = local.file;
    await files.replace((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'local', sha256, filename), files.bytes(path));
}


/***/ }),

/***/ 26072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ markerEnvironment)
/* harmony export */ });
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29885);
/* harmony import */ var _names_python_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76117);


/**
 * The environment of PEP 508 for CPython on this platform. `platform_release` and `platform_version` are the kernel's, and
 * empty, since an image may run on any kernel.
 *
 * @param python the full version, `3.13.9`.
 */
function markerEnvironment(platform, python) {
    return {
        os_name: 'posix',
        sys_platform: 'linux',
        platform_system: 'Linux',
        platform_machine: (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .machineOf */ .VT)(platform),
        platform_release: '',
        platform_version: '',
        platform_python_implementation: 'CPython',
        implementation_name: 'cpython',
        implementation_version: python,
        python_full_version: python,
        python_version: (0,_names_python_version_js__WEBPACK_IMPORTED_MODULE_1__/* .minorOf */ .Hs)(python),
        extra: '',
        extras: [],
        dependency_groups: [],
    };
}


/***/ }),

/***/ 67639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ splitRequirements)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97412);
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29033);
/* harmony import */ var _markers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26072);
/* harmony import */ var _wheel_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76484);





/**
 * The requirements of a lock on the base's platform, sorted by name.
 *
 * @throws Failure when a package has neither a wheel that fits nor a source distribution, or the lock is ambiguous.
 */
function splitRequirements(lock, facts) {
    const environment = (0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .markerEnvironment */ .w)(facts.platform, facts.python);
    const applicable = lock.packages.filter(({ name, marker }) => marker === undefined || holds(name, marker, environment));
    const requirements = applicable.map((entry) => requirementOf(entry, facts)).toSorted(byName);
    if (requirements.length === 0) {
        throw failed('requirements', facts.platform, `nothing of the lock holds for Python ${facts.python} on ${facts.platform}: it was made for another Python.`);
    }
    const duplicate = requirements.find(({ name }, index) => requirements[index + 1]?.name === name);
    if (duplicate !== undefined) {
        throw failed(duplicate.name, facts.platform, `the lock names two versions of ${duplicate.name} for ${facts.platform}: its markers overlap.`);
    }
    const { platform, links = {} } = facts;
    return { platform, requirements, ...(Object.keys(links).length === 0 ? {} : { links }) };
}
const byName = (one, other) => one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
function holds(name, text, environment) {
    const marker = (0,_names_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .g)(text);
    if (!marker.ok)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
            { station: 'index', about: name, message: `the lock cannot be used: ${marker.message}` },
        ]);
    return (0,_names_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluate */ ._)(marker.value, environment);
}
function requirementOf(entry, facts) {
    const { name, version, wheels, sdist } = entry;
    if ((0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameVersion */ .p)(facts.installed[name] ?? '', version))
        return { kind: 'present', name, version };
    const wheel = (0,_wheel_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .bestWheel */ .yJ)(wheels, facts);
    if (wheel !== undefined && wheel.from === undefined)
        return { kind: 'wheel', name, version, wheel };
    const own = wheels.filter(({ from }) => from === undefined);
    const because = (0,_wheel_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .whyNoWheel */ .l6)(own, facts);
    const like = (0,_wheel_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .similarWheel */ .N0)(own, facts);
    const compile = sdist === undefined
        ? undefined
        : {
            kind: 'compile',
            name,
            version,
            sdist,
            because,
            ...(like === undefined ? {} : { like }),
        };
    if (wheel !== undefined)
        return { kind: 'wheel', name, version, wheel, instead: { because, ...(compile && { compile }) } };
    if (compile === undefined) {
        throw failed(name, facts.platform, `${name} ${version} cannot be installed on ${facts.platform}: ${because}, and the index has no source distribution to compile. Leave the platform out, or choose another version.`);
    }
    return compile;
}
const failed = (about, platform, message) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([{ station: 'index', about, platforms: [platform], message }]);


/***/ }),

/***/ 42534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JW: () => (/* binding */ NoSolution),
/* harmony export */   T8: () => (/* binding */ whyBuild),
/* harmony export */   f1: () => (/* binding */ readFailure),
/* harmony export */   g4: () => (/* binding */ failedFile),
/* harmony export */   nZ: () => (/* binding */ warningsOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32030);
/* harmony import */ var _package_index_choose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69503);
/* harmony import */ var _package_index_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70001);
/** Reads uv's output where it cannot resolve. */





/** A warning that does not matter, since nothing is built with this machine's Python. */
const ignored = /^The requested Python version .* is not available/;
const warningsOf = (stderr) => stderr
    .split('\n')
    .flatMap((line) => /^warning: (.*)$/.exec(line)?.[1] ?? [])
    .filter((line) => !ignored.test(line));
function linesOf(stderr) {
    return stderr
        .split('\n')
        .filter((line) => !line.startsWith('warning: '))
        .map((line) => line
        .replace(/^[\s×╰─▶├│]+/u, '')
        .replace(/^(error|cause): /, '')
        .replace(/\{[^{}]*\}/g, '')
        .trimEnd())
        .filter((line) => line !== '' && !line.startsWith('hint: While the active Python version'))
        .slice(0, 25);
}
/** What is required cannot be had together, or at all: the same request will fail again, another may succeed. */
class NoSolution extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR {
}
/** The reason that packages must be built to be resolved, as a sentence without its full stop. */
function whyBuild(packages) {
    const [has, it] = packages.length === 1 ? ['has', 'it needs'] : ['have', 'they need'];
    return `${packages.join(', ')} ${has} no wheel that tells what ${it}`;
}
/** The file that uv could not use, usually in its cache; undefined where another error ended it. */
function failedFile(stderr) {
    const lines = linesOf(stderr);
    const at = lines.findLastIndex((line) => /\(os error \d+\)/.test(line));
    const number = Number(/\(os error (\d+)\)/.exec(lines[at] ?? '')?.[1]);
    const [code] = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.getSystemErrorMap)().get(-number) ?? [];
    if (code === undefined || !(0,_file_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .isFileCode */ .Ao)(code))
        return undefined;
    const above = lines.slice(0, at + 1).toReversed();
    const path = above.flatMap((line) => /[`"](\/[^`"]*)[`"]/.exec(line)?.[1] ?? [])[0];
    return path === undefined ? undefined : new _file_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FileFailure */ .Py({ path, doing: 'used', code });
}
/** @param urlOf of the index that a package belongs to. */
function readFailure({ code, stderr }, indexUrl, urlOf = () => indexUrl) {
    const lines = linesOf(stderr);
    const words = lines.join(' ');
    const unread = [
        // For a release with wheels for other systems only, uv names the markers that none of them satisfies.
        ...words.matchAll(/Wheels are required for `([^`]+)`|([\w.-]+)\S* has no `[^`]+`-compatible wheels/g),
    ].map(([, one, other]) => one ?? other);
    if (unread.length > 0 || /has no usable wheels/.test(words)) {
        const [first] = /(\S+?)(?:==\S+)? has no usable wheels/.exec(words)?.slice(1) ?? [];
        const packages = [...new Set(unread.length > 0 ? unread : [first])];
        return { kind: 'needs-building', packages, why: whyBuild(packages) };
    }
    if (/No interpreter found/.test(words)) {
        return {
            kind: 'needs-building',
            packages: [],
            why: 'uv wants a Python on this machine and there is none',
        };
    }
    const failure = failureOf(code, lines, words, indexUrl, urlOf);
    const later = laterPatch(words);
    return later === undefined ? { kind: 'failure', failure } : { kind: 'python', from: later, failure };
}
/** Where the Python does not fit, the patch after the last one that uv names: `3.9.2` after `Python>3.9.1`. */
function laterPatch(words) {
    const minor = /requested Python version \(>=(3\.\d+)\) does not satisfy/.exec(words)?.[1];
    if (minor === undefined)
        return undefined;
    const patches = [...words.matchAll(new RegExp(`\\b${minor.replace('.', '\\.')}\\.(\\d+)\\b`, 'g'))].map(([, patch]) => Number(patch));
    return patches.length === 0 ? undefined : `${minor}.${Math.max(...patches) + 1}`;
}
function failureOf(code, lines, words, indexUrl, urlOf) {
    const index = (0,_package_index_read_js__WEBPACK_IMPORTED_MODULE_4__/* .redacted */ .pc)(indexUrl);
    const status = /\((40[13])\b/.exec(words)?.[1];
    if (status !== undefined) {
        return failed(`the index ${index} answered ${status} while requirements were resolved: it wants credentials, or refuses the ones that it was given.`, lines);
    }
    if (/certificate|UnknownIssuer/i.test(words)) {
        return failed(`the index ${index} has a certificate that is not trusted: when a company's own authority signed it, name its PEM file as ca_bundle.`, lines);
    }
    if (/Failed to fetch|error sending request|Could not connect|Request failed|dns error|timed out/i.test(words)) {
        return failed(`the index ${index} could not be reached while requirements were resolved: look at index_url, the network and the proxy variables.`, lines);
    }
    // uv says "no versions" of a requirement with a marker, and "not found" of one without.
    const missing = /([\w.-]+) was not found in the package registry|there are no versions of ([\w.-]+) and/g;
    const absent = [...new Set([...words.matchAll(missing)].map(([, one, other]) => one ?? other))];
    if (absent.length > 0) {
        return new NoSolution(absent.map((name) => ({
            station: 'index',
            about: name,
            message: (0,_package_index_choose_js__WEBPACK_IMPORTED_MODULE_3__/* .absentPackage */ .Sk)(name, urlOf(name)),
            detail: lines,
        })));
    }
    const version = /there is no version of ([\w.-]+)==(\S+)/.exec(words);
    if (version !== null) {
        return noSolution(`the index ${(0,_package_index_read_js__WEBPACK_IMPORTED_MODULE_4__/* .redacted */ .pc)(urlOf(version[1]))} has no version ${version[2]} of ${version[1]}: choose another.`, lines);
    }
    if (/No solution found/.test(words)) {
        return noSolution('no versions fit together: what is required contradicts itself, or this Python, or what the index has. Loosen a requirement, or choose another version.', lines.filter((line) => !line.startsWith('No solution found')));
    }
    if (code === 127)
        return failed('uv cannot be run: it is not where it was found.', lines);
    if (code === 126)
        return failed('uv cannot be run: install it and have it on PATH, or keep it in another folder.', lines);
    return noSolution(`uv ended with code ${code} while it resolved.`, lines);
}
const noSolution = (...of) => new NoSolution(failed(...of).problems);
function failed(message, detail) {
    const problem = {
        station: 'index',
        about: 'requirements',
        message,
        ...(detail.length === 0 ? {} : { detail }),
    };
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([problem]);
}


/***/ }),

/***/ 76420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ directoryStart),
/* harmony export */   g7: () => (/* binding */ readZipEntry),
/* harmony export */   ue: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/**
 * Reads a zip archive, such as a wheel (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16). By hand: metadata is read from
 * a few ranges of a wheel on the index, and libraries such as fflate want the whole archive.
 */

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** Most bytes of an entry's extra field in its header; the directory has only the length of its own one. */
const mostExtra = 1024;
function endRecordOf(zip) {
    let end = zip.length - 22;
    while (end >= 0 && zip.length - end < 65_558 && zip.readUInt32LE(end) !== endOfDirectory)
        end -= 1;
    if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory)
        throw new Error('it is no zip archive');
    return end;
}
/** Position of the directory. @param tail last bytes of the archive. @throws Error when it is no zip archive. */
const directoryStart = (tail) => tail.readUInt32LE(endRecordOf(tail) + 16);
/**
 * The entries, in the directory's order.
 *
 * @param zip the archive, or its bytes from `from` to the end with the whole directory.
 * @throws Error when it is no zip archive, a split or a 64-bit one.
 */
function readZip(zip, from = 0) {
    const end = endRecordOf(zip);
    const count = zip.readUInt16LE(end + 10);
    let at = zip.readUInt32LE(end + 16) - from;
    return Array.from({ length: count }, () => {
        if (zip.readUInt32LE(at) !== directoryEntry)
            throw new Error('its directory is damaged');
        const method = zip.readUInt16LE(at + 10);
        const packed = zip.readUInt32LE(at + 20);
        const nameLength = zip.readUInt16LE(at + 28);
        const otherLengths = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
        const start = zip.readUInt32LE(at + 42);
        const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
        at += 46 + nameLength + otherLengths;
        return {
            name,
            start,
            end: start + 30 + nameLength + mostExtra + packed,
            content: (bytes = zip, offset = from) => contentAt(bytes, start - offset, packed, method),
        };
    });
}
function contentAt(zip, header, packed, method) {
    // The local header has its own lengths: its extra field may differ from the directory's.
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const data = zip.subarray(start, start + packed);
    if (method === 0)
        return data;
    if (method === 8)
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(data);
    throw new Error(`an entry is packed with method ${method}`);
}
const readZipEntry = (zip, isWanted) => readZip(zip)
    .find(({ name }) => isWanted(name))
    ?.content();


/***/ }),

/***/ 94095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M2: () => (/* binding */ ownersText),
/* harmony export */   O7: () => (/* binding */ indexesOf),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   fq: () => (/* binding */ owningIndexes),
/* harmony export */   q_: () => (/* binding */ wheelIndexes)
/* harmony export */ });
/* harmony import */ var _package_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28066);
/** Indexes beside the main one, and what each is asked for. */

/** Of several fields, those that say which indexes there are. */
const indexesOf = ({ indexUrl, extraIndexes = [] }) => ({
    ...(indexUrl === undefined ? {} : { indexUrl }),
    ...(extraIndexes.length === 0 ? {} : { extraIndexes }),
});
const owningIndexes = ({ extraIndexes = [] }) => extraIndexes.filter((one) => one.kind === 'packages');
const wheelIndexes = ({ extraIndexes = [] }, platform) => extraIndexes.filter((one) => one.kind === 'wheels' && one.platforms.includes(platform));
/** The index that a package belongs to, the first that has a pattern for it; undefined where that is the main one. */
const ownerOf = (indexes, name) => owningIndexes(indexes).find(({ patterns }) => patterns.some((pattern) => fits(pattern, name)));
const fits = (pattern, name) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test((0,_package_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizedName */ .j8)(name));
/**
 * Owning indexes as the programs of a build read them, a line each: its patterns and its URL, with spaces between. Empty
 * where there are none.
 */
const ownersText = (indexes) => owningIndexes(indexes)
    .map(({ patterns, url }) => [...patterns, url].join(' '))
    .join('\n');


/***/ }),

/***/ 48249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ compilerTag),
/* harmony export */   S: () => (/* binding */ parsePythonTag)
/* harmony export */ });
/** Tags of the official Python images: `3.13`, `3.13.1-slim-bookworm`, `3.13-alpine3.20`. */
function parsePythonTag(tag) {
    const [, version, minor, variant = ''] = /^((\d+\.\d+)(?:\.[\da-z]+)?)(?:-(.+))?$/.exec(tag) ?? [];
    return version === undefined || minor === undefined ? undefined : { version, minor, variant };
}
/**
 * The tag of the image to compile in. For a slim image that is the full one of the same distribution release. Alpine has
 * no full image: a compiler is added to it.
 */
function compilerTag(version, variant) {
    const full = variant.startsWith('alpine') ? variant : variant.replace(/^slim-?/, '');
    return full === '' ? version : `${version}-${full}`;
}


/***/ }),

/***/ 56073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ contextFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _dockerfile_context_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17278);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65909);
/** Finds the files of a build context that are copied, as BuildKit sends and copies them. */



/** Links that are followed for one source: Linux follows as many for one path. */
const mostLinks = 40;
const root = { path: '', entry: { name: '', kind: 'folder', mode: 0 }, ignored: undefined };
/**
 * The files, links and folders that the sources name and `.dockerignore` lets through, by path from the context's root.
 * Where in doubt, a file is among them.
 *
 * @param unreadable makes the error for a folder that cannot be read.
 */
async function contextFiles(files, folder, sources, ignore, unreadable) {
    const listings = new Map();
    const read = async (node) => {
        if (node.ignored?.matched === true && !ignore.mayExcept(node.path))
            return [];
        const entries = await files.entries((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, node.path)).catch((error) => {
            throw unreadable(node.path, error);
        });
        return entries.map((entry) => {
            const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node.path, entry.name);
            return { path, entry, ignored: ignore.match(path, node.ignored) };
        });
    };
    const list = (node) => {
        if (node.entry.kind !== 'folder')
            return Promise.resolve([]);
        const listing = listings.get(node.path) ?? read(node);
        listings.set(node.path, listing);
        return listing;
    };
    const taken = new Map();
    for (const source of sources)
        await takeSource(list, source, taken);
    return taken;
}
async function takeSource(list, source, taken) {
    const { parents } = source;
    const exclude = (0,_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .patternList */ .B2)(source.exclude);
    const takeMatch = (node, links) => {
        // Behind a link the names are others, so that `--exclude` is not known to match: nothing is left out there.
        if (links > 0)
            return take(list, node, { path: '', above: undefined, exclude: nothing }, taken);
        const names = parents === undefined ? [] : node.path.split('/').slice(parents);
        let above;
        for (let end = 1; end < names.length; end += 1)
            above = exclude.match(names.slice(0, end).join('/'), above);
        return take(list, node, { path: names.join('/'), above, exclude }, taken);
    };
    const find = async (node, names, links) => {
        const [name, ...rest] = names;
        if (name === undefined)
            return takeMatch(node, links);
        const fits = (0,_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .pathPattern */ .s$)(name);
        let isTaken = name === '**' && (await find(node, rest, links));
        for (const child of await list(node)) {
            if (name === '**')
                isTaken = (await find(child, names, links)) || isTaken;
            if (!fits(child.entry.name))
                continue;
            isTaken = (await find(child, rest, links)) || isTaken;
            if (child.entry.kind !== 'link' || child.ignored?.matched === true || links === mostLinks)
                continue;
            taken.set(child.path, child.entry);
            const target = [...targetOf(child.path, child.entry.target), ...rest];
            isTaken = (await find(root, target, links + 1)) || isTaken;
        }
        if (isTaken && parents !== undefined && node !== root)
            taken.set(node.path, node.entry);
        return isTaken;
    };
    await find(root, source.path.split('/').filter(Boolean), 0);
}
const nothing = (0,_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .patternList */ .B2)([]);
/** Takes a node with all below it. Returns whether anything was taken. */
async function take(list, node, exclusion, taken) {
    const { path, above, exclude } = exclusion;
    // A source itself is copied, even where `--exclude` matches its name.
    const excluded = path === '' ? undefined : exclude.match(path, above);
    let isTaken = node.ignored?.matched !== true && excluded?.matched !== true;
    if (excluded?.matched !== true || exclude.mayExcept(path)) {
        for (const child of await list(node)) {
            const next = { path: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(path, child.entry.name), above: excluded, exclude };
            isTaken = (await take(list, child, next, taken)) || isTaken;
        }
    }
    // A folder that is left out is created all the same for files that are taken below it.
    if (isTaken && node !== root)
        taken.set(node.path, node.entry);
    return isTaken;
}
/** The target of a link as patterns from the context's root, which no link leaves. */
const targetOf = (path, target) => (0,_dockerfile_context_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .literalPath */ .l1)(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), target))
    .split('/')
    .filter(Boolean);


/***/ }),

/***/ 28767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readIgnoreList),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   _g: () => (/* binding */ contextHashes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _names_shown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8065);
/* harmony import */ var _context_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56073);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65909);
/** Hashes the files that the builder would take from the build context of a custom Dockerfile. */






/**
 * Hashes paths, kinds, permissions, contents and targets of links, as BuildKit's cache does; no times and no owners.
 *
 * @throws Failure when a file that is taken cannot be read.
 */
async function contextHashes(files, question) {
    const { folder, sources } = question;
    // Without a source nothing is read, not even .dockerignore.
    const ignore = sources.length === 0 ? (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .patternList */ .B2)([]) : await readIgnoreList(files, question);
    const taken = await (0,_context_files_js__WEBPACK_IMPORTED_MODULE_3__/* .contextFiles */ .X)(files, folder, sources, ignore, unreadable);
    const [hash, gitHash] = [(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256'), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')];
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
        ...(paths.length > 0 && { git: { hash: gitHash.digest('hex'), paths, config: hasConfig(taken) } }),
    };
}
/** The one of a submodule is in `.git/modules`, the one of a worktree is `config.worktree`. */
const hasConfig = (taken) => [...taken.keys()].some((path) => /(?:^|\/)\.git\/(?:.*\/)?config(?:\.worktree)?$/.test(path));
/** A Dockerfile's own list, even an empty one, replaces the context's. @throws Failure when it cannot be read. */
async function readIgnoreList(files, { folder, dockerfile }) {
    const read = (path) => files.read(path).catch((error) => {
        throw unreadable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), error);
    });
    const text = (await read(`${dockerfile}.dockerignore`)) ?? (await read((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.dockerignore')));
    return (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .patternList */ .B2)((0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .ignoreLines */ .i7)(text ?? ''));
}
async function contentHash(files, folder, path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        for await (const piece of files.bytes((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path)))
            hash.update(piece);
    }
    catch (error) {
        throw unreadable(path, error);
    }
    return hash.digest('hex');
}
function unreadable(path, error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([
        {
            station: 'input',
            about: 'docker_build_path',
            message: `${(0,_names_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(path === '' ? '.' : path)} of the build context cannot be read: ${code}. The builder needs it too: make it readable, or name it in .dockerignore.`,
        },
    ]);
}


/***/ }),

/***/ 98393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ recordsOf),
/* harmony export */   O7: () => (/* binding */ indexesOf),
/* harmony export */   PE: () => (/* binding */ calledIn),
/* harmony export */   W9: () => (/* binding */ platformsLeft),
/* harmony export */   cF: () => (/* binding */ basesOf)
/* harmony export */ });
/** Platforms that an image can still be made for. */
const platformsLeft = ({ platforms }, { dropped = [] }) => platforms.filter((platform) => !dropped.includes(platform));
const recordsOf = (places) => places.flatMap(({ held }) => (held.is === 'present' && held.record !== undefined ? [held.record] : []));
/** Where what a Dockerfile calls so is published. */
const calledIn = (parents, from) => parents[from]?.called ?? from;
/** The digests of the bases today, by platform. */
function basesOf({ platforms }, { custom }, base, parents) {
    const observed = standsOn(custom, base).map((one) => [one.reference, digestsOf(one, platforms)]);
    const built = Object.entries(parents).flatMap(([reference, { key }]) => key === undefined
        ? []
        : [[reference, Object.fromEntries(platforms.map((platform) => [platform, key]))]]);
    return Object.fromEntries([...observed, ...built]);
}
/** The digests of the whole bases today: of an index, its own. */
const indexesOf = ({ custom }, base) => Object.fromEntries(standsOn(custom, base).map(({ reference, digest }) => [reference, digest]));
function standsOn(custom, base) {
    const written = custom?.bases ?? [];
    // A FROM of the same image has it already, under the name that is written there.
    const isWritten = custom !== undefined && (!custom.usesPackages || written.some(({ digest }) => digest === base?.digest));
    return base === undefined || isWritten ? written : [base, ...written];
}
function digestsOf({ platforms, digest: whole }, wanted) {
    const held = platforms.filter((one) => wanted.includes(one.platform));
    // An image that only helps to build may be for other platforms: then any move of it counts.
    const digests = held.length > 0 ? held : wanted.map((platform) => ({ platform, digest: whole }));
    return Object.fromEntries(digests.map(({ platform, digest }) => [platform, digest]));
}


/***/ }),

/***/ 69503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sk: () => (/* binding */ absentPackage),
  NB: () => (/* binding */ allows),
  Rt: () => (/* binding */ allowsSome),
  EH: () => (/* binding */ chooseVersion),
  Qy: () => (/* binding */ newestFor),
  w0: () => (/* binding */ releasesOf),
  fD: () => (/* binding */ rulesOf),
  Ez: () => (/* binding */ yankedOf)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/nearest.js
var nearest = __webpack_require__(13114);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
;// CONCATENATED MODULE: ./lib/package-index/known-names.js
/** Widely used packages, from which the nearest is offered for a name that the index does not have. */
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

// EXTERNAL MODULE: ./lib/package-index/lost-zero.js
var lost_zero = __webpack_require__(56862);
// EXTERNAL MODULE: ./lib/package-index/read.js + 1 modules
var read = __webpack_require__(70001);
;// CONCATENATED MODULE: ./lib/package-index/choose.js







function absentPackage(name, indexUrl) {
    const near = (0,nearest/* nearest */.p)(name, knownNames);
    const offer = near === undefined || near === name ? 'Look at its spelling' : `Did you mean ${(0,shown/* shown */.S)(near)}?`;
    return `The index ${(0,read/* redacted */.pc)(indexUrl)} has no package ${(0,shown/* shown */.S)(name)}. ${offer}${near === undefined || near === name ? ', or name another index_url.' : ''}`;
}
/**
 * The wanted version, or a message that offers others. `latest` is the newest final version that allows the Python and
 * was not withdrawn.
 */
function chooseVersion(project, wanted, python) {
    const releases = releasesOf(project);
    if (releases.length === 0)
        return (0,errors/* refused */.J5)(`${project.name} has no wheel and no source distribution on the index.`);
    if (wanted === 'latest')
        return newest(project, releases, python);
    const release = releases.find(({ version }) => (0,package_version/* compareVersions */.Zy)(version, wanted) === 0);
    if (release === undefined)
        return (0,errors/* refused */.J5)(absentVersion(project, releases, wanted));
    const files = release.files.filter((file) => allows(file, python));
    if (files.length === 0)
        return (0,errors/* refused */.J5)(forbiddenPython(project, releases, release, python));
    const yanked = yankedOf(release);
    return (0,errors/* parsed */.Yz)({ version: release.version, files, ...(yanked === undefined ? {} : { yanked }) });
}
function newest(project, releases, python) {
    const offered = releases.filter((release) => yankedOf(release) === undefined);
    const final = offered.filter(({ version }) => !version.isPrerelease);
    const choice = newestFor(final, python);
    if (choice !== undefined) {
        return (0,errors/* parsed */.Yz)({ version: choice.version, files: choice.files.filter((file) => allows(file, python)) });
    }
    const [last] = final;
    if (last !== undefined)
        return (0,errors/* refused */.J5)(forbiddenPython(project, final, last, python));
    const offer = offered[0] ?? releases[0];
    return (0,errors/* refused */.J5)(offered.length > 0
        ? `${project.name} has only pre-releases on the index. "latest" means a final release: name a version, like "${offer.version.text}".`
        : `every version of ${project.name} was withdrawn. Name one to have it all the same, like "${offer.version.text}".`);
}
/** Newest first. */
function releasesOf(project) {
    const byText = new Map();
    for (const file of project.files) {
        // 1.0 and 1.0.0 are one release whose files are spelled differently.
        const key = (0,package_version/* releaseKey */.DR)(file.version);
        const release = byText.get(key) ?? { version: file.version, files: [] };
        release.files.push(file);
        byText.set(key, release);
    }
    return [...byText.values()].toSorted((left, right) => (0,package_version/* compareVersions */.Zy)(right.version, left.version));
}
/** The reason of its withdrawal; undefined where a file of it was not withdrawn. */
const yankedOf = ({ files }) => files.every(({ yanked }) => yanked !== undefined) ? files[0]?.yanked : undefined;
/**
 * Whether a file allows the Python. A minor release is allowed if its first or its last patch is, since the image's patch
 * is not known: `!=3.9.0,!=3.9.1` allows 3.9. Like pip, it ignores invalid specifiers.
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
/** Whether a file of it allows the Python. A release has hundreds of files, and most of them have one rule. */
const allowsSome = ({ files }, python) => [...new Map(files.map((file) => [file.requiresPython, file])).values()].some((file) => allows(file, python));
const newestFor = (releases, python) => releases.find((release) => allowsSome(release, python));
const textOf = ({ minor, patch }) => patch === undefined ? minor : `${minor}.${patch}`;
/** What the files of a release require of Python: `>=3.8`, or `>=3.8 or <3`. */
const rulesOf = ({ files }) => [...new Set(files.flatMap(({ requiresPython }) => requiresPython ?? []))].join(' or ');
function forbiddenPython(project, releases, release, python) {
    const rules = rulesOf(release);
    const usable = releases.filter(({ version, ...rest }) => !version.isPrerelease && yankedOf({ version, ...rest }) === undefined);
    const allowed = newestFor(usable, python);
    const offer = allowed === undefined
        ? `No version of it allows Python ${textOf(python)}: choose another python_version.`
        : `The newest version that allows Python ${textOf(python)} is ${allowed.version.text}.`;
    return `${project.name} ${release.version.text} does not allow Python ${textOf(python)}: it requires Python ${(0,shown/* shown */.S)(rules)}. ${offer}`;
}
function absentVersion(project, releases, wanted) {
    const offered = releases.filter((release) => yankedOf(release) === undefined);
    const nextNewer = offered.findLastIndex(({ version }) => (0,package_version/* compareVersions */.Zy)(version, wanted) > 0);
    const near = offered.slice(Math.max(0, nextNewer - 1), nextNewer + 3).map(({ version }) => version.text);
    const latest = offered.find(({ version }) => !version.isPrerelease)?.version.text;
    const listed = near.length === 0 ? '' : ` Nearest: ${near.toReversed().join(', ')}.`;
    const last = latest === undefined || near.includes(latest) ? '' : ` Newest: ${latest}.`;
    return `${project.name} has no version ${wanted.text} on the index.${(0,lost_zero/* lostZeroHint */.o)(project, wanted.text)}${listed}${last}`;
}


/***/ }),

/***/ 56862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ lostZero),
/* harmony export */   o: () => (/* binding */ lostZeroHint)
/* harmony export */ });
/* harmony import */ var _names_package_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29033);

/**
 * The version on the index that YAML reads as this one: `0.30` of `0.3`. Undefined where the text is not the shortest
 * form of a number, or every such version was withdrawn.
 */
function lostZero({ files }, written) {
    if (!/^(?:0|[1-9]\d*)\.\d*[1-9]$/.test(written))
        return undefined;
    return [`${written}0`, `${written}00`].find((text) => {
        const version = (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePackageVersion */ .g7)(text);
        return (version.ok &&
            files.some((file) => file.yanked === undefined && (0,_names_package_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(file.version, version.value) === 0));
    });
}
/** A sentence for a message that a version is not on the index, with a space before it; empty where YAML took no zero. */
function lostZeroHint(project, written) {
    const lost = lostZero(project, written);
    return lost === undefined ? '' : ` YAML reads ${lost} as ${written}: quote it, "${lost}".`;
}


/***/ }),

/***/ 88289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ parseNetrc),
/* harmony export */   v: () => (/* binding */ netrcEntries)
/* harmony export */ });
/** Parses netrc files, which pip, uv and curl read. By hand: only two of their words matter here. */
/**
 * The entry for this host. A `default` entry is ignored, since its credentials would go to any host.
 *
 * @param host without its port: netrc has no ports.
 */
function parseNetrc(text, host) {
    const match = netrcEntries(text).find((entry) => entry.host?.toLowerCase() === host.toLowerCase());
    return match && { username: match.username, password: match.password };
}
function netrcEntries(text) {
    const words = text
        .replace(/^\s*#.*$/gm, '')
        .replace(/^\s*macdef\b[\s\S]*?(?:\n[ \t]*\n|$(?![\s\S]))/gm, '')
        .split(/\s+/)
        .filter((word) => word !== '');
    const entries = [];
    const begin = (host) => entries.push({ host, username: '', password: '' });
    for (let at = 0; at < words.length; at += 1) {
        const word = words[at];
        const entry = entries.at(-1);
        if (word === 'default')
            begin(undefined);
        else if (word === 'machine')
            begin(words[(at += 1)] ?? '');
        else if (word === 'login' && entry !== undefined)
            entry.username = words[(at += 1)] ?? '';
        else if (word === 'password' && entry !== undefined)
            entry.password = words[(at += 1)] ?? '';
        else if (word === 'account')
            at += 1;
    }
    return entries;
}


/***/ }),

/***/ 70001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t1: () => (/* binding */ defaultIndexUrl),
  WE: () => (/* binding */ getPage),
  fi: () => (/* binding */ pageUrl),
  v8: () => (/* binding */ projectOf),
  Wh: () => (/* binding */ readProject),
  pc: () => (/* reexport */ request/* redacted */.pc)
});

// EXTERNAL MODULE: ./lib/names/package-name.js
var package_name = __webpack_require__(28066);
// EXTERNAL MODULE: ./lib/package-index/request.js
var request = __webpack_require__(21448);
// EXTERNAL MODULE: ./node_modules/htmlparser2/dist/Parser.js + 7 modules
var Parser = __webpack_require__(81600);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/package-index/filenames.js
var filenames = __webpack_require__(15879);
;// CONCATENATED MODULE: ./lib/package-index/simple.js
/** Parses a project's page of the simple API: HTML (PEP 503, 592, 658) or JSON (PEP 691, 700). */




/**
 * @param url of the page, for its relative links.
 * @throws Error when it is neither HTML nor JSON, or of a later major version of the API (PEP 629).
 */
function parseProject(name, body, contentType, url) {
    const isJson = /[/+]json\b/.test(contentType) || /^\s*\{/.test(body);
    const links = isJson ? jsonLinks(body, url) : htmlLinks(body, url);
    const project = (0,package_name/* normalizedName */.j8)(name);
    const files = links.flatMap(({ filename, url, sha256, requiresPython, yanked, size, uploaded }) => {
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
                ...(0,defined/* defined */.s)({ yanked, size, uploaded }),
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
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value) => (typeof value === 'string' ? value : undefined);
const numberOf = (value) => typeof value === 'number' && Number.isFinite(value) ? value : undefined;
function jsonLinks(body, base) {
    const page = JSON.parse(body);
    if (!isRecord(page) || !Array.isArray(page['files']))
        throw new Error('its JSON has no list of files (PEP 691)');
    if (isRecord(page['meta']))
        checkVersion(textOf(page['meta']['api-version']));
    return page['files'].filter(isRecord).flatMap((file) => {
        const filename = textOf(file['filename']);
        const url = textOf(file['url']);
        if (filename === undefined || url === undefined || !URL.canParse(url, base))
            return [];
        const yanked = file['yanked'] === true ? '' : textOf(file['yanked']);
        return [
            {
                filename,
                url: new URL(url, base).href,
                sha256: isRecord(file['hashes']) ? textOf(file['hashes']['sha256']) : undefined,
                requiresPython: textOf(file['requires-python']),
                yanked,
                size: numberOf(file['size']),
                uploaded: numberOf(Date.parse(textOf(file['upload-time']) ?? '')),
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




const defaultIndexUrl = 'https://pypi.org/simple';
/** Prefers JSON (PEP 691); an index with HTML alone ignores this header. */
const accept = [
    'application/vnd.pypi.simple.v1+json',
    'application/vnd.pypi.simple.v1+html;q=0.2',
    'text/html;q=0.1',
].join(', ');
/** URL of a project's page. @param indexUrl the root of a simple API: `https://packages.example.org/simple`. */
const pageUrl = (indexUrl, name) => `${indexUrl.replace(/\/+$/, '')}/${(0,package_name/* normalizedName */.j8)(name)}/`;
/** Asks for a project's page. Undefined where there is none. @throws Failure (station `index`). */
const getPage = (world, url, auth, known = {}, input) => (0,request/* get */.Jt)(world, url, { auth, accept, known, ...(input === undefined ? {} : { input }) });
/** @throws Failure (station `index`) where it is no page of an index. */
function projectOf(name, page, asked, input = 'index_url') {
    try {
        return parseProject(name, page.body, page.contentType, page.url);
    }
    catch (error) {
        throw (0,request/* failed */.gz)(`GET ${(0,request/* redacted */.pc)(asked)}: the answer is not a page of a package index: ${(0,request/* reason */.l)(error)}. ${input === 'index_url' ? 'index_url is' : 'What extra_indexes names is'} the root of a simple API, often ending in "/simple".`);
    }
}
/**
 * Reads a project; undefined when the index has none of this name.
 *
 * @param indexUrl the root of a simple API: `https://packages.example.org/simple`.
 * @throws Failure (station `index`) when the index cannot be reached, refuses, or answers with something else.
 */
async function readProject(world, indexUrl, name, auth) {
    const url = pageUrl(indexUrl, name);
    const answer = await getPage(world, url, auth);
    if (answer === undefined)
        return undefined;
    const { contentType, url: answered } = answer;
    return projectOf(name, { body: answer.body.toString('utf8'), contentType, url: answered }, url);
}


/***/ }),

/***/ 21448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ get),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   it: () => (/* binding */ authorization),
/* harmony export */   l: () => (/* binding */ reason),
/* harmony export */   pc: () => (/* binding */ redacted)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44247);
/** A GET from a package index, with retries; credentials go to their own host only. */


/** Milliseconds for an answer: a large project's page is some megabytes. */
const timeout = 60_000;
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
 * The answer, or undefined for a 404 or a 410.
 *
 * @throws Failure (station `index`) with method, address and status, when the retries are used up.
 */
function get(world, url, { auth, accept = '*/*', known = {}, input = 'index_url', }) {
    return (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .withRetries */ .LH)(async () => {
        // `fetch` drops the header on a redirect to another host.
        const headers = { accept, ...conditions(known), ...authorization(url, auth) };
        const response = await fetched(world, url, headers, input);
        const isUnchanged = response.status === 304 && Object.keys(conditions(known)).length > 0;
        if (response.status === 404 || response.status === 410) {
            await response.body?.cancel();
            return undefined;
        }
        if (!response.ok && !isUnchanged) {
            await response.body?.cancel();
            const temporary = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .isTemporaryStatus */ .wA)(response.status);
            const after = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .mu)(response.headers.get('retry-after'), world.clock.now());
            throw new IndexError(`the index answered ${response.status}${wayOut(response.status, url, auth, input)}`, temporary, after);
        }
        const bytes = await response.arrayBuffer().catch((error) => {
            throw new IndexError(`the answer broke off: ${reason(error)}`, true);
        });
        return {
            body: Buffer.from(bytes),
            contentType: response.headers.get('content-type') ?? '',
            url: response.url || url,
            etag: response.headers.get('etag') ?? undefined,
            lastModified: response.headers.get('last-modified') ?? undefined,
            isUnchanged,
            isPassing: /\bno-store\b/i.test(response.headers.get('cache-control') ?? ''),
            freshFor: freshFor(response.headers),
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
/** What a cache on the way has had for a while holds for so much less. */
function freshFor(headers) {
    const control = headers.get('cache-control') ?? '';
    if (/\bno-(?:cache|store)\b/i.test(control))
        return 0;
    const [, seconds = '0'] = /(?:^|[\s,])max-age="?(\d{1,9})/i.exec(control) ?? [];
    return Math.max(0, Number(seconds) - (Number(headers.get('age')) || 0));
}
const conditions = ({ etag, lastModified }) => ({
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
});
async function fetched(world, url, headers, input) {
    try {
        return await world.fetch(url, { headers, signal: AbortSignal.timeout(timeout) });
    }
    catch (error) {
        const why = reason(error);
        const isCertificate = /certificate|self.signed|CERT_/i.test(why);
        const wayOut = isCertificate
            ? "; when a company's own authority signed the index's certificate, name its PEM file as ca_bundle"
            : `; look at ${input}, the network and the proxy variables`;
        throw new IndexError(`the index cannot be reached: ${why}${wayOut}`, !isCertificate);
    }
}
function wayOut(status, url, auth, input) {
    if (status === 401 || status === 403) {
        return isFor(url, auth)
            ? `: it does not accept the credentials of ${JSON.stringify(auth.username)} for this package`
            : ': it wants credentials, and none were given for this host';
    }
    return (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .isTemporaryStatus */ .wA)(status) ? ': it is busy or out of order, try again later' : `: look at ${input}`;
}
const isFor = (url, auth) => auth !== undefined && URL.canParse(url) && new URL(url).host === auth.host;
function authorization(url, auth) {
    if (auth === undefined || !isFor(url, auth))
        return {};
    return { authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}` };
}
/** A URL for messages, without user, password and query. */
function redacted(url) {
    if (!URL.canParse(url))
        return 'an address that is no URL';
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
}
/** The message of the innermost cause: `fetch` itself says only "fetch failed". */
function reason(error) {
    let innermost = error;
    while (innermost instanceof Error && innermost.cause !== undefined)
        innermost = innermost.cause;
    if (!(innermost instanceof Error))
        return String(innermost);
    return innermost.message || ('code' in innermost ? String(innermost.code) : innermost.name);
}
const failed = (message) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([{ station: 'index', message }]);


/***/ }),

/***/ 49164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gw: () => (/* binding */ ancestorsOf),
/* harmony export */   KV: () => (/* binding */ policyFor),
/* harmony export */   c1: () => (/* binding */ groupsOf)
/* harmony export */ });
const policyFor = ({ policy, policies }, id) => policies?.[id] ?? policy;
/**
 * Images that are connected through parents, in the order of the plan. Groups are independent of each other.
 *
 * @throws Error where a parent is not in the plan or comes after its child, or two images have one id: whoever made the
 * plan is wrong.
 */
function groupsOf(images) {
    const groups = new Map();
    for (const image of images) {
        const { content, id, parents } = image;
        const named = content.kind === 'dockerfile' ? Object.values(content.parents) : [];
        const missing = named.find((parent) => !parents.includes(parent));
        if (missing !== undefined)
            throw new Error(`${id} stands on ${missing}, which is not among its parents`);
        if (groups.has(image.id))
            throw new Error(`the plan has two images ${image.id}`);
        const joined = [...new Set(image.parents.map((parent) => groupOf(groups, image, parent)))];
        const group = [...joined.flat(), image];
        for (const { id } of group)
            groups.set(id, group);
    }
    const order = (one) => images.indexOf(one);
    return [...new Set(groups.values())].map((group) => group.toSorted((a, b) => order(a) - order(b)));
}
function groupOf(groups, child, parent) {
    const group = groups.get(parent);
    if (group === undefined)
        throw new Error(`the plan has no ${parent} before ${child.id}, whose parent it is`);
    return group;
}
/** All images that one stands on, directly or not. */
function ancestorsOf(images, id) {
    const ancestors = new Set();
    const visit = (one) => {
        for (const parent of images.find((image) => image.id === one)?.parents ?? []) {
            if (ancestors.has(parent))
                continue;
            ancestors.add(parent);
            visit(parent);
        }
    };
    visit(id);
    return ancestors;
}


/***/ }),

/***/ 39633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PN: () => (/* binding */ pushes),
/* harmony export */   br: () => (/* binding */ needsTodaysBase),
/* harmony export */   tk: () => (/* binding */ compares),
/* harmony export */   y0: () => (/* binding */ asksRegistries)
/* harmony export */ });
/** Whether registries are written to. */
const pushes = ({ target }) => target.kind === 'push';
/** Whether registries are asked for more than the bases. */
const asksRegistries = ({ target }) => ['push', 'trial'].includes(target.kind);
/** Whether what is there already is looked at: in registries, or in the engine's store. */
const compares = (policy) => asksRegistries(policy) || policy.target.kind === 'engine';
/** Whether anything is built or compared; else an image that exists is enough. */
const needsTodaysBase = (policy) => !pushes(policy) || policy.rebuild === 'stale' || policy.rebuild === 'always';


/***/ }),

/***/ 10501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H8: () => (/* binding */ platformsToDrop),
/* harmony export */   KT: () => (/* binding */ retryWithFewerPlatforms),
/* harmony export */   ZA: () => (/* binding */ failedOf),
/* harmony export */   p8: () => (/* binding */ noteDropped)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29885);
/** Which platforms an image is made without, where something fails for those alone that it can do without. */


/** Undefined where it may be about all. */
function platformsOf({ platforms, about }) {
    // Problems of checks are about their platform.
    const named = (platforms ?? [about ?? '']).flatMap((text) => {
        const platform = (0,_names_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL)(text);
        return platform.ok ? [platform.value] : [];
    });
    return platforms === undefined && named.length === 0 ? undefined : named;
}
/** Platforms that problems are known to be about. */
const failedOf = ({ problems }) => [
    ...new Set(problems.flatMap((problem) => platformsOf(problem) ?? [])),
];
/**
 * Platforms to go on without after a failure; undefined where it stands, since it is about others, too. Of a build it may not
 * be known for which platform it failed: then it is tried without all that are optional.
 *
 * @param tried platforms that the work was for.
 */
function platformsToDrop({ optional = [], part }, tried, { problems }) {
    const known = problems.map((problem) => platformsOf(problem)?.filter((one) => tried.includes(one)));
    const isKnown = known.every((platforms) => platforms !== undefined && platforms.length > 0);
    if (!isKnown && problems.some(({ station }) => station !== 'build'))
        return undefined;
    const without = isKnown
        ? failedOf({ problems }).filter((platform) => tried.includes(platform))
        : tried.filter((platform) => optional.includes(platform));
    const may = without.length > 0 && without.every((platform) => optional.includes(platform));
    // Of a part nothing may be left: other parts have what the image needs.
    return may && (part !== undefined || without.length < tried.length) ? without : undefined;
}
/** Writes down why they are given up; each with the problems that are about it. */
function noteDropped({ journal, world: { log } }, dropped, { problems }) {
    for (const platform of dropped) {
        const own = problems.filter((problem) => platformsOf(problem)?.includes(platform) ?? true);
        journal.add({ is: 'dropped', platform, problems: own });
        log.info(`without  ${platform}, which is optional: ${own[0]?.message ?? ''}`);
    }
}
/**
 * Does work for the platforms of an image, and again for fewer as long as it fails for those alone that the image can do
 * without.
 *
 * @param dropped those that are given up already. @param work is told of all that are.
 * @throws what the work throws otherwise.
 */
async function retryWithFewerPlatforms(image, dropped, work, onDrop = () => { }) {
    try {
        return await work(dropped);
    }
    catch (error) {
        const tried = image.platforms.filter((platform) => !dropped.includes(platform));
        const more = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? platformsToDrop(image, tried, error) : undefined;
        if (more === undefined)
            throw error;
        onDrop(more, error);
        return retryWithFewerPlatforms(image, [...dropped, ...more], work, onDrop);
    }
}


/***/ }),

/***/ 3495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ note)
/* harmony export */ });
const note = ({ session }, text) => session.journal.add({ is: 'note', text });


/***/ }),

/***/ 85291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kb: () => (/* binding */ dayOf),
  EM: () => (/* binding */ resolveFor),
  iJ: () => (/* binding */ resolveOn),
  SQ: () => (/* binding */ unlockedNote),
  ym: () => (/* binding */ withWheelIndexes)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/marker.js
var names_marker = __webpack_require__(97412);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/names/python-version.js
var python_version = __webpack_require__(76117);
// EXTERNAL MODULE: ./lib/package-index/choose.js + 1 modules
var choose = __webpack_require__(69503);
// EXTERNAL MODULE: ./lib/package-index/filenames.js
var filenames = __webpack_require__(15879);
// EXTERNAL MODULE: ./lib/lock/markers.js
var markers = __webpack_require__(26072);
// EXTERNAL MODULE: ./lib/lock/wheel-tags.js
var wheel_tags = __webpack_require__(76484);
;// CONCATENATED MODULE: ./lib/lock/other-wheels.js
/** Adds built wheels of other indexes to a lock, where the index that it was resolved with has none for a platform. */







/**
 * Versions stay those of the lock: an index of wheels can add a file to a release, and no release. A file without a sha256
 * is not taken, since nothing would hold it to what was looked at; neither is one for any platform, since pure Python is
 * built once for all.
 *
 * @param indexesOf where wheels of a package for a platform are looked for, in this order.
 */
async function withOtherWheels(lock, facts, indexesOf) {
    const packages = await Promise.all(lock.packages.map(async (entry) => {
        const found = await Promise.all(facts
            .filter((base) => lacksWheel(entry, base))
            .map((base) => otherWheel(entry, base, indexesOf(entry.name, base.platform))));
        const added = new Map(found.flatMap((wheel) => (wheel === undefined ? [] : [[wheel.sha256, wheel]])));
        return added.size === 0 ? entry : { ...entry, wheels: [...entry.wheels, ...added.values()] };
    }));
    const changed = packages.filter((entry, at) => entry !== lock.packages[at]);
    return changed.length === 0 ? lock : { ...lock, packages, text: changed.reduce(insert, lock.text) };
}
function lacksWheel({ name, version, marker, wheels }, base) {
    const parsed = marker === undefined ? undefined : (0,names_marker/* parseMarker */.g)(marker);
    const applies = parsed === undefined ||
        (parsed.ok && (0,names_marker/* evaluate */._)(parsed.value, (0,markers/* markerEnvironment */.w)(base.platform, base.python)));
    return (applies && !(0,package_version/* isSameVersion */.p)(base.installed[name] ?? '', version) && (0,wheel_tags/* bestWheel */.yJ)(wheels, base) === undefined);
}
async function otherWheel({ name, version }, base, indexes) {
    const [wanted, python] = [(0,package_version/* parsePackageVersion */.g7)(version), (0,python_version/* parsePythonVersion */.yn)(base.python)];
    if (!wanted.ok || !python.ok)
        return undefined;
    for (const index of indexes) {
        const files = (await index.project(name))?.files ?? [];
        const candidates = files.flatMap((file) => {
            const { filename, url, sha256 } = file;
            const fits = file.kind === 'wheel' &&
                (0,package_version/* compareVersions */.Zy)(file.version, wanted.value) === 0 &&
                file.yanked === undefined &&
                (0,choose/* allows */.NB)(file, python.value) &&
                (0,filenames/* parseWheelName */.C)(filename)?.platforms.includes('any') === false;
            return fits && sha256 !== undefined ? [{ filename, url, sha256, from: index.name }] : [];
        });
        const wheel = (0,wheel_tags/* bestWheel */.yJ)(candidates, base);
        if (wheel !== undefined)
            return wheel;
    }
    return undefined;
}
/** Writes the wheels of a package that are of another index into the text. */
function insert(text, { name, version, wheels }) {
    const added = wheels
        .filter(({ from }) => from !== undefined)
        .map(({ url, sha256 }) => `{ url = ${JSON.stringify(url)}, hashes = { sha256 = "${sha256}" } }`)
        .join(', ');
    return text
        .split(/^(?=\[\[packages\]\])/m)
        .map((block) => {
        if (!block.includes(`\nname = "${name}"\n`) || !block.includes(`\nversion = "${version}"\n`))
            return block;
        return /^wheels = \[/m.test(block)
            ? block.replace(/^wheels = \[/m, () => `wheels = [${added}, `)
            : `${block.trimEnd()}\nwheels = [${added}]\n${/\n*$/.exec(block)[0].slice(1)}`;
    })
        .join('');
}

// EXTERNAL MODULE: ./lib/lock/split.js
var split = __webpack_require__(67639);
// EXTERNAL MODULE: ./lib/lock/uv-errors.js
var uv_errors = __webpack_require__(42534);
// EXTERNAL MODULE: ./lib/advisories/findings.js
var advisories_findings = __webpack_require__(409);
// EXTERNAL MODULE: ./lib/once.js
var once = __webpack_require__(4986);
;// CONCATENATED MODULE: ./lib/recipe/cooldown.js
/**
 * Holds back releases of requirements that are too young: each is excluded by a constraint, and it is resolved again. uv's
 * own `--exclude-newer` takes an index that says no times for an empty one, knows nothing of what is pinned by the package
 * itself, and does not say what it left out.
 */




/** The same question with young releases held back. @param ask resolves. */
function cooled(ask, cooling) {
    const youngOf = (0,once/* onceFor */.b)((name) => name, async (name) => youngVersions(await cooling.project(name), cooling));
    // Of the lock that was made last: an earlier one was not taken.
    let notes = [];
    return {
        notes: () => notes,
        ask: async (constraints) => {
            const free = await ask(constraints);
            if (free === undefined)
                return undefined;
            const held = await holdBack(ask, free, constraints, new Set(), cooling, youngOf);
            const urgent = await urgentNames(held, cooling, youngOf);
            const last = urgent.size === 0
                ? held
                : await holdBack(ask, free, constraints, new Set(urgent.keys()), cooling, youngOf);
            notes = await notesOf(free, last, urgent, youngOf);
            return last.lock;
        },
    };
}
async function holdBack(ask, free, constraints, urgent, { distribution, already }, youngOf) {
    const excluded = new Map();
    const needed = new Set();
    const without = (more) => ask([...constraints, ...exclusions(new Map([...excluded, ...more]))]);
    let lock = free;
    for (;;) {
        const next = new Map();
        for (const { name, version } of lock.packages) {
            const isFree = name === distribution ||
                urgent.has(name) ||
                needed.has(name) ||
                already.includes(`${name}==${version}`);
            if (isFree || excluded.has(name))
                continue;
            const young = await youngOf(name);
            if (!young.has(version))
                continue;
            // A pre-release in a constraint would allow pre-releases of the package.
            const isAsked = (text) => text === version || !isPrerelease(text);
            next.set(name, [...young.keys()].filter((text) => isAsked(text) && !already.includes(`${name}==${text}`)));
        }
        if (next.size === 0)
            return { lock, excluded, needed };
        const found = await orNoSolution(() => without(next));
        if (found !== undefined) {
            for (const [name, versions] of next)
                excluded.set(name, versions);
            lock = found;
            continue;
        }
        // What has no older release that does is needed; most often it is one that is pinned by what comes with it.
        const alone = await Promise.all([...next].map(async (entry) => {
            const may = next.size > 1 && (await orNoSolution(() => without(new Map([entry])))) !== undefined;
            return [entry, may];
        }));
        const may = new Map(alone.flatMap(([entry, one]) => (one ? [entry] : [])));
        const all = may.size === 0 ? undefined : await orNoSolution(() => without(may));
        for (const [name, versions] of next) {
            if (all !== undefined && may.has(name))
                excluded.set(name, versions);
            else
                needed.add(name);
        }
        lock = all ?? lock;
    }
}
const exclusions = (excluded) => [...excluded].map(([name, versions]) => `${name}${versions.map((one) => `!=${one}`).join(',')}`).toSorted();
async function orNoSolution(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof uv_errors/* NoSolution */.JW)
            return undefined;
        throw error;
    }
}
const isPrerelease = (text) => {
    const version = (0,package_version/* parsePackageVersion */.g7)(text);
    return version.ok && version.value.isPrerelease;
};
/** A version is as old as its first file. Of an index that says no times, nothing is young. */
function youngVersions(project, { since, cooldown }) {
    const times = new Map();
    for (const { version, uploaded } of project?.files ?? []) {
        const before = times.has(version.text) ? times.get(version.text) : Infinity;
        times.set(version.text, uploaded === undefined || before === undefined ? undefined : Math.min(before, uploaded));
    }
    return new Map([...times].flatMap(([text, time]) => time !== undefined && time > since ? [[text, time + cooldown]] : []));
}
/** Held back packages of which a younger release mends an advisory: name to its id. An outage makes nothing urgent. */
async function urgentNames({ lock, excluded }, { advisories, day }, youngOf) {
    const releases = lock.packages.flatMap(({ name, version }) => excluded.has(name) ? [{ ecosystem: 'PyPI', name, version }] : []);
    if (advisories === undefined || releases.length === 0)
        return new Map();
    const { service, policy } = advisories;
    const answers = await service.ask(releases);
    const packages = releases.map((one) => ({
        ...one,
        owner: 'requirement',
        reach: 'run',
        platforms: [],
    }));
    const { findings } = (0,advisories_findings/* findingsOf */.WX)({ image: { packages, unknown: [] }, answers, policy, day });
    const urgent = new Map();
    for (const { name, id, mend } of (0,advisories_findings/* counting */.Mr)(findings, policy)) {
        if (mend.kind !== 'bump')
            continue;
        const young = await youngOf(name);
        if ([...young.keys()].some((text) => isAtLeast(text, mend.to)))
            urgent.set(name, id);
    }
    return urgent;
}
function isAtLeast(text, least) {
    const [version, bound] = [(0,package_version/* parsePackageVersion */.g7)(text), (0,package_version/* parsePackageVersion */.g7)(least)];
    return version.ok && bound.ok && (0,package_version/* compareVersions */.Zy)(version.value, bound.value) >= 0;
}
async function notesOf(free, { lock, needed }, urgent, youngOf) {
    const notes = [];
    for (const { name, version } of free.packages) {
        const until = (await youngOf(name)).get(version);
        if (until === undefined)
            continue;
        const taken = lock.packages.filter((one) => one.name === name);
        const isTaken = taken.some((one) => (0,package_version/* isSameVersion */.p)(one.version, version));
        const day = new Date(until).toISOString().slice(0, 16).replace('T', ' ');
        if (!isTaken) {
            const instead = taken.map((one) => one.version).join(' and ');
            const result = instead === '' ? 'what is taken does not need it' : `${instead} is taken`;
            notes.push(`cooldown: ${name} ${version} is held back until ${day} UTC, and ${result}`);
        }
        else if (urgent.has(name)) {
            notes.push(`cooldown: ${name} ${version} is taken although it is young, for it mends ${urgent.get(name)}`);
        }
        else if (needed.has(name)) {
            notes.push(`cooldown: ${name} ${version} is taken although it is young, for no older release does`);
        }
    }
    return notes;
}

;// CONCATENATED MODULE: ./lib/recipe/resolve.js





/**
 * Resolves for a base of which the facts are known, such as those that an image says of its own. Undefined where nothing
 * can be locked: then pip resolves on each platform.
 */
async function resolveFor(session, packages, facts, context = { already: [] }) {
    const { resolve, packageIndex } = session;
    const free = (constraints) => resolve({ packages, constraints });
    const held = coolingOf(session, packages, context);
    const { ask, notes } = held === undefined ? { ask: free, notes: () => [] } : cooled(free, held);
    const first = await ask([]);
    if (first === undefined)
        return undefined;
    const { lock: own, replaced } = await keepBase(ask, first, facts);
    const lock = await withWheelIndexes({ packageIndex }, packages, own, facts);
    const cooldownNotes = notes();
    return {
        packages,
        lock,
        replaced,
        facts,
        requirements: facts.map((one) => (0,split/* splitRequirements */.p)(lock, one)),
        ...(cooldownNotes.length === 0 ? {} : { cooldownNotes }),
    };
}
/** Undefined where nothing is held back: what a project has locked is as old as its lock. */
function coolingOf({ packageIndex, advisories, begun }, packages, { already, advisories: policy }) {
    const { cooldown, distribution, pins } = packages;
    if (cooldown === undefined || pins !== undefined)
        return undefined;
    return {
        since: begun - cooldown * 1000,
        cooldown: cooldown * 1000,
        distribution,
        already,
        project: packageIndex(packages).project,
        day: dayOf(begun),
        ...(policy === undefined ? {} : { advisories: { service: advisories(policy.url), policy } }),
    };
}
/** `2026-12-01`, of UTC. */
const dayOf = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);
/** Adds wheels of other indexes to a lock. A project that has locked its files is installed from those. */
const withWheelIndexes = async ({ packageIndex }, packages, lock, facts) => packages.pins === undefined && packages.extraIndexes !== undefined
    ? withOtherWheels(lock, facts, packageIndex(packages).wheelIndexes)
    : lock;
/** The same for a base as it is today, whose facts are read. @param beside as `readFacts` has it. */
async function resolveOn(session, packages, base, platforms, { context, beside } = {}) {
    const [facts] = await (0,errors/* gather */.kg)([
        session.facts(base, platforms, beside),
        session.resolve({ packages, constraints: [] }),
    ]);
    const { present } = packages;
    const all = facts.map((one) => ({
        ...one,
        installed: { ...one.installed, ...present?.[one.platform] },
    }));
    return resolveFor(session, packages, all, context);
}
const unlockedNote = ({ distribution, python }) => `${distribution} must be built to say what it needs, and the resolver does not run on Python ${python.minor}: pip installs on each platform by itself, under emulation where it is foreign, and nothing is locked`;
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
        if (!(error instanceof uv_errors/* NoSolution */.JW))
            throw error;
    }
    return { lock, replaced: moved.map(({ name }) => name) };
}


/***/ }),

/***/ 45650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ decisionOrder)
/* harmony export */ });
/** What does most comes first: that is said of an image that goes to several repositories. */
const decisionOrder = ['build', 'rebase', 'sign', 'retag', 'keep'];


/***/ }),

/***/ 25449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bx: () => (/* binding */ baseOf),
  kN: () => (/* binding */ checksBaseOf),
  lB: () => (/* binding */ observe_observe),
  pC: () => (/* binding */ observeAgain),
  YF: () => (/* binding */ observeImagePlaces),
  HU: () => (/* binding */ observePlaces)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/decide/aliases.js
var aliases = __webpack_require__(10244);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/dockerfile/base-fault.js
var base_fault = __webpack_require__(58996);
// EXTERNAL MODULE: ./lib/dockerfile/custom.js + 1 modules
var custom = __webpack_require__(63581);
// EXTERNAL MODULE: ./lib/dockerfile/instructions.js
var dockerfile_instructions = __webpack_require__(37917);
;// CONCATENATED MODULE: ./lib/dockerfile/no-layer.js
/** Finds an image without a single layer: builders export none, or none that could be checked. */

const makesLayer = new Set(['ADD', 'COPY', 'RUN', 'WORKDIR']);
/** Line of the last FROM, where it is `scratch` and its stage adds nothing. */
function stageWithoutLayer(text) {
    const { instructions } = (0,dockerfile_instructions/* readInstructions */.KK)(text);
    const at = instructions.findLastIndex(({ keyword }) => keyword === 'FROM');
    const last = instructions[at];
    if (last === undefined || !/^(?:--platform=\S+\s+)?scratch(?:\s|$)/.test(last.rest))
        return undefined;
    return instructions.slice(at + 1).some(({ keyword }) => makesLayer.has(keyword)) ? undefined : last.line;
}

// EXTERNAL MODULE: ./lib/dockerfile/stage-fault.js
var stage_fault = __webpack_require__(31601);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
// EXTERNAL MODULE: ./lib/names/nearest.js
var nearest = __webpack_require__(13114);
// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/registry/errors.js + 1 modules
var registry_errors = __webpack_require__(48110);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/dockerfile/offered-mounts.js
var offered_mounts = __webpack_require__(77792);
// EXTERNAL MODULE: ./lib/dockerfile/context-sources.js
var context_sources = __webpack_require__(17278);
;// CONCATENATED MODULE: ./lib/dockerfile/shell-commands.js
/**
 * Splits a script of a POSIX shell into simple commands, without running anything: every branch of a condition counts. By
 * hand: parsers of bash on npm are for whole programs and megabytes large, and this needs words alone.
 */
/** Words that stand before a command, and are none. */
const reserved = new Set(['!', '{', '}', 'then', 'do', 'else', 'elif', 'if', 'while', 'until', 'time']);
function shellCommands(script) {
    const commands = [[]];
    const text = script.replaceAll(/\\\r?\n/g, '');
    let word = '';
    const endWord = () => {
        if (word !== '')
            commands.at(-1).push(word);
        word = '';
    };
    let at = 0;
    while (at < text.length) {
        const char = text[at];
        if (/\s/.test(char)) {
            endWord();
            if (char === '\n')
                commands.push([]);
            at += 1;
        }
        else if (char === '#' && word === '') {
            const end = text.indexOf('\n', at);
            at = end < 0 ? text.length : end;
        }
        else if (/[;|()]/.test(char) || (char === '&' && !/[<>]$/.test(word) && text[at + 1] !== '>')) {
            endWord();
            commands.push([]);
            at += 1;
        }
        else {
            const end = pieceEnd(text, at);
            word += text.slice(at, end);
            at = end;
        }
    }
    endWord();
    return commands
        .map((words) => withoutRedirections(words.slice(words.findIndex((one) => !reserved.has(one)))))
        .filter((words) => words.length > 0 && !reserved.has(words[0]));
}
/** Where the quoted text, the substitution or the character ends that begins at `at`. */
function pieceEnd(text, at) {
    const char = text[at];
    if (char === '\\')
        return Math.min(at + 2, text.length);
    if (char === "'")
        return endOr(text, text.indexOf("'", at + 1) + 1);
    if (char === '"') {
        for (let end = at + 1; end < text.length; end += 1) {
            if (text[end] === '\\')
                end += 1;
            else if (text[end] === '"')
                return end + 1;
            else if (text.startsWith('$(', end))
                end = substitutionEnd(text, end) - 1;
        }
        return text.length;
    }
    if (text.startsWith('$(', at))
        return substitutionEnd(text, at);
    if (text.startsWith('${', at))
        return endOr(text, text.indexOf('}', at) + 1);
    if (char === '`')
        return endOr(text, text.indexOf('`', at + 1) + 1);
    return at + 1;
}
const endOr = (text, end) => (end === 0 ? text.length : end);
function substitutionEnd(text, at) {
    let depth = 0;
    for (let end = at + 1; end < text.length; end += 1) {
        if (text[end] === '(')
            depth += 1;
        else if (text[end] === ')' && (depth -= 1) === 0)
            return end + 1;
    }
    return text.length;
}
function withoutRedirections(words) {
    const kept = [];
    for (let at = 0; at < words.length; at += 1) {
        const [, target] = /^(?:\d*|&)(?:>>?|<|>\||<>|>&|<&)(.*)$/s.exec(words[at]) ?? [];
        if (target === undefined)
            kept.push(words[at]);
        else if (target === '')
            at += 1;
    }
    return kept;
}

// EXTERNAL MODULE: ./lib/dockerfile/words.js + 1 modules
var words = __webpack_require__(15743);
;// CONCATENATED MODULE: ./lib/dockerfile/pip-installs.js
/** Finds what the RUN instructions of a Dockerfile have pip or uv install. */



/** @param shell words of the SHELL that holds for it. */
function pipInstalls(instruction, get, shell = ['/bin/sh', '-c']) {
    const { rest, heredocs } = instruction;
    if (![rest, ...heredocs].some((text) => mayInstall.test(text)))
        return { is: 'read', installs: [] };
    const exec = (0,dockerfile_instructions/* jsonWords */.WY)(rest);
    if (exec !== undefined) {
        const script = scriptOf(exec);
        if (script !== undefined)
            return ofScript(script, get);
        // No shell expands these words.
        const quoted = exec.map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
        return gathered([installOf(quoted, () => undefined)]);
    }
    if (!isShell(shell[0] ?? ''))
        return left(`SHELL ${shell[0]} is no shell that is read here`);
    if (heredocs.length === 0)
        return ofScript(rest, get);
    const first = shellCommands(rest.replace(/<<.*$/s, '')).at(0) ?? [];
    const isScript = first.length === 0 || (isShell(first[0]) && !first.slice(1).some((word) => !word.startsWith('-')));
    const interpreter = /^#!\s*(?:\/usr\/bin\/env\s+)?(\S+)/.exec(heredocs[0] ?? '')?.[1];
    const words = rest.split(/\s+/).filter((word) => dockerfile_instructions/* heredocWord */.hd.test(word));
    if (!isScript || words.length !== 1 || (interpreter !== undefined && !isShell(interpreter)))
        return left('its heredoc is no script of a shell');
    return ofScript(heredocs[0], get);
}
const left = (why) => ({ is: 'left', why });
/** The words of every form that is read, and of some that are not. */
const mayInstall = /\b(?:pip[\d.]*|uv)\b[^]*\binstall\b/;
const isShell = (word) => /^(?:\S*\/)?(?:ba|da|a|z|k)?sh$/.test(word);
/** The script of `sh -c SCRIPT`, of words without their quotes. */
function scriptOf(words) {
    if (!isShell(words[0] ?? ''))
        return undefined;
    const at = words.findIndex((word) => /^-\w*c$/.test(word));
    return at < 0 ? undefined : words.slice(at + 1).find((word) => !word.startsWith('-'));
}
function ofScript(script, get) {
    const found = [];
    // Of variables that the script sets itself, the value is another one at each place.
    const set = new Set();
    const known = (name) => (set.has(name) ? null : get(name));
    for (const command of shellCommands(script)) {
        const words = withoutPrefixes(command, set);
        const inner = scriptOf(words.map((word, at) => (at === 0 ? word : withoutQuotes(word))));
        if (inner === undefined) {
            found.push(installOf(words, known, command));
            continue;
        }
        const nested = ofScript(inner, known);
        if (nested.is === 'left')
            return nested;
        found.push(...nested.installs);
    }
    return gathered(found);
}
function gathered(found) {
    const why = found.find((one) => typeof one === 'string');
    if (why !== undefined)
        return left(why);
    return { is: 'read', installs: found.filter((one) => typeof one === 'object') };
}
/** Quotes are those of the outer shell; of what is in them, the inner one expands what the outer one does not. */
const withoutQuotes = (word) => word.replaceAll(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs, (_, single, double, escaped) => single ?? double?.replaceAll(/\\(["$`\\])/g, '$1') ?? escaped ?? '');
const assignment = /^(?:export|declare|local)?\s*([A-Za-z_]\w*)=/;
const wrappers = /^(?:\S*\/)?(?:sudo|exec|env|nice|command|xargs|builtin|nohup|ionice|catchsegv)$/;
function withoutPrefixes(command, set) {
    let at = 0;
    for (; at < command.length; at += 1) {
        const word = command[at];
        const [, name] = assignment.exec(word) ?? [];
        if (name !== undefined) {
            // Only where no command follows, it stays set; those of one command do not change its own words.
            if (command.slice(at).every((other) => assignment.test(other)))
                set.add(name);
            continue;
        }
        if (wrappers.test(word)) {
            while (command[at + 1]?.startsWith('-') === true)
                at += 1;
            continue;
        }
        break;
    }
    const words = command.slice(at);
    if (words[0] === 'export')
        for (const word of words.slice(1))
            set.add(word.split('=')[0]);
    if (words[0] === 'for' || words[0] === 'read')
        for (const word of words.slice(1))
            set.add(word);
    return words;
}
/** Options of pip and uv with a value, besides those that are looked at. */
const valued = new Set('--target -t --prefix --root --src --cache-dir --trusted-host --upgrade-strategy --progress-bar --timeout --retries --proxy --cert --client-cert --log --exists-action --use-feature --use-deprecated --report --resume-retries --keyring-provider --resolution --prerelease --link-mode --index-strategy --exclude-newer --allow-insecure-host --group --find-links -f --only-binary --build-constraint --build-constraints -b --directory --project --color --uploaded-prior-to'.split(' '));
/** Options with which another thing is installed than is locked here, or it is compiled in another way. */
const other = new Set('--no-binary --prefer-binary --no-build --only-build --require-hashes --config-settings --config-setting -C --global-option --build-option --no-index --platform --python-version --python-platform --implementation --abi --python -p --no-build-isolation --config-file --no-config --isolated --only-final --override --overrides --system-certs'.split(' '));
const harmlessOther = new Set(['--no-build-isolation', '--system-certs']);
const indexOptions = new Set('--index-url -i --extra-index-url --index --default-index'.split(' '));
const indexVariable = /^(?:PIP_(?:EXTRA_)?INDEX_URL|UV_(?:DEFAULT_|EXTRA_)?INDEX(?:_URL)?)$/;
const otherVariable = /^(?:PIP_(?:NO_BINARY|PREFER_BINARY|REQUIRE_HASHES|CONFIG_SETTINGS?|GLOBAL_OPTION|NO_INDEX|CONFIG_FILE|PLATFORM|PYTHON_VERSION|FIND_LINKS)|UV_(?:NO_BINARY|NO_BUILD|REQUIRE_HASHES|NO_INDEX|NO_CONFIG|CONFIG_FILE|PYTHON|FIND_LINKS)\w*|(?:C|CXX|CPP|LD|ARCH|RUST)FLAGS|CC|CXX)$/;
/** @param command with its prefixes, which may set variables. */
function installOf(words, get, command = []) {
    const called = callOf(words.map(withoutQuotes));
    if (called === undefined)
        return undefined;
    const { tool, from } = called;
    const requirements = [];
    const requirementFiles = [];
    const constraintFiles = [];
    const unknown = [];
    const indexes = [];
    for (const word of command) {
        const [, name = ''] = assignment.exec(word) ?? [];
        if (indexVariable.test(name))
            indexes.push(pip_installs_valueOf(word.slice(word.indexOf('=') + 1), get));
        if (otherVariable.test(name))
            return `${name} is set for it`;
    }
    for (let at = from; at < words.length; at += 1) {
        const raw = words[at];
        const option = raw.startsWith('-') ? optionOf(raw) : undefined;
        if (option === undefined) {
            const value = pip_installs_valueOf(raw, get);
            if (value === null)
                unknown.push(raw);
            // What is not quoted may be several words, or none.
            else
                requirements.push(...(/["']/.test(raw) ? [value] : value.split(/\s+/)).filter((one) => one !== ''));
            continue;
        }
        const { name } = option;
        if (other.has(name) && !harmlessOther.has(name))
            return `${name} is given`;
        const isFile = ['-r', '--requirement', '--requirements', '-c', '--constraint', '--constraints'].includes(name);
        const isIndex = indexOptions.has(name);
        const isPath = name === '-e' || name === '--editable';
        if (!isFile && !isIndex && !isPath && !valued.has(name))
            continue;
        const written = option.value ?? words[(at += 1)] ?? '';
        const value = pip_installs_valueOf(written, get);
        if (isIndex)
            indexes.push(value);
        else if (isPath)
            unknown.push(`${name} ${written}`);
        else if (isFile && value === null)
            unknown.push(`${name} ${written}`);
        else if (isFile)
            (/^-?-c/.test(name) ? constraintFiles : requirementFiles).push(value);
    }
    return { tool, requirements, requirementFiles, constraintFiles, unknown, indexes };
}
function callOf(words) {
    const [program = ''] = words;
    const named = program.split('/').at(-1) ?? '';
    let at = 1;
    let tool = 'pip';
    const skip = () => {
        while (words[at]?.startsWith('-') === true)
            at += valued.has(words[at]) ? 2 : 1;
    };
    if (/^python[\d.]*$/.test(named)) {
        const module = words.findIndex((word, index) => index > 0 && /^-\w*m$/.test(word));
        if (module < 0 || !/^pip[\d.]*$/.test(words[module + 1] ?? ''))
            return undefined;
        if (words.slice(1, module).some((word) => !word.startsWith('-')))
            return undefined;
        at = module + 2;
    }
    else if (named === 'uv') {
        tool = 'uv';
        skip();
        if (words[at] !== 'pip')
            return undefined;
        at += 1;
    }
    else if (!/^pip[\d.]*$/.test(named))
        return undefined;
    skip();
    return words[at] === 'install' ? { tool, from: at + 1 } : undefined;
}
function optionOf(word) {
    const [, name = word, value] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? /^(-[rcifteC])(.+)$/s.exec(word) ?? [];
    return value === undefined ? { name } : { name, value };
}
/** Null where a command says what it is, or a variable that is not known here. */
function pip_installs_valueOf(word, get) {
    const bare = word.replaceAll(/'[^']*'/g, '');
    return /\$\(|`/.test(bare) ? null : (0,words/* expand */.fT)(word, get, '\\');
}
/** Whether an ENV or an ARG of this name changes where pip looks or what it takes. */
const configuresPip = (name) => indexVariable.test(name) || otherVariable.test(name);

// EXTERNAL MODULE: ./lib/dockerfile/scope.js
var dockerfile_scope = __webpack_require__(40102);
// EXTERNAL MODULE: ./lib/dockerfile/stages.js
var dockerfile_stages = __webpack_require__(83407);
;// CONCATENATED MODULE: ./lib/dockerfile/pip-steps.js






/** @param platforms of the build. What their steps ask for is put together. */
function readPipSteps(text, buildArguments, platforms, triggers = {}) {
    const read = platforms.map((platform) => readForPlatform(text, buildArguments, platform, triggers));
    const lines = [...new Set(read.flatMap(({ steps }) => steps.map(({ line }) => line)))];
    const left = read.flatMap((one) => one.left);
    const steps = [];
    for (const line of lines) {
        const same = read.flatMap((one) => one.steps.filter((step) => step.line === line));
        const [first] = same;
        if (first === undefined || left.some((one) => one.line === line))
            continue;
        if (new Set(same.map(({ base }) => base)).size > 1) {
            left.push({ line, why: 'it runs on another image for each platform' });
            continue;
        }
        const installs = same.flatMap((step) => step.installs);
        steps.push({
            ...first,
            installs: [...new Map(installs.map((one) => [JSON.stringify(one), one])).values()],
            files: Object.assign({}, ...same.map(({ files }) => files)),
        });
    }
    return { steps, left: [...new Map(left.map((one) => [one.line, one])).values()] };
}
/** The first frontend of Docker that takes named contexts for `from` is 1.4. */
const oldFrontend = /docker\/dockerfile(?:-upstream)?:(?:0|1\.[0-3])(?:[.\-@]|$)/;
function readForPlatform(text, buildArguments, platform, triggers) {
    const file = (0,dockerfile_instructions/* readInstructions */.KK)(text);
    const { escape } = file;
    const globals = (0,dockerfile_scope/* globalScope */.gm)((0,dockerfile_stages/* globalArguments */.yZ)(file), buildArguments, platform, escape);
    const stages = (0,dockerfile_stages/* readStages */.ir)(file, globals, triggers);
    const own = new Set(file.instructions);
    const isOld = oldFrontend.test((0,dockerfile_instructions/* directivesOf */.mD)((0,dockerfile_instructions/* dockerfileLines */.S5)(text)).get('syntax') ?? '');
    const declared = (0,dockerfile_scope/* argumentNames */.aj)(file).filter((name) => configuresPip(name));
    const scopes = new Map();
    const places = new Map();
    const shells = new Map();
    const settingsOfStages = new Map();
    const steps = [];
    const left = [];
    for (const index of (0,dockerfile_stages/* reachedStages */.mP)(stages)) {
        const stage = stages[index];
        const { base } = stage;
        const parent = base.kind === 'stage' ? base.index : undefined;
        const scope = (parent === undefined ? undefined : scopes.get(parent)?.derived()) ??
            (0,dockerfile_scope/* stageScope */.LU)(globals, buildArguments, base.kind !== 'scratch', escape);
        const at = copyOf(parent === undefined ? undefined : places.get(parent));
        let shell = parent === undefined ? undefined : shells.get(parent);
        let settingNames = parent === undefined ? [] : (settingsOfStages.get(parent) ?? []);
        for (const instruction of stage.instructions) {
            scope.add(instruction);
            follow(at, instruction, scope.get, escape);
            if (instruction.keyword === 'SHELL')
                shell = (0,dockerfile_instructions/* jsonWords */.WY)(instruction.rest) ?? [''];
            if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG')
                settingNames = [...settingNames, ...namesIn(instruction).filter((name) => configuresPip(name))];
            if (instruction.keyword !== 'RUN')
                continue;
            const read = pipInstalls(instruction, scope.get, shell);
            const { line } = instruction;
            const leave = (why) => left.push({ line, why });
            if (read.is === 'left')
                leave(read.why);
            else if (read.installs.length === 0)
                continue;
            else if (!own.has(instruction) || base.kind === 'unknown')
                leave('it is written in another place than it runs');
            else if (isOld)
                leave('the frontend that syntax names is older than named contexts');
            else if (stage.hasOwnPlatform)
                continue;
            else {
                const image = imageUnder(stages, stage);
                const set = [
                    ...new Set([...settingNames, ...declared.filter((name) => buildArguments[name] !== undefined)]),
                ];
                const settings = set.map((name) => indexSetting(name, scope.get));
                if (image === undefined)
                    leave('it runs on no image that has a name here');
                else if (settings.includes(undefined))
                    leave(`${set.join(', ')} ${set.length === 1 ? 'changes' : 'change'} what pip installs`);
                else
                    steps.push({
                        line,
                        base: image,
                        stage: stage.name ?? `stage-${index}`,
                        isHelper: !isUnder(stages, index),
                        installs: read.installs.map((one) => ({
                            ...one,
                            indexes: [...one.indexes, ...settings.filter((setting) => setting !== undefined)],
                        })),
                        files: Object.fromEntries(read.installs
                            .flatMap((one) => [...one.requirementFiles, ...one.constraintFiles])
                            .map((path) => [path, sourcesOf(at, path, mountedFiles(instruction, scope.get, escape))])),
                    });
            }
        }
        scopes.set(index, scope);
        places.set(index, at);
        settingsOfStages.set(index, settingNames);
        if (shell !== undefined)
            shells.set(index, shell);
    }
    return { steps, left };
}
/** The index that a variable names, null where its value is unknown; undefined where it is about something else. */
function indexSetting(name, get) {
    return name.includes('INDEX') && !name.includes('NO_INDEX') ? (get(name) ?? null) : undefined;
}
const namesIn = ({ rest }) => rest.includes('=')
    ? [...rest.matchAll(/(?:^|\s)([A-Za-z_]\w*)=/g)].map(([, name = '']) => name)
    : [rest.split(/\s+/)[0] ?? ''];
function imageUnder(stages, stage) {
    let { base } = stage;
    while (base.kind === 'stage')
        base = stages[base.index].base;
    return base.kind === 'image' ? base.reference : undefined;
}
/** Whether the last stage is it, or is built on it. */
function isUnder(stages, index) {
    let at = stages.length - 1;
    for (;;) {
        if (at === index)
            return true;
        const base = stages[at]?.base;
        if (base?.kind !== 'stage')
            return false;
        at = base.index;
    }
}
const copyOf = (places = { folder: '/', copied: [] }) => ({ ...places });
function follow(places, instruction, get, escape) {
    const { keyword, rest, flags } = instruction;
    if (keyword === 'WORKDIR')
        places.folder = absolute(places.folder, (0,words/* expand */.fT)(rest, get, escape) ?? '?');
    if (keyword !== 'COPY' && keyword !== 'ADD')
        return;
    if (flags.some(({ name, value }) => name === 'parents' || (name === 'from' && value !== '')))
        return;
    const written = ((0,dockerfile_instructions/* jsonWords */.WY)(rest) ?? rest.split(/\s+/)).at(-1) ?? '';
    const to = (0,words/* expand */.fT)(written, get, escape);
    if (to === null)
        return;
    const sources = (0,context_sources/* copiedWords */.M8)(instruction, get, escape).filter((one) => one !== null && !(0,context_sources/* isRemote */.Vx)(one));
    const isFolder = to.endsWith('/') || to === '.' || sources.length > 1;
    places.copied = [...places.copied, { sources, target: absolute(places.folder, to), isFolder }];
}
function mountedFiles(instruction, get, escape) {
    return instruction.flags.flatMap(({ name, value }) => {
        if (name !== 'mount')
            return [];
        const first = (...keys) => value
            .split(',')
            .map((field) => field.split('='))
            .find(([key = '']) => keys.includes(key))?.[1];
        if (first('from') !== undefined || (first('type') ?? 'bind') !== 'bind')
            return [];
        const target = (0,words/* expand */.fT)(first('target', 'dst', 'destination') ?? '', get, escape);
        const source = (0,words/* expand */.fT)(first('source', 'src') ?? '.', get, escape);
        return target === null || source === null ? [] : [{ sources: [source], target, isFolder: false }];
    });
}
/** Places of the build context that a file of the stage may have come from, the likeliest first. */
function sourcesOf({ folder, copied }, path, mounted) {
    const wanted = absolute(folder, path);
    const all = [...copied, ...mounted.map((one) => ({ ...one, target: absolute(folder, one.target) }))];
    return all.toReversed().flatMap(({ sources, target, isFolder }) => {
        const below = target === '/' ? '/' : `${target}/`;
        return sources.flatMap((source) => {
            const from = absolute('/', source).slice(1);
            const name = from.split('/').at(-1) ?? '';
            if (!isFolder && wanted === target)
                return [from];
            if (!wanted.startsWith(below))
                return [];
            const rest = wanted.slice(below.length);
            // A file is copied by its name, of a folder what is in it.
            return rest === name || /[*?]/.test(name)
                ? [/[*?]/.test(name) ? joined(from.slice(0, -name.length), rest) : from, joined(from, rest)]
                : [joined(from, rest)];
        });
    });
}
const joined = (folder, name) => [folder.replace(/\/$/, ''), name].filter(Boolean).join('/');
/** Go's `path.Join` with a folder in front of what is relative. */
function absolute(folder, path) {
    const names = [];
    for (const name of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
        if (name === '..')
            names.pop();
        else if (name !== '' && name !== '.')
            names.push(name);
    }
    return `/${names.join('/')}`;
}

// EXTERNAL MODULE: ./lib/names/python-tag.js
var python_tag = __webpack_require__(48249);
// EXTERNAL MODULE: ./lib/names/requirement.js
var requirement = __webpack_require__(32663);
// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
;// CONCATENATED MODULE: ./lib/observe/offer.js
/** Finds what the pip of a custom Dockerfile can be offered: what it will ask for, on which base. */








/** Undefined where nothing can be offered; a note says why a step is left as it is. */
async function observeOffer({ files }, { text, content, platforms, bases, folder }, note) {
    const { packages, accelerate, arguments: given, triggers } = content;
    if (packages === undefined || accelerate !== true || (0,stage_fault/* isOtherLanguage */.z)(text, given))
        return undefined;
    const { steps, left } = readPipSteps(text, given, platforms, triggers);
    const skipped = [...left];
    const asked = [];
    for (const step of steps) {
        const { line } = step;
        const tag = officialTag(step.base, packages, bases);
        if (typeof tag === 'string')
            skipped.push({ line, why: tag });
        else if (asksElsewhere(text, step, packages))
            skipped.push({ line, why: 'it asks another index than index_url, or one that is not known here' });
        else {
            const { pipSetting, ...lines } = await linesOf(files, folder, step);
            if (pipSetting !== undefined) {
                skipped.push({ line, why: `${pipSetting} in its requirements file changes what pip installs` });
                continue;
            }
            for (const one of lines.unknown)
                note(`line ${line} of the Dockerfile: what pip takes for ${one} is known only to it, and nothing is compiled for that`);
            if (lines.requirements.length > 0)
                asked.push({ step, tag, ...lines });
        }
    }
    for (const { line, why } of skipped)
        note(`line ${line} of the Dockerfile runs pip and is left as it is: ${why}`);
    if (asked.length === 0)
        return undefined;
    const alike = Map.groupBy(asked, ({ tag }) => (0,python_tag/* compilerTag */.A)(tag.version, tag.variant));
    return {
        parts: [...alike.values()].map((of, at) => partOf((0,offered_mounts/* offerContext */.AB)(at + 1), of, packages, bases)),
        helpers: unique(asked.filter((one) => one.step.isHelper).map((one) => one.step.stage)),
    };
}
/** @param asked at least one, on bases of one Python and one release of a distribution. */
function partOf(context, asked, packages, bases) {
    const { step, tag } = asked[0];
    const base = bases.find(({ reference }) => reference === step.base);
    const { pins: _, cooldown: __, extraIndexes = [], ...own } = packages;
    // Young releases are not held back: the pip of the Dockerfile takes the newest.
    // pip is offered what is compiled here: a wheel of another index is none.
    const owning = extraIndexes.filter(({ kind }) => kind === 'packages');
    const constraints = unique(asked.flatMap((one) => one.constraints));
    return {
        context,
        base,
        lines: asked.map(({ step: { line } }) => ({ line, context, library: tag.minor })),
        packages: {
            ...own,
            ...(owning.length === 0 ? {} : { extraIndexes: owning }),
            requirements: unique(asked.flatMap((one) => one.requirements)),
            base: {
                publish: step.base,
                build: `${(0,names_reference/* repositoryText */.g_)(base.repository)}:${(0,python_tag/* compilerTag */.A)(tag.version, tag.variant)}`,
            },
            ...(constraints.length === 0 ? {} : { constraints }),
        },
    };
}
const unique = (lines) => [...new Set(lines)];
/** The tag of the official image that a step runs on, or why nothing is compiled for it. */
function officialTag(base, { base: { publish }, python }, bases) {
    const observed = bases.find(({ reference }) => reference === base);
    const usual = (0,registry_reference/* parseReference */.F2)(publish);
    if (observed === undefined)
        return `nothing is known of ${base}`;
    const repository = (0,names_reference/* repositoryText */.g_)(observed.repository);
    const official = [
        'docker.io/library/python',
        ...(usual.ok ? [(0,names_reference/* repositoryText */.g_)(usual.value.repository)] : []),
    ];
    const tag = observed.tag === undefined ? undefined : (0,python_tag/* parsePythonTag */.S)(observed.tag);
    if (!official.includes(repository) || tag === undefined)
        return `${base} is none of the official Python images`;
    return tag.minor === python.minor ? tag : `${base} has another Python than ${python.minor}`;
}
/** What somebody put into a file of settings is not known here; with `index_url`, it is taken for that. */
function asksElsewhere(text, { installs }, { indexUrl }) {
    const wanted = (indexUrl ?? 'https://pypi.org/simple').replace(/\/+$/, '');
    const indexes = installs.flatMap((one) => one.indexes);
    const isOther = indexes.some((one) => one === null || withoutUser(one).replace(/\/+$/, '') !== wanted);
    return (isOther ||
        (indexUrl === undefined && /\bpip\.conf\b|\buv\.toml\b|\bpip[\d.]*\s+config\s+set\b/.test(text)));
}
const withoutUser = (url) => url.replace(/^(\w+:\/\/)[^/@]*@/, '$1');
async function linesOf(files, folder, step) {
    const lines = { requirements: [], constraints: [], unknown: [] };
    let pipSetting;
    const readFile = async (path, places, into, depth = 0) => {
        for (const place of places) {
            const text = await files.read((0,external_node_path_.join)(folder, place)).catch(() => undefined);
            if (text === undefined)
                continue;
            for (const line of fileLines(text)) {
                const [, option, nested = ''] = /^(-r|--requirement|-c|--constraint)[\s=]+(\S+)$/.exec(line) ?? [];
                if (/^(?:--(?:extra-)?index-url|-i|--no-index|--no-binary|--prefer-binary|--require-hashes|--find-links|-f)\b/.test(line))
                    [pipSetting] = line.split(/[\s=]/);
                // With hashes pip takes none but those files, and with settings it compiles in another way.
                else if (/\s--(?:hash|config-settings?|global-option)\b/.test(line))
                    [, pipSetting] = /\s(--[\w-]+)/.exec(line) ?? [];
                else if (option === undefined)
                    add(line.replace(/\s+--[\w-]+[=\s].*$/, ''), into);
                else if (depth < 10)
                    await readFile(nested, [(0,external_node_path_.join)(place, '..', nested)], option.includes('c') ? lines.constraints : into, depth + 1);
            }
            return;
        }
        lines.unknown.push(path);
    };
    const add = (line, into) => {
        const read = (0,requirement/* parseRequirement */.pP)(line);
        if (read.ok && !line.includes('://'))
            into.push(read.value.line);
        else
            lines.unknown.push(line);
    };
    for (const install of step.installs) {
        await addInstall(install);
    }
    return { ...lines, unknown: unique(lines.unknown), pipSetting };
    async function addInstall(install) {
        for (const one of install.requirements)
            add(one, lines.requirements);
        for (const path of install.requirementFiles)
            await readFile(path, step.files[path] ?? [], lines.requirements);
        for (const path of install.constraintFiles)
            await readFile(path, step.files[path] ?? [], lines.constraints);
        lines.unknown.push(...install.unknown);
    }
}
/** Rule: pip's "Requirements File Format". */
const fileLines = (text) => text
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');

// EXTERNAL MODULE: ./lib/observe/context.js
var observe_context = __webpack_require__(28767);
// EXTERNAL MODULE: ./lib/observe/observe.js
var observe = __webpack_require__(66104);
;// CONCATENATED MODULE: ./lib/observe/custom-dockerfile.js
/** Observes a custom Dockerfile: the files that it takes, and the images that it stands on as they are today. */















/** @throws Failure when there is no such file, or it has no stage. */
async function observeDockerfile(world, content, { platforms }, reader, records, note) {
    const { path, context, arguments: given, packages, parents, published = {}, triggers = {} } = content;
    const file = world.files.absolute(path);
    const text = await world.files.read(file).catch((error) => {
        throw error instanceof file_failure/* FileFailure */.Py ? error.of({ station: 'input', about: 'dockerfile' }) : error;
    });
    if (text === undefined) {
        throw wrongFile(`There is no file "${path}". The input dockerfile is a path from the workspace; leave it empty to take the one that is rendered here.`);
    }
    const fault = (0,stage_fault/* stageFault */.j)(text, given);
    if (fault !== undefined)
        throw wrongFile(`"${path}", line ${fault.line}: ${faultText(fault)}`);
    const empty = stageWithoutLayer(text);
    if (empty !== undefined)
        throw wrongFile(`"${path}", line ${empty}: the last stage stands on scratch and adds nothing, so that the image has no layer, and nothing that could be checked. Copy into it what it is for.`);
    const faults = (0,base_fault/* baseFaults */.x)(text, given, platforms);
    if (faults.length > 0)
        throw new errors/* Failure */.HR(faults.flatMap(({ line, message }) => wrongFile(`"${path}", line ${line}: ${message}`).problems));
    const read = (0,custom/* readCustomDockerfile */.e)(text, given, platforms, triggers);
    const { unknown, sources, unpinned } = read;
    const usesPackages = read.usesPackages && packages !== undefined;
    const folder = world.files.absolute(context);
    const hashes = await (0,observe_context/* contextHashes */._g)(world.files, { folder, dockerfile: file, sources });
    if (hashes.git !== undefined)
        note(gitNote(hashes.git));
    const own = new Set([...Object.keys(parents), ...Object.keys(published)]);
    const bases = read.bases.filter((from) => !own.has(from));
    const observed = await Promise.all(bases.map(async (from) => [from, await observeFrom(reader, from, platforms, records)]));
    const unread = [...unknown, ...observed.flatMap(([from, base]) => (base === undefined ? [from] : []))]
        // What is written by its digest does not move.
        .filter((from) => !from.includes('@'));
    if (unread.length > 0) {
        note(`whether ${unread.map(shown/* shown */.S).join(', ')} moved cannot be seen: it was not found, or no registry could be asked about it`);
    }
    const known = observed.flatMap(([, base]) => (base === undefined ? [] : [base]));
    const standsOn = known.find(({ reference }) => reference === read.standsOn);
    const offer = await observeOffer(world, { text, content, platforms, bases: known, folder }, note);
    // What pip takes there is resolved here, too: a release that moves is seen.
    const offered = new Set(offer?.parts.flatMap(({ lines }) => lines.map(({ line }) => line)));
    for (const { line, text: written, what, byPip } of unpinned) {
        if (byPip === true && offered.has(line))
            continue;
        note(`line ${line} of the Dockerfile, ${written}: ${what}, of which nothing can be seen here; rebuild: always or a max_age renews it`);
    }
    const ignore = read.triggers.length === 0 && offer === undefined
        ? undefined
        : await world.files.read(`${file}.dockerignore`);
    const parent = read.standsOn !== undefined && own.has(read.standsOn) ? read.standsOn : undefined;
    return {
        path: file,
        context: folder,
        usesPackages,
        text,
        contextHashes: hashes,
        pins: Object.fromEntries(known.filter(({ reference }) => !reference.includes('@')).map((base) => [base.reference, pinned(base)])),
        bases: known,
        ...(0,defined/* defined */.s)({ standsOn, parent, ignore, offer }),
    };
}
const wrongFile = (message) => new errors/* Failure */.HR([{ station: 'input', about: 'dockerfile', message }]);
function faultText({ keyword }) {
    if (keyword === undefined)
        return 'the file ends without a FROM. A Dockerfile has at least one stage: begin it with FROM and the name of an image.';
    if (dockerfile_instructions/* instructionNames */.DN.includes(keyword))
        return `${(0,shown/* shown */.S)(keyword)} stands before the first FROM, where only ARG may. Put it below the FROM of the stage that it belongs to.`;
    const near = (0,nearest/* nearest */.p)(keyword, dockerfile_instructions/* instructionNames */.DN);
    const way = near === undefined
        ? 'A Dockerfile begins with FROM and the name of an image.'
        : `Did you mean "${near}"?`;
    return `${(0,shown/* shown */.S)(keyword)} is no instruction. ${way}`;
}
/** Explains what Git's own files in a build context lead to. */
function gitNote({ paths, config }) {
    const names = paths.join(', ');
    const credential = config
        ? ' The credential of a checkout may get into the image too: actions/checkout leaves it in .git/config unless persist-credentials is false.'
        : '';
    return `the Dockerfile takes ${names} from the build context, which is another one in every clone, so that each clone builds anew.${credential} The way out is a line **/.git in .dockerignore`;
}
/** An image as it is now. One that cannot be looked up is left to the builder, which may know more. */
async function observeFrom(reader, from, platforms, record) {
    try {
        return await (0,observe/* findBase */.lN)(reader, from, platforms, record);
    }
    catch (error) {
        // A fault that may pass is thrown: without this base, a move of it would not be seen.
        if (!(error instanceof errors/* Failure */.HR) || (error instanceof registry_errors/* RegistryProblem */.Ne && error.temporary))
            throw error;
        return undefined;
    }
}
const pinned = ({ repository, tag, digest }) => `${(0,names_reference/* repositoryText */.g_)(repository)}:${tag ?? 'latest'}@${digest}`;

// EXTERNAL MODULE: ./lib/observe/image.js
var observe_image = __webpack_require__(98393);
// EXTERNAL MODULE: ./lib/plan/build-record.js
var build_record = __webpack_require__(96557);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var registry_manifest = __webpack_require__(50886);
;// CONCATENATED MODULE: ./lib/observe/stored-image.js
/** Observes an image in the store of the engine of this machine. */



/**
 * The engine keeps no index of an image: its labels stand in for the annotations, and its id for the digest. Absent also
 * where no engine answers, which a build says better.
 *
 * @param reference `registry/name:tag`.
 */
async function observeStored({ run }, env, reference) {
    const args = ['image', 'inspect', '--format={{json .}}', reference];
    const ran = await run({ program: 'docker', args, env });
    const image = ran.code === 0 ? JSON.parse(ran.stdout) : undefined;
    const digest = image === undefined ? undefined : (0,names_reference/* parseDigest */.m)(image.Id);
    if (digest?.ok !== true)
        return { is: 'absent', aliases: [] };
    const annotations = image?.Config?.Labels ?? {};
    const record = (0,build_record/* readBuildRecord */.mx)(annotations);
    return {
        is: 'present',
        aliases: [],
        index: {
            mediaType: registry_manifest/* mediaTypes */.Ib.ociManifest,
            digest: digest.value,
            bytes: Buffer.from(JSON.stringify({ annotations })),
        },
        platforms: record?.fingerprint.platforms ?? [],
        ...(record === undefined ? {} : { record }),
    };
}

// EXTERNAL MODULE: ./lib/plan/fingerprint.js
var fingerprint = __webpack_require__(52911);
// EXTERNAL MODULE: ./lib/plan/labels.js
var labels = __webpack_require__(60632);
// EXTERNAL MODULE: ./lib/recipe/image-run.js
var image_run = __webpack_require__(3495);
// EXTERNAL MODULE: ./lib/once.js
var once = __webpack_require__(4986);
// EXTERNAL MODULE: ./lib/sign/check-signatures.js + 1 modules
var check_signatures = __webpack_require__(42750);
// EXTERNAL MODULE: ./lib/sign/identity.js
var sign_identity = __webpack_require__(97055);
// EXTERNAL MODULE: ./lib/sign/statement.js
var statement = __webpack_require__(32768);
// EXTERNAL MODULE: ./lib/sign/trust.js
var sign_trust = __webpack_require__(11247);
;// CONCATENATED MODULE: ./lib/run/base-signature.js
/** Looks whether the base of an image is signed by whom it must be. */








/** @throws Failure where a signature is required, and there is none that counts. */
async function requireBaseSignature(run, base) {
    const { baseSignature: wanted } = run.policy;
    if (wanted === undefined)
        return;
    const why = await unsignedBase(run.session, base, wanted).catch((error) => {
        if (!(error instanceof errors/* Failure */.HR) || wanted.otherwise !== 'warn')
            throw error;
        return `Whether the base ${base.reference} is signed is not known: ${error.message}`;
    });
    if (why === undefined)
        return;
    if (wanted.otherwise === 'warn')
        return (0,image_run/* note */.N)(run, `base_signature: ${why}`);
    const message = `${why} base_signature is "require": take a base that is signed, or "warn".`;
    throw new errors/* Failure */.HR([{ station: 'verify', about: base.reference, message }]);
}
const asked = new WeakMap();
/** Each base is looked at once in a run. */
function unsignedBase(session, base, wanted) {
    const ask = asked.get(session.held) ?? asker(session);
    asked.set(session.held, ask);
    return ask(base, wanted);
}
const asker = (session) => (0,once/* onceFor */.b)(({ reference, digest }, wanted) => JSON.stringify([reference, digest, wanted]), async (base, { identity, trustedRoot }) => {
    const { client } = await session.registries();
    const { reference, repository, digest } = base;
    const { files } = session.world;
    const trust = (0,once/* once */.O)(() => (0,sign_trust/* readTrust */.b)(files, { ...(0,defined/* defined */.s)({ trustedRoot }), cache: session.cache.folder }));
    const bundles = await (0,check_signatures/* checkBundles */.a)(client, repository, digest, { trust, wanted: identity });
    const named = `The base ${reference}@${digest}`;
    const counts = bundles.flatMap((one) => (one.ok ? [one.predicateType] : []));
    if (counts.includes(statement/* predicateTypes */.ZR.signature) || counts.includes(statement/* predicateTypes */.ZR.provenance))
        return undefined;
    const refused = bundles.flatMap((one) => (one.ok ? [] : [one.message]));
    if (refused.length === 0)
        return `${named} is not signed.`;
    return `${named} is not signed by ${(0,sign_identity/* identityText */.Ky)(identity)}: ${[...new Set(refused)].join('; ')}.`;
});

;// CONCATENATED MODULE: ./lib/run/observe.js
/** Asks the registries what they hold of an image, and reads a custom Dockerfile. */















/**
 * What each repository of the image held when it was first asked: its registry where the image is pushed, the engine's
 * store where it goes there. Else nobody is asked.
 *
 * @param onPlace told of each that answers, also where another one does not.
 */
const observePlaces = (session, policy, { repositories, tags }, onPlace = () => { }) => (0,errors/* gather */.kg)(repositories.map(async (repository) => {
    const place = {
        repository,
        held: await heldAt(session, policy, repository, tags),
    };
    onPlace(place);
    return place;
}));
async function heldAt({ held, world, env }, policy, repository, tags) {
    switch (policy.target.kind) {
        case 'push':
        case 'trial':
            return held(repository, tags);
        case 'engine':
            return observeStored(world, env, (0,names_reference/* taggedText */.Ms)(repository, tags.exact));
        case 'nowhere':
        case 'layout':
            return { is: 'unasked' };
    }
}
/** The same of an image of a run, whose journal has each. */
const observeImagePlaces = ({ session, policy, image }) => observePlaces(session, policy, image, ({ repository, held }) => session.journal.add({ is: 'observed', repository, held: heldOf(held, image, policy) }));
/** What each repository holds by now. */
async function observeAgain({ registries }, { repositories, tags }) {
    const { client } = await registries();
    return (0,errors/* gather */.kg)(repositories.map(async (repository) => ({
        repository,
        held: await (0,observe/* observeImage */.WY)(client, repository, tags),
    })));
}
/** Looks at images of a source that names none. */
const usualTools = 'docker.io/library/python:3.13-alpine';
/** Today's base of the image's packages; undefined where it has none. @throws Failure where it cannot be had. */
async function baseOf(run, { records, dropped }) {
    const { session, image } = run;
    const { packages } = image.content;
    if (packages === undefined)
        return undefined;
    const { reader } = await session.registries();
    const platforms = (0,observe_image/* platformsLeft */.W9)(image, (0,defined/* defined */.s)({ dropped }));
    const base = await (0,observe/* observeBase */.Ak)(reader, packages.base.publish, platforms, records);
    session.journal.add({ is: 'base', of: 'packages', base: imageOf(base) });
    await requireBaseSignature(run, base);
    return base;
}
/** The image whose Python looks at the finished one. @throws Failure where it cannot be had. */
async function checksBaseOf(run, observed) {
    const base = await baseOf(run, observed);
    if (base !== undefined)
        return base;
    const { reader } = await run.session.registries();
    // It runs on the build machine alone, whichever platforms the image is for.
    return (0,observe/* observeBase */.Ak)(reader, run.image.checks.tools ?? usualTools, []);
}
const imageOf = ({ reference, digest }) => ({ reference, digest });
/** @throws Failure of a registry, or where there is no such Dockerfile. */
async function observe_observe(run, places) {
    const { session, policy, image } = run;
    const records = (0,observe_image/* recordsOf */.M$)(places);
    // Nothing is compared and nothing built: then a Dockerfile need not even be there.
    const isSettled = (policy.rebuild === 'missing' || policy.rebuild === 'never') &&
        places.every(({ held }) => held.is === 'present');
    if (image.content.kind !== 'dockerfile' || isSettled)
        return { places, records, published: {} };
    const { reader } = await session.registries();
    const custom = await observeDockerfile(session.world, image.content, image, reader, records, (text) => (0,image_run/* note */.N)(run, text));
    if (custom.standsOn !== undefined)
        session.journal.add({ is: 'base', of: 'dockerfile', base: imageOf(custom.standsOn) });
    for (const base of custom.bases)
        await requireBaseSignature(run, base);
    return {
        places,
        records,
        custom,
        published: await publishedParents(reader, image.content.published ?? {}),
    };
}
/** Images that stand in for those that this run does not make. @throws Failure where there is none. */
async function publishedParents(reader, published) {
    const found = await (0,errors/* gather */.kg)(Object.entries(published).map(async ([from, candidates]) => {
        for (const candidate of candidates) {
            const reference = (0,registry_reference/* parseReference */.F2)(candidate);
            if (!reference.ok || reference.value.tag === undefined)
                continue;
            const { repository, tag } = reference.value;
            const manifest = await reader.getManifest(repository, tag);
            if (manifest !== undefined)
                return [from, parentAt(candidate, repository, manifest)];
        }
        throw new errors/* Failure */.HR([
            {
                station: 'registry',
                about: from,
                message: `It stands on ${from}, which this run does not make, and which is not published: ${absentText(candidates)}. Make it, too: name it in images, or leave images and changed empty once.`,
            },
        ]);
    }));
    return Object.fromEntries(found);
}
const absentText = (references) => references.length === 1 ? `${references[0]} does not exist` : `neither ${references.join(' nor ')} exists`;
function parentAt(candidate, repository, manifest) {
    const record = (0,build_record/* readBuildRecord */.mx)((0,registry_manifest/* readContent */.c_)(manifest.bytes).annotations ?? {});
    return {
        name: candidate,
        called: candidate,
        changes: false,
        key: record === undefined ? manifest.digest : (0,fingerprint/* fingerprintHash */.jS)(record.fingerprint),
        reference: `${(0,names_reference/* repositoryText */.g_)(repository)}@${manifest.digest}`,
    };
}
function heldOf(held, { version }, { rebuild }) {
    if (held.is === 'unasked')
        return { platforms: [], ahead: [] };
    const forced = rebuild === 'always';
    const ahead = held.aliases.filter((alias) => (0,aliases/* isAhead */.Y)(alias, { version, forced })).map(({ tag }) => tag);
    if (held.is === 'absent')
        return { exists: false, platforms: [], ahead };
    const { index } = held;
    const digests = new Map((0,registry_manifest/* platformsOf */.Wt)(index.bytes).map((one) => [one.platform, one.digest]));
    const baseDigest = (0,registry_manifest/* readContent */.c_)(index.bytes).annotations?.[labels/* baseDigestKey */.nq];
    return {
        exists: true,
        digest: index.digest,
        // A lone manifest does not say its platform: its own digest is that of the only one.
        platforms: held.platforms.map((platform) => ({
            platform,
            digest: digests.get(platform) ?? index.digest,
        })),
        ...(baseDigest === undefined ? {} : { baseDigest }),
        ahead,
    };
}


/***/ }),

/***/ 66262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s8: () => (/* binding */ decidePlan),
  Mp: () => (/* binding */ mergePlan),
  Fo: () => (/* binding */ runPlan)
});

// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/ports.js
var ports = __webpack_require__(30391);
// EXTERNAL MODULE: ./lib/plan/plan.js
var plan_plan = __webpack_require__(49164);
// EXTERNAL MODULE: ./lib/advisories/findings.js
var advisories_findings = __webpack_require__(409);
// EXTERNAL MODULE: ./lib/advisories/osv.js + 1 modules
var osv = __webpack_require__(71032);
;// CONCATENATED MODULE: ./lib/advisories/packages.js

/** @param distribution the package that the image is for, by its normalized name. */
function packagesOfImage(distribution, facts, requirements) {
    const installed = requirements.map(({ platform, requirements: list }) => ({ platform, versions: list }));
    return packagesOn(distribution, facts, installed);
}
/** The same of a published image. Its record says of no platform which of several versions it has. */
function packagesOfRecord(distribution, facts, requirements) {
    const versions = requirements.map((one) => {
        const [name = '', version = ''] = one.split('==', 2);
        return { name, version };
    });
    return packagesOn(distribution, facts, facts.map(({ platform }) => ({ platform, versions })));
}
function packagesOn(distribution, facts, installed) {
    const found = new Map();
    const unknown = new Set();
    const add = (release, of, platform) => {
        const key = (0,osv/* releaseText */.h)(release);
        const before = found.get(key);
        const platforms = before?.platforms ?? [];
        if (!platforms.includes(platform))
            found.set(key, { ...release, ...(before ?? of), platforms: [...platforms, platform] });
    };
    for (const { platform, versions } of installed)
        for (const { name, version } of versions)
            add({ ecosystem: 'PyPI', name, version }, { owner: name === distribution ? 'package' : 'requirement', reach: 'run' }, platform);
    for (const one of facts) {
        const { platform, system, installed: ofBase } = one;
        const own = installed.find((other) => other.platform === platform)?.versions ?? [];
        for (const [name, version] of Object.entries(ofBase))
            // Another version of it is installed in its place.
            if (own.every((other) => other.name !== name))
                add({ ecosystem: 'PyPI', name, version }, { owner: 'base', reach: 'base-pip' }, platform);
        const ecosystem = ecosystemOf(one);
        if (ecosystem === undefined) {
            const { id, version } = one.distribution;
            unknown.add(`no advisories are known for the packages of ${`${id} ${version}`.trim() || 'its base'}`);
        }
        else if (system === undefined) {
            unknown.add('the packages of its base are not known: it was made before they were written down');
        }
        else {
            for (const [name, versions] of Object.entries(system))
                for (const version of versions.split(' '))
                    add({ ecosystem, name, version }, { owner: 'base', reach: 'run' }, platform);
        }
    }
    return { packages: [...found.values()], unknown: [...unknown] };
}
/** Undefined where nothing is known of the distribution. */
function ecosystemOf({ distribution }) {
    const { id, version } = distribution;
    const [major = '', minor = ''] = version.split('.');
    if (id === 'debian' && /^\d+$/.test(major))
        return `Debian:${major}`;
    return id === 'alpine' && /^\d+$/.test(minor) ? `Alpine:v${major}.${minor}` : undefined;
}

// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/plan/image.js
var plan_image = __webpack_require__(49938);
// EXTERNAL MODULE: ./lib/plan/policy.js
var plan_policy = __webpack_require__(39633);
// EXTERNAL MODULE: ./lib/recipe/image-run.js
var image_run = __webpack_require__(3495);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/lock/local.js
var local = __webpack_require__(23632);
// EXTERNAL MODULE: ./lib/names/package-name.js
var package_name = __webpack_require__(28066);
// EXTERNAL MODULE: ./lib/build/attempts.js
var build_attempts = __webpack_require__(1148);
// EXTERNAL MODULE: ./lib/build/bake.js
var build_bake = __webpack_require__(18839);
// EXTERNAL MODULE: ./lib/build/buildx.js
var build_buildx = __webpack_require__(44258);
// EXTERNAL MODULE: ./lib/build/compiler-output.js + 2 modules
var compiler_output = __webpack_require__(75356);
// EXTERNAL MODULE: ./lib/build/failure.js
var failure = __webpack_require__(46194);
// EXTERNAL MODULE: ./lib/build/programs.js
var build_programs = __webpack_require__(75519);
// EXTERNAL MODULE: ./lib/plan/recipe.js
var plan_recipe = __webpack_require__(55149);
;// CONCATENATED MODULE: ./lib/build/requirements-file.js
/** Writes the lists that `install.py` and `sources.py` read. */


/**
 * `wheels` are downloaded, `compile` is compiled on the platform, `native` was built on the build machine, `kept` by an
 * earlier build.
 */
function requirementsFile(platform, recipe) {
    const { requested, layers } = recipe;
    const wheels = platform.requirements.flatMap((one) => one.kind === 'wheel' ? [entry(one, one.wheel)] : []);
    const onTarget = (0,plan_recipe/* compiledOnTarget */.af)(platform, recipe);
    const restored = (0,plan_recipe/* restoredFor */.yP)(platform.platform, recipe.restored);
    const isRestored = ({ name, version }) => restored.some((one) => one.name === name && one.version === version);
    const compile = onTarget.flatMap((one) => (one.kind === 'compile' ? [sourceEntry(one)] : []));
    const built = platform.requirements.flatMap((one) => one.kind === 'compile' && !onTarget.includes(one) && !isRestored(one) ? [entry(one, one.sdist)] : []);
    const { links } = platform;
    const lists = { wheels, compile, native: built, requested, ...(0,defined/* defined */.s)({ links, layers }) };
    return listText(restored.length === 0 ? lists : { ...lists, kept: restored.map(restoredEntry) });
}
const nativeFile = (native) => listText({ compile: native.map((one) => entry(one, one.sdist)) });
const entry = ({ name, version }, file) => ({
    name,
    version,
    filename: file.filename,
    url: file.url,
    sha256: file.sha256,
});
const restoredEntry = ({ name, version, filename, sha256 }) => ({
    name,
    version,
    filename,
    sha256,
});
const sourceEntry = (requirement) => ({
    ...entry(requirement, requirement.sdist),
    ...(0,defined/* defined */.s)({ like: requirement.like }),
});
const listText = (lists) => `${JSON.stringify(lists, null, 2)}\n`;

// EXTERNAL MODULE: ./lib/build/temporary.js
var temporary = __webpack_require__(38891);
;// CONCATENATED MODULE: ./lib/build/native.js
/** Builds source releases once, on the build machine's own architecture: a pure wheel serves every platform. */













/** Releases to build for the machine's own platform, and those that have only a source and so might be pure. */
function nativeCandidates(requirements, build, hasWheel, restored) {
    const candidates = new Map();
    for (const { platform, requirements: list } of requirements) {
        for (const requirement of list) {
            if (requirement.kind !== 'compile')
                continue;
            const { name, version, sdist } = requirement;
            const wheels = restored.filter((wheel) => wheel.name === name && wheel.version === version);
            // A wheel that was restored for the build machine alone is not pure.
            if (wheels.some(({ serves }) => serves.includes(build) || serves.includes(platform)))
                continue;
            if (platform === build || !hasWheel(name, version))
                candidates.set(`${name} ${version}`, { name, version, sdist, serves: [build] });
        }
    }
    return [...candidates.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** Releases that did not compile, as compile.py reports them; undefined where it reports none. */
function failedReleases(log, native) {
    const lines = log.split('\n').filter((line) => line.includes('did not compile: '));
    const names = native
        .map(({ name, version }) => `${name} ${version}`)
        .filter((release) => lines.some((line) => line.split(/: |, |\. /).includes(release)));
    return names.length === 0 ? undefined : names.join(', ');
}
/**
 * Builds the candidates, and finds out which give a pure wheel. The image uses the same stage afterwards, from the cache,
 * so that nothing is built twice. Where the image is for other platforms alone, a failure is none of the image's: what
 * does not build here may build there.
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
                ...(0,defined/* defined */.s)({ secret: request.secrets.length > 0 ? request.secrets : undefined }),
                output: ['type=local,dest=out'],
            },
        },
    };
    const files = {
        'docker-bake.json': (0,build_bake/* bakeText */.HM)(bakefile),
        Dockerfile: `${request.dockerfile}\n${listStages(request.saveWheels)}`,
        'lock/native/requirements.json': nativeFile(request.native),
        ...(0,build_programs/* stagePrograms */.MN)(request.programs),
    };
    for (const [name, content] of Object.entries(files))
        await world.files.write((0,external_node_path_.join)(folder, name), content);
    await (0,local/* placeLocal */.H_)(world.files, (0,external_node_path_.join)(folder, 'lock'), request.local);
    const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, {
        folder,
        targets: ['native'],
        ...(0,defined/* defined */.s)({ onAttempt: request.onAttempt }),
    });
    const names = request.native.map(({ name, version }) => `${name} ${version}`).join(', ');
    const isWanted = request.native.some(({ serves }) => serves.some((platform) => request.platforms.includes(platform)));
    if (ran.code !== 0 && !isWanted && !(0,temporary/* isTemporary */.e)((0,compiler_output/* failedSteps */.t)(ran.stderr))) {
        world.log.info(`${names}: not built on this machine, and so not known to be pure Python`);
        return { folder: (0,external_node_path_.join)(folder, 'out'), native: [], attempts: [] };
    }
    if (ran.code !== 0) {
        const base = request.arguments['BUILD_BASE'] ?? '';
        const about = failedReleases(ran.stderr, request.native) ?? names;
        const what = `a wheel of ${about} could not be built`;
        throw new errors/* Failure */.HR([await (0,failure/* buildProblem */.U)(world, { ran, about, what, base })]);
    }
    const wheels = ((await world.files.read((0,external_node_path_.join)(folder, 'out', 'names'))) ?? '').split('\n');
    const isPure = (name) => wheels.some((file) => file.endsWith('-none-any.whl') && (0,package_name/* normalizedName */.j8)(file.split('-', 1)[0] ?? '') === name);
    const text = await world.files.read((0,external_node_path_.join)(folder, 'out', 'compiled.json'));
    const attempts = text === undefined ? [] : (0,build_attempts/* parseAttempts */.QA)(text);
    // Only of an offer some may fail.
    const isBuilt = ({ name, version }) => !attempts.some((one) => one.name === name && one.version === version && one.why !== undefined);
    const native = request.native
        .filter(isBuilt)
        .map((one) => ({ ...one, serves: isPure(one.name) ? request.platforms : one.serves }));
    return { folder: (0,external_node_path_.join)(folder, 'out'), native, attempts };
}
/** Stages that export the names of the wheels and their attempts, and with `saveWheels` the wheels too. */
function listStages(saveWheels) {
    const needs = '--mount=type=bind,from=programs,target=/programs python3 /programs/needs.py /wheels /made';
    const only = 'mkdir /made && cp /wheels/compiled.json /made';
    return [
        'FROM native AS native-made',
        `RUN ${saveWheels ? needs : only} && ls /wheels >/made/names`,
        'FROM scratch AS native-list',
        'COPY --from=native-made /made /',
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./lib/names/platform.js
var names_platform = __webpack_require__(29885);
;// CONCATENATED MODULE: ./lib/dockerfile/render.js
/** Renders `dockerfiles/Dockerfile`: removes the sections that this build does not need. */

/**
 * Keeps the lines of a section if its condition is true. Sections nest.
 *
 * @param template text of `dockerfiles/Dockerfile`.
 * @throws Error when the template has an unknown or unclosed section, which is a fault of this repository.
 */
function renderDockerfile(template, sections) {
    const lines = [];
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
            const isKept = open.every(Boolean);
            const section = sectionOf(directive, sections);
            open.push(section === true);
            if (isKept && typeof section !== 'boolean')
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
/** Whether a user is `uid` or `uid:gid`, which needs no entry in the image's list of users. */
const isNumeric = (user) => /^\d+(?::\d+)?$/.test(user);
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
        case 'when extra_indexes':
            return sections.extraIndexes;
        case 'when offered':
            return sections.offered === true;
        case 'when installed':
            return sections.offered !== true;
        case 'when image':
            return sections.image;
        case 'when user':
            return sections.user !== undefined && !isNumeric(sections.user);
        case 'when layers':
            return sections.layers !== undefined;
        case 'layers':
            return sections.layers === undefined
                ? true
                : Array.from({ length: sections.layers }, (_, at) => `COPY --link --from=install /layers/${at} /`);
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
/** Replaces the template's first comment, which explains its use by hand. */
function splitUsage(text) {
    const end = text.indexOf('\n\n');
    return [text.slice(0, end), '# Rendered by Python Image Builder.\n', text.slice(end)];
}

// EXTERNAL MODULE: ./lib/observe/image.js
var observe_image = __webpack_require__(98393);
// EXTERNAL MODULE: ./lib/observe/observe.js
var observe = __webpack_require__(66104);
// EXTERNAL MODULE: ./lib/plan/fingerprint.js
var plan_fingerprint = __webpack_require__(52911);
// EXTERNAL MODULE: ./lib/names/extra-index.js
var extra_index = __webpack_require__(94095);
// EXTERNAL MODULE: ./lib/report/journal.js
var report_journal = __webpack_require__(78201);
;// CONCATENATED MODULE: ./lib/wheel-cache/proposals.js
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

// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/package-index/filenames.js
var filenames = __webpack_require__(15879);
// EXTERNAL MODULE: ./lib/lock/headers.js
var headers = __webpack_require__(72485);
// EXTERNAL MODULE: ./lib/lock/zip.js
var zip = __webpack_require__(76420);
;// CONCATENATED MODULE: ./lib/lock/wheel-file.js





/**
 * The fault of a file that should be the wheel of this release, in words that follow its name; undefined where it is.
 *
 * @param filename of the wheel; one of its platforms must be in the file's own tags (binary distribution format, "File
 *   contents").
 */
function wrongWheel(bytes, filename, { name, version }) {
    try {
        const entries = (0,zip/* readZip */.ue)(bytes);
        const outside = entries.find((entry) => isOutside(entry.name));
        if (outside !== undefined)
            return `is no wheel: ${JSON.stringify(outside.name)} leads out of it`;
        const metadata = textOf(entries, 'METADATA');
        const [wheel, field] = [textOf(entries, 'WHEEL'), (key) => (0,headers/* headerValues */.U)(metadata, key)[0] ?? ''];
        if ((0,package_name/* normalizedName */.j8)(field('Name')) !== name || !(0,package_version/* isSameVersion */.p)(field('Version'), version))
            return `is ${field('Name') || 'nameless'} ${field('Version')} by its METADATA`;
        const platforms = (0,headers/* headerValues */.U)(wheel, 'Tag').map((tag) => tag.toLowerCase().split('-').at(-1));
        const named = (0,filenames/* parseWheelName */.C)(filename)?.platforms ?? [];
        return platforms.some((platform) => platform !== undefined && named.includes(platform))
            ? undefined
            : `is for ${platforms.join(', ') || 'no platform'} by its WHEEL`;
    }
    catch (error) {
        return `is no wheel: ${error.message}`;
    }
}
const isOutside = (name) => /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name);
function textOf(entries, name) {
    const entry = entries.find((candidate) => new RegExp(`^[^/]+\\.dist-info/${name}$`).test(candidate.name));
    if (entry === undefined)
        throw new Error(`it has no ${name}`);
    return entry.content().toString('utf8');
}

// EXTERNAL MODULE: ./lib/once.js
var lib_once = __webpack_require__(4986);
// EXTERNAL MODULE: ./lib/canonical.js
var canonical = __webpack_require__(9333);
// EXTERNAL MODULE: ./lib/lock/wheel-tags.js
var wheel_tags = __webpack_require__(76484);
;// CONCATENATED MODULE: ./lib/wheel-cache/fit.js
/** Where a saved wheel may be used again. */




/** Whether a wheel that was found under a key does for what is wanted, as far as its artifact says. */
function fitOf(wanted, key, { record, filename }) {
    const { requirement, facts } = wanted;
    const wrong = (why) => ({ fits: false, is: 'wrong', why });
    if ((0,canonical/* hashOf */.q)(record.key) !== (0,canonical/* hashOf */.q)(key))
        return wrong('says that it was made of or for something else');
    if (record.name !== requirement.name || !(0,package_version/* isSameVersion */.p)(record.version, requirement.version))
        return wrong(`says that it is ${record.name} ${record.version}`);
    const named = (0,filenames/* parseWheelName */.C)(filename);
    const isThis = named !== undefined &&
        !/[/\\]/.test(filename) &&
        named.name === requirement.name &&
        (0,package_version/* isSameVersion */.p)(named.version.text, requirement.version);
    if (!isThis)
        return wrong('holds a file with the name of something else');
    const { kind, version } = facts.libc;
    if (record.floor !== undefined && (0,wheel_tags/* compareLibcs */.n1)(version, record.floor) < 0)
        return { fits: false, is: 'unfit', why: `needs ${kind} ${record.floor}, and the base has ${version}` };
    if ((0,wheel_tags/* bestWheel */.yJ)([{ filename }], facts) === undefined)
        return wrong(`holds ${filename}, which cannot be installed on ${facts.platform}`);
    return { fits: true };
}

// EXTERNAL MODULE: ./lib/wheel-cache/key.js
var wheel_cache_key = __webpack_require__(70663);
// EXTERNAL MODULE: ./lib/wheel-cache/manifest.js + 1 modules
var wheel_cache_manifest = __webpack_require__(2429);
// EXTERNAL MODULE: ./lib/wheel-cache/store.js
var wheel_cache_store = __webpack_require__(77277);
;// CONCATENATED MODULE: ./lib/wheel-cache/restore.js
/** Restores wheels that an earlier build compiled: what is in the cache is not compiled again. */









/** Wheels for what is wanted. An unusable or unreachable one is noted and compiled anew; it never fails the run. */
async function restoreWheels(world, request) {
    const { wanted } = request;
    const [first] = wanted;
    if (first === undefined)
        return [];
    const reader = cacheReader(world, request, await world.files.temporary('restored'));
    // A store that lets nobody in, or does not answer, is asked for one and no more.
    await reader.saved((0,wheel_cache_key/* tagOfWheel */.fV)(first.requirement.name, (0,wheel_cache_key/* keysOfWanted */.HU)(first)[0]));
    const restored = await (0,errors/* gather */.kg)(wanted.map((one) => restoreOne(world, request, reader, one)));
    return restored.flatMap((one) => one ?? []);
}
function cacheReader(world, { store, kind, cache, note }, folder) {
    const said = new Set();
    const once = (key, say) => {
        if (!said.has(key))
            say();
        said.add(key);
    };
    let shut = false;
    const failed = (error) => {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        shut ||= (0,wheel_cache_store/* isShut */.fm)(error);
        if (kind === 'cache' && error instanceof file_failure/* FileFailure */.Py) {
            cache.refused(error);
            return;
        }
        const text = `not every saved wheel could be looked for in ${store.where}, and what is not found is compiled: ${error.message}`;
        once('', () => note(text));
    };
    const say = (tag, is, why) => {
        const text = `the saved wheel ${store.named(tag)} ${why}: it is not used`;
        const wayOut = `${text}, and compiled anew. If this stays, remove it`;
        once(text, () => (is === 'wrong' ? note(wayOut) : world.log.info(text)));
    };
    const saved = async (tag) => {
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
            const there = await store.fetch(artifact.digest, path);
            const wrong = there ? wrongFile(artifact, await world.files.content(path)) : 'is not there';
            if (wrong === undefined)
                return path;
            say(tag, 'wrong', `names ${artifact.filename}, which ${wrong}`);
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR) || (0,wheel_cache_store/* isShut */.fm)(error))
                return failed(error);
            say(tag, 'wrong', `names ${artifact.filename}, which could not be fetched (${error.message.replace(/\.$/, '')})`);
        }
        return undefined;
    };
    return { say, saved: (0,lib_once/* onceFor */.b)((tag) => tag, saved), file: (0,lib_once/* onceFor */.b)((tag) => tag, file) };
}
/** What is wrong with a file, in words that go on after its name. */
const wrongFile = ({ record, filename, size }, bytes) => bytes === undefined
    ? 'is not there'
    : (wrongWheel(bytes, filename, record) ??
        (bytes.length === size ? undefined : `has ${bytes.length} bytes where ${size} were due`));
async function restoreOne({ clock }, request, reader, wanted) {
    const start = clock.now();
    const { name, version } = wanted.requirement;
    const { platform } = wanted.facts;
    for (const key of (0,wheel_cache_key/* keysOfWanted */.HU)(wanted)) {
        const tag = (0,wheel_cache_key/* tagOfWheel */.fV)(name, key);
        const saved = await reader.saved(tag);
        if (saved === undefined || !isUsable(reader, request, wanted, { key, tag, artifact: saved.artifact }))
            continue;
        const path = await reader.file(tag, saved.artifact);
        if (path === undefined)
            continue;
        const seconds = (clock.now() - start) / 1000;
        const restored = { ...saved, tag, release: { name, version }, platform, seconds, path };
        request.onRestored(restored, start);
        return restored;
    }
    return undefined;
}
function isUsable({ say }, { compile }, wanted, { key, tag, artifact }) {
    const fit = fitOf(wanted, key, artifact);
    if (!fit.fits)
        say(tag, fit.is, fit.why);
    else if (compile === 'emulate' && artifact.record.way === 'cross')
        say(tag, 'unfit', 'was cross-compiled, and compile is "emulate"');
    else
        return true;
    return false;
}
/** One entry for each file, with the platforms that use it. */
function restoredFiles(restored) {
    const wheels = new Map();
    for (const { artifact, release, platform } of restored) {
        const { filename, digest, size } = artifact;
        const { way, seconds, compiled } = artifact.record;
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

// EXTERNAL MODULE: ./lib/dockerfile/instructions.js
var dockerfile_instructions = __webpack_require__(37917);
;// CONCATENATED MODULE: ./lib/dockerfile/onbuild.js

/**
 * The text without the ONBUILD instructions of its last stage; undefined where that has none. They change nothing in the
 * image itself, and whatever is built on it, such as the checks, would run them.
 */
function withoutTriggers(text) {
    const { instructions } = (0,dockerfile_instructions/* readInstructions */.KK)(text);
    const stage = instructions.findLastIndex(({ keyword }) => keyword === 'FROM');
    const lines = text.split('\n');
    let isChanged = false;
    for (const [at, { keyword, line }] of instructions.entries()) {
        if (at < stage || keyword !== 'ONBUILD')
            continue;
        isChanged = true;
        const next = instructions[at + 1]?.line ?? lines.length + 1;
        for (let index = line - 1; index < next - 1; index += 1)
            lines[index] = '';
    }
    return isChanged ? lines.join('\n') : undefined;
}

// EXTERNAL MODULE: ./lib/dockerfile/offered-mounts.js
var offered_mounts = __webpack_require__(77792);
// EXTERNAL MODULE: ./lib/plan/build-record.js
var build_record = __webpack_require__(96557);
// EXTERNAL MODULE: ./lib/plan/labels.js
var plan_labels = __webpack_require__(60632);
;// CONCATENATED MODULE: ./lib/lock/layers.js
/**
 * Divides the distributions of an image into layers, so that whoever has the image before pulls little of the new one.
 *
 * What is pulled anew by an engine that stores layers on each other (Docker's graph drivers) are the layer that changed and
 * all above it. So large distributions are below small ones, in both those that are released rarely below the others, and
 * on top is the one that the image is for. Each is judged by itself, as of its own release: another that moves changes
 * nothing of it, and the index says the same of that time later.
 */

const limits = {
    /** Bytes from which on a distribution is large. */
    large: 1_000_000,
    /** Releases a year from which on it is released often. */
    often: 8,
    /** Bytes from which on several layers are worth it: less is pulled as fast as it is asked for. */
    whole: 10_000_000,
};
/**
 * Undefined where one layer does.
 *
 * @param before the layers of the image that this one follows. A distribution stays in its layer until it is off by the
 *   factor two: at the limit each of its releases could move it, and two layers would be pulled anew.
 */
function divideIntoLayers(releases, top, before) {
    const below = releases.filter(({ name }) => name !== top);
    const size = releases.reduce((sum, one) => sum + one.size, 0);
    if (below.length === 0 || !reaches(size, limits.whole, before && true))
        return undefined;
    const layers = [[], [], [], [], [top]];
    for (const release of below)
        layers[numberOf(release, before)].push(release.name);
    return layers.map((names) => names.toSorted());
}
function numberOf({ name, size, frequency }, before = []) {
    const at = before.findIndex((names) => names.includes(name));
    const known = at >= 0 && at < 4;
    const wasOften = known ? at % 2 === 1 : undefined;
    const isLarge = reaches(size, limits.large, known ? at < 2 : undefined);
    const isOften = frequency === undefined ? wasOften === true : reaches(frequency, limits.often, wasOften);
    if (isLarge)
        return isOften ? 1 : 0;
    return isOften ? 3 : 2;
}
/** @param before what the answer was for the image before, where there is one. */
function reaches(value, limit, before) {
    if (before === undefined)
        return value >= limit;
    return value >= (before ? limit / 2 : limit * 2);
}
/** Milliseconds. */
const year = 365 * 24 * 3_600_000;
/**
 * What an index says of a locked release. Only files of the lock count, and releases up to this one, so that a later look
 * gives the same.
 *
 * @param entries of one distribution, which may have several versions, for several platforms.
 * @param project absent where the index does not have it.
 */
function releaseOf(entries, project) {
    const [{ name }] = entries;
    const wheels = new Set(entries.flatMap((one) => one.wheels.map(({ filename }) => filename)));
    const sdists = new Set(entries.flatMap(({ sdist }) => (sdist === undefined ? [] : [sdist.filename])));
    const files = project?.files ?? [];
    const ofWheels = files.filter(({ filename }) => wheels.has(filename));
    const ofSdists = files.filter(({ filename }) => sdists.has(filename));
    const size = sizeOf(ofWheels) || sizeOf(ofSdists);
    const times = [...ofWheels, ...ofSdists].flatMap(({ uploaded }) => uploaded ?? []);
    return {
        name,
        size,
        ...(0,defined/* defined */.s)({ frequency: times.length === 0 ? undefined : releasesUntil(files, Math.min(...times)) }),
    };
}
const sizeOf = (files) => Math.max(0, ...files.map(({ size = 0 }) => size));
/** A release is as old as its first file. Pre-releases are not counted: nobody who does not ask gets them. */
function releasesUntil(files, end) {
    const first = new Map();
    for (const { version, uploaded } of files)
        if (uploaded !== undefined && !version.isPrerelease)
            first.set(version.text, Math.min(uploaded, first.get(version.text) ?? Infinity));
    return [...first.values()].filter((time) => time > end - year && time <= end).length;
}

;// CONCATENATED MODULE: ./lib/recipe/layers.js
/** The layers of an image: decided from its lock and what the index says of it, and listed with their times. */



/** Undefined where one layer does, or nothing else was asked for. */
async function layersOfImage(run, { records }, { packages, lock, requirements }) {
    const { session, image } = run;
    if (image.content.kind !== 'packages' || image.content.layers === undefined)
        return undefined;
    const index = session.packageIndex(packages);
    const installed = installedNames(requirements);
    const releases = await Promise.all(installed.map(async (name) => {
        const [first, ...more] = lock.packages.filter((one) => one.name === name);
        if (first === undefined)
            return { name, size: 0 };
        return releaseOf([first, ...more], packages.local?.name === name ? undefined : await orUnknown(index.project(name)));
    }));
    if (releases.every(({ size }) => size === 0))
        (0,image_run/* note */.N)(run, 'the index says the size of no file, so that the image is one layer');
    const before = records.find(({ layers }) => layers !== undefined)?.layers;
    return divideIntoLayers(releases, packages.distribution, before);
}
/** An index that does not answer now is no reason to build nothing: the lock is there. */
const orUnknown = (asked) => asked.catch((error) => {
    if (error instanceof errors/* Failure */.HR)
        return undefined;
    throw error;
});
const installedNames = (requirements) => [
    ...new Set(requirements.flatMap((platform) => platform.requirements.flatMap(({ kind, name }) => (kind === 'present' ? [] : [name])))),
].toSorted();
/**
 * The layers that are not empty. The files of each are as old as its newest release, so that a release in one layer
 * changes no other.
 *
 * @param given the environment's SOURCE_DATE_EPOCH, in seconds.
 */
const layerList = (layers, lock, given) => layers
    .filter(({ length }) => length > 0)
    .map((names) => ({ names, time: given ?? newestUpload(layers_textOf(lock, names)) }));
/** The tables of these packages in the lock. */
const layers_textOf = (lock, names) => (lock?.text ?? '')
    .split(/^(?=\[\[packages\]\])/m)
    .filter((table) => names.includes(/^name = "([^"]+)"/m.exec(table)?.[1] ?? ''))
    .join('');
/**
 * When the newest file was published that the text of a lock names, in seconds. 1980 where the index does not say:
 * archives cannot hold an earlier year.
 */
function newestUpload(text) {
    const times = [...text.matchAll(/upload-time = (\d{4}-\d\d-\d\dT[\d:.]+Z)/g)];
    const seconds = times.map(([, time = '']) => Math.floor(Date.parse(time) / 1000)).filter(Number.isFinite);
    return Math.max(315_532_800, ...seconds);
}

;// CONCATENATED MODULE: ./lib/recipe/bake-recipe.js
/** The recipe of an image that is built. Pure: everything that had to be asked is an argument. */














function bakeRecipe(question) {
    const { locked } = question;
    const { content } = question.image;
    const rendered = renderedArguments(question);
    return {
        do: 'bake',
        ...preparedOf(question),
        source: sourceOf(question),
        arguments: content.kind === 'dockerfile' ? content.arguments : rendered,
        packagesArguments: rendered,
        replaced: locked?.replaced ?? [],
        requested: content.packages === undefined ? [] : requestedNames(content.packages),
        native: locked?.native ?? [],
        restored: locked?.restored ?? [],
        ...(0,defined/* defined */.s)({ layers: layersOf(question) }),
    };
}
const layersOf = ({ record: { layers }, locked, sourceDateEpoch: given }) => layers && layerList(layers, locked?.lock, given);
/** The recipe of an image whose layers are put onto the base of today: nothing is installed or compiled. */
const rebaseRecipe = (question, place) => ({
    do: 'rebase',
    place,
    ...preparedOf(question),
});
/** What the image, its index and its checks say, however it is made. */
function preparedOf(question) {
    const { image, platforms, policy, base, custom, locked, record, created } = question;
    // A custom Dockerfile stands on what its FROM says, not on the base of its packages.
    const under = image.content.kind === 'packages' ? base : custom?.standsOn;
    const epoch = epochOf(question);
    return {
        image,
        platforms,
        labels: {
            ...(0,plan_labels/* labelsOf */.PC)(image, under),
            // The engine's store keeps the labels of an image, and not its annotations.
            ...(policy.target.kind === 'engine' && {
                ...(0,build_record/* annotationsOfRecord */.jV)(record),
                [plan_labels/* loadedLabel */.K5]: (0,names_reference/* taggedText */.Ms)(image.repositories[0], image.tags.exact),
            }),
            // Which steps of a custom Dockerfile are kept is BuildKit's to say, and their times are mostly its own.
            ...(image.content.kind === 'packages' &&
                epoch.sourceDateEpoch !== undefined && {
                [plan_labels/* stepsLabel */.u7]: (0,plan_labels/* stepsText */.bS)({
                    count: (0,dockerfile_instructions/* stepsOfLastStage */.JG)(render(question)),
                    time: epoch.sourceDateEpoch * 1000,
                }),
            }),
        },
        annotations: (0,plan_labels/* annotationsOf */.Ih)(image, policy, {
            base: under,
            record,
            missing: (image.part ?? image.platforms).filter((platform) => !platforms.includes(platform)),
            ...(created === undefined ? {} : { created }),
        }),
        bases: { publish: base, build: buildBase(question) },
        checks: checksOf(image, {
            requirements: namesOf(locked),
            starts: custom?.starts ?? null,
        }),
        checksHaveVariables: policy.verifyEnv.length > 0,
        ...(locked === undefined ? {} : { lock: locked.lock }),
        requirements: locked?.requirements ?? [],
        ...epoch,
    };
}
function checksOf({ content, version, checks }, { requirements, starts }) {
    return {
        python: content.packages?.python.text ?? null,
        distribution: content.packages?.distribution ?? null,
        version: content.packages === undefined ? null : (version?.text ?? null),
        extras: checks.extras,
        requirements,
        // A custom Dockerfile may leave the scripts out, as the seed's did.
        scripts: content.kind === 'packages',
        verify_command: checks.command ?? null,
        verify_python: checks.python ?? null,
        starts,
        cmd: content.kind === 'packages' ? (content.command ?? null) : null,
        skip: checks.skip,
        ...(0,defined/* defined */.s)({ test: checks.test, trial: checks.trial, runs: checks.runs }),
    };
}
/** Whether the last stage of the rendered Dockerfile runs nothing: then it is nothing but copied layers on its base. */
const copiesOnly = ({ content }, replaced) => content.kind === 'packages' &&
    replaced.length === 0 &&
    content.runtimePackages.length === 0 &&
    // A number needs no account.
    (content.user === undefined || isNumeric(content.user));
function sourceOf(question) {
    const { custom } = question;
    if (custom === undefined)
        return { kind: 'rendered', dockerfile: render(question) };
    const { path, context, pins, parents } = custom;
    const offer = offerOf(question, custom);
    const checked = withoutTriggers(offer?.dockerfile ?? custom.text);
    const isChanged = checked !== undefined || offer !== undefined;
    const source = {
        kind: 'custom',
        path,
        context,
        pins,
        parents,
        ...(0,defined/* defined */.s)({ checked, offer, ignore: isChanged ? custom.ignore : undefined }),
    };
    return custom.usesPackages ? { ...source, packages: render(question) } : source;
}
/** Undefined where nothing of what pip asks for could be locked. */
function offerOf(question, { path, text, offer }) {
    const { image, offers = [] } = question;
    if (offer === undefined || offers.length === 0)
        return undefined;
    const dockerfile = (0,offered_mounts/* withOffers */.s0)(text, offers.flatMap(({ part }) => part.lines));
    return {
        parts: offers.map(({ part, locked }, at) => {
            const { context, packages } = part;
            const { lock, requirements, native, restored } = locked;
            return {
                id: (0,plan_image/* offerId */.S6)(image.id, at + 1),
                context,
                packages,
                lock,
                requirements,
                native,
                restored,
                stages: renderOffer(question, packages, locked),
                arguments: offerArguments(question, part, locked),
            };
        }),
        dockerfile,
        difference: (0,offered_mounts/* lineDifference */.eo)(text, dockerfile, { before: path, after: 'what is built' }),
        helpers: offer.helpers,
    };
}
function render(question) {
    const { image, policy, templates, locked } = question;
    const { content } = image;
    const final = content.kind === 'packages' ? content : undefined;
    return renderDockerfile(locked === undefined ? templates.plain : templates.locked, {
        ...sectionsOf(question, content.packages, locked),
        emulated: policy.compile !== 'cross',
        runtimePackages: (final?.runtimePackages.length ?? 0) > 0,
        image: final !== undefined,
        ...(0,defined/* defined */.s)({ layers: layersOf(question)?.length }),
        ...(final?.user === undefined ? {} : { user: final.user }),
        ...(final?.command === undefined ? {} : { command: final.command }),
    });
}
/** What cannot be cross-compiled is left to the instruction that asks for it: it may have installed what that needs. */
const renderOffer = (question, packages, locked) => renderDockerfile(question.templates.locked, {
    ...sectionsOf(question, packages, locked),
    emulated: false,
    runtimePackages: false,
    image: false,
    offered: true,
});
const sectionsOf = ({ platforms }, packages, locked) => ({
    native: (locked?.native.length ?? 0) > 0,
    compile: (locked?.requirements ?? [])
        .filter((platform) => (0,plan_recipe/* compiledOnTarget */.af)(platform, locked).length > 0)
        .map((platform) => platform.platform),
    platforms,
    different: locked !== undefined && !(0,plan_recipe/* installsTheSame */.MI)(locked),
    replaced: (locked?.replaced.length ?? 0) > 0,
    buildConstraints: (packages?.buildConstraints.length ?? 0) > 0,
    extraIndexes: packages !== undefined && (0,extra_index/* ownersText */.M2)(packages) !== '',
});
/** By digest where it was looked at: what is verified and what is pushed then stand on the same. */
const buildBase = ({ image, custom, locked }) => compilerOf(locked) ?? image.content.packages?.base.build ?? custom?.standsOn?.reference ?? '';
const compilerOf = (locked) => locked?.build && `${locked.build.reference}@${locked.build.digest}`;
/** Build arguments of every rendered stage that compiles. */
function compileArguments(packages, base, build) {
    const { buildPackages, buildConstraints, indexUrl } = packages;
    const owners = (0,extra_index/* ownersText */.M2)(packages);
    return {
        PUBLISH_BASE: `${base.reference}@${base.digest}`,
        BUILD_BASE: build,
        ...words('BUILD_PACKAGES', buildPackages),
        ...(buildConstraints.length === 0 ? {} : { BUILD_CONSTRAINTS: buildConstraints.join('\n') }),
        ...(indexUrl === undefined ? {} : { INDEX_URL: indexUrl }),
        ...(owners === '' ? {} : { EXTRA_INDEXES: owners }),
    };
}
const words = (name, all) => all.length === 0 ? {} : { [name]: all.join(' ') };
function renderedArguments(question) {
    const { image, policy, base, locked } = question;
    const { content } = image;
    const { packages } = content;
    if (packages === undefined)
        return {};
    const final = content.kind === 'packages' ? content : undefined;
    const { INDEX_URL, ...compiling } = compileArguments(packages, base, buildBase(question));
    return {
        ...compiling,
        ...(policy.compile === 'auto' ? {} : { COMPILE: policy.compile }),
        ...emulatedArgument(locked),
        ...words('RUNTIME_PACKAGES', final?.runtimePackages ?? []),
        ...(final?.user === undefined ? {} : { RUN_AS: final.user }),
        ...(INDEX_URL === undefined ? {} : { INDEX_URL }),
        ...(locked === undefined ? { REQUIREMENTS: packages.requirements.join('\n') } : {}),
    };
}
/** A failure is none of the build: what is only to be cross-compiled is left to pip all the same. */
function offerArguments({ policy }, { packages, base }, locked) {
    const { INDEX_URL, ...compiling } = compileArguments(packages, base, compilerOf(locked) ?? packages.base.build);
    return {
        ...compiling,
        ...(policy.compile === 'emulate' ? { COMPILE: policy.compile } : {}),
        ...emulatedArgument(locked),
        ...(INDEX_URL === undefined ? {} : { INDEX_URL }),
    };
}
const emulatedArgument = (locked) => words('EMULATED', (locked?.emulated ?? []).map(names_platform/* keyOf */.TN));
const requestedNames = ({ requirements }) => requirements.map((line) => (0,package_name/* normalizedName */.j8)(/^[\w.-]+/.exec(line)?.[0] ?? line));
const namesOf = (locked) => {
    const everywhere = locked?.requirements ?? [];
    const [first, ...rest] = everywhere.map((platform) => platform.requirements.map(({ name }) => name));
    return (first ?? []).filter((name) => rest.every((names) => names.includes(name)));
};
/** A custom Dockerfile that installs by itself keeps its own times, unless the environment says otherwise. */
function epochOf(question) {
    const { sourceDateEpoch: given, locked, custom } = question;
    if (given !== undefined)
        return { sourceDateEpoch: given };
    return custom !== undefined && locked === undefined
        ? {}
        : { sourceDateEpoch: sourceDateEpoch(locked?.lock) };
}
/** The time that files carry: when the newest file of the lock was published, so that the same lock gives the same layer. */
const sourceDateEpoch = (lock) => newestUpload(lock?.text ?? '');

;// CONCATENATED MODULE: ./lib/recipe/left-to-pip.js
/**
 * Leaves it to pip on the machine's own platform, and the rest as it was. For the other platforms it is cross-compiled all
 * the same: it may need what only they have, and what fails there is said of each.
 */
function leftToPip(requirements, machine, attempts) {
    const failed = attempts.filter(({ why }) => why !== undefined);
    const notes = failed.map(({ name, version, why }) => `${name} ${version} did not compile for ${machine}, and is left to the pip of the Dockerfile: ${why}; what its build needs belongs into build_packages`);
    const hasFailed = (one) => failed.some(({ name, version }) => one.name === name && one.version === version);
    return {
        requirements: requirements.map((one) => one.platform === machine
            ? { ...one, requirements: one.requirements.filter((each) => !hasFailed(each)) }
            : one),
        notes,
    };
}

// EXTERNAL MODULE: ./lib/lock/uv-errors.js
var uv_errors = __webpack_require__(42534);
// EXTERNAL MODULE: ./lib/recipe/resolve.js + 2 modules
var resolve = __webpack_require__(85291);
;// CONCATENATED MODULE: ./lib/recipe/offers.js







const partsOf = ({ custom }) => custom?.offer?.parts ?? [];
/** Without a lock pip is offered nothing on a base, which is never wrong: a note says why. */
async function lockOffers(run, observed) {
    const platforms = (0,observe_image/* platformsLeft */.W9)(run.image, observed);
    const locked = [];
    for (const part of partsOf(observed)) {
        const resolved = await orNothing(() => (0,resolve/* resolveOn */.iJ)(run.session, part.packages, part.base, platforms, { beside: libraryOf(run) }), (why) => (0,image_run/* note */.N)(run, `what pip asks for in the Dockerfile on ${part.base.reference} could not be resolved, so that nothing is compiled for it: ${why}`));
        // Nothing is removed from a base: pip does that.
        if (resolved !== undefined)
            locked.push({ part, resolved: { ...resolved, replaced: [] } });
    }
    return locked;
}
/**
 * Bytecode of the library is compiled while the builder pulls the base, since every step that runs pip waits for it. Its
 * stage and its programs are those of the build itself, or the builder would do it once more.
 */
function libraryOf({ session: { programs }, policy }) {
    if (policy.dryRun)
        return undefined;
    const dockerfile = renderDockerfile((0,build_programs/* program */.DM)(programs, 'Dockerfile'), {
        native: false,
        compile: [],
        platforms: [],
        emulated: false,
        different: false,
        replaced: false,
        runtimePackages: false,
        buildConstraints: false,
        extraIndexes: false,
        image: false,
        offered: true,
    });
    return {
        stage: 'library',
        dockerfile,
        programs: { ...(0,build_programs/* stagePrograms */.MN)(programs), ...(0,build_programs/* offerPrograms */.ay)(programs) },
    };
}
/**
 * The same for the bases as a published image knows them, without a word. What its record does not know was not offered
 * then, and is no reason to build it again: the next build writes it down.
 */
async function lockedAsRecorded({ session }, observed, record, platforms) {
    const locked = [];
    for (const part of partsOf(observed)) {
        const facts = factsFor(record, observed.custom, part).filter((one) => platforms.includes(one.platform));
        const resolved = facts.length === 0
            ? undefined
            : await orNothing(() => (0,resolve/* resolveFor */.EM)(session, part.packages, facts), () => { });
        if (resolved !== undefined)
            locked.push({ part, resolved });
    }
    return locked;
}
/** The first base of a record has no name in it, be it that of the packages or of a step that runs pip. */
const isFirst = (custom, part) => custom?.usesPackages === false && custom.offer?.parts[0]?.context === part.context;
/** Facts of the base of an offer, for a record. */
const recordedFacts = (custom, part, facts) => isFirst(custom, part) ? facts : facts.map((one) => ({ ...one, base: part.base.reference }));
/** Facts of the base of an offer, of a record. */
const factsFor = ({ facts }, custom, part) => facts.flatMap(({ base, ...one }) => (isFirst(custom, part) ? base === undefined : base === part.base.reference) ? [one] : []);
/** @param say told why there is nothing; a fault that may pass is thrown. */
async function orNothing(work, say) {
    try {
        return await work();
    }
    catch (error) {
        const isOwn = error instanceof uv_errors/* NoSolution */.JW ||
            (error instanceof errors/* Failure */.HR && error.problems.every(({ station }) => station === 'build'));
        if (!isOwn)
            throw error;
        say(error.problems[0]?.message ?? error.message);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/recipe/question.js
/** Everything that a recipe is made from, out of what a run has found out. */





function questionOf(run, { platforms, observed, base, parents, resolved, locked, offers = [], starts, layers, created }) {
    const { session, policy } = run;
    const { world, programs } = session;
    const { custom } = observed;
    const { image } = run;
    const epoch = world.env['SOURCE_DATE_EPOCH'] ?? '';
    return {
        image,
        platforms,
        policy,
        base,
        record: {
            fingerprint: fingerprintNow(run, observed, {
                requirements: allRequirements(resolved, offers),
                bases: (0,observe_image/* basesOf */.cF)(run.image, observed, base, parents),
            }),
            facts: [
                ...(resolved?.facts ?? []),
                ...offers.flatMap(({ part, resolved: { facts } }) => recordedFacts(custom, part, facts)),
            ],
            indexes: (0,observe_image/* indexesOf */.O7)(observed, base),
            ...(0,defined/* defined */.s)({ layers }),
        },
        templates: { locked: (0,build_programs/* program */.DM)(programs, 'Dockerfile'), plain: (0,build_programs/* program */.DM)(programs, 'plain.Dockerfile') },
        ...(policy.maxAge === undefined || created === undefined ? {} : { created }),
        ...(/^\d+$/.test(epoch) ? { sourceDateEpoch: Number(epoch) } : {}),
        ...(locked === undefined ? {} : { locked }),
        ...(offers.length === 0 ? {} : { offers }),
        ...(custom === undefined
            ? {}
            : {
                custom: {
                    ...custom,
                    pins: { ...custom.pins, ...pulled(parents) },
                    parents: built(parents),
                    // Without a digest: the label would be another one where the parent is built in the same run.
                    ...(custom.parent === undefined
                        ? {}
                        : { standsOn: { reference: (0,observe_image/* calledIn */.PE)(parents, custom.parent) } }),
                    ...(starts === undefined ? {} : { starts }),
                },
            }),
    };
}
/** What an image installs and what its pip is offered; undefined where neither could be locked. */
function allRequirements(resolved, offers) {
    const all = [...(resolved === undefined ? [] : [resolved]), ...offers.map((one) => one.resolved)];
    return all.length === 0 ? undefined : all.flatMap(({ requirements }) => requirements);
}
/** Parents that a registry holds. */
const pulled = (parents) => Object.fromEntries(Object.entries(parents).flatMap(([from, { reference }]) => reference === undefined ? [] : [[from, reference]]));
/** Parents that are built in the same run of buildx. */
const built = (parents) => Object.fromEntries(Object.entries(parents).flatMap(([from, { id, reference }]) => reference === undefined && id !== undefined ? [[from, id]] : []));
/** What the image would be made of today. @param parts requirements are undefined where nothing is locked or compared. */
const fingerprintNow = ({ policy, image }, { custom }, { requirements, bases, }) => (0,plan_fingerprint/* fingerprintOf */.ax)({
    image,
    policy,
    bases,
    ...(requirements === undefined ? {} : { requirements }),
    ...(custom === undefined ? {} : { dockerfile: custom }),
});

;// CONCATENATED MODULE: ./lib/lock/metadata.js



/** The first pip that refuses a release with a requirement that is not valid by PEP 440 and PEP 508. */
const strictPip = '24.1';
/** Whether this pip is strict. @param version `25.3`. */
function isStrict(version) {
    const [pip, strict] = [(0,package_version/* parsePackageVersion */.g7)(version), (0,package_version/* parsePackageVersion */.g7)(strictPip)];
    return pip.ok && strict.ok && (0,package_version/* compareVersions */.Zy)(pip.value, strict.value) >= 0;
}
/**
 * Requirements whose versions are not valid by PEP 440: `PyYAML (>=5.1.*)`. Markers are ignored, since pip parses all lines
 * before it evaluates them. Lines with other faults are left to pip: this must not refuse what pip accepts.
 *
 * @param metadata text of a wheel's METADATA.
 */
function refusedLines(metadata) {
    return (0,headers/* headerValues */.U)(metadata, 'Requires-Dist').filter((line) => {
        const rest = (0,package_name/* splitHead */.nD)(line)?.rest;
        if (rest === undefined || rest.startsWith('@'))
            return false;
        const specifiers = rest.replace(/;.*$/, '').trim();
        return !(0,package_version/* parseSpecifiers */.$h)(/^\((.*)\)$/.exec(specifiers)?.[1] ?? specifiers).ok;
    });
}

// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
;// CONCATENATED MODULE: ./lib/recipe/refuse-metadata.js
/** Refuses, before anything is built, releases that the base's own pip refuses for their metadata. */




/**
 * Wheels are unpacked here without pip, which mends or forgives nothing: an image with such a release could be made, but
 * no pip would have made it, and `pip check` in it fails.
 *
 * @param metadataOf the text of METADATA of the wheel at a URL, where the index serves it.
 * @param asked normalized name of the package that the image is for.
 * @throws Failure (station `index`) with every such release and the lines of its metadata.
 */
async function refuseMetadata(metadataOf, { facts, requirements }, asked) {
    const pips = new Map(facts.map(({ platform, installed }) => [platform, installed['pip'] ?? '']));
    const wheels = requirements
        .filter(({ platform }) => isStrict(pips.get(platform) ?? ''))
        .flatMap(({ platform, requirements: all }) => all.flatMap((one) => 
    // That of a project's own source is of no index.
    one.kind === 'wheel' && !(0,local/* isLocal */.IX)(one.wheel) ? [{ ...one, pip: pips.get(platform) }] : []));
    const each = [...new Map(wheels.map((one) => [one.wheel.url, one])).values()];
    const found = await Promise.all(each.map(async ({ name, version, wheel, pip }) => {
        const lines = refusedLines((await metadataOf(wheel.url)) ?? '');
        if (lines.length === 0)
            return [];
        const wayOut = name === asked ? 'Choose another package_version' : `Add "${name}!=${version}" to requirements`;
        const message = `${name} ${version} is refused by pip ${pip} of the base: its metadata requires ${lines.map(shown/* shown */.S).join(', ')}, which is not a requirement of PEP 440. ${wayOut}, or a base whose pip is older than 24.1.`;
        return [{ station: 'index', about: name, message }];
    }));
    // Wheels of one release for several platforms say the same.
    const problems = (0,errors/* uniqueProblems */.OH)(found.flat());
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
}

// EXTERNAL MODULE: ./lib/report/step-words.js
var step_words = __webpack_require__(86322);
// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/wheel-cache/open.js + 2 modules
var wheel_cache_open = __webpack_require__(26686);
;// CONCATENATED MODULE: ./lib/recipe/restored-wheels.js
/** Wheels of the cache that an image uses: what is compiled for it is looked for there first. */






/** @param except platforms that restore none. */
async function restoredWheels({ session, policy }, resolved, except) {
    const { world, journal, cache } = session;
    const store = await session.wheelStore(policy.wheelStore);
    if (store === undefined)
        return [];
    return restoreWheels(world, {
        store,
        kind: policy.wheelStore.kind,
        compile: policy.compile,
        cache,
        wanted: wantedWheels(resolved).filter(({ facts }) => !except.includes(facts.platform)),
        note: (text) => journal.add({ is: 'note', text }),
        onRestored: ({ release: { name, version }, platform, seconds, artifact: { record } }, start) => {
            const words = (0,step_words/* forPlatform */.Tg)(`restore the wheel of ${name}`, platform);
            journal.add({
                is: 'span',
                span: { section: 'lock', name: words, platform, start, seconds, alone: true },
            });
            world.log.info(`${name} ${version} ${platform}: ${(0,report_words/* restoredText */.o$)({ ...record, took: seconds })}`);
        },
    });
}
function wantedWheels({ packages, lock, requirements, facts }) {
    const { buildPackages, buildConstraints, base } = packages;
    return requirements.flatMap(({ platform, requirements: all }) => {
        const of = facts.find((one) => one.platform === platform);
        if (of === undefined)
            return [];
        const shared = { facts: of, buildPackages, buildConstraints, buildBase: (0,wheel_cache_open/* buildBaseOf */.$)(base) };
        return all.flatMap((one) => one.kind === 'compile' ? [{ ...shared, requirement: one, mayBePure: (0,wheel_cache_key/* mayBePure */.zT)(lock, one) }] : []);
    });
}
/** Puts restored wheels where the build finds them. @param folder of the image's files. */
async function placeRestored({ files }, folder, restored) {
    for (const { artifact, path } of restored) {
        const { digest, filename } = artifact;
        const hash = digest.slice('sha256:'.length);
        await files.replace((0,external_node_path_.join)(folder, 'lock', 'kept', hash, filename), files.bytes(path));
    }
}

;// CONCATENATED MODULE: ./lib/build/finding-rules.js
/**
 * The meaning of each kind of finding for an image. Fatal is what makes the image wrong; what the package's author did,
 * and what pip would have installed all the same, is a warning. docs/verifying.md is made from this table.
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
const likePip = {
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
    'import-symbol': warning('imports', 'The package itself does not import, because an extension does not fit this Python or system. Fatal where that extension was cross-compiled.', { ...suspect, fatalWhereCrossed: true }),
    'import-error': warning('imports', 'The package itself does not import, for another reason.', {
        ...suspect,
        ...likePip,
    }),
    'part-extra': warning('imports', 'One module of several imports something that no requirement names.', extra),
    'part-library': warning('imports', 'One module of several does not import, because a shared library is not in the image.'),
    'part-crash': warning('imports', 'A signal ends the process while one module of several is imported.', suspect),
    'part-symbol': warning('imports', 'One module of several does not import, because an extension does not fit this Python or system.', suspect),
    'part-error': warning('imports', 'One module of several does not import, for another reason.', likePip),
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
    'script-error': warning('scripts', 'What a script starts does not import, for another reason.', likePip),
    'cmd-missing': fatal('cmd', 'The program of `command` is not in the image.'),
    'command-failed': fatal('command', '`verify_command` fails.', suspect),
    'trial-failed': warning('command', '`SCRIPT --help`, which is run where no command was asked for, fails.', {
        advice: 'verify_commands says what to run in its place, or that nothing is run.',
    }),
    'test-failed': fatal('test', "The image's `test.sh` fails."),
    'run-failed': fatal('run', 'Of a connector: its ENTRYPOINT, started with `spec`, fails, or prints no specification.'),
    'entry-missing': fatal('entry', 'The program of ENTRYPOINT, or what its first line names, is not in the image.'),
    'cmd-absent': warning('entry', 'The same of CMD, where there is no ENTRYPOINT.', {
        advice: 'A container without a command of its own cannot start.',
    }),
    'entry-processor': fatal('entry', 'The program that the image starts is for another processor.'),
    'entry-loader': fatal('entry', 'The program that loads it, of another C library, is not in the image.'),
    'entry-library': fatal('entry', 'Its loader does not find a shared library that it needs.'),
    'entry-load': warning('entry', 'Its loader does not list its libraries, for another reason.'),
    'link-broken': warning('links', 'A link in PATH leads to nothing.'),
    'program-library': warning('programs', 'A program or library of PATH, /usr/local, /opt, /app, /srv or the working folder needs a library that is not in the image.'),
    'interpreter-start': warning('interpreter', "The image's Python does not run the checks."),
    'time-limit': warning('imports, libraries, scripts', 'The time for the checks was over before all was looked at.'),
    'check-error': fatal('any', 'A check itself broke, so that nobody looked.', {
        advice: 'Report it with the package; verify_skip leaves the check out, such as imports or scripts.',
    }),
};
/** Undefined for a word that is no kind. */
const findingRule = (kind) => Object.hasOwn(findingRules, kind) ? findingRules[kind] : undefined;

;// CONCATENATED MODULE: ./lib/recipe/suspects.js

const noExclusions = { elsewhere: [], restored: [], cross: [] };
const excluding = (before, { of, platforms }) => ({
    ...before,
    [of]: [...before[of], ...platforms],
});
/** Wheels of other indexes on a platform, in whose place something can be compiled. */
const elsewhereOn = ({ requirements }, platform) => requirements
    .filter((one) => one.platform === platform)
    .flatMap((one) => one.requirements)
    .flatMap((one) => (one.kind === 'wheel' && one.instead?.compile !== undefined ? [one] : []));
/** What is installed where some platforms take no wheels of other indexes. */
const withoutElsewhere = (requirements, { elsewhere }) => requirements.map((one) => elsewhere.includes(one.platform)
    ? {
        ...one,
        requirements: one.requirements.map((each) => each.kind === 'wheel' ? (each.instead?.compile ?? each) : each),
    }
    : one);
const isCross = ({ way, why }) => way === 'cross' && why === undefined;
/** Names of what was cross-compiled for each platform, by this run or by the one that a wheel is restored of. */
function crossCompiledOf({ attempts, restored, }) {
    const names = new Map();
    const add = (platform, name) => {
        if (platform !== 'native')
            names.set(platform, (names.get(platform) ?? new Set()).add(name));
    };
    for (const [platform, all] of attempts)
        for (const { name } of all.filter((one) => isCross(one)))
            add(platform, name);
    for (const { platform, release, artifact } of restored)
        if (artifact.record.way === 'cross')
            add(platform, release.name);
    return names;
}
/** Made once for all platforms: where it is compiled anew for one, the others must not keep it. */
const isShared = ({ artifact }) => artifact.record.key.platform === 'any';
/**
 * Whether a restored wheel may be why a check found this. A package whose own Python code fails does so at every build: to
 * suspect its wheel each time would restore nothing.
 */
const mayComeOfRestored = (kind) => kind !== 'import-error';
const hasRestored = ({ restored }, platform) => restored.some((one) => one.platform === platform);
const hasCross = ({ attempts }, platform) => (attempts.get(platform) ?? []).some(isCross);
/**
 * Undefined where building again would change nothing: a platform failed that has nothing of the kind, or a check that
 * has other causes.
 *
 * @param mayEmulate whether what was cross-compiled may be emulated in its place.
 */
function suspicionOf(suspects, verified, mayEmulate) {
    const found = verified.flatMap(({ platform, checks }) => checks.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, name, platform }))));
    const fatal = found.filter(({ severity }) => severity === 'fatal');
    // Where nothing is fatal the image is published: then it is only looked at again for what a wheel may be behind.
    const failed = fatal.length > 0 ? fatal : found.filter(({ kind }) => findingRule(kind)?.suspect === true);
    const [first] = failed;
    const may = failed.every(({ platform, kind }) => (elsewhereOn(suspects, platform).length > 0 ||
        (mayComeOfRestored(kind) && hasRestored(suspects, platform)) ||
        (mayEmulate && hasCross(suspects, platform))) &&
        findingRule(kind)?.suspect === true);
    if (first === undefined || !may)
        return undefined;
    const platforms = [...new Set(failed.map(({ platform }) => platform))];
    const why = `with it the image failed a check on ${first.platform} (${first.name}: ${first.message.split('\n')[0]})`;
    const ofOthers = platforms.filter((platform) => elsewhereOn(suspects, platform).length > 0);
    if (ofOthers.length > 0)
        return { of: 'elsewhere', platforms: ofOthers, why };
    const restored = failed.some(({ kind }) => mayComeOfRestored(kind))
        ? suspects.restored.filter(({ platform }) => platforms.includes(platform))
        : [];
    const sharing = restored.some(isShared)
        ? suspects.restored.filter(isShared).map(({ platform }) => platform)
        : [];
    return {
        of: restored.length > 0 ? 'restored' : 'cross',
        platforms: [...new Set([...platforms, ...sharing])],
        why,
    };
}
/** What of the suspected is said in the report. */
const suspicionNotes = ({ of, platforms, why }, suspects) => of === 'elsewhere'
    ? platforms.flatMap((platform) => elsewhereOn(suspects, platform).map(({ name, version, wheel }) => `the wheel of ${name} ${version} for ${platform} from ${wheel.from} is not used, and compiled: ${why}`))
    : of === 'cross'
        ? []
        : suspects.restored
            .filter((one) => platforms.includes(one.platform))
            .map(({ release, platform }) => `the saved wheel of ${release.name} ${release.version} for ${platform} is not used, and compiled anew: ${why}`);
/** What is done about it, as the beginning of a sentence. */
const suspicionText = ({ of }) => ({
    elsewhere: 'Wheels of other indexes are compiled',
    restored: 'Saved wheels are compiled anew',
    cross: 'What was cross-compiled is emulated',
})[of];

// EXTERNAL MODULE: ./lib/build/nodes.js
var build_nodes = __webpack_require__(71125);
;// CONCATENATED MODULE: ./lib/build/split.js

/** Nothing is split where one node builds everything. */
function splitByNode(bake, nodes = []) {
    const targets = Object.entries(bake.target);
    const isShared = targets.some(([, { platforms = [] }]) => (0,build_nodes/* sharesOf */.AR)(nodes, platforms).length > 1);
    if (!isShared)
        return bake;
    const target = {};
    const group = {};
    for (const [name, whole] of targets) {
        const parts = (0,build_nodes/* sharesOf */.AR)(nodes, whole.platforms ?? []).map((share) => {
            const part = partOf(name, share.node);
            target[part] = partFor(whole, share.node, share.platforms);
            return part;
        });
        group[name] = { targets: parts };
    }
    return { group, target };
}
/** Suffix of the target of a node. */
const partOf = (target, node) => `${target}-node${node + 1}`;
/** The target that a part belongs to. */
const wholeOf = (target) => target.replace(/-node\d+$/, '');
/** The one platform that a part is for: buildx names none in its steps then. Undefined for what is no part. */
function onlyPlatformOf({ group, target }, part) {
    const platforms = group === undefined ? [] : (target[part]?.platforms ?? []);
    return platforms.length === 1 ? platforms[0] : undefined;
}
/** Where buildx writes a part of an image. */
const partPath = (path, node) => path.replace(/(?=\.tar$)|(?<!\.tar)$/, `-${node + 1}`);
function partFor(whole, node, platforms) {
    const { contexts, annotations, output } = whole;
    return {
        ...whole,
        platforms,
        ...(contexts && {
            contexts: Object.fromEntries(Object.entries(contexts).map(([name, context]) => [
                name,
                context.startsWith('target:') ? partOf(context, node) : context,
            ])),
        }),
        // The index is put together of those of all parts: what it says is added then.
        ...(annotations && { annotations: annotations.flatMap((one) => annotationFor(one, platforms)) }),
        output: output.map((one) => outputFor(one, node, platforms)),
    };
}
/** Levels before the first colon: `index,manifest[linux/arm64]:key=value`. Those of the index and of other platforms go. */
function annotationFor(annotation, platforms) {
    const at = annotation.indexOf(':');
    const levels = annotation
        .slice(0, at)
        .split(',')
        .filter((level) => {
        const [, name = '', platform] = /^([^[]*)(?:\[(.+)\])?$/.exec(level) ?? [];
        const isHere = platform === undefined || platforms.some((one) => one === platform);
        return !name.startsWith('index') && isHere;
    });
    return levels.length === 0 ? [] : [`${levels.join(',')}${annotation.slice(at)}`];
}
/** A folder for each platform is in one folder, whoever writes it; for a single one buildx makes none. */
function outputFor(output, node, platforms) {
    const [only] = platforms;
    return output.replace(/(?<=,dest=)[^,]+/, (path) => {
        if (!output.startsWith('type=local'))
            return partPath(path, node);
        return platforms.length === 1 && only !== undefined ? `${path}/${only.replaceAll('/', '_')}` : path;
    });
}

// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(72527);
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

;// CONCATENATED MODULE: ./lib/recipe/trace.js





/** Whose bake target it is. Where one target is built, buildx names none. */
const tracedOf = (traced, target) => target === undefined && traced.length === 1
    ? traced[0]
    : traced.find(({ id }) => (0,build_bake/* isTargetOf */.FA)(id, wholeOf(target ?? '')));
/**
 * Reads along while `work` runs buildx, whose numbers begin anew with each attempt. What is noted is noted even when it
 * fails.
 *
 * @param traced a step of no target, or of another one, is written into the journal of the trace.
 * @param complete adds what a step's target alone says.
 */
async function traceSteps({ world, journal }, section, traced, work, complete = (step) => step) {
    let reader = progressReader(world.clock);
    const note = () => {
        for (const step of reader.steps().map(complete)) {
            const of = tracedOf(traced, step.target);
            for (const span of spanOf(step, section, of))
                (of?.journal ?? journal).add({ is: 'span', span });
        }
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
/** Notes how requirements were compiled; those that this run compiled get a stretch of time each. @param begun when it began. */
function recordAttempts(journal, compiled, begun) {
    journal.add({ is: 'compiled', ...compiled });
    const { where, attempts } = compiled;
    for (const { name, way, began, seconds } of attempts) {
        const start = (began ?? 0) * 1000;
        // What a builder had in its cache was compiled before this run.
        if (start < begun)
            continue;
        const on = where === 'native' ? {} : { platform: where };
        const section = where === 'native' ? 'lock' : 'build';
        const verb = way === 'cross' ? 'cross-compile' : 'compile';
        const words = `${verb} ${name}${way === 'emulated' ? ' under emulation' : ''}`;
        const span = {
            section,
            name: (0,step_words/* forPlatform */.Tg)(words, on.platform),
            ...on,
            start,
            seconds,
            alone: true,
        };
        journal.add({ is: 'span', span });
    }
}
/** Stages that only verifying needs. */
const verifying = new Set(['look', 'interpreter', 'run', 'verify']);
/** Steps of buildx's own housekeeping are left out. */
function spanOf(step, section, of) {
    if (step.stage === 'internal' ||
        step.stage === '' ||
        step.stage.startsWith('context ') ||
        step.seconds < 0.05)
        return [];
    return [
        {
            section: section === 'build' && verifying.has(step.stage) ? 'verify' : section,
            name: trace_textOf(step, of),
            ...(step.platform === undefined ? {} : { platform: step.platform }),
            start: step.start,
            seconds: step.seconds,
            ...(step.cached ? { cached: true } : {}),
        },
    ];
}
/** buildx names the target only where it builds several. */
function trace_textOf(step, of) {
    const isCustom = of?.custom === true && wholeOf(step.target ?? of.id) === of.id;
    const words = isCustom ? undefined : (0,step_words/* stepWords */.c9)(step);
    if (words !== undefined)
        return words;
    const platform = step.platform === undefined ? '' : `${(0,step_words/* shortPlatform */.I_)(step.platform)} `;
    return platform + `${step.stage} ${(0,offered_mounts/* withoutOffers */.e4)(step.name)}`.slice(0, 60);
}

;// CONCATENATED MODULE: ./lib/recipe/prepare.js
/** Prepares what an image is built of: its lock, restored wheels, what is built natively, and the recipe of all of it. */






















/** Wheels that it is restored with, and that are offered. */
const restoredOf = ({ restored, offers }) => [
    ...restored,
    ...offers.flatMap((one) => one.restored),
];
/** Whether the stages of this project install anything for an image. */
const installs = ({ custom }) => custom === undefined || custom.usesPackages;
/** What published images have stays, however young it is; advisories may make a release urgent. */
const lockContext = ({ policy }, { records }) => ({
    already: records.flatMap(({ fingerprint }) => fingerprint.requirements),
    advisories: policy.advisories,
});
/**
 * Undefined where a custom Dockerfile installs by itself, or nothing can be locked.
 *
 * @throws Failure where the base's own pip would refuse what is locked.
 */
async function lockImage(run, observed, base) {
    const { session, image } = run;
    const { packages } = image.content;
    if (packages === undefined || !installs(observed))
        return undefined;
    const context = lockContext(run, observed);
    const resolved = await (0,resolve/* resolveOn */.iJ)(session, packages, base, (0,observe_image/* platformsLeft */.W9)(image, observed), { context });
    for (const text of resolved?.cooldownNotes ?? [])
        (0,image_run/* note */.N)(run, text);
    if (resolved === undefined) {
        (0,image_run/* note */.N)(run, (0,resolve/* unlockedNote */.SQ)(packages));
        return undefined;
    }
    await (0,report_journal/* timed */.ay)({ journal: session.journal, clock: session.world.clock }, 'lock', 'read the metadata', () => refuseMetadata(session.packageIndex(packages).wheelMetadata, resolved, packages.distribution));
    return resolved;
}
/**
 * @param build counts the builds of the image in this run.
 * @param exclude wheels that an earlier one made suspect.
 * @param without optional platforms that are given up.
 */
async function prepareBuild(run, of, { build, exclude, without }) {
    const { session, image } = run;
    const { resolved, base } = of;
    const platforms = (image.part ?? image.platforms).filter((platform) => !without.includes(platform));
    const round = { build, exclude };
    const locked = resolved &&
        (await prepareLocked(run, base, requirementsOf(resolved, platforms, exclude), {
            ...round,
            isOffer: false,
        }));
    const offers = await preparedOffers(run, of.offers, (one) => requirementsOf(one, platforms, exclude), round);
    const layers = locked && resolved && (await layersOfImage(run, of.observed, resolved));
    const question = questionOf(run, {
        ...of,
        platforms,
        locked: locked?.locked,
        offers: offers.map(({ offer, prepared }) => ({ ...offer, locked: prepared.locked })),
        layers,
        created: session.world.clock.now(),
    });
    const recipe = bakeRecipe(question);
    const own = preparedLock(resolved, locked);
    const ofOffers = offers.map(({ offer, prepared }) => preparedLock(offer.resolved, prepared));
    const restored = [own, ...ofOffers].flatMap((one) => one.restored);
    session.journal.add({ is: 'prepared', build, recipe, restored });
    return {
        recipe,
        fingerprint: (0,plan_fingerprint/* fingerprintHash */.jS)(question.record.fingerprint),
        ...own,
        offers: ofOffers,
    };
}
/** What cannot be prepared is not offered, and a note says why. */
async function preparedOffers(run, offers, requirementsFor, round) {
    const prepared = [];
    for (const offer of offers) {
        const { part, resolved } = offer;
        const one = await orNothing(() => prepareLocked(run, part.base, requirementsFor(resolved), { ...round, isOffer: true }), (why) => (0,image_run/* note */.N)(run, `nothing is compiled for the pip of the Dockerfile on ${part.base.reference}: ${why}`));
        if (one !== undefined)
            prepared.push({ offer, prepared: one });
    }
    return prepared;
}
function preparedLock(resolved, locked) {
    const { folder, attempts = [] } = locked?.built ?? {};
    return {
        restored: locked?.restored ?? [],
        nativeAttempts: attempts,
        ...(resolved === undefined ? {} : { resolved }),
        ...(folder === undefined ? {} : { nativeFolder: folder }),
    };
}
/** What is installed on some of the platforms that were resolved for. */
const requirementsOf = (resolved, platforms, exclude) => ({
    ...resolved,
    requirements: withoutElsewhere(resolved.requirements, exclude).filter(({ platform }) => platforms.includes(platform)),
});
/** Looks up what compiling needs, and builds natively what can be, where something must be compiled. */
async function prepareLocked(run, base, resolved, { build: number, exclude, isOffer }) {
    const { session } = run;
    const { packages, lock, requirements, replaced } = resolved;
    logRequirements(session.world, requirements);
    if (replaced.length > 0)
        (0,image_run/* note */.N)(run, `the base's own ${replaced.join(', ')} does not do for ${packages.distribution}, and is replaced`);
    const restored = await restoredWheels(run, resolved, exclude.restored);
    const wheels = restoredFiles(restored);
    const unbuilt = { lock, requirements, native: [], restored: wheels, replaced, emulated: exclude.cross };
    const compiling = requirements.filter((one) => (0,plan_recipe/* compiledOnTarget */.af)(one, { native: [], restored: wheels }).length > 0);
    if (compiling.length === 0)
        return { locked: { ...unbuilt, emulated: [] }, restored };
    const { reader } = await session.registries();
    const platforms = compiling.map(({ platform }) => platform);
    const build = await (0,observe/* observeBase */.Ak)(reader, packages.base.build, platforms);
    const built = await buildNatively(run, base, build, { ...unbuilt, packages, isOffer }, number);
    const { platform: machine } = await session.builder();
    const left = isOffer ? leftToPip(requirements, machine, built.attempts ?? []) : { requirements, notes: [] };
    for (const text of left.notes)
        (0,image_run/* note */.N)(run, text);
    const { native } = built;
    return { locked: { ...unbuilt, requirements: left.requirements, native, build }, restored, built };
}
/** What has no wheel on the build machine's own platform, and what has none at all, is built there first. */
async function buildNatively(run, base, build, { packages, lock, requirements, restored, isOffer, }, number) {
    const { session, policy } = run;
    const { world, journal, programs, access } = session;
    const { buildx, platform: machine } = await session.builder();
    const hasWheel = (name, version) => lock.packages.some((one) => one.name === name && one.version === version && one.wheels.length > 0);
    const native = nativeCandidates(requirements, machine, hasWheel, restored);
    if (native.length === 0)
        return { native };
    if (policy.dryRun) {
        (0,image_run/* note */.N)(run, `a dry run compiles nothing: whether ${native.map(({ name }) => name).join(', ')} is pure Python, and so built once for all platforms, is known only then`);
        return { native };
    }
    const dockerfile = renderDockerfile((0,build_programs/* program */.DM)(programs, 'Dockerfile'), {
        native: true,
        compile: [],
        platforms: [],
        emulated: false,
        different: false,
        replaced: false,
        runtimePackages: false,
        buildConstraints: packages.buildConstraints.length > 0,
        extraIndexes: (0,extra_index/* ownersText */.M2)(packages) !== '',
        image: false,
        offered: isOffer,
    });
    const saveWheels = await maySave(run);
    const built = await traceSteps(session, 'lock', [], (onAttempt) => buildNative(world, buildx, {
        dockerfile,
        programs,
        native,
        platforms: requirements.map(({ platform }) => platform),
        secrets: access.secrets,
        saveWheels,
        arguments: compileArguments(packages, base, `${build.reference}@${build.digest}`),
        ...(packages.local === undefined ? {} : { local: packages.local }),
        onAttempt,
    }));
    recordAttempts(journal, { build: number, where: 'native', attempts: built.attempts }, session.begun);
    return { native: built.native, folder: built.folder, attempts: built.attempts };
}
/** Whether this run may save wheels: what somebody proposes is not saved, nor what is not verified. Others would install it. */
const maySave = async ({ session, policy }) => policy.savesWheels &&
    policy.wheelStore.kind !== 'off' &&
    policy.verify !== 'off' &&
    !policy.dryRun &&
    !isProposal(session.world.env, await session.event());
function logRequirements({ log }, requirements) {
    for (const { platform, requirements: list } of requirements) {
        const compiled = list.flatMap((one) => one.kind === 'compile' ? [`${one.name} ${one.version} (${one.because})`] : []);
        const wheels = list.filter((one) => one.kind === 'wheel').length;
        const without = compiled.length === 0 ? 'nothing to compile' : `without a wheel: ${compiled.join('; ')}`;
        log.info(`${platform.padEnd(14)} ${wheels} wheel${wheels === 1 ? '' : 's'}, ${without}`);
    }
}

// EXTERNAL MODULE: ./lib/report/advisory-words.js
var advisory_words = __webpack_require__(15287);
// EXTERNAL MODULE: ./lib/run/observe.js + 8 modules
var run_observe = __webpack_require__(25449);
;// CONCATENATED MODULE: ./lib/run/advisories.js
/** Looks up advisories for what repositories hold and for what is made, and holds back what the user does not want. */














/** Undefined where nobody asks for advisories, or nothing is known of what is there. */
async function adviseHeld(run, observed, record, resolved) {
    const { policy, image } = run;
    if (policy.advisories === undefined || record === undefined)
        return undefined;
    const { distribution = '' } = image.content.packages ?? {};
    const held = withoutForeign(run, observed, heldPackages(distribution, record), resolved);
    // What today's base holds is known only once it is read: where it moved, that is a reason of its own.
    const today = resolved && {
        packages: packagesOfImage(distribution, [], resolved.requirements).packages,
        unknown: [],
    };
    const found = await lookUp(run, policy.advisories, held, today);
    const { severity, mode } = policy.advisories;
    const advice = { of: 'held', severity, mode, ...found };
    run.session.journal.add({ is: 'advised', advice });
    return advice;
}
/**
 * @returns what was found; undefined where nobody asks.
 * @throws Failure (station `advisories`) where the image may not be published.
 */
async function adviseMade(run, observed, resolved) {
    const { policy, image } = run;
    if (policy.advisories === undefined)
        return undefined;
    const { distribution = '' } = image.content.packages ?? {};
    const made = resolved === undefined
        ? { packages: [], unknown: ['nothing of it is locked, so that its packages are not known'] }
        : packagesOfImage(distribution, resolved.facts, resolved.requirements);
    const [record] = observed.records;
    const before = record && withoutForeign(run, observed, heldPackages(distribution, record), resolved);
    const now = withoutForeign(run, observed, made, resolved);
    const found = await lookUp(run, policy.advisories, now, undefined, before);
    const had = before && (await lookUp(run, policy.advisories, before));
    const { severity, mode } = policy.advisories;
    const advice = {
        of: 'made',
        severity,
        mode,
        ...found,
        ...(had === undefined ? {} : (0,advisories_findings/* againstBefore */.$k)(found.findings, had.findings)),
    };
    run.session.journal.add({ is: 'advised', advice });
    const problems = problemsOf(run, advice, (0,plan_image/* nameOf */.Vb)(image));
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    return advice;
}
/** Once more before tags move, where it was not known; the service may answer by now. */
const adviseAgain = (run, observed, resolved, before) => before?.unknown === undefined ? Promise.resolve(before) : adviseMade(run, observed, resolved);
/** Why no tag may move to an image. In a dry run nothing moves. @param about the image. */
function problemsOf({ policy }, { findings }, about) {
    if (policy.advisories?.mode !== 'fail' || policy.dryRun)
        return [];
    const { severity } = policy.advisories;
    const bad = (0,advisories_findings/* counting */.Mr)(findings, policy.advisories);
    if (bad.length === 0)
        return [];
    const worse = severity === 'critical' ? 'critical' : `${severity} or worse`;
    return [
        {
            station: 'advisories',
            about,
            message: `${about} has ${bad.length} ${bad.length === 1 ? 'flaw that is' : 'flaws that are'} ${worse}, and advisories is "fail": no tag moves to it. Take what mends ${bad.length === 1 ? 'it' : 'them'}, or name ${bad.length === 1 ? 'it' : 'them'} in advisories_ignore with a day and a reason.`,
            detail: bad.map(advisory_words/* findingText */.NK),
        },
    ];
}
/** The problems of an image that stays, or to which aliases move. */
const problemsOfHeld = (run, advice, { repository }) => advice === undefined ? [] : problemsOf(run, advice, (0,names_reference/* taggedText */.Ms)(repository, run.image.tags.exact));
/**
 * Asks about all that the registries hold of a plan in one request, which answers most of what each image asks then. What
 * fails here is said of the image that it is about.
 */
async function askForAll(session, plan, concurrency) {
    const wanted = plan.images.flatMap((image) => {
        const policy = (0,plan_plan/* policyFor */.KV)(plan, image.id);
        return policy.advisories !== undefined && (0,plan_policy/* compares */.tk)(policy) && policy.target.kind !== 'engine'
            ? [{ image, policy, advisories: policy.advisories }]
            : [];
    });
    if (wanted.length < 2)
        return;
    const held = await (0,p_map["default"])(wanted, async ({ image, policy, advisories }) => {
        const places = await (0,run_observe/* observePlaces */.HU)(session, policy, image).catch((error) => {
            if (error instanceof errors/* Failure */.HR)
                return [];
            throw error;
        });
        const { distribution = '' } = image.content.packages ?? {};
        const records = places.flatMap((one) => (one.held.is === 'present' ? (one.held.record ?? []) : []));
        return {
            url: advisories.url,
            packages: records.flatMap((record) => heldPackages(distribution, record).packages),
        };
    }, { concurrency });
    await Promise.all([...Map.groupBy(held, ({ url }) => url)].map(([url, some]) => session.advisories(url).ask(some.flatMap(({ packages }) => packages))));
}
const heldPackages = (distribution, { fingerprint, facts }) => packagesOfRecord(distribution, facts.filter(({ base }) => base === undefined), fingerprint.requirements);
/** A Dockerfile stands on what it says itself, of which nothing is known here. */
function withoutForeign({ image }, { custom }, { packages, unknown }, resolved) {
    if (image.content.kind !== 'dockerfile')
        return { packages, unknown };
    const isInstalled = custom === undefined || installs({ custom });
    // What a record has besides was offered to the pip of the Dockerfile, which may not have taken it.
    const locked = resolved?.requirements.flatMap(({ requirements }) => requirements.map(({ name }) => name));
    const isOurs = ({ name, owner }) => owner !== 'base' && (custom?.offer === undefined || locked?.includes(name) === true);
    return {
        packages: isInstalled ? packages.filter(isOurs) : [],
        unknown: ['what its Dockerfile brings by itself is not looked at'],
    };
}
/** @param besides asked about in the same request. */
async function lookUp(run, policy, image, today, besides) {
    const { session } = run;
    const { journal, world, begun } = session;
    const day = (0,resolve/* dayOf */.kb)(begun);
    for (const { id, until } of (0,advisories_findings/* expiredIgnores */.FG)(policy, day))
        (0,image_run/* note */.N)(run, `advisories_ignore: ${id} was ignored until ${until}, and counts again`);
    const releases = [image, today, besides].flatMap((one) => one?.packages ?? []);
    const answers = await (0,report_journal/* timed */.ay)({ journal, clock: world.clock }, 'plan', 'look up advisories', () => session.advisories(policy.url).ask(releases));
    return (0,advisories_findings/* findingsOf */.WX)({ image, answers, policy, day, ...(today === undefined ? {} : { today }) });
}

;// CONCATENATED MODULE: ./lib/run/in-order.js
/** Work on the images of a group, parents before what stands on them. */

/**
 * Works on all images at once, on each when its parents are through. A failure ends its image, blocks those that stand on
 * it, and nobody else; it is written into the image's journal.
 *
 * @throws what is no Failure, when all that was begun has ended.
 */
async function inOrder(runs, ended, work) {
    const begun = new Map();
    for (const run of runs) {
        const { id, parents } = run.image;
        const one = async () => {
            await Promise.all(parents.flatMap((parent) => begun.get(parent) ?? []));
            if (ended.has(id))
                return;
            const by = parents.find((parent) => ended.has(parent));
            if (by === undefined)
                await workOn(run, ended, work);
            else {
                ended.set(id, 'blocked');
                run.session.journal.add({ is: 'blocked', by });
            }
        };
        begun.set(id, one());
    }
    const settled = await Promise.allSettled(begun.values());
    const error = settled.find((one) => one.status === 'rejected');
    if (error !== undefined)
        throw error.reason;
}
async function workOn(run, ended, work) {
    try {
        await work(run);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        ended.set(run.image.id, 'failed');
        run.session.journal.add({ is: 'failed', problems: error.problems });
    }
}

// EXTERNAL MODULE: ./lib/registry/manifest.js
var registry_manifest = __webpack_require__(50886);
;// CONCATENATED MODULE: ./lib/registry/size.js

/**
 * Reads sizes from the manifests of image and base: two requests, no layer. Undefined when the image's manifest is
 * absent. All layers from the first that differs from the base's count as added.
 */
async function imageSize(reader, image, base) {
    const layers = await size_layersOf(reader, image);
    if (layers === undefined)
        return undefined;
    const ofBase = base === undefined ? [] : ((await size_layersOf(reader, base)) ?? []);
    const differs = ofBase.findIndex(({ digest }, at) => layers[at]?.digest !== digest);
    const baseLayers = differs < 0 ? ofBase.length : differs;
    const total = (descriptors) => descriptors.reduce((sum, { size }) => sum + size, 0);
    return { size: total(layers), layers: layers.length, added: total(layers.slice(baseLayers)), baseLayers };
}
async function size_layersOf(reader, { repository, digest }) {
    const manifest = await reader.getManifest(repository, digest);
    return manifest && ((0,registry_manifest/* readContent */.c_)(manifest.bytes).layers ?? []);
}

;// CONCATENATED MODULE: ./lib/build/platform-size.js


/** @param reader of manifests of the image and of its base. */
async function measureSizes(reader, { index, repository, platforms: wanted, base }) {
    const sizes = await Promise.all(manifestsOf(index, wanted).map(async ({ platform, digest }) => {
        const basePlatform = base?.platforms.find((one) => one.platform === platform);
        const baseImage = base && basePlatform && { repository: base.repository, digest: basePlatform.digest };
        const measured = await imageSize(reader, { repository, digest }, baseImage);
        if (measured === undefined)
            return [];
        const { size, added } = measured;
        return [{ platform, digest, size, ...(base === undefined ? {} : { added }) }];
    }));
    return sizes.flat();
}
/** Reads manifests of an image from its content, and all others, which are the base's, from a registry. */
function contentReader(content, base) {
    const held = new Set((0,registry_manifest/* platformsOf */.Wt)(content.index.bytes).map((one) => one.digest));
    return {
        getManifest: async (repository, reference) => {
            if (reference === content.index.digest)
                return content.index;
            return held.has(reference)
                ? content.manifest(reference)
                : base.getManifest(repository, reference);
        },
    };
}
const manifestsOf = (index, wanted) => (0,registry_manifest/* isIndex */.nw)(index.mediaType)
    ? (0,registry_manifest/* platformsOf */.Wt)(index.bytes)
    : wanted.slice(0, 1).map((platform) => ({ platform, digest: index.digest }));

;// CONCATENATED MODULE: ./lib/build/connector-spec.js
/**
 * Judges what a connector printed when it was asked for its specification. Each message is a line of JSON on the standard
 * output, and other lines may be between them. Rules: "Airbyte Protocol" in Airbyte's documentation, "Spec" and
 * "AirbyteMessage".
 */

/** Undefined where the connector ended well and gave its specification; else what it did instead, in whole sentences. */
function specFault({ code, stdout, stderr }) {
    const lines = linesOf(stdout);
    const messages = lines.map(messageOf).filter((message) => message !== undefined);
    const specs = messages.filter(({ type }) => type === 'SPEC');
    const isWhole = specs.some(({ spec }) => isObject(spec) && isObject(spec['connectionSpecification']));
    if (code === 0 && isWhole)
        return undefined;
    const fault = [
        ...(code === 0 ? [] : [`ended with exit code ${code}`]),
        ...(isWhole
            ? []
            : [
                specs.length === 0
                    ? 'gave no message of type SPEC'
                    : 'gave a SPEC without an object "connectionSpecification"',
            ]),
    ].join(' and ');
    return `The command spec ${fault}. ${instead(messages, lines, linesOf(stderr))}${isWhole ? '' : ` ${rule}`}`;
}
const rule = 'Airbyte reads one line {"type": "SPEC", "spec": {"connectionSpecification": {…}}} on the standard output.';
const linesOf = (text) => text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function messageOf(line) {
    if (!line.startsWith('{'))
        return undefined;
    try {
        const value = JSON.parse(line);
        return isObject(value) && typeof value['type'] === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** What says most of why: a trace of an error, a line of the log, then any other line. */
function instead(messages, lines, errors) {
    const trace = messages.flatMap((message) => errorText(message) ?? []).at(-1);
    if (trace !== undefined)
        return `Its last error was ${(0,shown/* shown */.S)(trace)}.`;
    const log = messages.flatMap((message) => logText(message) ?? []).at(-1);
    if (log !== undefined)
        return `The last line of its log was ${(0,shown/* shown */.S)(log)}.`;
    const line = errors.at(-1) ?? lines.at(-1);
    return line === undefined ? 'It printed nothing.' : `The last line that it printed was ${(0,shown/* shown */.S)(line)}.`;
}
/** `message` is made for users and says little; `internal_message` or the end of the stack trace names the error. */
function errorText({ type, trace }) {
    if (type !== 'TRACE' || !isObject(trace) || !isObject(trace['error']))
        return undefined;
    const { message, internal_message: internal, stack_trace: stack } = trace['error'];
    return firstLine(internal) ?? linesOf(connector_spec_textOf(stack)).at(-1) ?? firstLine(message);
}
/** The first line, since a stack trace may follow. */
const logText = ({ type, log }) => type === 'LOG' && isObject(log) ? firstLine(log['message']) : undefined;
const connector_spec_textOf = (value) => (typeof value === 'string' ? value : '');
const firstLine = (value) => linesOf(connector_spec_textOf(value))[0];

// EXTERNAL MODULE: ./lib/build/local-output.js
var local_output = __webpack_require__(54221);
;// CONCATENATED MODULE: ./lib/build/verify.js
/** Judges the findings of the checks in an image on its platforms; only a verified image can be published. */







/** @throws VerifyFailure with one problem for each check that failed on each platform; the report keeps the rest. */
async function verify(world, request) {
    const { recipe, folder, platforms, strict, crossCompiled } = request;
    if (platforms.length === 0)
        return proven(recipe, await request.content(), []);
    const { verified: results } = (0,build_bake/* pathsOf */.wG)(recipe.image.id);
    const read = await (0,local_output/* readPerPlatform */.v)(world, (0,external_node_path_.join)(folder, results), 'verify.json', platforms);
    const verified = read.flatMap(({ platform, text }) => {
        const crossed = crossCompiled?.get(platform) ?? new Set();
        const result = readResult(text, { strict, crossed, package: packageOf(recipe) });
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
    return proven(recipe, await request.content(), verified);
}
/** An image of parts, each of which was pushed after it had passed its checks. @param content what registries hold. */
const verifiedParts = (recipe, content) => proven(recipe, content, []);
const packageOf = ({ image }) => image.content.packages?.distribution ?? '';
/** The judged result of `verify.py`; undefined where it ended early. */
function readResult(text, rules) {
    try {
        const { checks, ...rest } = JSON.parse(text);
        return {
            ...rest,
            checks: checks.map(({ ran, ...written }) => {
                const check = ran === undefined ? written : { ...written, ...judgeRun(ran) };
                const findings = check.findings.map((finding) => judge(finding, rules));
                return { ...check, findings, ok: findings.every(({ severity }) => severity === 'warning') };
            }),
        };
    }
    catch {
        return undefined;
    }
}
/** Undefined where a run did what is expected of it. */
const faultOf = {
    'connector-spec': specFault,
};
function judgeRun(ran) {
    const subject = ran.arguments.join(' ');
    const message = faultOf[ran.expects](ran);
    return message === undefined
        ? { message: `\`${subject}\` printed what it must`, findings: [] }
        : { message: '', findings: [{ kind: 'run-failed', subject, message, advice: '' }] };
}
/** A kind without a rule is of another release of the checks, and fatal: it may be harmful. */
function judge({ advice, distribution, ...finding }, rules) {
    const rule = findingRule(finding.kind);
    const isCrossed = rule?.fatalWhereCrossed === true && rules.crossed.has(distribution ?? rules.package);
    const [first = '', ...rest] = finding.message.split('\n');
    const wayOut = advice || rule?.advice || (isCrossed ? crossedAdvice : '');
    const sentence = wayOut === '' || /[.!?]$/.test(first) ? first : `${first}.`;
    return {
        ...finding,
        message: [`${sentence} ${wayOut}`.trim(), ...rest].join('\n').trimEnd(),
        severity: rules.strict || isCrossed ? 'fatal' : (rule?.severity ?? 'fatal'),
    };
}
const crossedAdvice = 'It was cross-compiled, and compile: auto or emulate compiles it in another way.';
const proven = (recipe, content, platforms) => ({ recipe, content, platforms });
/** Carries the results of all platforms, so that the report can show them. */
class VerifyFailure extends errors/* Failure */.HR {
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
            ...(0,defined/* defined */.s)({ detail: detail.length > 0 ? detail : undefined }),
        };
    });
}

// EXTERNAL MODULE: ./lib/decide/compare.js
var compare = __webpack_require__(79995);
// EXTERNAL MODULE: ./lib/observe/repository.js
var observe_repository = __webpack_require__(77106);
;// CONCATENATED MODULE: ./lib/publish/rebase/go-json.js
/** Writes JSON in the bytes of BuildKit, a Go program, so that the same value has the same digest. */
/** @param indent of each level; none puts everything on one line. */
const goJson = (value, indent = '') => new Uint8Array(Buffer.from(
// Go escapes what has a meaning in HTML or ends a line of JavaScript.
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

;// CONCATENATED MODULE: ./lib/publish/rebase/provenance.js
/** Rewrites the attestation of an image that was put onto another base: its provenance must hold for the new image. */





/** Annotation of a statement's layer. */
const predicateKey = 'in-toto.io/predicate-type';
const buildType = 'https://python-image-builder.github.io/rebase/v1';
/**
 * The same kind of attestation, saying of the new image that it was put together from its materials. No time and no run
 * of the rebase is in it; with `keepsBuild`, the provenance of the build that made the image's own layer is, under a name
 * that says so: it is of another image, and of an older base. Refused where anything else than provenance (SLSA,
 * https://slsa.dev/spec/v1.0/provenance, and 0.2) is attested and not renewed: an SBOM of the old base would be wrong.
 * Throws SyntaxError where bytes are no JSON.
 */
function rebaseProvenance({ manifest, config, statements }, rebased) {
    const content = (0,registry_manifest/* readContent */.c_)(manifest);
    const layers = keptLayers(content, rebased);
    const statementLayers = [];
    for (const [at, layer] of layers.entries()) {
        const type = layer.annotations?.[predicateKey] ?? '';
        const bytesBefore = statements[at];
        const before = bytesBefore && JSON.parse(Buffer.from(bytesBefore).toString('utf8'));
        const predicate = before && predicateOf(type, rebased, before.predicate);
        if (predicate === undefined) {
            return (0,errors/* refused */.J5)(`the image comes with an attestation of the type "${type}", which only a build makes anew.`);
        }
        const digest = { sha256: rebased.image.digest.replace('sha256:', '') };
        const subject = (before.subject ?? []).map((one) => ({ ...one, digest }));
        const bytes = goJson({ ...before, subject, predicate });
        statementLayers.push({ bytes, layer: { ...layer, digest: (0,registry_manifest/* digestOf */.ol)(bytes), size: bytes.length } });
    }
    const configuration = configOf(content.config?.mediaType, config, statementLayers);
    const { digest, mediaType, bytes } = rebased.image;
    const written = goJson({
        ...content,
        config: { ...content.config, digest: (0,registry_manifest/* digestOf */.ol)(configuration), size: configuration.length },
        layers: statementLayers.map(({ layer }) => layer),
        ...(content.subject && { subject: { ...content.subject, mediaType, digest, size: bytes.length } }),
    }, indentOf(manifest));
    return (0,errors/* parsed */.Yz)({
        manifest: { mediaType: registry_manifest/* mediaTypes */.Ib.ociManifest, digest: (0,registry_manifest/* digestOf */.ol)(written), bytes: written },
        blobs: [configuration, ...statementLayers.map((one) => one.bytes)],
    });
}
/** The layers of an attestation that are carried on. */
const keptLayers = ({ layers = [] }, { renewed }) => layers.filter(({ annotations }) => !renewed.includes(annotations?.[predicateKey] ?? ''));
/** An artifact's configuration is empty; that of an image names its layers. */
function configOf(mediaType, config, statementLayers) {
    if (mediaType !== 'application/vnd.oci.image.config.v1+json')
        return new Uint8Array(config);
    const read = JSON.parse(Buffer.from(config).toString('utf8'));
    return goJson({
        ...read,
        rootfs: { ...read.rootfs, diff_ids: statementLayers.map(({ layer }) => layer.digest) },
    });
}
/** The provenance of the build: of an image that was put onto another base before, the one that it carries. */
function buildOf(predicate) {
    const { buildType: type, invocation, buildDefinition } = (predicate ?? {});
    return (type ?? buildDefinition?.buildType) === buildType
        ? (invocation?.environment?.build ?? buildDefinition?.internalParameters?.build)
        : predicate;
}
/** Undefined for what is no provenance. @param before what the image was said to be made of. */
function predicateOf(type, { platform, materials, keepsBuild }, before) {
    const build = keepsBuild ? buildOf(before) : undefined;
    const parameters = { platform, ...(0,defined/* defined */.s)({ build }) };
    const dependencies = materials.map((material) => ({
        uri: packageUrl(material, platform),
        digest: { sha256: material.digest.replace('sha256:', '') },
    }));
    switch (type) {
        case 'https://slsa.dev/provenance/v0.2':
            return {
                builder: { id: '' },
                buildType,
                materials: dependencies,
                invocation: { configSource: {}, parameters: {}, environment: parameters },
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
                    internalParameters: parameters,
                    resolvedDependencies: dependencies,
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
const attestationsOf = (index, images) => ((0,registry_manifest/* readContent */.c_)(index.bytes).manifests ?? []).flatMap(({ digest, annotations = {} }) => {
    const image = images.find((one) => one.digest === annotations[attestedKey]);
    const isAttestation = annotations['vnd.docker.reference.type'] === 'attestation-manifest';
    return isAttestation && image !== undefined
        ? [{ digest, platform: image.platform, of: image.digest }]
        : [];
});
/** The same attestation for the image on its new base: see {@link rebaseProvenance}. Throws RegistryProblem. */
async function attest(reader, { platform, digest }, { repository, ...rebased }) {
    const manifest = await reader.getManifest(repository, digest);
    const content = manifest === undefined ? {} : (0,registry_manifest/* readContent */.c_)(manifest.bytes);
    const { config } = content;
    const layers = keptLayers(content, rebased);
    const blobs = await (0,errors/* gather */.kg)([...(config ? [config] : []), ...layers].map((one) => reader.getBlob(repository, one.digest)));
    const [configuration, ...statements] = blobs.filter((blob) => blob !== undefined);
    if (manifest === undefined || configuration === undefined || statements.length !== layers.length) {
        return (0,errors/* refused */.J5)(`${platform}: ${(0,names_reference/* repositoryText */.g_)(repository)} does not hold the attestation ${digest} of the image.`);
    }
    const attested = rebaseProvenance({ manifest: manifest.bytes, config: configuration, statements }, { platform, ...rebased });
    return attested.ok ? attested : (0,errors/* refused */.J5)(`${platform}: ${attested.message}`);
}

;// CONCATENATED MODULE: ./lib/publish/combined-index.js
/** Puts the platforms of several images into one index, in the bytes that BuildKit writes for all of them at once. */




/**
 * Images come in the order of the platforms, then their attestations in the same order.
 *
 * @param annotations of the index itself; those of the parts count no more.
 */
function combinedIndex(parts, platforms, annotations) {
    const all = parts.flatMap(descriptorsOf);
    const images = platforms.flatMap((platform) => all.filter((one) => !isAttestation(one) && one.platform && (0,names_platform/* platformOfDescriptor */.KZ)(one.platform) === platform));
    const attestations = images.flatMap(({ digest }) => all.filter((one) => one.annotations?.[attestedKey] === digest));
    const content = {
        schemaVersion: 2,
        mediaType: registry_manifest/* mediaTypes */.Ib.ociIndex,
        manifests: [...images, ...attestations],
        annotations: sorted(annotations),
    };
    const bytes = goJson(content, indentOf(parts[0].index.bytes));
    return { mediaType: registry_manifest/* mediaTypes */.Ib.ociIndex, digest: (0,registry_manifest/* digestOf */.ol)(bytes), bytes };
}
const isAttestation = ({ annotations }) => annotations?.[attestedKey] !== undefined;
function descriptorsOf({ index, platforms }) {
    if ((0,registry_manifest/* isIndex */.nw)(index.mediaType))
        return (0,registry_manifest/* readContent */.c_)(index.bytes).manifests ?? [];
    // A manifest does not name its platform.
    const [os = '', architecture = '', variant] = platforms[0].split('/');
    return [{ ...(0,registry_manifest/* descriptorOf */.nb)(index), platform: { architecture, os, ...(variant && { variant }) } }];
}

// EXTERNAL MODULE: ./lib/recipe/dropped-platforms.js
var dropped_platforms = __webpack_require__(10501);
// EXTERNAL MODULE: ./lib/registry/content.js
var registry_content = __webpack_require__(2774);
// EXTERNAL MODULE: ./lib/decide/aliases.js
var decide_aliases = __webpack_require__(10244);
;// CONCATENATED MODULE: ./lib/decide/decide.js



/** Whether the decision has one of these reasons. */
const hasReason = (decision, kinds) => decision !== undefined &&
    decision.do !== 'refuse' &&
    [decision.because, ...('also' in decision ? (decision.also ?? []) : [])].some(({ kind }) => kinds.includes(kind));
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
            return keepOrRetag(wanted, observed, { kind: 'exists' });
        case 'always':
            return replaceOrRefuse(wanted, observed, [{ kind: 'forced' }]);
        case 'stale': {
            const reasons = reasonsToBuild(wanted, observed);
            return reasons.length === 0
                ? keepOrRetag(wanted, observed, { kind: 'unchanged', locked: wanted.fingerprint.installs !== '' })
                : replaceOrRefuse(wanted, observed, reasons);
        }
    }
}
const neverText = (is, reference) => is === 'unasked'
    ? 'rebuild is "never", so that nothing may be built, and nothing is pushed, so that no registry is asked what it holds: nothing is left to do. Push, or take another rebuild.'
    : `${reference} does not exist, and rebuild is "never": nothing may be built. Take "missing" to build it once.`;
/** The image stays; its aliases may have to move. */
function keepOrRetag({ version }, { aliases, index, record, isSigned }, because) {
    // An image of another tool under the exact tag may be anything: no alias follows it.
    if (record === undefined)
        return { do: 'keep', because };
    const tags = (0,decide_aliases/* tagsBehind */.g)(aliases, { digest: index.digest, version, forced: false });
    const behind = tags.length === 0 ? [] : [{ kind: 'tag-behind', tags }];
    if (isSigned === false)
        return { do: 'sign', because: { kind: 'unsigned' }, ...(behind.length === 0 ? {} : { also: behind }) };
    return behind[0] === undefined ? { do: 'keep', because } : { do: 'retag', because: behind[0] };
}
/** The reason that matters most is first; those that need a build come before those that a rebase mends. */
function reasonsToBuild({ fingerprint, maxAge, now, changedParents = [], mended = [] }, { record, platforms, created, lacking = [] }) {
    if (record === undefined)
        return [{ kind: 'adopted' }];
    const before = record.fingerprint;
    const reasons = [];
    if (lacking.length > 0)
        reasons.push({ kind: 'incomplete', lacking });
    const missing = fingerprint.platforms.filter((platform) => !platforms.includes(platform));
    if (missing.length > 0)
        reasons.push({ kind: 'platform-missing', platforms: missing });
    const parts = (0,compare/* changedParts */.Ty)(before, fingerprint);
    if (parts.length > 0)
        reasons.push({ kind: 'recipe-changed', parts });
    if (mended.length > 0)
        reasons.push({ kind: 'advisory', mended });
    // Another set of platforms installs other files, and has its reason already.
    if (before.installs !== fingerprint.installs && missing.length === 0 && !parts.includes('platforms')) {
        reasons.push(changedInstalls(before, fingerprint));
    }
    const moves = (0,compare/* movedBases */.gG)(before.bases, fingerprint.bases);
    if (moves.length > 0)
        reasons.push({ kind: 'base-moved', moves });
    if (changedParents.length > 0)
        reasons.push({ kind: 'parent-changed', parents: changedParents });
    const expired = maxAge === undefined ? undefined : expiry(created, now, maxAge);
    if (expired !== undefined)
        reasons.push(expired);
    return reasons;
}
function changedInstalls(before, now) {
    if (before.installs === '')
        return { kind: 'locking-changed', now: 'locked' };
    if (now.installs === '')
        return { kind: 'locking-changed', now: 'unlocked' };
    return { kind: 'requirement-changed', changes: (0,compare/* changedRequirements */.th)(before.requirements, now.requirements) };
}
function expiry(created, now, greatest) {
    if (created === undefined)
        return { kind: 'expired', greatest };
    const age = Math.floor((now - created) / 1000);
    return age > greatest ? { kind: 'expired', age, greatest } : undefined;
}
/** Where `overwrite` is off, an image of another recipe may not be replaced. */
function replaceOrRefuse(wanted, { record }, reasons) {
    const [because, ...also] = reasons;
    const refusal = wanted.overwrite ? undefined : overwriteRefusal(wanted, record?.fingerprint);
    if (refusal !== undefined)
        return { do: 'refuse', message: refusal };
    if (because.kind === 'base-moved' && also.length === 0 && wanted.rebasable)
        return { do: 'rebase', because };
    return also.length === 0 ? { do: 'build', because } : { do: 'build', because, also };
}
/**
 * Why a released tag may not be replaced, where the user wants it to keep its recipe. Bases and dependencies that move
 * do not change the recipe, nor does a newer version of this program.
 */
function overwriteRefusal({ fingerprint, reference }, before) {
    const rule = 'overwrite is "false", so that a released tag keeps its recipe.';
    const wayOut = 'give the image another name, or set overwrite to "true".';
    const now = (0,plan_fingerprint/* recipeName */.Ww)(fingerprint);
    if (before === undefined)
        return `${reference} exists and does not say what it was made of (another tool made it, or its annotations are gone); it is wanted with the recipe ${now}. ${rule} To build it, ${wayOut}`;
    const parts = (0,compare/* changedParts */.Ty)(before, fingerprint).filter((part) => part !== 'program');
    if (parts.length === 0)
        return undefined;
    return `${reference} exists with the recipe ${(0,plan_fingerprint/* recipeName */.Ww)(before)}, and is wanted with the recipe ${now}. What changed: ${(0,compare/* partsText */._r)(parts)}. ${rule} Take the change back, ${wayOut}`;
}

// EXTERNAL MODULE: ./lib/registry/attach.js
var attach = __webpack_require__(17646);
// EXTERNAL MODULE: ./lib/registry/errors.js + 1 modules
var registry_errors = __webpack_require__(48110);
;// CONCATENATED MODULE: ./lib/decide/attached-records.js




const artifactType = 'application/vnd.python-image-builder.fingerprint.v1';
/** Attaches the record of other inputs that give this image too: its index and its tags stay as they are. */
async function attachRecord(client, repository, index, annotations) {
    await (0,attach/* attach */.K0)(client, repository, { subject: index, artifactType, annotations });
}
/**
 * The attached record with this fingerprint. Undefined where there is none, or the registry does not list what is
 * attached: then the image is built, as it would be without. One request, or two.
 */
async function findAttachedRecord(client, repository, index, fingerprint) {
    const wanted = (0,plan_fingerprint/* fingerprintHash */.jS)(fingerprint);
    const attached = await client.referrers(repository, index, artifactType).catch((error) => {
        if (!(error instanceof registry_errors/* RegistryProblem */.Ne))
            throw error;
        client.world.log.debug(`What is said beside ${index} could not be read. ${error.message}`);
        return [];
    });
    return attached
        .flatMap(({ annotations }) => (0,build_record/* readBuildRecord */.mx)(annotations ?? {}) ?? [])
        .find((record) => (0,plan_fingerprint/* fingerprintHash */.jS)(record.fingerprint) === wanted);
}

;// CONCATENATED MODULE: ./lib/publish/identical.js



/**
 * The same platforms with the same configuration and layers. Attestations do not count, since they hold the time of
 * their build; but where other attestations or annotations are asked for than those that are published, they must be pushed.
 * Which files are taken out of the image is an annotation, too, and which platforms are missing.
 */
async function isIdentical(content, reader, repository, published) {
    if (attachmentsOf(content.index) !== attachmentsOf(published))
        return false;
    const ours = await imagesOf(content.index, (digest) => content.manifest(digest));
    const theirs = await imagesOf(published, (digest) => reader.getManifest(repository, digest));
    return ours !== undefined && JSON.stringify(ours) === JSON.stringify(theirs);
}
/** Hashes of what the index has beside the image: the annotations and attestations that were asked for. */
function attachmentsOf({ bytes }) {
    const { annotations = {} } = (0,registry_manifest/* readContent */.c_)(bytes);
    const recipe = (0,build_record/* readBuildRecord */.mx)(annotations)?.fingerprint.recipe;
    const missing = annotations[plan_labels/* missingKey */.aV] ?? '';
    return recipe && `${recipe.annotations} ${recipe.exports} ${recipe.attestations} ${missing}`;
}
/** Platform, configuration and layers of each image, sorted by platform; undefined where one cannot be read. */
async function imagesOf(index, manifest) {
    if (!(0,registry_manifest/* isIndex */.nw)(index.mediaType))
        return [['', ...contentOf(index)]];
    const images = await Promise.all((0,registry_manifest/* platformsOf */.Wt)(index.bytes).map(async ({ platform, digest }) => {
        const read = await manifest(digest);
        return read === undefined ? undefined : [platform, ...contentOf(read)];
    }));
    const readable = images.filter((image) => image !== undefined);
    return readable.length === images.length
        ? readable.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
        : undefined;
}
function contentOf({ bytes }) {
    const { config, layers = [] } = (0,registry_manifest/* readContent */.c_)(bytes);
    return [config?.digest ?? '', ...layers.map((layer) => layer.digest)];
}

// EXTERNAL MODULE: ./lib/publish/publish.js
var publish = __webpack_require__(42004);
// EXTERNAL MODULE: ./lib/publish/push.js
var push = __webpack_require__(85487);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
// EXTERNAL MODULE: ./lib/decide/reason.js
var reason = __webpack_require__(47786);
// EXTERNAL MODULE: ./lib/plan/sbom.js
var sbom = __webpack_require__(85562);
// EXTERNAL MODULE: ./lib/sign/check-signatures.js + 1 modules
var check_signatures = __webpack_require__(42750);
;// CONCATENATED MODULE: ./lib/run/decide.js
/** Compares what every repository holds with what is wanted, and says what is done there. */




















/** @throws Failure with everything that may not be done. */
async function decidePlaces(run, observed, parents) {
    const { session, image } = run;
    const problems = [];
    const decided = [];
    for (const place of observed.places) {
        const reference = (0,names_reference/* taggedText */.Ms)(place.repository, image.tags.exact);
        const { decision, held, advice } = await decideOne(run, observed, parents, place, reference);
        noteDecision(run, place.repository, decision);
        session.world.log.info(`${decision.do.padEnd(8)} ${reference}`);
        session.world.log.info(`because  ${(0,reason/* reasonText */.uV)(decision, reference)}`);
        if (decision.do === 'refuse')
            problems.push({ station: 'registry', about: reference, message: decision.message });
        else {
            decided.push({ ...place, held, decision });
            if (decision.do !== 'build' && decision.do !== 'rebase')
                problems.push(...problemsOfHeld(run, advice, place));
        }
    }
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    return decided;
}
const noteDecision = ({ session }, repository, decision) => session.journal.add({ is: 'decided', repository, decision });
async function decideOne(run, observed, parents, place, reference) {
    const { repository } = place;
    const held = await lookedForSignature(run, place.repository, await lookedInto(run, place));
    const { advice, ...wanted } = await wantedOf(run, observed, parents, held, reference);
    const advised = (0,defined/* defined */.s)({ advice });
    const decision = decide(wanted, held);
    const settled = decision.do !== 'build' && decision.do !== 'refuse';
    if (settled || held.is !== 'present' || wanted.rebuild !== 'stale' || !(0,plan_policy/* asksRegistries */.y0)(run.policy))
        return { decision, held, ...advised };
    // An earlier build of the same may have come out as what was there already, and have said so beside it.
    const { client } = await run.session.registries();
    const same = await findAttachedRecord(client, repository, held.index.digest, wanted.fingerprint);
    if (same === undefined)
        return { decision, held, ...advised };
    // What stands on the image was made when it was the outcome of this.
    const known = { ...held, record: same };
    return { decision: decide(wanted, known), held: known, ...advised };
}
/** With `deep`, what an image lacks that is there. @throws Failure where that cannot be known. */
async function lookedInto({ session, policy }, { repository, held }) {
    if (policy.deep !== true || policy.rebuild !== 'stale' || held.is !== 'present')
        return held;
    const { client } = await session.registries();
    return { ...held, lacking: await (0,observe_repository/* lackingOf */.zb)(client, repository, held.index) };
}
/** Whether it is signed, where images of ours are. @throws Failure where the registry does not say. */
async function lookedForSignature({ session, policy }, repository, held) {
    if (policy.unsigned === undefined || held.is !== 'present' || held.record === undefined)
        return held;
    const signer = await session.signer();
    if (signer === undefined)
        return held;
    const { client } = await session.registries();
    return { ...held, isSigned: await (0,check_signatures/* hasSignature */.v)(client, repository, held.index.digest, signer.key) };
}
async function wantedOf(run, observed, parents, held, reference) {
    const { session, policy, image } = run;
    const before = held.is === 'present' ? held.record : undefined;
    const isCompared = policy.rebuild === 'stale' && before !== undefined;
    // By what the image says of its base: so nothing must be pulled to learn that nothing moved.
    const { packages } = image.content;
    const { resolved, offers, dropped } = await (0,dropped_platforms/* retryWithFewerPlatforms */.KT)(image, observed.dropped ?? [], async (without) => {
        const left = (0,observe_image/* platformsLeft */.W9)(image, { dropped: without });
        const facts = before?.facts.filter(({ base, platform }) => base === undefined && left.includes(platform)) ?? [];
        const isResolved = isCompared && packages !== undefined && installs(observed);
        return {
            resolved: isResolved
                ? await (0,resolve/* resolveFor */.EM)(session, packages, facts, lockContext(run, observed))
                : undefined,
            offers: isCompared ? await lockedAsRecorded(run, observed, before, left) : [],
            dropped: without,
        };
    });
    for (const text of resolved?.cooldownNotes ?? [])
        (0,image_run/* note */.N)(run, text);
    const advice = await adviseHeld(run, observed, before, resolved);
    return {
        fingerprint: fingerprintNow(run, observed, {
            requirements: allRequirements(resolved, offers),
            bases: isCompared ? (0,observe_image/* basesOf */.cF)(image, observed, await (0,run_observe/* baseOf */.bx)(run, observed), parents) : {},
        }),
        ...(0,defined/* defined */.s)({ version: image.version }),
        rebuild: policy.rebuild,
        overwrite: policy.overwrite,
        ...(policy.maxAge === undefined ? {} : { maxAge: policy.maxAge }),
        now: session.world.clock.now(),
        rebasable: dropped.length === 0 && isRebasable(run, resolved),
        reference,
        changedParents: Object.values(parents).flatMap(({ changes, name }) => (changes ? [name] : [])),
        mended: mendedOf(advice),
        ...(0,defined/* defined */.s)({ advice }),
    };
}
/** What today's requirements would mend. */
const mendedOf = (advice) => (advice?.findings ?? []).flatMap(({ id, name, version, mend, ignored }) => mend.kind === 'rebuild' && ignored === undefined ? [{ id, name, version }] : []);
/** Whether the final stage does nothing but copy layers, and nothing but images is published, in a registry. */
function isRebasable({ image, policy }, resolved) {
    const isWhole = image.part === undefined;
    const copies = isWhole && (0,plan_policy/* pushes */.PN)(policy) && resolved !== undefined && copiesOnly(image, resolved.replaced);
    // Of other provenance, and of what a scanner finds, only a build knows.
    return (copies &&
        ['false', 'true', 'mode=min', 'mode=max'].includes(policy.provenance) &&
        (0,sbom/* buildxSbom */.C)(policy.sbom) === 'false');
}

// EXTERNAL MODULE: ./node_modules/packageurl-js/index.js
var packageurl_js = __webpack_require__(87091);
;// CONCATENATED MODULE: ./lib/attest/subject.js
/** What an SBOM is of, and how both forms name it. */

/** The image as a package URL. @param name of an image, with registry and tag or without. */
function imagePurl(name, digest, platform) {
    const short = name.replace(/@.*$/, '').split('/').at(-1).replace(/:.*$/, '');
    const arch = platform?.split('/').slice(1).join('/');
    return new packageurl_js.PackageURL('oci', undefined, short, digest, arch === undefined ? undefined : { arch }, undefined).toString();
}
/** Without credentials and a query, which may be one; undefined for a path of the machine that built. */
function publicUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url === undefined || !/^https?:$/.test(url.protocol) ? undefined : `${url.origin}${url.pathname}`;
}

;// CONCATENATED MODULE: ./lib/attest/cyclonedx.js
/**
 * Writes an inventory as CycloneDX 1.6 in JSON (https://cyclonedx.org/docs/1.6/json/). Not with
 * `@cyclonedx/cyclonedx-library`: it has models of all versions and of XML, draws serial numbers and times by chance, and
 * sorts by rules of its own; what is written here is four kinds of objects, which the tests hold against the schema.
 */



const cycloneDxPredicate = 'https://cyclonedx.org/bom';
const cycloneDxMediaType = 'application/vnd.cyclonedx+json';
/** Names of properties. */
const prefix = 'python-image-builder';
/** The document as a value: the same request gives the same. */
function cycloneDxDocument(request) {
    const { name, version, platform, digest, created, base, inventory } = request;
    const { system } = inventory;
    const purl = imagePurl(name, digest, platform);
    const content = {
        metadata: {
            timestamp: created,
            tools: { components: [{ type: 'application', name: 'python-image-builder' }] },
            component: {
                type: 'container',
                'bom-ref': 'image',
                name,
                version: version ?? digest,
                hashes: [{ alg: 'SHA-256', content: digest.replace('sha256:', '') }],
                purl,
                ...(base && {
                    pedigree: {
                        ancestors: [
                            {
                                type: 'container',
                                name: base.name,
                                version: base.digest,
                                purl: imagePurl(base.name, base.digest, platform),
                            },
                        ],
                    },
                }),
                properties: [property('platform', platform)],
            },
        },
        components: [
            ...(system === undefined
                ? []
                : [
                    {
                        type: 'operating-system',
                        'bom-ref': 'system',
                        name: system.id,
                        ...(system.version && { version: system.version }),
                        description: system.name,
                    },
                ]),
            ...inventory.software.map(componentOf),
        ],
    };
    return {
        $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        serialNumber: `urn:uuid:${uuidOf((0,canonical/* hashOf */.q)(content))}`,
        version: 1,
        ...content,
    };
}
const property = (name, value) => ({ name: `${prefix}:${name}`, value });
/** A UUID of version 8 (RFC 9562), whose bits are those of a hash. */
const uuidOf = (hash) => `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
function componentOf(one) {
    const { key, kind, name, version, purl, expression, text, path, sha256, origin, compilers, within } = one;
    const hash = origin?.kind === 'wheel' ? origin.file.sha256 : sha256;
    const reference = origin && referenceOf(origin);
    const licences = expression === undefined ? (text === undefined ? [] : [{ license: { name: text } }]) : [{ expression }];
    const properties = [
        ...(origin?.kind === 'compiled' ? [property('compiled', origin.way)] : []),
        ...(compilers ?? []).map((compiler) => property('compiler', compiler)),
    ];
    return {
        type: kind === 'interpreter' ? 'application' : 'library',
        'bom-ref': key,
        name,
        ...(0,defined/* defined */.s)({ version }),
        ...(hash && { hashes: [{ alg: 'SHA-256', content: hash }] }),
        ...(licences.length > 0 && { licenses: licences }),
        ...(0,defined/* defined */.s)({ purl }),
        ...(reference && { externalReferences: [reference] }),
        ...(within.length > 0 && { components: within.map(componentOf) }),
        evidence: { occurrences: [{ location: `/${path}` }] },
        ...(properties.length > 0 && { properties }),
    };
}
/** Undefined of a file that has no address, such as a wheel of a folder. */
function referenceOf(origin) {
    const file = origin.kind === 'wheel' ? origin.file : origin.source;
    const url = publicUrl(file.url);
    if (url === undefined)
        return undefined;
    return {
        type: origin.kind === 'wheel' ? 'distribution' : 'source-distribution',
        url,
        hashes: [{ alg: 'SHA-256', content: file.sha256 }],
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/attest/spdx.js
/**
 * Writes an inventory as SPDX 2.3 in JSON (https://spdx.github.io/spdx-spec/v2.3/). By hand: on npm no library writes this
 * form and is kept, and it is a dozen fields.
 */




const spdxPredicate = 'https://spdx.dev/Document';
const spdxMediaType = 'application/spdx+json';
const none = 'NOASSERTION';
const spdx_image = 'SPDXRef-Image';
/** The document as a value: the same request gives the same. */
function spdxDocument(request) {
    const { name, version, platform, digest, created, base, inventory } = request;
    const top = {
        SPDXID: spdx_image,
        name,
        versionInfo: version ?? digest,
        ...packageFields,
        primaryPackagePurpose: 'CONTAINER',
        checksums: [{ algorithm: 'SHA256', checksumValue: digest.replace('sha256:', '') }],
        externalRefs: [purlReference(imagePurl(name, digest, platform))],
    };
    const under = base && {
        SPDXID: 'SPDXRef-Base',
        name: base.name,
        versionInfo: base.digest,
        ...packageFields,
        primaryPackagePurpose: 'CONTAINER',
        checksums: [{ algorithm: 'SHA256', checksumValue: base.digest.replace('sha256:', '') }],
        externalRefs: [purlReference(imagePurl(base.name, base.digest, platform))],
    };
    const { system } = inventory;
    const systemPackage = system && {
        SPDXID: 'SPDXRef-System',
        name: system.id,
        ...(system.version && { versionInfo: system.version }),
        ...packageFields,
        primaryPackagePurpose: 'OPERATING_SYSTEM',
    };
    const written = inventory.software.flatMap((one) => packagesOf(one, spdx_image));
    const content = {
        spdxVersion: 'SPDX-2.3',
        dataLicense: 'CC0-1.0',
        SPDXID: 'SPDXRef-DOCUMENT',
        name: [name, ...(version === undefined ? [] : [version]), platform].join(' '),
        creationInfo: { created, creators: ['Tool: python-image-builder'] },
        packages: [
            top,
            ...(under === undefined ? [] : [under]),
            ...(systemPackage === undefined ? [] : [systemPackage]),
            ...written.flatMap(({ packages }) => packages),
        ],
        relationships: [
            related('SPDXRef-DOCUMENT', 'DESCRIBES', spdx_image),
            ...(under === undefined ? [] : [related(spdx_image, 'DESCENDANT_OF', under.SPDXID)]),
            ...(systemPackage === undefined ? [] : [related(spdx_image, 'CONTAINS', systemPackage.SPDXID)]),
            ...written.flatMap(({ relationships }) => relationships),
        ],
    };
    // A hash of the rest: two documents with one namespace are one.
    const documentNamespace = `https://python-image-builder.github.io/sbom/${(0,canonical/* hashOf */.q)(content)}`;
    const { spdxVersion, dataLicense, SPDXID, name: title, ...rest } = content;
    return { spdxVersion, dataLicense, SPDXID, name: title, documentNamespace, ...rest };
}
/** Nothing is said of files, and of copyright nothing is known. */
const packageFields = { downloadLocation: none, filesAnalyzed: false, copyrightText: none };
const related = (spdxElementId, relationshipType, relatedSpdxElement) => ({
    spdxElementId,
    relationshipType,
    relatedSpdxElement,
});
const purlReference = (purl) => ({
    referenceCategory: 'PACKAGE-MANAGER',
    referenceType: 'purl',
    referenceLocator: purl,
});
/** An identifier has letters, digits, "." and "-" (SPDX 2.3, 7.2). */
function idOf({ kind, name, key }) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(key).digest('hex').slice(0, 12);
    return `SPDXRef-${kind}-${name.replaceAll(/[^A-Za-z0-9.-]+/g, '-')}-${hash}`;
}
/** With what it brings along, and the source that it was compiled from. */
function packagesOf(one, owner) {
    const { name, version, purl, origin, sha256, within } = one;
    const id = idOf(one);
    const file = origin?.kind === 'wheel' ? origin.file : undefined;
    const hash = file?.sha256 ?? sha256;
    const url = file && publicUrl(file.url);
    const own = {
        SPDXID: id,
        name,
        ...(0,defined/* defined */.s)({ versionInfo: version, packageFileName: file?.filename }),
        ...packageFields,
        ...(url && { downloadLocation: url }),
        ...licenceFields(one),
        sourceInfo: sourceInfo(one),
        ...(hash && { checksums: [{ algorithm: 'SHA256', checksumValue: hash }] }),
        ...(purl && { externalRefs: [purlReference(purl)] }),
    };
    const below = within.map((inner) => packagesOf(inner, id));
    const source = origin?.kind === 'compiled' ? sourcePackage(one, origin.source, id) : undefined;
    const parts = [...below, ...(source === undefined ? [] : [source])];
    return {
        packages: [own, ...parts.flatMap(({ packages }) => packages)],
        relationships: [related(owner, 'CONTAINS', id), ...parts.flatMap(({ relationships }) => relationships)],
    };
}
function sourcePackage({ name, version, ...one }, { filename, url, sha256 }, made) {
    const id = `${made}-source`;
    const written = {
        SPDXID: id,
        name,
        ...(0,defined/* defined */.s)({ versionInfo: version }),
        packageFileName: filename,
        ...packageFields,
        downloadLocation: publicUrl(url) ?? none,
        primaryPackagePurpose: 'SOURCE',
        ...licenceFields(one),
        checksums: [{ algorithm: 'SHA256', checksumValue: sha256 }],
    };
    return { packages: [written], relationships: [related(made, 'GENERATED_FROM', id)] };
}
/** A licence of one's own (`LicenseRef-…`) would have to be there with its text. */
function licenceFields({ expression, text }) {
    const own = expression?.includes('LicenseRef-') === true;
    const comment = own ? expression : text;
    return {
        licenseConcluded: none,
        licenseDeclared: own ? none : (expression ?? none),
        ...(comment && { licenseComments: `The package says: ${comment}` }),
    };
}
const ways = {
    native: 'on its own platform',
    cross: 'by a cross compiler',
    emulated: 'on its platform or under emulation of it',
};
function sourceInfo({ path, origin, compilers }) {
    if (origin?.kind !== 'compiled')
        return `Found in /${path}.`;
    const by = compilers === undefined ? '' : ` Its modules name: ${compilers.join('; ')}.`;
    return `Found in /${path}. Compiled from ${origin.source.filename} ${ways[origin.way]}.${by}`;
}

;// CONCATENATED MODULE: ./lib/attest/sboms.js
/** Finds the SBOMs that an image has as attestations, whoever wrote them. */







const documentTypes = [spdxPredicate, cycloneDxPredicate];
/** @throws Failure where the image cannot be read. */
async function sbomsOf(content) {
    const { index } = content;
    const attestations = attestationsOf(index, (0,registry_manifest/* platformsOf */.Wt)(index.bytes));
    const found = await (0,errors/* gather */.kg)(attestations.map(async ({ digest, of }) => {
        const { layers = [] } = (0,registry_manifest/* readContent */.c_)((await content.manifest(digest)).bytes);
        const documents = layers.filter(({ annotations }) => documentTypes.includes(annotations?.[predicateKey] ?? ''));
        if (documents.length === 0)
            return [];
        const subject = await content.manifest(of);
        return (0,errors/* gather */.kg)(documents.map(async (layer) => {
            const predicate = sboms_predicateOf(await (0,registry_content/* readBlob */.gm)(content, layer), layer.digest);
            return { subject, predicateType: layer.annotations[predicateKey], predicate };
        }));
    }));
    return found.flat();
}
function sboms_predicateOf(bytes, digest) {
    try {
        return JSON.parse(Buffer.from(bytes).toString('utf8')).predicate;
    }
    catch {
        const message = `The SBOM ${digest} of the image is no JSON, so that it is not signed. Build the image anew: set rebuild to "always" once.`;
        throw new errors/* Failure */.HR([{ station: 'registry', about: digest, message }]);
    }
}

// EXTERNAL MODULE: ./lib/sign/bundles.js
var bundles = __webpack_require__(51696);
// EXTERNAL MODULE: ./lib/sign/statement.js
var statement = __webpack_require__(32768);
;// CONCATENATED MODULE: ./lib/plan/provenance.js
/** What an image was made of, and by whom, as SLSA says it (slsa.dev, "Provenance v1"). */



/** Pages about this program's own terms would be below it; nothing is fetched from there. */
const home = 'https://python-image-builder.github.io';
/** By the variables that GitHub sets. */
function signingRunOf(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
    const { GITHUB_WORKFLOW_REF: workflow = '', GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_SHA: commit } = env;
    if (!server || !repository || !id)
        return { builder: `${home}/command-line` };
    const [path = '', ref = ''] = workflow.slice(repository.length + 1).split('@');
    return {
        builder: `${server}/${workflow}`,
        invocation: `${server}/${repository}/actions/runs/${id}/attempts/${attempt}`,
        workflow: { repository: `${server}/${repository}`, ref, path },
        ...(0,defined/* defined */.s)({ commit, runner: env['RUNNER_ENVIRONMENT'] }),
    };
}
/**
 * The provenance of an index, by what it says of itself: so it is the same whether it is signed at once or by a later run.
 * Who built the layers of an earlier run is not claimed: of them it says only which image they are of.
 *
 * @param begun of the run, in milliseconds since the epoch.
 */
function provenanceOf(subject, record, origin, run, begun) {
    const { fingerprint, indexes } = record;
    const isBuilder = origin.kind !== 'published-before';
    return {
        subject,
        predicateType: statement/* predicateTypes */.ZR.provenance,
        predicate: {
            buildDefinition: {
                buildType: `${home}/image/v1`,
                externalParameters: {
                    recipe: fingerprint.recipe,
                    platforms: fingerprint.platforms,
                    ...(isBuilder ? (0,defined/* defined */.s)({ workflow: run.workflow }) : {}),
                },
                internalParameters: {
                    origin: origin.kind,
                    fingerprint: (0,plan_fingerprint/* fingerprintHash */.jS)(fingerprint),
                    lock: { requirements: fingerprint.requirements, files: fingerprint.installs },
                    ...(isBuilder ? (0,defined/* defined */.s)({ runner: run.runner }) : (0,defined/* defined */.s)({ signedBy: run.invocation })),
                },
                resolvedDependencies: [
                    ...(isBuilder && run.commit !== undefined && run.workflow !== undefined
                        ? [
                            {
                                uri: `git+${run.workflow.repository}@${run.workflow.ref}`,
                                digest: { gitCommit: run.commit },
                            },
                        ]
                        : []),
                    ...basesOf(record),
                    ...Object.entries(indexes).map(([name, digest]) => ({
                        name,
                        digest: digestSet(digest),
                        annotations: { is: 'the whole base' },
                    })),
                    ...(origin.kind === 'rebased'
                        ? [{ name: 'layers', digest: digestSet(origin.from), annotations: { is: 'the image before' } }]
                        : []),
                    ...fingerprint.requirements.map((pinned) => ({ uri: `pkg:pypi/${pinned.replace('==', '@')}` })),
                ],
            },
            runDetails: {
                builder: { id: isBuilder ? run.builder : `${home}/earlier-run` },
                metadata: isBuilder
                    ? { ...(0,defined/* defined */.s)({ invocationId: run.invocation }), startedOn: new Date(begun).toISOString() }
                    : {},
            },
        },
    };
}
const basesOf = ({ fingerprint: { bases } }) => Object.entries(bases).flatMap(([name, platforms]) => Object.entries(platforms).map(([platform, digest]) => ({
    name,
    digest: digestSet(digest),
    annotations: { is: 'a base', platform },
})));
const digestSet = (digest) => ({
    [digest.split(':')[0]]: digest.split(':')[1],
});

;// CONCATENATED MODULE: ./lib/run/sign.js
/** Signs images where they are pushed, and says of them what they were made of. */









/** How this run comes to the image that it publishes. */
const originOf = (decision, held) => decision.do === 'rebase' && held.is === 'present'
    ? { kind: 'rebased', from: held.index.digest }
    : { kind: 'built' };
/**
 * What is signed of an image: its provenance, the SBOMs of its platforms, and last that it is signed, so that with that all
 * is there.
 *
 * @throws Failure where its SBOMs cannot be read.
 */
async function attestationsToSign({ session }, content, origin) {
    const { index } = content;
    const record = (0,build_record/* readBuildRecord */.mx)((0,registry_manifest/* readContent */.c_)(index.bytes).annotations ?? {});
    const run = signingRunOf(session.world.env);
    return [
        ...(record === undefined ? [] : [provenanceOf(index, record, origin, run, session.begun)]),
        ...(await sbomsOf(content)),
        { subject: index, predicateType: statement/* predicateTypes */.ZR.signature, predicate: {} },
    ];
}
/**
 * Signs what is in a repository under its digest. Nothing is attached before all is signed.
 *
 * @throws Failure where the user wants no image that is not signed; else the journal has it.
 */
async function signImage({ session, policy }, repository, attestationsFor) {
    const signer = policy.unsigned === undefined ? undefined : await session.signer();
    if (signer === undefined)
        return;
    const { journal, world } = session;
    const { client } = await session.registries();
    const work = async () => {
        const attestations = await attestationsFor();
        const signed = await Promise.all(attestations.map(signer.sign));
        for (const [at, { bytes }] of signed.entries())
            await (0,bundles/* attachBundle */.U9)(client, repository, attestations[at], bytes, world.clock.now());
        return { by: signed.at(-1).by, digest: attestations.at(-1).subject.digest };
    };
    try {
        const { by, digest } = await (0,report_journal/* timed */.ay)({ journal, clock: world.clock }, 'publish', 'sign', work);
        journal.add({ is: 'signed', repository, by });
        world.log.info(`signed   ${(0,names_reference/* repositoryText */.g_)(repository)}@${digest} as ${by}`);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR) || policy.unsigned === 'fail')
            throw error;
        journal.add({ is: 'unsigned', repository, problems: error.problems });
    }
}

;// CONCATENATED MODULE: ./lib/run/publish.js

















/** Those of which something must be built or put together. */
const placesToMake = (decided) => decided.filter(({ decision }) => decision.do === 'build' || decision.do === 'rebase');
/** Whoever may not push is told now, and not after an hour of compiling. */
async function probeWrites({ session }, decided) {
    const { client } = await session.registries();
    await eachPlace(placesToMake(decided), ({ repository }) => client.probeWrite(repository));
}
/** Moves the tags that are behind where nothing is built. */
const retag = (run, decided) => eachPlace(decided.filter(({ decision }) => decision.do === 'retag'), async ({ repository }) => {
    settle(run, repository, await (0,publish/* moveAliases */.as)({ ...(await publishRequest(run, repository)), ...run.image.tags }));
});
/** Signs what an earlier run left unsigned, and moves the tags that are behind. Nothing is built. */
const signUnsigned = (run, decided) => eachPlace(decided, async ({ decision, held, repository }) => {
    if (decision.do !== 'sign' || held.is !== 'present')
        return;
    await signHeld(run, repository, held);
    if (hasReason(decision, ['tag-behind']))
        settle(run, repository, await (0,publish/* moveAliases */.as)({ ...(await publishRequest(run, repository)), ...run.image.tags }));
});
async function signHeld(run, repository, { index }) {
    const { reader } = await run.session.registries();
    const content = (0,registry_content/* contentOf */.$E)(reader, repository, index, run.session.world.files);
    await signImage(run, repository, () => attestationsToSign(run, content, { kind: 'published-before' }));
}
/** @param layersIn repositories that hold layers of the image: what one of the same registry has need not be sent. */
async function publishPlaces(run, places, verified, layersIn) {
    const { session, policy, image } = run;
    const { client } = await session.registries();
    const { content } = verified;
    const mountFrom = [...layersIn];
    const [first] = places;
    // The same for all repositories, so that each is signed once.
    const attestations = (0,lib_once/* once */.O)(async () => first === undefined ? [] : attestationsToSign(run, content, originOf(first.decision, first.held)));
    await eachPlace(places, async (place) => {
        const { held, repository, decision } = place;
        const built = decision.do === 'build' ? decision.because : undefined;
        // An image that became too old is there anew, although it is the same: so that its age begins anew. One that lost a
        // part is identical without it.
        const may = built !== undefined && !hasReason(decision, ['expired', 'incomplete']) && held.is === 'present';
        if (may && (await isIdentical(content, client, repository, held.index))) {
            await keepIdentical(run, repository, held, built, content.index);
            return;
        }
        const digest = await (0,publish/* publish */.mk)({
            ...(await publishRequest(run, repository)),
            verified,
            mountFrom: [...mountFrom],
            ...(held.is === 'present' ? (0,defined/* defined */.s)({ lacking: held.lacking }) : {}),
            beforeTags: () => signImage(run, repository, attestations),
            ...(policy.overwrite
                ? {}
                : { expected: { digest: held.is === 'present' ? held.index.digest : undefined } }),
        });
        // What one repository of a registry has, the next one need not be sent.
        mountFrom.push(repository);
        settle(run, repository, digest);
        if (digest !== content.index.digest) {
            (0,image_run/* note */.N)(run, `another run published ${(0,names_reference/* repositoryText */.g_)(repository)}:${image.tags.exact} at the same time and came last: its image stands, under all tags`);
        }
    });
}
/** Puts the platforms of a part where its image goes. No tag moves: `merge` does that, when all parts are there. */
async function pushPart({ session }, places, { content }, layersIn) {
    const { client } = await session.registries();
    const mountFrom = [...layersIn];
    await eachPlace(places, async ({ repository }) => {
        const { digest, uploaded, mounted, there } = await (0,push/* pushContent */.g)(client, repository, content, {
            mountFrom,
        });
        mountFrom.push(repository);
        session.world.log.info(pushedText(repository, { uploaded, mounted, there }));
        session.journal.add({ is: 'pushed', repository, digest });
    });
}
const pushedText = (repository, { uploaded, mounted, there }) => `pushed   ${(0,names_reference/* repositoryText */.g_)(repository)}: ${(0,units/* counted */.hS)(uploaded.blobs, 'blob')} (${(0,units/* bytesText */.pV)(uploaded.bytes)}); ${there.blobs + mounted.blobs} were in the registry already`;
const settle = ({ session }, repository, digest) => session.journal.add({ is: 'settled', repository, digest });
/** The old index stays, with its tags; aliases may still be behind. */
async function keepIdentical(run, repository, held, built, index) {
    const { client } = await run.session.registries();
    let moved = false;
    if (held.isSigned === false)
        await signHeld(run, repository, held);
    const request = await publishRequest(run, repository, () => (moved = true));
    settle(run, repository, await (0,publish/* moveAliases */.as)({ ...request, ...run.image.tags }));
    noteDecision(run, repository, { do: moved ? 'retag' : 'keep', because: { kind: 'identical', built } });
    const record = (0,build_record/* readBuildRecord */.mx)((0,registry_manifest/* readContent */.c_)(index.bytes).annotations ?? {});
    if (record === undefined || isOf(held, record))
        return;
    // Else the next run would find the same reason, and build the same again.
    try {
        await attachRecord(client, repository, held.index, (0,build_record/* annotationsOfRecord */.jV)(record));
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        (0,image_run/* note */.N)(run, `that ${(0,names_reference/* repositoryText */.g_)(repository)} holds the outcome of today's inputs could not be noted there, so that the next run builds again: ${error.message}`);
    }
}
const isOf = (held, record) => held.record !== undefined &&
    (0,plan_fingerprint/* fingerprintHash */.jS)(held.record.fingerprint) === (0,plan_fingerprint/* fingerprintHash */.jS)(record.fingerprint);
/** @param onMove told of each tag that moves. */
async function publishRequest({ session, policy, image }, repository, onMove = () => { }) {
    const { world, journal } = session;
    const name = (0,names_reference/* repositoryText */.g_)(repository);
    const trace = {
        onContent: (pushed) => world.log.info(pushedText(repository, pushed)),
        onPush: () => journal.add({ is: 'moving', repository }),
        onTag: (tag, digest) => {
            onMove();
            journal.add({ is: 'moved', repository, tag, digest });
            world.log.info(`moved    ${name}:${tag}`);
        },
        onStayed: ({ tag }) => journal.add({ is: 'stayed', repository, tag }),
    };
    const { client } = await session.registries();
    const { version } = image;
    const day = new Date(session.begun).toISOString().slice(0, 10).replaceAll('-', '');
    return { client, repository, day, ...(0,defined/* defined */.s)({ version }), forced: policy.rebuild === 'always', trace };
}
/**
 * One after the other: what fails in one repository does not keep the others from theirs, and all is said in the end. What
 * follows for all of them is not begun then.
 */
async function eachPlace(places, work) {
    const problems = [];
    for (const place of places) {
        try {
            await work(place);
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            problems.push(...error.problems);
        }
    }
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
}

// EXTERNAL MODULE: ./node_modules/spdx-expression-parse/index.js
var spdx_expression_parse = __webpack_require__(93326);
;// CONCATENATED MODULE: ./lib/attest/licence.js
/**
 * The licence of a Python distribution as an SPDX expression. Not with `spdx-correct`, which guesses: it makes BSD-2-Clause
 * of "BSD", and an SBOM must not say what nobody wrote.
 */

/** Spellings of the field `License` that stand for one licence, without case and the word at their end. */
const spellings = {
    'apache 2': 'Apache-2.0',
    'apache 2.0': 'Apache-2.0',
    'apache license 2.0': 'Apache-2.0',
    'apache license, version 2.0': 'Apache-2.0',
    'apache license version 2.0': 'Apache-2.0',
    'apache software license 2.0': 'Apache-2.0',
    'bsd 2-clause': 'BSD-2-Clause',
    '2-clause bsd': 'BSD-2-Clause',
    'simplified bsd': 'BSD-2-Clause',
    'bsd 3-clause': 'BSD-3-Clause',
    '3-clause bsd': 'BSD-3-Clause',
    'new bsd': 'BSD-3-Clause',
    'modified bsd': 'BSD-3-Clause',
    'mozilla public license 2.0': 'MPL-2.0',
    'mpl 2.0': 'MPL-2.0',
    'the mit': 'MIT',
    'the unlicense': 'Unlicense',
    expat: 'MIT',
};
/** Classifiers (the last part) that name one licence in one version. "BSD License" and "Apache Software License" do not. */
const classifiers = {
    'Academic Free License (AFL)': 'AFL-3.0',
    'Boost Software License 1.0 (BSL-1.0)': 'BSL-1.0',
    'CC0 1.0 Universal (CC0 1.0) Public Domain Dedication': 'CC0-1.0',
    'Eclipse Public License 1.0 (EPL-1.0)': 'EPL-1.0',
    'Eclipse Public License 2.0 (EPL-2.0)': 'EPL-2.0',
    'European Union Public Licence 1.2 (EUPL 1.2)': 'EUPL-1.2',
    'GNU Affero General Public License v3': 'AGPL-3.0-only',
    'GNU Affero General Public License v3 or later (AGPLv3+)': 'AGPL-3.0-or-later',
    'GNU General Public License v2 (GPLv2)': 'GPL-2.0-only',
    'GNU General Public License v2 or later (GPLv2+)': 'GPL-2.0-or-later',
    'GNU General Public License v3 (GPLv3)': 'GPL-3.0-only',
    'GNU General Public License v3 or later (GPLv3+)': 'GPL-3.0-or-later',
    'GNU Lesser General Public License v2 (LGPLv2)': 'LGPL-2.0-only',
    'GNU Lesser General Public License v2 or later (LGPLv2+)': 'LGPL-2.0-or-later',
    'GNU Lesser General Public License v3 (LGPLv3)': 'LGPL-3.0-only',
    'GNU Lesser General Public License v3 or later (LGPLv3+)': 'LGPL-3.0-or-later',
    'Historical Permission Notice and Disclaimer (HPND)': 'HPND',
    'ISC License (ISCL)': 'ISC',
    'MIT License': 'MIT',
    'MIT No Attribution License (MIT-0)': 'MIT-0',
    'Mozilla Public License 1.1 (MPL 1.1)': 'MPL-1.1',
    'Mozilla Public License 2.0 (MPL 2.0)': 'MPL-2.0',
    'Python Software Foundation License': 'PSF-2.0',
    'The Unlicense (Unlicense)': 'Unlicense',
    'Universal Permissive License (UPL)': 'UPL-1.0',
    'Zope Public License': 'ZPL-2.1',
    'zlib/libpng License': 'Zlib',
};
/** Longer texts are the licence itself, which some authors put there. */
const longest = 200;
/**
 * `License-Expression` (PEP 639) says it; else `License`, where it is an expression or a usual spelling; else a single
 * classifier, since of several nobody knows whether one may choose.
 */
function licenceOf(metadata) {
    const { expression, license = '' } = metadata;
    if (expression !== undefined && isExpression(expression))
        return { expression };
    const text = license.trim();
    const short = text.replace(/ licen[cs]e$/i, '');
    const named = [text, short].find(isExpression) ?? spellings[short.toLowerCase()];
    if (named !== undefined)
        return { expression: named };
    const said = metadata.classifiers
        .filter((one) => one.startsWith('License :: '))
        .map((one) => one.split(' :: ').at(-1))
        .filter((one) => one !== 'OSI Approved');
    const [only, ...more] = said;
    const classified = more.length === 0 && only !== undefined ? classifiers[only] : undefined;
    if (classified !== undefined)
        return { expression: classified };
    if (text !== '' && text !== 'UNKNOWN' && text.length <= longest && !text.includes('\n'))
        return { text };
    return said.length === 0 ? {} : { text: said.join(', ') };
}
function isExpression(text) {
    try {
        spdx_expression_parse(text);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/attest/databases.js
/** Reads the package databases of distributions, and which distribution it is. */

/** Paragraphs of `Field: value`, as dpkg writes them (deb-control(5)); lines that go on a field are left out. */
function paragraphs(text, separator, field) {
    return text.split(separator).map((paragraph) => new Map(paragraph.split('\n').flatMap((line) => {
        const [, key, value = ''] = field.exec(line) ?? [];
        return key === undefined ? [] : [[key, value.trim()]];
    })));
}
/**
 * dpkg's `status`, or a file of `status.d`, which distroless images have in its place: those name no state. A package that
 * was removed and left its configuration is none.
 */
function readDpkg(text) {
    return paragraphs(text, /\n{2,}/, /^([A-Z][\w-]*):(.*)$/).flatMap((fields) => {
        const [name, version] = [fields.get('Package'), fields.get('Version')];
        const isInstalled = fields.get('Status')?.endsWith(' installed') ?? true;
        if (name === undefined || version === undefined || !isInstalled)
            return [];
        const source = fields.get('Source')?.replace(/ \(.*\)$/, '');
        return [{ name, version, architecture: fields.get('Architecture') ?? '', ...(0,defined/* defined */.s)({ source }) }];
    });
}
/** apk's `installed` (https://wiki.alpinelinux.org/wiki/Apk_spec, "Installed Database V2"). */
function readApk(text) {
    return paragraphs(text, /\n{2,}/, /^([A-Za-z]):(.*)$/).flatMap((fields) => {
        const [name, version] = [fields.get('P'), fields.get('V')];
        if (name === undefined || version === undefined)
            return [];
        const origin = fields.get('o');
        const source = origin === name ? undefined : origin;
        const licence = fields.get('L');
        return [{ name, version, architecture: fields.get('A') ?? '', ...(0,defined/* defined */.s)({ source, licence }) }];
    });
}
/** os-release(5). */
function readOsRelease(text) {
    const fields = new Map(text.split('\n').flatMap((line) => {
        const [, key, value = ''] = /^([A-Z_]+)=(.*)$/.exec(line.trim()) ?? [];
        return key === undefined ? [] : [[key, value.replace(/^(["'])(.*)\1$/, '$2')]];
    }));
    const id = fields.get('ID');
    return id === undefined || id === ''
        ? undefined
        : { id, version: fields.get('VERSION_ID') ?? '', name: fields.get('PRETTY_NAME') ?? id };
}

;// CONCATENATED MODULE: ./lib/attest/distribution.js
/** Reads what is written beside an installed Python distribution: METADATA, RECORD, and the documents of PEP 770. */




/** METADATA or PKG-INFO (core metadata); undefined where it names no release. */
function readMetadata(text) {
    const head = text.replaceAll('\r\n', '\n').split('\n\n', 1)[0];
    // A field goes on in lines that begin with a space.
    const lines = head.replaceAll(/\n(?=[ \t])/g, '\u0000').split('\n');
    const all = (field) => lines.flatMap((line) => {
        const at = line.indexOf(':');
        return line.slice(0, at).toLowerCase() === field
            ? [
                line
                    .slice(at + 1)
                    .replaceAll('\u0000', '\n')
                    .trim(),
            ]
            : [];
    });
    const [name] = all('name');
    const [version] = all('version');
    if (!name || !version)
        return undefined;
    const licence = licenceOf({
        expression: all('license-expression')[0],
        license: all('license')[0],
        classifiers: all('classifier'),
    });
    return { name: (0,package_name/* normalizedName */.j8)(name), version, ...licence };
}
/** Compiled code, and metadata of other distributions that one brings along: what else it installed is not listed. */
const listed = /\.so(?:\.[\w.]+)?$|\/[^/]+\.(?:dist-info\/METADATA|egg-info\/PKG-INFO)$/;
/** The files of a RECORD (PEP 376, PEP 427) that matter here. */
const readRecord = (text) => text.split(/\r?\n/).flatMap((line) => {
    const [, quoted, plain = '', hash] = /^(?:"((?:[^"]|"")*)"|([^,]*)),(?:sha256=([\w-]+))?/.exec(line) ?? [];
    const path = quoted?.replaceAll('""', '"') ?? plain;
    if (!listed.test(`/${path}`))
        return [];
    return [{ path, ...(hash && { sha256: Buffer.from(hash, 'base64url').toString('hex') }) }];
});
/**
 * The components of a document in `*.dist-info/sboms/` (PEP 770), CycloneDX or SPDX 2 as JSON; undefined for one of another
 * form. What it describes, which is the wheel itself, is left out.
 */
function readWheelDocument(text) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const { bomFormat, spdxVersion, components, packages, documentDescribes, relationships } = fieldsOf(document);
    if (bomFormat === 'CycloneDX')
        return arrayOf(components).flatMap(fromCycloneDx);
    if (typeof spdxVersion !== 'string')
        return undefined;
    const described = new Set([
        ...arrayOf(documentDescribes),
        ...arrayOf(relationships)
            .map(fieldsOf)
            .filter(({ relationshipType }) => relationshipType === 'DESCRIBES')
            .map(({ relatedSpdxElement }) => relatedSpdxElement),
    ]);
    return arrayOf(packages)
        .map((one) => fieldsOf(one))
        .filter((one) => !described.has(one.SPDXID))
        .flatMap(fromSpdx);
}
const fieldsOf = (value) => typeof value === 'object' && value !== null ? value : {};
const arrayOf = (value) => (Array.isArray(value) ? value : []);
const distribution_textOf = (value) => typeof value === 'string' && value !== '' ? value : undefined;
function fromCycloneDx(value) {
    const one = fieldsOf(value);
    const name = distribution_textOf(one.name);
    const within = arrayOf(one.components).flatMap(fromCycloneDx);
    if (name === undefined)
        return within;
    const hashes = arrayOf(one.hashes).map(fieldsOf);
    const sha256 = distribution_textOf(hashes.find(({ alg }) => alg === 'SHA-256')?.['content']);
    const licences = arrayOf(one.licenses).map(fieldsOf);
    const said = licences.flatMap(({ expression, license }) => {
        const text = distribution_textOf(expression) ?? distribution_textOf(fieldsOf(license)['id']);
        return text === undefined ? [] : [text];
    });
    const licence = said.length === licences.length && said.length === 1 ? said[0] : undefined;
    return [
        distribution_componentOf({ name, version: distribution_textOf(one.version), purl: distribution_textOf(one.purl), licence, sha256 }),
        ...within,
    ];
}
function fromSpdx(one) {
    const name = distribution_textOf(one.name);
    if (name === undefined)
        return [];
    const purl = arrayOf(one.externalRefs)
        .map(fieldsOf)
        .find(({ referenceType }) => referenceType === 'purl')?.['referenceLocator'];
    const licence = distribution_textOf(one.licenseDeclared);
    return [
        distribution_componentOf({ name, version: distribution_textOf(one.versionInfo), purl: distribution_textOf(purl), licence, sha256: undefined }),
    ];
}
function distribution_componentOf(one) {
    const { licence, purl } = one;
    const known = licence !== undefined && isExpression(licence) ? licence : undefined;
    return (0,defined/* defined */.s)({
        ...one,
        licence: known,
        purl: purl === undefined ? undefined : cleanPurl(purl),
    });
}
/** Without paths of the machine that made the wheel. Undefined where it is none. */
function cleanPurl(text) {
    try {
        const { type, namespace, name, version, qualifiers, subpath } = packageurl_js.PackageURL.fromString(text);
        const kept = Object.entries(qualifiers ?? {}).filter(([, value]) => !String(value).startsWith('file:'));
        return new packageurl_js.PackageURL(type, namespace, name, version, Object.fromEntries(kept), subpath).toString();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/attest/elf-comment.js
/**
 * Which compilers made a compiled module: they leave their names in the section `.comment`. By hand, since no library on npm
 * reads sections of ELF and is kept.
 */
const elf_comment_forms = {
    1: { table: 0x20, count: 0x2e, offset: 0x10, size: 0x14, wide: false },
    2: { table: 0x28, count: 0x3a, offset: 0x18, size: 0x20, wide: true },
};
/** `GCC: (Debian 14.2.0-19) 14.2.0`, each once and sorted; empty where the file is no little-endian ELF, or has none. */
function compilersOf(file) {
    const form = file.toString('latin1', 0, 4) === '\u007fELF' && file[5] === 1 ? elf_comment_forms[file[4]] : undefined;
    if (form === undefined || file.length < 64)
        return [];
    try {
        const word = (at) => form.wide ? Number(file.readBigUInt64LE(at)) : file.readUInt32LE(at);
        const [table, each] = [word(form.table), file.readUInt16LE(form.count)];
        const [count, namesAt] = [file.readUInt16LE(form.count + 2), file.readUInt16LE(form.count + 4)];
        const section = (index) => {
            const header = table + index * each;
            const start = word(header + form.offset);
            return {
                name: file.readUInt32LE(header),
                content: file.subarray(start, start + word(header + form.size)),
            };
        };
        const names = section(namesAt).content;
        const sections = Array.from({ length: count }, (_, index) => section(index));
        const isComment = (at) => names.toString('latin1', at, at + 9) === '.comment\0';
        const comment = sections.find(({ name }) => isComment(name))?.content.toString('utf8') ?? '';
        // The linker writes itself there too.
        const said = comment.split('\0').filter((text) => text !== '' && !text.startsWith('Linker:'));
        return [...new Set(said)].toSorted();
    }
    catch (error) {
        if (error instanceof RangeError)
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/build/tar.js
/** Locates the files of a tar archive by their offsets; nothing is unpacked. */


/** Bytes; headers and contents fill whole blocks. */
const block = 512;
/**
 * The regular files of an uncompressed tar archive, by name. Of several with one name the last counts, as when unpacked.
 * Formats are POSIX's (ustar and pax: IEEE Std 1003.1, "pax", "EXTENDED DESCRIPTION") and GNU's, with long names and,
 * from 8 GiB, sizes in base 256. The message of a refusal goes on after the archive's name. Throws where the file cannot
 * be read.
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
    /** Fields that extended headers override in the entry that follows them. */
    let overrides = {};
    for (let at = 0;;) {
        const header = await read(at, block);
        if (header.length < block)
            return (0,errors/* refused */.J5)(`ends after ${total} bytes without the mark of a tar's end`);
        if (header.every((byte) => byte === 0))
            return (0,errors/* parsed */.Yz)(files);
        const fields = readHeader(header);
        if (fields === undefined)
            return (0,errors/* refused */.J5)(`has no header of a tar at byte ${at}`);
        const { name, size, type } = { ...fields, ...overrides };
        const offset = at + block;
        if (offset + size > total)
            return (0,errors/* refused */.J5)(`ends after ${total} bytes, in the middle of "${name}"`);
        at = offset + Math.ceil(size / block) * block;
        switch (type) {
            case 'x': {
                const records = readPax(await read(offset, size));
                if (records === undefined)
                    return (0,errors/* refused */.J5)(`has an extended header at byte ${offset} that is not valid`);
                overrides = { ...overrides, ...records };
                break;
            }
            case 'L':
                overrides = { ...overrides, name: tar_textOf(await read(offset, size)) };
                break;
            // Long targets of links, and global fields, which are never a name or a size.
            case 'K':
            case 'g':
                break;
            default:
                if (regular.has(type))
                    files.set(name.replace(/^(?:\.\/)+/, ''), { path, offset, size });
                overrides = {};
        }
    }
}
const regular = new Set(['0', '\0', '7']);
/** Links, devices, folders and pipes: no content follows, whatever their size says. */
const bare = /^[1-6]$/;
const tar_textOf = (bytes) => bytes.toString('utf8').replace(/\0.*$/s, '');
/** Undefined where the block is no header. */
function readHeader(header) {
    const type = header.toString('latin1', 156, 157);
    const size = readNumber(header.subarray(124, 136));
    // The sum of the header's bytes counts its own field as spaces.
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
/** Records of `LENGTH KEY=VALUE\n`; the length in bytes counts the whole record. */
function readPax(bytes) {
    const fields = {};
    for (let at = 0; at < bytes.length;) {
        const length = Number(/^\d+(?= )/.exec(bytes.toString('latin1', at, at + 20))?.[0]);
        const record = bytes.subarray(at, at + length);
        const [, key, value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(record.toString('utf8')) ?? [];
        if (key === undefined || record.length !== length)
            return undefined;
        if (key === 'path')
            fields.name = value;
        if (key === 'size') {
            if (!/^\d+$/.test(value))
                return undefined;
            fields.size = Number(value);
        }
        at += length;
    }
    return fields;
}

;// CONCATENATED MODULE: ./lib/attest/layer-files.js
/**
 * Reads files of a layer as it streams by. Not with `tar-stream`, which makes a stream for each of ten thousand entries:
 * here only headers are looked at, by the same functions as those of a layout in a tar file.
 */



/** Node's default of 16 KiB would make an event for each. */
const chunkSize = 1 << 20;
/**
 * The entries of a layer, in their order.
 *
 * @param mediaType says how it is compressed (image specification, "Layer Media Types").
 * @throws Error of zlib, and SyntaxError where it is no tar.
 */
function layerEntries(chunks, mediaType, isWanted) {
    return tarEntries(decompressed(chunks, mediaType), isWanted);
}
function decompressed(chunks, mediaType) {
    if (/[+.]gzip$/.test(mediaType))
        return (0,external_node_stream_.pipeline)(chunks, (0,external_node_zlib_.createGunzip)({ chunkSize }), () => { });
    if (/[+.]zstd$/.test(mediaType))
        return (0,external_node_stream_.pipeline)(chunks, (0,external_node_zlib_.createZstdDecompress)({ chunkSize }), () => { });
    return chunks;
}
async function* tarEntries(chunks, isWanted) {
    const source = reader(chunks);
    /** Fields that extended headers override in the entry that follows them. */
    let overrides = {};
    for (;;) {
        const header = source.ready(block) ?? (await source.take(block));
        // Some tools leave out the two empty blocks of the end.
        if (header === undefined || header[0] === 0)
            return;
        const fields = readHeader(header);
        if (fields === undefined)
            throw new SyntaxError('it is no tar archive');
        const { name, size, type } = { ...fields, ...overrides };
        const padded = Math.ceil(size / block) * block;
        if (type === 'x' || type === 'L') {
            const content = (await source.take(padded))?.subarray(0, size);
            const records = type === 'L' ? { name: tar_textOf(content ?? Buffer.alloc(0)) } : content && readPax(content);
            if (content === undefined || records === undefined)
                throw new SyntaxError('it has an extended header that is not valid');
            overrides = { ...overrides, ...records };
            continue;
        }
        if (type === 'K' || type === 'g') {
            await source.skip(padded);
            continue;
        }
        overrides = {};
        const path = name.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
        if (!regular.has(type) || !isWanted(path, size)) {
            yield { path };
            if (padded > 0 && source.ready(padded) === undefined)
                await source.skip(padded);
            continue;
        }
        const content = await source.take(padded);
        if (content === undefined)
            throw new SyntaxError(`it ends in the middle of "${path}"`);
        yield { path, content: content.subarray(0, size) };
    }
}
/** Bytes in the pieces that are asked for; what is there already is given without waiting. */
function reader(chunks) {
    const iterator = chunks[Symbol.asyncIterator]();
    let buffer = Buffer.alloc(0);
    let at = 0;
    const next = async () => {
        const { done, value } = await iterator.next();
        return done === true ? undefined : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    };
    return {
        /** Undefined where they are not there yet: then nothing is taken. */
        ready(length) {
            if (buffer.length - at < length)
                return undefined;
            at += length;
            return buffer.subarray(at - length, at);
        },
        /** Undefined where the source ends before. */
        async take(length) {
            const parts = [buffer.subarray(at)];
            for (let held = buffer.length - at; held < length;) {
                const part = await next();
                if (part === undefined)
                    return undefined;
                parts.push(part);
                held += part.length;
            }
            if (parts.length > 1)
                [buffer, at] = [Buffer.concat(parts), 0];
            at += length;
            return buffer.subarray(at - length, at);
        },
        async skip(length) {
            let left = length;
            for (let held = buffer.length - at; left > held; held = buffer.length) {
                left -= held;
                const part = await next();
                [buffer, at] = [part ?? Buffer.alloc(0), 0];
                if (part === undefined)
                    return;
            }
            at += left;
        },
    };
}

;// CONCATENATED MODULE: ./lib/attest/survey.js
/** What one layer of an image says of the software in it. JSON-safe: that of a base's layer is kept by its digest. */




/** Raised when a survey holds something else: one of an earlier form is made anew. */
const surveyForm = 1;
const survey_text = (content) => content.toString('utf8');
const readers = [
    {
        path: /^var\/lib\/dpkg\/(?:status|status\.d\/(?!.*\.md5sums$)[^/]+)$/,
        read: (content) => ({ kind: 'debian', packages: readDpkg(survey_text(content)) }),
    },
    {
        path: /^(?:usr\/)?lib\/apk\/db\/installed$/,
        read: (content) => ({ kind: 'alpine', packages: readApk(survey_text(content)) }),
    },
    {
        path: /^(?:etc|usr\/lib)\/os-release$/,
        read(content) {
            const system = readOsRelease(survey_text(content));
            return system && { kind: 'system', system };
        },
    },
    {
        path: /\/include\/python3\.\d+t?\/patchlevel\.h$/,
        read(content) {
            const version = /^#define\s+PY_VERSION\s+"([^"+]+)/m.exec(survey_text(content))?.[1];
            return version === undefined ? undefined : { kind: 'interpreter', version };
        },
    },
    {
        path: /\.(?:dist-info\/METADATA|egg-info\/PKG-INFO|egg-info)$/,
        read(content) {
            const distribution = readMetadata(survey_text(content));
            return distribution && { kind: 'distribution', distribution };
        },
    },
    {
        path: /\.dist-info\/RECORD$/,
        read: (content) => ({ kind: 'record', files: readRecord(survey_text(content)) }),
    },
    {
        path: /\.dist-info\/sboms\/.*\.json$/,
        read(content) {
            const components = readWheelDocument(survey_text(content));
            return components && { kind: 'document', components };
        },
    },
    {
        path: /\/(?:site|dist)-packages\/.*\.so$/,
        read(content) {
            const compilers = compilersOf(content);
            return compilers.length === 0 ? undefined : { kind: 'module', compilers };
        },
    },
];
/** Bytes: a larger file is none of these, or not worth its memory. */
const largest = 256 << 20;
/**
 * Reads a layer to its end.
 *
 * @throws Error where it cannot be unpacked.
 */
async function surveyLayer(chunks, mediaType) {
    const found = {};
    const removed = [];
    const emptied = [];
    const readerOf = (path) => readers.find((one) => one.path.test(path));
    const isWanted = (path, size) => size <= largest && readerOf(path) !== undefined;
    for await (const { path, content } of layerEntries(chunks, mediaType, isWanted)) {
        // Image specification, "Whiteouts".
        const [, folder = '', name = ''] = /^(?:(.*)\/)?\.wh\.([^/]+)$/.exec(path) ?? [];
        if (name === '.wh..opq')
            emptied.push(folder);
        else if (name !== '')
            removed.push(folder === '' ? name : `${folder}/${name}`);
        const finding = content && readerOf(path)?.read(content);
        if (finding !== undefined)
            found[path] = finding;
        // What stands in the place of a file that said something says it no more.
        else if (readerOf(path) !== undefined)
            removed.push(path);
    }
    return { found, removed, emptied };
}
/** What the files of an image say: each layer is laid over those before it. */
function overlay(layers) {
    const all = new Map();
    for (const { found, removed, emptied } of layers) {
        const gone = new Set(removed);
        const empty = new Set(emptied);
        if (gone.size > 0 || empty.size > 0)
            for (const path of all.keys()) {
                const parents = foldersOf(path);
                if (gone.has(path) || parents.some((one) => gone.has(one) || empty.has(one)))
                    all.delete(path);
            }
        for (const [path, finding] of Object.entries(found))
            all.set(path, finding);
    }
    return all;
}
/** `a/b` and `a` of `a/b/c`, and the root. */
function foldersOf(path) {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index).join('/'));
}

;// CONCATENATED MODULE: ./lib/attest/inventory.js
/** From what the files of an image say to the software that is in it. */





/**
 * @param layers of the image, the lowest first.
 * @param origins of what was installed of the lock.
 */
function inventoryOf(layers, origins) {
    const files = overlay(layers);
    const system = systemOf(files);
    const software = [...files].flatMap(([path, finding]) => {
        switch (finding.kind) {
            case 'debian':
            case 'alpine':
                return finding.packages.map((one) => systemSoftware(one, finding.kind, path, system));
            case 'interpreter': {
                const { version } = finding;
                const purl = purlOf('generic', undefined, 'python', version);
                const licence = { expression: 'PSF-2.0' };
                return [
                    {
                        key: `python:${path}`,
                        kind: 'interpreter',
                        name: 'python',
                        version,
                        purl,
                        path,
                        ...licence,
                        within: [],
                    },
                ];
            }
            default:
                return [];
        }
    });
    return {
        ...(0,defined/* defined */.s)({ system }),
        software: [...software, ...distributions(files, origins)].toSorted(byKey),
    };
}
const byKey = (one, other) => one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
function systemOf(files) {
    for (const path of ['etc/os-release', 'usr/lib/os-release']) {
        const finding = files.get(path);
        if (finding?.kind === 'system')
            return finding.system;
    }
    return undefined;
}
const purlOf = (type, namespace, name, version, qualifiers = {}) => new packageurl_js.PackageURL(type, namespace, name, version, qualifiers, undefined).toString();
function systemSoftware({ name, version, architecture, source, licence }, kind, path, system) {
    const { id, version: release } = system ?? { id: kind, version: '' };
    const purl = purlOf(kind === 'debian' ? 'deb' : 'apk', id, name, version, {
        ...(architecture && { arch: architecture }),
        ...(release && { distro: `${id}-${release}` }),
        ...(source && { upstream: source }),
    });
    // A package of several architectures is installed once for each.
    const key = `${kind}:${name}:${architecture}`;
    const said = licence === undefined ? {} : isExpression(licence) ? { expression: licence } : { text: licence };
    return { key, kind: 'system', name, version, purl, path, ...said, within: [] };
}
const folderOf = (path) => path.slice(0, path.lastIndexOf('/'));
const join = (folder, path) => {
    const parts = [];
    for (const part of `${folder}/${path}`.split('/'))
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    return parts.join('/');
};
/** Distributions of Python, with what each brings along. */
function distributions(files, origins) {
    const all = new Map();
    /** Distributions that another one brings along, by the path of their metadata, and by which. */
    const owners = new Map();
    for (const [path, finding] of files) {
        if (finding.kind !== 'distribution')
            continue;
        const { name, version, ...licence } = finding.distribution;
        const locked = origins[name];
        const origin = locked !== undefined && (0,package_version/* isSameVersion */.p)(locked.version, version) ? locked : undefined;
        const installed = installedBy(path, files);
        const modules = installed.flatMap((file) => {
            const module = files.get(file.path);
            return module?.kind === 'module' ? module.compilers : [];
        });
        const compilers = origin?.kind === 'compiled' ? [...new Set(modules)].toSorted() : [];
        // Only what is below it: two that claim each other would both be lost.
        const site = `${folderOf(folderOf(path))}/`;
        for (const file of installed)
            if (file.path.startsWith(site) && folderOf(folderOf(file.path)).length >= site.length)
                owners.set(file.path, path);
        all.set(path, {
            key: `pypi:${path}`,
            kind: 'python',
            name,
            version,
            purl: purlOf('pypi', undefined, name, version),
            path,
            ...licence,
            ...(0,defined/* defined */.s)({ origin }),
            ...(compilers.length > 0 && { compilers }),
            within: broughtAlong(path, name, installed, files),
        });
    }
    const tops = [...all].filter(([path]) => !owners.has(path));
    const withVendored = ([path, one]) => {
        const vendored = [...all].filter(([other]) => owners.get(other) === path && other !== path);
        return { ...one, within: [...one.within, ...vendored.map(withVendored)].toSorted(byKey) };
    };
    return tops.map(withVendored);
}
/** What matters of the files of a distribution, by their paths in the image. */
function installedBy(metadata, files) {
    const folder = folderOf(metadata);
    const record = files.get(`${folder}/RECORD`);
    if (record?.kind !== 'record')
        return [];
    return record.files.map((file) => ({ ...file, path: join(folderOf(folder), file.path) }));
}
/** Crates and libraries that a wheel's own documents name, or else the files of libraries that were put into it. */
function broughtAlong(metadata, owner, installed, files) {
    const folder = `${folderOf(metadata)}/sboms/`;
    const named = new Map();
    let namesLibraries = false;
    for (const [path, finding] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
        if (finding.kind !== 'document' || !path.startsWith(folder))
            continue;
        for (const component of finding.components) {
            if (isItself(component, owner))
                continue;
            namesLibraries ||= !/^pkg:(?:cargo|pypi|npm)\//.test(component.purl ?? '');
            const { name, version, licence, ...rest } = component;
            // Two documents of a wheel, or two lists of one, may name the same.
            const key = `${metadata} ${component.purl?.replace(/[?#].*$/, '') ?? name} ${version ?? ''}`;
            if (named.has(key))
                continue;
            named.set(key, {
                key: `component:${key}`,
                kind: 'component',
                name,
                path,
                ...(0,defined/* defined */.s)({ version, expression: licence }),
                ...rest,
                within: [],
            });
        }
    }
    // A wheel that lists its libraries is taken at its word: their files have other names than they.
    if (namesLibraries)
        return [...named.values()];
    const libraries = installed
        .filter(({ path }) => /\.libs\/[^/]+$/.test(path))
        .map((file) => ({
        key: `library:${file.path}`,
        kind: 'library',
        name: libraryName(file.path),
        ...file,
        within: [],
    }));
    return [...named.values(), ...libraries];
}
/** PEP 770's documents also list the wheel, and its own modules, under its name. */
function isItself({ purl }, owner) {
    if (purl === undefined)
        return false;
    const { type, name } = packageurl_js.PackageURL.fromString(purl);
    return type === 'pypi' && name.replaceAll(/[-_.]+/g, '-').toLowerCase() === owner;
}
/** `libpq.so.5.17` of `libpq-a17e3caa.so.5.17`: auditwheel puts a hash into the name. */
const libraryName = (path) => path.slice(path.lastIndexOf('/') + 1).replace(/-[0-9a-f]{8}(?=\.so)/, '');

;// CONCATENATED MODULE: ./lib/attest/own-layers.js
/**
 * What an image says of its own layers, so that it can be put onto another base without a look into them: no scanner runs
 * then, and nothing is downloaded but what is new.
 */





const layerPredicate = 'https://python-image-builder.github.io/layer/v1';
const layerPredicateOf = ({ layers, origins }) => ({
    form: surveyForm,
    layers,
    origins,
});
/**
 * Reads an in-toto statement back. Undefined where it is of another form: whoever may push can write anything there, but
 * can also push another image.
 */
function readOwnLayers(statement) {
    try {
        const { predicateType, predicate } = JSON.parse(Buffer.from(statement).toString('utf8'));
        const { form, layers, origins } = predicate ?? {};
        const isWhole = predicateType === layerPredicate && form === surveyForm && typeof origins === 'object';
        return isWhole && Array.isArray(layers) && layers.every(isSurveyed) ? { layers, origins } : undefined;
    }
    catch {
        return undefined;
    }
}
const isSurveyed = ({ digest, survey }) => typeof digest === 'string' && isSurvey(survey);
/** Whether the parts of a survey that was read are there. */
function isSurvey(value) {
    const { found, removed, emptied } = (value ?? {});
    return typeof found === 'object' && Array.isArray(removed) && Array.isArray(emptied);
}
/**
 * What an image in a repository says of its own layers on each platform. Refused where it does not.
 *
 * @throws RegistryProblem.
 */
async function ownLayersIn(reader, repository, index) {
    const images = (0,registry_manifest/* platformsOf */.Wt)(index.bytes);
    const found = await (0,errors/* gather */.kg)(attestationsOf(index, images).map(async ({ digest, platform }) => {
        const manifest = await reader.getManifest(repository, digest);
        const layer = manifest &&
            (0,registry_manifest/* readContent */.c_)(manifest.bytes).layers?.find(({ annotations }) => annotations?.[predicateKey] === layerPredicate);
        const statement = layer && (await reader.getBlob(repository, layer.digest));
        const own = statement && readOwnLayers(statement);
        return own === undefined ? [] : [[platform, own]];
    }));
    const layers = new Map(found.flat());
    const silent = images.filter(({ platform }) => !layers.has(platform));
    return images.length > 0 && silent.length === 0
        ? (0,errors/* parsed */.Yz)(layers)
        : (0,errors/* refused */.J5)(`it does not say what is in its own layers${silent.length === 0 ? '' : ` on ${silent.map(({ platform }) => platform).join(', ')}`}, so that its SBOM cannot be written without a build.`);
}

;// CONCATENATED MODULE: ./lib/attest/documents.js






const writers = {
    spdx: { write: spdxDocument, predicateType: spdxPredicate, mediaType: spdxMediaType },
    cyclonedx: { write: cycloneDxDocument, predicateType: cycloneDxPredicate, mediaType: cycloneDxMediaType },
};
/** Types of the statements that are made anew for an image on another base. */
const ownPredicates = [spdxPredicate, cycloneDxPredicate, layerPredicate];
function describe(request) {
    const { forms, layers, origins, own, ...about } = request;
    const { name, digest, platform } = about;
    const inventory = inventoryOf(layers.map(({ survey }) => survey), origins);
    const documents = forms.map((form) => {
        const { write, predicateType, mediaType } = writers[form];
        return { predicateType, mediaType, value: write({ ...about, inventory }) };
    });
    return {
        platform,
        image: digest,
        subject: imagePurl(name, digest, platform),
        statements: [
            ...documents.map(({ predicateType, value }) => ({ predicateType, predicate: value })),
            ...(own.length === 0
                ? []
                : [{ predicateType: layerPredicate, predicate: layerPredicateOf({ layers: own, origins }) }]),
        ],
        referrers: documents.map(({ mediaType, value }) => ({
            artifactType: mediaType,
            content: goJson(value, '  '),
        })),
    };
}

// EXTERNAL MODULE: ./lib/build/exports.js
var build_exports = __webpack_require__(43119);
;// CONCATENATED MODULE: ./lib/build/work-files.js
/** The files that a run of buildx finds in its folder: its bake file, and for each image Dockerfiles, lock and programs. */







/**
 * The files of a bake run, path to content; `programs` are the files of `dockerfiles/` by name.
 *
 * @param nodes of the builder, if it has several.
 */
function workFiles(recipes, bake, programs, nodes = []) {
    const files = recipes.flatMap((recipe) => {
        const { id } = recipe.image;
        const builds = recipe.do === 'bake' ? buildFiles(recipe, programs) : {};
        const checks = bake.target[(0,build_bake/* targetOf */.$r)(id, 'verify')] === undefined ? {} : checkFiles(recipe, programs);
        const exported = bake.target[(0,build_bake/* targetOf */.$r)(id, 'exports')] === undefined ? {} : exportFiles(recipe, programs);
        return [
            ...under(id, { ...builds, ...checks, ...exported }),
            ...(recipe.do === 'bake'
                ? (0,plan_recipe/* offersOf */.fI)(recipe).flatMap((offer) => under(offer.id, offerFiles(recipe, offer, programs)))
                : []),
        ];
    });
    return {
        'docker-bake.json': (0,build_bake/* bakeText */.HM)(splitByNode(bake, nodes)),
        ...Object.fromEntries(files),
    };
}
const under = (folder, files) => Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]);
const offerFiles = (recipe, offer, programs) => ({
    ...buildFiles((0,plan_recipe/* recipeOfOffer */.yw)(recipe, offer), programs),
    ...(0,build_programs/* offerPrograms */.ay)(programs),
});
function buildFiles(recipe, programs) {
    const { source, lock } = recipe;
    const dockerfile = source.kind === 'rendered' ? source.dockerfile : source.packages;
    return {
        ...(dockerfile === undefined
            ? {}
            : { Dockerfile: dockerfile, ...(0,build_programs/* stagePrograms */.MN)(programs, lock !== undefined) }),
        ...(lock === undefined ? {} : lockFiles(recipe)),
        ...customFiles(source),
    };
}
/** Texts that are built in place of a custom Dockerfile, each with what that ignores. */
function customFiles(source) {
    if (source.kind === 'rendered')
        return {};
    const { offer, checked, ignore } = source;
    const withIgnore = (name, text) => ({
        [name]: text,
        ...(ignore === undefined ? {} : { [`${name}.dockerignore`]: ignore }),
    });
    return {
        ...(offer === undefined ? {} : withIgnore(build_bake/* offeredFile */.mN, offer.dockerfile)),
        // Without one it is inline.
        ...(checked === undefined || ignore === undefined ? {} : withIgnore(build_bake/* checkedFile */.y0, checked)),
    };
}
function checkFiles({ image, checks }, programs) {
    const hasPackage = image.content.packages !== undefined;
    const dockerfile = (0,build_bake/* checkDockerfile */.vn)(hasPackage);
    return {
        [dockerfile]: (0,build_programs/* program */.DM)(programs, dockerfile),
        ...(0,build_programs/* checkPrograms */.uj)(programs, hasPackage),
        'verify/checks.json': `${JSON.stringify(checks, null, 2)}\n`,
    };
}
const exportFiles = ({ image }, programs) => Object.fromEntries(Object.entries((0,build_exports/* exportsFiles */.Bd)(programs, image.exports ?? [])).map(([name, text]) => [
    `exports/${name}`,
    text,
]));
function lockFiles(recipe) {
    const files = {};
    const [first] = recipe.requirements;
    if (first !== undefined && (0,plan_recipe/* installsTheSame */.MI)(recipe)) {
        files['lock/requirements.json'] = requirementsFile(first, recipe);
    }
    else {
        for (const platform of recipe.requirements) {
            files[`lock/${(0,names_platform/* keyOf */.TN)(platform.platform)}/requirements.json`] = requirementsFile(platform, recipe);
        }
    }
    if (recipe.native.length > 0) {
        files['lock/native/requirements.json'] = nativeFile(recipe.native);
    }
    return files;
}

;// CONCATENATED MODULE: ./lib/build/build-targets.js
/** Builds targets of a bake file with buildx, and turns a failure into problems. */




/** @throws Failure with the words of the step that failed. */
async function buildTargets(world, buildx, request) {
    const { folder, targets, about, base, asksIndex, onAttempt } = request;
    const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, { folder, targets, ...(0,defined/* defined */.s)({ onAttempt }) });
    if (ran.code === 0)
        return;
    const without = withoutPython(ran.stderr);
    if (without.length > 0)
        throw new errors/* Failure */.HR(without);
    const what = `the image of ${about} could not be built`;
    throw new errors/* Failure */.HR([await (0,failure/* buildProblem */.U)(world, { ran, about, what, base, ...(0,defined/* defined */.s)({ asksIndex }) })]);
}
/** Problems of images in which interpreter.py found no Python to run the checks with. */
function withoutPython(log) {
    const lines = [...log.matchAll(/^(?:#\d+ [\d.]+ )?interpreter: ([\w/]+): (.+)$/gm)];
    return [...new Map(lines.map(([, platform = '', what = '']) => [platform, what]))].map(([platform, what]) => ({
        station: 'verify',
        about: platform,
        message: `${platform}, interpreter: ${what}`,
    }));
}

// EXTERNAL MODULE: ./lib/build/builder.js
var build_builder = __webpack_require__(87159);
// EXTERNAL MODULE: ./lib/build/emulation.js
var emulation = __webpack_require__(59388);
// EXTERNAL MODULE: ./lib/names/python-version.js
var python_version = __webpack_require__(76117);
;// CONCATENATED MODULE: ./lib/decide/fits-base.js
/** Checks that an image installs the same on another base, so that only the base need be changed. */



/** The message of a refusal names what changed, without a full stop. */
function fitsBase(record, now) {
    const [replaced] = now.replaced;
    if (replaced !== undefined)
        return (0,errors/* refused */.J5)(`the base brings another ${replaced} now, which has to go`);
    for (const facts of now.facts) {
        const before = record.facts.find((one) => one.platform === facts.platform);
        const change = before === undefined ? `${facts.platform} is new` : changeOf(before, facts);
        if (change !== undefined)
            return (0,errors/* refused */.J5)(change);
    }
    return (0,plan_fingerprint/* installsOf */.Ur)(now.requirements) === record.fingerprint.installs
        ? (0,errors/* parsed */.Yz)(true)
        : (0,errors/* refused */.J5)('what is installed depends on what the base brings, which is another version now');
}
/** Compiled code depends on Python's ABI, the libc and the distribution's libraries. */
function changeOf(before, now) {
    const rows = [
        ['Python', (0,python_version/* minorOf */.Hs)(before.python), (0,python_version/* minorOf */.Hs)(now.python)],
        ['the libc', libc(before), libc(now)],
        ['the distribution', release(before), release(now)],
        ...(before.links === undefined ? [] : [['the layout', layout(before), layout(now)]]),
    ];
    const row = rows.find(([, from, to]) => from !== to);
    return row && `${row[0]} of the base is ${row[2]} on ${now.platform}, and was ${row[1]}`;
}
const libc = ({ libc: { kind, version } }) => `${kind} ${version}`;
/** `/usr/local/man → share/man`: links that files of the layer were put through. */
const layout = ({ links = {} }) => {
    const texts = Object.entries(links).map(([from, to]) => `/usr/local/${from} → ${to}`);
    return texts.length === 0
        ? 'without links'
        : texts.toSorted((one, other) => (one < other ? -1 : 1)).join(', ');
};
/** `debian bookworm`, `alpine 3.20`: updates of the distribution do not change it. */
const release = ({ distribution: { id, codename, version } }) => `${id} ${codename || version.split('.').slice(0, 2).join('.')}`;

// EXTERNAL MODULE: ./lib/registry/image-config.js
var image_config = __webpack_require__(85473);
;// CONCATENATED MODULE: ./lib/publish/rebase/own-layers.js
/** Checks that an image is nothing but copied layers on its base, so that another base can be put under it. */





/** Throws SyntaxError where bytes are no JSON. */
function readImage({ manifest, config }) {
    const content = (0,registry_manifest/* readContent */.c_)(manifest);
    const read = (0,image_config/* readConfig */.X)(config);
    return {
        manifest: content,
        config: read,
        layers: content.layers ?? [],
        diffIds: read.rootfs?.diff_ids ?? [],
        history: read.history ?? [],
    };
}
/** A time in the spelling of BuildKit. @param seconds SOURCE_DATE_EPOCH. */
const timeText = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
/**
 * The steps that an image adds to its base, or why it cannot be put from its old base onto the new one. Layers are
 * compared as they are unpacked: a builder may have packed those of a base anew.
 *
 * @param oldBase undefined where no registry has the old base any more.
 */
function ownSteps(image, oldBase, base, settings) {
    const reason = unfitManifest(image) ??
        unfitBase(image, base) ??
        incompleteHistory('image', image) ??
        incompleteHistory('new base', base) ??
        (oldBase && incompleteHistory('old base', oldBase));
    if (reason !== undefined)
        return (0,errors/* refused */.J5)(reason);
    const steps = oldBase === undefined ? stepsByTime(image, settings.created) : stepsAfter(image, oldBase);
    if (!steps.ok)
        return steps;
    const unfit = unfitLayers(steps.value, settings) ??
        unfitStep(steps.value, oldBase) ??
        unfitSetting(image, steps.value, settings);
    return unfit === undefined ? steps : (0,errors/* refused */.J5)(unfit);
}
const unfitManifest = ({ manifest: { mediaType = '' } }) => mediaType === registry_manifest/* mediaTypes */.Ib.ociManifest
    ? undefined
    : `the image's manifest is of the type ${(0,shown/* shown */.S)(mediaType)}, and only an OCI manifest is put onto another base.`;
function unfitBase(image, base) {
    const [from, to] = [(0,names_platform/* platformOfDescriptor */.KZ)(image.config), (0,names_platform/* platformOfDescriptor */.KZ)(base.config)];
    if (from === undefined || from !== to)
        return `the new base is for ${platformText(base.config)}, and the image for ${platformText(image.config)}.`;
    if (base.config.config?.OnBuild?.length)
        return 'the new base has instructions for what is built on it (ONBUILD), which only a build follows.';
    return undefined;
}
const platformText = ({ os, architecture, variant }) => [os, architecture, ...(variant ? [variant] : [])].join('/');
/** BuildKit makes up steps for layers that no step names, in an order that is not known here. */
function incompleteHistory(name, { layers, diffIds, history }) {
    const count = history.filter(hasLayer).length;
    if (layers.length === count && layers.length === diffIds.length)
        return undefined;
    return `the history of the ${name} does not tell where its layers come from: ${layers.length} layers, and ${count} steps that made one.`;
}
function stepsAfter(image, oldBase) {
    const standsOnOldBase = oldBase.diffIds.every((diffId, at) => image.diffIds[at] === diffId) &&
        oldBase.history.every((step, at) => isSameStep(step, image.history[at]));
    return standsOnOldBase
        ? (0,errors/* parsed */.Yz)(image.history.slice(oldBase.history.length))
        : (0,errors/* refused */.J5)('the image does not stand on its old base: there are other layers below its own.');
}
/** Times are not compared: builders set them back or fill them in. */
const isSameStep = (step, other) => step.created_by === other?.created_by && hasLayer(step) === (other !== undefined && hasLayer(other));
/** All steps of an image that was built with SOURCE_DATE_EPOCH have that very time; those of its base keep their own. */
function stepsByTime(image, created) {
    const time = created === undefined ? undefined : timeText(created);
    if (time === undefined || image.config.created !== time)
        return (0,errors/* refused */.J5)('the old base is not there any more, and the history of the image does not tell where it ended.');
    return (0,errors/* parsed */.Yz)(image.history.slice(image.history.findLastIndex((step) => step.created !== time) + 1));
}
const hasLayer = (step) => step.empty_layer !== true;
const instructionOf = ({ created_by: text = '' }) => text.split(' ', 1)[0];
function unfitLayers(steps, { layers: wanted = 1 }) {
    const layers = steps.filter(hasLayer);
    if (layers.length !== wanted)
        return `the image has ${layers.length || 'no'} layer${layers.length > 1 ? 's' : ''} of its own: exactly ${wanted === 1 ? 'one' : wanted} can be put onto another base.`;
    const other = layers.find((layer) => instructionOf(layer) !== 'COPY');
    return (other &&
        `a layer of the image's own was made by ${(0,shown/* shown */.S)(other.created_by ?? '')}: only one that was copied does not depend on the base.`);
}
/** Variables differ from those of the base only where that base is known; what other steps set would be lost. */
function unfitStep(steps, oldBase) {
    const known = ['ARG', 'USER', 'CMD', ...(oldBase === undefined ? [] : ['ENV'])];
    const unknown = steps.find((step) => !hasLayer(step) && !known.includes(instructionOf(step)));
    return (unknown &&
        `the image's step ${(0,shown/* shown */.S)(unknown.created_by ?? '')} cannot be told from what its old base set: only a build repeats it.`);
}
/** The texts of the steps are taken over, so that they must say what is wanted. */
function unfitSetting({ config: { config } }, steps, settings) {
    const rows = [
        { name: 'CMD', wanted: settings.command, actual: config?.Cmd ?? [] },
        { name: 'USER', wanted: settings.user, actual: config?.User ?? '' },
    ];
    const other = rows.find(({ name, wanted, actual }) => steps.some((step) => instructionOf(step) === name)
        ? JSON.stringify(wanted) !== JSON.stringify(actual)
        : wanted !== undefined);
    return other && `the image's ${other.name} is not the one that is wanted.`;
}

;// CONCATENATED MODULE: ./lib/publish/rebase/write-config.js
/** Writes an image's configuration in the bytes of BuildKit. */

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
/** These fields in this order, without empty ones (Go's `omitempty`; structures are written however empty). */
const only = (names, value) => Object.fromEntries(names.flatMap((name) => {
    const field = value[name];
    return field && !(Array.isArray(field) && field.length === 0) ? [[name, field]] : [];
}));

;// CONCATENATED MODULE: ./lib/publish/rebase/compose.js
/** Puts one platform's image onto another base: a new manifest and a new configuration around existing layers. */





/** Layers of a Docker manifest are in an OCI manifest under their OCI names. */
const layerTypes = {
    'application/vnd.docker.image.rootfs.diff.tar': 'application/vnd.oci.image.layer.v1.tar',
    'application/vnd.docker.image.rootfs.diff.tar.gzip': 'application/vnd.oci.image.layer.v1.tar+gzip',
    'application/vnd.docker.image.rootfs.diff.tar.zstd': 'application/vnd.oci.image.layer.v1.tar+zstd',
};
/** BuildKit gives it to an image on a base that has no PATH. */
const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/**
 * Puts an image that is nothing but `COPY --link` on its base onto another base, or says why not. The bytes are those that
 * BuildKit would export for the same Dockerfile on the new base, so that building it later finds nothing new. They
 * cannot be where the base's history lacks times (BuildKit takes those of its own pull) or has them, or its working
 * directory, in another spelling than Go's; where the image was built without SOURCE_DATE_EPOCH; where it sets variables
 * of its own (the text of the step is the old one); and where a builder is so old that it sets back the times of the
 * base too (moby/buildkit, issue 4614).
 *
 * Throws SyntaxError where bytes are no JSON.
 */
function compose({ image, oldBase, base, wanted }) {
    const [imageParts, baseParts] = [readImage(image), readImage(base)];
    const oldBaseParts = oldBase && readImage(oldBase);
    const steps = ownSteps(imageParts, oldBaseParts, baseParts, wanted);
    if (!steps.ok)
        return steps;
    const time = wanted.created === undefined ? undefined : timeText(wanted.created);
    const own = steps.value.filter(hasLayer).length;
    const [layers, diffIds] = [imageParts.layers.slice(-own), imageParts.diffIds.slice(-own)];
    const { architecture, os, variant = '', created = '' } = imageParts.config;
    const config = writeConfig({
        ...baseParts.config,
        // As the builder names the platform: the variant v8 of a base for arm64 is none there.
        architecture,
        os,
        variant,
        created: time ?? created,
        config: {
            ...baseParts.config.config,
            Env: environment(imageParts.config, oldBaseParts?.config, baseParts.config),
            Labels: { ...baseParts.config.config?.Labels, ...wanted.labels },
            ...(wanted.command && { Cmd: wanted.command, ArgsEscaped: true }),
            ...(wanted.user !== undefined && { User: wanted.user }),
        },
        rootfs: { type: 'layers', diff_ids: [...baseParts.diffIds, ...diffIds] },
        history: [
            ...baseParts.history,
            ...steps.value.map((step) => (time === undefined ? step : { ...step, created: time })),
        ],
    });
    const content = {
        ...imageParts.manifest,
        config: { ...imageParts.manifest.config, digest: (0,registry_manifest/* digestOf */.ol)(config), size: config.length },
        layers: [
            ...baseParts.layers.map(({ mediaType, digest, size }) => ({
                mediaType: layerTypes[mediaType] ?? mediaType,
                digest,
                size,
            })),
            ...layers,
        ],
        annotations: sorted(wanted.annotations),
    };
    const bytes = goJson(content, indentOf(image.manifest));
    return (0,errors/* parsed */.Yz)({
        manifest: { mediaType: registry_manifest/* mediaTypes */.Ib.ociManifest, digest: (0,registry_manifest/* digestOf */.ol)(bytes), bytes },
        config,
        layers,
    });
}
/** The new base's variables, and those that the image set over its old one. */
function environment(image, oldBase, base) {
    if (oldBase === undefined)
        return variablesOf(base);
    const before = variablesOf(oldBase);
    const added = variablesOf(image).filter((variable) => !before.includes(variable));
    return added.reduce((all, variable) => {
        const at = all.findIndex((one) => nameOf(one) === nameOf(variable));
        return at < 0 ? [...all, variable] : all.with(at, variable);
    }, variablesOf(base));
}
function variablesOf({ config }) {
    const variables = config?.Env ?? [];
    return variables.some((variable) => nameOf(variable) === 'PATH') ? variables : [...variables, defaultPath];
}
const nameOf = (variable) => variable.split('=', 1)[0];

;// CONCATENATED MODULE: ./lib/publish/rebase/rebase.js
/** Puts an image onto the new base of all its platforms without building: layers stay where they are stored. */








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
    const rebased = await (0,errors/* gather */.kg)(images.map((image) => rebaseImage(reader, request, image)));
    const composed = new Map();
    for (const [at, image] of rebased.entries()) {
        if (!image.ok)
            return image;
        composed.set(images[at].digest, image.value);
    }
    const attested = await (0,errors/* gather */.kg)(attestations.map((attestation) => attest(reader, attestation, {
        image: composed.get(attestation.of).manifest,
        repository,
        ...request.statements,
        materials: [baseOf(base, attestation.platform), { repository, digest: attestation.of }],
    })));
    const statements = new Map();
    for (const [at, attestation] of attested.entries()) {
        if (!attestation.ok)
            return attestation;
        statements.set(attestations[at].digest, attestation.value);
    }
    const newTop = (0,registry_manifest/* isIndex */.nw)(index.mediaType)
        ? newIndex(index, composed, statements, annotations)
        : composed.get(index.digest).manifest;
    const all = [...composed.values(), ...statements.values()];
    const manifests = new Map(all.map(({ manifest }) => [manifest.digest, manifest]));
    const newBlobs = [
        ...[...composed.values()].map(({ config }) => config),
        ...[...statements.values()].flatMap(({ blobs }) => blobs),
    ];
    const blobsByDigest = new Map(newBlobs.map((bytes) => [(0,registry_manifest/* digestOf */.ol)(bytes), bytes]));
    const ownLayers = new Set([...composed.values()].flatMap(({ layers }) => layers.map(({ digest }) => digest)));
    const imageContent = (0,registry_content/* contentOf */.$E)(reader, repository, index, files);
    const baseContent = (0,registry_content/* contentOf */.$E)(reader, base.repository, newTop, files);
    return (0,errors/* parsed */.Yz)({
        index: newTop,
        manifest: async (digest) => manifests.get(digest) ?? imageContent.manifest(digest),
        blob: async (descriptor) => {
            const bytes = blobsByDigest.get(descriptor.digest);
            if (bytes !== undefined)
                return { kind: 'bytes', bytes };
            return (ownLayers.has(descriptor.digest) ? imageContent : baseContent).blob(descriptor);
        },
    });
}
/** The image of each wanted platform, and their attestations; refused where the index holds anything else. */
function rebase_imagesOf(index, wanted) {
    const [first, ...more] = wanted;
    if (!(0,registry_manifest/* isIndex */.nw)(index.mediaType))
        return first !== undefined && more.length === 0
            ? (0,errors/* parsed */.Yz)({ images: [{ platform: first, digest: index.digest }], attestations: [] })
            : (0,errors/* refused */.J5)(`the image is one for a single platform, and ${wanted.join(', ')} are wanted.`);
    const images = (0,registry_manifest/* platformsOf */.Wt)(index.bytes);
    const held = images.map(({ platform }) => platform);
    if (held.length !== wanted.length || !wanted.every((platform) => held.includes(platform)))
        return (0,errors/* refused */.J5)(`the image is for ${held.join(', ')}, and ${wanted.join(', ')} is wanted.`);
    const attestations = attestationsOf(index, images);
    return (0,registry_manifest/* readContent */.c_)(index.bytes).manifests?.length === images.length + attestations.length
        ? (0,errors/* parsed */.Yz)({ images, attestations })
        : (0,errors/* refused */.J5)('the image comes with manifests that are neither for a platform nor of its build.');
}
async function rebaseImage(reader, { repository, base, oldBase, wanted }, { platform, digest }) {
    const [image, newBase, previousBase] = await (0,errors/* gather */.kg)([
        imageAt(reader, repository, digest),
        imageAt(reader, base.repository, base.platforms.find((one) => one.platform === platform)?.digest),
        oldBase && imageAt(reader, oldBase.repository, oldBase.digests[platform]),
    ]);
    const absentIn = (holder) => (0,errors/* refused */.J5)(`${platform}: ${(0,names_reference/* repositoryText */.g_)(holder)} does not hold the image of this platform.`);
    if (image === undefined)
        return absentIn(repository);
    if (newBase === undefined)
        return absentIn(base.repository);
    const composed = compose({
        image,
        base: newBase,
        wanted: wanted(platform),
        ...(0,defined/* defined */.s)({ oldBase: previousBase }),
    });
    return composed.ok ? composed : (0,errors/* refused */.J5)(`${platform}: ${composed.message}`);
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
        const attestedImage = composed.get((descriptor.annotations?.[attestedKey] ?? ''))?.manifest
            .digest;
        return {
            ...descriptor,
            digest: manifest.digest,
            size: manifest.bytes.length,
            ...(attestedImage && {
                annotations: { ...descriptor.annotations, [attestedKey]: attestedImage },
            }),
        };
    });
    const written = goJson({ ...content, manifests, annotations: sorted(annotations) }, indentOf(bytes));
    return { mediaType, digest: (0,registry_manifest/* digestOf */.ol)(written), bytes: written };
}
function baseOf({ repository, tag, platforms }, platform) {
    // The platform is there: its image was composed on it.
    const { digest } = platforms.find((one) => one.platform === platform);
    return { repository, digest, ...(0,defined/* defined */.s)({ tag }) };
}

;// CONCATENATED MODULE: ./lib/recipe/platforms.js
/** On which platforms something runs: the checks, and whatever else needs emulation. */



/**
 * Platforms whose image is checked before it is published.
 *
 * @throws Failure when the build machine's own is wanted and not among those that are built.
 */
function verifiedOn({ verify }, { platforms }, machine) {
    switch (verify) {
        case 'all':
        case 'strict':
            return platforms;
        case 'build-platform':
            if (platforms.includes(machine))
                return [machine];
            throw new errors/* Failure */.HR([
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
/** Platforms on which anything runs while building. A custom Dockerfile may run anything. */
function runsOn(recipe, verified) {
    const { image, source, lock, replaced } = recipe;
    if (source.kind === 'custom' || lock === undefined || !copiesOnly(image, replaced))
        return recipe.platforms;
    // Also what is only cross-compiled: some packages' builds run a program there to ask something.
    const compiling = recipe.requirements
        .filter((one) => (0,plan_recipe/* compiledOnTarget */.af)(one, recipe).length > 0)
        .map(({ platform }) => platform);
    return [...new Set([...verified, ...compiling])];
}

// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
;// CONCATENATED MODULE: ./lib/attest/attach.js






const imageConfig = 'application/vnd.oci.image.config.v1+json';
/**
 * The same image with the documents about its platforms. One platform that had no index gets one.
 *
 * @param annotations of an index that is made.
 */
async function withDocuments(content, all, annotations) {
    const { index } = (0,registry_manifest/* isIndex */.nw)(content.index.mediaType)
        ? content
        : {
            index: combinedIndex([{ index: content.index, platforms: platformsIn(all) }], platformsIn(all), annotations),
        };
    const attestations = attestationsOf(index, (0,registry_manifest/* platformsOf */.Wt)(index.bytes));
    const blobs = new Map();
    const manifests = new Map();
    const replaced = new Map();
    const added = [];
    for (const one of all) {
        const before = attestations.find(({ of }) => of === one.image);
        const attested = await attach_attest(content, before?.digest, one);
        for (const bytes of attested.blobs)
            blobs.set((0,registry_manifest/* digestOf */.ol)(bytes), bytes);
        manifests.set(attested.manifest.digest, attested.manifest);
        if (before !== undefined)
            replaced.set(before.digest, attested.manifest);
        else
            added.push({
                ...(0,registry_manifest/* descriptorOf */.nb)(attested.manifest),
                annotations: { [attestedKey]: one.image, 'vnd.docker.reference.type': 'attestation-manifest' },
                platform: { architecture: 'unknown', os: 'unknown' },
            });
    }
    const top = (0,registry_manifest/* readContent */.c_)(index.bytes);
    const listed = (top.manifests ?? []).map((descriptor) => {
        const manifest = replaced.get(descriptor.digest);
        return manifest === undefined ? descriptor : { ...descriptor, ...(0,registry_manifest/* descriptorOf */.nb)(manifest) };
    });
    const { annotations: own, ...rest } = top;
    const written = goJson({ ...rest, manifests: [...listed, ...added], ...(own && { annotations: own }) }, indentOf(index.bytes));
    const newIndex = { mediaType: index.mediaType, digest: (0,registry_manifest/* digestOf */.ol)(written), bytes: written };
    const images = new Map();
    for (const { image } of all)
        images.set(image, await content.manifest(image));
    return {
        index: newIndex,
        manifest: async (digest) => manifests.get(digest) ?? content.manifest(digest),
        blob: async (descriptor) => {
            const bytes = blobs.get(descriptor.digest);
            return bytes === undefined ? content.blob(descriptor) : { kind: 'bytes', bytes };
        },
        attached: all.flatMap(({ image, referrers }) => referrers.map((one) => ({ ...one, subject: images.get(image), annotations: {} }))),
    };
}
const platformsIn = (all) => all.map(({ platform }) => platform);
/** @param before the attestation that the image has, whose statements stay. */
async function attach_attest(content, before, { image, subject, statements }) {
    const old = before === undefined ? undefined : await content.manifest(before);
    const held = old === undefined ? { mediaType: registry_manifest/* mediaTypes */.Ib.ociManifest } : (0,registry_manifest/* readContent */.c_)(old.bytes);
    const bytes = statements.map(({ predicateType, predicate }) => goJson({
        _type: 'https://in-toto.io/Statement/v0.1',
        predicateType,
        subject: [{ name: subject, digest: { sha256: image.replace('sha256:', '') } }],
        predicate,
    }));
    const layers = [
        ...(held.layers ?? []),
        ...bytes.map((one, at) => ({
            mediaType: 'application/vnd.in-toto+json',
            digest: (0,registry_manifest/* digestOf */.ol)(one),
            size: one.length,
            annotations: { [predicateKey]: statements[at].predicateType },
        })),
    ];
    // The configuration of an artifact says nothing of its layers.
    const isArtifact = held.config !== undefined && held.config.mediaType !== imageConfig;
    const config = isArtifact
        ? await (0,registry_content/* readBlob */.gm)(content, held.config)
        : goJson({
            architecture: 'unknown',
            os: 'unknown',
            config: {},
            rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
        });
    const written = goJson({
        schemaVersion: 2,
        ...held,
        config: { mediaType: imageConfig, ...held.config, digest: (0,registry_manifest/* digestOf */.ol)(config), size: config.length },
        layers,
    }, old === undefined ? '' : indentOf(old.bytes));
    return {
        manifest: { mediaType: registry_manifest/* mediaTypes */.Ib.ociManifest, digest: (0,registry_manifest/* digestOf */.ol)(written), bytes: written },
        blobs: [config, ...bytes],
    };
}

// EXTERNAL MODULE: ./lib/registry/file-part.js
var file_part = __webpack_require__(4591);
;// CONCATENATED MODULE: ./lib/build/layout.js
/** Reads an image from the OCI layout that buildx exports; layers are sent from its files. */








/**
 * The image of an OCI image layout (image specification, "Image Layout"): a folder, or a tar file of one, not compressed.
 * Its layers are parts of these files, which must stay until they are sent; whoever takes them checks them. Everything
 * else is checked against its digest when it is read.
 *
 * @throws Failure (station `build`) where it is no whole layout, or holds no image or several; the functions of the
 *   returned content throw the same.
 */
async function openLayout(path) {
    const broken = (what) => {
        const message = `The image in ${path}, which the builder wrote, ${what}. Mostly a disk was full or a build was cut off: make room, and build again.`;
        return new errors/* Failure */.HR([{ station: 'build', about: 'image', message }]);
    };
    const unreadable = (error) => {
        throw broken(`cannot be read (${(0,file_failure/* fileFailure */.fE)(error, path, 'read')?.code ?? String(error)})`);
    };
    const isFolder = (await (0,promises_.stat)(path).catch(unreadable)).isDirectory();
    const files = isFolder ? undefined : await readTar(path).catch(unreadable);
    if (files?.ok === false)
        throw broken(files.message);
    const find = async (name) => files === undefined ? fileIn(path, name).catch(unreadable) : files.value.get(name);
    const findBlob = (digest) => find(`blobs/${digest.replace(':', '/')}`);
    const partOf = async (digest) => {
        const part = await findBlob(digest);
        if (part === undefined)
            throw broken(`does not hold ${digest}, which its image needs`);
        return part;
    };
    const bytesOf = async (digest) => {
        const bytes = await (0,file_part/* readPart */.o)(await partOf(digest)).catch(unreadable);
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
    const list = await find('index.json');
    if (list === undefined)
        throw broken('has no index.json: it is not an OCI image layout');
    const { manifests = [] } = contentOf(await (0,file_part/* readPart */.o)(list).catch(unreadable), 'index.json');
    // An image with several names is listed once for each.
    const digests = new Set(manifests.map(({ digest }) => digest));
    const [top] = digests;
    if (top === undefined || digests.size > 1)
        throw broken(`holds ${digests.size} images where one is due`);
    return {
        index: await manifest(top),
        manifest,
        holds: async (digest) => (await findBlob(digest)) !== undefined,
        async blob({ digest, size }) {
            const part = await partOf(digest);
            if (part.size !== size)
                throw broken(`holds ${part.size} bytes of ${digest}, which has ${size}`);
            return size > registry_content/* smallBlob */.XI
                ? { kind: 'file', digest, part }
                : { kind: 'bytes', bytes: await bytesOf(digest) };
        },
    };
}
/** Undefined where the layout has no such file. */
async function fileIn(folder, name) {
    const path = (0,external_node_path_.join)(folder, name);
    const found = await (0,promises_.stat)(path).catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    return found && { path, offset: 0, size: found.size };
}

;// CONCATENATED MODULE: ./lib/publish/joined-layout.js
/** Reads an image whose platforms were built on several nodes, each into a layout of its own. */


/**
 * The index is the one that a single node would have written.
 *
 * @param platforms in the order of the image. @param annotations of the index.
 * @throws Failure as `openLayout`.
 */
async function openJoined(parts, platforms, annotations) {
    const opened = await Promise.all(parts.map(async (part) => ({ ...part, content: await openLayout(part.path) })));
    const holder = async (digest) => {
        for (const { content } of opened)
            if (await content.holds(digest))
                return content;
        return opened[0].content;
    };
    return {
        index: combinedIndex(opened.map(({ content: { index }, platforms: own }) => ({ index, platforms: own })), platforms, annotations),
        manifest: async (digest) => (await holder(digest)).manifest(digest),
        blob: async (descriptor) => (await holder(descriptor.digest)).blob(descriptor),
    };
}

;// CONCATENATED MODULE: ./lib/run/exported-image.js
/**
 * The content of an image as buildx exports it. The layers of its base need not come from the builder, which may be
 * elsewhere, for every image anew: the registry of the base has them.
 */












/** Several nodes of a builder export a part each. @param folder of the bake file. */
function layoutsOf({ image, platforms }, options, { nodes = [] }, folder) {
    const path = (0,external_node_path_.join)(folder, (0,build_bake/* exportPath */.u0)(image.id, options));
    const shares = (0,build_nodes/* sharesOf */.AR)(nodes, platforms);
    return shares.length < 2
        ? [{ path, platforms }]
        : shares.map(({ node, platforms: own }) => ({ path: partPath(path, node), platforms: own }));
}
/** The layers of bases. Those of a base whose manifests cannot be read come from the builder. */
async function exported_image_layersOf({ registries, world }, bases) {
    const { reader } = await registries();
    const read = bases.map(async ({ repository, digest, platforms }) => {
        const manifests = await Promise.all(platforms.map((one) => reader.getManifest(repository, one.digest)));
        const layers = manifests
            .flatMap((one) => (one === undefined ? [] : ((0,registry_manifest/* readContent */.c_)(one.bytes).layers ?? [])))
            // Its digest becomes the name of a file.
            .filter((layer) => (0,names_reference/* parseDigest */.m)(layer.digest).ok);
        const blob = blobsOnce(reader, repository, digest, world.files);
        return layers.map((layer) => [layer.digest, blob]);
    });
    const layers = await Promise.all(read.map((one) => one.catch((error) => {
        if (error instanceof errors/* Failure */.HR || error instanceof SyntaxError)
            return [];
        throw error;
    })));
    return new Map(layers.flat());
}
/** By reader, which is one for a whole run. */
const blobsRead = new WeakMap();
/** As `blobsOf`, each read once for all images of a run: its file stays to the end. */
function blobsOnce(reader, ...rest) {
    const read = blobsRead.get(reader) ?? new Map();
    blobsRead.set(reader, read);
    const blob = (0,registry_content/* blobsOf */.OR)(reader, ...rest);
    return (descriptor) => {
        const source = read.get(descriptor.digest) ?? blob(descriptor).then(kept);
        read.set(descriptor.digest, source);
        return source;
    };
}
const kept = (source) => source.kind === 'file' ? { kind: 'file', digest: source.digest, part: source.part } : source;
/**
 * Has the builder send no layer that a registry has: buildx asks for no blob whose file is there. Layouts in tar files are
 * for others, and hold everything.
 */
async function leaveOut({ files }, { layouts, remote }) {
    for (const { path } of layouts)
        for (const digest of remote.keys())
            await files.write((0,external_node_path_.join)(path, 'blobs', ...digest.split(':')), '');
}
/** An image with fewer platforms than were wanted has an index, too: its annotations say what it is made of. */
async function exportedContent({ image, platforms, annotations }, { layouts, remote }) {
    const exported = await whole();
    return {
        ...exported,
        blob: (descriptor) => {
            const layer = remote.get(descriptor.digest);
            return layer === undefined ? exported.blob(descriptor) : layer(descriptor);
        },
    };
    async function whole() {
        if (layouts.length > 1)
            return openJoined(layouts, platforms, (0,plan_labels/* annotationsAt */.wv)(annotations, 'index'));
        const content = await openLayout(layouts[0].path);
        const { index } = content;
        if (platforms.length === image.platforms.length || (0,registry_manifest/* isIndex */.nw)(index.mediaType))
            return content;
        return {
            ...content,
            index: combinedIndex([{ index, platforms }], platforms, (0,plan_labels/* annotationsAt */.wv)(annotations, 'index')),
            manifest: async (digest) => (digest === index.digest ? index : content.manifest(digest)),
        };
    }
}

;// CONCATENATED MODULE: ./lib/run/describe.js
/** Says what is in an image, for each platform: its layers are read, each once for all images of a run. */
















/**
 * The same image with its SBOMs, where the policy asks for some of this program.
 *
 * @throws Failure where a layer cannot be read.
 */
async function described(run, image) {
    const { session, policy } = run;
    const forms = (0,sbom/* sbomForms */.f)(policy.sbom);
    if (forms.length === 0)
        return image.content;
    const { journal, world } = session;
    return (0,report_journal/* timed */.ay)({ journal, clock: world.clock }, 'build', 'write the SBOM', async () => {
        const { recipe, content, base, origins } = image;
        const { subject, version } = recipe.image;
        const remote = await exported_image_layersOf(session, base === undefined ? [] : [base]);
        const movable = recipe.do === 'rebase' || copiesOnly(recipe.image, recipe.replaced);
        const known = new Map((image.known ?? []).map(({ digest, survey }) => [digest, survey]));
        const documents = await (0,errors/* gather */.kg)(manifestsIn(content, recipe.platforms).map(async ({ platform, digest }) => {
            const { config, layers = [] } = (0,registry_manifest/* readContent */.c_)((await content.manifest(digest)).bytes);
            const surveys = await (0,errors/* gather */.kg)(layers.map(async (layer) => ({
                digest: layer.digest,
                survey: known.get(layer.digest) ?? (await surveyOf(session, content, layer, remote.has(layer.digest))),
            })));
            const under = base?.platforms.find((one) => one.platform === platform);
            return describe({
                name: subject.name,
                ...(0,defined/* defined */.s)({ version: version?.text }),
                platform,
                digest,
                created: createdOf(config === undefined ? undefined : await (0,registry_content/* readBlob */.gm)(content, config)),
                ...(base && under && { base: { name: base.reference, digest: under.digest } }),
                forms,
                layers: surveys,
                origins: origins.get(platform) ?? {},
                own: movable ? surveys.filter((one) => !remote.has(one.digest)) : [],
            });
        }));
        return withDocuments(content, documents, (0,plan_labels/* annotationsAt */.wv)(recipe.annotations, 'index'));
    });
}
const manifestsIn = ({ index }, platforms) => (0,registry_manifest/* isIndex */.nw)(index.mediaType)
    ? (0,registry_manifest/* platformsOf */.Wt)(index.bytes)
    : platforms.slice(0, 1).map((platform) => ({ platform, digest: index.digest }));
/** Seconds, as SPDX wants them; the beginning of all times where the image has none. */
function createdOf(config) {
    const text = config === undefined ? undefined : (0,image_config/* readConfig */.X)(config).created;
    const time = new Date(text ?? 0);
    return `${(Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString().slice(0, 19)}Z`;
}
/** By reader, which is one for a whole run. */
const surveys = new WeakMap();
/** @param isOfBase such a survey is kept for later runs. */
async function surveyOf(session, content, layer, isOfBase) {
    const { reader } = await session.registries();
    const known = surveys.get(reader) ?? new Map();
    surveys.set(reader, known);
    const begun = known.get(layer.digest) ?? (isOfBase ? keptSurvey(session, content, layer) : readSurvey(content, layer));
    known.set(layer.digest, begun);
    return begun;
}
async function keptSurvey({ cache, world: { files } }, content, layer) {
    const ignoreRefusal = (0,file_failure/* unlessRefused */.J0)(cache.refused);
    const path = (0,external_node_path_.join)(cache.folder, `surveys-${surveyForm}`, `${layer.digest.replace(':', '-')}.json`);
    const text = await files.read(path).catch(ignoreRefusal);
    const kept = text === undefined ? undefined : parseSurvey(text);
    if (kept !== undefined)
        return kept;
    const survey = await readSurvey(content, layer);
    await files.replace(path, Buffer.from(JSON.stringify(survey))).catch(ignoreRefusal);
    return survey;
}
/** A file that is no survey is read from the layer again. */
function parseSurvey(text) {
    try {
        const survey = JSON.parse(text);
        return isSurvey(survey) ? survey : undefined;
    }
    catch {
        return undefined;
    }
}
async function readSurvey(content, layer) {
    try {
        return await surveyLayer((0,registry_content/* blobChunks */.M5)(content, layer), layer.mediaType);
    }
    catch (error) {
        if (error instanceof errors/* Failure */.HR || !(error instanceof Error))
            throw error;
        const message = `The layer ${layer.digest} (${layer.mediaType}) cannot be read, so that nothing can be said of what is in it: ${error.message}. Set sbom to false, or have the builder write another kind of layer.`;
        throw new errors/* Failure */.HR([{ station: 'build', about: layer.digest, message }]);
    }
}

;// CONCATENATED MODULE: ./lib/run/sizes.js
/** Sizes for the report. */




/** That a size cannot be told is no failure: a note says so. @param base undefined where it is not known. */
async function noteSizes(run, base, index, reader) {
    const { platforms, repositories } = run.image;
    try {
        const sizes = await measureSizes(reader, {
            index,
            repository: repositories[0],
            platforms,
            ...(0,defined/* defined */.s)({ base }),
        });
        run.session.journal.add({ is: 'measured', sizes });
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        (0,image_run/* note */.N)(run, `sizes could not be read: ${error.message}`);
    }
}

;// CONCATENATED MODULE: ./lib/run/rebase.js
/** Puts the image that is there onto its base of today: nothing is built, and it is verified like any other. */





































/**
 * Nothing is published before all repositories have what they are to have: else one would be published twice where another
 * one needs a build.
 *
 * @throws Failure. @returns whether it could be done; if not, a note says why, and the image is to be built.
 */
async function rebase(run, observed, decided) {
    const { session, policy, image } = run;
    const { world, journal } = session;
    // Only what a custom Dockerfile makes may be without, and that is never put onto a new base.
    const packages = image.content.packages;
    const base = await (0,run_observe/* checksBaseOf */.kN)(run, observed);
    const may = await world.log.group('lock', async () => {
        try {
            const context = lockContext(run, observed);
            return sameFor(observed, await (0,resolve/* resolveOn */.iJ)(session, packages, base, image.platforms, { context }));
        }
        catch (error) {
            // A build can do without the platform.
            if (!(error instanceof errors/* Failure */.HR) || (0,dropped_platforms/* platformsToDrop */.H8)(image, image.platforms, error) === undefined)
                throw error;
            return (0,errors/* refused */.J5)(error.message);
        }
    });
    const advised = may.ok ? await adviseMade(run, observed, may.value) : undefined;
    const done = may.ok ? await rebasePlaces(run, observed, base, may.value, placesToMake(decided)) : may;
    if (!done.ok) {
        const text = `the image cannot be put onto its new base, and is built instead: ${done.message}`;
        (0,image_run/* note */.N)(run, text);
        world.log.info(`build    ${text}`);
        journal.add({ is: 'not-rebased' });
        return false;
    }
    if (policy.dryRun)
        return true;
    if (may.ok)
        await adviseAgain(run, observed, may.value, advised);
    await (0,report_journal/* timed */.ay)({ journal, clock: world.clock }, 'publish', 'move tags', () => eachPlace(done.value, ({ place, verified }) => publishPlaces(run, [place], verified, [base.repository])));
    return true;
}
/** What cannot be put onto its new base is built for the same reason; so is all, where one repository needs a build. */
const buildInstead = (run, decided) => decided.map((place) => {
    if (place.decision.do !== 'rebase')
        return place;
    const decision = { do: 'build', because: place.decision.because };
    noteDecision(run, place.repository, decision);
    return { ...place, decision };
});
/** Whether the layers that are there are right on the new base: then what they hold. */
function sameFor({ records }, resolved) {
    if (resolved === undefined)
        return (0,errors/* refused */.J5)('its requirements cannot be locked');
    for (const one of records) {
        const may = fitsBase(one, resolved);
        if (!may.ok)
            return may;
    }
    return (0,errors/* parsed */.Yz)(resolved);
}
async function rebasePlaces(run, observed, base, resolved, places) {
    const done = [];
    const checked = new Map();
    for (const place of places) {
        const { created, record } = place.held;
        // What was compiled is as old as it was.
        const locked = { ...resolved, native: [], restored: [], emulated: [] };
        const question = questionOf(run, {
            platforms: run.image.platforms,
            observed,
            base,
            parents: {},
            resolved,
            locked,
            layers: record?.layers,
            created,
        });
        const recipe = rebaseRecipe(question, { image: run.image.id, repository: place.repository });
        run.session.journal.add({ is: 'prepared', build: 1, recipe, restored: [] });
        const verified = await rebaseOne(run, base, recipe, place, checked);
        if (!verified.ok)
            return verified;
        if (verified.value !== undefined)
            done.push({ place, verified: verified.value });
    }
    return (0,errors/* parsed */.Yz)(done);
}
/** Undefined in a dry run, which looks whether it can be done, and pushes nothing. */
async function rebaseOne(run, base, recipe, place, checked) {
    const { session, policy } = run;
    const { world, journal } = session;
    const { client } = await session.registries();
    const { repository } = place;
    const composed = await (0,report_journal/* timed */.ay)({ journal, clock: world.clock }, 'build', 'put onto the new base', async () => {
        const content = await composeDescribed(run, base, recipe, place);
        if (content.ok && !policy.dryRun)
            await (0,push/* pushContent */.g)(client, repository, content.value, { mountFrom: [base.repository] });
        return content;
    });
    if (!composed.ok)
        return composed;
    return verifyRebased(run, base, recipe, repository, composed.value, checked);
}
/** Checks what is in the repository by its digest. Undefined in a dry run. */
async function verifyRebased(run, base, recipe, repository, image, checked) {
    const { session, policy } = run;
    const { world, journal, programs } = session;
    const { index } = image;
    const builder = await session.builder();
    const platforms = verifiedOn(policy, run.image, builder.platform);
    const content = () => Promise.resolve(image);
    const check = { recipe, platforms, strict: policy.verify === 'strict', content };
    const before = checked.get(index.digest);
    if (before !== undefined)
        return (0,errors/* parsed */.Yz)(policy.dryRun ? undefined : await verify(world, { ...check, folder: before }));
    const bake = (0,build_bake/* verifyFile */.AI)(recipe, platforms, `${(0,names_reference/* repositoryText */.g_)(repository)}@${index.digest}`);
    const files = platforms.length === 0 ? {} : workFiles([recipe], bake, programs);
    journal.add({ is: 'files', images: [run.image.id], repository, files });
    const folder = policy.dryRun ? '' : await world.files.temporary('verify');
    checked.set(index.digest, folder);
    if (policy.dryRun)
        return (0,errors/* parsed */.Yz)(undefined);
    const { reader } = await session.registries();
    await noteSizes(run, base, index, contentReader(image, reader));
    for (const [name, text] of Object.entries(files))
        await world.files.write((0,external_node_path_.join)(folder, name), text);
    if (!(0,build_builder/* isElsewhere */.l5)(builder))
        await (0,emulation/* requireEmulation */.y)(world, session.env, (0,build_nodes/* emulatedOf */.BP)(builder, platforms));
    try {
        const verified = await runChecks(run, { ...check, folder });
        journal.add({ is: 'checked', build: 1, platforms: verified.platforms });
        return (0,errors/* parsed */.Yz)(verified);
    }
    catch (error) {
        // What a build does not need either, such as pulling from where the image goes, is no reason to end here.
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        if (error instanceof VerifyFailure)
            journal.add({ is: 'checked', build: 1, platforms: error.platforms });
        return (0,errors/* refused */.J5)(`there it did not pass its checks: ${error.problems[0]?.message ?? ''}`);
    }
}
async function runChecks({ session, image }, request) {
    const { world, journal } = session;
    const { buildx } = await session.builder();
    const { recipe, folder, platforms } = request;
    const targets = platforms.length === 0 ? [] : [(0,build_bake/* targetOf */.$r)(image.id, 'verify')];
    return world.log.group('verify', () => traceSteps(session, 'build', [{ id: image.id, journal, custom: false }], async (onAttempt) => {
        if (targets.length > 0)
            await buildTargets(world, buildx, {
                folder,
                targets,
                about: (0,plan_image/* nameOf */.Vb)(image),
                base: recipe.bases.build,
                onAttempt,
            });
        return verify(world, request);
    }));
}
/**
 * With its SBOMs, where there are to be some: what is in its own layer the image says itself, and what is in the base is
 * read of the new one.
 */
async function composeDescribed(run, base, recipe, place) {
    const composed = await rebase_compose(run, base, recipe, place);
    if (!composed.ok || (0,sbom/* sbomForms */.f)(run.policy.sbom).length === 0)
        return composed;
    const { reader } = await run.session.registries();
    const own = await ownLayersIn(reader, place.repository, place.held.index);
    if (!own.ok || run.policy.dryRun)
        return own.ok ? composed : own;
    const remote = await exported_image_layersOf(run.session, [base]);
    const content = {
        ...composed.value,
        // Read once for all images on this base.
        blob: (descriptor) => remote.get(descriptor.digest)?.(descriptor) ?? composed.value.blob(descriptor),
    };
    const origins = new Map([...own.value].map(([platform, { origins }]) => [platform, origins]));
    return (0,errors/* parsed */.Yz)(await described(run, {
        recipe,
        content,
        base,
        origins,
        known: [...own.value.values()].flatMap(({ layers }) => layers),
    }));
}
async function rebase_compose({ session, image, policy }, base, { labels, annotations, sourceDateEpoch }, { repository, held }) {
    const { reader } = await session.registries();
    const { index, record: before } = held;
    const layers = before?.layers?.filter((names) => names.length > 0).length;
    const { command, user } = image.content.kind === 'packages' ? image.content : { command: undefined, user: undefined };
    const [[reference, digests] = []] = Object.entries(before?.fingerprint.bases ?? {});
    const old = reference === undefined ? undefined : (0,registry_reference/* parseReference */.F2)(reference);
    return rebaseContent(reader, {
        repository,
        index,
        platforms: image.platforms,
        base,
        ...(old?.ok === true && digests !== undefined
            ? { oldBase: { repository: old.value.repository, digests } }
            : {}),
        wanted: (platform) => ({
            labels,
            annotations: (0,plan_labels/* annotationsAt */.wv)(annotations, 'manifest', platform),
            ...(command === undefined ? {} : { command }),
            ...(0,defined/* defined */.s)({ user, layers }),
            ...(sourceDateEpoch === undefined ? {} : { created: sourceDateEpoch }),
        }),
        annotations: (0,plan_labels/* annotationsAt */.wv)(annotations, 'index'),
        statements: {
            renewed: (0,sbom/* sbomForms */.f)(policy.sbom).length > 0 ? ownPredicates : [],
            keepsBuild: policy.provenance === 'mode=max',
        },
    }, session.world.files);
}

;// CONCATENATED MODULE: ./lib/run/differences.js
/** What an image that is only tried would change of the one that is published. */






/**
 * That it cannot be told is no failure: a note says so.
 *
 * @param places that hold an image which is compared.
 * @param reader of manifests of the new image, and of registries.
 */
async function noteDifferences(run, places, index, reader) {
    for (const place of places) {
        try {
            const difference = await differenceAt(run, place, index, reader);
            if (difference !== undefined)
                run.session.journal.add({ is: 'compared', repository: place.repository, difference });
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            (0,image_run/* note */.N)(run, `the published image could not be compared: ${error.message}`);
        }
    }
}
/** Undefined where nothing is published, or another tool made it. */
async function differenceAt({ image }, { repository, held }, index, reader) {
    const now = (0,build_record/* readBuildRecord */.mx)((0,registry_manifest/* readContent */.c_)(index.bytes).annotations ?? {})?.fingerprint;
    if (held.is !== 'present' || held.record === undefined || now === undefined)
        return undefined;
    const before = held.record.fingerprint;
    const { platforms } = image;
    const [old, made] = await Promise.all([
        measureSizes(reader, { index: held.index, repository, platforms: held.platforms }),
        measureSizes(reader, { index, repository, platforms }),
    ]);
    return {
        requirements: (0,compare/* changedRequirements */.th)(before.requirements, now.requirements),
        parts: (0,compare/* changedParts */.Ty)(before, now),
        bases: (0,compare/* movedBases */.gG)(before.bases, now.bases),
        sizes: made.map(({ platform, size }) => {
            const published = old.find((one) => one.platform === platform)?.size;
            return { platform, now: size, ...(published === undefined ? {} : { before: published }) };
        }),
    };
}

;// CONCATENATED MODULE: ./lib/publish/load.js
/** Loads an image into the store of the engine of this machine. */

/** @param archive as `docker load` takes it; it names the image. @throws Failure with the words of the engine. */
async function loadImage({ run }, env, archive) {
    const ran = await run({ program: 'docker', args: ['load', '--quiet', `--input=${archive}`], env });
    if (ran.code === 0)
        return;
    const message = 'The image was built, and the engine did not take it into its store.';
    const detail = ran.stderr.trim().split('\n').slice(-5);
    throw new errors/* Failure */.HR([{ station: 'build', about: 'docker', message, detail }]);
}

;// CONCATENATED MODULE: ./lib/publish/layout.js
/** Writes a verified image as an OCI layout into a folder: it needs no registry, and every tool reads it. */







/**
 * Refuses a folder that holds anything but an earlier layout. It is asked before anything is built.
 *
 * @throws Failure (station `input`).
 */
async function requireLayoutFolder(world, output) {
    const names = await world.files.list(output);
    if (names.length > 0 && !names.includes('oci-layout')) {
        throw new errors/* Failure */.HR([
            {
                station: 'input',
                about: 'output',
                message: `The folder "${output}" holds other files. The image is written as an OCI layout into an empty folder, or over an earlier layout: name another one.`,
            },
        ]);
    }
}
/**
 * Makes the folder and writes into it, so that a folder that cannot be written fails before an hour of compiling.
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
/** Files of an earlier layout, and those that tools add to one; nothing else is removed. */
const layoutNames = ['blobs', 'ingest', 'index.json', 'oci-layout', 'manifest.json', 'repositories'];
/** @throws Failure when the image lacks a platform, or the folder cannot be written. */
async function writeLayout(world, request) {
    const { verified, output, layouts } = request;
    (0,publish/* comparePlatforms */.UX)(verified.recipe.platforms, verified.content.index, output);
    const commands = [
        // Node's own loops for ever where a folder cannot be made, as below /proc.
        { program: 'mkdir', args: ['-p', '--', output] },
        { program: 'rm', args: ['-rf', '--', ...layoutNames.map((name) => (0,external_node_path_.join)(output, name))] },
        ...layouts.map(({ path }) => ({ program: 'tar', args: ['-xf', path, '-C', output] })),
    ];
    for (const command of commands) {
        const ran = await world.run(command);
        if (ran.code !== 0) {
            const message = `The layout could not be written to "${output}": ${ran.stderr.trim()}`;
            throw new errors/* Failure */.HR([{ station: 'build', about: 'output', message }]);
        }
    }
    await requireStatements(world, verified.content, output);
    await requireIndex(world, verified.content.index, output);
}
/** The archive lacks what was said of the image after it was built. */
async function requireStatements({ files }, content, output) {
    const pathOf = (digest) => (0,external_node_path_.join)(output, 'blobs', ...digest.split(':'));
    const lacks = async (digest) => (await files.stat(pathOf(digest))) === undefined;
    for (const { manifest, blobs } of await (0,registry_content/* manifestsOf */.oF)(content)) {
        if (!(await lacks(manifest.digest)))
            continue;
        for (const blob of blobs)
            if (await lacks(blob.digest))
                await files.write(pathOf(blob.digest), await (0,registry_content/* readBlob */.gm)(content, blob));
        await files.write(pathOf(manifest.digest), manifest.bytes);
    }
}
/**
 * The archive has the lone manifest of an image of which one platform is left, or there are several, each with an index of
 * its own: it is not the index that was made of them.
 */
async function requireIndex({ files }, index, output) {
    const path = (0,external_node_path_.join)(output, 'index.json');
    const head = JSON.parse((await files.read(path)) ?? '{}');
    const { manifests: entries = [] } = head;
    if (entries.every(({ digest }) => digest === index.digest))
        return;
    await files.write((0,external_node_path_.join)(output, 'blobs', ...index.digest.split(':')), index.bytes);
    const manifests = entries.map(({ platform: _platform, ...entry }) => ({
        ...entry,
        ...(0,registry_manifest/* descriptorOf */.nb)(index),
    }));
    await files.write(path, JSON.stringify({ ...head, manifests }));
}

;// CONCATENATED MODULE: ./lib/recipe/origins.js
/**
 * By platform; without what the pip of a custom Dockerfile installs: it takes what it likes of what it is offered.
 *
 * @param emulated platforms of the recipe that are emulated.
 */
function originsOf(recipe, attempts, emulated) {
    return new Map(recipe.requirements.map(({ platform, requirements }) => {
        const origins = requirements.flatMap((one) => {
            const { name, version } = one;
            if (one.kind === 'wheel')
                return [[name, { version, kind: 'wheel', file: plain(one.wheel) }]];
            if (one.kind === 'present')
                return [];
            const isIt = (other) => other.name === name && other.version === version;
            const restored = recipe.restored.find((file) => isIt(file) && file.serves.includes(platform));
            const isNative = recipe.native.some((build) => isIt(build) && build.serves.includes(platform));
            const attempt = attempts.get(platform)?.findLast((each) => isIt(each) && each.why === undefined);
            const made = attempt?.way === 'cross' ? 'cross' : emulated.includes(platform) ? 'emulated' : 'native';
            const way = restored?.way ?? (isNative ? 'native' : made);
            return [[name, { version, kind: 'compiled', source: plain(one.sdist), way }]];
        });
        return [platform, Object.fromEntries(origins)];
    }));
}
/** Which index a file was found in is not said of it: names of indexes are those of one run. */
const plain = ({ filename, url, sha256 }) => ({
    filename,
    url,
    sha256,
});

;// CONCATENATED MODULE: ./lib/report/pip-builds.js




/** The words are those of pip 9 to 26: `Building wheel for NAME (…): started`, `Created wheel for NAME: filename=…`. */
function pipBuildReader() {
    const steps = new Map();
    const found = new Map();
    return {
        line(text) {
            const [, id = '', rest = ''] = /^#(\d+) (.*)$/.exec((0,report_escape/* plain */.pj)(text).trimEnd()) ?? [];
            const step = steps.get(id);
            if (step === undefined) {
                if (rest.startsWith('['))
                    steps.set(id, { name: stepName(rest), began: new Map() });
                return;
            }
            const [, at = '', said = ''] = /^(\d+\.\d+)\s+(.*)$/.exec(rest) ?? [];
            const [, name = '', state = ''] = /^Building wheel for (\S+) \(.*\): (started|finished with status 'done')/.exec(said) ?? [];
            const [, made = '', version] = /^Created wheel for (\S+): filename=[^-\s]+-([^-\s]+)-/.exec(said) ?? [];
            const known = (0,package_name/* normalizedName */.j8)(name || made);
            const key = `${id} ${known}`;
            if (state === 'started')
                step.began.set(known, Number(at));
            else if (state !== '') {
                const { target, platform } = step.name;
                const seconds = Number(at) - (step.began.get(known) ?? Number(at));
                found.set(key, {
                    name: known,
                    seconds,
                    ...(target === undefined ? {} : { target }),
                    ...(platform === undefined ? {} : { platform }),
                });
            }
            else if (version !== undefined && found.has(key))
                found.set(key, { ...found.get(key), version });
        },
        builds: () => [...found.values()],
    };
}
/**
 * What pip compiled under emulation although it might have been spared that.
 *
 * @param attempts at compiling for the platform.
 * @param offered names and versions that were to be offered there.
 */
function pipBuildText({ name, version, seconds, platform = 'linux/amd64' }, attempts, offered) {
    const failed = attempts.find((one) => one.name === name && one.why !== undefined);
    const { lacks } = attempts.findLast((one) => one.name === name && one.why === undefined) ?? {};
    const why = failed !== undefined
        ? `it could not be cross-compiled (${failed.why}); what its build needs belongs into build_packages`
        : offered[name] === undefined
            ? 'no requirement that can be read in the Dockerfile asks for it; write it on the line of pip'
            : lacks !== undefined
                ? `what was cross-compiled has no ${lacks.join(', ')}, and was not offered; the development package of the library that it wants belongs into build_packages`
                : version !== undefined && offered[name] !== version
                    ? `pip took another release than ${offered[name]}, which was compiled for it; the index may have moved in between`
                    : 'pip did not take the wheel that was offered';
    const release = version === undefined ? name : `${name} ${version}`;
    return `compiled under emulation in your Dockerfile for ${platform}: ${release}, ${(0,units/* secondsText */.Hd)(seconds)}: ${why}`;
}
/**
 * What helper stages took under emulation, and what would save it. Undefined where they took nothing.
 *
 * @param helpers names of stages that others only copy from.
 */
function helperText(steps, helpers, isEmulated) {
    const took = new Map();
    for (const { stage, platform, runsOn, seconds, cached } of steps) {
        if (platform === undefined || cached || !helpers.includes(stage) || !isEmulated(runsOn ?? platform))
            continue;
        took.set(platform, (took.get(platform) ?? 0) + seconds);
    }
    const all = [...took].filter(([, seconds]) => seconds >= 1);
    if (all.length === 0)
        return undefined;
    const times = all.map(([platform, seconds]) => `${(0,units/* secondsText */.Hd)(seconds)} for ${platform}`).join(', ');
    return `the ${helpers.length === 1 ? 'stage' : 'stages'} ${helpers.join(', ')} took ${times} under emulation: COPY --from=packages / /usr/local in the last stage, in place of what it copies from there, would save that`;
}

;// CONCATENATED MODULE: ./lib/report/runtime-packages.js
/** Reads, in what buildx prints, which packages of the distribution were installed under emulation as a whole, and why. */


function plainInstallReader() {
    const targets = new Map();
    const installs = [];
    return {
        line(line) {
            const [, id = '', rest = ''] = /^#(\d+) (.*)$/.exec((0,report_escape/* plain */.pj)(line).trimEnd()) ?? [];
            if (!targets.has(id)) {
                if (rest.startsWith('['))
                    targets.set(id, stepName(rest).target);
                return;
            }
            const [, text] = /^\d+\.\d+ (the runtime packages for \S+ are installed under emulation: .*)$/.exec(rest) ?? [];
            const target = targets.get(id);
            if (text !== undefined)
                installs.push({ text, ...(target === undefined ? {} : { target }) });
        },
        installs: () => installs,
    };
}

;// CONCATENATED MODULE: ./lib/run/bake-options.js



/** What is pushed, or goes nowhere, needs nothing that a registry has. */
const exportsFor = {
    push: 'layout',
    trial: 'layout',
    nowhere: 'layout',
    layout: 'archive',
    engine: 'engine',
};
async function optionsOf(run, recipe, decided, builder) {
    const { session, policy } = run;
    return {
        verify: verifiedOn(policy, recipe, builder.platform),
        secrets: session.access.secrets,
        provenance: policy.provenance,
        sbom: policy.sbom,
        exports: exportsFor[policy.target.kind],
        saveWheels: await maySave(run),
        fresh: decided.some(({ decision }) => hasReason(decision, ['forced', 'expired'])),
    };
}

;// CONCATENATED MODULE: ./lib/run/failed-platforms.js

/** A failure that says for which platforms the steps of the build failed. @param machine the builder's own platform. */
function ofPlatforms(error, steps, machine) {
    const failed = steps.filter((step) => step.error !== undefined && !/\bcancell?ed\b/.test(step.error));
    // What runs on the builder's own platform may be for any.
    const platforms = failed.flatMap(({ platform, runsOn }) => platform === undefined || (platform === machine && runsOn === undefined) ? [] : [platform]);
    if (!(error instanceof errors/* Failure */.HR) || failed.length === 0 || platforms.length < failed.length)
        return error;
    const all = [...new Set(platforms)];
    return new errors/* Failure */.HR(error.problems.map((problem) => ({ platforms: all, ...problem })));
}

;// CONCATENATED MODULE: ./lib/run/note-offer.js





/** What a custom Dockerfile's pip made under emulation nevertheless. */
function noteOffer(run, recipe, builder, attempts, steps, builds) {
    const { source } = recipe;
    if (source.kind !== 'custom' || source.offer === undefined)
        return;
    const { parts, helpers } = source.offer;
    const isEmulated = (platform) => (0,build_nodes/* emulatedOf */.BP)(builder, [platform]).length > 0;
    // buildx names the target only where it builds several.
    const isOwn = ({ target }) => target === undefined || (0,build_bake/* isTargetOf */.FA)(run.image.id, wholeOf(target));
    // Nor does it name the platform where there is one alone.
    const [only, ...others] = recipe.platforms;
    const withPlatform = (one) => others.length === 0 && only !== undefined ? { platform: only, ...one } : one;
    for (const build of builds.filter(isOwn).map(withPlatform)) {
        const { platform } = build;
        if (platform === undefined || !isEmulated(platform))
            continue;
        const wanted = parts.flatMap(({ requirements }) => requirements.filter((one) => one.platform === platform).flatMap((one) => one.requirements));
        const offered = Object.fromEntries(wanted.map(({ name, version }) => [name, version]));
        (0,image_run/* note */.N)(run, pipBuildText(build, attempts.get(platform) ?? [], offered));
    }
    const text = helperText(steps.filter(isOwn).map(withPlatform), helpers, isEmulated);
    if (text !== undefined)
        (0,image_run/* note */.N)(run, text);
}

;// CONCATENATED MODULE: ./lib/run/outcome.js

/** @throws what is no Failure: a mistake of this program, or an interruption. */
function failed(error) {
    if (error instanceof errors/* Failure */.HR)
        return { is: 'failed', failure: error };
    throw error;
}
/** A parent that was not built, so that what stands on it is not either. */
const lostParent = ({ parents }, outcomeOf) => parents.find((parent) => ['failed', 'blocked', 'empty'].includes(outcomeOf(parent)?.is ?? ''));

;// CONCATENATED MODULE: ./lib/run/read-attempts.js
/** How the requirements of several images are compiled, as one run of buildx says it and as it writes it. */






/** Reads along how requirements are compiled: of a build that ends early no file comes. */
function attemptReader(images, traced) {
    const owners = new Map();
    const read = new Map();
    return {
        begin: () => {
            owners.clear();
            read.clear();
        },
        line: (line) => {
            const [, number = '', name] = /^(#\d+) (\[.*)$/.exec(line) ?? /^(#\d+) /.exec(line) ?? [];
            const owner = name === undefined ? undefined : tracedOf(traced, stepName(name).target);
            if (owner !== undefined)
                owners.set(number, owner.id);
            const image = images.find(({ id }) => id === owners.get(number));
            const { platform, attempt } = (image && (0,build_attempts/* parseAttemptLine */.vO)(line, image.platforms)) ?? {};
            if (image === undefined || platform === undefined || attempt === undefined)
                return;
            const before = read.get(image.id) ?? new Map();
            read.set(image.id, before.set(platform, [...(before.get(platform) ?? []), attempt]));
        },
        of: (id) => read.get(id) ?? new Map(),
    };
}
async function noteAttempts({ run: { session, image }, build, prepared, }, folder, bake, reader) {
    const offers = (0,plan_recipe/* offersOf */.fI)(prepared.recipe).map(({ id }) => id);
    // What came out says more than what was read along.
    const written = await Promise.all([image.id, ...offers].map((id) => {
        const platforms = bake.target[(0,build_bake/* targetOf */.$r)(id, 'compiled')]?.platforms ?? [];
        return (0,build_attempts/* readAttempts */.jY)(session.world, (0,external_node_path_.join)(folder, (0,build_bake/* pathsOf */.wG)(id).compiled), platforms);
    }));
    const found = new Map([...reader.of(image.id), ...(0,build_attempts/* mergedAttempts */.FN)(written)]);
    for (const [where, attempts] of found)
        recordAttempts(session.journal, { build, where, attempts }, session.begun);
    return found;
}

;// CONCATENATED MODULE: ./lib/run/bake-images.js
/** One run of buildx for several images: files, build, and what the checks found in each. */





























/**
 * Where one of several images cannot be built, buildx ends the others with it: then each is built by itself, and what was
 * done comes from the builder's cache.
 *
 * @param images those to build, parents first.
 * @param all besides them those that they stand on, which are built already.
 */
async function bakeImages(session, images, all) {
    if (images.length === 0)
        return new Map();
    try {
        return await bakeAll(session, images, all);
    }
    catch (error) {
        // Without a builder, or a folder to work in, none of them can be built.
        const outcome = failed(error);
        return new Map(images.map(({ run }) => [run.image.id, outcome]));
    }
}
async function bakeAll(session, images, all) {
    const { world } = session;
    const builder = await session.builder();
    const options = new Map();
    const unfit = await eachInOrder(images, async (one) => {
        options.set(one.run.image.id, await optionsOf(one.run, one.prepared.recipe, one.decided, builder));
        return new Map();
    });
    const ready = images.filter(({ run }) => !unfit.has(run.image.id));
    if (ready.length === 0)
        return unfit;
    for (const one of all)
        if (!images.some(({ run }) => run === one.run))
            options.set(one.run.image.id, await optionsOf(one.run, one.prepared.recipe, one.decided, builder));
    const known = all.filter(({ run }) => options.has(run.image.id));
    const bake = bakeOf({ all: known, options }, ready);
    const recipes = known.map(({ prepared }) => prepared.recipe);
    const files = workFiles(recipes, bake, session.programs, builder.nodes);
    const ids = ready.map(({ run }) => run.image.id);
    session.journal.add({ is: 'files', images: ids, files });
    if (ready.every(({ run }) => run.policy.dryRun))
        return new Map([...unfit, ...ids.map((id) => [id, { is: 'planned' }])]);
    const folder = await world.files.temporary('build');
    for (const [name, content] of Object.entries(files))
        await world.files.write((0,external_node_path_.join)(folder, name), content);
    for (const task of known) {
        await world.files.makeFolder((0,external_node_path_.join)(folder, task.run.image.id));
        const of = (0,external_node_path_.join)(folder, task.run.image.id);
        await placeRestored(world, of, task.prepared.restored);
        for (const [at, offer] of (0,plan_recipe/* offersOf */.fI)(task.prepared.recipe).entries()) {
            await world.files.makeFolder((0,external_node_path_.join)(folder, offer.id));
            await placeRestored(world, (0,external_node_path_.join)(folder, offer.id), task.prepared.offers[at].restored);
        }
        await (0,local/* placeLocal */.H_)(world.files, (0,external_node_path_.join)(of, 'lock'), task.run.image.content.packages?.local);
    }
    const remote = await exported_image_layersOf(session, known.map(({ observed, base }) => observed.custom?.standsOn ?? base));
    const exports = new Map();
    for (const { run, prepared } of ready) {
        const own = options.get(run.image.id);
        const layouts = layoutsOf(prepared.recipe, own, builder, folder);
        const exported = { layouts, remote: own.exports === 'layout' ? remote : new Map() };
        await leaveOut(world, exported);
        exports.set(run.image.id, exported);
    }
    const running = ready.flatMap(({ run: { image }, prepared }) => runsOn(prepared.recipe, options.get(image.id).verify));
    const platforms = new Set(ready.flatMap(({ prepared: { recipe } }) => recipe.platforms));
    if (builder.nodes !== undefined)
        world.log.info((0,build_nodes/* sharesText */.W5)(builder.nodes, [...platforms]));
    // Where the builder is elsewhere, so are its handlers.
    if (!(0,build_builder/* isElsewhere */.l5)(builder))
        await (0,emulation/* requireEmulation */.y)(world, session.env, (0,build_nodes/* emulatedOf */.BP)(builder, [...platforms]).filter((platform) => running.includes(platform)));
    const context = { session, builder, folder, all: known, options, exports };
    return new Map([...unfit, ...(await bakeReady(context, bake, ready))]);
}
async function bakeReady(context, bake, images) {
    try {
        return await bakeTogether(context, bake, images);
    }
    catch (error) {
        const outcome = failed(error);
        const [first, ...others] = images;
        if (first !== undefined && others.length === 0)
            return new Map([[first.run.image.id, outcome]]);
    }
    const { world } = context.session;
    world.log.warn('One of the images could not be built: each is built by itself, so that it keeps no other from its tags.');
    return eachInOrder(images, async (one) => {
        const alone = bakeOf(context, [one]);
        await world.files.write((0,external_node_path_.join)(context.folder, 'docker-bake.json'), (0,build_bake/* bakeText */.HM)(splitByNode(alone, context.builder.nodes)));
        return bakeTogether(context, alone, [one]);
    });
}
/** One image after the other, without those that stand on what failed. */
async function eachInOrder(images, work) {
    const outcomes = new Map();
    for (const one of images) {
        const { image } = one.run;
        const blockedBy = lostParent(image, (parent) => outcomes.get(parent));
        if (blockedBy !== undefined) {
            outcomes.set(image.id, { is: 'blocked', by: blockedBy });
            continue;
        }
        const results = await work(one).catch((error) => new Map([[image.id, failed(error)]]));
        for (const [id, result] of results)
            outcomes.set(id, result);
    }
    return outcomes;
}
/** What is not built now is not fetched anew either: what stands on an image must hold what was published of it. */
const bakeOf = ({ all, options }, images) => (0,build_bake/* bakeFile */.wQ)(all.map(({ run, prepared: { recipe } }) => {
    const own = options.get(run.image.id);
    const isBuilt = images.some((one) => one.run === run);
    return { recipe, options: { ...own, fresh: own.fresh === true && isBuilt } };
}));
/** @throws Failure where buildx could not build one of them. */
async function bakeTogether({ session, builder, folder, options, exports }, bake, images) {
    const { world } = session;
    const traced = images.map(({ run, prepared }) => ({
        id: run.image.id,
        journal: run.session.journal,
        custom: prepared.recipe.source.kind === 'custom',
    }));
    const targets = images.flatMap(({ run }) => targetsOf(bake, run.image.id));
    // Of several, what is wrong is not shown: each is built by itself then.
    const about = images.map(({ run }) => (0,plan_image/* nameOf */.Vb)(run.image)).join(', ');
    const base = images.map(({ prepared }) => prepared.recipe.bases.build)[0] ?? '';
    const reader = attemptReader(images.map(({ run }) => run.image), traced);
    const title = images.every(({ run }) => options.get(run.image.id).verify.length === 0)
        ? 'build'
        : 'build and verify';
    let steps = progressReader(world.clock);
    let pip = pipBuildReader();
    let plain = plainInstallReader();
    const split = splitByNode(bake, builder.nodes);
    const complete = (step) => step.platform === undefined && step.target !== undefined
        ? { ...step, ...(0,defined/* defined */.s)({ platform: onlyPlatformOf(split, step.target) }) }
        : step;
    return world.log.group(title, async () => {
        const build = traceSteps(session, 'build', traced, (onAttempt) => buildTargets(world, builder.buildx, {
            folder,
            targets,
            about,
            base,
            asksIndex: images.some(({ run }) => run.image.content.packages !== undefined),
            onAttempt: () => {
                reader.begin();
                const hear = onAttempt();
                steps = progressReader(world.clock);
                pip = pipBuildReader();
                plain = plainInstallReader();
                return (line) => {
                    hear(line);
                    reader.line(line);
                    steps.line(line);
                    pip.line(line);
                    plain.line(line);
                };
            },
        }), complete);
        // Also where the build failed: how everything was compiled is the first that one wants to know then.
        const [ended] = await Promise.allSettled([build]);
        const attempts = new Map();
        for (const one of images)
            attempts.set(one.run.image.id, await noteAttempts(one, folder, bake, reader));
        if (ended.status === 'rejected')
            throw ofPlatforms(ended.reason, steps.steps().map(complete), builder.platform);
        for (const { target, text } of plain.installs())
            tracedOf(traced, target)?.journal.add({ is: 'note', text });
        for (const one of images)
            noteOffer(one.run, one.prepared.recipe, builder, attempts.get(one.run.image.id), steps.steps().map(complete), pip.builds().map((build) => ({
                ...(0,defined/* defined */.s)({ platform: onlyPlatformOf(split, build.target ?? '') }),
                ...build,
            })));
        const baked = await Promise.all(images.map(async (one) => {
            const { id } = one.run.image;
            const exported = exports.get(id);
            const { layouts } = exported;
            const { recipe, nativeAttempts, offers } = one.prepared;
            const native = [nativeAttempts, ...offers.map((offer) => offer.nativeAttempts)].flat();
            const all = new Map([['native', native], ...attempts.get(id)]);
            const content = async () => described(one.run, {
                recipe,
                content: await exportedContent(recipe, exported),
                // A custom Dockerfile stands on what its FROM says, not on the base of its packages.
                base: one.run.image.content.kind === 'packages' ? one.base : one.observed.custom?.standsOn,
                origins: originsOf(recipe, all, (0,build_nodes/* emulatedOf */.BP)(builder, recipe.platforms)),
            });
            const checked = await check(one, folder, options.get(id), content, attempts.get(id));
            const { platforms } = checked;
            one.run.session.journal.add({ is: 'checked', build: one.build, platforms });
            return [id, { is: 'baked', prepared: one.prepared, checked, attempts: all, folder, layouts }];
        }));
        return new Map(baked);
    });
}
/** Those of an image that are built by themselves: what a custom Dockerfile takes is built with it. */
const targetsOf = (bake, id) => Object.keys(bake.target).filter((target) => (0,build_bake/* isTargetOf */.FA)(id, target) && !target.endsWith('-packages'));
async function check({ run: { session, policy }, prepared }, folder, { verify: platforms }, content, attempts) {
    const { recipe } = prepared;
    try {
        return await verify(session.world, {
            recipe,
            folder,
            platforms,
            strict: policy.verify === 'strict',
            crossCompiled: crossCompiledOf({ attempts, restored: restoredOf(prepared) }),
            content,
        });
    }
    catch (error) {
        if (error instanceof VerifyFailure)
            return error;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/wheel-cache/compiled.js
/** Wheels that came out of a build: what `needs.py` says of them. */

/** @param folder what a bake target wrote. Empty where no wheel came out. */
async function readCompiledFiles(world, folder) {
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
    const own = await readCompiledFiles(world, (0,external_node_path_.join)(folder, platform.replaceAll('/', '_')));
    return own.length > 0 ? own : readCompiledFiles(world, folder);
}

// EXTERNAL MODULE: ./lib/wheel-cache/days.js
var days = __webpack_require__(1665);
;// CONCATENATED MODULE: ./lib/recipe/compiled-wheels.js
/** The wheels that a build compiled and that may be saved: what is said of each in the cache. */










/** What was compiled for platforms that were verified. */
async function compiledWheels(world, build) {
    const { recipe, folder, nativeFolder, verified } = build;
    const native = nativeFolder === undefined ? [] : await readCompiledFiles(world, nativeFolder);
    const all = recipe.requirements
        .filter(({ platform }) => verified.includes(platform))
        .map(async (platform) => {
        const onTarget = (0,plan_recipe/* compiledOnTarget */.af)(platform, recipe);
        const compiled = (0,external_node_path_.join)(folder, (0,build_bake/* pathsOf */.wG)(recipe.image.id).compiled);
        const wheels = onTarget.length === 0 ? [] : await readCompiledWheels(world, compiled, platform.platform);
        return (0,plan_recipe/* compiledOnTarget */.af)(platform, { native: [], restored: recipe.restored }).flatMap((one) => {
            if (one.kind !== 'compile')
                return [];
            const isNative = !onTarget.includes(one);
            const wheel = wheelOf(isNative ? native : wheels, one);
            const record = wheel && entryOf(world, build, platform.platform, one, isNative, wheel);
            return wheel === undefined || record === undefined ? [] : [{ wheel, record }];
        });
    });
    // What serves every platform is found once for each.
    const found = (await Promise.all(all)).flat();
    return [...new Map(found.map((one) => [(0,wheel_cache_key/* tagOfWheel */.fV)(one.record.name, one.record.key), one])).values()];
}
const wheelOf = (wheels, { name, version }) => wheels.find(({ filename }) => {
    const named = (0,filenames/* parseWheelName */.C)(filename);
    return named?.name === name && (0,package_version/* isSameVersion */.p)(named.version.text, version);
});
function entryOf({ clock }, { recipe, facts: all, attempts, machines }, platform, requirement, isNative, wheel) {
    const { name, version } = requirement;
    const { packages } = recipe.image.content;
    const facts = all.find((one) => one.platform === platform);
    const attempt = attempts
        .get(isNative ? 'native' : platform)
        ?.find((one) => one.name === name && one.why === undefined);
    // What lacks something is compiled again, so that it is said again.
    if (packages === undefined || facts === undefined || attempt === undefined || attempt.lacks !== undefined)
        return undefined;
    const isPure = isNative && wheel.filename.endsWith('-none-any.whl') && (0,wheel_cache_key/* mayBePure */.zT)(recipe.lock, requirement);
    const needs = isPure ? 'nothing' : wheel.free ? 'libc' : 'distribution';
    const { buildPackages, buildConstraints, base } = packages;
    const wanted = { requirement, facts, buildPackages, buildConstraints, buildBase: (0,wheel_cache_open/* buildBaseOf */.$)(base) };
    // Nothing says what of musl or of a distribution's libraries is used: those that it was compiled with are safe.
    const floor = wheel.free && facts.libc.kind === 'glibc' ? wheel.glibc : facts.libc.version;
    const today = (0,days/* dayOf */.kb)(clock.now());
    const isEmulated = (0,build_nodes/* emulatedOf */.BP)(machines, recipe.platforms).includes(platform);
    const way = attempt.way === 'cross' ? 'cross' : isEmulated && !isNative ? 'emulated' : 'native';
    const { seconds } = attempt;
    const key = (0,wheel_cache_key/* keyOfWheel */.u0)(wanted, needs);
    const needed = needs === 'nothing' || floor === null ? {} : { floor };
    return { name, version, key, ...needed, way, seconds, compiled: today, used: today };
}

;// CONCATENATED MODULE: ./lib/wheel-cache/wheel.js
/** The digest of a file, by its hash in hexadecimal. */
const digestOfWheel = (sha256) => `sha256:${sha256}`;

;// CONCATENATED MODULE: ./lib/wheel-cache/save.js
/** Saves wheels that a run compiled, once the image that they are in was verified, so that nobody compiles them again. */







/** Saves what was compiled, and writes down that what was restored is in use. A store that refuses is noted. */
async function saveWheels(world, request) {
    const { store, kind, compiled, restored, cache } = request;
    const note = ([first], text) => {
        // The cache is nobody's choice: one note speaks of all that could not be saved.
        if (kind === 'cache' && first?.failure instanceof file_failure/* FileFailure */.Py) {
            cache.refused(first.failure);
            return;
        }
        world.log.warn(text);
        request.note(text);
    };
    const refused = compiled.length === 0 ? [] : await request.timed(() => putAll(world, store, compiled));
    if (refused.length > 0) {
        const names = refused.map(({ one }) => one.wheel.filename).join(', ');
        note(refused, `${names} could not be saved in ${store.where}, and will be compiled again: ${firstOf(refused)}`);
    }
    if (refused.some(({ failure }) => (0,wheel_cache_store/* isShut */.fm)(failure)))
        return;
    const forgotten = await touch(world, store, restored);
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
    if (error instanceof errors/* Failure */.HR)
        return error;
    throw error;
}
const putAll = ({ log }, store, compiled) => each(compiled, async ({ wheel, record }) => {
    const { filename, sha256, size, path } = wheel;
    const tag = (0,wheel_cache_key/* tagOfWheel */.fV)(record.name, record.key);
    await store.put(tag, (0,wheel_cache_manifest/* wheelManifest */.z)(record, { filename, digest: digestOfWheel(sha256), size }), path);
    log.info(`saved    ${store.named(tag)} (${filename})`);
});
/** A use is written down when the last that was is a week ago: so what is used every day costs one request a week. */
function touch({ clock }, store, restored) {
    const now = clock.now();
    const stale = restored.filter(({ artifact }) => (0,days/* daysSince */.Mn)(artifact.record.used, now) >= days/* staleAfter */.S);
    const byTag = [...new Map(stale.map((one) => [one.tag, one])).values()];
    return each(byTag, async ({ tag, manifest, artifact }) => {
        // Another run may have saved a newer one there since, or somebody removed it.
        if ((await store.manifest(tag))?.digest !== manifest)
            return;
        await store.put(tag, (0,wheel_cache_manifest/* wheelManifest */.z)({ ...artifact.record, used: (0,days/* dayOf */.kb)(now) }, artifact));
    });
}

;// CONCATENATED MODULE: ./lib/run/save-compiled.js
/** Saves what a build compiled into the wheel cache, and says why where it may not. */





/** That it cannot be saved is a warning. */
async function saveCompiled(run, { prepared, attempts, folder, checked }) {
    const { session, policy } = run;
    const { world, journal, cache } = session;
    const store = (await maySave(run)) ? await session.wheelStore(policy.wheelStore) : undefined;
    if (store === undefined) {
        const proposed = (await session.event())?.pullRequest;
        const isWanted = policy.savesWheels && policy.wheelStore.kind !== 'off' && policy.verify !== 'off';
        if (proposed !== undefined && isWanted && !policy.dryRun)
            world.log.info(`compiled wheels are not saved: this run is for pull request ${proposed.number}, onto ${proposed.base.slice(0, 7)}`);
        return;
    }
    const { recipe } = prepared;
    const machines = await session.builder();
    const verified = checked.platforms.map(({ platform }) => platform);
    const locks = [
        { ...prepared, recipe },
        ...(0,plan_recipe/* offersOf */.fI)(recipe).map((offer, at) => ({
            ...prepared.offers[at],
            recipe: (0,plan_recipe/* recipeOfOffer */.yw)(recipe, offer),
        })),
    ];
    const compiled = await Promise.all(locks.map(({ recipe: one, resolved, nativeFolder }) => compiledWheels(world, {
        recipe: one,
        folder,
        attempts,
        machines,
        facts: resolved?.facts ?? [],
        verified,
        ...(nativeFolder === undefined ? {} : { nativeFolder }),
    })));
    await saveWheels(world, {
        store,
        kind: policy.wheelStore.kind,
        restored: restoredOf(prepared),
        cache,
        compiled: compiled.flat(),
        note: (text) => journal.add({ is: 'note', text }),
        timed: (work) => (0,report_journal/* timed */.ay)({ journal, clock: world.clock }, 'publish', 'save compiled wheels', work),
    });
}

;// CONCATENATED MODULE: ./lib/run/build-group.js
/**
 * Builds the images of a group together, and each once more where a wheel in it may be why its checks failed, or without a
 * platform that it can do without.
 */











const realSteps = { prepare: prepareBuild, bake: bakeImages, save: saveCompiled };
/**
 * Builds until every image passed its checks, or nothing is left in it that may be why it does not.
 *
 * @param tasks parents first.
 * @param parentsOf images that one stands on, as they are once those before it are prepared.
 */
async function buildGroup(session, tasks, parentsOf, steps = realSteps) {
    const outcomes = new Map();
    const prepared = new Map();
    let rounds = tasks.map((task) => ({
        task,
        build: 1,
        exclude: noExclusions,
        without: task.observed.dropped ?? [],
    }));
    for (;;) {
        for (const one of rounds.filter(isEmpty))
            outcomes.set(one.task.run.image.id, { is: 'empty' });
        rounds = rounds.filter((one) => !isEmpty(one));
        if (rounds.length === 0)
            return outcomes;
        const results = new Map();
        for (const [at, planned] of rounds.entries()) {
            const { run } = planned.task;
            const { id } = run.image;
            const blockedBy = lostParent(run.image, (parent) => results.get(parent) ?? outcomes.get(parent));
            if (blockedBy !== undefined) {
                results.set(id, { is: 'blocked', by: blockedBy });
                continue;
            }
            try {
                const round = withoutParents(planned, prepared);
                rounds[at] = round;
                const question = { ...round.task, parents: parentsOf(run, prepared) };
                prepared.set(id, await steps.prepare(run, question, round));
            }
            catch (error) {
                prepared.delete(id);
                results.set(id, failed(error));
            }
        }
        const ready = rounds.filter(({ task }) => !results.has(task.run.image.id));
        const baked = await steps.bake(session, ready.map(({ task, build }) => ({ ...task, build, prepared: prepared.get(task.run.image.id) })), tasks
            .filter(({ run: { image } }) => prepared.has(image.id))
            .map((task) => ({ ...task, prepared: prepared.get(task.run.image.id) })));
        for (const [id, result] of baked)
            results.set(id, result);
        const next = [];
        for (const round of rounds) {
            const { image } = round.task.run;
            const result = results.get(image.id);
            const blockedBy = lostParent(image, (parent) => outcomes.get(parent));
            const retry = blockedBy === undefined ? nextRound(round, result, next, tasks) : undefined;
            if (retry !== undefined)
                next.push(retry);
            else
                outcomes.set(image.id, await build_group_settle(round, result, blockedBy, steps));
        }
        rounds = next;
    }
}
/** What an image stands on was made without a platform: then it is, too. @throws Failure where it cannot do without. */
function withoutParents(round, prepared) {
    const { run } = round.task;
    const { image } = run;
    const problems = image.parents.flatMap((id) => {
        const recipe = prepared.get(id)?.recipe;
        const made = recipe === undefined ? [] : build_group_wantedOf(recipe.image);
        const dropped = triedOf(round).filter((one) => made.includes(one) && !recipe?.platforms.includes(one));
        if (dropped.length === 0)
            return [];
        const message = `${id}, which it stands on, was made without ${dropped.join(', ')}. Leave ${dropped.length === 1 ? 'it' : 'them'} out of its platforms, or name ${dropped.length === 1 ? 'it' : 'them'} in platform_optional.`;
        return [{ station: 'build', about: id, platforms: dropped, message }];
    });
    if (problems.length === 0)
        return round;
    const failure = new errors/* Failure */.HR(problems);
    const dropped = (0,dropped_platforms/* platformsToDrop */.H8)(image, triedOf(round), failure);
    if (dropped === undefined)
        throw failure;
    (0,dropped_platforms/* noteDropped */.p8)(run.session, dropped, failure);
    return { ...round, without: [...round.without, ...dropped] };
}
const build_group_wantedOf = ({ part, platforms }) => part ?? platforms;
const triedOf = ({ task, without }) => build_group_wantedOf(task.run.image).filter((platform) => !without.includes(platform));
const isEmpty = (round) => triedOf(round).length === 0;
/** Undefined where the image is not built again. @param next parents that are. */
function nextRound(round, outcome, next, tasks) {
    const { task, build, exclude, without, earlier } = round;
    const images = tasks.map(({ run }) => run.image);
    const ancestors = (0,plan_plan/* ancestorsOf */.Gw)(images, task.run.image.id);
    const isFollowing = next.some((one) => ancestors.has(one.task.run.image.id));
    const again = isFollowing ? { task, build: build + 1, exclude, without } : undefined;
    switch (outcome.is) {
        case 'planned':
        case 'empty':
            return undefined;
        case 'blocked':
            return again;
        case 'failed':
            return earlier === undefined ? lessRound(round, outcome.failure) : undefined;
        case 'baked':
            return retryOf(round, outcome, isFollowing, tasks) ?? again;
    }
}
/** Without the optional platforms that alone failed. */
function lessRound(round, failure) {
    const dropped = (0,dropped_platforms/* platformsToDrop */.H8)(round.task.run.image, triedOf(round), failure);
    return dropped && without(round, dropped, failure);
}
function without({ task, build, exclude, without: before }, dropped, failure) {
    (0,dropped_platforms/* noteDropped */.p8)(task.run.session, dropped, failure);
    return { task, build: build + 1, exclude, without: [...before, ...dropped] };
}
/** Undefined where building again would change nothing. @param isFollowing what it stands on is built again anyway. */
function retryOf(round, outcome, isFollowing, tasks) {
    const { checked } = outcome;
    // Another way of compiling comes first: it may bring all platforms.
    const suspected = suspectedRound(round, outcome, checked.platforms, isFollowing, tasks);
    if (suspected !== undefined)
        return suspected;
    if (!(checked instanceof VerifyFailure) || round.earlier !== undefined)
        return undefined;
    const less = lessRound(round, checked);
    if (less !== undefined)
        return less;
    // Where others failed as well, those may pass in another way.
    const { optional = [] } = round.task.run.image;
    const required = checked.platforms.filter(({ platform }) => !optional.includes(platform));
    const dropped = (0,dropped_platforms/* failedOf */.ZA)(checked).filter((platform) => optional.includes(platform));
    const rest = dropped.length === 0 ? undefined : suspectedRound(round, outcome, required, isFollowing, tasks);
    return rest && { ...without(round, dropped, checked), exclude: rest.exclude };
}
/** @param verified results of the platforms that are looked at. */
function suspectedRound({ task, build, exclude, without: dropped, earlier }, outcome, verified, isFollowing, tasks) {
    if (task.resolved === undefined && task.offers.length === 0)
        return undefined;
    const { run } = task;
    const { session, policy, image } = run;
    const { checked } = outcome;
    const suspects = {
        attempts: outcome.attempts,
        restored: restoredOf(outcome.prepared),
        requirements: outcome.prepared.recipe.requirements,
    };
    // The pip of a custom Dockerfile compiles by itself what it is not offered.
    const { recipe } = outcome.prepared;
    const isOffer = (0,plan_recipe/* offersOf */.fI)(recipe).length > 0 && recipe.lock === undefined;
    const mayEmulate = policy.compile === 'auto' || (policy.compile === 'cross' && isOffer);
    const suspicion = suspicionOf(suspects, verified, mayEmulate);
    if (suspicion === undefined)
        return undefined;
    // With warnings alone it does; what stands on it would have to be built a third time where the second build fails.
    const isParent = tasks.some((one) => one.run.image.parents.includes(image.id));
    // Nor can it be published as it is where what it stands on will be another image: it is judged on that one.
    if (!(checked instanceof VerifyFailure) && (isParent || isFollowing))
        return undefined;
    const what = suspicionText(suspicion);
    session.world.log.warn(`${what} for ${suspicion.platforms.join(', ')}: ${suspicion.why}.`);
    for (const text of suspicionNotes(suspicion, suspects))
        (0,image_run/* note */.N)(run, text);
    session.journal.add({ is: 'suspected', build, suspicion });
    const retry = { task, build: build + 1, exclude: excluding(exclude, suspicion), without: dropped };
    if (!(checked instanceof VerifyFailure))
        return { ...retry, earlier: { baked: outcome, build, what } };
    return earlier === undefined ? retry : { ...retry, earlier };
}
/**
 * An image with warnings alone is published, whether or not another way of compiling is open to it.
 *
 * @param blockedBy a parent that is not published: what was compiled for the image is as right as without it.
 */
async function build_group_settle({ task, earlier }, outcome, blockedBy, steps) {
    const failure = failureOf(outcome);
    if (blockedBy !== undefined) {
        if (failure === undefined && outcome.is === 'baked')
            await saveOrNote(task.run, outcome, steps);
        return { is: 'blocked', by: blockedBy };
    }
    if (failure === undefined && outcome.is !== 'baked')
        return outcome;
    if (failure !== undefined && earlier === undefined)
        return { is: 'failed', failure };
    const { run } = task;
    if (failure !== undefined && earlier !== undefined) {
        run.session.journal.add({ is: 'chosen', build: earlier.build });
        (0,image_run/* note */.N)(run, `${earlier.what.toLowerCase()}: this failed, and the image with its warnings is published. ${failure.problems[0]?.message ?? ''}`);
    }
    const baked = failure === undefined ? outcome : earlier.baked;
    await saveOrNote(run, baked, steps);
    const { checked, folder, layouts } = baked;
    return { is: 'built', verified: checked, folder, layouts };
}
/** Wheels that cannot be saved keep no image from its tags. */
async function saveOrNote(run, baked, { save }) {
    try {
        await save(run, baked);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        (0,image_run/* note */.N)(run, `compiled wheels could not be saved, and will be compiled again: ${error.message}`);
    }
}
const failureOf = (outcome) => outcome.is === 'failed'
    ? outcome.failure
    : outcome.is === 'baked' && outcome.checked instanceof VerifyFailure
        ? outcome.checked
        : undefined;

;// CONCATENATED MODULE: ./lib/run/export-files.js
/** Puts the files that an image exports into the folder for them. */




/**
 * They are written before anything is published, so that no image is whose files are not there.
 *
 * @param folder of the bake run.
 * @param platforms that were made.
 * @throws Failure where a pattern names no file, or the folder cannot be written.
 */
async function export_files_exportFiles({ image, policy, session }, folder, platforms) {
    if (image.exports === undefined || policy.exportsFolder === undefined)
        return;
    const { files: disk } = session.world;
    const { exports: at } = (0,build_bake/* pathsOf */.wG)(image.id);
    const name = (0,plan_image/* nameOf */.Vb)(image);
    const taken = await (0,build_exports/* readExports */.IL)(session.world, (0,external_node_path_.join)(folder, at), name, platforms);
    const files = taken.map(({ from, ...file }) => {
        const inFolder = (0,external_node_path_.join)(name, file.platform.replaceAll('/', '_'), file.path);
        return { from, ...file, file: (0,external_node_path_.join)(policy.exportsFolder, inFolder) };
    });
    for (const { from, file } of files)
        await disk.replace(file, disk.bytes(from));
    session.journal.add({
        is: 'exported',
        folder: policy.exportsFolder,
        files: files.map(({ from: _from, ...file }) => file),
    });
}

;// CONCATENATED MODULE: ./lib/run/parents-to-make.js
/**
 * A builder need not see what the engine stores: what an image stands on is built with it, mostly out of the builder's
 * cache. Gives those that would be left alone otherwise, each with the images that it is built for.
 *
 * @param images parents first.
 */
function parentsToMake(images, isMade) {
    const needed = new Map();
    for (const { id } of images.toReversed()) {
        if (isMade(id))
            continue;
        const children = images.filter((one) => one.parents.includes(id) && (isMade(one.id) || needed.has(one.id)));
        if (children.length > 0)
            needed.set(id, children.map((child) => child.id));
    }
    return needed;
}

// EXTERNAL MODULE: ./lib/dockerfile/scope.js
var dockerfile_scope = __webpack_require__(40102);
// EXTERNAL MODULE: ./lib/dockerfile/stages.js
var stages = __webpack_require__(83407);
// EXTERNAL MODULE: ./lib/dockerfile/words.js + 1 modules
var dockerfile_words = __webpack_require__(15743);
;// CONCATENATED MODULE: ./lib/dockerfile/starts.js
/** Reads the command of a custom Dockerfile's image from its text: the build that runs the checks cannot see it. */





/**
 * Rules: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact", "WORKDIR". An ENTRYPOINT resets the CMD of the
 * parent image.
 *
 * @param parent command of the image under the last stage, where it is known.
 */
function readStarts(text, buildArguments, platform, parent = { entrypoint: [], cmd: [], folder: '/' }) {
    const file = (0,dockerfile_instructions/* readInstructions */.KK)(text);
    const { escape } = file;
    const globals = (0,dockerfile_scope/* globalScope */.gm)((0,stages/* globalArguments */.yZ)(file), buildArguments, platform, escape);
    const chain = chainOf((0,stages/* readStages */.ir)(file, globals));
    let scope;
    let [entrypoint, cmd, folder, shell] = [parent.entrypoint, parent.cmd, parent.folder, defaultShell];
    for (const { base, instructions } of chain) {
        scope = scope?.derived() ?? (0,dockerfile_scope/* stageScope */.LU)(globals, buildArguments, base.kind !== 'scratch', escape);
        let setsCmd = false;
        for (const instruction of instructions) {
            const { keyword, rest } = instruction;
            scope.add(instruction);
            switch (keyword) {
                case 'SHELL':
                    shell = (0,dockerfile_instructions/* jsonWords */.WY)(rest) ?? shell;
                    break;
                case 'WORKDIR':
                    // A path with an unknown variable leaves the folder as it is.
                    folder = external_node_path_.posix.resolve('/', folder, (0,dockerfile_words/* expand */.fT)((0,dockerfile_words/* words */.aL)(rest, escape).join(' '), scope.get, escape) ?? '');
                    break;
                case 'ENTRYPOINT':
                    entrypoint = (0,dockerfile_instructions/* jsonWords */.WY)(rest) ?? [...shell, rest];
                    if (!setsCmd)
                        cmd = [];
                    break;
                case 'CMD':
                    cmd = (0,dockerfile_instructions/* jsonWords */.WY)(rest) ?? [...shell, rest];
                    setsCmd = true;
                    break;
                default:
            }
        }
    }
    return { entrypoint, cmd, folder };
}
const defaultShell = ['/bin/sh', '-c'];
function chainOf(stages) {
    const chain = [];
    for (let stage = stages.at(-1); stage !== undefined;) {
        chain.unshift(stage);
        stage = stage.base.kind === 'stage' ? stages[stage.base.index] : undefined;
    }
    return chain;
}

;// CONCATENATED MODULE: ./lib/observe/starts.js
/** Finds what a container of a custom Dockerfile's image starts, with the configuration of the image below it. */





/**
 * Asks a registry only where the Dockerfile leaves the ENTRYPOINT to its base.
 *
 * @param parent what the image under the last stage starts, where that one is of the same plan.
 */
async function startsOf(reader, { text, standsOn }, { content, platforms, checks }, verify, parent) {
    const given = content.kind === 'dockerfile' ? content.arguments : {};
    const [platform] = platforms;
    const starts = readStarts(text, given, platform);
    const known = starts.entrypoint.length > 0 || verify === 'off' || checks.python !== undefined;
    if (known || platform === undefined)
        return starts;
    const below = await (parent?.(platform) ?? (standsOn && startsOfImage(reader, standsOn, platform)));
    return below === undefined ? starts : readStarts(text, given, platform, below);
}
/** Undefined where no registry has it: then the Dockerfile and PATH lead to the Python. */
async function startsOfImage(reader, { repository, digest, platforms }, platform) {
    try {
        const at = platforms.find((one) => one.platform === platform)?.digest ?? digest;
        const manifest = await reader.getManifest(repository, at);
        const config = manifest && (0,registry_manifest/* readContent */.c_)(manifest.bytes).config;
        const bytes = config && (await reader.getBlob(repository, config.digest));
        const runs = bytes && (0,image_config/* readConfig */.X)(bytes).config;
        if (!runs)
            return undefined;
        return { entrypoint: runs.Entrypoint ?? [], cmd: runs.Cmd ?? [], folder: runs.WorkingDir || '/' };
    }
    catch (error) {
        // A registry that is unreachable for now must not lead the checks to another Python.
        const isLasting = error instanceof errors/* Failure */.HR && !(error instanceof registry_errors/* RegistryProblem */.Ne && error.temporary);
        if (!isLasting && !(error instanceof SyntaxError))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/run/starts.js


/**
 * Undefined for an image without a custom Dockerfile.
 *
 * @param tasks images that are built, among them those that this one stands on.
 * @param placesOf what the repositories hold of one that is not.
 */
async function startsInGroup({ session, policy, image }, { custom }, tasks, placesOf) {
    if (custom === undefined)
        return undefined;
    const { reader } = await session.registries();
    const parents = image.content.kind === 'dockerfile' ? image.content.parents : {};
    const parent = custom.parent === undefined ? undefined : parents[custom.parent];
    if (parent === undefined)
        return startsOf(reader, custom, image, policy.verify);
    const task = tasks.find(({ run }) => run.image.id === parent);
    return startsOf(reader, custom, image, policy.verify, (platform) => task === undefined
        ? startsOfHeld(reader, placesOf(parent), platform)
        : startsOfTask(reader, task, platform));
}
/** A rendered image starts its command, and what its base starts where it has none. */
async function startsOfTask(reader, { run, base, starts }, platform) {
    const { content } = run.image;
    if (content.kind === 'dockerfile')
        return starts;
    const below = await startsOfImage(reader, base, platform);
    if (content.command === undefined)
        return below;
    return { entrypoint: [], folder: '/', ...below, cmd: content.command };
}
async function startsOfHeld(reader, [place], platform) {
    if (place?.held.is !== 'present')
        return undefined;
    const { bytes, digest } = place.held.index;
    const image = { repository: place.repository, digest, platforms: (0,registry_manifest/* platformsOf */.Wt)(bytes) };
    return startsOfImage(reader, image, platform);
}

;// CONCATENATED MODULE: ./lib/run/run-group.js
/** The images of one group: observe, decide, then keep, retag, sign, rebase or build. The order of the stations is here and nowhere else. */






























/**
 * A failure ends its image and blocks those that stand on it; the journal has it. Rejects only when interrupted, or for a
 * mistake of this program.
 *
 * @param runs parents first.
 * @returns images that failed, and those that stand on them.
 */
async function runGroup(runs, session) {
    const ended = new Map();
    const known = new Map();
    await inOrder(runs, ended, async (run) => {
        known.set(run.image.id, await decideImage(run, known));
    });
    makeParents(runs, known);
    const making = () => runs.filter(({ image }) => (known.get(image.id)?.toMake ?? []).length > 0);
    await inOrder(runs, ended, async (run) => {
        const { decided, toMake } = known.get(run.image.id);
        if ((0,plan_policy/* pushes */.PN)(run.policy) && !run.policy.dryRun) {
            await probeWrites(run, decided);
            await retag(run, decided);
            await signUnsigned(run, decided);
        }
        // What ends the run later has nothing to do with an image that is left as it is.
        if (toMake.length === 0)
            run.session.journal.add({ is: 'done' });
    });
    await inOrder(making(), ended, async (run) => {
        const { id } = run.image;
        const isParent = runs.some(({ image }) => image.parents.includes(id));
        known.set(id, await rebaseOrBuild(run, known.get(id), isParent));
    });
    const tasks = [];
    await inOrder(making(), ended, async (run) => {
        const { observed, decided } = known.get(run.image.id);
        const task = await taskOf(run, observed, decided);
        const starts = await startsInGroup(run, observed, tasks, (id) => known.get(id)?.places ?? []);
        const advice = await adviseMade(run, task.observed, task.resolved);
        tasks.push({ ...task, starts, ...(0,defined/* defined */.s)({ advice }) });
    });
    // Who was ready first is not who comes first.
    const ordered = runs.flatMap((run) => tasks.find((task) => task.run === run) ?? []);
    const outcomes = await buildGroup(session, ordered, (run, prepared) => parentsOf(run, known.get(run.image.id).observed, known, prepared));
    await inOrder(making(), ended, async (run) => {
        const task = tasks.find((one) => one.run === run);
        const parents = runs.filter(({ image }) => run.image.parents.includes(image.id));
        const under = parentsOf(run, task.observed, known, new Map());
        await handOn(task, outcomes.get(run.image.id), {
            repositories: parents.map(({ image }) => image.repositories[0]),
            called: task.observed.custom?.parent && (0,observe_image/* calledIn */.PE)(under, task.observed.custom.parent),
        });
        run.session.journal.add({ is: 'done' });
    });
    return ended;
}
/** Looks at an image and decides, and does no more. @param parents what is known of images that it stands on. */
async function decideImage(run, parents = new Map()) {
    const observed = await look(run);
    const under = parentsOf(run, observed, parents, new Map());
    const named = observed.custom?.parent;
    if (named !== undefined)
        run.session.journal.add({ is: 'base', of: 'dockerfile', base: { reference: (0,observe_image/* calledIn */.PE)(under, named) } });
    const decided = await decidePlaces(run, observed, under);
    return { image: run.image, observed, decided, places: decided, toMake: placesToMake(decided) };
}
/** Asks whoever must be asked before anything is decided. */
async function look(run) {
    const { session, policy } = run;
    const { world, journal } = session;
    if (policy.target.kind === 'layout')
        await requireLayoutFolder(world, layoutFolder(run, policy.target.folder));
    return (0,report_journal/* timed */.ay)({ journal, clock: world.clock }, 'plan', 'ask the registries', async () => {
        const observed = await (0,run_observe/* observe */.lB)(run, await (0,run_observe/* observeImagePlaces */.YF)(run));
        if (!(0,plan_policy/* needsTodaysBase */.br)(policy))
            return observed;
        return (0,dropped_platforms/* retryWithFewerPlatforms */.KT)(run.image, [], async (dropped) => {
            const left = withDropped(observed, dropped);
            await (0,run_observe/* baseOf */.bx)(run, left);
            return left;
        }, (more, failure) => (0,dropped_platforms/* noteDropped */.p8)(session, more, failure));
    });
}
/**
 * Puts an image onto its new base where that is all that it needs, in every repository; else it is to be built in all of
 * them.
 *
 * @returns what is known of it now.
 */
async function rebaseOrBuild(run, known, isParent) {
    const { observed, decided } = known;
    const actions = new Set(decided.map(({ decision }) => decision.do));
    if (!actions.has('rebase'))
        return known;
    if (actions.has('build')) {
        (0,image_run/* note */.N)(run, 'another repository needs a build: where a new base alone would have been enough, that build is published too');
    }
    else if (await rebase(run, observed, decided)) {
        // What stands on it pulls what is there now; a dry run moves nothing.
        const places = isParent && !run.policy.dryRun ? await (0,run_observe/* observeAgain */.pC)(run.session, run.image) : observed.places;
        run.session.journal.add({ is: 'done' });
        return { ...known, places, toMake: [] };
    }
    const instead = buildInstead(run, decided);
    return { ...known, decided: instead, places: instead, toMake: placesToMake(instead) };
}
/** Where images go into the engine's store, what those that are made stand on is made with them. */
function makeParents(runs, known) {
    const isMade = (id) => (known.get(id)?.toMake ?? []).length > 0;
    const needed = parentsToMake(runs.map(({ image }) => image), isMade);
    for (const run of runs) {
        const children = needed.get(run.image.id);
        const own = known.get(run.image.id);
        if (run.policy.target.kind !== 'engine' || children === undefined || own === undefined)
            continue;
        const decision = { do: 'build', because: { kind: 'child-built', children } };
        for (const { repository } of own.decided) {
            noteDecision(run, repository, decision);
            run.session.world.log.info(`build    because ${(0,reason/* reasonText */.uV)(decision, '')}`);
        }
        const decided = own.decided.map((place) => ({ ...place, decision }));
        known.set(run.image.id, { ...own, decided, toMake: decided });
    }
}
/** Several images have a folder each. */
const layoutFolder = ({ image, alone }, folder) => alone ? folder : (0,external_node_path_.join)(folder, image.id);
async function taskOf(run, observed, decided) {
    const { session, policy } = run;
    const { world } = session;
    if (policy.target.kind === 'layout' && !policy.dryRun)
        await makeLayoutFolder(world, layoutFolder(run, policy.target.folder));
    const unset = session.unsetVariables;
    if (unset.length > 0)
        (0,image_run/* note */.N)(run, `verify_env: ${unset.join(', ')} ${unset.length === 1 ? 'is' : 'are'} not set in this environment, and the checks run without`);
    const task = async (dropped) => {
        const left = withDropped(observed, dropped);
        const base = await (0,run_observe/* checksBaseOf */.kN)(run, left);
        const resolved = await lockImage(run, left, base);
        return { run, observed: left, decided, base, resolved, offers: await lockOffers(run, left) };
    };
    const tasked = () => (0,dropped_platforms/* retryWithFewerPlatforms */.KT)(run.image, observed.dropped ?? [], task, (more, failure) => (0,dropped_platforms/* noteDropped */.p8)(session, more, failure));
    // A group without a line would stand in the log of every image that is none of Python.
    return run.image.content.packages === undefined ? tasked() : world.log.group('lock', tasked);
}
const withDropped = (observed, dropped) => dropped.length === 0 ? observed : { ...observed, dropped };
/** @throws Failure of the build, of a registry, or of the folder. */
async function handOn(task, outcome, parents) {
    const { run, observed, decided } = task;
    const base = observed.custom?.standsOn ?? task.base;
    const { session, policy } = run;
    const { world, journal } = session;
    switch (outcome.is) {
        case 'planned':
        case 'blocked':
            return;
        case 'empty':
            journal.add({ is: 'empty' });
            return;
        case 'failed':
            throw outcome.failure;
        case 'built':
            break;
    }
    const { verified, folder, layouts } = outcome;
    await adviseAgain(run, observed, task.resolved, task.advice);
    const { index } = verified.content;
    const { reader } = await session.registries();
    journal.add({ is: 'built', digest: index.digest });
    const { target } = policy;
    if (target.kind !== 'engine' && (0,build_record/* readBuildRecord */.mx)((0,registry_manifest/* readContent */.c_)(index.bytes).annotations ?? {}) === undefined) {
        (0,image_run/* note */.N)(run, 'the builder left out the annotations, which say what the image is made of: the next run cannot compare and will build again. Name another one in the input builder');
    }
    const under = parents.called === undefined ? base : await publishedBase(run, parents.called);
    await noteSizes(run, under, index, contentReader(verified.content, reader));
    await export_files_exportFiles(run, folder, verified.recipe.platforms);
    const clock = { journal, clock: world.clock };
    if (target.kind === 'trial' || (target.kind === 'push' && run.image.part === undefined)) {
        const places = target.kind === 'trial' ? observed.places : placesToMake(decided);
        await noteDifferences(run, places, index, contentReader(verified.content, reader));
    }
    if (target.kind === 'push' && run.image.part !== undefined) {
        const layersIn = [base.repository, ...parents.repositories];
        await (0,report_journal/* timed */.ay)(clock, 'publish', 'push', () => pushPart(run, placesToMake(decided), verified, layersIn));
        return;
    }
    if (target.kind === 'push') {
        await world.log.group('publish', () => (0,report_journal/* timed */.ay)(clock, 'publish', 'push', () => publishPlaces(run, placesToMake(decided), verified, [base.repository, ...parents.repositories])));
        return;
    }
    if (target.kind === 'nowhere' || target.kind === 'trial')
        return;
    if (target.kind === 'engine') {
        await (0,report_journal/* timed */.ay)(clock, 'publish', 'load into the engine', () => loadImage(world, session.env, layouts[0].path));
        return;
    }
    const output = layoutFolder(run, target.folder);
    await (0,report_journal/* timed */.ay)(clock, 'publish', 'write the layout', () => writeLayout(world, { verified, layouts, output }));
    journal.add({ is: 'written', folder: output });
}
/** The image of the group that one stands on, once it is published; undefined where nothing is. */
async function publishedBase({ session, policy }, called) {
    const reference = (0,registry_reference/* parseReference */.F2)(called);
    if (!(0,plan_policy/* pushes */.PN)(policy) || !reference.ok || reference.value.tag === undefined)
        return undefined;
    const { repository, tag } = reference.value;
    const { client } = await session.registries();
    const index = await client.getManifest(repository, tag);
    return index && { repository, platforms: (0,registry_manifest/* platformsOf */.Wt)(index.bytes) };
}
/** Images of the group that one stands on, as they are by now. @param prepared those that are built in this run. */
function parentsOf({ image: { content }, policy }, { published }, known, prepared) {
    const parents = content.kind === 'dockerfile' ? content.parents : {};
    const inGroup = Object.entries(parents).map(([reference, id]) => [reference, parentOf(id, known.get(id), policy, prepared.get(id))]);
    return { ...published, ...Object.fromEntries(inGroup) };
}
function parentOf(id, known, policy, prepared) {
    const { toMake, image } = known;
    const changes = toMake.length > 0;
    const named = { id, name: String(id), called: (0,names_reference/* taggedText */.Ms)(image.repositories[0], image.tags.exact) };
    if (prepared !== undefined)
        return { ...named, changes, key: prepared.fingerprint };
    const [place] = known.places;
    if (changes || place?.held.is !== 'present' || !(0,plan_policy/* compares */.tk)(policy))
        return { ...named, changes };
    const { index, record } = place.held;
    const key = record === undefined ? index.digest : (0,plan_fingerprint/* fingerprintHash */.jS)(record.fingerprint);
    if (policy.target.kind === 'engine')
        return { ...named, changes, key };
    return { ...named, changes, key, reference: `${(0,names_reference/* repositoryText */.g_)(place.repository)}@${index.digest}` };
}

;// CONCATENATED MODULE: ./lib/run/merge-parts.js
/** Publishes an image whose parts other runs built, checked, and pushed under no tag. */




















/**
 * Nothing is built or run: each part was checked before it was pushed. What a registry holds of the parts is looked at
 * before any tag moves.
 *
 * @param reports of the runs that made parts; of one part, the last counts.
 * @throws Failure where a part is missing, or was made of something else than the others.
 */
async function mergeParts(run, reports) {
    const { session, image } = run;
    const { world, journal } = session;
    if (reports.length > 0 && reports.every(({ push }) => !push)) {
        journal.add({ is: 'left', because: 'its platforms were made without being pushed' });
        return;
    }
    const { observed, decided } = await decideImage(run);
    const places = placesToMake(buildInstead(run, decided));
    const [first] = places;
    if (first !== undefined) {
        const { parts, missing } = merge_parts_partsOf(image, reports);
        for (const one of missing)
            (0,dropped_platforms/* noteDropped */.p8)(session, one.platforms, one);
        const platforms = image.platforms.filter((platform) => parts.some(({ made }) => made.includes(platform)));
        const clock = { journal, clock: world.clock };
        const found = await (0,report_journal/* timed */.ay)(clock, 'publish', 'look at the parts', () => (0,errors/* gather */.kg)(places.map(({ repository }) => partsIn(run, repository, parts))));
        const { reader } = await session.registries();
        const index = indexOf(image, platforms, found[0]);
        const content = (0,registry_content/* contentOf */.$E)(reader, first.repository, index, world.files);
        journal.add({ is: 'merged', parts });
        journal.add({ is: 'built', digest: index.digest });
        const { repository } = observed.custom?.standsOn ?? (await (0,run_observe/* checksBaseOf */.kN)(run, observed));
        await noteDifferences(run, places, index, contentReader(content, reader));
        const verified = verifiedParts({ image, platforms }, content);
        await world.log.group('publish', () => (0,report_journal/* timed */.ay)(clock, 'publish', 'push', () => publishPlaces(run, places, verified, [repository])));
    }
    await retag(run, decided);
    await signUnsigned(run, decided);
    journal.add({ is: 'done' });
}
/** @throws Failure with every platform that is in no part, and that the image cannot do without. */
function merge_parts_partsOf({ platforms, optional = [] }, reports) {
    const parts = new Map();
    for (const report of reports) {
        const { part, missing = [] } = report;
        if (part === undefined)
            continue;
        const made = part.filter((platform) => !missing.some((one) => one.platform === platform));
        parts.set(part.join(' '), { ...report, part, made });
    }
    const pushed = [...parts.values()].filter(({ outcome }) => outcome === 'pushed');
    const missing = platforms
        .filter((platform) => !pushed.some(({ made }) => made.includes(platform)))
        .map((platform) => ({
        platforms: [platform],
        problems: merge_parts_problemsOf(platform, [...parts.values()].find(({ part }) => part.includes(platform))),
    }));
    const needed = missing.filter((one) => !one.platforms.every((platform) => optional.includes(platform)));
    if (needed.length > 0)
        throw new errors/* Failure */.HR(needed.flatMap(({ problems }) => problems));
    return { parts: pushed, missing };
}
function merge_parts_problemsOf(platform, report) {
    const known = report?.missing?.find((one) => one.platform === platform)?.problems;
    return known ?? [{ station: 'build', about: platform, message: whyMissing(platform, report) }];
}
function whyMissing(platform, report) {
    const next = 'The next plan makes the image again.';
    if (report === undefined)
        return `No job reported ${platform}: it was cancelled, or ended before it could. Look at its log. ${next}`;
    switch (report.outcome) {
        case 'failed':
            return `${platform} was not made: ${report.problems[0]?.message ?? report.reason}`;
        case 'kept':
            return `The job of ${platform} left the image as it was, while others made it anew. ${next}`;
        default:
            return `${platform} was not pushed: ${report.reason}. ${next}`;
    }
}
/** @throws Failure with every part that is not whole, or not made of the same as the first. */
async function partsIn({ session, image }, repository, parts) {
    const { client } = await session.registries();
    const about = (0,names_reference/* repositoryText */.g_)(repository);
    const found = await (0,errors/* gather */.kg)(parts.map(async ({ made: part, destinations }) => {
        const wrong = (what) => new errors/* Failure */.HR([
            {
                station: 'registry',
                about,
                message: `The part of ${(0,names_reference/* taggedText */.Ms)(repository, image.tags.exact)} for ${part.join(', ')} ${what}. The next plan makes the image again.`,
            },
        ]);
        const digest = pushedTo(destinations, about);
        if (digest === undefined)
            throw wrong(`was not pushed to ${about}`);
        const index = await client.getManifest(repository, digest);
        if (index === undefined)
            throw wrong(`is gone, ${digest}: something removes what has no tag while images are made`);
        const held = (0,registry_manifest/* platformsOf */.Wt)(index.bytes).map(({ platform }) => platform);
        const fingerprint = (0,build_record/* readBuildRecord */.mx)((0,registry_manifest/* readContent */.c_)(index.bytes).annotations ?? {})?.fingerprint;
        if (fingerprint === undefined || part.some((platform) => !held.includes(platform)))
            throw wrong(`is another image, ${digest}`);
        const lacking = await (0,observe_repository/* lackingOf */.zb)(client, repository, index);
        if (lacking.length > 0)
            throw wrong(`lacks ${lacking.join(', ')}`);
        return { part, index, fingerprint };
    }));
    const [first, ...others] = found;
    const problems = others.flatMap((other) => (0,plan_fingerprint/* fingerprintHash */.jS)(other.fingerprint) === (0,plan_fingerprint/* fingerprintHash */.jS)(first.fingerprint)
        ? []
        : [{ station: 'build', about, message: differenceText(first, other) }]);
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    return found;
}
function pushedTo(destinations, repository) {
    const pushed = destinations.find((one) => one.repository === repository)?.pushed;
    const digest = (0,names_reference/* parseDigest */.m)(pushed ?? '');
    return digest.ok ? digest.value : undefined;
}
function differenceText(one, other) {
    const [before, now] = [one.fingerprint, other.fingerprint];
    const changes = [
        ...(0,compare/* changedRequirements */.th)(before.requirements, now.requirements).map(({ name, from = 'none', to = 'none' }) => `${name} ${from} and ${to}`),
        ...(0,compare/* movedBases */.gG)(before.bases, now.bases).map(({ reference }) => `the base ${reference}`),
        ...[(0,compare/* partsText */._r)((0,compare/* changedParts */.Ty)(before, now))].filter(Boolean),
    ];
    const what = changes.length === 0 ? 'other files of the same versions' : changes.join(', ');
    return `${one.part.join(', ')} and ${other.part.join(', ')} were made of different things: ${what}. Something was released while the jobs ran: the next plan makes the image again.`;
}
/** Annotations are those of every part; an image is as old as the oldest of them. */
function indexOf(image, platforms, parts) {
    const annotations = parts.map(({ index }) => (0,registry_manifest/* readContent */.c_)(index.bytes).annotations ?? {});
    const missing = image.platforms.filter((platform) => !platforms.includes(platform));
    const [created] = annotations.flatMap((one) => one[plan_fingerprint/* createdKey */.Yw] ?? []).toSorted();
    return combinedIndex(parts.map(({ index, part }) => ({ index, platforms: part })), platforms, {
        ...annotations[0],
        ...(missing.length > 0 && { [plan_labels/* missingKey */.aV]: missing.join(',') }),
        ...(0,defined/* defined */.s)({ [plan_fingerprint/* createdKey */.Yw]: created }),
    });
}

;// CONCATENATED MODULE: ./lib/run/limits.js
/** When no further group of images is begun. */
function limitedRun({ failFast, until }) {
    let hasFailed = false;
    let longest = 0;
    return {
        whyNot(now) {
            if (failFast && hasFailed)
                return 'another image failed, and fail_fast is "true"';
            if (until === undefined || now + longest <= until)
                return undefined;
            return 'it would not have been done within time_budget: the next run makes it';
        },
        ended({ failed, begun, now }) {
            hasFailed ||= failed;
            longest = Math.max(longest, now - begun);
        },
    };
}

;// CONCATENATED MODULE: ./lib/run/run-plan.js
/** Every image of a plan, group by group. */









/**
 * What becomes of each image is in the journal. What is no Failure ends the plan: no other group is begun then, and all
 * that was begun has ended before this throws.
 *
 * @param concurrency so many groups at once.
 * @throws Interrupted.
 */
async function runPlan(session, plan, concurrency, limits = { failFast: false }) {
    const { clock } = session.world;
    await askForAll(session, plan, concurrency);
    const { whyNot, ended } = limitedRun(limits);
    await eachGroup(session, plan, concurrency, async (runs, group) => {
        const because = whyNot(clock.now());
        if (because !== undefined) {
            for (const run of runs)
                run.session.journal.add({ is: 'left', because });
            return;
        }
        const begun = clock.now();
        const { size } = await runGroup(runs, group);
        ended({ failed: size > 0, begun, now: clock.now() });
    });
}
/** Publishes every image of a plan of its parts. @param reportsOf an image, by those who made parts. @throws Interrupted. */
const mergePlan = (session, plan, concurrency, reportsOf) => eachGroup(session, plan, concurrency, (runs) => inOrder(runs, new Map(), (run) => mergeParts(run, reportsOf(run.image))));
/**
 * Decides about every image of a plan, each of which stands for itself, and does no more.
 *
 * @throws Interrupted.
 */
async function decidePlan(session, plan, concurrency) {
    await askForAll(session, plan, concurrency);
    const decided = new Map();
    await eachGroup(session, plan, concurrency, async ([run]) => {
        const { id } = run.image;
        try {
            decided.set(id, (await decideImage(run)).decided);
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            decided.set(id, error);
        }
    });
    return decided;
}
const notBegun = 'the run was ended before it was begun: the next run makes it';
async function eachGroup(session, plan, concurrency, work) {
    const alone = plan.images.length === 1;
    const errors = [];
    await (0,p_map["default"])((0,plan_plan/* groupsOf */.c1)(plan.images), async (images) => {
        const runs = images.map((image) => ({
            session: sessionOf(session, image.id, alone),
            policy: (0,plan_plan/* policyFor */.KV)(plan, image.id),
            image,
            alone,
        }));
        if (errors.length > 0) {
            for (const { session: ofImage } of runs)
                ofImage.journal.add({ is: 'left', because: notBegun });
            return;
        }
        const ids = images.map(({ id }) => id).join(', ');
        const group = alone ? session : { ...session, world: worldOf(session.world, ids) };
        await work(runs, group).catch((error) => void errors.push(error));
    }, { concurrency });
    // A mistake of this program says more than the interruption that came with it.
    const error = errors.find((one) => !(one instanceof ports/* Interrupted */.j)) ?? errors[0];
    if (error !== undefined)
        throw error;
}
/** The session with the image's own journal; among several images, its lines in the log begin with its id. */
const sessionOf = (session, id, alone) => ({
    ...session,
    journal: session.journalOf(id),
    ...(alone ? {} : { world: worldOf(session.world, id) }),
});
const worldOf = (world, name) => ({ ...world, log: logOf(world.log, name) });
/** Groups of lines would contain each other's lines: here their titles are lines. */
function logOf(log, name) {
    const named = (text) => `${name}: ${text}`;
    return {
        ...log,
        group: (title, body) => {
            log.info(named(title));
            return body();
        },
        info: (text) => log.info(named(text)),
        warn: (text) => log.warn(named(text)),
        debug: (text) => log.debug(named(text)),
    };
}


/***/ }),

/***/ 79087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./lib/build/bake.js
var bake = __webpack_require__(18839);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/advisories/osv.js + 1 modules
var osv = __webpack_require__(71032);
// EXTERNAL MODULE: ./lib/build/builder.js
var build_builder = __webpack_require__(87159);
// EXTERNAL MODULE: ./lib/build/client-config.js
var client_config = __webpack_require__(68896);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
// EXTERNAL MODULE: ./lib/build/buildx.js
var build_buildx = __webpack_require__(44258);
// EXTERNAL MODULE: ./lib/build/failure.js
var failure = __webpack_require__(46194);
// EXTERNAL MODULE: ./lib/build/local-output.js
var local_output = __webpack_require__(54221);
// EXTERNAL MODULE: ./lib/build/programs.js
var build_programs = __webpack_require__(75519);
;// CONCATENATED MODULE: ./lib/build/facts.js
/** Reads the facts of a base image on each platform, without running it there. */








/**
 * Facts of each platform of a base. They are cached: a digest always means the same files.
 *
 * @param beside is done while the builder pulls the base, where it must be read.
 */
async function readFacts(world, buildx, base, platforms, programs, cache, beside) {
    const ignoreRefusal = (0,file_failure/* unlessRefused */.J0)(cache.refused);
    const cached = await Promise.all(platforms.map(async (platform) => {
        const path = cacheFile(cache.folder, base, platform);
        const text = await world.files.read(path).catch(ignoreRefusal);
        return text === undefined ? undefined : parseFacts(text);
    }));
    const missing = platforms.filter((_, index) => cached[index] === undefined);
    const read = missing.length === 0 ? [] : await readFresh(world, buildx, base, missing, programs, beside);
    for (const facts of read) {
        const path = cacheFile(cache.folder, base, facts.platform);
        await world.files.write(path, JSON.stringify(facts)).catch(ignoreRefusal);
    }
    const all = new Map([...cached, ...read].flatMap((facts) => (facts === undefined ? [] : [[facts.platform, facts]])));
    return platforms.map((platform) => {
        const facts = all.get(platform);
        if (facts !== undefined)
            return facts;
        const message = `The builder read nothing of the base image ${base.reference} for ${platform}. Try another builder.`;
        throw new errors/* Failure */.HR([{ station: 'build', about: base.reference, platforms: [platform], message }]);
    });
}
/** A file that another run left half written is read from the image again. */
function parseFacts(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const cacheFile = (cache, base, platform) => (0,external_node_path_.join)(cache, 'facts-3', base.digest.replace(':', '-'), `${platform.replaceAll('/', '-')}.json`);
async function readFresh(world, buildx, base, platforms, programs, beside) {
    const folder = await world.files.temporary('facts');
    const besideFolder = 'beside';
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
            ...(beside && {
                beside: {
                    context: `./${besideFolder}`,
                    dockerfile: 'Dockerfile',
                    target: beside.stage,
                    contexts: { programs: `./${besideFolder}/programs` },
                    args: { PUBLISH_BASE: `${base.reference}@${base.digest}` },
                    output: ['type=cacheonly'],
                },
            }),
        },
    };
    const more = beside && { Dockerfile: beside.dockerfile, ...beside.programs };
    for (const [name, text] of Object.entries(more ?? {}))
        await world.files.write((0,external_node_path_.join)(folder, besideFolder, name), text);
    await world.files.write((0,external_node_path_.join)(folder, 'docker-bake.json'), (0,bake/* bakeText */.HM)(bakefile));
    await world.files.write((0,external_node_path_.join)(folder, 'facts.Dockerfile'), (0,build_programs/* program */.DM)(programs, 'facts.Dockerfile'));
    await world.files.write((0,external_node_path_.join)(folder, 'programs', 'facts.py'), (0,build_programs/* program */.DM)(programs, 'facts.py'));
    const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, { folder, targets: Object.keys(bakefile.target) });
    if (ran.code !== 0) {
        throw new errors/* Failure */.HR([
            await (0,failure/* buildProblem */.U)(world, {
                ran,
                about: base.reference,
                what: `the base image ${base.reference} could not be read`,
                base: base.reference,
                asksIndex: false,
            }),
        ]);
    }
    const read = await (0,local_output/* readPerPlatform */.v)(world, (0,external_node_path_.join)(folder, 'out'), 'facts.json', platforms);
    return read.map(({ platform, text }) => ({
        ...JSON.parse(text),
        platform,
    }));
}

// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/observe/observe.js
var observe = __webpack_require__(66104);
// EXTERNAL MODULE: ./lib/report/journal.js
var report_journal = __webpack_require__(78201);
// EXTERNAL MODULE: ./lib/wheel-cache/open.js + 2 modules
var wheel_cache_open = __webpack_require__(26686);
// EXTERNAL MODULE: ./lib/session/builder.js
var session_builder = __webpack_require__(99891);
;// CONCATENATED MODULE: ./lib/session/cache.js
function openCache({ log }, journal, folder) {
    let noted = false;
    return {
        folder,
        refused: ({ fact }) => {
            log.debug(`no cache: ${fact}`);
            if (noted)
                return;
            noted = true;
            journal.add({
                is: 'note',
                text: `there is no cache, so that the next run fetches and reads everything again: ${fact}. XDG_CACHE_HOME, on a runner RUNNER_TOOL_CACHE, names another place`,
            });
        },
    };
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/names/build-secret.js
/** The secret as `--secret` of buildx and `secret` of a bake file take it. */
const buildxSecret = ({ id, from }) => from.kind === 'file' ? `id=${id},src=${from.path}` : `id=${id},env=${from.name}`;

// EXTERNAL MODULE: ./lib/package-index/netrc.js
var package_index_netrc = __webpack_require__(88289);
;// CONCATENATED MODULE: ./lib/session/index-access.js
/** Access to package indexes: credentials and certificates, for this process and for the build stages. */






/**
 * Credentials come in as the secret with the id `netrc`, a file or an environment variable in the form of a netrc file,
 * with a line for each index: the same that pip reads inside the build. A CA bundle adds to the certificates that are
 * trusted anyway: programs that read a single file get one with all of them.
 *
 * @throws Failure when a file or a variable is missing.
 */
async function indexAccess(world, inputs) {
    const caBundle = inputs.caBundle === undefined ? undefined : await wholeTrust(world, inputs.caBundle);
    const trusted = (0,defined/* defined */.s)({ caBundle });
    const ofIndex = caBundle === undefined ? [] : [{ id: 'ca_bundle', from: { kind: 'file', path: caBundle } }];
    const secrets = [...inputs.secrets.map((secret) => absolute(world, secret)), ...ofIndex].map(buildxSecret);
    const given = inputs.secrets.find(({ id }) => id === 'netrc');
    if (given === undefined)
        return { authOf: () => undefined, ...trusted, secrets };
    const { from } = given;
    const text = from.kind === 'file' ? await world.files.read(from.path) : world.env[from.name];
    if (text === undefined) {
        const where = from.kind === 'file' ? `file "${from.path}"` : `environment variable "${from.name}"`;
        throw new errors/* Failure */.HR([
            {
                station: 'input',
                about: 'secrets',
                message: `The secret "netrc" is not there: there is no ${where}.`,
            },
        ]);
    }
    const netrc = (0,external_node_path_.join)(await world.files.temporary('netrc'), 'netrc');
    await world.files.write(netrc, text, 0o600);
    const authOf = (url) => {
        const { host, hostname } = new URL(url);
        const entry = (0,package_index_netrc/* parseNetrc */.Q)(text, hostname);
        return entry && { host, ...entry };
    };
    return { authOf, ...trusted, secrets, netrc };
}
/** A file of the user's certificates and those that this process trusts. */
async function wholeTrust(world, path) {
    const pem = await world.files.read(path);
    if (pem === undefined) {
        const message = `There is no file "${path}". ca_bundle is the path of a PEM file.`;
        throw new errors/* Failure */.HR([{ station: 'input', about: 'ca_bundle', message }]);
    }
    const whole = (0,external_node_path_.join)(await world.files.temporary('trust'), 'ca.pem');
    await world.files.write(whole, [...(0,external_node_tls_.getCACertificates)('default'), pem].map((one) => `${one.trim()}\n`).join(''));
    return whole;
}
/** buildx runs in another folder, where a relative path would mean another file. */
const absolute = ({ files }, { id, from }) => ({
    id,
    from: from.kind === 'file' ? { kind: 'file', path: files.absolute(from.path) } : from,
});

// EXTERNAL MODULE: ./lib/once.js
var once = __webpack_require__(4986);
// EXTERNAL MODULE: ./lib/package-index/request.js
var request = __webpack_require__(21448);
;// CONCATENATED MODULE: ./lib/package-index/metadata.js
/** Reads parts of a wheel: its metadata where the index serves it separately (PEP 658), or a range of its bytes. */

/** Milliseconds for an answer: it is small, and the run goes on without it. */
const timeout = 10_000;
async function readMetadata(world, wheelUrl, auth) {
    const response = await tryFetch(world, `${wheelUrl.replace(/[?#].*$/, '')}.metadata`, {}, auth);
    const text = response?.status === 200 ? await response.text().catch(() => '') : '';
    return text.startsWith('Metadata-Version:') ? text : undefined;
}
/**
 * A range of bytes; undefined where the index does not serve ranges, or the request fails.
 *
 * @param range as in HTTP: `-65536` for the last bytes, `100-200`.
 */
async function readPart(world, url, range, auth) {
    const response = await tryFetch(world, url, { range: `bytes=${range}` }, auth);
    const from = /^bytes (\d+)-/.exec(response?.headers.get('content-range') ?? '')?.[1];
    if (response?.status !== 206 || from === undefined) {
        await response?.body?.cancel().catch(() => undefined);
        return undefined;
    }
    const bytes = await response.arrayBuffer().catch(() => undefined);
    return bytes && { bytes: Buffer.from(bytes), from: Number(from) };
}
async function tryFetch(world, url, headers, auth) {
    try {
        const signal = AbortSignal.timeout(timeout);
        const response = await world.fetch(url, { headers: { ...headers, ...(0,request/* authorization */.it)(url, auth) }, signal });
        if (!response.ok)
            await response.body?.cancel();
        return response;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/lock/zip.js
var zip = __webpack_require__(76420);
;// CONCATENATED MODULE: ./lib/lock/wheel-metadata.js


/** Most wheels have the directory and the metadata within their last bytes. */
const tailLength = 65_536;
/** The text of METADATA; undefined where the index serves neither it nor ranges of files. */
async function wheelMetadata(world, url, auth) {
    const served = await readMetadata(world, url, auth);
    if (served !== undefined)
        return served;
    try {
        const last = await readPart(world, url, `-${tailLength}`, auth);
        if (last === undefined)
            return undefined;
        const start = (0,zip/* directoryStart */.GY)(last.bytes);
        const tail = start < last.from ? await readPart(world, url, `${start}-`, auth) : last;
        if (tail === undefined)
            return undefined;
        const entry = (0,zip/* readZip */.ue)(tail.bytes, tail.from).find(({ name }) => /^[^/]+\.dist-info\/METADATA$/.test(name));
        if (entry === undefined)
            return undefined;
        const part = entry.start < tail.from ? await readPart(world, url, `${entry.start}-${entry.end - 1}`, auth) : tail;
        return part && entry.content(part.bytes, part.from).toString('utf8');
    }
    catch {
        // A file that is no wheel fails when it is installed.
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/names/extra-index.js
var extra_index = __webpack_require__(94095);
// EXTERNAL MODULE: ./lib/names/package-name.js
var package_name = __webpack_require__(28066);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/package-index/read.js + 1 modules
var read = __webpack_require__(70001);
;// CONCATENATED MODULE: ./lib/package-index/pages.js
/**
 * Pages of a package index, each asked for once in a run, and kept between runs. A page that is kept is asked for again with
 * what the index said to compare it by, which costs a request and no page. Who asks for many may take it unasked as long as
 * the index says that it holds; whoever builds asks, since a release of a minute ago must be found. By hand: caches for
 * `fetch` (undici's, make-fetch-happen) keep what only this process, or another engine, can read.
 */





/** Seconds for which a page is taken unasked at most, whatever its index says: those of PyPI. */
const longestUnasked = 600;
function openPages(world, { indexUrl, auth, cache, onUnasked, input }) {
    const ignoreRefusal = (0,file_failure/* unlessRefused */.J0)(cache.refused);
    return (0,once/* onceFor */.b)((name) => name, async (name) => {
        const url = (0,read/* pageUrl */.fi)(indexUrl, name);
        // An index may show another page to another user.
        const file = `${hashOf([url, auth?.username ?? ''])}.json`;
        const path = (0,external_node_path_.join)(cache.folder, 'pages-1', file);
        const kept = keptOf(await world.files.read(path).catch(ignoreRefusal));
        const now = world.clock.now();
        if (onUnasked !== undefined && kept !== undefined && isFresh(kept, now)) {
            onUnasked();
            return hashed(kept.page);
        }
        const answer = await (0,read/* getPage */.WE)(world, url, auth, kept, input);
        if (answer === undefined)
            return undefined;
        const { contentType, isPassing, isUnchanged } = answer;
        const same = isUnchanged ? kept : undefined;
        const page = same?.page ?? { body: answer.body.toString('utf8'), contentType, url: answer.url };
        const { etag, lastModified } = same ?? answer;
        const freshFor = Math.min(answer.freshFor, longestUnasked);
        const isKept = !isPassing && ((etag ?? lastModified) !== undefined || freshFor > 0);
        if (isKept && (same === undefined || freshFor > 0)) {
            const times = freshFor > 0 ? { asked: now, until: now + freshFor * 1000 } : {};
            const text = JSON.stringify({ page, etag, lastModified, ...times });
            await world.files.replace(path, Buffer.from(text), 0o600).catch(ignoreRefusal);
        }
        return hashed(page);
    });
}
/** A clock that was set back says nothing of how old a page is. */
const isFresh = ({ asked = Infinity, until = 0 }, now) => asked <= now && now < until;
const hashed = (page) => ({
    ...page,
    sha256: hashOf([page.url, page.contentType, page.body]),
});
const hashOf = (parts) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
/** Undefined where another program wrote the file. */
function keptOf(text) {
    if (text === undefined)
        return undefined;
    try {
        const kept = JSON.parse(text);
        const { body, contentType, url } = kept.page;
        return [body, contentType, url].every((one) => typeof one === 'string') ? kept : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/session/package-index.js
/** Package indexes, as the images of one process ask them. */








/** @param onUnasked see `PagesRequest`. */
function openIndexes(world, { authOf }, cache, { say, onUnasked }) {
    const single = (0,once/* onceFor */.b)((url, input) => `${url} ${input}`, (url, input) => singleIndex(world, { indexUrl: url, auth: authOf(url), cache, onUnasked, input }));
    const wheels = (0,once/* onceFor */.b)(({ name, url }) => `${name} ${url}`, ({ name, url }) => ({
        name,
        project: untilItFails(name, single(url, 'extra_indexes'), say),
    }));
    const metadata = (0,once/* onceFor */.b)((wheel) => wheel, (wheel) => wheelMetadata(world, wheel, authOf(wheel)));
    return (0,once/* onceFor */.b)((indexes) => JSON.stringify([indexes.indexUrl, indexes.extraIndexes]), (indexes) => {
        const { indexUrl: url = read/* defaultIndexUrl */.t1 } = indexes;
        const main = single(url, 'index_url');
        const of = (name) => {
            const owner = (0,extra_index/* ownerOf */.bf)(indexes, name);
            return owner === undefined ? main : alone(single(owner.url, 'extra_indexes'));
        };
        const isMixed = (0,extra_index/* owningIndexes */.fq)(indexes).length > 0;
        return {
            url,
            ...(0,defined/* defined */.s)({ auth: authOf(url) }),
            urlOf: (name) => of(name).url,
            isMixed,
            page: isMixed ? (name) => of(name).page(name) : main.page,
            project: isMixed ? (name) => of(name).project(name) : main.project,
            wheelMetadata: metadata,
            wheelIndexes: (name, platform) => (0,extra_index/* ownerOf */.bf)(indexes, name) === undefined ? (0,extra_index/* wheelIndexes */.q_)(indexes, platform).map(wheels) : [],
        };
    });
}
function singleIndex(world, request) {
    const { indexUrl: url, input } = request;
    const page = openPages(world, request);
    return {
        url,
        page,
        project: (0,once/* onceFor */.b)((name) => name, async (name) => {
            const found = await page((0,package_name/* normalizedName */.j8)(name));
            return found && (0,read/* projectOf */.v8)(name, found, (0,read/* pageUrl */.fi)(url, name), input);
        }),
    };
}
/** Says of a failure why nobody else was asked. */
const alone = ({ url, page, project }) => ({
    url,
    page: (name) => page(name).catch(tellOwner(name)),
    project: (name) => project(name).catch(tellOwner(name)),
});
const tellOwner = (name) => (error) => {
    if (!(error instanceof errors/* Failure */.HR))
        throw error;
    throw new errors/* Failure */.HR(error.problems.map((problem) => ({
        ...problem,
        message: `${problem.message} By extra_indexes, ${name} comes from there alone.`,
    })));
};
function untilItFails(name, { project }, say) {
    let failed = false;
    const ask = async (wanted) => {
        if (failed)
            return undefined;
        try {
            return await project(wanted);
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            if (!failed)
                say(`no wheels are taken from ${name}, and what has none is compiled: ${error.problems[0]?.message ?? error.message}`);
            failed = true;
            return undefined;
        }
    };
    // An index that does not answer is waited for once, and not by each of the packages that are looked for at once.
    let first;
    return async (wanted) => {
        if (first === undefined) {
            const answer = ask(wanted);
            first = answer;
            return answer;
        }
        await first;
        return ask(wanted);
    };
}

// EXTERNAL MODULE: ./lib/session/registries.js + 1 modules
var session_registries = __webpack_require__(6724);
// EXTERNAL MODULE: ./lib/names/python-version.js
var python_version = __webpack_require__(76117);
// EXTERNAL MODULE: ./lib/names/requirement.js
var names_requirement = __webpack_require__(32663);
;// CONCATENATED MODULE: ./lib/lock/image-environment.js
/** Restricts uv to the environment of an image: CPython of one minor release on Linux. */




const minorAfter = (minor) => `3.${(0,python_version/* minorNumber */.FR)(minor) + 1}`;
/**
 * Adds the image's environment to the marker of each line, so that the lock leaves out the needs of other systems.
 *
 * @param minor `3.13`.
 * @throws Failure with every line that is no requirement.
 */
function requirementsFor(requirements, minor) {
    const image = `sys_platform == 'linux' and platform_python_implementation == 'CPython' and python_full_version < '${minorAfter(minor)}'`;
    const results = requirements.map((line) => (0,names_requirement/* parseRequirement */.pP)(line));
    const problems = results.flatMap((result) => result.ok ? [] : [{ station: 'input', about: 'requirements', message: result.message }]);
    if (problems.length > 0)
        throw new errors/* Failure */.HR(problems);
    return results.flatMap((result) => {
        if (!result.ok)
            return [];
        const { text, specifiers, marker } = result.value;
        const narrowed = marker === undefined ? image : `(${marker}) and ${image}`;
        return [{ ...result.value, marker: narrowed, line: `${text}${specifiers} ; ${narrowed}` }];
    });
}
/**
 * A pyproject.toml that makes uv solve for images alone: despite a requirement's marker it also solves what the
 * requirement needs on other systems. uv reads this key from pyproject.toml only, never from uv.toml. All variables are
 * named by which packages exclude Windows or PyPy.
 *
 * @param minor `3.13`.
 */
const projectFile = (minor) => `[tool.uv]\nenvironments = ["${[
    "sys_platform == 'linux'",
    "platform_system == 'Linux'",
    "os_name == 'posix'",
    "implementation_name == 'cpython'",
    "platform_python_implementation == 'CPython'",
    `python_full_version < '${minorAfter(minor)}'`,
].join(' and ')}"]\n`;
/**
 * Empty configuration of user and machine. uv reads a pyproject.toml only together with these, and they would make the
 * lock differ from the inputs.
 */
const emptyConfig = {
    files: { 'config/uv/uv.toml': '' },
    env: (folder) => ({
        XDG_CONFIG_HOME: (0,external_node_path_.join)(folder, 'config'),
        XDG_CONFIG_DIRS: (0,external_node_path_.join)(folder, 'config'),
    }),
};

// EXTERNAL MODULE: ./lib/lock/local.js
var lock_local = __webpack_require__(23632);
;// CONCATENATED MODULE: ./lib/lock/page-server.js
/**
 * Serves the pages of the index to uv. Many processes of uv then ask the index for a page once, and what each of them read is
 * known. Files and their metadata they fetch from the index itself.
 */


async function startPageServer({ serve }, { indexUrl, urlOf = () => indexUrl, key = indexUrl, page, }) {
    const password = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const resolutions = new Map();
    const texts = new WeakMap();
    const answer = async ({ path, headers }) => {
        const resolution = resolutions.get(String(headers['authorization']));
        if (resolution === undefined)
            return { status: 401 };
        const name = /^\/simple\/([a-z0-9-]+)\/$/.exec(path)?.[1];
        if (name === undefined)
            return { status: 404 };
        resolution.names.add(name);
        try {
            const found = await page(name);
            if (found === undefined)
                return { status: 404 };
            // uv must ask each time: what it keeps may be older than what is compared by.
            const validators = { etag: `"${found.sha256}"`, 'cache-control': 'no-cache' };
            if (headers['if-none-match'] === validators.etag)
                return { status: 304, headers: validators };
            const body = texts.get(found) ?? withAbsoluteLinks(found);
            texts.set(found, body);
            return { status: 200, headers: { 'content-type': found.contentType, ...validators }, body };
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
            resolution.failure = error;
            // uv tries again after most others, and the index was asked often enough.
            return { status: 400 };
        }
    };
    const server = await serve(usualPort(key), answer);
    return {
        open: () => {
            const user = `resolution-${resolutions.size + 1}`;
            const resolution = { names: new Set(), failure: undefined };
            const token = Buffer.from(`${user}:${password}`).toString('base64');
            resolutions.set(`Basic ${token}`, resolution);
            return {
                url: `http://${user}:${password}@${server.host}/simple`,
                names: resolution.names,
                failure: () => resolution.failure,
                unserved: (text) => unserved(text, `http://(?:[^@/\\s"]*@)?${server.host.replaceAll('.', '\\.')}/simple`, urlOf),
            };
        },
        close: () => server.close(),
    };
}
/** The same for the same index, since uv keeps the metadata of releases by the address of their index. */
const usualPort = (key) => 20_000 + ((0,external_node_crypto_.createHash)('sha256').update(key).digest().readUInt16BE() % 12_000);
/**
 * A text of uv, an error or a pylock.toml, with the addresses of the indexes themselves.
 *
 * @param served pattern of the address that stands in their place.
 */
function unserved(text, served, urlOf) {
    const root = (name) => urlOf(name).replace(/\/+$/, '');
    return text
        .split(/^(?=\[\[packages\]\])/m)
        .map((block) => {
        const name = /^name = "([^"]+)"/m.exec(block)?.[1] ?? '';
        return block
            .replaceAll(new RegExp(`${served}/([a-z0-9-]+)/`, 'g'), (_, one) => `${root(one)}/${one}/`)
            .replaceAll(new RegExp(served, 'g'), () => root(name));
    })
        .join('');
}
/** The page as it may stand at another address. */
function withAbsoluteLinks({ body, contentType, url }) {
    if (/[/+]json\b/.test(contentType) || /^\s*\{/.test(body)) {
        const page = JSON.parse(body);
        const files = page.files?.map((file) => ({
            ...file,
            url: URL.canParse(file.url, url) ? new URL(file.url, url).href : file.url,
        }));
        return JSON.stringify({ ...page, files });
    }
    // A page's own base may be relative to its address.
    const own = /<base\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(body);
    const href = own?.[1] ?? own?.[2] ?? own?.[3] ?? '';
    const base = URL.canParse(href, url) ? new URL(href, url).href : url;
    return `<base href="${base.replaceAll('&', '&amp;')}">${body}`;
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/lock/toml.js
var toml = __webpack_require__(75327);
;// CONCATENATED MODULE: ./lib/lock/pylock.js





const tables = (value) => (Array.isArray(value) ? value.filter(toml/* isTable */.b) : []);
const textOf = (value) => (typeof value === 'string' ? value : undefined);
/**
 * Reads a pylock.toml. Comments are removed from its text: one has the command line that wrote it.
 *
 * @param local takes the place of the package of its name.
 * @throws Failure when it cannot be installed from an index: it has a checkout, a folder or a file without a sha256.
 */
function parsePylock(text, resolved, local) {
    let page;
    try {
        page = (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        throw wrong(`is no TOML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
    const version = textOf(page['lock-version']);
    if (version === undefined || !version.startsWith('1.'))
        throw wrong(`has lock-version ${JSON.stringify(version)}, not 1`);
    const plain = withoutComments(text);
    return {
        text: local === undefined ? plain : (0,lock_local/* withoutLocalPath */.z3)(plain, local),
        packages: tables(page['packages']).map((table) => packageOf(table, local)),
        resolved,
    };
}
/** Removes lines of comments. Tools write no multi-line strings, in which a line could begin with `#`. */
const withoutComments = (text) => text.replace(/^[ \t]*#.*\n/gm, '');
function packageOf(table, local) {
    const name = textOf(table['name']);
    if (name === undefined)
        throw wrong('has a package without a name');
    if ((0,package_name/* normalizedName */.j8)(name) === local?.name)
        return (0,lock_local/* lockedLocal */.KB)(local, textOf(table['marker']));
    for (const source of ['vcs', 'directory', 'archive']) {
        if (source in table)
            throw wrong(`takes ${name} from a ${source}: only packages of an index can be locked`);
    }
    const version = textOf(table['version']);
    if (version === undefined)
        throw wrong(`has no version for ${name}`);
    const marker = textOf(table['marker']);
    return {
        name: (0,package_name/* normalizedName */.j8)(name),
        version,
        ...(marker === undefined ? {} : { marker }),
        wheels: tables(table['wheels']).map((wheel) => artifactOf(wheel, name)),
        ...((0,toml/* isTable */.b)(table['sdist']) ? { sdist: artifactOf(table['sdist'], name) } : {}),
    };
}
function artifactOf(table, name) {
    const url = textOf(table['url']) ?? textOf(table['path']);
    if (url === undefined)
        throw wrong(`has a file of ${name} without an address`);
    const hashes = (0,toml/* isTable */.b)(table['hashes']) ? table['hashes'] : {};
    const sha256 = textOf(hashes['sha256'])?.toLowerCase();
    if (sha256 === undefined)
        throw wrong(`has no sha256 for ${url.split('/').at(-1)}`);
    return { filename: textOf(table['name']) ?? filenameOf(url), url, sha256 };
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
const wrong = (what) => new errors/* Failure */.HR([
    {
        station: 'index',
        about: 'pylock.toml',
        message: `the lock that was resolved cannot be used: it ${what}.`,
    },
]);

// EXTERNAL MODULE: ./lib/lock/uv-errors.js
var uv_errors = __webpack_require__(42534);
;// CONCATENATED MODULE: ./lib/build/resolve.js
/** Resolves in a container, for packages whose build code must run to learn their requirements. */












/** @throws Failure with the resolver's or the compiler's words. */
async function resolveInContainer(world, buildx, request) {
    const { question } = request;
    const folder = await world.files.temporary('resolve');
    const bakefile = {
        target: {
            resolve: {
                context: '.',
                dockerfile: 'resolve.Dockerfile',
                contexts: { request: './request', programs: './programs' },
                args: {
                    BUILD_BASE: request.buildBase,
                    UV_VERSION: request.uvVersion,
                    PYTHON_MINOR: question.python.minor,
                    INDEX_URL: question.indexUrl,
                    ASKED_AT: String(world.clock.now()),
                    ...(0,defined/* defined */.s)({
                        BUILD_PACKAGES: request.buildPackages.join(' ') || undefined,
                        EXTRA_INDEXES: question.owners || undefined,
                    }),
                },
                ...(0,defined/* defined */.s)({ secret: request.secrets.length > 0 ? request.secrets : undefined }),
                output: ['type=local,dest=out'],
            },
        },
    };
    const files = {
        'docker-bake.json': (0,bake/* bakeText */.HM)(bakefile),
        'resolve.Dockerfile': (0,build_programs/* program */.DM)(request.programs, 'resolve.Dockerfile'),
        'request/requirements.in': (0,lock_local/* withLocal */.eG)(requirementsFor(question.requirements, question.python.minor), question.local, '/request/metadata')
            .map(({ line }) => `${line}\n`)
            .join(''),
        'request/constraints.txt': question.constraints.map((line) => `${line}\n`).join(''),
        'request/build-constraints.txt': request.buildConstraints.map((line) => `${line}\n`).join(''),
        ...(0,build_programs/* indexPrograms */.eN)(request.programs),
        'request/pyproject.toml': projectFile(question.python.minor),
        ...Object.fromEntries(Object.entries(emptyConfig.files).map(([name, content]) => [`request/${name}`, content])),
    };
    for (const [name, content] of Object.entries(files))
        await world.files.write((0,external_node_path_.join)(folder, name), content);
    if (question.local !== undefined) {
        const { metadata } = question.local;
        await world.files.replace((0,external_node_path_.join)(folder, 'request/metadata', (0,external_node_path_.basename)(metadata)), world.files.bytes(metadata));
    }
    const ran = await (0,build_buildx/* bake */.Wq)(world, buildx, { folder, targets: ['resolve'] });
    const names = question.requirements.join(', ');
    if (ran.code !== 0) {
        const what = `what ${names} needs could not be resolved`;
        const problem = await (0,failure/* buildProblem */.U)(world, { ran, about: names, what, base: request.buildBase });
        throw /No solution found/.test(ran.stderr) ? new uv_errors/* NoSolution */.JW([problem]) : new errors/* Failure */.HR([problem]);
    }
    const text = (await world.files.read((0,external_node_path_.join)(folder, 'out', 'pylock.toml'))) ?? '';
    return parsePylock(withoutView(text, question), 'container', question.local);
}
/** The lock with the addresses of the files themselves, where indexes.py stood for the indexes. */
const withoutView = (text, { indexUrl, urlOf = () => indexUrl }) => unserved(text.replaceAll(/http:\/\/127\.0\.0\.1:\d+\/files\/(https?)\//g, (_, scheme) => `${scheme}://`), 'http://127\\.0\\.0\\.1:\\d+/simple', urlOf);

;// CONCATENATED MODULE: ./lib/lock/pins.js
/** Versions and files that a project has locked by itself: what is resolved is held to them. */


/**
 * A lock with nothing but the pinned files.
 *
 * @param own name of the project, which is in no lock.
 * @throws Failure where something is needed that is not pinned.
 */
function holdToPins(lock, pins, own) {
    const others = lock.packages.filter(({ name }) => name !== own);
    const missing = [...new Set(others.map(({ name }) => name).filter((name) => !(name in pins.files)))];
    if (missing.length > 0)
        throw stale(pins, `lacks ${missing.join(', ')}, which the project requires: it is out of date. Renew it with ${pins.renew}.`);
    const packages = lock.packages.map((entry) => (entry.name === own ? entry : withPinned(entry, pins)));
    return { ...lock, packages, resolved: 'project' };
}
function withPinned(entry, pins) {
    const { name, version, sdist } = entry;
    const pinned = pins.files[name] ?? [];
    if (pinned.length === 0)
        throw stale(pins, `has no sha256 of ${name} ${version}: only packages of an index can be installed.`);
    const isPinned = ({ sha256 }) => pinned.includes(sha256);
    const wheels = entry.wheels.filter(isPinned);
    if (wheels.length === 0 && (sdist === undefined || !isPinned(sdist)))
        throw stale(pins, `has other hashes of ${name} ${version} than the index: the files are not those that were locked.`);
    const { sdist: _, ...rest } = entry;
    return { ...rest, wheels, ...(sdist !== undefined && isPinned(sdist) ? { sdist } : {}) };
}
/** That what is pinned and what the project requires do not go together, in place of the resolver's own words. */
const unfitPins = (pins, { problems }) => new uv_errors/* NoSolution */.JW(problems.map(({ message, detail = [] }) => ({
    station: 'input',
    about: pins.from,
    message: `${pins.from} does not fit what the project requires: it is out of date. Renew it with ${pins.renew}.`,
    detail: [message, ...detail],
})));
const stale = ({ from }, what) => new errors/* Failure */.HR([{ station: 'input', about: from, message: `${from} ${what}` }]);

// EXTERNAL MODULE: ./lib/canonical.js
var canonical = __webpack_require__(9333);
// EXTERNAL MODULE: ./lib/names/package-version.js
var package_version = __webpack_require__(29033);
// EXTERNAL MODULE: ./lib/package-index/choose.js + 1 modules
var choose = __webpack_require__(69503);
// EXTERNAL MODULE: ./lib/package-index/filenames.js
var filenames = __webpack_require__(15879);
;// CONCATENATED MODULE: ./lib/lock/skipped-releases.js



/**
 * Packages with a newer release than the lock's that has a source distribution, and wheels for other systems only. uv
 * skips such a release where it may not build, and pip would compile it. The release may also be newer than a requirement
 * allows: only another resolution can tell.
 */
function packagesWithSkippedReleases({ packages }, projects, python) {
    const names = packages.flatMap(({ name, version }) => {
        const locked = (0,package_version/* parsePackageVersion */.g7)(version);
        if (!locked.ok)
            return [];
        const newer = (projects.get(name)?.files ?? []).filter((file) => (0,package_version/* compareVersions */.Zy)(file.version, locked.value) > 0 &&
            (!file.version.isPrerelease || locked.value.isPrerelease) &&
            file.yanked === undefined &&
            (0,choose/* allows */.NB)(file, python));
        const releases = new Set(newer.map((file) => file.version.text));
        const anySkipped = [...releases].some((text) => isSkipped(newer.filter((file) => file.version.text === text), python));
        return anySkipped ? [name] : [];
    });
    return [...new Set(names)];
}
const isSkipped = (files, python) => files.some(({ kind }) => kind === 'sdist') &&
    files.some(({ kind }) => kind === 'wheel') &&
    !files.some((file) => file.kind === 'wheel' && mayFit(file, python));
function mayFit({ filename }, { minor }) {
    const name = (0,filenames/* parseWheelName */.C)(filename);
    if (name === undefined)
        return false;
    const cpython = `cp${minor.replace('.', '')}`;
    return (name.platforms.some((platform) => platform === 'any' || platform.includes('linux')) &&
        (name.pythons.some((tag) => tag.startsWith('py3') || tag === cpython) || name.abis.includes('abi3')));
}

;// CONCATENATED MODULE: ./lib/package-index/download.js
/** Downloads a file of a package index. The caller checks its hash. */

async function download(world, url, auth) {
    const answer = await (0,request/* get */.Jt)(world, url, { auth });
    if (answer === undefined)
        throw (0,request/* failed */.gz)(`GET ${(0,request/* redacted */.pc)(url)}: the index names this file and does not have it.`);
    return answer.body;
}

;// CONCATENATED MODULE: ./lib/lock/sdists.js
/** Adds source distributions to a lock: uv leaves them out where it may not build. */




const fitsEverywhere = ({ wheels }) => wheels.some(({ filename }) => {
    const name = (0,filenames/* parseWheelName */.C)(filename);
    return name !== undefined && name.platforms.includes('any') && name.pythons.includes('py3');
});
async function readProjects(lock, read) {
    const names = new Set(lock.packages
        .filter((entry) => entry.sdist === undefined && !fitsEverywhere(entry))
        .map(({ name }) => name));
    const pages = await Promise.all([...names].map(async (name) => [name, await read(name)]));
    return new Map(pages.flatMap(([name, project]) => (project === undefined ? [] : [[name, project]])));
}
/**
 * Adds an sdist to each package that may have to be compiled, in the values and in the text. `uv pip compile --no-build`
 * writes only wheels, and without `--no-build` it might run a package's code.
 *
 * @throws Failure when a file must be downloaded for its hash and cannot be.
 */
async function withSdists(world, lock, projects, authOf) {
    const packages = await Promise.all(lock.packages.map(async (entry) => {
        if (entry.sdist !== undefined || fitsEverywhere(entry))
            return entry;
        const sdist = await sdistOf(world, entry, projects.get(entry.name), authOf);
        return sdist === undefined ? entry : { ...entry, sdist };
    }));
    const added = packages.filter((entry, index) => entry !== lock.packages[index]);
    return { ...lock, packages: packages, text: added.reduce(insert, lock.text) };
}
async function sdistOf(world, { version }, project, authOf) {
    const wanted = (0,package_version/* parsePackageVersion */.g7)(version);
    const files = (project?.files ?? []).filter((file) => file.kind === 'sdist' && wanted.ok && (0,package_version/* compareVersions */.Zy)(file.version, wanted.value) === 0);
    const file = files.find(({ filename }) => filename.endsWith('.tar.gz')) ?? files[0];
    if (file === undefined)
        return undefined;
    return {
        filename: file.filename,
        url: file.url,
        sha256: file.sha256 ?? (await sdists_hashOf(world, file, authOf)),
    };
}
/** Hashes are optional for an index; like uv, this downloads the file then. */
async function sdists_hashOf(world, { url }, authOf) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(await download(world, url, authOf(url)))
        .digest('hex');
}
/** Writes a package's sdist into the text before its wheels, in the order of PEP 751's examples. */
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








/**
 * Resolves with uv for CPython on Linux; requirements of other systems are not solved.
 *
 * uv may not build anything here, so it reads a release's requirements from a wheel. Solving for Linux, it reads wheels for
 * Linux only, and skips or refuses a release whose wheels are all for other systems (psycopg2's are for Windows), although
 * pip on Linux would compile it. Where that may have happened, uv also solves for all systems, since a wheel for Windows
 * names the requirements too. Where both fail, the package must be built.
 *
 * @throws Failure when there is no solution, the index lacks a package or cannot be reached, or a line is no requirement.
 */
async function resolveOnHost(world, uv, request) {
    const authOf = await readNetrc(world, request);
    const finished = async ({ lock, projects }) => ({
        kind: 'lock',
        lock: await withSdists(world, lock, projects, authOf),
    });
    const first = await solve(world, uv, request, 'images');
    if (first.kind === 'failure')
        throw first.failure;
    const skipped = first.kind === 'lock' ? packagesWithSkippedReleases(first.lock, first.projects, request.python) : [];
    if (first.kind === 'lock' && skipped.length === 0)
        return finished(first);
    const second = await solve(world, uv, request, 'any');
    if (second.kind === 'lock') {
        const agrees = first.kind === 'lock' && skipped.every((name) => hasSameVersions(name, first.lock, second.lock));
        return finished(agrees ? first : second);
    }
    return first.kind === 'needs-building'
        ? first
        : { kind: 'needs-building', packages: skipped, why: (0,uv_errors/* whyBuild */.T8)(skipped) };
}
const hasSameVersions = (name, left, right) => versionsOf(name, left) === versionsOf(name, right);
const versionsOf = (wanted, { packages }) => packages
    .flatMap(({ name, version }) => (name === wanted ? [version] : []))
    .toSorted()
    .join(' ');
async function solve(world, uv, request, systems) {
    const first = await attempt(world, uv, request, systems, request.python.text);
    // uv reads "3.9" as 3.9.0, which a package may exclude (`!=3.9.0,!=3.9.1`) although it allows every later patch.
    const last = first.kind === 'python' && request.python.patch === undefined
        ? await attempt(world, uv, request, systems, first.from)
        : first;
    if (last.kind === 'python')
        return { kind: 'failure', failure: last.failure };
    if (last.kind !== 'lock')
        return last;
    return { ...last, projects: await readProjects(last.lock, request.project) };
}
async function attempt(world, uv, request, systems, python) {
    const lines = (0,lock_local/* withLocal */.eG)(requirementsFor(request.requirements, request.python.minor), request.local, (0,external_node_path_.dirname)(request.local?.metadata ?? ''));
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
    const ran = resolve_unserved(request, await runUv(world, request.cache, command));
    const failure = request.served?.failure();
    if (ran.code !== 0 && failure !== undefined)
        throw failure;
    for (const warning of (0,uv_errors/* warningsOf */.nZ)(ran.stderr))
        world.log.warn(`uv: ${warning}`);
    const text = ran.code === 0 ? await world.files.read((0,external_node_path_.join)(folder, 'pylock.toml')) : undefined;
    if (text === undefined)
        return (0,uv_errors/* readFailure */.f1)(ran, request.indexUrl, request.urlOf);
    // `requires-python` would change the lock with every patch release of the base.
    const page = (request.served?.unserved(text) ?? text).replace(/^requires-python = .*\n/m, '');
    return { kind: 'lock', lock: parsePylock(page, 'host', request.local) };
}
/** What uv said of the index, wherever it read it. */
const resolve_unserved = ({ served }, ran) => served === undefined ? ran : { ...ran, stderr: served.unserved(ran.stderr) };
/** Runs uv, and once more without its cache where it cannot use a file. @throws FileFailure where that does not help. */
async function runUv(world, cache, command) {
    const run = (env) => world.run({ ...command, env: { ...command.env, ...env } }, { timeout: 600_000 });
    const ran = await run({});
    const failed = ran.code === 0 ? undefined : (0,uv_errors/* failedFile */.g4)(ran.stderr);
    if (failed === undefined)
        return ran;
    const retried = await run({ UV_NO_CACHE: '1' });
    const stillFailed = retried.code === 0 ? undefined : (0,uv_errors/* failedFile */.g4)(retried.stderr);
    if (stillFailed !== undefined)
        throw stillFailed;
    cache.refused(failed);
    return retried;
}
/** The user's variables that are passed on to uv: connection, cache, and the day for which it resolves. */
const passedOn = /^UV_(CACHE_DIR|NO_CACHE|OFFLINE|EXCLUDE_NEWER|HTTP_\w+|REQUEST_TIMEOUT|CONCURRENT_\w+|NATIVE_TLS|SYSTEM_CERTS|INSECURE_HOST)$/;
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
        // Any Python will do, since nothing is built. Without this, uv starts all on PATH to find one of the wanted version.
        `--python=${request.interpreter ?? '3'}`,
        `--python-version=${python}`,
        ...(request.served === undefined ? [`--default-index=${request.indexUrl}`] : []),
        // The version was chosen from a current page of the index: uv must not use an older page from its cache.
        ...lines.map(({ name }) => `--refresh-package=${name}`),
        ...(request.constraints.length > 0 ? ['--constraint=constraints.txt'] : []),
        '--format=pylock.toml',
        '--output-file=pylock.toml',
        'requirements.in',
    ];
    // The user's other settings, such as another index, would make the lock differ from the inputs.
    const removed = Object.keys(env)
        .filter((name) => name.startsWith('UV_') && name !== 'UV_PYTHON_DOWNLOADS' && !passedOn.test(name))
        .filter((name) => name !== 'UV_DEFAULT_INDEX' || request.served === undefined)
        .toSorted();
    return {
        ...(removed.length === 0
            ? { program: uv.program, args }
            : { program: 'env', args: [...removed.flatMap((name) => ['-u', name]), uv.program, ...args] }),
        env: {
            UV_PYTHON_DOWNLOADS: 'never',
            ...(systems === 'any' ? {} : emptyConfig.env(folder)),
            ...(request.netrc === undefined ? {} : { NETRC: request.netrc }),
            ...(request.caBundle === undefined ? {} : { SSL_CERT_FILE: request.caBundle }),
            ...(request.served === undefined ? {} : servedEnvironment(request.served, env)),
        },
        cwd: folder,
    };
}
/** Its address holds a password, which other users of the machine could read among the words of a command. */
function servedEnvironment({ url }, env) {
    const direct = [env['no_proxy'] || env['NO_PROXY'], '127.0.0.1'].filter(Boolean).join(',');
    return { UV_DEFAULT_INDEX: url, NO_PROXY: direct, no_proxy: direct };
}
async function readNetrc({ files }, { netrc }) {
    const text = netrc === undefined ? undefined : await files.read(netrc);
    return (url) => {
        const { hostname, host } = new URL(url);
        const entry = (0,package_index_netrc/* parseNetrc */.Q)(text ?? '', hostname);
        return entry === undefined ? undefined : { host, ...entry };
    };
}

;// CONCATENATED MODULE: ./lib/lock/kept-resolutions.js
/** Keeps what uv found out between runs, with the pages of the index that it read: a resolution holds as long as these do. */








/** Raised where the same question has another answer: of `resolve.ts`, of what it writes for uv, or of a `Lock`. */
const schema = 1;
/** Variables of uv by which it finds nothing else: what it keeps, how it asks, how many at once. */
const withoutEffect = /^UV_(CACHE_DIR|NO_CACHE|HTTP_\w+|REQUEST_TIMEOUT|CONCURRENT_\w+)$/;
/** A name for the answer; undefined where it depends on the time, or on what uv itself has kept. */
function resolutionKey({ env, ...question }) {
    const { requirements, constraints, python, indexUrl, owners = '', uvVersion } = question;
    const settings = Object.entries(env).filter(([name, value]) => value !== undefined && passedOn.test(name) && !withoutEffect.test(name));
    if (settings.some(([name, value]) => name === 'UV_OFFLINE' && value !== ''))
        return undefined;
    // Days before today: another day has another answer.
    const newest = env['UV_EXCLUDE_NEWER'];
    if (newest !== undefined && newest !== '' && !/^\d{4}-\d\d-\d\d/.test(newest))
        return undefined;
    const parts = [
        schema,
        requirements,
        constraints,
        python.text,
        indexUrl,
        uvVersion,
        settings.toSorted(([one], [other]) => (one < other ? -1 : 1)),
        ...(owners === '' ? [] : [owners]),
    ];
    return (0,canonical/* hashOf */.q)(parts);
}
/**
 * Of a project that is required at one version, only the files of that version count: a later release changes nothing
 * for the images of those before it.
 */
function hashReader(requirements, { page, project }) {
    const pinned = new Map(requirements.flatMap((line) => {
        const requirement = (0,names_requirement/* parseRequirement */.pP)(line);
        if (!requirement.ok || requirement.value.marker !== undefined)
            return [];
        const specifiers = (0,package_version/* parseSpecifiers */.$h)(requirement.value.specifiers);
        const [only, ...others] = specifiers.ok ? specifiers.value : [];
        const isExact = only?.operator === '==' && !only.prefix && others.length === 0;
        return isExact ? [[requirement.value.name, [only]]] : [];
    }));
    return (0,once/* onceFor */.b)((name) => name, async (name) => {
        const specifiers = pinned.get(name);
        if (specifiers === undefined)
            return (await page(name))?.sha256 ?? null;
        const found = await project(name);
        return found === undefined
            ? null
            : (0,canonical/* hashOf */.q)(found.files.filter(({ version }) => (0,package_version/* satisfies */.ib)(version, specifiers)));
    });
}
/** Undefined where there is none, or any page that it read is another one today. */
async function keptResolution({ files }, cache, key, hash) {
    const kept = kept_resolutions_keptOf(await files.read(pathOf(cache, key)).catch((0,file_failure/* unlessRefused */.J0)(cache.refused)));
    if (kept === undefined)
        return undefined;
    const same = await Promise.all(Object.entries(kept.pages).map(async ([name, before]) => (await hashNow(hash, name)) === before));
    return same.every(Boolean) ? kept.resolution : undefined;
}
/** @param names of all pages that it read; `hash` gives these as they were then. */
async function keepResolution({ files }, cache, key, resolution, names, hash) {
    const pages = Object.fromEntries(await Promise.all([...names].map(async (name) => [name, await hash(name)])));
    const text = JSON.stringify({ pages, resolution });
    await files.replace(pathOf(cache, key), Buffer.from(text), 0o600).catch((0,file_failure/* unlessRefused */.J0)(cache.refused));
}
const pathOf = ({ folder }, key) => (0,external_node_path_.join)(folder, 'resolutions-1', `${key}.json`);
/** Undefined, which is no hash, where the index does not give the page: uv may not even need it today. */
const hashNow = (hash, name) => hash(name).catch((error) => {
    if (error instanceof errors/* Failure */.HR)
        return undefined;
    throw error;
});
/** Undefined where another program wrote the file. */
function kept_resolutions_keptOf(text) {
    if (text === undefined)
        return undefined;
    try {
        const kept = JSON.parse(text);
        const { kind } = kept.resolution;
        return (kind === 'lock' || kind === 'needs-building') && Object.keys(kept.pages).length > 0
            ? kept
            : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/names/shown.js
var shown = __webpack_require__(8065);
;// CONCATENATED MODULE: ./lib/lock/uv.js
/** Finds uv: on PATH, in the tool cache, or as a wheel of the package index that is checked by its hash. */









/** The first version whose `pip compile` writes a pylock.toml that can be read here. */
const oldest = '0.8.0';
/**
 * Reads the pinned uv from the list of the build stages' tools, so that this machine and the stages run the same version.
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
 * Finds uv, or downloads it.
 *
 * @throws Failure (station `index`) when there is none for this machine, or the download is not what was pinned.
 */
async function findUv(world, request) {
    const onPath = await uvOnPath(world);
    if (onPath !== undefined &&
        (request.version === undefined ? !isOlder(onPath, oldest) : onPath === request.version)) {
        return { program: 'uv', version: onPath, from: 'path' };
    }
    const version = request.version ?? request.pin.version;
    const cached = await world.tools
        .find('uv', version, world.host())
        .catch((0,file_failure/* unlessRefused */.J0)(request.cache.refused));
    if (cached !== undefined)
        return { program: (0,external_node_path_.join)(cached, 'uv'), version, from: 'cache' };
    return { program: await fetchUv(world, request, version), version, from: 'index' };
}
async function uvOnPath({ run }) {
    const { code, stdout } = await run({ program: 'uv', args: ['--version'] });
    return code === 0 ? /^uv (\d\S*)/.exec(stdout)?.[1] : undefined;
}
/**
 * The Python that uv finds for `3`, looked for once for many runs: where it is behind a shim, like pyenv's, each run of uv
 * starts it anew to ask what it is, which takes longer than to resolve. Undefined where there is none.
 */
async function findInterpreter({ run }, { program }) {
    const args = ['python', 'find', '--no-config', '--no-project', '3'];
    const { code, stdout } = await run({ program, args, env: { UV_PYTHON_DOWNLOADS: 'never' } });
    const path = stdout.trim();
    return code === 0 && (0,external_node_path_.isAbsolute)(path) ? path : undefined;
}
function isOlder(version, minimum) {
    const [left, right] = [(0,package_version/* parsePackageVersion */.g7)(version), (0,package_version/* parsePackageVersion */.g7)(minimum)];
    return !left.ok || !right.ok || (0,package_version/* compareVersions */.Zy)(left.value, right.value) < 0;
}
async function fetchUv(world, { indexUrl, auth, pin, cache }, version) {
    const host = world.host();
    const tags = wheelTags[host];
    if (tags === undefined)
        throw failed(`there is no uv ${version} to fetch for ${host}: install uv and have it on PATH.`);
    const filename = `uv-${version}-py3-none-${tags}.whl`;
    const project = await (0,read/* readProject */.Wh)(world, indexUrl, 'uv', auth);
    const file = project?.files.find((candidate) => candidate.filename === filename);
    // A version that the user chose is checked against the index's own hash.
    const allowed = version === pin.version ? pin.sha256 : file?.sha256 === undefined ? [] : [file.sha256];
    if (file === undefined || allowed.length === 0) {
        throw failed(`the index ${(0,read/* redacted */.pc)(indexUrl)} has no uv ${(0,shown/* shown */.S)(version)} for this machine (${filename}): install uv and have it on PATH, or name another uv_version.`);
    }
    world.log.info(`Fetching uv ${version} from ${(0,read/* redacted */.pc)(file.url)}`);
    const wheel = await download(world, file.url, auth);
    const actual = (0,external_node_crypto_.createHash)('sha256').update(wheel).digest('hex');
    if (!allowed.includes(actual)) {
        throw failed(`${filename} of ${(0,read/* redacted */.pc)(indexUrl)} is not what was pinned: its sha256 is ${actual}, and ${allowed.join(' or ')} was expected. Nothing of it was run.`);
    }
    const binary = (0,zip/* readZipEntry */.g7)(wheel, (name) => name === `uv-${version}.data/scripts/uv`);
    if (binary === undefined)
        throw failed(`${filename} holds no program named uv.`);
    const path = (0,external_node_path_.join)(await world.files.temporary('uv'), 'uv');
    await world.files.write(path, binary, 0o755);
    const cached = await world.tools.save(path, 'uv', version, host).catch((0,file_failure/* unlessRefused */.J0)(cache.refused));
    return cached === undefined ? path : (0,external_node_path_.join)(cached, 'uv');
}
const failed = (message) => new errors/* Failure */.HR([{ station: 'index', about: 'uv', message }]);

;// CONCATENATED MODULE: ./lib/session/resolver.js
/** The resolver of one process: each uv is found once, and runs once for the same question. */













/** uv's own wheels are for Python 3.8 and later. */
const oldestForUv = 8;
function openResolver(world, journal, settings) {
    const { access, programs, cache, indexOf, keepsResolutions, builder } = settings;
    const uv = (0,once/* onceFor */.b)((packages) => JSON.stringify([(0,extra_index/* indexesOf */.O7)(packages), packages.uvVersion]), (packages) => {
        const { uvVersion } = packages;
        const url = indexOf(packages).urlOf('uv');
        const auth = access.authOf(url);
        return findUv(world, {
            indexUrl: url,
            pin: pinnedUv((0,build_programs/* program */.DM)(programs, 'tools.txt')),
            cache,
            ...(0,defined/* defined */.s)({ auth, version: uvVersion }),
        });
    });
    const asked = ({ packages, constraints }) => {
        const { url, urlOf, project } = indexOf(packages);
        return {
            requirements: [...packages.requirements],
            python: packages.python,
            indexUrl: url,
            owners: (0,extra_index/* ownersText */.M2)(packages),
            urlOf,
            constraints: [...(packages.pins?.constraints ?? []), ...(packages.constraints ?? []), ...constraints],
            cache,
            project,
            ...(0,defined/* defined */.s)({ local: packages.local, netrc: access.netrc, caBundle: access.caBundle }),
        };
    };
    // The base is no part of the question: what is resolved is for Linux, and for every libc and machine.
    const keyOf = ({ packages, constraints }) => {
        const { requirements, python, local, pins, uvVersion, constraints: held } = packages;
        const asks = [requirements, python.text, constraints, local?.metadata, pins?.constraints, held];
        return JSON.stringify([...asks, (0,extra_index/* indexesOf */.O7)(packages), uvVersion]);
    };
    const interpreter = (0,once/* onceFor */.b)(({ program: path }) => path, (found) => findInterpreter(world, found));
    const servers = new Map();
    const onHost = (0,once/* onceFor */.b)(keyOf, async (question) => {
        const request = asked(question);
        const found = await uv(question.packages);
        const key = keepsResolutions && request.local === undefined
            ? resolutionKey({ ...request, uvVersion: found.version, env: world.env })
            : undefined;
        const { url, urlOf, page, project, isMixed } = indexOf(question.packages);
        // uv asks one index for all names: here each is asked for its own.
        if (key === undefined && !isMixed)
            return resolveOnHost(world, found, request);
        const hash = hashReader(request.requirements, { page, project });
        const kept = key && (await keptResolution(world, cache, key, hash));
        if (kept)
            return kept;
        const from = { indexUrl: url, urlOf, page, key: JSON.stringify([url, request.owners]) };
        const server = servers.get(page) ?? startPageServer(world, isMixed ? from : { indexUrl: url, page });
        servers.set(page, server);
        const served = (await server).open();
        const read = new Set();
        const resolution = await resolveOnHost(world, found, {
            ...request,
            ...(0,defined/* defined */.s)({ interpreter: key === undefined ? undefined : await interpreter(found) }),
            served,
            project: (name) => {
                read.add(name);
                return project(name);
            },
        });
        if (key === undefined)
            return resolution;
        const names = new Set([...served.names, ...read]);
        // Without a hash, a file may become another one while its page stays the same.
        const pages = await Promise.all([...names].map(project));
        if (pages.every((one) => one?.files.every(({ sha256 }) => sha256 !== undefined) ?? true))
            await keepResolution(world, cache, key, resolution, names, hash);
        return resolution;
    });
    const inContainer = (0,once/* onceFor */.b)((question) => {
        const { base, buildPackages, buildConstraints } = question.packages;
        return JSON.stringify([keyOf(question), base.build, buildPackages, buildConstraints]);
    }, async (question) => {
        const { base, buildPackages, buildConstraints } = question.packages;
        return resolveInContainer(world, (await builder()).buildx, {
            question: asked(question),
            uvVersion: (await uv(question.packages)).version,
            buildBase: base.build,
            programs,
            secrets: access.secrets,
            buildPackages,
            buildConstraints,
        });
    });
    const resolve = async (question) => {
        const resolved = await onHost(question);
        if (resolved.kind === 'lock')
            return resolved.lock;
        if ((0,python_version/* minorNumber */.FR)(question.packages.python.minor) < oldestForUv)
            return undefined;
        world.log.info(`${resolved.why}: resolving in a container of the base, so that no build code runs on this machine`);
        return inContainer(question);
    };
    const resolvePinned = async (question) => {
        const { pins, distribution } = question.packages;
        if (pins === undefined)
            return resolve(question);
        try {
            const lock = await resolve(question);
            return lock && holdToPins(lock, pins, distribution);
        }
        catch (error) {
            throw error instanceof uv_errors/* NoSolution */.JW ? unfitPins(pins, error) : error;
        }
    };
    return {
        resolve: (0,once/* onceFor */.b)(({ packages, constraints }) => JSON.stringify([packages, constraints]), (question) => (0,report_journal/* timed */.ay)({ journal, clock: world.clock }, 'lock', 'resolve', () => resolvePinned(question))),
        close: async () => {
            for (const server of servers.values())
                await (await server).close();
        },
    };
}

// EXTERNAL MODULE: ./lib/names/tool-version.js
var tool_version = __webpack_require__(97709);
// EXTERNAL MODULE: ./lib/sign/identity-token.js
var identity_token = __webpack_require__(76555);
// EXTERNAL MODULE: ./lib/sign/key.js
var sign_key = __webpack_require__(20642);
;// CONCATENATED MODULE: ./lib/sign/services.js
/** The services of a Sigstore instance that a signature needs. */

/** Signatures stand in a public log, with the names of repository and workflow. */
const publicServices = {
    certificates: 'https://fulcio.sigstore.dev',
    log: { url: 'https://rekor.sigstore.dev', version: 1 },
};
/** GitHub's own instance, for repositories that are not public: it keeps no log. */
const githubServices = {
    certificates: 'https://fulcio.githubapp.com',
    timestamps: 'https://timestamp.githubapp.com',
};
/**
 * Reads a signing config, `application/vnd.dev.sigstore.signingconfig.v0.2+json` (sigstore protobuf-specs). Of each service
 * the newest that holds now and whose version is known here.
 *
 * @param now milliseconds since the epoch.
 */
function parseSigningConfig(text, now) {
    let config;
    try {
        config = JSON.parse(text);
    }
    catch {
        return (0,errors/* refused */.J5)('it is not JSON: give a signing config, as "cosign signing-config create" writes it.');
    }
    const newest = (name, version) => {
        const list = config?.[name];
        return (Array.isArray(list) ? list : [])
            .flatMap(({ url, majorApiVersion = 1, validFor }) => typeof url === 'string' && typeof majorApiVersion === 'number' && majorApiVersion <= version
            ? [{ url: url.replace(/\/$/, ''), version: majorApiVersion, ...span(validFor) }]
            : [])
            .filter(({ start, end }) => start <= now && now <= end)
            .toSorted((one, other) => other.start - one.start)
            .at(0);
    };
    const [certificates, log, timestamps] = [
        newest('caUrls', 1),
        newest('rekorTlogUrls', 2),
        newest('tsaUrls', 1),
    ];
    if (certificates === undefined)
        return (0,errors/* refused */.J5)('it names no service of certificates (caUrls) that holds today, in version 1.');
    // A signature without a time is nothing once its certificate has run out, which it does in minutes.
    if (timestamps === undefined && log?.version !== 1)
        return (0,errors/* refused */.J5)('it names neither a log (rekorTlogUrls) in version 1 nor an authority of time-stamps (tsaUrls).');
    return (0,errors/* parsed */.Yz)({
        certificates: certificates.url,
        ...(log === undefined ? {} : { log: { url: log.url, version: log.version === 2 ? 2 : 1 } }),
        ...(timestamps === undefined ? {} : { timestamps: timestamps.url }),
    });
}
const span = ({ start, end } = {}) => ({
    start: start === undefined ? 0 : Date.parse(start),
    end: end === undefined ? Infinity : Date.parse(end),
});

// EXTERNAL MODULE: ./lib/http.js
var http = __webpack_require__(44247);
;// CONCATENATED MODULE: ./lib/sign/certified-signer.js
/**
 * Signs with a key that lives as long as the process, and the certificate of a job's identity for it. The library's own signer
 * asks for a certificate for each signature; here one serves all for some minutes.
 */


/** Milliseconds. Fulcio's certificates hold ten minutes. */
const renewAfter = 5 * 60_000;
/** @param certify gives the certificate of a key, which its signer proves to have. */
function certifiedSigner(clock, certify) {
    let certified;
    const renew = () => {
        const { privateKey: key } = (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
        const renewed = { key, at: clock.now(), certificate: certify(keySigner(key)) };
        renewed.certificate.catch(() => {
            if (certified === renewed)
                certified = undefined;
        });
        return renewed;
    };
    return {
        async sign(data) {
            if (certified === undefined || clock.now() - certified.at > renewAfter)
                certified = renew();
            const { key, certificate } = certified;
            return { key: await certificate, signature: (0,external_node_crypto_.sign)('sha256', data, key) };
        },
    };
}
const keySigner = (key) => ({
    sign: (data) => Promise.resolve({
        signature: (0,external_node_crypto_.sign)('sha256', data, key),
        key: { $case: 'publicKey', publicKey: (0,sign_key/* publicPem */.O3)(key), hint: (0,sign_key/* keyHint */.p4)(key) },
    }),
});
/** A certificate's identity, without its kind that stands in front: `URI:https://…`. */
const identityOf = (certificate) => (new external_node_crypto_.X509Certificate(certificate).subjectAltName ?? '').replace(/^(?:URI|email):/, '');

// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53053);
;// CONCATENATED MODULE: ./lib/sign/service-answers.js
/** What services of signatures answered, and what is to be done about it. */




/** Of an answer; undefined where there was none. */
function statusOf(error) {
    if (typeof error.statusCode === 'number')
        return error.statusCode;
    return error.cause === undefined ? undefined : statusOf(error.cause);
}
/**
 * Listens to the answers of these services. The library keeps the header Retry-After to itself; Node tells of every answer of
 * the HTTP client that the library alone uses here.
 */
function listenTo(services) {
    const hosts = urlsOf(services).map((url) => new URL(url).host);
    const answers = (0,external_node_diagnostics_channel_.channel)('http.client.response.finish');
    let retryAfter;
    const onAnswer = (message) => {
        const { request, response } = message;
        if (hosts.includes(String(request.getHeader('host'))))
            retryAfter = response.headers['retry-after'] ?? retryAfter;
    };
    answers.subscribe(onAnswer);
    return {
        again: (error, now) => {
            if (error instanceof errors/* Failure */.HR)
                return undefined;
            const status = statusOf(error);
            if (status !== undefined && !(0,http/* isTemporaryStatus */.wA)(status))
                return undefined;
            const after = (0,http/* parseRetryAfter */.mu)(retryAfter ?? null, now);
            retryAfter = undefined;
            return (0,defined/* defined */.s)({ after });
        },
        stop: () => {
            answers.unsubscribe(onAnswer);
        },
    };
}
const urlsOf = ({ certificates, log, timestamps }) => [certificates, log?.url, timestamps].filter((url) => url !== undefined);
/** Which service an error of the library is about. */
function serviceOf(code, services) {
    const { certificates, log, timestamps } = services;
    switch (code) {
        case 'CA_CREATE_SIGNING_CERTIFICATE_ERROR':
            return { name: 'certificates', ...(0,defined/* defined */.s)({ url: certificates }) };
        case 'TLOG_CREATE_ENTRY_ERROR':
        case 'TLOG_FETCH_ENTRY_ERROR':
            return { name: 'the log', ...(0,defined/* defined */.s)({ url: log?.url }) };
        case 'TSA_CREATE_TIMESTAMP_ERROR':
            return { name: 'time-stamps', ...(0,defined/* defined */.s)({ url: timestamps }) };
        default:
            return { name: 'signatures' };
    }
}
/** In words of our own: those of the library may have the token in them. */
function signFailure(error, services, attempts) {
    const { name, url } = serviceOf(error.code, services);
    const status = statusOf(error);
    const host = url === undefined ? undefined : new URL(url).host;
    const at = host === undefined ? '' : ` at ${host}`;
    const answer = status === undefined ? 'does not answer' : `answers ${status}`;
    const tries = attempts === 1 ? '' : `, after ${attempts} attempts`;
    return new errors/* Failure */.HR([
        {
            station: 'registry',
            about: 'signature',
            ...(status === undefined ? (0,defined/* defined */.s)({ host }) : {}),
            message: `The service of ${name}${at} ${answer}${tries}: the image could not be signed.`,
        },
    ]);
}

// EXTERNAL MODULE: ./lib/sign/statement.js
var statement = __webpack_require__(32768);
;// CONCATENATED MODULE: ./lib/sign/signer.js








const usualPatience = {
    budget: { attempts: 12, time: 120_000, first: 1000, longest: 20_000 },
    timeout: 20_000,
};
/** Loads the libraries once something is signed. */
function openSigner(world, by, patience = usualPatience) {
    const create = (0,once/* once */.O)(() => openCreator(world, by, patience));
    const signed = new WeakMap();
    return (attestation) => {
        const before = signed.get(attestation);
        if (before !== undefined)
            return before;
        const begun = create().then((work) => work(attestation));
        signed.set(attestation, begun);
        begun.catch(() => signed.delete(attestation));
        return begun;
    };
}
async function openCreator(world, by, patience) {
    const { DSSEBundleBuilder, FulcioSigner } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(2088), __webpack_require__.e(7335), __webpack_require__.e(5179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19));
    const { bundleToJSON } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19));
    const { budget, timeout } = patience;
    const services = by.kind === 'key' ? {} : by.services;
    const signer = by.kind === 'key'
        ? keySigner(by.key)
        : certifiedSigner(world.clock, async (keyHolder) => {
            const token = await (0,identity_token/* fetchToken */.eY)(world, by.token, patience);
            const identityProvider = { getToken: () => Promise.resolve(token) };
            const fulcioBaseURL = by.services.certificates;
            const options = { fulcioBaseURL, identityProvider, keyHolder, timeout, retry: false };
            return (await new FulcioSigner(options).sign(Buffer.from(''))).key;
        });
    const witnesses = await witnessesOf(services, timeout);
    const builder = new DSSEBundleBuilder({ signer, witnesses });
    let isAway = false;
    return async (attestation) => {
        const artifact = { data: (0,statement/* statementBytes */.Tp)(attestation), type: statement/* statementMediaType */.sq };
        const answers = listenTo(services);
        try {
            const bundle = await (0,http/* withRetries */.LH)(() => builder.create(artifact), {
                clock: world.clock,
                budget: isAway ? { ...budget, attempts: 1 } : budget,
                again: (error) => answers.again(error, world.clock.now()),
                giveUp: (error, { attempts }) => {
                    isAway ||= answers.again(error, 0) !== undefined;
                    return error instanceof errors/* Failure */.HR ? error : signFailure(error, services, attempts);
                },
            });
            const { content } = bundle.verificationMaterial;
            const name = content.$case === 'certificate' ? identityOf(content.certificate.rawBytes) : undefined;
            return {
                bytes: new Uint8Array(Buffer.from(JSON.stringify(bundleToJSON(bundle)))),
                by: name ?? (by.kind === 'key' ? (0,sign_key/* keyName */.xT)(by.key) : ''),
            };
        }
        finally {
            answers.stop();
        }
    };
}
/** Without retries of their own: the library knows neither Retry-After nor a budget of time. */
async function witnessesOf({ log, timestamps }, timeout) {
    const { RekorWitness, TSAWitness } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(2088), __webpack_require__.e(7335), __webpack_require__.e(5179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19));
    const request = { timeout, retry: false };
    const witnesses = [];
    if (log !== undefined)
        witnesses.push(new RekorWitness({ rekorBaseURL: log.url, majorApiVersion: log.version, ...request }));
    if (timestamps !== undefined)
        witnesses.push(new TSAWitness({ tsaBaseURL: timestamps, ...request }));
    return witnesses;
}

;// CONCATENATED MODULE: ./lib/session/signing.js
/** Finds out what this run signs with. */






/** The libraries of Sigstore want it; all else runs on any Node 24. */
const oldestToSign = '24.15.0';
/** Undefined, with a note, where it is not possible, and was not demanded. @throws Failure. */
async function openSigning(world, journal, settings, event) {
    const { isDemanded, key, passphrase, config, patience } = settings;
    const without = (why) => {
        if (isDemanded)
            throw (0,errors/* inputFailure */.vQ)('sign', why);
        journal.add({ is: 'note', text: `images are not signed: ${why}` });
    };
    const { node } = world.machine;
    if ((0,tool_version/* isOlderTool */.b)(node, oldestToSign))
        return without(`signing needs Node ${oldestToSign.replace(/\.0$/, '')} or newer, and this is ${node}`);
    const isByJob = key === '' && config === undefined;
    const visibility = isByJob ? await visibilityOf(world, event, patience) : undefined;
    // Whoever demands it knows what is public of the job.
    const isPublic = visibility === undefined ? isDemanded : visibility === 'public';
    if (isByJob && !isPublic && !isDemanded)
        return without(`${visibility === undefined ? 'it is not known whether the repository is public' : `the repository is ${visibility}`}. With sign: true, GitHub's own services sign; with sign_key, a key of yours`);
    const services = config === undefined ? (isPublic ? publicServices : githubServices) : await configured(world, config);
    const by = signBy(world, services, { key, passphrase });
    const sign = openSigner(world, by, patience);
    return by.kind === 'key' ? { sign, key: by.key } : { sign };
}
async function visibilityOf(world, event, patience = usualPatience) {
    const source = (0,identity_token/* tokenSourceOf */.Gz)(world.env);
    return (await event())?.visibility ?? (source && (await (0,identity_token/* visibilityByToken */.bR)(world, source, patience)));
}
function signBy({ env }, services, { key, passphrase }) {
    if (key !== '') {
        const read = (0,sign_key/* parsePrivateKey */.QW)(key, passphrase);
        // The job does not sign in its place.
        if (!read.ok)
            throw (0,errors/* inputFailure */.vQ)('sign_key', read.message);
        return { kind: 'key', key: read.value };
    }
    return { kind: 'identity', token: (0,identity_token/* tokenSourceOf */.Gz)(env) ?? { kind: 'given', token: '' }, services };
}
async function configured({ files, clock }, path) {
    const text = await files.read(path);
    if (text === undefined)
        throw (0,errors/* inputFailure */.vQ)('signing_config', `there is no file ${path}`);
    const services = parseSigningConfig(text, clock.now());
    if (!services.ok)
        throw (0,errors/* inputFailure */.vQ)('signing_config', services.message);
    return services.value;
}

;// CONCATENATED MODULE: ./lib/session/session.js
/** What one process opens once. No question is asked twice, however many images ask it. */



















/** @throws Failure where a secret, or a part of this program, is missing. */
async function openSession(world, settings, trace) {
    const { login, verifyEnv, builder: wanted, lastingBuilder, registries: hosts } = settings;
    const journal = trace.of();
    const env = {
        ...(await (0,client_config/* clientEnvironment */.B)(world, login)),
        ...(verifyEnv.names.length === 0
            ? {}
            : {
                [bake/* verifyVariable */.e]: JSON.stringify(verifyEnv.values),
                [bake/* exportsVariable */.IL]: (0,bake/* exportLines */.Es)(verifyEnv.values),
            }),
    };
    const programs = await (0,build_programs/* readPrograms */.wl)(world, settings.programs);
    const access = await indexAccess(world, settings);
    const cache = openCache(world, journal, settings.cache);
    const ownBuilders = [];
    const builder = (0,once/* once */.O)(() => (0,session_builder/* openBuilder */.I)(world, journal, {
        env,
        registries: hosts,
        beforeCreate: async (name) => {
            if (name !== lastingBuilder && (await settings.keepBuilder?.(name)) !== true)
                ownBuilders.push(name);
        },
        ...(0,defined/* defined */.s)({ builder: wanted, name: lastingBuilder }),
    }));
    const indexOf = openIndexes(world, access, cache, {
        say: (text) => journal.add({ is: 'note', text }),
        onUnasked: settings.onUnaskedPage,
    });
    const resolver = openResolver(world, journal, {
        access,
        programs,
        cache,
        indexOf,
        keepsResolutions: settings.keepsResolutions === true,
        builder,
    });
    const registries = (0,once/* once */.O)(() => (0,session_registries/* openRegistries */.c)(world, env, login));
    const event = (0,once/* once */.O)(async () => settings.event?.());
    return {
        world,
        journal,
        journalOf: trace.of,
        begun: world.clock.now(),
        env,
        unsetVariables: verifyEnv.names.filter((name) => verifyEnv.values[name] === undefined),
        access,
        programs,
        cache,
        builder,
        event,
        registries,
        signer: (0,once/* once */.O)(async () => settings.signing === undefined ? undefined : openSigning(world, journal, settings.signing, event)),
        held: (0,once/* onceFor */.b)((repository, { exact, aliases }) => [(0,reference/* repositoryText */.g_)(repository), exact, ...aliases].join(' '), async (repository, tags) => (0,observe/* observeImage */.WY)((await registries()).client, repository, tags)),
        packageIndex: indexOf,
        advisories: (0,once/* onceFor */.b)((url) => url, (url) => (0,osv/* openOsv */.b)(world, { url, cache })),
        wheelStore: (0,once/* onceFor */.b)((place) => JSON.stringify(place), async (place) => (0,wheel_cache_open/* openWheelStore */.V)(world, (await registries()).client, place, cache.folder)),
        resolve: resolver.resolve,
        facts: (0,once/* onceFor */.b)(({ digest }, platforms) => JSON.stringify([digest, platforms]), (base, platforms, beside) => (0,report_journal/* timed */.ay)({ journal, clock: world.clock }, 'lock', 'read the base', async () => readFacts(world, (await builder()).buildx, base, platforms, programs, cache, beside))),
        close: async () => {
            await resolver.close();
            for (const name of ownBuilders)
                await (0,build_builder/* removeBuilder */.iq)(world, {}, name);
        },
    };
}


/***/ }),

/***/ 51696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ fetchBundle),
/* harmony export */   Od: () => (/* binding */ listBundles),
/* harmony export */   U9: () => (/* binding */ attachBundle),
/* harmony export */   Uc: () => (/* binding */ listSignatures)
/* harmony export */ });
/* unused harmony export bundleMediaType */
/* harmony import */ var _registry_attach_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17646);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50886);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32768);



const bundleMediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const contentKey = 'dev.sigstore.bundle.content';
const predicateTypeKey = 'dev.sigstore.bundle.predicateType';
/** @param now milliseconds since the epoch. @throws RegistryProblem. */
const attachBundle = (client, repository, { subject, predicateType }, bytes, now) => (0,_registry_attach_js__WEBPACK_IMPORTED_MODULE_0__/* .attach */ .K0)(client, repository, {
    subject,
    artifactType: bundleMediaType,
    content: bytes,
    annotations: {
        [contentKey]: 'dsse-envelope',
        [predicateTypeKey]: predicateType,
        'org.opencontainers.image.created': new Date(now).toISOString(),
    },
});
/** Artifacts with a bundle about a manifest; those of version 0.1 and 0.2, too. @throws RegistryProblem. */
const listBundles = async (client, repository, subject) => (await client.referrers(repository, subject)).filter(({ artifactType = '' }) => /^application\/vnd\.dev\.sigstore\.bundle\b/.test(artifactType));
/** Those of them that say that the manifest is signed, by their annotations. @throws RegistryProblem. */
const listSignatures = async (client, repository, subject) => (await client.referrers(repository, subject, bundleMediaType)).filter(({ annotations }) => annotations?.[predicateTypeKey] === _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .predicateTypes */ .ZR.signature);
/** Undefined where the artifact or its bundle is gone. @throws RegistryProblem. */
async function fetchBundle(client, repository, artifact) {
    const manifest = await client.getManifest(repository, artifact.digest);
    const [layer] = manifest === undefined ? [] : ((0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readContent */ .c_)(manifest.bytes).layers ?? []);
    return layer && client.getBlob(repository, layer.digest);
}


/***/ }),

/***/ 42750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ checkBundles),
  v: () => (/* binding */ hasSignature)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/sign/bundles.js
var bundles = __webpack_require__(51696);
// EXTERNAL MODULE: ./lib/sign/identity.js
var identity = __webpack_require__(97055);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
// EXTERNAL MODULE: ./lib/sign/key.js
var sign_key = __webpack_require__(20642);
// EXTERNAL MODULE: ./lib/sign/statement.js
var sign_statement = __webpack_require__(32768);
;// CONCATENATED MODULE: ./lib/sign/verify-bundle.js




/** @param subject what it must be about. */
async function verifyBundle(bytes, subject, trust) {
    const [{ bundleFromJSON }, { toSignedEntity }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19)),
    ]);
    let bundle;
    try {
        bundle = bundleFromJSON(JSON.parse(Buffer.from(bytes).toString('utf8')));
    }
    catch {
        return (0,errors/* refused */.J5)('it is no bundle of Sigstore, or a damaged one');
    }
    try {
        if (bundle.content.$case !== 'dsseEnvelope')
            return (0,errors/* refused */.J5)('it signs no statement');
        const entity = toSignedEntity(bundle);
        const by = trust.kind === 'key'
            ? await verifyWithKey(entity, trust.key)
            : await verifyWithRoots(entity, trust.roots);
        if (!by.ok)
            return by;
        const statement = (0,sign_statement/* readStatement */.cO)(bundle.content.dsseEnvelope.payload);
        if (statement === undefined)
            return (0,errors/* refused */.J5)('what it signs is no statement');
        if (!statement.subjects.includes(subject))
            return (0,errors/* refused */.J5)(`it is about ${statement.subjects.join(', ') || 'nothing'}, and not about ${subject}`);
        return (0,errors/* parsed */.Yz)({ ...statement, by: by.value });
    }
    catch (error) {
        return (0,errors/* refused */.J5)(messageOf(error));
    }
}
/** What a bundle signs, of which nothing is checked; undefined where it is no bundle of a statement. */
function statementIn(bytes) {
    const payload = jsonOf(bytes)
        ?.dsseEnvelope?.payload;
    return typeof payload === 'string' ? (0,sign_statement/* readStatement */.cO)(Buffer.from(payload, 'base64')) : undefined;
}
/** Whether a bundle names a key, and has no certificate. */
const isSignedByKey = (bytes) => jsonOf(bytes)
    ?.verificationMaterial?.publicKey !== undefined;
/** Undefined where it is no JSON, and for null. */
function jsonOf(bytes) {
    try {
        return JSON.parse(Buffer.from(bytes).toString('utf8')) ?? undefined;
    }
    catch {
        return undefined;
    }
}
/** What a log or an authority witnessed adds nothing to a key that is trusted itself. @throws where it is not signed so. */
async function verifyWithKey(entity, key) {
    if (entity.key.$case !== 'public-key')
        return (0,errors/* refused */.J5)('it is signed with a certificate, and not with a key');
    if (entity.key.hint !== (0,sign_key/* keyHint */.p4)(key))
        return (0,errors/* refused */.J5)('it is signed with another key');
    const { Verifier } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    const material = {
        certificateAuthorities: [],
        timestampAuthorities: [],
        tlogs: [],
        ctlogs: [],
        publicKey: () => ({ publicKey: key, validFor: () => true }),
    };
    const verifier = new Verifier(material, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
    verifier.verify({ ...entity, tlogEntries: [], timestamps: [] });
    return (0,errors/* parsed */.Yz)({ subject: (0,sign_key/* keyName */.xT)(key) });
}
async function verifyWithRoots(entity, roots) {
    if (entity.key.$case !== 'certificate')
        return (0,errors/* refused */.J5)('it is signed with a key: give its public half in public_key');
    const { toTrustMaterial, Verifier } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    let why = 'no instance is trusted';
    for (const root of roots) {
        // An instance without a log has an authority of time-stamps in its place.
        const thresholds = {
            tlogThreshold: Math.min(1, root.tlogs.length),
            ctlogThreshold: Math.min(1, root.ctlogs.length),
        };
        try {
            const { identity } = new Verifier(toTrustMaterial(root), thresholds).verify(entity);
            const { subjectAlternativeName: subject = '', extensions } = identity ?? {};
            return (0,errors/* parsed */.Yz)({
                subject,
                ...(0,defined/* defined */.s)({ issuer: extensions?.issuer }),
                ...factsOf(entity.key.certificate),
                ...timeOf(entity),
            });
        }
        catch (error) {
            why = messageOf(error);
        }
    }
    return (0,errors/* refused */.J5)(why);
}
/** Of Fulcio's certificates (fulcio, "Sigstore OID information"). */
function factsOf(certificate) {
    const text = (oid) => certificate.extension(oid)?.valueObj.subs[0]?.value.toString('utf8');
    return (0,defined/* defined */.s)({ run: text('1.3.6.1.4.1.57264.1.21'), commit: text('1.3.6.1.4.1.57264.1.13') });
}
function timeOf({ timestamps }) {
    const times = timestamps.map((one) => one.$case === 'transparency-log'
        ? Number(one.tlogEntry.integratedTime) * 1000
        : one.timestamp.signingTime.getTime());
    return times.length === 0 ? {} : { at: Math.min(...times) };
}
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

;// CONCATENATED MODULE: ./lib/sign/check-signatures.js




/**
 * @param trust asked for only where there is a bundle that it may hold for.
 * @param hasKey whether that is a public key: without one, what a key signed is refused before anything is fetched.
 * @param wanted absent where anybody who is trusted may have signed.
 * @throws RegistryProblem, and what `trust` throws.
 */
async function checkBundles(client, repository, subject, { trust, wanted, hasKey = false, }) {
    const listed = await (0,bundles/* listBundles */.Od)(client, repository, subject);
    return Promise.all(listed.map(async ({ digest: artifact }) => {
        const bytes = await (0,bundles/* fetchBundle */.L2)(client, repository, { digest: artifact });
        if (bytes === undefined)
            return { ok: false, artifact, message: 'it is not in the repository any more' };
        const read = !hasKey && isSignedByKey(bytes)
            ? (0,errors/* refused */.J5)('it is signed with a key: give its public half in public_key')
            : await verifyBundle(bytes, subject, await trust());
        if (!read.ok)
            return { ok: false, artifact, message: read.message };
        const { by, predicateType, predicate } = read.value;
        if (wanted !== undefined && !(0,identity/* isIdentity */.Lk)(by, wanted))
            return {
                ok: false,
                artifact,
                message: `${by.subject}${by.issuer === undefined ? '' : ` (issuer ${by.issuer})`} signed it, and not ${(0,identity/* identityText */.Ky)(wanted)}`,
            };
        return { ok: true, predicateType, predicate, by };
    }));
}
/**
 * Whether an image has a signature beside it that is about it, and by the key of this run where it has one: an image is signed
 * anew with another key. Whom a certificate names is not looked at. Two requests for each signature besides listing them.
 *
 * @throws RegistryProblem.
 */
async function hasSignature(client, repository, subject, key) {
    // The newest is mostly the last.
    for (const artifact of (await (0,bundles/* listSignatures */.Uc)(client, repository, subject)).toReversed()) {
        const bytes = await (0,bundles/* fetchBundle */.L2)(client, repository, artifact);
        if (bytes === undefined)
            continue;
        const counts = key === undefined
            ? statementIn(bytes)?.subjects.includes(subject) === true
            : (await verifyBundle(bytes, subject, { kind: 'key', key })).ok;
        if (counts)
            return true;
    }
    return false;
}


/***/ }),

/***/ 32768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tp: () => (/* binding */ statementBytes),
/* harmony export */   ZR: () => (/* binding */ predicateTypes),
/* harmony export */   cO: () => (/* binding */ readStatement),
/* harmony export */   sq: () => (/* binding */ statementMediaType)
/* harmony export */ });
const predicateTypes = {
    /** Of cosign 3: the image is signed, and no more is said of it. */
    signature: 'https://sigstore.dev/cosign/sign/v1',
    provenance: 'https://slsa.dev/provenance/v1',
};
/** Media type of a statement in its envelope. */
const statementMediaType = 'application/vnd.in-toto+json';
const statementType = 'https://in-toto.io/Statement/v1';
/**
 * The name of the subject says nothing, so that what is said is as right in the next repository that has the image. Without
 * one, sigstore's verifier in Python refuses the statement.
 */
const statementBytes = ({ subject, predicateType, predicate }) => Buffer.from(JSON.stringify({
    _type: statementType,
    subject: [{ name: '_', digest: { sha256: subject.digest.slice('sha256:'.length) } }],
    predicateType,
    predicate,
}));
/** Undefined where it is no statement. */
function readStatement(bytes) {
    let value;
    try {
        value = JSON.parse(Buffer.from(bytes).toString('utf8'));
    }
    catch {
        return undefined;
    }
    const { subject, predicateType, predicate } = (value ?? {});
    if (typeof predicateType !== 'string' || !Array.isArray(subject))
        return undefined;
    const subjects = subject.flatMap((one) => {
        const sha256 = one?.digest?.sha256;
        return typeof sha256 === 'string' ? [`sha256:${sha256}`] : [];
    });
    return { subjects, predicateType, predicate };
}


/***/ }),

/***/ 11247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readTrust)
/* harmony export */ });
/* unused harmony export parseTrustedRoots */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20642);



/** Reads a trusted root, or several, one a line, as "gh attestation trusted-root" writes them. */
async function parseTrustedRoots(text) {
    const { TrustedRoot: type } = await __webpack_require__.e(/* import() */ 9654).then(__webpack_require__.t.bind(__webpack_require__, 19654, 19));
    const whole = text.trim();
    const texts = isJson(whole) ? [whole] : whole.split('\n').filter((line) => line.trim() !== '');
    try {
        const roots = texts.map((one) => type.fromJSON(JSON.parse(one)));
        if (roots.length > 0 && roots.every(({ certificateAuthorities }) => certificateAuthorities.length > 0))
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(roots);
    }
    catch {
        // Said below.
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)('it is no trusted root: give the file that "cosign trusted-root create" or "gh attestation trusted-root" writes.');
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/**
 * The root of Sigstore's public instance, by its own means of distribution (TUF).
 *
 * @param cache folder in which it is kept. @throws Failure.
 */
async function publicRoot(cache) {
    const { getTrustedRoot } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(7335), __webpack_require__.e(3694)]).then(__webpack_require__.t.bind(__webpack_require__, 84423, 19));
    return getTrustedRoot({ cachePath: cache, timeout: 10_000, retry: 2 }).catch((error) => {
        const why = error instanceof Error ? error.message : String(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR([
            {
                station: 'registry',
                about: 'trusted root',
                message: `What Sigstore's public instance is trusted by could not be fetched from tuf-repo-cdn.sigstore.dev (${why}). Give a file in trusted_root.`,
            },
        ]);
    });
}
/**
 * What was given, else Sigstore's public instance.
 *
 * @param cache folder for what is worth keeping between runs. @throws Failure of an input, or where the root cannot be had.
 */
async function readTrust(files, { publicKey, trustedRoot, cache, }) {
    const textOf = async (about, path) => {
        const text = await files.read(path);
        if (text === undefined)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .inputFailure */ .vQ)(about, `there is no file ${path}.`);
        return text;
    };
    if (publicKey !== undefined) {
        const key = (0,_key_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePublicKey */ .ee)(await textOf('public_key', publicKey));
        if (!key.ok)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .inputFailure */ .vQ)('public_key', key.message);
        return { kind: 'key', key: key.value };
    }
    if (trustedRoot === undefined)
        return { kind: 'roots', roots: [await publicRoot((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cache, 'sigstore'))] };
    const roots = await parseTrustedRoots(await textOf('trusted_root', trustedRoot));
    if (!roots.ok)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .inputFailure */ .vQ)('trusted_root', roots.message);
    return { kind: 'roots', roots: roots.value };
}


/***/ }),

/***/ 68282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ makingPolicy),
/* harmony export */   a: () => (/* binding */ imagePolicy)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64222);
/** The policy that the inputs of every source give. */

const imagePolicy = (inputs, files) => ({
    ...makingPolicy(inputs),
    target: inputs.push
        ? { kind: 'push' }
        : inputs.trial
            ? { kind: 'trial' }
            : { kind: 'layout', folder: files.absolute(inputs.output) },
    dryRun: inputs.dryRun,
    ...(inputs.deep ? { deep: true } : {}),
    ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .s)({ unsigned: inputs.signing?.failure, baseSignature: inputs.baseSignature }),
});
/** Nothing is compiled or saved, and a tag follows its source. */
const makingPolicy = (inputs) => ({
    rebuild: inputs.rebuild,
    overwrite: true,
    ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .s)({ maxAge: inputs.maxAge }),
    verify: inputs.verify,
    verifyEnv: inputs.verifyEnv,
    compile: 'auto',
    wheelStore: { kind: 'off' },
    savesWheels: false,
    provenance: inputs.provenance,
    sbom: inputs.sbom,
});


/***/ }),

/***/ 1665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ daysSince),
/* harmony export */   N: () => (/* binding */ isDay),
/* harmony export */   S: () => (/* binding */ staleAfter),
/* harmony export */   kb: () => (/* binding */ dayOf)
/* harmony export */ });
/** When a saved wheel was compiled and used: days in UTC. */
/** Days after which a use is written down again: seldom, since each time the artifact's manifest is put anew. */
const staleAfter = 7;
const day = 86_400_000;
/** The day of a time in milliseconds since the epoch. */
const dayOf = (time) => new Date(time).toISOString().slice(0, 10);
/** Whether a text is a day that there is: February has no 30th. */
const isDay = (text) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
    return !Number.isNaN(time) && dayOf(time) === text;
};
/** Whole days from a day to a time. */
const daysSince = (text, now) => Math.floor((Date.parse(dayOf(now)) - Date.parse(text)) / day);


/***/ }),

/***/ 2429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ readWheelManifest),
  z: () => (/* binding */ wheelManifest)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/names/reference.js
var reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/names/platform.js
var names_platform = __webpack_require__(29885);
// EXTERNAL MODULE: ./lib/wheel-cache/days.js
var days = __webpack_require__(1665);
// EXTERNAL MODULE: ./lib/wheel-cache/key.js
var wheel_cache_key = __webpack_require__(70663);
;// CONCATENATED MODULE: ./lib/wheel-cache/annotations.js
/** What is said of a saved wheel: written as annotations, and read back without trusting them. */




const prefix = 'io.github.python-image-builder.wheel';
function annotationsOfWheel(record) {
    const { key, floor } = record;
    return {
        [`${prefix}.schema`]: String(wheel_cache_key/* wheelSchema */.bg),
        [`${prefix}.name`]: record.name,
        [`${prefix}.version`]: record.version,
        [`${prefix}.sdist`]: key.sdist,
        [`${prefix}.python`]: key.python,
        [`${prefix}.abi`]: key.abi,
        [`${prefix}.platform`]: key.platform,
        [`${prefix}.libc`]: key.libc,
        ...(floor === undefined ? {} : { [`${prefix}.floor`]: floor }),
        [`${prefix}.distribution`]: key.distribution,
        [`${prefix}.build-packages`]: key.buildPackages.join(' '),
        ...(key.buildConstraints === undefined
            ? {}
            : { [`${prefix}.build-constraints`]: key.buildConstraints.join('\n') }),
        [`${prefix}.build-base`]: key.buildBase,
        [`${prefix}.way`]: record.way,
        [`${prefix}.seconds`]: String(record.seconds),
        [`${prefix}.compiled`]: record.compiled,
        [`${prefix}.used`]: record.used,
    };
}
/** Refused with what is wrong, in words that go on after the artifact's name. */
function readWheelAnnotations(annotations) {
    const text = (name) => {
        const value = annotations[`${prefix}.${name}`];
        return typeof value === 'string' ? value : '';
    };
    if (text('schema') !== String(wheel_cache_key/* wheelSchema */.bg))
        return (0,errors/* refused */.J5)(`is of another form than this release writes (${text('schema') || 'none'})`);
    const platform = text('platform') === 'any' ? (0,errors/* parsed */.Yz)('any') : (0,names_platform/* parsePlatform */.FL)(text('platform'));
    if (!platform.ok)
        return (0,errors/* refused */.J5)('does not say what platform it is for');
    const one = (name, choices) => choices.find((choice) => choice === text(name));
    const [libc, way] = [
        one('libc', ['glibc', 'musl', 'any']),
        one('way', ['native', 'cross', 'emulated']),
    ];
    const day = { test: days/* isDay */.N };
    const forms = [
        ['name', /^[a-z0-9-]+$/],
        ['version', /^[\w.+!-]{1,200}$/],
        ['sdist', /^[0-9a-f]{64}$/],
        ['python', /^3\.\d+$/],
        ['abi', /^(?:none|cp3\d+m?)$/],
        ['distribution', /^[\w. -]{0,100}$/],
        ['build-base', /^[\w.:[\]/-]{0,255}$/],
        ['floor', /^(?:\d+(?:\.\d+){1,3})?$/],
        ['seconds', /^\d{1,9}(?:\.\d+)?$/],
        ['compiled', day],
        ['used', day],
    ];
    const wrong = forms.find(([name, form]) => !form.test(text(name)))?.[0];
    if (wrong !== undefined || libc === undefined || way === undefined)
        return (0,errors/* refused */.J5)(`does not say right what its ${wrong ?? (libc === undefined ? 'libc' : 'way')} is`);
    const [floor, packages, constraints] = [text('floor'), text('build-packages'), text('build-constraints')];
    return (0,errors/* parsed */.Yz)({
        name: text('name'),
        version: text('version'),
        key: {
            sdist: text('sdist'),
            python: text('python'),
            abi: text('abi'),
            platform: platform.value,
            libc,
            distribution: text('distribution'),
            buildPackages: packages === '' ? [] : packages.split(' '),
            ...(constraints === '' ? {} : { buildConstraints: constraints.split('\n') }),
            buildBase: text('build-base'),
        },
        ...(floor === '' ? {} : { floor }),
        way,
        seconds: Number(text('seconds')),
        compiled: text('compiled'),
        used: text('used'),
    });
}

// EXTERNAL MODULE: ./lib/registry/attach.js
var attach = __webpack_require__(17646);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var manifest = __webpack_require__(50886);
;// CONCATENATED MODULE: ./lib/wheel-cache/manifest.js
/** A saved wheel as an OCI artifact: a manifest whose one layer is the file (image specification, "Artifact Usage"). */





const artifactType = 'application/vnd.python-image-builder.wheel.v1';
const layerType = 'application/zip';
/** The image specification's key of a file's name. */
const titleKey = 'org.opencontainers.image.title';
/** The artifact's manifest. The same wheel of which the same is said has the same bytes. */
const wheelManifest = (record, { filename, digest, size }) => new Uint8Array(Buffer.from(JSON.stringify({
    schemaVersion: 2,
    mediaType: manifest/* mediaTypes */.Ib.ociManifest,
    artifactType,
    config: attach/* emptyDescriptor */.p$,
    layers: [{ mediaType: layerType, digest, size, annotations: { [titleKey]: filename } }],
    annotations: annotationsOfWheel(record),
})));
/** Refused with what is wrong, in words that go on after the artifact's name. */
function readWheelManifest(bytes) {
    let content;
    try {
        content = (0,manifest/* readContent */.c_)(bytes);
    }
    catch {
        return (0,errors/* refused */.J5)('is no manifest');
    }
    if (content.artifactType !== artifactType)
        return (0,errors/* refused */.J5)('is not a saved wheel');
    const layers = content.layers;
    const layer = Array.isArray(layers) && layers.length === 1 ? layers[0] : null;
    const filename = layer?.annotations?.[titleKey];
    const digest = typeof layer?.digest === 'string' ? (0,reference/* parseDigest */.m)(layer.digest) : undefined;
    if (digest?.ok !== true || typeof filename !== 'string')
        return (0,errors/* refused */.J5)('does not name one file');
    const size = layer?.size;
    if (!Number.isSafeInteger(size) || size < 0)
        return (0,errors/* refused */.J5)('does not say right what the size of its file is');
    const record = readWheelAnnotations(content.annotations ?? {});
    if (!record.ok)
        return record;
    return (0,errors/* parsed */.Yz)({ record: record.value, filename, digest: digest.value, size: size });
}


/***/ }),

/***/ 26686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ buildBaseOf),
  V: () => (/* binding */ openWheelStore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __webpack_require__(32030);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var registry_manifest = __webpack_require__(50886);
// EXTERNAL MODULE: ./lib/wheel-cache/store.js
var store = __webpack_require__(77277);
;// CONCATENATED MODULE: ./lib/wheel-cache/folder.js
/** Saved wheels in a folder of this machine. */







/**
 * `TAG.json` is the artifact's manifest, `blobs/sha256/…` what it names. Whatever is written is whole or not there:
 * several builds may share the folder.
 */
function folderStore(files, folder) {
    const manifestPath = (tag) => (0,external_node_path_.join)(folder, `${tag}.json`);
    const blobPath = (digest) => (0,external_node_path_.join)(folder, 'blobs', digest.replace(':', '/'));
    const problem = (message) => new errors/* Failure */.HR([{ station: 'input', about: 'wheel_store', message }]);
    const manifest = async (tag) => {
        const bytes = await files.content(manifestPath(tag));
        if (bytes === undefined)
            await isNoFile();
        return bytes && { bytes, digest: (0,registry_manifest/* digestOf */.ol)(bytes) };
    };
    /** Below a file nothing is found, as if it were an empty folder. */
    const isNoFile = async () => {
        if ((await files.stat(folder))?.kind === 'file')
            throw problem(`${folder} is a file: wheel_store names a folder, a repository, or is "off".`);
    };
    const digestOfFile = async (path) => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const piece of files.bytes(path))
            hash.update(piece);
        return `sha256:${hash.digest('hex')}`;
    };
    const is = async (path, digest) => {
        if ((await files.stat(path))?.kind !== 'file')
            return 'absent';
        return (await digestOfFile(path)) === digest ? 'right' : 'wrong';
    };
    const fetch = async (digest, path) => {
        const blob = blobPath(digest);
        const there = await is(blob, digest);
        // Others say it in brackets, and what becomes of it after them.
        if (there === 'wrong')
            throw problem(`${blob} has other bytes than its name says: it was changed`);
        if (there === 'right')
            await files.replace(path, files.bytes(blob));
        return there === 'right';
    };
    const saveBlob = async (tag, digest, path) => {
        const blob = blobPath(digest);
        if ((await is(blob, digest)) === 'right')
            return;
        if (path === undefined)
            throw problem(`${blob}, which ${manifestPath(tag)} names, is not there: the wheel must be compiled anew.`);
        if ((await is(path, digest)) !== 'right')
            throw problem(`${path} is not what was compiled (${digest}): it was changed, and is not saved.`);
        await files.replace(blob, files.bytes(path));
    };
    const put = async (tag, bytes, path) => {
        await isNoFile();
        const needed = blobsNamedBy(bytes);
        for (const digest of needed)
            await saveBlob(tag, digest, path);
        const before = await blobsOf(tag);
        await files.replace(manifestPath(tag), bytes);
        // Until the manifest was there, another process may have taken what it names for a file that nothing needs.
        for (const digest of needed) {
            if ((await files.stat(blobPath(digest))) !== undefined)
                continue;
            if ((await manifest(tag))?.digest !== (0,registry_manifest/* digestOf */.ol)(bytes))
                continue;
            await saveBlob(tag, digest, path).catch(async (error) => {
                await files.remove(manifestPath(tag));
                throw error;
            });
        }
        await sweep(before.filter((digest) => !needed.includes(digest)));
    };
    const tagsThere = async () => (0,store/* ofWheels */.eq)((await files.list(folder)).flatMap((name) => {
        const tag = (0,names_reference/* parseTag */.ED)(name.replace(/\.json$/, ''));
        return tag.ok && name.endsWith('.json') ? [tag.value] : [];
    }));
    const tags = async () => {
        await isNoFile();
        return (await files.stat(folder))?.kind === 'folder' ? tagsThere() : undefined;
    };
    const blobsOf = async (tag) => {
        const bytes = await files.content(manifestPath(tag));
        return bytes === undefined ? [] : blobsNamedBy(bytes);
    };
    const needs = async (digest) => (await Promise.all((await tagsThere()).map(blobsOf))).flat().includes(digest);
    /**
     * Removes those of these that no manifest names. One that is written meanwhile either sees that its file is gone (`put`),
     * or is seen here, and its file comes back.
     */
    const sweep = async (digests) => {
        for (const digest of digests) {
            const blob = blobPath(digest);
            const bytes = (await needs(digest)) ? undefined : await files.content(blob);
            if (bytes === undefined)
                continue;
            await files.remove(blob);
            if (await needs(digest))
                await files.replace(blob, bytes);
        }
    };
    const remove = async (tag, digest) => {
        const found = await manifest(tag);
        if (found?.digest !== digest)
            return;
        await files.remove(manifestPath(tag));
        await sweep(blobsNamedBy(found.bytes));
    };
    const usable = (work) => (...given) => work(...given).catch((error) => {
        if (!(error instanceof file_failure/* FileFailure */.Py))
            throw error;
        const wayOut = 'wheel_store names another folder, or is "off".';
        throw error.of({ station: 'input', about: 'wheel_store', wayOut });
    });
    return {
        kind: 'folder',
        where: folder,
        named: manifestPath,
        manifest: usable(manifest),
        fetch: usable(fetch),
        put: usable(put),
        tags: usable(tags),
        remove: usable(remove),
    };
}
/** None where it is not a manifest. */
function blobsNamedBy(bytes) {
    try {
        return ((0,registry_manifest/* readContent */.c_)(bytes).layers ?? []).flatMap(({ digest }) => {
            const read = (0,names_reference/* parseDigest */.m)(digest);
            return read.ok ? [read.value] : [];
        });
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./lib/registry/attach.js
var attach = __webpack_require__(17646);
// EXTERNAL MODULE: ./lib/registry/client.js + 7 modules
var registry_client = __webpack_require__(98244);
// EXTERNAL MODULE: ./lib/registry/publish-tag.js
var publish_tag = __webpack_require__(40085);
;// CONCATENATED MODULE: ./lib/wheel-cache/repository.js
/** Saved wheels in a repository, under tags of their own. */






/** A saved wheel saves time: what is spent to get it must be little. */
const budget = { attempts: 3, time: 20_000, first: 500, longest: 4_000 };
/** @param client whose credentials are used. */
function repositoryStore({ world, options }, repository) {
    const client = new registry_client/* RegistryClient */.b(world, { ...options, budget });
    const where = (0,names_reference/* repositoryText */.g_)(repository);
    return {
        kind: 'repository',
        where,
        named: (tag) => `${where}:${tag}`,
        manifest: (tag) => client.getManifest(repository, tag),
        fetch: (digest, path) => client.saveBlob(repository, digest, path),
        put: async (tag, bytes, path) => {
            await client.uploadBlob(repository, { kind: 'bytes', bytes: attach/* empty */.Ie });
            const [layer] = (0,registry_manifest/* readContent */.c_)(bytes).layers ?? [];
            if (path !== undefined && layer !== undefined) {
                const { digest, size } = layer;
                const source = { kind: 'file', digest, part: { path, offset: 0, size } };
                await client.uploadBlob(repository, source);
            }
            await (0,publish_tag/* publishTag */.q)(client, repository, bytes, registry_manifest/* mediaTypes */.Ib.ociManifest, tag);
        },
        tags: async () => {
            const tags = await client.listTags(repository);
            return tags && (0,store/* ofWheels */.eq)(tags);
        },
        // By digest: a tag that moved since keeps what it stands for now.
        remove: async (_, digest) => {
            await client.deleteManifest(repository, digest);
        },
    };
}

;// CONCATENATED MODULE: ./lib/wheel-cache/open.js
/** Where this run restores wheels from and saves its own. */





/** Undefined where wheels are neither restored nor saved. @param cache folder for what is kept between runs. */
function openWheelStore(world, client, wheelStore, cache) {
    switch (wheelStore.kind) {
        case 'off':
            return undefined;
        case 'cache':
            return folderStore(world.files, (0,external_node_path_.join)(cache, 'wheels'));
        case 'folder':
            return folderStore(world.files, world.files.absolute(wheelStore.path));
        case 'repository':
            return repositoryStore(client, wheelStore.repository);
    }
}
/** Repository of the image that compiles, as `WheelWanted.buildBase` has it. */
function buildBaseOf(base) {
    const reference = (0,registry_reference/* parseReference */.F2)(base.build);
    return reference.ok ? (0,names_reference/* repositoryText */.g_)(reference.value.repository) : base.build;
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
