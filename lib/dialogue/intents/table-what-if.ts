import type { Text } from "../../message/message.ts";
import type { Intent } from "../intent.ts";
import { normalForm } from "../language/normal-text.ts";
import type { Link } from "../link.ts";
import type { Matter } from "../matter.ts";
import type { Assumption, Json, Step, Want } from "../plan.ts";
import type { Part } from "../template.ts";
import { does } from "../turn-links.ts";
import { branchesOf } from "./branch.ts";
import { isOfElectricity } from "./grid-area.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import { tableRegions } from "./table-regions.ts";
import { FIRST_CO2, LAST, refuseTableYear, tableSource, tableSteps, tableYear, withRegions } from "./trade-table.ts";

interface Place {
  readonly iso3: string;
  readonly label: Text;
  readonly link: Link;
}

type Field = "D_cba" | "D_pba" | "D_exp" | "D_imp";

const accounts: Readonly<Record<Field, Text>> = {
  D_cba: { en: "consumption account", zh: "消费端账户" },
  D_pba: { en: "production account", zh: "生产端账户" },
  D_exp: { en: "emissions embodied in exports", zh: "出口隐含排放" },
  D_imp: { en: "emissions embodied in imports", zh: "进口隐含排放" },
};

/** What accounts would be if the emissions of a sector by output, or the final demand for its products, were another multiple. */
export const tableWhatIfIntent: Intent = {
  id: "what if of a sector",
  title: { en: "another intensity of a sector, or demand for its products", zh: "部门强度或需求情景" },
  read(matter) {
    if (!matter.takes("operation", "what if") && !isSupposed(matter)) return null;
    const [branch, ...others] = branchesOf(matter);
    const places = placesOf(matter);
    const found = tableYear(matter);
    if (!branch || others.length > 0 || places.length === 0 || !found) return null;
    // The place of the sector stands nearest to it; another is whose account is asked for.
    const at = branch.links[0]!.from;
    const [edited, account = edited, ...rest] = [...places].sort(
      (a, b) => Math.abs(a.link.from - at) - Math.abs(b.link.from - at),
    );
    if (!edited || !account || rest.length > 0) return null;
    const factor = factorOf(matter);
    const asked = fieldsOf(matter);
    const isDemand = demandOf(matter);
    // “Demand for Chinese steel” is that of all countries.
    if (isDemand && isFromThere(matter, edited, at)) return null;
    const isFinal = matter.links.some(({ words }) => /final|最终/i.test(words));
    // Of another country's accounts a supposition moves some and not others.
    if (factor === null || factor < 0 || (account !== edited && asked.length === 0)) return null;
    // “A third less” is what is supposed.
    const isDifference = matter.links.some(
      (link, i) => does(link, ["difference"]) && matter.links[i - 1]?.quantity === undefined,
    );
    matter.takes("operation", "difference");
    matter.use(...branch.links);
    matter.emissions("CO2");
    matter.takes("database", "WIOD");
    matter.one("sector");
    // “German electricity (c17)”
    if (branch.code === "c17") {
      matter.all("measure", isOfElectricity);
      matter.takes("material", "energy:electricity");
    }
    matter.takes("process", "intensity", "production account");
    matter.takes("operation", "moved", "change", "total");
    matter.unit();
    const { year, assumed } = found;
    if (year < FIRST_CO2 || year > LAST) return refuseTableYear();
    const concerned = [edited, ...(account === edited ? [] : [account])];
    const isThere = concerned.every(({ iso3 }) => tableRegions.includes(iso3));
    const fields: readonly Field[] = asked.length > 0 ? asked : isDemand ? ["D_cba", "D_pba"] : ["D_pba"];
    const edit: { [key: string]: Json } = isDemand
      ? {
          kind: "demand",
          rows: tableRegions.map((region) => `${region}.${branch.code}`),
          consumers: [edited.iso3],
          factor,
        }
      : { kind: "intensity", rows: [`${edited.iso3}.${branch.code}`], factor };
    const changed: Step = { id: "changed", tool: "consumption.whatIf", args: { $from: "world", edits: [edit] } };
    const [table, tableAccounts] = tableSteps(year);
    const steps = isThere
      ? [table, changed, ...fields.map((field) => differenceStep(field, account.iso3))]
      : [table, tableAccounts];
    const draft = figureDraft({
      steps,
      assumed: isDemand && !isFinal ? [...assumed, finalDemand] : assumed,
      source: tableSource,
      wants: fields.flatMap((field) => wantsOf(field, account.iso3, isDifference, fields.length > 1)),
      subject: subjectOf(account.label, fields, isDemand),
    });
    return withRegions(draft, concerned, year);
  },
};

/** “Let the intensity of Polish electricity (c17) fall by 30%”, without a word for the supposition. */
function isSupposed({ links }: Matter): boolean {
  const falls = links.findIndex((link) => does(link, ["moved"]));
  return (
    falls >= 0 &&
    links.some(({ code }) => code !== undefined) &&
    links.some(({ meanings }) => meanings.some(({ value }) => value === "intensity")) &&
    links.slice(falls).some(({ quantity }) => quantity?.measured === "%")
  );
}

function placesOf(matter: Matter): Place[] {
  const all = matter.all("place", ({ value }) => value !== "WORLD");
  const found = all.map(({ meaning, link }) => ({ iso3: String(meaning.value), label: meaning.label, link }));
  return found.filter((each, i) => found.findIndex(({ iso3 }) => iso3 === each.iso3) === i);
}

const finalDemand: Assumption = {
  slot: "context",
  value: "final demand",
  label: { en: "final demand alone", zh: "仅指最终需求" },
  because: { en: "what industries buy of it follows from the table", zh: "各行业的中间需求由表推出" },
  rivals: [],
};

/** Whether the sector is that of the place, and the demand somebody's: “demand for Chinese steel”, “对中国钢铁的需求”. */
function isFromThere(matter: Matter, { link }: Place, at: number): boolean {
  const place = matter.links.indexOf(link);
  const isAdjacent = matter.links[place + 1]?.from === at;
  return isAdjacent && /^(?:for|对)$/i.test(matter.links[place - 1]?.words ?? "");
}

/** Which accounts the words ask for. */
function fieldsOf(matter: Matter): Field[] {
  const trades = (pattern: RegExp) => {
    const found = matter.links.filter(({ words }) => pattern.test(normalForm(words)));
    matter.use(...found);
    return found.length > 0;
  };
  const consumption = matter.takes("principle", "consumption");
  const territorial = matter.takes("principle", "territorial");
  return [
    ...(consumption ? (["D_cba"] as const) : []),
    ...(territorial ? (["D_pba"] as const) : []),
    ...(trades(/^(?:embodied )?exports?(?:ed)?$|^出口/) ? (["D_exp"] as const) : []),
    ...(trades(/^(?:embodied )?imports?(?:ed)?$|^进口/) ? (["D_imp"] as const) : []),
  ];
}

/** Whether it is the final demand that changes, and not what is emitted by output. */
function demandOf(matter: Matter): boolean {
  const demand = matter.links.filter(
    ({ words, meanings }) => meanings.some(({ value }) => value === "flow") && /demand|需求/.test(normalForm(words)),
  );
  matter.use(...demand);
  return demand.length > 0;
}

/** A figure of the result on one side of the change. */
function pathOf(side: "before" | "after", field: Field, iso3: string): string {
  return `${side}.${field}.0.${tableRegions.indexOf(iso3)}`;
}

function differenceStep(field: Field, iso3: string): Step {
  const of = (side: "before" | "after"): Json => ({
    value: { $from: "changed", path: pathOf(side, field, iso3) },
    unit: "kt CO2",
  });
  return { id: `change_${field}`, tool: "quantity.compare", args: { left: of("after"), right: of("before") } };
}

function wantsOf(field: Field, iso3: string, isDifference: boolean, isNamed: boolean): Want[] {
  const named = (en: string, zh: string): Text =>
    isNamed ? { en: `${accounts[field].en} ${en}`, zh: `${accounts[field].zh}${zh}` } : { en, zh };
  const change = wanted(
    `change_${field}`,
    "difference.value",
    { path: "difference.unit" },
    named("change", "变化"),
    isDifference,
  );
  const after = wanted("changed", pathOf("after", field, iso3), "kt CO2", named("after", "之后"));
  const before = wanted("changed", pathOf("before", field, iso3), "kt CO2", named("before", "之前"), false);
  return isDifference ? [change, after, before] : [after, before, change];
}

function subjectOf(label: Text, fields: readonly Field[], isDemand: boolean): { en: Part[]; zh: Part[] } {
  const [first] = fields;
  const what = fields.length === 1 ? accounts[first!] : { en: "accounts", zh: "账户" };
  return {
    en: [{ name: `${label.en}, ${what.en}` }, isDemand ? " after the change of final demand" : " after the change"],
    zh: [{ name: `${label.zh}${what.zh}` }, isDemand ? "（最终需求变动后）" : "（变动后）"],
  };
}

/** By what the words multiply: halved, doubled, by 20 %, by a third, to 80 %. */
function factorOf(matter: Matter): number | null {
  if (matter.takes("operation", "halve", "half")) return 0.5;
  if (matter.takes("operation", "double")) return 2;
  const percents = matter.quantities(({ measured }) => measured === "%");
  if (percents.length !== 1) return null;
  const share = percents[0]!.quantity.value / 100;
  const words = matter.links.map((link) => normalForm(link.words)).join(" ");
  matter.takes("operation", "lowest", "below", "above", "share");
  matter.use(...matter.links.filter((link) => DIRECTION.test(normalForm(link.words))));
  if (/\bto \d|降到|降至|提高到|增至|减到|减至/.test(words)) return share;
  if (
    /fall|fell|drop|decreas|reduc|declin|lower|less|fewer|smaller|cut|shrink|shrank|contract|降|减|缩|少 /.test(
      `${words} `,
    )
  )
    return Number((1 - share).toPrecision(15));
  if (/ris|rose|increas|grow|grew|higher|more|larger|提高|上升|增/.test(words)) return 1 + share;
  return null;
}

const DIRECTION = /^(?:less|fewer|lower|more|higher|smaller|larger|greater|减|降|增|少|contracts?|contracted)$/;
