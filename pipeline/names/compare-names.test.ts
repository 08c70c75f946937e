import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Category } from '../model.ts'
import { isAcronymOf, isShortFormOf, normalizeName } from './compare-names.ts'

describe('normalizeName', () => {
  it.each([
    ['L’Oréal S.A.', 'oreal'],
    ['The Company', 'company'],
    ['S.N.C.F.', 'sncf'],
    ['Marlowe and Finch Ltd', 'marlowe & finch'],
    ['Marlowe & Finch', 'marlowe & finch'],
    ['Val-d’Oise', 'val d oise'],
    ['Cœur de Ville', 'coeur de ville'],
    ['GE100%', 'ge100%'],
    ['C++', 'c++'],
    ['beta.gouv.fr', 'beta.gouv.fr'],
    ['« Terre  Propre »', 'terre propre'],
    ['SA', 'sa'],
  ])('%s', (name, expected) => {
    expect(normalizeName(name)).toBe(expected)
  })

  it('gives a form that is its own form', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (name) => normalizeName(normalizeName(name)) === normalizeName(name),
      ),
    )
  })
})

describe('isAcronymOf', () => {
  it.each([
    ['ANCT', 'Agence nationale de la cohésion des territoires'],
    ['Ademe', 'Agence de l’environnement et de la maîtrise de l’énergie'],
    ['Insee', 'Institut national de la statistique et des études économiques'],
    ['Idele', 'Institut de l’élevage'],
    ['DINUM', 'Direction interministérielle du numérique'],
    ['GSoC', 'Google Summer of Code'],
    ['HTML', 'HyperText Markup Language'],
    ['S.N.C.F.', 'Société nationale des chemins de fer français'],
    ['FAST', 'Fonds d’accélération des startups d’État et de territoires'],
    ['NGOs', 'Non-governmental organisations'],
  ])('%s stands for %s', (acronym, name) => {
    expect(isAcronymOf(acronym, name)).toBe(true)
  })

  it.each([
    ['OMM', 'Organisation mondiale du commerce'],
    ['ANCT', 'Agence de la transition'],
    ['ademe', 'Agence de l’environnement et de la maîtrise de l’énergie'],
    ['DA', 'Danone'],
    ['AE', 'Agence'],
  ])('%s does not stand for %s', (acronym, name) => {
    expect(isAcronymOf(acronym, name)).toBe(false)
  })

  it('answers quickly whatever the strings', () => {
    expect(isAcronymOf('AAAAAAAAAAAA', Array(30).fill('aaaaaaaaaaaa').join(' '))).toBe(false)
    expect(isAcronymOf('A'.repeat(5000), 'a '.repeat(5000))).toBe(false)
  })
})

describe('isShortFormOf', () => {
  it.each<[string, string, Category, boolean]>([
    ['Lam', 'Alain Lam Sai-wai', 'person', true],
    ['A. Lam', 'Alain Lam Sai-wai', 'person', true],
    ['Alain', 'Alain Lam Sai-wai', 'person', true],
    ['La Fontaine', 'Jean de La Fontaine', 'person', true],
    ['de', 'Jean de La Fontaine', 'person', false],
    ['B. Lam', 'Alain Lam Sai-wai', 'person', false],
    ['Azahar', 'Grupo Azahar', 'organization', true],
    ['Caldermoor', 'Caldermoor Drinks Group', 'organization', true],
    ['La Laiterie', 'Laiterie des Monts d’Arrée', 'organization', true],
    ['Drinks', 'Caldermoor Drinks Group', 'organization', false],
    ['Burton', 'Burton upon Trent', 'place', true],
    ['Valence', 'Valence (Drôme, France)', 'place', true],
    ['New', 'New York', 'place', false],
    ['Space', 'Space 2023', 'event', true],
    ['FAST', 'FAST 2022', 'initiative', true],
    ['Nomade', 'plan Nomade', 'initiative', true],
    ['plan', 'plan Nomade', 'initiative', false],
    ['Azahar', 'Azahar', 'organization', false],
    ['Grupo Azahar Ceramica', 'Grupo Azahar', 'organization', false],
  ])('%s of %s (%s): %s', (short, full, category, expected) => {
    expect(isShortFormOf(short, full, category)).toBe(expected)
  })
})
