/** What the tour says, in Chinese. */
export const zh = {
  title: '导览',
  restart: '导览',
  step: (number: number, of: number) => `第 ${number} 步，共 ${of} 步`,
  skip: '跳过这一步',
  leave: '结束导览',
  next: '下一步',
  done: {
    rate: '做到了：右边“补缴金额”已按新的百分数重算。点它，看是哪一条、哪一句。',
    break: '做到了：错在哪里、怎么改，写在下面。',
    mend: '做到了：改好了，账单重新结算。',
    settle: '做到了：下面的账单跟着变。点账单的一行，看是哪一条、哪一句。',
    compare: '做到了：谁多付、谁少付、差多少、因为哪一句，都在右边。',
    build: '做到了：点右边的一行，看它来自哪条规则。',
  },
  finished: '导览走完了：改过的政策都在“历史”里，随时可以恢复。',
  close: '关闭',
  steps: {
    rate: '把缴费年限政策里“补缴金额”的 6.3% 改成别的百分数，例如 7%。',
    break: '在结算政策的分段“个人自付比例”里，删掉第一个 15% 的百分号，看哪里出错。',
    mend: '把光标放在红线上，按 Ctrl+. 并取它给的改法；或者点下面“问题”里的改法。',
    settle: '在“表单与账单”里改动上传总额，例如 50000，看账单怎样变。',
    compare: '回到缴费年限：在上方“对照”里选“20年”，再打开“比较”。',
    build: '打开“TypeScript”，得到可以放进应用的代码。',
  },
}

export type TourWords = typeof zh
