import { describe, expect, test } from "vitest";
import { datesOf, placesOf, suggestedDays } from "./suggested.ts";

const nowhere = { country: "", state: "", region: "" };

describe("a place is known part by part", () => {
  test("no country offers countries only", () => {
    const { place, countries, states } = placesOf({ ...nowhere, country: "XX", state: "BY" });
    expect(place).toEqual(nowhere);
    expect(countries).toContainEqual({ code: "DE", name: "Germany" });
    expect(states).toEqual([]);
  });

  test("a state of another country is forgotten, and names of no own property are no country", () => {
    expect(placesOf({ country: "AT", state: "BY", region: "A" }).place).toEqual({ ...nowhere, country: "AT" });
    expect(placesOf({ ...nowhere, country: "constructor" }).place).toEqual(nowhere);
  });

  test("a state offers its regions", () => {
    const { place, regions } = placesOf({ country: "DE", state: "BY", region: "A" });
    expect(place).toEqual({ country: "DE", state: "BY", region: "A" });
    expect(regions.map(({ code }) => code)).toContain("A");
  });
});

test("Bavaria closes on Epiphany, Berlin does not; what is over is not suggested", () => {
  const inState = (state: string) => suggestedDays({ country: "DE", state, region: "" }, "2026-11-25");
  expect(inState("BY").slice(0, 4)).toEqual([
    { date: "2026-12-25", name: "Christmas Day" },
    { date: "2026-12-26", name: "Boxing Day" },
    { date: "2027-01-01", name: "New Year's Day" },
    { date: "2027-01-06", name: "Epiphany" },
  ]);
  expect(inState("BE").map(({ name }) => name)).not.toContain("Epiphany");
  expect(inState("BY").at(-1)?.date).toBe("2028-01-06");
});

test("a feast that begins at sunset takes the dates it takes most of", () => {
  const turkey = suggestedDays({ ...nowhere, country: "TR" }, "2026-03-01");
  const feast = turkey.filter(({ name }) => name.startsWith("End of Ramadan") && turkey[0]).map(({ date }) => date);
  expect(feast.slice(0, 3)).toEqual(["2026-03-20", "2026-03-21", "2026-03-22"]);
  const israel = suggestedDays({ ...nowhere, country: "IL" }, "2026-09-01").map(({ date }) => date);
  expect(israel.slice(0, 3)).toEqual(["2026-09-12", "2026-09-13", "2026-09-21"]);
});

test("an afternoon is no holiday", () => {
  const start = new Date("2026-05-04T04:00:00Z");
  const end = new Date("2026-05-04T16:00:00Z");
  expect(datesOf({ date: "2026-05-04 12:00:00", start, end })).toEqual([]);
});
