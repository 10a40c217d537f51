import { defineProblems } from '../../contracts/problem-type.js';

/** The problems every service may answer with. A service's own lie in its `problems.ts`. */
export const commonProblems = defineProblems({
  'invalid-request': {
    status: 400,
    title: { 'zh-CN': '请求内容有误', en: 'The request is not valid' },
    detail: { 'zh-CN': '请按所列提示修改后再试。', en: 'Please change what is listed and try again.' },
  },
  'malformed-request': {
    status: 400,
    title: { 'zh-CN': '无法读取请求', en: 'The request cannot be read' },
    detail: {
      'zh-CN': '请求的地址、请求头或 JSON 格式有误。',
      en: 'Its address, its headers or its JSON are malformed.',
    },
  },
  'invalid-cursor': {
    status: 400,
    title: { 'zh-CN': '翻页位置无效', en: 'The page position is not valid' },
    detail: {
      'zh-CN': '参数 after 只能取自同一列表上一页的 nextAfter。',
      en: '`after` takes only the nextAfter of the page before, of the same list.',
    },
  },
  'invalid-idempotency-key': {
    status: 400,
    title: { 'zh-CN': 'Idempotency-Key 无效', en: 'The Idempotency-Key is not valid' },
    detail: { 'zh-CN': '请使用 1 至 255 个可见 ASCII 字符。', en: 'It takes 1 to 255 visible ASCII characters.' },
  },
  unauthenticated: {
    status: 401,
    title: { 'zh-CN': '请先登录', en: 'Please log in' },
    detail: { 'zh-CN': '登录已失效或尚未登录。', en: 'Nobody is logged in, or the log-in has ended.' },
  },
  forbidden: {
    status: 403,
    title: { 'zh-CN': '没有权限', en: 'Not permitted' },
    detail: { 'zh-CN': '当前账户没有此项权限。', en: 'This account may not do that.' },
  },
  'not-found': {
    status: 404,
    title: { 'zh-CN': '未找到', en: 'Not found' },
    detail: { 'zh-CN': '这里没有您可以查看的内容。', en: 'There is nothing here that you may see.' },
  },
  'request-timeout': {
    status: 408,
    title: { 'zh-CN': '请求传输超时', en: 'The request took too long to arrive' },
    detail: { 'zh-CN': '网络可能较慢，请再试一次。', en: 'The network may be slow; please try again.' },
  },
  'changed-meanwhile': {
    status: 409,
    title: { 'zh-CN': '内容刚刚有变化', en: 'It has just changed' },
    detail: { 'zh-CN': '请重新读取后再试。', en: 'Please read it again and try once more.' },
  },
  'idempotency-key-in-flight': {
    status: 409,
    title: { 'zh-CN': '相同请求正在处理', en: 'The same request is still running' },
    detail: {
      'zh-CN': '请稍后用同一个 Idempotency-Key 再试。',
      en: 'Please try again later with the same Idempotency-Key.',
    },
  },
  'stale-version': {
    status: 412,
    title: { 'zh-CN': '内容已有新版本', en: 'There is a newer version' },
    detail: {
      'zh-CN': '您读取之后内容有了变化，请重新读取。',
      en: 'It changed after you read it; please read it again.',
    },
  },
  'too-large': {
    status: 413,
    title: { 'zh-CN': '请求内容过大', en: 'The request is too large' },
    detail: { 'zh-CN': '请求内容上限为 100 kB。', en: 'A request may hold 100 kB at most.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { 'zh-CN': '不支持的内容类型', en: 'The content type is not supported' },
    detail: { 'zh-CN': '请使用 application/json。', en: 'Please send application/json.' },
  },
  'idempotency-key-reused': {
    status: 422,
    title: { 'zh-CN': 'Idempotency-Key 已用于其他内容', en: 'The Idempotency-Key was used for something else' },
    detail: {
      'zh-CN': '内容不同的请求请使用新的 Idempotency-Key。',
      en: 'A different request needs a new Idempotency-Key.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { 'zh-CN': '请求过于频繁', en: 'Too many requests' },
    detail: { 'zh-CN': '请稍后再试。', en: 'Please try again later.' },
  },
  'headers-too-large': {
    status: 431,
    title: { 'zh-CN': '请求头过大', en: 'The request headers are too large' },
    detail: { 'zh-CN': '请减少请求头的内容。', en: 'Please send fewer or shorter headers.' },
  },
  'internal-error': {
    status: 500,
    title: { 'zh-CN': '服务出现问题', en: 'Something went wrong here' },
    detail: {
      'zh-CN': '请稍后再试；反馈时请提供 traceId。',
      en: 'Please try later; when you tell us, quote the traceId.',
    },
  },
  unavailable: {
    status: 503,
    title: { 'zh-CN': '服务暂不可用', en: 'Not available at the moment' },
    detail: { 'zh-CN': '请稍后再试。', en: 'Please try again later.' },
  },
  'not-ready': {
    status: 503,
    title: { 'zh-CN': '尚未就绪', en: 'Not ready yet' },
    detail: { 'zh-CN': '原因见 errors。', en: 'The reasons are in errors.' },
  },
});
