import type { IntentProduct } from '../blood-intent.dto.js';
import { addSpan, type CalendarDate } from '../pre-screen/calendar-date.js';

/** An active intent, and the day from which its product may be given again. */
export interface Wish {
  readonly intentId: string;
  readonly product: IntentProduct;
  /** The day in Shanghai. */
  readonly registeredOn: CalendarDate;
  /** null when no day can be named. */
  readonly eligibleFrom: CalendarDate | null;
}

export interface DonorFacts {
  readonly now: Date;
  readonly mayContact: boolean;
  /** The newest first. */
  readonly wishes: readonly Wish[];
  readonly invitedFor: Readonly<Record<IntentProduct, CalendarDate | null>>;
}

export interface Invitation {
  readonly product: IntentProduct;
  readonly intentId: string;
  readonly eligibleFrom: CalendarDate;
}

export interface DonorLook {
  readonly invitations: Invitation[];
  /** null: nothing to wait for. */
  readonly nextLookAt: Date | null;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Asia/Shanghai has no daylight saving. */
const offset = 8 * hour;

/** Nobody is invited in the evening or at night. */
const opensAt = 9 * hour;
const closesAt = 20 * hour;
/** A day that passed longer ago is no news any more: somebody who enters old donations is not told of each. */
const daysOfNews = 30;
/** Rules and profiles change without a word to us, so nobody is left alone for longer. */
const longestRest = 7 * day;

/**
 * Whom to invite now, and when to look again. A donor is invited once per product and day, in daytime, from the day on, when
 * they may be contacted and an intent registered before that day is still active: one that came later was answered when it
 * was registered. A consent that comes late is seen the next morning.
 */
export function whenToInvite({ now, mayContact, wishes, invitedFor }: DonorFacts): DonorLook {
  if (wishes.length === 0) return { invitations: [], nextLookAt: null };
  const today = dayOf(now);
  const awaited = [...new Set(wishes.map(({ product }) => product))].flatMap(
    (product) => awaitedInvitation(product, wishes, invitedFor[product], today) ?? [],
  );
  const due = awaited.filter(({ eligibleFrom }) => eligibleFrom <= today);
  const goesOut = due.length > 0 && mayContact && isDaytime(now);
  const looks = [
    now.getTime() + longestRest,
    ...awaited.map(({ eligibleFrom }) => openingOn(eligibleFrom)).filter((opening) => opening > now.getTime()),
    ...(due.length > 0 && !goesOut ? [nextOpening(now)] : []),
  ];
  return { invitations: goesOut ? due : [], nextLookAt: new Date(Math.min(...looks)) };
}

/** The calendar date in Shanghai. */
export const dayOf = (instant: Date): CalendarDate => new Date(instant.getTime() + offset).toISOString().slice(0, 10);

function awaitedInvitation(
  product: IntentProduct,
  wishes: readonly Wish[],
  invitedFor: CalendarDate | null,
  today: CalendarDate,
): Invitation | undefined {
  const oldestNews = addSpan(today, { days: -daysOfNews });
  return wishes
    .flatMap(({ eligibleFrom, ...wish }) => (eligibleFrom === null ? [] : [{ ...wish, eligibleFrom }]))
    .filter((wish) => wish.product === product && wish.registeredOn < wish.eligibleFrom)
    .filter(({ eligibleFrom }) => eligibleFrom >= oldestNews && (invitedFor === null || eligibleFrom > invitedFor))
    .map(({ intentId, eligibleFrom }) => ({ product, intentId, eligibleFrom }))
    .at(0);
}

const midnightOf = (date: CalendarDate): number => Date.parse(date) - offset;

const openingOn = (date: CalendarDate): number => midnightOf(date) + opensAt;

function isDaytime(now: Date): boolean {
  const time = now.getTime() - midnightOf(dayOf(now));
  return time >= opensAt && time < closesAt;
}

function nextOpening(now: Date): number {
  const today = openingOn(dayOf(now));
  return today > now.getTime() ? today : today + day;
}
