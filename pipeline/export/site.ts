import type { Artifact } from '../model.ts'
import type { ExportInput } from './export-input.ts'

export async function* exportSite(_input: ExportInput): AsyncIterable<Artifact> {}
