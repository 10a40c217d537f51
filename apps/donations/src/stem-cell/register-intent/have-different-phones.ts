import { FieldRule } from '@sanxian/shared/http';

const phoneOf = (contact: unknown): unknown =>
  typeof contact === 'object' && contact !== null && 'phone' in contact ? contact.phone : undefined;

/** A list of contacts who are reached in different ways: two with one phone are lost together. */
export const HaveDifferentPhones = (): PropertyDecorator =>
  FieldRule(
    'haveDifferentPhones',
    {
      code: 'different-phones',
      'zh-CN': '请填写两个不同的电话号码。',
      en: 'Please give two different phone numbers.',
    },
    (contacts) => {
      if (!Array.isArray(contacts)) return true;
      const phones = contacts.map(phoneOf).filter((phone) => phone !== undefined);
      return new Set(phones).size === phones.length;
    },
  );
