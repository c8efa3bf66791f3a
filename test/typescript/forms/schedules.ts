import * as make from '../../interpret/make.ts'
import { field, out, total, yuan, type Form } from './form.ts'

const fine = make.bands('10', '20', '30')
export const schedules: Form = {
  name: 'bands with other edges, flat rates, rates by case, rounded rates',
  program: make.program({
    input: { eitherOf: [], fields: [make.onField, field('total', 'money'), field('isRetired', 'boolean')], lists: [] },
    definitions: [
      make.define('coarse', make.schedule(make.bands('20'), '1/10', '1/5')),
      make.define('fine', make.schedule(fine, '1', '1/2', '1/4', '1/8')),
      make.define('byCase', {
        kind: 'schedule',
        rates: ['1/3', '2/3'].map((retired) =>
          make.cases(
            [
              make.when(make.input('isRetired', make.truth), make.exact(retired, make.rate)),
              make.when(make.not(make.input('isRetired', make.truth)), make.exact('0', make.rate)),
            ],
            null,
          ),
        ),
        type: make.bands('15'),
        at: make.origin,
      }),
      make.define(
        'lowered',
        make.arithmetic(
          'greater',
          make.arithmetic('subtract', make.ref('fine', fine), make.ref('coarse', make.bands('20')), fine),
          make.exact('0', make.rate),
          fine,
        ),
      ),
      make.define(
        'product',
        make.arithmetic(
          'multiply',
          make.exact('1/7', make.rate),
          make.ref('byCase', make.bands('15')),
          make.bands('15'),
        ),
      ),
      make.define('rounded', make.round(make.ref('product', make.bands('15')), 'halfUp', 4)),
      make.define(
        'chosen',
        make.arithmetic(
          'lesser',
          make.cases(
            [make.when(make.input('isRetired', make.truth), make.ref('coarse', make.bands('20')))],
            make.schedule(make.bands('20'), '0', '1'),
          ),
          make.cases(
            [make.when(make.input('isRetired', make.truth), make.exact('1', make.rate))],
            make.exact('1/2', make.rate),
          ),
          make.bands('20'),
        ),
      ),
      make.define(
        'ratio',
        make.arithmetic(
          'multiply',
          make.ref('coarse', make.bands('20')),
          make.arithmetic('divide', total, yuan('3000'), make.number),
          make.bands('20'),
        ),
      ),
      make.define(
        'dynamic',
        make.arithmetic(
          'multiply',
          make.ref('coarse', make.bands('20')),
          make.arithmetic('divide', yuan('1'), make.arithmetic('add', total, yuan('1')), make.number),
          make.bands('20'),
        ),
      ),
    ],
    output: ['lowered', 'rounded', 'chosen', 'ratio', 'dynamic', 'product']
      .map((id) => {
        const edges =
          id === 'lowered' ? fine : id === 'rounded' || id === 'product' ? make.bands('15') : make.bands('20')
        return out(
          id,
          make.money,
          make.round(make.integrate(make.ref(id, edges), yuan('5'), total), 'halfUp', 2, make.money),
        )
      })
      .concat([
        out(
          'flat',
          make.money,
          make.round(make.integrate(make.exact('1/8', make.rate), yuan('1'), total), 'up', 2, make.money),
        ),
      ]),
  }),
  inputs: [true, false].flatMap((isRetired) =>
    ['0', '5.01', '15', '20.01', '30', '1234567.89'].map((amount) => ({ on: '2023-06-01', total: amount, isRetired })),
  ),
}
