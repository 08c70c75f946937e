import type { NameMention, Prose } from '../model.ts'
import { createNameAndConceptRecognizer } from '../names/recognize-names.ts'
import type { DocumentStage } from '../stage.ts'

/** Finds a document’s names and key terms; in text order, not overlapping. */
export function findNames(): DocumentStage<Prose, readonly NameMention[]> {
  const recognize = createNameAndConceptRecognizer()
  return (prose) => recognize(prose)
}
