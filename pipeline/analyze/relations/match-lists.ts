import type { Block, Prose } from '../../model.ts'
import { readWords } from '../read-words.ts'
import { assertClaim, categoryAt, entityAt, formAt, isQuote, type Reading } from './reading.ts'

const NO_WORDS: readonly string[] = []

/** The lines that stand over lists and columns, read once a document. */
export class Outline {
  readonly #prose: Prose
  readonly #words = new Map<string, readonly string[]>()

  constructor(prose: Prose) {
    this.#prose = prose
  }

  /** Words of the line that introduces the block, else of its section’s heading. */
  over(block: Block): { words: readonly string[]; introduced: boolean } {
    const prose = this.#prose
    const line = block.introducedBy === undefined ? undefined : prose.blocks[block.introducedBy]
    if (line) return { words: this.#read(prose.text.slice(line.start, line.end)), introduced: true }
    const heading = prose.sections[block.section]?.path.at(-1)
    return { words: heading ? this.#read(heading) : NO_WORDS, introduced: false }
  }

  /** Words of the header over the cell that holds `offset`; none when the row has no header. */
  header(block: Block, offset: number): readonly string[] {
    const column = block.cells?.findIndex((cell) => offset >= cell.start && offset < cell.end) ?? -1
    const row = block.headerRow === undefined ? undefined : this.#prose.blocks[block.headerRow]
    const cell = row === block ? undefined : row?.cells?.[column]
    return cell ? this.#read(this.#prose.text.slice(cell.start, cell.end)) : NO_WORDS
  }

  #read(text: string): readonly string[] {
    let words = this.#words.get(text)
    if (!words) {
      words = readWords(text, this.#prose.lang).map(({ form }) => form)
      this.#words.set(text, words)
    }
    return words
  }
}

/** Headings longer than this say more than what is listed. */
const LONGEST_HEADING = 6

/**
 * Names that a list or column holds: items under `Nos partenaires` or `We are a member of:`, cells under `Partners` or
 * `Maison mère`. The other end is the row’s organization, else the page’s own.
 */
export function matchLists(reading: Reading, outline: Outline): void {
  const { prose, sentence } = reading
  const block = prose.blocks[sentence.block]
  if (block?.kind === 'listItem' && sentence.start - block.start < 3) {
    const { words, introduced } = outline.over(block)
    if (introduced || words.length <= LONGEST_HEADING)
      matchListed(reading, words, firstMention(reading), introduced ? 0.7 : 0.6, null)
  } else if (block?.kind === 'tableRow') {
    const header = outline.header(block, sentence.start)
    if (header.length === 0) return
    matchListed(reading, header, firstMention(reading), 0.7, rowOrganization(reading, block))
    matchTitle(reading, outline, block, header)
  }
}

function firstMention(reading: Reading): number {
  let at = 0
  while (isQuote(reading, at)) at++
  return entityAt(reading, at) >= 0 ? at : -1
}

function matchListed(
  reading: Reading,
  words: readonly string[],
  at: number,
  confidence: number,
  row: number | null,
): void {
  const owner = row ?? reading.author ?? reading.main
  const tabled = reading.prose.blocks[reading.sentence.block]?.kind === 'tableRow'
  if (at < 0 || owner === null) return
  for (const [index, word] of words.entries()) {
    const frame = reading.lexicon.listed.get(word)
    if (!frame) continue
    // `Nos membres`, `our members`: those listed are the members; `Membre de`, `Memberships`: the owner is.
    // The owner of a measure is not that of the organization which the table is from.
    if (frame.predicate === 'subsidiaryOf' && tabled && row === null) continue
    const own = frame.predicate === 'memberOf' && reading.lexicon.possessives.has(words[index - 1] ?? '')
    const listed = own ? 'subject' : frame.listed
    for (const i of allListed(reading, at)) {
      assertClaim(reading, {
        subject: listed === 'subject' ? entityAt(reading, i) : owner,
        predicate: frame.predicate,
        object: listed === 'subject' ? owner : entityAt(reading, i),
        trigger: [i, i],
        label: word,
        confidence,
        extractor: `listed-${frame.predicate}`,
      })
    }
    return
  }
}

/** The mention at `at` and those of its category that only commas and conjunctions separate from it. */
function allListed(reading: Reading, at: number): number[] {
  const category = categoryAt(reading, at)
  const list: number[] = []
  for (let i = at; i < reading.items.length; i++) {
    if (entityAt(reading, i) >= 0) {
      if (categoryAt(reading, i) !== category) break
      list.push(i)
      continue
    }
    const form = formAt(reading, i)
    if (form !== ',' && form !== '/' && !reading.lexicon.conjunctions.has(form)) break
  }
  return list
}

/** The organization that the row’s first cell names. */
function rowOrganization(reading: Reading, block: Block): number | null {
  const first = block.cells?.[0]
  if (!first || reading.sentence.start < first.end) return null
  const { mentions, entities } = reading.references
  const mention = mentions.find(({ start, end }) => start >= first.start && end <= first.end)
  return mention && entities[mention.entity]?.category === 'organization' ? mention.entity : null
}

/** `| Nom | Fonction |`: who a row names works for the page’s own organization, or the one the row names. */
function matchTitle(reading: Reading, outline: Outline, block: Block, header: readonly string[]): void {
  if (!header.some((word) => reading.lexicon.titleColumns.has(word))) return
  const { mentions, entities } = reading.references
  let person = -1
  let organization = reading.author ?? reading.main
  for (const mention of mentions) {
    if (mention.start < block.start || mention.end > block.end) continue
    const category = entities[mention.entity]?.category
    if (category === 'person' && person < 0) person = mention.entity
    else if (
      category === 'organization' &&
      !outline.header(block, mention.start).some((word) => reading.lexicon.titleColumns.has(word))
    ) {
      organization = mention.entity
    }
  }
  if (person < 0 || organization === null || reading.items.length === 0) return
  assertClaim(reading, {
    subject: person,
    predicate: 'worksFor',
    object: organization,
    trigger: [0, reading.items.length - 1],
    title: reading.prose.text.slice(reading.sentence.start, reading.sentence.end).trim(),
    confidence: 0.7,
    extractor: 'listed-worksFor',
  })
}
