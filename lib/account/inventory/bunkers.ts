/** International bunkers in the common reporting tables (CRT), without saying whether ships or aircraft took the fuel. */
export const BUNKERS = "1.D.1";

const ofAircraft: ReadonlySet<string> = new Set(["Jet Kerosene", "Jet Gasoline", "Aviation Gasoline"]);

/** The memo category of a bunker fuel (2006 IPCC Guidelines, Volume 1, Table 8.2): aircraft take what no ship does. */
export const bunkerCategory = (fuel: string): string => (ofAircraft.has(fuel) ? "1.A.3.a.i" : "1.A.3.d.i");
