import { describe, expect, it } from "vitest";
import type { DatasetEntry } from "../../../../kernel/services/catalogue.ts";
import { openFiles } from "../../../../kernel/services/import/file-source.ts";
import { originOf } from "../../../../kernel/services/import/import-origin.ts";
import { importedDatasets } from "../../../../kernel/services/import/imported-datasets.ts";
import { inventoryEntries } from "../../../../kernel/services/import/inventory-entries.ts";
import { inventoryList } from "../../../../kernel/services/import/inventory-list.ts";
import { olcaJsonLd } from "../../../../lib/exchange/lifecycle/olca-reader.ts";
import { findTables } from "../../../../lib/exchange/mrio/find-tables.ts";
import { isMessage } from "../../../../lib/message/message.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { archive } from "../../exchange/archive.ts";
import { schema2, texts } from "../../exchange/lifecycle/olca-sample.ts";
import { zipped } from "../../exchange/lifecycle/source.ts";
import { exiobase } from "../../exchange/samples.ts";

describe("The catalogue's entries of an imported table", () => {
  it("have titles in both languages, and all that is told of them goes over into Chinese", async () => {
    const origin = await originOf([new File(["x"], "IOT_2011_ixi.zip")], {}, () => {});
    const table = await findTables(archive(exiobase))[0]!.read();
    const entries = importedDatasets(table, origin).map(({ entry }) => entry);
    expect(entries.length).toBe(6);
    mustSpeakBoth(entries, "EXIOBASE");
  });

  it("and of an imported inventory too, with its licence and the list of inventories", async () => {
    const origin = await originOf([new File(["x"], "a.zip")], {}, () => {});
    const source = await openFiles([new File([Uint8Array.from(zipped(texts(schema2())))], "a.zip")]);
    const entries = inventoryEntries(await olcaJsonLd.read(source, uninterrupted), olcaJsonLd, "Mine", origin).map(
      ({ entry }) => entry,
    );
    // The sample has impact methods, too.
    expect(entries.length).toBe(9);
    mustSpeakBoth(entries, "Mine");
    expect(entries[0]!.imported!.inventory).toMatchObject({ name: "Mine", format: olcaJsonLd.id, activities: 3 });
    expect(entries[0]!.traps.length).toBeGreaterThan(0);
    const { entry } = inventoryList(entries.map(({ imported }) => imported!.inventory!));
    expect(entry.rows).toBe(1);
    mustSpeakBoth([{ ...entry, title: "List, Mine", title_zh: "清单，Mine" }], "Mine");
  });
});

function mustSpeakBoth(entries: readonly DatasetEntry[], name: string): void {
  for (const entry of entries) {
    expect(entry.title).toMatch(new RegExp(`^\\p{Lu}[\\p{L} ]+, ${name}`, "u"));
    expect(entry.title_zh).toMatch(new RegExp(`^\\p{Script=Han}+，${name}`, "u"));
    const { summary, licence, columns } = entry.said!;
    const told = [summary, licence, ...columns.map(({ description }) => description)];
    expect(told.map((each) => writeMessage(each))).toEqual([
      entry.summary,
      entry.licence,
      ...entry.columns.map(({ description }) => description),
    ]);
    expect(told.filter((each) => !isMessage(each))).toEqual([]);
    expect(told.filter((each) => !/\p{Script=Han}/u.test(writeMessage(each, { tag: "zh-CN" })))).toEqual([]);
  }
}
