/** The languages every text exists in; the first is the source. */
export const languages = ['zh-CN', 'en'] as const;

export type Language = (typeof languages)[number];

export type Texts = Readonly<Record<Language, string>>;
