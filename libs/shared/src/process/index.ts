export { isLoopback } from './is-loopback.js';
export { chooseTextMessages } from './choose-text-messages.js';
export {
  createApplication,
  type Application,
  type ApplicationParts,
  type RunningService,
} from './create-application.js';
export { explainFailure } from './explain-failure.js';
export { listen } from './listen.js';
export { InvalidEnvironment, readEnvironment } from './read-environment.js';
export { refuseForeignKey } from './refuse-foreign-key.js';
export { runProcess } from './run-process.js';
export { StartRefused } from './start-refused.js';
