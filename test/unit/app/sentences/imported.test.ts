import { describe, expect, it } from "vitest";
import { originOf } from "../../../../kernel/services/import/import-origin.ts";
import { importedDatasets } from "../../../../kernel/services/import/imported-datasets.ts";
import { findTables } from "../../../../lib/exchange/mrio/find-tables.ts";
import { isMessage } from "../../../../lib/message/message.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { archive } from "../../exchange/archive.ts";
import { exiobase } from "../../exchange/samples.ts";

describe("The catalogue's entries of an imported table", () => {
  it("have titles in both languages, and all that is told of them goes over into Chinese", async () => {
    const origin = await originOf([new File(["x"], "IOT_2011_ixi.zip")], {}, () => {});
    const table = await findTables(archive(exiobase))[0]!.read();
    const entries = importedDatasets(table, origin).map(({ entry }) => entry);
    expect(entries.length).toBe(6);
    for (const entry of entries) {
      expect(entry.title).toMatch(/^\p{Lu}[\p{L} ]+, EXIOBASE/u);
      expect(entry.title_zh).toMatch(/^\p{Script=Han}+，EXIOBASE/u);
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
  });
});
