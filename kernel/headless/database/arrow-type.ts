import type {
  DuckDBArrayType,
  DuckDBDecimalType,
  DuckDBEnumType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  DuckDBType,
} from "@duckdb/node-api";
import { DuckDBTypeId as Id } from "@duckdb/node-api";
import * as arrow from "apache-arrow";

/** The Arrow type to which DuckDB exports a column type, the same as in the browser. */
export function arrowTypeOf(type: DuckDBType): arrow.DataType {
  switch (type.typeId) {
    case Id.BOOLEAN:
      return new arrow.Bool();
    case Id.TINYINT:
      return new arrow.Int8();
    case Id.SMALLINT:
      return new arrow.Int16();
    case Id.INTEGER:
      return new arrow.Int32();
    case Id.BIGINT:
      return new arrow.Int64();
    case Id.UTINYINT:
      return new arrow.Uint8();
    case Id.USMALLINT:
      return new arrow.Uint16();
    case Id.UINTEGER:
      return new arrow.Uint32();
    case Id.UBIGINT:
      return new arrow.Uint64();
    case Id.HUGEINT:
      return new arrow.Decimal(0, 38);
    case Id.DECIMAL: {
      const { scale, width } = type as DuckDBDecimalType;
      return new arrow.Decimal(scale, width);
    }
    case Id.FLOAT:
      return new arrow.Float32();
    case Id.DOUBLE:
      return new arrow.Float64();
    case Id.DATE:
      return new arrow.DateDay();
    case Id.TIME:
      return new arrow.TimeMicrosecond();
    case Id.TIMESTAMP:
      return new arrow.TimestampMicrosecond();
    case Id.TIMESTAMP_TZ:
      return new arrow.TimestampMicrosecond("UTC");
    case Id.TIMESTAMP_S:
      return new arrow.TimestampSecond();
    case Id.TIMESTAMP_MS:
      return new arrow.TimestampMillisecond();
    case Id.TIMESTAMP_NS:
      return new arrow.TimestampNanosecond();
    case Id.BLOB:
      return new arrow.Binary();
    case Id.SQLNULL:
      return new arrow.Int32();
    case Id.ENUM: {
      const { length } = (type as DuckDBEnumType).values;
      const index = length < 2 ** 7 ? new arrow.Uint8() : length < 2 ** 15 ? new arrow.Uint16() : new arrow.Uint32();
      return new arrow.Dictionary(new arrow.Utf8(), index);
    }
    case Id.LIST:
      return new arrow.List(field("l", (type as DuckDBListType).valueType));
    case Id.ARRAY: {
      const { length, valueType } = type as DuckDBArrayType;
      return new arrow.FixedSizeList(length, field("l", valueType));
    }
    case Id.STRUCT: {
      const { entryNames, entryTypes } = type as DuckDBStructType;
      return new arrow.Struct(entryNames.map((name, i) => field(name, entryTypes[i]!)));
    }
    case Id.MAP: {
      const { keyType, valueType } = type as DuckDBMapType;
      const entries = new arrow.Struct([field("key", keyType), field("value", valueType)]);
      return new arrow.Map_(new arrow.Field("entries", entries, false));
    }
    default:
      // Types without an equivalent (UUID, BIT, INTERVAL, …) are exported as DuckDB's text.
      return new arrow.Utf8();
  }
}

function field(name: string, type: DuckDBType): arrow.Field {
  return new arrow.Field(name, arrowTypeOf(type), true);
}
