import { join } from 'node:path';
import { action } from './main/index.js';

await action(join(import.meta.dirname, '..', 'dockerfiles'));
