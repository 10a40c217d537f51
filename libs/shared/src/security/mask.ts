/** `13812341234` → `138****1234` */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** `王小明` → `王*`: the first character, counted as people see it. */
export function maskName(name: string): string {
  const [first = ''] = name;
  return `${first}*`;
}
