import type { Language } from '@sanxian/shared/contracts';
import type { MessageFacts, MessageKind } from './message-facts.js';
import { messageKinds } from './message-kinds.js';
import type { MessageDefinition, Wording } from './texts/message-definition.js';

/** The words of a message for one reader. Pure: the same facts give the same words for ever. */
export function composeMessage<Kind extends MessageKind>(
  kind: Kind,
  language: Language,
  facts: MessageFacts[Kind],
): Wording {
  const definition: MessageDefinition<MessageFacts[Kind]> = messageKinds[kind];
  const words = definition.words(facts, language);
  const wording = definition.texts[language];
  return {
    title: fill(wording.title, words),
    text: fill(wording.text, words),
    shortText: fill(wording.shortText, words),
  };
}

// One pass, so that braces inside a title typed by a coordinator stay what they are.
const fill = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => words[name] ?? placeholder);
