import type { Category } from '../../model.ts'
import { categoryAt, entityAt, formAt, isContentWord, isOneOf, isQuote, type Reading } from './reading.ts'

/** How far to the right a phrase or complement is looked for, in items. */
export const REACH = 14

/**
 * The first mention of one of the categories in the noun phrase that begins at `from`: over determiners, describing
 * words, numbers, one comma of an apposition (`son concurrent, X`), and the prepositions in `through`; phrases of time
 * and place before it are passed over.
 */
export function phraseMention(
  reading: Reading,
  from: number,
  categories: readonly Category[],
  through: ReadonlySet<string>,
): number {
  const { lexicon } = reading
  let commas = 0
  for (let i = from; i < reading.items.length && i < from + REACH; i++) {
    const owned = lexicon.owned.get(formAt(reading, i))
    if (owned && categories.includes(owned) && commas === 0) {
      const apposed = apposedName(reading, i, categories)
      if (apposed >= 0) return apposed
    }
    if (entityAt(reading, i) >= 0) {
      if (formAt(reading, i + 1) === "'s") {
        i++
        continue
      }
      if (isOneOf(reading, i, categories)) return i
      // `la feuille de route du groupe, « Cap Souffle »`: whose it is stands before its name.
      if (through.has(formAt(reading, i - 1)) && formAt(reading, i + 1) === ',') continue
      return -1
    }
    const form = formAt(reading, i)
    if (through.has(form) && !(form === 'de' && reading.items[i + 1]?.kind === 'number')) continue
    // `bought 51% of us`
    if (lexicon.of.has(form) && formAt(reading, i - 1) === '%') continue
    if (form === '%') continue
    // `machines à laver X`
    if (form === 'à' && /[^s](?:er|ir|re)$/.test(formAt(reading, i + 1)) && isContentWord(reading, i - 1)) continue
    // `rejoindra par ailleurs l’alliance X`
    if (/^(?:par ailleurs|en outre|en effet|du reste|de plus)$/.test(`${form} ${formAt(reading, i + 1)}`)) {
      i++
      continue
    }
    if (lexicon.prepositions.has(form)) {
      const past = Math.max(skipTimeOrPlace(reading, i), skipAmount(reading, i), skipDative(reading, i))
      if (past < 0) return -1
      i = past
      continue
    }
    if (isQuote(reading, i) || lexicon.determiners.has(form) || lexicon.fillers.has(form)) continue
    if (reading.items[i]?.kind === 'number') continue
    if (form === ',' && commas === 0 && lexicon.prepositions.has(formAt(reading, i + 1))) {
      // `dévoilera jeudi, aux Rencontres, à Paris, le plan X`
      const past = skipInsertion(reading, i)
      if (past < 0) return -1
      i = past
      continue
    }
    if (form === ',' && commas === 0 && i > from && isAppositionComma(reading, i)) {
      commas++
      continue
    }
    if (lexicon.naming.has(form) || lexicon.titles.has(form) || form === '.') {
      if (form !== '.' || lexicon.titles.has(formAt(reading, i - 1))) continue
      return -1
    }
    if (!isContentWord(reading, i)) return -1
  }
  return -1
}

/** The comma that closes the phrases put in from the comma at `at` on, when an article follows it; −1 when none does. */
function skipInsertion(reading: Reading, at: number): number {
  for (let i = at + 1; i < reading.items.length && i <= at + 14; i++) {
    const item = reading.items[i]
    if (item?.kind === 'punctuation' && /^[.;:!?]$/.test(item.form)) return -1
    if (item?.form !== ',' || item.kind !== 'punctuation') continue
    if (reading.lexicon.determiners.has(formAt(reading, i + 1))) return i
    if (!reading.lexicon.prepositions.has(formAt(reading, i + 1))) return -1
  }
  return -1
}

/** `son rapport sur la Loire, X`: the name behind the comma that ends what a noun for such things says; −1 when none. */
function apposedName(reading: Reading, noun: number, categories: readonly Category[]): number {
  for (let i = noun + 1; i < reading.items.length && i <= noun + 12; i++) {
    const item = reading.items[i]
    if (isOneOf(reading, i, categories)) return -1
    if (item?.kind !== 'punctuation' || isQuote(reading, i)) continue
    if (item.form !== ',') return -1
    i++
    while (isQuote(reading, i)) i++
    return isOneOf(reading, i, categories) ? i : -1
  }
  return -1
}

/** `un produit, X`: behind the comma stands a name at once, or one that is said to be the thing’s. */
function isAppositionComma(reading: Reading, at: number): boolean {
  let i = at + 1
  while (
    isQuote(reading, i) ||
    reading.lexicon.naming.has(formAt(reading, i)) ||
    reading.lexicon.titles.has(formAt(reading, i)) ||
    (formAt(reading, i) === '.' && reading.lexicon.titles.has(formAt(reading, i - 1)))
  )
    i++
  if (reading.lexicon.determiners.has(formAt(reading, i))) i++
  return entityAt(reading, i) >= 0 && (isContentWord(reading, at - 1) || entityAt(reading, at - 1) >= 0)
}

/** Last item of a phrase like `en 2021`, `in March`, `à Carhaix` that begins at `at`; −1 when it is none. */
function skipTimeOrPlace(reading: Reading, at: number): number {
  let i = at + 1
  if (reading.lexicon.determiners.has(formAt(reading, i))) i++
  const item = reading.items[i]
  if (item?.kind === 'number') return reading.lexicon.months.has(formAt(reading, i + 1)) ? i + 1 : i
  if (reading.lexicon.months.has(formAt(reading, i))) return reading.items[i + 1]?.kind === 'number' ? i + 1 : i
  if (categoryAt(reading, i) === 'place') return i
  return -1
}

/** Last item of `aux délégués`, `en difficulté` that begins at `at`, where the phrase goes on behind it; −1 when it is none. */
function skipDative(reading: Reading, at: number): number {
  const { lexicon } = reading
  const form = formAt(reading, at)
  if (form === 'en' && isContentWord(reading, at + 1)) return at + 1
  if (!/^(?:à|au|aux|to)$/.test(form)) return -1
  let i = at + 1
  if (lexicon.determiners.has(formAt(reading, i))) i++
  const first = i
  while (i < first + 2 && isContentWord(reading, i)) i++
  return i > first && lexicon.determiners.has(formAt(reading, i)) ? i - 1 : -1
}

/** Last item of `à hauteur de 2 millions d’euros`, `to the tune of £2 million` that begins at `at`; −1 when it is none. */
function skipAmount(reading: Reading, at: number): number {
  const { lexicon } = reading
  const sized = /^(?:hauteur|tune)$/.test(formAt(reading, at + 1)) || formAt(reading, at + 2) === 'tune'
  // `dotera de 800 millions d’euros le fonds X`
  const given = lexicon.of.has(formAt(reading, at)) && reading.items[at + 1]?.kind === 'number'
  if (!sized && !given) return -1
  let last = -1
  for (let i = at + 1; i < at + 9; i++) {
    if (entityAt(reading, i) >= 0 || formAt(reading, i) === ',') break
    if (reading.items[i]?.kind === 'number' || lexicon.money.has(formAt(reading, i)) || formAt(reading, i) === '%')
      last = i
  }
  return last
}
