import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StartRefused } from './start-refused.js';

/**
 * Opens the port and answers with the address to visit.
 * @throws StartRefused when the port cannot be had
 */
export async function listen(http: NestFastifyApplication, { HOST, PORT }: { HOST: string; PORT: number }) {
  try {
    await http.listen(PORT, HOST);
  } catch (error) {
    throw new StartRefused(explain(error, HOST, PORT));
  }
  return http.getUrl();
}

function explain(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'EADDRINUSE') {
    return (
      `端口 ${port} 已被占用。请换一个端口：PORT=${port + 1} npm start\n` +
      `Port ${port} is taken. Choose another one: PORT=${port + 1} npm start`
    );
  }
  return `无法在 ${host}:${port} 上监听（${code}）。\nCannot listen on ${host}:${port} (${code}).`;
}
