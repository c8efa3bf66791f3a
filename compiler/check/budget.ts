/**
 * How much of a kind one policy may hold, so that a hostile one cannot hold up whoever compiles or runs it: lines of a
 * split, lines into one name, moves, adjustments of a name, accumulations of a figure, bands of a table, digits of a
 * number, rows of a dataset.
 */
export const budget = {
  lines: 100,
  postings: 1000,
  moves: 100,
  adjustments: 100,
  accumulations: 250,
  bands: 500,
  digits: 1000,
  rows: 100_000,
} as const
