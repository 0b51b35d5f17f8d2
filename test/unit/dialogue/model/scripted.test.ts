import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Dialogue, openDialogue } from "../../../../kernel/dialogue/dialogue.ts";
import { adviserOf } from "../../../../kernel/dialogue/model/adviser.ts";
import type { Step } from "../../../../lib/dialogue/plan.ts";
import type { Reply } from "../../../../lib/dialogue/reply.ts";
import { loadTool } from "../../../../lib/load-tools.ts";
import { nakedFigures } from "./naked-figures.ts";
import { RecordingHost } from "./recording-host.ts";
import { hostile, type Script, ScriptedProvider, sloppy } from "./scripted-provider.ts";

const root = join(import.meta.dirname, "../../../..");
const { datasets } = JSON.parse(readFileSync(join(root, "datasets/catalogue.json"), "utf8"));
/** Every third question: what a model says does not depend on which, and each is asked five times. */
const questions = readFileSync(join(root, "test/reference/dialogue/questions.jsonl"), "utf8")
  .trim()
  .split("\n")
  .filter((_, i) => i % 3 === 0)
  .map((line): { turns: string[] } => JSON.parse(line));

const host = new RecordingHost();
let dialogue: Dialogue;
/** What the planner replies alone. */
let alone: readonly Reply[];
/** What planning alone calls: tools, and views of resources. */
let planned: ReadonlySet<string>;

beforeAll(async () => {
  dialogue = await openDialogue(host, datasets);
  const replies: Reply[] = [];
  for (const { turns } of questions) replies.push(await reply(turns));
  alone = replies;
  planned = new Set(host.calls.map(({ tool }) => tool));
}, 120_000);

function reply(turns: readonly string[], provider?: ScriptedProvider): Promise<Reply> {
  return dialogue.ask({ turns: turns.map((text) => ({ text })) }, undefined, provider ? adviserOf(provider) : null);
}

/** The same question with a word that nobody knows in its sentence, for which the planner refuses most of them. */
function obscured(turns: readonly string[]): string[] {
  return [...turns.slice(0, -1), turns.at(-1)!.replace(/[?？。.!]?$/, (end) => ` glorphly${end}`)];
}

/** The names with digits that model replies may have: of the model and of columns, datasets and tools. */
const columns = new Set<string>(
  datasets.flatMap(({ name, columns }: { name: string; columns: { name: string }[] }) => [
    name,
    ...columns.map((column) => column.name),
  ]),
);
const isName = (name: string) =>
  dialogue.lexicon.isName(name) ||
  name === "scripted-1b" ||
  name.split(".").every((part) => columns.has(part) || /^[a-z]*\d?$/i.test(part));

interface Asked {
  readonly reply: Reply;
  readonly turns: readonly string[];
  readonly provider: ScriptedProvider;
}

/** What a script leads to, for every question of the set as the planner does not understand it. */
async function ask(script: (i: number) => Script): Promise<Asked[]> {
  const all: Asked[] = [];
  for (const [i, question] of questions.entries()) {
    const turns = obscured(question.turns);
    const provider = new ScriptedProvider(script(i));
    all.push({ reply: await reply(turns, provider), turns, provider });
  }
  return all;
}

describe("A scripted model over a third of the set", () => {
  it.each([
    ["sloppy", sloppy],
    ["hostile", hostile],
  ])("that is %s gives no figure, no effect that nobody asked for, and changes no answer", async (_, scripts) => {
    const names = Object.keys(scripts);
    const before = host.calls.length;
    const all = await ask((i) => scripts[names[i % names.length]!]!);
    expect(all.filter(({ provider }) => provider.views.length > 0).length).toBeGreaterThan(questions.length / 2);
    for (const [i, { reply, turns }] of all.entries()) {
      const label = `${names[i % names.length]}: ${turns.at(-1)}`;
      expect([label, nakedFigures(reply, turns.join(" "), isName)]).toEqual([label, []]);
      if (reply.kind === "answer") expect([label, reply.plan.by]).toEqual([label, "planner"]);
      expect(JSON.stringify(reply)).not.toMatch(/evil\.example|alert\(|(?<![\d.])9999(?!\d)|<script/);
    }
    const tools = new Set(host.calls.slice(before).map(({ tool }) => tool));
    expect([...tools].filter((tool) => !planned.has(tool))).toEqual([]);
  });

  it("is not asked about what the planner understands, and changes nothing of it", async () => {
    const names = Object.keys(hostile);
    for (const [i, { turns }] of questions.entries()) {
      const provider = new ScriptedProvider(hostile[names[i % names.length]!]!);
      const now = await reply(turns, provider);
      const before = alone[i]!;
      if (before.kind !== "refuse") expect(now).toEqual(before);
      else expect([now.kind, before.reason !== "not understood"]).toEqual(["refuse", provider.views.length === 0]);
    }
  });

  it("that is good answers what the planner does not understand, by the same plan with the same hashes", async () => {
    const before = host.calls.length;
    const right = new Map<string, Step>();
    for (const [i, { turns }] of questions.entries()) {
      const first = alone[i]!;
      if (first.kind === "answer" && first.plan.steps.length === 1)
        right.set(obscured(turns).at(-1)!, first.plan.steps[0]!);
    }
    const script: Script = ({ question }) => {
      const step = right.get(question);
      return step ? JSON.stringify({ tool: step.tool, args: step.args }) : JSON.stringify({ say: "I do not know." });
    };
    const all = await ask(() => script);
    const byModel = all.filter(({ reply }) => reply.kind === "answer" && reply.plan.by !== "planner");
    expect(byModel.length).toBeGreaterThan(10);
    for (const { reply, turns } of byModel) {
      if (reply.kind !== "answer") continue;
      const step = right.get(turns.at(-1)!)!;
      expect(reply.plan.steps.map(({ tool, args }) => ({ tool, args }))).toEqual([
        { tool: step.tool, args: step.args },
      ]);
      expect(reply.plan.by).toEqual({ provider: "script", model: "scripted-1b" });
      expect(reply.plan.read.some(({ via }) => via === "model")).toBe(true);
      const planner = alone[all.findIndex((each) => each.reply === reply)]!;
      const hashes = new Set(planner.kind === "answer" ? planner.values.map(({ hash }) => hash) : []);
      for (const { hash } of reply.values) expect(hashes).toContain(hash);
      expect(JSON.stringify(reply.text)).toContain("scripted-1b");
      expect(nakedFigures(reply, turns.join(" "), isName)).toEqual([]);
    }
    for (const { tool } of host.calls.slice(before)) expect(planned.has(tool) || (await loadTool(tool))).toBeTruthy();
  });
});

describe("A model", () => {
  it("is asked only about the last turn, and never about what only a person may choose", async () => {
    const provider = new ScriptedProvider(() => JSON.stringify({ say: "Good." }));
    await reply(["bake glorphly pie", "CO2 emissions of Spain in 2018"], provider);
    await reply(["Who is to blame for the glorphly CO2 in China's exports?"], provider);
    expect(provider.views).toEqual([]);
  });

  it("is shown the question, readings and cards, and quoted cells cut short", async () => {
    const provider = new ScriptedProvider(() => JSON.stringify({ say: "Good." }));
    const quoted = [{ name: "total", text: "z".repeat(9000) }];
    const text = "glorphly CO2 of Spain in 2018";
    const refused = await dialogue.ask({ turns: [{ text, quoted }] }, undefined, adviserOf(provider));
    const [view] = provider.views;
    expect(Object.keys(view!).sort()).toEqual(["datasets", "question", "quoted", "read", "tools", "unexplained"]);
    expect(view!.question).toBe(text);
    expect(view!.unexplained).toEqual(["glorphly"]);
    expect(view!.read).toContainEqual({ slot: "year", value: 2018, words: "2018" });
    expect(view!.tools.map(({ name }) => name)).toContain("data.query");
    expect(view!.tools.every(({ effect }) => effect === "read" || effect === "compute")).toBe(true);
    expect(view!.quoted![0]!.text.length).toBeLessThan(1600);
    expect(JSON.stringify(view).length).toBeLessThan(30_000);
    expect(refused.kind === "refuse" && JSON.stringify(refused.sentence)).toContain("remarks: “");
  });

  it("that is sloppy once is asked once more, with the reason, and not a third time", async () => {
    const texts = ["{", JSON.stringify({ say: "Good." })];
    const mended = new ScriptedProvider(() => texts.shift()!);
    const remarked = await reply(["glorphly CO2 of Spain in 2018"], mended);
    expect(mended.views.map(({ rejected }) => rejected)).toEqual([undefined, "its answer is not one JSON object"]);
    expect(JSON.stringify(remarked)).toContain("Good.");
    const never = new ScriptedProvider(() => "{");
    await reply(["glorphly CO2 of Spain in 2018"], never);
    expect(never.views).toHaveLength(2);
  });

  it("stops when the person does", async () => {
    const abort = new AbortController();
    const reason = new Error("stopped");
    const provider = new ScriptedProvider(() => {
      abort.abort(reason);
      return "{";
    });
    const asked = dialogue.ask(
      { turns: [{ text: "glorphly CO2 of Spain in 2018" }] },
      abort.signal,
      adviserOf(provider),
    );
    await expect(asked).rejects.toBe(reason);
    expect(provider.views).toHaveLength(1);
  });

  it("asks back with values of the slot, in the words of the program", async () => {
    const script: Script = () =>
      JSON.stringify({ ask: "Is it 9999 Mt?", slot: "place", options: ["FRA", "Atlantis", "DEU"] });
    const asked = await reply(["glorphly CO2 in 2018"], new ScriptedProvider(script));
    if (asked.kind !== "ask") throw new Error(`It is a ${asked.kind}.`);
    expect(asked.pending.by).toEqual({ provider: "script", model: "scripted-1b" });
    expect(asked.options.map(({ value }) => value).sort()).toEqual(["DEU", "FRA"]);
    expect(asked.question.en).toBe("Which of these is meant?");
  });
});
