import type { AgentOutcome, Intent } from "../intent.ts";
import type { Meaning } from "../lexicon/entry.ts";
import type { Found, Matter } from "../matter.ts";
import type { Json } from "../plan.ts";

/** The product in words: a known material, or the words that only the reader knows. */
function productOf(matter: Matter): { value: string; found: Found | null } | null {
  const isProduct = ({ value }: Meaning) => /^(?:process|chosen):/.test(String(value));
  const known = matter.find("material").find(({ meaning }) => isProduct(meaning));
  matter.all("material", ({ value }) => value === known?.meaning.value);
  // “Cement made in a dry kiln”
  matter.all("measure", ({ value }) => (value as readonly string[]).includes("material production"));
  if (known) {
    matter.phrase();
    return { value: String(known.meaning.value).replace(/^\w+:/, ""), found: known };
  }
  const words = matter.phrase();
  return words === null ? null : { value: words, found: null };
}

/** Routes as the plants that ship are called. */
const routes: Readonly<Record<string, string>> = { BOF: "BF-BOF", EAF: "EAF" };

/** A life-cycle assessment: the agent asks what the words leave open. */
export const assessmentIntent: Intent = {
  id: "life-cycle assessment",
  title: { en: "a life-cycle assessment", zh: "生命周期评价" },
  read(matter) {
    if (!matter.takes("operation", "assess")) return null;
    const [amount, ...others] = matter.quantities();
    if (others.length > 0) return null;
    matter.takes("process", "plant", "route");
    matter.emissions("CO2", "GHG");
    const product = productOf(matter);
    const technology = matter.one("technology")?.meaning.value;
    const boundary = matter.one("boundary")?.meaning.value;
    const place = matter.one("place")?.meaning.value;
    matter.numbers((number) => number === 1);
    const input: Record<string, Json> = {
      ...(product ? { material: product.value } : {}),
      ...(amount ? { amount: amount.quantity.value, unit: amount.quantity.measured } : {}),
      ...(typeof technology === "string" ? { technology: routes[technology] ?? technology } : {}),
      ...(typeof boundary === "string" ? { boundary: boundary.replaceAll(" ", "-") } : {}),
      ...(typeof place === "string" && place !== "WORLD" ? { place } : {}),
    };
    return agent("lca", input);
  },
};

/** A plant at least cost under a cap. */
export const plantIntent: Intent = {
  id: "plan of a plant",
  title: { en: "a plant at least cost", zh: "最低成本的工厂方案" },
  read(matter) {
    if (!matter.takes("operation", "optimise")) return null;
    const masses = matter.quantities(({ measured }) => /^(?:t|kt|Mt)$/.test(measured));
    const cap = masses.find(({ quantity }) => quantity.gas === "CO2" || quantity.gas === "CO2e");
    const output = masses.find((each) => each !== cap);
    matter.takes("process", "plant", "cap", "route");
    const share = cap ? null : shareOf(matter);
    matter.takes("bound", "max", "min");
    matter.emissions("CO2", "GHG");
    const product = productOf(matter);
    const tonnes = cap ? cap.quantity.value * ({ t: 1, kt: 1e3, Mt: 1e6 }[cap.quantity.measured] ?? 1) : null;
    const input: Record<string, Json> = {
      ...(product ? { material: product.value } : {}),
      ...(output ? { amount: output.quantity.value, unit: output.quantity.measured } : {}),
      ...(tonnes === null ? {} : { cap: tonnes }),
      ...(share === null ? {} : { share }),
    };
    return agent("industry", input);
  },
};

/** What is left of the emissions after a cut: “by half”, “by 40 %”. */
function shareOf(matter: Matter): number | null {
  if (matter.takes("operation", "halve", "half")) {
    matter.takes("operation", "moved");
    return 0.5;
  }
  const [percent, ...others] = matter.quantities(({ measured }) => measured === "%");
  if (!percent || others.length > 0 || !matter.takes("operation", "moved")) return null;
  return Number((1 - percent.quantity.value / 100).toPrecision(15));
}

function agent(name: AgentOutcome["name"], input: AgentOutcome["input"]): AgentOutcome {
  return { kind: "agent", name, input };
}
