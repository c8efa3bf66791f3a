-- The inpatient bill as one writes it by hand: amounts as whole fen, categories looked up once, files as they are.
WITH bills AS (
  SELECT
    id,
    CAST("visit.eligible" * 100 AS BIGINT) AS cost,
    CAST("yearToDate.inpatientEligible" * 100 AS BIGINT) AS before,
    CAST("yearToDate.deductiblePaid" * 100 AS BIGINT) AS paid,
    CAST("yearToDate.criticalIllnessBase" * 100 AS BIGINT) AS base,
    CASE "visit.tier" WHEN 'tertiary' THEN 120000 WHEN 'community' THEN 30000 ELSE 60000 END AS standard,
    CASE "visit.setting" WHEN 'temporary' THEN 20 WHEN 'inProvince' THEN 10 WHEN 'referral' THEN 10 ELSE 0 END AS points,
    80 + CASE WHEN "person.status" = 'retired' THEN 5 ELSE 0 END
      + CASE WHEN "visit.tier" = 'community' THEN 5 ELSE 0 END AS rate
  FROM read_csv($input, header = true, auto_detect = false, columns = {
    'id': 'VARCHAR',
    'person.status': 'VARCHAR',
    'visit.tier': 'VARCHAR',
    'visit.setting': 'VARCHAR',
    'visit.settledOn': 'DATE',
    'visit.eligible': 'DECIMAL(15,2)',
    'yearToDate.inpatientEligible': 'DECIMAL(15,2)',
    'yearToDate.deductiblePaid': 'DECIMAL(15,2)',
    'yearToDate.criticalIllnessBase': 'DECIMAL(15,2)'
  })
  WHERE "visit.settledOn" BETWEEN DATE '2023-01-01' AND DATE '2023-12-31'
),
deducted AS (
  SELECT *, least(cost, greatest(0, standard - paid)) AS deductible FROM bills
),
shared AS (
  SELECT *, before + deductible AS start, before + cost AS stop FROM deducted
),
funded AS (
  SELECT
    *,
    (greatest(0, least(stop, 3500000) - start) * (rate - points)
      + greatest(0, least(stop, 7000000) - greatest(start, 3500000)) * (rate + 5 - points)
      + greatest(0, stop - greatest(start, 7000000)) * (95 - points) + 50) // 100 AS fund
  FROM shared
),
compliant AS (
  SELECT *, base + cost - fund AS after FROM funded
),
ill AS (
  SELECT
    *,
    (greatest(0, least(after, 2000000) - greatest(base, 500000)) * 80
      + greatest(0, least(after, 50000000) - greatest(base, 2000000)) * 90 + 50) // 100 AS illness
  FROM compliant
)
SELECT
  id,
  'inpatient' AS policy,
  '2023' AS edition,
  CAST(deductible AS DECIMAL(16,0)) * 0.01 AS deductible,
  CAST(cost - deductible - fund AS DECIMAL(16,0)) * 0.01 AS "coPay",
  CAST(fund AS DECIMAL(16,0)) * 0.01 AS fund,
  CAST(illness AS DECIMAL(16,0)) * 0.01 AS "criticalIllness",
  CAST(cost - fund - illness AS DECIMAL(16,0)) * 0.01 AS person,
  CAST(stop AS DECIMAL(16,0)) * 0.01 AS "yearToDate.inpatientEligible",
  CAST(paid + deductible AS DECIMAL(16,0)) * 0.01 AS "yearToDate.deductiblePaid",
  CAST(after AS DECIMAL(16,0)) * 0.01 AS "yearToDate.criticalIllnessBase"
FROM ill
