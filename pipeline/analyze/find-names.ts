import type { NameMention, Prose } from '../model.ts'
import { createNameRecognizer } from '../names/recognize-names.ts'
import type { DocumentStage } from '../stage.ts'

/** Finds a document’s names; in text order, not overlapping. */
export function findNames(): DocumentStage<Prose, readonly NameMention[]> {
  const recognize = createNameRecognizer()
  return (prose) => recognize(prose)
}
