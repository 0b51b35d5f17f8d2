import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { openInventory } from "../../../lib/lifecycle/resource/open-inventory.ts";
import type { OpenedInventory } from "../../../lib/lifecycle/resource/opened-inventory.ts";
import { lifecycleAssess } from "../../../lib/lifecycle/tools/assess.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";

let opening: Promise<OpenedInventory> | undefined;

/** The shipped background, opened once. */
export function shippedBackground(): Promise<OpenedInventory> {
  opening ??= openInventory({ source: "background" }, readOnce(shippedDatasets()));
  return opening;
}

/** What `lifecycle.assess` finds over the shipped background, in English, checked by its declared output. */
export async function assess(input: object) {
  const options = lifecycleAssess.overResources!.options.parse(input);
  const found = await lifecycleAssess.overResources!.run(
    { inventory: await shippedBackground() },
    options,
    uninterrupted,
  );
  return lifecycleAssess.output.parse(inEnglish(found));
}

export type Assessed = Awaited<ReturnType<typeof assess>>;

/** A bill of one item, from lines of name, amount and unit. */
export function assessBill(
  lines: readonly (readonly [name: string, amount: number, unit: string])[],
  more: object = {},
) {
  const bill = lines.map(([name, amount, unit]) => ({ name, amount, unit }));
  return assess({ description: "A product.", functionalUnit: { amount: 1, unit: "item" }, bill, ...more });
}

export const lineOf = ({ lines }: Assessed, name: string) => lines.find((line) => line.name === name)!;

export const gateOf = ({ phases }: Assessed, phase: number, name: string) =>
  phases[phase]!.gates.find((gate) => gate.name === name)!;
