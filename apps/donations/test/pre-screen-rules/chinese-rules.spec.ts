import { runTables } from './run-tables.js';

runTables('chinese-rules.spec.ts');
