import type { Text } from "../../message/message.ts";
import { type Entry, entriesOf, type Forms } from "./entry.ts";

const label: Text = { en: "a part that the tables do not tell apart", zh: "数据集未区分的部分" };

/**
 * Words that narrow a figure in a way that no dataset here can follow. They are known so that no shorter word within them is read
 * instead (国 and 有 in 国有), and they are never explained: an answer cannot pass them over. What they say is not exhaustive: every
 * unknown word forbids an answer, too.
 */
const tables: readonly Forms[] = [
  {
    value: "part of a year",
    label,
    forms: `winter|summer|spring|autumn|in the fall|season|seasonal|weekend|weekends|weekday|weekdays|night time|at night|rush hour|off season|half year|first half|second half|first half of|second half of|h1|h2|early in|late in|mid year|year to date|ytd|at the start of|at the end of|beginning of|end of|christmas|easter|ramadan|lunar new year|spring festival|heating season|上半年|下半年|半年|上旬|中旬|下旬|年初|年中|年底|年末|岁末|冬季|夏季|春季|秋季|冬天|夏天|春天|秋天|春节|国庆|假期|寒假|暑假|夜间|白天|夜晚|周末|工作日|供暖季|采暖季|旱季|雨季|高峰|低谷|早高峰|晚高峰|前三季度|前半年|后半年`,
  },
  {
    value: "owner",
    label,
    forms: `state owned|privately owned|publicly owned|foreign owned|foreign funded|listed|unlisted|family owned|国有|国营|国企|央企|民营|私营|私有|外资|合资|上市|集体|自有|自用|公有|公共|公立|私立|个体|个人|中资|港资|台资`,
  },
  {
    value: "quantifier",
    label,
    forms: `a majority of|the majority of|a part of|part of the|some of|some of the|a few|none|none of|neither|nobody|大半|多半|大部分|绝大部分|小部分|大多数|少数|半数|个别|人均以外`,
  },
  {
    value: "negation",
    label,
    forms: `not counting|without|excluding|exclusive of|apart from|other than|except for|leaving out|minus the|net of|不计|不算|不含|不包括|不包含|剔除|扣除|除外|以外|之外|除去|抛开|未被|未经|非`,
  },
  {
    value: "place within",
    label,
    forms: `rural|urban|offshore|onshore|inland|coastal|domestic only|local only|islands|island|archipelago|mainland|peninsula|north of|south of|east of|west of|the north|the south|the east|the west|海上|陆上|近海|远洋|内陆|沿海|沿江|城乡|城镇|乡镇|乡村|农村|山区|郊区|市区|市政|地方|地下|地上|国内|国外|境外|海外|南部|北部|东部|西部|中部|南方|北方|发达|欠发达|高档|低端|高端`,
  },
  {
    value: "technology",
    label,
    forms: `heat pump|heat pumps|热泵|carbon capture|with ccs|ccs|ccus|abated|unabated|retrofitted|best available technology|best available techniques|碳捕集|碳捕获|脱碳|减碳|低排放|超低排放|节能|改造后`,
  },
];

/** With and without an article, so that “the first” is no ordinal in “the first half”. */
export const restrictorEntries: readonly Entry[] = entriesOf("restrictor", tables).flatMap((entry) =>
  /^(?!the )[a-z]/.test(entry.form) ? [entry, { ...entry, form: `the ${entry.form}` }] : [entry],
);
