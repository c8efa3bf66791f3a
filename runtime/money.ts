/** Fen as yuan with two decimals, the form that results are written in: 120050 is "1200.50". */
export function formatMoney(fen: number | bigint): string {
  if (typeof fen === 'bigint') return formatLarge(fen)
  if (fen === 0) return '0.00'
  if (fen < 0) return `-${formatMoney(-fen)}`
  const yuan = Math.floor(fen / 100)
  const high = Math.floor(yuan / 10_000)
  const low = yuan - high * 10_000
  return (high === 0 ? printed(low) : whole(high) + fourDigits(low)) + cents(fen - yuan * 100)
}

// Numbers are slow to print, and most of those here are small: each is printed once.
const numbers: (string | undefined)[] = Array(10_000)
const endings: (string | undefined)[] = Array(10_000)
const decimals: (string | undefined)[] = Array(100)

function whole(number: number): string {
  return number < 10_000 ? printed(number) : String(number)
}

function printed(number: number): string {
  return (numbers[number] ??= String(number))
}

function fourDigits(number: number): string {
  return (endings[number] ??= String(number).padStart(4, '0'))
}

function cents(number: number): string {
  return (decimals[number] ??= `.${String(number).padStart(2, '0')}`)
}

function formatLarge(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Fen as yuan for people, with a space before every three digits: 8529000n is "85 290.00". */
export function formatMoneyForPeople(fen: number | bigint): string {
  return formatMoney(fen).replace(/\B(?=(?:\d{3})+\.)/g, ' ')
}
