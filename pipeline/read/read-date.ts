import type { VFile } from 'vfile'
import { report } from './report.ts'

const DATE =
  /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?)?)?$/i
const DATED_NAME = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/

/**
 * A front matter date as ISO 8601, as precise as it was given; else the date in a file name such as
 * `2024-02-21-title.md`; else null. Reports `front-matter-date` where a date is no such thing.
 */
export function readDate(value: unknown, path: string, file: VFile): string | null {
  if (value !== undefined && value !== null && value !== '') {
    const date = toIsoDate(value)
    if (date) return date
    const reason = `Unexpected date ${JSON.stringify(value)}, expected one such as \`2023\`, \`2023-12\` or \`2023-12-05\``
    report(file, reason, 'front-matter-date', 'warning')
  }
  const name = DATED_NAME.exec(path)?.[1]
  return name === undefined ? null : toIsoDate(name)
}

/** ISO 8601 of a year, month, day or moment; null when it is none, or not in the calendar. */
export function toIsoDate(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const match = DATE.exec(String(value).trim())
  if (!match) return null
  const [, year, month, day, hour, minute, second, zone] = match as unknown as (string | undefined)[]
  if (month === undefined) return year as string
  if (Number(month) < 1 || Number(month) > 12) return null
  const yearMonth = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return yearMonth
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > days) return null
  const date = `${yearMonth}-${day.padStart(2, '0')}`
  if (hour === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null
  const time = `${date}T${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`
  if (zone === undefined) return time
  return time + (/^[a-z]/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`)
}
