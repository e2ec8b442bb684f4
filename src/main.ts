/** The entries. Each loads only what it needs: starting up is what a job that does nothing spends its time on. */

/** @param programs folder of the Dockerfiles and of the programs that run inside a build. */
export async function action(programs: string): Promise<void> {
  const { main } = await import('./actions/build.ts');
  await main(programs);
}

/** The end of a job that used the action. */
export async function post(): Promise<void> {
  const { main } = await import('./actions/post.ts');
  await main();
}

export async function cli(programs: string): Promise<void> {
  const { main } = await import('./cli.ts');
  await main(programs);
}
