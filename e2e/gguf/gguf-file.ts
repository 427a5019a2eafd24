/** A metadata value with its type in the file. */
export type Value =
  | { readonly type: 'u32' | 'i32' | 'f32'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'strings'; readonly value: readonly string[] }
  | { readonly type: 'i32s' | 'f32s'; readonly value: readonly number[] }

/** A tensor of 32-bit floats; `shape` begins with the dimension whose neighbours lie side by side. */
export type Tensor = {
  readonly name: string
  readonly shape: readonly number[]
  readonly data: Float32Array
}

/** Where tensors begin in the file: at multiples of this many bytes. */
const alignment = 32

const typeCodes = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 } as const

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const i32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}

const f32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return bytes
}

const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

const text = (value: string): readonly Buffer[] => {
  const bytes = Buffer.from(value, 'utf8')
  return [u64(bytes.length), bytes]
}

const list = (type: keyof typeof typeCodes, items: readonly (readonly Buffer[])[]): readonly Buffer[] => [
  u32(typeCodes.array),
  u32(typeCodes[type]),
  u64(items.length),
  ...items.flat(),
]

const valueBytes = (entry: Value): readonly Buffer[] => {
  switch (entry.type) {
    case 'u32':
      return [u32(typeCodes.u32), u32(entry.value)]
    case 'i32':
      return [u32(typeCodes.i32), i32(entry.value)]
    case 'f32':
      return [u32(typeCodes.f32), f32(entry.value)]
    case 'bool':
      return [u32(typeCodes.bool), Buffer.from([entry.value ? 1 : 0])]
    case 'string':
      return [u32(typeCodes.string), ...text(entry.value)]
    case 'strings':
      return list('string', entry.value.map(text))
    case 'i32s':
      return list(
        'i32',
        entry.value.map((each) => [i32(each)]),
      )
    case 'f32s':
      return list(
        'f32',
        entry.value.map((each) => [f32(each)]),
      )
  }
}

const aligned = (length: number): number => Math.ceil(length / alignment) * alignment

const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)])

/** The bytes of a GGUF file, version 3 (llama.cpp, `ggml/include/gguf.h`). */
export const ggufFile = (
  metadata: Readonly<Record<string, Value>>,
  tensors: readonly Tensor[],
): Buffer<ArrayBuffer> => {
  const entries = Object.entries(metadata).flatMap(([key, value]) => [...text(key), ...valueBytes(value)])
  let offset = 0
  const table = tensors.flatMap(({ name, shape, data }) => {
    const row = [...text(name), u32(shape.length), ...shape.map(u64), u32(0), u64(offset)]
    offset += aligned(data.byteLength)
    return row
  })
  const head = [Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(Object.keys(metadata).length)]
  const weights = tensors.map(({ data }) =>
    padded(Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  )
  return Buffer.concat([padded(Buffer.concat([...head, ...entries, ...table])), ...weights])
}
