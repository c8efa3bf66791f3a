import { monaco } from '../monaco.ts'
import type { Problems } from '../problems.ts'
import { POLICY } from './language.ts'
import { rangeOf, type Models } from './models.ts'

const OWNER = 'daiyu'

/** Underlines problems where they are, and offers their fixes. */
export function markProblems(models: Models): (all: Problems) => void {
  let problems: Problems = []
  monaco.languages.registerCodeActionProvider(POLICY, {
    provideCodeActions(model, range) {
      const file = models.nameOf(model)
      const touched = problems.filter(
        (problem) =>
          problem.file === file && monaco.Range.areIntersectingOrTouching(rangeOf(model, problem.span), range),
      )
      const actions = touched.flatMap(({ fixes }) =>
        fixes.map(({ title, edits }): monaco.languages.CodeAction => ({
          title,
          kind: 'quickfix',
          isPreferred: fixes.length === 1,
          edit: {
            edits: edits.flatMap((edit) => {
              const target = models.of(edit.file)
              if (!target) return []
              const textEdit = { range: rangeOf(target, edit.span), text: edit.text }
              return { resource: target.uri, versionId: target.getVersionId(), textEdit }
            }),
          },
        })),
      )
      return { actions, dispose: () => {} }
    },
  })
  return (all) => {
    problems = all
    for (const model of monaco.editor.getModels()) {
      const file = models.nameOf(model)
      const markers = all
        .filter((problem) => problem.file === file)
        .map(({ span, severity, code, title, explanation, advice }): monaco.editor.IMarkerData => ({
          ...numbersOf(rangeOf(model, span)),
          severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
          code,
          message: [title, explanation, advice].filter((each) => each !== null).join('\n'),
        }))
      monaco.editor.setModelMarkers(model, OWNER, markers)
    }
  }
}

function numbersOf({ startLineNumber, startColumn, endLineNumber, endColumn }: monaco.Range): monaco.IRange {
  return { startLineNumber, startColumn, endLineNumber, endColumn }
}
