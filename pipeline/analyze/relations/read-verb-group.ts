import type { VerbForm } from '../../languages/relation-lexicon.ts'
import type { Modality, Polarity } from '../../model.ts'
import { entityAt, formAt, type Reading } from './reading.ts'

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
  /** Item of a subject pronoun between auxiliary and participle (`a-t-elle écrit`), −1 when none. */
  inverted: number
  /** Item of an object pronoun that is resolved: `nous accompagne`; −1 when none. */
  object: number
  /** `y`, `l’`, `it`: an object pronoun that is not. */
  clitic: boolean
}

/** English verbs whose participle is as their present. */
const SAME_PARTICIPLE = /^(?:set|put|run|quit)$/

/** `is run by X`, `Set up by X`: a participle behind *be* or before its agent, else a present. */
function readTense(reading: Reading, at: number): 'participle' | 'present' {
  const { be, by, fillers, have } = reading.lexicon
  let before = at - 1
  while (fillers.has(formAt(reading, before))) before--
  if (be.has(formAt(reading, before)) || have.has(formAt(reading, before))) return 'participle'
  return by.has(formAt(reading, at + 1)) || by.has(formAt(reading, at + 2)) ? 'participle' : 'present'
}

const FRENCH_CLITICS = new Set(['le', 'la', "l'", 'les', 'y', 'lui', 'leur', 'en'])

/** Reads leftwards from the verb at `at`; null where its form is a noun: `le produit`, `the launch`. */
export function readVerbGroup(reading: Reading, at: number, verb: VerbForm): VerbGroup | null {
  const { lexicon, items } = reading
  const french = reading.prose.lang === 'fr'
  const tense = !french && SAME_PARTICIPLE.test(formAt(reading, at)) ? readTense(reading, at) : verb.tense
  let start = at
  let negative = false
  let have = false
  let be = false
  let reflexive = false
  let inverted = -1
  let object = -1
  let clitic = false
  let modality: Modality = tense === 'future' ? 'planned' : tense === 'conditional' ? 'hypothetical' : 'asserted'
  let dependent = tense === 'infinitive' || tense === 'gerund'
  const before = formAt(reading, at - 1)
  if (lexicon.determiners.has(before) && tense !== 'infinitive' && !(french && isClitic(reading, at - 1))) return null
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i]
    const form = formAt(reading, i)
    if (item?.kind === 'mention') {
      if (french && form === 'nous' && !isFirstPlural(reading, start)) {
        object = i
        start = i
        continue
      }
      const auxiliary = formAt(reading, i - 1)
      const pronoun = reading.references.mentions[item.mention]?.kind === 'pronoun'
      if (
        pronoun &&
        i < at &&
        inverted < 0 &&
        (lexicon.have.has(auxiliary) || lexicon.be.has(auxiliary)) &&
        entityAt(reading, i) >= 0
      ) {
        inverted = i
        start = i
        continue
      }
      break
    }
    if (form === ',' && formAt(reading, i - 2) === ',' && /^(?:elles?|eux|lui|ils?)$/.test(formAt(reading, i - 1))) {
      // `ont, elles, signé`
      i -= 2
      continue
    }
    if (item?.kind !== 'word') break
    if (form === 'ne' || form === "n'") negative = true
    else if (lexicon.negations.has(form)) {
      if (!french || form === 'jamais') negative = true
    } else if (lexicon.reflexives.has(form)) reflexive = true
    else if (lexicon.will.has(form) || lexicon.would.has(form)) {
      if (modality === 'asserted') modality = lexicon.will.has(form) ? 'planned' : 'hypothetical'
      have ||= form.startsWith('aur')
      be ||= form.startsWith('ser')
      dependent = false
    } else if (lexicon.have.has(form)) {
      have = true
    } else if (lexicon.be.has(form)) {
      // `a été lancé`: the auxiliary nearest to the participle decides.
      if (!have) be = true
      if (tense === 'gerund') dependent = false
      // `vient d’être racheté`, `is to be bought`
      if (form === 'être' || form === 'be') dependent = true
    } else if (lexicon.governors.has(form) && dependent) {
      const governed = lexicon.governors.get(form)
      if (governed === 'negative') negative = true
      else if (governed && modality !== 'hypothetical') modality = governed
      dependent = false
    } else if (lexicon.infinitiveMarkers.has(form) && (dependent || (!french && tense === 'present'))) {
      dependent = true
      if (!hasGovernor(reading, i)) {
        start = i
        if (modality === 'asserted') modality = 'planned'
        break
      }
    } else if (french && FRENCH_CLITICS.has(form)) clitic = true
    else if (!(lexicon.fillers.has(form) || /(?:ment|ly)$/.test(form))) {
      // `a pourtant annoncé`: between auxiliary and participle any word is an adverb.
      const auxiliary = formAt(reading, i - 1)
      const between = tense === 'participle' && !have && !be && i === start - 1
      if (!(between && (lexicon.have.has(auxiliary) || lexicon.be.has(auxiliary)))) break
    }
    start = i
  }
  const voice = tense !== 'participle' ? 'active' : reflexive || (have && !be) ? 'active' : be ? 'passive' : 'bare'
  if (modality === 'hypothetical' && isReported(reading, start)) modality = 'planned'
  return {
    start,
    voice,
    polarity: negative ? 'negative' : 'positive',
    modality,
    reflexive,
    dependent,
    inverted,
    object,
    clitic,
  }
}

/** `said it would join`: after a verb of saying the conditional is a future. */
function isReported(reading: Reading, start: number): boolean {
  for (let i = start - 1; i >= 0 && i >= start - 16; i--)
    if (reading.lexicon.saying.has(formAt(reading, i))) return true
  return false
}

/** `nous lançons`, `nous avons lancé`: the verb agrees with `nous`, which then is its subject. */
function isFirstPlural(reading: Reading, at: number): boolean {
  return /(?:ons|ommes|îmes|âmes)$/.test(formAt(reading, at))
}

/** `le lance`, `l’a lancé`: an object pronoun looks like an article but has a verb's subject or `ne` before it. */
function isClitic(reading: Reading, at: number): boolean {
  const before = formAt(reading, at - 1)
  return /^(?:ne|qui|ils?|elles?|nous|on|comme|que|qu')$/.test(before)
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
