/** The instant a period begins: a date means its first moment in Asia/Shanghai. */
export const periodStart = (from: string): Date => new Date(isDate(from) ? `${from}T00:00:00+08:00` : from);

/** The first instant no longer in the period: a date is in it to its end in Asia/Shanghai. */
export function periodEnd(to: string): Date {
  if (!isDate(to)) return new Date(to);
  return new Date(periodStart(to).getTime() + 86_400_000);
}

const isDate = (text: string): boolean => text.length === 10;
