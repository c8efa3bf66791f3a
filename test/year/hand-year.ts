/** A year of one person in Ningbo, worked out by hand: what comes in, and what each line has to say. */

const local = { place: '330200', emergency: false }
const visit = (kind: string, tier: string, settledOn: string, admittedOn = settledOn) => ({
  visit: { kind, tier, ...local, admittedOn, settledOn },
})
const costs = (total: string, ownExpense = '0', overLimit = '0', firstPay = '0') => ({
  costs: { total, ownExpense, overLimit, firstPay },
})

export const events: readonly object[] = [
  {
    event: 'start',
    on: '2022-12-01',
    person: { status: 'active', birthDate: '1980-05-01', specialDiseaseFiled: false },
    filings: [],
    yearToDate: {
      inpatientEligible: '30000',
      deductiblePaid: '1200',
      outpatientSelfPaid: '900',
      criticalIllnessBase: '7000',
      currentAccount: '12.34',
    },
  },
  { event: 'credit', on: '2023-01-01', to: 'yearToDate.currentAccount', amount: '800' },
  {
    event: 'bill',
    ...visit('inpatient', 'community', '2023-01-10', '2022-12-28'),
    ...costs('10000', '500', '200', '300'),
  },
  { event: 'bill', ...visit('homeBed', 'secondary', '2023-01-31'), ...costs('2000') },
  { event: 'bill', ...visit('homeBed', 'secondary', '2023-02-01'), ...costs('2000') },
  { event: 'bill', ...visit('inpatient', 'tertiary', '2023-03-20', '2023-03-01'), ...costs('60000') },
  { event: 'bill', ...visit('outpatient', 'tertiary', '2023-04-03'), ...costs('2000') },
  { event: 'bill', ...visit('specialOutpatient', 'tertiary', '2023-05-06'), ...costs('1000') },
  { event: 'status', on: '2023-06-01', person: { status: 'retired', specialDiseaseFiled: true } },
  { event: 'bill', ...visit('inpatient', 'tertiary', '2023-07-01', '2023-06-20'), ...costs('10000') },
  { event: 'late', ...visit('inpatient', 'secondary', '2023-02-15', '2023-02-10'), ...costs('5000') },
]

const figures = (
  inpatientEligible: string,
  deductiblePaid: string,
  outpatientSelfPaid: string,
  criticalIllnessBase: string,
  currentAccount: string,
) => ({
  yearToDate: { inpatientEligible, deductiblePaid, outpatientSelfPaid, criticalIllnessBase, currentAccount },
})
const changed = (figure: string, old: string, now: string) => ({ figure, old, new: now })

export const lines: readonly object[] = [
  { line: 1, event: 'start', year: '2022', after: figures('30000.00', '1200.00', '900.00', '7000.00', '12.34') },
  // A new year: everything starts anew, and the account gets its credit.
  {
    line: 2,
    event: 'credit',
    year: '2023',
    to: 'yearToDate.currentAccount',
    amount: '800.00',
    after: figures('0.00', '0.00', '0.00', '0.00', '800.00'),
  },
  // Over New Year, all in 2023. Eligible 10 000 − 500 − 200 − 300 = 9000; deductible 300; 8700 × 85 % = 7395, co-pay
  // 1305. Compliant 300 + 300 + 1305 = 1905, all below 5000. Cash 10 000 − 7395.
  {
    line: 3,
    event: 'bill',
    result: {
      eligible: '9000.00',
      deductible: '300.00',
      fund: '7395.00',
      coPay: '1305.00',
      criticalIllness: '0.00',
      cash: '2605.00',
    },
    after: figures('9000.00', '300.00', '0.00', '1905.00', '800.00'),
  },
  // A home bed in January: deductible 600 − 300 = 300; 1700 × 80 % = 1360, co-pay 340; compliant 640.
  {
    line: 4,
    result: { deductible: '300.00', fund: '1360.00', coPay: '340.00', cash: '640.00' },
    after: figures('11000.00', '600.00', '0.00', '2545.00', '800.00'),
  },
  // From February on home beds have no deductible: 2000 × 80 % = 1600, co-pay 400.
  {
    line: 5,
    result: { deductible: '0.00', fund: '1600.00', coPay: '400.00', cash: '400.00' },
    after: figures('13000.00', '600.00', '0.00', '2945.00', '800.00'),
  },
  // Deductible 1200 − 600 = 600; from 13 600 to 73 000: 21 400 × 80 % = 17 120, 35 000 × 85 % = 29 750, 3000 × 95 % = 2850;
  // co-pay 59 400 − 49 720 = 9680. Compliant 10 280 from 2945 to 13 225: above 5000 8225 × 80 % = 6580.
  {
    line: 6,
    result: { deductible: '600.00', fund: '49720.00', coPay: '9680.00', criticalIllness: '6580.00', cash: '3700.00' },
    after: figures('73000.00', '1200.00', '0.00', '13225.00', '800.00'),
  },
  // Account 800, self-pay segment 900 (42 years old, active), the rest 300 × 75 % = 225, co-pay 75.
  {
    line: 7,
    result: { account: '800.00', selfPaySegment: '900.00', fund: '225.00', coPay: '75.00', cash: '975.00' },
    after: figures('73000.00', '1200.00', '900.00', '13225.00', '0.00'),
  },
  // Special disease: 92 % of 1000 = 920; the other 80 are compliant, × 80 % = 64.
  {
    line: 8,
    result: { deductible: '0.00', fund: '920.00', coPay: '80.00', criticalIllness: '64.00', cash: '16.00' },
    after: figures('73000.00', '1200.00', '900.00', '13305.00', '0.00'),
  },
  { line: 9, event: 'status', on: '2023-06-01', after: figures('73000.00', '1200.00', '900.00', '13305.00', '0.00') },
  // Retired and with a special disease filed: no deductible; 73 000 to 83 000 at 95 %; 500 × 80 % = 400.
  {
    line: 10,
    result: { deductible: '0.00', fund: '9500.00', coPay: '500.00', criticalIllness: '400.00', cash: '100.00' },
    after: figures('83000.00', '1200.00', '900.00', '13805.00', '0.00'),
  },
  // Late, after line 5: the deductible of 600 is paid; 5000 × 80 % = 4000, co-pay 1000.
  {
    line: 11,
    event: 'late',
    resettled: 4,
    result: { deductible: '0.00', fund: '4000.00', coPay: '1000.00', criticalIllness: '0.00', cash: '1000.00' },
    after: figures('18000.00', '600.00', '0.00', '3945.00', '800.00'),
  },
  // Line 6 again, from 18 600 to 78 000: 16 400 × 80 % = 13 120, 35 000 × 85 % = 29 750, 8000 × 95 % = 7600, together 50 470;
  // co-pay 8930. Compliant 9530 from 3945 to 13 475: 8475 × 80 % = 6780.
  {
    line: 6,
    event: 'correction',
    because: 11,
    differences: [
      changed('coPay', '9680.00', '8930.00'),
      changed('fund', '49720.00', '50470.00'),
      changed('criticalIllness', '6580.00', '6780.00'),
      changed('fundTotal', '56300.00', '57250.00'),
      changed('cash', '3700.00', '2750.00'),
      changed('person', '3700.00', '2750.00'),
      changed('yearToDate.inpatientEligible', '73000.00', '78000.00'),
      changed('yearToDate.criticalIllnessBase', '13225.00', '13475.00'),
    ],
    after: figures('78000.00', '1200.00', '0.00', '13475.00', '800.00'),
  },
  // Of the others only what is carried differs.
  {
    line: 7,
    event: 'correction',
    differences: [
      changed('yearToDate.inpatientEligible', '73000.00', '78000.00'),
      changed('yearToDate.criticalIllnessBase', '13225.00', '13475.00'),
    ],
  },
  {
    line: 8,
    event: 'correction',
    differences: [
      changed('yearToDate.inpatientEligible', '73000.00', '78000.00'),
      changed('yearToDate.criticalIllnessBase', '13305.00', '13555.00'),
    ],
  },
  {
    line: 10,
    event: 'correction',
    differences: [
      changed('yearToDate.inpatientEligible', '83000.00', '88000.00'),
      changed('yearToDate.criticalIllnessBase', '13805.00', '14055.00'),
    ],
  },
  {
    event: 'summary',
    year: '2022',
    from: '2022-01-01',
    until: '2022-12-31',
    bills: 0,
    totals: {},
    after: figures('30000.00', '1200.00', '900.00', '7000.00', '12.34'),
  },
  // Funds 7395 + 1360 + 1600 + 4000 + 50 470 + 225 + 920 + 9500 = 75 470; critical illness 6780 + 64 + 400 = 7244;
  // cash 2605 + 640 + 400 + 1000 + 2750 + 975 + 16 + 100 = 8486; and 75 470 + 7244 + 800 + 8486 = 92 000.
  {
    event: 'summary',
    year: '2023',
    bills: 8,
    totals: {
      total: '92000.00',
      fund: '75470.00',
      criticalIllness: '7244.00',
      fundTotal: '82714.00',
      account: '800.00',
      cash: '8486.00',
      person: '9286.00',
    },
    after: figures('88000.00', '1200.00', '900.00', '14055.00', '0.00'),
  },
]
