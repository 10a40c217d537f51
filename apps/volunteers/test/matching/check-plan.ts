/**
 * Judges a plan by the text of the format alone: nothing of the engine is imported here, so that a mistake there is not made twice.
 */
interface RawSlot {
  readonly id: string;
  readonly role: string;
  readonly min: number;
  readonly max: number;
  readonly required: readonly string[];
  readonly preferred: readonly string[];
  readonly min_star: number;
}

interface RawShift {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly lat_e6: number;
  readonly lng_e6: number;
  readonly slots: readonly RawSlot[];
}

interface RawVolunteer {
  readonly id: string;
  readonly lat_e6: number;
  readonly lng_e6: number;
  readonly max_distance_m: number;
  readonly max_week_min: number;
  readonly age: number;
  readonly star: number;
  readonly served_min: number;
  readonly languages: readonly string[];
  readonly skills: readonly { readonly id: string; readonly expires: string | null }[];
  readonly availability: readonly (readonly [string, string])[];
  readonly prefs: Readonly<Record<string, number>>;
}

export interface RawInstance {
  readonly id: string;
  readonly rules: {
    readonly max_assignments: number | null;
    readonly short_gap_min: number;
    readonly long_shift_min: number;
    readonly long_rest_min: number;
    readonly week_min: number;
    readonly adult_age: number;
  };
  readonly geo: { readonly m_per_deg: number; readonly coslat_ppm: number };
  readonly fairness: { readonly unit_min: number };
  readonly levels: readonly Readonly<Record<string, number>>[];
  readonly roles: readonly { readonly id: string; readonly dangerous: boolean }[];
  readonly events: readonly {
    readonly id: string;
    readonly priority: number;
    readonly languages: readonly string[];
    readonly shifts: readonly RawShift[];
  }[];
  readonly volunteers: readonly RawVolunteer[];
  readonly locked: readonly (readonly [string, string])[];
  readonly previous: readonly (readonly [string, string])[];
}

export interface RawPlan {
  readonly instance: string;
  readonly assignments: readonly { readonly volunteer: string; readonly slot: string }[];
}

export interface Verdict {
  /** Rules that the plan breaks; empty for a plan that holds. */
  readonly faults: readonly string[];
  readonly levels: readonly number[];
}

interface Seat {
  readonly slot: RawSlot;
  readonly shift: RawShift;
  readonly start: number;
  readonly end: number;
  readonly priority: number;
  readonly languages: readonly string[];
}

const minutes = (time: string): number => Date.parse(time) / 60_000;

export function checkPlan(instance: RawInstance, plan: RawPlan): Verdict {
  const seats = new Map<string, Seat>();
  for (const { priority, languages, shifts } of instance.events) {
    for (const shift of shifts) {
      const [start, end] = [minutes(shift.start), minutes(shift.end)];
      for (const slot of shift.slots) seats.set(slot.id, { slot, shift, start, end, priority, languages });
    }
  }
  const volunteers = new Map(instance.volunteers.map((volunteer) => [volunteer.id, volunteer]));
  const locked = new Set(instance.locked.map(([volunteer, slot]) => `${volunteer} ${slot}`));
  const faults: string[] = [];
  const chosen = new Set<string>();
  const seatsOf = new Map<string, Seat[]>();
  const filled = new Map<string, number>();
  for (const { volunteer: volunteerId, slot: slotId } of plan.assignments) {
    const name = `${volunteerId} ${slotId}`;
    const volunteer = volunteers.get(volunteerId);
    const seat = seats.get(slotId);
    if (!volunteer || !seat) {
      faults.push(`${name} does not exist`);
      continue;
    }
    if (chosen.has(name)) faults.push(`${name} is there twice`);
    chosen.add(name);
    filled.set(slotId, (filled.get(slotId) ?? 0) + 1);
    seatsOf.set(volunteerId, [...(seatsOf.get(volunteerId) ?? []), seat]);
    if (!locked.has(name)) faults.push(...pairFaults(instance, volunteer, seat).map((fault) => `${name}: ${fault}`));
  }
  for (const name of locked) if (!chosen.has(name)) faults.push(`${name} is locked and missing`);
  for (const [id, count] of filled) {
    const { max } = seats.get(id)!.slot;
    if (count > max) faults.push(`${id} has ${count} of ${max}`);
  }
  for (const [id, own] of seatsOf) faults.push(...personFaults(instance, volunteers.get(id)!, own, locked));
  return { faults, levels: levelsOf(instance, seats, volunteers, seatsOf, filled, chosen) };
}

function pairFaults({ rules, roles, geo }: RawInstance, volunteer: RawVolunteer, seat: Seat): string[] {
  const { slot, shift, start, end } = seat;
  const faults: string[] = [];
  for (const skill of slot.required) if (!holds(volunteer, skill, end)) faults.push(`${skill} is missing`);
  if (!volunteer.availability.some(([from, to]) => minutes(from) <= start && end <= minutes(to)))
    faults.push('not available');
  if (metres(geo, volunteer, shift) > volunteer.max_distance_m) faults.push('too far');
  const dangerous = roles.some(({ id, dangerous }) => id === slot.role && dangerous);
  if (dangerous && volunteer.age < rules.adult_age) faults.push('too young');
  return faults;
}

function personFaults(
  { rules }: RawInstance,
  volunteer: RawVolunteer,
  own: readonly Seat[],
  locked: ReadonlySet<string>,
): string[] {
  const faults: string[] = [];
  const isLocked = ({ slot }: Seat): boolean => locked.has(`${volunteer.id} ${slot.id}`);
  const inOrder = [...own].sort((one, other) => one.start - other.start);
  for (const [index, before] of inOrder.entries()) {
    for (const after of inOrder.slice(index + 1)) {
      if (isLocked(before) && isLocked(after)) continue;
      const gap = before.end - before.start > rules.long_shift_min ? rules.long_rest_min : rules.short_gap_min;
      if (after.start < before.end + gap) faults.push(`${volunteer.id}: ${before.slot.id} and ${after.slot.id} clash`);
    }
  }
  if (own.every(isLocked)) return faults;
  for (const { start } of own) {
    const week = own.filter((seat) => seat.start >= start && seat.start < start + rules.week_min);
    const worked = week.reduce((sum, seat) => sum + seat.end - seat.start, 0);
    if (worked > volunteer.max_week_min && !week.every(isLocked))
      faults.push(`${volunteer.id}: ${worked} min in a week`);
  }
  if (rules.max_assignments !== null && own.length > rules.max_assignments)
    faults.push(`${volunteer.id}: ${own.length} assignments`);
  return faults;
}

function levelsOf(
  instance: RawInstance,
  seats: ReadonlyMap<string, Seat>,
  volunteers: ReadonlyMap<string, RawVolunteer>,
  seatsOf: ReadonlyMap<string, readonly Seat[]>,
  filled: ReadonlyMap<string, number>,
  chosen: ReadonlySet<string>,
): number[] {
  const component: Record<string, number> = { min_fill: 0, max_fill: 0, score: 0, fairness: 0, stability: 0 };
  for (const [id, { slot, priority }] of seats) {
    const count = filled.get(id) ?? 0;
    component['min_fill']! += priority * Math.min(count, slot.min);
    component['max_fill']! += Math.max(0, Math.min(count, slot.max) - slot.min);
  }
  for (const [id, own] of seatsOf) {
    const volunteer = volunteers.get(id)!;
    for (const seat of own) component['score']! += scoreOf(instance, volunteer, seat);
    const unit = instance.fairness.unit_min;
    const earlier = Math.floor(volunteer.served_min / unit);
    const more = Math.floor(own.reduce((sum, { start, end }) => sum + end - start, 0) / unit);
    component['fairness']! += (earlier + more) ** 2 - earlier ** 2;
  }
  component['stability'] = instance.previous.filter((pair) => chosen.has(pair.join(' '))).length;
  return instance.levels.map((level) =>
    Object.entries(level).reduce((sum, [name, weight]) => sum + weight * component[name]!, 0),
  );
}

function scoreOf({ geo }: RawInstance, volunteer: RawVolunteer, { slot, shift, end, languages }: Seat): number {
  const held = slot.preferred.filter((skill) => holds(volunteer, skill, end)).length;
  const share = slot.preferred.length === 0 ? 0 : Math.floor((300 * held) / slot.preferred.length);
  const far =
    volunteer.max_distance_m === 0 ? 0 : Math.floor((300 * metres(geo, volunteer, shift)) / volunteer.max_distance_m);
  const speaks = languages.length === 0 || languages.some((language) => volunteer.languages.includes(language));
  const experienced = volunteer.star >= slot.min_star;
  return (
    share +
    Math.max(0, 300 - far) +
    40 * (volunteer.prefs[slot.role] ?? 0) +
    (speaks ? 100 : 0) +
    (experienced ? 100 : 0)
  );
}

const holds = ({ skills }: RawVolunteer, skill: string, until: number): boolean =>
  skills.some(({ id, expires }) => id === skill && (expires === null || minutes(expires) >= until));

type RawPoint = Pick<RawShift, 'lat_e6' | 'lng_e6'>;

function metres(
  { m_per_deg: perDegree, coslat_ppm: cosine }: RawInstance['geo'],
  one: RawPoint,
  other: RawPoint,
): number {
  const north = Math.floor((Math.abs(one.lat_e6 - other.lat_e6) * perDegree) / 1e6);
  const east = Math.floor((Math.floor((Math.abs(one.lng_e6 - other.lng_e6) * perDegree) / 1e6) * cosine) / 1e6);
  const root = BigInt(north) ** 2n + BigInt(east) ** 2n;
  let guess = BigInt(Math.floor(Math.sqrt(Number(root))));
  while (guess * guess > root) guess -= 1n;
  while ((guess + 1n) * (guess + 1n) <= root) guess += 1n;
  return Number(guess);
}
