import { LOCALES } from '../../site/pages/shell.tsx'
import { ICON_PATH } from './icon.ts'
import { mainLanguage, type PagesInput } from './pages.tsx'

/** Scripts and styles of the site itself, data and blob images for what is drawn and taken away; nothing from elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

/**
 * `index.html`, a schema.org Dataset in microdata, since its policy allows no script in the page, not even JSON-LD.
 * Without scripts it leads to the pages that need none. Topology is asked for together with the script, as
 * a classic script, so that the page opens from a file too.
 */
export function sitePage({ knowledge, title, baseUrl }: PagesInput): string {
  const lang = mainLanguage(knowledge)
  const words = lang === 'fr' ? FRENCH : ENGLISH
  const { documents, entities, relations, targets } = knowledge
  const description = words.description(documents.length, entities.length, relations.length, targets.length)
  const links = documents
    .slice(0, 200)
    .map(({ id, title }) => `<li><a href="articles/${encodeURIComponent(id)}/index.html">${escapeHtml(title)}</a></li>`)
  return `<!doctype html>
<html lang="${lang}" itemscope itemtype="https://schema.org/Dataset">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<meta name="description" itemprop="description" content="${escapeHtml(description)}">
<meta itemprop="name" content="${escapeHtml(title)}">
<meta itemprop="inLanguage" content="${lang}">
<meta property="og:title" content="${escapeHtml(title)}">
<meta property="og:description" content="${escapeHtml(description)}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${escapeHtml(title)}">
<meta property="og:locale" content="${LOCALES[lang]}">
<meta name="twitter:card" content="summary">
${baseUrl === null ? '' : `<meta property="og:url" content="${escapeHtml(baseUrl)}">\n<link rel="canonical" itemprop="url" href="${escapeHtml(baseUrl)}">\n`}<link rel="icon" type="image/svg+xml" href="${ICON_PATH}">
<link rel="stylesheet" href="app/app.css">
<script defer src="app/graph.js"></script>
<script defer src="app/app.js"></script>
</head>
<body>
<div id="app">
<noscript>
<main class="noscript">
<h1>${escapeHtml(title)}</h1>
<p>${words.noscript}</p>
<p><a href="targets/index.html">${words.targets}</a></p>
<ul>
${links.join('\n')}
</ul>
</main>
</noscript>
</div>
</body>
</html>
`
}

const FRENCH = {
  description: (documents: number, entities: number, relations: number, targets: number) =>
    `Un graphe de ${entities} entités, ${relations} relations et ${targets} objectifs lus dans ${documents} ${documents > 1 ? 'articles' : 'article'}, chacun avec la phrase qui le dit.`,
  noscript: 'Le graphe interactif demande JavaScript. Tout ce qu’il montre se lit aussi dans ces pages :',
  targets: 'Objectifs',
}
const ENGLISH: typeof FRENCH = {
  description: (documents, entities, relations, targets) =>
    `A graph of ${entities} entities, ${relations} relations and ${targets} targets read in ${documents} ${documents > 1 ? 'articles' : 'article'}, each with the sentence that says so.`,
  noscript: 'The interactive graph needs JavaScript. Everything it shows can also be read on these pages:',
  targets: 'Targets',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}
