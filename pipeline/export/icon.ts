/** Where the site's icon lies below its root. */
export const ICON_PATH = 'icon.svg'

/** Three nodes and their edges, in colours that stand out from light and dark browsers alike. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M7 24 16 7l9 17Z" fill="none" stroke="#b4472b" stroke-width="2"/><circle cx="16" cy="7" r="4" fill="#b4472b"/><circle cx="7" cy="24" r="4" fill="#2a6496"/><circle cx="25" cy="24" r="4" fill="#2c7a55"/></svg>\n'
