export const id = 7259;
export const ids = [7259];
export const modules = {

/***/ 57259:
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
// EXTERNAL MODULE: ./lib/once.js
var once = __webpack_require__(4986);
// EXTERNAL MODULE: ./lib/names/reference.js
var names_reference = __webpack_require__(64021);
// EXTERNAL MODULE: ./lib/registry/manifest.js
var manifest = __webpack_require__(50886);
// EXTERNAL MODULE: ./lib/session/registries.js + 1 modules
var registries = __webpack_require__(6724);
// EXTERNAL MODULE: ./lib/sign/check-signatures.js + 1 modules
var check_signatures = __webpack_require__(42750);
// EXTERNAL MODULE: ./lib/sign/statement.js
var statement = __webpack_require__(32768);
// EXTERNAL MODULE: ./lib/sign/trust.js
var sign_trust = __webpack_require__(11247);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./lib/commands/verify.js
/** The command `verify`: who signed an image, and what it says that it was made of. */










/** Never throws for what a user can act on. */
async function verifyImage(world, request) {
    const image = request.written;
    try {
        const untrusted = request.caBundle === undefined ? undefined : await (0,require_files/* caBundleProblem */.uk)(world, request.caBundle);
        if (untrusted !== undefined)
            return { image, manifests: [], problems: [untrusted] };
        return await verify(world, request);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        return { image, manifests: [], problems: error.problems };
    }
}
async function verify(world, request) {
    const { reference, written: image, login, identity: wanted } = request;
    const { repository, tag, digest } = reference;
    const client = await (0,registries/* openClient */.M)(world, login);
    const index = await client.getManifest(repository, digest ?? tag ?? 'latest');
    if (index === undefined) {
        const message = `${image} does not exist in ${(0,names_reference/* repositoryText */.g_)(repository)}.`;
        throw new errors/* Failure */.HR([{ station: 'registry', about: image, message }]);
    }
    const trust = (0,once/* once */.O)(() => (0,sign_trust/* readTrust */.b)(world.files, request));
    const platforms = (0,manifest/* isIndex */.nw)(index.mediaType) ? (0,manifest/* platformsOf */.Wt)(index.bytes) : [];
    const targets = [{ digest: index.digest }, ...platforms];
    const checked = await Promise.all(targets.map(async (target) => ({
        target,
        bundles: await (0,check_signatures/* checkBundles */.a)(client, repository, target.digest, {
            trust,
            wanted,
            hasKey: request.publicKey !== undefined,
        }),
    })));
    const ofImage = checked[0].bundles;
    const provenance = ofImage.find((one) => one.ok && one.predicateType === statement/* predicateTypes */.ZR.provenance);
    return {
        image: `${(0,names_reference/* repositoryText */.g_)(repository)}${tag === undefined ? '' : `:${tag}`}`,
        manifests: checked.map(({ target, bundles }) => manifestReport(target, bundles)),
        ...(provenance?.ok === true ? (0,defined/* defined */.s)({ madeOf: madeOf(provenance.predicate) }) : {}),
        problems: problemsOf(image, ofImage, (0,manifest/* isIndex */.nw)(index.mediaType)),
    };
}
const manifestReport = (target, bundles) => ({
    ...(0,defined/* defined */.s)({ platform: target.platform }),
    digest: target.digest,
    signed: bundles.flatMap((one) => {
        if (!one.ok)
            return [];
        const { subject, issuer, run, commit, at } = one.by;
        const time = at === undefined ? undefined : new Date(at).toISOString();
        return [{ predicateType: one.predicateType, by: subject, ...(0,defined/* defined */.s)({ issuer, run, commit, at: time }) }];
    }),
    refused: bundles.flatMap((one) => (one.ok ? [] : [one.message])),
});
/** An image without a signature that counts is a problem; what else is said of it may be missing. */
function problemsOf(image, bundles, isWhole) {
    if (bundles.some((one) => one.ok && one.predicateType === statement/* predicateTypes */.ZR.signature))
        return [];
    const refused = bundles.flatMap((one) => (one.ok ? [] : [one.message]));
    // A lone manifest may be an image of one platform as well as one platform of an image.
    const hint = isWhole
        ? ''
        : ' The signature of an image of several platforms is on its index, and not on the platforms: verify its tag, or the digest of the index.';
    const message = refused.length === 0
        ? `${image} is not signed: no signature of it is in the registry. An image that was signed before cosign 3 has one in a form that is not read here.${hint}`
        : `${image} has no signature that counts: ${[...new Set(refused)].join('; ')}.`;
    return [{ station: 'verify', about: image, message }];
}
function madeOf(predicate) {
    const { buildDefinition, runDetails } = (predicate ?? {});
    const { internalParameters, resolvedDependencies = [] } = buildDefinition ?? {};
    return {
        origin: internalParameters?.origin ?? 'not said',
        builder: runDetails?.builder?.id ?? '',
        requirements: internalParameters?.lock?.requirements ?? [],
        bases: Object.fromEntries(resolvedDependencies.flatMap(({ name, digest, annotations }) => annotations?.is === 'the whole base' && name !== undefined && digest?.sha256 !== undefined
            ? [[name, `sha256:${digest.sha256}`]]
            : [])),
    };
}

// EXTERNAL MODULE: ./lib/report/layout.js
var layout = __webpack_require__(65526);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(88861);
;// CONCATENATED MODULE: ./lib/report/verify.js


const words = {
    'https://sigstore.dev/cosign/sign/v1': 'signature',
    'https://slsa.dev/provenance/v1': 'provenance',
    'https://spdx.dev/Document': 'SBOM (SPDX)',
    'https://cyclonedx.org/bom': 'SBOM (CycloneDX)',
};
/** Problems are not in it. */
function verifyText(report, style = layout/* plainStyle */.sj) {
    const { image, manifests, madeOf } = report;
    const [index] = manifests;
    if (index === undefined)
        return '';
    const rows = manifests.flatMap(({ platform = 'image', digest, signed }) => signed.length === 0
        ? [[platform, (0,units/* shortDigest */.VK)(digest), '-', '', '']]
        : signed.map((one) => [
            platform,
            (0,units/* shortDigest */.VK)(digest),
            words[one.predicateType] ?? one.predicateType,
            one.at ?? '',
            one.by,
        ]));
    const [head = '', ...lines] = (0,layout/* columns */.YB)([['Of', 'Digest', 'What', 'When', 'Who'], ...rows], style);
    const first = index.signed.find(({ run }) => run !== undefined);
    const facts = [
        ...(first?.run === undefined ? [] : [`Signed:  ${first.run}`]),
        ...(first?.commit === undefined ? [] : [`Commit:  ${first.commit}`]),
        ...(madeOf === undefined
            ? []
            : [
                `Origin:  ${originWords[madeOf.origin] ?? madeOf.origin}`,
                ...Object.entries(madeOf.bases).map(([name, digest]) => `Base:    ${name}@${digest}`),
                `Lock:    ${madeOf.requirements.join(' ') || 'nothing is locked'}`,
            ]),
    ];
    const refused = manifests.flatMap(({ platform = 'image', refused: list }) => list.map((why) => `Refused: ${platform}: ${why}`));
    return [`${image}@${index.digest}`, (0,layout/* painted */.C$)(style, 'bold', head), ...lines, ...facts, ...refused]
        .map((line) => `${line}\n`)
        .join('');
}
const originWords = {
    built: 'built by the run that signed it',
    rebased: 'put onto a new base by the run that signed it; its layers are of an earlier one',
    'published-before': 'published by an earlier run, and signed later',
};

;// CONCATENATED MODULE: ./lib/entry/verify-command.js
/** What the command `verify` does, and how its result is shown. */



const run = (world, { inputs, ...request }) => verifyImage(world, { ...inputs, ...request });
const show = (report) => ({
    text: (style) => verifyText(report, style),
    textHasProblems: false,
    json: report,
    problems: report.problems,
    refused: (0,errors/* blamesInputs */.uU)(report.problems) && report.manifests.length === 0,
});


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


/***/ })

};
