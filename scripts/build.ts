// `npm run build`: the command of the same name.
process.argv.splice(2, 0, 'build')
await import('./maillage.ts')
