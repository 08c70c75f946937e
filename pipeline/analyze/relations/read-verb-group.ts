import type { VerbForm } from '../../languages/relation-lexicon.ts'
import type { Modality, Polarity } from '../../model.ts'
import { formAt, type Reading } from './reading.ts'

/** A verb with its auxiliaries: what it says of voice, polarity and modality. */
export interface VerbGroup {
  /** First item of the group. */
  start: number
  /** `passive` has an auxiliary; `bare` is a participle without one: `X, racheté par Y`. */
  voice: 'active' | 'passive' | 'bare'
  polarity: Polarity
  modality: Modality
  reflexive: boolean
  /** An infinitive or present participle: its subject is that of the clause it hangs on. */
  dependent: boolean
}

/** Reads leftwards from the verb at `at`; null where its form is a noun: `le produit`, `the launch`. */
export function readVerbGroup(reading: Reading, at: number, verb: VerbForm): VerbGroup | null {
  const { lexicon } = reading
  let { tense } = verb
  let start = at
  let negative = false
  let have = false
  let be = false
  let reflexive = false
  let modality: Modality = tense === 'future' ? 'planned' : tense === 'conditional' ? 'hypothetical' : 'asserted'
  let dependent = tense === 'infinitive' || tense === 'gerund'
  const before = formAt(reading, at - 1)
  if (lexicon.determiners.has(before) && tense !== 'infinitive' && !isClitic(reading, at - 1)) return null
  for (let i = at - 1; i >= 0; i--) {
    const form = formAt(reading, i)
    if (reading.items[i]?.kind !== 'word') break
    if (form === 'ne' || form === "n'") {
      negative = true
    } else if (lexicon.negations.has(form)) {
      if (reading.prose.lang === 'en') negative = true
      else if (form === 'jamais') negative = true
    } else if (lexicon.reflexives.has(form)) reflexive = true
    else if (lexicon.will.has(form)) {
      modality = 'planned'
      have ||= form.startsWith('aur')
      be ||= form.startsWith('ser')
      if (reading.prose.lang === 'en' && tense === 'present') dependent = false
    } else if (lexicon.would.has(form)) {
      modality = 'hypothetical'
      have ||= form.startsWith('aur')
      be ||= form.startsWith('ser')
    } else if (lexicon.have.has(form)) have = true
    else if (lexicon.be.has(form)) {
      // `a été lancé`: the auxiliary nearest to the participle decides.
      if (!have) be = true
    } else if (lexicon.governors.has(form) && (dependent || tense === 'present')) {
      const governed = lexicon.governors.get(form)
      if (governed === 'negative') negative = true
      else if (governed) modality = governed
      dependent = false
      tense = 'infinitive'
    } else if (
      lexicon.infinitiveMarkers.has(form) &&
      (dependent || (reading.prose.lang === 'en' && tense === 'present'))
    ) {
      dependent = true
      if (!hasGovernor(reading, i)) {
        start = i
        if (modality === 'asserted') modality = 'planned'
        break
      }
    } else if (
      !(
        lexicon.fillers.has(form) ||
        /(?:ment|ly)$/.test(form) ||
        (reading.prose.lang === 'fr' && /^(?:les?|la|l'|leur)$/.test(form))
      )
    )
      break
    start = i
  }
  const voice = tense !== 'participle' ? 'active' : reflexive || have ? 'active' : be ? 'passive' : 'bare'
  return { start, voice, polarity: negative ? 'negative' : 'positive', modality, reflexive, dependent }
}

/** `le lance`, `l’a lancé`: an object pronoun looks like an article but has a verb's subject or `ne` before it. */
function isClitic(reading: Reading, at: number): boolean {
  const before = formAt(reading, at - 1)
  return before === 'ne' || before === 'qui' || before === 'il' || before === 'elle' || before === 'nous'
}

function hasGovernor(reading: Reading, marker: number): boolean {
  for (let i = marker - 1; i >= 0 && i >= marker - 3; i--) {
    const form = formAt(reading, i)
    if (reading.lexicon.governors.has(form)) return true
    if (!(reading.lexicon.fillers.has(form) || reading.lexicon.negations.has(form) || /(?:ment|ly)$/.test(form)))
      return false
  }
  return false
}
