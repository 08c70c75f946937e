import type { TargetLexicon } from '../target-lexicon.ts'

/** Commitments in English. */
export const ENGLISH_TARGETS: TargetLexicon = {
  cues: [
    [
      'engages itself | engage themselves | engages themselves | undertakes to | undertake to | undertook to | obliges itself | compromises to | compromises itself | has fixed itself | fixes itself | has marked itself | has as objective | has for objective | foresees to | foresees on its side to | foresee to | is determined to | bound itself | vows to | aim | aims | aiming | aimed | commits | commit | committed to | committed itself | committing | commitment | commitments | pledge | pledges | pledged | pledging | promise | promises | promised | vow | vows | vowed | target | targets | targeting | goal | goals | ambition | ambitions | objective | objectives | intend | intends | intending | undertakes | undertaken to | set out to | sets out to | setting out to | resolved to | sworn to | want to | wants to | plans to | plan to | planning to | is planning | are planning | decided to | has decided to | have decided to | decided to | agreed to | has agreed to | signed up to | strive to | strives to | hopes to | hope to | seeks to | seek to | determined to | on course to | approved | approves | earmarked | earmarks | allocated | set aside | we agreed | promising | set itself | set themselves | sets itself | set ourselves | setting itself | voted to | has voted to | voted for | signed off | has signed off | stands by | sticks to | stick to | stand by | has raised its | our side of the bargain | its side of the bargain | our part of the bargain | our part of the deal | gives itself | given itself | gave itself | give ourselves | given ourselves | vowing | resolves to | has resolved to | pencilled in | ring - fenced',
      'commit',
    ],
    [
      "will | 'll | shall | we'll | it'll | they'll | he'll | she'll | plan | plans | roadmap | strategy | programme | budget | will no longer | 'll no longer | shall no longer | going to | is to | are to | to be | is putting | are putting | is investing | are investing | must | due to | by no later than | milestone | milestones | next step | first step | is set to | set to | means to | is spending | are spending | puts | invests | working towards | on course | wants | want | foresees | foresee | pretends to | will go to | destined to | on track to",
      'intend',
    ],
    [
      'already | has cut | have cut | has halved | have halved | has doubled | have doubled | has tripled | has reduced | have reduced | has fallen | have fallen | have risen | has risen | was | were | had | fell | rose | dropped by | achieved a | reduced its | has been | have been | last year | so far | since | went | has already | have already | finished | stood at | came to | used to | saved | delivered | has delivered | now stands | currently | today | employs | carries | turned over | at the end of last year | did | has grown | grew | has put | spent | has spent | has invested | have invested | invested | having cut | having reduced | having halved | after cutting | after reducing | after halving | after having',
      'past',
    ],
    [
      'expect | expects | expected to | is expected | are expected | forecast | forecasts | forecasting | projected | projects that | projections | predicts | predict | predicted | estimates | estimated | estimate | could | might | may | is likely | are likely | likely to | anticipates | anticipate | will take | will require | will need | will have disappeared | will have vanished | will be lost | will cost | will depend | would take | reckons | thinks | believes that',
      'forecast',
    ],
    [
      'we ask | we want to see | our demands | our asks | recommendations | needs to | need to | ordered | has ordered | instructed | obliged to | forced to | calls on | called on | calling on | call for | calls for | called for | calling for | urges | urged | urge | demands | demanded | demand that | asks | asked | asking | wants us to | want us to | want the | wants the | wants all | request that | requested | requests | would like it to | would like | should | requires | required | require | insists on | insist on | recommends | recommended | campaigners want | lobbying for | petition | pressed | ought to',
      'demand',
    ],
    [
      "if | should the | should a | perhaps | would | wouldn't | were to | unless | provided that | assuming | in the event | considering | is considering | are considering | exploring | is exploring | may consider | possibly | whether | could we",
      'hypothesis',
    ],
    [
      "unlikely | used to promise | used to aim | used to target | used to say | will miss | to miss | no target | no targets | no goal | no commitment | no date | not set | have not set | has not set | do not have a | does not have a | no longer | don't have | doesn't have | haven't set | hasn't set | will not | won't | not to | not committed | refuses to | declined to | never | not agree | do not claim | not claim | did not | didn't | not yet | nor | without a target | have no | has no | has no intention | has no plans",
      'negation',
    ],
    [
      'has let know | let know | informed | revealed | declared | said | says | told | announced | announces | according to | explains | explained | added | adds | confirmed | confirms | writes | wrote | stated | insists | insisted | insist',
      'report',
    ],
    [
      'had hoped to | had planned to | had aimed to | had aimed for | had hoped for | had promised to | had pledged to | had intended to | ( dropped ) | ( withdrawn ) | withdrawn | withdrew | was dropped | were dropped | dropped the | dropped its | dropped it | has dropped | we dropped | abandoned | scrapped | cancelled | canceled | shelved | replaced in | was replaced | been replaced | no longer applies | superseded | ditched | retired | walked away from | quietly dropped | axed | rescinded | backed away | lapsed | we no longer | has been missed | was missed | were missed | have been missed',
      'withdrawn',
    ],
    [
      'moved | moved the date | pushed the date back | pushed it back | pushed that back | put the date back | has slipped to | slipped to | postponed it | delayed it | pushed back | pushed | postponed | delayed until | delayed to | brought forward | put back',
      'moved',
    ],
    [
      'demand for | demand | the market | the population | prices | traffic | global demand | temperatures | world demand',
      'trend',
    ],
    [
      'expects to | expect to | expects its | expects all | expects every | expect our | expect its | expect all | expect every',
      'expect',
    ],
    ['former | previous | old | earlier | original', 'former'],
    [
      'achieved | got there | got there early | was met | were met | met it | hit it | been met | done | met | completed | complete | reached | delivered | in force | hit',
      'achieved',
    ],
    [
      'in progress | on track | under way | underway | ahead | behind | off track | delayed | started | ongoing',
      'progress',
    ],
  ],
  goals: [
    [
      'net zero | net - zero | net zero emissions | net - zero emissions | net zero carbon | net - zero carbon | net zero greenhouse gas emissions | zero net emissions | net zero co2 emissions',
      { kind: 'net-zero', value: null },
    ],
    [
      'zero emissions | zero emission | zero - emission | zero carbon | zero - carbon | zero carbon emissions | zero greenhouse gas emissions | emissions - free | carbon - free | carbon free',
      { kind: 'net-zero', value: null },
    ],
    [
      'zero direct emissions | zero tailpipe emissions | zero operational emissions',
      { kind: 'emissions-reduction', value: 0 },
    ],
    [
      'carbon neutral | carbon - neutral | carbon neutrality | climate neutral | climate - neutral | climate neutrality | carbon positive | climate positive | carbon negative | carbon - negative',
      { kind: 'carbon-neutrality', value: null },
    ],
    [
      'zero waste to landfill | zero waste | zero - waste | zero to landfill | no waste to landfill | nothing to landfill',
      { kind: 'waste', value: 0 },
    ],
    ['invest in | invest heavily in | investing in', { kind: 'investment', value: null }],
    ['zero deforestation | deforestation - free | zero net deforestation', { kind: 'biodiversity', value: 0 }],
    ['zero plastic | zero single - use plastics', { kind: 'waste', value: 0 }],
    ['to zero | to nil | : zero | : nil', { kind: 'other', value: 0 }],
  ],
  phaseOuts: [
    'renounce to | end routine | end its use of | end their use of | end sales of | end the sale of | end production of | stop selling | stop making | phase out | phases out | phasing out | eliminate | eliminates | eliminating | ban | bans | end the use of | stop using | stop burning | stop buying | get rid of | remove all | retire | close | exit | quit | abolish | end all | shut | off gas | off coal | off diesel | off oil | fossil - free | fossil free | coal - free | coal free | diesel - free | plastic - free | free of plastic | free of fossil fuels | gone from | emit nothing | emits nothing | only zero - emission | will no longer | shall no longer | without diesel | without gas | without coal | without oil | without fossil fuels | without plastic | without pesticides | without burning | an end to | the end of | closure of | scrap all | ditch | wean itself off | give up | gets rid of | getting rid of | closes | shuts | retires | removes all | stops using | stops selling | stops burning | stops buying | stops making | have closed | have stopped | have ended | have phased out | have eliminated | be phased out | be banned | be eliminated | be closed | be shut | be retired | be ended',
  ],
  wholes: [
    'the whole of its | the whole of our | the whole of their | the whole of | fully | all of our | all of its | all of their | all of the | all of it | all our | all its | all their | all the | all | every | each of our | each of its | each of the | each of their | entirely | exclusively | wholly | only',
  ],
  nones: ['no | none | nothing | not one | not a single | not a drop of'],
  qualities:
    'electric electrified recycled recyclable renewable renewables organic certified reusable refillable compostable repairable biogas hydrogen solar wind low-carbon battery retrofitted insulated regenerative sustainable recovered biomethane methanol'.split(
      ' ',
    ),
  banished:
    'plastic plastics coal gas diesel oil petrol fossil landfill landfilled pesticide pesticides glyphosate pfas fluorine deforestation waste discharge palm cages virgin combustion packaging bags peat styrofoam polystyrene food herbicide herbicides solvent solvents chemicals cups straws bottles antibiotics fur leather flights cyanide mercury lead asbestos soy soya'.split(
      ' ',
    ),
  figures: [
    'this share | that share | this figure | that figure | this level | that level | this target | this goal | the goal | the target',
  ],
  spending:
    'invest invests investing investment investments spend spends spending fund funding budget put putting allocate allocated approved earmarked commit finance financing set million contribute contributing'.split(
      ' ',
    ),
  kinds: [
    ['net-zero', ['net zero', 'net-zero']],
    ['carbon-neutrality', ['carbon neutral', 'climate neutral']],
    ['water', ['water', 'freshwater', 'groundwater', 'aquifer', 'irrigation']],
    [
      'recycling',
      [
        'recycl',
        'reus',
        'refill',
        'refurbish',
        'compostable',
        'returnable',
        'repair',
        'circular',
        'take-back',
        'remanufactur',
      ],
    ],
    ['waste', ['waste', 'landfill', 'packaging', 'plastic', 'scrap', 'litter', 'dust', 'rubbish']],
    [
      'emissions-reduction',
      ['emission', 'carbon', 'greenhouse', 'co2', 'footprint', 'methane', 'ghg', 'scope 1', 'scope 2', 'scope 3'],
    ],
    [
      'renewable-energy',
      [
        'renewable',
        'solar',
        'wind',
        'photovoltaic',
        'geothermal',
        'biogas',
        'biomethane',
        'green electricity',
        'clean power',
        'clean energy',
        'green power',
        'panels',
        'clean electricity',
        'alternative fuel',
        'hydropower',
      ],
    ],
    [
      'biodiversity',
      [
        'biodivers',
        'tree',
        'hedge',
        'forest',
        'meadow',
        'wetland',
        'regenerative',
        'species',
        'habitat',
        'peatland',
        'woodland',
        'organic',
        'pesticide',
        'mangrove',
        'deforest',
        'reef',
        'wildflower',
        'nature',
        'rewild',
        'soil',
        'river',
      ],
    ],
    [
      'deployment',
      [
        'charg',
        'vehicle',
        'bus',
        'buses',
        'station',
        'store',
        'vans',
        'trucks',
        'lorr',
        'heat pump',
        'install',
        'turbine',
        'deploy',
        'fleet',
        'homes',
        'sensor',
        'meter',
        'bike',
        'cycle',
        'electrolyser',
        'sites',
        'network',
        'retrofit',
        'capacity',
        'locomotive',
        'houses',
      ],
    ],
  ],
  actions:
    'reach achieve become be make keep plant install buy source restore recycle reuse run switch move put build open train equip replace electrify convert deliver cover use power protect create raise increase double triple halve cut reduce lower bring send divert collect invest spend fund deploy connect retrofit grow generate produce save offset remove eliminate phase stop end get go take provide ensure have shift transition give extend expand refurbish rewild sequester capture hire recruit certify procure diminish decrease renounce economise economize attain divide'.split(
      ' ',
    ),
  reduce:
    'diminish diminishing reduce reduces reducing reduction reductions cut cuts cutting lower lowers lowering decrease decreases decreasing decline halve shrink down less fewer bring slash slashing drop trim eliminate avoid save saving curb below'.split(
      ' ',
    ),
  increase:
    'increase increases increasing raise raises raising grow double triple expand more up higher boost lift extend treble'.split(
      ' ',
    ),
  coordinators: ['and', 'then', 'plus', 'or', 'before'],
  contrasts: ['but', 'while', 'whereas', 'although', 'though', 'however', 'yet'],
  relatives: ['which', 'who', 'that', 'where', 'whose', 'whom'],
  comparedWith: [
    'up from',
    'down from',
    'compared with today',
    'rather than',
    'instead of',
    'from',
    'against today',
    'currently',
    'versus today',
    'costing',
    'worth',
  ],
  prepositions:
    'of to in on at by for from with within under over between against across through via into about among alongside behind per near after before since until like than as'.split(
      ' ',
    ),
  membership:
    'members signatories makers companies firms partners participants brands suppliers farms growers cities'.split(' '),
  firstPerson: ['we', 'our', 'us', 'i', 'my'],
  pronouns: ['it', 'they', 'she', 'he', 'its', 'their', 'which', 'who'],
  nominals:
    'company group firm business cooperative organisation organization brand maker manufacturer operator retailer association utility council city bank insurer university charity agency brewer producer yard developer carrier airline grocer chain foundation federation trust authority borough municipality hospital airport port lender housebuilder builder steelmaker carmaker shipowner refiner mill brewery dairy shipyard supermarket supplier giant foundry distillery bakery publisher museum school club hotel consortium ministry department'.split(
      ' ',
    ),
  boards: [
    'board',
    'management',
    'directors',
    'plan',
    'strategy',
    'roadmap',
    'programme',
    'budget',
    'team',
    'shareholders',
  ],
  others:
    'countries states government governments rivals competitors carmakers banks cities experts scientists unions ministers nations farmers households consumers others'.split(
      ' ',
    ),
  possessives: ['its', 'their', 'our', 'his', 'her'],
  coalitions:
    'alliance coalition pact collective initiative network members signatories member club league charter group federation compact pledge signatory'.split(
      ' ',
    ),
  determiners: 'the a an of its their our his her all this that these those some any your my total'.split(' '),
  metricEnds:
    'least most about around nearly roughly almost some by before in on at from to for with within against across and or per as than when where which who that is are was were will be until over under compared relative between through into than if while but then using including since down up out'.split(
      ' ',
    ),
  scopeOpenings: ['across', 'in', 'at', 'for', 'throughout', 'from'],
  columns: [
    [
      'target | targets | what we will do | goal | goals | commitment | commitments | promise | promises | pledge | action | actions | measure | objective | metric | indicator | kpi | what we promised | aim | ambition',
      'measure',
    ],
    [
      'deadline | date | year | by | by when | target year | due | when | timeline | horizon | target date | end date',
      'deadline',
    ],
    [
      'baseline | base year | base | baseline year | from | starting point | start | where we start | where we started | starting level | before | initial',
      'baseline',
    ],
    [
      'status | progress | where we are | state | achieved | current | today | now | actual | result | results | latest | performance | how we are doing | notes | comment | comments',
      'status',
    ],
    [
      'company | producer | manufacturer | airline | operator | retailer | utility | supplier | organisation | organization | country | country or bloc | who | member | brand | group | city | signatory | firm | operator | council | owner | lead | responsible | body | department | bank | carrier | supplier | party | site',
      'actor',
    ],
    ['value | amount | level | figure | target value | target level | where we are going | destination | to', 'value'],
    ['theme | area | topic | pillar | subject | category', 'theme'],
  ],
  headings: [
    'target',
    'targets',
    'commitment',
    'commitments',
    'goals',
    'goal',
    'pledge',
    'pledges',
    'promises',
    'ambition',
    'ambitions',
    'plan',
    'roadmap',
    'highlights',
    'glance',
    'money',
    'strategy',
  ],
  doneHeadings: [
    'done',
    'achievements',
    'track record',
    'history',
    'what we have done',
    'progress so far',
    'already done',
    'results',
  ],
}
