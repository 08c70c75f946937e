import type { VFile } from 'vfile'

/** `source` of every message that reading reports. */
export const SOURCE = 'maillage-read'

/** An error keeps the file from being used; after a warning it is used. */
export type Severity = 'error' | 'warning'

/** 1-based, in the file. */
export interface Place {
  line: number
  column: number
}

/** Tells the author of a file what is wrong with it, and where. */
export function report(file: VFile, reason: string, ruleId: string, severity: Severity, place?: Place): void {
  const message = file.message(reason, { ruleId, source: SOURCE, ...(place ? { place } : undefined) })
  message.fatal = severity === 'error'
}
