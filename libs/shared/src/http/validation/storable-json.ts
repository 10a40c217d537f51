import { InvalidInput } from './invalid-input.js';

const deepest = 32;

/** Whether a text can be stored and sent again as it is: no NUL, no half of a surrogate pair. */
export const isStorableText = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);

/** `constructor`, `toString`, `__proto__` …: class-transformer passes over them, so that validation would not see them. */
export const isInheritedName = (name: string): boolean => name in Object.prototype;

/**
 * Refuses JSON that no DTO of ours could mean, before anything walks it by recursion.
 * @throws InvalidInput naming the place
 */
export function assertStorable(value: unknown, path = '', depth = 0): void {
  if (typeof value === 'string' && !isStorableText(value)) throw InvalidInput.at(path, 'unreadable-text');
  if (typeof value !== 'object' || value === null) return;
  if (depth >= deepest) throw InvalidInput.at('', 'too-deep', [deepest]);
  for (const [key, child] of Object.entries(value)) {
    if (!isStorableText(key)) throw InvalidInput.at(path, 'unreadable-text');
    if (isInheritedName(key)) throw InvalidInput.at(joinPath(path, key), 'unknown-field');
    assertStorable(child, joinPath(path, Array.isArray(value) ? Number(key) : key), depth + 1);
  }
}

/** `a` and `b` make `a.b`; `a` and 0 make `a[0]`. */
export function joinPath(parent: string, step: string | number): string {
  if (typeof step === 'number') return `${parent}[${step}]`;
  return parent ? `${parent}.${step}` : step;
}
