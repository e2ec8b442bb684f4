export const id = 180;
export const ids = [180];
export const modules = {

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


/***/ })

};
