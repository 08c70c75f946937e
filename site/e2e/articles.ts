/** Articles whose sentences are plain, so that tests of the page do not depend on how well hard ones are read. */
export const ARTICLES: Readonly<Record<string, string>> = {
  'articles/acier-du-nord.md': `---
title: Acier du Nord à la COP 28
lang: fr
date: 2023-12-04
---

# Acier du Nord à la COP 28

L’entreprise Acier du Nord a participé à la COP 28 à Dubaï. Claire Dumas, directrice générale d’Acier du Nord, y a
présenté le plan climat du groupe.

## Ses objectifs

Acier du Nord vise la neutralité carbone d’ici 2040. Acier du Nord prévoit de réduire ses émissions de 42 % d’ici 2030
par rapport à 2019.

## Ses alliances

Acier du Nord a rejoint l’initiative GE100%. L’entreprise Boréal Énergie est membre de l’initiative GE100%. Boréal
Énergie est une filiale du groupe Solvane.
`,
  'articles/solvane-report.md': `---
title: Solvane publishes its climate report
lang: en
date: 2024-05-13
---

# Solvane publishes its climate report

Solvane Group published its Climate Report on Monday. Martin Hale, chief executive of Solvane Group, spoke at COP 28.

## Targets

Solvane Group aims to reach net zero emissions by 2050. Solvane Group plans to source 80% of its electricity from
renewable sources by 2035.

## Partners

Solvane Group acquired Lumen Power in 2021. Solvane Group is a partner of Acier du Nord. Lumen Power is based in Dublin.
`,
}

const LONG = 'Nom'.padEnd(5000, 'o')

/** What an author, or somebody who can write to a content folder, might try. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'articles/hostile.md': `---
title: "</script><script>window.hacked = 'title'</script><img src=x onerror=window.hacked='title'>"
lang: en
date: "</title><script>window.hacked='date'</script>"
url: "javascript:window.hacked='url'"
__proto__: { polluted: true }
---

# A heading <img src=x onerror="window.hacked='heading'">

<script>window.hacked = 'raw'</script>

<svg onload="window.hacked='svg'"><style>body { display: none }</style></svg>

[Acme Corporation](javascript:window.hacked='link') joined the Clean Sky Initiative. ![pixel](https://tracker.example/p.gif)

<a href="data:text/html,<script>window.hacked='data'</script>" onclick="window.hacked='click'">A link</a>

<b data-mention="0" data-start="0" style="position:fixed;inset:0">Acme Corporation</b> aims to reach net zero by 2040.

<iframe src="https://tracker.example/"></iframe>

<form action="https://tracker.example/"><input name="q"><button>Send</button></form>
`,
  'articles/__proto__.md': `# constructor

Mrs Jane Constructor works for Prototype Limited. Prototype Limited acquired Constructor Group in 2020.
`,
  'articles/scripts.md': `---
title: منظمة الصحة العالمية 世界卫生组织
lang: en
---

# منظمة الصحة العالمية 世界卫生组织

The World Health Organization (منظمة الصحة العالمية) met in Geneva with 世界卫生组织. \u202eThe World Health Organization
works with Acme Corporation.\u2028 A line separator stands before this sentence.
`,
  'articles/long.md': `# A long name

The company ${LONG} Corporation joined the Clean Sky Initiative. Acme Corporation acquired ${LONG} Corporation.
`,
}
