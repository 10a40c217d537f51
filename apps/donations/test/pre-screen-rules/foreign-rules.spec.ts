import { runTables } from './run-tables.js';

runTables('foreign-rules.spec.ts');
