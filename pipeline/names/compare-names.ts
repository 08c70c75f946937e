import type { Category } from '../model.ts'

const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }
const DETERMINERS = new Set(['le', 'la', 'les', 'l', 'un', 'une', 'des', 'du', 'the', 'a', 'an'])
/** Legal forms, which a firm’s name may carry or leave out. */
const LEGAL_FORMS = new Set(
  'sa sas sasu sarl eurl sca scop scic snc gie inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh ag kg kgaa se nv bv bvba srl spa sl slu ab asa as oy oyj aps pty pte kk sab sp zoo'.split(
    ' ',
  ),
)
const CONNECTORS = new Set(
  'de du des d la le les l et & a au aux en sur pour par dans sous un une of the and for in on to at by with y e del della do da dos das di von van der den und für al el'.split(
    ' ',
  ),
)
/** Nouns that open an organisation’s name and say what it is; what follows may stand alone: `groupe Azahar`, `Azahar`. */
const HEADS = new Set(
  'groupe grupo group gruppo fondation fundacion foundation institut institute instituto societe compagnie company association collectif cooperative laboratoire laboratoires maison cabinet startup entreprise editions edition librairie banque bank studio studios agence agency federation reseau network universite university ecole college lycee hopital clinique musee museum theatre mairie ville commune ministere ministry club syndicat union comite conseil centre center observatoire office projet project equipe team'.split(
    ' ',
  ),
)
/** As `HEADS`, for what is no organisation: `plan Nomade`, `loi Climat`, `salon Batimat`. */
const DESCRIPTORS = new Set(
  'plan programme program projet project loi law act directive reglement accord traite rapport report etude livre film roman salon festival sommet conference forum prix label initiative strategie alliance coalition campagne appel charte service application appli logiciel plateforme platform site outil tool langage language river mount lake lac mont fleuve riviere rue avenue place ile gare port region departement ville'.split(
    ' ',
  ),
)

/**
 * The form under which names are compared: lower case, without accents, hyphens and apostrophes as spaces, points of
 * acronyms, leading determiners and trailing legal forms left out, `et` and `and` as `&`. Two names with the same form
 * are the same name. Never empty unless `name` holds no letter, digit or sign.
 */
export function normalizeName(name: string): string {
  const words = nameWords(name)
  let from = 0
  let to = words.length
  while (from < to - 1 && DETERMINERS.has(words[from] as string)) from++
  while (to > from + 1 && LEGAL_FORMS.has(words[to - 1] as string)) to--
  // `Marlowe & Co`: what is left of a legal form.
  if (to < words.length && to > from + 1 && words[to - 1] === '&') to--
  return words.slice(from, to).join(' ')
}

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text)

/** Lower-case words of a name, without accents and outer punctuation; `&` for `et` and `and`. */
function nameWords(name: string): string[] {
  let plain = isAscii(name)
    ? name.toLowerCase()
    : name
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/[œæßøłđðþı]/g, (c) => LIGATURES[c] as string)
  // `S.N.C.F.` is `sncf`, `beta.gouv.fr` keeps its points.
  if (plain.includes('.'))
    plain = plain.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu, (dotted) =>
      dotted.replaceAll('.', ''),
    )
  const words: string[] = []
  for (const part of plain.split(/[\s'’ʼ‘`´\-‐‑–—_/,;:!?"“”«»()[\]{}*·|]+/u)) {
    const word = part.replace(/^\.+|(?<!\.)\.+$/g, '')
    if (word) words.push(word === 'et' || word === 'and' ? '&' : word)
  }
  if (words.length === 0 && plain.trim()) words.push(plain.trim())
  return words
}

/**
 * Whether `acronym` can stand for `name`: its letters are taken, in order, from the beginnings of the name’s words
 * (capitals inside a word begin one too), every content word gives at least one letter (from four letters on, one may
 * give none), connectors (`de`, `et`, `of`…) may give some. After Schwartz & Hearst, “A simple algorithm for identifying
 * abbreviation definitions in biomedical text”, PSB 2003, with whole words rather than any letter.
 */
export function isAcronymOf(acronym: string, name: string): boolean {
  const short = acronym.normalize('NFKD').replace(/[^\p{L}\p{N}&]/gu, '')
  if (!/\p{Lu}/u.test(short)) return false
  const letters = short.replace(/(?<=\p{Lu}{2})s$/u, '').toLowerCase()
  if (letters.length < 2 || letters.length > 12) return false
  const words = nameWords(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
  const content = words.filter((word) => !CONNECTORS.has(word)).length
  if (content < 2 || words.length > 30 || letters.length < content - 1) return false
  return takesFrom(letters, 0, words, 0, letters.length >= 4 ? 1 : 0, new Set())
}

function takesFrom(
  letters: string,
  at: number,
  words: readonly string[],
  word: number,
  skips: number,
  failed: Set<number>,
): boolean {
  if (at === letters.length && word === words.length) return true
  if (word === words.length) return false
  const key = (at * 32 + word) * 2 + skips
  if (failed.has(key)) return false
  const current = words[word] as string
  for (let taken = 0; taken < current.length && at + taken < letters.length; taken++) {
    if (current[taken] !== letters[at + taken]) break
    if (takesFrom(letters, at + taken + 1, words, word + 1, skips, failed)) return true
  }
  const found =
    CONNECTORS.has(current) || /^\p{N}/u.test(current)
      ? takesFrom(letters, at, words, word + 1, skips, failed)
      : skips > 0 && word > 0 && takesFrom(letters, at, words, word + 1, skips - 1, failed)
  if (!found) failed.add(key)
  return found
}

/**
 * Whether `short` is a shorter form of the name `full`, both of one `category`, as texts use them once the full name was
 * given: a person’s surname, first name or initial and surname; an organisation’s first words, its head noun, or its name
 * without the head (`Azahar` of `Grupo Azahar`); a place without its complement (`Burton` of `Burton upon Trent`); an
 * event, product, work or initiative without number, year, subtitle or head. False when the two are the same name.
 */
export function isShortFormOf(short: string, full: string, category: Category): boolean {
  const a = normalizeName(short).split(' ')
  const b = normalizeName(full.replace(/(?<!\s)\s*\([^()]*\)\s*$/, '')).split(' ')
  if (a.length === 0 || a.length > b.length) return false
  const same = a.length === b.length && a.every((word, i) => word === b[i])
  if (same) return normalizeName(short) !== normalizeName(full)
  if (a.length === b.length && category !== 'person') return false
  if (a.every((word) => CONNECTORS.has(word) || word.length < 2)) return false
  if (category === 'person') return isShortPerson(a, b)
  const tail = b.slice(a.length)
  const prefix = a.every((word, i) => word === b[i]) && !CONNECTORS.has(a[a.length - 1] as string)
  const headless = withoutHead(b, category === 'organization' ? HEADS : DESCRIPTORS)
  const isHeadless = headless.length < b.length && headless.join(' ') === a.join(' ')
  if (isHeadless) return true
  if (!prefix) {
    // Head and number left out together: `Pacte` is no form of `plan Vélo 2024`, `Vélo` is.
    return (
      headless.length < b.length &&
      a.every((word, i) => word === headless[i]) &&
      headless.slice(a.length).every(isNumber)
    )
  }
  if (tail.every(isNumber)) return true
  switch (category) {
    case 'organization':
      return true
    case 'place':
      return /^(upon|sur|sous|en|les|lez|on|in|under|de|du|des|d|of)$/.test(tail[0] as string) &&
        !DESCRIPTORS.has(a.join(' '))
        ? a.length === 1 && (a[0] as string).length > 3
        : a.length > 1
    case 'event':
    case 'product':
      return a.length > 1 || (a[0] as string).length > 3
    default:
      return a.length > 1 || /[:–—(]/.test(full)
  }
}

const isNumber = (word: string) => /^#?(\p{N}+([.,]\p{N}+)*|[ivx]+)(e|er|eme|th|st|nd|rd)?$/u.test(word)

function withoutHead(words: readonly string[], heads: ReadonlySet<string>): readonly string[] {
  if (!heads.has(words[0] as string)) return words
  let from = 1
  while (from < words.length - 1 && CONNECTORS.has(words[from] as string)) from++
  return from < words.length ? words.slice(from) : words
}

function isShortPerson(short: readonly string[], full: readonly string[]): boolean {
  // `A. Lam`: an initial stands for a first name.
  const [first, ...rest] = short as [string, ...string[]]
  if (first.length === 1 && rest.length > 0) {
    return (full[0] as string).startsWith(first) && containsRun(full.slice(1), rest)
  }
  if (short.length === full.length) return false
  const last = short[short.length - 1] as string
  if (CONNECTORS.has(last) || short.every((word) => CONNECTORS.has(word))) return false
  return containsRun(full, short)
}

function containsRun(words: readonly string[], run: readonly string[]): boolean {
  for (let i = 0; i + run.length <= words.length; i++) if (run.every((word, j) => word === words[i + j])) return true
  return false
}
