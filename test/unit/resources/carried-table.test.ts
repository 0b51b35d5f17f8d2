import { describe, expect, test } from "vitest";
import { datasetsOfTable } from "../../../lib/mrio/resource/dataset-names.ts";
import { tableFunctions } from "../../../lib/mrio/resource/handle.ts";
import { tableResource } from "../../../lib/mrio/resource/table-resource.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { shipped } from "../../reference/mrio/shipped.ts";

const open = (request: object) =>
  tableResource.open(
    tableResource.request.parse({ edits: [], ...request }),
    { read: shipped, open: () => Promise.reject(new Error("no other resource")) },
    uninterrupted,
  );
const { table } = tableFunctions({} as never);

describe("a table of a year without a published one", () => {
  test("is refused without `modelled: true`, and the sentence names the option", async () => {
    await expect(open({ year: 2022 })).rejects.toThrow(
      "With `modelled: true` you get the table of 2011 carried to 2022",
    );
    await expect(open({ year: 2030 })).rejects.toThrow("There is no input–output table for 2030");
    // The teaching table has one year.
    await expect(open({ year: 2022, regions: 7 })).rejects.toThrow("There is no input–output table for 2022");
  });

  test.each([
    [{ year: 2010 }, "exists for 2012 to 2022, not for 2010"],
    [{ year: 2023 }, "not for 2023"],
    [{ year: 2022, regions: 7 }, "has 41 regions"],
    [{ year: 2022, emissionsYear: 2016 }, "has 41 regions"],
    [{ year: 2022, source: "EXIOBASE" }, "has 41 regions"],
  ])("modelled, %o is refused: %s", async (request, sentence) => {
    await expect(open({ ...request, modelled: true })).rejects.toThrow(sentence);
  });

  test("opens with it, is labelled as modelled, and keeps its gases apart", async () => {
    const handle = table({ year: 2014, modelled: true });
    expect(handle.request).toEqual({ year: 2014, modelled: true, edits: [] });
    const opened = await open(handle.request);
    const labels = tableResource.labels(opened, handle.request) as Record<string, never>;
    expect(labels.stressors).toEqual(["CO2", "CH4", "N2O", "F-gases"]);
    expect(labels.year).toBe(2014);
    const { label, errors } = labels.modelled as unknown as {
      label: string;
      errors: { from: number[]; byGas: number[][] };
    };
    expect(label).toMatch(/^Modelled: the table of 2011 carried to 2014 by GRAS/);
    // Three years are a span no longer than that of 2007 to 2011.
    expect(errors.from).toEqual([2007]);
    expect(errors.byGas.map((row) => row.length)).toEqual([41, 41, 41, 41]);
  }, 60_000);

  test("loads its datasets then alone, and a build knows them from the call", () => {
    const published = datasetsOfTable({ year: 2011, edits: [] });
    expect(published).not.toContain("gdp");
    const modelled = datasetsOfTable({ year: 2022, modelled: true, edits: [] });
    for (const name of [...published, "gdp", "us_imports", "nonco2_countries", "carried_errors"]) {
      expect(modelled).toContain(name);
    }
    const requests = (fields: Record<string, number | undefined>) =>
      tableResource.staticCall!.requests(new Map(Object.entries(fields)));
    expect(requests({ year: 2007 })).toEqual([{ year: 2007, regions: 41, edits: [] }]);
    expect(requests({ year: 2022, modelled: undefined })).toEqual([{ year: 2022, modelled: true, edits: [] }]);
    expect(requests({ year: undefined, modelled: undefined })).toContainEqual({
      year: 2022,
      modelled: true,
      edits: [],
    });
  });
});
