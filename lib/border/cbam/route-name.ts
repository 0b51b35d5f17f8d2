import { type Message, messages, type Sentence } from "../../message/message.ts";

const texts = messages("border.route", {
  A: { en: "grey clinker or cement", zh: "灰色熟料或水泥" },
  B: { en: "white clinker or cement", zh: "白色熟料或水泥" },
  C: { en: "carbon steel, BF/BOF", zh: "碳钢，高炉—转炉" },
  D: { en: "carbon steel, DRI/EAF", zh: "碳钢，直接还原铁—电炉" },
  E: { en: "carbon steel, scrap/EAF", zh: "碳钢，废钢—电炉" },
  F: { en: "low-alloy steel, BF/BOF", zh: "低合金钢，高炉—转炉" },
  G: { en: "low-alloy steel, DRI/EAF", zh: "低合金钢，直接还原铁—电炉" },
  H: { en: "low-alloy steel, scrap/EAF", zh: "低合金钢，废钢—电炉" },
  J: { en: "high-alloy steel, EAF", zh: "高合金钢，电炉" },
  K: { en: "primary aluminium", zh: "原铝" },
  L: { en: "secondary aluminium", zh: "再生铝" },
});

const names = new Map<string, () => Message>(Object.entries(texts));

/** What a letter of production route stands for; a letter that a newer edition adds is its own name. */
export function routeName(route: string): Sentence {
  return names.get(route)?.() ?? route;
}

/** Letters of one process, by which steel of another grade is made. */
const processes: readonly string[] = ["CF", "DG", "EH", "J"];

/** Whether two letters stand for one process: BF/BOF of carbon and of low-alloy steel, for example. */
export function isSameProcess(one: string, other: string): boolean {
  return one === other || processes.some((letters) => letters.includes(one) && letters.includes(other));
}
