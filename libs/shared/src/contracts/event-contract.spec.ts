import { expect, it } from '@jest/globals';
import { BloodIntentWithdrawn } from './donations/blood-intent-withdrawn.v1.js';
import { describeEvent, fact } from './event-contract.js';

it('makes a fact an instance of its contract', () => {
  const withdrawn = fact(BloodIntentWithdrawn, BloodIntentWithdrawn.example);
  expect(withdrawn).toBeInstanceOf(BloodIntentWithdrawn);
  expect({ ...withdrawn }).toEqual(BloodIntentWithdrawn.example);
});

it('finds a class that is no contract at start, by its name', () => {
  class Gossip {}
  expect(() => describeEvent(Gossip)).toThrow('Gossip is not an event contract');
});
