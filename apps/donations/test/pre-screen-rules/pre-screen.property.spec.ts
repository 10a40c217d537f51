import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, type Donation, preScreen } from '../../src/blood/pre-screen/pre-screen.js';
import type { EarlierProduct, RuleSet } from '../../src/blood/pre-screen/rule-set.js';
import { findRuleSet, ruleSets } from '../../src/blood/pre-screen/rule-sets.js';
import { dayAt, placeOf } from './slow-calendar.js';
import { slowPreScreen } from './slow-oracle.js';

// A failure prints the seed and the path that bring it back: fc.assert(…, { seed, path }).
const products = ['whole-blood', 'platelets', 'plasma', 'double-red-cells'] as const;
const daysAsked = fc.integer({ min: placeOf('2012-01-01'), max: placeOf('2040-12-31') });

/** Somebody's story as it may be told on a day, near the edges of the rules more often than chance would be. */
const storyFor = (ruleSet: RuleSet, place: number) => {
  const edges = [0, 1, 7, 14, 15, 28, 56, 84, 90, 112, 180, 183, 184, 364, 365, 366, 730, 731, 1095, 1096];
  const ago = (most: number) =>
    fc
      .oneof(
        fc.integer({ min: 0, max: most }),
        fc.tuple(fc.constantFrom(...edges), fc.integer({ min: -1, max: 1 })).map(([edge, off]) => edge + off),
      )
      .map((days) => dayAt(place - Math.max(0, days)));
  const ages = [16, 17, 18, 36, 36, 36, 56, 61, 66].map((years) => Math.round(years * 365.2425));
  const birthDate = fc.oneof(
    { weight: 1, arbitrary: ago(25_000) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...ages), fc.integer({ min: -2, max: 2 }))
        .map(([days, off]) => dayAt(place - days - off)),
    },
  );
  const answer = fc.oneof<fc.Arbitrary<Answer>[]>(
    ago(1200).map((on) => ({ on })),
    fc.constantFrom('yes', 'no', 'unknown').map((value) => ({ value })),
  );
  return fc.record({
    ruleSet: fc.constant(ruleSet),
    onDate: fc.constant(dayAt(place)),
    product: fc.constantFrom('whole-blood', 'platelets', ...products),
    person: fc.record({
      birthDate,
      sex: fc.constantFrom('male' as const, 'female' as const),
      weightKg: fc.option(fc.constantFrom(40, 44.9, 45, 49.9, 50, 70), { nil: undefined, freq: 8 }),
    }),
    history: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: donations(ago(500), [...products, 'stem-cell'], { maxLength: 4 }) },
      { weight: 2, arbitrary: donations(ago(400), ['platelets'], { minLength: 20, maxLength: 40 }) },
      { weight: 1, arbitrary: donations(ago(400), ['whole-blood', 'double-red-cells'], { maxLength: 9 }) },
    ),
    answers: fc.oneof(
      fc.constant<[string, Answer][]>([]),
      fc.uniqueArray(fc.tuple(fc.constantFrom(...ruleSet.facts.map(({ fact }) => fact)), answer), {
        selector: ([fact]) => fact,
        maxLength: 6,
      }),
    ),
  });
};

function donations(
  day: fc.Arbitrary<string>,
  given: readonly EarlierProduct[],
  lengths: { minLength?: number; maxLength: number },
): fc.Arbitrary<Donation[]> {
  const donatedOn = fc.option(day, { freq: 12 });
  return fc.array(fc.record({ product: fc.constantFrom(...given), donatedOn }), lengths);
}

const stories = fc.tuple(fc.constantFrom(...ruleSets), daysAsked).chain(([ruleSet, place]) => storyFor(ruleSet, place));

type Story = typeof stories extends fc.Arbitrary<infer Value> ? Value : never;

function screen({ ruleSet, answers, ...story }: Story) {
  const { outcome, eligibleFrom, reasons } = preScreen(ruleSet, { ...story, answers: new Map(answers) });
  const found = reasons.map((reason) => ({ rule: reason.rule.id, outcome: reason.outcome, until: reason.until }));
  return { outcome, eligibleFrom, reasons: found };
}

describe('the pre-screen', () => {
  it('says what the slow oracle says, for every rule set', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(stories, (story) => {
        const { ruleSet, answers, ...told } = story;
        const answer = screen(story);
        expect(answer).toEqual(slowPreScreen(ruleSet, { ...told, answers: new Map(answers) }));
        for (const { rule } of answer.reasons) seen.set(rule, (seen.get(rule) ?? 0) + 1);
        seen.set(answer.outcome, (seen.get(answer.outcome) ?? 0) + 1);
      }),
      { numRuns: 300 },
    );
    // Stories that never reach a rule would agree about nothing.
    const rare = ['likely-eligible', 'deferred', 'ask-blood-station', 'not-eligible', 'CN-INT-PP.year'];
    expect(rare.filter((key) => !seen.has(key))).toEqual([]);
  });

  it('does not depend on the order of answers and history, doubles among them', () => {
    const shuffledStories = stories.chain((story) => {
      const doubled = [...story.history, ...story.history.slice(0, 3)];
      return fc.record({
        story: fc.constant({ ...story, history: doubled }),
        history: fc.shuffledSubarray(doubled, { minLength: doubled.length }),
        answers: fc.shuffledSubarray(story.answers, { minLength: story.answers.length }),
      });
    });
    fc.assert(
      fc.property(shuffledStories, ({ story, history, answers }) => {
        expect(screen({ ...story, history, answers })).toEqual(screen(story));
      }),
      { numRuns: 150 },
    );
  });

  it('changes nothing of what it is given', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const before = structuredClone(story);
        screen(story);
        expect(story).toEqual(before);
      }),
    );
  });

  it('takes no answer "no" for a reason, and gives every outcome its reasons', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { outcome, reasons } = screen(story);
        expect(reasons.length === 0).toBe(outcome === 'likely-eligible');
        const no = story.answers.map(([fact]): [string, Answer] => [fact, { value: 'no' }]);
        expect(screen({ ...story, answers: no })).toEqual(screen({ ...story, answers: [] }));
      }),
    );
  });
});

describe('the rule set of a place and a day', () => {
  const someSets = fc.array(
    fc.record({
      jurisdiction: fc.constantFrom('CN', 'CN-33', 'CN-3311', 'US'),
      from: fc.integer({ min: 0, max: 9 }),
      lasts: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      enabled: fc.boolean(),
    }),
    { maxLength: 6 },
  );
  const day = (number: number) => dayAt(placeOf('2026-01-01') + number);

  it('is enabled, in force where one is, and the narrowest, then newest of these', () => {
    fc.assert(
      fc.property(someSets, fc.constantFrom('331102', '330106', '110101', 'US'), fc.nat(12), (sets, area, on) => {
        const all = sets.map(({ jurisdiction, from, lasts, enabled }, index): RuleSet => ({
          ...ruleSets[0]!,
          id: String(index),
          jurisdiction,
          enabled,
          effectiveFrom: day(from),
          effectiveTo: lasts === undefined ? undefined : day(from + lasts),
        }));
        const place = area === 'US' ? 'US' : `CN-${area}`;
        const usable = sets.filter(({ enabled, jurisdiction }) => enabled && place.startsWith(jurisdiction));
        const current = usable.filter(({ from, lasts = 99 }) => from <= on && on < from + lasts);
        const chosen = sets[Number(findRuleSet(all, area, day(on))?.id ?? -1)];
        if (current.length > 0) {
          const narrowest = Math.max(...current.map(({ jurisdiction }) => jurisdiction.length));
          const among = current.filter(({ jurisdiction }) => jurisdiction.length === narrowest);
          expect(chosen).toMatchObject({ from: Math.max(...among.map(({ from }) => from)), enabled: true });
          expect(among).toContain(chosen);
        } else {
          const later = usable.filter(({ from }) => from > on);
          expect(chosen?.from).toBe(later.length > 0 ? Math.min(...later.map(({ from }) => from)) : undefined);
        }
      }),
      { numRuns: 500 },
    );
  });
});
