import { describe, expect, test } from "vitest";
import { hashOf } from "../../../kernel/values/canonical.ts";
import { valueAt } from "../../../lib/dialogue/result-path.ts";
import { openServices, runCells } from "../headless/services.ts";
import { shippedDialogue } from "./shipped-dialogue.ts";

const services = openServices();
const opened = shippedDialogue;

/** One of each kind of plan: a query, a join, an aggregate over a group, a comparison, handles, factors, tools with units. */
const questions = [
  "territorial emissions of Austria in 2005",
  "per capita emissions of the G7 in 2015",
  "What share of the world's emissions did Vietnam have in 2010?",
  "How did the emissions of Italy change from 1995 to 2015?",
  "cumulative fossil CO2 of Sweden 1950 to 1980",
  "four largest emitters in 2001",
  "land use emissions of Peru in 1999",
  "consumption-based CO2 of Spain in 2009 in the input-output table",
  "Convert 12 t of SF6 to CO2 equivalent with AR4 GWP100",
  "CO2 from burning 40 kt of lignite with IPCC default factors",
  "N2O of 20 kt of adipic acid",
  "location based scope 2 of 70 MWh electricity bought in Chile in 2019",
];

describe("The cells of an answer", () => {
  test.each(questions)("%s", async (text) => {
    const dialogue = await opened;
    const reply = await dialogue.ask({ turns: [{ text }] });
    if (reply.kind !== "answer") throw new Error(`${text} is not answered: ${JSON.stringify(reply)}`);
    const { values, failed } = await runCells(
      services,
      reply.cells.map(({ kind, source }) => ({ kind, source })),
    );
    expect(failed).toBe(0);
    expect(reply.values.length).toBeGreaterThan(0);
    for (const { cell, path, value, hash } of reply.values) {
      expect([cell, hashOf(values.get(cell))]).toEqual([cell, hash]);
      expect(valueAt(cell, values.get(cell), path)).toEqual(value);
    }
  });
});
