/** What other cells see of a cell's value: promises are awaited, of generators and views they see the newest value. */
export type Value<T> = 0 extends 1 & T ? any : Newest<Awaited<T>>;

type Newest<T> =
  T extends AsyncGenerator<infer Item, any, any>
    ? Awaited<Item>
    : T extends Generator<infer Item, any, any>
      ? Awaited<Item>
      : T;
