import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AsyncLocalStorage } from 'node:async_hooks';
import { eventually } from '../testing/eventually.js';
import { RepeatingTask } from './repeating-task.js';

const aLongTime = 3_600_000;
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('RepeatingTask', () => {
  let work: StoppableWork;
  let task: RepeatingTask;

  beforeEach(() => {
    work = new StoppableWork();
    task = taskOf(work, aLongTime);
  });

  afterEach(async () => {
    work.finishAll();
    await task.stop();
  });

  it('runs at once, and again and again', async () => {
    task = taskOf(work, 1);
    work.finishAll();
    task.start();
    expect(work.started).toBe(1);
    await eventually(() => expect(work.started).toBeGreaterThan(3));
  });

  it('never runs two passes at a time, and runs once more when it was woken meanwhile', async () => {
    task.start();
    for (let times = 0; times < 5; times += 1) task.wake();
    await nextTurn();
    expect(work.started).toBe(1);
    work.finishOne();
    await eventually(() => expect(work.started).toBe(2));
    work.finishAll();
    await nextTurn();
    expect(work).toMatchObject({ started: 2, mostAtATime: 1 });
  });

  it('runs at once when it is woken between two turns', async () => {
    task.start();
    work.finishOne();
    await nextTurn();
    task.wake();
    expect(work.started).toBe(2);
  });

  it('reports a pass that fails, and goes on', async () => {
    task = taskOf(work, 1);
    work.fail = new Error('the disk is full');
    task.start();
    work.finishAll();
    await eventually(() => expect(work.reported.length).toBeGreaterThan(1));
    expect(work.reported[0]).toBe(work.fail);
    work.fail = undefined;
    const startedSoFar = work.started;
    await eventually(() => expect(work.started).toBeGreaterThan(startedSoFar + 1));
  });

  it('rests after a failure, however often it is woken', async () => {
    work.fail = new Error('the disk is full');
    work.finishAll();
    task.start();
    await eventually(() => expect(work.reported).toHaveLength(1));
    task.wake();
    await nextTurn();
    expect(work.started).toBe(1);
  });

  it('waits at stop for the pass that runs, and does not run again', async () => {
    task.start();
    task.wake();
    let stopped = false;
    const stopping = task.stop().then(() => (stopped = true));
    await nextTurn();
    expect(stopped).toBe(false);
    work.finishOne();
    await stopping;
    task.wake();
    await nextTurn();
    expect(work.started).toBe(1);
  });

  it('does not take over the context of whoever starts or wakes it', async () => {
    const storage = new AsyncLocalStorage<string>();
    work.onStart = () => seen.push(storage.getStore());
    const seen: (string | undefined)[] = [];
    work.finishAll();
    task = taskOf(work, 1);
    storage.run('the starter', () => task.start());
    await nextTurn();
    storage.run('the waker', () => task.wake());
    await eventually(() => expect(seen.length).toBeGreaterThan(3));
    expect(new Set(seen)).toEqual(new Set([undefined]));
  });
});

const taskOf = (work: StoppableWork, everyMilliseconds: number) =>
  new RepeatingTask({ everyMilliseconds, pass: () => work.pass(), onError: (error) => work.reported.push(error) });

/** Passes that end when the test lets them. */
class StoppableWork {
  started = 0;
  mostAtATime = 0;
  fail: Error | undefined;
  onStart: () => void = () => undefined;
  readonly reported: unknown[] = [];
  private running = 0;
  private endless = true;
  private readonly waiting: (() => void)[] = [];

  async pass(): Promise<void> {
    this.started += 1;
    this.running += 1;
    this.mostAtATime = Math.max(this.mostAtATime, this.running);
    this.onStart();
    if (this.endless) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running -= 1;
    if (this.fail) throw this.fail;
  }

  finishOne(): void {
    this.waiting.shift()?.();
  }

  /** From now on passes end by themselves. */
  finishAll(): void {
    this.endless = false;
    while (this.waiting.length > 0) this.finishOne();
  }
}
