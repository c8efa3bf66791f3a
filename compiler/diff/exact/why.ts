/** Why something could not be decided: as a program reads it, and in Chinese. */
const inChinese = {
  'too many ways through the programs': '要分的情形太多',
  'too many ways through the program': '要分的情形太多',
  'too many cells': '要分的块太多',
  'dates and texts that are computed differently are not compared': '两边算法不同的日期和文字没有比较',
  'only one of the two has this output': '只有一边有这项结果',
  'the two do not refuse the same cases; only cases that both settle are compared':
    '两边拒绝结算的案例不同，只比较两边都结算的',
  'no case was found in this region, and none refuted': '没有找到这样的案例，也没有证明没有',
  'no case was found, and none refuted': '没有找到不成立的案例，也没有证明没有',
  'a total over a list': '对一张清单的合计',
  'a field of an element of a list': '清单里一项的数',
  'a row of a dataset': '从资料里查出的一行',
  'a number of this kind': '这一类的数',
  'divided by a number that is not fixed': '除以一个不固定的数',
  'an element depends on a total over a list': '清单里的一项要看对清单的合计',
  'a key of this kind': '用这一类的值查资料',
  'areas of another level than they are looked up by': '地区的级别与资料里的不同',
  'the day on which a row has to be in force': '资料的一行在哪一天有效',
  'too many kinds of elements': '清单里的项要分的种类太多',
  'too many kinds of cases in which elements differ': '影响清单里各项的情形太多',
  'amounts of an element that are multiplied': '清单里一项的两个数相乘',
  'an amount of an element that is multiplied': '清单里一项的数要乘以另一个数',
  'what an element adds depends on an amount of the case': '清单里一项计入多少，要看案例的数额',
  'a number of an element that need not be whole': '清单里一项的数不一定是整数',
  'roundings of an element that begin again too late': '清单里一项的舍入要隔太久才重复',
  'two amounts of an element that are measured against each other': '清单里一项的两个数互相比较',
  'a list within a list': '清单里又有清单',
  'an element is measured against an amount of the case': '清单里一项的数与案例的数额比较',
} as const

export type Why = keyof typeof inChinese

/** The reason, for people. */
export function sayWhy(why: Why, language: 'zh' | 'en'): string {
  return language === 'zh' ? inChinese[why] : why
}
