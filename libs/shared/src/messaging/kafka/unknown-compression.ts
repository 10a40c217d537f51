import kafkajs from 'kafkajs';

// Node does not find these two by name in the CommonJS module.
const { CompressionCodecs, CompressionTypes } = kafkajs;

/**
 * kafkajs reads gzip only, and a batch in lz4, snappy or zstd would stop the whole group for good. Topics made by
 * `createTopics` are stored uncompressed whatever a producer sends; on any other topic such a batch arrives as messages
 * that say what they are, one for each that cannot be read, and become dead letters like everything without a type.
 */
export function standInForUnknownCompression(): void {
  for (const name of ['LZ4', 'Snappy', 'ZSTD'] as const) {
    CompressionCodecs[CompressionTypes[name]] = () => ({
      compress: () => Promise.reject(new Error(`${name} is not written here`)),
      decompress: (records: Buffer) => Promise.resolve(standIns(records, `compressed with ${name}`)),
    });
  }
}

/** Why a message could not be read, as its only header. */
export const undecodableHeader = 'undecodable';

/** The records that kafkajs will read from the decompressed bytes, of which it knows the number. */
function standIns(compressed: Buffer, reason: string): Buffer {
  const { count, lastOffset } = readBatchHeader(compressed);
  return Buffer.concat(
    // The last one closes the batch. Those between may be elsewhere when the log was compacted.
    Array.from({ length: count }, (_, index) => record(index < count - 1 ? index : lastOffset, reason)),
  );
}

/** kafkajs hands over a view of what the broker answered: the head of the batch (format v2) lies before it. */
function readBatchHeader({ buffer, byteOffset }: Buffer): { count: number; lastOffset: number } {
  const before = (distance: number) => new DataView(buffer, byteOffset - distance, 4).getInt32(0);
  return { count: before(4), lastOffset: before(38) };
}

/** attributes, timestamp, offset, no key, no value, one header: see the Kafka protocol, record format v2. */
function record(offset: number, reason: string): Buffer {
  const header = [signed(undecodableHeader.length), Buffer.from(undecodableHeader)];
  const body = Buffer.concat([
    Buffer.from([0]),
    signed(0),
    signed(offset),
    signed(-1),
    signed(-1),
    signed(1),
    ...header,
    signed(reason.length),
    Buffer.from(reason),
  ]);
  return Buffer.concat([signed(body.length), body]);
}

/** A varint in zigzag. */
function signed(number: number): Buffer {
  const bytes: number[] = [];
  let rest = number < 0 ? -2 * number - 1 : 2 * number;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}
