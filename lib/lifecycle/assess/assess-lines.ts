import { type Message, messages, type Sentence } from "../../message/message.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import type { Answers, AssessedLine, GivenLine, LineKind } from "./assessment.ts";
import type { GridFactor } from "./assessment-places.ts";
import { type Candidate, lineWords, type NodeScores } from "./bill-match.ts";
import { classOf } from "./class-of.ts";
import { classSpan, middleOf, type Option, scoreByFactor, unitsOfClass } from "./class-span.ts";
import { type Designated, designated } from "./designations.ts";
import { type LineFactor, scoreByLineFactor } from "./line-factor.ts";
import type { MaterialClass } from "./material-classes.ts";
import type { MaterialFactor } from "./material-factors.ts";
import { billWords, isGridElectricity, materials, residues } from "./material-terms.ts";

const texts = messages("lifecycle.bill", {
  exact: {
    en: "Same name: {name}, {place}.",
    zh: "名称相同：{name}，{place}。",
  },
  countedTwice: {
    en: "Same name, taken as a proxy: {name}, {place}. Its direct CO2 and the burning of its fuels both carry the combustion, so it counts it twice.",
    zh: "名称相同，但仅作替代数据：{name}，{place}。其直接二氧化碳与燃料燃烧都含同一燃烧排放，被重复计算。",
  },
  proxy: {
    en: "Proxy: {name}, {place}, shares {words:and} ({percent} % of what the words say).",
    zh: "替代数据：{name}，{place}，共有词语 {words:and}（名称信息的 {percent}%）。",
  },
  material: {
    en: "Proxy by its material alone: {name}, {place}, shares {words:and}; the form, and the work in it, are not in these data.",
    zh: "仅按材料替代：{name}，{place}，共有词语 {words:and}；数据不含其成形与加工。",
  },
  middle: {
    en: "Nothing is called like it; of {count} data sets of {material}, the middle one stands for it: {name}, {place}.",
    zh: "没有名称相近的数据；在“{material}”的 {count} 项数据中取居中者：{name}，{place}。",
  },
  only: {
    en: "Nothing is called like it; the only data set of {material} stands for it: {name}, {place}.",
    zh: "没有名称相近的数据；采用“{material}”仅有的一项数据：{name}，{place}。",
  },
  published: {
    en: "{item}: {factor} kg CO2e/{unit}, {year} (by {metric}, as published: its gases are not stated, so it is not converted)",
    zh: "{item}：{factor} kg CO2e/{unit}，{year} 年（按 {metric} 发布；未列出各气体，故未换算）",
  },
  byDensity: {
    en: "{reason} At {density} kg/m³: {source}.",
    zh: "{reason}按 {density} kg/m³ 换算：{source}。",
  },
  own: {
    en: "Own factor: {value} {unit} ({source}, {year}).",
    zh: "自有因子：{value} {unit}（{source}，{year} 年）。",
  },
  ownFactor: { en: "{name} (own factor)", zh: "{name}（自有因子）" },
  answered: { en: "As answered: {name}, {place}.", zh: "按回答采用：{name}，{place}。" },
  noPlace: { en: "no place stated", zh: "未注明地点" },
  nothing: {
    en: "Nothing in the background is called like it in a unit that converts from {unit}, and it is of no class of materials with data: no figure, it is cut off.",
    zh: "背景数据库中没有名称相近、且单位可由 {unit} 换算的产品，也没有同类材料的数据：不给数值，按截断处理。",
  },
  unread: {
    en: "No word of {name} is among the names of the data, and bills are read in English and Chinese, common materials also in the languages of Western Europe, Polish, Japanese and Korean: if the line is in another language or says it otherwise, give its English name. No figure, it is cut off.",
    zh: "“{name}”中没有一个词出现在数据名称中；清单按英文和中文识别，常见材料另可用西欧各语言、波兰文、日文和韩文：若该行为其他语言或另有写法，请改用英文或中文名称。暂不给数值，按截断处理。",
  },
  otherUnit: {
    en: "Data of {material} are by {units:or}, and {unit} does not convert: give the amount in one of these. No figure, it is cut off.",
    zh: "“{material}”的数据以 {units:or} 计，{unit} 不能换算：请改用其中一种单位。暂不给数值，按截断处理。",
  },
  designated: {
    en: "{reason} {written} is {is} ({standard}); the grade is not in the data.",
    zh: "{reason}{written} 为{is}（{standard}）；数据不区分牌号。",
  },
  excluded: { en: "Left out, as answered.", zh: "按回答排除。" },
  grid: {
    en: "Grid of {place}, {year}: {factor} kg/kWh ({counts}).",
    zh: "{place} 电网，{year} 年：{factor} kg/kWh（{counts}）。",
  },
  anyGrid: {
    en: "No place with a grid factor is stated: {factor} kg/kWh is the median of {count} grids, and all of them, {lo} to {hi} kg/kWh, are its range; state the place.",
    zh: "未注明有电网因子的地点：{factor} kg/kWh 为 {count} 个电网的中位数，范围为全部电网，即 {lo} 至 {hi} kg/kWh；请注明地点。",
  },
  twice: {
    en: "{reason} Its direct CO2 and the burning of its fuels both carry the combustion, so it counts it twice.",
    zh: "{reason}其直接二氧化碳与燃料燃烧都含同一燃烧排放，被重复计算。",
  },
  lifeCycle: { en: "CO2e over the life cycle of the plants", zh: "发电厂生命周期 CO2e" },
  plants: { en: "CO2 of the plants alone", zh: "仅发电厂 CO2" },
  electricity: { en: "Electricity of the grid, {place}", zh: "{place} 电网电力" },
  medianGrid: { en: "Electricity of the grid, median of {count} grids", zh: "电网电力，{count} 个电网的中位数" },
  middleOf: {
    en: "{material}, the middle of {count} data sets: {name}",
    zh: "{material}，{count} 项数据的居中者：{name}",
  },
  plain: {
    en: "Same name: {name}, {place}. The line says no more than {material}, so all {count} data sets of it are its range.",
    zh: "名称相同：{name}，{place}。该行只写明“{material}”，故以其全部 {count} 项数据为范围。",
  },
  unknownActivity: {
    en: "The answer to {key} names {id}, which is not an activity of the background.",
    zh: "对 {key} 的回答指定了 {id}，但背景数据库中没有该活动。",
  },
  unquotable: {
    en: "The answer to {key} names {name}, of which no score can be stated: more than 5 % of it depends on burdens that no rule divides, or on a market that passes on less than it takes.",
    zh: "对 {key} 的回答指定了 {name}，但其结果不能给出：超过 5% 取决于没有规则可分配的负荷，或取决于供给少于其产出的市场。",
  },
  unitOfActivity: {
    en: "The answer to {key} names {name}, which is measured in {expected}; {unit} does not convert.",
    zh: "对 {key} 的回答指定了 {name}，其单位为 {expected}，与 {unit} 不能换算。",
  },
});

/** The key of the question which activity stands for a line. */
export const matchKey = (line: string) => `match:${line}`;

/**
 * What stands for one unit of each line: the activity that an answer names, the factor of a grid for electricity of a known place, what is called
 * like it, or the middle of its class of materials. A proxy has the span of its class for its range; what is of no class with data has no
 * figure. Lines of one kind share one object. Scores in kg CO2e.
 */
export function matchLines(
  inventory: OpenedInventory,
  lines: readonly GivenLine[],
  answers: Answers,
  scores: NodeScores,
): LineKind[] {
  // A long bill has few kinds of lines, and what stands for one is linear in the amount.
  const kinds = new Map<string, LineKind>();
  return lines.map((given) => {
    const { name, called = name, stage, unit, origin, factor } = given;
    const answer = answers[matchKey(name)];
    const own = factor && JSON.stringify(factor);
    const key = [called, stage, unit, origin, answer, own].join("\0");
    const kind = kinds.get(key) ?? new LineMatch(inventory, given, scores).by(answer);
    kinds.set(key, kind);
    return kind;
  });
}

/** One unit of a line, by what it is called. */
class LineMatch {
  private readonly inventory: OpenedInventory;
  private readonly given: GivenLine;
  /** The key of the answer to the line. */
  private readonly key: string;
  private readonly scores: NodeScores;
  private readonly places: readonly string[];
  /** With what stands in brackets, which may narrow a class. */
  private readonly words: readonly string[];
  private readonly material: MaterialClass | undefined;
  /** What the name says by a standard. */
  private readonly designation: Designated | undefined;

  constructor(inventory: OpenedInventory, given: GivenLine, scores: NodeScores) {
    this.inventory = inventory;
    this.given = { ...given, name: given.called ?? given.name, amount: 1 };
    this.key = matchKey(given.name);
    this.scores = scores;
    this.places = inventory.places.codesOf(given.origin);
    this.words = billWords(this.given.name);
    this.designation = designated(this.given.name).found[0];
    const isResidue = this.words.some((word) => residues.has(word));
    this.material =
      given.stage === "material" && !isResidue
        ? (classOf(lineWords(this.given.name)) ?? classOf(this.words))
        : undefined;
  }

  by(answer: Answers[string] | undefined): LineKind {
    if (answer === "none") return this.without(texts.excluded());
    const data = this.byData(answer);
    return this.given.factor === undefined ? data : this.byOwn(this.given.factor, data);
  }

  private byData(answer: Answers[string] | undefined): LineKind {
    if (typeof answer === "string") return this.answered(answer);
    return this.ofGrid() ?? this.found();
  }

  /** What the data would be stays a candidate. */
  private byOwn(own: LineFactor, { line: data, label }: LineKind): LineKind {
    const { name, amount, unit, origin } = this.given;
    const { activity: id, score } = data;
    const found = label === undefined || id === null || score === null ? [] : [{ id, name: label, score }];
    return this.matched(null, {
      ...scoreByLineFactor(name, amount, unit, own),
      match: "own",
      activity: `own:${name}`,
      activityName: texts.ownFactor({ name }),
      location: origin ?? null,
      isElsewhere: false,
      reason: texts.own({ ...own, year: String(own.year) }),
      isEstimate: false,
      alternatives: [...found, ...data.alternatives],
    });
  }

  private found(): LineKind {
    const { name, unit } = this.given;
    const alike = this.inventory.bill.candidates(name, unit, this.places, this.scores);
    const [best] = alike;
    if (best && this.matchOf(best) === "exact") return this.exact(best, alike);
    const span = this.span();
    // A cell container shares a word with container glass, and is no glass: of a class with data, only what is of it stands for a line.
    const isOther = span.length > 0 && best && !span.some((each) => describing(each).id === best.id);
    if (best && !isOther) return this.proxy(best, alike, span);
    const middle = middleOf(span);
    return middle ? this.middle(middle, span) : this.without(this.whyNot());
  }

  private span(): Option[] {
    const { material, places, given } = this;
    const { amount, unit } = given;
    // Numbers narrow no class: "screw 2" and "screw 3" are of the same data.
    const words = this.words.filter((word) => !/^\d+$/.test(word));
    return material ? classSpan(this.inventory, { material, words, amount, unit, places }, this.scores) : [];
  }

  /** Of several data sets with the very name, and as near to the origin, the name does not choose: they are its range. */
  private exact(best: Candidate, alike: readonly Candidate[]): LineKind {
    const same = alike.filter((each) => this.matchOf(each) === "exact" && each.isAtOrigin === best.isAtOrigin);
    const values = { name: best.name, place: best.location ?? texts.noPlace() };
    const span = this.isPlain(best) ? this.span() : [];
    const others = merged(alike.map(this.option), span);
    const count = merged([this.option(best)], span).length;
    if (count > 1) {
      const reason = texts.plain({ ...values, material: this.material!.name, count });
      return this.line(this.option(best), merged(same.map(this.option), span), others, { match: "exact", reason });
    }
    return this.line(this.option(best), same.map(this.option), others, { match: "exact", reason: texts.exact(values) });
  }

  /** Whether a line says no more than its class: "corn" is any maize, though one data set of it has no other word in its name. */
  private isPlain({ name }: Candidate): boolean {
    const isVeryName = name.trim().toLowerCase() === this.given.name.trim().toLowerCase();
    const called = this.material?.called.flat() ?? [];
    return !isVeryName && this.words.every((word) => called.includes(word));
  }

  /** Data that count their fuel twice are what is meant by name, and not what it emits. */
  private matchOf({ node, match }: Candidate): Candidate["match"] {
    return this.countsTwice(node) ? "proxy" : match;
  }

  private proxy(best: Candidate, alike: readonly Candidate[], span: readonly Option[]): LineKind {
    const place = best.location ?? texts.noPlace();
    const words = [...best.shared];
    const percent = Math.round(100 * best.similarity);
    const reason =
      best.match === "exact"
        ? texts.countedTwice({ name: best.name, place })
        : best.isMaterialAlone
          ? texts.material({ name: best.name, place, words })
          : texts.proxy({ name: best.name, place, words, percent });
    const options = merged(alike.map(this.option), span);
    const warned = best.match === "exact" ? reason : this.warned(this.option(best), reason);
    return this.line(this.option(best), options, options, { match: "proxy", reason: warned });
  }

  private middle(middle: Option, span: readonly Option[]): LineKind {
    const { label, location } = describing(middle);
    const values = {
      material: this.material!.name,
      name: middle.kind === "factor" ? publishedName(middle.of) : label,
      place: location ?? texts.noPlace(),
    };
    const found = span.length === 1 ? texts.only(values) : texts.middle({ ...values, count: span.length });
    const reason = byDensity(middle, this.warned(middle, found));
    const matched = this.line(middle, span, span, { match: "proxy", reason, isEstimate: true });
    if (span.length === 1) return matched;
    // One of them alone would name a kind that the line does not: plastic is no PET.
    const activityName = texts.middleOf({ material: this.material!.name, count: span.length, name: label });
    return { ...matched, line: { ...matched.line, activityName } };
  }

  /** With what speaks against data that count their fuel twice. */
  private warned(option: Option, reason: Message): Message {
    return option.kind === "product" && this.countsTwice(option.of.node) ? texts.twice({ reason }) : reason;
  }

  private countsTwice(node: number): boolean {
    const { system, combustionOverlaps } = this.inventory.solved;
    return combustionOverlaps.has(system.nodes[node]!.activity);
  }

  private answered(id: string): LineKind {
    const option = this.chosen(id);
    const { name, location } = describing(option);
    const reason = byDensity(option, texts.answered({ name, place: location ?? texts.noPlace() }));
    const match = option.kind === "product" ? this.matchOf(option.of) : "proxy";
    return this.line(option, [option], [option], { match, reason });
  }

  private chosen(id: string): Option {
    const { key } = this;
    const { name: line, amount, unit } = this.given;
    const factor = [...this.inventory.materials.values()].find((each) => each.id === id);
    if (factor) {
      const scored = scoreByFactor(factor, amount, unit, this.material?.density);
      if (scored === null) throw new LifecycleError("answers", wrongUnit(key, factor.item, factor.unit, unit));
      return { kind: "factor", of: factor, ...scored };
    }
    const { graph, nodes, nodesOf } = this.inventory.solved.system;
    const activity = graph.activities.findIndex((each) => each.id === id);
    const node = nodesOf[activity]?.[0];
    if (node === undefined) throw new LifecycleError("answers", texts.unknownActivity({ key, id }));
    const { name, unit: expected } = graph.products[nodes[node]!.product]!;
    if (this.scores.isUnquotable[node] === 1) throw new LifecycleError("answers", texts.unquotable({ key, name }));
    const converted = factorBetween(unit, expected);
    if (converted === null) throw new LifecycleError("answers", wrongUnit(key, name, expected, unit));
    const known = this.inventory.bill.candidates(line, unit, [], this.scores, 1000).find((each) => each.node === node);
    const { location } = graph.activities[activity]!;
    return this.option({
      node,
      id,
      name,
      label: nodes[node]!.label,
      location,
      unit: expected,
      factor: converted,
      similarity: known?.similarity ?? 0,
      match: known?.match ?? "proxy",
      shared: [],
      isAtOrigin: location !== null && this.places.includes(location),
      isMaterialAlone: false,
    });
  }

  /** Electricity as it is bought has the factor of its grid; without a place the middle of all grids, which are its range. */
  private ofGrid(): LineKind | undefined {
    const { origin, unit, amount } = this.given;
    if (!isGridElectricity(this.words)) return undefined;
    const hours = factorBetween(unit, "kWh");
    const grids = [...this.inventory.places.grids.values()].sort((p, q) => p.factor - q.factor);
    if (hours === null || grids.length === 0) return undefined;
    const own = this.inventory.places.grids.get(origin ?? "");
    const range = own ? [own] : grids;
    const score = (own?.factor ?? medianOf(grids).factor) * hours * amount;
    return this.matched(null, {
      match: "grid",
      activity: range[0]!.dataset,
      activityName: own ? texts.electricity({ place: own.place }) : texts.medianGrid({ count: grids.length }),
      location: own?.place ?? null,
      isElsewhere: !own && origin !== undefined,
      reason: own ? gridReason(own) : texts.anyGrid({ ...medianOf(grids), count: grids.length }),
      score,
      lo: range[0]!.factor * hours * amount,
      hi: range.at(-1)!.factor * hours * amount,
      metric: null,
      isEstimate: !own,
      alternatives: [],
    });
  }

  private without(reason: Message): LineKind {
    return this.matched(null, {
      match: "unmatched",
      activity: null,
      activityName: null,
      location: null,
      isElsewhere: false,
      reason,
      score: null,
      lo: null,
      hi: null,
      metric: null,
      isEstimate: false,
      alternatives: [],
    });
  }

  private whyNot(): Message {
    const { name, unit } = this.given;
    const isRead = this.inventory.bill.knowsAny(this.words) || this.words.some((word) => materials.has(word));
    if (!this.material && !isRead) return texts.unread({ name });
    const units = this.material ? unitsOfClass(this.inventory, this.material, this.words) : [];
    return units.length === 0
      ? texts.nothing({ unit })
      : texts.otherUnit({ material: this.material!.name, units, unit });
  }

  /** @param range what the line could be as well; @param others what an answer may name instead. */
  private line(
    taken: Option,
    range: readonly Option[],
    others: readonly Option[],
    { isEstimate = false, ...how }: Pick<AssessedLine, "match" | "reason"> & { readonly isEstimate?: boolean },
  ): LineKind {
    const { amount } = this.given;
    const { id, label, location } = describing(taken);
    const demand = taken.kind === "product" ? { node: taken.of.node, amount: amount * taken.of.factor } : null;
    const spanned = [taken, ...range].flatMap((each) =>
      each.kind === "factor" ? [each.lo, each.score, each.hi] : [each.score],
    );
    const matched = this.matched(demand, {
      ...how,
      isEstimate,
      activity: id,
      activityName: label,
      location,
      isElsewhere: this.places.length > 0 && (location === null || !this.places.includes(location)),
      score: taken.score,
      lo: Math.min(...spanned),
      hi: Math.max(...spanned),
      metric: taken.kind === "factor" ? taken.of.metric : null,
      alternatives: others
        .filter((each) => describing(each).id !== id)
        .map((each) => ({ id: describing(each).id, name: describing(each).label, score: each.score })),
    });
    return { ...matched, label };
  }

  private matched(
    demand: LineKind["demand"],
    line: Omit<LineKind["line"], "name" | "stage" | "amount" | "unit" | "origin" | "material" | "missing">,
  ): LineKind {
    const { name, stage, amount, unit, origin } = this.given;
    const material = this.material?.name ?? null;
    const reason = this.named(line.reason);
    return {
      line: { name, stage, amount, unit, origin: origin ?? null, material, missing: null, ...line, reason },
      demand,
    };
  }

  /** With what a designation in the name was read as. */
  private named(reason: Message): Message {
    const { designation } = this;
    if (!designation) return reason;
    const { written, is, standard } = designation;
    return texts.designated({ reason, written, is, standard });
  }

  private readonly option = (of: Candidate): Option => ({
    kind: "product",
    of,
    score: this.scores.productScores[of.node]! * of.factor * this.given.amount,
  });
}

/** Both, each once: one process may be called like a line and be of its class. */
function merged(first: readonly Option[], second: readonly Option[]): Option[] {
  const known = new Set(first.map((each) => describing(each).id));
  return [...first, ...second.filter((each) => !known.has(describing(each).id))];
}

/** How an option is named in answers, lists and sentences. */
function describing(option: Option): { id: string; name: Sentence; label: string; location: string | null } {
  if (option.kind === "product") {
    const { id, name, label, location } = option.of;
    return { id, name, label, location };
  }
  const { id, item, place } = option.of;
  return { id, name: publishedName(option.of), label: item, location: place };
}

/** With the density by which a factor of a mass stands for a volume. */
function byDensity(option: Option, reason: Message): Message {
  if (option.kind !== "factor" || option.density === null) return reason;
  const { kilograms, source } = option.density;
  return texts.byDensity({ reason, density: Number(kilograms.toPrecision(4)), source });
}

const publishedName = ({ item, factor, unit, metric, year }: MaterialFactor) =>
  texts.published({ item, factor: Number(factor.toPrecision(4)), unit, metric, year: String(year) });

const wrongUnit = (key: string, name: string, expected: string, unit: string) =>
  texts.unitOfActivity({ key, name, expected, unit });

/** The median of grids in ascending order, of no one country, and between what they are. */
function medianOf(grids: readonly GridFactor[]): { readonly factor: number; readonly lo: number; readonly hi: number } {
  const half = grids.length / 2;
  const [lower, upper] = [grids[Math.ceil(half) - 1]!.factor, grids[Math.floor(half)]!.factor];
  return { factor: (lower + upper) / 2, lo: grids[0]!.factor, hi: grids.at(-1)!.factor };
}

function gridReason({ place, year, factor, counts }: GridFactor): Message {
  return texts.grid({
    place,
    year: String(year),
    factor,
    counts: counts === "life-cycle" ? texts.lifeCycle() : texts.plants(),
  });
}
