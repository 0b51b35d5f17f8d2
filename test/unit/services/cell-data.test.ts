import { expect, test } from "vitest";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";
import { cellData, openCellData } from "../../../kernel/services/cell-data.ts";
import { hashOf } from "../../../kernel/values/canonical.ts";
import { resourceKinds } from "../../../lib/handles.ts";
import { ResourceHandle } from "../../../lib/tool/resource-handle.ts";
import { handleOn } from "../../../lib/tool/resource-kind.ts";

openRealm();

const table = handleOn({ name: "table", request: { year: 2011 } }, { regions: ["CHN", "ROW"] }, resourceKinds);
const carried = (value: unknown) => openCellData(structuredClone(cellData(value)), resourceKinds);

test("A handle is carried to another realm with its labels, alone and in a field, and has the same hash there", () => {
  const [alone, { changed }] = [carried(table), carried({ changed: table, n: 1 }) as { changed: unknown }];
  for (const handle of [alone, changed]) {
    expect(handle).toBeInstanceOf(ResourceHandle);
    expect(handle).toMatchObject({ request: { year: 2011 }, regions: ["CHN", "ROW"] });
    expect(hashOf(handle)).toBe(hashOf(table));
  }
});

test("Records, lists and typed arrays are carried as data of the same hash, and what is no data is not", () => {
  for (const value of [{ rows: [{ a: 1, b: null }], units: { a: "t" } }, [1, 2], new Float64Array([1, 2]), "text", 3])
    expect(hashOf(carried(value))).toBe(hashOf(value));
  expect(cellData(() => 1)).toBeUndefined();
});
