import { createHash } from 'node:crypto';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import canonicalizeModule from 'canonicalize';
import { type EntityManager, type EntityMetadata, MoreThan, type ObjectLiteral } from 'typeorm';

// The package is CommonJS and its types say `export default`: what we import is the function itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;
const pageSize = 500;

type Readable = Pick<ServiceRuntime, 'reads'>;
type Writable = Pick<ServiceRuntime, 'unitOfWork'>;

/** How far a copy has come, so that one that was cut off can go on. */
export interface CopyProgress {
  /** Rows of a table that are there already. */
  copied(table: string): Promise<number>;
  /** Within the transaction that brings the rows. */
  note(manager: EntityManager, table: string, copied: number): Promise<void>;
}

export interface TableSum {
  readonly rows: number;
  /** SHA-256 over all rows in the order of their keys. */
  readonly checksum: string;
}

/** The rows of one table, wherever they lie. */
export class CopiedTable {
  readonly name: string;

  constructor(
    private readonly metadata: EntityMetadata,
    /** What is different in the copy, on purpose. */
    private readonly change: (row: ObjectLiteral) => ObjectLiteral = (row) => row,
  ) {
    this.name = metadata.tableName;
  }

  /** Brings what is not there yet, page by page; each page commits with the note of it. */
  async copy(from: Readable, to: Writable, progress: CopyProgress): Promise<void> {
    let copied = await progress.copied(this.name);
    for await (const rows of this.pages(from, copied)) {
      copied += rows.length;
      await to.unitOfWork.run(async ({ manager }) => {
        await manager.insert(this.metadata.target, rows.map(this.change));
        await progress.note(manager, this.name, copied);
      });
    }
  }

  /** @param changed whether the rows are seen as they come to lie in the copy */
  async sum(database: Readable, changed: 'as they are' | 'as they will be'): Promise<TableSum> {
    const hash = createHash('sha256');
    let count = 0;
    for await (const rows of this.pages(database)) {
      count += rows.length;
      for (const row of rows) hash.update(this.asText(changed === 'as they are' ? row : this.change(row)));
    }
    return { rows: count, checksum: hash.digest('hex').slice(0, 16) };
  }

  /** In the order of the keys. Each page begins behind the last row of the one before: to skip rows takes reading them. */
  private async *pages({ reads }: Readable, skip = 0): AsyncGenerator<ObjectLiteral[]> {
    const keys = this.metadata.primaryColumns.map(({ propertyName }) => propertyName);
    const order = Object.fromEntries(keys.map((key) => [key, 'ASC' as const]));
    const { target } = this.metadata;
    let rows = await reads.manager.find<ObjectLiteral>(target, { order, skip, take: pageSize });
    while (rows.length > 0) {
      yield rows;
      const where = behind(rows.at(-1)!, keys);
      rows = await reads.manager.find<ObjectLiteral>(target, { where, order, take: pageSize });
    }
  }

  /** Databases keep the members of JSON, and the text of ids that count, in ways of their own. */
  private asText(row: ObjectLiteral): string {
    const values = this.metadata.columns.map((column) => {
      const value: unknown = column.getEntityValue(row);
      if (value instanceof Date) return value.toISOString();
      return column.type === 'integer' ? Number(value) : value;
    });
    return `${canonicalize(values)}\n`;
  }
}

/** Rows behind one in the order of several keys: a later first key, or the same first and a later second, and so on. */
const behind = (row: ObjectLiteral, keys: readonly string[]): ObjectLiteral[] =>
  keys.map((key, index) => ({
    ...Object.fromEntries(keys.slice(0, index).map((earlier) => [earlier, row[earlier] as unknown])),
    [key]: MoreThan(row[key]),
  }));
