/** Name under which the step tells its own end which builder it made. */
export const madeBuilder = 'made-builder';
