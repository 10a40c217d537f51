import { expect, it } from '@jest/globals';
import { IsInt, IsOptional, IsString } from 'class-validator';
import { declareFieldRules } from './declare-field-rules.js';

class SpecParent {
  @IsOptional()
  @IsInt()
  count?: number;

  @IsOptional()
  kind?: 'a' | 'b';

  @IsString()
  name!: string;
}

class SpecChild extends SpecParent {
  @IsOptional()
  other?: object;
}

const described = (name: string) => {
  const schemas = {
    [name]: {
      type: 'object',
      properties: {
        count: { type: 'number' },
        kind: { type: 'string', enum: ['a', 'b'] },
        name: { type: 'string' },
        other: { $ref: '#/components/schemas/Other' },
      },
    },
  };
  declareFieldRules(schemas);
  return schemas[name]?.properties;
};

const own = {
  count: { type: ['integer', 'null'] },
  kind: { type: ['string', 'null'], enum: ['a', 'b', null] },
  name: { type: 'string' },
};
const reference = { $ref: '#/components/schemas/Other' };

it('takes null for a field that may be left out, and whole numbers alone where they are asked for', () => {
  expect(described('SpecParent')).toEqual({ ...own, other: reference });
});

it('knows the rules a class has from the one it extends', () => {
  expect(new SpecChild()).toBeInstanceOf(SpecParent);
  expect(described('SpecChild')).toEqual({ ...own, other: { anyOf: [reference, { type: 'null' }] } });
});
