import type { Language, Purpose } from '@sanxian/shared/contracts';

/** One message in its three lengths: a heading, the inbox, and one text message. `{name}` is a placeholder. */
export interface Wording {
  readonly title: string;
  readonly text: string;
  readonly shortText: string;
}

/**
 * A receipt confirms what the person did, or what became of it: it stays readable in the inbox without consent. A contact
 * is us turning to the person: once the consent is withdrawn it is not even written. Neither leaves without consent.
 */
export type MessageNature = 'receipt' | 'contact';

export interface MessageDefinition<Facts> {
  readonly nature: MessageNature;
  /** The consent without which the message stays in the inbox and is not sent out. */
  readonly purpose: Purpose;
  /** The placeholders' words in the reader's language. */
  readonly words: (facts: Facts, language: Language) => Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<Language, Wording>>;
}

type PlaceholdersIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholdersIn<Rest> : never;

type Checked<Words, Texts> = {
  [L in keyof Texts]: {
    [Part in keyof Texts[L]]: PlaceholdersIn<Texts[L][Part]> extends keyof Words
      ? Texts[L][Part]
      : { unknownPlaceholder: Exclude<PlaceholdersIn<Texts[L][Part]>, keyof Words> };
  };
};

/** Ties texts to the words they are filled with: a text with a placeholder that has no word does not compile. */
export function defineMessage<
  Facts,
  Words extends Record<string, string>,
  const Texts extends Record<Language, Wording>,
>(definition: {
  nature: MessageNature;
  purpose: Purpose;
  words: (facts: Facts, language: Language) => Words;
  texts: Texts & Checked<NoInfer<Words>, Texts>;
}): MessageDefinition<Facts> {
  return definition;
}
