export { Clock, dayInShanghai, SystemClock, todayInShanghai } from './clock.js';
export { RepeatingTask } from './repeating-task.js';
export { newId } from './new-id.js';
export type { ServiceName } from './service-name.js';
export { idsOnly, type Span, type SpanAttributes, type SpanStart, type Tracer } from './tracer.js';
export { nextTraceparent, traceContext, traceIdOf, type TraceContext } from './trace-context.js';
