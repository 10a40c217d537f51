export { isDemo, markAsDemo } from './demo-mark.js';
export { openFoundation, type Foundation, type RunningProcess } from './open-foundation.js';
export {
  databaseUrl,
  databaseVariable,
  examplePassword,
  processShape,
  productionFaults,
  readServiceEnvironment,
  textMessageFaults,
  textMessageShape,
} from './process-environment.js';
export { startService } from './start-service.js';
