import "./style.ts";
import { embeddedAttribute } from "../../kernel/integrity/page-data.ts";
import { guardPage } from "../../kernel/markup/trusted-types.ts";
import { pageElements } from "./page-elements.ts";
import { pageQueries } from "./page-queries.ts";
import { partAssets, unpacked } from "./part-assets.ts";
import { startReader } from "./reader.ts";

guardPage();

/** The program of a single-file page: all assets are in its script elements, so that no request leaves it. */
const page = pageElements();
const assets = partAssets(page.data, async (name) =>
  unpacked(document.querySelector(`script[${embeddedAttribute}="${CSS.escape(name)}"]`)?.textContent),
);
startReader(page, { ...assets, queries: pageQueries });
