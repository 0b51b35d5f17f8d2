/** One thing that is known of a region in the year to which a table is carried, and how. */
export interface KnownTotal {
  readonly region: string;
  readonly quantity: "final_demand" | "output_and_value_added" | "imported_inputs";
  /**
   * gdp: follows the region's GDP, with the base year's shares. remainder: follows the GDP of the world less the regions that have
   * a value. national_table: grows with the region's own table. import_matrices: start of the adjustment by origin and commodity.
   */
  readonly basis: "gdp" | "remainder" | "national_table" | "import_matrices";
  readonly dataset: string;
  /** The last year of the source that was used; the region's GDP carries it further. */
  readonly until: number;
}
