/** Products of processes in the tables of default factors: category, name of the activity, gas, and technologies that must be told apart. */
export interface Process {
  readonly category: string;
  readonly activity: string;
  readonly gas: string;
  readonly technologies?: readonly string[];
  /** Whether it is used up: it gives its CO2 when it is calcined. */
  readonly isCarbonate?: true;
}

export const processes: Readonly<Record<string, Process>> = {
  ammonia: {
    category: "2.B.1",
    activity: "ammonia",
    gas: "CO2",
    technologies: [
      "modern EU conventional reforming, natural gas: fuel 30.2 GJ/t, C 15.3 kg/GJ",
      "average EU mixed, natural gas 37.5 GJ/t",
      "partial oxidation modern 36 GJ/t (21 kg C/GJ)",
    ],
  },
  "nitric acid": {
    category: "2.B.2",
    activity: "nitric acid",
    gas: "N2O",
    technologies: [
      "NSCR (all)",
      "process-integrated or tailgas N2O destruction",
      "atmospheric pressure plant (low)",
      "medium pressure plant",
      "high pressure plant",
    ],
  },
  "adipic acid": { category: "2.B.3", activity: "adipic acid", gas: "N2O" },
  steel: { category: "2.C.1", activity: "steel", gas: "CO2", technologies: ["BOF", "EAF", "OHF"] },
  "pig iron (not converted to steel)": { category: "2.C.1", activity: "pig iron (not converted to steel)", gas: "CO2" },
  "direct reduced iron (natural gas)": { category: "2.C.1", activity: "direct reduced iron (natural gas)", gas: "CO2" },
  coke: { category: "2.C.1", activity: "coke", gas: "CO2" },
  sinter: { category: "2.C.1", activity: "sinter", gas: "CO2" },
  pellet: { category: "2.C.1", activity: "pellet", gas: "CO2" },
  aluminium: { category: "2.C.3", activity: "aluminium", gas: "CO2", technologies: ["prebake", "Söderberg"] },
  zinc: { category: "2.C.6", activity: "zinc", gas: "CO2" },
  lead: { category: "2.C.5", activity: "lead", gas: "CO2" },
  glass: { category: "2.A.3", activity: "glass", gas: "CO2" },
  "ferrosilicon 75": { category: "2.C.2", activity: "ferrosilicon 75", gas: "CO2" },
  "silicon metal": { category: "2.C.2", activity: "silicon metal", gas: "CO2" },
  silicomanganese: { category: "2.C.2", activity: "silicomanganese", gas: "CO2" },
  ferrochromium: { category: "2.C.2", activity: "ferrochromium", gas: "CO2" },
  "dolomitic lime": {
    category: "2.A.2",
    activity: "dolomitic lime",
    gas: "CO2",
    technologies: ["developed countries", "developing countries"],
  },
  "hydraulic lime": { category: "2.A.2", activity: "hydraulic lime", gas: "CO2" },
  limestone: { category: "2.A.1", activity: "limestone CaCO3", gas: "CO2", isCarbonate: true },
  dolomite: { category: "2.A", activity: "dolomite CaMg(CO3)2", gas: "CO2", isCarbonate: true },
  magnesite: { category: "2.A", activity: "magnesite MgCO3", gas: "CO2", isCarbonate: true },
  siderite: { category: "2.A", activity: "siderite FeCO3", gas: "CO2", isCarbonate: true },
  "soda ash used": { category: "2.A", activity: "sodium carbonate Na2CO3", gas: "CO2", isCarbonate: true },
  "soda ash produced": { category: "2.B.7", activity: "soda ash produced (natural)", gas: "CO2" },
  trona: { category: "2.B.7", activity: "soda ash from trona consumed", gas: "CO2" },
  "calcium carbide": { category: "2.B.5", activity: "calcium carbide (carbide produced)", gas: "CO2" },
  "silicon carbide": { category: "2.B.5", activity: "silicon carbide", gas: "CO2" },
  "ferrosilicon 45": { category: "2.C.2", activity: "ferrosilicon 45", gas: "CO2" },
  "ferrosilicon 65": { category: "2.C.2", activity: "ferrosilicon 65", gas: "CO2" },
  "ferrosilicon 90": { category: "2.C.2", activity: "ferrosilicon 90", gas: "CO2" },
  "ferromanganese 7 % C": { category: "2.C.2", activity: "ferromanganese 7 % C", gas: "CO2" },
  "ferromanganese 1 % C": { category: "2.C.2", activity: "ferromanganese 1 % C", gas: "CO2" },
};

/** Products of which there are several kinds, each with a factor of its own. */
export const kindsOf: Readonly<Record<string, readonly string[]>> = {
  "soda ash": ["soda ash used", "soda ash produced"],
  ferrosilicon: ["ferrosilicon 45", "ferrosilicon 65", "ferrosilicon 75", "ferrosilicon 90"],
  ferromanganese: ["ferromanganese 7 % C", "ferromanganese 1 % C"],
};
