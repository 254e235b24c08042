// Answers, for each line of JSON on standard input (a string), how many messages alex has about it.
// Run: node alex.mjs FOLDER, where FOLDER/node_modules holds alex.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const folder = pathToFileURL(`${process.argv[2]}/`)
const { text } = await import(pathToFileURL(createRequire(folder).resolve('alex')))

for await (const line of createInterface({ input: process.stdin })) {
  console.log(text(JSON.parse(line)).messages.length)
}
