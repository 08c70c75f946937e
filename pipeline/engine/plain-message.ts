import type { VFile } from 'vfile'
import type { Message } from '../model.ts'

/** A message as plain JSON: it crosses to another thread, and into a cache, unchanged. */
export function plainMessage(message: VFile['messages'][number]): Message {
  return {
    reason: message.reason,
    line: message.line ?? null,
    column: message.column ?? null,
    ruleId: message.ruleId ?? 'unknown',
    source: message.source ?? 'maillage',
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
  }
}
