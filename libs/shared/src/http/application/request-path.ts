/** The path of a request target. The query stays out of answers and records: it may hold what nobody should keep. */
export const pathOf = (target: string): string => target.split('?', 1)[0] ?? '/';
