import { expect, test } from 'vitest'
import { formatMoney, formatMoneyForPeople } from '../../runtime/index.ts'

test.each([
  [0n, '0.00', '0.00'],
  [5n, '0.05', '0.05'],
  [120050n, '1200.50', '1 200.50'],
  [8529000n, '85290.00', '85 290.00'],
  [99999n, '999.99', '999.99'],
  [123456789012n, '1234567890.12', '1 234 567 890.12'],
  [-5n, '-0.05', '-0.05'],
  [-123456n, '-1234.56', '-1 234.56'],
  [-100000n, '-1000.00', '-1 000.00'],
])('%s fen', (fen, written, shown) => {
  expect(formatMoney(fen)).toBe(written)
  expect(formatMoneyForPeople(fen)).toBe(shown)
})
