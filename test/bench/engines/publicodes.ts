/** The inpatient bill in publicodes, in yuan, as its own examples reckon in euros. */
import type { Bill, Settlement } from '../inpatient/bill.ts'
import { fenOf, ownPackage, type Engine } from './engine.ts'

interface Publicodes {
  readonly default: new (rules: object) => {
    setSituation(situation: object): unknown
    evaluate(name: string): { readonly nodeValue: unknown }
  }
}

const bands = (from: string): object => ({
  barème: {
    assiette: from,
    tranches: [{ taux: 'taux 1', plafond: 35_000 }, { taux: 'taux 2', plafond: 70_000 }, { taux: 'taux 3' }],
  },
})
const illnessBands = (from: string): object => ({
  barème: {
    assiette: from,
    tranches: [
      { taux: '0%', plafond: 5000 },
      { taux: '80%', plafond: 20_000 },
      { taux: '90%', plafond: 500_000 },
      { taux: '0%' },
    ],
  },
})
const rate = (active: string, activeCommunity: string, retired: string, retiredCommunity: string): object => ({
  variations: [
    { si: { 'toutes ces conditions': [`statut = 'active'`, `niveau = 'community'`] }, alors: activeCommunity },
    { si: `statut = 'active'`, alors: active },
    { si: `niveau = 'community'`, alors: retiredCommunity },
    { sinon: retired },
  ],
})

const rules = {
  statut: { 'par défaut': `'active'` },
  niveau: { 'par défaut': `'tertiary'` },
  situation: { 'par défaut': `'local'` },
  frais: { 'par défaut': 0 },
  'frais annuels': { 'par défaut': 0 },
  'franchise payée': { 'par défaut': 0 },
  'base annuelle': { 'par défaut': 0 },
  'franchise standard': {
    variations: [
      { si: `niveau = 'tertiary'`, alors: 1200 },
      { si: `niveau = 'community'`, alors: 300 },
      { sinon: 600 },
    ],
  },
  réduction: {
    variations: [
      { si: `situation = 'temporary'`, alors: '20%' },
      { si: { 'une de ces conditions': [`situation = 'inProvince'`, `situation = 'referral'`] }, alors: '10%' },
      { sinon: '0%' },
    ],
  },
  'taux brut 1': rate('80%', '85%', '85%', '90%'),
  'taux brut 2': rate('85%', '90%', '90%', '95%'),
  'taux 1': 'taux brut 1 - réduction',
  'taux 2': 'taux brut 2 - réduction',
  'taux 3': '95% - réduction',
  franchise: { valeur: 'franchise standard - franchise payée', plancher: 0, plafond: 'frais' },
  début: 'frais annuels + franchise',
  fin: 'frais annuels + frais',
  'fonds jusque début': bands('début'),
  'fonds jusque fin': bands('fin'),
  fonds: { valeur: 'fonds jusque fin - fonds jusque début', arrondi: '2 décimales' },
  'base nouvelle': 'base annuelle + frais - fonds',
  'maladie jusque base': illnessBands('base annuelle'),
  'maladie jusque nouvelle': illnessBands('base nouvelle'),
  maladie: { valeur: 'maladie jusque nouvelle - maladie jusque base', arrondi: '2 décimales' },
  participation: 'frais - franchise - fonds',
  personne: 'frais - fonds - maladie',
  'franchise nouvelle': 'franchise payée + franchise',
}

const outputs = [
  'franchise',
  'participation',
  'fonds',
  'maladie',
  'personne',
  'fin',
  'franchise nouvelle',
  'base nouvelle',
]

export async function publicodes(): Promise<Engine> {
  const { default: Publicodes } = await ownPackage<Publicodes>('publicodes')
  const engine = new Publicodes(rules)
  return {
    name: 'publicodes',
    prepare: ({ person, visit, yearToDate }: Bill) => ({
      statut: `'${person.status}'`,
      niveau: `'${visit.tier}'`,
      situation: `'${visit.setting}'`,
      frais: visit.eligible / 100,
      'frais annuels': yearToDate.inpatientEligible / 100,
      'franchise payée': yearToDate.deductiblePaid / 100,
      'base annuelle': yearToDate.criticalIllnessBase / 100,
    }),
    settle: (situation) => {
      engine.setSituation(situation as object)
      return outputs.map((name) => engine.evaluate(name).nodeValue)
    },
    read: (output): Settlement => {
      const [deductible, coPay, fund, criticalIllness, person, inpatientEligible, deductiblePaid, criticalIllnessBase] =
        (output as number[]).map(fenOf) as [number, number, number, number, number, number, number, number]
      const yearToDate = { inpatientEligible, deductiblePaid, criticalIllnessBase }
      return { deductible, coPay, fund, criticalIllness, person, yearToDate }
    },
  }
}
