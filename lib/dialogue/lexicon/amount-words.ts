import type { Text } from "../../message/message.ts";
import { type Entry, entriesOf } from "./entry.ts";

const label: Text = { en: "what uses an amount", zh: "用量的主体" };

/**
 * Who holds or uses an amount that the words give, and how it came to be: “our office in Athens bought 250 MWh”. Where the figure is
 * computed from that amount alone, it changes nothing whose it is. These words count only there; in every other question they restrict.
 */
export const amountEntries: readonly Entry[] = [
  ...entriesOf("holder", [
    {
      value: "noun",
      label,
      forms: [
        "office|clinic|property|potline|dryer|head office|constituency office|site|plant|factory|mill|smelter|foundry|works|mine|school|university|hospital|warehouse|depot|subsidiary|branch|affiliate|borrower|supplier|importer|exporter|client|customer|company|firm|department|laboratory|lab|hotel|shop|store|restaurant|farm|laundry|bakery|brewery|museum|theatre|council|boiler|boilers|furnace|furnaces|kiln|auditors|team|colleagues|delegation|meter|meter reading|fuel data|litres|activity data|switchgear|solar park|solar farm|wind farm|wind park|rooftop|town|fleet|building|campus",
        "办公室|诊所|厂|厂区|工厂|我厂|公司|企业|仓库|学校|大学|医院|酒店|餐厅|商店|养殖场|垃圾场|老垃圾场|填埋场|污水站|污水厂|电站|光伏电站|屋顶|开关柜|锅炉|窑炉|部门|分公司|子公司|客户|团队|同事|我同事|课题组|实验室|本市|我市|活动数据|油耗数据|读数|被投公司|某企业|间厂|铝厂|电解铝厂|站|基地",
      ].join("|"),
    },
    {
      // What a pattern of the intent that knows its meaning reads; nothing else passes over it.
      value: "read",
      label,
      forms: [
        "good to|known to within|to within|no contractual instruments|no contracts|no green contract|no guarantees of origin|source a|source b|from the supplier invoice|supplier invoice|last year|last winter|last summer|last month|brings in|brought in",
        "开采|年利用|利用|减多少|去年|去年冬天|省级|省级平均|省级电网|省级电力|按省级|容量|装机容|装机容量|进口|网电|外购|外购电|供暖|取暖|折合|一间房|一房|阳极|磨",
      ].join("|"),
    },
    {
      value: "verb",
      label,
      forms: [
        "bought|buy|buys|purchased|purchase|got through|gets through|spilled|leaked|leaks|leak|vented|vents|escaped|lost|topped up|refilled|installed|install|builds|built|building|processed|treated|book|metered|billed|invoiced|driven|drove|drives|travelled|traveled|flew|stayed|stay|stays|slept|ordered|weighs|weighing|handled|receives|received|shipped|ships|invoice",
        "跑了|购入|购买|购买了|购进|买|买了|漏|漏了|泄漏|泄漏了|泄露|逸散|逸散了|排空|跑了|补充|充注|装|装了|建|建了|新建|安装|处理|处理了|加工|投入|耗用|消耗了|用了|用掉|用去|烧掉|上报|要填|填|住|住了|出差|开了|行驶|跑|年产|产|生产了|使咗|住咗|用咗|一间房",
      ].join("|"),
    },
  ]),
];
