import type { NameLanguage } from '../../names/lexical-class.ts'

/** What English says of names. */
export const englishNames: NameLanguage = {
  lexicon: {
    title:
      'mr mrs ms miss mr. mrs. ms. dr dr. prof prof. professor sir lady lord dame saint st. st father rev rev. reverend captain general colonel major lieutenant sergeant admiral king queen prince princess duke duchess earl count emperor pope cardinal sheikh',
    role: 'president chairman chairwoman chair vice-president minister secretary director directors manager ceo cto cfo coo founder founders co-founder cofounder head heads chief officer mayor governor senator representative congressman congresswoman mp engineer engineers researcher researchers scientist economist sociologist historian physicist chemist biologist climatologist geographer philosopher writer author authors novelist poet painter sculptor architect photographer filmmaker actor actress singer musician composer guitarist drummer bassist journalist editor reporter correspondent lawyer attorney judge prosecutor doctor nurse teacher student developer developers maintainer maintainers contributor contributors designer entrepreneur farmer baker brewer artist footballer player striker defender midfielder goalkeeper coach captain champion cyclist swimmer athlete referee pilot driver commissioner ambassador consul chancellor activist volunteer coordinator presenter host analyst spokesman spokeswoman spokesperson treasurer trustee born written directed produced by',
    organizationNoun:
      'company companies group groups firm firms corporation association associations agency agencies ministry university universities school college institute foundation federation union unions party parties club clubs team teams organization organizations organisation organisations ngo charity cooperative co-operative manufacturer operator maker publisher supplier bank banks insurer laboratory lab labs office startup startups start-up subsidiary brand brands retailer newspaper daily weekly magazine radio channel broadcaster media commission committee council assembly parliament court authority bureau board chamber league network consortium society centre center observatory police army regiment incubator rival rivals partner partners client customer shareholder contractor employer orchestra band bands troupe choir hospital trust regulator trade watchdog',
    placeNoun:
      'city cities town towns village villages region regions county counties district districts province provinces state states country countries capital neighbourhood neighborhood suburb street avenue boulevard road lane highway bridge island islands peninsula archipelago lake sea ocean river rivers creek stream tributary mount mountain mountains range hill valley plain plateau desert forest woods bay gulf cape coast strait canal port airport station area territory municipality hamlet zone basin delta estuary volcano cave glacier continent border north south east west north-east north-west south-east south-west northern southern eastern western near outside',
    venueNoun:
      'stadium museum palace hall castle cathedral church basilica abbey chapel mosque temple synagogue theatre theater opera cinema park garden gardens square tower market hotel factory plant plants campus dam prison fort fortress library cemetery monument lighthouse building farm estate gym arena venue headquarters brewery',
    eventNoun:
      'conference conferences summit summits fair fairs festival festivals congress forum forums tournament championship championships cup war wars battle battles siege day week edition crisis storm hurricane cyclone symposium seminar convention hackathon expo exhibition biennale marathon race rally games olympics election elections referendum revolution uprising ceremony gala contest awards epidemic pandemic earthquake accident attack trial webinar meetup workshop final match season',
    productNoun:
      'app apps application applications software service services site sites website platform platforms tool tools language languages library libraries framework browser ship ships boat ferry submarine aircraft plane helicopter rocket satellite probe car cars vehicle vehicles model models sedan truck motorcycle bike smartphone smartphones phone phones tablet computer console watch processor chip device machine robot system database simulator portal interface extension plugin plug-in module package crate engine assistant messenger game games vaccine drug product products drink beer cheese soap kernel compiler parser client server version release releases',
    workNoun:
      'law laws act book books report reports film films movie album albums novel novels study studies standard standards treaty treaties directive directives regulation regulations decree code charter protocol agreement agreements song songs single track article articles essay guide manual handbook atlas poem play symphony painting sculpture documentary series episode podcast show thesis paper papers manga comic encyclopedia dictionary constitution declaration bill survey titled entitled called rfc specification spec',
    initiativeNoun:
      'programme programmes program programs plan plans strategy strategies project projects label labels initiative initiatives alliance alliances coalition campaign campaigns call prize award fund scheme scheme schemes operation roadmap pact challenge certification fellowship scholarship grant movement pledge dubbed codenamed',
    speech:
      'said says told explains explained adds added argues argued notes noted wrote writes according asked answered admits admitted recalls recalled laughs claims claimed stated announced insists insisted replied thanks interview',
    naming: 'called named dubbed nicknamed renamed titled entitled alias known aka baptised',
    motion:
      'lives lived resides born based located situated headquartered moved arrived left joined returned travelled',
    determiner: 'the a an this that these those each every some any several many all both no another other such',
    possessive: 'my your his her its our their',
    of: 'of',
    locative: 'in at to from into near through across towards toward within inside outside via',
    preposition:
      'by for with without on against before after during since until about among between under over like as than despite per',
    conjunction:
      'and or but so nor because if when while where whereas although though who which that whose what how why',
    pronoun: 'i you he she it we they me him us them myself itself there here not n’t',
    auxiliary:
      'is are was were be been being has have had do does did can could may might must shall should will would becomes became remains',
    family:
      'son daughter mother wife husband widow brother sister cousin uncle aunt grandfather grandmother friend colleague',
    calendar:
      'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december spring summer autumn winter year years century month months days',
  },
  commonNouns:
    'state states region county city company group board council government president minister director mayor department ministry project team foundation committee internet web net service services product products plan programme program act article annex chapter table figure section part north south east west god earth sun moon hello thanks dear sir madam covid today yesterday monday note update release changelog readme',
  commonAcronyms:
    'api apis pdf url urls faq html css js sql json csv xml gdp vat hr ceo cto cfo coo ux ui ai iot dna gps sms tv id ip vpn usb led wifi co co2 ghg esg csr qr kpi okr b2b b2c saas mvp poc cv ngo ngos cd dvd ok ide ides ci cd pr prs cpu gpu ram ssd os gui cli tls ssl http https tcp udp dns rest jit gc llm llms ffi abi utc gmt am pm usd eur phd mba http/2 http/3 q1 q2 q3 q4 lts rc wip tbd todo asap aka diy',
  vagueNouns:
    'team teams group project projects captain edition week day season match centre partners version release releases game model head heads lead engine package source movement by born written directed produced states state core call single track show series code called titled entitled',
  descriptions: {
    'open source project': 'product',
    'programming language': 'product',
    'mobile app': 'product',
    'web browser': 'product',
    'social network': 'product',
    'white paper': 'work',
  },
}
