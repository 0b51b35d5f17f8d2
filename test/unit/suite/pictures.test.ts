import { describe, expect, test } from "vitest";
import { readAnimatedWebp, writeAnimatedWebp } from "../../pictures/animated-webp.ts";
import { faultsOf, type Shown } from "../../pictures/finished.ts";

/** One pixel as a WebP file without loss, of an odd number of bytes before it is padded. */
const pixel = Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64");

describe("An animated WebP file", () => {
  const frames = [
    { x: 0, y: 0, width: 1, height: 1, milliseconds: 70_000 },
    { x: 258, y: 16_382, width: 1, height: 1, milliseconds: 1 },
  ];
  const written = (changed: Partial<(typeof frames)[number]> = {}) =>
    writeAnimatedWebp({
      width: 300,
      height: 16_383,
      frames: frames.map((frame, i) => ({ ...frame, ...(i === 1 ? changed : {}), picture: pixel })),
    });

  test("is read as it was written", () => {
    const file = written();
    expect(readAnimatedWebp(file)).toEqual({ width: 300, height: 16_383, frames });
    // RIFF counts the bytes after itself, and every chunk begins at an even place.
    expect(new DataView(file.buffer).getUint32(4, true)).toBe(file.length - 8);
    expect(file.length % 2).toBe(0);
    expect(Buffer.from(file).indexOf("VP8L") % 2).toBe(0);
  });

  test("is refused if a frame is at a place that the format cannot hold, or leaves the canvas", () => {
    expect(() => written({ x: 257 })).toThrow("Frame 1 begins at an odd place.");
    expect(() => written({ x: 300 })).toThrow("Frame 1 leaves the canvas.");
  });

  test("is not read from something else, or from a part of it", () => {
    expect(() => readAnimatedWebp(pixel)).toThrow("This WebP file does not move.");
    expect(() => readAnimatedWebp(written().subarray(0, 90))).toThrow("The WebP file ends too early.");
    expect(() => readAnimatedWebp(Buffer.from("GIF89a, and more of it"))).toThrow("This is no WebP file.");
  });
});

describe("A page of which a picture is taken", () => {
  const finished: Shown = {
    cells: [
      { id: "1", status: "fresh", notice: "" },
      { id: "4", status: "fresh", notice: "" },
    ],
    figures: [{ cell: "4", marks: 12, broken: null }],
  };

  test("is finished when every cell is fresh and every figure is drawn", () => {
    expect(faultsOf(finished, [4])).toEqual([]);
  });

  test.each(["running", "queued", "stale", "paused", "blocked"])("is not while a cell is %s", (status) => {
    const cells = [{ id: "7", status, notice: "" }, ...finished.cells];
    expect(faultsOf({ ...finished, cells }, [4])).toEqual([`Cell 7 is ${status}.`]);
  });

  test("says what failed, which figure is empty or shows no number, and which is missing", () => {
    const cells = [{ id: "7", status: "failed", notice: "x is not defined" }, ...finished.cells];
    const figures = [
      { cell: "1", marks: 0, broken: null },
      { cell: "2", marks: 3, broken: "NaN" },
    ];
    expect(faultsOf({ cells, figures }, [1, 4])).toEqual([
      "Cell 7 is failed: x is not defined",
      "A figure of cell 1 is empty.",
      "A figure of cell 2 says “NaN”.",
      "Cell 4 shows no figure.",
    ]);
    expect(faultsOf({ cells: [], figures: [] }, [])).toEqual(["The page shows no cell."]);
  });
});
