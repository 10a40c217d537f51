import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One line of the table: ours against a reference of the same run. */
export interface Figure {
  readonly name: string;
  readonly ours: Readonly<Record<string, number>>;
  readonly reference: Readonly<Record<string, number>>;
  /** What the target speaks of. */
  readonly ratio: number;
  readonly target: { readonly atLeast: number } | { readonly atMost: number };
  readonly remark?: string;
}

export const isMet = ({ ratio, target }: Figure): boolean =>
  'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost;

export function printFigure(figure: Figure): void {
  const { name, ours, reference, ratio, target, remark } = figure;
  const aim = 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
  const values = Object.keys(ours).map((key) => `${key} ${short(ours[key])} : ${short(reference[key])}`);
  const verdict = isMet(figure) ? 'met   ' : 'MISSED';
  console.log(
    `${verdict} ${name}: ${ratio.toFixed(2)} (${aim}) · ${values.join(' · ')}${remark ? ` · ${remark}` : ''}`,
  );
}

/** @returns the file */
export function keepFigures(figures: readonly Figure[]): string {
  const folder = join('bench', 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  writeFileSync(file, JSON.stringify(figures, null, 2));
  return file;
}

const short = (value = Number.NaN): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
