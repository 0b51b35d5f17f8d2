import { guardPage } from "../../kernel/sandbox/trusted-types.ts";
import { embeddedSupply } from "./embedded-supply.ts";
import { pageElements } from "./page-elements.ts";
import { startReader } from "./reader.ts";

guardPage();

/** The program of a page of a site that stands in another page. Its style is the page's. */
const page = pageElements();
startReader(page, embeddedSupply(page.data));
