/** Writes and reads the compact binary files in `weights/`: unsigned variable-length integers and raw bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2)
      wider.set(this.#bytes)
      this.#bytes = wider
    }
    this.#bytes[this.#length++] = value
  }

  /** LEB128. */
  integer(value: number): void {
    let rest = value >>> 0
    while (rest > 127) {
      this.byte((rest & 127) | 128)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** An ascending list, as differences. */
  ascending(values: ArrayLike<number>): void {
    this.integer(values.length)
    let last = 0
    for (let i = 0; i < values.length; i++) {
      this.integer((values[i] as number) - last)
      last = values[i] as number
    }
  }

  raw(bytes: ArrayLike<number>): void {
    for (let i = 0; i < bytes.length; i++) this.byte(bytes[i] as number)
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}

export class ByteReader {
  #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  byte(): number {
    return this.#bytes[this.#at++] as number
  }

  integer(): number {
    let value = 0
    let shift = 0
    for (;;) {
      const byte = this.#bytes[this.#at++] as number
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
      shift += 7
    }
  }

  ascending(): Uint32Array {
    const values = new Uint32Array(this.integer())
    this.#at = readDifferences(this.#bytes, this.#at, values)
    return values
  }

  raw(length: number): Uint8Array {
    const part = this.#bytes.subarray(this.#at, this.#at + length)
    this.#at += length
    return part
  }
}

/** Fills `values` with the ascending list at `from`; returns where it ends. A loop of its own: lists are long, and read at start. */
function readDifferences(bytes: Uint8Array, from: number, values: Uint32Array): number {
  let at = from
  let last = 0
  for (let i = 0; i < values.length; i++) {
    let byte = bytes[at++] as number
    let difference = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      difference |= (byte & 127) << shift
    }
    last += difference >>> 0
    values[i] = last
  }
  return at
}

/**
 * Where each of `buckets` begins in an ascending list, the bucket of a value being `value >>> shift`; one more entry at the
 * end, the list’s length. A table of lookups that is small and quick to make: what is read at start must be both.
 */
export function bucketStarts(values: Uint32Array, shift: number, buckets: number): Uint32Array {
  const starts = new Uint32Array(buckets + 1)
  let bucket = 0
  for (let i = 0; i < values.length; i++) {
    const own = (values[i] as number) >>> shift
    while (bucket <= own) starts[bucket++] = i
  }
  while (bucket <= buckets) starts[bucket++] = values.length
  return starts
}
