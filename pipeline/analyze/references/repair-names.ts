import { isDemonym } from '../../languages/demonym.ts'
import { ENGLISH_ROLES } from '../../languages/en/roles.ts'
import { FRENCH_ROLES } from '../../languages/fr/roles.ts'
import type { NameMention, Prose } from '../../model.ts'

/** `Souffle en 2026`, `la Rance d’ici 2050`: a time behind the name is none of it. */
const TRAILING_TIME = /(?:,|\s)\s?(?:en|d[’']ici(?: à)?|dès|depuis|in|by|from|since|until)\s(?:19|20)\d\d$/u

/** `Bpifrance 8` before `millions`. */
const TRAILING_NUMBER = /\s\d[\d.,]*$/u
const COUNTED = /^\s?(?:millions?|milliards?|billions?|%|€|euros?|dollars?|pounds?|kroner)/iu

/** `Channel & Western Group` before `plc`. */
const LEGAL_FORM =
  /^,?\s(?:plc|PLC|Ltd\.?|Limited|Inc\.?|LLC|LLP|GmbH|AG|SE|NV|N\.V\.|BV|B\.V\.|AB|ASA|A\/S|Oyj?|S\.A\.|SAS|SARL)(?![\p{L}\d])/u

/** `Climate Plan 2025` before `–2035`. */
const YEARS = /^[–-](?:19|20)\d\d(?!\d)/u

/** `Plan Directeur de`, `Charte des` before what the finder of names took for the whole name. */
const HEAD =
  /(?:^|[\s(«“"’'])((?:Plan|Charte|Pacte|Programme|Stratégie|Livre|Rapport|Feuille|Contrat|Schéma)(?:\s\p{L}+){0,2}\s(?:de la |de l[’']|du |des |de |d[’']|pour (?:la |le |les |l[’'])?))$/u

/** `ministère de l’`, `direction générale de la ` before what the finder of names took for the whole name. */
const BODY =
  /(?:^|[\s(«“"’'])((?:ministère|secrétariat d[’']État|direction générale|inspection générale|conseil général|conseil départemental|conseil régional|tribunal de commerce|chambre de commerce|agence régionale|préfecture|rectorat|université|mairie)\s(?:chargé\s)?(?:de la |de l[’']|du |des |de |d[’']|à la |à l[’']))$/iu

/** `le groupe Coriance`, `les Alsaciens de Papyrhin`: a noun that only describes what the name behind it names. */
const DESCRIBER =
  /^(?:groupe|société|entreprise|collectif|startup|start-up|cabinet|holding|application|logiciel|plateforme)\s(?:[a-zà-ÿ-]+\s)?(?=\p{Lu})/u
const INHABITANTS = /^(\p{Lu}\p{Ll}+s)\s(?:de la |de l[’']|du |de chez |de |d[’'])(?=\p{Lu})/u

/** `la loi Égalim`: the noun is part of what laws are called. */
const LAW = /(?:^|[\s(’'])((?:loi|directive)\s)$/u

/** `Nolwenn Le Bris au Space`, `Ferris of Leeds`: what joins a name to another. */
const JOINT = /^\s(?:au|aux|à la|at|for|chez)\s/u

/** `Hakuba Industries of Osaka`: a name and where it is from. */
const FROM_PLACE = /^(.+?)\sof\s\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?$/u
const FIRM = /(?:Industries|Group|Holdings|Partners|Systems|Technologies|Foods|Motors|Lines|Shipping|Steel)$/
/** Words that `of` belongs to: `University of Leeds`, `Bank of England`. */
const OF_HEADS = new Set(
  `university universities college school institute institution academy bank ministry department office bureau board
   council society association federation confederation union league chamber church diocese museum gallery library archive
   archives house court city town county borough parish port duchy kingdom republic state states government trust friends
   order company guild faculty fellowship centre center agency authority commission committee conference congress festival
   parliament assembly senate embassy consulate knights sons daughters hospital hospitals organisation organization forum
   alliance network coalition fund register lloyd’s lloyd's party president club tower battle treaty institute district
   prince duke world day week year museum institution institutes isle gulf bay cape sea lord lady people`.split(/\s+/),
)

/** `directrice de Durabilité de Grupo Azahar`: a field of work before the organization. */
const FIELD = /\s(?:de la |de l[’']|du |des |de |d[’']|of the |of )$/u

/** Organs that every organization has are no names. */
const ORGANS = new Set([
  "conseil d'administration",
  'conseil de surveillance',
  'comité exécutif',
  'comité de direction',
  'direction générale',
  'assemblée générale',
  'board of directors',
  'executive committee',
  'supervisory board',
])

/** `directrice de` before the name. */
const ROLE = /(\p{L}[\p{L}-]*)\s(?:de la|de l[’']|du|des|de|d[’']|of|for)\s?$/u

/** `Dr Nkechi Obi`: a title is none of the name. */
const TITLE = /^(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Lady|Lord|Mme|Mlle|M|Pr|Me)\.?\s(?=\p{Lu}\p{Ll})/u

/** `68 TWh`, `700 000 m³`. */
const UNIT = /^(?:[kMGT]?W(?:h|c|p)?|[kMG]?t|[kM]?t?CO[₂2]e?|[kMh]?m[²³23]|Mm³|ha|hl|GJ|ppm)$/u
const MAGNITUDE = /^\d[\d.,]*\s?\p{L}{0,2}$/u

/**
 * The names with their ends put right where the text around them shows that the finder took too much or too little:
 * times and numbers behind a name, a sentence’s end or a preposition between two names, legal forms, years, and the nouns
 * that head the names of plans and laws. Amounts are no names. Sorted and without overlaps, as `names` are.
 */
export function repairNames(prose: Prose, names: readonly NameMention[]): readonly NameMention[] {
  const { text } = prose
  const people = new Set<string>()
  const organizations = new Set<string>()
  for (const { start, end, category } of names) {
    if (category === 'person') people.add(text.slice(start, end))
    else if (category === 'organization') organizations.add(text.slice(start, end))
  }
  const repaired: NameMention[] = []
  let last = 0
  for (const name of names) {
    for (const part of split(prose, name, people)) {
      const whole = trim(prose, part, organizations)
      if (!whole || whole.start < last) continue
      repaired.push(whole)
      last = whole.end
    }
  }
  return repaired
}

/** One name, up to the end of its line, or the two that a preposition or the end of a sentence stands between. */
function split({ text, lang }: Prose, name: NameMention, people: ReadonlySet<string>): NameMention[] {
  const exact = text.slice(name.start, name.end)
  const line = exact.indexOf('\n')
  if (line > 0) return [{ ...name, end: name.start + line }]
  const stop = exact.indexOf('. ')
  // `the University of Leeds. Aquatherm`, but `St. Gallen`, `J. Dupont`
  if (stop > 4 && /[\p{Ll}]{4}$/u.test(exact.slice(0, stop))) {
    return [
      { ...name, end: name.start + stop },
      { ...name, start: name.start + stop + 2 },
    ]
  }
  if (name.category === 'person' || !exact.includes(' ')) return [name]
  const from = lang === 'en' ? FROM_PLACE.exec(exact)?.[1] : undefined
  const isBody = name.category === 'organization' || name.category === 'event'
  if (from !== undefined && (isBody || FIRM.test(from)) && !isHead(from)) {
    return [
      { ...name, end: name.start + from.length, category: FIRM.test(from) ? 'organization' : name.category },
      { ...name, start: name.start + from.length + 4, category: 'place' },
    ]
  }
  for (const person of people) {
    if (!exact.startsWith(person)) continue
    const joint = JOINT.exec(exact.slice(person.length))
    if (!joint) continue
    const rest = name.start + person.length + joint[0].length
    return [
      { ...name, end: name.start + person.length, category: 'person' },
      ...(rest < name.end ? [{ ...name, start: rest, category: 'event' as const }] : []),
    ]
  }
  return [name]
}

function isHead(name: string): boolean {
  return name.split(' ').some((word) => OF_HEADS.has(word.toLowerCase()))
}

function trim({ text, lang }: Prose, name: NameMention, organizations: ReadonlySet<string>): NameMention | null {
  let { start, end } = name
  const exact = text.slice(start, end)
  if (ORGANS.has(exact.replace('’', "'"))) return null
  if (name.category === 'concept') return name
  const before = text.slice(Math.max(0, start - 40), start)
  if (MAGNITUDE.test(exact) && /[£$€]$/u.test(before)) return null
  if (UNIT.test(exact) && /\d\s?$/u.test(before)) return null
  const time = TRAILING_TIME.exec(exact)
  if (time && time.index > 0) end = start + time.index
  const number = TRAILING_NUMBER.exec(exact)
  if (number && number.index > 0 && COUNTED.test(text.slice(end, end + 12))) end = start + number.index
  if (/[’']s$/u.test(exact) && exact.length > 4) end -= 2
  const after = text.slice(end, end + 14)
  if (name.category === 'organization') end += LEGAL_FORM.exec(after)?.[0].replace(/\.$/, '').length ?? 0
  if (/(?:19|20)\d\d$/u.test(exact)) end += YEARS.exec(after)?.[0].length ?? 0
  if (name.category === 'person') start += TITLE.exec(exact)?.[0].length ?? 0
  if (lang === 'fr') {
    if (name.category !== 'person' && name.category !== 'place') start -= HEAD.exec(before)?.[1]?.length ?? 0
    if (name.category === 'organization') start -= BODY.exec(before)?.[1]?.length ?? 0
    if (start === name.start) start += describerLength(exact)
    if (name.category === 'work') start -= LAW.exec(before)?.[1]?.length ?? 0
  } else {
    // `Indian conglomerate Sarvesh Group`: a lower-case noun shows that the adjective only describes.
    const described = /^(\p{Lu}\p{Ll}+)\s(?:\p{Ll}[\p{Ll}-]+\s){1,2}(?=\p{Lu})/u.exec(exact)
    if (described?.[1] && isDemonym(described[1].toLowerCase())) start += described[0].length
  }
  start = behindField(text, start, end, organizations)
  return start === name.start && end === name.end ? name : { ...name, start, end }
}

/** Length of what only describes at the head of a name. */
function describerLength(exact: string): number {
  const inhabitants = INHABITANTS.exec(exact)
  if (inhabitants?.[1] && isDemonym(inhabitants[1].toLowerCase().slice(0, -1))) return inhabitants[0].length
  return DESCRIBER.exec(exact)?.[0].length ?? 0
}

/** Where the organization begins in `Durabilité de Grupo Azahar` behind a role; `start` where the name is no such thing. */
function behindField(text: string, start: number, end: number, organizations: ReadonlySet<string>): number {
  const exact = text.slice(start, end)
  for (const organization of organizations) {
    if (organization.length >= exact.length || !exact.endsWith(organization)) continue
    if (!FIELD.test(exact.slice(0, -organization.length))) continue
    const role = ROLE.exec(text.slice(Math.max(0, start - 40), start))?.[1]?.toLowerCase() ?? ''
    return FRENCH_ROLES.has(role) || ENGLISH_ROLES.has(role) ? end - organization.length : start
  }
  return start
}
