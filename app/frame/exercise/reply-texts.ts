import { messages } from "../../../lib/message/message.ts";

/** Replies to an answer that is not right. */
export const faultTexts = messages("lesson.fault", {
  nothing: {
    en: "There is no answer yet: `{name}` is empty. Assign it a value in the cell above.",
    zh: "还没有答案：`{name}` 是空的。请在上面的单元格中给它一个值。",
  },
  notFinite: {
    en: "The answer is not a finite number. Look for a division by zero, a name that is undefined, or a text among the numbers.",
    zh: "答案不是有限的数。请检查是否除以了零、用了未定义的名称，或数字里混入了文本。",
  },
  type: { en: "Expected {wanted}, got {got}.", zh: "这里需要{wanted}，而你的答案是{got}。" },
  textNumber: {
    en: "Your answer is a text. Write the number without quotation marks, and without its unit.",
    zh: "你的答案是文本。请直接写数字，不加引号，也不带单位。",
  },
  unit: {
    en: "Your answer is in `{got}`, which does not convert to `{wanted}`. {why}",
    zh: "你的答案以 `{got}` 为单位，无法换算为 `{wanted}`。{why}",
  },
  shape: {
    en: "The shape differs: expected {wanted} entries, got {got}.",
    zh: "排列不同：应为 {wanted} 个元素，而你的是 {got} 个。",
  },
  names: { en: "There is no entry named `{name}`.", zh: "缺少名为 `{name}` 的项。" },
  transposed: {
    en: "Right numbers, the wrong way round: the matrix is transposed. Which index stands for the seller, which for the buyer?",
    zh: "数字都对，但方向反了：矩阵被转置了。想一想，哪个下标代表卖方，哪个代表买方？",
  },
  order: { en: "The right entries, in another order.", zh: "各项都对，只是次序不同。" },
  sign: {
    en: "Right in size, with the opposite sign. Which of the two is taken from which?",
    zh: "大小正确，符号相反。应该用哪一项减去哪一项？",
  },
  reciprocal: {
    en: "That is the reciprocal of the answer: the division is upside down.",
    zh: "这是答案的倒数：除法上下颠倒了。",
  },
  complement: { en: "That is one minus the answer: the other share.", zh: "这是 1 减去答案：是另外那一部分的份额。" },
  prefixAbove: {
    en: "Too large by a factor of {factor}. Look at the prefixes: g, kg, t, kt, Mt; MJ, GJ, TJ.",
    zh: "大了 {factor} 倍。请检查单位的词头：g、kg、t、kt、Mt；MJ、GJ、TJ。",
  },
  prefixBelow: {
    en: "Too small by a factor of {factor}. Look at the prefixes: g, kg, t, kt, Mt; MJ, GJ, TJ.",
    zh: "只有答案的 1/{factor}。请检查单位的词头：g、kg、t、kt、Mt；MJ、GJ、TJ。",
  },
  percentAbove: {
    en: "Too large by a factor of {factor}: per cent where a fraction belongs?",
    zh: "大了 {factor} 倍：应该用小数的地方用了百分数？",
  },
  percentBelow: {
    en: "Too small by a factor of {factor}: a fraction where per cent belong?",
    zh: "只有答案的 1/{factor}：应该用百分数的地方用了小数？",
  },
  tenAbove: {
    en: "The digits are right, the order of magnitude is not: too large by a factor of {factor}.",
    zh: "数字对，数量级不对：大了 {factor} 倍。",
  },
  tenBelow: {
    en: "The digits are right, the order of magnitude is not: too small by a factor of {factor}.",
    zh: "数字对，数量级不对：只有答案的 1/{factor}。",
  },
  carbonAbove: {
    en: "Too large by 44/12, the ratio of CO₂ to carbon. The factor 44/12 was applied where it does not belong, or twice.",
    zh: "大了 44/12 倍，即 CO₂ 与碳的质量比。44/12 用在了不该用的地方，或用了两次。",
  },
  carbonBelow: {
    en: "Too small by 44/12: this is the mass of carbon, and CO₂ is asked for. Each 12 t of C burn to 44 t of CO₂.",
    zh: "少乘了 44/12：这是碳的质量，而题目问的是 CO₂。每 12 t 碳燃烧生成 44 t CO₂。",
  },
  nitrogenAbove: {
    en: "Too large by 44/28, the ratio of N₂O to its nitrogen.",
    zh: "大了 44/28 倍，即 N₂O 与其中氮的质量比。",
  },
  nitrogenBelow: {
    en: "Too small by 44/28: this is the mass of nitrogen (N₂O-N), and N₂O is asked for.",
    zh: "少乘了 44/28：这是氮（N₂O-N）的质量，而题目问的是 N₂O。",
  },
  methaneAbove: {
    en: "Too large by 16/12, the ratio of CH₄ to its carbon.",
    zh: "大了 16/12 倍，即 CH₄ 与其中碳的质量比。",
  },
  methaneBelow: {
    en: "Too small by 16/12: this is the mass of carbon, and CH₄ is asked for.",
    zh: "少乘了 16/12：这是碳的质量，而题目问的是 CH₄。",
  },
  kilowattHour: {
    en: "Off by 3.6, the ratio of MWh to GJ. In which unit is the energy?",
    zh: "相差 3.6 倍，即 MWh 与 GJ 之比。能量用的是哪个单位？",
  },
  calorie: {
    en: "Off by 4.1868, the ratio of kilojoules to kilocalories. In which unit is the energy?",
    zh: "相差 4.1868 倍，即千焦与千卡之比。能量用的是哪个单位？",
  },
  coal: {
    en: "Off by 29.3076, the gigajoules of a tonne of coal equivalent. In which unit is the energy?",
    zh: "相差 29.3076 倍，即一吨标准煤的吉焦数。能量用的是哪个单位？",
  },
  twiceAbove: {
    en: "Exactly twice the answer: is something counted twice?",
    zh: "恰好是答案的两倍：是不是有一项算了两次？",
  },
  twiceBelow: {
    en: "Exactly half of the answer: is one of two parts missing?",
    zh: "恰好是答案的一半：是不是漏了两部分中的一部分？",
  },
  besides: {
    en: "Besides, there is a factor of {factor}: look at the prefixes.",
    zh: "此外还差 {factor} 倍：请检查单位的词头。",
  },
  close: {
    en: "Close: {off} off. Keep all digits on the way and round at the end; or is one small term missing?",
    zh: "很接近，相差 {off}。计算过程中请保留全部位数，最后再取舍；或者是否漏了一个小项？",
  },
  above: { en: "Too large, by a factor of about {times}.", zh: "偏大，约为答案的 {times} 倍。" },
  below: { en: "Too small, by a factor of about {times}.", zh: "偏小，约为答案的 1/{times}。" },
  opposite: { en: "The sign is the other one, and the size differs as well.", zh: "符号相反，大小也不同。" },
  entry: {
    en: "{wrong} of {of} entries differ. The first is `{at}`, where yours is {got}.",
    zh: "{of} 项中有 {wrong} 项不同。第一处是 `{at}`，你的结果为 {got}。",
  },
  text: { en: "That is not it.", zh: "不是这个。" },
  case: { en: "`{call}` gives {got}, which is not right. {reply}", zh: "`{call}` 得到 {got}，不正确。{reply}" },
  threw: { en: "`{call}` failed: {message}", zh: "`{call}` 运行失败：{message}" },
});

/** The kinds of value that an answer may have. */
export const answerKindTexts = messages("lesson.kind", {
  nothing: { en: "nothing", zh: "空值" },
  number: { en: "a number", zh: "一个数" },
  amount: { en: "an amount with its unit", zh: "带单位的量" },
  text: { en: "a text", zh: "文本" },
  boolean: { en: "true or false", zh: "真或假" },
  list: { en: "a list of numbers", zh: "一列数" },
  matrix: { en: "a matrix, a list of rows", zh: "矩阵（由若干行组成）" },
  record: { en: "an object with numbers by name", zh: "按名称列出数值的对象" },
  function: { en: "a function", zh: "一个函数" },
  other: { en: "something else", zh: "其他类型的值" },
});

export const replyTexts = messages("lesson.reply", {
  /** Two consecutive sentences; Chinese puts no space between them. */
  sentences: { en: "{first} {second}", zh: "{first}{second}" },
});
