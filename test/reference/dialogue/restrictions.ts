/**
 * Words and phrases that narrow what is asked, and the places of a question where they stand by the grammar. A question with one of
 * them asks something else than without it.
 */

export interface Restriction {
  readonly words: string;
  readonly place: (question: string) => string | null;
}

/** Whose emissions: nouns that follow “from” and “of”. */
const subjects = {
  en: `farms|homes|teachers|data centres|state-owned companies|private firms|listed companies|foreign-funded enterprises|hospitals|hotels|
    rural areas|coastal cities|the poorest tenth|women|students|supermarkets|the military|small businesses|old buildings|tourists|churches|
    pensioners|lorries|vineyards|landlords|refugees|millionaires|children|the public sector|casinos|fishing boats|prisons`,
  zh: `农场|家庭|教师|数据中心|国有企业|民营企业|上市公司|外资企业|医院|酒店|农村|沿海城市|最穷的人|女性|学生|超市|军队|小企业|老建筑|游客|教堂|退休老人|卡车|葡萄园|房东|富豪|儿童|公共部门|赌场|渔船|监狱|乡镇`,
} as const;

/** When in a year, or at which times. */
const times = {
  en: `in winter|in summer|in the first half|in the second half of the year|in H1|in Q3|in March|during Ramadan|at night|on weekends|
    during the holidays|in the heating season|in its early months|during rush hour|over Christmas|on working days|in the dry season|
    before Easter|in the final quarter|from January to June|while schools were closed`,
  zh: `冬季|夏天|上半年|下半年|第三季度|三月份|春节期间|夜间|周末|国庆假期|供暖季|年初|早高峰|工作日|旱季|前三个月|一到六月|雨季|寒假里|年底|停工期间`,
} as const;

/** With or without what: technologies, exclusions, negations. */
const conditions = {
  en: `with carbon capture|without scrubbers|after electrification|using heat pumps|not counting commuting|excluding re-exports|
    without the islands|net of offsets|apart from refineries|with best available technology|not including seaports|less remote work|
    subject to a carbon tax|under voluntary agreements|financed by banks|along the coast|in the north|in the countryside|in the capital|
    outside the big towns|in mountain villages|per shop|per employee|per square metre|for each passenger|by night trains|under new owners`,
  zh: `采用碳捕集后|安装脱硫设备后|电气化之后|使用热泵时|不计通勤|不含转口|剔除岛屿|扣除抵消量后|除炼油厂外|采用最佳技术时|不包括港口|征收碳税的|自愿协议下的|银行融资的|沿海地带的|北方的|乡下的|首都的|大城市以外的|山村里的|每家店的|每名员工的|每平方米的|每位乘客的|夜班火车的|新业主的|未被统计的`,
} as const;

/** Adjectives and nouns before the noun. */
const modifiers = {
  en: `state-owned|private|rural|seasonal|direct|business|military|residential|tourist|peak-hour|offshore|foreign-owned|corporate|urban|
    unregulated|avoidable|informal|luxury|weekday|municipal|unreported|half of the|most of the|a fifth of the|privately financed|
    never reported|second-hand|illegal|subsidised|non-essential`,
  zh: `国有|私营|农村|季节性|直接|商业|军事|居民|旅游|高峰时段|海上|外资|城镇|非法|可避免|非正规|奢侈品|平日|市政|未申报|一半|大部分|五分之一|私人出资|从未上报|二手|违规|受补贴|非必要`,
} as const;

const forms = (text: string): string[] => text.split("|").map((form) => form.trim().replaceAll(/\s+/g, " "));

/** Several sentences: what stands beside the first or the last need not be said of the question. */
const SEVERAL = /[.?!。？！:：;；—]\s*\S|请问/;
const COURTEOUS = /(?:please|pls|thanks|kindly|thank you)\W*$/i;

/** Before the mark with which the question ends. */
function atEnd(words: string) {
  return (question: string) => {
    if (SEVERAL.test(question) || COURTEOUS.test(question)) return null;
    const [, text = question, mark = ""] = /^(.*?)([.?!。？！\s]*)$/s.exec(question) ?? [];
    return `${text} ${words}${mark}`;
  };
}

/** Where a sentence begins, if the question is one sentence. */
function atStart(words: string) {
  return (question: string) => (SEVERAL.test(question) ? null : `${words}${question}`);
}

const NOUN_EN =
  /\b(?<!per )(?:fossil CO2|CO2 emissions|emissions|CO2|carbon footprint|methane|electricity|footprint)\b/i;
const NOUN_ZH = /(?<!每吨|吨|克)(?:化石)?(?:二氧化碳|CO2|碳)?(?:排放量?|足迹)|发电量|用电/;

function beforeNoun(words: string, noun: RegExp) {
  return (question: string) => {
    if (SEVERAL.test(question)) return null;
    const found = noun.exec(question);
    return found ? `${question.slice(0, found.index)}${words}${question.slice(found.index)}` : null;
  };
}

/** 2022年上半年: after the last year. */
function afterYear(words: string) {
  return (question: string) => {
    if (SEVERAL.test(question)) return null;
    const found = [...question.matchAll(/(?:19|20)\d\d年(?![到至和与度份])/g)].at(-1);
    if (!found) return null;
    const end = found.index + found[0].length;
    return `${question.slice(0, end)}${words}${question.slice(end)}`;
  };
}

export const restrictions: { readonly en: readonly Restriction[]; readonly zh: readonly Restriction[] } = {
  en: [
    ...forms(subjects.en).flatMap((words) => [
      { words, place: atEnd(`from ${words}`) },
      { words, place: atEnd(`by ${words}`) },
      { words, place: atEnd(`of ${words}`) },
      { words, place: atStart(`Looking only at ${words}, `) },
    ]),
    ...forms(times.en).flatMap((words) => [
      { words, place: atEnd(words) },
      { words, place: atStart(`${words}, `) },
    ]),
    ...forms(conditions.en).flatMap((words) => [
      { words, place: atEnd(words) },
      { words, place: atEnd(`, ${words}`) },
    ]),
    ...forms(modifiers.en).map((words) => ({ words, place: beforeNoun(`${words} `, NOUN_EN) })),
  ],
  zh: [
    ...forms(subjects.zh).flatMap((words) => [
      { words, place: beforeNoun(`${words}的`, NOUN_ZH) },
      { words, place: beforeNoun(words, NOUN_ZH) },
      { words, place: atStart(`只看${words}，`) },
    ]),
    ...forms(times.zh).flatMap((words) => [
      { words, place: afterYear(words) },
      { words, place: beforeNoun(`${words}的`, NOUN_ZH) },
    ]),
    ...forms(conditions.zh).map((words) => ({ words, place: beforeNoun(words, NOUN_ZH) })),
    ...forms(modifiers.zh).flatMap((words) => [
      { words, place: beforeNoun(words, NOUN_ZH) },
      { words, place: beforeNoun(`${words}的`, NOUN_ZH) },
    ]),
  ],
};
