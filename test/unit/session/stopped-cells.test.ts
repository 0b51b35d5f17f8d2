import { describe, expect, test } from "vitest";
import { StoppedCells } from "../../../app/live/stopped-cells.ts";

const cells = [1, 2, 3];

function stopped() {
  const clock = { now: 1_000_000 };
  return { clock, stopped: new StoppedCells(() => clock.now) };
}

describe("A frame that does not obey a Stop is thrown away", () => {
  test("with the cell held that was entered last", () => {
    const { stopped: it } = stopped();
    it.entered(2);
    expect(it.stop(cells)).toBe(false);
    expect(it.list).toEqual([2]);
  });

  test("with every cell held at the second Stop, and where no cell was named", () => {
    const { stopped: it, clock } = stopped();
    it.entered(2);
    it.stop(cells);
    clock.now += 30_000;
    expect(it.stop(cells)).toBe(true);
    expect(it.list.sort()).toEqual(cells);
    expect(stopped().stopped.stop(cells)).toBe(true);
  });

  test("with one cell held where the first Stop is long past", () => {
    const { stopped: it, clock } = stopped();
    it.entered(2);
    it.stop(cells);
    it.edited({ type: "attribute", cell: 2, name: "data-paused", value: null });
    clock.now += 120_000;
    it.entered(3);
    expect(it.stop(cells)).toBe(false);
    expect(it.list).toEqual([3]);
  });
});

test("A Stop right after one that was obeyed in words only is not asked for again", () => {
  const { stopped: it, clock } = stopped();
  expect(it.isRepeated).toBe(false);
  it.confirmStop();
  clock.now += 2_000;
  expect(it.isRepeated).toBe(true);
  it.entered(1);
  it.stop(cells);
  expect(it.isRepeated).toBe(false);
  it.confirmStop();
  clock.now += 20_000;
  expect(it.isRepeated).toBe(false);
});

test("What a second Stop made wait is asked to run once, all together; what one Stop held is not", () => {
  const { stopped: it } = stopped();
  it.entered(2);
  it.stop(cells);
  expect(it.releaseAll()).toEqual([]);
  expect(it.list).toEqual([2]);
  it.stop(cells);
  expect(it.releaseAll().sort()).toEqual(cells);
  expect(it.releaseAll()).toEqual([]);
  expect(it.list).toEqual([]);
});
