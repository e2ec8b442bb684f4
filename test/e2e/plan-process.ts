/** Runs the plan of a file as a process of its own, so that a test can end it; prints what became of each image. */
import { readFile } from 'node:fs/promises';
import type { Plan } from '../../src/plan/plan.ts';
import { runPlanned } from './plans.ts';

const [path = '', concurrency = '1'] = process.argv.slice(2);
const plan = JSON.parse(await readFile(path, 'utf8')) as Plan;
const { reports, interrupted } = await runPlanned(plan, { concurrency: Number(concurrency) });
process.stdout.write(JSON.stringify({ reports, interrupted }));
