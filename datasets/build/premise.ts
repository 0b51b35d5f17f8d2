import { copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figure, Figures } from "./figures.ts";

/**
 * Foreground inventories of premise. What its compiler describes as adapted from a licensed database does not ship: activities whose
 * comment says so, and of the workbooks without comments all but the activities whose origin is stated elsewhere (`isOpen`).
 */
export async function buildPremise(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  const shared = { kind: "lifecycle", years: null, notice: "premise.LICENCE.txt" } as const;
  const activities = await figures.read("premise_more_activity");
  const open = openActivities(activities, await figures.read("premise_more_exchange"));
  return [
    await copiedTable(figures, countries, {
      ...shared,
      of: "premise_inventory",
      name: "premise_inventory",
      title: "Inventories of photovoltaic modules, steel and electrolysis (premise)",
      title_zh: "光伏组件、钢铁与电解制氢的清单（premise）",
      summary:
        "Exchanges of activities from silicon to photovoltaic module, of new steel routes, and of hydrogen from electrolysis. Background products are named only.",
      where: isOpen,
      traps: [
        "No background data: a footprint needs substitutes for the named products (background_link) or reports them as cut off.",
        "Of the workbooks for photovoltaics and steel only a part ships: silicon, wafers, cells, laminates, modules and their take-back (IEA PVPS Task 12), and the steel routes of Harpprecht et al. (2025). Their makers describe parts as adapted from ecoinvent processes; which, is not stated row by row: have it reviewed before you publish results.",
        "Negative inputs are wastes to treat. Uncertainty is not carried.",
        "Places mix ISO 3166 codes with GLO, RoW and RER.",
      ],
      columns: {
        technology: { type: "label", description: "pv, steel or electrolysis" },
        sheet: { type: "label", description: "Sheet of the workbook: route or set" },
        activity: { type: "label", description: "Activity" },
        activity_product: { type: "label", description: "Reference product" },
        activity_location: { type: "label", description: "Code of the place" },
        activity_unit: { type: "label", description: "Unit of the product" },
        flow: { type: "label", description: "Exchanged activity or substance" },
        flow_product: { type: "label", description: "Product of the exchanged activity" },
        amount: { type: "float64", unit: "see unit", description: "Amount per unit of the activity" },
        unit: { type: "label", description: "Unit of the amount" },
        exchange_type: { type: "label", description: "production, technosphere or biosphere" },
        flow_location: { type: "label", description: "Code of the place of the exchanged activity" },
        compartment: { type: "label", description: "Compartment of an elementary flow" },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "premise_more_activity",
      name: "premise_more_activity",
      title: "Inventories of batteries, hydrogen, fuels, capture, power and cars (premise): activities",
      title_zh: "电池、氢、燃料、碳捕集、电力与乘用车的清单（premise）：活动",
      summary: "Activities with their origin in the comment; their exchanges are in premise_more_exchange.",
      where: (figure) => {
        const activity = figure.numbers("activity_id");
        return (row) => open.has(activity[row]!);
      },
      traps: [
        "Activities whose comment says that they come from ecoinvent, and power plants that state no origin, do not ship; what takes from them has an input that nothing makes.",
        "Background products are named only: link them with background_link, or report them as cut off.",
      ],
      columns: {
        activity_id: { type: "int16", description: "Key of premise_more_exchange" },
        technology: { type: "label", description: "Group" },
        workbook: { type: "label", description: "File in the repository" },
        sheet: { type: "label", description: "Sheet" },
        activity: { type: "text", description: "Name" },
        product: { type: "text", description: "Reference product" },
        location: { type: "label", description: "Code of the place" },
        unit: { type: "label", description: "Unit of the product" },
        production_amount: { type: "float64", unit: "see unit", description: "Amount of the product, where stated" },
        comment: { type: "text", description: "Source and comment, first 300 characters" },
        exchanges: { type: "int16", unit: "count", description: "Rows of premise_more_exchange" },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "premise_more_exchange",
      name: "premise_more_exchange",
      title: "Inventories of batteries, hydrogen, fuels, capture, power and cars (premise): exchanges",
      title_zh: "电池、氢、燃料、碳捕集、电力与乘用车的清单（premise）：交换",
      summary: "What the activities of premise_more_activity take and give, with uncertainty where given.",
      where: (figure) => {
        const activity = figure.numbers("activity_id");
        return (row) => open.has(activity[row]!);
      },
      traps: [
        "Elementary flows have the names of ecoinvent's biosphere (“Carbon dioxide, fossil”, air::urban …), not those of the Federal Elementary Flow List.",
        "A negative input is an output to be treated, or an avoided product, as in Brightway.",
      ],
      columns: {
        activity_id: { type: "int16", description: "Key of premise_more_activity" },
        flow: { type: "label", description: "Providing activity, or elementary flow" },
        flow_product: { type: "label", description: "Reference product of the providing activity" },
        amount: { type: "float64", unit: "see unit", description: "Amount per production amount of the activity" },
        unit: { type: "label", description: "Unit of the amount" },
        exchange_type: { type: "label", description: "production, technosphere or biosphere" },
        flow_location: { type: "label", description: "Code of the place of the providing activity" },
        compartment: { type: "label", description: "Compartment of an elementary flow, parts separated by ::" },
        uncertainty: { type: "label", description: "lognormal or triangular; null if none is given" },
        loc: { type: "float64", unit: "see unit", description: "Lognormal: mean of the logarithm; triangular: mode" },
        scale: { type: "float64", unit: "1", description: "Lognormal: standard deviation of the logarithm" },
        minimum: { type: "float64", unit: "see unit", description: "Minimum, where given" },
        maximum: { type: "float64", unit: "see unit", description: "Maximum, where given" },
      },
    }),
  ];
}

/** An activity without a comment that has more elementary flows than these carries an emission profile of unstated origin. */
const fewFlows = 12;

/** The activities (their keys) whose comment does not name ecoinvent, and which do not carry emissions of unstated origin. */
function openActivities(activities: Figure, exchanges: Figure): ReadonlySet<number> {
  const [type, owner] = [exchanges.texts("exchange_type"), exchanges.numbers("activity_id")];
  const flows = new Map<number, number>();
  for (const [row, activity] of owner.entries()) {
    if (type[row] === "biosphere") flows.set(activity, (flows.get(activity) ?? 0) + 1);
  }
  const [mentions, comment] = [activities.numbers("mentions_ecoinvent"), activities.maybeTexts("comment")];
  const isOpen = (activity: number, row: number) =>
    mentions[row] === 0 && (comment[row] !== null || (flows.get(activity) ?? 0) <= fewFlows);
  return new Set(activities.numbers("activity_id").filter(isOpen));
}

/**
 * The activities of photovoltaics whose inventories the documentation of premise traces to the IEA's Task 12 report: those between
 * silicon and module, and the take-back of modules. Materials, factories, roofs and installations are left out.
 */
const moduleChain =
  /^(silicon production|(single|multi)-Si wafer|photovoltaic cell, (single|multi)-Si|photovoltaic (laminate|panel) production|photovoltaic (laminate|panel), (single-Si|multi-Si|micro-Si|CIS|CdTe)|takeback and recycling|treatment, (c-Si|CdTe) PV module)/;

function isOpen(figure: Figure): (row: number) => boolean {
  const [technology, sheet, activity] = [figure.texts("technology"), figure.texts("sheet"), figure.texts("activity")];
  return (row) => {
    if (technology[row] === "electrolysis") return true;
    // The conventional route and markets are ecoinvent's own by their names.
    if (technology[row] === "steel") return sheet[row] !== "BF-BOF" && !activity[row]!.startsWith("market for ");
    return sheet[row] === "PV" && moduleChain.test(activity[row]!);
  };
}
