/**
 * The value as JSON, filled up with spaces to whole blocks. A sealed text is as long as what was sealed: where one of a few
 * answers is inside, the length alone would tell which. `JSON.parse` takes it as it is.
 * @param blockBytes longer than most of what is sealed, so that nearly all of it is one block
 */
export function paddedJson(value: unknown, blockBytes: number): string {
  const json = JSON.stringify(value);
  const bytes = Buffer.byteLength(json);
  return json + ' '.repeat(Math.ceil(bytes / blockBytes) * blockBytes - bytes);
}
