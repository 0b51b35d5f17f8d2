import { messages } from "../../message/message.ts";
import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { type SolvedSheet, type SolvingOptions, solveFlowsheet } from "../flowsheet/solve-flowsheet.ts";
import { IndustryError } from "../industry-error.ts";
import { COLDEST, HOTTEST } from "../operation/run-operation.ts";
import { Chemistry } from "../stream/chemistry.ts";
import { isMaterial, type MaterialStream } from "../stream/stream.ts";
import type { Substances } from "../substance/substances.ts";
import type { ProcessSheet } from "./process-sheet.ts";
import { ProcessVectors } from "./process-vectors.ts";
import { type SolvedProcess, solvedProcess } from "./solved-process.ts";

const texts = messages("industry.process", {
  negativeFlow: {
    en: "The feed {stream} has {flow} kg/h of {substance}; flows are 0 or more.",
    zh: "进料 {stream} 中 {substance} 为 {flow} kg/h；流量不应小于 0。",
  },
  temperature: {
    en: "The feed {stream} has a temperature of {temperature} °C; it must lie between −73 and 5700 °C.",
    zh: "进料 {stream} 的温度为 {temperature} °C，应在 −73 与 5700 °C 之间。",
  },
});

/** New substances are found at most this often: each reaction makes all of its products at once. */
const DISCOVERIES = 12;

/**
 * Operations and simple units joined by streams, recycles included, in steady state. Which substances flow is found by solving:
 * what a unit makes beside those that are carried is carried from then on.
 *
 * Throws IndustryError as `solveFlowsheet`, and if a unit is impossible in the state that was found; it names the unit.
 */
export async function solveProcess(
  sheet: ProcessSheet,
  substances: Substances,
  options: SolvingOptions = {},
  work: Work = uninterrupted,
): Promise<SolvedProcess> {
  const vectors = new ProcessVectors(sheet, substances);
  for (const [name, feed] of Object.entries(sheet.feeds)) if (isMaterial(feed)) checkFeed(name, feed);
  const real = new Chemistry(realArithmetic, substances);
  const carried = namedSubstances(sheet, real);
  vectors.checkGuesses();
  for (let round = 0; ; round++) {
    const found = new Set<string>();
    const names = [...carried];
    let solved: SolvedSheet | undefined;
    try {
      solved = await solveFlowsheet(vectors.flowsheet(names, found), options, work);
    } catch (error) {
      // Without what its units make, a sheet need not have a state.
      if (found.size === 0 || round >= DISCOVERIES) throw error;
    }
    if (solved && found.size === 0) return solvedProcess(vectors, real, solved, names);
    for (const name of found) carried.add(name);
  }
}

/** Substances that feeds, guesses and specifications name. Throws IndustryError for one that is not known. */
function namedSubstances(
  { units, feeds, specifications, guesses = {} }: ProcessSheet,
  real: Chemistry<number>,
): Set<string> {
  const given = [...Object.values(feeds), ...Object.values(guesses)];
  const carried = new Set(given.flatMap((stream) => (isMaterial(stream) ? Object.keys(stream.flows) : [])));
  for (const { operation, parameters } of units)
    if (operation === "separator") for (const name of Object.keys(parameters)) real.substance(name);
  for (const { quantity, by } of specifications) {
    if (typeof quantity !== "string") carried.add(quantity.substance);
    if ("feed" in by) carried.add(by.substance);
  }
  for (const name of carried) real.substance(name);
  return carried;
}

function checkFeed(stream: string, { flows, temperature }: MaterialStream<number>): void {
  for (const [substance, flow] of Object.entries(flows))
    if (!(flow >= 0)) throw new IndustryError(stream, texts.negativeFlow({ stream, flow, substance }));
  if (!(temperature > COLDEST && temperature < HOTTEST))
    throw new IndustryError(
      stream,
      texts.temperature({ stream, temperature: Number((temperature - 273.15).toFixed(2)) }),
    );
}
