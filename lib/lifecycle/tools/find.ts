import { z } from "zod";
import { findActivities, foundActivityShape } from "../resource/activity-search.ts";
import { defineInventoryTool } from "./inventory-tool.ts";

export const lifecycleFind = defineInventoryTool({
  name: "lifecycle.find",
  title: { en: "Activities of an inventory", zh: "查找清单中的活动" },
  summary: {
    en: "Activities whose names, products, places or categories have all words of a text, the best first, with the ids by which they are demanded.",
    zh: "名称、产品、地点或类别包含全部所查词语的活动，按匹配程度排列，并给出用作需求的标识。",
  },
  options: {
    text: z.string().min(1).describe("Words; each may be the beginning of one"),
    most: z.int().positive().max(1000).default(20),
  },
  output: z.object({
    activities: z.array(foundActivityShape),
  }),
  assumptions: ["Words are compared as they are written; there is no dictionary of synonyms."],
  references: ["NREL (2021), U.S. Life Cycle Inventory Database, FY21 Q3: one of the inventories that ship."],
  over: ({ graph }, { text, most }) => ({ activities: findActivities(graph, text, most) }),
});
