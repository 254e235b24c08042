// Prints two public swear lists together, by language: {"fr": ["word", "two words", …], …}.
// Run: node swear-lists.mjs FOLDER, where FOLDER/node_modules holds cuss and naughty-words.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

// cuss rates how surely a word is profane: 0 "beaver", 1 "addict", 2 "asshole". 0 is mostly innocent, so it stays out.
const SURENESS = 1

const require = createRequire(pathToFileURL(`${process.argv[2]}/`))
const rated = async (name) => {
  const { cuss } = await import(pathToFileURL(require.resolve(name)))
  return Object.keys(cuss).filter((word) => cuss[word] >= SURENESS)
}
const listed = (language) => require(`naughty-words/${language}.json`)

console.log(
  JSON.stringify({
    fr: [...(await rated('cuss/fr')), ...listed('fr')],
    en: [...(await rated('cuss')), ...listed('en')],
    nl: listed('nl'),
    de: listed('de'),
  }),
)
