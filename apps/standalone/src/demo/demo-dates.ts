const shanghaiOffset = '+08:00';

/** The n-th Sunday after today, as `YYYY-MM-DD` in Asia/Shanghai. */
export function sundayAfter(now: Date, weeks: number): string {
  const shanghai = new Date(now.getTime() + 8 * 3_600_000);
  const days = 7 - shanghai.getUTCDay() + 7 * (weeks - 1);
  return new Date(shanghai.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The instant of a full hour of a day in Asia/Shanghai. */
export function at(date: string, hour: number): string {
  return new Date(`${date}T${String(hour).padStart(2, '0')}:00:00.000${shanghaiOffset}`).toISOString();
}
