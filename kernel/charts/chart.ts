import * as Plot from "@observablehq/plot";
import { writeFormulas, writeInterval, writeQuantity } from "../../lib/charts/number-text.ts";
import { type Message, messages, type Text } from "../../lib/message/message.ts";
import { textIn, writeMessage } from "../../lib/message/write.ts";
import { giveTable } from "../output/figure/given-table.ts";
import { sentenceIn } from "../services/compute/sentences.ts";
import { paint } from "./chart-colours.ts";
import type { Chart, ChartInput, ChartOptions } from "./chart-options.ts";
import { type ChannelKinds, type ChartRows, chartRows } from "./chart-rows.ts";

const texts = messages("charts", {
  ofNamed: { en: "{name}: {finding}", zh: "{name}：{finding}" },
  measured: { en: "{measure}, {year}, {unit}", zh: "{year} 年 {measure}，{unit}" },
  measuredUndated: { en: "{measure}, {unit}", zh: "{measure}，{unit}" },
  datedUnit: { en: "{year}, {unit}", zh: "{year} 年，{unit}" },
  measuredWithoutUnit: { en: "{measure}, {year}", zh: "{year} 年 {measure}" },
  labelled: { en: "{label}: {value}", zh: "{label}：{value}" },
  described: { en: "{title}. {subtitle}", zh: "{title}。{subtitle}" },
  nothing: { en: "No data to draw", zh: "没有可绘制的数据" },
  wordsAfter: { en: "{subtitle}. {words}", zh: "{subtitle}。{words}" },
  tonnes: { en: "tonnes", zh: "吨" },
  thousandTonnes: { en: "thousand tonnes", zh: "千吨" },
  millionTonnes: { en: "million tonnes", zh: "百万吨" },
  billionTonnes: { en: "billion tonnes", zh: "十亿吨" },
  ofGas: { en: "{mass} of {gas}", zh: "{mass} {gas}" },
  aYear: { en: "{amount} a year", zh: "{amount}/年" },
  to: { en: "to", zh: "至" },
  perYear: { en: "{amount}/yr", zh: "{amount}/年" },
});

const masses = new Map([
  ["t", texts.tonnes()],
  ["kt", texts.thousandTonnes()],
  ["Mt", texts.millionTonnes()],
  ["Gt", texts.billionTonnes()],
]);

/** The place in which charts are drawn. */
export interface ChartHost {
  /** The reader's language, as a tag. */
  readonly language: string;
  /** The width of the reading column in pixels. */
  readonly width: number;
  /** The source line of datasets. */
  cite(names: readonly string[]): Node;
}

/** A chart being drawn: its data, its width, and how it writes. */
export interface Sketch<Kinds extends ChannelKinds, Options extends ChartOptions> extends ChartRows<Kinds> {
  readonly options: Options;
  readonly width: number;
  /** Too narrow for labels beside the drawing. */
  readonly isNarrow: boolean;
  /** The unit of the main channel. */
  readonly unit: string;
  say(message: Message): string;
  textOf(text: Text): string;
  /** A number and its unit, by default that of the main channel. */
  quantity(number: string, unit?: string): string;
  /** The ends of an interval. */
  interval(lo: number, hi: number): string;
  /**
   * The text of a tooltip: a heading, and lines of a label and a value with its unit; undefined ones are left out. A sentence that a
   * result has in English is written in the reader's language.
   */
  tip(heading: string, lines: readonly (TipLine | undefined)[]): string;
  /** The name of a code or value: by the option, by the declaration, or itself. */
  nameOf(code: unknown): string;
  /** The colour of a code or value, if the option or the declaration gives it one. */
  colourOf(code: unknown): string | undefined;
  /** The fact that a declaration states. */
  fact(name: string): string | number | undefined;
}

/** What a chart draws: options of Plot, and its words. */
export interface Drawing extends Omit<Plot.PlotOptions, "title" | "subtitle" | "caption"> {
  /** The finding. */
  readonly title: string;
  /** What is measured, if neither options nor declaration say it. */
  readonly measure?: string;
  /** The explanation of the drawing at the end of the subtitle: a text, or parts in colours. */
  readonly key?: readonly KeyPart[];
  /** The whole in words, for those who do not see it. */
  readonly words: string;
  /** The table behind a drawing whose marks do not have its rows. */
  readonly table?: readonly TableColumn[];
}

/** A column of the table behind a chart. */
export interface TableColumn {
  readonly name: Message;
  readonly unit?: string;
  readonly values: unknown[];
}

export type KeyPart = string | { readonly text: string; readonly colour: string };

/** A line of a tooltip. */
export type TipLine = readonly [label: Message | string, value: string, unit?: string] | string;

/** The size of text in figures, in pixels. */
export const FONT_SIZE = 12;

/** Below this width a figure has no room for labels on both sides. */
const NARROW = 480;

/** Defines a chart: its channels, of which the first of numbers gives the unit, and how it is drawn. */
export function defineChart<Kinds extends ChannelKinds, Options extends ChartOptions>(
  name: string,
  kinds: Kinds,
  own: readonly string[],
  draw: (sketch: Sketch<Kinds, Options>) => Drawing,
): (host: ChartHost) => Chart<Options> {
  const notForPlot = new Set([...Object.keys(kinds), ...own, ...common]);
  return (host) => {
    const optionsOf = (data: ChartInput, options = {} as Options): Plot.PlotOptions => {
      const sketch = sketchOf(name, kinds, data, options, host);
      const { say } = sketch;
      const {
        title,
        measure,
        key,
        words,
        table,
        marks = [],
        ...drawn
      } = sketch.rows.length > 0 ? draw(sketch) : empty(say);
      const heading = options.title === undefined ? titleOf(sketch, title) : options.title;
      const subtitle = options.subtitle === undefined ? subtitleOf(sketch, measure, key ?? []) : options.subtitle;
      const source = options.source === undefined ? sourceOf(sketch.datasets, host) : options.source;
      const description = say(
        texts.described({
          title: textContentOf(heading),
          subtitle: say(texts.wordsAfter({ subtitle: textContentOf(subtitle), words })),
        }),
      );
      const given = Object.entries(options).filter(
        ([option, value]) => !notForPlot.has(option) || isScale(option, value),
      );
      const scales = given.map(([option, value]) => {
        const chosen = (drawn as Readonly<Record<string, unknown>>)[option];
        return [option, isRecord(value) && isRecord(chosen) ? { ...chosen, ...value } : value];
      });
      return {
        ariaLabel: description,
        width: sketch.width,
        ...drawn,
        style: {
          fontFamily: "var(--font-sans)",
          fontSize: `${FONT_SIZE}px`,
          ...(isRecord(drawn.style) ? drawn.style : {}),
        } as Plot.PlotOptions["style"],
        ...Object.fromEntries(scales),
        ...(heading === null ? {} : { title: heading }),
        ...(subtitle === null ? {} : { subtitle }),
        ...(options.caption !== undefined ? { caption: options.caption } : source === null ? {} : { caption: source }),
        figure: true,
        marks: [...marks, ...(table ? [tableMark(table)] : []), ...(options.marks ?? [])],
      } as Plot.PlotOptions;
    };
    const chart = (data: ChartInput, options?: Options) => Plot.plot(optionsOf(data, options));
    return Object.assign(chart, { options: optionsOf }) as Chart<Options>;
  };
}

/** A mark that draws nothing and puts the table behind the picture. */
function tableMark(columns: readonly TableColumn[]): Plot.Markish {
  const table = {
    rows: columns[0]?.values.length ?? 0,
    columns: columns.map(({ name, unit = "", values }) => ({ name, field: "", unit, scale: "", values })),
  };
  const draw: Plot.RenderFunction = (_index, _scales, _values, _dimensions, { ownerSVGElement }) => {
    if (table.rows > 0) giveTable(ownerSVGElement, table);
    return null;
  };
  return draw;
}

/** Of no rows there is a figure with its words: that nothing was found is a result as well. */
function empty(say: (message: Message) => string): Drawing {
  const title = say(texts.nothing());
  return { title, words: title, height: 8, margin: 0, marks: [] };
}

/** Options of all charts that are not Plot's, or that are put together with the chart's own. */
const common = [
  "title",
  "subtitle",
  "source",
  "caption",
  "measure",
  "unit",
  "year",
  "name",
  "names",
  "colours",
  "filter",
  "marks",
];

/** Options of a scale under the name of a channel. */
function isScale(option: string, value: unknown): boolean {
  return (option === "x" || option === "y") && isRecord(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function sketchOf<Kinds extends ChannelKinds, Options extends ChartOptions>(
  name: string,
  kinds: Kinds,
  data: ChartInput,
  options: Options,
  host: ChartHost,
): Sketch<Kinds, Options> {
  const language = { tag: host.language };
  const drawn = chartRows(name, kinds, data, options);
  const { declared, units } = drawn;
  const width = typeof options.width === "number" ? options.width : host.width;
  const main = Object.keys(kinds).find((channel) => units[channel]);
  const textOf = (text: Text) => textIn(text, host.language);
  const unit = (main === undefined ? undefined : units[main]) ?? options.unit ?? String(declared?.facts.unit ?? "");
  const quantity = (number: string, of = unit) => {
    const [, amount = "", time] = /^(.*?)(\/yr)?$/.exec(of) ?? [];
    const written = writeQuantity(number, amount);
    return time ? writeMessage(texts.perYear({ amount: written }), language) : written;
  };
  return {
    ...drawn,
    options,
    width,
    isNarrow: width < NARROW,
    unit,
    say: (message) => writeMessage(message, language),
    textOf,
    quantity,
    interval: (lo, hi) => writeInterval(lo, hi, writeMessage(texts.to(), language)),
    tip(heading, lines) {
      const written = lines.flatMap((line) => {
        if (line === undefined || line === "") return [];
        if (typeof line === "string") return line.split("\n").map((each) => sentenceIn(each, host.language));
        const [label, value, unit = ""] = line;
        return [writeMessage(texts.labelled({ label, value: quantity(value, unit) }), language)];
      });
      return [heading, ...written].join("\n");
    },
    nameOf(code) {
      const word = declared?.words?.[String(code)];
      return lookUp(options.names, code) ?? (word ? textOf(word) : writeFormulas(String(code ?? "")));
    },
    colourOf(code) {
      const colour = lookUp(options.colours, code) ?? declared?.colours?.[String(code)];
      return colour === undefined ? undefined : paint(colour);
    },
    fact: (fact) => declared?.facts[fact],
  };
}

/** A value of a Map, an object or a function by a code. */
export function lookUp<Value>(
  values:
    | ReadonlyMap<unknown, Value>
    | Readonly<Record<string, Value>>
    | ((code: never) => Value | undefined)
    | undefined,
  code: unknown,
): Value | undefined {
  if (values === undefined) return undefined;
  if (typeof values === "function") return values(code as never);
  if (values instanceof Map) return values.get(code) as Value | undefined;
  return Object.hasOwn(values, String(code)) ? (values as Readonly<Record<string, Value>>)[String(code)] : undefined;
}

type AnySketch = Sketch<ChannelKinds, ChartOptions>;

/** What the figure is about, if that is known: `{name}: {finding}`. */
function titleOf(sketch: Pick<AnySketch, "options" | "say">, finding: string): string {
  const { name } = sketch.options;
  return name === undefined ? capitalised(finding) : sketch.say(texts.ofNamed({ name, finding }));
}

function subtitleOf<Kinds extends ChannelKinds, Options extends ChartOptions>(
  sketch: Sketch<Kinds, Options>,
  drawn: string | undefined,
  key: readonly KeyPart[],
): string | Node {
  const { options, declared, say, textOf, fact } = sketch;
  const measure = options.measure ?? drawn ?? (declared?.measure ? textOf(declared.measure) : "");
  const gas = /\b[A-Z]\S*\d\S*/.exec(sketch.unit)?.[0];
  const year = options.year ?? fact("year") ?? "";
  // The gas is said once.
  const isSaid = gas !== undefined && writeFormulas(measure).includes(writeFormulas(gas));
  const unit = writeUnit(isSaid ? sketch.unit.replace(` ${gas}`, "") : sketch.unit, say);
  const text =
    measure && year !== "" && unit
      ? say(texts.measured({ measure, year, unit }))
      : measure && year !== ""
        ? say(texts.measuredWithoutUnit({ measure, year }))
        : measure && unit
          ? say(texts.measuredUndated({ measure, unit }))
          : year !== "" && unit
            ? say(texts.datedUnit({ year, unit }))
            : measure || String(year) || unit;
  const isChinese = /[\u4e00-\u9fff]/.test(say(texts.tonnes()));
  const start = capitalised(writeFormulas(text));
  if (key.length === 0) return start;
  const subtitle = document.createElement("h3");
  subtitle.append(start, start === "" ? "" : isChinese ? "：" : ": ");
  for (const part of key) {
    if (typeof part === "string") subtitle.append(part);
    else {
      const coloured = document.createElement("span");
      coloured.style.color = part.colour;
      coloured.textContent = part.text;
      subtitle.append(coloured);
    }
  }
  return subtitle;
}

/** A unit in words where it is a mass: `Mt CO2` as `million tonnes of CO₂`. */
export function writeUnit(unit: string, say: (message: Message) => string): string {
  const [, amount = "", gas = "", time = ""] = /^(\S+?)((?: [A-Z]\S*?)*)(\/yr)?$/.exec(unit) ?? [];
  const mass = masses.get(amount);
  if (!mass) return writeFormulas(unit);
  const named = gas.trim() === "" ? say(mass) : say(texts.ofGas({ mass, gas: writeFormulas(gas.trim()) }));
  return time ? say(texts.aYear({ amount: named })) : named;
}

function sourceOf(datasets: readonly string[], host: ChartHost): Node | null {
  return datasets.length > 0 ? host.cite(datasets) : null;
}

/** The text of a title that may be a node. */
function textContentOf(text: string | Node | null | undefined): string {
  return (typeof text === "object" && text !== null ? text.textContent : text) ?? "";
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label within a sentence: its first letter small, unless it is an abbreviation or a name written so on purpose. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]+(?: [a-z-]+)*$/.test(label) && label.includes(" ")
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}
