import type { Category, Mark } from '../model.ts'
import { isAcronymOf, normalizeName } from './compare-names.ts'
import { isCaselessLine, isSentenceStart, type Observations } from './features.ts'
import { GazetteerList } from './gazetteer.ts'
import { hashFolded, UNFOLDED } from './hash.ts'
import { TAGGED_CATEGORIES } from './labels.ts'
import { LEXICAL_CLASSES, type LexicalClass, type NameLanguage } from './lexical-class.ts'
import { TokenClass, type Tokens, tokenize } from './tokenize.ts'

/** A name found so far: token indexes, and how much speaks for each category (about 1 for a sure one). */
export interface Candidate {
  from: number
  to: number
  confidence: number
  scores: Float32Array
  /** What nouns beside it say, apart from the tagger. */
  cues?: Float32Array
}

export interface SettledName {
  from: number
  to: number
  category: number
  confidence: number
}

/** A document as its names are settled. */
export interface NameDocument {
  text: string
  tokens: Tokens
  observations: Observations
  marks: readonly Mark[]
  language: CompiledLanguage
}

export interface CompiledLanguage {
  commonNouns: ReadonlySet<string>
  commonAcronyms: ReadonlySet<string>
  vagueNouns: ReadonlySet<string>
  descriptions: readonly Description[]
  /** Those of several words, by their first. */
  descriptionsByFirst: ReadonlyMap<string, readonly Description[]>
  /** Their first words. */
  descriptionFirsts: WordFilter
  /** All of them, by their last. */
  descriptionsByLast: ReadonlyMap<string, readonly Description[]>
  /** All words of descriptions. */
  descriptionWords: ReadonlySet<string>
}

/** Folded words by hash: whether a token may be one of them is known before its text is cut out and folded. */
class WordFilter {
  readonly #hashes = new Set<number>([UNFOLDED])

  constructor(words: Iterable<string>) {
    for (const word of words) this.#hashes.add(hashFolded(word, 0, word.length))
  }

  /** False for no word that was given. */
  mayHold(hash: number): boolean {
    return this.#hashes.has(hash)
  }
}

interface Description {
  words: readonly string[]
  category: number
}

const COUNT = TAGGED_CATEGORIES.length
const indexOf = (category: Category) => (TAGGED_CATEGORIES as readonly Category[]).indexOf(category)
const PERSON = indexOf('person')
const ORGANIZATION = indexOf('organization')
const EVENT = indexOf('event')
const PLACE = indexOf('place')
const PRODUCT = indexOf('product')
const INITIATIVE = indexOf('initiative')

/** What a noun beside a name says the name is. */
const CATEGORY_OF_CLASS: Partial<Record<LexicalClass, number>> = {
  title: PERSON,
  role: PERSON,
  organizationNoun: indexOf('organization'),
  placeNoun: indexOf('place'),
  venueNoun: indexOf('place'),
  eventNoun: indexOf('event'),
  productNoun: PRODUCT,
  workNoun: indexOf('work'),
  initiativeNoun: INITIATIVE,
}
const categoryOfLexical = (lexical: number): number => {
  const name = LEXICAL_CLASSES[lexical - 1]
  return name === undefined ? -1 : (CATEGORY_OF_CLASS[name] ?? -1)
}
const classIndex = (name: LexicalClass) => LEXICAL_CLASSES.indexOf(name) + 1
const TITLE = classIndex('title')
const ROLE = classIndex('role')
const NAMING = classIndex('naming')
const DETERMINER = classIndex('determiner')
const POSSESSIVE = classIndex('possessive')
const AUXILIARY = classIndex('auxiliary')

export function compileNameLanguage(language: NameLanguage): CompiledLanguage {
  const set = (words: string) => new Set(words.split(' ').map(fold))
  const descriptions = Object.entries(language.descriptions)
    .map(([phrase, category]) => ({ words: wordsOf(phrase), category: indexOf(category) }))
    .sort((a, b) => b.words.length - a.words.length)
  const by = (list: readonly Description[], position: number) => {
    const byWord = new Map<string, Description[]>()
    for (const description of list) {
      const word = description.words.at(position) as string
      const same = byWord.get(word)
      if (same === undefined) byWord.set(word, [description])
      else same.push(description)
    }
    return byWord
  }
  const descriptionsByFirst = by(
    descriptions.filter(({ words }) => words.length > 1),
    0,
  )
  return {
    commonNouns: set(language.commonNouns),
    commonAcronyms: set(language.commonAcronyms),
    vagueNouns: set(language.vagueNouns),
    descriptions,
    descriptionsByFirst,
    descriptionFirsts: new WordFilter(descriptionsByFirst.keys()),
    descriptionsByLast: by(descriptions, -1),
    descriptionWords: new Set(descriptions.flatMap(({ words }) => words)),
  }
}

const ASCII = /^[\x20-\x7e]*$/

/** Lower case, without accents, one kind of apostrophe. */
function fold(word: string): string {
  // Most words: nothing to take off, and decomposing is slow.
  if (ASCII.test(word)) return word.toLowerCase()
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
}

function wordsOf(phrase: string): string[] {
  const tokens = tokenize(phrase)
  return Array.from({ length: tokens.count }, (_, i) => fold(phrase.slice(tokens.starts[i], tokens.ends[i])))
}

const LINKS = new Set(
  "de du des d' la le les l' et & of the for and in on to van von der den del di da a au aux en sur sous pour par un une".split(
    ' ',
  ),
)

/** Lower-case words that no name begins with; people’s particles (`de Gaulle`, `van Dyck`) aside. */
const NEVER_FIRST = new Set("de du des d' et & of the for and in on to a au aux en sur sous pour par un une".split(' '))

/** How much the mean of a name’s mentions counts beside one mention’s own scores. */
const DOCUMENT_WEIGHT = 1.5
/** A noun that says what the name is. */
const CUE = 0.9
/** What nouns say of a name counts no more than this, however often they say it. */
const MOST_CUES = 1.5
/** Names less sure than this, and found once, are left out. */
const LEAST_CONFIDENCE = 0.3

/**
 * Settles a document’s names from what the tagger found in its lines: descriptions are cut off, common nouns dropped;
 * names that the text defines (in quotes, with their acronym, as the text of a link to their site) are added; each name is
 * found everywhere in the document; and one name gets one category, by all that speaks for it, unless its place says
 * otherwise. In text order, not overlapping.
 */
export function settleNames(document: NameDocument, tagged: readonly Candidate[]): SettledName[] {
  const settler = new Settler(document)
  return settler.settle(tagged)
}

interface Group {
  key: string
  members: Candidate[]
}

class Settler {
  readonly #document: NameDocument
  readonly #words: (string | undefined)[] = []
  /** Of tokens’ folded words. */
  readonly #hashes: Int32Array
  readonly #keys = new Map<string, string>()
  /** Keys that name one thing: acronym and name, short and full name. */
  readonly #same = new Map<string, string>()

  constructor(document: NameDocument) {
    this.#document = document
    const { text, tokens } = document
    this.#hashes = new Int32Array(tokens.count)
    for (let i = 0; i < tokens.count; i++)
      this.#hashes[i] = hashFolded(text, tokens.starts[i] as number, tokens.ends[i] as number)
  }

  settle(tagged: readonly Candidate[]): SettledName[] {
    let candidates: Candidate[] = []
    for (const whole of tagged) {
      for (const candidate of this.#splitMember(whole)) {
        const clean = this.#clean(candidate)
        if (clean !== undefined) candidates.push(clean)
      }
    }
    candidates = this.#addDescribed(candidates)
    candidates = this.#addQuoted(candidates)
    candidates = this.#addPledges(candidates)
    candidates = this.#addAcronymPairs(candidates)
    candidates = this.#addLinked(candidates)
    for (const candidate of candidates) this.#addCues(candidate)
    candidates = this.#findEverywhere(candidates)
    return this.#categorize(candidates)
  }

  // ── words ─────────────────────────────────────────────────────────────────────────────────────

  #text(from: number, to: number): string {
    const { text, tokens } = this.#document
    return text.slice(tokens.starts[from], tokens.ends[to - 1])
  }

  /** The folded word. */
  #word(i: number): string {
    let word = this.#words[i]
    if (word === undefined) {
      word = fold(this.#text(i, i + 1))
      this.#words[i] = word
    }
    return word
  }

  /** Whether token `i` is a mark of punctuation, which `text` is. */
  #isMark(i: number, text: string): boolean {
    return this.#class(i) === TokenClass.punctuation && this.#text(i, i + 1) === text
  }

  #class(i: number): number {
    return this.#document.tokens.classes[i] as number
  }

  #lexical(i: number): number {
    return this.#document.observations.lexical[i] as number
  }

  #isCapital(i: number): boolean {
    const c = this.#class(i)
    return c === TokenClass.capitalized || c === TokenClass.upper || c === TokenClass.mixed || c === TokenClass.initial
  }

  /** First token of the line that holds token `i`. */
  #lineFrom(i: number): number {
    return this.#document.observations.lineFrom[i] as number
  }

  #lineTo(i: number): number {
    return this.#document.observations.lineTo[i] as number
  }

  #isOrdinary(i: number): boolean {
    return this.#document.observations.ordinary[i] === 1
  }

  // ── single candidates ─────────────────────────────────────────────────────────────────────────

  /** `Sylvie Lebel de la Fondation X` as one name: a person and the body that she is of. */
  #splitMember(candidate: Candidate): Candidate[] {
    const { from, to } = candidate
    if (to - from < 5 || ((this.#document.observations.lists[from] as number) & GazetteerList.firstName) === 0)
      return [candidate]
    let of = from
    while (of < to && this.#isCapital(of)) of++
    if (of - from < 2 || !/^(?:de|du|des)$/.test(this.#word(of))) return [candidate]
    let rest = of + 1
    if (this.#word(of) === 'de') {
      if (!/^(?:la|l')$/.test(this.#word(rest))) return [candidate]
      rest++
    }
    if (rest >= to) return [candidate]
    const isBody =
      this.#class(rest) === TokenClass.upper ||
      categoryOfLexical(this.#lexical(rest)) > PERSON ||
      this.#document.language.descriptionWords.has(this.#word(rest))
    if (!isBody) return [candidate]
    return [this.#candidate(from, of, PERSON, 0.9), this.#candidate(rest, to, ORGANIZATION, 0.6)]
  }

  /** Cuts descriptions off and refuses what is no name. */
  #clean(candidate: Candidate): Candidate | undefined {
    let { from, to } = candidate
    const cues = new Float32Array(COUNT)
    for (const { words } of this.#descriptionsAround(from)) {
      // The description may have begun before the candidate: `Startup d’` + `État Zam`.
      for (let before = words.length - 1; before >= 0; before--) {
        const start = from - before
        if (start < this.#lineFrom(from) || start + words.length >= to) continue
        if (words.every((word, k) => this.#word(start + k) === word)) {
          from = start + words.length
        }
      }
    }
    while (from < to && this.#class(from) === TokenClass.punctuation) from++
    // `1,5 °C. Il …`: no initial.
    if (this.#document.text[(this.#document.tokens.starts[from] as number) - 1] === '°') return undefined
    // `livre blanc | de Velmont`: what governs a name is left out, and so is what joins the two.
    if (best(candidate.scores) !== PERSON)
      while (from < to - 1 && this.#class(from) === TokenClass.lower && NEVER_FIRST.has(this.#word(from))) from++
    while (to > from && this.#class(to - 1) === TokenClass.punctuation && !/[!?]/.test(this.#text(to - 1, to))) to--
    if (from >= to || this.#isCommon(from, to)) return undefined
    // `émission de carbone viendra d’abord …`: a clause of a title.
    if (to - from > 2 && this.#isLower(from, to)) return undefined
    return { ...candidate, from, to, cues }
  }

  /** Whether nothing of the span has a capital or a digit. */
  #isLower(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const c = this.#class(i)
      if (c !== TokenClass.lower && c !== TokenClass.punctuation) return false
    }
    return true
  }

  /** Descriptions that token `i` may belong to: most often none. */
  #descriptionsAround(i: number): readonly Description[] {
    const { descriptions, descriptionWords } = this.#document.language
    return descriptionWords.has(this.#word(i)) ? descriptions : []
  }

  #isCommon(from: number, to: number): boolean {
    const { language, observations } = this.#document
    let nouns = 0
    for (let i = from; i < to; i++) {
      const word = this.#word(i)
      if (language.commonNouns.has(word)) nouns++
      else if (!LINKS.has(word)) nouns = -100
    }
    if (nouns > 0) return true
    if (to - from === 2 && this.#class(from + 1) === TokenClass.punctuation) return this.#isCommon(from, from + 1)
    if (to - from > 1) return false
    const c = this.#class(from)
    if (c === TokenClass.email || c === TokenClass.url || c === TokenClass.number) return true
    if (language.commonAcronyms.has(this.#word(from))) return true
    // A word cried out: `et surtout TENTER !`
    if (c === TokenClass.upper && observations.ordinary[from] === 1 && this.#text(from, to).length > 5) {
      return (observations.lists[from] as number) === 0
    }
    const lists = observations.lists[from] as number
    const other = GazetteerList.demonym | GazetteerList.calendar
    return c === TokenClass.capitalized && (lists & other) !== 0 && (lists & ~(other | GazetteerList.properNoun)) === 0
  }

  /** Adds what the words around a candidate say that it is. */
  #addCues(candidate: Candidate): void {
    const left = this.#leftCue(candidate.from)
    const right = this.#rightCue(candidate.to)
    candidate.cues ??= new Float32Array(COUNT)
    const { cues } = candidate
    if (left >= 0) cues[left] = (cues[left] as number) + CUE
    if (right >= 0 && right !== PERSON) cues[right] = (cues[right] as number) + CUE
    if (this.#isBrand(candidate)) cues[ORGANIZATION] = (cues[ORGANIZATION] as number) + CUE / 2
    if (candidate.to - candidate.from > 1) {
      // `Fonds d’…`, `Fondation …`: the name’s own first noun.
      const own = categoryOfLexical(this.#lexical(candidate.from))
      if (own > PERSON && !this.#document.language.vagueNouns.has(this.#word(candidate.from))) {
        cues[own] = (cues[own] as number) + CUE / 2
      }
    }
  }

  /** One word that lists of names know for a brand or firm alone, though the tagger takes it for a place or a person. */
  #isBrand({ from, to, scores }: Candidate): boolean {
    const found = best(scores)
    if (to - from !== 1 || (found !== PERSON && found !== PLACE)) return false
    const lists = this.#document.observations.lists[from] as number
    const firms = GazetteerList.brand | GazetteerList.organization
    return (lists & firms) !== 0 && (lists & ~(firms | GazetteerList.properNoun)) === 0
  }

  /** The category of the noun right before token `i`, quotes between them or an adjective, else −1. */
  #leftCue(i: number): number {
    const from = this.#lineFrom(i)
    let at = i - 1
    while (at >= from && this.#isQuote(at)) at--
    if (at < from) return -1
    for (const { words, category } of this.#document.language.descriptionsByLast.get(this.#word(at)) ?? []) {
      const start = at + 1 - words.length
      if (start >= from && words.every((word, k) => this.#word(start + k) === word)) return category
    }
    let lexical = this.#lexical(at)
    // `service numérique X`, `association locale X`: an adjective between.
    if (lexical === 0 && at > from && this.#class(at) === TokenClass.lower && this.#isOrdinary(at)) {
      at--
      lexical = this.#lexical(at)
      if (lexical === TITLE || lexical === ROLE) return -1
    }
    if (this.#document.language.vagueNouns.has(this.#word(at))) return -1
    if (this.#class(at) !== TokenClass.lower && this.#class(at) !== TokenClass.capitalized && lexical !== TITLE)
      return -1
    return categoryOfLexical(lexical)
  }

  /** `X est un service`, `X : une association`, `X, startup d’État`: the category of the noun, else −1. */
  #rightCue(i: number): number {
    const to = this.#lineTo(i - 1)
    let at = i
    while (at < to && this.#isQuote(at)) at++
    if (at < to && this.#text(at, at + 1) === '(') {
      while (at < to && at < i + 8 && this.#text(at, at + 1) !== ')') at++
      at++
    }
    if (at + 1 >= to) return -1
    const link = this.#text(at, at + 1)
    if (!(this.#lexical(at) === AUXILIARY && /^(est|était|is|was|sont|are)$/.test(link)) && !/^[:,–—-]$/.test(link))
      return -1
    at++
    const lexical = this.#lexical(at)
    if (lexical !== DETERMINER && lexical !== POSSESSIVE) {
      if (link !== ',' && link !== ':') return -1
    } else at++
    if (lexical === DETERMINER && /^(le|la|les|l'|the)$/.test(this.#word(at - 1)) && /^\W$/.test(link)) return -1
    for (let k = at; k < to && k < at + 3; k++) {
      if (this.#class(k) !== TokenClass.lower) return -1
      const category = categoryOfLexical(this.#lexical(k))
      if (category >= 0) return this.#document.language.vagueNouns.has(this.#word(k)) ? -1 : category
      if (this.#lexical(k) !== 0) return -1
    }
    return -1
  }

  #isQuote(i: number): boolean {
    return this.#class(i) === TokenClass.punctuation && /^[«»“”"„]$/.test(this.#text(i, i + 1))
  }

  // ── names that the text defines ───────────────────────────────────────────────────────────────

  /** `startup d’État ZÉRO`: capitals right after a description of several words. */
  #addDescribed(candidates: readonly Candidate[]): Candidate[] {
    const { tokens, language } = this.#document
    const added: Candidate[] = []
    for (let i = 0; i < tokens.count; i++) {
      if (!language.descriptionFirsts.mayHold(this.#hashes[i] as number)) continue
      for (const { words, category } of language.descriptionsByFirst.get(this.#word(i)) ?? []) {
        const from = i + words.length
        if (this.#lineTo(i) <= from || !this.#isCapital(from) || !words.every((word, k) => this.#word(i + k) === word))
          continue
        let to = from + 1
        while (to < this.#lineTo(i) && this.#isCapital(to)) to++
        if (to < this.#lineTo(i) && this.#text(to, to + 1) === '!' && tokens.starts[to] === tokens.ends[to - 1]) to++
        if (!candidates.some((c) => c.from < to && c.to > from)) added.push(this.#candidate(from, to, category, 0.7))
      }
    }
    return this.#merge(candidates, added)
  }

  /** `programme « Permis de construire autrement »`, `called **Good Measure**`: what is quoted is a name. */
  #addQuoted(candidates: readonly Candidate[]): Candidate[] {
    const { tokens, marks } = this.#document
    const spans: [number, number][] = []
    let open = -1
    for (let i = 0; i < tokens.count; i++) {
      if (this.#class(i) !== TokenClass.punctuation) continue
      const word = this.#text(i, i + 1)
      if (word === '«' || word === '“' || (word === '"' && open < 0)) open = i + 1
      else if (open >= 0 && (word === '»' || word === '”' || word === '"')) {
        if (this.#lineFrom(open) === this.#lineFrom(i)) spans.push([open, i])
        open = -1
      }
    }
    for (const { kind, start, end } of marks) {
      if (kind !== 'emphasis' && kind !== 'strong') continue
      const from = this.#tokenAt(start)
      const to = this.#tokenAt(end)
      if (to > from) spans.push([from, to])
    }
    const added: Candidate[] = []
    for (let [from, to] of spans) {
      while (to > from && this.#class(to - 1) === TokenClass.punctuation && !/[!?]/.test(this.#text(to - 1, to))) to--
      if (to - from < 1 || to - from > 8 || from >= tokens.count) continue
      const inner = this.#innerNoun(from, to)
      if (inner < 0 && !this.#isCapital(from) && this.#class(from) !== TokenClass.alphanumeric) continue
      let sentence = false
      for (let k = from; k < to - 1; k++) if (/^[.;:!?…]+$/.test(this.#text(k, k + 1))) sentence = true
      if (sentence || this.#isCommon(from, to)) continue
      const category = inner >= 0 ? inner : this.#definedAs(from)
      if (category < 0) continue
      added.push(this.#candidate(from, to, category, 0.8))
    }
    return this.#merge(candidates, added)
  }

  /** `« hackathon DSN »`: in quotes, a noun in lower case and a name; else −1. */
  #innerNoun(from: number, to: number): number {
    if (to - from < 2 || to - from > 4 || this.#class(from) !== TokenClass.lower) return -1
    const category = categoryOfLexical(this.#lexical(from))
    if (category !== EVENT && category !== INITIATIVE) return -1
    for (let i = from + 1; i < to; i++) if (this.#isCapital(i)) return category
    return -1
  }

  /** What a noun or `called` before a quoted name says that it is, −1 when nothing does. */
  #definedAs(from: number): number {
    const cue = this.#leftCue(from)
    if (cue >= 0 && cue !== PERSON && TAGGED_CATEGORIES[cue] !== 'place') return cue
    const line = this.#lineFrom(from)
    let at = from - 1
    while (
      at >= line &&
      (this.#isQuote(at) || this.#lexical(at) === DETERMINER || /^(comme|as|:)$/.test(this.#text(at, at + 1)))
    )
      at--
    if (at < line || this.#lexical(at) !== NAMING || this.#word(at) === 'dit') return -1
    for (let k = at - 1; k >= line && k > at - 15; k--) {
      const category = categoryOfLexical(this.#lexical(k))
      if (category > PERSON && !this.#document.language.vagueNouns.has(this.#word(k))) return category
    }
    return INITIATIVE
  }

  /** `RE100`, `EV100`: letters and the hundred percent that an initiative’s members promise. */
  #addPledges(candidates: readonly Candidate[]): Candidate[] {
    const { tokens } = this.#document
    const added: Candidate[] = []
    for (let i = 0; i < tokens.count; i++) {
      const length = (tokens.ends[i] as number) - (tokens.starts[i] as number)
      if (length < 5 || length > 7 || !/^[A-Z]{2,4}100$/.test(this.#text(i, i + 1))) continue
      // A doubtful name of the same word gives way.
      const taken = candidates.some((c) => c.from <= i && c.to > i && (c.to - c.from > 1 || c.confidence >= 0.7))
      if (!taken) added.push(this.#candidate(i, i + 1, INITIATIVE, 0.8))
    }
    return this.#merge(candidates, added)
  }

  /** `Agence nationale de la cohésion des territoires (ANCT)` and `ANCT (Agence…)`: both are names, of one thing. */
  #addAcronymPairs(candidates: readonly Candidate[]): Candidate[] {
    const { tokens } = this.#document
    const starts = new Set(candidates.map(({ from }) => from))
    const added: Candidate[] = []
    for (let i = 1; i + 2 < tokens.count; i++) {
      if (!this.#isMark(i, '(') || this.#lineFrom(i) === i) continue
      let close = i + 1
      const end = this.#lineTo(i)
      while (close < end && close < i + 16 && !/^[()]$/.test(this.#text(close, close + 1))) close++
      if (close >= end || this.#text(close, close + 1) !== ')') continue
      if (close === i + 2 && this.#isAcronym(i + 1)) {
        const from = this.#expansionStart(i + 1, i, starts)
        if (from >= 0) this.#addPair(added, candidates, from, i, i + 1, i + 2)
      } else if (this.#isAcronym(i - 1) && close > i + 2) {
        if (this.#isCapital(i + 1) && isAcronymOf(this.#text(i - 1, i), this.#text(i + 1, close))) {
          this.#addPair(added, candidates, i + 1, close, i - 1, i)
        }
      }
    }
    return this.#merge(candidates, added)
  }

  #isAcronym(i: number): boolean {
    const c = this.#class(i)
    const text = this.#text(i, i + 1)
    return (
      text.length <= 10 &&
      (c === TokenClass.upper || c === TokenClass.mixed || (c === TokenClass.capitalized && text.length <= 7))
    )
  }

  #expansionStart(acronym: number, before: number, starts: ReadonlySet<number>): number {
    const short = this.#text(acronym, acronym + 1)
    const line = this.#lineFrom(before)
    let found = -1
    for (let k = before - 1; k >= line && k >= before - 14; k--) {
      if (/^[.;:!?()«»…]$/.test(this.#text(k, k + 1))) break
      if (LINKS.has(this.#word(k)) || (found >= 0 && !starts.has(k))) continue
      if (isAcronymOf(short, this.#text(k, before))) found = k
    }
    return found
  }

  #addPair(
    added: Candidate[],
    candidates: readonly Candidate[],
    from: number,
    to: number,
    acronymFrom: number,
    acronymTo: number,
  ): void {
    const overlapping = candidates.filter((c) => c.from < to && c.to > from)
    const acronym = candidates.find((c) => c.from === acronymFrom && c.to === acronymTo)
    let capitals = 0
    for (let i = from; i < to; i++) if (this.#isCapital(i)) capitals++
    // Neither was seen as a name, and nothing is capital in it: a kind of thing, `intelligence artificielle (IA)`.
    if (overlapping.length === 0 && (acronym === undefined || capitals === 0)) return
    if (capitals === 0) return
    const scores = new Float32Array(COUNT)
    for (const { scores: own } of acronym ? [...overlapping, acronym] : overlapping) {
      for (let c = 0; c < COUNT; c++)
        scores[c] = (scores[c] as number) + (own[c] as number) / (overlapping.length + (acronym ? 1 : 0))
    }
    added.push(
      { from, to, confidence: 0.9, scores },
      { from: acronymFrom, to: acronymTo, confidence: 0.9, scores: scores.slice() },
    )
    this.#unite(this.#key(from, to), this.#key(acronymFrom, acronymTo))
  }

  /** A link whose text is the name of the site that it leads to. */
  #addLinked(candidates: readonly Candidate[]): Candidate[] {
    const added: Candidate[] = []
    for (const { kind, url, start, end } of this.#document.marks) {
      if (kind !== 'link' || url === undefined) continue
      let from = this.#tokenAt(start)
      let to = this.#tokenAt(end)
      while (from < to && this.#isQuote(from)) from++
      while (to > from && this.#isQuote(to - 1)) to--
      if (to <= from || to - from > 5) continue
      const name = fold(this.#text(from, to)).replace(/[^a-z0-9]/g, '')
      const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(url)?.[1] ?? ''
      if (
        name.length < 4 ||
        !fold(host)
          .split('.')
          .some((label) => label.replace(/[^a-z0-9]/g, '') === name)
      )
        continue
      if (candidates.some((c) => c.from === from && c.to === to && c.confidence >= LEAST_CONFIDENCE)) continue
      const before = candidates.find((c) => c.from < to && c.to > from)
      const found = this.#candidate(from, to, PRODUCT, 0.8)
      if (before !== undefined)
        for (let c = 0; c < COUNT; c++)
          found.scores[c] = (found.scores[c] as number) * 0.5 + (before.scores[c] as number) * 0.5
      added.push(found)
    }
    return this.#merge(candidates, added)
  }

  #candidate(from: number, to: number, category: number, confidence: number): Candidate {
    const scores = new Float32Array(COUNT)
    scores[category] = confidence
    return { from, to, confidence, scores }
  }

  /** The first token that ends after `offset`. */
  #tokenAt(offset: number): number {
    const { count, ends } = this.#document.tokens
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** `added` in place of what overlaps it; where both have the same span, what the tagger said counts too. */
  #merge(candidates: readonly Candidate[], added: readonly Candidate[]): Candidate[] {
    if (added.length === 0) return [...candidates]
    const kept: Candidate[] = []
    for (const candidate of [...added].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
      if (!kept.some((c) => c.from < candidate.to && c.to > candidate.from)) kept.push(candidate)
    }
    for (const candidate of candidates) {
      const over = kept.find((c) => c.from < candidate.to && c.to > candidate.from)
      if (over === undefined) kept.push(candidate)
      else if (over.from === candidate.from && over.to === candidate.to) {
        for (let c = 0; c < COUNT; c++) over.scores[c] = (over.scores[c] as number) + (candidate.scores[c] as number)
      }
    }
    return kept.sort((a, b) => a.from - b.from)
  }

  // ── the document ──────────────────────────────────────────────────────────────────────────────

  /** The form under which a name’s mentions are put together: without its number or year. */
  #key(from: number, to: number): string {
    let end = to
    while (end > from + 1 && this.#class(end - 1) === TokenClass.number) end--
    const text = this.#text(from, end)
    let key = this.#keys.get(text)
    if (key === undefined) {
      key = normalizeName(text)
      this.#keys.set(text, key)
    }
    return key
  }

  #unite(a: string, b: string): void {
    const [x, y] = [this.#root(a), this.#root(b)]
    if (x !== y) this.#same.set(x, y)
  }

  #root(key: string): string {
    let at = key
    for (;;) {
      const next = this.#same.get(at)
      if (next === undefined) return at
      at = next
    }
  }

  #groups(candidates: readonly Candidate[]): Map<string, Group> {
    const groups = new Map<string, Group>()
    for (const candidate of candidates) {
      const key = this.#root(this.#key(candidate.from, candidate.to))
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { key, members: [candidate] })
      else group.members.push(candidate)
    }
    return groups
  }

  /** Adds the other occurrences of names, at sentence starts and in headings too, and of people’s surnames. */
  #findEverywhere(candidates: readonly Candidate[]): Candidate[] {
    const { tokens } = this.#document
    interface Pattern {
      exact: readonly string[]
      folded: readonly string[]
      strength: number
      scores: Float32Array
      ordinary: boolean
    }
    const patterns = new Map<string, Pattern[]>()
    const seen = new Map<string, Pattern>()
    const add = (from: number, to: number, confidence: number, scores: Float32Array) => {
      const surface = this.#text(from, to)
      const known = seen.get(surface)
      if (known !== undefined) {
        known.strength = 1 - (1 - known.strength) * (1 - Math.min(confidence, 0.9))
        return
      }
      const exact: string[] = []
      const folded: string[] = []
      let ordinary = true
      for (let i = from; i < to; i++) {
        exact.push(this.#text(i, i + 1))
        folded.push(this.#word(i))
        if (!this.#isOrdinary(i) && !LINKS.has(this.#word(i)) && this.#class(i) !== TokenClass.number) ordinary = false
      }
      const pattern: Pattern = { exact, folded, strength: Math.min(confidence, 0.9), scores, ordinary }
      seen.set(surface, pattern)
      const first = folded[0] as string
      patterns.set(first, [...(patterns.get(first) ?? []), pattern])
    }
    for (const { from, to, confidence, scores } of candidates) add(from, to, confidence, scores)
    for (const { from, to, confidence, scores } of candidates) {
      if (to - from < 2 || to - from > 4 || best(scores) !== PERSON || confidence < 0.5) continue
      const last = to - 1
      if (this.#isCapital(last) && !this.#isOrdinary(last) && this.#text(last, to).length > 2)
        add(last, to, confidence * 0.9, scores)
    }
    for (const list of patterns.values()) list.sort((a, b) => b.exact.length - a.exact.length)

    const owner = new Int32Array(tokens.count).fill(-1)
    const result: (Candidate | undefined)[] = candidates.map((c) => c)
    candidates.forEach(({ from, to }, index) => {
      owner.fill(index, from, to)
    })
    const strengthOf = (c: Candidate) => seen.get(this.#text(c.from, c.to))?.strength ?? c.confidence
    const firsts = new WordFilter(patterns.keys())
    for (let i = 0; i < tokens.count; i++) {
      if (!firsts.mayHold(this.#hashes[i] as number)) continue
      const list = patterns.get(this.#word(i))
      if (list === undefined) continue
      for (const pattern of list) {
        const to = i + pattern.exact.length
        if (pattern.strength < 0.5 || to > this.#lineTo(i)) continue
        if (owner[i] !== -1 && result[owner[i] as number]?.from === i && result[owner[i] as number]?.to === to) break
        if (!this.#matches(i, pattern)) continue
        // What it overlaps must be weaker; a longer name must be much weaker.
        const over = new Set<number>()
        for (let k = i; k < to; k++) if (owner[k] !== -1) over.add(owner[k] as number)
        let wins = true
        for (const index of over) {
          const other = result[index] as Candidate
          const longer = other.to - other.from > pattern.exact.length
          if (pattern.strength <= strengthOf(other) * (longer ? 2 : 1)) wins = false
        }
        if (!wins) continue
        for (const index of over) {
          const other = result[index] as Candidate
          owner.fill(-1, other.from, other.to)
          result[index] = undefined
        }
        owner.fill(result.length, i, to)
        const scores = new Float32Array(COUNT)
        scores.set(pattern.scores.map((score) => score * 0.5))
        const found: Candidate = { from: i, to, confidence: Math.min(0.9, 0.8 * pattern.strength), scores }
        this.#addCues(found)
        result.push(found)
        break
      }
    }
    return result.filter((c): c is Candidate => c !== undefined).sort((a, b) => a.from - b.from)
  }

  /** Whether a known name stands at token `i`: as it was written, or in whatever case where case says nothing. */
  #matches(
    i: number,
    { exact, folded, ordinary }: { exact: readonly string[]; folded: readonly string[]; ordinary: boolean },
  ): boolean {
    const { observations } = this.#document
    const caseless = isCaselessLine(observations, i)
    for (let k = 0; k < exact.length; k++) if (this.#word(i + k) !== folded[k]) return false
    const same = exact.every((word, k) => word.replace('’', "'") === this.#text(i + k, i + k + 1).replace('’', "'"))
    if (!same && !(caseless && (exact.length > 1 || !ordinary))) {
      // `Fast 2022` after `FAST`: a capital is enough where the word is no ordinary one, or a number follows.
      if (exact.length > 1 || !this.#isCapital(i) || exact[0] !== exact[0]?.toUpperCase()) return false
      if (ordinary && this.#class(Math.min(i + 1, this.#lineTo(i) - 1)) !== TokenClass.number) return false
    }
    if (exact.length === 1 && ordinary) {
      if (caseless) return false
      if (
        isSentenceStart(observations, i) &&
        this.#class(i) === TokenClass.capitalized &&
        (observations.elsewhere[i] as number) & 2
      )
        return false
    }
    return true
  }

  #categorize(candidates: readonly Candidate[]): SettledName[] {
    this.#uniteShortForms(candidates)
    const settled: SettledName[] = []
    for (const { members } of this.#groups(candidates).values()) {
      const mean = new Float32Array(COUNT)
      const said = new Float32Array(COUNT)
      let strength = 1
      for (const { scores, confidence, cues } of members) {
        strength *= 1 - confidence
        for (let c = 0; c < COUNT; c++) {
          mean[c] = (mean[c] as number) + (scores[c] as number) / members.length
          said[c] = Math.min(MOST_CUES, (said[c] as number) + (cues?.[c] ?? 0))
        }
      }
      const isNumbered = ({ from, to }: Candidate) => to - from > 1 && this.#class(to - 1) === TokenClass.number
      const numbered = members.some(isNumbered)
      const totals = members.map((member) => {
        const total = new Float32Array(COUNT)
        for (let c = 0; c < COUNT; c++) {
          const document = (mean[c] as number) + (said[c] as number)
          total[c] = (member.scores[c] as number) + (member.cues?.[c] ?? 0) + DOCUMENT_WEIGHT * document
        }
        return total
      })
      // `COP 1`, `COP 3`: what differs in its number alone is of one kind.
      const family = new Float32Array(COUNT)
      members.forEach((member, m) => {
        if (isNumbered(member))
          for (let c = 0; c < COUNT; c++) family[c] = (family[c] as number) + (totals[m]?.[c] ?? 0)
      })
      for (const [m, member] of members.entries()) {
        const total = totals[m] as Float32Array
        const category = best(isNumbered(member) ? family : total)
        let sum = 0
        for (const score of total) sum += score
        const confidence = member.confidence
        if (confidence < LEAST_CONFIDENCE && 1 - strength < 0.5) continue
        settled.push({
          from: member.from,
          to: this.#numberEnd(member.to, category, numbered),
          category,
          confidence: confidence * Math.min(1, (total[category] as number) / Math.max(sum, 1e-6)) ** 0.5,
        })
      }
    }
    return settled.sort((a, b) => a.from - b.from)
  }

  /** `GSoC 2024`, `FAST 10` where the text numbers the name elsewhere: the year or number is part of an event or initiative. */
  #numberEnd(to: number, category: number, numbered: boolean): number {
    if (category !== EVENT && category !== INITIATIVE) return to
    if (to >= this.#lineTo(to - 1) || this.#class(to) !== TokenClass.number) return to
    return /^(19|20)\d\d$/.test(this.#text(to, to + 1)) || (numbered && /^\d{1,2}$/.test(this.#text(to, to + 1)))
      ? to + 1
      : to
  }

  /** A person’s surname or first name counts with the full name. */
  #uniteShortForms(candidates: readonly Candidate[]): void {
    const full = new Map<string, string>()
    for (const { from, to, scores } of candidates) {
      if (to - from < 2 || best(scores) !== PERSON) continue
      const key = this.#key(from, to)
      for (const word of [this.#word(to - 1), this.#word(from)]) if (!full.has(word)) full.set(word, key)
    }
    for (const { from, to } of candidates) {
      if (to - from !== 1) continue
      const key = full.get(this.#word(from))
      if (key !== undefined && key !== this.#key(from, to)) this.#unite(this.#key(from, to), key)
    }
  }
}

function best(scores: Float32Array): number {
  let top = 0
  for (let c = 1; c < scores.length; c++) if ((scores[c] as number) > (scores[top] as number)) top = c
  return top
}
