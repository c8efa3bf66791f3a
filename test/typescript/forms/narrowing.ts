import type { Type } from '../../../compiler/program/type.ts'
import * as make from '../../interpret/make.ts'
import { field, out, total, yuan, type Form } from './form.ts'

export const narrowing: Form = {
  name: 'cases that settle each other',
  program: make.program({
    input: {
      eitherOf: [],
      fields: [
        make.onField,
        field('total', 'money'),
        { ...field('tier', 'text'), type: { kind: 'choice', choices: 'Tier', optional: false } },
      ],
      lists: [],
    },
    definitions: [
      make.define(
        'inner',
        byTier('tertiary', byTier('tertiary', yuan('1'), yuan('2')), byTier('community', yuan('3'), yuan('4'))),
      ),
      make.define(
        'equal',
        make.cases(
          [
            make.when(
              make.compare(total, 'equal', yuan('5')),
              make.cases([make.when(make.compare(total, 'equal', yuan('6')), yuan('1'))], yuan('2')),
            ),
            make.when(make.and(make.compare(total, 'equal', yuan('5')), make.is(true)), yuan('3')),
          ],
          yuan('4'),
        ),
      ),
      make.define(
        'constant',
        make.cases(
          [
            make.when(
              make.compare(make.cases([make.when(isTertiary(), yuan('1'))], yuan('2')), 'equal', yuan('3')),
              yuan('5'),
            ),
          ],
          yuan('6'),
        ),
      ),
    ],
    output: ['inner', 'equal', 'constant'].map((id) => out(id, make.money, make.ref(id, make.money))),
  }),
  inputs: ['tertiary', 'community'].flatMap((tier) =>
    [5, 6].map((amount) => ({ on: '2023-06-01', total: amount, tier })),
  ),
}

function tierType(): Type {
  return { kind: 'choice', choices: 'Tier' }
}

function isTertiary() {
  return make.isOneOf(make.input('tier', tierType()), 'tertiary')
}

function byTier(tier: string, is: ReturnType<typeof yuan>, otherwise: ReturnType<typeof yuan>) {
  return make.cases([make.when(make.isOneOf(make.input('tier', tierType()), tier), is)], otherwise)
}
