import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { ContractViolation, decodeEvent } from '../messaging/dispatcher/decode-event.js';
import { eventCatalogue } from './catalogue.js';
import { describeEvent, type EventClass } from './event-contract.js';

const contracts = eventCatalogue.map((contract) => ({ name: contract.name, contract, ...describeEvent(contract) }));

/** Names of fields that would carry personal data. Whoever may know asks, or reads the sealed people topic. */
const personalWords = ['phone', 'mobile', 'name', 'mail', 'email', 'address', 'birth', 'sex', 'gender', 'number'];
/** Not of a person. */
const innocentFields = ['placeName'];

describe('the event catalogue', () => {
  it('holds every contract file once, named after its type', () => {
    const types = contracts.map(({ type }) => type);
    const files = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        readdirSync(join(import.meta.dirname, name)).map((file) => `${name}.${file.slice(0, -3)}`),
      );
    expect(types.toSorted()).toEqual(files.toSorted());
    expect(new Set(types).size).toBe(types.length);
  });
});

describe.each(contracts)('$name', ({ name, contract, type, topic, aggregate }) => {
  const example = contract.example as Record<string, unknown>;
  const fields = Object.keys(example);

  it('is named after what happened', () => {
    expect(type).toMatch(/^(identity|donations|volunteers|notifications)\.[a-z]+(-[a-z]+)+\.v[1-9]\d*$/);
    const [service = '', whatHappened = ''] = type.split('.');
    const fact = inCapitals(whatHappened);
    // Only what several services say for themselves needs their name to be told apart.
    const saidByOthersToo = contracts.some((other) => other.type !== type && other.type.split('.')[1] === whatHappened);
    expect(name).toBe(saidByOthersToo ? `${inCapitals(service)}${fact}` : fact);
    expect(aggregate).toMatch(/^[a-z]+(-[a-z]+)*$/);
    // The people topic alone is read by whoever holds the people key, and so it is apart.
    expect(topic).toBe(name === 'PersonChanged' ? 'sanxian.people' : `sanxian.${service}`);
  });

  it('has a flat example that its own rules let through whole', () => {
    for (const value of Object.values(example)) expect(['string', 'number', 'boolean']).toContain(typeof value);
    expect({ ...decode(contract, example) }).toEqual(example);
  });

  it('asks for every field but those that came later', () => {
    for (const field of fields) {
      const { [field]: _, ...rest } = example;
      const cameLater = getMetadataStorage()
        .getTargetValidationMetadatas(contract, '', true, false)
        .some(({ propertyName, type: rule }) => propertyName === field && rule === 'conditionalValidation');
      if (cameLater) expect({ ...decode(contract, rest) }).toEqual(rest);
      else expect(() => decode(contract, rest)).toThrow(new ContractViolation(`Fields against the contract: ${field}`));
      expect(() => decode(contract, { ...example, [field]: { nested: true } })).toThrow(ContractViolation);
    }
  });

  it('writes instants in UTC with milliseconds', () => {
    const instants = fields.filter((field) => field.endsWith('At')).map((field) => example[field]);
    for (const instant of instants) expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('carries nothing personal in the clear', () => {
    const personal = fields.filter(
      (field) =>
        !innocentFields.includes(field) &&
        field.split(/(?=[A-Z])/).some((word) => personalWords.includes(word.toLowerCase())),
    );
    expect(personal).toEqual([]);
  });
});

const inCapitals = (words: string) => words.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const decode = (contract: EventClass, fields: object) =>
  decodeEvent(
    { topic: describeEvent(contract).topic, key: 'any', headers: {}, body: JSON.stringify(fields) },
    contract,
  );
