import type { Intent } from "../intent.ts";
import { aboutIntent } from "./about.ts";
import { absentIntent } from "./absent.ts";
import { activityIntent } from "./activity/activity.ts";
import { materialUseIntent } from "./activity/material-use.ts";
import { assessmentIntent, plantIntent } from "./agents.ts";
import { allGasesIntent } from "./all-gases.ts";
import { aluminiumPfcIntent } from "./aluminium-pfc.ts";
import { borderDefaultIntent } from "./border-default.ts";
import { borderObligationIntent } from "./border-obligation.ts";
import { borderScheduleIntent } from "./border-schedule.ts";
import { methaneIntent, nitrousIntent } from "./budgets.ts";
import { carbonBalanceIntent } from "./carbon-balance.ts";
import { carbonPriceIntent } from "./carbon-price.ts";
import { categoryIntent, membersIntent } from "./classification.ts";
import { coalMineIntent } from "./coal-mine.ts";
import { combustionIntent } from "./combustion.ts";
import { combustionOfSeveralIntent } from "./combustion-of-several.ts";
import { conversionIntent } from "./conversion.ts";
import { defaultFactorIntent } from "./default-factor.ts";
import { flowIntent } from "./flow.ts";
import { fuelVolumeIntent } from "./fuel-volume.ts";
import { glassIntent } from "./glass.ts";
import { greenerIntent, pollutingIntent } from "./greener.ts";
import { gridChangeIntent } from "./grid-change.ts";
import { gridRankingIntent } from "./grid-ranking.ts";
import { inventoryProductIntent } from "./inventory-product.ts";
import { landfillIntent } from "./landfill.ts";
import { livestockIntent } from "./livestock.ts";
import { metricValueIntent } from "./metric-value.ts";
import { morePeopleIntent } from "./more-people.ts";
import { contextIntent, responsibilityIntent } from "./open-questions.ts";
import { partnersIntent } from "./partners.ts";
import { plantElectricityIntent } from "./plant-electricity.ts";
import { plantModelIntent } from "./plant-model.ts";
import { processIntent } from "./process.ts";
import { processFactorIntent } from "./process-factor.ts";
import { productFootprintIntent } from "./product-footprint.ts";
import { purchasedEnergyIntent } from "./purchased-energy.ts";
import { regionalGridIntent } from "./regional-grid.ts";
import { riceIntent } from "./rice.ts";
import { asMuchAsIntent, avoidedIntent, borderIntent } from "./scenario.ts";
import { partsIntent } from "./series/parts.ts";
import { principlesIntent } from "./series/principles.ts";
import { seriesIntent } from "./series/series.ts";
import { termShareIntent } from "./series/term-share.ts";
import { termsIntent } from "./series/terms.ts";
import { twoSourcesIntent } from "./series/two-sources.ts";
import { soilsIntent } from "./soils.ts";
import { spendingIntent, useeioIntent } from "./spending.ts";
import { standardUncertaintyIntent } from "./standard-uncertainty.ts";
import { tableIntent } from "./table.ts";
import { tableWhatIfIntent } from "./table-what-if.ts";
import { driversIntent, tableAccountIntent } from "./trade.ts";
import { uncertainAmountsIntent } from "./uncertain-amounts.ts";
import { combineIntent, sigmaIntent, spreadIntent } from "./uncertainty.ts";
import { wasteTreatmentIntent } from "./waste-treatment.ts";
import { wastewaterIntent } from "./wastewater.ts";

/** Every kind of question, in the order in which they are tried: the more special before the more general. */
export const intents: readonly Intent[] = [
  tableIntent,
  greenerIntent,
  pollutingIntent,
  gridChangeIntent,
  gridRankingIntent,
  regionalGridIntent,
  carbonPriceIntent,
  borderDefaultIntent,
  borderIntent,
  borderObligationIntent,
  borderScheduleIntent,
  fuelVolumeIntent,
  activityIntent,
  materialUseIntent,
  carbonBalanceIntent,
  riceIntent,
  soilsIntent,
  wasteTreatmentIntent,
  landfillIntent,
  wastewaterIntent,
  coalMineIntent,
  glassIntent,
  aluminiumPfcIntent,
  metricValueIntent,
  conversionIntent,
  defaultFactorIntent,
  processFactorIntent,
  inventoryProductIntent,
  absentIntent,
  assessmentIntent,
  plantIntent,
  responsibilityIntent,
  contextIntent,
  membersIntent,
  categoryIntent,
  standardUncertaintyIntent,
  uncertainAmountsIntent,
  combineIntent,
  sigmaIntent,
  spreadIntent,
  methaneIntent,
  nitrousIntent,
  allGasesIntent,
  asMuchAsIntent,
  morePeopleIntent,
  avoidedIntent,
  tableWhatIfIntent,
  flowIntent,
  partnersIntent,
  driversIntent,
  tableAccountIntent,
  spendingIntent,
  useeioIntent,
  purchasedEnergyIntent,
  plantElectricityIntent,
  combustionOfSeveralIntent,
  combustionIntent,
  plantModelIntent,
  processIntent,
  livestockIntent,
  termShareIntent,
  termsIntent,
  principlesIntent,
  twoSourcesIntent,
  partsIntent,
  seriesIntent,
  productFootprintIntent,
  aboutIntent,
];
