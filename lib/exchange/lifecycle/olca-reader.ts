import { GraphBuilder } from "../../lifecycle/graph/graph-builder.ts";
import { messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { fileName, type SourceFiles } from "../mrio/source-files.ts";
import { addParameters } from "./add-parameters.ts";
import { olcaFormulas } from "./formula-text.ts";
import { impactMethodsOf } from "./impact-methods.ts";
import { ImportNotes } from "./import-notes.ts";
import type { ImportedInventory, InventoryFormat } from "./inventory-format.ts";
import { readOlcaImpacts } from "./olca-impact.ts";
import { OlcaPackage } from "./olca-package.ts";
import { OlcaProcesses, olcaGiven } from "./olca-process.ts";
import { OlcaQuantities } from "./olca-quantities.ts";
import { olcaParameter, olcaProcess } from "./olca-schema.ts";
import { ParameterScope } from "./parameter-scope.ts";

const texts = messages("lifecycle.olca", {
  reading: { en: "Reading processes", zh: "正在读取过程" },
  globals: {
    en: "{count} formulas of global parameters could not be taken over; the parameters keep their numbers: {names}",
    zh: "有 {count} 个全局参数的公式无法读入，保留其数值：{names}",
  },
  others: {
    en: "Only processes, impact methods and what they name were read; the package also has {kinds:and}.",
    zh: "只读入过程、影响评价方法及其所引用的内容；数据包中还有{kinds:and}。",
  },
  terms: {
    en: "The processes state {count} different terms of use; the first is given as the licence. Check the others in the source.",
    zh: "各过程载明 {count} 种不同的使用条款；许可一栏为其中第一种。其余请查阅来源。",
  },
});

/** Kinds of objects that are not read, by the name of their folder. */
const otherKinds = messages("lifecycle.olca-other", {
  product_systems: { en: "{count} product systems", zh: "{count} 个产品系统" },
  projects: { en: "{count} projects", zh: "{count} 个项目" },
  results: { en: "{count} results", zh: "{count} 个结果" },
  epds: { en: "{count} environmental product declarations", zh: "{count} 份环境产品声明" },
});

/** Processes read between two pauses. */
const BLOCK = 20;

/** openLCA's JSON-LD, also that of the US Federal LCA Commons: schema 1 and 2. */
export const olcaJsonLd: InventoryFormat = {
  id: "olca",
  title: { en: "openLCA JSON-LD", zh: "openLCA JSON-LD" },
  async recognises(source) {
    return OlcaPackage.isIn(source);
  },
  read,
};

async function read(source: SourceFiles, work: Work): Promise<ImportedInventory> {
  const objects = new OlcaPackage(source);
  const notes = new ImportNotes();
  const globals = [];
  for (const id of objects.ids("parameters"))
    globals.push(olcaGiven(await objects.read("parameters", id, olcaParameter)));
  const scope = new ParameterScope<DistributionSpec | undefined>(olcaFormulas, globals);
  for (const name of scope.fixed) notes.add(texts.globals, name);
  const quantities = new OlcaQuantities(objects);
  const processes = new OlcaProcesses(objects, quantities, scope, notes);
  const builder = new GraphBuilder("ignore");
  addParameters(builder, scope.parameters, undefined);
  const terms = new Set<string>();
  const ids = objects.ids("processes");
  for (const [at, id] of ids.entries()) {
    if (at % BLOCK === 0) {
      await work.pause();
      work.progress(at / ids.length, texts.reading());
    }
    const { activity, exchanges, flows, parameters, restrictions } = await processes.read(
      await objects.read("processes", id, olcaProcess),
    );
    for (const [flowId, { read, compartment }] of flows) declare(builder, flowId, read, compartment);
    addParameters(builder, parameters.parameters, builder.addActivity(activity, exchanges));
    if (restrictions !== undefined) terms.add(restrictions);
  }
  const methods = impactMethodsOf(await readOlcaImpacts(objects, quantities, work), notes);
  const kinds = Object.entries(otherKinds).flatMap(([folder, word]) => {
    const count = source.paths.filter((path) => new RegExp(`(?:^|/)${folder}/[^/]+\\.json$`).test(path)).length;
    return count > 0 ? [word({ count })] : [];
  });
  if (kinds.length > 0) notes.say(texts.others({ kinds }));
  if (terms.size > 1) notes.say(texts.terms({ count: terms.size }));
  const licence = [...terms][0];
  return {
    graph: builder.graph(),
    title: titleOf(source),
    ...(licence !== undefined && { licence }),
    ...(methods.length > 0 && { methods }),
    notes: notes.list(),
  };
}

function declare(
  builder: GraphBuilder,
  id: string,
  { flow, unit }: Awaited<ReturnType<OlcaQuantities["flow"]>>,
  compartment: string,
): void {
  if (flow.flowType === "ELEMENTARY_FLOW") {
    if (!builder.hasFlow(id)) builder.addFlow({ id, name: flow.name, compartment, unit, cas: flow.cas || null });
  } else if (!builder.hasProduct(id))
    builder.addProduct({ id, name: flow.name, unit, waste: flow.flowType === "WASTE_FLOW" });
}

/** The folder above the package's folders, or the first file. */
function titleOf(source: SourceFiles): string {
  const first = source.paths.find((path) => /(?:processes|lcia_categories)\//.test(path)) ?? source.paths[0] ?? "";
  const folder = /^(.*?)\/?(?:processes|lcia_categories)\//.exec(first)?.[1];
  return fileName(folder || first);
}
