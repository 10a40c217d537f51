import type { FieldText } from './fields/field-rule.js';

const text = (code: string, zh: string, en: string): FieldText => ({ code, 'zh-CN': zh, en });

/** Sentences of the checks that look at the request as a whole. */
export const inputTexts = {
  'unknown-field': text('unknown-field', '这里没有这个字段。', 'There is no such field here.'),
  'unknown-parameter': text('unknown-parameter', '这里没有这个查询参数。', 'There is no such query parameter here.'),
  'repeated-parameter': text(
    'repeated-parameter',
    '这个查询参数只能出现一次。',
    'This query parameter may appear once.',
  ),
  'not-an-object': text('is-object', '请填写 JSON 对象。', 'Please give a JSON object.'),
  'not-a-list': text('is-array', '请填写列表。', 'Please give a list.'),
  'no-body': text('no-body', '这个请求不带内容。', 'This request takes no body.'),
  'too-deep': text('too-deep', '嵌套层数上限为 {0}。', 'Nesting may go {0} levels deep.'),
  'unreadable-text': text(
    'unreadable-text',
    '文字中含有无法保存的字符。',
    'The text holds characters that cannot be stored.',
  ),
  required: text('required', '请填写此项。', 'Please fill this in.'),
  'not-valid': text('not-valid', '此项内容无效。', 'This is not valid.'),
} satisfies Record<string, FieldText>;

/** Sentences of the class-validator constraints we use, by its names. `{0}` is the constraint's first parameter. */
export const constraintTexts: Readonly<Record<string, FieldText>> = {
  whitelistValidation: inputTexts['unknown-field'],
  isDefined: inputTexts.required,
  isNotEmpty: inputTexts.required,
  isString: text('is-string', '请填写文字。', 'Please give a text.'),
  isBoolean: text('is-boolean', '请填写 true 或 false。', 'Please give true or false.'),
  isNumber: text('is-number', '请填写数字。', 'Please give a number.'),
  isInt: text('is-int', '请填写整数。', 'Please give a whole number.'),
  isPositive: text('is-positive', '请填写大于 0 的数。', 'Please give a number above 0.'),
  min: text('min', '最小值为 {0}。', 'The least is {0}.'),
  max: text('max', '最大值为 {0}。', 'The most is {0}.'),
  isLatitude: text('is-latitude', '请填写 -90 至 90 的纬度。', 'Please give a latitude from -90 to 90.'),
  isLongitude: text('is-longitude', '请填写 -180 至 180 的经度。', 'Please give a longitude from -180 to 180.'),
  isLength: text('length', '请填写 {0} 至 {1} 个字。', 'Please write {0} to {1} characters.'),
  minLength: text('min-length', '请填写至少 {0} 个字。', 'Please write {0} characters or more.'),
  maxLength: text('max-length', '最多 {0} 个字。', 'Please write {0} characters at most.'),
  matches: text('matches', '格式不符。', 'It does not have the form expected here.'),
  isIn: text('is-in', '可选值：{0}。', 'One of: {0}.'),
  isEnum: text('is-in', '可选值：{1}。', 'One of: {1}.'),
  equals: text('equals', '此项应为 {0}。', 'This is expected to be {0}.'),
  isUuid: text('is-uuid', '请填写编号（UUID）。', 'Please give an id (UUID).'),
  isEmail: text('is-email', '请填写电子邮箱地址。', 'Please give an e-mail address.'),
  isObject: inputTexts['not-an-object'],
  isArray: inputTexts['not-a-list'],
  arrayMinSize: text('array-min-size', '请列出至少 {0} 项。', 'Please list {0} or more.'),
  arrayMaxSize: text('array-max-size', '最多 {0} 项。', 'Please list {0} at most.'),
  arrayNotEmpty: text('array-min-size', '请列出至少一项。', 'Please list one or more.'),
  arrayUnique: text('array-unique', '列表中有重复项。', 'The list holds something twice.'),
  nestedValidation: inputTexts['not-an-object'],
};
