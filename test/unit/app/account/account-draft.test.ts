import { expect, test } from "vitest";
import { choicesFor } from "../../../../app/workbench/account/account-choices.ts";
import { AccountDraft } from "../../../../app/workbench/account/account-draft.ts";
import { decide, emptyMapping, withAnswer } from "../../../../app/workbench/account/mapping-edits.ts";
import { accountOf, lineOf, readOf, unmatched } from "./hand-made-account.ts";
import { handMadeDesk } from "./hand-made-desk.ts";

const lines = [lineOf("Diesel", 2), lineOf("diesel ", 3), unmatched("Valves", 4)];
const sheets = [{ name: "Energy", rows: [["Name", "Amount"]] }];

/** A worker that answers when it is let, and rejects what is ended. */
function worker() {
  const calls: { tool: string; input: Record<string, unknown>; answer: () => void; signal: AbortSignal }[] = [];
  const call = (tool: string, input: unknown, { signal }: { signal?: AbortSignal } = {}) =>
    new Promise<unknown>((resolve, reject) => {
      signal!.addEventListener("abort", () => reject(signal!.reason));
      const result = tool === "account.read" ? readOf(lines) : accountOf(lines);
      calls.push({ tool, input: input as Record<string, unknown>, answer: () => resolve(result), signal: signal! });
    });
  return { calls, call };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function ready() {
  const { calls, call } = worker();
  const draft = new AccountDraft(
    handMadeDesk(call, sheets),
    choicesFor({ is: "file", file: "energy.xlsx" }),
    emptyMapping,
  );
  void draft.run();
  calls[0]!.answer();
  await settle();
  calls[1]!.answer();
  await settle();
  return { draft, calls };
}

test("The sheets are read, and then the account of their lines is computed", async () => {
  const { draft, calls } = await ready();
  expect(calls.map(({ tool }) => tool)).toEqual(["account.read", "account.compute"]);
  expect(calls[0]!.input).toEqual({ file: "energy.xlsx", answers: {} });
  expect(calls[1]!.input).toMatchObject({ asked: { answers: {} }, mapping: emptyMapping });
  expect(draft.kind).toBe("company");
  expect(draft.asks.map(({ key }) => key)).toEqual(["litres"]);
  // What is in no figure comes first; lines of one name are one entry.
  expect(draft.groups.map(({ line, state, count }) => [line.name, state, count])).toEqual([
    ["Valves", "nothing", 1],
    ["Diesel", "sure", 2],
  ]);
});

test("A correction computes the account anew, an answer and another head read the sheets anew", async () => {
  const { draft, calls } = await ready();
  void draft.map(decide(draft.mapping, lines[2]!, { is: "to", to: "fuel:petrol" }));
  expect(calls.at(-1)!.tool).toBe("account.compute");
  void draft.map(withAnswer(draft.mapping, "litres", "diesel"));
  expect(calls.at(-1)).toMatchObject({ tool: "account.read", input: { answers: { litres: "diesel" } } });
  void draft.choose({ heads: { Energy: 3 } });
  expect(calls.at(-1)!.input).toMatchObject({ head: { Energy: 3 } });
  expect(calls.slice(2).map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
});

test("What was overtaken before the sheets were read is read by the next computation", async () => {
  const { draft, calls } = await ready();
  void draft.choose({ sheets: ["Energy"] });
  void draft.choose({ year: 2023 });
  expect(calls.at(-1)).toMatchObject({ tool: "account.read", input: { sheet: ["Energy"] } });
  calls.at(-1)!.answer();
  await settle();
  expect(calls.at(-1)).toMatchObject({ tool: "account.compute", input: { year: 2023 } });
});

test("A stopped computation leaves what there was, says so, and runs again on request", async () => {
  const { draft, calls } = await ready();
  const before = draft.account;
  void draft.choose({ region: "DEU" });
  draft.stop();
  await settle();
  expect([draft.progress, draft.problem, draft.isEnded, draft.account]).toEqual([null, null, true, before]);
  void draft.run();
  expect(draft.isEnded).toBe(false);
  calls.at(-1)!.answer();
  await settle();
  expect(draft.progress).toBeNull();
});

test("What cannot be computed says why", async () => {
  const call = () => Promise.reject(new Error("No sheet has lines."));
  const draft = new AccountDraft(handMadeDesk(call, sheets), choicesFor({ is: "file", file: "a.csv" }), emptyMapping);
  await draft.run();
  expect([draft.problem, draft.account, draft.progress]).toEqual(["No sheet has lines.", null, null]);
});
