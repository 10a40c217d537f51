import { runProcess } from '@sanxian/shared/process';
import { readServiceEnvironment, startService } from '@sanxian/shared/split';
import { donationsService } from './donations.module.js';

const openApi = new URL('../openapi.json', import.meta.url);
await runProcess(() => startService(donationsService, readServiceEnvironment('donations', process.env), openApi));
