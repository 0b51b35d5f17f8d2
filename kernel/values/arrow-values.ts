import type { Data, DataType } from "apache-arrow";
import { instance } from "apache-arrow/visitor/get";

type Reader = typeof instance.visit;

const readers = new WeakMap<DataType, Reader>();

/**
 * Arrow finds for each value anew how it is read, which takes most of the time of a row; it depends on the type of the column alone, and
 * is found once for it here.
 */
instance.visit = (data: Data, index: number) => {
  let reader = readers.get(data.type);
  if (!reader) {
    reader = instance.getVisitFn(data) as Reader;
    readers.set(data.type, reader);
  }
  return reader.call(instance, data, index);
};
