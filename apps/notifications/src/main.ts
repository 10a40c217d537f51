import { runProcess } from '@sanxian/shared/process';
import { readServiceEnvironment, startService } from '@sanxian/shared/split';
import { notificationsService } from './notifications.module.js';

const openApi = new URL('../openapi.json', import.meta.url);
await runProcess(() =>
  startService(notificationsService, readServiceEnvironment('notifications', process.env), openApi),
);
