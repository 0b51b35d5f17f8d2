import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import { ammonia } from "./ammonia.ts";
import { cement } from "./cement.ts";
import type { Industry } from "./industry.ts";
import type { IndustryRequest } from "./request.ts";
import { steel } from "./steel.ts";

const texts = messages("agent.industry.industries", {
  unknown: {
    en: "Costs of routes ship for {known:and}, not for {material}: a value without a source is not made up. Give routes and costs to industry.optimize in a cell.",
    zh: "随附的路线成本仅限 {known:and}，没有 {material} 的成本；不编造没有来源的数值。请在单元中为 industry.optimize 给出路线与成本。",
  },
});

/** Industries that can be planned. */
export const industries: readonly Industry[] = [cement, steel, ammonia];

/** The industry of a request whose material is known. Throws a Fault if no costs of its routes ship. */
export function industryOf({ material = "" }: IndustryRequest): Industry {
  const name = material.trim().toLowerCase();
  const found = industries.find(({ product, names }) => product === name || names.includes(name));
  if (found) return found;
  throw new Fault(texts.unknown({ known: industries.map(({ product }) => product), material }));
}
