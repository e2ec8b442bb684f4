import { fileURLToPath } from 'node:url';
import { post } from './main/index.js';

await post(fileURLToPath(new URL('../dockerfiles', import.meta.url)));
