import { designated } from "./designations.ts";
import { translate, unspaced } from "./translated-names.ts";

/** Spellings of one word, in bills and in inventories alike. */
const spellings: ReadonlyMap<string, string> = new Map([
  ["aluminium", "aluminum"],
  ["galvanised", "galvanized"],
  ["lorry", "truck"],
]);

/**
 * Words of bills of materials and the words by which the background inventories know the same thing: abbreviations, everyday words and
 * Chinese names. A word that is not here is looked up as it is written. Only names, no numbers.
 */
const terms: readonly (readonly [written: string, known: string])[] = [
  ["铝", "aluminum"],
  ["铝锭", "aluminum ingot"],
  ["铝型材", "aluminum extrusion"],
  ["钢", "steel"],
  ["钢板", "steel sheet"],
  ["热轧钢板", "hot rolled sheet steel"],
  ["冷轧钢板", "cold rolled sheet steel"],
  ["镀锌钢板", "galvanized steel sheet"],
  ["不锈钢", "steel stainless"],
  ["铸铁", "iron sand casted"],
  ["cast iron", "iron sand casted"],
  ["锌", "zinc"],
  ["铜", "copper"],
  ["硅片", "wafer"],
  ["玻璃", "glass"],
  ["玻璃纤维", "e-glass"],
  ["fibreglass", "e-glass"],
  ["fiberglass", "e-glass"],
  ["水泥", "portland cement"],
  ["石灰", "quicklime"],
  ["石灰石", "limestone"],
  ["石膏板", "gypsum wallboard"],
  ["棉花", "cotton"],
  ["棉", "cotton"],
  ["cotton lint", "cotton"],
  ["涤纶", "polyethylene terephthalate pet"],
  ["polyester", "polyethylene terephthalate pet"],
  ["pet", "polyethylene terephthalate pet"],
  ["聚乙烯", "polyethylene"],
  ["高密度聚乙烯", "polyethylene high density hdpe"],
  ["hdpe", "polyethylene high density hdpe"],
  ["低密度聚乙烯", "polyethylene low-density ldpe"],
  ["ldpe", "polyethylene low-density ldpe"],
  ["聚丙烯", "polypropylene pp"],
  ["pp", "polypropylene pp"],
  ["聚氯乙烯", "polyvinyl chloride pvc"],
  ["pvc", "polyvinyl chloride pvc"],
  ["聚苯乙烯", "polystyrene"],
  ["abs", "acrylonitrile-butadiene-styrene abs"],
  ["pla", "polylactide pla"],
  ["橡胶", "polybutadiene rubber"],
  ["rubber", "polybutadiene rubber"],
  ["tyre", "polybutadiene rubber"],
  ["tire", "polybutadiene rubber"],
  ["轮胎", "polybutadiene rubber"],
  ["塑料", "plastic"],
  ["纸", "paper"],
  ["纸板", "containerboard"],
  ["瓦楞纸箱", "corrugated product"],
  ["cardboard", "corrugated product"],
  ["木材", "sawn lumber"],
  ["松木", "sawn lumber"],
  ["杉木", "sawn lumber"],
  ["橡木", "sawn lumber"],
  ["桦木", "sawn lumber"],
  ["实木", "sawn lumber"],
  ["corrugate", "corrugated product"],
  ["timber", "sawn lumber"],
  ["wood", "sawn lumber"],
  ["刨花板", "particleboard"],
  ["胶合板", "plywood"],
  ["电", "electricity"],
  ["电力", "electricity"],
  ["power", "electricity"],
  ["天然气", "natural gas combusted"],
  ["柴油", "diesel combusted"],
  ["卡车", "transport combination truck diesel"],
  ["truck", "transport combination truck diesel"],
  ["公路运输", "transport combination truck diesel"],
  ["火车", "transport train diesel"],
  ["rail", "transport train diesel"],
  ["train", "transport train diesel"],
  ["铁路运输", "transport train diesel"],
  ["海运", "transport ocean freighter"],
  ["ship", "transport ocean freighter"],
  ["sea", "transport ocean freighter"],
  ["驳船", "transport barge"],
  ["空运", "transport aircraft freight"],
  ["air", "transport aircraft freight"],
  ["组件", "laminate"],
  ["光伏电池", "photovoltaic cell"],
  ["光伏组件", "photovoltaic laminate"],
  ["pv", "photovoltaic"],
  ["solar", "photovoltaic"],
  ["monocrystalline", "single-si"],
  ["mono-si", "single-si"],
  ["单晶", "single-si"],
  ["polycrystalline", "multi-si"],
  ["多晶", "multi-si"],
  ["锂电池", "battery cell"],
  ["电池", "battery cell"],
  ["电芯", "battery cell"],
  ["锂离子", "li-ion"],
  ["锂离子电池", "battery li-ion"],
  ["锂离子电芯", "battery cell li-ion"],
  ["锂电池电芯", "battery cell li-ion"],
  ["三元锂电池", "battery nmc"],
  ["三元", "nmc"],
  ["磷酸铁锂", "lfp"],
  ["磷酸铁锂电池", "battery lfp"],
  ["水", "water"],
  ["自来水", "tap water"],
  ["沙子", "sand"],
  ["砂", "sand"],
  ["砂石", "sand gravel"],
  ["碎石", "crushed stone"],
  ["石子", "gravel"],
  ["砾石", "gravel"],
  ["骨料", "aggregate"],
  ["混凝土", "concrete"],
  ["砖", "brick"],
  ["沥青", "asphalt"],
  ["保温材料", "insulation"],
  ["岩棉", "rock wool insulation"],
  ["服装", "clothing"],
  ["衬衫", "shirt"],
  ["笔记本电脑", "laptop computer"],
  ["电脑", "computer"],
  ["电池片", "photovoltaic cell"],
  ["太阳能电池", "photovoltaic cell"],
  ["沥青混凝土", "asphalt"],
  ["maize", "corn"],
  ["玉米", "corn"],
  ["小麦", "wheat"],
  ["豆油", "soybean oil"],
  ["大豆油", "soybean oil"],
  ["棕榈油", "palm oil"],
  ["菜籽油", "rapeseed oil"],
  ["液氨", "ammonia"],
  ["合成氨", "ammonia"],
  ["石墨", "graphite"],
  ["rebar", "steel"],
  ["铝合金", "aluminum"],
  ["压铸铝", "aluminum"],
  ["铝材", "aluminum"],
  ["铝板", "aluminum"],
  ["铝箔", "aluminum foil"],
  ["碳钢", "steel"],
  ["碳素钢", "steel"],
  ["合金钢", "steel"],
  ["结构钢", "steel"],
  ["弹簧钢", "steel"],
  ["钢材", "steel"],
  ["圆钢", "steel"],
  ["角钢", "steel"],
  ["型钢", "steel"],
  ["钢管", "steel pipe"],
  ["螺纹钢", "steel"],
  ["钢筋", "steel"],
  ["冷轧板", "cold rolled sheet steel"],
  ["冷板", "cold rolled sheet steel"],
  ["热轧板", "hot rolled sheet steel"],
  ["镀锌板", "galvanized steel sheet"],
  ["不锈钢板", "steel stainless"],
  ["灰铸铁", "iron sand casted"],
  ["球墨铸铁", "iron sand casted"],
  ["生铁", "iron sand casted"],
  ["锌合金", "zinc"],
  ["紫铜", "copper"],
  ["黄铜", "brass"],
  ["尼龙", "polyamide plastic"],
  ["聚酰胺", "polyamide plastic"],
  ["nylon", "polyamide plastic"],
  ["polyamide", "polyamide plastic"],
  ["聚碳酸酯", "polycarbonate plastic"],
  ["polycarbonate", "polycarbonate plastic"],
  ["亚克力", "acrylic plastic"],
  ["有机玻璃", "acrylic plastic"],
  ["聚甲醛", "acetal plastic"],
  ["聚氨酯", "polyurethane plastic"],
  ["工程塑料", "plastic"],
  ["塑胶", "plastic"],
  ["泡沫塑料", "plastic"],
  ["硅橡胶", "silicone"],
  ["硅胶", "silicone"],
  ["丁腈橡胶", "rubber"],
  ["三元乙丙橡胶", "rubber"],
  ["天然橡胶", "natural rubber"],
  ["纸箱", "corrugated product"],
  ["纸盒", "paperboard"],
  ["瓦楞纸板", "corrugated product"],
  ["木托盘", "sawn lumber"],
  ["木箱", "sawn lumber"],
  ["钢化玻璃", "glass"],
  ["玻纤", "e-glass"],
  ["碳纤维", "carbon fiber"],
];

/**
 * German names that a publisher gives beside the English ones: `name` and `localName` of the exchanges of one data set in EcoSpold 1
 * (ecoinvent 2003, "label housing system, pig"; Nemecek et al., Life Cycle Inventories of Agricultural Production Systems).
 */
const publishedGerman: typeof terms = [
  ["armierungsstahl", "steel"],
  ["backstein", "brick"],
  ["beton", "concrete"],
  ["chromstahl", "steel stainless"],
  ["epoxydharz", "epoxy resin"],
  ["flachglas", "glass"],
  ["gusseisen", "iron sand casted"],
  ["kraftpapier", "kraft paper"],
  ["kunststofffolie", "plastic film"],
  ["kupfer", "copper"],
  ["lkw", "transport combination truck diesel"],
  ["mineralwolle", "mineral wool insulation"],
  ["polyethylen", "polyethylene"],
  ["polypropylen", "polypropylene pp"],
  ["polyurethan", "polyurethane"],
  ["polyvinylchlorid", "polyvinyl chloride pvc"],
  ["portlandzement", "portland cement"],
  ["rundkies", "gravel"],
  ["schnittholz", "sawn lumber"],
  ["stahl", "steel"],
  ["steinwolle", "rock wool insulation"],
  ["strom", "electricity"],
  ["zement", "portland cement"],
];

/** German names in our own translation: nothing that ships, and no publisher named here, gives them beside English ones. */
const translatedGerman: typeof terms = [
  ["baumwolle", "cotton"],
  ["baustahl", "steel"],
  ["baustrom", "electricity"],
  ["edelstahl", "steel stainless"],
  ["elektrizität", "electricity"],
  ["erdgas", "natural gas combusted"],
  ["floatglas", "glass"],
  ["gipskarton", "gypsum wallboard"],
  ["glas", "glass"],
  ["gummi", "polybutadiene rubber"],
  ["hochlochziegel", "brick"],
  ["holz", "sawn lumber"],
  ["kalkstein", "limestone"],
  ["karton", "corrugated product"],
  ["kies", "gravel"],
  ["kunststoff", "plastic"],
  ["leitungswasser", "tap water"],
  ["papier", "paper"],
  ["schotter", "crushed stone"],
  ["stahlblech", "steel sheet"],
  ["wasser", "water"],
  ["wellpappe", "corrugated product"],
  ["ziegel", "brick"],
  ["zink", "zinc"],
];

/** German forms that end a compound, as English data call them, by beginnings of the word: Profil and Profile, Rohr and Rohre. */
const germanForms: typeof terms = [
  ["armierung", ""],
  ["bewehrung", ""],
  ["blech", "sheet"],
  ["draht", "wire"],
  ["flasche", "bottle"],
  ["folie", "film"],
  ["granulat", "granulate"],
  ["platte", "plate"],
  ["profil", "profile"],
  ["pulver", "powder"],
  ["rohr", "pipe"],
  ["stab", "rod"],
  ["träger", "beam"],
];
const PLURAL = /(?:e|en|n|s)?$/;
/** German compounds that end with their material, by what may stand before it: what stands there otherwise may be another thing (Abwasser, Plexiglas). */
const germanKinds: readonly (readonly [material: string, before: RegExp])[] = [
  ["stahl", /^(?:beton|bewehrungs|draht|feder|flach|form|konstruktions|profil|rund|walz|werkzeug)$/],
  ["beton", /^(?:fertig|mager|ort|stahl|transport)$/],
  ["glas", /^(?:behälter|fenster|flach|verpackungs)$/],
  ["holz", /^(?:bau|buchen|eichen|fichten|kiefern)$/],
  ["wasser", /^(?:brauch|frisch|trink)$/],
  ["zement", /^(?:weiß)$/],
];

/** What a German compound is of: Aluminiumprofil a profile of aluminium, PVC-Rohr a pipe of PVC, Bewehrungsstahl steel. */
function germanCompound(word: string): string | undefined {
  for (const [form, known] of germanForms) {
    const at = word.lastIndexOf(form);
    if (at <= 0 || word.slice(at + form.length).replace(PLURAL, "") !== "") continue;
    const first = word.slice(0, at).replace(/-$/, "");
    const material = byWord.get(first) ?? spellings.get(first);
    if (material !== undefined) return `${material} ${known}`.trim();
  }
  const kind = germanKinds.find(
    ([material, before]) => word.endsWith(material) && before.test(word.slice(0, -material.length)),
  );
  return kind && byWord.get(kind[0]);
}

/** Whether a name is read by a translation of this library: a line that is says so. */
export const isTranslated = (text: string): boolean => {
  const lower = text.toLowerCase();
  return (
    unspaced.some(([written]) => lower.includes(written)) ||
    wordsIn(lower).some(
      (word) =>
        translated.has(word) ||
        translated.has(singular(word)) ||
        (!isKnown(word) && germanCompound(word) !== undefined),
    ) ||
    translate(lower, isKnown) !== null
  );
};

const byWord = new Map([...terms, ...publishedGerman, ...translatedGerman, ...unspaced]);
const translated = new Map(translatedGerman);
const isKnown = (word: string): boolean => byWord.has(word) || byWord.has(singular(word));
/** Chinese, Japanese and Korean names are not divided by spaces: the longest that occurs is taken. */
const undivided = [...byWord.keys()].filter((written) =>
  /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(written),
);
undivided.sort((a, b) => b.length - a.length);

/** Ways to write li-ion: lithium alone is the metal, a lithium cell is not. */
const lithiumIon = /\blithium[\s-]*ion\b|\blithium(?=[\s-]+(?:battery|batteries|cells?)\b)|\bli[\s]ion\b/g;

/** Words that name a material: they mean something without the words for its form. */
export const materials: ReadonlySet<string> = new Set([
  "acrylonitrile-butadiene-styrene",
  "aluminum",
  "brass",
  "cement",
  "copper",
  "cotton",
  "e-glass",
  "glass",
  "gypsum",
  "iron",
  "limestone",
  "lumber",
  "paper",
  "particleboard",
  "plywood",
  "polybutadiene",
  "polyethylene",
  "polylactide",
  "polypropylene",
  "polystyrene",
  "polyvinyl",
  "quicklime",
  "silicone",
  "stainless",
  "steel",
  "terephthalate",
  "zinc",
]);

/** Words of what is left over, which a plain name does not mean. */
export const residues: ReadonlySet<string> = new Set(["scrap", "waste", "residue", "recovered"]);
/** Words of data that a plain name does not mean: nitrogen is no fertilizer, wheat no straw, and steel not stainless. */
export const unsaid: ReadonlySet<string> = new Set([...residues, "straw", "stover", "fertilizer", "stainless"]);

/** Elements that have names of materials, and words of their compounds and ores, which are other materials. */
const elements: ReadonlySet<string> = new Set(["aluminum", "copper", "iron", "zinc"]);
export const compounds: ReadonlySet<string> = new Set([
  "carbonate",
  "chloride",
  "concentrate",
  "dioxide",
  "hydroxide",
  "nitrate",
  "ore",
  "oxide",
  "phosphate",
  "sulfate",
]);

/**
 * Forms and treatments: alone they name no thing, so that data which share nothing else stand for no line. Soda powder is no powder coating.
 */
export const forms: ReadonlySet<string> = new Set([
  "anode",
  "average",
  "beam",
  "board",
  "bottle",
  "case",
  "coating",
  "film",
  "foil",
  "frame",
  "granulate",
  "liquid",
  "panel",
  "pipe",
  "plate",
  "powder",
  "primary",
  "product",
  "profile",
  "rod",
  "secondary",
  "sheet",
  "tube",
  "wire",
]);

/** Ways to generate electricity: a line with one of them is not that of the grid. */
const generation: ReadonlySet<string> = new Set([
  "battery",
  "biomass",
  "bituminous",
  "coal",
  "diesel",
  "gas",
  "geothermal",
  "hydro",
  "hydropower",
  "lignite",
  "nuclear",
  "oil",
  "photovoltaic",
  "renewable",
  "solar",
  "wave",
  "wind",
]);

/** Whether a line is electricity as it is bought: of a place, and of no way of generation. */
export const isGridElectricity = (words: readonly string[]) =>
  words.includes("electricity") && !words.some((word) => generation.has(word));

/** Words that say nothing about what a thing is. */
const empty = new Set([
  "t",
  "at",
  "plant",
  "mill",
  "the",
  "of",
  "a",
  "an",
  "and",
  "for",
  "in",
  "per",
  "kg",
  "to",
  "from",
  "with",
  "on",
  "by",
  "production",
  "average",
  "mix",
]);

/** The words by which the product of an inventory is compared, in lower case, without those that say nothing. */
export function meaningfulWords(text: string): string[] {
  const words = wordsIn(text.toLowerCase()).map((word) => spellings.get(word) ?? word);
  return [...new Set(words.map(singular).filter((word) => !empty.has(word)))];
}

/** The words by which a line of a bill is compared: as inventories write them. */
export function billWords(text: string): string[] {
  const { found: byStandard, rest: named } = designated(text);
  let rest = named.toLowerCase().replace(lithiumIon, "li-ion");
  const found: string[] = byStandard.map(({ words }) => words);
  for (const name of undivided)
    if (rest.includes(name)) {
      found.push(byWord.get(name)!);
      rest = rest.replaceAll(name, " ");
    }
  const whole = byWord.get(rest.trim());
  if (!whole) rest = translate(rest, isKnown) ?? rest;
  const spelt = wordsIn(rest).map((word) => spellings.get(word) ?? word);
  const known = whole
    ? [whole]
    : spelt.map((word) => byWord.get(word) ?? byWord.get(singular(word)) ?? germanCompound(word) ?? word);
  return meaningfulWords([...found, ...known].join(" "));
}

/** Of a line's words those that name its material; none if all or none of them do, and of a compound, an ore or scrap. */
export function materialWords(words: readonly string[]): string[] {
  if (words.some((word) => residues.has(word))) return [];
  const isCompound = words.some((word) => compounds.has(word));
  const named = words.filter((word) => materials.has(word) && !(isCompound && elements.has(word)));
  return named.length === words.length ? [] : named;
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

/** Bags as bag: enough for names of materials. */
function singular(word: string): string {
  return word.length > 4 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
    ? word.slice(0, -1)
    : word;
}
