import type { Category } from '../../model.ts'
import { FrameTable } from '../build-relation-lexicon.ts'
import { type RelationLexicon, readListed, wordSet } from '../relation-lexicon.ts'
import { conjugate } from './conjugate.ts'
import { ENGLISH_ROLES, ENGLISH_STAFF } from './roles.ts'

const frames = new FrameTable(conjugate)

const OF = 'of'
const AT = 'in at near outside'
const WITH = 'with alongside'

frames.verb('acquired', 'O>O', 'acquire buy absorb purchase')
frames.verb('acquired', 'O>O', 'take buy', { particles: 'over, out', confidence: 0.8 })
frames.verb('acquired', 'O>O', 'snap gobble swallow', { particles: 'up', confidence: 0.8 })
frames.verb('acquired', 'O>O', 'swallow', { confidence: 0.75 })
frames.verb('acquired', 'O>O', 'sell divest', { via: 'to', transfer: true, confidence: 0.75 })
frames.verb('memberOf', 'O>IO', 'join', { confidence: 0.8 })
frames.verb('memberOf', 'P>I', 'join', { confidence: 0.7 })
frames.verb('memberOf', 'O>I', 'sign', { confidence: 0.7 })
frames.verb('memberOf', 'PO>IO', 'sit', { via: 'on', confidence: 0.7 })
frames.verb('worksFor', 'P>O', 'join', { confidence: 0.7 })
frames.verb('worksFor', 'P>O', 'leave quit', { ends: true, confidence: 0.7 })
frames.verb('worksFor', 'P>O', 'resign retire', { via: 'from', ends: true, confidence: 0.75 })
frames.verb('worksFor', 'P>O', 'step stand', { particles: 'down', via: 'from at of', ends: true, confidence: 0.75 })
frames.verb('worksFor', 'P>O', 'spend', { via: 'at with', confidence: 0.65 })
frames.verb('worksFor', 'P>O', 'teach', { via: 'at', confidence: 0.75 })
frames.verb('memberOf', 'O>I', 'leave quit', { ends: true, confidence: 0.7 })
frames.verb('memberOf', 'O>I', 'withdraw', { via: 'from', ends: true, confidence: 0.75 })
frames.verb('memberOf', 'O>I', 'walk pull drop', { particles: 'out of', ends: true, confidence: 0.7 })
frames.verb('memberOf', 'O>I', 'participate', { via: 'in at', confidence: 0.7 })
frames.verb('memberOf', 'PO>IO', 'adhere', { via: 'to at' })
frames.verb('memberOf', 'PO>I', 'subscribe accede', { via: 'to', confidence: 0.7 })
frames.verb('memberOf', 'PO>O', 'affiliate', { via: 'to with', passive: true, confidence: 0.7 })
frames.verb('memberOf', 'O>I', 'comprise unite', { inverse: true, confidence: 0.65 })
frames.verb('memberOf', 'O>I', 'belong', { via: 'to', confidence: 0.6 })
frames.verb('memberOf', 'PO>I', 'sign', { via: 'up', through: 'to', confidence: 0.75 })
frames.verb('subsidiaryOf', 'O>O', 'belong', { via: 'to', confidence: 0.75 })
frames.verb('subsidiaryOf', 'O>O', 'own control', { inverse: true, confidence: 0.8 })
frames.verb('participatesIn', 'PO>E', 'attend')
frames.verb('participatesIn', 'P>E', 'open close address chair', { confidence: 0.65 })
frames.verb('participatesIn', 'PO>E', 'represent', { via: 'at', confidence: 0.7 })
frames.verb('worksFor', 'P>O', 'represent', { confidence: 0.6 })
frames.verb('worksFor', 'P>O', 'report write', { via: 'for', confidence: 0.65 })
frames.verb('memberOf', 'PO>I', 'chair lead', { confidence: 0.65 })
frames.verb('participatesIn', 'O>E', 'host sponsor organise organize', { confidence: 0.7 })
frames.verb('participatesIn', 'PO>E', 'participate', { via: 'in' })
frames.verb('participatesIn', 'PO>E', 'draw attract gather feature', { inverse: true, confidence: 0.65 })
frames.verb('participatesIn', 'PO>E', 'bring', { particles: 'together', inverse: true, confidence: 0.7 })
frames.verb('participatesIn', 'PO>E', 'stand', { particles: 'up', via: 'at', confidence: 0.75 })
frames.verb('participatesIn', 'PO>E', 'invite', { via: 'to', passive: true, confidence: 0.7 })
frames.verb('participatesIn', 'PO>E', 'speak exhibit appear', { via: 'at', confidence: 0.8 })
frames.verb('presentedBy', 'W>PO', 'present', { inverse: true })
frames.verb('presentedBy', 'W>P', 'show', { inverse: true, confidence: 0.6 })
frames.verb('presentedBy', 'W>P', 'write co-write edit', {
  via: 'with',
  inverse: true,
  transfer: true,
  confidence: 0.7,
})
frames.verb('launched', 'PO>I', 'launch create found start', { via: 'with', transfer: true, confidence: 0.65 })
frames.verb('launched', 'PO>I', 'set', { particles: 'up', via: 'with', transfer: true, confidence: 0.65 })
frames.verb('presentedBy', 'W>P', 'edit unveil write author co-author co-write sign launch publish', { inverse: true })
frames.verb('publishedBy', 'W>O', 'publish release issue edit', { inverse: true, through: OF })
frames.verb('publishedBy', 'W>O', 'unveil', { inverse: true, confidence: 0.7 })
frames.verb('publishedBy', 'W>O', 'bring put', { particles: 'out', inverse: true, confidence: 0.75 })
frames.verb('locatedIn', 'OE>L', 'base headquarter locate situate establish', { via: AT, passive: true })
frames.verb('locatedIn', 'O>L', 'found', { via: 'in', passive: true, confidence: 0.65 })
frames.verb('locatedIn', 'E>L', 'hold', { via: AT, passive: true, confidence: 0.8 })
frames.verb('locatedIn', 'E>L', 'open start begin end', { via: AT, confidence: 0.75 })
frames.verb('locatedIn', 'E>L', 'take', { via: 'in at', confidence: 0.8 })
frames.verb(
  'locatedIn',
  'O>L',
  'make produce brew build manufacture assemble employ operate run own grow treat serve teach train house',
  {
    via: 'in at near outside from',
    confidence: 0.7,
  },
)
frames.verb(
  'partnerOf',
  'O>O',
  'design develop run build create launch start found write publish organise organize open produce deliver plant restore test fund install',
  {
    via: WITH,
    joint: true,
    confidence: 0.65,
  },
)
frames.verb('partnerOf', 'O>O', 'partner collaborate cooperate work team', { via: WITH, confidence: 0.75 })
frames.verb('competesWith', 'O>O', 'compete vie', { via: 'with against' })
frames.verb('competesWith', 'O>O', 'rival fight', { confidence: 0.7 })
frames.verb('locatedIn', 'E>L', 'host', { inverse: true, confidence: 0.75 })
frames.verb('produces', 'O>D', 'make produce manufacture brew build sell develop assemble', { through: OF })
frames.verb('produces', 'O>D', 'offer market design', { through: OF, confidence: 0.7 })
frames.verb('produces', 'O>D', 'distil weave bake', { through: OF, confidence: 0.65 })
frames.verb('invests', 'O>OIC', 'invest', { via: 'in into' })
frames.verb('invests', 'O>OI', 'inject pour plough', { via: 'into', confidence: 0.75 })
frames.verb('invests', 'O>OI', 'vote commit approve earmark allocate pledge spend put set contribute provide', {
  via: 'for to on into',
  money: true,
  confidence: 0.7,
})
frames.verb('invests', 'O>O', 'give award lend grant', { money: true, confidence: 0.7 })
frames.verb('invests', 'O>OI', 'give award lend grant', { via: 'to', money: true, confidence: 0.7 })
frames.verb('invests', 'O>O', 'receive get obtain win raise secure', {
  via: 'from',
  inverse: true,
  money: true,
  confidence: 0.7,
})
frames.verb('invests', 'O>I', 'fund finance back co-finance co-fund', { confidence: 0.7 })
frames.verb('invests', 'O>O', 'finance back bankroll', { confidence: 0.65 })
frames.verb('launched', 'PO>ID', 'launch create start establish found co-found', { through: OF, confidence: 0.8 })
frames.verb('launched', 'O>ID', 'roll', { particles: 'out', confidence: 0.75 })
frames.verb('launched', 'PO>I', 'set', { particles: 'up', confidence: 0.75 })
frames.verb('launched', 'PO>ID', 'dream think', { particles: 'up', confidence: 0.75 })
frames.verb('launched', 'PO>I', 'devise conceive', { confidence: 0.7 })
frames.verb('produces', 'O>D', 'turn', { particles: 'out', through: OF, confidence: 0.7 })
frames.verb('launched', 'O>I', 'unveil adopt', { through: OF, confidence: 0.7 })
frames.verb('launched', 'O>D', 'unveil release', { through: OF, confidence: 0.7 })
frames.verb('statedOn', 'PO>D', 'tell', { confidence: 0.7 })
frames.verb(
  'statedOn',
  'PO>D',
  'announce write post publish say share tweet talk discuss present detail confirm add comment reply respond reveal claim',
  {
    via: 'on',
    confidence: 0.75,
  },
)
frames.verb('worksFor', 'P>O', 'hire recruit employ poach', { inverse: true, confidence: 0.75 })
frames.verb('worksFor', 'P>O', 'lead chair run head', { through: OF, confidence: 0.75 })
frames.verb('worksFor', 'P>O', 'run lead head manage direct oversee', { via: 'at for', confidence: 0.7 })
frames.verb('worksFor', 'P>O', 'take', { via: 'over', through: 'at', confidence: 0.65 })
frames.verb('worksFor', 'P>O', 'work', { via: 'for at', confidence: 0.75 })

frames.adjective('subsidiaryOf', 'O>O', 'by', 'majority-owned wholly-owned part-owned', 0.75)

frames.adjective('produces', 'O>D', 'for', 'known', 0.7)

frames.noun('worksFor', 'P>O', OF, 'employer', { inverse: true })
frames.noun('subsidiaryOf', 'O>O', OF, 'subsidiary subsidiaries filial unit arm')
frames.noun('subsidiaryOf', 'O>O', OF, 'part', { confidence: 0.75 })
frames.noun('memberOf', 'PO>I', OF, 'part', { confidence: 0.75 })
frames.noun('subsidiaryOf', 'O>O', OF, 'owner parent', { inverse: true })
frames.noun('partnerOf', 'O>O', OF, 'partner partners ally')
frames.noun('competesWith', 'O>O', OF, 'competitor challenger rival competitors rivals competition')
frames.noun('memberOf', 'PO>IO', 'of to', 'member members signatory signatories')
frames.noun('launched', 'PO>ID', OF, 'founder founders creator co-founder co-founders')
frames.noun('invests', 'O>O', 'in of', 'investor investors shareholder shareholders backer backers')
frames.noun('participatesIn', 'O>E', OF, 'exhibitor exhibitors sponsor sponsors')
frames.noun('launched', 'PO>ID', OF, 'brainchild creation', { inverse: true })
frames.noun('produces', 'O>D', OF, 'maker manufacturer developer producer')
frames.noun('publishedBy', 'W>O', OF, 'publisher', { inverse: true })
frames.noun('presentedBy', 'W>P', OF, 'author co-author', { inverse: true })

frames.act('acquired', 'O>O', OF, 'by', 'acquisition takeover purchase')
frames.act('partnerOf', 'O>O', WITH, '', 'hand', { after: 'in', confidence: 0.7 })
frames.act('worksFor', 'P>O', OF, '', 'helm reins', { after: 'at took take takes taken taking', confidence: 0.75 })
frames.act('acquired', 'O>O', OF, '', 'control', { after: 'took take takes taken taking' })
frames.act('participatesIn', 'PO>E', 'in', '', 'part', { after: 'took take takes taken taking' })
frames.act(
  'partnerOf',
  'O>O',
  WITH,
  OF,
  'partnership agreement collaboration alliance deal memorandum venture tie-up pact together jointly',
  { confidence: 0.7 },
)
frames.act('partnerOf', 'O>O', 'from of', '', 'advice help support', { after: 'with', confidence: 0.7 })
frames.act('participatesIn', 'PO>E', 'in at', OF, 'participation stand announcement speech talk keynote', {
  confidence: 0.7,
})
frames.act('memberOf', 'PO>IO', 'of in', OF, 'membership', { confidence: 0.75 })
frames.act('invests', 'O>OIC', 'in', OF, 'investment', { confidence: 0.7 })
frames.act('invests', 'O>O', 'in', OF, 'stake shareholding round', { confidence: 0.65 })
frames.act('partnerOf', 'O>O', WITH, '', 'forces', { after: 'join joined joining joins', confidence: 0.75 })
frames.act('launched', 'PO>ID', OF, 'by', 'launch', { confidence: 0.65 })

export const ENGLISH_RELATIONS: RelationLexicon = {
  verbs: frames.verbs,
  nouns: frames.nouns,
  acts: frames.acts,
  listed: readListed(`
    participatesIn object: events fairs meet
    partnerOf subject: partner partners partnerships
    memberOf object: member members membership memberships signatory
    subsidiaryOf subject: subsidiary subsidiaries
    subsidiaryOf object: owner parent
    competesWith subject: competitor competitors
    produces object: brand brands product products
    locatedIn object: site sites factory factories location locations headquarters country offices
  `),
  titleColumns: wordSet('role position title job'),
  roles: ENGLISH_ROLES,
  elsewhere: wordSet('region city county country ministry union party republic chamber court state university council'),
  former: wordSet('former ex formerly previous then past'),
  roleOf: wordSet('of at for with'),
  determiners: wordSet('the a an this that these those its their his her our your my'),
  possessives: wordSet('its their his her our my your'),
  contracted: new Set(),
  objectRelatives: wordSet('which that'),
  whose: wordSet('whose'),
  titles: wordSet('mr mrs ms dr prof professor sir dame lord lady'),
  staff: ENGLISH_STAFF,
  examples: wordSet('such as including like'),
  naming: wordSet('called named dubbed titled entitled nicknamed'),
  of: wordSet(OF),
  by: wordSet('by'),
  under: wordSet('under'),
  at: wordSet('in at near'),
  prepositions: wordSet(
    `of to in on at by with for without from into over under between among about against during through after before
     since until via per alongside within outside near behind beyond across inside toward towards`,
  ),
  conjunctions: wordSet('and or'),
  relatives: wordSet('which who that'),
  subordinators: wordSet('that as if when where whose because while but although though whether'),
  conditionals: wordSet('if should had were'),
  fillers: wordSet(
    'back also already now recently officially currently always still just then later first jointly even once together only again',
  ),
  reflexives: wordSet(''),
  negations: wordSet("not never n't no"),
  have: wordSet("has have had having 've"),
  be: wordSet("is are was were be been being 're 'm"),
  will: wordSet("will shall 'll"),
  would: wordSet("would could might may 'd"),
  governors: new Map([
    ...[
      ...wordSet(
        'plans plan planned wants want intends intend aims aim hopes hope expects expect set agreed decided promised promises pledged going',
      ),
    ].map((form) => [form, 'planned'] as const),
    ...[...wordSet('continues continue began started managed')].map((form) => [form, 'asserted'] as const),
    ...[...wordSet('refused refuses declined failed used')].map((form) => [form, 'negative'] as const),
  ]),
  infinitiveMarkers: wordSet('to'),
  facilities: wordSet(
    `seat workshops roastery roasteries branch branches shop shops breweries plants stores sites factory factories plant works mill mills furnace smelter refinery terminal quarry mine kiln headquarters office offices brewery site warehouse store laboratory lab campus mill hub depot
     workshop bakery dairy foundry shipyard farm centre center`,
  ),
  owned: new Map<string, Category>([
    ...[...wordSet('strategy plan programme program project initiative scheme roadmap label campaign')].map(
      (word) => [word, 'initiative'] as const,
    ),
    ...[...wordSet('report reports study studies paper papers document guide survey review charter')].map(
      (word) => [word, 'work'] as const,
    ),
    ...[...wordSet('app apps platform software service tool product products range brand brands beer')].map(
      (word) => [word, 'product'] as const,
    ),
  ]),
  organs: wordSet('board management team teams'),
  copulas: wordSet('is are was were remains became become becomes been be'),
  saying: wordSet('said says wrote writes announced added told explained noted argued stated'),
  according: wordSet('according'),
  headPronouns: wordSet('it there here'),
  times: { since: wordSet('since'), until: wordSet('until till'), at: wordSet('in') },
  money: wordSet('million millions billion pounds dollars euros funding grant loan budget'),
  months: wordSet(
    'january february march april may june july august september october november december spring summer autumn winter',
  ),
}
