import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually as eventuallyWithin } from '../testing/eventually.js';
import type { BusMessage, DeliveredMessage } from './bus-message.js';
import type { EventBus } from './event-bus.js';

/** A driver on a log of its own. `open` twice means two processes on the same log. */
export interface ConformanceDriver {
  open(): Promise<EventBus>;
  /** How long it may take until a group is served, or served by another member; 5 s unless told. */
  readonly patienceMilliseconds?: number;
  cleanUp(): Promise<void>;
}

const message = (key: string, number: number): BusMessage => ({
  topic: 'sanxian.identity',
  key,
  headers: { ce_id: `${key}-${number}`, ce_type: 'test.counted.v1' },
  body: JSON.stringify({ number }),
});

const numbers = (messages: DeliveredMessage[], key: string): number[] =>
  messages.filter((m) => m.key === key).map((m) => (JSON.parse(m.body ?? '') as { number: number }).number);

/** What every driver of the `EventBus` port promises. */
export function itKeepsThePromisesOfAnEventBus(name: string, createDriver: () => ConformanceDriver): void {
  describe(`${name} as an event bus`, () => {
    let driver: ConformanceDriver;
    let opened: EventBus[];

    const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
      eventuallyWithin(check, { withinMilliseconds: driver.patienceMilliseconds });

    const open = async (): Promise<EventBus> => {
      const bus = await driver.open();
      opened.push(bus);
      return bus;
    };

    const collect = async (bus: EventBus, group: string): Promise<DeliveredMessage[]> => {
      const received: DeliveredMessage[] = [];
      await bus.subscribe({
        group,
        topics: ['sanxian.identity'],
        onError: () => undefined,
        handle: (delivered) => Promise.resolve(void received.push(delivered)),
      });
      return received;
    };

    beforeEach(() => {
      driver = createDriver();
      opened = [];
    });

    afterEach(async () => {
      for (const bus of opened) await bus.close();
      await driver.cleanUp();
    });

    it('delivers key, headers and body as they were published', async () => {
      const bus = await open();
      const received = await collect(bus, 'a');
      await bus.publish([message('k', 1), { ...message('k', 2), body: null }]);
      await eventually(() => expect(received).toHaveLength(2));
      expect(received[0]).toMatchObject(message('k', 1));
      expect(received[1]!.body).toBeNull();
    });

    it('keeps the order of each key across batches', async () => {
      const bus = await open();
      const received = await collect(bus, 'a');
      const expected = Array.from({ length: 60 }, (_, index) => index);
      for (const number of expected) await bus.publish([message('left', number), message('right', number)]);
      await eventually(() => expect(received).toHaveLength(120));
      expect(numbers(received, 'left')).toEqual(expected);
      expect(numbers(received, 'right')).toEqual(expected);
    });

    it('gives each group every message, from an offset of its own', async () => {
      const bus = await open();
      await bus.publish([message('k', 1)]);
      const early = await collect(bus, 'early');
      await eventually(() => expect(numbers(early, 'k')).toEqual([1]));
      await bus.publish([message('k', 2)]);
      const late = await collect(bus, 'late');
      await eventually(() => {
        expect(numbers(early, 'k')).toEqual([1, 2]);
        expect(numbers(late, 'k')).toEqual([1, 2]);
      });
    });

    it('lets a slow group hold up no other', async () => {
      const bus = await open();
      const received: DeliveredMessage[] = [];
      let goOn = (): void => undefined;
      const held = new Promise<void>((resolve) => (goOn = resolve));
      await bus.subscribe({
        group: 'slow',
        topics: ['sanxian.identity'],
        onError: () => undefined,
        handle: async (delivered) => {
          await held;
          received.push(delivered);
        },
      });
      const fast = await collect(bus, 'fast');
      const expected = Array.from({ length: 40 }, (_, index) => index);
      for (const number of expected) await bus.publish([message('k', number)]);
      try {
        await eventually(() => expect(numbers(fast, 'k')).toEqual(expected));
        expect(received).toEqual([]);
      } finally {
        goOn();
      }
      await eventually(() => expect(numbers(received, 'k')).toEqual(expected));
    });

    it('brings a message again after a throw, before later ones of its key', async () => {
      const bus = await open();
      const attempts: number[] = [];
      await bus.subscribe({
        group: 'a',
        topics: ['sanxian.identity'],
        onError: () => undefined,
        handle: (delivered) => {
          attempts.push(...numbers([delivered], 'k'));
          return attempts.length === 2 ? Promise.reject(new Error('second try fails')) : Promise.resolve();
        },
      });
      await bus.publish([message('k', 1), message('k', 2), message('k', 3)]);
      await eventually(() => expect(attempts).toEqual([1, 2, 2, 3]));
    });

    it('brings a message again when the process died between effect and acknowledgement', async () => {
      const dying = await open();
      const effects: number[] = [];
      let release = (): void => undefined;
      await dying.subscribe({
        group: 'a',
        topics: ['sanxian.identity'],
        onError: () => undefined,
        handle: (delivered) => {
          effects.push(...numbers([delivered], 'k'));
          return new Promise<void>((_, reject) => (release = () => reject(new Error('the process is gone'))));
        },
      });
      await dying.publish([message('k', 1)]);
      await eventually(() => expect(effects).toEqual([1]));

      const restarted = await open();
      const again = await collect(restarted, 'a');
      await eventually(() => expect(numbers(again, 'k')).toEqual([1]));
      release();
    });

    it('goes on after a restart where the group stood', async () => {
      const first = await open();
      const before = await collect(first, 'a');
      await first.publish([message('k', 1)]);
      await eventually(() => expect(numbers(before, 'k')).toEqual([1]));
      await first.close();
      opened = [];

      const second = await open();
      const after = await collect(second, 'a');
      await second.publish([message('k', 2)]);
      await eventually(() => expect(numbers(after, 'k')).toEqual([2]));
    });

    it('holds back while paused, tells the lag, and delivers after resuming', async () => {
      const bus = await open();
      const received: DeliveredMessage[] = [];
      const subscription = await bus.subscribe({
        group: 'a',
        topics: ['sanxian.identity'],
        onError: () => undefined,
        handle: (delivered) => Promise.resolve(void received.push(delivered)),
      });
      subscription.pause();
      await bus.publish([message('k', 1), message('k', 2)]);
      expect(await subscription.lag()).toBe(2);
      expect(received).toEqual([]);
      subscription.resume();
      await eventually(() => expect(numbers(received, 'k')).toEqual([1, 2]));
      await eventually(async () => expect(await subscription.lag()).toBe(0));
    });
  });
}
