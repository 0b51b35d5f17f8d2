import type { exportedFleets } from "./border/tools/fleets.ts";
import type { carbonMarket } from "./border/tools.ts";
import type { companies } from "./company/tools.ts";
import type { borderFiles } from "./exchange/tools/border-files.ts";
import type { footprintDocuments, inventoryFiles } from "./exchange/tools.ts";
import type { programmes } from "./industry/tools/programmes.ts";
import type { nationalUncertainty } from "./inventory/tools.ts";
import type { productUncertainty } from "./lifecycle/tools.ts";
import type { tableUncertainty } from "./mrio/tools.ts";
import { type Namespace, namespaceNames } from "./namespaces.ts";
import type { Tool } from "./tool/tool.ts";

/** The tools of one domain in a namespace, with the loader of the domain's code. */
interface Part {
  /** The names of these tools; the part without names has all others. */
  readonly only?: readonly string[];
  load(): Promise<Readonly<Record<string, Tool>>>;
}

/** Names of tools, checked against their declarations. */
const only = <Tools>(...names: (keyof Tools & string)[]): readonly string[] => names;

const mrio = () => import("./mrio/tools.ts");
const inventories = () => import("./inventory/tools.ts");
const products = () => import("./lifecycle/tools.ts");
const border = () => import("./border/tools.ts");
const nature = () => import("./natural/tools.ts");
const generic = () => import("./uncertainty/tools.ts");

/** The tools of `tools.ts`, for programs that load the code of a domain on first use. */
const parts: Readonly<Record<Namespace, readonly Part[]>> = {
  consumption: [{ load: async () => (await mrio()).consumption }],
  quantity: [{ load: async () => (await import("./quantity/tools.ts")).quantity }],
  classification: [{ load: async () => (await import("./classification/tools.ts")).classification }],
  factors: [{ load: async () => (await import("./factors/tools.ts")).factors }],
  inventory: [
    {
      only: only<typeof companies>("company", "purchasedEnergy", "baseYear", "valueChainFactors"),
      load: async () => (await import("./company/tools.ts")).companies,
    },
    { load: async () => (await inventories()).inventory },
  ],
  budget: [{ load: async () => (await nature()).budget }],
  natural: [{ load: async () => (await nature()).natural }],
  panorama: [{ load: async () => (await import("./panorama/tools.ts")).panorama }],
  indicators: [{ load: async () => (await import("./indicators/tools.ts")).indicators }],
  uncertainty: [
    {
      only: only<typeof nationalUncertainty>("approachOne", "approachTwo", "keyCategories"),
      load: async () => (await inventories()).nationalUncertainty,
    },
    { only: only<typeof tableUncertainty>("footprint"), load: async () => (await mrio()).tableUncertainty },
    {
      only: only<typeof productUncertainty>("inventory", "lifecycle"),
      load: async () => (await products()).productUncertainty,
    },
    { load: async () => ({ ...(await generic()).uncertainty, ...(await generic()).ensembles }) },
  ],
  lifecycle: [
    {
      only: only<typeof footprintDocuments>("pact", "readPact"),
      load: async () => (await import("./exchange/tools.ts")).footprintDocuments,
    },
    {
      only: only<typeof inventoryFiles>("write"),
      load: async () => (await import("./exchange/tools.ts")).inventoryFiles,
    },
    { load: async () => (await products()).lifecycle },
  ],
  industry: [
    { only: only<typeof carbonMarket>("allocation"), load: async () => (await border()).carbonMarket },
    {
      only: only<typeof programmes>("abatement", "dispatch", "optimize", "pareto", "programme"),
      load: async () => (await import("./industry/tools/programmes.ts")).programmes,
    },
    { load: async () => (await import("./industry/tools.ts")).industry },
  ],
  cbam: [
    {
      only: only<typeof borderFiles>("communication"),
      load: async () => (await import("./exchange/tools/border-files.ts")).borderFiles,
    },
    { load: async () => (await border()).cbam },
  ],
  avoided: [
    {
      only: only<typeof exportedFleets>("solar", "wind"),
      load: async () => (await import("./border/tools/fleets.ts")).exportedFleets,
    },
    { load: async () => (await border()).avoided },
  ],
  data: [{ load: async () => (await import("./data/tools.ts")).data }],
  account: [{ load: async () => (await import("./account/tools.ts")).account }],
};

/** The tool of a name, after loading the code of its domain; undefined if there is none. */
export async function loadTool(name: string): Promise<Tool | undefined> {
  const [namespace, key] = name.split(".");
  if (key === undefined || !isNamespace(namespace!)) return undefined;
  const part = parts[namespace].find(({ only }) => !only || only.includes(key))!;
  const tools = await part.load();
  return Object.hasOwn(tools, key) ? tools[key] : undefined;
}

/** The most similar names to a misspelt one, nearest first; this loads all domains. */
export async function suggestTools(name: string): Promise<readonly string[]> {
  return (await import("./tools.ts")).suggestTools(name);
}

function isNamespace(name: string): name is Namespace {
  return (namespaceNames as readonly string[]).includes(name);
}
