import { z } from "zod";
import { factorsAtHand } from "../../factors/shipped-factors.ts";
import { messages } from "../../message/message.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { EquationError } from "../steps.ts";
import { firstOrderDecay, type WasteStream } from "../waste/landfill.ts";
import { biologicalTreatment, incineration } from "../waste/treatment.ts";
import { climates, defaultStream } from "../waste/waste-kinds.ts";
import { domesticWastewater, industrialWastewater } from "../waste/wastewater.ts";
import { given, parametersNoted, partsOfWhole, product, sourceOf, sourceOut, tierOf, yearsOut } from "./tier-schema.ts";
import { yearsTable } from "./years-table.ts";

const texts = messages("inventory", {
  incompleteStream: {
    en: "streams[{at}] ({waste}) needs DOC, k and MCF, or a climate and a site for the default values.",
    zh: "streams[{at}]（{waste}）应给出 DOC、k 和 MCF，或给出气候与场地类型以取缺省值。",
  },
});

const VOLUME5 = "IPCC 2006 Guidelines, Volume 5: Waste";
const share = ratio.min(0).max(1);

export const inventoryLandfill = defineTool({
  name: "inventory.landfill",
  title: { en: "Methane of landfills by first-order decay", zh: "填埋场甲烷（一阶衰减）" },
  summary: {
    en: "Waste by kind and year, its carbon and rate of decay; methane year by year.",
    zh: "按种类和年份的废弃物、含碳量和降解速率，逐年计算甲烷。",
  },
  input: z.object({
    firstYear: yearIn,
    streams: z
      .array(
        z.object({
          waste: z.string(),
          deposited: z.array(numberIn("Gg").min(0)).describe("Wet, one a year"),
          DOC: share.optional(),
          k: numberIn("1/yr").min(0).optional(),
          MCF: z.union([share, z.array(share)]).optional(),
          climate: z.enum(climates).optional().describe("With site, instead of DOC, k and MCF"),
          site: z.string().optional().describe("e.g. managed anaerobic, unmanaged shallow, uncharacterised"),
        }),
      )
      .min(1),
    DOCf: share.optional(),
    F: share.optional(),
    recovered: z.array(numberIn("Gg CH4").min(0)).optional().describe("One a year"),
    OX: share.optional(),
  }),
  output: yearsOut("Gg C"),
  tablesOut: { byGas: yearsTable },
  datasets: ["factors_waste"],
  formula: "DDOCma_T = W DOC DOCf MCF + DDOCma_{T−1} e^(−k); CH4 = (DDOCma_{T−1} (1 − e^(−k)) F 16/12 − R)(1 − OX).",
  assumptions: [
    "Decay begins on 1 January after the year of deposit.",
    "stock is the decomposable carbon at the end of the year, Gg C.",
  ],
  references: [`${VOLUME5}, Ch 3: Eq 3.1 to 3.6.`],
  async run(landfill, _work, read) {
    const isGiven = landfill.streams.every(
      ({ DOC, k, MCF }) => DOC !== undefined && k !== undefined && MCF !== undefined,
    );
    const { factors } = isGiven ? { factors: [] } : await factorsAtHand(undefined, ["4.A"], read);
    const streams = landfill.streams.map((stream, i): WasteStream => {
      const { waste, deposited, climate, site } = stream;
      const { DOC, k, MCF } = stream;
      if (DOC !== undefined && k !== undefined && MCF !== undefined) return { waste, deposited, DOC, k, MCF };
      if (climate === undefined || site === undefined)
        throw new EquationError("streams", texts.incompleteStream({ at: i, waste }));
      const known = defaultStream({ waste, climate, site, deposited }, factors);
      return { ...known, DOC: DOC ?? known.DOC, k: k ?? known.k, MCF: MCF ?? known.MCF };
    });
    const years = firstOrderDecay({ ...landfill, streams });
    const steps = years.flatMap(({ result }) => result.steps);
    return {
      years: years.map(({ year, accumulated, result }) => ({ year, stock: accumulated, ...tierOf(result) })),
      ...parametersNoted(steps, landfill),
    };
  },
});

export const inventoryIncineration = defineTool({
  name: "inventory.incineration",
  title: { en: "Emissions of incineration and open burning of waste", zh: "废弃物焚烧与露天燃烧排放" },
  summary: {
    en: "Fossil CO2, CH4, N2O and, separately, biogenic CO2 by kind of waste.",
    zh: "按废弃物种类计算化石源二氧化碳、甲烷、氧化亚氮，并单列生物源二氧化碳。",
  },
  input: z.object({
    wastes: z.array(
      z.object({
        waste: z.string(),
        mass: given("Gg", "Wet"),
        dm: given("1", "Fraction"),
        CF: given("1", "Fraction"),
        FCF: given("1", "Fraction"),
      }),
    ),
    OF: given("1", "Fraction oxidised"),
    CH4: given("kg CH4/Gg", "Of wet waste; a factor of dry waste says so in its unit: g CH4/t dry waste"),
    N2O: given("kg N2O/Gg", "Of wet waste; a factor of dry waste, as of open burning, says so: g N2O/t dry waste"),
  }),
  output: sourceOut,
  formula: "CO2 = Σ SW × dm × CF × FCF × OF × 44/12; CH4, N2O = Σ SW × EF, with dm where EF is of dry waste.",
  assumptions: ["With energy recovery it is reported in 1.A, not in 4.C."],
  references: [`${VOLUME5}, Ch 5: Eq 5.2, 5.4, 5.5.`],
  run: (burn) => sourceOf(incineration(burn), burn),
});

export const inventoryWastewater = defineTool({
  name: "inventory.wastewater",
  title: { en: "Methane and N2O of domestic wastewater", zh: "生活污水甲烷与氧化亚氮排放" },
  summary: {
    en: "Organics of the population by pathway of treatment; nitrogen of its protein.",
    zh: "按处理途径由人口有机物计算甲烷，由蛋白质氮计算氧化亚氮。",
  },
  input: z.object({
    population: given("person", "Persons"),
    BOD: given("g/person/d"),
    industry: ratio.optional().describe("Correction for industry, 1.25 if left out"),
    Bo: given("kg CH4/kg", "Per kg of BOD"),
    pathways: partsOfWhole(
      z.object({
        pathway: z.string(),
        U: given("1", "Share of the income group").optional(),
        T: given("1", "Use of the treatment"),
        MCF: given("1", "Fraction"),
        recovered: given("kg CH4").optional(),
      }),
      ({ U = 1, T }) => product(U, T),
    ),
    sludge: given("kg").optional(),
    nitrogen: z
      .object({
        protein: given("kg/person/yr"),
        FracNPR: given("kg N/kg"),
        FnonCon: ratio,
        FindCom: ratio,
        Nsludge: given("kg N").optional(),
        EF: given("kg N2O-N/kg N"),
      })
      .optional(),
  }),
  output: sourceOut,
  formula: "CH4 = Σ U T Bo MCF (TOW − S) − R; N2O = N × EF × 44/28.",
  assumptions: ["Shares of the pathways should sum to 1."],
  references: [`${VOLUME5}, Ch 6: Eq 6.1 to 6.3, 6.7, 6.8.`],
  run: (water) => sourceOf(domesticWastewater(water), water),
});

export const inventoryIndustrialWastewater = defineTool({
  name: "inventory.industrialWastewater",
  title: { en: "Methane of industrial wastewater", zh: "工业废水甲烷排放" },
  summary: { en: "Product, water and COD by sector, and the treatment.", zh: "按行业的产品、废水量、COD 和处理方式。" },
  input: z.object({
    sectors: z.array(
      z.object({
        sector: z.string(),
        product: given("t"),
        water: given("m3/t"),
        COD: given("kg/m3"),
        Bo: given("kg CH4/kg", "Per kg of COD, 0.25"),
        MCF: given("1", "Fraction"),
        sludge: given("kg").optional(),
        recovered: given("kg CH4").optional(),
      }),
    ),
  }),
  output: sourceOut,
  formula: "CH4 = Σ (P × W × COD − S) × Bo × MCF − R.",
  assumptions: ["Organics are by COD."],
  references: [`${VOLUME5}, Ch 6: Eq 6.4 to 6.6.`],
  run: ({ sectors }) => sourceOf(industrialWastewater(sectors), { sectors }),
});

export const inventoryBiologicalTreatment = defineTool({
  name: "inventory.biologicalTreatment",
  title: { en: "Methane and N2O of composting and digestion", zh: "堆肥与厌氧消化的甲烷和氧化亚氮" },
  summary: {
    en: "Mass and factors by treatment, both wet or both dry.",
    zh: "按处理方式的质量与因子（同为湿基或干基）。",
  },
  input: z.object({
    kinds: z.array(
      z.object({
        treatment: z.string(),
        mass: given("Gg", "Wet, or dry if its unit and those of the factors say so: Gg dry waste"),
        CH4: given("g CH4/kg"),
        N2O: given("g N2O/kg"),
        recovered: given("Gg CH4").optional(),
      }),
    ),
  }),
  output: sourceOut,
  formula: "E = Σ M × EF − R.",
  assumptions: ["Mass and factor are on the same basis, wet or dry."],
  references: [`${VOLUME5}, Ch 4: Eq 4.1, 4.2.`],
  run: ({ kinds }) => sourceOf(biologicalTreatment(kinds), { kinds }),
});
