import { describe, expect, it } from "vitest";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";
import { plainValue, readPlain } from "../../../kernel/values/plain.ts";

openRealm();

interface Leaf {
  name: string;
  parent?: Leaf;
  children?: Leaf[];
}

describe("a value as JSON", () => {
  it("leaves out references to what contains them, as a tree has to its parents", () => {
    const root: Leaf = { name: "root" };
    root.children = ["a", "b"].map((name) => ({ name, parent: root }));
    expect(plainValue(root)).toEqual({ name: "root", children: [{ name: "a" }, { name: "b" }] });
  });

  it("writes what is shared in each of its places", () => {
    const shared = { kt: 1 };
    expect(plainValue([shared, shared])).toEqual([{ kt: 1 }, { kt: 1 }]);
  });

  it("ends at a budget of parts, instead of walking all the paths through a net", () => {
    let net: object = {};
    for (let i = 0; i < 20; ++i) net = { left: net, right: net };
    expect(readPlain(net, 1000)).toMatchObject({ plain: undefined, tooLarge: true });
    expect(readPlain({ kt: [1, 2] }, 4)).toMatchObject({ plain: { kt: [1, 2] }, tooLarge: false });
    expect(readPlain({ kt: [1, 2] }, 3)).toMatchObject({ tooLarge: true });
  });

  it("leaves out a property that throws when it is read, and says which", () => {
    const trap = {
      kt: 1,
      deep: [
        {
          get dear(): number {
            throw new Error("out of reach");
          },
          other: 2,
        },
      ],
    };
    expect(readPlain(trap)).toEqual({
      plain: { kt: 1, deep: [{ other: 2 }] },
      tooLarge: false,
      unreadable: { path: "deep.0.dear", message: "out of reach" },
    });
    const closed = new Proxy(
      {},
      {
        ownKeys() {
          throw new Error("closed");
        },
      },
    );
    expect(readPlain({ closed, kt: 1 })).toMatchObject({ plain: { kt: 1 }, unreadable: { message: "closed" } });
  });
});
