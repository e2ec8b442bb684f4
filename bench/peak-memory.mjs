// Loaded before a program that is measured (`node --import`): at its end it writes the most memory that it had, in kB.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.BENCH_PEAK_FILE, String(process.resourceUsage().maxRSS));
});
