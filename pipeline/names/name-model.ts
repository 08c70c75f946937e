import { readFileSync } from 'node:fs'
import { englishNames } from '../languages/en/names.ts'
import { frenchNames } from '../languages/fr/names.ts'
import type { Language } from '../model.ts'
import { compileLexicon, type FeatureResources } from './features.ts'
import { type Gazetteer, unpackGazetteer } from './gazetteer.ts'
import type { NameLanguage } from './lexical-class.ts'
import { unpackWeights, type Weights } from './weights-format.ts'

export interface NameModel {
  resources: FeatureResources
  weights: Weights
}

export const NAME_LANGUAGES: Readonly<Record<Language, NameLanguage>> = { fr: frenchNames, en: englishNames }
const models = new Map<Language, NameModel>()
const resources = new Map<Language, FeatureResources>()
let gazetteer: Gazetteer | undefined

const read = (file: string) => readFileSync(new URL(`./weights/${file}`, import.meta.url))

/** What a language’s features look words up in; read once. */
export function loadResources(lang: Language): FeatureResources {
  let loaded = resources.get(lang)
  if (loaded === undefined) {
    gazetteer ??= unpackGazetteer(read('gazetteer.bin'))
    loaded = { gazetteer, words: read(`words.${lang}.bin`), lexicon: compileLexicon(NAME_LANGUAGES[lang].lexicon) }
    resources.set(lang, loaded)
  }
  return loaded
}

/** The trained model of a language; read once. */
export function loadNameModel(lang: Language): NameModel {
  let model = models.get(lang)
  if (model === undefined) {
    model = { resources: loadResources(lang), weights: unpackWeights(read(`names.${lang}.bin`)) }
    models.set(lang, model)
  }
  return model
}
