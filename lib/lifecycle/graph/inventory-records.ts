import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import type { ExchangeType, ProductProperties } from "./exchange-graph.ts";

/** An inventory as plain records, for cells and JSON. What is optional has the defaults of `inventoryIn`, which reads it. */
export interface InventoryRecords {
  readonly activities: readonly ActivityRecord[];
  readonly parameters?: readonly ParameterRecord[] | undefined;
  /** Products with an id of their own; others are told apart by name and dimension of the unit. */
  readonly products?: readonly ProductRecord[] | undefined;
  /** Elementary flows with an id of their own; others are told apart by name, compartment and dimension of the unit. */
  readonly flows?: readonly FlowRecord[] | undefined;
}

export interface ActivityRecord {
  /** Default: the name. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly location?: string | null | undefined;
  readonly years?: readonly [number, number] | null | undefined;
  readonly category?: string | null | undefined;
  readonly stage?: string | null | undefined;
  readonly comment?: string | null | undefined;
  readonly exchanges: readonly ExchangeRecord[];
}

/** Its properties are per `unit`. */
export interface ExchangeRecord extends Partial<{ readonly [Name in keyof ProductProperties]: number | undefined }> {
  readonly type: ExchangeType;
  /** Id or name of the product. */
  readonly product?: string | undefined;
  /** Id or name of the elementary flow. */
  readonly flow?: string | undefined;
  readonly compartment?: string | undefined;
  readonly cas?: string | undefined;
  readonly amount?: number | undefined;
  /** Arithmetic in the parameters, instead of the amount. */
  readonly formula?: string | undefined;
  readonly unit: string;
  /** Id of the providing activity. */
  readonly provider?: string | undefined;
  readonly uncertainty?: DistributionSpec | "undefined" | undefined;
  readonly waste?: boolean | undefined;
  readonly reference?: boolean | undefined;
  /** Id or name of the product to whose part the exchange belongs entirely. */
  readonly only?: string | undefined;
  readonly comment?: string | undefined;
}

export interface ParameterRecord {
  readonly name: string;
  readonly value?: number | undefined;
  readonly formula?: string | undefined;
  readonly unit?: string | undefined;
  /** Id of the activity within which it holds. */
  readonly activity?: string | undefined;
  readonly uncertainty?: DistributionSpec | undefined;
}

export interface ProductRecord {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly waste?: boolean | undefined;
}

export interface FlowRecord {
  readonly id: string;
  readonly name: string;
  readonly compartment: string;
  readonly unit: string;
  readonly cas?: string | null | undefined;
}
