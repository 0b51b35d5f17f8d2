import { ammoniaSynthesis } from "./ammonia-synthesis.ts";
import { autothermalReformer } from "./autothermal-reformer.ts";
import { basicOxygenFurnace } from "./basic-oxygen-furnace.ts";
import { blastFurnace } from "./blast-furnace.ts";
import { boiler } from "./boiler.ts";
import { carbonDioxideAbsorption } from "./carbon-dioxide-absorption.ts";
import { carbonDioxideCompression } from "./carbon-dioxide-compression.ts";
import { cokeOven } from "./coke-oven.ts";
import { combinedHeatAndPower } from "./combined-heat-and-power.ts";
import { combustion } from "./combustion.ts";
import { condenser } from "./condenser.ts";
import { crackedGasSeparation } from "./cracked-gas-separation.ts";
import { directReductionGas } from "./direct-reduction-gas.ts";
import { directReductionHydrogen } from "./direct-reduction-hydrogen.ts";
import { electricArcFurnace } from "./electric-arc-furnace.ts";
import { electrolyser } from "./electrolyser.ts";
import { evaporation } from "./evaporation.ts";
import { gasTurbine } from "./gas-turbine.ts";
import { hallHeroult } from "./hall-heroult.ts";
import { heatPump } from "./heat-pump.ts";
import { kiln } from "./kiln.ts";
import { methanolSynthesis } from "./methanol-synthesis.ts";
import { mill } from "./mill.ts";
import type { Operation } from "./operation.ts";
import { oxyfuelCombustion } from "./oxyfuel-combustion.ts";
import { oxyfuelKiln } from "./oxyfuel-kiln.ts";
import { processWithoutReaction } from "./process-without-reaction.ts";
import { sinter } from "./sinter.ts";
import { steamCracker } from "./steam-cracker.ts";
import { steamReformer } from "./steam-reformer.ts";
import { steamTurbine } from "./steam-turbine.ts";
import { ureaSynthesis } from "./urea-synthesis.ts";
import { waterGasShift } from "./water-gas-shift.ts";

/** The unit operations, by name. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [
    combustion,
    boiler,
    evaporation,
    combinedHeatAndPower,
    gasTurbine,
    steamTurbine,
    heatPump,
    kiln,
    oxyfuelKiln,
    mill,
    cokeOven,
    sinter,
    blastFurnace,
    basicOxygenFurnace,
    electricArcFurnace,
    directReductionGas,
    directReductionHydrogen,
    hallHeroult,
    steamReformer,
    autothermalReformer,
    waterGasShift,
    ammoniaSynthesis,
    methanolSynthesis,
    electrolyser,
    steamCracker,
    crackedGasSeparation,
    ureaSynthesis,
    processWithoutReaction,
    carbonDioxideAbsorption,
    oxyfuelCombustion,
    carbonDioxideCompression,
    condenser,
  ].map((operation) => [operation.name, operation]),
);
