import type { Artifact, Message } from '../model.ts'
import type { ExportInput } from './export-input.ts'
