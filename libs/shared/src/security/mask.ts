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
