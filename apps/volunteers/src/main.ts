import { runProcess } from '@sanxian/shared/process';
import { readServiceEnvironment, startService } from '@sanxian/shared/split';
import { volunteersService } from './volunteers.module.js';

const openApi = new URL('../openapi.json', import.meta.url);
await runProcess(() => startService(volunteersService, readServiceEnvironment('volunteers', process.env), openApi));
