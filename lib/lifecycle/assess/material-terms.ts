/**
 * Words of bills of materials and the words by which the background inventories know the same thing: spellings, abbreviations and
 * Chinese names. A word that is not here is looked up as it is written. Only names, no numbers.
 */
const terms: readonly (readonly [written: string, known: string])[] = [
  ["aluminium", "aluminum"],
  ["铝", "aluminum"],
  ["铝锭", "aluminum ingot"],
  ["铝型材", "aluminium extrusion"],
  ["钢", "steel"],
  ["钢板", "steel sheet"],
  ["热轧钢板", "hot rolled sheet steel"],
  ["冷轧钢板", "cold rolled sheet steel"],
  ["镀锌钢板", "galvanized steel sheet"],
  ["不锈钢", "steel stainless"],
  ["铸铁", "iron sand casted"],
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
  ["塑料", "polypropylene resin"],
  ["纸", "paper"],
  ["纸板", "containerboard"],
  ["瓦楞纸箱", "corrugated product"],
  ["cardboard", "corrugated product"],
  ["木材", "sawn lumber"],
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
  ["lorry", "transport combination truck diesel"],
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
];

const byWord = new Map(terms);
/** Chinese names are not divided by spaces: the longest that occurs is taken. */
const chinese = terms.map(([written]) => written).filter((written) => /\p{Script=Han}/u.test(written));
chinese.sort((a, b) => b.length - a.length);

/** Words that say nothing about what a thing is. */
const empty = new Set([
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

/** The words by which something is compared, in lower case, without those that say nothing. */
export function meaningfulWords(text: string): string[] {
  const lower = text.toLowerCase();
  let rest = lower;
  const found: string[] = [];
  for (const name of chinese)
    if (rest.includes(name)) {
      found.push(byWord.get(name)!);
      rest = rest.replaceAll(name, " ");
    }
  const whole = byWord.get(rest.trim());
  const words = whole
    ? [whole]
    : (rest.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).map((word) => byWord.get(word) ?? word);
  const all = [...found, ...words].join(" ").match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return [...new Set(all.map(singular).filter((word) => !empty.has(word)))];
}

/** Bags as bag: enough for names of materials. */
function singular(word: string): string {
  return word.length > 4 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
    ? word.slice(0, -1)
    : word;
}
