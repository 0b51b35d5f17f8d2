import { type Message, messages } from "../../message/message.ts";
import type { SourceEffect } from "./first-order.ts";
import type { FootprintBase } from "./footprint-base.ts";

const texts = messages("mrio", {
  wideNormal: {
    en: "{source}: with errors of up to ± {percent} % and a normal distribution, flows can change sign; with a lognormal one they cannot.",
    zh: "{source}：正态分布下达 ± {percent} % 的误差会使流量变号；对数正态分布不会。",
  },
  ownErrors: {
    en: "{source}: {cells} cells have errors of their own, whose sum is drawn as normal; one cell makes at most {percent} % of its variance ({region}).",
    zh: "{source}：{cells} 个单元各有误差，其和按正态抽样；单个单元至多占其方差的 {percent} %（{region}）。",
  },
  heavyCell: {
    en: "{source}: in {region} one cell is so large that the tails of its own distribution may be visible.",
    zh: "{source}：在 {region} 有一个单元权重很大，其自身分布的尾部可能显现。",
  },
});

/** Above this half-width a normal error makes a flow change its sign too often (IPCC 2006, Vol 1, 3.2.2.4). */
const WIDE = 0.6 / 1.96;
const LARGE_SHARE = 0.1;

/** Notes on the sources. */
export function notesOf(effects: readonly SourceEffect[], { table }: FootprintBase): Message[] {
  return effects.flatMap(({ source, shared, cells }) => {
    const notes: Message[] = [];
    const { name } = source;
    const widest = shared ? shared.sd.reduce((most, sd) => Math.max(most, sd), 0) : 0;
    if (source.law === "normal" && widest > WIDE)
      notes.push(texts.wideNormal({ source: name, percent: (widest * 196).toFixed(0) }));
    if (cells) {
      const most = cells.largestShare.reduce((at, share, c) => (share > cells.largestShare[at]! ? c : at), 0);
      const share = cells.largestShare[most]!;
      const region = table.regions[most];
      notes.push(texts.ownErrors({ source: name, cells: cells.cells, percent: (100 * share).toFixed(1), region }));
      if (share > LARGE_SHARE) notes.push(texts.heavyCell({ source: name, region }));
    }
    return notes;
  });
}
