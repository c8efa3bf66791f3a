/** Fen as yuan with two decimals, the form that results are written in: 120050n is "1200.50". */
export function formatMoney(fen: number | bigint): string {
  const digits = String(fen < 0 ? -fen : fen).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Fen as yuan for people, with a space before every three digits: 8529000n is "85 290.00". */
export function formatMoneyForPeople(fen: bigint): string {
  return formatMoney(fen).replace(/\B(?=(?:\d{3})+\.)/g, ' ')
}
