import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Message } from '../model.ts'
import { connect } from './connect.ts'
import { analysisOf } from './fixture.ts'
import { readCuration } from './read-curation.ts'

const DOCUMENT = analysisOf({
  id: 'sud',
  text: [
    'Orange est partenaire de Velmont. Orange vise la neutralité carbone d’ici 2040.',
    'Le festival se tient à Orange. Orange accueille Oriel.',
  ],
  entities: [
    { names: ['Orange'], category: 'organization' },
    { names: ['Velmont'], category: 'organization' },
    { names: ['Oriel'], category: 'organization' },
  ],
  relations: [
    { subject: 'Orange', predicate: 'partnerOf', object: 'Velmont', says: 'Orange est partenaire de Velmont' },
    { subject: 'Oriel', predicate: 'locatedIn', object: 'Orange', says: 'Orange accueille Oriel' },
  ],
  targets: [{ actor: 'Orange', says: 'Orange vise la neutralité carbone', targetYear: 2040 }],
})
const OTHER = analysisOf({
  id: 'nord',
  text: ['Orange a racheté Oriel.'],
  entities: [
    { names: ['Orange'], category: 'organization' },
    { names: ['Oriel'], category: 'organization' },
  ],
})

function read(curation: string) {
  const file = new VFile({ path: 'entities.yml', value: curation })
  const messages: Message[] = []
  const knowledge = connect({
    curation: readCuration(file),
    generator: { version: '0', configHash: '' },
    textOf: (id) => (id === 'sud' ? DOCUMENT : OTHER).text,
  })([DOCUMENT, OTHER], (_, message) => messages.push(message))
  const named = knowledge.entities
    .filter(({ label }) => label.startsWith('Orange'))
    .map(
      ({ category, label, mentions }) =>
        `${category} ${label}: ${mentions.map(({ document, start }) => `${document} ${start}`).join(', ')}`,
    )
  return { knowledge, named, reasons: [...file.messages, ...messages].map(({ reason }) => reason) }
}

const TOWN = '{ name: Orange, document: sud, quote: Le festival se tient à Orange }'
const HOST = '{ name: Orange, document: sud, quote: Orange accueille Oriel }'

describe('mentions that curation picks out by a quote', () => {
  it('are another entity, with the relations that only they state', () => {
    const { knowledge, named, reasons } = read(`
different:
  - [Orange, ${TOWN}]
  - [Orange, ${HOST}]
same:
  - [${TOWN}, ${HOST}]
entities:
  - { name: ${TOWN}, category: place, label: Orange (Vaucluse) }
`)
    expect(reasons).toEqual([])
    expect(named).toEqual(['organization Orange: nord 0, sud 0, sud 34', 'place Orange (Vaucluse): sud 103, sud 111'])
    expect(
      knowledge.relations.map(({ subject, predicate, object }) => `${subject} ${predicate} ${object}`).sort(),
    ).toEqual([
      'organization/orange partnerOf organization/velmont',
      'organization/oriel locatedIn place/orange-vaucluse',
    ])
    expect(knowledge.targets.map(({ actor }) => actor)).toEqual(['organization/orange'])
  })

  it('are one entity again where nothing keeps them apart, whatever the order of the list', () => {
    expect(read(`entities: [{ name: ${TOWN}, description: Une ville }]`).named).toHaveLength(1)
    expect(read(`different: [[${TOWN}, Orange]]`).named).toHaveLength(2)
  })

  it('are left out when they are ignored, with what they state', () => {
    const { knowledge, named } = read(`ignore: [${HOST}]`)
    expect(named).toEqual(['organization Orange: nord 0, sud 0, sud 34, sud 103'])
    expect(knowledge.relations).toHaveLength(1)
  })

  it('outlive small edits to the sentence, and are reported when it is gone', () => {
    expect(
      read(`different: [[Orange, { name: Orange, document: articles/sud.md, quote: Ce festival se tient à Orange }]]`)
        .named,
    ).toHaveLength(2)
    expect(read('ignore: [{ name: Orange, document: sud, quote: Une tout autre phrase }]').reasons).toEqual([
      'Unexpected quote of “Orange”, no sentence of sud that names it holds these words',
    ])
    expect(read('ignore: [{ name: Orange, quote: Une phrase }]').reasons).toEqual(['Missing `document`'])
  })
})

describe('an amended target', () => {
  it.each([
    ['another actor', '{ actor: Velmont }', 'organization/velmont', []],
    ['nobody', '{ actor: null }', null, ['actor']],
  ])('has %s', (_, change, actor, missing) => {
    const { targets } = read(
      `targets: [{ verdict: amend, actor: Orange, targetYear: 2040, change: ${change} }]`,
    ).knowledge
    expect(targets).toMatchObject([{ actor, missing, confidence: 1 }])
  })

  it('keeps its actor where no text names the other, and the build says so', () => {
    const { knowledge, reasons } = read('targets: [{ verdict: amend, actor: Orange, change: { actor: Velmot } }]')
    expect(knowledge.targets).toMatchObject([{ actor: 'organization/orange' }])
    expect(reasons).toEqual(['Unexpected “Velmot”, no text names it; the nearest is “Velmont”'])
  })
})

describe('a name that curation gave', () => {
  it('is one that other entries can use, with its new category or id', () => {
    const renamed = 'entities: [{ name: Velmont, label: Groupe V, category: initiative, aliases: [GV] }]\n'
    for (const name of ['Groupe V', 'GV', 'initiative/groupe-v', '{ name: Velmont, category: initiative }']) {
      const { knowledge, reasons } = read(`${renamed}same: [[${name}, Oriel]]`)
      expect(reasons).toEqual([])
      expect(knowledge.entities.map(({ label }) => label)).toEqual(['Groupe V', 'Orange'])
    }
    const relation = 'subject: Groupe V, predicate: partnerOf, object: Orange'
    expect(read(`${renamed}relations: [{ verdict: reject, ${relation} }]`).knowledge.relations).toHaveLength(1)
  })
})
