import { fileURLToPath } from 'node:url';
import { action } from './main/index.js';

await action(fileURLToPath(new URL('../dockerfiles', import.meta.url)), 'merge');
