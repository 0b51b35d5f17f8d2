/** Blocks of a file that are tables of rows. */
export const tableBlocks = [
  "Quantities",
  "Units",
  "Raw materials",
  "Airborne emissions",
  "Waterborne emissions",
  "Final waste flows",
  "Emissions to soil",
  "Non material emissions",
  "Social issues",
  "Economic issues",
  "Database Input parameters",
  "Database Calculated parameters",
  "Project Input parameters",
  "Project Calculated parameters",
] as const;

/** Blocks that have sections, in lower case: a process, and a stage of a product. */
export const sectionedBlocks = { process: "process", stage: "product stage" } as const;

/** Blocks whose content is not read: descriptions, and the parts of methods beside their factors. */
export const otherBlocks = [
  "System description",
  "Literature reference",
  "Impact category",
  "Damage category",
  "Normalization-Weighting set",
] as const;

/** Sections of a process that describe it. */
export const textSections = [
  "PlatformId",
  "Category type",
  "Process identifier",
  "Type",
  "Process name",
  "Status",
  "Time period",
  "Geography",
  "Technology",
  "Representativeness",
  "Waste treatment allocation",
  "Multiple output allocation",
  "Substitution allocation",
  "Cut off rules",
  "Capital goods",
  "Boundary with nature",
  "Infrastructure",
  "Date",
  "Record",
  "Generator",
  "External documents",
  "Literature references",
  "Collection method",
  "Data treatment",
  "Verification",
  "Comment",
  "Allocation rules",
  "System description",
] as const;

/** Sections with what a process takes from others, makes less of, or gives to be treated. */
export const productSections = [
  "Avoided products",
  "Materials/fuels",
  "Electricity/heat",
  "Waste to treatment",
] as const;

/** Sections of elementary flows, the blocks in which these are declared, and the first parts of their compartments here. */
export const flowSections = [
  ["Resources", "Raw materials", "resource"],
  ["Emissions to air", "Airborne emissions", "emission/air"],
  ["Emissions to water", "Waterborne emissions", "emission/water"],
  ["Emissions to soil", "Emissions to soil", "emission/soil"],
  ["Final waste flows", "Final waste flows", "final waste flow"],
  ["Non material emissions", "Non material emissions", "non-material emission"],
  ["Social issues", "Social issues", "social issue"],
  ["Economic issues", "Economic issues", "economic issue"],
] as const;

/** The other sections with rows. */
export const rowSections = [
  "Products",
  "Waste treatment",
  "Waste scenario",
  "Separated waste",
  "Remaining waste",
  "Input parameters",
  "Calculated parameters",
] as const;

/** Other headings of sections that programs write, in lower case, and those that are meant. */
export const otherHeadings: Readonly<Record<string, string>> = { "non material emission": "Non material emissions" };

/** Sections of a product stage that are read, and the category types of stages that are processes here. */
export const stageNames = {
  assembly: "Assembly",
  materials: "Materials/assemblies",
  processes: "Processes",
  lifeCycles: "Additional life cycles",
  end: "Waste/Disposal scenario",
  assemblyKind: "assembly",
  lifeCycleKind: "life cycle",
} as const;

/** Sections of a product stage. */
export const stageSections = [
  "Category type",
  "Status",
  "Products",
  "Input parameters",
  "Calculated parameters",
  stageNames.assembly,
  stageNames.materials,
  stageNames.processes,
  stageNames.lifeCycles,
  stageNames.end,
  "Reference assembly",
  "Disposal scenarios",
  "Waste scenarios",
  "Disassemblies",
  "Reuses",
] as const;

/** Category types of processes. */
export const categoryTypes = [
  "material",
  "energy",
  "transport",
  "processing",
  "use",
  "waste scenario",
  "waste treatment",
] as const;

/** Sections of a process by what they hold. */
export const sectionNames = {
  products: "Products",
  treated: "Waste treatment",
  scenario: "Waste scenario",
  separated: "Separated waste",
  remaining: "Remaining waste",
  inputs: "Input parameters",
  calculated: "Calculated parameters",
  avoided: "Avoided products",
  materials: "Materials/fuels",
  electricity: "Electricity/heat",
  waste: "Waste to treatment",
  name: "Process name",
  identifier: "Process identifier",
  platform: "PlatformId",
  time: "Time period",
  category: "Category type",
  geography: "Geography",
  comment: "Comment",
  type: "Type",
  infrastructure: "Infrastructure",
} as const;

/** Blocks by what they hold. */
export const blockNames = {
  databaseInputs: "Database Input parameters",
  databaseCalculated: "Database Calculated parameters",
  projectInputs: "Project Input parameters",
  projectCalculated: "Project Calculated parameters",
  description: "System description",
  literature: "Literature reference",
  units: "Units",
  quantities: "Quantities",
} as const;

/** Values that SimaPro writes where nothing is stated. */
export const fillingNames = {
  unitProcess: "Unit process",
  allWaste: "All waste types",
  noWaste: "not defined",
  treatment: "waste treatment",
  unspecified: "Unspecified",
} as const;

/** The lines of the header of a file with semicolons, without their braces. */
export function headerLines(project: string, decimal: string): string[] {
  return [
    "SimaPro 9.0",
    "processes",
    `Project: ${project}`,
    "CSV Format version: 8.0.5",
    "CSV separator: Semicolon",
    `Decimal separator: ${decimal}`,
    "Date separator: -",
    "Short date format: yyyy-MM-dd",
  ];
}

/** The names of the entries of a header that say how the other lines are read, in lower case. */
export const headerKeys = { separator: "csv separator", decimal: "decimal separator" } as const;

/** How the entry of the project is called: SimaPro translates this one, but not the entries that say how lines are read. */
export const projectKeys: readonly string[] = ["project", "projet", "projekt", "proyecto", "projeto", "progetto"];
