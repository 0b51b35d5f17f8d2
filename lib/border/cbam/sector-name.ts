import { type Message, messages, type Sentence } from "../../message/message.ts";

const texts = messages("border.sector", {
  cement: { en: "Cement", zh: "水泥" },
  steel: { en: "Iron and steel", zh: "钢铁" },
  aluminium: { en: "Aluminium", zh: "铝" },
  hydrogen: { en: "Hydrogen", zh: "氢" },
  fertilisers: { en: "Fertilisers", zh: "化肥" },
});

const names = new Map<string, () => Message>([
  ["Cement", texts.cement],
  ["Iron and steel", texts.steel],
  ["Aluminium", texts.aluminium],
  ["Hydrogen", texts.hydrogen],
  ["Fertilisers", texts.fertilisers],
]);

/** What a product group of the annex is called; one that a newer edition adds by its own name. */
export function sectorName(sector: string): Sentence {
  return names.get(sector)?.() ?? sector;
}
