import { z } from "zod";
import type { Text } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import type { ResultOf } from "../../tool/shape.ts";
import type { TableDeclaration } from "../../tool/table.ts";
import { defineTool, type Tool } from "../../tool/tool.ts";
import { inventoryIn } from "../graph/record-schema.ts";
import { impactMethodsIn, methodsFromIn } from "../impact/method-records.ts";
import { inventoryDatasets } from "../resource/dataset-names.ts";
import { openInventory } from "../resource/open-inventory.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { type InventoryRequest, type ShippedInventory, shippedInventories } from "../resource/request.ts";
import { rulesIn, sourceIn } from "../resource/request-schema.ts";

/** An inventory in the input of a tool: one that ships or was imported, activities, or these over that one. */
export const inventoryFields = {
  source: sourceIn.optional(),
  ...inventoryIn.partial().shape,
  rules: rulesIn.optional().describe("How the inventory is linked and allocated"),
  impactMethods: impactMethodsIn.optional(),
  methodsFrom: methodsFromIn.optional(),
};

type InventoryFields = typeof inventoryFields;

interface InventoryTool<Options extends z.ZodRawShape, Output extends z.ZodType> {
  readonly name: string;
  readonly title: Text;
  readonly summary: Text;
  /** The inventory that is taken if none is given. */
  readonly source?: ShippedInventory;
  readonly options: Options;
  readonly output: Output;
  readonly tablesOut?: Readonly<Record<string, TableDeclaration>>;
  readonly formula?: string;
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
  over(
    inventory: OpenedInventory,
    options: z.output<z.ZodObject<Options>>,
    work: Work,
  ): Promise<ResultOf<Output>> | ResultOf<Output>;
}

/**
 * A tool on an inventory: called with the inventory in its input, or with a handle on one that is open in the worker.
 */
export function defineInventoryTool<Options extends z.ZodRawShape, Output extends z.ZodType>(
  tool: InventoryTool<Options, Output>,
): Tool<z.ZodObject<InventoryFields & Options>, Output> {
  const { options, over, source, ...rest } = tool;
  // The fields are combined at run time; the types follow the same rule.
  const input = z.object({ ...inventoryFields, ...options }) as unknown as z.ZodObject<InventoryFields & Options>;
  return defineTool({
    ...rest,
    input,
    datasets: [...new Set(shippedInventories.flatMap((each) => inventoryDatasets(each)))],
    async run(given, work, read) {
      const opened = await openInventory(
        requestOf(given as z.output<z.ZodObject<InventoryFields>>, source),
        read,
        work,
      );
      return over(opened, given as unknown as z.output<z.ZodObject<Options>>, work);
    },
    overResources: {
      places: { inventory: { resource: "inventory", form: "spread" } },
      options: z.object(options),
      run: async ({ inventory }, given, work) =>
        over(inventory as OpenedInventory, given as z.output<z.ZodObject<Options>>, work),
    },
  });
}

/** The inventory of these fields. */
export function requestOf(
  given: z.output<z.ZodObject<InventoryFields>>,
  standard?: ShippedInventory,
): InventoryRequest {
  const { source = standard, activities, parameters, products, flows, rules, impactMethods, methodsFrom } = given;
  return {
    source,
    rules,
    ...(impactMethods && { impactMethods }),
    ...(methodsFrom && { methodsFrom }),
    records: activities && { activities, parameters, products, flows },
  };
}
