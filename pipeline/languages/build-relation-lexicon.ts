import type { Category, Predicate } from '../model.ts'
import {
  type ActFrame,
  type NounFrame,
  type Tense,
  type VerbForm,
  type VerbFrame,
  wordSet,
} from './relation-lexicon.ts'

const INITIALS: Record<string, Category> = {
  P: 'person',
  O: 'organization',
  L: 'place',
  E: 'event',
  D: 'product',
  W: 'work',
  I: 'initiative',
  C: 'concept',
}

/** `PO>E`: categories of subject and object, one letter each (person, organization, place = L, event, product = D, work, initiative, concept). */
function readEnds(ends: string): { subject: Category[]; object: Category[] } {
  const [subject, object] = ends.split('>').map((side) => [...side].map((letter) => INITIALS[letter] as Category))
  return { subject: subject as Category[], object: object as Category[] }
}

export interface VerbOptions {
  via?: string
  inverse?: boolean
  passive?: boolean
  joint?: boolean
  money?: boolean
  /** With commas between. */
  particles?: string
  reflexive?: boolean
  ends?: boolean
  transfer?: boolean
  through?: string
  confidence?: number
}

function verbFrame(id: string, predicate: Predicate, ends: string, options: VerbOptions): VerbFrame {
  return {
    id,
    predicate,
    ...readEnds(ends),
    inverse: options.inverse ?? false,
    via: options.via ? wordSet(options.via) : null,
    passive: options.passive ?? false,
    joint: options.joint ?? false,
    money: options.money ?? false,
    particles: options.particles?.split(', ') ?? null,
    reflexive: options.reflexive ?? false,
    ends: options.ends ?? false,
    transfer: options.transfer ?? false,
    through: wordSet(options.through ?? ''),
    confidence: options.confidence ?? 0.85,
  }
}

/** Collects a language's frames under the forms of the words that trigger them. */
export class FrameTable {
  readonly verbs = new Map<string, VerbForm>()
  readonly nouns = new Map<string, NounFrame[]>()
  readonly acts = new Map<string, ActFrame[]>()
  readonly #conjugate: (verb: string) => readonly (readonly [string, Tense])[]

  constructor(conjugate: (verb: string) => readonly (readonly [string, Tense])[]) {
    this.#conjugate = conjugate
  }

  verb(predicate: Predicate, ends: string, verbs: string, options: VerbOptions = {}): void {
    const frame = verbFrame(options.joint ? `joint-${predicate}` : `verb-${predicate}`, predicate, ends, options)
    for (const verb of wordSet(verbs)) {
      for (const [form, tense] of this.#conjugate(verb)) {
        const known = this.verbs.get(form)
        if (!known) this.verbs.set(form, { tense, frames: [frame] })
        else if (!known.frames.includes(frame))
          this.verbs.set(form, { tense: known.tense, frames: [...known.frames, frame] })
      }
    }
  }

  /** Participles that are used as adjectives: `connu pour`. */
  adjective(predicate: Predicate, ends: string, via: string, forms: string, confidence: number): void {
    const frame = verbFrame(`adjective-${predicate}`, predicate, ends, { via, passive: true, confidence })
    for (const form of wordSet(forms)) {
      const known = this.verbs.get(form)
      this.verbs.set(form, { tense: 'participle', frames: [...(known?.frames ?? []), frame] })
    }
  }

  noun(
    predicate: Predicate,
    ends: string,
    of: string,
    nouns: string,
    options: { inverse?: boolean; confidence?: number } = {},
  ): void {
    const frame: NounFrame = {
      id: `noun-${predicate}`,
      predicate,
      ...readEnds(ends),
      inverse: options.inverse ?? false,
      of: wordSet(of),
      confidence: options.confidence ?? 0.8,
    }
    for (const noun of wordSet(nouns)) this.nouns.set(noun, [...(this.nouns.get(noun) ?? []), frame])
  }

  act(
    predicate: Predicate,
    ends: string,
    to: string,
    by: string,
    nouns: string,
    options: { inverse?: boolean; after?: string; confidence?: number } = {},
  ): void {
    const frame: ActFrame = {
      id: `act-${predicate}`,
      predicate,
      ...readEnds(ends),
      inverse: options.inverse ?? false,
      to: wordSet(to),
      by: wordSet(by),
      after: options.after ? wordSet(options.after) : null,
      confidence: options.confidence ?? 0.75,
    }
    for (const noun of wordSet(nouns)) this.acts.set(noun, [...(this.acts.get(noun) ?? []), frame])
  }
}
