export const id = 8547;
export const ids = [8547];
export const modules = {

/***/ 48547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPassword: () => (/* binding */ readPassword)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32030);
/* harmony import */ var _inputs_command_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47192);
/* harmony import */ var _inputs_row_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38237);
/** The registry's password. It is no option, since everyone on a machine can read the options of a process. */




/**
 * The raw values with the password from the standard input or the environment, and with what other secrets the latter has; a
 * failure where the former is no file or pipe.
 */
function readPassword({ command, raw, passwordFromStdin }, env) {
    const name = (0,_inputs_command_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .passwordOf */ .No)(command === 'help' || command === 'version' ? 'build' : command);
    const password = passwordFromStdin ? standardInput(name) : (env[(0,_inputs_row_js__WEBPACK_IMPORTED_MODULE_3__/* .variableOf */ .Qn)(name)] ?? '');
    if (typeof password !== 'string')
        return password;
    return { ...raw, ...variables(command, env), ...(password === '' ? {} : { [name]: password }) };
}
const variables = (command, env) => Object.fromEntries(_inputs_command_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .secretRows */ .yo.flatMap(({ name, secret, commands }) => {
    const value = env[(0,_inputs_row_js__WEBPACK_IMPORTED_MODULE_3__/* .variableOf */ .Qn)(name)] ?? '';
    const takes = secret === 'variable' && commands.some((one) => one === command);
    return takes && value !== '' ? [[name, value]] : [];
}));
function standardInput(name) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(0, 'utf8');
    }
    catch (error) {
        const wayOut = 'The password is read from there: pipe it in, as in "printenv TOKEN | python-image-builder …".';
        const said = { station: 'input', about: `${(0,_inputs_row_js__WEBPACK_IMPORTED_MODULE_3__/* .optionOf */ .XD)(name).slice(2)}-stdin`, wayOut };
        const failure = (0,_file_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .fileFailure */ .fE)(error, 'the standard input', 'read');
        if (failure === undefined)
            throw error;
        return failure.of(said);
    }
}


/***/ })

};
