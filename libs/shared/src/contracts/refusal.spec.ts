import { expect, it } from '@jest/globals';
import { defineProblems } from './problem-type.js';
import { Refusal } from './refusal.js';

const problems = defineProblems({
  'shift-full': {
    status: 409,
    title: { 'zh-CN': '班次已满', en: 'The shift is full' },
    detail: { 'zh-CN': '{seats} 个名额已满。', en: 'All {seats} seats are taken.' },
  },
});

it('names each problem by its code', () => {
  expect(problems['shift-full']).toMatchObject({ code: 'shift-full', status: 409 });
});

it('carries the problem and what it speaks of, and shows neither text nor parameters in its message', () => {
  const refusal = new Refusal(problems['shift-full'], { seats: 30 }, [], { retryAfterSeconds: 5 });
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal).toMatchObject({ name: 'Refusal', message: 'shift-full', parameters: { seats: 30 }, errors: [] });
  expect(refusal.problem.status).toBe(409);
  expect(refusal.options.retryAfterSeconds).toBe(5);
});
