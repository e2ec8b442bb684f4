export const id = 589;
export const ids = [589];
export const modules = {

/***/ 44258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ requireBuildx),
/* harmony export */   I0: () => (/* binding */ buildxCommand),
/* harmony export */   Wq: () => (/* binding */ bake),
/* harmony export */   gU: () => (/* binding */ noDocker)
/* harmony export */ });
/* harmony import */ var _defined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64222);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _names_tool_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97709);
/* harmony import */ var _compiler_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75356);
/* harmony import */ var _temporary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38891);
/** Runs `docker buildx`, and turns its failures into problems. */





/**
 * `docker buildx …` as a value.
 *
 * Paths outside the folder of the bake file need a grant in newer releases of buildx; the flag for it is unknown to
 * older ones, the variable is ignored there.
 */
function buildxCommand(buildx, args, cwd) {
    return {
        program: 'docker',
        args: ['buildx', ...args],
        env: { BUILDX_BAKE_ENTITLEMENTS_FS: '0', BUILDX_NO_DEFAULT_ATTESTATIONS: '1', ...buildx.env },
        ...(0,_defined_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .s)({ cwd }),
    };
}
/** Finished steps are in the builder's cache: a second attempt begins with the step that failed. */
const attempts = 2;
/**
 * Builds targets of a bake file, and again where that failed for a reason that may pass; returns the result of the last
 * attempt. Does not throw: what a failure means depends on the target.
 */
async function bake(world, buildx, request) {
    const builder = buildx.builder === undefined ? [] : [`--builder=${buildx.builder}`];
    const command = buildxCommand(buildx, [
        'bake',
        '--file=docker-bake.json',
        '--progress=plain',
        ...builder,
        ...(request.more ?? []),
        ...request.targets,
    ], request.folder);
    for (let attempt = 1;; attempt += 1) {
        const receive = request.onAttempt?.();
        const onLine = (line) => {
            world.log.progress(line);
            receive?.(line);
        };
        const ran = await world.run(command, { onLine });
        if (ran.code === 0 || attempt === attempts || !(0,_temporary_js__WEBPACK_IMPORTED_MODULE_3__/* .isTemporary */ .e)((0,_compiler_output_js__WEBPACK_IMPORTED_MODULE_2__/* .failedSteps */ .t)(ran.stderr)))
            return ran;
        world.log.warn(`The build failed for a reason that may pass; attempt ${attempt + 1} of ${attempts} follows.`);
        await world.clock.sleep(2000 * attempt * (0.5 + Math.random()));
    }
}
/** Message for a `docker` that cannot be started. @param code as `Ran` has it. */
const noDocker = (code) => `The program "docker" ${code === 127 ? 'was not found' : 'cannot be run'}. Images are built by Docker with buildx: install Docker (on Debian and Ubuntu: docker.io and docker-buildx).`;
/** The first that puts annotations into what a bake file describes; older ones leave them out without a word. */
const oldestBuildx = '0.12.0';
/** Asks which buildx answers. @throws Failure with the way out when there is none. */
async function requireBuildx(world, env) {
    const ran = await world.run({ program: 'docker', args: ['buildx', 'version'], env });
    if (ran.code === 0) {
        // `github.com/docker/buildx v0.13.1 <commit>`
        const version = ran.stdout.trim().split(/\s+/)[1] ?? '';
        if (!(0,_names_tool_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isOlderTool */ .b)(version, oldestBuildx))
            return;
        world.log.warn(`buildx ${version} puts no annotations into an image, ${oldestBuildx} and newer do: the next run could not compare, and would build again. Update the plugin (on Debian and Ubuntu: docker-buildx; in a workflow: docker/setup-buildx-action).`);
        return;
    }
    const message = ran.code === 126 || ran.code === 127
        ? noDocker(ran.code)
        : 'Docker is here, but its plugin "buildx" does not answer: install it (on Debian and Ubuntu: docker-buildx).';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
        { station: 'build', about: 'docker', message, detail: ran.stderr.trim().split('\n').slice(-5) },
    ]);
}


/***/ }),

/***/ 75356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ failedSteps),
  m: () => (/* binding */ shortenBuildLog)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/defined.js
var defined = __webpack_require__(64222);
;// CONCATENATED MODULE: ./lib/build/system-packages.js
/** Names the distribution's package of a file that a compiler did not find. */
const rows = [
    {
        debian: 'build-essential',
        alpine: 'build-base',
        has: 'gcc cc g++ c++ clang make stdio.h stdlib.h limits.h features.h -lc -lm',
    },
    { debian: 'cargo', alpine: 'cargo', has: 'cargo rustc' },
    { debian: 'cmake', alpine: 'cmake', has: 'cmake' },
    { debian: 'ninja-build', alpine: 'samurai', has: 'ninja' },
    { debian: 'gfortran', alpine: 'gfortran', has: 'gfortran f95 -lgfortran' },
    { debian: 'pkg-config', alpine: 'pkgconf', has: 'pkg-config pkgconf' },
    { debian: 'golang', alpine: 'go', has: 'go' },
    { debian: 'git', alpine: 'git', has: 'git' },
    { debian: 'swig', alpine: 'swig', has: 'swig' },
    { debian: 'autoconf', alpine: 'autoconf', has: 'autoconf autoreconf' },
    { debian: 'patchelf', alpine: 'patchelf', has: 'patchelf' },
    { debian: 'linux-libc-dev', alpine: 'linux-headers', has: 'linux/' },
    { debian: 'libffi-dev', alpine: 'libffi-dev', has: 'ffi.h -lffi libffi' },
    { debian: 'libssl-dev', alpine: 'openssl-dev', has: 'openssl/ -lssl -lcrypto openssl libssl libcrypto' },
    { debian: 'zlib1g-dev', alpine: 'zlib-dev', has: 'zlib.h -lz zlib' },
    { debian: 'libbz2-dev', alpine: 'bzip2-dev', has: 'bzlib.h -lbz2 bzip2' },
    { debian: 'liblzma-dev', alpine: 'xz-dev', has: 'lzma.h -llzma liblzma' },
    { debian: 'libzstd-dev', alpine: 'zstd-dev', has: 'zstd.h -lzstd libzstd zstd' },
    { debian: 'liblz4-dev', alpine: 'lz4-dev', has: 'lz4.h -llz4 liblz4' },
    { debian: 'libsnappy-dev', alpine: 'snappy-dev', has: 'snappy.h snappy-c.h -lsnappy snappy' },
    { debian: 'libxml2-dev', alpine: 'libxml2-dev', has: 'libxml/ -lxml2 libxml-2.0 libxml2 xml2-config' },
    {
        debian: 'libxslt1-dev',
        alpine: 'libxslt-dev',
        has: 'libxslt/ libexslt/ -lxslt -lexslt libxslt xslt-config',
    },
    { debian: 'libpq-dev', alpine: 'libpq-dev', has: 'libpq-fe.h pg_config -lpq libpq postgresql' },
    {
        debian: 'default-libmysqlclient-dev pkg-config',
        alpine: 'mariadb-connector-c-dev pkgconf',
        has: 'mysql.h mysql/ mysql_config mariadb_config -lmysqlclient -lmariadb mysqlclient mariadb libmariadb',
    },
    { debian: 'unixodbc-dev', alpine: 'unixodbc-dev', has: 'sql.h sqlext.h -lodbc odbc' },
    { debian: 'libsqlite3-dev', alpine: 'sqlite-dev', has: 'sqlite3.h -lsqlite3 sqlite3' },
    { debian: 'libldap-dev', alpine: 'openldap-dev', has: 'ldap.h lber.h -lldap -lldap_r -llber ldap' },
    { debian: 'libsasl2-dev', alpine: 'cyrus-sasl-dev', has: 'sasl/ sasl.h -lsasl2 libsasl2' },
    {
        debian: 'libkrb5-dev',
        alpine: 'krb5-dev',
        has: 'gssapi/ gssapi.h krb5.h krb5-config -lgssapi_krb5 -lkrb5 krb5-gssapi krb5',
    },
    { debian: 'libyaml-dev', alpine: 'yaml-dev', has: 'yaml.h -lyaml yaml-0.1' },
    { debian: 'libjpeg-dev', alpine: 'libjpeg-turbo-dev', has: 'jpeglib.h -ljpeg libjpeg jpeg' },
    { debian: 'libpng-dev', alpine: 'libpng-dev', has: 'png.h -lpng libpng png' },
    { debian: 'libtiff-dev', alpine: 'tiff-dev', has: 'tiff.h tiffio.h -ltiff libtiff-4 tiff' },
    { debian: 'libwebp-dev', alpine: 'libwebp-dev', has: 'webp/ -lwebp libwebp' },
    {
        debian: 'libfreetype-dev',
        alpine: 'freetype-dev',
        has: 'ft2build.h freetype/ -lfreetype freetype2 freetype',
    },
    { debian: 'libcairo2-dev', alpine: 'cairo-dev', has: 'cairo.h cairo/ -lcairo cairo' },
    {
        debian: 'libgirepository1.0-dev',
        alpine: 'gobject-introspection-dev',
        has: 'girepository.h gobject-introspection-1.0',
    },
    { debian: 'libglib2.0-dev', alpine: 'glib-dev', has: 'glib.h glib-object.h -lglib-2.0 glib-2.0' },
    { debian: 'libgmp-dev', alpine: 'gmp-dev', has: 'gmp.h -lgmp gmp' },
    { debian: 'libmpfr-dev', alpine: 'mpfr-dev', has: 'mpfr.h -lmpfr mpfr' },
    { debian: 'libmpc-dev', alpine: 'mpc1-dev', has: 'mpc.h -lmpc' },
    { debian: 'libcurl4-openssl-dev', alpine: 'curl-dev', has: 'curl/ curl-config -lcurl libcurl curl' },
    { debian: 'libgit2-dev', alpine: 'libgit2-dev', has: 'git2.h git2/ -lgit2 libgit2' },
    { debian: 'libzmq3-dev', alpine: 'zeromq-dev', has: 'zmq.h -lzmq libzmq zeromq' },
    { debian: 'librdkafka-dev', alpine: 'librdkafka-dev', has: 'librdkafka/ rdkafka.h -lrdkafka rdkafka' },
    { debian: 'libhdf5-dev', alpine: 'hdf5-dev', has: 'hdf5.h -lhdf5 hdf5' },
    { debian: 'libgeos-dev', alpine: 'geos-dev', has: 'geos_c.h geos-config -lgeos_c geos' },
    { debian: 'libproj-dev', alpine: 'proj-dev', has: 'proj.h proj_api.h -lproj proj' },
    { debian: 'libgdal-dev', alpine: 'gdal-dev', has: 'gdal.h gdal-config -lgdal gdal' },
    {
        debian: 'libopenblas-dev',
        alpine: 'openblas-dev',
        has: 'cblas.h lapacke.h -lopenblas -lblas -llapack openblas blas lapack',
    },
    { debian: 'libsodium-dev', alpine: 'libsodium-dev', has: 'sodium.h -lsodium libsodium sodium' },
    { debian: 'libev-dev', alpine: 'libev-dev', has: 'ev.h -lev' },
    { debian: 'libevent-dev', alpine: 'libevent-dev', has: 'event.h event2/ -levent libevent' },
    { debian: 'libuv1-dev', alpine: 'libuv-dev', has: 'uv.h -luv libuv' },
    { debian: 'libpcre2-dev', alpine: 'pcre2-dev', has: 'pcre2.h -lpcre2-8 libpcre2-8' },
    {
        debian: 'libncurses-dev',
        alpine: 'ncurses-dev',
        has: 'curses.h ncurses.h -lncurses -lncursesw -ltinfo ncurses',
    },
    { debian: 'libreadline-dev', alpine: 'readline-dev', has: 'readline/ -lreadline readline' },
    { debian: 'uuid-dev', alpine: 'util-linux-dev', has: 'uuid/ uuid.h -luuid uuid' },
    { debian: 'libsystemd-dev', has: 'systemd/ -lsystemd libsystemd' },
    { debian: 'libdbus-1-dev', alpine: 'dbus-dev', has: 'dbus/ -ldbus-1 dbus-1' },
    { debian: 'libusb-1.0-0-dev', alpine: 'libusb-dev', has: 'libusb.h libusb-1.0/ -lusb-1.0 libusb-1.0' },
    { debian: 'libpcap-dev', alpine: 'libpcap-dev', has: 'pcap.h pcap/ -lpcap libpcap' },
    { debian: 'portaudio19-dev', alpine: 'portaudio-dev', has: 'portaudio.h -lportaudio portaudio-2.0' },
    { debian: 'libmagic-dev', alpine: 'file-dev', has: 'magic.h -lmagic libmagic' },
    { debian: 'libboost-dev', alpine: 'boost-dev', has: 'boost/ boost' },
    {
        debian: 'libprotobuf-dev protobuf-compiler',
        alpine: 'protobuf-dev',
        has: 'google/ protoc -lprotobuf protobuf',
    },
];
const index = new Map(rows.flatMap((row) => row.has.split(' ').map((name) => [name, row])));
/**
 * The packages that have a header, a library (`-lNAME`), a program or a pkg-config or CMake name, as one would write
 * them in `build_packages`; undefined where the table does not know it.
 */
function packagesWith(name, family) {
    const folder = /^[^/]+\//.exec(name)?.[0];
    const row = index.get(name) ??
        (folder === undefined ? undefined : index.get(folder)) ??
        index.get(name.toLowerCase());
    if (row === undefined)
        return undefined;
    if (family !== undefined)
        return row[family];
    if (row.alpine === row.debian)
        return row.debian;
    return row.alpine === undefined
        ? `${row.debian} (Debian)`
        : `${row.debian} (Debian) or ${row.alpine} (Alpine)`;
}

// EXTERNAL MODULE: ./lib/build/temporary.js
var temporary = __webpack_require__(38891);
;// CONCATENATED MODULE: ./lib/build/hints.js
/** Finds the way out of a failed build in the output of its programs. */


/** Says that something is missing, and which input brings it. */
function missing(what, name, family) {
    const packages = packagesWith(name, family);
    return packages === undefined
        ? `${what} is missing. Add the distribution's package that has it to build_packages.`
        : `${what} is missing. Add to build_packages: ${packages}.`;
}
const file = (name) => name.replace(/^.*\//, '');
/** The surest signs come first: a full disk causes all sorts of other errors, a failing network few. */
const rules = [
    {
        pattern: /exec format error|Invalid ELF image for this architecture|cannot execute binary file/i,
        say: () => 'This machine cannot execute that platform: no QEMU handler is registered for it. Register the handlers (docker/setup-qemu-action, or `docker run --privileged --rm tonistiigi/binfmt --install all`), or leave the platform out.',
    },
    {
        pattern: /unable to find (user|group) ([^\s:]+): no matching entries in (\S+ file)/,
        say: ([, kind, name, file]) => `The image is to run as the ${kind} "${name}", and its ${file} has none of that name. Make it before USER, or name a number.`,
    },
    {
        pattern: /no space left on device/i,
        say: () => 'The disk of the builder is full. Free some of it (`docker buildx prune`), or build fewer platforms in one run.',
    },
    {
        pattern: /\bKilled signal terminated|signal: 9, SIGKILL|exit code: 137|out of memory|Cannot allocate memory|^Killed$/im,
        say: () => 'The memory of the builder was used up and the compiler was killed. Give the builder more memory, or build fewer platforms in one run.',
    },
    {
        pattern: /fatal error: '?(?<name>Python\.h)'?/,
        say: () => "Python.h is missing. It belongs to the base's own Python, under /usr/local/include: take a base that has it, as the official images do.",
    },
    {
        pattern: /fatal error: '?(?<name>[\w+./-]+\.h(?:pp|xx)?)'?(?:: No such file| file not found)/,
        say: ({ groups }, family) => missing(`The header ${groups['name']}`, groups['name'], family),
    },
    {
        pattern: /(?:cannot find|unable to find library|library not found for) -l(?<name>[\w.+-]+\w)/,
        say: ({ groups }, family) => missing(`The library lib${groups['name']}`, `-l${groups['name']}`, family),
    },
    {
        // Cython 3 has no attribute that the setup.py of PyYAML 5 asks for.
        pattern: /AttributeError: (?:'?\w+'? object has no attribute ')?cython_sources/,
        say: () => 'Cython 3 is too new for its build: PyYAML before 5.4.2 and others of that time ask the build command for "cython_sources", which is gone. Hold it to an older one with build_constraints: Cython<3.',
    },
    {
        pattern: /Cython\.Compiler\.Errors\.CompileError|Error compiling Cython file/,
        say: () => 'Cython refused its sources: it may be too new for them. Where they are older than Cython 3, hold it to an older one with build_constraints: Cython<3.',
    },
    {
        pattern: /error in .{1,200} setup command: use_2to3 is invalid/,
        say: () => 'setuptools is too new for its build: since 58 it converts nothing from Python 2. Take a newer version of the package, or hold it to an older one with build_constraints: setuptools<58.',
    },
    {
        pattern: /ModuleNotFoundError: No module named 'pkg_resources'/,
        say: () => 'setuptools is too new for its build: pkg_resources is gone since 82. Hold it to an older one with build_constraints: setuptools<82.',
    },
    {
        pattern: /No solution found when resolving (?:build )?dependencies/,
        say: () => 'No versions fit together for what its build requires. If build_constraints are given, they leave none: they are held against all that the build requires, too.',
    },
    {
        pattern: /can't find Rust compiler|Rust toolchain|\b(?:cargo|rustc)\b.{0,60}(?:not found|not installed|No such file)/i,
        say: (_, family) => `${missing('The Rust compiler', 'cargo', family)} Where its version there is too old, no wheel can be made on this base.`,
    },
    {
        pattern: /CMake (?<wanted>[\d.]+) or higher is required\.\s+You are running version (?<there>[\d.]*\d)/,
        say: ({ groups }) => `CMake ${groups['wanted']} or newer is wanted, and the base has ${groups['there']}. Take a base of a newer release of its distribution, or a version of the package that is content with less.`,
    },
    {
        pattern: /\bCMake(?: v?[\d.]+)?(?: or (?:higher|newer|later))? (?:is required|must be installed|(?:was |is )?not (?:found|installed))/i,
        say: (_, family) => missing('The program cmake', 'cmake', family),
    },
    {
        pattern: /(?<name>pg_config|mysql_config|xml2-config|xslt-config|curl-config|krb5-config|geos-config|gdal-config)\b.{0,40}not found/,
        say: ({ groups }, family) => missing(`The program ${groups['name']}`, groups['name'], family),
    },
    {
        pattern: /pkg-config --exists (?<a>[\w.+-]+)' returned non-zero|(?:Package '?|Dependency "|No package ')(?<b>[\w.+-]+)[',"]?(?:, required by .*)?'? (?:was )?not found|Could NOT find (?<c>\w+)/,
        say: ({ groups }, family) => {
            const name = groups['a'] ?? groups['b'] ?? groups['c'];
            return missing(`The library ${name}`, name, family);
        },
    },
    {
        pattern: /No such file or directory: '(?<a>[\w+./-]+)'|(?:^|\s)(?<b>[\w+.-]+): (?:command )?not found|(?:command|unable to execute|linker) ['`](?<c>[\w+./-]+)['`](?:: No such file| failed: No such| not found)/m,
        say: ({ groups }, family) => {
            const name = file(groups['a'] ?? groups['b'] ?? groups['c']);
            return missing(`The program ${name}`, name, family);
        },
    },
    {
        pattern: /CERTIFICATE_VERIFY_FAILED|certificate verify failed|self[- ]signed certificate|unable to get local issuer/i,
        say: () => 'A server showed a certificate of an authority that the base does not know. Give the authority in ca_bundle: it is trusted while building and stays out of the image.',
    },
    {
        pattern: /DO NOT MATCH THE HASHES/,
        say: () => 'A file of the index is not the one that the lock names: it was replaced since, or a proxy changed it. Run again; if it stays, look at what stands between the builder and the index.',
    },
    {
        pattern: temporary/* unreachable */.H,
        say: (_match, _family, asksIndex) => `The builder could not reach a server over the network, twice. If it stays, look at name resolution and proxy of the builder${asksIndex ? ', and at index_url' : ''}.`,
    },
    {
        pattern: /Unable to locate package (?<a>\S+)|^\s*(?<b>\S+) \(no such package\)/m,
        say: ({ groups }) => `The distribution of the base has no package ${groups['a'] ?? groups['b']}. Mend its name in build_packages or runtime_packages.`,
    },
];
/**
 * One or two sentences that name the way out; undefined when nothing in the text is known.
 *
 * @param asksIndex whether the build installs from a package index.
 */
function hintOf(text, family, asksIndex = true) {
    for (const { pattern, say } of rules) {
        const match = pattern.exec(text);
        if (match !== null)
            return say(match, family, asksIndex);
    }
    return undefined;
}
/**
 * Of a build whose frontend could not be fetched, which Docker names as a step of its own. The step has the name of a target
 * in front where there are several.
 *
 * @param log of buildx, as plain progress.
 */
function frontendHint(log) {
    const steps = log.matchAll(/^#(?<step>\d+) (?:\[[^\]\s]*\] )?(?:resolve image config for )?docker-image:\/\/(?<name>\S+)/gm);
    for (const { groups } of steps)
        if (new RegExp(String.raw `^#${groups['step']} ERROR: (?!.*context canceled)`, 'm').test(log))
            return `The frontend ${groups['name']}, which "# syntax=" in the Dockerfile names, could not be fetched. Look at its name, and at network, proxy and logins of the builder; most Dockerfiles need no such line.`;
    return undefined;
}

;// CONCATENATED MODULE: ./lib/build/compiler-output.js
/** Shortens the log of a failed build to the lines that matter. */



const mostLines = 20;
const longestLine = 240;
/** Lines that say what went wrong. */
const errorPatterns = [
    /\b(?:fatal )?error(?:\[E\d+\])?: /i,
    /^\s*error\b.*:/i,
    /^E: |^ERROR\b|^\s*CMake Error|^\s*× /,
    /undefined reference to|cannot find -l|relocation truncated|multiple definition of/,
    /^\s*(?:[\w.]+\.)?\w*(?:Error|Exception): /,
    /\bnot found\b|No such file or directory|no such package|Could NOT find/i,
    /exec format error|Invalid ELF image|cannot execute binary file/i,
    /no space left on device|^Killed$|Killed signal|Cannot allocate memory/i,
    /Name or service not known|Temporary failure|Could not resolve|timed out|Connection (?:refused|reset)|Network is unreachable/i,
    /certificate verify failed|self[- ]signed certificate/i,
    /DO NOT MATCH THE HASHES|^\s+(?:Expected|Got) /,
    /returned non-zero exit status|Can not find valid/,
    /panicked at/,
];
/** Lines that only announce other lines, or repeat that something failed. */
const noisePatterns = [
    /subprocess-exited-with-error|This error originates from a subprocess|metadata-generation-failed/,
    /did not run successfully|\[end of output\]|See above for output|^\s*│? ?exit code: \d/,
    /^\[notice\]|checking the latest version of pip|^WARNING: (?:Running pip as|You are using pip)/,
    /Failed to build (?:one or more|installable) wheels/,
    /error: [Cc]ommand .*(?:failed with exit code|returned non-zero exit status|failed with exit status)/,
    /collect2: error: ld returned|compilation terminated|ninja: build stopped|FAILED: /,
    /^make(?:\[\d+\])?: /,
];
/** pip's announcement of another try; a later line says how it ended. */
const retried = /Retrying \(Retry\(total=[1-9]/;
/** Counts the lines that belong to the one above: the source under a compiler's error, the reason under CMake's. */
function countFollowing(line, next) {
    const leading = (limit, fits) => {
        const end = next.slice(0, limit).findIndex((text) => !fits(text));
        return end < 0 ? Math.min(limit, next.length) : end;
    };
    if (/fatal error: /.test(line))
        return leading(2, (text) => /^\s*\d* \|/.test(text));
    if (/^\s*CMake Error/.test(line))
        return leading(3, (text) => text.trim() !== '');
    if (/unable to select packages/.test(line))
        return Math.min(2, next.length);
    if (/^\s*error(?:\[E\d+\])?: /.test(line))
        return leading(1, (text) => /^\s*-->/.test(text));
    return 0;
}
/**
 * Takes the output of buildx (plain progress) or of a program itself. Of a build, only the steps that failed are looked
 * at. The lines have no numbers and times of buildx.
 *
 * @param asksIndex whether the build installs from a package index.
 */
function shortenBuildLog(log, family, asksIndex = true) {
    const text = typeof log === 'string' ? log : log.join('\n');
    const lines = failedSteps(text);
    const picked = pick(lines);
    const shown = picked.length > 0 ? picked : lines.filter((line) => line.trim() !== '' && !isNoise(line)).slice(-12);
    const hint = frontendHint(text) ?? hintOf(lines.join('\n'), family, asksIndex);
    return { lines: limited(shown.map(cut)), ...(0,defined/* defined */.s)({ hint }) };
}
const isNoise = (line) => noisePatterns.some((pattern) => pattern.test(line));
/** The output of failed steps, and buildx's errors of them; all lines where the log is not buildx's. */
function failedSteps(log) {
    const all = (0,external_node_util_.stripVTControlCharacters)(log)
        .split(/\r\n|\n|\r/)
        .filter((line) => !retried.test(line));
    const failed = new Map();
    const printed = [];
    for (const line of all) {
        const [, id, text] = /^#(\d+) (.*)$/.exec(line) ?? [];
        if (id === undefined || text === undefined)
            continue;
        const [, output] = /^\d+\.\d+ ?(.*)$/.exec(text) ?? [];
        if (output !== undefined)
            printed.push({ id, text: output });
        const [, error] = /^ERROR: (.*)$/.exec(text) ?? [];
        if (error !== undefined && !/context canceled/.test(error))
            failed.set(id, error);
    }
    if (failed.size > 0) {
        const output = printed.filter(({ id }) => failed.has(id)).map(({ text }) => text);
        // That a process failed is worth a line only where it printed nothing itself.
        const words = [...failed.values()].filter((error) => output.length === 0 || !/did not complete/.test(error));
        return [...output, ...words.map((error) => `ERROR: ${error}`)];
    }
    if (printed.length === 0)
        return all;
    const last = all.filter((line) => line.startsWith('ERROR: '));
    return last.length > 0 ? last : printed.map(({ text }) => text);
}
function pick(lines) {
    const picked = new Set();
    for (const [index, line] of lines.entries()) {
        if (isNoise(line) || !errorPatterns.some((pattern) => pattern.test(line)))
            continue;
        picked.add(index);
        const more = countFollowing(line, lines.slice(index + 1, index + 4));
        for (let offset = 1; offset <= more; offset += 1)
            picked.add(index + offset);
    }
    const texts = [...picked].toSorted((one, other) => one - other).map((index) => lines[index].trimEnd());
    return [...new Set(texts)];
}
/** pip indents the output of a package's build by six columns. The end of a long line often holds the reason. */
function cut(line) {
    const text = line.replace(/^(?: {6}| {2}(?=ERROR|error))/, '');
    return text.length > longestLine ? `${text.slice(0, 140)} … ${text.slice(143 - longestLine)}` : text;
}
/** The first lines name the cause; the last two say what failed because of it. */
function limited(lines) {
    if (lines.length <= mostLines)
        return [...lines];
    const left = lines.length - (mostLines - 1);
    return [...lines.slice(0, mostLines - 3), `… ${left} more lines of this kind`, ...lines.slice(-2)];
}


/***/ }),

/***/ 38891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ unreachable),
/* harmony export */   e: () => (/* binding */ isTemporary)
/* harmony export */ });
/** Recognises faults that may pass by themselves in the output of a failed build. */
/**
 * A server that could not be reached: messages of this program's stages, which have tried several times, and of curl,
 * glibc, musl, Go, pip, uv, apt and apk.
 */
const unreachable = new RegExp([
    String.raw `cannot be reached: |, after \d+ tries`,
    String.raw `Name or service not known|no such host|DNS lookup error|Could not resolve`,
    String.raw `Temporary failure (?:in name resolution|resolving)|\[Errno -[23]\]|failed to resolve IP|failed to lookup address|dns error|temporary error \(try again later\)`,
    String.raw `(?:could not|unable to|failed to) connect\b|Network is unreachable|network error|tcp connect error`,
    String.raw `Connection[- ](?:failed|time(?:d |-)?out|refused|reset|aborted|broken|ended early)|remote end closed|Max retries exceeded`,
    String.raw `(?:Read|operation|network) time(?:d )?out|i/o timeout|TLS handshake timeout|didn't respond within|error sending request|error decoding response body|IncompleteRead`,
].join('|'), 'i');
const signs = [
    unreachable,
    /\b(?:429 (?:Client Error: )?Too Many Requests|50[0234]\s+(?:Internal|Bad|Service|Gateway)\b|unexpected status[^\n]*: (?:429|50[0234]))/,
    /\b5\d\d server error|server error \(5\d\d|HTTP error (?:429|5\d\d)\b|too many (?:requests\b|5\d\d error responses)/i,
    /broken pipe|unexpected EOF|deadline exceeded/,
    /\(\*service\)\.Write failed|ref [\w:-]+ locked/,
];
/** Whether another try of the same command may succeed. @param lines of the failed steps. */
const isTemporary = (lines) => lines.some((line) => signs.some((sign) => sign.test(line)));


/***/ }),

/***/ 68040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/** Docker Hub's references say `docker.io`; its API is elsewhere. */
const apiHosts = { 'docker.io': 'registry-1.docker.io' };
/** Whether a host (with or without port, IPv6 in brackets) is this machine: 127.0.0.0/8, `localhost`, `::1`. */
function isLoopback(host) {
    const name = host.toLowerCase().replace(/:\d+$/, '');
    return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
/**
 * `https://ghcr.io`, `http://127.0.0.1:5000`. Plain HTTP is for loopback, as in Docker, and for the hosts in `plain`.
 */
function originOf(registry, plain = new Set()) {
    const scheme = isLoopback(registry) || plain.has(registry) ? 'http' : 'https';
    return `${scheme}://${apiHosts[registry] ?? registry}`;
}


/***/ }),

/***/ 72527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/** Text of users and of other programs, made harmless where it is shown. */

/* oxlint-disable no-control-regex -- control characters are what this is about */
/** Controls but the newline, and the marks that reorder text on screen so that it reads as something else. */
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/* oxlint-enable no-control-regex */
/** Text without terminal sequences and control characters; line ends become `\n`, tabs a space. */
function plain(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll('\t', ' ')
        .replaceAll(controls, '');
}
/** Text of a file with every character in its place: controls are escaped as in JSON, but tabs and ends of lines. */
const visible = (text) => text.replaceAll(controls, (control, at) => control === '\t' || (control === '\r' && text[at + 1] === '\n')
    ? control
    : `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** Plain text on one line. */
const oneLine = (text) => plain(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
/** One line of Markdown text that shows exactly this, in a paragraph, a list or a cell of a table. */
const markdown = (text) => oneLine(text).replaceAll(/[\\`*_[\]<>|~#$&]/g, '\\$&');
/** The same in the type of code. */
function code(text) {
    const line = oneLine(text);
    return /^[\w .:/@+=,-]+$/.test(line) ? `\`${line}\`` : `<code>${markdown(line)}</code>`;
}
/** A block of code that no line of its content can end. */
function fenced(lines, language = '') {
    const content = lines.map(plain).join('\n');
    const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${content}\n${fence}`;
}
/** A table of GitHub's Markdown. Cells are Markdown already; columns named in `right` are aligned to the right. */
function table(columns, rows, right = []) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const rule = columns.map((column) => (right.includes(column) ? '---:' : '---'));
    return [line(columns), line(rule), ...rows.map(line)].join('\n');
}


/***/ })

};
