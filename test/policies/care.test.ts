/** What the fund covers, prescriptions, special diseases and their places, fraud. */
import { byHand } from './decision.ts'

byHand(
  'ningbo.employee.scope',
  {
    care: 'inpatientStay',
    on: '2023-05-01',
    filed: false,
    liability: 'nobodyElse',
    abroad: false,
    emergencyStay: false,
    cardAfterHours: null,
  },
  [
    { given: {}, why: 'an ordinary stay', expect: { kind: 'inpatient', payable: true } },
    { given: { care: 'observation' }, why: 'emergency observation is inpatient (N001)', expect: { kind: 'inpatient' } },
    { given: { care: 'emergencyVisit' }, why: 'emergency is outpatient (N001)', expect: { kind: 'outpatient' } },
    { given: { care: 'ambulance' }, why: 'N094', expect: { kind: 'outpatient' } },
    { given: { care: 'externalPrescription' }, why: 'N095', expect: { kind: 'outpatient' } },
    { given: { care: 'maternityInpatient' }, why: 'N158', expect: { kind: 'inpatient' } },
    { given: { care: 'specialTreatment' }, why: 'not filed: ordinary (N170)', expect: { kind: 'outpatient' } },
    { given: { care: 'specialTreatment', filed: true }, why: 'filed', expect: { kind: 'specialOutpatient' } },
    { given: { care: 'homeBedCare', filed: true }, why: 'filed', expect: { kind: 'homeBed' } },
    { given: { care: 'offHospital', filed: true }, why: 'with the slip (N171b)', expect: { kind: 'inpatient' } },
    { given: { care: 'offHospital' }, why: 'without the slip', expect: { kind: 'outpatient' } },
    { given: { liability: 'workInjury' }, why: 'N155', expect: { payable: false } },
    { given: { liability: 'thirdParty' }, why: 'N155', expect: { payable: false } },
    { given: { liability: 'publicHealth' }, why: 'N155', expect: { payable: false } },
    { given: { abroad: true }, why: 'N155', expect: { payable: false } },
    { given: { cardAfterHours: '72', emergencyStay: true }, why: 'within 72 hours', expect: { payable: true } },
    { given: { cardAfterHours: '72.01', emergencyStay: true }, why: 'too late', expect: { payable: false } },
    { given: { cardAfterHours: '1' }, why: 'only emergencies may come later', expect: { payable: false } },
    { given: { emergencyStay: true }, why: 'shown at once', expect: { payable: true } },
  ],
)

byHand(
  'ningbo.prescription.validity',
  { issuedOn: '2023-12-30', notedUntil: null, stamped: true, presentedOn: '2023-12-30' },
  [
    { given: {}, why: 'on the day', expect: { latestOn: '2023-12-30', valid: true } },
    { given: { presentedOn: '2023-12-31' }, why: 'the day after, nothing noted', expect: { valid: false } },
    { given: { presentedOn: '2023-12-29' }, why: 'before it was written', expect: { valid: false } },
    {
      given: { notedUntil: '2024-01-01', presentedOn: '2024-01-01' },
      why: '30, 31 December, 1 January: the third day (C23)',
      expect: { latestOn: '2024-01-01', valid: true },
    },
    {
      given: { notedUntil: '2024-01-02', presentedOn: '2024-01-02' },
      why: 'a fourth day can’t be noted',
      expect: { latestOn: '2024-01-01', valid: false },
    },
    { given: { notedUntil: '2023-12-31' }, why: 'noted: two days', expect: { latestOn: '2023-12-31' } },
    { given: { notedUntil: '2023-01-01' }, why: 'never less than its own day', expect: { latestOn: '2023-12-30' } },
    { given: { stamped: false }, why: 'no stamp (N142b)', expect: { valid: false } },
    { given: { issuedOn: '2023-02-27', notedUntil: '2023-03-09' }, why: 'over a month', expect: { latestOn: '2023-03-01' } },
    { given: { issuedOn: '2024-01-01' }, why: 'the edition of 2023', expect: [{ code: 'no-edition', path: 'issuedOn' }] },
  ],
)

byHand(
  'ningbo.specialDisease.filing',
  {
    disease: 'tumour',
    department: 'otherDepartment',
    designated: true,
    physician: { rank: 'associateChief', psychiatrist: false },
    on: '2023-05-01',
  },
  [
    {
      given: {},
      why: 'a tumour, by an associate chief',
      expect: { listed: true, mental: false, placeAllowed: true, certifiable: true, permitted: true },
    },
    { given: { physician: { rank: 'chief', psychiatrist: false } }, why: 'above associate chief', expect: { permitted: true } },
    {
      given: { physician: { rank: 'attending', psychiatrist: true } },
      why: 'a psychiatrist doesn’t certify tumours',
      expect: { certifiable: false, permitted: false },
    },
    { given: { designated: false }, why: 'a designated hospital (N169)', expect: { placeAllowed: false, permitted: false } },
    {
      given: { disease: 'autism', department: 'countyPsychiatry', physician: { rank: 'resident', psychiatrist: true } },
      why: 'one of the ten: department and specialist (N132, N169)',
      expect: { mental: true, placeAllowed: true, certifiable: true, permitted: true },
    },
    {
      given: { disease: 'autism', department: 'countyPsychiatry' },
      why: 'an associate chief who is no psychiatrist',
      expect: { certifiable: false, permitted: false },
    },
    { given: { disease: 'alzheimer' }, why: 'not at another department', expect: { placeAllowed: false } },
    { given: { disease: 'epilepsy' }, why: 'item 9: anywhere designated', expect: { mental: false, permitted: true } },
    { given: { disease: 'epilepsyWithDisorder' }, why: 'item 4', expect: { mental: true, permitted: false } },
    { given: { disease: 'otherDisease' }, why: 'not listed', expect: { listed: false, permitted: false } },
  ],
)

byHand(
  'nantong.specialDisease.place',
  {
    treatment: 'tumourTreatment',
    tier: 'secondary',
    dialysisQualified: false,
    networked: true,
    chosenOn: '2025-08-01',
    visitedOn: '2025-08-01',
  },
  [
    { given: {}, why: 'secondary, chosen the same day', expect: { designable: true, enjoys: true } },
    { given: { chosenOn: '2025-08-02' }, why: 'before it was chosen', expect: { designable: true, enjoys: false } },
    { given: { visitedOn: '2025-07-31' }, why: 'before August 2025 (T035)', expect: [{ code: 'no-edition', path: 'visitedOn' }] },
    { given: { chosenOn: null }, why: 'another institution', expect: { enjoys: false } },
    { given: { tier: 'primary' }, why: 'below secondary (T011)', expect: { designable: false, enjoys: false } },
    { given: { tier: 'community' }, why: 'below secondary (T011)', expect: { designable: false } },
    { given: { treatment: 'antiRejectionTreatment' }, why: 'tertiary only (T013)', expect: { designable: false } },
    { given: { treatment: 'pulmonaryHypertension', tier: 'tertiary' }, why: 'T013', expect: { designable: true } },
    { given: { treatment: 'dialysisTreatment', tier: 'tertiary' }, why: 'not qualified (T012)', expect: { designable: false } },
    {
      given: { treatment: 'dialysisTreatment', tier: 'community', dialysisQualified: true },
      why: 'qualified, whatever its level',
      expect: { designable: true },
    },
    { given: { networked: false }, why: 'not linked', expect: { designable: false, enjoys: false } },
  ],
)

byHand('ningbo.fraud.penalty', { on: '2023-05-01', amount: '1234.56' }, [
  {
    given: {},
    why: '× 2 = 2469.12; × 5 = 6172.80',
    expect: { repay: '1234.56', fineLeast: '2469.12', fineMost: '6172.80' },
  },
  { given: { on: '2022-12-31' }, why: 'the edition of 2023', expect: [{ code: 'no-edition', path: 'on' }] },
])
