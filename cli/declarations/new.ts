import type { CommandDeclaration } from "./declaration.ts";
import { json } from "./reporting.ts";

const language = {
  type: "choice",
  of: ["en", "zh-cn"],
  hint: "TAG",
  summary: "en or zh-cn; that of the terminal if left out",
} as const;

/** `yuheng new`. */
export const newNotebook = {
  summary: "write a new notebook: blank, trade, inventory, product or lesson",
  description:
    "Writes a new notebook NAME.html into this folder, or where a path leads. A file that is there already is left alone.",
  operands: [{ name: "NAME", missing: "How shall the notebook be named?" }],
  excess: "One notebook is made at a time; put a name with spaces into quotes.",
  options: {
    template: {
      type: "choice",
      of: ["blank", "trade", "inventory", "product", "lesson"],
      hint: "TEMPLATE",
      default: "blank",
      summary:
        "blank, trade (who emitted for whom), inventory (activity times factor), product (life-cycle assessment), lesson",
    },
    title: { type: "text", hint: "TITLE", summary: "the title, made of the name if left out" },
    language,
    json,
  },
  examples: [
    ["yuheng new steel --template trade", "steel.html, from the template of trade"],
    ['yuheng new lessons/units --template lesson --title "Units of carbon"', "a lesson in a folder"],
  ],
  exits: { 0: "it is written", 1: "it cannot be written", 2: "wrong use, or a file that is there" },
} as const satisfies CommandDeclaration;

/** `yuheng new site`. */
export const newSite = {
  summary: "write a folder of notebooks with data, a README and a workflow that publishes them",
  description:
    "Writes a folder with a notebook and its data, a README, a workflow of GitHub Actions that checks, tests, builds and publishes the notebooks, and tasks for VS Code that open a notebook in the workbench. The folder must be new or empty. (A notebook called site is made by “yuheng new site.html”.)",
  operands: [{ name: "FOLDER", completes: "folders", missing: "Which folder? It is made." }],
  excess: "One folder is made at a time; put a name with spaces into quotes.",
  options: {
    title: { type: "text", hint: "TITLE", summary: "the title of its README, made of the folder's name if left out" },
    language,
    json,
  },
  examples: [["yuheng new site carbon", "then: cd carbon && npm install && npm start"]],
  exits: { 0: "it is written", 1: "it cannot be written", 2: "wrong use, or a folder that is not empty" },
} as const satisfies CommandDeclaration;
