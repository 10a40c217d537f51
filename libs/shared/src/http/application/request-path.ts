/** The path of a request target. The query stays out of answers and records: it may hold what nobody should keep. */
export const pathOf = (target: string): string => target.split('?', 1)[0] ?? '/';

/** Longer than any id or word in a path of ours: the part of an address that lets in whoever knows it. */
const secretPart = /[\w%-]{40,}/g;

/** The path as it may be shown. Problem documents end up in logs and reports, so what opens a door is left out. */
export const shownPath = (target: string): string => pathOf(target).replace(secretPart, '…');
