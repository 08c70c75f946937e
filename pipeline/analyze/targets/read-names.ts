import { ENGLISH_ROLES } from '../../languages/en/roles.ts'
import { FRENCH_ROLES } from '../../languages/fr/roles.ts'
import type { Category, Language, LinkedMention, LocalEntity, Prose, References } from '../../model.ts'
import { firstFrom } from '../bisect.ts'

const ROLES: Record<Language, ReadonlySet<string>> = { fr: FRENCH_ROLES, en: ENGLISH_ROLES }

/** A preposition that says where something is, at the end of the text before a name. */
const LOCATIVE: Record<Language, RegExp> = {
  fr: /(?:^|[\s(«“])(?:à|au|aux|en|vers|depuis)\s+(?:la\s+|l['’])?$/i,
  en: /(?:^|[\s("“])(?:in|at|near|around|outside|to)\s+(?:the\s+)?$/i,
}

/** What holds of people alone: titles before a name, verbs of speech and judgement beside it. */
const PERSONAL: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(?:m|mme|mlle|dr|dit|confie|explique|raconte|sourit|souffle|lâche|glisse|résume|soupire|grimace|rappelle|estime|ajoute|assure|affirme|promet|martèle|insiste|se souvient|préside|dirige)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:mr|mrs|ms|dr|sir|says|said|told|tells|explains|explained|adds|added|recalls|laughs|smiles|argues|insists|admits|shrugs|promised|runs|chairs|leads)(?!\p{L})/iu,
}

/** Letters around a name that tell what it is of. */
const AROUND = 48

/**
 * What the text itself shows of the names in it, where that bears on who promises: a company that was taken for a place or a
 * person, and for whom a person works.
 */
export class NameReader {
  private readonly prose: Prose
  private readonly references: References
  private readonly categories: readonly Category[]
  private employers: ReadonlyMap<number, number> | null = null

  constructor(prose: Prose, references: References) {
    this.prose = prose
    this.references = references
    this.categories = this.settle()
  }

  /** The category of an entity; `organization` for a place that is never where something is. */
  categoryOf(entity: number): Category {
    return this.categories[entity] as Category
  }

  /** The organization that a person is said to have a role in; null when none is. */
  employerOf(entity: number): number | null {
    this.employers ??= this.findEmployers()
    return this.employers.get(entity) ?? null
  }

  private isNamed({ kind }: LinkedMention): boolean {
    return kind === 'name' || kind === 'acronym'
  }

  private settle(): Category[] {
    const { prose, references } = this
    const categories = references.entities.map(({ category }) => category)
    const seen = new Map<number, { times: number; located: boolean; personal: boolean }>()
    for (const mention of references.mentions) {
      const category = categories[mention.entity]
      if ((category !== 'place' && category !== 'person') || !this.isNamed(mention)) continue
      const known = seen.get(mention.entity) ?? { times: 0, located: false, personal: false }
      seen.set(mention.entity, known)
      known.times++
      const before = prose.text.slice(Math.max(0, mention.start - AROUND), mention.start)
      if (category === 'place') known.located ||= LOCATIVE[prose.lang].test(before)
      else known.personal ||= this.isPersonal(before, prose.text.slice(mention.end, mention.end + AROUND))
    }
    for (const [entity, { times, located, personal }] of seen) {
      const { label } = references.entities[entity] as LocalEntity
      if (categories[entity] === 'place' && times >= 3 && !located) categories[entity] = 'organization'
      // A person of one name is as likely a company, one whom nothing makes a person too.
      if (categories[entity] === 'person' && !personal && times <= 2 && /[\s-]/.test(label) && this.isBusiness(entity))
        categories[entity] = 'organization'
    }
    return categories
  }

  private isPersonal(before: string, after: string): boolean {
    const { lang } = this.prose
    return PERSONAL[lang].test(before) || PERSONAL[lang].test(after) || holdsRole(`${before} ${after}`, lang)
  }

  /** Is the name followed at once by a verb of doing, in the future or with `has`? */
  private isBusiness(entity: number): boolean {
    return this.references.mentions.some(
      (mention) =>
        mention.entity === entity &&
        this.isNamed(mention) &&
        /^\s+(?:\p{Ll}+(?:era|ira|ront|dra)|will|vise|compte|entend|prévoit|aims|plans|intends|pledged|s['’]engage)(?!\p{L})/u.test(
          this.prose.text.slice(mention.end, mention.end + AROUND),
        ),
    )
  }

  private findEmployers(): Map<number, number> {
    const { prose, references } = this
    const { mentions } = references
    const employers = new Map<number, number>()
    for (const [index, person] of mentions.entries()) {
      if (this.categoryOf(person.entity) !== 'person' || !this.isNamed(person) || employers.has(person.entity)) continue
      const sentence = prose.sentences[firstFrom(prose.sentences, person.start + 1) - 1]
      if (sentence === undefined) continue
      let best: LinkedMention | null = null
      let least = AROUND * 2
      for (const other of mentions.slice(Math.max(0, index - 6), index + 7)) {
        if (this.categoryOf(other.entity) !== 'organization' || !this.isNamed(other)) continue
        if (other.start < sentence.start || other.end > sentence.end) continue
        const [first, second] = other.start < person.start ? [other, person] : [person, other]
        const between = prose.text.slice(first.end, second.start)
        // `le directeur d’Ostra, Jean Prat`: the role before both.
        const lead = first === other ? prose.text.slice(Math.max(sentence.start, first.start - 32), first.start) : ''
        const linked = holdsRole(between, prose.lang) || holdsRole(lead, prose.lang) || isPresiding(between)
        if (linked && between.length < least && !between.includes(';')) {
          best = other
          least = between.length
        }
      }
      if (best !== null) employers.set(person.entity, best.entity)
    }
    return employers
  }
}

/** Does the text hold the name of a role? */
function holdsRole(text: string, lang: Language): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((word) => ROLES[lang].has(word))
}

/** `qui dirige`, `who runs`. */
function isPresiding(between: string): boolean {
  return /(?<!\p{L})(?:qui (?:préside|dirige|pilote)|who (?:runs|heads|chairs|leads))(?!\p{L})/iu.test(between)
}
