import { describe, expect, it } from "vitest";
import { ghostsOfReply } from "../../../../app/session/dialogue-ghosts.ts";
import { textId } from "../../../../app/session/dialogue-proposal.ts";
import { ghostsOfComparison } from "../../../../app/session/ghosts.ts";
import { compareVersions, parseNotebook } from "../../../../kernel/document/index.ts";
import type { Answer } from "../../../../lib/dialogue/reply.ts";

const notebook = (...sources: readonly (readonly [id: number, source: string])[]) =>
  parseNotebook(
    `<notebook><title>t</title>${sources.map(([id, source]) => `<script id="${id}" type="module">${source}</script>`).join("")}</notebook>`,
  );

const base = notebook([1, "const a = 1"], [2, "const b = 2"], [3, "const c = 3"]);
const changesOf = (mine: typeof base, theirs: typeof base) =>
  ghostsOfComparison(compareVersions(base, mine, theirs)).map(({ change, cell, source }) => [change, cell, source]);

describe("The ghosts of another version", () => {
  it("stand at the cells that it changes and removes, and new ones below those before them", () => {
    const theirs = notebook([9, "first"], [1, "const a = 41"], [7, "one"], [8, "two"], [3, "const c = 3"]);
    expect(changesOf(base, theirs)).toEqual([
      ["insert", null, "first"],
      ["edit", 1, "const a = 41"],
      ["insert", 1, "one"],
      ["insert", 1, "two"],
      ["remove", 2, ""],
    ]);
  });

  it("say what came of their cells when they ran", () => {
    const theirs = notebook([1, "const a = 41"], [7, "one"], [2, "const b = 2"], [3, "const c = 3"]);
    const ghosts = ghostsOfComparison(compareVersions(base, base, theirs), [
      { cell: 1, status: "ran", shows: ["a = 41"] },
      { cell: 7, status: "failed", shows: [], why: "one is not defined" },
    ]);
    expect(ghosts.map(({ results }) => results)).toEqual([["a = 41"], ["one is not defined"]]);
  });

  it("are none where both sides changed a cell, or only this one did", () => {
    const mine = notebook([1, "const a = 7"], [2, "const b = 2"], [3, "const c = 30"]);
    const theirs = notebook([1, "const a = 41"], [2, "const b = 2"], [3, "const c = 3"]);
    expect(changesOf(mine, theirs)).toEqual([]);
  });
});

const answer: Pick<Answer, "text" | "values" | "plan"> = {
  plan: { steps: [], read: [], assumed: [], wants: [], by: "planner" },
  values: [
    {
      name: { en: "mean CO2", zh: "CO2 均值" },
      value: 971,
      unit: "Mt CO2",
      cell: "models",
      path: "mean",
      hash: "00",
      source: [],
      lo: 436,
      hi: 1365,
      range: "models",
    },
  ],
  text: { en: ["It is ", { ref: 0 }, "."], zh: ["为 ", { ref: 0 }, "。"] },
};

describe("The ghosts of a reply", () => {
  const proposal = {
    base: "",
    cells: [
      { planned: textId, name: "", source: { en: "It is ${x}.", zh: "为 ${x}。" }, needs: ["models"] },
      { planned: "models", name: "models2", source: "const models2 = 1", needs: [] },
    ],
  };

  it("say what their cells give, the sentence with its figures, and a figure with its range", () => {
    expect(ghostsOfReply(answer, proposal, 4, new Set(["models"]), "en")).toEqual([
      {
        change: "insert",
        cell: 4,
        kind: "md",
        source: "It is ${x}.",
        results: ["It is 971\u00a0Mt CO₂."],
        chosen: false,
      },
      {
        change: "insert",
        cell: 4,
        kind: "js",
        source: "const models2 = 1",
        results: ["mean CO₂: 971\u00a0Mt CO₂ (440–1370\u00a0Mt CO₂, range of the models)"],
        chosen: true,
      },
    ]);
  });

  it("are in the language of the reader", () => {
    const [sentence, cell] = ghostsOfReply(answer, proposal, null, new Set(), "zh");
    expect([sentence?.source, sentence?.results]).toEqual(["为 ${x}。", ["为 971\u00a0Mt CO₂。"]]);
    expect(cell?.results).toEqual(["CO₂ 均值：971\u00a0Mt CO₂（440–1370\u00a0Mt CO₂，各模型的范围）"]);
  });
});
