import { itKeepsThePromisesOfAnEventBus } from '../event-bus.conformance.js';
import { itKeepsThePromisesOfTheEventCore } from '../event-core.conformance.js';
import { kafkaDriver } from './test-topics.fixture.js';

itKeepsThePromisesOfAnEventBus('Kafka', kafkaDriver);
itKeepsThePromisesOfTheEventCore('Kafka', kafkaDriver);
