import type { Command } from '../command.ts'

/** How a file of weights is written, for the help. */
export const populationNotes: NonNullable<Command['notes']> = {
  zh: [
    '权重（JSON）：{ "fields": { 输入的路径: 取法 }, "lists": { 清单: { "count": 取法, "fields": {…} } },',
    '  "groups": { 名称: { "weight": 整数, "fields": {…}, "lists": {…} } }, "assumptions": [ { "zh", "en" } ] }',
    '--weights 的文件只写要改的各项；组里写的先于通用的。取法（旁边可写 "says": { "zh", "en" } 说明假设）：',
    '  { "value": 值 }                            总是这个值',
    '  { "choose": { 值: 权重, … } }              按权重',
    '  { "between": [下限, 上限] }                机会相等，含两端；金额写作 "1200.50"',
    '  { "bands": [[权重, 下限, 上限], …] }       先按权重选一段',
    '  { "of": 路径, "share": ["0", "0.1"] }      另一金额的一部分',
    '  { "after": 路径, "days": [1, 20] }         另一日期之后若干天',
    '  { "same": 路径 }                           与另一项相同',
    '  { "by": 路径, "cases": { 值: 取法, "otherwise": 取法 } }',
    '  { "mean": "23600/48", "like": 取法 }       按取法的形状，均值恰为所写',
  ],
  en: [
    'Weights (JSON): { "fields": { path of an input: way }, "lists": { list: { "count": way, "fields": {…} } },',
    '  "groups": { name: { "weight": whole number, "fields": {…}, "lists": {…} } }, "assumptions": [ { "zh", "en" } ] }',
    'The file of --weights says only what is to be otherwise; what a group says goes before what is said for all.',
    'Ways to draw a value (each may carry what it assumes, "says": { "zh", "en" }):',
    '  { "value": value }                         always this',
    '  { "choose": { value: weight, … } }         by weights',
    '  { "between": [from, to] }                  equally, both ends included; amounts as "1200.50"',
    '  { "bands": [[weight, from, to], …] }       a stretch by weights first',
    '  { "of": path, "share": ["0", "0.1"] }      a part of another amount',
    '  { "after": path, "days": [1, 20] }         days after another date',
    '  { "same": path }                           as another field',
    '  { "by": path, "cases": { value: way, "otherwise": way } }',
    '  { "mean": "23600/48", "like": way }        of the shape that the way has, with this mean',
  ],
}
