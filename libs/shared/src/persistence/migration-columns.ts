import type { TableColumnOptions } from 'typeorm';

type Optional = { nullable?: boolean };

/** The UUIDv7 primary key of a table. */
export const idColumn = (name = 'id'): TableColumnOptions => ({ name, type: 'varchar', length: '36', isPrimary: true });

/** The id of a row of this or another service; never a foreign key across services. */
export const referenceColumn = (name: string, options: Optional = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: '36',
  isNullable: options.nullable ?? false,
});

export const textColumn = (name: string, length: number, options: Optional = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable: options.nullable ?? false,
});

export const longTextColumn = (name: string, options: Optional = {}): TableColumnOptions => ({
  name,
  type: 'text',
  isNullable: options.nullable ?? false,
});

export const integerColumn = (name: string, options: Optional = {}): TableColumnOptions => ({
  name,
  type: 'integer',
  isNullable: options.nullable ?? false,
});

export const instantColumn = (name: string, options: Optional = {}): TableColumnOptions => ({
  name,
  type: 'datetime',
  precision: 3,
  isNullable: options.nullable ?? false,
});

export const jsonColumn = (name: string, options: Optional = {}): TableColumnOptions => ({
  name,
  type: 'json',
  isNullable: options.nullable ?? false,
});

export const versionColumn = (): TableColumnOptions => integerColumn('version');
