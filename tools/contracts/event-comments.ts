import { readFileSync } from 'node:fs';
import ts from 'typescript';

export interface EventComments {
  /** What the class says of itself. */
  readonly summary: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The comments of a contract file. Only its syntax is read, so this takes no time.
 * @param file holds one class
 */
export function eventComments(file: string): EventComments {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const contract = source.statements.find(ts.isClassDeclaration);
  if (!contract) throw new Error(`${file} holds no class`);
  const fields = contract.members
    .filter(ts.isPropertyDeclaration)
    .map((member) => [member.name.getText(source), commentOf(member)] as const)
    .filter(([, comment]) => comment !== '');
  return { summary: commentOf(contract), fields: Object.fromEntries(fields) };
}

function commentOf(node: ts.Node): string {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim();
}
