/** Key of the runner's state in which a step passes the name of its builder on to its post step. */
export const createdBuilder = 'made-builder';
