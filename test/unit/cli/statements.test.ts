import { describe, expect, test } from "vitest";
import { emptyCreation } from "../../../cli/check/empty-creation.ts";
import { statementChecker } from "../../../cli/check/statements.ts";
import { statementsOf } from "../../../kernel/services/sql-statements.ts";
import { writeMessage } from "../../../lib/message/write.ts";

// Checking a notebook reads its queries and computes none: it may come from a stranger.

const emptied = (sql: string) => statementsOf(sql).map(({ creates, text }) => emptyCreation(creates, text));

describe("What a notebook creates is created without rows", () => {
  test.each([
    ["create table t as select 1", ["create table t as select 1 with no data"]],
    [
      "create or replace temp table t (a) as (from x) with data",
      ["create or replace temp table t (a) as (from x) with no data"],
    ],
    ["create table t as select 1 -- as it is", ["create table t as select 1 with no data"]],
    ["create table t as select 1 /* with data */ with no data;", ["create table t as select 1 with no data"]],
    ['create table "as" (a int, b int as (a + 1))', ['create table "as" (a int, b int as (a + 1))']],
    ["create type k as enum (select k from x)", ["create type k as varchar"]],
    ["create type k as enum ('a', 'select')", ["create type k as enum ('a', 'select')"]],
    ["create view v as select 1; select 2", ["create view v as select 1", null]],
    ["create macro m(n) as table select n", ["create macro m(n) as table select n"]],
  ])("%s", (sql, creations) => {
    expect(emptied(sql).map((each) => each?.replaceAll(/\s+/g, " ") ?? null)).toEqual(creations);
  });
});

describe("The database of a check", { timeout: 120_000 }, () => {
  test("finds later what was created, and computes none of it", async () => {
    const { refuse, end } = statementChecker([]);
    try {
      const endless = "select a.range as n from range(1000000000000) a, range(1000000000000) b order by 1";
      const statements = [
        `create table t as ${endless}`,
        `create type k as enum (select n::varchar from (${endless}))`,
        `create table u as with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) as n from r`,
        "create view v as select count(*) as n from range(1000000000000)",
        "select t.n, u.n, v.n, 'a'::k from t, u, v; select 2",
        `pivot (${endless}) on n using count(*)`,
        "summarize (from range(1000000000000))",
      ];
      for (const statement of statements) expect([statement, await refuse(statement)]).toEqual([statement, null]);
      expect(await refuse("select 1;\nselect m from t")).toMatchObject({ offset: "select 1;\nselect ".length });
    } finally {
      await end();
    }
  });

  test.each([
    // The list alone has 16 GB.
    ["more memory", "select list_sum(range(2000000000))", undefined],
    ["more time", "select len(repeat('x', 2000000000))", 2_000],
  ])("ends with its process, and says so, where a query takes %s than it gives", async (_, statement, patience) => {
    const { refuse, end } = statementChecker([], undefined, patience);
    try {
      expect(await refuse("select 1")).toBeNull();
      const refusal = await refuse(statement);
      expect(writeMessage(refusal!.message)).toMatch(
        /^To read this query alone takes the database more time or memory/,
      );
      expect(await refuse(statement)).toBeNull();
    } finally {
      await end();
    }
  });

  test("ends when the one who asked cancels", async () => {
    const controller = new AbortController();
    const { refuse, end } = statementChecker([], controller.signal);
    try {
      expect(await refuse("select 1")).toBeNull();
      const refused = refuse("select len(repeat('x', 2000000000))");
      const reason = new Error("cancelled");
      setImmediate(() => controller.abort(reason));
      await expect(refused).rejects.toBe(reason);
    } finally {
      await end();
    }
  });
});
