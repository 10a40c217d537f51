import mysql from 'mysql2';
import { DatabaseUnavailable, driverErrorOf } from '../database-unavailable.js';
import type { Places } from './places.js';

/** The part of a pooled connection of mysql2 used here. */
export interface PooledConnection {
  query(sql: string, done: (error: Error | null) => void): void;
  release(): void;
  destroy(): void;
}

type Receive = (error: Error | null, connection?: PooledConnection) => void;

interface Pool {
  getConnection(receive: Receive): void;
  on(event: 'connection', listener: (connection: PooledConnection) => void): void;
}

/**
 * What every session agrees on. READ COMMITTED: no lock on what is not there, and every statement sees what is
 * committed. Times are UTC; a value that does not fit is an error and not cut off; who waits for a row gives up.
 */
const sessionSettings = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION', " +
    'innodb_lock_wait_timeout = 5',
];

/** mysql2 for TypeORM, whose pool by itself lets callers wait for ever. */
export function boundedMysql(places: Places): { createPool(options: object): unknown } {
  return {
    createPool: (options) => {
      const pool = mysql.createPool(options as mysql.PoolOptions) as unknown as Pool;
      pool.on('connection', settle);
      const takeFromPool = pool.getConnection.bind(pool);
      pool.getConnection = (receive) => {
        places.enter().then((leave) => {
          takeFromPool((error, connection) => {
            if (connection) receive(null, leavingOnRelease(connection, leave));
            else {
              leave();
              receive(outOfReach(error));
            }
          });
        }, receive);
      };
      return pool;
    },
  };
}

function settle(connection: PooledConnection): void {
  for (const setting of sessionSettings) {
    connection.query(setting, (error) => {
      if (error) connection.destroy();
    });
  }
}

const outOfReach = (error: unknown): Error => {
  const { code } = driverErrorOf(error);
  return new DatabaseUnavailable(`The database cannot be reached: ${String(code)}`, { cause: error });
};

/** Gives the place back with the connection, whether it returns to the pool or was destroyed. */
function leavingOnRelease(connection: PooledConnection, leave: () => void): PooledConnection {
  connection.release = () => {
    // What is below is the pool's own again: the next use must not lie on top of this one, and so on for ever.
    Reflect.deleteProperty(connection, 'release');
    connection.release();
    leave();
  };
  return connection;
}
