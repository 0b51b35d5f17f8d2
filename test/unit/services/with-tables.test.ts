import { describe, expect, test } from "vitest";
import { withTables } from "../../../kernel/services/with-tables.ts";

const cars = [["cars", "FROM ?"]] as const;

describe("A statement with tables of its own", () => {
  test.each([
    ["select * from cars", 'WITH "cars" AS (FROM ?) select * from cars'],
    ["/* a */ (from cars) union all from cars;", '/* a */ WITH "cars" AS (FROM ?) (from cars) union all from cars;'],
    ["with a as (from cars) from a", 'WITH "cars" AS (FROM ?), a as (from cars) from a'],
    ["WITH RECURSIVE a as (select 1) from a", 'WITH RECURSIVE "cars" AS (FROM ?), a as (select 1) from a'],
    ["describe cars", 'describe WITH "cars" AS (FROM ?) FROM cars'],
    ['summarize "cars"', 'summarize WITH "cars" AS (FROM ?) FROM "cars"'],
    ["describe select 1", 'describe WITH "cars" AS (FROM ?) select 1'],
    ["pivot cars on a using sum(b)", 'WITH "cars" AS (FROM ?) pivot cars on a using sum(b)'],
  ])("%s", (sql, expected) => {
    expect(withTables(sql, cars)).toBe(expected);
  });

  test.each(["", ";", "drop table cars", "from cars; from cars", "create table a as from cars", "describe 1"])(
    "is none for: %s",
    (sql) => {
      expect(withTables(sql, cars)).toBeNull();
    },
  );

  test("names a table with any signs", () => {
    expect(withTables("select 1", [['a"b c', "FROM ?"]])).toBe('WITH "a""b c" AS (FROM ?) select 1');
  });
});
