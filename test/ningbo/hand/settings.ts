/** Where the care was given: every setting, for stays, outpatient visits and every hospital, with what it takes off. */
import type { HandBill } from './hand-bill.ts'

const hundredThousand = { total: '100000.00' }
const shared = { outpatientSelfPaid: '900.00' }

/** A filing that would be valid on the base bill's day, for any kind and place. */
function filedFor(kind: 'longTermResidence' | 'referral' | 'temporary', region: string) {
  return [{ kind, region, from: '2023-01-01', until: '2023-12-31', madeOn: '2023-01-01' }]
}

export const stays: HandBill[] = [
  {
    name: '100 000 yuan in Hangzhou: 10 points, no filing needed',
    why: [
      '70 %, 75 %, 85 %: 33800 × 70 % + 35000 × 75 % + 30000 × 85 % = 23660 + 26250 + 25500 = 75410',
      'coPay 98800 − 75410 = 23390; critical illness base 24590; 15000 × 80 % + 4590 × 90 % = 12000 + 4131 = 16131',
      'cash 100000 − 75410 − 16131 = 8459',
    ],
    facts: ['N172', 'C05', 'C06'],
    given: { visit: { place: '330100' }, costs: hundredThousand },
    expect: {
      setting: 'inProvince',
      deductible: '1200.00',
      fund: '75410.00',
      coPay: '23390.00',
      criticalIllness: '16131.00',
      cash: '8459.00',
    },
  },
  {
    name: '100 000 yuan in Shanghai with a referral: 10 points',
    why: [
      '33800 × 70 % + 35000 × 75 % + 30000 × 85 % = 23660 + 26250 + 25500 = 75410',
      'critical illness base 24590; 12000 + 4131 = 16131; cash 8459',
    ],
    facts: ['N179', 'P008'],
    given: { visit: { place: '310000' }, filings: filedFor('referral', '310000'), costs: hundredThousand },
    expect: { setting: 'referral', fund: '75410.00', criticalIllness: '16131.00', cash: '8459.00' },
  },
  {
    name: '100 000 yuan in Shanghai as an emergency: as at home',
    why: ['27040 + 29750 + 28500 = 85290; critical illness 7768; cash 6942'],
    facts: ['N181', 'C02', 'C04'],
    given: { visit: { place: '310000', emergency: true }, costs: hundredThousand },
    expect: { setting: 'emergency', fund: '85290.00', criticalIllness: '7768.00', cash: '6942.00' },
  },
  {
    name: '100 000 yuan in Hangzhou as an emergency: as at home',
    why: ['27040 + 29750 + 28500 = 85290; critical illness 7768; cash 6942'],
    facts: ['N173'],
    given: { visit: { place: '330100', emergency: true }, costs: hundredThousand },
    expect: { setting: 'emergency', fund: '85290.00', criticalIllness: '7768.00', cash: '6942.00' },
  },
  {
    name: '100 000 yuan at home as an emergency is local',
    why: ['27040 + 29750 + 28500 = 85290; critical illness 7768; cash 6942'],
    facts: ['N001'],
    given: { visit: { emergency: true }, costs: hundredThousand },
    expect: { setting: 'local', fund: '85290.00', criticalIllness: '7768.00', cash: '6942.00' },
  },
  {
    name: '100 000 yuan in Shanghai, living there: as at home',
    why: ['27040 + 29750 + 28500 = 85290; critical illness 7768; cash 6942'],
    facts: ['N184', 'N187', 'P004'],
    given: { visit: { place: '310000' }, filings: filedFor('longTermResidence', '310000'), costs: hundredThousand },
    expect: { setting: 'longTermResidence', fund: '85290.00', criticalIllness: '7768.00', cash: '6942.00' },
  },
  {
    name: '100 000 yuan in Hangzhou, living there: as at home, not 10 points',
    why: ['27040 + 29750 + 28500 = 85290; critical illness 7768; cash 6942'],
    facts: ['N187'],
    given: { visit: { place: '330100' }, filings: filedFor('longTermResidence', '330100'), costs: hundredThousand },
    expect: { setting: 'longTermResidence', fund: '85290.00', criticalIllness: '7768.00', cash: '6942.00' },
  },
  {
    name: 'an emergency where one lives is residence first',
    why: ['27040 + 29750 + 28500 = 85290; critical illness 7768; cash 6942'],
    facts: ['N187', 'N181'],
    given: {
      visit: { place: '310000', emergency: true },
      filings: filedFor('longTermResidence', '310000'),
      costs: hundredThousand,
    },
    expect: { setting: 'longTermResidence', fund: '85290.00', criticalIllness: '7768.00', cash: '6942.00' },
  },
  {
    name: 'an emergency with a referral is an emergency: no points',
    why: ['27040 + 29750 + 28500 = 85290; critical illness 7768; cash 6942'],
    facts: ['N181'],
    given: {
      visit: { place: '310000', emergency: true },
      filings: filedFor('referral', '310000'),
      costs: hundredThousand,
    },
    expect: { setting: 'emergency', fund: '85290.00', criticalIllness: '7768.00', cash: '6942.00' },
  },
  {
    name: 'a temporary filing changes nothing',
    why: ['20280 + 22750 + 22500 = 65530; critical illness 12000 + 13023 = 25023; cash 9447'],
    facts: ['N180', 'C03'],
    given: { visit: { place: '310000' }, filings: filedFor('temporary', '310000'), costs: hundredThousand },
    expect: { setting: 'temporary', fund: '65530.00', criticalIllness: '25023.00', cash: '9447.00' },
  },
  {
    name: 'a temporary filing inside the province changes nothing',
    why: ['23660 + 26250 + 25500 = 75410; critical illness 16131; cash 8459'],
    facts: ['N172'],
    given: { visit: { place: '330100' }, filings: filedFor('temporary', '330100'), costs: hundredThousand },
    expect: { setting: 'inProvince', fund: '75410.00', criticalIllness: '16131.00', cash: '8459.00' },
  },
  {
    name: 'a referral inside the province is inProvince: the same 10 points',
    why: ['23660 + 26250 + 25500 = 75410; critical illness 16131; cash 8459'],
    facts: ['N172'],
    given: { visit: { place: '330100' }, filings: filedFor('referral', '330100'), costs: hundredThousand },
    expect: { setting: 'inProvince', fund: '75410.00', criticalIllness: '16131.00', cash: '8459.00' },
  },
  {
    name: 'Zhejiang itself, without a prefecture, is inside the province',
    why: ['8800 × 70 % = 6160; coPay 2640'],
    facts: ['N172'],
    given: { visit: { place: '330000' }, costs: { total: '10000.00' } },
    expect: { setting: 'inProvince', fund: '6160.00', coPay: '2640.00' },
  },
  {
    name: 'every county of Ningbo is local',
    why: ['8800 × 80 % = 7040; coPay 1760'],
    facts: ['N083'],
    given: { visit: { place: '330281' }, costs: { total: '10000.00' } },
    expect: { setting: 'local', fund: '7040.00', coPay: '1760.00' },
  },
  {
    name: '50 000 yuan out of the province, not filed: points off the rate, not 20 % paid first',
    why: [
      '33800 × 60 % + 15000 × 65 % = 20280 + 9750 = 30030; coPay 48800 − 30030 = 18770',
      'critical illness base 19970; 14970 × 80 % = 11976; cash 50000 − 30030 − 11976 = 7994',
    ],
    facts: ['N180', 'C01'],
    given: { visit: { place: '320600' }, costs: { total: '50000.00' } },
    expect: {
      setting: 'temporary',
      fund: '30030.00',
      coPay: '18770.00',
      criticalIllness: '11976.00',
      cash: '7994.00',
    },
  },
  {
    name: 'retired, community hospital, not filed: 70 %, 75 %, 75 %',
    why: [
      'deductible 300; 34700 × 70 % + 35000 × 75 % + 30000 × 75 % = 24290 + 26250 + 22500 = 73040',
      'coPay 99700 − 73040 = 26660; critical illness base 26960; 12000 + 6960 × 90 % = 12000 + 6264 = 18264',
      'cash 100000 − 73040 − 18264 = 8696',
    ],
    facts: ['N180', 'N106', 'N107', 'N108'],
    given: {
      person: { status: 'retired' },
      visit: { place: '320100', tier: 'community' },
      costs: hundredThousand,
    },
    expect: {
      setting: 'temporary',
      deductible: '300.00',
      fund: '73040.00',
      coPay: '26660.00',
      criticalIllness: '18264.00',
      cash: '8696.00',
    },
  },
  {
    name: 'a home bed elsewhere in the province',
    why: ['85 % − 10 points = 75 %; no deductible; 1000 × 75 % = 750; coPay 250'],
    facts: ['N110', 'N172'],
    given: { visit: { kind: 'homeBed', tier: 'community', place: '330782' }, costs: { total: '1000.00' } },
    expect: { setting: 'inProvince', deductible: '0.00', fund: '750.00', coPay: '250.00' },
  },
]

export const visits: HandBill[] = [
  {
    name: 'outpatient in Hangzhou',
    why: ['75 % − 10 points = 65 %; 1000 × 65 % = 650; coPay 350'],
    facts: ['N172', 'N093'],
    given: { visit: { kind: 'outpatient', place: '330100' }, costs: { total: '1000.00' }, yearToDate: shared },
    expect: { setting: 'inProvince', fund: '650.00', coPay: '350.00' },
  },
  {
    name: 'outpatient in Shanghai with a referral',
    why: ['75 % − 10 points = 65 %; 1000 × 65 % = 650; coPay 350'],
    facts: ['N179', 'N182'],
    given: {
      visit: { kind: 'outpatient', place: '310000' },
      filings: filedFor('referral', '310000'),
      costs: { total: '1000.00' },
      yearToDate: shared,
    },
    expect: { setting: 'referral', fund: '650.00', coPay: '350.00' },
  },
  {
    name: 'outpatient in Shanghai, not filed: the segment before stays whole',
    why: ['self-pay 900; shared 1000; 75 % − 20 points = 55 %; 1000 × 55 % = 550; coPay 450; cash 1350'],
    facts: ['N180', 'N182', 'C05'],
    given: { visit: { kind: 'outpatient', place: '310000' }, costs: { total: '1900.00' } },
    expect: { setting: 'temporary', selfPaySegment: '900.00', fund: '550.00', coPay: '450.00', cash: '1350.00' },
  },
  {
    name: 'outpatient in Shanghai as an emergency: as at home',
    why: ['1000 × 75 % = 750; coPay 250'],
    facts: ['N181', 'P011'],
    given: {
      visit: { kind: 'outpatient', place: '310000', emergency: true },
      costs: { total: '1000.00' },
      yearToDate: shared,
    },
    expect: { setting: 'emergency', fund: '750.00', coPay: '250.00' },
  },
  {
    name: 'outpatient where one lives: as at home, and the account pays there too',
    why: ['account 500; shared 1500 − 500 = 1000; 1000 × 75 % = 750; coPay 250; person 500 + 250 = 750'],
    facts: ['N187', 'P004', 'N055'],
    given: {
      visit: { kind: 'outpatient', place: '310115' },
      filings: filedFor('longTermResidence', '310000'),
      costs: { total: '1500.00' },
      yearToDate: { ...shared, currentAccount: '500.00' },
    },
    expect: {
      setting: 'longTermResidence',
      account: '500.00',
      fund: '750.00',
      coPay: '250.00',
      cash: '250.00',
      person: '750.00',
    },
  },
  {
    name: 'outpatient in a community hospital out of the province, retired',
    why: ['92 % − 20 points = 72 %; 1000 × 72 % = 720; coPay 280'],
    facts: ['N180', 'N092'],
    given: {
      person: { status: 'retired' },
      visit: { kind: 'outpatient', tier: 'community', place: '320100' },
      costs: { total: '1000.00' },
      yearToDate: { outpatientSelfPaid: '300.00' },
    },
    expect: { setting: 'temporary', fund: '720.00', coPay: '280.00' },
  },
]
