import { createHash } from 'node:crypto';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import canonicalizeModule from 'canonicalize';
import type { EntityMetadata, ObjectLiteral } from 'typeorm';
import type { MoveMarker } from './move-marker.js';

// The package is CommonJS and its types say `export default`: what we import is the function itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;
const pageSize = 500;

export interface TableSum {
  readonly rows: number;
  /** SHA-256 over all rows in the order of their keys. */
  readonly checksum: string;
}

/** The rows of one table, wherever they lie. */
export class MovedTable {
  readonly name: string;

  constructor(
    private readonly metadata: EntityMetadata,
    /** What is different at the target, on purpose. */
    private readonly change: (row: ObjectLiteral) => ObjectLiteral = (row) => row,
  ) {
    this.name = metadata.tableName;
  }

  /** Brings what is not there yet, page by page; each page commits with the note of it. */
  async copy(from: ServiceRuntime, to: ServiceRuntime, marker: MoveMarker): Promise<void> {
    for (let moved = await marker.moved(this.name); ;) {
      const rows = await this.page(from, moved);
      if (rows.length === 0) return;
      moved += rows.length;
      await to.unitOfWork.run(async ({ manager }) => {
        await manager.insert(this.metadata.target, rows.map(this.change));
        await marker.note(manager, this.name, moved);
      });
    }
  }

  /** @param changed whether the rows are seen as they come to lie at the target */
  async sum(runtime: ServiceRuntime, changed: 'as they are' | 'as they will be'): Promise<TableSum> {
    const hash = createHash('sha256');
    let rows = 0;
    for (;;) {
      const page = await this.page(runtime, rows);
      if (page.length === 0) return { rows, checksum: hash.digest('hex').slice(0, 16) };
      rows += page.length;
      for (const row of page) hash.update(this.asText(changed === 'as they are' ? row : this.change(row)));
    }
  }

  private page({ reads }: ServiceRuntime, skip: number): Promise<ObjectLiteral[]> {
    const order = Object.fromEntries(this.metadata.primaryColumns.map(({ propertyName }) => [propertyName, 'ASC']));
    return reads.manager.find(this.metadata.target, { order, skip, take: pageSize });
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
