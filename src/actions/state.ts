/** Name under which the step tells its own end that it made a builder. */
export const madeBuilder = 'made-builder';
