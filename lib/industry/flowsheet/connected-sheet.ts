import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { type Block, isAdjustable } from "./block.ts";
import { type JoinedStreams, joinedStreams } from "./joined-streams.ts";
import type { DegreesOfFreedom, Free, Sheet, Specification } from "./sheet.ts";

const texts = messages("industry.flowsheet", {
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
export interface ConnectedSheet extends JoinedStreams {
  readonly sheet: Sheet;
  readonly streams: readonly string[];
  sizeOf(stream: string): number;
  readonly free: readonly Free[];
  readonly specifications: readonly Specification[];
  readonly degrees: DegreesOfFreedom;
}

/** Joins blocks by the names of their streams. Throws IndustryError, which names stream and block, if that does not determine them. */
export function connect(sheet: Sheet): ConnectedSheet {
  const { blocks, size, sizes = {}, feeds, guesses = {}, free = [], specifications = [] } = sheet;
  const { sources, destinations } = joinedStreams(sheet);
  const streams = [...sources.keys()];
  const sizeOf = (stream: string) => (Object.hasOwn(sizes, stream) ? sizes[stream]! : size);
  const joined = { blocks, sources, sizeOf };
  for (const [stream, numbers] of Object.entries(feeds)) checkNumbers("feeds", stream, numbers, joined);
  for (const [stream, numbers] of Object.entries(guesses)) checkNumbers("guesses", stream, numbers, joined);
  for (const each of free) checkFree(each, joined);
  for (const { stream, at, value } of specifications) {
    checkNumber("specifications", stream, at, joined);
    if (!Number.isFinite(value))
      throw new IndustryError("specifications", texts.notFinite({ stream, where: "specifications", at, value }));
  }
  checkDegrees(sheet);
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
      equations: numbers - ofFeeds + specifications.length,
    },
  };
}

function checkNumbers(where: "feeds" | "guesses", stream: string, numbers: readonly number[], joined: Joined): void {
  checkStream(where, stream, joined);
  const size = joined.sizeOf(stream);
  if (numbers.length !== size)
    throw new IndustryError(where, texts.otherSize({ stream, where, count: numbers.length, size }));
  const wrong = numbers.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw new IndustryError(where, texts.notFinite({ stream, where, at: wrong, value: String(numbers[wrong]) }));
}

/** As many specifications as free numbers, each named once. */
function checkDegrees(sheet: Sheet): void {
  const { free = [], specifications = [] } = sheet;
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
