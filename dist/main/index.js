import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   kg: () => (/* binding */ gather)
/* harmony export */ });
/** What a user can act on: problems, gathered and reported together, and the exit code of each class. */
/** Exit codes of the command line: 2 input, 3 package index, 4 registry, 5 build, 6 verify, 7 this machine's files. */
const exitCodes = {
    input: 2,
    index: 3,
    registry: 4,
    build: 5,
    verify: 6,
    machine: 7,
};
/** Thrown when work cannot go on; carries every problem that is known at that point. Never shown as a stack trace. */
class Failure extends Error {
    problems;
    constructor(problems) {
        super(problems.map((problem) => problem.message).join('\n'));
        this.name = 'Failure';
        this.problems = problems;
    }
    /** Exit code of the first problem's class. */
    get exitCode() {
        const [first] = this.problems;
        return first === undefined ? 1 : exitCodes[first.station];
    }
}
const parsed = (value) => ({ ok: true, value });
const refused = (message) => ({ ok: false, message });
/** Several pieces of work at once; when some fail, all that is wrong is thrown together. */
async function gather(work) {
    const settled = await Promise.allSettled(work);
    const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    if (reasons.length === 0)
        return settled.map((one) => one.value);
    const other = reasons.find((reason) => !(reason instanceof Failure));
    if (other !== undefined || reasons.length === 1)
        throw other ?? reasons[0];
    const problems = reasons.flatMap((reason) => reason.problems);
    // What two pieces of work both stumble over is one problem.
    throw new Failure([...new Map(problems.map((problem) => [problem.message, problem])).values()]);
}


/***/ }),

/***/ 2030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J0: () => (/* binding */ unlessRefused),
/* harmony export */   Py: () => (/* binding */ FileFailure),
/* harmony export */   Wl: () => (/* binding */ onFile),
/* harmony export */   fE: () => (/* binding */ fileFailure),
/* harmony export */   m6: () => (/* binding */ fileFailureWithin)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/** What the system says of a file, a folder or a program that cannot be used, in plain words: the one place that knows its codes. */

/** Codes of Linux (errno(3)): what each means, and the way out. */
const meanings = {
    E2BIG: ['its arguments are too long', 'Give fewer or shorter inputs.'],
    EACCES: ['this user may not', 'Change its permissions, or name another place.'],
    EAGAIN: [
        'the system has no more processes to give',
        'Raise the limit ("ulimit -u"), or run fewer at once.',
    ],
    EBUSY: ['it is in use', 'Wait for who uses it, or name another place.'],
    EDQUOT: ["this user's quota is used up", 'Make room, or name another place.'],
    EEXIST: ['something else is there', 'Remove that, or name another place.'],
    EFBIG: ['the file system takes no files of this size', 'Name a place on another file system.'],
    EIO: ['the device failed', 'Look at the disk, or name another place.'],
    EISDIR: ['it is a folder', 'Name a file.'],
    ELOOP: ['its links lead in a circle', 'Mend the links, or name another place.'],
    EMFILE: ['too many files are open', 'Raise the limit ("ulimit -n").'],
    ENAMETOOLONG: ['its name is too long', 'Name another place.'],
    ENFILE: ['too many files are open on this machine', 'Raise the limit ("sysctl fs.file-max").'],
    ENODEV: ['there is no such device', 'Name another place.'],
    ENOENT: ['it, or a folder above it, is not there and cannot be made', 'Name another place.'],
    ENOEXEC: ['it is no program of this machine', 'Install the one for this processor.'],
    ENOMEM: ['no memory is left', 'Close something, or take a larger machine.'],
    ENOSPC: ['no space is left on the device', 'Make room, or name another place.'],
    ENOTDIR: ['a file stands where a folder above it should be', 'Remove that file, or name another place.'],
    ENOTEMPTY: ['the folder is not empty', 'Empty it, or name another place.'],
    ENXIO: ['there is no such device', 'Name another place.'],
    EPERM: ['the system does not allow it', 'Change its permissions, or name another place.'],
    EROFS: ['the file system is read-only', 'Make it writable, or name another place.'],
    ESTALE: ['the network file system has lost it', 'Mount it anew, or name another place.'],
    ETXTBSY: ['the program is running', 'Wait for its end.'],
    EXDEV: ['it is on another file system', 'Name a place on the same one.'],
};
/** A place in the file system that cannot be used for what it is for. */
class FileFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    path;
    doing;
    /** `ENOSPC`. */
    code;
    /** Path, what was being done and why it could not be, without the way out and without a full stop. */
    fact;
    constructor({ path, doing, code }, { station = 'machine', about, wayOut, } = {}) {
        const [why, usual] = meanings[code] ?? ['the system refuses it', 'Name another place.'];
        // What is only read is not about to be made.
        const words = code === 'ENOENT' && doing === 'read' ? 'it is not there' : why;
        const fact = `"${path}" could not be ${doing}: ${words} (${code})`;
        super([{ station, about: about ?? path, message: `${fact}. ${wayOut ?? usual}` }]);
        this.name = 'FileFailure';
        [this.path, this.doing, this.code, this.fact] = [path, doing, code, fact];
    }
    /** The same, said of what it is for: an input, a folder with a variable of its own. */
    of(said) {
        return new FileFailure(this, said);
    }
}
/** What a thrown value says of a file; undefined where it is about something else, such as a connection. */
function fileFailure(error, path, doing = 'used') {
    if (error instanceof FileFailure)
        return error;
    if (!(error instanceof Error))
        return undefined;
    const { code: said, syscall, path: named } = error;
    // Node has codes of its own for what it does in several steps: ERR_FS_EISDIR.
    const code = said?.replace(/^ERR_FS_/, '');
    if (syscall === undefined || code === undefined || !/^E[A-Z0-9]+$/.test(code))
        return undefined;
    // Whoever names a path knows that it is one; else the code must be one that files have.
    if (path === undefined && !Object.hasOwn(meanings, code))
        return undefined;
    // A connection has its words where it is made.
    if (/^(?:connect|getaddrinfo|bind|listen|accept)$/.test(syscall))
        return undefined;
    const where = path ?? named ?? (syscall === 'uv_cwd' ? 'the working folder' : 'the standard output');
    return new FileFailure({ path: where, doing, code });
}
/** The same where another error, such as that of a request which sends a file, came of it. */
function fileFailureWithin(error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause)
        if (cause instanceof FileFailure)
            return cause;
    return undefined;
}
/** Works on a file. @throws FileFailure where the system refuses. */
async function onFile(path, doing, work) {
    try {
        return await work();
    }
    catch (error) {
        throw fileFailure(error, path, doing) ?? error;
    }
}
/** For work that saves time alone, such as keeping something for the next run: what the file system refuses is told, and no failure. */
const unlessRefused = (tell) => (error) => {
    if (!(error instanceof FileFailure))
        throw error;
    tell(error);
};


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  XI: () => (/* binding */ action),
  xw: () => (/* binding */ cli),
  bE: () => (/* binding */ post)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/file-failure.js
var file_failure = __nccwpck_require__(2030);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./lib/world/node-version.js
/** The Node that this process runs on: an older one would come far, and then fail in the middle. */


/** The oldest release line that does; `engines` of package.json says it to npm. */
const oldestNode = 24;
/**
 * What is said where Node is too old, with where a newer one is; undefined where it does.
 *
 * @param version as `process.versions.node` has it.
 * @param root folder of package.json.
 */
function oldNodeText(version, root) {
    if (Number.parseInt(version, 10) >= oldestNode)
        return undefined;
    const newer = (0,external_node_path_.join)(root, 'node_modules', '.bin', 'node');
    const there = (0,external_node_fs_.existsSync)(newer) ? 'There is one here' : `After "npm ci" in ${root} there is one`;
    return `Python Image Builder needs Node ${oldestNode} or newer; this is ${version}. ${there}: ${newer} ${(0,external_node_path_.join)(root, 'dist', 'cli.js')} takes the same arguments.`;
}

;// CONCATENATED MODULE: ./lib/main.js
/** The entries. Each loads only what it needs: starting up is what a job that does nothing spends its time on. */




/** @param programs folder of the Dockerfiles and of the programs that run inside a build. */
const action = (programs) => guarded(async () => (await Promise.all(/* import() */[__nccwpck_require__.e(176), __nccwpck_require__.e(301)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5301))).main(programs), 'action');
/** The end of a job that used the action. */
const post = () => guarded(async () => (await Promise.all(/* import() */[__nccwpck_require__.e(835), __nccwpck_require__.e(685), __nccwpck_require__.e(497)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3497))).main(), 'action');
/** A runner brings its Node with it; on a laptop it may be any, and an older one cannot load the rest. */
const cli = (programs) => guarded(async () => {
    const old = oldNodeText(process.versions.node, (0,external_node_path_.join)(programs, '..'));
    if (old === undefined)
        return (await Promise.all(/* import() */[__nccwpck_require__.e(176), __nccwpck_require__.e(850)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4850))).main(programs);
    process.stderr.write(`${old}\n`);
    process.exitCode = 1;
}, 'cli');
/**
 * What is thrown this far and is about no file of this machine is a mistake of this program. A user gets a sentence; who
 * looks for it, the stack.
 */
async function guarded(work, where) {
    process.stdout.on('error', lostOutput);
    // Nobody is left who could be told.
    process.stderr.on('error', () => { });
    try {
        await work();
    }
    catch (error) {
        const failure = error instanceof errors/* Failure */.HR ? error : (0,file_failure/* fileFailure */.fE)(error);
        const { message, stack } = error instanceof Error ? error : new Error(String(error));
        const said = failure?.message ??
            `Internal error: ${message.split('\n')[0]}. This is a mistake in Python Image Builder: please report it with the command that you ran; PYTHON_IMAGE_BUILDER_STACK=1 shows where it happened.`;
        if (where === 'cli')
            process.stderr.write(`${said}\n`);
        else {
            const { workflowCommand } = await __nccwpck_require__.e(/* import() */ 116).then(__nccwpck_require__.bind(__nccwpck_require__, 1116));
            process.stdout.write(`${workflowCommand('error', said, { title: 'Python Image Builder' })}\n`);
        }
        if (process.env['PYTHON_IMAGE_BUILDER_STACK'] === '1')
            process.stderr.write(`${stack ?? ''}\n`);
        process.exitCode = where === 'cli' ? (failure?.exitCode ?? 1) : 1;
    }
}
/** Who stops reading, as `head` does, wants no more: the work goes on, and its exit code stays. A full disk is said. */
function lostOutput(error) {
    if (error.code === 'EPIPE')
        return;
    const failure = (0,file_failure/* fileFailure */.fE)(error, 'the standard output', 'written');
    process.stderr.write(`${failure?.message ?? error.message}\n`);
    process.exitCode ||= failure?.exitCode ?? 1;
}

var __webpack_exports__action = __webpack_exports__.XI;
var __webpack_exports__cli = __webpack_exports__.xw;
var __webpack_exports__post = __webpack_exports__.bE;
export { __webpack_exports__action as action, __webpack_exports__cli as cli, __webpack_exports__post as post };
