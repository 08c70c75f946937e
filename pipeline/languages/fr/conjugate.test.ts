import { expect, test } from 'vitest'
import { conjugate } from './conjugate.ts'

const cases: Record<string, string> = {
  racheter: 'rachète rachètent rachetait racheta rachèteront rachetées rachetant',
  lancer: 'lance lançons lançait lancèrent lancera lancées lançant',
  engager: 'engageons engageait engagea engagera engagés engageant',
  employer: 'emploie employait emploiera employés',
  opérer: 'opère opéraient opèrera opéré',
  détenir: 'détient détiennent détenons détenait détiendra détenue détenant',
  acquérir: 'acquiert acquièrent acquit acquerra acquise acquérait',
  rejoindre: 'rejoint rejoignent rejoignait rejoindra rejointe',
  investir: 'investit investissent investissait investira investi',
}

test.each(Object.entries(cases))('%s', (verb, expected) => {
  expect(conjugate(verb).map(([form]) => form)).toEqual(expect.arrayContaining(expected.split(' ')))
})

test('participles and futures are told apart', () => {
  const forms = new Map(conjugate('publier'))
  expect([forms.get('publiées'), forms.get('publiera'), forms.get('publierait'), forms.get('publiant')]).toEqual([
    'participle',
    'future',
    'conditional',
    'gerund',
  ])
})

test('a verb without a model is refused', () => {
  expect(() => conjugate('battre')).toThrow('conjugate: no model for "battre"')
})
