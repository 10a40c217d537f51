/** One page of a list: the answer's shape everywhere. */
export interface Page<Item> {
  readonly items: Item[];
  /** Goes into `after` for the next page; null on the last. */
  readonly nextAfter: string | null;
}

/**
 * Cuts a page out of rows that were read with `LIMIT limit + 1`: the extra row only tells that there is more.
 * @param toCursor the cursor behind a row; called for the last row of the page
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, toCursor: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextAfter: last !== undefined && rows.length > limit ? toCursor(last) : null };
}
