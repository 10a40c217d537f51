/** `13812341234` → `138****1234`. Of a number too short to hide anything in, nothing is shown. */
export function maskPhone(phone: string): string {
  return phone.length < 11 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** `王小明` → `王*` */
export function maskName(name: string): string {
  // By code points: rare family names lie beyond the 16-bit characters.
  const [first = ''] = name;
  return `${first}*`;
}

/**
 * What may be shown of an error's text that somebody's data may have got into: quoted parts, numbers of four digits or more,
 * addresses, ids and everything beyond ASCII become `…`. Two errors that differ in nothing else read the same.
 */
export function maskText(text: string): string {
  return text
    .replace(/(['"`])(?:(?!\1).)*\1/gs, '$1…$1')
    .replace(/\S+@\S+/g, '…')
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{20,}\b/gi, '…')
    .replace(/\+?\d[\d -]{2,}\d/g, '…')
    .replace(/[^\x20-\x7e…]+/g, '…')
    .replace(/…(?:\s*…)+/g, '…');
}

/** Codes, ids and dates, as our events carry them. */
const plainValue =
  /^(?:[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)$/;
const longestPlainValue = 80;

/**
 * A value out of a message for somebody who has to see its shape: numbers, switches, codes, ids and dates as they are, of any
 * other text its length. What is no JSON is one text.
 */
export function maskValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.length <= longestPlainValue && plainValue.test(value) ? value : `… (${[...value].length})`;
  }
  if (Array.isArray(value)) return value.map(maskValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [maskText(name), maskValue(inner)]));
}
