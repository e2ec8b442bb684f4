export const id = 3262;
export const ids = [3262];
export const modules = {

/***/ 73262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/registry/reference.js
var registry_reference = __webpack_require__(9758);
// EXTERNAL MODULE: ./lib/sources/policy.js
var sources_policy = __webpack_require__(68282);
// EXTERNAL MODULE: ./lib/sources/tree/plan.js + 8 modules
var plan = __webpack_require__(8000);
// EXTERNAL MODULE: ./lib/commands/make-images.js + 4 modules
var make_images = __webpack_require__(63680);
// EXTERNAL MODULE: ./lib/commands/require-files.js
var require_files = __webpack_require__(9579);
// EXTERNAL MODULE: ./lib/commands/settings.js
var settings = __webpack_require__(61057);
;// CONCATENATED MODULE: ./lib/commands/tree.js






/** Never throws for what a user can act on: the report carries it. */
async function tree(world, request) {
    const { inputs } = request;
    const policy = {
        ...(0,sources_policy/* imagePolicy */.a)(inputs, world.files),
        exportsFolder: world.files.absolute(inputs.exportsDir),
    };
    return (0,make_images/* makeImages */.X)(world, {
        unknown: { images: [], policy, skipped: [] },
        settings: (0,settings/* settingsOf */.f)(request, (0,settings/* hostsOf */.P)([inputs])),
        concurrency: inputs.concurrency,
        requireFiles: () => (0,require_files/* requireFiles */.PO)(world, inputs),
        plan: async (session) => (0,plan/* treePlan */.E)(world, inputs, policy, await session.event(), (text) => session.journal.add({ is: 'note', text }), (image) => today(session, image)),
    });
}
async function today({ registries }, image) {
    const reference = (0,registry_reference/* parseReference */.F2)(image);
    if (!reference.ok)
        return undefined;
    const { repository, tag } = reference.value;
    return (await registries()).glance(repository, tag ?? 'latest');
}

// EXTERNAL MODULE: ./lib/report/outputs.js
var report_outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/entry/run-shown.js
var run_shown = __webpack_require__(37149);
;// CONCATENATED MODULE: ./lib/entry/tree-command.js



const run = tree;
function show(result) {
    const { stepResults, ...shown } = (0,run_shown/* showRun */.X)(result);
    const outputs = { ...stepResults.outputs, exports: (0,report_outputs/* exportsOutput */.rb)(result.report) };
    return { ...shown, stepResults: { ...stepResults, outputs } };
}


/***/ })

};
