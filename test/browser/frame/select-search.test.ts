import { describe, it } from "vitest";
import { OpenNotebook } from "./notebook.ts";
import { expectShown } from "./remote.ts";

describe("A long list of choices in the frame:", () => {
  it("has a search in both languages that sets the list and what reads it", async () => {
    const notebook = await OpenNotebook.openCells([
      'const places = Array.from(await datasets.load("countries"), (d) => [d.name_en, d.iso3])',
      'const place = view(Inputs.select(new Map(places), {label: "Country", value: "CHN"}))',
      'const short = view(Inputs.select(["a", "b"], {label: "Short"}))',
      "place",
    ]);
    await expectShown(notebook.output(4)).toContainText("CHN");
    const search = notebook.output(2).getByRole("combobox", { name: "Find in Country" });
    await expectShown(search).toBeVisible();
    await expectShown(notebook.output(3).getByRole("combobox")).toHaveCount(1);
    await search.fill("德国");
    await notebook.output(2).getByRole("listbox").getByRole("option", { name: "Germany" }).click();
    await expectShown(notebook.output(4)).toContainText("DEU");
    await expectShown(search).toHaveValue("");
    await search.fill("uk");
    await expectShown(search).toHaveAttribute("aria-expanded", "true");
    await search.press("Enter");
    await expectShown(notebook.output(4)).toContainText("GBR");
    await search.fill("Atlantis");
    await expectShown(notebook.output(2)).toContainText("Nothing in this list is called Atlantis.");
  });

  it("of which several are chosen is chips, which names in both languages add and which are removed one by one", async () => {
    const notebook = await OpenNotebook.openCells([
      'const places = Array.from(await datasets.load("countries"), (d) => [d.name_en, d.iso3])',
      'const chosen = view(Inputs.select(new Map(places), {label: "Countries", value: ["CHN"], multiple: true}))',
      'chosen.join("+")',
    ]);
    const output = notebook.output(2);
    const field = output.getByRole("combobox", { name: "Find in Countries" });
    await expectShown(output.getByRole("button", { name: /^Remove People/ })).toBeVisible();
    // The list that keeps the value is out of the way.
    await expectShown(output.getByRole("listbox")).toHaveCount(0);
    await field.fill("Germany, 法国");
    await field.press("Enter");
    await expectShown(notebook.output(3)).toContainText("CHN+DEU+FRA");
    await output.getByRole("button", { name: /^Remove People/ }).click();
    await expectShown(notebook.output(3)).toContainText("DEU+FRA");
    await field.press("Backspace");
    await expectShown(notebook.output(3)).toContainText(/"DEU"/);
  });
});
