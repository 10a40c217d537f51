import mysql from 'mysql2/promise';

// With TEST_MYSQL_URL the tests run on databases that are made as they are needed, and dropped here at the end.
const server = process.env.TEST_MYSQL_URL;

export default function setUp() {
  process.env.TEST_MYSQL_PREFIX = `sanxian_test_${process.pid}_`;
}

export async function tearDown() {
  if (!server) return;
  const connection = await mysql.createConnection({ uri: server });
  const [databases] = /** @type {[{ name: string }[], unknown]} */ (
    await connection.query('SELECT schema_name AS name FROM information_schema.schemata')
  );
  for (const { name } of databases) {
    if (isOver(name)) await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
  }
  await connection.end();
}

/**
 * Of this run, or of one that was cut off.
 * @param {string} name
 */
function isOver(name) {
  const run = Number(/^sanxian_test_(\d+)_/.exec(name)?.[1]);
  return run === process.pid || (run > 0 && !runs(run));
}

/** @param {number} pid */
function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
