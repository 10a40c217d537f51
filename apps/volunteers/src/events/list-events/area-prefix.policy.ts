/**
 * What the codes of all places within an area begin with (GB/T 2260: two digits each for province, city and county, three for
 * the township): `331100`, a city, holds `331102` and `331102103`.
 */
export const areaPrefix = (area: string): string =>
  area.replace(/(?<=^\d{6})000$/, '').replace(/^(\d{2}|\d{4})0+$/, '$1');
