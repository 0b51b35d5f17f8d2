import { guardPage } from "../../kernel/markup/trusted-types.ts";
import { embeddedAssets } from "./embedded-assets.ts";
import { pageElements } from "./page-elements.ts";
import { startReader } from "./reader.ts";

guardPage();

/** The program of an embedded page of a site. The page itself includes the styles. */
const page = pageElements();
startReader(page, embeddedAssets(page.data));
