import { describe, expect, it } from "vitest";
import { DialogueController } from "../../../../app/session/dialogue-controller.ts";
import { quotedCell } from "../../../../app/session/quoted-cell.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { notebookText } from "../../../e2e/notebook-text.ts";
import { ScriptedProvider } from "../../dialogue/model/scripted-provider.ts";
import { compute, FramelessNotebook } from "./frameless-notebook.ts";

function open(text = notebookText("t", ["1"])) {
  const notebook = new FramelessNotebook(text);
  return { notebook, dialogue: new DialogueController(notebook, compute) };
}

const question = "CO2 emissions of Spain in 2018";

describe("The dialogue of a notebook", () => {
  it("adds cells in one step that can be undone, and proposes them again when they are gone", async () => {
    const { notebook, dialogue } = open();
    await dialogue.ask(question);
    const { id } = dialogue.exchanges[0]!;
    expect(await dialogue.keep(id)).toBeNull();
    expect(notebook.sources).toHaveLength(4);
    expect(dialogue.cellOf(dialogue.find(id)!, "asked")).toBe(3);
    expect(dialogue.find(id)!.proposal).toBeNull();
    notebook.document.undo();
    expect(notebook.sources).toEqual(["1"]);
    expect(dialogue.cellOf(dialogue.find(id)!, "asked")).toBeNull();
    dialogue.propose(id);
    expect(dialogue.find(id)!.proposal).not.toBeNull();
    dialogue.discard(id);
    expect(writeMessage((await dialogue.keep(id)) as never)).toContain("proposes no cells any more");
  });

  it("gives the cells names that are free now, if the notebook has changed since they were proposed", async () => {
    const { notebook, dialogue } = open();
    await dialogue.ask(question);
    notebook.document.insert(1, "js", "const asked = 2, esp2018 = 3");
    expect(await dialogue.keep(dialogue.exchanges[0]!.id)).toBeNull();
    expect(notebook.sources.slice(2)).toEqual([
      expect.stringContaining("${asked2.year}"),
      "const asked2 = {year: 2018}",
      expect.stringMatching(/^const esp20182 = data\.query\(.*asked2\.year/s),
    ]);
  });

  it("says why cells could not be added, and proposes them still", async () => {
    const { notebook, dialogue } = open();
    await dialogue.ask(question);
    notebook.takes = false;
    const { id } = dialogue.exchanges[0]!;
    expect(writeMessage((await dialogue.keep(id)) as never)).toContain("could not be added");
    expect(dialogue.find(id)!.proposal).not.toBeNull();
    expect(notebook.sources).toEqual(["1"]);
  });

  it("plans a turn anew for what is chosen, and lets the cells of the earlier reply stand", async () => {
    const { notebook, dialogue } = open();
    await dialogue.ask(question);
    const { id, reply } = dialogue.exchanges[0]!;
    await dialogue.keep(id);
    await dialogue.choose(id, "year", 1990);
    const again = dialogue.find(id)!;
    expect(again.reply).toMatchObject({ kind: "answer" });
    expect(again.reply).not.toEqual(reply);
    expect(again.proposal?.cells.map(({ name }) => name)).toContain("asked2");
    expect(notebook.sources).toHaveLength(4);
    expect(dialogue.exchanges).toHaveLength(1);
  });

  it("stops a turn that is asked, and asks it again", async () => {
    const { dialogue } = open();
    const asking = dialogue.ask(question);
    expect(dialogue.exchanges[0]).toMatchObject({ state: "asking" });
    dialogue.stop();
    await asking;
    expect(dialogue.exchanges[0]).toMatchObject({ state: "failed", reply: null });
    expect(writeMessage(dialogue.exchanges[0]!.problem as never)).toBe("Stopped.");
    await dialogue.again(dialogue.exchanges[0]!.id);
    expect(dialogue.exchanges[0]).toMatchObject({ state: "replied", reply: { kind: "answer" } });
  });

  it("is found in the file again, is no context before it is reproduced, and can be cleared", async () => {
    const first = open();
    await first.dialogue.ask(question);
    const { notebook, dialogue } = open(first.notebook.document.text);
    expect(dialogue.exchanges).toMatchObject([{ state: "recorded", reply: null, turn: { text: question } }]);
    await dialogue.ask("and in Portugal?");
    expect(dialogue.exchanges[1]?.reply?.kind).not.toBe("answer");
    await dialogue.reproduce();
    expect(dialogue.exchanges[0]?.reproduced).toMatchObject([{ same: true }]);
    expect(dialogue.exchanges[1]?.reply).toMatchObject({ kind: "answer" });
    dialogue.clear();
    expect(notebook.document.text).toBe(notebookText("t", ["1"]));
  });

  it("puts a cell into one question for the model, and into no file", async () => {
    const provider = new ScriptedProvider(() => JSON.stringify({ say: "Good." }));
    const notebook = new FramelessNotebook(notebookText("t", ["1"]));
    let model: ScriptedProvider | null = provider;
    const dialogue = new DialogueController(notebook, compute, () => model);
    const cell = quotedCell(
      "const secret = 6 * 7;",
      ["secret"],
      new Map([["secret", { type: "number", size: "", preview: "42" }]]),
    );
    dialogue.quote(cell);
    await dialogue.askWithQuoted("glorphly CO2 of Spain in 2018");
    expect(dialogue.quoted).toBeNull();
    expect(provider.views.at(-1)!.quoted).toEqual([
      { name: "secret", text: "const secret = 6 * 7;\n\nsecret = 42 (number)" },
    ]);
    expect(notebook.conversation).toContain("glorphly");
    expect(notebook.conversation).not.toContain("secret");
    await dialogue.askWithQuoted("glorphly CO2 of France in 2018");
    expect(provider.views.at(-1)!.quoted).toBeUndefined();
    // Turned off meanwhile: nobody sees it.
    dialogue.quote(cell);
    model = null;
    await dialogue.askWithQuoted("glorphly CO2 of Italy in 2018");
    expect([dialogue.quoted, dialogue.exchanges.at(-1)!.turn.quoted]).toEqual([null, undefined]);
  });

  it("quotes of a long cell its beginning, and of one without a name its first line as its name", () => {
    const { name, text } = quotedCell(`1 + 1\n${"// and so on ".repeat(500)}`, [], new Map());
    expect(name).toBe("1 + 1");
    expect(text).toHaveLength(1000);
    const values = new Map([["a", { type: "string", size: "9000", preview: "z".repeat(9000) }]]);
    expect(quotedCell("const a = b();", ["a"], values).text.length).toBeLessThan(500);
  });
});
