import type { FieldText } from '../validation/fields/field-rule.js';
import { InvalidInput } from '../validation/invalid-input.js';
import type { PaperForm } from './paper-form.dto.js';

const text: FieldText = {
  code: 'signed-in-the-future',
  'zh-CN': '签署日期不晚于今天。',
  en: 'The day of signing is not later than today.',
};

/**
 * @param today `YYYY-MM-DD`
 * @throws InvalidInput for a form signed tomorrow, at `paperForm.signedOn`
 */
export function assertSigned({ signedOn }: Pick<PaperForm, 'signedOn'>, today: string): void {
  if (signedOn > today) throw new InvalidInput([{ path: 'paperForm.signedOn', text, parameters: [] }]);
}
