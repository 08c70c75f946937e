import type { Artifact } from '../model.ts'
import type { Exporter } from '../stage.ts'
import { exportDocumentsJson } from './documents-json.ts'
import type { ExportInput } from './export-input.ts'
import { exportGexf } from './gexf.ts'
import { exportGraphCsv } from './graph-csv.ts'
import { exportGraphJson } from './graph-json.ts'
import { exportGraphml } from './graphml.ts'
import { exportJgf } from './jgf.ts'
import { exportKnowledgeJson } from './knowledge-json.ts'
import { exportNeo4jCsv } from './neo4j-csv.ts'
import { exportRdf } from './rdf.ts'
import { exportSchemas } from './schemas.ts'
import { exportTargetsCsv } from './targets-csv.ts'

/** Every format by the name that people ask for it, in the order in which a build writes them. */
export const FORMATS = {
  knowledge: exportKnowledgeJson,
  documents: exportDocumentsJson,
  graph: exportGraphJson,
  gexf: exportGexf,
  graphml: exportGraphml,
  rdf: exportRdf,
  jgf: exportJgf,
  csv: exportGraphCsv,
  neo4j: exportNeo4jCsv,
  targets: exportTargetsCsv,
  schemas: exportSchemas,
} satisfies Record<string, Exporter<ExportInput>>

export type FormatName = keyof typeof FORMATS

/** The files of these formats, of all where none is named. */
export function exportAll(
  formats: readonly FormatName[] = Object.keys(FORMATS) as FormatName[],
): Exporter<ExportInput> {
  return function* (input): Iterable<Artifact> {
    for (const format of formats) yield* FORMATS[format](input)
  }
}
