import { describe, it } from "vitest";
import { OpenNotebook } from "./notebook.ts";
import { expectShown, frame } from "./remote.ts";

describe("A long list of choices in the frame:", () => {
  it("has a search in both languages that sets the list and what reads it", async () => {
    const notebook = await OpenNotebook.openCells([
      'const places = Array.from(await datasets.load("countries"), (d) => [d.name_en, d.iso3])',
      'const place = view(Inputs.select(new Map(places), {label: "Country", value: "CHN"}))',
      'const short = view(Inputs.select(["a", "b"], {label: "Short"}))',
      "place",
    ]);
    await expectShown(notebook.output(4)).toContainText("CHN");
    const search = frame.getByRole("searchbox");
    await expectShown(search).toHaveCount(1);
    await expectShown(search).toHaveAccessibleName("Find in Country");
    await search.fill("德国");
    await notebook.output(2).getByRole("button", { name: "Germany" }).click();
    await expectShown(notebook.output(4)).toContainText("DEU");
    await expectShown(search).toHaveValue("");
    await search.fill("uk");
    await search.press("Enter");
    await expectShown(notebook.output(4)).toContainText("GBR");
    await expectShown(notebook.output(2).getByRole("combobox")).toHaveValue(/\d+/);
    await search.fill("Atlantis");
    await expectShown(notebook.output(2)).toContainText("Nothing is called so");
  });
});
