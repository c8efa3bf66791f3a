/** Until when bills paid in full may be claimed, and with which documents. */
import { expect, it } from 'vitest'
import { byHand, decisionNamed } from './decision.ts'

const bill = { invoicedOn: '2023-03-10', incurredOn: '2023-03-01', specialCircumstances: false }

byHand('ningbo.manualClaim.deadline', bill, [
  { given: {}, why: '12 months from the invoice', expect: { latestOn: '2024-03-10' } },
  { given: { invoicedOn: '2024-02-29' }, why: '2025 has no 29 February', expect: { latestOn: '2025-02-28' } },
  { given: { invoicedOn: '2023-02-28' }, why: 'the 28th, though 2024 has a 29th', expect: { latestOn: '2024-02-28' } },
  { given: { invoicedOn: '2023-12-31' }, why: 'no year’s end', expect: { latestOn: '2024-12-31' } },
  {
    given: { specialCircumstances: true, incurredOn: '2022-01-01' },
    why: 'neither counts in Ningbo',
    expect: { latestOn: '2024-03-10' },
  },
  { given: { invoicedOn: '2023-02-29' }, why: 'no such day', expect: [{ path: 'invoicedOn' }] },
])

byHand('nantong.manualClaim.deadline', bill, [
  { given: {}, why: 'the end of the year of care', expect: { latestOn: '2023-12-31' } },
  {
    given: { incurredOn: '2023-12-31', invoicedOn: '2024-01-05' },
    why: 'the day of care counts, not the invoice',
    expect: { latestOn: '2023-12-31' },
  },
  {
    given: { incurredOn: '2023-12-31', specialCircumstances: true },
    why: '31 March after it',
    expect: { latestOn: '2024-03-31' },
  },
  { given: { incurredOn: '2024-01-01', specialCircumstances: true }, why: '31 March', expect: { latestOn: '2025-03-31' } },
  { given: { incurredOn: '2024-02-29' }, why: 'a leap day', expect: { latestOn: '2024-12-31' } },
])

const application = {
  kind: 'outpatient',
  byProxy: false,
  injury: false,
  civilLiability: false,
  tumour: false,
  radiotherapy: false,
}

byHand('ningbo.manualClaim.documents', { ...application, on: '2023-05-01' }, [
  {
    given: {},
    why: 'outpatient, in person',
    expect: {
      documents: [
        '医保电子凭证或有效身份证件或社保卡',
        '医疗费用发票原件（含电子票据）',
        '门诊病历及医疗费用清单原件或复印件',
      ],
    },
  },
  {
    given: { kind: 'inpatient', byProxy: true, injury: true, civilLiability: true },
    why: 'inpatient, by proxy, after an accident with civil liability',
    expect: {
      documents: [
        '双方身份证件原件',
        '医疗费用发票原件（含电子票据）',
        '住院费用汇总明细清单原件或复印件（加盖医院收费章）',
        '出院记录原件或复印件',
        '外伤经过情况说明原件一份',
        '交警事故认定书、法院判决书、调解协议书等公检法部门出具的相关证明原件及复印件各一份',
      ],
    },
  },
  { given: { on: '2024-01-01' }, why: 'the edition of 2023 (N003)', expect: [{ code: 'no-edition', path: 'on' }] },
])

it('by the other reading a proxy brings the holder’s card too', async () => {
  const { interpreted } = await decisionNamed('ningbo.manualClaim.documents', { M01: 'inAddition' })
  const { documents } = interpreted({ ...application, on: '2023-05-01', byProxy: true }) as { documents: string[] }
  expect(documents.slice(0, 2)).toEqual(['医保电子凭证或有效身份证件或社保卡', '双方身份证件原件'])
})

byHand('nantong.manualClaim.documents', { ...application, on: '2025-09-01' }, [
  { given: { on: '2025-07-31' }, why: 'before August 2025 (T035)', expect: [{ code: 'no-edition', path: 'on' }] },
  {
    given: { radiotherapy: true },
    why: 'radiotherapy of a tumour: both further documents',
    expect: {
      documents: [
        '江苏省社会保障卡',
        '就诊医院门诊病历或处方底方',
        '有效票据及明细清单（加盖医院收费章）',
        '医院盖章的有明确治疗记录的门诊病历',
        '医院盖章的放射治疗记录单或放疗小结',
      ],
    },
  },
  {
    given: { kind: 'inpatient', byProxy: true, tumour: true },
    why: 'the further documents are for outpatient care',
    expect: {
      documents: [
        '江苏省社会保障卡',
        '住院有效票据及明细清单（加盖医院收费章）',
        '诊断证明或出院小结',
        '代办人身份证',
      ],
    },
  },
])
