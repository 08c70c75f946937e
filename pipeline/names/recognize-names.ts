import { englishConcepts } from '../languages/en/concepts.ts'
import { frenchConcepts } from '../languages/fr/concepts.ts'
import type { Language, NameMention, Prose } from '../model.ts'
import { type Observations, observe } from './features.ts'
import { acronymsOfThings, compileConcepts, findConcepts } from './find-concepts.ts'
import { categoryOf, FIRST, LABEL_COUNT, LAST, ONLY, OUTSIDE, positionOf, TAGGED_CATEGORIES } from './labels.ts'
import { loadNameModel, NAME_LANGUAGES, type NameModel } from './name-model.ts'
import { type Candidate, compileNameLanguage, settleNames } from './settle-names.ts'
import { tagTokens } from './tag-tokens.ts'
import { TokenClass, type Tokens, tokenize } from './tokenize.ts'

/** What recognising names needs of a document. */
export type NameInput = Pick<Prose, 'text' | 'lang' | 'sentences' | 'blocks' | 'marks'>

export const NAMES_EXTRACTOR = 'names@1'

const CONCEPTS = { fr: compileConcepts(frenchConcepts), en: compileConcepts(englishConcepts) }
const LANGUAGES = {
  fr: compileNameLanguage(NAME_LANGUAGES.fr),
  en: compileNameLanguage(NAME_LANGUAGES.en),
}

/**
 * Configures a recogniser of names for both languages; models are read when first needed. What it returns gives a
 * document’s names in text order, not overlapping, each a slice of `text`; code and code blocks hold none.
 */
export function createNameRecognizer(): (input: NameInput) => NameMention[] {
  return (input) => recognizeWith(loadNameModel(input.lang), input)
}

/** What the recogniser does, with a model given. */
export function recognizeWith(model: NameModel, input: NameInput): NameMention[] {
  return readNames(model, input).names
}

/** As `createNameRecognizer`, with the document’s key terms among its names, as `concept`. */
export function createNameAndConceptRecognizer(): (input: NameInput) => NameMention[] {
  return (input) => {
    const { text, marks, lang } = input
    const { names, tokens, observations } = readNames(loadNameModel(lang), input)
    const taken = [...names, ...codeSpans(input)]
    const concepts = findConcepts({ text, tokens, observations, marks, taken, language: CONCEPTS[lang] })
    return [...names, ...concepts].sort((a, b) => a.start - b.start)
  }
}

interface ReadNames {
  names: NameMention[]
  tokens: Tokens
  observations: Observations
}

function readNames(model: NameModel, input: NameInput): ReadNames {
  const { text, marks, lang } = input
  const tokens = tokenize(text)
  const lines = linesOf(input, tokens)
  const observations = observe(text, tokens, lines, model.resources)
  const things = new Set(
    acronymsOfThings(text, tokens, observations).map(({ from, to }) => slice(text, tokens, from, to)),
  )
  const settled = settleNames(
    { text, tokens, observations, marks, language: LANGUAGES[lang] },
    tag(observations, lines, model),
  )
  const code = codeSpans(input)
  const names: NameMention[] = []
  for (const { from, to, category, confidence } of settled) {
    const start = tokens.starts[from] as number
    const end = tokens.ends[to - 1] as number
    if (code.some((span) => start < span.end && end > span.start) || things.has(text.slice(start, end))) continue
    names.push({
      start,
      end,
      kind: kindOf(tokens, from, to),
      category: TAGGED_CATEGORIES[category] as NameMention['category'],
      extractor: NAMES_EXTRACTOR,
      confidence: Math.round(confidence * 1000) / 1000,
    })
  }
  return { names, tokens, observations }
}

const slice = (text: string, tokens: Tokens, from: number, to: number) =>
  text.slice(tokens.starts[from], tokens.ends[to - 1])

/** Recognises names in plain text whose lines are paragraphs. */
export function recognizeNames(text: string, lang: Language): NameMention[] {
  return createNameRecognizer()({ text, lang, sentences: [], blocks: [], marks: [] })
}

/** First tokens of blocks, of table cells, and of the lines of plain text. */
function linesOf({ text, blocks }: NameInput, tokens: Tokens): number[] {
  const borders = blocks.flatMap((block) => [block.start, ...(block.cells ?? []).map((cell) => cell.start)])
  const lines: number[] = []
  let border = 0
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] as number
    let begins = i === 0
    while (border < borders.length && (borders[border] as number) <= start) {
      begins = true
      border++
    }
    if (!begins && blocks.length === 0) begins = hasNewline(text, tokens.ends[i - 1] as number, start)
    if (begins) lines.push(i)
  }
  return lines
}

function hasNewline(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x0a) return true
  return false
}

function codeSpans({ blocks, marks }: NameInput) {
  return [...blocks.filter(({ kind }) => kind === 'code'), ...marks.filter(({ kind }) => kind === 'code')]
}

/** Names as the tagger sees them, line by line. */
function tag(observations: Observations, lines: readonly number[], model: NameModel): Candidate[] {
  const { labels, marginals } = tagTokens(observations, lines, model.weights)
  const candidates: Candidate[] = []
  let from = 0
  for (let i = 0; i < observations.count; i++) {
    const label = labels[i] as number
    if (label === OUTSIDE) continue
    const position = positionOf(label)
    if (position === FIRST || position === ONLY) from = i
    if (position === LAST || position === ONLY) {
      const scores = new Float32Array(TAGGED_CATEGORIES.length)
      let confidence = 1
      for (let k = from; k <= i; k++) {
        confidence = Math.min(confidence, marginals[k * LABEL_COUNT + (labels[k] as number)] as number)
        for (let y = 1; y < LABEL_COUNT; y++) {
          const c = categoryOf(y)
          scores[c] = (scores[c] as number) + (marginals[k * LABEL_COUNT + y] as number) / (i - from + 1)
        }
      }
      candidates.push({ from, to: i + 1, confidence, scores })
    }
  }
  return candidates
}

function kindOf(tokens: Tokens, from: number, to: number): 'name' | 'acronym' {
  return to - from === 1 && tokens.classes[from] === TokenClass.upper ? 'acronym' : 'name'
}
