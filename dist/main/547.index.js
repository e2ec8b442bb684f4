export const id = 547;
export const ids = [547];
export const modules = {

/***/ 8547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withPassword: () => (/* binding */ withPassword)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _file_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2030);
/** The registry's password, which is no option: everyone on a machine can read those. */


/** The raw values with the password from the standard input or the environment. */
function withPassword({ raw, passwordFromStdin }, env) {
    const password = passwordFromStdin ? standardInput() : (env['REGISTRY_PASSWORD'] ?? '');
    return password === '' ? raw : { ...raw, registry_password: password };
}
/** @throws FileFailure where it is no file or pipe. */
function standardInput() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(0, 'utf8');
    }
    catch (error) {
        const wayOut = 'The password is read from there: pipe it in, as in "printenv TOKEN | python-image-builder …".';
        const said = { station: 'input', about: 'registry-password-stdin', wayOut };
        throw (0,_file_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .fileFailure */ .fE)(error, 'the standard input', 'read')?.of(said) ?? error;
    }
}


/***/ })

};
