import { describe, expect, test } from "vitest";
import { destinationOf } from "../../../app/reader/destination.ts";
import type { Reader } from "../../../kernel/boundary/rule.ts";
import { LONGEST_ADDRESS } from "../../../kernel/sandbox/followed-address.ts";
import { pageRequests } from "../../../kernel/sandbox/page-requests.ts";

const pages = ["what-if", "trade transfer", "碳"];
const of = (address: string) => destinationOf(address, pages);

describe("Where a link of a built page leads", () => {
  test.each([
    ["#/n/what-if", "what-if"],
    ["what-if.html", "what-if"],
    ["./trade%20transfer.html", "trade transfer"],
    ["#/n/%E7%A2%B3", "碳"],
  ])("%s is a page of the site", (address, name) => expect(of(address)).toEqual({ kind: "page", name }));

  test.each([
    "#/n/%",
    "nowhere.html",
    "javascript:alert(1)",
    "data:text/html,x",
    "blob:https://a.org/1",
    "//a.org",
    "file:///x",
    "https://",
    "",
  ])("%s leads nowhere", (address) => expect(of(address)).toBeNull());

  test.each([
    // The host is the one that the browser asks, whatever stands before it.
    ["https://example.org/a?b#c", "example.org", "https://example.org/a?b#c"],
    ["https://ourbank.example@evil.example/", "evil.example", "https://evil.example/"],
    ["https:\\\\evil.example\\ourbank.example", "evil.example", "https://evil.example/ourbank.example"],
    [" HTTP://EXAMPLE.org:8080", "example.org:8080", "http://example.org:8080/"],
    // Letters that look like others, or turn the text, are written as what they are.
    ["https://еxample.org/\u202egro.knab", "xn--xample-2of.org", "https://xn--xample-2of.org/%E2%80%AEgro.knab"],
    ["https://a.example/\u0007\u001b]52;c;x", "a.example", "https://a.example/%07%1B]52;c;x"],
  ])("%s shows its host and its address", (pressed, host, address) =>
    expect(of(pressed)).toEqual({ kind: "web", host, address }),
  );

  test("an e-mail shows to whom it goes and all that it would say", () =>
    expect(of("mailto:a@b.example?body=table\u202e")).toEqual({
      kind: "mail",
      to: "a@b.example",
      address: "mailto:a@b.example?body=table%E2%80%AE",
    }));

  test("an address that cannot be shown whole is not opened: as given, as the browser writes it, and as the page receives it", () => {
    const start = "https://a.example/";
    const longest = start + "x".repeat(LONGEST_ADDRESS - start.length);
    expect(of(longest)).toMatchObject({ kind: "web", address: longest });
    expect(of(`${longest}x`)).toEqual({ kind: "too-long" });
    expect(of(`${start}${"碳".repeat(LONGEST_ADDRESS / 4)}`)).toEqual({ kind: "too-long" });
    const received = (pageRequests["reader.follow"][0] as Reader<string>).parse(longest + "x".repeat(1_000_000));
    expect(received.length).toBeLessThan(LONGEST_ADDRESS + 100);
    expect(of(received)).toEqual({ kind: "too-long" });
  });
});
