import { messages } from "../message/message.ts";
import { convert, divide, quantity } from "../quantity/quantity.ts";
import { QuantityError } from "../quantity/quantity-error.ts";
import { unitRead } from "./column-unit.ts";
import { DataError } from "./data-error.ts";

const texts = messages("data", {
  quotientDoesNotConvert: {
    en: "“{above}” over “{below}” cannot be given in {unit}: {reason}",
    zh: "“{above}”除以“{below}”不能以 {unit} 给出：{reason}",
  },
  unknownQuotient: {
    en: "“{above}” over “{below}” cannot be given in {unit}, because the units of the columns are not known as units. Leave unit out.",
    zh: "“{above}”除以“{below}”不能以 {unit} 给出，因为两列的单位无法识别。请不要给出 unit。",
  },
});

/** A unit, and the factor by which a quotient of numbers becomes one of it. */
export interface UnitQuotient {
  readonly factor: number;
  readonly unit: string;
}

/** The unit of numbers in one unit over numbers in another, or the one that is wanted. Throws DataError if it does not convert. */
export function unitQuotient(above: string, below: string, wanted: string | undefined, field: string): UnitQuotient {
  if (!unitRead(above) || !unitRead(below)) {
    if (wanted !== undefined) throw new DataError(field, texts.unknownQuotient({ above, below, unit: wanted }));
    return { factor: 1, unit: above === below ? "1" : below === "" ? above : `${above || "1"}/${below}` };
  }
  try {
    const quotient = divide(quantity(1, above), quantity(1, below));
    const { value, unit } = wanted === undefined ? quotient : convert(quotient, wanted);
    return { factor: value, unit };
  } catch (error) {
    if (!(error instanceof QuantityError) || wanted === undefined) throw error;
    throw new DataError(field, texts.quotientDoesNotConvert({ above, below, unit: wanted, reason: error.said }));
  }
}
