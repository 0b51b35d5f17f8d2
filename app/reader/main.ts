import "./style.ts";
import { guardPage } from "../../kernel/sandbox/trusted-types.ts";
import { Offline } from "./offline.ts";
import { pageElements } from "./page-elements.ts";
import { startReader } from "./reader.ts";
import { siteSupply } from "./site-supply.ts";

guardPage();

/** The program of a page of a built site. The list of all notebooks has none to bring to life. */
const offline = new Offline();
if (document.getElementById("notebook")) {
  const page = pageElements();
  startReader(page, siteSupply(page.data), offline);
} else {
  addEventListener("load", () => void offline.keep());
}
