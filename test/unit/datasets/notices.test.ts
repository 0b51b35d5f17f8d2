import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { datasetFiles } from "../../../cli/serve/datasets.ts";
import { catalogue, catalogueFile } from "./shipped.ts";

const folder = new URL(".", catalogueFile);
const noticed = (catalogue.datasets as readonly { name: string; notice?: string }[]).filter(({ notice }) => notice);

test("Datasets whose terms ask for a notice name a file that names them", () => {
  expect(noticed.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["uslci_process", "uslci_exchange", "premise_more_exchange", "wind_turbine_exchange"]),
  );
  for (const { name, notice } of noticed) expect(readFileSync(new URL(notice!, folder), "utf8")).toContain(name);
});

test("The notice of USLCI is the whole agreement, and says what was changed", () => {
  const text = readFileSync(new URL("uslci.LICENCE.txt", folder), "utf8");
  expect(text).toContain("this entire notice appears in all copies of the Data");
  expect(text).toContain("YOU AGREE TO INDEMNIFY THE GOVERNMENT AND DOE/NREL/ALLIANCE");
  expect(text).toContain("Changes made");
});

test("The files that a built workbench carries include the notices", async () => {
  const files = await datasetFiles(fileURLToPath(folder));
  const addresses = files.map(({ address }) => address);
  for (const { notice } of noticed) expect(addresses).toContain(`datasets/${notice}`);
});
