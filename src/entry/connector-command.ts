/** What the command `connector` does, and what a step of it gives back. */
import { connector, type ConnectorResult } from '../commands/connector.ts';
import { connectorOutputs, joinedOutputs } from '../sources/connector/outputs.ts';
import type { Shown } from './command.ts';
import { showRun } from './run-shown.ts';

export const run = connector;

export function show({ connectors, existing, ...planned }: ConnectorResult): Shown {
  const shown = showRun(planned);
  const { stepResults } = shown;
  const reports = new Map(planned.report.images.map((report) => [report.subject.name, report]));
  const each = connectors.flatMap((one) => {
    const report = reports.get(one.name);
    return report === undefined ? [] : [connectorOutputs(one, report, existing[one.name])];
  });
  const { images = '', metadata = '' } = stepResults.outputs;
  return { ...shown, stepResults: { ...stepResults, outputs: { ...joinedOutputs(each), images, metadata } } };
}
