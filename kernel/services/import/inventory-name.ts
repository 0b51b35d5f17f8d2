import { importedInventoryNames } from "../../../lib/lifecycle/resource/dataset-names.ts";
import { shippedInventories } from "../../../lib/lifecycle/resource/request.ts";
import { type Message, messages } from "../../../lib/message/message.ts";

const texts = messages("import.inventoryName", {
  empty: {
    en: "Give the inventory a name with at least one letter or digit.",
    zh: "请为清单取一个至少含一个字母或数字的名称。",
  },
  long: { en: "Give the inventory a name of at most {most} characters.", zh: "清单名称不得超过 {most} 个字符。" },
  shipped: {
    en: "“{name}” is an inventory that ships with the program. Choose another name.",
    zh: "“{name}”是程序随附的清单，请另取名称。",
  },
});

/** Names are parts of names of files. */
const LONGEST = 80;

/** Why an imported inventory cannot be called so; null if it can. */
export function inventoryNameProblem(name: string): Message | null {
  if (!/[\p{L}\p{N}]/u.test(name)) return texts.empty();
  if (name.length > LONGEST) return texts.long({ most: LONGEST });
  return shippedInventories.some((shipped) => isSameInventory(shipped, name)) ? texts.shipped({ name }) : null;
}

/** Whether both names are kept in the same datasets, so that one replaces the other. */
export function isSameInventory(one: string, other: string): boolean {
  return importedInventoryNames(one).inventory === importedInventoryNames(other).inventory;
}

/** A name that can be taken as it is, near the title of a database. */
export function suggestedName(title: string): string {
  const short = title
    .trim()
    .slice(0, LONGEST - 9)
    .trim();
  if (inventoryNameProblem(short) === null) return short;
  return `${short} imported`.trim();
}
