import type { Language, Target } from '../../pipeline/model.ts'
import { LABELS } from '../labels.ts'

const SPACE = '\u202f'
/** Made once: a formatter costs more to make than a page. */
const NUMBERS = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }),
}

/** A value with its unit as readers write it: `38 000 t`, `55 %`, `36 million GBP` stays digits. */
export function formatQuantity(value: number | null, unit: string | null, lang: Language): string | null {
  if (value === null) return null
  const digits = NUMBERS[lang].format(value)
  if (unit === null) return digits
  return unit === '%' && lang === 'en' ? `${digits}%` : `${digits}${SPACE}${unit}`
}

/** What a target is about in a few words: its metric, else its kind. */
export function targetLabel(target: Pick<Target, 'metric' | 'kind' | 'value' | 'unit'>, lang: Language): string {
  const quantity = formatQuantity(target.value, target.unit, lang)
  const subject = target.metric === '' ? LABELS[lang].kind[target.kind] : target.metric
  return quantity === null ? subject : `${subject}${lang === 'fr' ? `${SPACE}:` : ':'} ${quantity}`
}
