/** An OpenAPI document as text that changes only with its meaning: the same file on every machine. */
export const stableJson = (document: unknown): string => `${JSON.stringify(stable(document), null, 2)}\n`;

function stable(value: unknown, name?: string): unknown {
  if (Array.isArray(value)) return stableList(value, name);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, stable(child, key)]));
}

function stableList(list: readonly unknown[], name: string | undefined): unknown[] {
  // The compiler lists the members of a union in the order in which it met them, anywhere in the program.
  const texts = list.filter((member) => typeof member === 'string');
  const rest = list.filter((member) => member === null);
  const isEnum = name === 'enum' && texts.length + rest.length === list.length;
  return isEnum ? [...texts.sort(), ...rest] : list.map((item) => stable(item));
}
