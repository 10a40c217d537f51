/** One civil day after the other by the rule book of the Gregorian calendar: slow, and nothing of ours in it. */
const days: string[] = [];
for (let year = 1900; year <= 2160; year += 1) {
  for (let month = 1; month <= 12; month += 1) {
    for (let day = 1; day <= daysInMonth(year, month); day += 1) days.push(dateOf(year, month, day));
  }
}
const places = new Map(days.map((date, place) => [date, place]));

export const firstDay = '1900-01-01';

/** How many days lie between the first day there is and this one. */
export function placeOf(date: string): number {
  const place = places.get(date);
  if (place === undefined) throw new Error(`Not between 1900 and 2160: ${date}`);
  return place;
}

export function dayAt(place: number): string {
  const date = days[place];
  if (date === undefined) throw new Error(`No such day: ${place}`);
  return date;
}

export const nextDay = (date: string): string => dayAt(placeOf(date) + 1);

export function walkDays(date: string, count: number): string {
  let day = date;
  for (let walked = 0; walked < count; walked += 1) day = nextDay(day);
  return day;
}

/** Walks until so many months have begun, then to the same day of the month or the last one there is. */
export function walkMonths(date: string, months: number): string {
  const dayOfMonth = (day: string) => Number(day.slice(8));
  let begun = 0;
  let place = placeOf(date);
  while (begun < months) {
    place += 1;
    if (dayAt(place).endsWith('-01')) begun += 1;
  }
  while (dayOfMonth(dayAt(place)) < dayOfMonth(date) && !dayAt(place + 1).endsWith('-01')) place += 1;
  return dayAt(place);
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function dateOf(year: number, month: number, day: number): string {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
