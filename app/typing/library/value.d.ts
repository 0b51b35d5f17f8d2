/** The type of a cell's value in other cells: promises are awaited, generators and views give their newest value. */
export type Value<T> = 0 extends 1 & T ? any : Newest<Awaited<T>>;

type Newest<T> =
  T extends AsyncGenerator<infer Item, any, any>
    ? Awaited<Item>
    : T extends Generator<infer Item, any, any>
      ? Awaited<Item>
      : T;
