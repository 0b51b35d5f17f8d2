import { beforeAll, describe, expect, it } from "vitest";
import { baseOf, insertionsOf, proposalOf } from "../../../../app/session/dialogue-proposal.ts";
import type { Dialogue } from "../../../../kernel/dialogue/dialogue.ts";
import { type Cell, parseNotebook } from "../../../../kernel/document/index.ts";
import { hashOf } from "../../../../kernel/values/canonical.ts";
import { writeFormulas } from "../../../../lib/charts/number-text.ts";
import type { Answer } from "../../../../lib/dialogue/reply.ts";
import { valueAt } from "../../../../lib/dialogue/result-path.ts";
import { writeAssumptions, writeTemplate } from "../../../../lib/dialogue/write-reply.ts";
import { shippedDialogue } from "../../dialogue/shipped-dialogue.ts";
import { openServices, runCells } from "../../headless/services.ts";

const services = openServices();
let dialogue: Dialogue;

beforeAll(async () => {
  dialogue = await shippedDialogue;
});

async function answerTo(text: string): Promise<Answer> {
  const reply = await dialogue.ask({ turns: [{ text }] });
  if (reply.kind !== "answer") throw new Error(`“${text}” is not answered.`);
  return reply;
}

/** A notebook in which names of replies are taken. */
const { cells } = parseNotebook(
  '<notebook><title>t</title><script id="1" type="module">const asked = 1, assumed = 2, ranking = 3, esp2018 = 4, total = 5</script></notebook>',
) as { cells: readonly Cell[] };

/** The text of an output; parts of figures may be marked up in it. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("&nbsp;", "\u00a0")
    .trim();
}

describe("The cells of a reply, kept in a notebook in which their names are taken", () => {
  it.each([
    "CO2 emissions of Spain in 2018",
    "CO2 emissions of India and Brazil in 2000 and 2010",
    "Cumulative fossil CO2 of Germany from 1990 to 2020",
    "Which five countries emitted most fossil CO2 in 2019?",
    "Population of Kenya in 2015",
    "China's share of world fossil CO2 in 2020",
    "How did the fossil CO2 emissions of France change between 1990 and 2020?",
    "2019年日本的人均二氧化碳排放",
    "Do a life cycle assessment of one kilogram of hot rolled steel coil by blast furnace",
  ])("compute the figures of the reply and write its sentence: %s", async (question) => {
    const answer = await answerTo(question);
    const proposal = proposalOf(answer, cells);
    expect(proposal.base).toBe(baseOf(cells));
    const operations = insertionsOf(proposal.cells, cells, { after: 1, first: 2, language: "en" });
    const kept = operations.map(({ cell }) => ({ kind: cell.kind, source: cell.source }));
    const ran = await runCells(services, [{ kind: "js", source: cells[0]!.source }, ...kept]);
    expect(ran.failed).toBe(0);
    const nameOf = new Map(proposal.cells.map(({ planned, name }) => [planned, name]));
    for (const { cell, path, value, hash } of answer.values) {
      const now = ran.values.get(nameOf.get(cell)!);
      expect(hashOf(now)).toBe(hash);
      expect(valueAt(cell, now, path)).toEqual(value);
    }
    const sentences = [writeTemplate(answer.text, answer, "en"), ...writeAssumptions(answer.plan.assumed, "en")];
    const written = writeFormulas(sentences.join(" ").replaceAll("`", ""));
    expect(textOf(ran.cells[1]!.html)).toBe(written);
  });
});
