/**
 * Which filings are valid: the place they cover, the days they run, when they were made. The bill is always 11 200
 * yuan in a tertiary hospital, so 10 000 above the deductible: 8 000 as at home, 7 000 referred, 6 000 not filed.
 */
import type { Filing, FilingKind, Setting } from '../bill.ts'
import type { HandBill } from './hand-bill.ts'

const home = { why: '(11200 − 1200) × 80 % = 8000', fund: '8000.00' }
const referred = { why: '(11200 − 1200) × (80 % − 10 points) = 7000', fund: '7000.00' }
const unfiled = { why: '(11200 − 1200) × (80 % − 20 points) = 6000', fund: '6000.00' }

interface Case {
  name: string
  because: string
  facts: string[]
  place?: string
  admittedOn?: string
  settledOn?: string
  filings: Filing[]
  setting: Setting
}

function handBill(one: Case): HandBill {
  const { admittedOn = '2023-03-10', settledOn = '2023-03-20', place = '310000', setting } = one
  const outcome = setting === 'longTermResidence' ? home : setting === 'referral' ? referred : unfiled
  return {
    name: one.name,
    why: [one.because, outcome.why],
    facts: one.facts,
    given: { visit: { place, admittedOn, settledOn }, filings: one.filings, costs: { total: '11200.00' } },
    expect: { setting, deductible: '1200.00', fund: outcome.fund },
  }
}

/** A filing for Shanghai that is valid on the day, with what differs. */
function filing(kind: FilingKind, differs: Partial<Filing> = {}): Filing {
  return { kind, region: '310000', from: '2023-01-01', until: '2023-12-31', madeOn: '2023-01-01', ...differs }
}

function coverage(name: string, because: string, region: string, place: string, setting: Setting): HandBill {
  return handBill({ name, because, facts: ['N177'], place, filings: [filing('referral', { region })], setting })
}

export const regions: HandBill[] = [
  coverage('Shanghai covers Pudong', 'one whole: the first two digits 31', '310000', '310115', 'referral'),
  coverage('a district of Shanghai covers another', 'the first two digits 31', '310115', '310104', 'referral'),
  coverage('Beijing covers Chaoyang', 'the first two digits 11', '110000', '110105', 'referral'),
  coverage('Tianjin covers Heping', 'the first two digits 12', '120000', '120101', 'referral'),
  coverage('a district of Chongqing covers a county', 'the first two digits 50', '500101', '500229', 'referral'),
  coverage('Haikou covers all of Hainan', 'the first two digits 46', '460100', '469001', 'referral'),
  coverage('Lhasa covers all of Tibet', 'the first two digits 54', '540100', '540200', 'referral'),
  coverage('Nantong covers its county Qidong', 'the first four digits 3206', '320600', '320681', 'referral'),
  coverage('Nantong does not cover Nanjing', '3206 is not 3201', '320600', '320100', 'temporary'),
  coverage('Jiangsu as a province covers no prefecture', '3200 is not 3206', '320000', '320600', 'temporary'),
  coverage('Xiantao covers Qianjiang, by the first four digits', '4290 is 4290', '429004', '429005', 'referral'),
  coverage('Shanghai does not cover Beijing', '31 is not 11', '310000', '110000', 'temporary'),
]

export const validity: HandBill[] = [
  handBill({
    name: 'a filing that begins on the day of admission',
    because: 'from 2023-03-10 on: the first day counts',
    facts: ['N175', 'C22'],
    filings: [filing('referral', { from: '2023-03-10', madeOn: '2023-03-10' })],
    setting: 'referral',
  }),
  handBill({
    name: 'a filing that begins the day after admission',
    because: 'not yet valid on 2023-03-10',
    facts: ['N175', 'C22'],
    filings: [filing('referral', { from: '2023-03-11', madeOn: '2023-03-10' })],
    setting: 'temporary',
  }),
  handBill({
    name: 'a filing that ends on the day of admission',
    because: 'the last day counts, and the rest of the stay with it',
    facts: ['Z016', 'C22'],
    filings: [filing('referral', { until: '2023-03-10' })],
    setting: 'referral',
  }),
  handBill({
    name: 'a filing that ended the day before admission',
    because: 'over since 2023-03-09',
    facts: ['N175', 'C22'],
    filings: [filing('referral', { until: '2023-03-09' })],
    setting: 'temporary',
  }),
  handBill({
    name: 'a referral without an end, on its last day',
    because: 'from 2022-03-11: twelve months, to 2023-03-10',
    facts: ['N175', 'P007'],
    filings: [filing('referral', { from: '2022-03-11', until: null, madeOn: '2022-03-11' })],
    setting: 'referral',
  }),
  handBill({
    name: 'a referral without an end, a day later',
    because: 'from 2022-03-10: to 2023-03-09, the day before the same day next year',
    facts: ['N175', 'P007'],
    filings: [filing('referral', { from: '2022-03-10', until: null, madeOn: '2022-03-10' })],
    setting: 'temporary',
  }),
  handBill({
    name: 'a referral from 1 March lasts to the end of February',
    because: 'from 2022-03-01: to 2023-02-28',
    facts: ['N175'],
    admittedOn: '2023-02-28',
    filings: [filing('referral', { from: '2022-03-01', until: null, madeOn: '2022-03-01' })],
    setting: 'referral',
  }),
  handBill({
    name: 'a referral from 28 February is over on 28 February',
    because: 'from 2022-02-28: to 2023-02-27',
    facts: ['N175'],
    admittedOn: '2023-02-28',
    filings: [filing('referral', { from: '2022-02-28', until: null, madeOn: '2022-02-28' })],
    setting: 'temporary',
  }),
  handBill({
    name: 'a referral from 29 February, on its last day, for a very long stay',
    because: 'from 2020-02-29: the same day next year is 2021-02-28, so to 2021-02-27',
    facts: ['N175', 'C22'],
    admittedOn: '2021-02-27',
    filings: [filing('referral', { from: '2020-02-29', until: null, madeOn: '2020-02-29' })],
    setting: 'referral',
  }),
  handBill({
    name: 'a referral from 29 February, a day later',
    because: 'over since 2021-02-27',
    facts: ['N175', 'C22'],
    admittedOn: '2021-02-28',
    filings: [filing('referral', { from: '2020-02-29', until: null, madeOn: '2020-02-29' })],
    setting: 'temporary',
  }),
  handBill({
    name: 'long-term residence without an end is open',
    because: 'from 2015-01-01, no end',
    facts: ['Z017', 'C11'],
    filings: [filing('longTermResidence', { from: '2015-01-01', until: null, madeOn: '2015-01-01' })],
    setting: 'longTermResidence',
  }),
  handBill({
    name: 'long-term residence with an end that is past',
    because: 'over since 2023-03-09',
    facts: ['N188', 'C11'],
    filings: [filing('longTermResidence', { until: '2023-03-09' })],
    setting: 'temporary',
  }),
  handBill({
    name: 'long-term residence that takes effect the day after admission',
    because: 'not yet in effect on 2023-03-10',
    facts: ['N185', 'N187'],
    filings: [filing('longTermResidence', { from: '2023-03-11', madeOn: '2023-03-01' })],
    setting: 'temporary',
  }),
  handBill({
    name: 'a late filing, made on the day of settlement',
    because: 'valid from admission, made before the settlement is done: 2023-03-20',
    facts: ['N179', 'Z019', 'C24'],
    filings: [filing('referral', { from: '2023-03-10', madeOn: '2023-03-20' })],
    setting: 'referral',
  }),
  handBill({
    name: 'a late filing, made the day after settlement',
    because: '2023-03-21 is too late',
    facts: ['N180', 'C24'],
    filings: [filing('referral', { from: '2023-03-10', madeOn: '2023-03-21' })],
    setting: 'temporary',
  }),
  handBill({
    name: 'a filing made days before it begins',
    because: 'made on 2023-02-20, from 2023-03-01 on: what counts is when it begins',
    facts: ['N175', 'C24'],
    filings: [filing('referral', { from: '2023-03-01', madeOn: '2023-02-20' })],
    setting: 'referral',
  }),
  handBill({
    name: 'a referral made a month after it began',
    because: 'from 2022-02-15: the twelve months end on 2023-02-14, whenever it was made',
    facts: ['N175', 'C24'],
    filings: [filing('referral', { from: '2022-02-15', until: null, madeOn: '2022-03-15' })],
    setting: 'temporary',
  }),
  handBill({
    name: 'two halves do not make a filing',
    because: 'one is for the place but over, the other is valid but for Nantong',
    facts: ['N177', 'N180'],
    filings: [filing('referral', { until: '2023-03-09' }), filing('referral', { region: '320600' })],
    setting: 'temporary',
  }),
  handBill({
    name: 'the second of two filings is the one',
    because: 'Nantong does not matter, Shanghai does',
    facts: ['N177', 'N179'],
    filings: [filing('referral', { region: '320600' }), filing('referral')],
    setting: 'referral',
  }),
  handBill({
    name: 'residence and referral for the same place: residence',
    because: 'residence comes first, in whatever order they were filed',
    facts: ['N179', 'N187'],
    filings: [filing('referral'), filing('longTermResidence')],
    setting: 'longTermResidence',
  }),
  handBill({
    name: 'residence over, referral valid',
    because: 'what is over does not count',
    facts: ['N179', 'N188'],
    filings: [filing('longTermResidence', { until: '2023-02-28' }), filing('referral')],
    setting: 'referral',
  }),
  handBill({
    name: 'living in Shanghai, treated in Beijing without a referral',
    because: 'the residence covers Shanghai only',
    facts: ['N180', 'N184', 'C01'],
    place: '110000',
    filings: [filing('longTermResidence')],
    setting: 'temporary',
  }),
]
