import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { env, workspace, type ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'

let client: LanguageClient | null = null

/** Called by VS Code when the first policy is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  client = new LanguageClient(
    'daiyu',
    'Daiyu 待遇',
    { module: serverPath() ?? context.asAbsolutePath('server.js'), args: ['lsp'], transport: TransportKind.stdio },
    { documentSelector: [{ language: 'daiyu' }], initializationOptions: { language: language() } },
  )
  await client.start()
}

/** Called by VS Code at its end. */
export async function deactivate(): Promise<void> {
  await client?.stop()
}

/** The setting's, else that of a folder; null where there is none, or where the folders are not trusted to run code. */
function serverPath(): string | null {
  if (!workspace.isTrusted) return null
  const asked = workspace.getConfiguration('daiyu').get<string>('server', '')
  const wanted = asked === '' ? 'node_modules/daiyu/dist/daiyu.js' : asked
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath)
  const paths = isAbsolute(wanted) ? [wanted] : folders.map((folder) => join(folder, wanted))
  return paths.find((path) => existsSync(path)) ?? null
}

function language(): 'zh' | 'en' {
  const asked = workspace.getConfiguration('daiyu').get<string>('language', 'auto')
  if (asked === 'zh' || asked === 'en') return asked
  return /^zh\b/iu.test(env.language) ? 'zh' : 'en'
}
