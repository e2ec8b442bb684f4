#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { cli } from './main/index.js';

await cli(fileURLToPath(new URL('../dockerfiles', import.meta.url)));
