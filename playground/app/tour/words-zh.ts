/** What the tour says, in Chinese. */
export const zh = {
  title: '导览',
  restart: '导览',
  step: (number: number, of: number) => `第 ${number} 步，共 ${of} 步`,
  skip: '跳过这一步',
  leave: '结束导览',
  done: '做到了。',
  finished: '导览走完了：改过的政策都在“历史”里，随时可以恢复。',
  close: '关闭',
  steps: {
    rate: '把缴费年限政策里“补缴金额”的 6.3% 改成别的百分数，例如 7%。',
    break: '在结算政策的分段“个人自付比例”里，删掉第一个 15% 的百分号，看哪里出错。',
    mend: '把光标放在红线上，按 Ctrl+. 并取它给的改法。',
    settle: '在“表单与账单”里改动上传总额，例如 50000，看账单怎样变。',
    compare: '回到缴费年限：在上方“对照”里选“20年”，再打开“比较”。',
    build: '打开“TypeScript”，得到可以放进应用的代码。',
  },
}

export type TourWords = typeof zh
