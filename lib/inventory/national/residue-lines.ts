import type { Factor } from "../../factors/factor.ts";
import { type Message, messages } from "../../message/message.ts";
import { errorOf, productError } from "./factor-book.ts";
import { knownSum } from "./known-sum.ts";
import type { NationalContext } from "./national-context.ts";
import { type Activity, estimated, keyed, type LineOf, type NationalLine } from "./national-line.ts";
import { nearYear } from "./near-year.ts";
import { notInEdition } from "./not-in-edition.ts";
import { lineOfNitrogen, N2O_PER_N, soilFactor } from "./soil-nitrogen.ts";

const texts = messages("inventory", {
  residuesOf: { en: "Crop residues: {crop}", zh: "作物秸秆：{crop}" },
  wheat: { en: "wheat", zh: "小麦" },
  paddy: { en: "rice", zh: "水稻" },
  maize: { en: "maize", zh: "玉米" },
  barley: { en: "barley", zh: "大麦" },
  oats: { en: "oats", zh: "燕麦" },
  rye: { en: "rye", zh: "黑麦" },
  millet: { en: "millet", zh: "谷子和糜子" },
  sorghum: { en: "sorghum", zh: "高粱" },
  otherGrains: { en: "other grains", zh: "其他谷物" },
  pulses: { en: "beans and other pulses", zh: "豆类（大豆除外）" },
  soybeans: { en: "soybeans", zh: "大豆" },
  groundnuts: { en: "groundnuts", zh: "花生" },
  tubers: { en: "potatoes and other tubers", zh: "马铃薯及其他薯类" },
  foodBalance: { en: "FAO, food balances, {year}: production", zh: "联合国粮农组织食物平衡表，{year} 年：产量" },
  nothingRemoved: {
    en: "No residue taken away or burnt, the guidelines' default where nothing is known: the upper end.",
    zh: "按指南在情况未知时的缺省做法，假定秸秆未被移走或焚烧：结果为上限。",
  },
  winterWheat: { en: "All wheat taken as winter wheat.", zh: "小麦全部按冬小麦计。" },
  noRoots: {
    en: "The guidelines have no value for its roots: they are not counted.",
    zh: "指南未给出其根部的数值：未计入。",
  },
  floodedRice: {
    en: "{share} % of the fields taken as flooded (EF1FR), an assumption of the call.",
    zh: "按调用时的假定，{share} % 的稻田为水田（EF1FR）。",
  },
  residuesLeached: { en: "Crop residues: what leaches and runs off", zh: "作物秸秆：淋溶和径流" },
  nitrogenOf: { en: "nitrogen of the lines of crop residues above", zh: "上述各行作物秸秆的氮量" },
  cropsLeftOut: {
    en: "Grains, pulses, soybeans, groundnuts and tubers; sugar, oil and fibre crops, vegetables, fruit and forage are not counted.",
    zh: "包括谷物、豆类、大豆、花生和薯类；未计入糖料、油料和纤维作物、蔬菜、水果和饲草。",
  },
  residues: { en: "Crop residues", zh: "作物秸秆" },
  noCrops: {
    en: "No table at hand has the crops of {region} in {year}: they end in 2009.",
    zh: "现有各表均无 {region} {year} 年的作物产量：数据止于 2009 年。",
  },
});

interface Crop {
  readonly name: string;
  readonly label: () => Message;
  /** Items of the food balance, added. */
  readonly items: readonly string[];
  /** Its row of Table 11.1A. */
  readonly row: string;
  /** The row has dashes for roots or their nitrogen. */
  readonly isRootless?: boolean;
}

const crops: readonly Crop[] = [
  { name: "wheat", label: texts.wheat, items: ["Wheat and products"], row: "winter wheat" },
  { name: "rice", label: texts.paddy, items: ["Rice and products"], row: "rice", isRootless: true },
  { name: "maize", label: texts.maize, items: ["Maize and products"], row: "maize" },
  { name: "barley", label: texts.barley, items: ["Barley and products"], row: "barley" },
  { name: "oats", label: texts.oats, items: ["Oats"], row: "oats" },
  { name: "rye", label: texts.rye, items: ["Rye and products"], row: "rye", isRootless: true },
  { name: "millet", label: texts.millet, items: ["Millet and products"], row: "millet", isRootless: true },
  { name: "sorghum", label: texts.sorghum, items: ["Sorghum and products"], row: "sorghum", isRootless: true },
  { name: "other grains", label: texts.otherGrains, items: ["Cereals, Other"], row: "other grains" },
  {
    name: "pulses",
    label: texts.pulses,
    items: ["Beans", "Peas", "Pulses, Other and products"],
    row: "beans and pulses",
  },
  { name: "soybeans", label: texts.soybeans, items: ["Soyabeans"], row: "soybeans" },
  { name: "groundnuts", label: texts.groundnuts, items: ["Groundnuts"], row: "groundnuts", isRootless: true },
  {
    name: "tubers",
    label: texts.tubers,
    items: ["Potatoes and products", "Sweet potatoes", "Cassava and products", "Yams", "Roots, Other"],
    row: "potatoes and tubers",
  },
];

/** N2O of the nitrogen in crop residues, direct by crop and of what leaches of all. Vol 4 Eq 11.1, 11.6 (2019), 11.10. */
export function residueLines(context: NationalContext): NationalLine[] {
  const { region, year, book, own } = context;
  const all = { category: "3.C.4", gas: "N2O", name: "crop residues", label: texts.residues() };
  const harvests = crops.flatMap((crop) => {
    const harvest = harvestOf(crop, context);
    return harvest === null ? [] : [{ crop, harvest, made: directLine(crop, harvest, context) }];
  });
  if (harvests.length === 0) return [keyed({ ...all, notes: [texts.noCrops({ region, year })] }, "NE")];
  const leaching = book.together({ share: soilFactor("3.C.5", "FracLEACH"), EF5: soilFactor("3.C.5", "EF5") });
  const grown = harvests.flatMap(({ made }) => made ?? []);
  if (!leaching || grown.length < harvests.length) {
    // Own harvests stand as lines, so that it is seen that they were read.
    const mine = harvests.filter(({ crop }) => own.has("3.C.4", lineOf(crop)));
    return [notInEdition(all, book), ...mine.map(({ crop, harvest }) => notInEdition(directOf(crop), book, harvest))];
  }
  const nitrogen = grown.reduce((sum, each) => sum + each.nitrogen, 0);
  const amount = { amount: nitrogen, unit: "t N", source: texts.nitrogenOf(), error: null };
  const line = {
    category: "3.C.5",
    gas: "N2O",
    name: "residues leached",
    label: texts.residuesLeached(),
    group: texts.residues(),
    notes: [texts.cropsLeftOut()],
  };
  return [...grown.map((each) => each.line), lineOfNitrogen(line, amount, Object.values(leaching))];
}

function directOf(crop: Crop): LineOf {
  const label = texts.residuesOf({ crop: crop.label() });
  return { category: "3.C.4", gas: "N2O", name: lineOf(crop), label, group: texts.residues() };
}

/** Direct N2O of one crop's residues, and their nitrogen in t; null where its factors are not of one edition. */
function directLine(crop: Crop, harvest: Activity, { book, irrigatedRice }: NationalContext) {
  const { row, isRootless } = crop;
  const share = (parameter: string) => ({ category: "3.C.4", activity: `residues of ${row}`, parameter });
  const factors = book.together<string>({
    ...Object.fromEntries(
      (isRootless ? aboveGround : [...aboveGround, ...belowGround]).map((name) => [name, share(name)]),
    ),
    EF1: soilFactor("3.C.4", "EF1"),
    EF1FR: soilFactor("3.C.4", "EF1FR"),
  });
  if (!factors) return null;
  const { EF1, EF1FR, ...shares } = factors as Record<"EF1" | "EF1FR", Factor> & Record<string, Factor>;
  const content = nitrogenOf(shares);
  const wet = crop.name === "rice" ? irrigatedRice : 0;
  const used = [...Object.values(shares), ...(wet < 1 ? [EF1] : []), ...(wet > 0 ? [EF1FR] : [])];
  const notes = [texts.nothingRemoved()];
  if (crop.name === "wheat") notes.push(texts.winterWheat());
  if (isRootless) notes.push(texts.noRoots());
  if (wet > 0) notes.push(texts.floodedRice({ share: (100 * wet).toFixed(0) }));
  const perUnit = content * (wet * EF1FR.value + (1 - wet) * EF1.value) * N2O_PER_N;
  return {
    nitrogen: harvest.amount * 1000 * content,
    line: estimated({ ...directOf(crop), notes }, harvest, perUnit, used, productError(...used.map(errorOf))),
  };
}

const lineOf = ({ name }: Crop) => `${name} residues`;

/** kt of the fresh harvest. */
function harvestOf(crop: Crop, { region, year, own, activity }: NationalContext): Activity | null {
  const series = crop.items.map((item) => activity.crops(item));
  const given = nearYear((when) => {
    const kt = knownSum(series.map((each) => each.at(region, when)));
    return kt === null ? null : { amount: kt, unit: "kt", source: texts.foodBalance({ year: when }), error: null };
  }, year);
  return own.or("3.C.4", lineOf(crop), "kt", given);
}

const aboveGround = ["DRY", "R_AG", "N_AG"];
const belowGround = ["RS", "N_BG"];

/** Nitrogen of residues per fresh harvest, kg/kg: DRY × (R_AG × N_AG + (1 + R_AG) × RS × N_BG). Vol 4 Eq 11.6 (2019). */
function nitrogenOf(factors: Readonly<Record<string, Factor>>): number {
  const of = (name: string) => factors[name]?.value ?? 0;
  return of("DRY") * (of("R_AG") * of("N_AG") + (1 + of("R_AG")) * of("RS") * of("N_BG"));
}
