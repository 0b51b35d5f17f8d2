import type { AccountMaker } from "./account-maker.ts";
import { companyMaker } from "./company/company-maker.ts";
import { inventoryMaker } from "./inventory/inventory-maker.ts";
import { productMaker } from "./product/product-maker.ts";

/** The kinds of accounts that lines can become. */
export const makers: readonly AccountMaker[] = [companyMaker, productMaker, inventoryMaker];
