import kafkajs from 'kafkajs';

const { CompressionCodecs, CompressionTypes } = kafkajs;

/**
 * Lets a producer of this process write what ours never write. Each format has a way to hold bytes as they are, which is
 * enough: the broker can read the batch, and a consumer without the codec cannot.
 */
const wrappers = {
  LZ4: (bytes: Buffer) =>
    Buffer.concat([
      Buffer.from('04224d18604082', 'hex'),
      littleEndian(bytes.length + 2 ** 31, 4),
      bytes,
      Buffer.alloc(4),
    ]),
  Snappy: (bytes: Buffer) => {
    const block = Buffer.concat([
      varint(bytes.length),
      Buffer.from([61 << 2]),
      littleEndian(bytes.length - 1, 2),
      bytes,
    ]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(block.length);
    return Buffer.concat([Buffer.from('82534e41505059000000000100000001', 'hex'), length, block]);
  },
  ZSTD: (bytes: Buffer) =>
    Buffer.concat([Buffer.from('28b52ffd0058', 'hex'), littleEndian(bytes.length * 8 + 1, 3), bytes]),
};

export type ForeignCompression = keyof typeof wrappers;

/** @returns what to hand to a kafkajs producer as `compression` */
export function writeIn(name: ForeignCompression): number {
  const type = CompressionTypes[name];
  const { decompress } = (CompressionCodecs[type] as () => { decompress: unknown })();
  CompressionCodecs[type] = () => ({
    compress: ({ buffer }: { buffer: Buffer }) => Promise.resolve(wrappers[name](buffer)),
    decompress,
  });
  return type;
}

function littleEndian(number: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(number, 0, bytes);
  return buffer;
}

function varint(number: number): Buffer {
  return number < 128 ? Buffer.from([number]) : Buffer.from([(number % 128) + 128, Math.floor(number / 128)]);
}
