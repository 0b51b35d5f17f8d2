import { copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import { must, type TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

/** How the compiler of a row came to its numbers. */
const confirmations = new Set(["seen", "computed", "in tech_parameter", "recalled"]);

/** A row of costs whose own source says that nobody looked the number up. */
const placeholder = /guesstimate|todo|assume same|own assumption/i;

/** Parameters of industrial processes: ranges, techno-economic entries with their sources, and costs of energy technologies. */
export async function buildTechnologies(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  const shared = { kind: "industry" } as const;
  return [
    await copiedTable(figures, countries, {
      ...shared,
      of: "process_range",
      name: "process_ranges",
      title: "Industrial processes: ranges of parameters",
      title_zh: "工业过程参数范围",
      years: null,
      summary:
        "Low, typical and high values of specific consumption, efficiency, emission and flexibility of steel, cement, aluminium, ammonia, methanol, ethylene, glass, paper, refining, power, capture and hydrogen.",
      where: (figure) => {
        const confirmation = figure.texts("confirmation");
        const [low, typical, high] = [
          figure.maybeNumbers("low"),
          figure.numbers("typical"),
          figure.maybeNumbers("high"),
        ];
        for (const [row, word] of confirmation.entries()) {
          must(
            confirmations.has(word),
            () => `${figure.entry.file}, row ${row}: the confirmation "${word}" is unknown.`,
          );
          must(
            (low[row] ?? typical[row]!) <= typical[row]! && typical[row]! <= (high[row] ?? typical[row]!),
            () => `${figure.entry.file}, row ${row}: ${typical[row]} is not within its range.`,
          );
        }
        return () => true;
      },
      traps: [
        "Rows whose confirmation is “recalled” are from memory of the named source and were not checked: show that word wherever the value is used, and do not cite them.",
        "A range of practice is not a confidence interval.",
        "IPCC factors of steel furnaces are process emissions only.",
      ],
      columns: {
        process: { type: "label", description: "Process or route" },
        parameter: { type: "label", description: "Parameter" },
        unit: { type: "label", description: "Unit of low, typical and high" },
        low: {
          type: "float64",
          unit: "see column unit",
          description: "Low end of common practice; null for a single value",
        },
        typical: { type: "float64", unit: "see column unit", description: "Typical value, default or exact value" },
        high: {
          type: "float64",
          unit: "see column unit",
          description: "High end of common practice; null for a single value",
        },
        source: { type: "label", description: "Source", without: / \(as in [^)]*\)/ },
        confirmation: {
          type: "label",
          description:
            "seen: read in a table of reference values; computed: stoichiometry; in tech_parameter: the range covers the rows of technology_parameters; recalled: from memory of the source",
        },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "tech_parameter",
      name: "technology_parameters",
      title: "Industrial technologies: inputs, outputs, emissions, cost and lifetime (POSTED)",
      title_zh: "工业技术：投入、产出、排放、成本与寿命（POSTED）",
      years: null,
      summary:
        "Techno-economic entries of steel, cement, hydrogen, ammonia, methanol, urea, synthetic fuels, gas turbines and industrial heat, with and without carbon capture, each with page and table of its source.",
      where: (figure) => {
        const [value, reference] = [figure.numbers("value"), figure.maybeNumbers("reference_value")];
        for (const [row, amount] of value.entries())
          must(
            amount >= 0 && (reference[row] === null || reference[row]! > 0),
            () => `${figure.entry.file}, row ${row}: ${amount} per ${reference[row]} is no amount per reference.`,
          );
        return () => true;
      },
      traps: [
        "One row per source: sources disagree, and their spread is the range.",
        "A value is per reference_value reference_unit of reference_variable. Units differ: LHV and HHV, currencies of different years.",
        "Nitrogen and oxygen of the electric arc furnace in Otto et al. (2017), 0.5 t per t each, look like slips of the unit in the source.",
      ],
      columns: {
        technology: { type: "label", description: "Technology" },
        variant: {
          type: "label",
          from: "case",
          description: "Mode, capture and size as key=value, separated by “; ”; null where there is one",
        },
        variable: { type: "label", description: "Reported variable, as Input|Electricity, CAPEX, GHG Emissions|CO2" },
        component: { type: "label", description: "Component of the plant or of the cost" },
        reference_variable: { type: "label", description: "Variable to which the value refers" },
        value: { type: "float64", unit: "see column unit", description: "Value" },
        uncertainty: { type: "float64", unit: "see column unit", description: "Half-width as the source gives it" },
        unit: { type: "label", description: "Unit of value, as the database writes it" },
        reference_value: { type: "float64", unit: "see column reference_unit", description: "Amount of the reference" },
        reference_unit: { type: "label", description: "Unit of the reference" },
        period: { type: "label", description: "Year or years for which the value holds" },
        source: { type: "label", description: "Key of technology_sources" },
        source_detail: { type: "label", description: "Page and table" },
        comment: { type: "text", description: "Comment" },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "tech_source",
      name: "technology_sources",
      title: "Sources of the parameters of industrial technologies (POSTED)",
      title_zh: "工业技术参数的文献来源（POSTED）",
      years: null,
      summary: "Authors, title, year, DOI and address of each source that technology_parameters names.",
      traps: ["The year is missing where the database gives none: it often stands in the key."],
      columns: {
        source: { type: "text", description: "Key" },
        author: { type: "text", description: "Authors" },
        title: { type: "text", description: "Title" },
        year: { type: "label", description: "Year" },
        doi: { type: "text", description: "DOI" },
        url: { type: "text", description: "Address" },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "tech_cost",
      name: "technology_costs",
      title: "Energy technologies: cost, efficiency and lifetime, {years}",
      title_zh: "能源技术成本、效率与寿命，{years}年",
      summary:
        "Investment, fixed and variable cost, efficiency, inputs and lifetime of technologies of power, heat, storage, fuels and carbon capture as assumed for 2020, 2025, 2030, 2040 and 2050, as compiled by PyPSA technology-data.",
      where: (figure) => {
        const source = figure.maybeTexts("source");
        return (row) => source[row] !== null && !placeholder.test(source[row]!);
      },
      traps: [
        "Assumptions for Europe, most of them projections: the year is the year of the assumption, not of an observation.",
        "Rows whose source is missing, a guess or a task are left out, so a technology may lack a parameter.",
        "Efficiencies refer to the lower heating value unless said otherwise. A cost is in euros of currency_year.",
        "Sources and notes are cut at 160 characters.",
      ],
      columns: {
        technology: { type: "label", description: "Technology" },
        parameter: { type: "label", description: "investment, FOM, VOM, efficiency, lifetime, inputs and others" },
        year: { type: "int16", description: "Year of the assumption" },
        value: { type: "float64", unit: "see column unit", description: "Value" },
        unit: { type: "label", description: "Unit of the value" },
        currency_year: { type: "int16", description: "Year of the currency; null where the value is no cost" },
        source: { type: "label", description: "Source" },
        note: { type: "label", description: "Further description" },
      },
    }),
  ];
}
