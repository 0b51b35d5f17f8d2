import { type Entry, entriesOf } from "./entry.ts";

/** Events by which people date what they ask. Beside the year itself they say nothing more; alone they are not understood. */
export const eventEntries: readonly Entry[] = entriesOf("event", [
  {
    value: true,
    label: { en: "an event", zh: "事件" },
    forms: [
      "paris agreement|paris accord|paris accords|paris climate agreement|paris climate accord|paris deal|paris climate deal|paris was signed",
      "kyoto|kyoto protocol|copenhagen|copenhagen summit|copenhagen accord|glasgow|glasgow summit|glasgow pact|rio|rio summit|rio earth summit|earth summit|cop21|cop26|cop28|cop15|cop3|unfccc treaty|convention",
      "berlin wall|fall of the berlin wall|fall of the wall|the wall fell|berlin wall fell|reunification|german reunification|soviet collapse|collapse of the soviet union|fall of the soviet union|soviet union fell|end of the soviet union|end of the cold war|cold war|brexit|brexit vote|brexit referendum|fukushima|fukushima accident|fukushima disaster|chernobyl|financial crash|lehman|great recession|global financial crisis|oil crisis|oil shock|world war|world war two|second world war|first world war|wwii|ww2|ww1|olympics|beijing olympics|london olympics|olympic games|world cup|moon landing|industrial revolution|millennium|turn of the century|turn of the millennium|china joined the wto|wto accession|reform and opening|opening up|invasion of ukraine|russian invasion|gulf war|asian crisis|asian financial crisis|arab spring|euro crisis|energy crisis|gas crisis",
      "pre covid|before covid|covid|covid 19|pandemic|the pandemic|lockdown|pre pandemic|post war|el nino|el nino year|la nina|la nina year|the decade|decade",
      "新冠|新冠疫情|疫情|厄尔尼诺|厄尔尼诺年|拉尼娜|拉尼娜年|十年|这十年|这十年间|五年|这五年|这五年间|巴黎协定|巴黎协议|巴黎气候协定|签巴黎协定|签署巴黎协定|京都议定书|京都协议|京都|哥本哈根|哥本哈根大会|格拉斯哥|里约|里约峰会|地球峰会|联合国气候大会|气候大会|柏林墙|柏林墙倒塌|柏林墙倒下|两德统一|德国统一|苏联解体|苏联垮台|冷战|冷战结束|脱欧|英国脱欧|脱欧公投|福岛|福岛事故|福岛核事故|福岛核电站事故|切尔诺贝利|切尔诺贝利事故|雷曼|次贷危机|全球金融危机|亚洲金融危机|世界大战|一战|二战|第二次世界大战|第一次世界大战|奥运|奥运会|北京奥运|北京奥运会|北京冬奥会|冬奥会|伦敦奥运会|东京奥运会|世博会|上海世博会|世界杯|改革开放|改革开放初期|加入世贸组织|入世那年|世贸|香港回归|澳门回归|汶川地震|非典|工业革命|世纪之交|千禧年|俄乌冲突|俄乌战争|海湾战争|欧债危机|能源危机|十三五|十二五|十四五|十一五|五年规划",
    ].join("|"),
  },
]);
