import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseDraft, type Draft } from "../../../app/session/draft.ts";

function draft(fields: Partial<Draft>): Draft {
  return { name: "n", writer: "w", base: "v1", baseText: "", editing: "", changed: true, time: 0, ...fields };
}

const drafts: fc.Arbitrary<Draft[]> = fc
  .array(
    fc.record({
      base: fc.constantFrom("v1", "v2", null),
      editing: fc.constantFrom("a", "b", "c"),
      changed: fc.boolean(),
      time: fc.nat(9),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((fields, i) => draft({ ...fields, writer: String(i) })));

describe("Among the drafts that were left", () => {
  it("the newest that holds changes is gone on from, whatever version it began with", () => {
    const old = draft({ writer: "old", base: "v0", time: 5 });
    const history = draft({ writer: "history", changed: false, time: 9 });
    expect(chooseDraft([history, old], "v1")).toEqual({ draft: old, others: [], obsolete: [history] });
  });

  it("a history without changes goes on only over the version it belongs to", () => {
    const history = draft({ changed: false });
    expect(chooseDraft([history], "v1").draft).toBe(history);
    expect(chooseDraft([history], "v2")).toEqual({ draft: null, others: [], obsolete: [history] });
  });

  it("nothing that was typed is passed over: it is gone on from, offered, or the same as what is gone on from", () => {
    fc.assert(
      fc.property(drafts, fc.constantFrom("v1", "v2", null), (all, version) => {
        const choice = chooseDraft(all, version);
        for (const each of all.filter(({ changed }) => changed)) {
          const kept = [choice.draft, ...choice.others];
          const isKept = kept.includes(each);
          const isTwin = kept.some((other) => other?.editing === each.editing && other.base === each.base);
          expect(isKept || isTwin).toBe(true);
        }
        expect([choice.draft, ...choice.others, ...choice.obsolete].filter(Boolean)).toHaveLength(all.length);
      }),
    );
  });
});
