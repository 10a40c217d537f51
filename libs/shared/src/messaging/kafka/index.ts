export { createTopics } from './create-topics.js';
export { deleteTopics } from './delete-topics.js';
export { KafkaBus, type KafkaOptions } from './kafka-bus.js';
