import { account } from "./account/tools.ts";
import { exportedFleets } from "./border/tools/fleets.ts";
import { avoided, carbonMarket, cbam } from "./border/tools.ts";
import { classification } from "./classification/tools.ts";
import { companies } from "./company/tools.ts";
import { data } from "./data/tools.ts";
import { borderFiles } from "./exchange/tools/border-files.ts";
import { footprintDocuments, inventoryFiles } from "./exchange/tools.ts";
import { factors } from "./factors/tools.ts";
import { indicators } from "./indicators/tools.ts";
import { programmes } from "./industry/tools/programmes.ts";
import { industry } from "./industry/tools.ts";
import { inventory, nationalUncertainty } from "./inventory/tools.ts";
import { lifecycle, productUncertainty } from "./lifecycle/tools.ts";
import { consumption, tableUncertainty } from "./mrio/tools.ts";
import type { Namespace } from "./namespaces.ts";
import { budget, natural } from "./natural/tools.ts";
import { panorama } from "./panorama/tools.ts";
import { quantity } from "./quantity/tools.ts";
import { editDistance } from "./tool/nearest-name.ts";
import type { Tool } from "./tool/tool.ts";
import { ensembles, uncertainty } from "./uncertainty/tools.ts";

/** Every tool of the library by namespace and name. */
export const namespaces = {
  consumption,
  quantity,
  classification,
  factors,
  inventory: { ...inventory, ...companies },
  budget,
  natural,
  panorama,
  indicators,
  uncertainty: { ...uncertainty, ...nationalUncertainty, ...tableUncertainty, ...ensembles, ...productUncertainty },
  lifecycle: { ...lifecycle, ...footprintDocuments, ...inventoryFiles },
  industry: { ...industry, ...programmes, ...carbonMarket },
  cbam: { ...cbam, ...borderFiles },
  avoided: { ...avoided, ...exportedFleets },
  data,
  account,
} satisfies Record<Namespace, Readonly<Record<string, Tool>>>;

export const tools: readonly Tool[] = Object.values(namespaces).flatMap((each): Tool[] => Object.values(each));

export function findTool(name: string): Tool | undefined {
  return tools.find((tool) => tool.name === name);
}

/** The most similar names to a misspelt one, nearest first. */
export function suggestTools(name: string): string[] {
  const wanted = name.toLowerCase();
  return tools
    .map((tool) => ({ name: tool.name, distance: distanceTo(wanted, tool.name.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(3, wanted.length / 2))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((suggestion) => suggestion.name);
}

/** The last part is sufficient: "accounts" finds `consumption.accounts`. */
function distanceTo(wanted: string, name: string): number {
  return Math.min(editDistance(wanted, name), 1 + editDistance(wanted, name.slice(name.indexOf(".") + 1)));
}
