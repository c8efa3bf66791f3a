/** Filings: valid or not, the setting of care, until when, when revocable, with which documents. */
import { byHand } from './decision.ts'

const referral = { kind: 'referral', region: '310000', from: '2023-03-01', until: null, madeOn: '2023-03-01' }
const longTerm = {
  kind: 'longTermResidence',
  region: '330100',
  from: '2023-11-30',
  until: null,
  madeOn: '2023-11-01',
}
const temporary = { ...referral, kind: 'temporary' }

byHand('ningbo.filing.status', { filing: referral, on: '2023-05-01', place: '310115' }, [
  {
    given: {},
    why: 'Shanghai is one area; 1 March 2023 + 12 months − 1 day = 29 February 2024',
    expect: {
      valid: true,
      setting: 'referral',
      validUntil: '2024-02-29',
      revocableFrom: null,
      documents: ['指定医院副主任及以上职称医师的诊疗意见', '《基本医疗保险参保人员转外就医备案表》'],
    },
  },
  { given: { on: '2024-02-29' }, why: 'the last day', expect: { valid: true, setting: 'referral' } },
  { given: { on: '2024-03-01' }, why: 'the day after', expect: { valid: false, setting: 'temporary' } },
  { given: { on: '2023-03-01' }, why: 'the first day', expect: { valid: true } },
  {
    given: { filing: { ...referral, madeOn: '2023-02-01' }, on: '2023-02-28' },
    why: 'the day before the first',
    expect: { valid: false, setting: 'temporary' },
  },
  {
    given: { filing: { ...referral, from: '2024-02-29', madeOn: '2024-02-29' }, on: '2025-02-28' },
    why: '29 February + 12 months is 28 February, less a day the 27th',
    expect: { valid: false, validUntil: '2025-02-27' },
  },
  {
    given: { filing: { ...referral, madeOn: '2023-05-01' } },
    why: 'made late, on the very day (C24)',
    expect: { valid: true },
  },
  { given: { filing: { ...referral, madeOn: '2023-05-02' } }, why: 'made a day too late', expect: { valid: false } },
  {
    given: { filing: { ...referral, until: '2023-04-30' } },
    why: 'its own end counts',
    expect: { valid: false, validUntil: '2023-04-30' },
  },
  {
    given: { filing: { ...referral, until: '2025-12-31' }, on: '2025-12-31' },
    why: 'its own end counts, also beyond 12 months',
    expect: { valid: true, validUntil: '2025-12-31' },
  },
  {
    given: { filing: { ...referral, region: '320100' }, place: '320500' },
    why: 'Suzhou is not in the prefecture of Nanjing',
    expect: { valid: false, setting: 'temporary' },
  },
  {
    given: { filing: { ...referral, region: '320106' }, place: '320102' },
    why: 'two districts of Nanjing',
    expect: { valid: true, setting: 'referral' },
  },
  {
    given: { filing: { ...referral, region: '460100' }, place: '460200' },
    why: 'Hainan counts as a whole',
    expect: { valid: true, setting: 'referral' },
  },
  {
    given: { filing: { ...referral, region: '540100' }, place: '540200' },
    why: 'Tibet counts as a whole',
    expect: { valid: true },
  },
  ...['110101', '120101', '500101'].map((place) => ({
    given: { filing: { ...referral, region: `${place.slice(0, 2)}0000` }, place },
    why: 'a municipality counts as a whole',
    expect: { valid: true, setting: 'referral' },
  })),
  {
    given: { filing: longTerm, place: '330106', on: '2099-12-31' },
    why: 'open; revocable from 30 November + 3 months = 29 February 2024',
    expect: {
      valid: true,
      setting: 'longTermResidence',
      validUntil: null,
      revocableFrom: '2024-02-29',
      documents: ['社保卡（到医保经办机构办理的）', '《基本医疗保险参保人员异地就医备案表》（现场填写）'],
    },
  },
  {
    given: { filing: longTerm, place: '330300', on: '2024-01-01' },
    why: 'Wenzhou: another city of the province',
    expect: { valid: false, setting: 'inProvince' },
  },
  {
    given: { filing: longTerm, place: '330281', on: '2024-01-01' },
    why: 'back in Ningbo',
    expect: { valid: false, setting: 'local' },
  },
  {
    given: { filing: { ...longTerm, kind: 'referral' }, place: '330106', on: '2024-01-01' },
    why: 'a referral within the province makes no difference',
    expect: { valid: true, setting: 'inProvince' },
  },
  {
    given: { filing: { ...longTerm, region: '330200' }, place: '330200', on: '2024-01-01' },
    why: 'local comes first',
    expect: { valid: true, setting: 'local' },
  },
  {
    given: { filing: temporary, on: '2099-12-31' },
    why: 'temporary filings have no end in Ningbo, and change nothing',
    expect: { valid: true, setting: 'temporary', validUntil: null, revocableFrom: null, documents: [] },
  },
])

byHand('nantong.filing.status', { filing: referral, on: '2023-05-01', place: '310115' }, [
  {
    given: {},
    why: '1 March 2023 + 12 months − 1 day',
    expect: {
      valid: true,
      setting: 'referral',
      validUntil: '2024-02-29',
      revocableFrom: null,
      documents: [
        '医保电子凭证或有效身份证件或社保卡',
        '南通市医疗保险定点二级及以上医院（二级专科医院限专科疾病）出具的转诊转院证明材料',
      ],
    },
  },
  {
    given: { filing: temporary, on: '2024-02-29' },
    why: 'temporary filings too have 12 months (T023)',
    expect: { valid: true, setting: 'temporary', validUntil: '2024-02-29' },
  },
  { given: { filing: temporary, on: '2024-03-01' }, why: 'the day after', expect: { valid: false, setting: 'temporary' } },
  {
    given: { filing: { ...longTerm, until: '2024-06-30' }, place: '330106', on: '2024-07-01' },
    why: 'as long as the proof',
    expect: { valid: false, setting: 'temporary', validUntil: '2024-06-30' },
  },
  {
    given: { filing: longTerm, place: '330106', on: '2099-12-31' },
    why: 'a commitment has no end',
    expect: { valid: true, setting: 'longTermResidence', validUntil: null, revocableFrom: null },
  },
  { given: { place: '320500' }, why: 'Suzhou, no valid filing', expect: { valid: false, setting: 'inProvince' } },
  { given: { place: '320682' }, why: 'Rugao is in Nantong', expect: { valid: false, setting: 'local' } },
])

byHand(
  'nantong.filing.kind',
  {
    on: '2025-09-01',
    retired: true,
    hukouMoved: true,
    posted: false,
    longStay: true,
    emergency: false,
    referred: false,
  },
  [
    { given: { on: '2025-07-31' }, why: 'before August 2025 (T035)', expect: [{ code: 'no-edition', path: 'on' }] },
    {
      given: {},
      why: 'T003',
      expect: { category: 'settledRetiree', kind: 'longTermResidence', deemedFiled: false },
    },
    { given: { hukouMoved: false }, why: 'T004', expect: { category: 'longTermResident', kind: 'longTermResidence' } },
    { given: { retired: false }, why: 'T004: hukou alone', expect: { category: 'longTermResident' } },
    { given: { retired: false, posted: true }, why: 'T005', expect: { category: 'postedWorker' } },
    {
      given: { longStay: false, emergency: true, referred: true },
      why: 'T007, T024',
      expect: { category: 'emergency', kind: 'temporary', deemedFiled: true },
    },
    { given: { longStay: false, referred: true }, why: 'T006', expect: { category: 'referred', kind: 'referral' } },
    { given: { longStay: false }, why: 'T008: neither', expect: { category: 'otherTemporary', kind: 'temporary' } },
  ],
)
