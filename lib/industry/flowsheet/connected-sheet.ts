import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { type Block, isAdjustable } from "./block.ts";
import type { DegreesOfFreedom, Free, Sheet, Specification } from "./sheet.ts";

const texts = messages("industry.flowsheet", {
  noBlocks: { en: "The flowsheet has no blocks.", zh: "流程图中没有单元。" },
  twoBlocks: {
    en: "Two blocks are named {block}. Give each block its own name.",
    zh: "有两个单元同名：{block}。请为每个单元取不同的名称。",
  },
  noSource: {
    en: "The stream {stream} enters the block {block} but has no source. Give its numbers in `feeds`, or make it an outlet of a block.",
    zh: "物流 {stream} 进入单元 {block}，但没有来源。请在 `feeds` 中给出数值，或使其成为某个单元的出口。",
  },
  twoSources: {
    en: "The stream {stream} has two sources: the blocks {first} and {second}. Name their outlets apart and join them in a mixer.",
    zh: "物流 {stream} 有两个来源：单元 {first} 和 {second}。请将两个出口分别命名，再用混合器合并。",
  },
  fedAndMade: {
    en: "The stream {stream} is over-specified: `feeds` gives its numbers and the block {block} computes them. Leave it out of `feeds`; a first guess goes to `guesses`.",
    zh: "物流 {stream} 约束过多：`feeds` 给出了数值，而单元 {block} 又会计算它。请从 `feeds` 中去掉；初值请写入 `guesses`。",
  },
  twoDestinations: {
    en: "The stream {stream} enters two blocks, {first} and {second}. Split it first.",
    zh: "物流 {stream} 同时进入两个单元 {first} 和 {second}。请先用分流器分开。",
  },
  unusedFeed: {
    en: "The feed {stream} enters no block. Check its name; the inlets of blocks are {inlets}.",
    zh: "进料 {stream} 没有进入任何单元。请检查名称；各单元的入口有 {inlets}。",
  },
  otherSize: {
    en: "The stream {stream} has {count} numbers in `{where}`; expected {size}.",
    zh: "物流 {stream} 在 `{where}` 中有 {count} 个数，应为 {size} 个。",
  },
  notFinite: {
    en: "Number {at} of the stream {stream} in `{where}` is {value}; expected a finite number.",
    zh: "物流 {stream} 在 `{where}` 中的第 {at} 个数为 {value}，应为有限的数。",
  },
  noStream: {
    en: "`{where}` names the stream {stream}, which the flowsheet does not have; it has {streams}.",
    zh: "`{where}` 中的物流 {stream} 不在流程图中；流程图中的物流有 {streams}。",
  },
  noNumber: {
    en: "`{where}` names number {at} of the stream {stream}, which has the numbers 0 to {last}.",
    zh: "`{where}` 指定了物流 {stream} 的第 {at} 个数，而其编号为 0 至 {last}。",
  },
  computed: {
    en: "Number {at} of the stream {stream} cannot be free: the block {block} computes it. A number of a feed or a parameter of a block can be free.",
    zh: "物流 {stream} 的第 {at} 个数不能设为自由变量：它由单元 {block} 计算。可以设为自由变量的是进料的数或单元的参数。",
  },
  noParameter: {
    en: "The parameter {parameter} of the block {block} cannot be adjusted: there is none; those that can are {parameters}.",
    zh: "单元 {block} 没有参数 {parameter}，无法调整；可调的有 {parameters}。",
  },
  bounds: {
    en: "{name} may go from lo {lo} to hi {hi}, which is below it.",
    zh: "{name} 的下限 {lo} 大于上限 {hi}。",
  },
  none: { en: "none", zh: "（无）" },
  twice: { en: "`{where}` names {what} twice.", zh: "`{where}` 中 {what} 出现了两次。" },
  overSpecified: {
    en: "The flowsheet is over-specified by {count}: {specifications:and} are specified, and only {free} may change. Free a number of a feed or a parameter of a block, or leave a specification out.",
    zh: "流程图约束过多，多出 {count} 个：指定了 {specifications:and}，而可变的只有 {free}。请释放进料的一个数或单元的一个参数，或去掉一个设计规定。",
  },
  underSpecified: {
    en: "The flowsheet is under-specified by {count}: {free:and} are free, and only {specifications} are specified. Give a value or a specification for each.",
    zh: "流程图约束不足，缺少 {count} 个：{free:and} 为自由变量，而指定的只有 {specifications}。请为每个自由变量给出数值或设计规定。",
  },
});

/** A sheet whose streams are joined: where each comes from and goes to, and what is unknown. */
export interface ConnectedSheet {
  readonly sheet: Sheet;
  readonly streams: readonly string[];
  sizeOf(stream: string): number;
  /** The block that makes a stream; −1 for a feed. */
  readonly sources: ReadonlyMap<string, number>;
  /** The block that a stream enters; none for a product of the sheet. */
  readonly destinations: ReadonlyMap<string, number>;
  readonly free: readonly Free[];
  readonly specifications: readonly Specification[];
  readonly degrees: DegreesOfFreedom;
}

/** Joins blocks by the names of their streams. Throws IndustryError, which names stream and block, if that does not determine them. */
export function connect(sheet: Sheet): ConnectedSheet {
  const { blocks, size, sizes = {}, feeds, guesses = {}, free = [], specifications = [] } = sheet;
  if (blocks.length === 0) throw new IndustryError("blocks", texts.noBlocks());
  const sources = new Map<string, number>();
  const destinations = new Map<string, number>();
  const names = new Set<string>();
  const nameAt = (at: number) => blocks[at]!.name;
  for (const [at, { name, inlets, outlets }] of blocks.entries()) {
    if (names.has(name)) throw new IndustryError("blocks", texts.twoBlocks({ block: name }));
    names.add(name);
    for (const stream of outlets) {
      const other = sources.get(stream);
      if (other !== undefined)
        throw new IndustryError("blocks", texts.twoSources({ stream, first: nameAt(other), second: name }));
      if (Object.hasOwn(feeds, stream)) throw new IndustryError("feeds", texts.fedAndMade({ stream, block: name }));
      sources.set(stream, at);
    }
    for (const stream of inlets) {
      const other = destinations.get(stream);
      if (other !== undefined)
        throw new IndustryError("blocks", texts.twoDestinations({ stream, first: nameAt(other), second: name }));
      destinations.set(stream, at);
    }
  }
  for (const [stream, at] of destinations) {
    if (sources.has(stream)) continue;
    if (!Object.hasOwn(feeds, stream)) throw new IndustryError("feeds", texts.noSource({ stream, block: nameAt(at) }));
    sources.set(stream, -1);
  }
  for (const stream of Object.keys(feeds))
    if (!destinations.has(stream))
      throw new IndustryError("feeds", texts.unusedFeed({ stream, inlets: [...destinations.keys()].join(", ") }));
  const streams = [...sources.keys()];
  const sizeOf = (stream: string) => (Object.hasOwn(sizes, stream) ? sizes[stream]! : size);
  const joined = { blocks, sources, sizeOf };
  for (const [where, given] of [
    ["feeds", feeds],
    ["guesses", guesses],
  ] as const)
    for (const [stream, numbers] of Object.entries(given)) {
      checkStream(where, stream, joined);
      if (numbers.length !== sizeOf(stream))
        throw new IndustryError(where, texts.otherSize({ stream, where, count: numbers.length, size: sizeOf(stream) }));
      const wrong = numbers.findIndex((value) => !Number.isFinite(value));
      if (wrong >= 0)
        throw new IndustryError(where, texts.notFinite({ stream, where, at: wrong, value: String(numbers[wrong]) }));
    }
  for (const each of free) checkFree(each, joined);
  for (const { stream, at, value } of specifications) {
    checkNumber("specifications", stream, at, joined);
    if (!Number.isFinite(value))
      throw new IndustryError("specifications", texts.notFinite({ stream, where: "specifications", at, value }));
  }
  const freeNames = unique(
    "free",
    free.map((each) => nameOfFree(each, sheet)),
  );
  const specified = unique(
    "specifications",
    specifications.map((each) => nameOfNumber(each, sheet)),
  );
  if (specified.length > free.length)
    throw new IndustryError(
      "specifications",
      texts.overSpecified({
        count: specified.length - free.length,
        specifications: specified,
        free: freeNames.join(", ") || texts.none(),
      }),
    );
  if (free.length > specified.length)
    throw new IndustryError(
      "free",
      texts.underSpecified({
        count: free.length - specified.length,
        free: freeNames,
        specifications: specified.join(", ") || texts.none(),
      }),
    );
  const numbers = streams.reduce((sum, stream) => sum + sizeOf(stream), 0);
  const ofFeeds = free.filter((each) => "stream" in each).length;
  return {
    sheet,
    streams,
    sizeOf,
    sources,
    destinations,
    free,
    specifications,
    degrees: {
      unknowns: numbers + free.length - ofFeeds,
      equations: numbers - ofFeeds + specified.length,
    },
  };
}

interface Joined {
  readonly blocks: readonly Block[];
  readonly sources: ReadonlyMap<string, number>;
  sizeOf(stream: string): number;
}

function checkStream(where: string, stream: string, { sources }: Joined): void {
  if (!sources.has(stream))
    throw new IndustryError(where, texts.noStream({ where, stream, streams: [...sources.keys()].join(", ") }));
}

function checkNumber(where: string, stream: string, at: number, joined: Joined): void {
  checkStream(where, stream, joined);
  const last = joined.sizeOf(stream) - 1;
  if (!(Number.isInteger(at) && at >= 0 && at <= last))
    throw new IndustryError(where, texts.noNumber({ where, stream, at, last }));
}

/** Throws IndustryError, which names block, stream and parameter, if a number cannot be sought. */
export function checkFree(free: Free, joined: Joined): void {
  const { blocks, sources } = joined;
  const { lo = Number.NEGATIVE_INFINITY, hi = Number.POSITIVE_INFINITY } = free;
  if (lo > hi) {
    const name = "stream" in free ? `${free.stream}[${free.at}]` : `${free.block}.${free.parameter}`;
    throw new IndustryError("free", texts.bounds({ name, lo, hi }));
  }
  if ("stream" in free) {
    checkNumber("free", free.stream, free.at, joined);
    const source = sources.get(free.stream)!;
    if (source >= 0)
      throw new IndustryError(
        "free",
        texts.computed({ at: free.at, stream: free.stream, block: blocks[source]!.name }),
      );
    return;
  }
  const block = blocks.find(({ name }) => name === free.block);
  if (block && isAdjustable(block) && Object.hasOwn(block.parameters, free.parameter)) return;
  const parameters = blocks
    .filter(isAdjustable)
    .flatMap(({ name, parameters: of }) => Object.keys(of).map((parameter) => `${name}.${parameter}`));
  throw new IndustryError(
    "free",
    texts.noParameter({
      parameter: free.parameter,
      block: free.block,
      parameters: parameters.join(", ") || texts.none(),
    }),
  );
}

function unique(where: string, names: readonly string[]): readonly string[] {
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new IndustryError(where, texts.twice({ where, what: twice }));
  return names;
}

export function nameOfFree(free: Free, sheet: Sheet): string {
  return "stream" in free ? nameOfNumber(free, sheet) : `${free.block}.${free.parameter}`;
}

/** A number of a stream, as `feed[0]` or, with labels, `feed[H2]`. */
export function nameOfNumber(
  { stream, at }: { readonly stream: string; readonly at: number },
  { labels, sizes }: Sheet,
): string {
  const label = labels && !(sizes && Object.hasOwn(sizes, stream)) ? labels[at] : undefined;
  return `${stream}[${label ?? at}]`;
}
