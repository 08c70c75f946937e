import type { Category, Predicate } from '../../model.ts'
import { antecedent, clauseSubject } from './find-ends.ts'
import { subjectOfClause } from './match-nouns.ts'
import {
  assertClaim,
  categoryAt,
  entityAt,
  formAt,
  governorOf,
  isCategory,
  isContentWord,
  isNamed,
  isOneOf,
  isQuote,
  listedAfter,
  phraseStart,
  possessorAt,
  type Reading,
} from './reading.ts'

/** What it says of an organization that something of this category is its own. */
const OWNERSHIP: Partial<Record<Category, { predicate: Predicate; inverse: boolean }>> = {
  work: { predicate: 'publishedBy', inverse: true },
  product: { predicate: 'produces', inverse: false },
  initiative: { predicate: 'launched', inverse: false },
}

/** An owner, the item that says so, and how sure that is. */
interface Owner {
  entity: number
  trigger: number
  confidence: number
}

/**
 * Relations that stand in how names are put beside each other: `Onda (Castellón)`, `the Forum in Nottingham`, `notre
 * beurre Arrée`, `our Report 2023`, `Apple’s iPhone`, `la stratégie de X, appelée « Y »`, `l’usine de Onda`.
 */
export function matchLayout(reading: Reading): void {
  for (let at = 0; at < reading.items.length; at++) {
    if (entityAt(reading, at) < 0) {
      matchFacility(reading, at)
      continue
    }
    matchContainer(reading, at)
    matchOwnPlace(reading, at)
    matchSited(reading, at)
    matchFrontedPlace(reading, at)
    matchWhere(reading, at)
    matchPresence(reading, at)
    matchFrontedEvent(reading, at)
    matchSite(reading, at)
    matchAuthor(reading, at)
    matchFrontedWork(reading, at)
    matchPublisher(reading, at)
    matchHome(reading, at)
    matchBase(reading, at)
    matchPlatform(reading, at)
    matchCountry(reading, at)
    matchCompanion(reading, at)
    matchHeadEvent(reading, at)
    matchMaker(reading, at)
    if (isNamed(reading, at)) matchOwnership(reading, at)
  }
}

function locate(
  reading: Reading,
  subject: number,
  place: number,
  confidence: number,
  extractor: string,
  trigger: number,
): void {
  assertClaim(reading, {
    subject,
    predicate: 'locatedIn',
    object: entityAt(reading, place),
    trigger: [trigger, trigger],
    confidence,
    extractor,
  })
}

/** `X (Y)`, `X in Y`, `X, à Y` with a place Y. */
function matchContainer(reading: Reading, at: number): void {
  const { lexicon } = reading
  const category = categoryAt(reading, at)
  if (category !== 'place' && category !== 'event' && category !== 'organization') return
  const next = formAt(reading, at + 1)
  const entity = entityAt(reading, at)
  if (next === '(') {
    if (!isNamed(reading, at)) return
    for (let inner = at + 2; inner < at + 8 && formAt(reading, inner) !== ')'; inner++) {
      if (categoryAt(reading, inner) !== 'place') continue
      if (/^[,)]$/.test(formAt(reading, inner + 1)) && /^[,(]$/.test(formAt(reading, inner - 1))) {
        locate(reading, entity, inner, inner === at + 2 ? 0.85 : 0.7, 'parentheses-locatedIn', inner)
      }
      return
    }
    return
  }
  const comma = next === ','
  if (!comma && category === 'organization') {
    matchOrigin(reading, at)
    return
  }
  if (!comma && category !== 'event') return
  let place = at + (comma ? 2 : 1)
  const preposition = formAt(reading, place)
  const governor = governorOf(reading, at)
  // `à A, à B, à C`: a list.
  if (category === 'place' && preposition === formAt(reading, governor)) return
  const of =
    (lexicon.of.has(preposition) || (comma && preposition === 'from')) &&
    (category === 'event' ? !comma : comma && category === 'organization')
  if (!lexicon.at.has(preposition) && !of) return
  place++
  if (lexicon.determiners.has(formAt(reading, place))) place++
  if (categoryAt(reading, place) !== 'place') return
  if (comma && !/^(?:[,.;:)]|)$/.test(formAt(reading, place + 1))) return
  // `a annoncé Renault, à Paris`: only a place or an event is where it is said to be.
  const inserted = formAt(reading, place + 1) === ',' && (of || opensSentence(reading, at))
  if (comma && category === 'organization' && governor < 0 && !inserted) return
  locate(reading, entity, place, comma ? 0.7 : 0.85, `${category}-locatedIn`, place - 1)
}

function opensSentence(reading: Reading, at: number): boolean {
  const start = phraseStart(reading, at)
  return start === 0 || /^[–—:;]$/.test(formAt(reading, start - 1))
}

/** `À Y, les X veulent …`, `Sur le port de Y, X construit …`, `In Y, X makes …`: where the sentence begins is where its subject is. */
function matchFrontedPlace(reading: Reading, at: number): void {
  if (at > 5 || categoryAt(reading, at) !== 'place') return
  const { lexicon } = reading
  if (!/^(?:à|au|aux|en|dans|sur|in|at|near|outside)$/.test(formAt(reading, 0))) return
  for (let k = 1; k < at; k++) {
    const passes =
      isContentWord(reading, k) || lexicon.determiners.has(formAt(reading, k)) || lexicon.of.has(formAt(reading, k))
    if (!passes) return
  }
  let i = at + 1
  if (formAt(reading, i) === '(') while (i < at + 7 && formAt(reading, i - 1) !== ')') i++
  if (formAt(reading, i) !== ',') return
  i++
  if (reading.lexicon.determiners.has(formAt(reading, i))) i++
  // `À Y, la start-up X …`
  for (let words = 0; words < 2 && isContentWord(reading, i); words++) i++
  if (!isOneOf(reading, i, ['organization']) || !isNamed(reading, i)) return
  locate(reading, entityAt(reading, i), at, 0.6, 'fronted-locatedIn', 0)
}

/** `Y, où l’embouteilleur X recrute`, `Y, where X makes …`: who does something there is there. */
function matchWhere(reading: Reading, at: number): void {
  if (categoryAt(reading, at) !== 'place') return
  let i = at + 1
  if (formAt(reading, i) === ',') i++
  if (!/^(?:où|where)$/.test(formAt(reading, i))) return
  i++
  if (reading.lexicon.determiners.has(formAt(reading, i))) i++
  for (let words = 0; words < 3 && isContentWord(reading, i); words++) i++
  if (!isOneOf(reading, i, ['organization']) || !isNamed(reading, i)) return
  locate(reading, entityAt(reading, i), at, 0.6, 'where-locatedIn', i)
}

/** `L’entreprise de Y`, `X of Y`, `X in Y`: an organization, named or meant, and where it is from. */
function matchOrigin(reading: Reading, at: number): void {
  const { lexicon } = reading
  const preposition = formAt(reading, at + 1)
  if (!lexicon.of.has(preposition)) return
  if (isNamed(reading, at) && reading.prose.lang === 'fr') return
  if (categoryAt(reading, at + 2) !== 'place') return
  locate(reading, entityAt(reading, at), at + 2, 0.65, 'origin-locatedIn', at + 1)
}

/** `X’s Hull plant`, `its Hull plant`, `at X in Bergen`: where the owner of a site, or whom one is with, is. */
function matchSited(reading: Reading, at: number): void {
  if (categoryAt(reading, at) !== 'place') return
  const { lexicon } = reading
  const before = formAt(reading, at - 1)
  if (lexicon.facilities.has(formAt(reading, at + 1))) {
    const owner =
      before === "'s" && isOneOf(reading, at - 2, ['organization'])
        ? entityAt(reading, at - 2)
        : possessorAt(reading, at - 1)
    if (owner >= 0 && isCategory(reading, owner, ['organization']))
      locate(reading, owner, at, 0.75, 'sited-locatedIn', at + 1)
    return
  }
  const visited = before === 'in' && isOneOf(reading, at - 2, ['organization']) && isNamed(reading, at - 2)
  if (visited && formAt(reading, at - 3) === 'at')
    locate(reading, entityAt(reading, at - 2), at, 0.65, 'visited-locatedIn', at - 1)
}

/** `Singapore’s Straits Feeder`, `China’s biggest carmaker, X`: the place’s own organization. */
function matchOwnPlace(reading: Reading, at: number): void {
  if (categoryAt(reading, at) !== 'place' || formAt(reading, at + 1) !== "'s") return
  let i = at + 2
  while (i < at + 6 && isContentWord(reading, i)) i++
  if (i > at + 2 && formAt(reading, i) === ',') i++
  if (!isOneOf(reading, i, ['organization']) || !isNamed(reading, i)) return
  locate(reading, entityAt(reading, i), at, 0.65, 'possessive-locatedIn', at + 1)
}

/** `Ms X will be at E`, `X sera au salon E`: who is there takes part. */
function matchPresence(reading: Reading, at: number): void {
  if (categoryAt(reading, at) !== 'event') return
  const governor = governorOf(reading, at)
  if (governor < 1 || !/^(?:at|à|au|aux)$/.test(formAt(reading, governor))) return
  if (!reading.lexicon.be.has(formAt(reading, governor - 1))) return
  const subject = clauseSubject(reading, governor - 1, ['person', 'organization'])
  for (const entity of subject?.entities ?? []) {
    assertClaim(reading, {
      subject: entity,
      predicate: 'participatesIn',
      object: entityAt(reading, at),
      trigger: [governor - 1, governor],
      confidence: 0.7,
      extractor: 'presence-participatesIn',
    })
  }
}

/** Prepositions between an event and what happens during it. */
const DURING = /^(?:à|au|aux|lors|pendant|durant|at|during)$/

/** `Au forum E, X a plaidé …`, `Speaking at E, X said …`, `En marge de E, X …`: who acts at an event takes part in it. */
function matchFrontedEvent(reading: Reading, at: number): void {
  if (at > 8 || categoryAt(reading, at) !== 'event') return
  const governor = governorOf(reading, at)
  if (governor < 0) return
  const aside = /^(?:marge|sidelines)$/.test(formAt(reading, governor - 1))
  if (!aside && !DURING.test(formAt(reading, governor)) && formAt(reading, governor - 1) !== 'lors') return
  for (let i = 0; i < governor; i++) if (reading.items[i]?.kind !== 'word') return
  let comma = at + 1
  // `à Lyon`, `(Lyon)`
  while (comma < at + 6 && formAt(reading, comma) !== ',') comma++
  if (formAt(reading, comma) !== ',') return
  for (let i = at + 1; i < comma; i++) {
    if (entityAt(reading, i) >= 0 ? categoryAt(reading, i) !== 'place' : reading.lexicon.verbs.has(formAt(reading, i)))
      return
  }
  let subject = comma + 1
  if (reading.lexicon.determiners.has(formAt(reading, subject))) subject++
  for (let words = 0; words < 2 && isContentWord(reading, subject); words++) subject++
  if (!isOneOf(reading, subject, ['person', 'organization']) || !isNamed(reading, subject)) return
  for (const i of listedAfter(reading, subject, ['person', 'organization'])) {
    assertClaim(reading, {
      subject: entityAt(reading, i),
      predicate: 'participatesIn',
      object: entityAt(reading, at),
      trigger: [governor, governor],
      confidence: 0.65,
      extractor: 'fronted-participatesIn',
    })
  }
}

/** `X, une entreprise d’énergie de Y`, `X, a Danish firm based near Y`: where an organization that the text explains is from. */
function matchHome(reading: Reading, at: number): void {
  const { lexicon } = reading
  if (categoryAt(reading, at) !== 'organization' || formAt(reading, at + 1) !== ',') return
  let i = at + 2
  const own = lexicon.possessives.has(formAt(reading, i))
  const determined = lexicon.determiners.has(formAt(reading, i))
  // `X, a Bergen group`, `X, the Sheffield-based firm`
  const attributive = reading.prose.lang === 'en' && determined && !own && categoryAt(reading, i + 1) === 'place'
  if (attributive && (isContentWord(reading, i + 2) || formAt(reading, i + 3) === 'based')) {
    locate(reading, entityAt(reading, at), i + 1, 0.7, 'apposition-locatedIn', i + 1)
    return
  }
  if (determined) i++
  else if (!isContentWord(reading, i) || reading.items[i]?.capital) return
  const first = i
  for (; i < first + 7; i++) {
    if (categoryAt(reading, i) === 'place') {
      const preposition = formAt(reading, governorOf(reading, i))
      // `X, a partner of Y`
      if (lexicon.of.has(preposition) && lexicon.nouns.has(formAt(reading, governorOf(reading, i) - 1))) return
      if (
        i > first &&
        ((lexicon.of.has(preposition) && !own) || lexicon.at.has(preposition) || preposition === 'from')
      ) {
        locate(reading, entityAt(reading, at), i, 0.7, 'apposition-locatedIn', i - 1)
      }
      return
    }
    const form = formAt(reading, i)
    if (!isContentWord(reading, i) && !lexicon.of.has(form) && !lexicon.at.has(form) && form !== 'from') return
  }
}

/** `Nairobi-based X`. */
function matchBase(reading: Reading, at: number): void {
  if (categoryAt(reading, at) !== 'place' || formAt(reading, at + 1) !== '-' || formAt(reading, at + 2) !== 'based')
    return
  let i = at + 3
  while (i < at + 7 && isContentWord(reading, i)) i++
  if (isOneOf(reading, i, ['organization'])) locate(reading, entityAt(reading, i), at, 0.85, 'based-locatedIn', at + 2)
}

/** `dans un pays aussi polluant que la Chine`, `in a country like India`: where the clause’s organization is. */
function matchCountry(reading: Reading, at: number): void {
  if (categoryAt(reading, at) !== 'place') return
  let i = at - 1
  if (reading.lexicon.determiners.has(formAt(reading, i))) i--
  if (!/^(?:que|comme|like|as)$/.test(formAt(reading, i))) return
  for (let noun = i - 1; noun >= i - 5; noun--) {
    if (!/^(?:pays|région|ville|country|region|city)$/.test(formAt(reading, noun))) continue
    if (!/^(?:un|une|a)$/.test(formAt(reading, noun - 1)) || !/^(?:dans|in)$/.test(formAt(reading, noun - 2))) return
    const subject = subjectOfClause(reading, noun)
    if (subject !== null) locate(reading, subject, at, 0.5, 'country-locatedIn', noun)
    return
  }
}

/** `a relayé sur X une pétition`: whatever somebody does on a platform for posts is said there. */
function matchPlatform(reading: Reading, at: number): void {
  if (
    categoryAt(reading, at) !== 'product' ||
    !/^(?:sur|on|via|après|selon)$/.test(formAt(reading, governorOf(reading, at)))
  )
    return
  if (!isPlatform(reading, at)) return
  const subject = clauseSubject(reading, governorOf(reading, at), ['person', 'organization'])
  const entity = subject && subject.doubt < 0.2 ? subject.entities[0] : ownerOfPage(reading, at)
  if (entity === undefined) return
  assertClaim(reading, {
    subject: entity,
    predicate: 'statedOn',
    object: entityAt(reading, at),
    trigger: [governorOf(reading, at), governorOf(reading, at)],
    confidence: 0.6,
    extractor: 'platform-statedOn',
  })
}

function isPlatform(reading: Reading, at: number): boolean {
  const mention = reading.references.mentions[reading.items[at]?.mention ?? 0]
  return mention !== undefined && PLATFORMS.has(mention.exact.toLowerCase().replace(/ \(.*$/, ''))
}

/** `D’après sa page Facebook, X sera …`: whose page it is comes after. */
function ownerOfPage(reading: Reading, at: number): number | undefined {
  if (formAt(reading, at + 1) !== ',' || !isOneOf(reading, at + 2, ['person', 'organization'])) return undefined
  return entityAt(reading, at + 2)
}

const PLATFORMS = new Set(
  'x twitter linkedin facebook instagram youtube tiktok mastodon bluesky threads telegram medium substack reddit weibo'.split(
    ' ',
  ),
)

/** `Avec X, nous avons …`, `Together with X, we …`: done with X. */
function matchCompanion(reading: Reading, at: number): void {
  if (categoryAt(reading, at) !== 'organization' || formAt(reading, at + 1) !== ',') return
  const governor = governorOf(reading, at)
  if (governor !== 0 || !/^(?:avec|with)$/.test(formAt(reading, 0))) return
  const actor = at + 2
  if (!isOneOf(reading, actor, ['organization'])) return
  assertClaim(reading, {
    subject: entityAt(reading, actor),
    predicate: 'partnerOf',
    object: entityAt(reading, at),
    trigger: [0, 0],
    confidence: 0.65,
    extractor: 'companion-partnerOf',
  })
}

/** `World of Coffee (Copenhagen): Ilse Brandt is giving a talk`: who is spoken of under an event takes part in it. */
function matchHeadEvent(reading: Reading, at: number): void {
  if (reading.head === null || !isCategory(reading, reading.head, ['event'])) return
  if (!isOneOf(reading, at, ['person', 'organization']) || governorOf(reading, at) >= 0) return
  let before = phraseStart(reading, at) - 1
  while (isQuote(reading, before)) before--
  if (!/^[:–—.]$/.test(formAt(reading, before))) return
  assertClaim(reading, {
    subject: entityAt(reading, at),
    predicate: 'participatesIn',
    object: reading.head,
    trigger: [at, at],
    confidence: 0.6,
    extractor: 'head-participatesIn',
  })
}

/** `X, mise en bouteille par Y`: who does whatever is done to a product makes it. */
function matchMaker(reading: Reading, at: number): void {
  if (categoryAt(reading, at) !== 'product' || formAt(reading, at + 1) !== ',') return
  for (let i = at + 2; i < at + 8; i++) {
    if (reading.items[i]?.kind !== 'word') return
    if (!reading.lexicon.by.has(formAt(reading, i))) continue
    let maker = i + 1
    if (reading.lexicon.determiners.has(formAt(reading, maker))) maker++
    if (!isOneOf(reading, maker, ['organization'])) return
    assertClaim(reading, {
      subject: entityAt(reading, maker),
      predicate: 'produces',
      object: entityAt(reading, at),
      trigger: [at + 2, i],
      confidence: 0.65,
      extractor: 'made-produces',
    })
    return
  }
}

/** `our solar roof at the Tutbury Road brewery`, `its Teesmouth works`: a site with a name belongs to who owns what is there. */
function matchSite(reading: Reading, at: number): void {
  if (categoryAt(reading, at) !== 'place' || !isNamed(reading, at)) return
  const mention = reading.references.mentions[reading.items[at]?.mention as number]
  const words = mention?.exact.toLowerCase().split(/[^\p{L}-]+/u) ?? []
  if (!words.some((word) => reading.lexicon.facilities.has(word))) return
  for (let i = at - 1; i >= 0 && i >= at - 7; i--) {
    const owner = possessorAt(reading, i)
    if (owner >= 0) {
      locate(reading, owner, at, 0.75, 'site-locatedIn', i)
      return
    }
    if (formAt(reading, i) === "'s" && isOneOf(reading, i - 1, ['organization'])) {
      locate(reading, entityAt(reading, i - 1), at, 0.75, 'site-locatedIn', i)
      return
    }
    if (reading.lexicon.possessives.has(formAt(reading, i))) {
      const subject = subjectOfClause(reading, i)
      if (subject !== null) locate(reading, subject, at, 0.65, 'site-locatedIn', i)
      return
    }
    if (reading.items[i]?.kind === 'punctuation') return
  }
}

/** `W, de P`, `W by P`, `W (P)`: who wrote it. */
function matchAuthor(reading: Reading, at: number): void {
  if (categoryAt(reading, at) !== 'work') return
  let i = at + 1
  while (isQuote(reading, i)) i++
  const comma = formAt(reading, i) === ','
  if (comma) i++
  const form = formAt(reading, i)
  const signed = /^signée?s?$/.test(form)
  if (!(comma && reading.lexicon.of.has(form)) && !reading.lexicon.by.has(form) && !signed) return
  const author = i + 1
  if (!isOneOf(reading, author, ['person'])) return
  for (const person of listedAfter(reading, author, ['person'])) {
    assertClaim(reading, {
      subject: entityAt(reading, at),
      predicate: 'presentedBy',
      object: entityAt(reading, person),
      trigger: [i, i],
      confidence: 0.7,
      extractor: 'author-presentedBy',
    })
  }
}

/** `Dans W, P défend …`, `In W, P argues …`: who speaks in a work wrote it. */
function matchFrontedWork(reading: Reading, at: number): void {
  if (at > 6 || categoryAt(reading, at) !== 'work' || governorOf(reading, at) !== 0) return
  if (!/^(?:dans|in)$/.test(formAt(reading, 0))) return
  let comma = at + 1
  while (isQuote(reading, comma)) comma++
  let person = comma + 1
  while (reading.lexicon.titles.has(formAt(reading, person)) || formAt(reading, person) === '.') person++
  if (formAt(reading, comma) !== ',' || !isOneOf(reading, person, ['person']) || !isNamed(reading, person)) return
  assertClaim(reading, {
    subject: entityAt(reading, at),
    predicate: 'presentedBy',
    object: entityAt(reading, person),
    trigger: [0, 0],
    confidence: 0.6,
    extractor: 'fronted-presentedBy',
  })
}

/** `W, a report by X`, `W, une étude de X`: what the apposition says whose it is. */
function matchPublisher(reading: Reading, at: number): void {
  const { lexicon } = reading
  if (categoryAt(reading, at) !== 'work') return
  let i = at + 1
  while (isQuote(reading, i)) i++
  if (formAt(reading, i) !== ',') return
  let noun = -1
  i += lexicon.determiners.has(formAt(reading, i + 1)) ? 2 : 1
  for (; isContentWord(reading, i); i++) if (lexicon.owned.get(formAt(reading, i)) === 'work') noun = i
  if (
    noun < 0 ||
    !(lexicon.by.has(formAt(reading, i)) || lexicon.of.has(formAt(reading, i)) || formAt(reading, i) === 'from')
  )
    return
  i++
  if (lexicon.determiners.has(formAt(reading, i))) i++
  const written = isOneOf(reading, i, ['person'])
  if (!written && !isOneOf(reading, i, ['organization'])) return
  assertClaim(reading, {
    subject: entityAt(reading, at),
    predicate: written ? 'presentedBy' : 'publishedBy',
    object: entityAt(reading, i),
    trigger: [noun, i - 1],
    confidence: 0.7,
    extractor: written ? 'apposition-presentedBy' : 'apposition-publishedBy',
  })
}

function matchOwnership(reading: Reading, at: number): void {
  const category = categoryAt(reading, at) as Category
  // A company’s page on a platform is not the platform.
  if (category === 'product' && isPlatform(reading, at)) return
  const ownership = OWNERSHIP[category]
  if (!ownership) return
  const owner = ownerBefore(reading, at, category) ?? ownerAfter(reading, at, category)
  if (owner && category === 'work' && isCategory(reading, owner.entity, ['person'])) {
    assertClaim(reading, {
      subject: entityAt(reading, at),
      predicate: 'presentedBy',
      object: owner.entity,
      trigger: [owner.trigger, owner.trigger],
      confidence: owner.confidence,
      extractor: 'owned-presentedBy',
    })
    return
  }
  if (!owner || reading.references.entities[owner.entity]?.category !== 'organization') return
  for (const thing of listedAfter(reading, at, [category])) {
    assertClaim(reading, {
      subject: ownership.inverse ? entityAt(reading, thing) : owner.entity,
      predicate: ownership.predicate,
      object: ownership.inverse ? owner.entity : entityAt(reading, thing),
      trigger: [owner.trigger, owner.trigger],
      confidence: owner.confidence,
      extractor: `owned-${ownership.predicate}`,
    })
  }
}

/** Whose the name at `at` is, from the words before it: possessives, `’s`, `le plan de X, Y`, `l’application Y de X`. */
function ownerBefore(reading: Reading, at: number, category: Category): Owner | null {
  const { lexicon } = reading
  const start = at - 1
  let named = false
  let head = -1
  let owner = -1
  for (let i = start, seen = 0; i >= 0 && seen < 9; i--, seen++) {
    const form = formAt(reading, i)
    if (isQuote(reading, i) || form === 'comme' || form === 'as') continue
    const possessor = possessorAt(reading, i)
    if (possessor >= 0) return { entity: possessor, trigger: i, confidence: 0.75 }
    if (isOneOf(reading, i, ['concept'])) {
      // `sa feuille de route, « X »`
      const term = reading.references.mentions[reading.items[i]?.mention ?? 0]?.exact.split(' ')[0] ?? ''
      if (lexicon.owned.get(term.toLowerCase()) === category) head = i
      continue
    }
    if (entityAt(reading, i) >= 0) {
      const owners: readonly Category[] =
        category === 'work' && head >= 0 ? ['organization', 'person'] : ['organization']
      if (owner >= 0 || !isOneOf(reading, i, owners)) return null
      if (formAt(reading, i + 1) === "'s") return { entity: entityAt(reading, i), trigger: i + 1, confidence: 0.75 }
      // `A Kalix report, X`
      if (head === i + 1 && reading.prose.lang === 'en')
        return { entity: entityAt(reading, i), trigger: head, confidence: 0.65 }
      owner = i
      continue
    }
    if (form === "'s") continue
    // `X, a container maker in Y, whose FreshBox 40 …`
    if (lexicon.whose.has(form) && owner < 0) {
      const entity = antecedent(reading, i, ['organization'])?.entities[0]
      return entity === undefined ? null : { entity, trigger: i, confidence: 0.65 }
    }
    if (lexicon.naming.has(form)) {
      named = true
      continue
    }
    if (form === ',') {
      if (head >= 0) return null
      named = true
      continue
    }
    if (lexicon.owned.get(form) === category) {
      head = i
      // `la stratégie de X, appelée Y`, `la stratégie de X « Y »`
      if (owner > i) return { entity: entityAt(reading, owner), trigger: i, confidence: named ? 0.75 : 0.6 }
      continue
    }
    if (lexicon.determiners.has(form)) {
      if (lexicon.possessives.has(form)) {
        if (owner >= 0) return null
        const entity = isPersonal(form) ? (reading.recent.get('person') ?? null) : subjectOfClause(reading, i)
        return entity === null ? null : { entity, trigger: i, confidence: 0.6 }
      }
      const before = formAt(reading, i - 1)
      // `Our best seller, the X`
      if (lexicon.of.has(before) || lexicon.under.has(before) || owner >= 0 || (before === ',' && i === start)) continue
      // `the project, dubbed Y`: of who does what the clause says.
      if (!(head >= 0 && named && hasNaming(reading, i, at)) || category !== 'initiative') return null
      const entity = subjectOfClause(reading, i)
      return entity === null ? null : { entity, trigger: head, confidence: 0.55 }
    }
    const passes =
      lexicon.of.has(form) || lexicon.be.has(form) || lexicon.copulas.has(form) || lexicon.fillers.has(form)
    if (passes || lexicon.reflexives.has(form)) continue
    if (named && lexicon.relatives.has(form)) continue
    if (lexicon.under.has(form) && head >= 0 && category === 'product') {
      // `vend ses tomates sous la marque X`
      const entity = subjectOfClause(reading, i)
      return entity === null ? null : { entity, trigger: head, confidence: 0.65 }
    }
    if (!isContentWord(reading, i)) return null
  }
  return null
}

function hasNaming(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (reading.lexicon.naming.has(formAt(reading, i))) return true
  return false
}

/** `her paper`: a person’s, unlike `its report`. */
function isPersonal(possessive: string): boolean {
  return possessive === 'her' || possessive === 'his'
}

/** `la montre Y de X`, `le rapport Y de X`, `Y, le plan de X`, `Y (X, 2021)`. */
function ownerAfter(reading: Reading, at: number, category: Category): Owner | null {
  const { lexicon } = reading
  let i = at + 1
  while (isQuote(reading, i)) i++
  // `the X is Y’s best seller`
  const theirs = lexicon.copulas.has(formAt(reading, i)) && formAt(reading, i + 2) === "'s"
  if (theirs && isOneOf(reading, i + 1, ['organization']) && isContentWord(reading, i + 3))
    return { entity: entityAt(reading, i + 1), trigger: i, confidence: 0.65 }
  // `the “Cap 2038” plan of X`
  if (lexicon.owned.get(formAt(reading, i)) === category && lexicon.of.has(formAt(reading, i + 1))) i++
  if (lexicon.of.has(formAt(reading, i)) || (category === 'product' && formAt(reading, i) === 'from')) {
    const trigger = i
    i++
    if (lexicon.determiners.has(formAt(reading, i))) i++
    for (let words = 0; words < 2 && isContentWord(reading, i); words++) i++
    return isOneOf(reading, i, ['organization']) ? { entity: entityAt(reading, i), trigger, confidence: 0.65 } : null
  }
  const said = lexicon.copulas.has(formAt(reading, i)) && lexicon.determiners.has(formAt(reading, i + 1))
  if (formAt(reading, i) !== ',' && formAt(reading, i) !== '(' && !said) return null
  i++
  if (category === 'work' && isOneOf(reading, i, ['organization']) && /^[,)]$/.test(formAt(reading, i + 1))) {
    return { entity: entityAt(reading, i), trigger: i, confidence: 0.65 }
  }
  const possessor = possessorAt(reading, i)
  const determiner = i
  if (lexicon.determiners.has(formAt(reading, i))) i++
  let head = -1
  for (let words = 0; words < 4 && isContentWord(reading, i); words++, i++) {
    // Anything at all is made by somebody: `X, un soda de Y`.
    if (lexicon.owned.get(formAt(reading, i)) === category || category === 'product') head = i
  }
  if (head < 0) return null
  if (possessor >= 0) return { entity: possessor, trigger: head, confidence: 0.7 }
  // `Through X, its climate programme, Y …`
  const waits = governorOf(reading, at) === 0 && formAt(reading, i) === ',' && isOneOf(reading, i + 1, ['organization'])
  if (waits && lexicon.owned.has(formAt(reading, head)))
    return { entity: entityAt(reading, i + 1), trigger: head, confidence: 0.65 }
  // `X a présenté le fourgon Y, son premier utilitaire`
  if (lexicon.possessives.has(formAt(reading, determiner)) && /^(?:[.,;]|)$/.test(formAt(reading, i))) {
    const subject = clauseSubject(reading, at, ['organization'])
    if (subject && subject.doubt < 0.2)
      return { entity: subject.entities[0] as number, trigger: head, confidence: 0.65 }
  }
  if (!lexicon.of.has(formAt(reading, i)) && !lexicon.by.has(formAt(reading, i)) && formAt(reading, i) !== 'from')
    return null
  i++
  if (lexicon.determiners.has(formAt(reading, i))) i++
  for (let words = 0; words < 2 && isContentWord(reading, i); words++) i++
  return isOneOf(reading, i, ['organization']) ? { entity: entityAt(reading, i), trigger: head, confidence: 0.7 } : null
}

/** `manufactured by X in its factory of Y`: a possessive before a site means the organization named last. */
function nearestOrganization(reading: Reading, from: number): number | null {
  for (let i = from; i >= 0; i--) if (isOneOf(reading, i, ['organization'])) return entityAt(reading, i)
  return reading.previous ?? reading.topic
}

/** `l’usine de Onda`, `son siège à Vila-real`, `our factory in York`, `X’s headquarters in Y`, `dont le siège est à Y`. */
function matchFacility(reading: Reading, at: number): void {
  const { lexicon } = reading
  if (!lexicon.facilities.has(formAt(reading, at))) return
  let place = -1
  let owner = -1
  for (let i = at + 1; i < reading.items.length && i <= at + 9; i++) {
    const form = formAt(reading, i)
    if (categoryAt(reading, i) === 'place') {
      place = i
      break
    }
    if (isOneOf(reading, i, ['organization']) && owner < 0) {
      owner = entityAt(reading, i)
      continue
    }
    if (entityAt(reading, i) >= 0) return
    const passes =
      lexicon.at.has(form) ||
      lexicon.of.has(form) ||
      lexicon.determiners.has(form) ||
      lexicon.copulas.has(form) ||
      lexicon.reflexives.has(form) ||
      (form === ',' && (i === at + 1 || owner >= 0) && lexicon.at.has(formAt(reading, i + 1))) ||
      form === 'près' ||
      isContentWord(reading, i)
    if (!passes) return
  }
  if (place < 0) return
  let confidence = 0.8
  let entity: number | null = owner >= 0 ? owner : null
  if (entity === null) {
    let k = at - 1
    while (k >= 0 && at - k < 5 && isContentWord(reading, k)) k--
    const before = formAt(reading, k)
    const whose = lexicon.whose.has(before) ? k : lexicon.whose.has(formAt(reading, k - 1)) ? k - 1 : -1
    if (whose >= 0) entity = antecedent(reading, whose, ['organization'])?.entities[0] ?? null
    else if (possessorAt(reading, k) >= 0) entity = possessorAt(reading, k)
    else if (isOneOf(reading, k, ['organization'])) entity = entityAt(reading, k)
    else if (before === "'s" && isOneOf(reading, k - 1, ['organization'])) entity = entityAt(reading, k - 1)
    else {
      // `X, which belongs to Y, has its headquarters in Z`: the subject’s own.
      const had = lexicon.have.has(formAt(reading, k - 1))
      entity = lexicon.possessives.has(before) && !had ? nearestOrganization(reading, k) : subjectOfClause(reading, at)
      confidence = 0.65
    }
  }
  if (entity === null || reading.references.entities[entity]?.category !== 'organization') return
  for (const site of listedAfter(reading, place, ['place'])) {
    locate(reading, entity, site, confidence, 'facility-locatedIn', at)
  }
}
