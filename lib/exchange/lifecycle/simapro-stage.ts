import type { SimaproProcess, SimaproRow } from "./simapro-blocks.ts";
import { sectionNames, stageNames } from "./simapro-sections.ts";

/** A product stage as a process, and what of it that is not. */
export interface ReadStage {
  readonly name: string;
  /** Undefined for disposal scenarios, disassemblies and reuses: what they do depends on what their assembly is made of. */
  readonly process: SimaproProcess | undefined;
  /** Whether a life cycle ends in a waste or disposal scenario, which is not in the process for the same reason. */
  readonly hasEnd: boolean;
}

/**
 * An assembly or a life cycle as the process that makes it from its materials, assemblies, processes and further life cycles. Rows of
 * its products (name, unit, amount, category, comment) get the fields that those of processes have between.
 */
export function simaproStage({ line, sections }: SimaproProcess): ReadStage {
  const rows = (section: string): readonly SimaproRow[] => sections.get(section) ?? [];
  const products = rows(sectionNames.products);
  const name = products[0]?.fields[0] ?? "";
  const kind = rows(sectionNames.category)[0]?.fields[0]?.toLowerCase() ?? "";
  if (kind !== stageNames.assemblyKind && kind !== stageNames.lifeCycleKind)
    return { name, process: undefined, hasEnd: false };
  const taken = [stageNames.assembly, stageNames.materials, stageNames.processes, stageNames.lifeCycles].flatMap(rows);
  const made = products.map(
    ({ line: at, fields: [own = "", unit = "", amount = "", category = "", comment = ""] }) => ({
      line: at,
      fields: [own, unit, amount, "", "", category, comment],
    }),
  );
  const process: SimaproProcess = {
    line,
    sections: new Map<string, readonly SimaproRow[]>([
      [sectionNames.category, rows(sectionNames.category)],
      [sectionNames.products, made],
      [sectionNames.materials, taken],
      [sectionNames.inputs, rows(sectionNames.inputs)],
      [sectionNames.calculated, rows(sectionNames.calculated)],
    ]),
  };
  return { name, process, hasEnd: rows(stageNames.end).length > 0 };
}
