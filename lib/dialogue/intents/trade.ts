import type { StepResult } from "../host.ts";
import type { Draft, Intent } from "../intent.ts";
import type { Want } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import {
  type Accounts,
  FIRST_CO2,
  LAST,
  labelsOf,
  refuseTableYear,
  saysEmbodied,
  tableSource as source,
  tableSteps,
  tableYear,
  withRegions,
} from "./trade-table.ts";

/** Accounts by the input–output table, where the question names it. */
export const tableAccountIntent: Intent = {
  id: "table account",
  title: { en: "accounts by the input–output table", zh: "投入产出表账户" },
  read(matter) {
    if (!matter.takes("database", "WIOD")) return null;
    if (saysEmbodied(matter)) return null;
    const places = matter.all("place");
    const found = tableYear(matter);
    if (places.length !== 1 || !found || places[0]!.meaning.value === "WORLD") return null;
    const consumption = matter.takes("principle", "consumption");
    matter.takes("principle", "territorial");
    matter.emissions("CO2");
    matter.all("measure", ({ value }) => isOfAccounts(value as readonly string[]));
    matter.takes("operation", "total");
    matter.takes("process", "production account");
    if (matter.find("gas").some(({ meaning }) => meaning.value !== "CO2")) return null;
    const { iso3, label } = { iso3: String(places[0]!.meaning.value), label: places[0]!.meaning.label };
    const { year, assumed } = found;
    if (year < FIRST_CO2 || year > LAST) return refuseTableYear();
    const account = consumption ? "D_cba" : "D_pba";
    const draft = figureDraft({
      steps: tableSteps(year),
      assumed,
      source,
      wants: (results) => {
        const index = labelsOf(results, "accounts").regions.indexOf(iso3);
        return [wanted("accounts", `${account}.0.${index}`, "kt CO2", { en: "CO2", zh: "CO2" })];
      },
      subject: consumption
        ? {
            en: [{ name: "Consumption-based CO2" }, " of ", { name: label.en }, " in ", { given: ["world", "year"] }],
            zh: [{ name: label.zh }, { given: ["world", "year"] }, "年", { name: "消费端 CO2" }],
          }
        : {
            en: [{ name: "Production CO2" }, " of ", { name: label.en }, " in ", { given: ["world", "year"] }],
            zh: [{ name: label.zh }, { given: ["world", "year"] }, "年", { name: "生产端 CO2" }],
          },
    });
    return withRegions(draft, [{ iso3, label }], year);
  },
};

/** Footprints and totals of the table, which a word of the account says. */
function isOfAccounts(ids: readonly string[]): boolean {
  return ids.some((id) => id === "CO2, consumption" || id.endsWith("of the input–output table"));
}

/** Sectors that contribute most to a country's account. */
export const driversIntent: Intent = {
  id: "drivers",
  title: { en: "sectors of an account", zh: "账户的部门构成" },
  read(matter) {
    if (!matter.takes("operation", "drivers")) return null;
    const places = matter.all("place");
    const found = tableYear(matter);
    if (places.length !== 1 || !found || places[0]!.meaning.value === "WORLD") return null;
    const consumption = matter.takes("principle", "consumption");
    matter.takes("principle", "territorial");
    matter.takes("operation", "rank", "change", "moved", "share");
    matter.emissions("CO2");
    matter.takes("database", "WIOD");
    const [{ meaning }] = places as [(typeof places)[number]];
    const { year, assumed } = found;
    if (year < FIRST_CO2 || year > LAST) return refuseTableYear();
    const iso3 = String(meaning.value);
    const [table] = tableSteps(year);
    const field = consumption ? "D_cba" : "D_pba";
    const draft: Draft = figureDraft({
      steps: [table, { id: "accounts", tool: "consumption.sectorAccounts", args: { $from: "world" } }],
      assumed,
      source,
      wants: (results) => topSectors(results, iso3, field),
      subject: consumption
        ? {
            en: ["Sectors whose products carry most of the consumption emissions of ", { name: meaning.label.en }],
            zh: [{ name: meaning.label.zh }, "消费端排放最多的产品部门"],
          }
        : {
            en: ["Sectors with the largest production emissions of ", { name: meaning.label.en }],
            zh: [{ name: meaning.label.zh }, "生产端排放最多的部门"],
          },
    });
    return withRegions(draft, [{ iso3, label: meaning.label }], year);
  },
};

const TOP = 3;

function topSectors(results: ReadonlyMap<string, StepResult>, iso3: string, field: "D_cba" | "D_pba"): Want[] {
  const accounts = results.get("accounts")!.result as Accounts & { readonly [field: string]: unknown };
  const r = accounts.regions.indexOf(iso3);
  const count = accounts.sectors.length;
  const own = (accounts[field] as readonly (readonly number[])[])[0]!.slice(r * count, (r + 1) * count);
  const order = own
    .map((value, s) => ({ value, s }))
    .sort((a, b) => b.value - a.value)
    .slice(0, TOP);
  return order.map(({ s }) => {
    const name = accounts.names?.sectors?.[s] ?? accounts.sectors[s]!;
    return wanted("accounts", `${field}.0.${r * count + s}`, "kt CO2", { en: name, zh: name });
  });
}
