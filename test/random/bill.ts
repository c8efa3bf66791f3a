import type { Expr, Field, FieldType, InputSchema, Program } from '../../compiler/program/program.ts'
import { between, chance, pick, type Draw } from './draw.ts'

/** Constants of a program, by what they measure: amounts in fen, dates as text, the rest in their own unit. */
export interface Landmarks {
  readonly fen: readonly number[]
  readonly whole: readonly number[]
  readonly rates: readonly string[]
  readonly numbers: readonly string[]
  readonly dates: readonly string[]
  readonly regions: readonly string[]
  /** By path of a field, the constants that it is compared with, as texts of its own form. */
  readonly own: ReadonlyMap<string, readonly string[]>
  /** Fields that must not be more than another one: `exactly` lines of a split. */
  readonly parts: readonly { readonly whole: string; readonly part: string }[]
}

/** Everything in a program at which something changes. */
export function landmarksOf(program: Program): Landmarks {
  const found = {
    fen: new Set<number>(),
    whole: new Set<number>(),
    rates: new Set<string>(),
    numbers: new Set<string>(),
  }
  const dates = new Set<string>([program.edition.from, program.edition.until].filter((date) => date !== null))
  const regions = new Set<string>()
  const parts: { whole: string; part: string }[] = []
  const note = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(note)
    if (typeof value !== 'object' || value === null) return
    const expr = value as Expr
    if (expr.kind === 'constant') noteConstant(expr)
    if (expr.kind === 'compare') noteComparison(expr)
    if (expr.kind === 'exactly' && expr.value.kind === 'input') {
      const [whole] = inputsIn(expr.limit)
      if (whole !== undefined && whole !== expr.value.path) parts.push({ whole, part: expr.value.path })
    }
    if ('type' in value) noteEdges(value.type)
    for (const [key, inner] of Object.entries(value))
      if (key !== 'at' && key !== 'origin' && key !== 'type') note(inner)
  }
  const own = new Map<string, string[]>()
  const noteComparison = ({ left, right }: Extract<Expr, { kind: 'compare' }>): void => {
    for (const [field, constant] of [
      [left, right],
      [right, left],
    ] as const) {
      if ((field.kind !== 'input' && field.kind !== 'field') || constant.kind !== 'constant') continue
      const { value } = constant
      const text = value.kind === 'date' ? value.date : value.kind === 'exact' ? value.exact : null
      if (text !== null) own.set(field.path, [...(own.get(field.path) ?? []), text])
    }
  }
  const noteEdges = (type: unknown): void => {
    if (typeof type === 'object' && type !== null && 'edges' in type)
      for (const edge of type.edges as string[]) noteFen(edge)
  }
  const noteFen = (exact: string): void => {
    const fen = Math.round(decimalOf(exact) * 100)
    if (fen >= 0 && fen < 1e14) found.fen.add(fen)
  }
  const noteConstant = ({ value, type }: Extract<Expr, { kind: 'constant' }>): void => {
    if (value.kind === 'date') dates.add(value.date)
    if (value.kind === 'region') regions.add(value.prefix)
    if (value.kind !== 'exact') return
    const number = decimalOf(value.exact)
    if (type.kind === 'money') noteFen(value.exact)
    else if (type.kind === 'rate' && number >= 0 && number <= 1) found.rates.add(sixDecimals(number))
    else if (type.kind === 'number') found.numbers.add(sixDecimals(number))
    else if (Number.isInteger(number) && number >= 0 && number < 2000) found.whole.add(number)
  }
  note(program.definitions)
  note(program.invariants)
  note(program.output)
  const [fen, whole, rates, numbers] = [found.fen, found.whole, found.rates, found.numbers].map((set) => [...set])
  return {
    fen: [0, ...((fen as number[] | undefined) ?? [])],
    whole: [0, 1, ...((whole as number[] | undefined) ?? [])],
    rates: ['0', ...((rates as string[] | undefined) ?? [])],
    numbers: ['0', '1', ...((numbers as string[] | undefined) ?? [])],
    dates: [...dates],
    regions: [...regions],
    own,
    parts,
  }
}

function inputsIn(expr: Expr): string[] {
  const paths: string[] = []
  JSON.stringify(expr, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'input' && 'path' in value)
      paths.push(String(value.path))
    return value
  })
  return paths
}

function decimalOf(exact: string): number {
  const [numerator = '0', denominator = '1'] = exact.split('/')
  return Number(numerator) / Number(denominator)
}

const sixDecimals = (value: number): string => String(Number(value.toFixed(6)))

/** A valid input as the schema says, near the landmarks. A few have a date outside the edition. */
export function randomInput(draw: Draw, program: Program, landmarks: Landmarks): unknown {
  return new InputMaker(draw, program, landmarks).make(program.input)
}

const places = [
  '330200',
  '330203',
  '330281',
  '330100',
  '330000',
  '310000',
  '310115',
  '110000',
  '110105',
  '540100',
  '820000',
]

class InputMaker {
  readonly #draw: Draw
  readonly #program: Program
  readonly #landmarks: Landmarks
  readonly #given: { fen: number[]; dates: string[] } = { fen: [], dates: [] }

  constructor(draw: Draw, program: Program, landmarks: Landmarks) {
    this.#draw = draw
    this.#program = program
    this.#landmarks = landmarks
  }

  make({ fields, lists, eitherOf }: InputSchema): unknown {
    const input: Record<string, unknown> = {}
    const { selectedBy } = this.#program.edition
    const selector = fields.find(({ path }) => path === selectedBy)
    for (const field of selector ? [selector, ...fields.filter((each) => each !== selector)] : fields) {
      put(input, field.path.split('.'), field === selector ? this.#selecting(field) : this.#value(field))
    }
    this.#fitParts(input)
    for (const list of lists) {
      const elements = Array.from({ length: this.#draw(4) }, () => this.#element(list.fields))
      put(input, list.path.split('.'), elements)
    }
    for (const pair of eitherOf) if (chance(this.#draw, 95)) delete input[pair[this.#draw(2)] ?? '']
    return input
  }

  // Most cases should not be refused because a part is more than the whole.
  #fitParts(input: object): void {
    for (const { whole, part } of this.#landmarks.parts) {
      const [wholeFen, partFen] = [fenAt(input, whole), fenAt(input, part)]
      if (wholeFen === null || partFen === null || !chance(this.#draw, 90)) continue
      if (chance(this.#draw, 50)) put(input, whole.split('.'), yuan(Math.min(wholeFen + partFen, 999_999_999_999_999)))
      else put(input, part.split('.'), yuan(this.#draw(Math.floor(wholeFen / 4) + 1)))
    }
  }

  #element(fields: readonly Field[]): object {
    const element = {}
    for (const field of fields) put(element, field.path.split('.'), this.#value(field))
    return element
  }

  #value({ type, path }: Field): unknown {
    const draw = this.#draw
    if (type.optional && chance(draw, 35)) return null
    const own = this.#landmarks.own.get(path) ?? []
    const beside = own.length > 0 && chance(draw, 60) ? this.#beside(type, pick(draw, own)) : null
    if (beside !== null) return beside
    switch (type.kind) {
      case 'money':
        return this.#money()
      case 'rate':
        return chance(draw, 60) ? pick(draw, this.#landmarks.rates) : sixDecimals(draw(1_000_001) / 1_000_000)
      case 'number':
        return this.#number()
      case 'months':
        return chance(draw, 60) ? Math.max(0, pick(draw, this.#landmarks.whole) + draw(3) - 1) : draw(400)
      case 'date':
        return this.#date()
      case 'yearMonth':
        return this.#date().slice(0, 7)
      case 'boolean':
        return draw(2) === 1
      case 'region':
        return this.#region()
      case 'text':
        return pick(draw, ['甲', '', '"</script>', "it's \\ `${x}`", '__proto__'])
      case 'texts':
        throw new Error('texts only come out')
      case 'choice': {
        const members = this.#program.choices.find(({ id }) => id === type.choices)?.members ?? []
        return pick(draw, members).id
      }
    }
  }

  /** The constant that the field is compared with, or what lies next to it. */
  #beside({ kind }: FieldType, constant: string): unknown {
    const draw = this.#draw
    const step = pick(draw, [0, 1, -1])
    switch (kind) {
      case 'date': {
        const date = addDays(constant, step)
        this.#given.dates.push(date)
        return date
      }
      case 'money': {
        const fen = Math.max(0, Math.floor(decimalOf(constant) * 100 + 1e-6) + step)
        this.#given.fen.push(fen)
        return yuan(fen)
      }
      case 'months':
        return Math.max(0, Math.floor(decimalOf(constant)) + step)
      case 'rate':
        return sixDecimals(Math.min(1, Math.max(0, decimalOf(constant) + step / 1_000_000)))
      case 'number':
        return sixDecimals(decimalOf(constant) + step / 1_000_000)
      case 'yearMonth':
        return addDays(constant, step).slice(0, 7)
      case 'boolean':
      case 'region':
      case 'text':
      case 'texts':
      case 'choice':
        return null
    }
  }

  #money(): unknown {
    const draw = this.#draw
    const near = (fen: number): number => Math.max(0, fen + pick(draw, [0, 1, -1]))
    const { fen } = this.#landmarks
    const given = this.#given.fen.length > 0 ? pick(draw, this.#given.fen) : 0
    const amount = pick(draw, [
      (): number => near(pick(draw, fen)),
      () => near(pick(draw, fen)),
      () => near(Math.max(0, pick(draw, fen) - given)),
      () => near(pick(draw, fen) + given),
      () => draw(200_000),
      () => draw(10_000_000),
      // Many rates leave half a fen of these.
      () => draw(5_000) * 20 + 10,
      () => draw(5_000) * 2 + 1,
      () => pick(draw, fen) + draw(5_000) * 20 + 10,
      () => draw(5_000) * 100 + 50,
      () => pick(draw, [1, 50, 99, 100, 149, 150]),
      () => draw(1_000_000_000_000),
    ])()
    this.#given.fen.push(amount)
    return amount % 100 === 0 && chance(draw, 30) ? amount / 100 : yuan(amount)
  }

  #number(): unknown {
    const draw = this.#draw
    if (chance(draw, 15)) return draw(10)
    if (chance(draw, 60)) return pick(draw, this.#landmarks.numbers)
    return sixDecimals((draw(2_000_001) - 400_000) / pick(draw, [1_000_000, 1000, 100]))
  }

  #selecting({ type }: Field): string {
    const date = this.#selectingDate()
    if (type.kind !== 'yearMonth') return date
    const { from } = this.#program.edition
    const isBefore = from !== null && `${date.slice(0, 7)}-01` < from && chance(this.#draw, 98)
    return (isBefore ? addDays(from, 31) : date).slice(0, 7)
  }

  #selectingDate(): string {
    const draw = this.#draw
    const { from, until } = this.#program.edition
    const inside = this.#landmarks.dates.filter((date) => (from ?? '') <= date && date <= (until ?? '9999'))
    const outside = chance(draw, 2)
    const date = chance(draw, 60) && inside.length > 0 ? pick(draw, inside) : addDays(from ?? '2023-01-01', draw(365))
    const moved = chance(draw, 30) ? addDays(date, pick(draw, [1, -1])) : date
    const isInside = (from ?? '') <= moved && moved <= (until ?? '9999')
    const chosen = isInside || outside ? moved : (from ?? moved)
    this.#given.dates.push(chosen)
    return chosen
  }

  #date(): string {
    const draw = this.#draw
    const base =
      chance(draw, 50) && this.#given.dates.length > 0
        ? pick(draw, this.#given.dates)
        : pick(draw, ['2023-02-28', ...this.#landmarks.dates])
    const years = chance(draw, 30)
      ? pick(draw, [1, 18, 45, 70, ...this.#landmarks.whole.filter((each) => each < 100)])
      : 0
    const date = addDays(addYears(base, -years), pick(draw, [0, 0, 1, -1, between(draw, -400, 400)]))
    const possible = date < '1901-01-01' ? '1950-12-31' : date
    this.#given.dates.push(possible)
    return possible
  }

  #region(): string {
    const { regions } = this.#landmarks
    const draw = this.#draw
    if (regions.length > 0 && chance(draw, 50)) {
      const prefix = pick(draw, regions).replace(/(00)+$/, '')
      const area = chance(draw, 30) ? prefix.slice(0, 2) : prefix
      return `${area}${pick(draw, ['0000', '0100', '0203'])}`.slice(0, 6)
    }
    return pick(draw, places)
  }
}

function put(record: object, [key = '', ...rest]: readonly string[], value: unknown): void {
  const open = record as { [each: string]: unknown }
  if (rest.length === 0) open[key] = value
  else put((Object.hasOwn(open, key) ? open[key] : (open[key] = {})) as object, rest, value)
}

function fenAt(input: object, path: string): number | null {
  const value = path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], input)
  if (value === null) return null
  return Math.round(Number(value) * 100)
}

function yuan(fen: number): string {
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function addYears(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0')
  return new Date(`${year}${date.slice(4)}T00:00:00Z`).toISOString().slice(0, 10)
}
