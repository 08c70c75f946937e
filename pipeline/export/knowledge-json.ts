import type { Knowledge } from '../model.ts'
import type { Exporter } from '../stage.ts'
import type { ExportInput } from './export-input.ts'

/** `data/knowledge.json`, one record a line so that versions of it compare line by line. */
export const exportKnowledgeJson: Exporter<ExportInput> = ({ knowledge }) => [
  { path: 'data/knowledge.json', content: knowledgeLines(knowledge) },
]

export function* knowledgeLines(knowledge: Knowledge): Iterable<string> {
  const { format, version, generator } = knowledge
  yield `{"format":${JSON.stringify(format)},"version":${version},"generator":${JSON.stringify(generator)}`
  for (const list of ['documents', 'entities', 'relations', 'targets'] as const) {
    yield `,\n"${list}":[`
    for (const [i, record] of knowledge[list].entries()) yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify(record)}`
    yield ']'
  }
  yield '}\n'
}
