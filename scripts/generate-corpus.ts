import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { seededRandom } from '../pipeline/seeded-random.ts'

const FIRST =
  'Alice,Bruno,Camille,Denis,Élise,Farid,Gaëlle,Hugo,Inès,Julien,Karima,Louis,Margaux,Nadia,Olivier,Pauline,Quentin,Rachel,Samir,Théo,Ursula,Victor,Wendy,Yasmine,Zoé'.split(
    ',',
  )
const LAST =
  'Amiel,Berthier,Caron,Delmas,Estève,Fontaine,Garnier,Hamon,Imbert,Jourdan,Keller,Lemaire,Marchal,Nguyen,Ollier,Perrin,Quéré,Renard,Sorel,Tanguy,Urbain,Vasseur,Weber,Yver,Zeller'.split(
    ',',
  )
const ROOT =
  'Acier,Alto,Arbor,Borea,Calo,Civa,Delta,Elan,Fer,Galva,Helio,Iris,Jura,Kern,Lumen,Mira,Nord,Orba,Pyra,Quarto,Rhena,Silva,Terra,Ural,Vela,Xylo,Ysa,Zenit'.split(
    ',',
  )
const ENDING = 'lis,tech,via,mat,nergie,plast,bois,verre,transport,invest,log,pharma,agro,data,mobil'.split(',')
const PLACE =
  'Lyon,Nantes,Lille,Rennes,Grenoble,Dijon,Metz,Bordeaux,Toulouse,Marseille,London,Berlin,Madrid,Dublin,Oslo,Vienna,Porto,Geneva,Warsaw,Leeds'.split(
    ',',
  )
const PLAN = 'Cap,Horizon,Ambition,Trajectoire,Pacte,Boussole,Élan,Alliance'.split(',')

type Pick = <T>(list: readonly T[]) => T

interface Cast {
  company: () => string
  person: () => string
  place: () => string
  plan: () => string
  year: () => number
  percent: () => number
  amount: () => number
  link: () => string
}

const FRENCH: readonly ((cast: Cast) => string)[] = [
  ({ company, year }) =>
    `${company()} vise la neutralité carbone d’ici ${year()}, un cap que le conseil d’administration a confirmé au printemps.`,
  ({ company, percent, year }) =>
    `Le groupe ${company()} prévoit de réduire ses émissions de gaz à effet de serre de ${percent()} % d’ici ${year()} par rapport à 2019.`,
  ({ person, company, place }) =>
    `${person()}, directrice générale de ${company()}, a présenté la feuille de route à ${place()} devant les salariés et les élus.`,
  ({ company, plan }) =>
    `L’an dernier, **${company()}** a rejoint l’initiative ${plan()}, qui rassemble des entreprises de toutes tailles.`,
  ({ company, amount, place }) =>
    `Avec ${amount()} millions d’euros investis dans son usine de ${place()}, ${company()} compte moderniser ses fours.`,
  ({ company, link }) =>
    `Selon le rapport de durabilité, [${company()} recycle déjà une grande partie de ses déchets](${link()}) et publie ses chiffres chaque trimestre.`,
  ({ person }) => `« Nous avançons étape par étape, et chaque site rend compte de ses progrès », explique ${person()}.`,
  () => 'Les quartiers voisins attendent surtout moins de bruit, moins de camions et des emplois qui durent.',
  () => 'La mesure reste discutée, car les méthodes de calcul diffèrent encore d’un secteur à l’autre.',
  ({ company, percent, year }) =>
    `D’ici ${year()}, ${percent()} % de l’électricité que consomme ${company()} viendra de sources renouvelables.`,
  ({ person, company }) =>
    `Elle succède à ${person()}, qui a quitté ${company()} après dix ans à la tête de la logistique.`,
  ({ company, place }) =>
    `Le siège de ${company()} se trouve à ${place()}, où travaillent plusieurs centaines de personnes.`,
]

const ENGLISH: readonly ((cast: Cast) => string)[] = [
  ({ company, year }) =>
    `${company()} aims to reach carbon neutrality by ${year()}, a goal that its board confirmed in spring.`,
  ({ company, percent, year }) =>
    `The group ${company()} plans to cut its greenhouse gas emissions by ${percent()}% by ${year()} from a 2019 baseline.`,
  ({ person, company, place }) =>
    `${person()}, chief executive of ${company()}, presented the road map in ${place()} to staff and local officials.`,
  ({ company, plan }) =>
    `Last year **${company()}** joined the ${plan()} initiative, which brings together companies of every size.`,
  ({ company, amount, place }) =>
    `With €${amount()} million invested in its plant in ${place()}, ${company()} expects to renew its furnaces.`,
  ({ company, link }) =>
    `According to the sustainability report, [${company()} already recycles most of its waste](${link()}) and publishes its figures every quarter.`,
  ({ person }) => `“We move one step at a time, and each site reports on its progress,” says ${person()}.`,
  () => 'Neighbours mostly hope for less noise, fewer lorries and jobs that last.',
  () => 'The measure is still debated, because methods of accounting differ from one sector to the next.',
  ({ company, percent, year }) =>
    `By ${year()}, ${percent()}% of the electricity that ${company()} uses will come from renewable sources.`,
  ({ person, company }) => `She succeeds ${person()}, who left ${company()} after ten years at the head of logistics.`,
  ({ company, place }) => `The headquarters of ${company()} are in ${place()}, where several hundred people work.`,
]

export interface GeneratedFile {
  path: string
  text: string
}

/**
 * Articles of about 600 words in French and English, with headings, lists, links, emphasis and front matter, about
 * companies, people and plans of which a few come back everywhere and most rarely, as in a real corpus. The same seed gives
 * the same articles, and the first articles of a larger corpus are those of a smaller one.
 */
export function* generateCorpus(documents: number, seed = 1): Iterable<GeneratedFile> {
  for (let i = 0; i < documents; i++) yield generateArticle(i, seededRandom(seed * 1_000_003 + i))
}

function generateArticle(index: number, random: () => number): GeneratedFile {
  const pick: Pick = (list) => list[Math.floor(random() * list.length)] as never
  const integer = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  // Ranks fall off as in a text: the hundredth company is named a hundredth as often as the first.
  const ranked = (size: number) => Math.floor(size ** random()) - 1
  const companyAt = (rank: number) =>
    `${ROOT[rank % ROOT.length]}${ENDING[Math.floor(rank / ROOT.length) % ENDING.length]}${rank < 420 ? '' : ` ${PLACE[Math.floor(rank / 420) % PLACE.length]}`}`
  // An article speaks of a few of them.
  const companies = Array.from({ length: 4 }, () => companyAt(ranked(5000)))
  const people = Array.from({ length: 3 }, () => {
    const rank = ranked(FIRST.length * LAST.length)
    return `${FIRST[rank % FIRST.length]} ${LAST[(rank * 7) % LAST.length]}`
  })
  const plans = Array.from({ length: 2 }, () => `${pick(PLAN)} ${integer(2026, 2050)}`)
  const cast: Cast = {
    company: () => pick(companies),
    person: () => pick(people),
    place: () => pick(PLACE),
    plan: () => pick(plans),
    year: () => integer(2026, 2050),
    percent: () => integer(5, 95),
    amount: () => integer(2, 900),
    link: () =>
      index === 0 ? 'https://example.org/report' : `article-${String(ranked(index + 1)).padStart(5, '0')}.md`,
  }
  const french = random() < 0.6
  const sentences = french ? FRENCH : ENGLISH
  const paragraph = () => Array.from({ length: integer(3, 5) }, () => pick(sentences)(cast)).join(' ')
  const title = french
    ? `${companies[0]} face à ses engagements de ${cast.place()}`
    : `${companies[0]} and its commitments in ${cast.place()}`
  const parts = [
    '---',
    `title: "${title}"`,
    `date: ${integer(2018, 2025)}-${String(integer(1, 12)).padStart(2, '0')}-${String(integer(1, 28)).padStart(2, '0')}`,
    `lang: ${french ? 'fr' : 'en'}`,
    '---',
    '',
    `# ${title}`,
    '',
    paragraph(),
    '',
    paragraph(),
    '',
  ]
  for (const heading of french
    ? ['Ce qui change', 'Les chiffres', 'Et après']
    : ['What changes', 'The figures', 'What next'])
    parts.push(
      `## ${heading}`,
      '',
      paragraph(),
      '',
      ...Array.from({ length: 3 }, () => `- ${pick(sentences)(cast)}`),
      '',
      paragraph(),
      '',
    )
  return { path: `article-${String(index).padStart(5, '0')}.md`, text: `${parts.join('\n')}` }
}

/**
 * Records as tools for linked notes have them: six paragraphs, six wiki links to other records by their numbers, one of
 * five types, two tags.
 */
export function* generateRecords(records: number, seed = 1): Iterable<GeneratedFile> {
  const idOf = (index: number) => String(20_250_101_000_000 + index)
  for (const [index, { text }] of [...generateCorpus(records, seed)].entries()) {
    const random = seededRandom(seed * 7919 + index)
    const paragraphs = text.split('\n').filter((line) => /^\p{Lu}.{80}/u.test(line))
    const linked = Array.from({ length: 6 }, (_, i) => {
      const target = idOf(Math.floor(random() * records))
      return `${(paragraphs[i % paragraphs.length] ?? '').replace(/\]\([^)]*\)/g, ']').replace(/[[\]]/g, '')} [[${target}]]`
    })
    const front = [
      '---',
      `title: Record ${index}`,
      `id: ${idOf(index)}`,
      `types: [type${index % 5}]`,
      `tags: [tag${index % 17}, tag${index % 31}]`,
      '---',
    ]
    yield {
      path: `record-${String(index).padStart(5, '0')}.md`,
      text: `${[...front, '', linked.join('\n\n')].join('\n')}\n`,
    }
  }
}

/** Writes a corpus below a folder. */
export function writeCorpus(folder: string, files: Iterable<GeneratedFile>): void {
  for (const { path, text } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

if (process.argv[1] === import.meta.filename) {
  const [folder, documents] = process.argv.slice(2)
  if (folder === undefined || !/^\d+$/.test(documents ?? ''))
    throw new Error('generate-corpus: expected a folder and a number of documents')
  writeCorpus(folder, generateCorpus(Number(documents)))
}
