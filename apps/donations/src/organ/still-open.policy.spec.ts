import { describe, expect, it } from '@jest/globals';
import type { OrganDecisionContent } from './organ-decision-content.js';
import { whatIsStillOpen } from './still-open.policy.js';

const body: OrganDecisionContent = {
  decision: 'opt-in',
  items: ['body'],
  form: 'written',
  executor: null,
  kinInformed: null,
};
const executor = { name: '王小明', phone: '13800000000', relation: null };
const refusal = { decision: 'refuse', items: [] } as const;

describe('what is still open', () => {
  it.each<[Partial<OrganDecisionContent>, string[]]>([
    [{}, ['executor', 'family-told']],
    [{ executor }, ['family-told']],
    [{ items: ['heart'] }, ['family-told']],
    [{ items: ['heart', 'body'] }, ['executor', 'family-told']],
    [{ kinInformed: 'not-yet' }, ['executor', 'family-told']],
    [{ kinInformed: 'told' }, ['executor']],
    [{ kinInformed: 'no-answer' }, ['executor']],
    [{ executor, kinInformed: 'told' }, []],
    [{ ...refusal }, ['family-told']],
    [{ ...refusal, kinInformed: 'not-yet' }, ['family-told']],
    [{ ...refusal, kinInformed: 'told' }, []],
    [{ ...refusal, kinInformed: 'no-answer' }, []],
    [{ decision: 'none', items: [], kinInformed: 'not-yet' }, []],
  ])('of %j is %j', (change, open) => expect(whatIsStillOpen({ ...body, ...change })).toEqual(open));
});
