import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Found {
  readonly planted: string;
  readonly where: string;
  /** How it was written there. */
  readonly as: string;
}

/** The ways in which a text may have been written down without being encrypted. */
function writingsOf(text: string): [as: string, bytes: Buffer][] {
  const utf8 = Buffer.from(text, 'utf8');
  const escaped = [...text].map((character) => jsonEscape(character)).join('');
  return [
    ['utf-8', utf8],
    ['utf-16', Buffer.from(text, 'utf16le')],
    ['JSON escapes', Buffer.from(escaped)],
    ['percent encoding', Buffer.from(encodeURIComponent(text))],
    ['hexadecimal', Buffer.from(utf8.toString('hex'))],
    // Base64 looks different at each of three offsets; what only part of the text decides is left out.
    ...[0, 1, 2].flatMap((offset) =>
      (['base64', 'base64url'] as const).map((as): [string, Buffer] => [as, Buffer.from(base64Core(utf8, offset, as))]),
    ),
  ];
}

const jsonEscape = (character: string): string =>
  character.length === 1 && character.charCodeAt(0) < 0x80
    ? character
    : [...Array(character.length).keys()]
        .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
        .join('');

function base64Core(bytes: Buffer, offset: number, encoding: 'base64' | 'base64url'): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString(encoding);
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor(((offset + bytes.length) * 8) / 6);
  return whole.slice(first, last);
}

/** Every planted text in every named piece of what was written. */
export function findPlanted(planted: readonly string[], pieces: ReadonlyMap<string, Buffer>): Found[] {
  return planted.flatMap((text) =>
    writingsOf(text).flatMap(([as, bytes]) =>
      [...pieces].filter(([, piece]) => piece.includes(bytes)).map(([where]) => ({ planted: text, where, as })),
    ),
  );
}

/** The bytes of every file below a folder, write-ahead logs included. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name))]));
}
