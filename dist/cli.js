#!/usr/bin/env node
import { join } from 'node:path';
import { cli } from './main/index.js';

await cli(join(import.meta.dirname, '..', 'dockerfiles'));
