import type { GivenLine } from "../../lifecycle/assess/assessment.ts";
import { billUnit } from "../../lifecycle/assess/bill-units.ts";
import type { GivenProduct } from "../../lifecycle/assess/given-product.ts";
import { type LineFactor, METRIC } from "../../lifecycle/assess/line-factor.ts";
import { billWords, isGridElectricity } from "../../lifecycle/assess/material-terms.ts";
import { factorBetween } from "../../lifecycle/graph/unit-names.ts";
import { type Message, messages } from "../../message/message.ts";
import { writeMessage } from "../../message/write.ts";
import type { AccountInput } from "../account-maker.ts";
import { kilogramsPer, type ReadOwnFactor, readOwnFactor } from "../own-factor.ts";
import { type SettledLine, settleLines } from "../settled-line.ts";
import type { PlaceCodes } from "../written-place.ts";

const texts = messages("account.product", {
  noUnit: {
    en: "Row {row} of {sheet}, “{name}”, has an amount and no unit: state the unit in the file, or convert it in the mapping.",
    zh: "{sheet} 第 {row} 行“{name}”有数量而没有单位：请在文件中写明单位，或在映射表中换算。",
  },
  notAbove: {
    en: "Row {row} of {sheet}, “{name}”, has the amount {amount}: a bill takes amounts above 0. Credits and returns are no lines of it.",
    zh: "{sheet} 第 {row} 行“{name}”的数量为 {amount}：物料清单只接受大于 0 的数量；抵扣与退料不是清单行。",
  },
  zero: {
    en: "Row {row} of {sheet}, “{name}”, has the amount 0: nothing of it is in the product.",
    zh: "{sheet} 第 {row} 行“{name}”的数量为 0：产品中没有它。",
  },
  carried: {
    en: "{kg} kg over {km} km: {amount} t·km",
    zh: "{kg} kg 运输 {km} km：{amount} t·km",
  },
});

/** A line of a file with what it is to the assessment. */
export interface ProductLine extends SettledLine {
  /** Its name there, unlike any other; null of one that is not given to it. */
  readonly given: string | null;
  /** What it is called there: its name without what tells it from others of the same. */
  readonly called: string;
  readonly stage: GivenLine["stage"];
  readonly unit: string;
  readonly region: string | null;
  /** Why it is not given, where the mapping does not say so. */
  readonly why: Message | null;
  /** How mass and distance became t*km. */
  readonly carried: Message | null;
  /** The person's own factor as the line takes it; a message says what is needed where they do not fit. */
  readonly ownRead: ReadOwnFactor | Message | null;
}

/** The lines of a file as an assessment takes them. */
export interface ProductLines {
  readonly lines: readonly ProductLine[];
  readonly product: Required<Pick<GivenProduct, "bill" | "leftOut" | "electricity" | "transport" | "answers">>;
}

/**
 * What `lifecycle.assess` takes of the lines of a file: materials as its bill, electricity of a grid, and transport by its mass and
 * distance, each under a name of its own. What a mapping takes a line for is an answer; a line that it leaves out is answered with `none`.
 * Rows that could not be read, and lines without a unit or with an amount of 0 or less, are left out with their reason.
 */
export function productLines(
  { lines, leftOut, mapping, region }: Pick<AccountInput, "lines" | "leftOut" | "mapping" | "region">,
  codeOf: PlaceCodes,
): ProductLines {
  const names = new Map<string, number>();
  const around = { mapping, region, codeOf, stages: new Map() };
  const taken = settleLines(lines, mapping).map((settled) => productLine(settled, names, around));
  for (const each of taken.flatMap((of) => carriedApart(of, names, mapping.answers?.[MODE]))) taken.push(each);
  const given = taken.filter((line) => line.given !== null);
  const ofStage = (stage: GivenLine["stage"]) => given.filter((line) => line.stage === stage);
  const unread = leftOut.filter(({ kind }) => kind === "unreadable");
  return {
    lines: taken,
    product: {
      bill: ofStage("material").map((of) => ({
        name: of.given!,
        called: of.called,
        amount: of.line.amount,
        unit: of.unit,
        ...(of.region === null ? {} : { origin: of.region }),
        ...factorOf(of),
      })),
      leftOut: [
        ...unread.map(({ text, reason }) => ({ text: text || "…", reason: writeMessage(reason) })),
        ...taken
          .filter(({ why, line }) => why !== null && line.amount !== 0)
          .map(({ line, why }) => ({ text: line.name, reason: writeMessage(why!) })),
      ],
      electricity: ofStage("energy").map((of) => ({
        name: of.given!,
        called: of.called,
        amount: of.line.amount,
        unit: of.unit,
        ...(of.region === null ? {} : { place: of.region }),
        ...factorOf(of),
      })),
      transport: ofStage("transport").map(transportOf),
      answers: { ...mapping.answers, ...answersOf(given) },
    },
  };
}

/** The answer that says by what materials are carried whose lines state a distance. */
export const MODE = "transport.mode";
/** The answers to it, as `lifecycle.assess` names them. */
export const modes = ["truck", "train", "ship", "air"] as const;

/** Whether the distance of a line is that of a transport whose mode is not said. */
export const isCarriedSomehow = ({ given, stage, line }: ProductLine) =>
  given !== null && stage === "material" && carriageOf(line) !== null;

/** The transport of a material over the distance that its line states, by the mode that was answered. */
function carriedApart(of: ProductLine, names: Map<string, number>, mode: string | undefined): ProductLine[] {
  if (!isCarriedSomehow(of) || !modes.some((each) => each === mode)) return [];
  const { line } = of;
  const carriage = carriageOf(line)!;
  const called = `${mode} (${line.name})`;
  return [
    {
      ...of,
      line: { ...line, name: called },
      given: distinct(called, names),
      called,
      stage: "transport",
      to: null,
      own: null,
      ownRead: null,
      splitFrom: line.name,
      carried: carriedOf(carriage),
    },
  ];
}

function answersOf(given: readonly ProductLine[]): Record<string, string> {
  return Object.fromEntries(
    given.flatMap(({ given: name, to, skip, ownRead }) => {
      // A factor that does not fit is no reason to take another instead.
      const isMisfit = ownRead !== null && "code" in ownRead;
      const answer = skip === null && !isMisfit ? to : "none";
      return answer === null ? [] : [[`match:${name}`, answer]];
    }),
  );
}

function transportOf(of: ProductLine) {
  const { given: mode, called, line, unit } = of;
  const carriage = carriageOf(line);
  const own = factorOf(of);
  return carriage
    ? { mode: mode!, called, ...carriage, unit: "t*km", ...own }
    : { mode: mode!, called, amount: line.amount, unit, ...own };
}

/** kg CO2e of one unit of the line, its gases together; by the metric that the person's factor states. */
function factorOf({ own, ownRead, stage, line, unit }: ProductLine): { readonly factor?: LineFactor } {
  if (own === null || ownRead === null || "code" in ownRead) return {};
  const value = ownRead.parts.reduce((sum, part) => sum + kilogramsPer(ownRead.unit, part, METRIC), 0);
  const stated = ownRead.parts.length === 1 && /^CO2e (\S+)$/.exec(ownRead.parts[0]!.substance)?.[1];
  const per = stage === "transport" && carriageOf(line) ? "t*km" : unit;
  const { source, year, uncertainty } = own;
  return {
    factor: {
      value,
      unit: `kg CO2e ${stated || METRIC}/${per}`,
      source,
      year,
      ...(uncertainty === undefined ? {} : { uncertainty }),
    },
  };
}

/** Distance in km and mass in kg of a line that has both. */
function carriageOf({ amount, unit, distance }: ProductLine["line"]): { distance: number; mass: number } | null {
  const [kg, km] = [factorBetween(billUnit(unit), "kg"), distance && factorBetween(billUnit(distance.unit), "km")];
  return distance === null || kg === null || km === null
    ? null
    : { distance: distance.amount * km!, mass: amount * kg };
}

interface Surroundings extends Pick<AccountInput, "mapping" | "region"> {
  readonly codeOf: PlaceCodes;
  /** Of what is called so in a unit: many lines are called the same. */
  readonly stages: Map<string, WordStage>;
}

/** The stage that the name and the unit of a line tell; `carried` is transport if the line states a distance and a mass. */
type WordStage = GivenLine["stage"] | "carried";

function productLine(settled: SettledLine, names: Map<string, number>, around: Surroundings): ProductLine {
  const { line } = settled;
  const unit = billUnit(line.unit);
  const called = line.name.trim();
  const why = whyNot(line);
  const stage = stageOf(line, around);
  const carriage = stage === "transport" ? carriageOf(line) : null;
  const { own } = settled;
  const of = { name: line.name, unit: carriage ? "tkm" : line.unit };
  return {
    ...settled,
    given: why === null ? distinct(called, names) : null,
    called,
    stage,
    unit,
    region: regionOf(line, stage, around),
    why,
    carried: carriage && carriedOf(carriage),
    ownRead: own && readOwnFactor(own, of, METRIC),
  };
}

function carriedOf({ distance: km, mass: kg }: { readonly distance: number; readonly mass: number }): Message {
  return texts.carried({ kg: Number(kg.toPrecision(4)), km, amount: Number(((kg * km) / 1000).toPrecision(4)) });
}

function whyNot({ sheet, row, name, unit, amount }: ProductLine["line"]): Message | null {
  if (amount === 0) return texts.zero({ sheet, row, name });
  if (!(Number.isFinite(amount) && amount > 0)) return texts.notAbove({ sheet, row, name, amount });
  return unit.trim() === "" ? texts.noUnit({ sheet, row, name }) : null;
}

/** Electricity as it is bought, transport by its unit or its words, and materials. */
function stageOf(line: ProductLine["line"], { stages }: Surroundings): GivenLine["stage"] {
  const key = `${line.unit}\n${line.name}`;
  const stage = stages.get(key) ?? wordStage(line);
  stages.set(key, stage);
  if (stage !== "carried") return stage;
  return carriageOf(line) === null ? "material" : "transport";
}

function wordStage({ name, unit: written }: ProductLine["line"]): WordStage {
  const unit = billUnit(written);
  const words = billWords(name);
  if (factorBetween(unit, "kWh") !== null && isGridElectricity(words)) return "energy";
  if (factorBetween(unit, "t*km") !== null) return "transport";
  return words.includes("transport") ? "carried" : "material";
}

/** Of a material its origin, where the file has it; of electricity that of the site, or of the account. */
function regionOf(
  { place, site }: ProductLine["line"],
  stage: GivenLine["stage"],
  { mapping, region, codeOf }: Surroundings,
): string | null {
  const places = mapping.places ?? {};
  const answers = mapping.answers ?? {};
  const settled = [site, place].flatMap((each) => {
    if (each === null) return [];
    if (Object.hasOwn(places, each)) return [places[each]!];
    return Object.hasOwn(answers, `place:${each}`) ? [answers[`place:${each}`]!] : [];
  });
  const own = settled[0] ?? (place === null ? null : codeOf(place));
  return own ?? (stage === "energy" ? region : null);
}

/** A name that no other line has: what stands in brackets is no part of what it is called. */
function distinct(name: string, names: Map<string, number>): string {
  let own = name;
  // A name that comes again goes on where it stopped: a bill has the same screw in thousands of lines.
  let count = names.get(name) ?? 1;
  while (names.has(own)) own = `${name} (${++count})`;
  if (own !== name) names.set(name, count);
  names.set(own, 1);
  return own;
}
