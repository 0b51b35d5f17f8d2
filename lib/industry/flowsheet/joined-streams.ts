import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import type { Sheet } from "./sheet.ts";

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
});

/** The ends of the streams of a sheet, by their names. */
export interface JoinedStreams {
  /** The block that makes a stream; −1 for a feed. */
  readonly sources: ReadonlyMap<string, number>;
  /** The block that a stream enters; none for a product of the sheet. */
  readonly destinations: ReadonlyMap<string, number>;
}

/** Where each stream comes from, blocks before feeds, and where it goes. */
export function joinedStreams({ blocks, feeds }: Sheet): JoinedStreams {
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
  return { sources, destinations };
}
