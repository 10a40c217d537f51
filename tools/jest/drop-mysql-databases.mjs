export { tearDown as default } from './mysql-databases.mjs';
