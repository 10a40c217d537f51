import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/** UUIDv7 as text: sorts by creation, the same on SQLite and MySQL. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: 36 });

export const ReferenceColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 36, ...options });

/** An instant in UTC with milliseconds. */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'datetime', precision: 3, ...options });

/** Starts at 1 and grows by one with every change; `Transaction.update` checks it, and the ETag shows it. */
export const VersionColumn = (): PropertyDecorator => Column({ type: 'integer' });
