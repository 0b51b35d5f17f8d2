/**
 * What carbon that comes in was for: `process` (carbonates, reducing agents, electrodes, anodes; sectors 2 of an inventory), `energy`
 * (fuel burnt for heat; 1.A), `biogenic`. Each feed has one, so nothing is counted twice.
 */
export const origins = ["process", "energy", "biogenic"] as const;
export type Origin = (typeof origins)[number];
