import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CellReporter } from "../../../app/frame/cell-reporter.ts";
import type { CellView } from "../../../app/frame/cell-view.ts";
import type { DocumentCell } from "../../../kernel/document/document-cell.ts";
import type { CellState } from "../../../kernel/runtime/state.ts";
import type { CellReport } from "../../../kernel/sandbox/protocol.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const IDS = [1, 2, 3];

/** A reporter of three cells, with what it sent to the page and how often it rendered each cell. */
function reporting() {
  const cells = new Map<number, DocumentCell>(IDS.map((id) => [id, { id, kind: "js", source: "1", attributes: {} }]));
  const edited = new Set<number>();
  const state: CellState = { status: "fresh", runs: 1 };
  let rendered = 0;
  const views = new Map(IDS.map((id) => [id, { state, edited: false, refresh: () => ++rendered }]));
  const sent: { reports: CellReport[]; removed: number[] }[] = [];
  const reporter = new CellReporter(
    { cellOf: (id) => cells.get(id) },
    { viewOf: (id) => views.get(id) as unknown as CellView | undefined },
    { isEdited: ({ id }) => edited.has(id), compiledOf: () => undefined },
    { update: async () => {} },
    { report: (reports, removed) => void sent.push({ reports, removed }) },
  );
  /** Touches cells in one animation frame; the cells of which the page is told then. */
  const touch = async (...ids: number[]) => {
    for (const id of ids) reporter.touch(id);
    await vi.runAllTimersAsync();
    return sent.splice(0).flatMap(({ reports, removed }) => [...reports.map(({ id }) => id), ...removed]);
  };
  return { reporter, cells, edited, views, touch, sent, rendered: () => rendered };
}

it("a key in a cell that was edited before sends the page no report, since none would say anything new", async () => {
  const { touch, edited, rendered } = reporting();
  await touch(...IDS);
  edited.add(2);
  expect(await touch(2)).toEqual([2]);
  for (let i = 0; i < 10; ++i) expect(await touch(2)).toEqual([]);
  expect(rendered()).toBe(IDS.length + 11);
});

it("of all cells that a run touches, the page is told of those that changed", async () => {
  const { touch, views, reporter } = reporting();
  expect(await touch(...IDS)).toEqual(IDS);
  views.get(3)!.state = { status: "fresh", runs: 2 };
  expect(await touch(...IDS)).toEqual([3]);
  reporter.ran(1, [{ kind: "module", name: "d3" }] as never);
  expect(await touch(...IDS)).toEqual([1]);
});

it("a cell touched many times within a frame is rendered and reported once, and one that is removed and comes again anew", async () => {
  const { touch, cells, sent, reporter, rendered } = reporting();
  for (let i = 0; i < 5; ++i) reporter.touch(1);
  await vi.runAllTimersAsync();
  expect(sent.splice(0)).toHaveLength(1);
  expect(rendered()).toBe(1);
  const cell = cells.get(1)!;
  cells.delete(1);
  expect(await touch(1)).toEqual([1]);
  cells.set(1, cell);
  expect(await touch(1)).toEqual([1]);
});
