import "./style.ts";
import { guardPage } from "../../kernel/markup/trusted-types.ts";
import { Offline } from "./offline.ts";
import { pageElements } from "./page-elements.ts";
import { startReader } from "./reader.ts";
import { siteAssets } from "./site-assets.ts";

guardPage();

/** The program of a page of a built site. The list of all notebooks has no notebook to start. */
const offline = new Offline();
if (document.getElementById("notebook")) {
  const page = pageElements();
  startReader(page, siteAssets(page.data), offline);
} else {
  addEventListener("load", () => void offline.keep());
}
