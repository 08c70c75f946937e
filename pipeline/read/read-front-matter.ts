import { parse as parseToml, TomlDate, TomlError } from 'smol-toml'
import type { VFile } from 'vfile'
import { LineCounter, parseDocument as parseYaml } from 'yaml'
import { type Place, report } from './report.ts'

export interface FrontMatter {
  /** As plain JSON: dates are ISO 8601 strings, numbers that JSON cannot hold are strings. */
  data: Readonly<Record<string, unknown>>
  /** Offset in the source at which the article's own text starts. */
  body: number
}

const OPENING = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)/
/** An alias may be used this often; a bomb of aliases of aliases needs far more. */
const MAX_ALIASES = 100
const MAX_VALUES = 20_000
const MAX_DEPTH = 64

/**
 * The YAML (`---`) or TOML (`+++`) front matter at the start of a source. Without any, or when it is no mapping or
 * cannot be read, `data` is empty; in the latter cases `front-matter` is reported with its line in the file.
 */
export function readFrontMatter(source: string, file: VFile): FrontMatter {
  const opening = OPENING.exec(source)
  if (!opening) return { data: {}, body: 0 }
  const fence = opening[1] as string
  const start = opening[0].length
  const closing = fence === '---' ? /^---[ \t]*$/m : /^\+\+\+[ \t]*$/m
  const end = source.slice(start).search(closing)
  // Without a closing fence it is a thematic break and text.
  if (end < 0) return { data: {}, body: 0 }
  const text = source.slice(start, start + end)
  const body = Math.min(source.length, nextLine(source, start + end))
  const fail = (reason: string, place: Place): FrontMatter => {
    report(file, reason, 'front-matter', 'warning', place)
    return { data: {}, body }
  }
  try {
    const parsed = fence === '---' ? readYaml(text) : readToml(text)
    if ('reason' in parsed) return fail(`Unexpected front matter, expected ${parsed.reason}`, parsed.place)
    const data = toJson(parsed.value)
    if (data === null || data === undefined) return { data: {}, body }
    if (typeof data === 'object' && !Array.isArray(data)) return { data: data as Record<string, unknown>, body }
    return fail('Unexpected front matter that is no mapping, expected `key: value` lines', { line: 2, column: 1 })
  } catch (error) {
    // Too many aliases, values or levels: what a bomb is made of.
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error
    return fail('Unexpected front matter of this size or depth, expected some lines of it', { line: 2, column: 1 })
  }
}

type Parsed = { value: unknown } | { reason: string; place: Place }

function readYaml(text: string): Parsed {
  const lineCounter = new LineCounter()
  const document = parseYaml(text, { lineCounter, prettyErrors: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0])
    return { reason: `valid YAML: ${error.message}`, place: { line: line + 1, column: col } }
  }
  return { value: document.toJS({ mapAsMap: true, maxAliasCount: MAX_ALIASES }) }
}

function readToml(text: string): Parsed {
  try {
    return { value: parseToml(text, { integersAsBigInt: 'asNeeded' }) }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const reason = (error.message.split('\n')[0] as string).replace(/^Invalid TOML document: /, '')
    return { reason: `valid TOML: ${reason}`, place: { line: error.line + 1, column: error.column } }
  }
}

/**
 * A parsed value as plain JSON, its objects without a prototype so that no key can reach one.
 *
 * @throws RangeError past the limits.
 */
function toJson(root: unknown): unknown {
  let count = 0
  const convert = (value: unknown, depth: number): unknown => {
    if (++count > MAX_VALUES || depth > MAX_DEPTH) throw new RangeError('Front matter past its limits')
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
    if (value instanceof TomlDate || value instanceof Date) return value.toISOString()
    if (Array.isArray(value)) return value.map((item) => convert(item, depth + 1))
    if (typeof value !== 'object') return String(value)
    const entries = value instanceof Map ? value : Object.entries(value)
    const object: Record<string, unknown> = Object.create(null)
    for (const [key, item] of entries) {
      object[typeof key === 'object' ? JSON.stringify(convert(key, depth + 1)) : String(key)] = convert(item, depth + 1)
    }
    return object
  }
  return convert(root, 0)
}

function nextLine(source: string, offset: number): number {
  const ending = /\r\n?|\n|$/g
  ending.lastIndex = offset
  const match = ending.exec(source) as RegExpExecArray
  return match.index + match[0].length
}
