import "./style.ts";
import { guardPage } from "../../kernel/sandbox/trusted-types.ts";
import { pageElements } from "./page-elements.ts";
import { startReader } from "./reader.ts";
import { singleSupply } from "./single-supply.ts";

guardPage();

/** The program of a page that is one file. */
const page = pageElements();
startReader(page, singleSupply(page.data));
