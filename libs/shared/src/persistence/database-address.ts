export interface SqliteAddress {
  readonly kind: 'sqlite';
  readonly file: string;
}

export interface MysqlAddress {
  readonly kind: 'mysql';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Connections of the pool at most. */
  readonly connectionLimit: number;
  /** How long a caller waits for one of them. */
  readonly acquireMilliseconds: number;
}

// The fewest are one for a transaction, and one for what is read meanwhile.
const limits = {
  connectionLimit: { usual: 10, least: 2, most: 1_000 },
  acquireMilliseconds: { usual: 2_000, least: 100, most: 60_000 },
} as const;

/** @throws Error that says what is wrong with a database url, without quoting it: it may hold a password */
export function databaseAddress(url: string): SqliteAddress | MysqlAddress {
  if (url.startsWith('sqlite:')) return sqliteAddress(url.slice('sqlite:'.length));
  if (url.startsWith('mysql:')) return mysqlAddress(url);
  throw new Error('A database url starts with `sqlite:` or `mysql://`');
}

function sqliteAddress(file: string): SqliteAddress {
  if (file === '') throw new Error('A `sqlite:` url names a file: sqlite:<path>');
  return { kind: 'sqlite', file };
}

function mysqlAddress(text: string): MysqlAddress {
  if (!URL.canParse(text)) throw wrong('cannot be read as a url');
  const url = new URL(text);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!url.hostname) throw wrong('names no host');
  if (!url.username) throw wrong('names no user');
  if (!/^[\w-]+$/.test(database)) throw wrong('names no database of letters, digits, - and _');
  return {
    kind: 'mysql',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    ...limitsOf(url.searchParams),
  };
}

function limitsOf(parameters: URLSearchParams): Pick<MysqlAddress, keyof typeof limits> {
  const unknown = [...parameters.keys()].filter((name) => !(name in limits));
  if (unknown.length > 0) throw wrong(`has the unknown parameter ${unknown.join(', ')}`);
  return {
    connectionLimit: numberFrom(parameters, 'connectionLimit'),
    acquireMilliseconds: numberFrom(parameters, 'acquireMilliseconds'),
  };
}

function numberFrom(parameters: URLSearchParams, name: keyof typeof limits): number {
  const { usual, least, most } = limits[name];
  const value = Number(parameters.get(name) ?? usual);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw wrong(`needs a ${name} from ${least} to ${most}`);
}

const wrong = (what: string): Error =>
  new Error(`The database url ${what}. It reads mysql://user:password@host:port/database?connectionLimit=10`);
