export { eventually } from './eventually.js';
export { FakeClock } from './fake-clock.js';
export { OwnBroker } from './own-broker.js';
export { seededRandom, type SeededRandom } from './seeded-random.js';
export { startTestService, type TestService } from './start-test-service.js';
export { temporaryFolder } from './temporary-folder.js';
export { bareMysqlDatabase, openTestDatabase, rowsOf, testDatabase, type TestDatabase } from './test-database.js';
export { testBrokers } from './test-brokers.js';
export { requestOver, type TestRequest, type TestResponse } from './test-http.js';
