import { join } from 'node:path';
import { post } from './main/index.js';

await post(join(import.meta.dirname, '..', 'dockerfiles'));
