import type { CommandDeclaration } from "./declaration.ts";
import { json, quiet, signalled } from "./reporting.ts";
import { running } from "./running.ts";

/** `yuheng build`. */
export const build = {
  summary: "build a static site of notebooks",
  description:
    "Runs notebooks and builds a site of them: a list, and for each a page that is complete without JavaScript and comes alive in the browser. Any static host will do, below any path. A folder that holds anything else is never written to. A site appears when all of it is there: until then an earlier one stays as it was.",
  operands: [
    {
      name: "NOTEBOOK",
      many: true,
      completes: "files",
      missing: "Which notebooks? Name their files: yuheng build notebooks/*.html --out site/",
    },
  ],
  options: {
    out: {
      type: "text",
      short: "o",
      hint: "FOLDER",
      completes: "folders",
      required: "Where to? Name a folder with --out.",
      summary: "where the site goes",
    },
    single: { type: "flag", summary: "one file a notebook, which opens from a disk and needs no other" },
    database: {
      type: "flag",
      summary: "takes the database along, 10 MB a file, where the page could answer its queries itself",
    },
    workbench: {
      type: "flag",
      summary: "takes the workbench along, in which readers edit a copy; with every dataset and the database",
    },
    title: { type: "text", hint: "TEXT", default: "Yuheng Notebook", summary: "its title" },
    url: {
      type: "text",
      hint: "ADDRESS",
      summary:
        "where it will be (https://…/), for pictures of links, the sitemap and whatever needs an absolute address",
    },
    language: {
      type: "choice",
      of: ["en", "zh-CN"],
      default: "en",
      hint: "TAG",
      summary: "the language of the few words around the notebooks: en or zh-CN",
    },
    timeout: running.timeout,
    "accept-not-run": running["accept-not-run"],
    quiet,
    json,
  },
  examples: [
    ["yuheng build notebooks/*.html --out site/", "a site of all"],
    ["yuheng build steel.html --single --out pages/", "one file to hand on"],
  ],
  exits: {
    0: "all pages are built and all cells ran",
    1: "some cells failed or are of kinds that do not run here, or the site could not be built",
    2: "wrong use, or a folder that holds anything else",
    ...signalled,
  },
} as const satisfies CommandDeclaration;
