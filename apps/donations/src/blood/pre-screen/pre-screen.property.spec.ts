import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addSpan } from './calendar-date.js';
import { type Answer, preScreen, type PreScreenInput } from './pre-screen.js';
import { cnZj2011 } from './rule-sets/cn-zj-2011.js';

const onDate = '2026-11-23';
const past = (days: number) => fc.integer({ min: 0, max: days }).map((ago) => addSpan(onDate, { days: -ago }));
const answer = fc.oneof<fc.Arbitrary<Answer>[]>(
  past(1200).map((on) => ({ on })),
  fc.constantFrom('yes', 'no', 'unknown').map((value) => ({ value })),
);
const answers = fc.uniqueArray(fc.tuple(fc.constantFrom(...cnZj2011.facts.map(({ fact }) => fact)), answer), {
  selector: ([fact]) => fact,
  maxLength: 8,
});
const history = fc.array(
  fc.record({
    product: fc.constantFrom('whole-blood' as const, 'platelets' as const, 'plasma' as const, 'stem-cell' as const),
    donatedOn: fc.option(past(500), { freq: 8 }),
  }),
  { maxLength: 30 },
);
const input = fc.record({
  product: fc.constantFrom('whole-blood' as const, 'platelets' as const),
  person: fc.record({
    birthDate: past(25_000),
    sex: fc.constantFrom('male' as const, 'female' as const),
    weightKg: fc.option(fc.integer({ min: 40, max: 60 }), { nil: undefined }),
  }),
  history,
  answers,
});

type Given = typeof input extends fc.Arbitrary<infer Value> ? Value : never;

function screen(given: Given, date = onDate) {
  const asked: PreScreenInput = { ...given, onDate: date, answers: new Map(given.answers) };
  return preScreen(cnZj2011, asked);
}

it('does not depend on the order of answers and history', () => {
  fc.assert(
    fc.property(
      input.chain((given) =>
        fc.tuple(
          fc.constant(given),
          fc.record({
            history: fc.shuffledSubarray(given.history, { minLength: given.history.length }),
            answers: fc.shuffledSubarray(given.answers, { minLength: given.answers.length }),
          }),
        ),
      ),
      ([given, shuffled]) => {
        expect(screen({ ...given, ...shuffled })).toEqual(screen(given));
      },
    ),
    { numRuns: 100 },
  );
});

it('names as eligibleFrom the first day on which no dated reason is left', () => {
  const datedFacts = cnZj2011.facts.filter(({ answer: asked }) => asked === 'date').map(({ fact }) => fact);
  const dated = fc.record({
    product: fc.constantFrom('whole-blood' as const, 'platelets' as const),
    person: fc.record({
      birthDate: past(7_000),
      sex: fc.constantFrom('male' as const, 'female' as const),
      weightKg: fc.constantFrom(40, 60),
    }),
    history: fc.array(
      fc.record({ product: fc.constantFrom('whole-blood' as const, 'platelets' as const), donatedOn: past(400) }),
    ),
    answers: fc.array(
      fc.tuple(
        fc.constantFrom(...datedFacts),
        past(1200).map((on): Answer => ({ on })),
      ),
    ),
  });
  fc.assert(
    fc.property(dated, (given) => {
      const { eligibleFrom } = screen(given);
      fc.pre(eligibleFrom !== undefined);
      const datedReasonsOn = (date: string) => screen(given, date).reasons.filter(({ until }) => until !== undefined);
      expect(datedReasonsOn(eligibleFrom ?? '')).toEqual([]);
      expect(datedReasonsOn(addSpan(eligibleFrom ?? '', { days: -1 }))).not.toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('takes no answer "no" for a reason, and gives every outcome its reasons', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { outcome, reasons } = screen(given);
      expect(reasons.length === 0).toBe(outcome === 'likely-eligible');
      const no = given.answers.map(([fact]): [string, Answer] => [fact, { value: 'no' }]);
      expect(screen({ ...given, answers: no })).toEqual(screen({ ...given, answers: [] }));
    }),
  );
});
