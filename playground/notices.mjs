// What is handed on holds code of other packages, whose licences ask to be handed on with it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const notice = /^(?:licen[cs]e|notice|third-?party-?notices)(?:\.(?:md|txt))?$/i

/** Writes `ThirdPartyNotices.txt` into a folder: of all packages that went into bundles, by their metafiles. `root`: what these count from. */
export function writeNotices(folder, metafiles, root) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs))
  const packages = inputs.flatMap((path) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? [])
  const texts = [...new Set(packages)].map((path) => noticesOf(join(root, path)))
  writeFileSync(join(folder, 'ThirdPartyNotices.txt'), texts.join(`\n${'='.repeat(80)}\n\n`))
}

function noticesOf(folder) {
  const manifest = join(folder, 'package.json')
  const { name, version, license } = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
  const files = readdirSync(folder).filter((each) => notice.test(each))
  const texts = files.map((each) => readFileSync(join(folder, each), 'utf8').trim())
  return [`${name} ${version} (${license})`, ...texts, ''].join('\n\n')
}
