import type { Text } from "../../../lib/message/message.ts";
import type { Intent, Outcome } from "../intent.ts";
import { normalForm } from "../language/normal-text.ts";
import type { Link } from "../link.ts";
import type { Matter } from "../matter.ts";
import type { Json, Step, Want } from "../plan.ts";
import type { Part } from "../template.ts";
import { type Branch, branchesOf } from "./branch.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import { TABLE_SECTORS, tableRegions } from "./table-regions.ts";
import { FIRST_CO2, LAST, refuseTableYear, tableSource, tableSteps, tableYear, withRegions } from "./trade.ts";

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
    if (!matter.takes("operation", "what if")) return null;
    const [branch, ...others] = branchesOf(matter);
    const places = placesOf(matter);
    const found = tableYear(matter);
    if (!branch || others.length > 0 || places.length === 0 || !found) return null;
    // The place of the sector stands nearest to it; another is whose account is asked for.
    const at = branch.links[0]!.from;
    const [edited, account = edited, ...rest] = [...places].sort((a, b) => Math.abs(a.link.from - at) - Math.abs(b.link.from - at));
    if (!edited || !account) return null;
    const model = matter.takes("operation", "as much as") ? places.find(({ link }) => link.from > at && follows(matter, link)) : undefined;
    const factor = model ? intensityRatio(edited, model, branch) : factorOf(matter);
    const owner = model ? (places.find((each) => each !== edited && each !== model) ?? edited) : account;
    if (factor === null || (model ? places.length > 3 || model === edited : rest.length > 0)) return null;
    const isDemand = demanded(matter);
    const asked = fieldsOf(matter);
    const isDifference = matter.takes("operation", "difference");
    matter.use(...branch.links);
    for (const kind of ["measure", "gas", "database", "sector", "fuel", "product", "commodity"] as const) matter.all(kind);
    matter.takes("process", "intensity", "production account");
    matter.takes("operation", "moved", "change", "lowest", "below", "above", "total");
    for (const { link } of matter.find("material")) matter.use(link);
    matter.unit();
    const { year, assumed } = found;
    if (year < FIRST_CO2 || year > LAST) return refuseTableYear();
    const missing = [edited, owner, ...(model ? [model] : [])].filter(({ iso3 }) => !tableRegions.includes(iso3));
    const steps = [tableSteps(year)[0], ...(model ? ratioSteps : []), editStep(edited, branch, isDemand, matter, factor)];
    const fields: readonly Field[] = asked.length > 0 ? asked : isDemand ? ["D_cba", "D_pba"] : ["D_pba"];
    const draft = draftOf(steps, assumed, owner, fields, isDifference);
    return withRegions(missing.length > 0 ? { ...draft, steps: tableSteps(year) } : draft, [edited, owner, ...(model ? [model] : [])], year);
  },
};
