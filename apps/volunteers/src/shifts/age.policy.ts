/** From this birthday on, a person is grown up (民法典 Art. 17). */
export const adultAge = 18;

/** Years of age on a day, both `YYYY-MM-DD`; who is born on 29 February grows older on 1 March in other years. */
export function ageOn(day: string, birthDate: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
