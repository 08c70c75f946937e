import type { TargetKind } from '../../model.ts'

export type Dimension =
  | 'share'
  | 'mass'
  | 'energy'
  | 'power'
  | 'area'
  | 'length'
  | 'volume'
  | 'money'
  | 'ratio'
  | 'count'

const DIMENSIONS: readonly (readonly [Dimension, RegExp])[] = [
  ['share', /^(?:%|points)$/],
  ['money', /^[A-Z]{3}$/],
  ['ratio', /\//],
  ['mass', /^(?:[kMG]?t|k?g|mg|q|[kMG]?tCO2e?|k?gCO2e?)$/],
  ['power', /^[kMGT]?(?:W|Wc|Wp|VA)$/],
  ['energy', /^(?:[kMGT]?Wh|[kMGTPE]?J|[kM]?tep|[kM]?toe)$/],
  ['area', /^(?:ha|m2|km2|acres|sq ft)$/],
  ['length', /^(?:mm|cm|m|km|miles)$/],
  ['volume', /^(?:ml|cl|dl|l|hl|ML|m3|hm3|km3|Mm3|gallons)$/],
]

/** What figures of a kind may be told in; kinds that are not here take anything. */
const FITTING: Readonly<Partial<Record<TargetKind, readonly Dimension[]>>> = {
  'emissions-reduction': ['share', 'mass', 'ratio', 'count'],
  'renewable-energy': ['share', 'power', 'energy', 'area', 'ratio', 'count'],
  water: ['share', 'volume', 'mass', 'ratio', 'count', 'length'],
  recycling: ['share', 'mass', 'volume', 'ratio', 'count'],
  waste: ['share', 'mass', 'volume', 'ratio', 'count'],
  investment: ['money', 'ratio'],
}

const ANY: readonly Dimension[] = DIMENSIONS.map(([dimension]) => dimension)

/** What figures of a kind are told in. */
export function fittingDimensions(kind: TargetKind): readonly Dimension[] {
  return FITTING[kind] ?? [...ANY, 'count']
}

/** Can figures of `kind` come in `unit`? A unit of no known dimension is a count. */
export function fitsKind(unit: string, kind: TargetKind): boolean {
  const dimension = DIMENSIONS.find(([, pattern]) => pattern.test(unit))?.[0] ?? 'count'
  return fittingDimensions(kind).includes(dimension)
}
