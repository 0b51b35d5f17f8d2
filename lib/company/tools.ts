import { inventoryCompany, inventoryPurchasedEnergy } from "./tools/company.ts";
import { inventoryBaseYear, inventoryValueChainFactors } from "./tools/review.ts";

/** Companies: inventories by the GHG Protocol and ISO 14064-1. */
export const companies = {
  company: inventoryCompany,
  purchasedEnergy: inventoryPurchasedEnergy,
  baseYear: inventoryBaseYear,
  valueChainFactors: inventoryValueChainFactors,
};
