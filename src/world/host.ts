/** See `World.host`. */
export function hostKey(): string {
  if (process.platform !== 'linux') return `${process.platform}-${process.arch}`;
  const report = process.report.getReport() as {
    readonly header?: { readonly glibcVersionRuntime?: string };
  };
  return `${process.arch}-${report.header?.glibcVersionRuntime === undefined ? 'musl' : 'glibc'}`;
}
