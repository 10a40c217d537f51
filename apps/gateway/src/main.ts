import { runProcess } from '@sanxian/shared/process';
import { readGatewayEnvironment } from './split/gateway-environment.js';
import { startGateway } from './split/start-gateway.js';

await runProcess(() => startGateway(readGatewayEnvironment(process.env)));
