import type { ConceptLanguage } from '../../names/find-concepts.ts'

/** What English says of key terms. */
export const englishConcepts: ConceptLanguage = {
  established:
    'carbon neutral, carbon neutrality, net zero, renewable energy, renewable electricity, greenhouse gas, climate change, global warming, circular economy, energy transition, electronic waste, artificial intelligence, machine learning, carbon footprint, carbon offset, carbon sink, energy efficiency, sustainable development, planned obsolescence, organic farming, regenerative agriculture, due diligence, deposit return scheme, green hydrogen, free software, open source, open data, technical debt, digital divide, supply chain, value chain, extended producer responsibility, sustainable finance, green bond, recycled content, heat pump, solar panel, solar roof, food waste, water use, wetland restoration, social enterprise, memory safety, backward compatibility, code of conduct, release candidate, package manager, type system, standard library, pull request',
  generic:
    'year month day week time example case way part thousand million billion person people rest end start hour moment place life world thing point number question problem answer need help work goal set side measure subject type kind state idea effect series role level page line word name title report present new big small first last second next good same other only own long high low true best average more less very well also still already always never so then few much too percent lot bit couple great recent past current previous following several different whole full able many',
  verbs: 'make take give get go come keep let put see use want need know think say ask tell find help start try show',
  introducing: 'term notion concept expression word phrase principle',
}
