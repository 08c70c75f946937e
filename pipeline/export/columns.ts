import type { EdgeAttributes, NodeAttributes } from '../model.ts'

export type ColumnType = 'string' | 'integer' | 'double'

export interface Column<Name extends string = string> {
  name: Name
  type: ColumnType
}

/** Attributes of nodes beside label, position, size and colour, which most formats have a place of their own for. */
export const NODE_COLUMNS: readonly Column[] = [
  { name: 'category', type: 'string' },
  { name: 'community', type: 'integer' },
  { name: 'mentions', type: 'integer' },
  { name: 'documents', type: 'integer' },
  { name: 'actor', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'metric', type: 'string' },
  { name: 'direction', type: 'string' },
  { name: 'value', type: 'double' },
  { name: 'unit', type: 'string' },
  { name: 'baselineYear', type: 'integer' },
  { name: 'baselineValue', type: 'double' },
  { name: 'startYear', type: 'integer' },
  { name: 'targetYear', type: 'integer' },
  { name: 'scope', type: 'string' },
  { name: 'status', type: 'string' },
  { name: 'attributedTo', type: 'string' },
  { name: 'confidence', type: 'double' },
] satisfies readonly Column<keyof NodeAttributes & string>[]

/** Attributes of edges beside label and weight. */
export const EDGE_COLUMNS: readonly Column<keyof EdgeAttributes>[] = [
  { name: 'relation', type: 'string' },
  { name: 'confidence', type: 'double' },
  { name: 'polarity', type: 'string' },
  { name: 'modality', type: 'string' },
  { name: 'evidence', type: 'integer' },
]
