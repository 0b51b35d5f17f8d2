import { leafCategories } from "../../classification/categories.ts";
import { type Message, messages } from "../../message/message.ts";
import { cellAt, type Inventory, type NotationKey, notationKeys } from "./inventory.ts";
import { InventoryError } from "./inventory-error.ts";

const texts = messages("inventory", {
  gasOfCategory: { en: "{gas} of {category}", zh: "{category} 的 {gas}" },

  noYear: {
    en: "The inventory has no year {year}.",
    zh: "清单中没有 {year} 年。",
  },
});

/** The completeness of an inventory in a year. */
export interface Completeness {
  readonly year: number;
  /** Leaf categories by their status. */
  readonly estimated: readonly string[];
  readonly byKey: Readonly<Record<NotationKey, readonly string[]>>;
  /** Neither number nor key, nor in a category above or below. */
  readonly blank: readonly string[];
  /** Included elsewhere, without saying where. */
  readonly elsewhereUnsaid: readonly Message[];
  /** Share of categories that have a number or a key. */
  readonly share: number;
}

/**
 * The guidelines' categories that have a number or a notation key for any gas. A number of a category counts for all below it,
 * and numbers below it count for it. Vol 1 Ch 8.2.5: every category is either estimated or has a key that says why not.
 */
export function completeness(inventory: Inventory, year: number): Completeness {
  const y = inventory.years.indexOf(year);
  if (y < 0) throw new InventoryError("year", texts.noYear({ year }));
  const state = new Map<string, "number" | NotationKey>();
  const unsaid: Message[] = [];
  inventory.categories.forEach((code, c) => {
    for (let g = 0; g < inventory.gases.length; g++) {
      const at = cellAt(inventory, c, g, y);
      const key = notationKeys[inventory.keys[at]! - 1];
      if (!Number.isNaN(inventory.values[at]!)) state.set(code, "number");
      else if (key && state.get(code) !== "number") state.set(code, key);
      if (key === "IE" && !inventory.notes.has(at))
        unsaid.push(texts.gasOfCategory({ gas: inventory.gases[g], category: code }));
    }
  });
  const estimated: string[] = [];
  const blank: string[] = [];
  const byKey: Record<NotationKey, string[]> = { NA: [], NE: [], NO: [], IE: [], C: [] };
  for (const { code } of leafCategories) {
    let found: "number" | NotationKey | undefined;
    for (let at = code; ; at = at.slice(0, at.lastIndexOf("."))) {
      found = state.get(at);
      if (found !== undefined || !at.includes(".")) break;
    }
    if (found === "number") estimated.push(code);
    else if (found) byKey[found].push(code);
    else blank.push(code);
  }
  return { year, estimated, byKey, blank, elsewhereUnsaid: unsaid, share: 1 - blank.length / leafCategories.length };
}
